"""What a page asked, written down: a question is a tuple of words, and its answer has a digest."""

from typing import Protocol

Question = tuple[str, ...]


class Answers(Protocol):
    """Where answers come from."""

    def answer(self, question: Question) -> object:
        """Return the answer; absence is one too (`None`)."""


class Reader:
    """Asks, and remembers what was asked. One per page."""

    __slots__ = ("_answers", "asked")

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self.asked: dict[Question, None] = {}
        """Every question once, in the order in which it was first asked."""

    def ask(self, question: Question) -> object:
        """Return the answer and remember the question."""
        self.asked[question] = None
        return self._answers.answer(question)

    def replay(self, questions: dict[Question, None]) -> None:
        """Remember questions that another reader asked, which `asked` holds."""
        self.asked.update(questions)
