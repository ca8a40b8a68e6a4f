"""What MyST has in braces, as Jupyter Book and Sphinx read it: callouts, figures, formulas and code.

```` ```{note} Title ```` and `:::{note} Title` open them. Above code of R Markdown and Quarto a language stands there.
"""

from collections.abc import Mapping

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.model.config import CALLOUTS
from sitegen.parse.draw.shortcodes import report_shortcode
from sitegen.parse.foreign.captions import image
from sitegen.parse.manuscript import manuscript_of
from sitegen.parse.phrases import ALIASES
from sitegen.parse.syntax.containers import GENERIC, contain
from sitegen.parse.syntax.lines import find_line, line_text
from sitegen.parse.tokens import figure, inline, within

_OPEN = regex(r"(?P<marks>`{3,}|~{3,}|:{3,})\{(?P<name>[A-Za-z][\w-]*)(?:,?[ \t][^{}`]*)?\}[ \t]*(?P<said>[^`]*)")
"""The line that opens one."""
_OPTION = regex(r":(?P<key>[\w-]+):(?:[ \t]+(?P<value>.*))?")
_CODE = ("code", "code-block", "code-cell", "sourcecode")
_UNREAD = (
    "toctree", "tableofcontents", "contents", "bibliography", "glossary", "include", "literalinclude", "raw",
    "eval-rst", "list-table", "csv-table", "tab-set", "tab-item", "grid", "card", "index", "video", "iframe",
)  # fmt: skip
"""What of Sphinx is neither a language nor read here."""
_PICTURES = ("figure", "image")
_KINDS = {"seealso": "note", "dropdown": "note", "topic": "note", "sidebar": "note", "margin": "note"}
"""Of boxes that are callouts by what they look like."""
_TITLES = {"seealso": "See also"}


def directive_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from such an opening to the one that closes it; what nothing here can show stays as it is."""
    match = None if state.is_code_block(start) else _OPEN.fullmatch(line_text(state, start).rstrip())
    if not match:
        return False
    name, mark = match["name"].lower(), match["marks"][0]
    if mark == ":" and name not in _PICTURES and not _kind(name, {}):
        return False
    last = find_line(state, start + 1, end, regex(rf"{mark}{{{len(match['marks'])},}}[ \t]*"))
    if last == end:
        return False
    first, options = _options(state, start + 1, last)
    kind = _kind(name, options)
    if silent:
        return True
    if kind:
        title = match["said"].strip() or _TITLES.get(name, "")
        contain(state, start, last, kind, {"title": title, "closed": True, "braced": False}, first=first)
    elif name in _PICTURES:
        picture = inline(image(options.get("alt", ""), match["said"].strip()), start)
        caption = state.getLines(first, last, state.blkIndent, False).strip()
        shown = figure(picture, inline(caption, first) if caption else None, {})
        state.tokens += within(shown, state.level)
    else:
        if name in _UNREAD and (manuscript := manuscript_of(state.env)):
            first, options = start + 1, {}
            report_shortcode(line_text(state, start).rstrip(), start + manuscript.first_line, manuscript)
        elif options and state.isEmpty(first):
            first += 1
        _push_code(
            state, (start, first, last), match["said"].strip() if name in _CODE else name, options.get("caption", "")
        )
    state.line = last + 1
    return True


def _kind(name: str, options: Mapping[str, str]) -> str:
    """Return the kind of callout that a directive is, or an empty string."""
    if name in GENERIC:
        classes = options.get("class", "").split()
        return next((ALIASES.get(each, each) for each in classes if each in CALLOUTS or each in ALIASES), "note")
    return _KINDS.get(name) or (name if name in CALLOUTS or name in ALIASES else "")


def _push_code(state: StateBlock, lines: tuple[int, int, int], language: str, title: str) -> None:
    start, first, last = lines
    token = state.push("fence", "code", 0)
    quote = "'" if '"' in title else '"'
    token.info = f"{language} title={quote}{title}{quote}" if title else language
    token.content = state.getLines(first, last, state.sCount[start], True)
    token.map = [start, last + 1]


def _options(state: StateBlock, line: int, last: int) -> tuple[int, dict[str, str]]:
    """Return the first line behind the options at the top of a directive, and these."""
    found: dict[str, str] = {}
    while line < last and (option := _OPTION.fullmatch(line_text(state, line).rstrip())):
        found[option["key"]] = (option["value"] or "").strip()
        line += 1
    return line, found
