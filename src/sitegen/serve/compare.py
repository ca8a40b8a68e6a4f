"""Two states of a page become what a browser must do to go from one to the other."""

import re
from collections import Counter

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex

_STYLESHEET = regex(rb"""[^"'\s<>=(]+\.css(?:\?[^"'\s<>)]*)?""")
_ARTICLE = regex(r"<article\b.*</article>", re.DOTALL)
_HEADLINE = regex(r"<h1\b.*?</h1>", re.DOTALL)
_ALIKE = 0.8


def styles_only(old: bytes, new: bytes) -> tuple[tuple[str, str], ...] | None:
    """Return (old, new) addresses of style sheets where nothing else differs between two pages, else None."""
    if _STYLESHEET.sub(b"", old) != _STYLESHEET.sub(b"", new):
        return None
    before, after = _STYLESHEET.findall(old), _STYLESHEET.findall(new)
    pairs = zip(before, after, strict=True) if len(before) == len(after) else ()
    return tuple(dict.fromkeys((a.decode(), b.decode()) for a, b in pairs if a != b)) or None


def same_article(old: bytes, new: bytes) -> bool:
    """Tell whether a page seems to hold the article of another: its headline, or nearly all of its words."""
    before, after = _article(old), _article(new)
    if not before or not after:
        return False
    headline = _headline(before)
    if headline and headline == _headline(after):
        return True
    words, others = Counter(visible_text(before).split()), Counter(visible_text(after).split())
    return (words & others).total() >= _ALIKE * max(words.total(), others.total(), 1)


def _article(page: bytes) -> str:
    match = _ARTICLE.search(page.decode(errors="replace"))
    return match[0] if match else ""


def _headline(article: str) -> str:
    match = _HEADLINE.search(article)
    return visible_text(match[0]) if match else ""
