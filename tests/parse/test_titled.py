"""Raw HTML that looks as if it held questions is read in a time that grows with its length."""

import pytest
from markdown_it.token import Token

from sitegen.parse.faq.titled import disclosed, titled


@pytest.mark.slow
@pytest.mark.timeout(15)
@pytest.mark.parametrize(
    "tag",
    [
        "<h3>",
        "<dt>",
        "<summary>",
        "<div class='question ",
        "class='question ",
        '<p class="question"><b>',
        "<p><b>A?",
        "<div>",
        "<div><h3>A?</h3>",
    ],
)
@pytest.mark.parametrize("read", [disclosed, titled])
def test_long_rows_of_tags_without_end_take_no_time(read, tag):
    packed = read([Token("html_block", "", 0, content="<p " + tag * 20_000, map=[0, 1])])

    assert packed is None or tag[:5] in packed.tokens[0].content
