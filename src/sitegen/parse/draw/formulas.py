"""Formulas of TeX become MathML, which browsers draw without help, where the extra `math` is installed."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from html import unescape
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sitegen.base.html import escape
from sitegen.base.patterns import regex
from sitegen.base.text import has_any
from sitegen.parse.syntax.math import tex_of

if TYPE_CHECKING:
    from math_core import LatexToMathML

# MathML 3, by which pages are checked, has these attributes for other elements only; the first says nothing here.
_NEEDLESS = ' scriptlevel="0"'
_STYLES = (" scriptlevel=", "<mfrac displaystyle=", "<mrow displaystyle=")
_STYLED = regex(r"</(?P<end>mfrac|mrow|mtable)>|<(?P<name>mfrac|mrow|mtable)(?P<attributes>(?: [a-z-]+=\"[^\"]*\")*)>")
_ANY_STYLE = regex(r" (?:displaystyle|scriptlevel)=\"[^\"]*\"")
_STYLE = {"mfrac": _ANY_STYLE, "mrow": _ANY_STYLE, "mtable": regex(r" scriptlevel=\"[^\"]*\"")}
_PLACE = regex(r"^\d+: ")
"""What the library says before its reason."""
_MACROS = {
    "substack": r"\begin{subarray}{c}#1\end{subarray}", "mbox": r"\text{#1}", "pmb": r"\boldsymbol{#1}",
    "mathbbm": r"\mathbb{#1}", "mathds": r"\mathbb{#1}",
}  # fmt: skip
"""Commands that LaTeX and MathJax have, and the library has not."""
_LOWERED = regex(
    r"(?P<kept>\\(?:text\w*|mbox|math(?:rm|it|tt|sf|bf)|operatorname\*?)\s*\{[^{}]*\}"
    r"|(?<![\\A-Za-z])[A-Za-z]{2,}(?:\\_[A-Za-z0-9]+)+)|\\_"
)
r"""What Markdown reads as `_`, which only in a name of several letters (`kv\_len`) is that sign itself."""
_BRACED = regex(r"\\\\([{}])")
_MARKDOWN = (
    (regex(r"(?<!\\)\\([*()\[\]])"), r"\1"),
    (regex(r"(\\(?:left|right|[bB]igg?[lr]?)\s*)\\\\([{}])"), r"\1\\\2"),
    (regex(r"\\{3,}(?=\s|\[|$)|(?<!\\)\\(?=\n)"), r"\\\\"),
)
"""What other programs take for Markdown first, so that a backslash more stands before it, or one less."""
_IN_WORDS = regex(r"\\(?:text|mbox)\{([^{}$]*)\$([^{}$]*)\$([^{}$]*)\}")
_NAMED = regex(r"\\text\{([^{}\\]*_[^{}\\]*)\}")
_LABEL = regex(r"\\label\s*\{[^{}]*\}")
_LOADED = regex(r"\\require\s*\{[^{}]*\}")
"""What tells MathJax to load more of itself."""
_OPERATOR = regex(
    r"\\DeclareMathOperator(?P<star>\*?)\s*\{?(?P<name>\\[A-Za-z]+)\}?\s*\{(?P<said>(?>(?:[^{}]+|\{[^{}]*\})*))\}"
)
_COLOR = regex(r"\\definecolor\s*\{[^{}]*\}\s*\{[^{}]*\}\s*\{[^{}]*\}|\\(?:text)?color\s*\{[^{}]*\}")
_PLAIN = regex(r"[\w -]+")
_DEFINITION = regex(r"\s*(?:\\(?:(?:re)?newcommand|def|DeclareMathOperator|require|definecolor|let)\b.*|%.*)?")
"""A line that only defines, or says nothing."""
_INSTEAD = (
    ("\\newcommand", "\\renewcommand"),
    ("{split}", "{aligned}"),
    ("{smallmatrix}", "{matrix}"),
    ("\\begin{eqnarray}", r"\begin{array}{rcl}"),
    ("\\begin{eqnarray*}", r"\begin{array}{rcl}"),
    ("\\end{eqnarray}", r"\end{array}"),
    ("\\end{eqnarray*}", r"\end{array}"),
)
"""What the library has under other names only."""
_TAG = regex(r"\\tag\*?\s*\{([^{}]*)\}")


class FormulaError(Exception):
    """A formula that nobody can read; the message says why."""


class Formulas:
    """The formulas of one article: their numbers go on, and what one defines the next may use."""

    def __init__(self) -> None:
        self._converter: LatexToMathML | None = None

    def mathml(self, formula: str, told: str) -> str:
        """Return a formula, with the marks around it, as MathML; `told` is what feeds show in its place.

        An empty string where the extra is missing. Raises FormulaError.
        """
        if not can_draw():
            return ""
        from math_core import LatexError, LatexToMathML

        if self._converter is None:
            self._converter = LatexToMathML(fancy_error=False, global_group=True, macros=_MACROS)
        tex, displayed = tex_of(formula)
        tex = _unescaped(tex)
        fault: LatexError | None = None
        for attempt in _attempts(tex, displayed=displayed):
            try:
                drawn = self._converter.convert_with_global_state(attempt, displaystyle=displayed)
            except LatexError as error:
                fault = fault or error
            else:
                drawn = _with_styles_around(drawn.replace(_NEEDLESS, ""))
                return drawn.replace("<math", f'<math alttext="{escape(told)}"', 1)
        lines = tex.split("\n")
        if len(lines) > 1 and all(map(_DEFINITION.fullmatch, lines)):
            # One that the library cannot read leaves the others to the formulas below. Of an argument that may be left
            # out it reads half a definition.
            for line in lines:
                if line.strip() and "][" not in line:
                    with suppress(FormulaError):
                        self.mathml(f"$${line}$$", "")
        said = _PLACE.sub("", str(fault)).rstrip(".")
        raise FormulaError(said[:1].lower() + said[1:]) from fault

    def shown(self, formula: str) -> str:
        """Return a formula in raw HTML as MathML; as it is written, where nothing draws it."""
        try:
            return (self.mathml(formula, formula) if formula else "") or escape(formula)
        except FormulaError:
            return escape(formula)


@cache
def can_draw() -> bool:
    """Tell whether math-core is installed (the extra `math`)."""
    return find_spec("math_core") is not None


def _with_styles_around(drawn: str) -> str:
    """Return MathML with the size of fractions and tables said by an element around them."""
    if not has_any(drawn, _STYLES):
        return drawn
    ends: list[str] = []

    def written(tag: re.Match[str]) -> str:
        if tag["end"]:
            return tag[0] + ends.pop()
        styles = "".join(_STYLE[tag["name"]].findall(tag["attributes"]))
        ends.append("</mstyle>" if styles else "")
        plain = f"<{tag['name']}{_STYLE[tag['name']].sub('', tag['attributes'])}>"
        return f"<mstyle{styles}>{plain}" if styles else plain

    return _STYLED.sub(written, drawn)


def _unescaped(tex: str) -> str:
    """Return TeX without the backslashes that keep Markdown from reading its `_` and braces, where nothing fails."""
    if "\\_" in tex:
        tex = _LOWERED.sub(lambda found: found["kept"] or "_", tex)
    return _BRACED.sub(r"\\\1", tex) if "\\\\" in tex and "\\begin" not in tex else tex


def _attempts(tex: str, *, displayed: bool) -> Iterator[str]:
    """Yield TeX as it is, and then, for where that fails, as other programs would read it, the likeliest first."""
    yield tex
    plain = unescape(tex)
    for pattern, instead in _MARKDOWN:
        plain = pattern.sub(instead, plain)
    if "\\require" in tex or "\\DeclareMath" in tex:
        plain = _OPERATOR.sub(_defined, _LOADED.sub("", plain))
    for written, instead in _INSTEAD:
        plain = plain.replace(written, instead)
    plain = _IN_WORDS.sub(r"\\text{\1}\2\\text{\3}", plain)
    plain = _NAMED.sub(lambda found: found[0].replace("_", r"\_"), plain)
    yield plain
    if "\\tag" in tex or "\\label" in tex:
        plain = _LABEL.sub("", plain)
        if displayed and "\\tag" in tex:
            yield rf"\begin{{equation}}{plain}\end{{equation}}"
        yield _TAG.sub(r"\\qquad\\text{(\1)}", plain)
    if "color" in tex:  # one that is not known here, without which the formula says the same
        yield _COLOR.sub("", tex)
        yield _COLOR.sub("", plain)


def _defined(found: re.Match[str]) -> str:
    """Return the definition of an operator as that of a command."""
    drawn = f"operatorname{found['star']}" if _PLAIN.fullmatch(found["said"]) else "mathop"
    return rf"\def{found['name']}{{\{drawn}{{{found['said']}}}}}"
