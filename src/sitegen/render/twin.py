"""An article becomes clean Markdown again: a small front matter, and its text with full URLs."""

import json
import re
from collections.abc import Iterator

from sitegen.base.html import legal
from sitegen.model.article import Article, Content
from sitegen.model.body import Picture, Ref
from sitegen.model.output import Page
from sitegen.model.site import Card
from sitegen.render.filters import iso
from sitegen.render.licenses import license_link
from sitegen.render.links import resolve
from sitegen.render.press import Press
from sitegen.render.urls import full_url
from sitegen.render.view import View


def twin(page: Page, view: View, press: Press) -> str:
    """Return an article's Markdown twin."""
    return twin_text(page.subject, view) + "\n"


def twin_text(ident: str, view: View) -> str:
    """Return an article as Markdown; empty where it is not published."""
    card, article, content = view.card(ident), view.article(ident), view.content(ident)
    if card is None or article is None or content is None:
        return ""
    front = "\n".join(f"{name}: {value}" for name, value in _front(card, article, view))
    text = _with_urls(content, view, article.path).strip("\n")
    parts = [f"---\n{front}\n---", f"# {card.title}", text, *_faq(content), *_corrections(article)]
    return legal("\n\n".join(part for part in parts if part))


def _front(card: Card, article: Article, view: View) -> Iterator[tuple[str, str]]:
    license_ = license_link(article.meta.license or view.config.site.license)
    yield "title", _quoted(card.title)
    if article.meta.description:
        yield "description", _quoted(article.meta.description)
    yield "url", full_url(view.config, card.address)
    if article.meta.date:
        yield "date", iso(article.meta.date)
    if card.updated:
        yield "updated", iso(card.updated)
    if card.authors:
        yield "authors", _quoted([author.name for author in card.authors])
    if card.section:
        yield "section", _quoted(card.section.name)
    if card.tags:
        yield "tags", _quoted([tag.name for tag in card.tags])
    if license_:
        yield "license", license_.href


def _quoted(value: object) -> str:
    """Return a value that is JSON and so YAML as well."""
    return json.dumps(value, ensure_ascii=False)


def _with_urls(content: Content, view: View, path: str) -> str:
    """Return the source with every address that is relative as a full URL."""
    urls: dict[str, str] = {}
    for part in content.body.parts:
        ref = part.ref if isinstance(part, Picture) else part if isinstance(part, Ref) else None
        if ref is None or ref.written in urls:
            continue
        target = resolve(ref, view, path)
        if target.address:
            urls[ref.written] = full_url(view.config, target.address) + target.rest
    if not urls:
        return content.markdown
    names = "|".join(re.escape(name) for name in sorted(urls, key=len, reverse=True))
    # As the target of a link or image, of a reference, or in an attribute of raw HTML.
    place = re.compile(
        rf"""(\]\(\s*<?|^\s{{0,3}}\[[^\]]+\]:\s*<?|\b(?:href|src)=["']?)({names})(?=[\s>)"']|$)""", re.MULTILINE
    )
    return place.sub(lambda match: match[1] + urls[match[2]], content.markdown)


def _faq(content: Content) -> Iterator[str]:
    """Yield the questions of the front matter, which the text does not hold."""
    from sitegen.base.html import visible_text

    for number, entry in enumerate(content.faqs[: content.front_faq]):
        if not number:
            yield "## FAQ"
        answer = "".join(part for part in entry.answer.parts if isinstance(part, str))
        yield f"### {entry.question}\n\n{visible_text(answer)}"


def _corrections(article: Article) -> Iterator[str]:
    from sitegen.base.html import visible_text

    if article.meta.corrections:
        yield "## Corrections"
        yield "\n".join(f"- {entry.date}: {visible_text(entry.text)}" for entry in article.meta.corrections)
