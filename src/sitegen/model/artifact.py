"""A finished file, and what it says besides its bytes."""

from dataclasses import dataclass

from sitegen.base.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Artifact:
    """One rendered output."""

    path: str
    digest: str
    size: int
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
