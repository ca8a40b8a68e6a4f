import pytest

from sitegen.base.conflicts import conflict_line

BOTH = "<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> other\n"


def test_the_line_is_that_of_the_first_conflict():
    assert 3 == conflict_line(f"a\nb\n{BOTH}c\n{BOTH}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A heading\n=======\n\nText.\n",
        "<<<<<<< HEAD\none\n=======\ntwo\n",
        "=======\ntwo\n>>>>>>> other\n",
        BOTH.replace("\n", "\n  "),
        "<<<<<<<<< two more\n=======\n>>>>>>>>> other\n",
    ],
)
def test_less_is_none(text):
    assert 0 == conflict_line(text)
