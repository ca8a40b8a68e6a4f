"""A bare `https://…` in the text becomes a link."""

import re

from markdown_it.rules_inline.state_inline import StateInline

from sitegen.base.paths import web_url
from sitegen.base.patterns import regex

_SCHEME = regex(r"(?<![A-Za-z0-9])https?$", re.IGNORECASE)
_OTHERS = "。，、；（）《》「」『』【】"
"""Signs of Chinese and Japanese, which addresses have in codes only."""
_REST = regex(rf"://(?=[\w\[])[^\s<>\"`\\{_OTHERS}]*[^\s<>\"`\\{_OTHERS}.,:;!?*_~'’”)\]}}|]")
_NO_HOST = regex(r"://\w[\w.:-]*+[\[\]()*]++[^\s<>\"`\\.,:;!?*_~'’”()\[\]}|]")
"""What goes on behind a bracket where a host should: the rest of a broken link."""
_WITH_NAME = regex(r"://[^\s/?#@]*@")
"""An address with the name of a user, perhaps with a password: an example, as a rule."""
_CLOSERS = {")": "(", "]": "["}


def address_rule(state: StateInline, silent: bool) -> bool:
    """Link the address whose scheme has just been read."""
    if silent or state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    scheme = _SCHEME.search(state.pending, max(0, len(state.pending) - len("https")))
    if not scheme or _WITH_NAME.match(state.src, state.pos) or _NO_HOST.match(state.src, state.pos):
        return False
    match = _REST.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    end = _with_brackets(state.src, match.end(), state.posMax, state.pos)
    url = scheme[0] + state.src[state.pos : end]
    href = state.md.normalizeLink(url)
    if not web_url(href) or not state.md.validateLink(href):
        return False
    at = state.pos - len(scheme[0])
    state.pending = state.pending[: -len(scheme[0])]
    token = state.push("link_open", "a", 1)
    token.attrs = {"href": href}
    token.info = "auto"
    token.meta["at"] = at
    state.push("text", "", 0).content = url
    state.push("link_close", "a", -1).info = "auto"
    state.pos = end
    return True


def _with_brackets(src: str, end: int, most: int, start: int) -> int:
    """Return where the address ends, with a closing bracket that belongs to one inside it."""
    while end < most and src[end] in _CLOSERS:
        opener = _CLOSERS[src[end]]
        if src.count(opener, start, end) <= src.count(src[end], start, end):
            break
        end += 1
    return end
