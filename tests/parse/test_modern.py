"""Old HTML becomes new HTML."""

import pytest

from sitegen.parse.draw.modern import modern


@pytest.mark.parametrize(
    ("name", "attributes", "expected"),
    [
        ("center", [], ("div", [("class", "align-center")])),
        ("font", [("color", "red"), ("class", "x")], ("span", [("class", "x")])),
        ("tt", [], ("code", [])),
        ("a", [("name", "x")], ("a", [("id", "x")])),
        ("a", [("name", "x"), ("id", "y")], ("a", [("name", "x"), ("id", "y")])),
        ("a", [("href", "/x"), ("target", "_BLANK")], ("a", [("href", "/x"), ("target", "_BLANK")])),
        ("a", [("href", "/x"), ("target", "aside")], ("a", [("href", "/x"), ("target", "aside")])),
        ("a", [("href", "/x"), ("target", "_href_")], ("a", [("href", "/x")])),
        ("a", [("target", "_blank"), ("title", "x")], ("a", [("title", "x")])),
        ("iframe", [("src", "/x"), ("frameborder", "0")], ("iframe", [("src", "/x"), ("title", "x")])),
        (
            "iframe",
            [("src", "https://film.example/x/y?z")],
            ("iframe", [("src", "https://film.example/x/y?z"), ("title", "film.example")]),
        ),
        ("iframe", [("src", "/x"), ("title", "A film")], ("iframe", [("src", "/x"), ("title", "A film")])),
        ("iframe", [("allowfullscreen", "true"), ("mozallowfullscreen", "")], ("iframe", [("allowfullscreen", None)])),
        ("iframe", [("width", "560px"), ("height", "auto")], ("iframe", [("width", "560")])),
        ("video", [("width", "100%"), ("height", "50%")], ("video", [("style", "height: 50%")])),
        ("img", [("style", "width: 3em"), ("width", "50%")], ("img", [("style", "width: 50%; width: 3em")])),
        (
            "img",
            [("width", "20em"), ("height", " 7.5 px"), ("alt", "x")],
            ("img", [("width", "20"), ("height", "7"), ("alt", "x")]),
        ),
        ("td", [("classname", "x"), ("width", "100%")], ("td", [("class", "x"), ("style", "width: 100%")])),
        ("script", [("async", "true"), ("src", "x.js")], ("script", [("async", None), ("src", "x.js")])),
        ("label", [("htmlfor", "x")], ("label", [("for", "x")])),
        ("script", [("charset", "utf-8")], ("script", [])),
        ("p", [("class", "x"), ("align", "RIGHT")], ("p", [("class", "x align-right")])),
        ("p", [("align", "odd")], ("p", [("align", "odd")])),
        ("img", [("align", "left")], ("img", [("style", "float: left")])),
        ("h1", [("id", "x")], ("h2", [("id", "x")])),
        ("h5", [("aria-level", "3"), ("id", "x")], ("h3", [("id", "x")])),
        ("div", [("class", "x")], ("div", [("class", "x")])),
    ],
)
def test_says_the_same(name, attributes, expected):
    assert expected == modern(name, attributes, in_line=False)


def test_what_stands_in_a_line_stays_in_it():
    assert ("span", [("class", "align-center")]) == modern("center", [], in_line=True)
