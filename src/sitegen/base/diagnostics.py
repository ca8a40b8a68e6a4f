"""What is wrong, where, and what to do about it."""

from collections.abc import Iterable

from sitegen.base.codes import CODES, Severity
from sitegen.base.noun import Noun


class Span(Noun, order=True):
    """A place in a source file."""

    path: str
    """POSIX, relative to the site's root; a packaged file begins with `sitegen:`."""
    line: int = 0
    """From 1; 0 means the file as a whole."""
    column: int = 0
    """From 1, in code points; 0 means the line as a whole."""
    width: int = 1
    """Code points that the caret underlines."""


class Diagnostic(Noun):
    """One mistake, told once: place, cause, action."""

    code: str
    """`stage/slug`, permanent, listed in `sitegen.base.codes`."""
    severity: Severity
    message: str
    """What is wrong and why, in one lower-case sentence without a full stop."""
    span: Span
    hint: str = ""
    """What to do, as an imperative sentence or a question."""

    @property
    def fatal(self) -> bool:
        """Whether the site must not be published with this."""
        return self.severity == "error"


def problem(code: str, message: str, span: Span, hint: str = "") -> Diagnostic:
    """Return a diagnostic with the severity that the table of codes gives it.

    Raises KeyError for a code that the table does not have.
    """
    return Diagnostic(code, CODES[code].severity, message, span, hint)


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return them without repetitions, by place, errors before warnings at one place.

    Of one mistake that several pages came upon, the shortest hint stays: "did you mean" says more than where to look.
    """
    told: dict[tuple[Span, Severity, str, str], Diagnostic] = {}
    for each in sorted(diagnostics, key=lambda d: (d.span, d.severity, d.code, d.message, len(d.hint), d.hint)):
        told.setdefault((each.span, each.severity, each.code, each.message), each)
    return tuple(told.values())


class Failure(Exception):  # noqa: N818  (it is what happened, and it carries many errors)
    """The site cannot be built; `diagnostics` says why, all at once.

    `early` says that nothing else was looked at, since all depends on what is wrong.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic], *, early: bool = False) -> None:
        self.diagnostics = ordered(diagnostics)
        self.early = early
        super().__init__("\n".join(f"{d.span.path}:{d.span.line}: {d.message} [{d.code}]" for d in self.diagnostics))

    def __reduce__(self) -> tuple[type["Failure"], tuple[tuple[Diagnostic, ...]]]:
        # An exception is remade from its `args`, which here are only the text: worker processes send the diagnostics.
        return (Failure, (self.diagnostics,))


def failure(code: str, message: str, span: Span, hint: str = "", *, early: bool = False) -> Failure:
    """Return the failure that one mistake is, told as `problem` tells it."""
    return Failure([problem(code, message, span, hint)], early=early)
