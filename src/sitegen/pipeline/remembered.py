"""Answers of the last build, with those over them that an edit has changed."""

from collections.abc import Mapping

from sitegen.engine.reads import Question
from sitegen.engine.store import Store, spell
from sitegen.pipeline.contents import Contents
from sitegen.pipeline.nouns import CODEC


class NeverAsked(LookupError):  # noqa: N818  (it says what happened)
    """A question that the last build did not ask, so that only the whole walk can answer it."""


class Remembered:
    """Answers from the store, without a linked site."""

    def __init__(self, store: Store, contents: Contents, fresh: Mapping[Question, object]) -> None:
        self._store = store
        self._contents = contents
        self._answers: dict[Question, object] = dict(fresh)

    def answer(self, question: Question) -> object:
        """Return the answer; raises NeverAsked."""
        if question not in self._answers:
            self._answers[question] = self._find(question)
        return self._answers[question]

    def _find(self, question: Question) -> object:
        if question[0] == "content":
            return self._contents.content(question[1])
        if question[0] == "article":
            return self._contents.article(question[1])
        data = self._store.value(spell(question))
        if data is None:
            raise NeverAsked(question)
        return CODEC.decode(data)
