"""Formulas of TeX become MathML, which browsers draw without help, where the extra `math` is installed."""

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sitegen.base.html import escape
from sitegen.base.patterns import regex
from sitegen.parse.syntax.math import tex_of

if TYPE_CHECKING:
    from math_core import LatexToMathML

# MathML 3, by which pages are checked, has the attribute for other elements only; it says nothing here.
_NEEDLESS = ' scriptlevel="0"'
_PLACE = regex(r"^\d+: ")
"""What the library says before its reason."""


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
            self._converter = LatexToMathML(fancy_error=False, global_group=True)
        tex, displayed = tex_of(formula)
        try:
            drawn = self._converter.convert_with_global_state(tex, displaystyle=displayed)
        except LatexError as error:
            said = _PLACE.sub("", str(error)).rstrip(".")
            raise FormulaError(said[:1].lower() + said[1:]) from error
        return drawn.replace("<math", f'<math alttext="{escape(told)}"', 1).replace(_NEEDLESS, "")


@cache
def can_draw() -> bool:
    """Tell whether math-core is installed (the extra `math`)."""
    return find_spec("math_core") is not None
