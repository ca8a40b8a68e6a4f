from tests.kit.nouns import config

from sitegen.render.memo import Memo
from sitegen.render.view import View


class Answers:
    """Answers with the question, and keeps count."""

    def __init__(self):
        self.asked = []

    def answer(self, question):
        self.asked.append(question)
        return question[-1]


def test_a_value_is_made_once_and_its_questions_are_everyones():
    answers, memo = Answers(), Memo()
    views = [View(answers, config()) for _ in range(3)]

    values = [memo.get(view, ("k",), lambda fresh: fresh.static("a") + fresh.static("b")) for view in views]

    assert ["ab"] * 3 == values
    assert [(("static", "a"), ("static", "b"))] * 3 == [tuple(view.asked) for view in views]
    assert 2 == len(answers.asked)


def test_a_value_inside_a_value_counts_for_both():
    memo = Memo()

    def outer(view):
        return memo.get(view, ("inner",), lambda fresh: fresh.static("in")) + view.static("out")

    first, second = (View(Answers(), config()) for _ in range(2))

    assert "inout" == memo.get(first, ("outer",), outer)
    assert "in" == memo.get(second, ("inner",), lambda _: "never made")
    assert (("static", "in"), ("static", "out")) == tuple(first.asked)
    assert (("static", "in"),) == tuple(second.asked)
