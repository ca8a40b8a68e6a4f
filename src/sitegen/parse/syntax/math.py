r"""TeX between dollar signs, or between `\(` and `\)`, is a formula, so that no rule takes its `_` for emphasis."""

import re

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.rules_inline.state_inline import StateInline

from sitegen.base.patterns import regex
from sitegen.parse.syntax.lines import line_text

# Money is no mathematics: a formula begins and ends with something, and no digit follows it.
_INLINE = regex(r"\$(?![\s$])(?:[^$\\\n`]|\\.|\n(?!\n)){0,400}?(?<![\s\\])\$(?![\w$])")
_DISPLAY = regex(r"\$\$(?:[^$]|\$(?!\$)){1,4000}?\$\$")
# LaTeX's own marks, which chat assistants write. In Markdown they are brackets: only what is surely TeX is taken.
_BRACKETS = regex(r"\\\((?:[^\\\n]|\\(?![()])|\n(?!\n)){1,400}?\\\)|\\\[(?:[^\\]|\\(?![\[\]])){1,4000}?\\\]")
_TEX = regex(
    r"\\[A-Za-z]|\^|^(?!.*[^\W\d_]{2}\s+[^\W\d_]{2})(?:.*\s=\s|\\\((?:[^_=]*[_=]|\s*[A-Za-z]\s*\\\)))", re.DOTALL
)
_MATHS = regex(r"[\\^_=<>+*/|(){}\[\]-]|^\$[\w.]*\w\$$")

_BLOCKS = {"$$": "$$", "\\[": "\\]"}
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
        match = None if before.isascii() and before.isalnum() else _BRACKETS.match(state.src, pos, state.posMax)
        sure = _TEX
    elif before.isalnum():
        return False
    else:
        match = _DISPLAY.match(state.src, pos, state.posMax) or _INLINE.match(state.src, pos, state.posMax)
        sure = _MATHS
    if not match or not sure.search(match[0]):
        return False
    if not silent:
        token = state.push("math_inline", "span", 0)
        token.content, token.meta["formula"] = readable(match[0]), match[0]
    state.pos = match.end()
    return True


def math_block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    r"""Take lines from one that begins with `$$` to one that ends with `$$`, or from `\[` to `\]`."""
    pos = state.bMarks[start] + state.tShift[start]
    opening = state.src[pos : pos + 2]
    if opening not in _BLOCKS or state.is_code_block(start):
        return False
    closing = _BLOCKS[opening]
    line = start
    while True:
        text = state.src[pos + 2 if line == start else state.bMarks[line] : state.eMarks[line]].rstrip()
        if text.endswith(closing):
            break
        line += 1
        if closing in text or line >= end or state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return False
        if opening != closing and line_text(state, line).startswith(opening):
            return False
    if line == start and closing in text[:-2]:
        return False
    formula = state.getLines(start, line + 1, state.blkIndent, False).strip()
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
