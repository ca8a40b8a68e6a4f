"""Counts by word, of which few change."""

from sitegen.link.related.about import About


def test_a_word_has_its_count_and_another_none():
    about = About.of({7: 3, 2: 1})

    assert [1, 3, 0, 0] == [about.count(word) for word in (2, 7, 5, 9)]
    assert 0 == About.of({}).count(1)


def test_what_is_set_counts_and_what_is_nought_is_forgotten():
    about = About.of({7: 3, 2: 1})
    about.set(7, 4)
    about.set(2, 0)
    about.set(5, 1)
    about.set(9, 0)

    assert [0, 1, 4] == [about.count(word) for word in (2, 5, 7)]
    assert [[5, 7], [1, 4]] == [list(each) for each in about.arrays()]
    assert 4 == about.count(7)
