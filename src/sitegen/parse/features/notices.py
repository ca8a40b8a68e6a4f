"""`{{% notice tip %}}` … `{{% /notice %}}`, as themes of Hugo have callouts, becomes a container.

So does `{% note tip %}` … `{% endnote %}`, as Hexo and Eleventy have it, `{% box(type="tip") %}` … `{% end %}`, as
sites of Zola have it under any name, and `<Callout type="tip">` … `</Callout>`, as pages of MDX are built with: HTML
has no elements with capitals.
"""

import re

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.patterns import regex
from sitegen.model.config import CALLOUTS
from sitegen.parse.kinds import ALIASES
from sitegen.parse.syntax.containers import GENERIC, contain, kind_in

_COMPONENTS = (
    *("Callout", "Admonition", "Alert", "Aside", "Accordion", "AccordionItem"),
    *("Note", "Tip", "Info", "Important", "Warning", "Caution", "Danger"),
)
_BOX = regex(r"Callout|Admonition|Alert|Aside|Hint|Note|Notice|Tip|Info|Warning|Box|Block|Banner|Message|Panel")
"""In the name of any other, which is a callout where it says of what kind it is."""
_KIND = regex(
    r"\s(?:type|kind|variant)=[\"']?(?:note|tip|info|important|warning|caution|danger|hint|success|error|attention)\b",
    re.IGNORECASE,
)
_NAMES = "|".join((*GENERIC, "note", "tip", "info", "important", "warning", "caution", "danger", "hint", "details"))
_OPEN = regex(
    rf"\{{\{{(?P<hugo>[<%])\s*(?P<name>{_NAMES})\b(?P<given>[^{{}}<>]*)[>%]\}}\}}[ \t]*$"
    rf"|\{{%-?\s*(?P<other>{_NAMES})\b(?!\s*\()(?P<told>[^{{}}%]*)%\}}[ \t]*$"
    rf"|\{{%-?\s*(?P<zola>\w+)\((?P<values>[^{{}}%]*)\)\s*-?%\}}[ \t]*$"
    r"|<(?P<component>(?-i:[A-Z])[A-Za-z]*)(?P<attributes>(?:\s[^<>{}]*)?)(?<!/)>[ \t]*$",
    re.IGNORECASE,
)
_AROUND = regex(r"</?(?:AccordionGroup|Accordions)>[ \t]*")
"""What stands around components and says nothing."""
_WORD = regex(r"(?<![=\w\"'-])(?:\"([^\"]*)\"|'([^']*)'|([\w-]+)(?![\w=-]))")
"""What is given without a name."""
_TITLE = regex(r"\b(?:title|heading|summary)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")


def notice_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the lines from a shortcode with the name of a callout to the one that closes it."""
    pos, most = state.bMarks[start] + state.tShift[start], state.eMarks[start]
    if not state.src.startswith(("{{", "{%", "<"), pos) or state.is_code_block(start):
        return False
    if _AROUND.fullmatch(state.src, pos, most):
        state.line = start if silent else start + 1
        return True
    opening = _OPEN.fullmatch(state.src, pos, most)
    if opening and not _is_callout(opening):
        return False
    last = _end(state, start, end, opening) if opening else start
    if not opening or last == start:
        return False
    if silent:
        return True
    name = (opening["name"] or opening["other"] or opening["zola"] or opening["component"]).lower()
    given = opening["given"] or opening["told"] or opening["values"] or opening["attributes"] or ""
    words = [next(filter(None, match.groups()), "") for match in _WORD.finditer(given)]
    said = [kind_in(given), *(word.lower() for word in words[:1]), name]
    kind = next((each for each in said if each in CALLOUTS or each in ALIASES), "note")
    title = _TITLE.search(given)
    written = (title[1] or title[2] or "") if title else next((word for word in words if " " in word), "")
    meta = {"title": written, "closed": True, "braced": False}
    contain(state, start, last, kind, meta, first=start + 1, indent=_indent(state, start, last, opening))
    state.line = last + 1
    return True


def _is_callout(opening: re.Match[str]) -> bool:
    """Tell whether a component or a shortcode of Zola's is a callout, as all others are: these may have any name."""
    if name := opening["component"]:
        return name in _COMPONENTS or bool(_BOX.search(name) and _KIND.search(opening["attributes"]))
    if not opening["zola"]:
        return True
    kind = kind_in(opening["values"]) or opening["zola"].lower()
    return kind in CALLOUTS or kind in ALIASES or opening["zola"].lower() in GENERIC


def _end(state: StateBlock, start: int, end: int, opening: re.Match[str]) -> int:
    """Return the line that closes a shortcode, or `start` where none does."""
    name = re.escape(opening["name"] or opening["other"] or opening["zola"] or opening["component"])
    if opening["zola"]:
        written = r"\{%-?\s*end\s*-?%\}"
    elif opening["hugo"]:
        written = rf"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}"
    else:
        written = rf"\{{%-?\s*end\s?{name}\s*-?%\}}|</{name}\s*>"
    closing = re.compile(rf"(?:{written})[ \t]*", re.IGNORECASE)
    for line in range(start + 1, end):
        pos, most = state.bMarks[line] + state.tShift[line], state.eMarks[line]
        if state.src.startswith(("{", "<"), pos):
            if closing.fullmatch(state.src, pos, most):
                return line
            inner = _OPEN.fullmatch(state.src, pos, most)
            if inner and (inner["zola"] or _is_callout(inner)):
                break
    return start


def _indent(state: StateBlock, start: int, last: int, opening: re.Match[str]) -> int:
    """Return how far what stands in a component is indented, as HTML is; Markdown would take it for code."""
    filled = [state.sCount[line] for line in range(start + 1, last) if not state.isEmpty(line)]
    return max(0, min(filled, default=0) - state.blkIndent) if opening["component"] else 0
