"""`{#id .class key="value"}` becomes attributes."""

import pytest

from sitegen.parse.attributes import cut_attributes, read_attributes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#a .b .c", {"id": "a", "class": "b c"}),
        ("width=50% data-x='y z' t=\"u\"", {"width": "50%", "data-x": "y z", "t": "u"}),
        (r'alt="He said \"so\"" .a', {"alt": 'He said "so"', "class": "a"}),
        ("onclick=x .a", {"class": "a"}),
        ("python", {}),
    ],
)
def test_reads(text, expected):
    assert expected == read_attributes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A {#b}", ("A", {"id": "b"})),
        ("A title. {#a-title. .wide}", ("A title.", {"id": "a-title", "class": "wide"})),
        ("A {:.b}", ("A", {"class": "b"})),
        ("A {#b.c.d--e .f}", ("A", {"id": "b", "class": "c d--e f"})),
        ("{#b}", ("", {"id": "b"})),
        ("A title {/*a-title*/}", ("A title", {"id": "a-title"})),
        ("A {/* #b.c */}", ("A", {"id": "b.c"})),
        ("A {/* two words */}", ("A {/* two words */}", {})),
        ("A {b}", ("A {b}", {})),
        ("A {#b} c", ("A {#b} c", {})),
        ("A{#b}", ("A{#b}", {})),
    ],
)
def test_cuts_them_off_a_heading(text, expected):
    assert expected == cut_attributes(text)
