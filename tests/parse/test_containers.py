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
    ],
)
def test_finds_beginning_and_end(text, expected):
    assert expected == containers(text)
