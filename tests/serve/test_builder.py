"""An attempt to build ends in an outcome, whatever happens."""

from sitegen.base.diagnostics import Failure, Span, problem
from sitegen.model.report import Report
from sitegen.serve.builder import Audience, Overtaken, attempt

WARNING = problem("render/dead-link", "nothing is there", Span("content/a.md", 4))
ERROR = problem("parse/bad-date", "this is no date", Span("content/a.md", 2))
REPORT = Report(1, 1, 1, 0, (), (WARNING,), ("index.html",), (), 1, 0.1, "site")


class Builder:
    base = "/"
    watched = ()

    def __init__(self, result):
        self._result = result

    def build(self, changed, audience):
        if isinstance(self._result, Exception):
            raise self._result
        return self._result


def test_a_success_has_a_report_and_its_diagnostics():
    outcome = attempt(Builder(REPORT), None, Audience())

    assert (REPORT, (WARNING,), False) == (outcome.report, outcome.diagnostics, outcome.failed)


def test_a_failure_says_why():
    outcome = attempt(Builder(Failure([WARNING, ERROR])), None, Audience())

    assert (None, (ERROR, WARNING), True) == (outcome.report, outcome.diagnostics, outcome.failed)


def test_a_mistake_of_ours_is_kept():
    mistake = RuntimeError("oh")

    outcome = attempt(Builder(mistake), None, Audience())

    assert (mistake, True) == (outcome.crash, outcome.failed)


def test_a_build_that_was_overtaken_gives_nothing():
    assert attempt(Builder(Overtaken()), None, Audience()) is None


def test_an_audience_may_be_nobody():
    audience = Audience()

    audience.show("index.html", b"")

    assert ((), False) == (audience.pages, audience.overtaken())
