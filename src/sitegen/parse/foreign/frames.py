"""What stands around a text that is raw HTML leaves it: a page, and elements that hold all of it."""

import re
from itertools import accumulate

from sitegen.base.patterns import regex
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tags import element

_PAGE = r"(?:!doctype\s+html|html|head|body)"
_SECTION = r"(?:article|main|header|section)"
_BEGIN = regex(rf"\s*(?P<tag><(?:(?P<page>{_PAGE})|{_SECTION}|div)\b[^<>]*>)", re.IGNORECASE)
_HEADED = regex(r"</h[12]\s*>", re.IGNORECASE)
_MEANT = regex(r"\s(?:style|dir|lang)\s*=", re.IGNORECASE)
"""What an element says of the text that it holds."""
_REST = regex(
    rf"<(?P<name>title|style)\b[^<]*</(?P=name)\s*>|(?!<script\b[^<>]*ld\+json){element('script')}"
    rf"|</?(?:{_PAGE}|meta|link|base)\b[^<>]*>",
    re.IGNORECASE,
)
"""What a page has beside its text; data that say what it asks and answers stay."""
_FOOTER = regex(rf"{element('footer')}(?=\s*(?:</\w+\s*>\s*)*\Z)", re.IGNORECASE)
_RIGHTS = regex(r"©|&copy;|copyright", re.IGNORECASE)
"""What the footer of a page says, and no text."""
_NAMED = regex(
    rf"<{_SECTION}\b[^<>]*\b(?P<name>id=(?:\"[^<>\"]*\"|'[^<>']*'))[^<>]*>(?P<heading>\s*<h[1-6]\b)(?![^<>]*\bid=)",
    re.IGNORECASE,
)
"""A section whose name its heading can have."""
_SECTIONS = regex(rf"</?{_SECTION}\b[^<>]*>", re.IGNORECASE)
_DIV = regex(r"<(?P<close>/?)div\b[^<>]*>", re.IGNORECASE)
_OPENED = regex(r"(?:\s*<div\b[^<>]*>)+", re.IGNORECASE)
_CODE = regex(
    rf"{element('pre', 'textarea')}|^ {{0,3}}(?P<fence>```|~~~)(?s:.*?)^ {{0,3}}(?P=fence)|`[^`\n]+`",
    re.IGNORECASE | re.MULTILINE,
)
_HIDDEN = "\0"
"""What stands for code: no text holds it."""
_INDENT = regex(rf"^[ \t]+(?=[<{_HIDDEN}])", re.MULTILINE)


def without_frame(body: str, line: int, manuscript: Manuscript) -> str:
    """Return a text that begins on a file line without the page that it is, and without elements that hold all of it.

    What is left stands in the lines where it stood, and no more indented, which Markdown would take for code.
    """
    begin = _BEGIN.match(body) if body.lstrip()[:1] == "<" else None
    if not begin or not _HEADED.search(body) or (_MEANT.search(begin["tag"]) and not begin["page"]):
        return body
    text = body
    if begin["page"]:
        text = _FOOTER.sub(_without_rights, _REST.sub(_lines, body))
        row = line - 1 + body.count("\n", 0, begin.start("tag"))
        message = f"{begin['tag']} begins a whole page, of which the text is taken, and no <head>, script or copyright"
        hint = "keep what says the text, from <h1> on"
        manuscript.report_text("parse/unbalanced-html", message, row, begin["tag"], hint=hint)
    code = [found[0] for found in _CODE.finditer(text)]
    whole = _CODE.sub(_HIDDEN, text)
    bare = _without_divs(whole)
    if _SECTIONS.match(bare.lstrip()):
        bare = _without_divs(_SECTIONS.sub("", _NAMED.sub(r"\g<heading> \g<name>", bare)))
    if bare == whole and text == body:
        return body
    parts = _INDENT.sub("", bare).split(_HIDDEN)
    return "".join(part for pair in zip(parts, [*code, ""], strict=True) for part in pair)


def _without_rights(footer: re.Match[str]) -> str:
    return _lines(footer) if _RIGHTS.search(footer[0]) else footer[0]


def _lines(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _without_divs(html: str) -> str:
    """Return HTML without the boxes that hold all of it."""
    opened = _OPENED.match(html)
    divs = [*_DIV.finditer(html)] if opened else []
    depths = [*accumulate(-1 if div["close"] else 1 for div in divs)]
    if not opened or depths[-1]:
        return html
    first, end = len(_DIV.findall(opened[0])), len(html)
    last = len(divs)
    while divs[last - 1]["close"] and not html[divs[last - 1].end() : end].strip():
        last -= 1
        end = divs[last].start()
    around = max(0, min(depths[first - 1 : last]))
    ends = [div.span() for div in (*divs[:around], *divs[len(divs) - around :])]
    starts = [0, *(end for _, end in ends)]
    return "".join(html[start:end] for start, (end, _) in zip(starts, [*ends, (len(html), 0)], strict=True))
