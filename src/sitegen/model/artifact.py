"""A finished file, and what it says besides its bytes."""

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.noun import Noun


class Artifact(Noun):
    """One rendered output."""

    path: str
    digest: str
    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
