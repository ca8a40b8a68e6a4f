r"""TeX between dollar signs, or between `\(` and `\)`, is a formula, so that no rule takes its `_` for emphasis."""

import re
from collections.abc import Iterator
from html import unescape

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.rules_inline.state_inline import StateInline

from sitegen.base.patterns import regex
from sitegen.parse.syntax.lines import line_text

# Money is no mathematics: a formula begins and ends with something, and no digit follows it.
_INLINE = regex(r"\$(?![\s$])(?:[^$\\\n`]|\\.|\n(?!\n)){0,400}?(?<![\s\\])\$(?![\w$])")
_DISPLAY = regex(r"\$\$(?:[^$]|\$(?!\$)){1,4000}?\$\$")
# LaTeX's own marks, which chat assistants write. In Markdown they are brackets: only what is surely TeX is taken.
_BRACKETS = regex(r"\\\((?:[^\\\n]|\\(?![()])|\n(?!\n)){1,400}?\\\)|\\\[(?:[^\\]|\\(?![\[\]])){1,4000}?\\\]")
# Other generators make one backslash of two before MathJax reads the page.
_DOUBLED = regex(
    r"\\\\\((?P<line>(?:[^\\\n]|\\(?!\\[()])|\n(?!\n)){1,400}?)\\\\\)"
    r"|\\\\\[(?P<block>(?:[^\\]|\\(?!\\[\[\]])){1,4000}?)\\\\\]"
)
_WORD = regex(r"[^\W\d_]{2}|\(\W*\\\)")
"""Without any, what stands between two such marks is a formula."""
# With spaces inside the dollars: only what is surely TeX, or a letter alone.
_SPACED = regex(
    r"\$ (?:[A-Za-z]|(?=[^$\n`]{0,300}(?:\\[A-Za-z]{2}|[_^]\{|\^\w|\b[A-Za-z]_\w\b))"
    r"[^$\n`]{1,300}[^$\n`\s]) \$(?![\w$])"
)
_TEX = regex(
    r"\\[A-Za-z]|\^|^(?!.*[^\W\d_]{2}\s+[^\W\d_]{2})(?:.*\s=\s|\\\((?:[^_=]*[_=]|\s*[A-Za-z]\s*\\\)))", re.DOTALL
)
"""What only TeX has."""
_MATHS = regex(r"[\\^_=<>+*/|(){}\[\]-]|^\$[\w.]*\w\$$|^\$\$[^\W\d_]\d?\$\$$")
_TAGS = regex(r"<[^<>]*>")
_NUMBER = regex(r"\W*\d{1,3}[a-z]?\W*")
"""What stands behind a formula that has a number."""
_NEAR = 80
"""Signs that are looked at on either side."""

# In raw HTML anything may stand between two dollars: only what is surely TeX, or a letter alone.
_IN_HTML = regex(
    r"(?<![\w\\$])(?:\$\$(?:[^$]|\$(?!\$)){1,4000}?\$\$|\$(?![\s$])(?:[^$\\\n`]|\\.|\n(?!\n)){0,400}?(?<![\s\\])\$(?![\w$]))"
    r"|\\\((?:[^\\\n]|\\(?![()])|\n(?!\n)){1,400}?\\\)|\\\[(?:[^\\]|\\(?![\[\]])){1,4000}?\\\]"
)
_SURELY = regex(r"\\[A-Za-z]|[_^][\w{*]|^(?:\$\$?|\\[(\[])\s*[A-Za-z]\s*(?:\$|\\)")

_BLOCKS = {"$$": "$$", "\\[": "\\]", "\\\\[": "\\\\]"}
"""What a block begins with, and what it ends with."""
_MARKS = regex(r"^(\$\$?|\\[(\[])(.*?)(\$\$?|\\[)\]])$", re.DOTALL)


def tex_of(formula: str) -> tuple[str, bool]:
    """Return the TeX of a formula, and whether it is displayed on lines of its own."""
    marks = _MARKS.match(formula)
    return (marks[2].strip(), marks[1] in _BLOCKS) if marks else (formula, False)


def _signs(pairs: str) -> dict[str, str]:
    words = pairs.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_SIGNS = _signs(
    "alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ "
    "sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ "
    "Omega Ω rightarrow → to → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ times × cdot · pm ± le ≤ leq ≤ ge ≥ geq ≥ "
    "ne ≠ neq ≠ approx ≈ sim ∼ infty ∞ in ∈ sum ∑ prod ∏ partial ∂ nabla ∇ forall ∀ exists ∃ ldots … dots … circ ∘"
)
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_COMMAND = regex(r"\\([A-Za-z]+)")
_RAISE = regex(r"\^(?:\{([0-9+n-]+)\}|([0-9n]))(?![\w{])")
_LOWER = regex(r"_(?:\{([0-9]+)\}|([0-9]))(?![\w{])")


