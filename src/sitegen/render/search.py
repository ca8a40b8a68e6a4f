"""All articles become the index that the search page's script loads.

The format, which the theme's script reads:

    {"version": 1,
     "sections": ["Analysis", …],
     "articles": [[address, title, summary, section, date, terms], …]}

`address` is relative to the site's base path (`articles/x/`), `summary` a line of plain text, `section` a place in
`sections` or -1, `date` as `2026-11-20`, and `terms` the words that tell the article from others, weightiest first, in
one string with spaces. Articles stand newest first.
"""

from sitegen.base.jsontext import json_text
from sitegen.base.text import shorten
from sitegen.model.output import Page
from sitegen.render.press import Press
from sitegen.render.urls import href
from sitegen.render.view import View

_SUMMARY = 90
_TERMS = 12


def search_index(page: Page, view: View, press: Press) -> str:
    """Return the index."""
    sections: dict[str, int] = {}
    rows = []
    for _, told in view.rows("search"):
        if told:
            before, section, after = told
            place = sections.setdefault(section, len(sections)) if section else -1
            rows.append(f"[{before},{place},{after}]")
    named = json_text(list(sections))
    listed = ",\n".join(rows)
    return f'{{"version":1,"sections":{named},"articles":[\n{listed}\n]}}\n'


def search_row(ident: str, view: View) -> tuple[str, ...]:
    """Return what stands before the section of one article, the section's name, and what stands after; or nothing."""
    card, article = view.card(ident), view.article(ident)
    if card is None or article is None or article.kind != "article" or article.meta.noindex:
        return ()
    address = href(view.config, card.address)[len(href(view.config, "/")) :]
    said = card.title.casefold()
    terms = [term for term, _ in article.terms[: _TERMS * 2] if term not in said][:_TERMS]
    before = json_text([address, card.title, shorten(card.summary, _SUMMARY)])[1:-1]
    after = json_text([f"{card.date:%Y-%m-%d}", " ".join(terms)])[1:-1]
    return (before, card.section.name if card.section else "", after)
