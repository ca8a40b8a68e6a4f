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
    base = len(href(view.config, "/"))
    rows = []
    for ident in view.ids("home"):
        card, article = view.card(ident), view.article(ident)
        if card is None or article is None or article.meta.noindex:
            continue
        section = sections.setdefault(card.section.name, len(sections)) if card.section else -1
        said = card.title.casefold()
        terms = [term for term, _ in article.terms[: _TERMS * 2] if term not in said][:_TERMS]
        row = [
            href(view.config, card.address)[base:],
            card.title,
            shorten(card.summary, _SUMMARY),
            section,
            f"{card.date:%Y-%m-%d}",
            " ".join(terms),
        ]
        rows.append(json_text(row))
    named = json_text(list(sections))
    listed = ",\n".join(rows)
    return f'{{"version":1,"sections":{named},"articles":[\n{listed}\n]}}\n'
