"""Answers of the last build, with those over them that an edit has changed."""

from collections.abc import Iterable, Mapping

from sitegen.engine.reads import Question
from sitegen.engine.store import Store, spell, unspell
from sitegen.pipeline.contents import Contents
from sitegen.pipeline.memory import numbers_of
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.rendering import BY_KEY, Teller, Told


class NeverAsked(LookupError):  # noqa: N818  (it says what happened)
    """A question that the last build did not ask, so that only the whole walk can answer it."""


class Remembered:
    """Answers from the store, without a linked site."""

    def __init__(self, store: Store, contents: Contents, fresh: Mapping[Question, object]) -> None:
        self._store = store
        self._contents = contents
        self.fresh: dict[Question, object] = dict(fresh)
        """Answers that may differ from the last build's."""
        self._known: dict[Question, object] = {}
        self._recalled: dict[Question, bytes] = {}
        self._digests: dict[Question, str] = {}
        self.numbers: dict[str, int] = {}
        """Of the questions that were recalled, by their words."""

    def recall(self, outputs: Iterable[str]) -> None:
        """Look up at once what these outputs asked the last time: made again, they ask much the same."""
        asked = [row for path in outputs if (row := self._store.asked_by(path))]
        numbers = set[int]().union(*(numbers_of(packed) for _, packed in asked))
        for number, words, digest, data in self._store.answers(numbers):
            self.numbers[words] = number
            question = unspell(words)
            self._digests[question] = digest
            if data is not None:
                self._recalled[question] = data

    def told(self, question: Question) -> str | None:
        """Return the digest of an answer that was recalled, where it is the last build's."""
        return None if question in self.fresh else self._digests.get(question)

    def answer(self, question: Question) -> object:
        """Return the answer; raises NeverAsked."""
        if question in self.fresh:
            return self.fresh[question]
        if question not in self._known:
            self._known[question] = self._find(question)
        return self._known[question]

    def _find(self, question: Question) -> object:
        if question[0] in BY_KEY:
            return self._parsed(*question)
        data = self._recalled.get(question) or self._store.value(spell(question))
        if data is None:
            raise NeverAsked(question)
        return CODEC.decode(data)

    def _parsed(self, kind: str, ident: str) -> object:
        """Return an article or its text, where the source that was parsed last is that of the last finished build.

        A build that failed may have parsed an edit which was taken back since.
        """
        words = spell((kind, ident))
        known = self._store.asked_about([words]).get(words)
        if known is None or known[1] != self._store.parsed_key(ident):
            raise NeverAsked((kind, ident))
        return self._contents.content(ident) if kind == "content" else self._contents.article(ident)


class RememberedTeller(Teller):
    """Tells what was recalled as it was told the last time, so that nothing has to be encoded for its digest."""

    def __init__(self, answers: Remembered, keys: Mapping[str, str]) -> None:
        super().__init__(answers, keys)
        self._remembered = answers

    def _tell(self, question: Question) -> Told:
        told = self._remembered.told(question)
        return super()._tell(question) if told is None else (spell(question), told, None)
