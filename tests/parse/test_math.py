"""Cases of math where nothing draws formulas, as texts."""

import pytest
from tests.kit.cases import every_case
from tests.kit.parsing import shown

from sitegen.parse.draw import formulas


@pytest.fixture(autouse=True)
def _no_extra(monkeypatch):
    monkeypatch.setattr(formulas, "can_draw", lambda: False)


@every_case("math", beside=__file__)
def test_case(case):
    case.expect(shown(case.input))
