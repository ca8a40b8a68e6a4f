"""Cases of formulas that are drawn, as texts."""

from tests.kit.cases import every_case
from tests.kit.parsing import shown


@every_case("formulas", beside=__file__)
def test_case(case):
    case.expect(shown(case.input))
