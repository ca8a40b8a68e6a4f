"""A line of tags at the end of a text leaves it: the page lists them."""

import re

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.parse.headings import plain_text
from sitegen.parse.tokens import BLOCK

_LINE = regex(
    r"\W*(?:tags?|tagged(?: with)?|keywords?|filed under|schlagw[oö]rte?r?|mots[ -]clés|étiquettes|etiquetas|"
    r"palabras clave|parole chiave|palavras-chave|trefwoorden|tagi|теги|etiketler|タグ|标签|標籤|태그)"
    r"\s*[:：]\s*(?P<tags>.+)",
    re.IGNORECASE,
)
_BETWEEN = regex(r"\s*[,;|·、，]\s*|\s+(?=#)")
_TAG = regex(r"#?[^\W_][^#.?!:\n]{0,39}")
_MOST = 15
_MOST_WORDS = 4
_NEAR_END = 3
"""Paragraphs: a call to comment or hashtags may stand below."""


def take_tags(tokens: list[Token], known: tuple[str, ...]) -> tuple[tuple[str, ...], list[Token]]:
    """Return the tags, and the tokens without the line that lists them near the end.

    It stays where the front matter has others, which are `known`.
    """
    at = len(tokens)
    for _ in range(_NEAR_END):
        while at and tokens[at - 1].type == "hr":
            at -= 1
        at -= BLOCK
        if at < 0 or tokens[at].type != "paragraph_open" or tokens[at].level:
            return known, tokens
        tags = _tags(plain_text(tokens[at + 1]))
        if tags and (not known or {*map(str.casefold, tags)} <= {*map(str.casefold, known)}):
            return known or tags, [*tokens[:at], *tokens[at + BLOCK :]]
    return known, tokens


def _tags(text: str) -> tuple[str, ...]:
    """Return the tags that a line lists which does nothing else."""
    match = _LINE.fullmatch(text)
    names = _BETWEEN.split(match["tags"].strip(" *_")) if match else []
    fits = len(names) <= _MOST and all(_TAG.fullmatch(name) and len(name.split()) <= _MOST_WORDS for name in names)
    return tuple(dict.fromkeys(name.removeprefix("#") for name in names)) if fits else ()
