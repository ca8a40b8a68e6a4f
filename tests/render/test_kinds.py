import pytest

from sitegen.render.kinds import MACHINES, machine


@pytest.mark.parametrize("kind", sorted(MACHINES))
def test_every_kind_has_its_maker(kind):
    assert callable(machine(kind))


def test_every_output_is_made_and_says_the_same_each_time(desk):
    first = {path: desk.artifact(path) for path in desk.pages}

    assert [] == [path for path, made in first.items() if made != desk.artifact(path)]
    assert [] == [path for path, made in first.items() if not made.data and path != ".nojekyll"]


def test_no_forbidden_character_gets_out(publish):
    site = publish(
        "-- content/a.md --\n---\n"
        r'{"title": "T\u0001\u007f", "date": "2026-11-30", "tags": ["t\u0002"], "faq": [{"q": "Q\u0003", "a": "A\u0004"}]}'
        "\n---\nText \x05 here \ufffe.\n"
    )
    forbidden = [chr(code) for code in (1, 2, 3, 4, 5, 0x7F, 0xFFFE)]

    leaks = {
        path: char
        for path in site.pages
        for char in forbidden
        if char in (text := site.html(path)) or f"\\u{ord(char):04x}" in text
    }

    assert {} == leaks
