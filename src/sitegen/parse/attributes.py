"""`{#id .class key="value"}` becomes attributes: after images and links, at the end of headings, in a fence's line.

At the end of a heading MDX has its id in a comment: `{/*id*/}`.
"""

from markdown_it.rules_inline.state_inline import StateInline

from sitegen.base.patterns import regex

# An id may end with the stop of the sentence that it is made of.
_MARK = r"""[#.][^\s#.{}="'<>]+(?:\.(?=[\s}]))?"""
_PAIR = r"""[A-Za-z_:][\w:.-]*=(?:"(?:[^"{}\\]|\\.)*"|'[^'{}]*'|[^\s"'{}<>]+)"""
_ITEM = f"(?:{_MARK})+|{_PAIR}"
_BRACES = regex(rf"\{{:?[ \t]*((?:{_ITEM})(?:[ \t]*+\n?[ \t]*+(?<=\s)(?:{_ITEM}))*)[ \t]*\}}")
# No name begins within another, at each letter of which it would be sought again.
_ONE = regex(rf"{_MARK}|(?<![\w:.-]){_PAIR}")
_AT_END = regex(rf"(?:^|(?<![ \t])[ \t]+){_BRACES.pattern}[ \t]*$")
_COMMENT_AT_END = regex(r"(?<![ \t])[ \t]+\{/\*[ \t]*#?([\w.-]+)[ \t]*\*/\}[ \t]*$")

_BEARERS = frozenset(("image", "link_close"))

Attributes = dict[str, str]


def read_attributes(text: str) -> Attributes:
    """Return the attributes in the text between the braces; event handlers are left out."""
    found: Attributes = {}
    for item in _ONE.findall(text):
        if item[0] == "#":
            found["id"] = item[1:].rstrip(".")
        elif item[0] == ".":
            found["class"] = f"{found['class']} {item[1:]}" if "class" in found else item[1:]
        else:
            name, _, value = item.partition("=")
            if not name.lower().startswith("on"):
                value = value[1:-1] if value[0] in "\"'" else value
                found[name.lower()] = value.replace('\\"', '"')
    return found


def cut_attributes(text: str) -> tuple[str, Attributes]:
    """Return the text without the attributes at its end, and these."""
    if text.endswith("*/}") and (comment := _COMMENT_AT_END.search(text)):
        return text[: comment.start()], {"id": comment[1]}
    match = _AT_END.search(text) if text.endswith("}") else None
    if not match:
        return text, {}
    return text[: match.start()], read_attributes(match[1])


def attributes_rule(state: StateInline, silent: bool) -> bool:
    """Read attributes that stand right after an image or a link."""
    if silent or state.pending or not state.tokens or state.tokens[-1].type not in _BEARERS:
        return False
    match = _BRACES.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    bearer = next(token for token in reversed(state.tokens) if token.type in ("image", "link_open"))
    bearer.meta["attributes"] = read_attributes(match[1])
    state.pos = match.end()
    return True
