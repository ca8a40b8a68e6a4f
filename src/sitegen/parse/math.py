"""TeX between dollar signs stays as it is written, so that no rule takes its `_` and `*` for emphasis."""

import re

from markdown_it.rules_block.state_block import StateBlock
from markdown_it.rules_inline.state_inline import StateInline

from sitegen.base.patterns import regex

# Money is no mathematics: a formula begins and ends with something, and no digit follows it.
_INLINE = regex(r"\$(?![\s$])(?:[^$\\\n`]|\\.|\n(?!\n)){0,400}?(?<![\s\\])\$(?![\w$])")
_DISPLAY = regex(r"\$\$(?:[^$]|\$(?!\$)){1,4000}?\$\$")
_MATHS = regex(r"[\\^_=<>+*/|(){}\[\]-]|^\$\w+\$$")


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
    """Take a formula in a line: `$…$` or `$$…$$`."""
    pos = state.pos
    if pos and state.src[pos - 1].isalnum():
        return False
    match = _DISPLAY.match(state.src, pos, state.posMax) or _INLINE.match(state.src, pos, state.posMax)
    if not match or not _MATHS.search(match[0]):
        return False
    if not silent:
        token = state.push("math_inline", "span", 0)
        token.content = readable(match[0])
    state.pos = match.end()
    return True


def math_block_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take lines from one that begins with `$$` to one that ends with `$$`."""
    pos = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("$$", pos) or state.is_code_block(start):
        return False
    line = start
    while True:
        text = state.src[pos + 2 if line == start else state.bMarks[line] : state.eMarks[line]].rstrip()
        if text.endswith("$$"):
            break
        line += 1
        if "$$" in text or line >= end or state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            return False
    if line == start and "$$" in text[:-2]:
        return False
    if silent:
        return True
    token = state.push("math_block", "div", 0)
    token.content = state.getLines(start, line + 1, state.blkIndent, False).strip()
    token.map = [start, line + 1]
    state.line = line + 1
    return True


def readable(formula: str) -> str:
    """Return a formula as plain text where it is simple enough (an arrow, a Greek letter), else as it is written."""
    text = _COMMAND.sub(lambda match: _SIGNS.get(match[1], match[0]), formula.strip("$").strip())
    text = _RAISE.sub(lambda match: (match[1] or match[2]).translate(_RAISED), text)
    text = _LOWER.sub(lambda match: (match[1] or match[2]).translate(_LOWERED), text)
    return formula if re.search(r"[\\{}^_&]", text) else " ".join(text.split())
