"""Text becomes weighted words."""

from sitegen.parse.terms import terms


def test_the_title_weighs_most():
    found = dict(terms("Open weights", ["Why weights"], "Hospitals run them.", "Hospitals run open models."))

    assert (9, 11, 3) == (found["open"], found["weights"], found["hospitals"])


def test_words_are_in_lower_case_and_longer_than_a_letter():
    assert {"über", "ki"} == {word for word, _ in terms("Über KI", [], "", "a 1 2026")}


def test_scripts_without_spaces_count_by_pairs():
    assert {"人工", "工知", "知能"} == {word for word, _ in terms("人工知能", [], "", "")}


def test_only_the_heaviest_are_kept_in_a_fixed_order():
    letters = "abcdefghijklmnopqrstuvwxyz"
    body = " ".join(first + second for first in letters for second in letters)
    found = terms("zz", [], "", body)

    assert 50 < len(found) < 200
    assert ("zz", "aa", "ab") == tuple(word for word, _ in found[:3])
