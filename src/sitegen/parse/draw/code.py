"""Code becomes HTML with the classes of Pygments, a title, and marked lines."""

import re
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it.common.utils import unescapeAll

from sitegen.base.patterns import regex
from sitegen.parse.attributes import read_attributes

_INFO = regex(r"[^\s,{}=\"']+")
_LINES = regex(r"\{([\d,\s-]*\d[\d,\s-]*)\}")
_FIRST = regex(r" *:::([A-Za-z][\w+#.-]*(?:[ \t]+hl_lines=(?:\"[^\"\n]*\"|'[^'\n]*'))?)[ \t]*\n(?=\s*\S)")
"""A first line of code that names its language."""
_PLAIN = frozenset(("", "text", "txt", "plain", "plaintext", "none", "mermaid", "math"))
# Beyond this, colour is not worth the wait.
_LONGEST = 200_000


def code_html(code: str, info: str) -> str:
    """Return the figure for a block of code; `info` is the line after the fence's marks."""
    info = unescapeAll(info)
    attributes = read_attributes(info)
    words = _INFO.match(attributes.get("class", "") if info.startswith("{") else info)
    language = words[0].lstrip(".").casefold() if words else ""
    title = attributes.get("title") or attributes.get("file") or attributes.get("filename") or ""
    marked = _marked(info, attributes)
    body = _highlighted(code, language)
    if marked:
        body = _mark(body, marked)
    label = f' data-language="{escape(language)}"' if language else ""
    css = f' class="language-{escape(language)}"' if language else ""
    caption = f"<figcaption>{escape(title)}</figcaption>" if title else ""
    return f'<figure class="code"{label}>{caption}<pre tabindex="0"><code{css}>{body}</code></pre></figure>\n'


def cut_language(code: str) -> tuple[str, str]:
    """Return indented code without a first line `:::python`, and what that says: Python-Markdown's way."""
    match = _FIRST.match(code)
    return (code[match.end() :], match[1]) if match else (code, "")


def _marked(info: str, attributes: dict[str, str]) -> frozenset[int]:
    """Return the numbers in `{1,3-5}` or `hl_lines="1 3-5"`."""
    match = _LINES.search(info)
    spans = re.findall(r"(\d+)(?:\s*-\s*(\d+))?", match[1] if match else attributes.get("hl_lines", ""))
    numbers: set[int] = set()
    for first, last in spans:
        if len(first) < 6 and len(last) < 6:
            numbers.update(range(int(first), int(last or first) + 1))
    return frozenset(numbers)


def _mark(html: str, marked: frozenset[int]) -> str:
    """Wrap the marked lines. A colour that spans lines is closed and opened again at each line end."""
    lines: list[str] = []
    opened = ""
    for number, line in enumerate(html.removesuffix("\n").split("\n"), start=1):
        text = opened + line
        opened = _open_span(text)
        text += "</span>" if opened else ""
        lines.append(f'<span class="hll">{text}\n</span>' if number in marked else text + "\n")
    return "".join(lines)


def _open_span(line: str) -> str:
    start, end = line.rfind("<span"), line.rfind("</span>")
    return line[start : line.index(">", start) + 1] if start > end else ""


def _highlighted(code: str, language: str) -> str:
    lexer = _lexer(language) if language not in _PLAIN and len(code) < _LONGEST else None
    if lexer is None:
        return escape(code, quote=False)
    parts: list[str] = []
    current, texts = "", [""]
    for token, text in lexer.get_tokens(code):
        css = _class(token)
        if not text.strip():
            css = "" if "\n" in text else current  # so that no colour reaches over a line end for nothing
        if css == current:
            texts.append(text)
            continue
        _flush(parts, current, texts)
        current, texts = css, [text]
    _flush(parts, current, texts)
    return "".join(parts)


def _flush(parts: list[str], css: str, texts: list[str]) -> None:
    text = escape("".join(texts), quote=False)
    if text:
        parts.append(f'<span class="{css}">{text}</span>' if css else text)


@lru_cache(maxsize=128)
def _lexer(language: str) -> Any:
    """Return the lexer of a language, or None where Pygments has none."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


@lru_cache(maxsize=1024)
def _class(token: Any) -> str:
    """Return the short class of a token type, the nearest parent's where it has none."""
    from pygments.token import STANDARD_TYPES

    while token not in STANDARD_TYPES:
        token = token.parent
    return STANDARD_TYPES[token]
