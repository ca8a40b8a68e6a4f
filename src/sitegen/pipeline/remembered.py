"""Answers of the last build, with those over them that an edit has changed."""

from collections.abc import Mapping

from sitegen.engine.reads import Question
from sitegen.engine.store import spell
from sitegen.pipeline.contents import Contents
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.rendering import BY_KEY


class NeverAsked(LookupError):  # noqa: N818  (it says what happened)
    """A question that the last build did not ask, so that only the whole walk can answer it."""


class Remembered:
    """Answers from the store, without a linked site, in any process."""

    def __init__(self, contents: Contents, fresh: Mapping[Question, object]) -> None:
        self._contents = contents
        self.fresh: dict[Question, object] = dict(fresh)
        """Answers that may differ from the last build's."""
        self._known: dict[Question, object] = {}

    def __getstate__(self) -> tuple[Contents, Mapping[Question, object]]:
        return (self._contents, self.fresh)

    def __setstate__(self, given: tuple[Contents, Mapping[Question, object]]) -> None:
        self.__init__(*given)  # type: ignore[misc]

    def answer(self, question: Question) -> object:
        """Return the answer; raises NeverAsked."""
        if question in self.fresh:
            return self.fresh[question]
        if question[0] in BY_KEY:
            return self._parsed(*question)
        if question not in self._known:
            self._known[question] = self._find(question)
        return self._known[question]

    def _find(self, question: Question) -> object:
        data = self._contents.value(spell(question))
        if data is None:
            raise NeverAsked(question)
        return CODEC.decode(data)

    def _parsed(self, kind: str, ident: str) -> object:
        """Return an article or its text, where the source that was parsed last is that of the last finished build.

        A build that failed may have parsed an edit which was taken back since.
        """
        words = spell((kind, ident))
        told = self._contents.told(words)
        if told is None or told != self._contents.key(ident):
            raise NeverAsked((kind, ident))
        return self._contents.content(ident) if kind == "content" else self._contents.article(ident)
