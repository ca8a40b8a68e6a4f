"""Tags with values in braces, as `.mdx` files have them (`<Card tags={["a"]} style={{color: "red"}}>`), become HTML.

A value that is a plain text or number stays, and a style whose values are such; of others nothing can be known, and
they leave. Elements of HTML have such values in `.md` files too, which Docusaurus reads as `.mdx`. Imports, exports and
comments, which `.mdx` files hold besides, no reader ever sees.
"""

import re

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.utils import EnvType

from sitegen.base.patterns import regex
from sitegen.parse.manuscript import Manuscript, manuscript_of
from sitegen.parse.syntax.lines import line_text
from sitegen.parse.tags import ELEMENTS

# The groups are atomic, so that no text takes quadratic time.
_BRACES = r"\{(?>(?:[^{}]+|\{(?>(?:[^{}]+|\{(?>(?:[^{}]+|\{[^{}]*\})*)\})*)\})*)\}"
EXPRESSION = regex(_BRACES)
_NAME = r"[\w:.-]+"
_QUOTED = r"\"[^\"]*\"|'[^']*'|[^\s\"'=<>`{}/]++"
_SPREAD = r"\{\s*\.\.\.[^{}]*\}"
"""Attributes of which only a program knows: `{...rest}`."""
_ATTRIBUTE = rf"(?>{_NAME}(?:\s*=\s*(?:{_QUOTED}|{_BRACES}))?|{_SPREAD})"
_ATTRIBUTES = regex(rf"(?>(?:\s++{_ATTRIBUTE})*)\s*+/?")
_TAG = regex(rf"<(?P<name>[A-Za-z][\w.-]*+)(?P<attributes>(?>(?:\s++{_ATTRIBUTE})*))\s*+(?P<end>/?)>")
_ENDING = regex(r"</(?P<name>[A-Z][\w.-]*+)\s*+>")
_PART = regex(rf"\s+(?:(?P<name>{_NAME})(?:\s*=\s*(?:{_QUOTED}|(?P<braces>{_BRACES})))?|{_SPREAD})")
"""An attribute, on its own."""
_PLAIN = regex(r"""\{\s*(?:require\(\s*)?(?:"([^"]*)"|'([^']*)'|`([^`$]*)`|(\d[\d.]*))(?:\s*\)(?:\.default)?)?\s*\}""")
"""A text, a number, or a picture as Docusaurus has it: `{require("./a.png").default}`."""
_SOURCES = ("src", "href")
_VALUE = r"\"[^\"]*\"|'[^']*'|`[^`$]*`|-?[\d.]+"
_RULE = regex(rf"\s*+[\"']?([A-Za-z][\w-]*+)[\"']?\s*+:\s*+({_VALUE})\s*+(?:,\s*+|\Z)")
_STYLE = regex(r"\{\s*\{(?P<rules>[^{}]*)\}\s*\}")
_CAPITAL = regex(r"[A-Z]")
_BARE = frozenset(("opacity", "z-index", "font-weight", "line-height", "order", "zoom")) | {
    f"flex{part}" for part in ("", "-grow", "-shrink")
}
"""Rules whose numbers are no lengths."""

_MODULE = regex(
    r"import\s*(?:['\"]|[\w*{][^;'\"]{0,2000}?\bfrom\s*['\"])"
    r"|export\s+(?:(?:default\s+)?(?:const|let|var|function|async|class)\s+\w+|default\s+[({\[]|[{*])"
)
"""Of JavaScript; prose may begin with the same words."""
COMPONENT = regex(r"</?[A-Z][\w.]*")
"""The beginning of a component's tag: no element of HTML is written so."""


