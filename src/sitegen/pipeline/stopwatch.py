"""How long each verb took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


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
