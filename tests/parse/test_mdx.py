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
