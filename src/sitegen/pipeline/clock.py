"""When a build was, and how long each verb took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sitegen.model.config import Config

if TYPE_CHECKING:
    from sitegen.model.site import Site

# What the news sitemap holds (Google, "News sitemaps": articles of the last two days).
NEWS = timedelta(days=2)


class Stopwatch:
    """Adds up seconds by verb."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, verb: str) -> Iterator[None]:
        """Count what happens inside to the verb."""
        started = time.perf_counter()
        try:
            yield
        finally:
            self._seconds[verb] = self._seconds.get(verb, 0.0) + time.perf_counter() - started

    def times(self) -> tuple[tuple[str, float], ...]:
        """Return (verb, seconds), in the order in which the verbs began."""
        return tuple(self._seconds.items())


def next_change(site: "Site", config: Config) -> datetime | None:
    """Return the moment from which the same sources make another site: an embargo ends, or news grow old."""
    moments = [hidden.date for hidden in site.hidden if hidden.reason == "scheduled" and hidden.date]
    for ident in site.lists.get("home", ()):
        date = site.cards[ident].date
        if date + NEWS <= config.now:
            break
        # A preview shows what is scheduled, and says so until it is out.
        moments += (date, date + NEWS)
    return min((moment for moment in moments if moment > config.now), default=None)
