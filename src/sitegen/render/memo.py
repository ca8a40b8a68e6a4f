"""What several pages share is made once, and its questions are written down for each of them."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from sitegen.engine.reads import Question
from sitegen.render.view import View

T = TypeVar("T")


class Memo:
    """Values by key, each with the questions that it took. One per process and build."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, dict[Question, None]]] = {}

    def get(self, view: View, key: Hashable, make: Callable[[View], T]) -> T:
        """Return the value for `key`, as if `view`'s own page had asked for everything in it."""
        known = self._known.get(key)
        if known is None:
            fresh = view.fork()
            known = (make(fresh), dict(fresh.asked))
            self._known[key] = known
        value, questions = known
        view.replay(questions)
        return cast("T", value)
