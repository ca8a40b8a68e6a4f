"""What the HTML standard forbids becomes what it allows."""

import pytest

from sitegen.parse.draw.lawful import Inside, lawful


def inside(within="", *opened, closed=True, in_line=False):
    return Inside(within, (within, *opened).__contains__, closed, in_line)


@pytest.mark.parametrize(
    ("name", "written", "expected"),
    [
        ("p", [("class", "a"), ("class", "b")], [("class", "a")]),
        ("p", [("id", ""), ("lang", "jp")], []),
        ("p", [("id", "one"), ("lang", "ja")], [("id", "one"), ("lang", "ja")]),
        ("a", [("rel", "noopener noopener nofollow")], [("rel", "noopener nofollow")]),
        ("div", [("width", "300"), ("bgcolor", "red"), ("title", "x")], [("title", "x")]),
        ("td", [("width", "300"), ("colspan", "100%"), ("rowspan", "2")], [("rowspan", "2")]),
        (
            "a",
            [("hreh", "/x"), ("dev.example", ""), ("data-x", "1"), ("@click", "y")],
            [("data-x", "1"), ("@click", "y")],
        ),
        ("iframe", [("src", "/x"), ("border", "0"), ("seamless", None)], [("src", "/x")]),
        ("div", [("xmlns", "http://www.w3.org/1999/xhtml"), ("xml:lang", "en")], []),
        ("svg", [("xmlns", "https://www.w3.org/2000/svg")], [("xmlns", "http://www.w3.org/2000/svg")]),
        ("p", [("style", "float:center; color: red")], [("style", " color: red")]),
        ("p", [("style", "padding-bottom: -10px")], []),
        ("p", [("style", "mso-list: l0; color: red; display-block; orphans: auto")], [("style", " color: red;")]),
        ("q", [("cite", "The house"), ("title", "x")], [("title", "x")]),
        ("td", [("scope", "row"), ("colspan", "2")], [("colspan", "2")]),
        ("form", [("action", ""), ("method", "post")], [("method", "post")]),
        ("my-box", [("width", "300"), ("lang", "jp")], [("width", "300"), ("lang", "jp")]),
    ],
)
def test_of_attributes_those_stay_that_mean_something(name, written, expected):
    assert (name, expected) == lawful(name, written, inside(), "")


@pytest.mark.parametrize(
    ("name", "where", "expected"),
    [
        ("li", inside("ul"), "li"),
        ("li", inside("div", "ol"), "li"),
        ("li", inside("div"), "div"),
        ("dt", inside("div", "dl"), "dt"),
        ("figcaption", inside("figure"), "figcaption"),
        ("figcaption", inside("a", "figure"), "div"),
        ("i", inside("p", closed=False), "i"),
        ("dd", inside(), "div"),
        ("option", inside(), "span"),
        ("main", inside(), "div"),
        ("p", inside("div"), "p"),
        ("p", inside("span"), "span"),
        ("div", inside("h2"), "span"),
        ("ul", inside("span"), "ul"),
        ("span", inside(closed=False), "div"),
        ("span", inside(closed=False, in_line=True), "span"),
        ("q", inside(closed=False), "q"),
    ],
)
def test_what_stands_in_the_wrong_place_is_another_element(name, where, expected):
    assert expected == lawful(name, [], where, "")[0]


def test_another_element_looks_like_the_one_that_was_written():
    assert ("span", [("style", "display: block")]) == lawful("p", [], inside("b"), "")
    assert ("div", [("style", "font-weight: bold; color: red")]) == lawful(
        "b", [("style", "color: red")], inside(closed=False), ""
    )


@pytest.mark.parametrize("within", ["ol", "ul"])
def test_only_numbered_items_have_a_number(within):
    numbered = [("value", "3")] if within == "ol" else []

    assert ("li", numbered) == lawful("li", [("value", "3")], inside(within), "")
    assert ("li", []) == lawful("li", [("value", "x")], inside(within), "")


@pytest.mark.parametrize("moment", ["2026", "2026-11", "2026-11-30", "11-30", "2026-W05", "09:00", "PT4M", "P1DT2H"])
@pytest.mark.parametrize("further", ["", "T09:00", " 09:00:30.5+01:00", "T09:00Z"])
def test_a_moment_is_one_that_machines_read(moment, further):
    moment += further if moment == "2026-11-30" else ""
    assert ("time", [("datetime", moment)]) == lawful("time", [("datetime", moment)], inside(), "today")
    assert ("time", []) == lawful("time", [], inside(), moment)


@pytest.mark.parametrize("moment", ["June 3", "2026-13-01", "30.11.2026", "P", ""])
def test_any_other_moment_is_only_words(moment):
    assert ("span", []) == lawful("time", [("datetime", moment)], inside(), "today")
