"""What was asked is written down, once, in order, and for each page by itself."""

from sitegen.engine.reads import Reader


class Answers:
    """Every question's answer is its last word; nobody knows of "nothing"."""

    def answer(self, question: tuple[str, ...]) -> object:
        """Return it."""
        return None if question[-1] == "nothing" else question[-1]


def test_an_answer_is_given_and_its_question_remembered() -> None:
    reader = Reader(Answers())

    assert ("a", "b", "a") == (reader.ask(("card", "a")), reader.ask(("card", "b")), reader.ask(("card", "a")))
    assert [("card", "a"), ("card", "b")] == list(reader.asked)


def test_absence_is_remembered_as_well() -> None:
    reader = Reader(Answers())

    assert None is reader.ask(("card", "nothing"))
    assert [("card", "nothing")] == list(reader.asked)


def test_a_question_that_fails_is_remembered() -> None:
    """Next time it may have an answer."""

    class Silent:
        def answer(self, question: tuple[str, ...]) -> object:
            raise KeyError(question)

    reader = Reader(Silent())
    for _ in range(2):
        try:
            reader.ask(("card", "a"))
        except KeyError:
            continue

    assert [("card", "a")] == list(reader.asked)


def test_what_another_asked_can_be_taken_over() -> None:
    reader = Reader(Answers())
    reader.ask(("card", "b"))
    reader.replay({("card", "a"): None, ("card", "b"): None})

    assert [("card", "b"), ("card", "a")] == list(reader.asked)
