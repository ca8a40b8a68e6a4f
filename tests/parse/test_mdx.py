"""Cases of `.mdx` files, as texts; in any other file such lines are text."""

from tests.kit.cases import every_case
from tests.kit.parsing import shown


@every_case("mdx", beside=__file__)
def test_case(case):
    case.expect(shown(case.input, path="content/articles/x.mdx"))


def test_elsewhere_an_import_is_text_and_told():
    text = "import Tabs from '@theme/Tabs';\n"

    assert "parse/shortcode" in shown(text)
    assert "" == shown(text, path="content/articles/x.mdx")


def test_elsewhere_what_is_imported_is_a_component():
    text = 'import Card from "../card"\n\n<Card\n  of={["a"]}\n>\n  Text.\n</Card>\n\n<Other />\n'

    found = shown(text)

    assert "<p>Text.\n</p>" in found
    assert "&lt;Other /&gt;" in found
    assert "&lt;Card" not in found
