"""Cards of Ghost, and questions and answers of plugins, become Markdown."""

from tests.importers.texts import made
from tests.kit.cases import every_case

from sitegen.importers.nouns import Text


@every_case("cards", beside=__file__)
def test_cards(case):
    case.expect(made(Text(case.input)))
