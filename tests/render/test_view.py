import inspect

from tests.kit.nouns import config

from sitegen.model.config import Config
from sitegen.render.answers import _KINDS
from sitegen.render.view import View

OWN = {"ask", "fork", "replay"}


class Echo:
    """Answers with the question."""

    def answer(self, question):
        return question


def test_every_question_has_its_answer():
    methods = {name for name, _ in inspect.getmembers(View, inspect.isfunction) if not name.startswith("_")} - OWN

    assert methods == set(_KINDS)


def test_questions_are_written_down_once_in_order():
    view = View(Echo(), config())
    view.static("b")
    view.card("a")
    view.static("b")

    assert (("static", "b"), ("card", "a")) == tuple(view.asked)
    assert isinstance(view.config, Config)


def test_a_fork_remembers_for_itself_and_its_questions_can_be_replayed():
    view = View(Echo(), config())
    fresh = view.fork()
    fresh.ids("home", 0, 20)

    assert () == tuple(view.asked)
    view.replay(fresh.asked)
    assert (("ids", "home", "0", "20"),) == tuple(view.asked)
