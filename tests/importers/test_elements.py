"""HTML becomes Markdown: each case is HTML, and the Markdown with what a person should look at."""

from tests.importers.texts import made
from tests.kit.cases import every_case

from sitegen.importers.nouns import Text


@every_case("text", beside=__file__)
def test_words(case):
    case.expect(made(Text(case.input)))


@every_case("blocks", beside=__file__)
def test_blocks(case):
    case.expect(made(Text(case.input)))
