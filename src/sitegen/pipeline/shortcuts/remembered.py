"""Answers of the last build, with those over them that an edit has changed."""

from collections.abc import Callable, Mapping, Sequence
from typing import Self

from sitegen.engine.reads import Question
from sitegen.engine.store import spell
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.contents import Contents
from sitegen.pipeline.steps.memory import numbers_of
from sitegen.pipeline.steps.rendering import BY_KEY, Teller, Told


class NeverAsked(LookupError):  # noqa: N818  (it says what happened)
    """A question that the last build did not ask, so that only the whole walk can answer it."""


class Remembered:
    """Answers from the store, without a linked site, in any process."""

    def __init__(self, contents: Contents, fresh: Mapping[Question, object]) -> None:
        self._contents = contents
        self.fresh: dict[Question, object] = dict(fresh)
        """Answers that may differ from the last build's."""
        self._known: dict[Question, object] = {}
        self._recalled: dict[str, bytes] = {}
        self._digests: dict[str, str] = {}
        self._seen: set[int] = set()
        self.numbers: dict[str, int] = {}
        """Of what was recalled in this process, by the words of the question."""

    def __reduce__(self) -> tuple[type[Self], tuple[Contents, Mapping[Question, object]]]:
        return type(self), (self._contents, self.fresh)

    def recall(self, outputs: Sequence[str]) -> None:
        """Look up at once what these outputs asked the last time: made again, they ask much the same."""
        store = self._contents.store
        asked = [row[1] for path in outputs if (row := store.asked_by(path))]
        numbers = set[int]().union(*map(numbers_of, asked)) - self._seen
        self._seen |= numbers
        self._recalled.clear()
        for number, words, digest, data in store.answers(numbers):
            self.numbers[words] = number
            self._digests[words] = digest
            if data is not None:
                self._recalled[words] = data

    def told(self, question: Question, words: str) -> str | None:
        """Return the digest of an answer that was recalled, where it is the last build's."""
        return None if question in self.fresh else self._digests.get(words)

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
        words = spell(question)
        data = self._recalled.get(words) or self._contents.store.value(words)
        if data is None:
            raise NeverAsked(question)
        return CODEC.decode(data)

    def _parsed(self, kind: str, ident: str) -> object:
        """Return an article or its text, where the source that was parsed last is that of the last finished build.

        A build that failed may have parsed an edit which was taken back since.
        """
        words = spell((kind, ident))
        key = self._digests.get(words) or self._contents.store.told(words)
        read = self._contents.content if kind == "content" else self._contents.article
        found = read(ident, key) if key else None
        if found is None:
            raise NeverAsked((kind, ident))
        return found


class RememberedTeller(Teller):
    """Tells what was recalled as it was told the last time, so that nothing has to be encoded for its digest."""

    def __init__(self, answers: Remembered, key: Callable[[str], str | None]) -> None:
        super().__init__(answers, key)
        self._remembered = answers

    def begin(self, outputs: Sequence[str]) -> None:
        """Recall what these outputs asked."""
        self._remembered.recall(outputs)

    def _tell(self, question: Question) -> Told:
        words = spell(question)
        told = self._remembered.told(question, words)
        return super()._tell(question) if told is None else (words, told, None)
