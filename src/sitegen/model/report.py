"""What a build did, for the summary and for programs."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.noun import Noun


class Hidden(Noun):
    """An article that is not published in this build, and why."""

    id: str
    path: str
    reason: Literal["draft", "scheduled", "unsound"]
    date: datetime | None
    address: str = ""
    """Where it would stand, as far as that is known."""

    @property
    def why(self) -> str:
        """What is said of a link to it; nothing where its own mistakes are told already."""
        return _WHY.get(self.reason, "")


def due(hidden: Iterable[Hidden]) -> list[datetime]:
    """Return when the scheduled ones among these articles come out."""
    return [article.date for article in hidden if article.reason == "scheduled" and article.date]


_WHY = {"draft": "is a draft", "scheduled": "is not published yet"}


class Report(Noun):
    """The result of one build."""

    articles: int
    """Published."""
    pages: int
    """HTML pages written or kept."""
    files: int
    """All outputs."""
    feeds: int
    hidden: tuple[Hidden, ...]
    diagnostics: tuple[Diagnostic, ...]
    written: tuple[str, ...]
    """Output paths whose bytes changed."""
    deleted: tuple[str, ...]
    bytes: int
    """Size of the whole output."""
    seconds: float
    out: str
    profile: tuple[tuple[str, float], ...] = ()
    """Seconds by verb."""

    @property
    def failed(self) -> bool:
        """Whether anything is wrong that must not be published."""
        return any(d.fatal for d in self.diagnostics)
