"""`::: kind` … `:::` becomes a container."""

import pytest

from sitegen.parse.markdown import markdown


def containers(text):
    return [
        (token.info, token.meta["title"], token.meta["closed"], token.map)
        for token in markdown().parse(text)
        if token.type == "container_open"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::: tip\nx\n:::", [("tip", "", True, [0, 2])]),
        (":::tip A title\nx\n:::", [("tip", "A title", True, [0, 2])]),
        ("::::: tip\nx\n:::::", [("tip", "", True, [0, 2])]),
        ("::: a\n::: b\n:::\n:::", [("a", "", True, [0, 3]), ("b", "", True, [1, 2])]),
        (":::: a\n::: b\n:::\n::::", [("a", "", True, [0, 3]), ("b", "", True, [1, 2])]),
        ("::: a\nx", [("a", "", False, [0, 2])]),
        ("- ::: a\n  x\n\nafter", [("a", "", False, [0, 3])]),
        ("~~~\n::: a\n~~~", []),
        ("    ::: a", []),
        (":::", []),
        ("::tip\nx\n::", [("tip", "", True, [0, 2])]),
        ('::tip{title="A title" icon="x"}\nx\n::', [("tip", "A title", True, [0, 2])]),
        ("::tabs\n  :::item\n  x\n  :::\n::", [("tabs", "", True, [0, 4]), ("item", "", True, [1, 3])]),
        ("::: tip\nx\n::\ny\n:::", [("tip", "", True, [0, 4])]),
        ("::before\n\nx\n\n::after\n\ny", []),
        ("::a\n::b\n::", [("b", "", True, [1, 2])]),
        ("::a\n:::b\n::c\n:::", [("b", "", True, [1, 3])]),
        ("::tip x", []),
        (":: tip\n::", []),
        ("::std::vector\n::", []),
    ],
)
def test_finds_beginning_and_end(text, expected):
    assert expected == containers(text)