def math_rule(state: StateInline, silent: bool) -> bool:
    r"""Take a formula in a line: `$…$`, `$$…$$`, `\(…\)` or `\[…\]`."""
    pos = state.pos
    before = state.src[pos - 1] if pos else ""
    if state.src[pos] == "\\":
        # "f\(x\)" is a name with brackets; where words have no spaces between them, a formula has none either.
        named = before.isascii() and before.isalnum()
        match = None if named else _BRACKETS.match(state.src, pos, state.posMax)
        sure = _TEX
        if not match and not named and state.src.startswith("\\\\", pos):
            match = _DOUBLED.match(state.src, pos, state.posMax)
    elif before.isalnum():
        return False
    else:
        match = (
            _DISPLAY.match(state.src, pos, state.posMax)
            or _INLINE.match(state.src, pos, state.posMax)
            or _SPACED.match(state.src, pos, state.posMax)
        )
        sure = _MATHS
    if not match:
        return False
    formula = _single(match)
    doubled = match.re.groups and not _WORD.search(formula)
    if not doubled and not sure.search(formula):
        return False
    if not silent:
        token = state.push("math_inline", "span", 0)
        token.content = readable(formula)
        token.meta["formula"] = _in_sentence(formula) if _is_in_sentence(state.src, match) else formula
    state.pos = match.end()
    return True


def _single(match: re.Match[str]) -> str:
    """Return a formula with one backslash in each of its marks, and without spaces inside its dollars."""
    if match.re.groups:
        return rf"\({match['line']}\)" if match["line"] else rf"\[{match['block']}\]"
    return f"${match[0][1:-1].strip()}$" if match[0].startswith("$ ") else match[0]


def _is_in_sentence(text: str, match: re.Match[str]) -> bool:
    """Tell whether words stand beside a formula between two dollars, which Jekyll's Markdown puts around each."""
    if not match[0].startswith("$$"):
        return False
    before = text[max(match.start() - _NEAR, 0) : match.start()].rpartition("\n")[2]
    behind = text[match.end() : match.end() + _NEAR].partition("\n")[0]
    before, behind = _TAGS.sub("", before).strip(), _TAGS.sub("", behind).strip()
    return bool(behind) and (bool(before) or (any(map(str.isalnum, behind)) and not _NUMBER.fullmatch(behind)))


def _in_sentence(formula: str) -> str:
    return f"${formula[2:-2].strip()}$"


def split_at_formulas(html: str) -> Iterator[tuple[str, str]]:
    """Yield the stretches of a text in raw HTML, each with the formula behind it; the last has none."""
    done = 0
    for match in _IN_HTML.finditer(html):
        formula = unescape(match[0])
        if _SURELY.search(formula):
            yield html[done : match.start()], _in_sentence(formula) if _is_in_sentence(html, match) else formula
            done = match.end()
    yield html[done:], ""


def math_block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    r"""Take lines from one that begins with `$$` to one that ends with `$$`, or from `\[` to `\]`."""
    pos = state.bMarks[start] + state.tShift[start]
    opening = next((mark for mark in _BLOCKS if state.src.startswith(mark, pos)), "")
    if not opening or state.is_code_block(start):
        return False
    closing, size = _BLOCKS[opening], len(opening)
    line = start
    while True:
        text = state.src[pos + size if line == start else state.bMarks[line] : state.eMarks[line]].rstrip()
        if text.endswith(closing):
            break
        line += 1
        if closing in text or line >= end or state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return False
        if opening != closing and line_text(state, line).startswith(opening):
            return False
    if line == start and closing in text[:-size]:
        return False
    formula = state.getLines(start, line + 1, state.blkIndent, False).strip()
    formula = formula if size < len("\\\\[") else f"{formula[1:-3]}\\]"
    if opening != closing and not _TEX.search(formula):
        return False
    if silent:
        return True
    token = state.push("math_block", "div", 0)
    token.content = formula
    token.map = [start, line + 1]
    state.line = line + 1
    return True


def readable(formula: str) -> str:
    """Return a formula as plain text where it is simple enough (an arrow, a Greek letter), else as it is written."""
    text = _COMMAND.sub(lambda match: _SIGNS.get(match[1], match[0]), tex_of(formula)[0])
    text = _RAISE.sub(lambda match: (match[1] or match[2]).translate(_RAISED), text)
    text = _LOWER.sub(lambda match: (match[1] or match[2]).translate(_LOWERED), text)
    return formula if re.search(r"[\\{}^_&]", text) else " ".join(text.split())
