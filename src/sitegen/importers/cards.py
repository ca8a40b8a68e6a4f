"""Cards of Ghost, and questions and answers of plugins, become Markdown."""

from typing import Protocol

from lxml import etree

from sitegen.importers.escaping import escaped, lines
from sitegen.importers.inline import Inline, raw, said

_TIPS = {"💡": "TIP", "⚠": "WARNING", "❗": "IMPORTANT", "🚨": "CAUTION", "✋": "CAUTION"}


class _BlockWriter(Protocol):
    """Makes blocks of Markdown of what stands in a card."""

    inline: Inline

    def of(self, element: "etree._Element") -> list[str]: ...

    def captions(self, element: "etree._Element") -> list[str]: ...

    def details(self, summary: str, element: "etree._Element") -> list[str]: ...


def card(element: "etree._Element", write: _BlockWriter) -> list[str] | None:
    """Return the blocks of a card; None where an element is no card."""
    of = {*element.get("class", "").split()}
    if of & {"wp-block-yoast-faq-block", "schema-faq"}:
        return _questions(element, write, "schema-faq-question", "schema-faq-answer")
    if of & {"rank-math-block", "wp-block-rank-math-faq-block"} or element.get("id") == "rank-math-faq":
        return _questions(element, write, "rank-math-question", "rank-math-answer")
    if "kg-callout-card" in of:
        return _callout(element, write)
    if "kg-toggle-card" in of:
        return write.details(said(_one(element, "kg-toggle-heading-text")), _one(element, "kg-toggle-content"))
    if "kg-bookmark-card" in of:
        return _bookmark(element, write)
    if "kg-file-card" in of:
        return _file(element, write)
    if of & {"kg-audio-card", "kg-video-card"}:
        return _recording(element, write)
    if of & {"kg-email-card", "kg-email-cta-card"}:
        return [write.inline.lose("a part that only mails show, which is left out")]
    if "kg-signup-card" in of:
        return [write.inline.lose("a form to subscribe, which is left out")]
    return None


def _questions(element: "etree._Element", write: _BlockWriter, question: str, answer: str) -> list[str]:
    made: list[str] = []
    for each in element.iter():
        kinds = each.get("class", "").split() if isinstance(each.tag, str) else ()
        if question in kinds:
            made.append(f"### {write.inline.heading(each)}")
        elif answer in kinds and made:
            made += write.of(each)
    return ["\n\n".join(["::: faq", *made, ":::"])] if made else write.of(element)


def _callout(element: "etree._Element", write: _BlockWriter) -> list[str]:
    sign = said(_one(element, "kg-callout-emoji"))
    kind = _TIPS.get(sign.rstrip("\ufe0f"), "NOTE")
    body = write.of(_one(element, "kg-callout-text"))
    if sign and kind == "NOTE" and body:
        body[0] = f"{sign} {body[0]}"
    return [as_quote([f"[!{kind}]\n" + "\n\n".join(body)])] if body else []


def _bookmark(element: "etree._Element", write: _BlockWriter) -> list[str]:
    link = next(element.iter("a"), None)
    parts = ("kg-bookmark-title", "kg-bookmark-description", "kg-bookmark-author", "kg-bookmark-publisher")
    title, about, *by = (escaped(said(_one(element, part))) for part in parts)
    href = link.get("href", "") if link is not None else ""
    head = write.inline.link_to(href, title or escaped(href, in_link=True))
    rest = " · ".join(filter(None, by))
    return [as_quote([head, *filter(None, (lines(about), lines(rest)))]), *write.captions(element)]


def _recording(element: "etree._Element", write: _BlockWriter) -> list[str]:
    made = [escaped(said(_one(element, "kg-audio-title")))]
    for media in element.iter("audio", "video"):
        media.set("controls", "")  # which scripts of Ghost would draw
        made.append(raw(media, write.inline))
    return [*filter(None, made), *write.captions(element)]


def _file(element: "etree._Element", write: _BlockWriter) -> list[str]:
    link = next(element.iter("a"), None)
    names = ("title", "caption", "filename", "filesize")
    title, about, name, size = (escaped(said(_one(element, f"kg-file-card-{each}"))) for each in names)
    href = link.get("href", "") if link is not None else ""
    rest = f" ({', '.join(filter(None, (name, size)))})" if name or size else ""
    return [write.inline.link_to(href, title or name or escaped(href)) + rest, *([lines(about)] if about else [])]


def _one(element: "etree._Element", kind: str) -> "etree._Element":
    found = (each for each in element.iter() if isinstance(each.tag, str) and kind in each.get("class", "").split())
    return next(found, etree.Element("x-none"))


def as_quote(blocks: list[str]) -> str:
    """Return blocks as a quote."""
    return "\n".join(f"> {line}".rstrip() for line in "\n\n".join(blocks).split("\n"))
