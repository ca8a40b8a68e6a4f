"""What attributes say of looks is a matter of style."""

import pytest

from sitegen.parse.draw.modern import styled


@pytest.mark.parametrize(
    ("name", "attributes", "style"),
    [
        ("td", [("width", "50%"), ("valign", "TOP"), ("nowrap", None)], "width: 50%; vertical-align: top; white-space: nowrap"),
        ("tr", [("height", "20"), ("valign", "odd")], "height: 20px"),
        ("table", [("width", "600"), ("align", "center"), ("style", "width: 20em")], "width: 600px; margin-inline: auto; width: 20em"),
        ("table", [("align", "right")], "float: right"),
        ("hr", [("width", "50%"), ("size", "1"), ("noshade", None)], "width: 50%"),
        ("ul", [("type", "square"), ("compact", None)], "list-style-type: square"),
        ("ol", [("type", "a")], None),
        ("br", [("clear", "all")], "clear: both"),
        ("img", [("align", "left"), ("hspace", "5"), ("border", "0")], "float: left; margin-inline: 5px"),
        ("img", [("width", "50%"), ("align", "absmiddle")], "width: 50%"),
        ("iframe", [("width", "100%"), ("frameborder", "0")], None),
        ("p", [("style", "color: red")], "color: red"),
        ("video", [("align", "left")], None),
    ],
)  # fmt: skip
def test_the_style_says_what_an_attribute_said(name, attributes, style):
    told = styled(name, attributes)

    assert style == dict(told).get("style")
    assert {"style", "type" if name == "ol" else "", "align" if name == "video" else ""} >= {key for key, _ in told}


def test_a_width_in_pixels_is_an_attribute_of_a_picture():
    assert [("width", "320"), ("alt", "x"), ("height", "7")] == styled(
        "img", [("width", "320px"), ("alt", "x"), ("height", " 7.5 em")]
    )
    assert [("alt", "x")] == styled("img", [("width", "auto"), ("height", "100%"), ("alt", "x")])


def test_a_size_on_paper_is_one_in_pixels():
    assert [("width", "576"), ("height", "113")] == styled("img", [("width", "6.0in"), ("height", "3 cm")])


def test_a_style_that_is_a_size_is_the_size_of_a_picture():
    assert [("alt", ""), ("width", "576"), ("height", "288")] == styled(
        "img", [("style", "width:6in;height:3in"), ("alt", "")]
    )
    assert [("style", "width: 50%")] == styled("img", [("style", "width: 50%")])
