"""All articles become the index that the search page's script loads.

The format, which the theme's script reads:

    {"version": 1,
     "sections": ["Analysis", …],
     "articles": [[address, title, summary, section, date, terms], …]}

`address` is relative to the site's base path (`articles/x/`), `summary` a line of plain text, `section` a place in
`sections` or -1, `date` as `2026-11-20`, and `terms` the words that tell the article from others, weightiest first, in
one string with spaces. Articles stand newest first.
"""

from collections import Counter

from sitegen.base.jsontext import json_text
from sitegen.base.text import shorten
from sitegen.model.output import Page
from sitegen.render.press import Press
from sitegen.render.urls import href
from sitegen.render.view import View

_SUMMARY = 72
_TERMS = 8
_CANDIDATES = 28
"""Words of one article; what too many articles share goes when all are known."""
_COMMON = 8
"""A word says nothing where more than one article in so many has it."""
_FEW = 5
"""Articles that any word may have."""


def search_index(page: Page, view: View, press: Press) -> str:
    """Return the index."""
    sections: dict[str, int] = {}
    listed = [told for _, told in view.rows("search") if told]
    words = [told[3].split() for told in listed]
    uses = Counter(word for some in words for word in some)
    most = max(_FEW, len(listed) // _COMMON)
    common = {word for word, count in uses.items() if count > most}
    rows = []
    for (before, section, day, _), some in zip(listed, words, strict=True):
        place = sections.setdefault(section, len(sections)) if section else -1
        telling = " ".join([word for word in some if word not in common][:_TERMS])
        rows.append(f'[{before},{place},"{day}",{json_text(telling)}]')
    lines = ",\n".join(rows)
    return f'{{"version":1,"sections":{json_text(list(sections))},"articles":[\n{lines}\n]}}\n'


def search_row(ident: str, view: View) -> tuple[str, ...]:
    """Return what stands before the section of one article, the section's name, the day, and words; or nothing."""
    card, article = view.card(ident), view.article(ident)
    if card is None or article is None or article.kind != "article" or article.meta.noindex:
        return ()
    address = href(view.config, card.address)[len(href(view.config, "/")) :]
    said = card.title.casefold()
    words = [term for term, _ in article.terms if term not in said][:_CANDIDATES]
    before = json_text([address, card.title, shorten(card.summary, _SUMMARY)])[1:-1]
    return (before, card.section.name if card.section else "", f"{card.date:%Y-%m-%d}", " ".join(words))
