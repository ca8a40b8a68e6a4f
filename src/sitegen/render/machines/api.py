"""The articles, tags and authors become JSON files that programs read, each with its published schema."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from sitegen.base.jsontext import json_text
from sitegen.model.output import FEED_FILES, FEED_FORMATS, Page
from sitegen.model.site import Term
from sitegen.render.licenses import license_of
from sitegen.render.machines.schemas import SCHEMAS, VERSION
from sitegen.render.theme.filters import iso
from sitegen.render.theme.press import Press
from sitegen.render.urls import full_url
from sitegen.render.view import View

_Record = dict[str, object]
_FEW_WORDS = 50
"""What the shortest articles count as. All others count in hundreds, so that an edit seldom changes this file."""


def articles(page: Page, view: View, press: Press) -> bytes:
    """Return every article with what is known of it but its text."""
    return _file("articles", [line for (line,) in view.rows("api")], view)


def article_row(ident: str, view: View) -> tuple[str, ...]:
    """Return the line of one article; none for a standing page."""
    card, article = view.card(ident), view.article(ident)
    if card is None or article is None or article.kind != "article":
        return ()
    license_ = license_of(article.meta, view.config)
    row: _Record = {
        "id": ident,
        "url": full_url(view.config, card.address),
        "title": card.title,
        "date": iso(card.date),
        "updated": iso(card.updated) if card.updated else None,
        "authors": [author.name for author in card.authors],
        "section": card.section.name if card.section else None,
        "tags": [tag.name for tag in card.tags],
        "summary": card.summary,
        "words": round(article.words, -2) or _FEW_WORDS,
        "minutes": article.minutes,
        "language": card.language or view.config.site.language,
        "license": license_.href if license_ else None,
        "faq": article.faqs,
        "callouts": list(article.callouts),
        "related": [
            {"id": found.id, "pinned": found.pinned, "reasons": list(found.shared), "kind": found.kind}
            for found in view.related(ident)
        ],
    }
    return (json_text(row),)


def tags(page: Page, view: View, press: Press) -> bytes:
    """Return every tag with its articles."""
    rows = [{**_term(tag, view), "parent": tag.above[-1].slug if tag.above else None} for tag in view.terms("tag")]
    return _file("tags", list(map(json_text, rows)), view)


def authors(page: Page, view: View, press: Press) -> bytes:
    """Return every author with the articles."""
    rows = []
    for term in view.terms("author"):
        profile = view.article(term.profile) if term.profile else None
        kind = profile.meta.kind if profile and profile.meta.kind else None
        role = profile.meta.role if profile else ""
        rows.append(json_text({**_term(term, view), "type": kind, "role": role or None}))
    return _file("authors", rows, view)


def _term(term: Term, view: View) -> _Record:
    feed, formats = view.feed(term.key), view.config.feeds.formats
    file, _ = FEED_FILES[FEED_FORMATS["json" if "json" in formats else formats[0]]]
    return {
        "id": term.slug,
        "name": term.name,
        "url": full_url(view.config, term.address),
        "description": term.description,
        "count": term.count,
        "feed": full_url(view.config, feed[0] + file) if feed else None,
        "articles": list(view.ids(term.key)),
    }


def _file(name: str, rows: Sequence[str], view: View) -> bytes:
    """Return one row, which is JSON, a line, so that two versions can be compared."""
    head: Mapping[str, object] = {
        "$schema": full_url(view.config, f"/api/schema/{name}.json"),
        "version": VERSION,
        "site": view.config.site.title,
        "url": view.config.site.url,
    }
    opening = f'{json_text(head)[:-1]},"{name}":[\n'
    # Of ten thousand articles it is many megabytes, each of which costs when it is first touched: so no text of it all
    # is made. `json_text` has made the rows legal.
    file, between = BytesIO(), b""
    file.write(opening.encode())
    for row in rows:
        file.write(between)
        file.write(row.encode())
        between = b",\n"
    file.write(b"\n]}\n")
    return file.getvalue()


def schema(page: Page, view: View, press: Press) -> str:
    """Return the JSON Schema of one of the files."""
    described = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": full_url(view.config, page.address),
        **SCHEMAS[page.subject],
    }
    return json_text(described, spaced=True) + "\n"
