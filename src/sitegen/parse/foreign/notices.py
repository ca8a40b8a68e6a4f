"""`{{% notice tip %}}` … `{{% /notice %}}`, as themes of Hugo have callouts, becomes a container.

So does `{% note tip %}` … `{% endnote %}`, as Hexo and Eleventy have it, `{% box(type="tip") %}` … `{% end %}`, as
sites of Zola have it under any name, and `<Callout type="tip">` … `</Callout>`, as pages of MDX are built with: HTML
has no elements with capitals. One that is given its text closes itself: `{% include tip.html content="…" %}`, as themes
of Jekyll have it, and `{{< note text="…" />}}`.
"""

import re

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.model.config import CALLOUTS
from sitegen.parse.faq.asking import is_question
from sitegen.parse.foreign.captions import given_by, included_with
from sitegen.parse.phrases import ALIASES
from sitegen.parse.syntax.containers import GENERIC, contain, kind_in
from sitegen.parse.syntax.lines import closing_line, line_text, push_paragraph

_COMPONENTS = (
    "Callout", "Admonition", "Alert", "Aside", "Accordion", "AccordionItem",
    "Note", "Tip", "Info", "Important", "Warning", "Caution", "Danger", "DidYouKnow", "ProTip", "RealLifeExample",
)  # fmt: skip
_BOX = regex(r"Callout|Admonition|Alert|Aside|Hint|Note|Notice|Tip|Info|Warning|Box|Block|Banner|Message|Panel")
"""In the name of any other, which is a callout where it says of what kind it is."""
_KIND = regex(
    r"\s(?:type|kind|variant)=[\"']?(?:note|tip|info|important|warning|caution|danger|hint|success|error|attention)\b",
    re.IGNORECASE,
)
"""What says of a component of which kind it is."""
_NAMES = frozenset((
    *GENERIC, "note", "tip", "info", "important", "warning", "caution", "danger", "hint", "details", "box", "panel",
    "expand", "collapse", "spoiler",
))  # fmt: skip
_OPEN = regex(
    r"\{\{(?P<hugo>[<%])\s*(?P<name>[a-z][\w-]*)(?P<given>(?:\s[^{}<>]*)?)[>%]\}\}[ \t]*$"
    r"|\{%-?\s*(?P<other>[a-z][\w-]*)(?!\s*\()(?P<told>(?:\s[^{}%]*)?)%\}[ \t]*$"
    r"|\{%-?\s*(?P<zola>\w+)\((?P<values>[^{}%]*)\)\s*-?%\}[ \t]*$"
    r"|<(?P<component>(?-i:[A-Z])[A-Za-z]*)(?P<attributes>(?:\s[^<>{}]*)?)(?<!/)>[ \t]*$",
    re.IGNORECASE,
)
"""The line that opens one: of Hugo, of Hexo and Eleventy, of Zola, and a component."""
_WHOLE = regex(
    r"(?:\{%-?\s*include\s+(?:[\w-]+/)*(?P<included>[a-z]+)(?:\.\w+)?|\{\{[<%]\s*(?P<hugo>[a-z][\w-]*))"
    r"\s(?P<given>[^{}]*?)(?:-?%\}|/?[>%]\}\})[ \t]*",
    re.IGNORECASE,
)
"""A line that is one, with its text in an attribute."""
_LINE = regex(
    r"(?P<opening><(?P<component>[A-Z][A-Za-z]*)(?:\s[^<>{}]*)?(?<!/)>"
    r"|\{\{[<%]\s*(?P<hugo>[a-z][\w-]*)(?:\s[^{}<>]*)?[>%]\}\}"
    r"|\{%-?\s*(?P<other>[a-z][\w-]*)(?:\s[^{}%]*)?%\})(?P<said>[^{}]*?)"
    r"(?(component)</(?P=component)\s*>|"
    r"(?(hugo)\{\{[<%]\s*/\s*(?P=hugo)\s*[>%]\}\}|\{%-?\s*end\s?(?P=other)\s*-?%\}))[ \t]*"
)
"""A line in which one opens and closes, with its text between."""
_TEXTS = ("content", "text", "message", "body")
"""What such a one calls its text."""
_CONDITIONS = ("if", "unless", "case", "for")
"""What templates decide by, which may be a text that asks."""
_AROUND = regex(
    r"(?:</?|\{\{[<%]\s*/?)(?i:accordion(?:-?group|s)?|faqs?(?:-?(?:list|section|group))?)\s*(?:>|[>%]\}\})[ \t]*"
    r"|\{%-?\s*(?:end)?content-ref\b[^{}%]*%\}[ \t]*"
)
"""What stands around components, or around a link in GitBook, and says nothing."""
_WORD = regex(r"(?<![=\w\"'-])(?:\"([^\"]*)\"|'([^']*)'|([\w-]+)(?![\w=-]))")
"""What is given without a name."""
_TITLE = regex(r"\b(?:title|heading|summary|question|q)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def notice_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from a shortcode with the name of a callout to the one that closes it."""
    line = line_text(state, start)
    if not line.startswith(("{{", "{%", "<")) or state.is_code_block(start):
        return False
    if _AROUND.fullmatch(line):
        state.line = start if silent else start + 1
        return True
    opening = _OPEN.fullmatch(line)
    opening = opening if opening and _is_callout(opening) else None
    last = _closing_line(state, start, end, opening) if opening else start
    if not opening or last == start:
        return _push_whole(state, start, line, silent=silent) or _push_line(state, start, line, silent=silent)
    if silent:
        return True
    meta = {"title": _title(_given(opening)), "closed": True, "braced": False}
    contain(state, start, last, _kind(opening), meta, first=start + 1, indent=_indent(state, start, last, opening))
    state.line = last + 1
    return True


def _kind(opening: re.Match[str]) -> str:
    """Return the kind of callout that is opened."""
    name = _name(opening).lower()
    given = _given(opening)
    words = [next(filter(None, match.groups()), "") for match in _WORD.finditer(given)]
    said = [kind_in(given), *(word.lower() for word in words[:1]), name]
    return next((each for each in said if each != "faq" and (each in CALLOUTS or each in ALIASES)), "note")


def _push_line(state: StateBlock, start: int, line: str, *, silent: bool) -> bool:
    """Push the callout that one line opens and closes, and tell whether it is one."""
    match = _LINE.fullmatch(line)
    opening = _OPEN.fullmatch(match["opening"]) if match else None
    said = match["said"].strip() if match else ""
    if not said or not opening or not _is_callout(opening):
        return False
    if not silent:
        _push(state, start, _kind(opening), _title(_given(opening)), said)
    return True


def _push_whole(state: StateBlock, start: int, line: str, *, silent: bool) -> bool:
    """Push the callout that one line is given the text of, and tell whether it is one."""
    match = _WHOLE.fullmatch(line) if "=" in line else None
    name = (match["included"] or match["hugo"]).lower() if match else ""
    if not match or name not in _NAMES:
        return False
    given = included_with(match["given"]) if match["included"] else given_by(match["given"])
    text = next((given[each] for each in _TEXTS if given.get(each)), "").strip()
    if not text:
        return False
    if not silent:
        kind = next((each for each in (kind_in(match["given"]), name) if each in CALLOUTS or each in ALIASES), "note")
        _push(state, start, kind, given.get("title", ""), text)
    return True


def _push(state: StateBlock, start: int, kind: str, title: str, text: str) -> None:
    """Push the callout that a line is."""
    opened = state.push("container_open", "div", 1)
    opened.map, opened.info = [start, start + 1], kind
    opened.meta = {"title": title, "closed": True, "braced": False}
    push_paragraph(state, text, start, start + 1)
    state.push("container_close", "div", -1)
    state.line = start + 1


def _name(opening: re.Match[str]) -> str:
    return opening["name"] or opening["other"] or opening["zola"] or opening["component"] or ""


def _given(opening: re.Match[str]) -> str:
    return opening["given"] or opening["told"] or opening["values"] or opening["attributes"] or ""


def _title(given: str) -> str:
    """Return the title that is given, by name or as the first words in quotes that are one."""
    if title := _TITLE.search(given):
        return title[1] or title[2] or ""
    quoted = (match[1] or match[2] or "" for match in _WORD.finditer(given))
    return next(filter(_is_title, quoted), "")


def _is_title(words: str) -> bool:
    """Tell whether these are several words, or one with a capital that names no kind: `"demo"` is said to a theme."""
    one = words[:1].isalpha() and not words[:1].islower()
    return " " in words or (one and words.lower() not in CALLOUTS and words.lower() not in ALIASES)


def _is_callout(opening: re.Match[str]) -> bool:
    """Tell whether this is a callout: by its name, by a kind that it says, or by a title that asks."""
    if is_question(_title(_given(opening))) and opening["other"] not in _CONDITIONS:
        return True
    if name := opening["component"]:
        return name in _COMPONENTS or bool(_BOX.search(name) and _KIND.search(opening["attributes"]))
    if not opening["zola"]:
        return (opening["name"] or opening["other"]).lower() in _NAMES
    kind = kind_in(opening["values"]) or opening["zola"].lower()
    return kind in CALLOUTS or kind in ALIASES or opening["zola"].lower() in GENERIC


def _closing_line(state: StateBlock, start: int, end: int, opening: re.Match[str]) -> int:
    """Return the line that closes a shortcode, or `start` where none does."""
    name = re.escape(_name(opening))
    if opening["zola"]:
        written = r"\{%-?\s*end\s*-?%\}"
    elif opening["hugo"]:
        written = rf"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}"
    else:
        written = rf"\{{%-?\s*end\s?{name}\s*-?%\}}|</{name}\s*>"
    closing = re.compile(rf"(?:{written})[ \t]*", re.IGNORECASE)
    return closing_line(state, start, end, ("{", "<"), closing.fullmatch, _opens)


def _opens(line: str) -> bool:
    inner = _OPEN.fullmatch(line)
    return inner is not None and (bool(inner["zola"]) or _is_callout(inner))


def _indent(state: StateBlock, start: int, last: int, opening: re.Match[str]) -> int:
    """Return how far what stands in a component is indented, as HTML is; Markdown would take it for code."""
    filled = [state.sCount[line] for line in range(start + 1, last) if not state.isEmpty(line)]
    return max(0, min(filled, default=0) - state.blkIndent) if opening["component"] else 0
