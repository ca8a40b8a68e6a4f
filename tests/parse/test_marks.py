"""`==marked==`, `19^th^` and `H~2~O` become elements."""

import pytest
from tests.kit.parsing import front, html


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("A ==marked *word* and more== here.", "A <mark>marked <em>word</em> and more</mark> here."),
        ("==**All of it**== here.", "<mark><strong>All of it</strong></mark> here."),
        ("这是==重点==文字。", "这是<mark>重点</mark>文字。"),
        ("==One\nline== more.", "<mark>One\nline</mark> more."),
        ("H~2~O and CO~2~ in the 19^th^ century, x^2^.", None),
    ],
)
def test_an_element(written, drawn):
    drawn = drawn or "H<sub>2</sub>O and CO<sub>2</sub> in the 19<sup>th</sup> century, x<sup>2</sup>."

    assert f"<p>{drawn}</p>\n" == html(front("", written).content.body)


@pytest.mark.parametrize(
    "written",
    [
        "If a == b and c == d, then x==y or z==w.",
        "It is '==' here, and '==' there; (==) differs from (is), and (==) does not.",
        "It is 2^3^2, dir~1~2 and a~b~c.",
        "From ~5 to ~6 it is 2^10 or 3^10, ^_^ and Hello^_^.",
        r"A \==word== and `==code==`.",
        "A line ===of three===.",
        "It is ~/a and ~/b, 3~5, and e^x + e^y.",
        "Here *==ends* in it==.",
    ],
)
def test_what_is_text(written):
    body = html(front("", written).content.body)

    assert not any(tag in body for tag in ("<mark>", "<sub>", "<sup>"))
