"""What stands in two brackets says what it names, shows and means."""

import pytest

from sitegen.base.wiki import WIKI, is_picture, named_by, shown_in, title_in


@pytest.mark.parametrize(
    ("written", "said", "width", "picture"),
    [
        ("[[Title]]", "", None, False),
        ("[[Title#Part|words]]", "words", None, False),
        ("[[Title|300]]", "300", None, False),
        ("![[Title|300]]", "300", None, False),
        ("![[a.PNG]]", "", None, True),
        ("![[a.png|300]]", "", "300", True),
        ("![[a.png| A hall |300x200]]", "A hall", "300", True),
        ("![[a.png|A hall|left]]", "A hall", None, True),
    ],
)
def test_words_and_sizes(written, said, width, picture):
    found = WIKI.fullmatch(written)
    shown, size = shown_in(found)

    assert (said, width, picture) == (shown, size and size["width"], is_picture(found))


def test_brackets_behind_a_word_are_none():
    assert ["![[a.png]]"] == [found[0] for found in WIKI.finditer("x[[0]] ![[a.png]] [[a\nb]]")]


def test_the_title_of_a_path():
    assert ("Title", "Title") == (title_in("notes/Title.md"), title_in("Title"))


@pytest.mark.parametrize(
    ("value", "named"),
    [("[[Jane Doe]]", "Jane Doe"), ("[[a.png|A hall]]", "a.png"), ("[[a]] [[b]]", "[[a]] [[b]]"), ("Jane", "Jane")],
)
def test_values_of_the_front_matter(value, named):
    assert named == named_by(value)
