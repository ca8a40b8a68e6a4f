"""The nouns that travel through the store and between processes."""

from sitegen.base.diagnostics import Diagnostic, Span
from sitegen.engine.codec import Codec
from sitegen.model import article, body, media, output, report, site, theme

# The order is part of the stored form; another one is another version of sitegen, which starts a new store.
CODEC = Codec((
    Span,
    Diagnostic,
    body.Ref,
    body.Picture,
    body.Slot,
    body.Body,
    body.Heading,
    body.Faq,
    article.Image,
    article.Correction,
    article.Citation,
    article.Audio,
    article.FrontMatter,
    article.Front,
    article.Article,
    article.Content,
    media.ImageFacts,
    site.Label,
    site.Card,
    site.Term,
    site.Suggestion,
    site.Neighbours,
    report.Hidden,
    theme.ThemeFile,
    theme.Theme,
    output.Page,
))  # fmt: skip
