"""All articles become the index that the search page's script loads.

The format, which the theme's script reads:

    {"version": 1,
     "sections": ["Analysis", …],
     "articles": [[address, title, summary, section, date, terms], …]}

`address` is relative to the site's base path (`articles/x/`), `summary` a line of plain text, `section` a place in
`sections` or -1, `date` as `2026-11-20`, and `terms` the words that tell the article from others, weightiest first, in
one string with spaces. Articles stand newest first.
"""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator

from sitegen.base.jsontext import json_text
from sitegen.base.text import shorten
from sitegen.model.output import Page
from sitegen.render.theme.assets import place_of
from sitegen.render.theme.press import Press
from sitegen.render.view import View

_FORMS = ((72, 8), (72, 5), (48, 4), (0, 4), (0, 0))
"""Letters of the summary and words of the text; the first whose index is small enough is taken."""
_ROOM = 60
"""Bytes for each article, compressed as a server does it."""
_SMALL = 24_000
"""Bytes that are never too many."""
_CANDIDATES = 40
"""Words of one article; what too many articles share goes when all are known."""
_COMMON = 8
"""A word says nothing where more than one article in so many has it."""
_FEW = 5
"""Articles that any word may have."""


def search_index(page: Page, view: View, press: Press) -> str:
    """Return the index."""
    sections: dict[str, int] = {}
    listed = view.rows("search")
    words = [told[4].split() for told in listed]
    uses = Counter(word for some in words for word in some)
    few = max(_FEW, len(listed) // _COMMON)
    common = {word for word, count in uses.items() if count > few}
    telling = [[word for word in some if word not in common] for some in words]
    places = [sections.setdefault(told[2], len(sections)) if told[2] else -1 for told in listed]
    head, tail = f'{{"version":1,"sections":{json_text(list(sections))},"articles":[\n', "\n]}\n"
    for length, most in _FORMS:
        text = head + ",\n".join(_lines(listed, places, telling, length=length, most=most)) + tail
        if len(zlib.compress(text.encode(), 6)) <= max(_SMALL, _ROOM * len(listed)):
            break
    return text


def _lines(
    listed: Iterable[tuple[str, ...]],
    places: Iterable[int],
    telling: Iterable[list[str]],
    *,
    length: int,
    most: int,
) -> Iterator[str]:
    """Yield one line for each article."""
    for (before, summary, _, day, _), place, words in zip(listed, places, telling, strict=True):
        shown = json_text(shorten(summary, length) if length else "")
        yield f'[{before},{shown},{place},"{day}",{json_text(" ".join(words[:most]))}]'


def search_row(ident: str, view: View) -> tuple[str, ...]:
    """Return what an article's line begins with, the summary, the section's name, the day, and words; or nothing."""
    card, article = view.card(ident), view.article(ident)
    if card is None or article is None or article.kind != "article" or article.meta.noindex:
        return ()
    said = card.title.casefold()
    words = [word for word in article.keywords if word not in said][:_CANDIDATES]
    before = json_text([place_of(card.address, view.config), card.title])[1:-1]
    return (
        before,
        shorten(card.summary, _FORMS[0][0]),
        card.section.name if card.section else "",
        f"{card.date:%Y-%m-%d}",
        " ".join(words),
    )
