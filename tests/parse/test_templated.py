"""Cases of what other generators' templates would fill in, as texts."""

from tests.kit.cases import every_case
from tests.kit.parsing import shown


@every_case("templated", beside=__file__)
def test_case(case):
    case.expect(shown(case.input))