def jsx_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines of a component's tag where nothing else is there; Markdown goes on right below it.

    One that ends a component ends a paragraph too.
    """
    pos = state.bMarks[start] + state.tShift[start]
    ends = state.src[pos + 1 : pos + 2] == "/"
    if not state.src[pos + 1 + ends : pos + 2 + ends].isupper() or (silent and not ends) or state.is_code_block(start):
        return False
    tag = (_ENDING if ends else _TAG).match(state.src, pos)
    if not tag or not _may_have(tag, state.env):
        return False
    last = start + tag[0].count("\n")
    if last >= end or state.src[tag.end() : state.eMarks[last]].strip():
        return False
    if not silent:
        token = state.push("html_block", "", 0)
        token.content = f"{tag[0] if ends else _plain(tag)}\n"
        token.map = [start, last + 1]
        state.line = last + 1
    return True


def jsx_tag(state: StateInline, silent: bool) -> bool:
    """Read such a tag in a line."""
    tag = _TAG.match(state.src, state.pos, state.posMax)
    if not tag or "{" not in tag[0] or not _may_have(tag, state.env):
        return False
    if not silent:
        state.push("html_inline", "", 0).content = _plain(tag)
    state.pos = tag.end()
    return True


def given_in(text: str, pos: int = 0) -> tuple[str, dict[str, str], int] | None:
    """Return the name of a component that closes itself, what it is given as plain text, and where it ends."""
    tag = _TAG.match(text, pos)
    if not tag or not tag["end"]:
        return None
    given: dict[str, str] = {}
    for part in _PART.finditer(tag["attributes"]):
        name, found, value = _attribute(part).strip().partition("=")
        if found:
            given[name.lower()] = value.strip().strip("\"'")
    return tag["name"], given, tag.end()


def without_braces(html: str) -> str:
    """Return raw HTML with such tags as HTML has them."""
    return _TAG.sub(lambda tag: _plain(tag) if "{" in tag[0] else tag[0], html) if "{" in html else html


def without_braces_in(attributes: str) -> str:
    """Return what stands in a tag behind its name as HTML has it, where all of it can be read."""
    if "={" not in attributes or not _ATTRIBUTES.fullmatch(attributes):
        return attributes
    end = " /" if attributes.endswith("/") else ""
    return "".join(_attribute(part) for part in _PART.finditer(attributes)) + end


def _may_have(tag: re.Match[str], env: EnvType) -> bool:
    """Tell whether the file has such tags: as `.mdx`, of the components that it imports, or of HTML."""
    manuscript = manuscript_of(env)
    return manuscript is not None and (
        manuscript.is_mdx or tag["name"] in manuscript.components or (tag["name"] in ELEMENTS and "={" in tag[0])
    )


def _plain(tag: re.Match[str]) -> str:
    """Return a tag as HTML has it, with as many lines."""
    attributes = "".join(_attribute(part) for part in _PART.finditer(tag["attributes"]))
    written = f"<{tag['name']}{attributes}{' /' if tag['end'] else ''}"
    return written + "\n" * (tag[0].count("\n") - written.count("\n")) + ">"


def _attribute(part: re.Match[str]) -> str:
    """Return an attribute with its value as a text, or nothing."""
    name, braces = part["name"], part["braces"]
    if name and not braces:
        return part[0]
    if name == "style" and braces and (style := _STYLE.fullmatch(braces)):
        return _css(style["rules"].strip())
    plain = _PLAIN.fullmatch(braces) if braces else None
    if not name or (plain is None and name not in _SOURCES):
        return ""
    value = next(each for each in plain.groups() if each is not None) if plain else braces
    return f' {name}="{value.replace(chr(34), "&quot;")}"'


def _css(written: str) -> str:
    """Return a style as HTML has it, or nothing where only a program knows what it says."""
    rules = [*_RULE.finditer(written)]
    if not rules or "".join(rule[0] for rule in rules) != written:
        return ""
    return f' style="{"; ".join(_rule(rule[1], rule[2]) for rule in rules)}"'


def _rule(written: str, value: str) -> str:
    name = _CAPITAL.sub(lambda letter: f"-{letter[0].lower()}", written)
    if value[0] in "\"'`":
        return f"{name}: {value[1:-1].replace(chr(34), '&quot;')}"
    return f"{name}: {value}" + ("" if name in _BARE or not value.strip("0.") else "px")


def mdx_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave out lines of a module up to the next empty one, a comment up to its end, and an expression that is told.

    MDX, "ESM" and "Expressions".
    """
    manuscript = manuscript_of(state.env)
    pos = state.bMarks[start] + state.tShift[start]
    if not manuscript or not manuscript.is_mdx or state.is_code_block(start):
        return False
    if state.src.startswith("{/*", pos):
        last = _comment_end(state, start, end)
    elif state.sCount[start] == state.blkIndent and _MODULE.match(state.src, pos):
        last = next((line for line in range(start + 1, end) if state.isEmpty(line)), max(end, start + 1))
    else:
        expression = EXPRESSION.match(state.src, pos) if state.src[pos] == "{" else None
        last = _expression_end(state, start, end, expression) if expression else start
        if expression and last > start and not silent:
            _report(expression[0], start + manuscript.first_line, manuscript)
    if last > start and not silent:
        state.line = last
    return last > start


def comment_rule(state: StateInline, silent: bool) -> bool:  # noqa: ARG001  (a rule's form)
    """Leave out a comment among words."""
    manuscript = manuscript_of(state.env)
    if not manuscript or not manuscript.is_mdx or not state.src.startswith("{/*", state.pos):
        return False
    if state.env.get("uncommented") == state.src:  # else many openings that nothing closes take quadratic time
        return False
    end = state.src.find("*/}", state.pos)
    if end < 0:
        state.env["uncommented"] = state.src
        return False
    state.pos = end + len("*/}")
    return True


def _comment_end(state: StateBlock, start: int, end: int) -> int:
    """Return the line behind a comment; `start` where more follows it in its last line, or another begins."""
    last = start + 1
    while last < end and "*/}" not in line_text(state, last - 1) and "{/*" not in line_text(state, last):
        last += 1
    return last if line_text(state, last - 1).rstrip().endswith("*/}") else start


def _expression_end(state: StateBlock, start: int, end: int, expression: re.Match[str]) -> int:
    """Return the line behind an expression; `start` where more follows it in its last line."""
    last = start + 1 + expression[0].count("\n")
    return start if last > end or state.src[expression.end() : state.eMarks[last - 1]].strip() else last


def _report(expression: str, row: int, manuscript: Manuscript) -> None:
    """Report what is left out, if it says anything."""
    if any(map(str.isalpha, expression)):
        shown = expression.split("\n", maxsplit=1)[0]
        message = f'"{shown}" is an expression, which only a program can read, and is left out'
        manuscript.report_text("parse/shortcode", message, row, shown, hint="write in Markdown what it shows")
