"""An article becomes clean Markdown again: a small front matter, and its text with full URLs."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from sitegen.base.characters import legal
from sitegen.base.html import visible_text
from sitegen.base.jsontext import json_text
from sitegen.base.paths import web_url
from sitegen.base.patterns import regex
from sitegen.base.templated import MARKED, filled_in
from sitegen.base.text import has_any, letters, outside_code
from sitegen.base.wiki import WIKI, is_picture, shown_in, title_in
from sitegen.model.article import Article, Citation, Content
from sitegen.model.body import Picture, Ref
from sitegen.model.output import Page
from sitegen.model.site import Card
from sitegen.render.licenses import license_of
from sitegen.render.links import resolve
from sitegen.render.theme.filters import iso
from sitegen.render.theme.press import Press
from sitegen.render.urls import full_url
from sitegen.render.view import View

# Where an address stands: in a link or image, in a reference, or in an attribute of raw HTML.
_PLACE = regex(
    r"""(!?\[[^\[\]]*)?(\]\(\s*<?)((?<=<)[^<>\n]+|[^\s<>()"']+(?:\([^\s()]*\))?)"""
    r"""(>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\))"""
    r"""|(^\s{0,3}\[[^\]]{1,999}\]:\s*<?|\b(?:href|src|poster)=["']?)((?<=<)[^<>\n]+|[^\s<>"']+)""",
    re.MULTILINE,
)
# The first of these alone, which is all that most texts hold, for a search that looks at brackets only.
_IN_LINK = regex(
    r"""([!\[\]](?:(?<=!)\[[^\[\]]*\]|(?<=\[)[^\[\]]*\]|(?<=\]))\(\s*<?)"""
    r"""((?<=<)[^<>\n]+|[^\s<>()"']+(?:\([^\s()]*\))?)(>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\))"""
)
# The pictures from which a browser chooses: addresses with a size or density each, between commas.
_CHOICE = regex(r"""(\bsrcset=["'])([^"'<>]+)""")
_CHOSEN = regex(r"(^|,\s*)([^\s,]+)")


def twin(page: Page, view: View, press: Press) -> str:
    """Return an article's Markdown twin."""
    return twin_text(page.subject, view, press) + "\n"


def twin_text(ident: str, view: View, press: Press) -> str:
    """Return an article as Markdown; empty where it is not published."""
    card, article, content = view.card(ident), view.article(ident), view.content(ident)
    if card is None or article is None or content is None:
        return ""
    front = "\n".join(f"{name}: {value}" for name, value in _front(card, article, view))
    urls = _urls(content, view, article.path)
    text = (_with_urls(content.markdown, urls) if urls else content.markdown).strip("\n")
    named = _begins_with(text, card.title)
    title, text = text.partition("\n")[::2] if named else (f"# {card.title}", text)

    def part(key: str, items: Iterable[str], between: str = "\n") -> str:
        listed = between.join(items)
        return f"## {press.say(key, card.language)}\n\n{listed}" if listed else ""

    parts = [
        f"---\n{front}\n---",
        title,
        part("key_points", (f"- {visible_text(point)}" for point in article.meta.key_points)),
        text.strip("\n"),
        part("faq", _questions(content), "\n\n"),
        part("sources", map(_source, article.meta.sources)),
        part("corrections", (f"- {entry.date}: {visible_text(entry.text)}" for entry in article.meta.corrections)),
    ]
    return legal("\n\n".join(part for part in parts if part))


def _begins_with(text: str, title: str) -> bool:
    """Tell whether a text begins with its title as a first-level heading."""
    first = text.partition("\n")[0]
    return first.startswith("# ") and letters(first) == letters(title)


def _front(card: Card, article: Article, view: View) -> Iterator[tuple[str, str]]:
    """Yield the keys of the front matter with their values in YAML, which JSON is."""
    license_ = license_of(article.meta, view.config)
    yield "title", json_text(card.title)
    if article.meta.description:
        yield "description", json_text(article.meta.description)
    yield "url", full_url(view.config, card.address)
    if article.meta.date:
        yield "date", iso(article.meta.date)
    if card.updated:
        yield "updated", iso(card.updated)
    if card.authors:
        yield "authors", json_text([author.name for author in card.authors])
    if card.section:
        yield "section", json_text(card.section.name)
    if card.tags:
        yield "tags", json_text([tag.name for tag in card.tags])
    if license_:
        yield "license", license_.href


def _urls(content: Content, view: View, path: str) -> dict[str, str]:
    """Return the full URLs of the relative addresses in a text, as they are written; empty where one leads nowhere."""
    urls: dict[str, str] = {}
    for part in chain.from_iterable(body.parts for body in content.bodies):
        ref = part.ref if isinstance(part, Picture) else part if isinstance(part, Ref) else None
        if ref is not None and ref.written not in urls:
            target = resolve(ref, view, path)
            urls[ref.written] = full_url(view.config, target.address) + target.rest if target.address else ""
    return urls


def _with_urls(text: str, urls: Mapping[str, str]) -> str:
    """Return Markdown with these addresses as full URLs, and with links that lead nowhere as plain text."""

    def replaced(place: re.Match[str], label: str, opening: str, written: str, closing: str) -> str:
        url = urls.get(written)
        if url:
            return f"{label}{opening}{url}{closing}"
        return place[0] if url is None or not label else label.removeprefix("!")[1:]

    def in_link(place: re.Match[str]) -> str:
        label, _, opening = place[1].partition("](")
        return replaced(place, label, f"]({opening}", place[2], place[3])

    def anywhere(place: re.Match[str]) -> str:
        return replaced(place, place[1] or "", place[2] or place[5], place[3] or place[6], place[4] or "")

    def chosen(place: re.Match[str]) -> str:
        return place[1] + _CHOSEN.sub(lambda one: one[1] + (urls.get(one[2]) or one[2]), place[2])

    def wiki(place: re.Match[str]) -> str:
        name = place["name"].strip()
        url = urls.get(name, urls.get(title_in(name)))
        if not name or url is None:
            return place[0]
        said, _ = shown_in(place)
        if is_picture(place):
            return f"![{said}]({url})" if url else said
        said = said or title_in(name)
        return f"[{said}]({url})" if url else said

    def of_template(place: re.Match[str]) -> str:
        filled = filled_in(place[0])
        return filled if filled in urls else place[0]

    if "{{" in text or "{%" in text:
        text = MARKED.sub(of_template, text)
    if "[[" in text:
        text = outside_code(text, WIKI, wiki)
    if "srcset=" in text:
        text = _CHOICE.sub(chosen, text)
    if has_any(text, ("]:", "href=", "src=", "poster=")):
        return _PLACE.sub(anywhere, text)
    return _IN_LINK.sub(in_link, text)


def _questions(content: Content) -> Iterator[str]:
    """Yield the questions of the front matter, which the text does not hold."""
    for entry in content.faqs[: content.front_faq]:
        answer = "".join(part for part in entry.answer.parts if isinstance(part, str))
        yield f"### {entry.question}\n\n{visible_text(answer)}"


def _source(source: Citation) -> str:
    url = web_url(source.url)
    named = f"[{source.title}](<{url}>)" if url else source.title
    return f"- {f'{source.author}: ' if source.author else ''}{named}{f' ({source.year})' if source.year else ''}"
