import time

from sitegen.base.spelling import Spellings

KNOWN = Spellings(["articles/open-weights.md", "articles/chips/index.md", "/tags/health/", "img/ward.jpg"])


def test_a_misspelt_last_part_is_recognised():
    assert "articles/open-weights.md" == KNOWN.nearest("articles/open-wieghts.md")
    assert "/tags/health/" == KNOWN.nearest("/tags/heatlh/")


def test_a_file_that_moved_is_found_by_its_name():
    assert "img/ward.jpg" == KNOWN.nearest("articles/ward.jpg")
    assert "articles/chips/index.md" == KNOWN.nearest("chips.md")


def test_a_folder_in_common_is_not_enough():
    assert "" == KNOWN.nearest("articles/nothing-like-it.md")


def test_ten_thousand_names_are_searched_quickly():
    names = Spellings(f"articles/story-{number * 7919 % 10007}-of-{number}.md" for number in range(10_000))

    started = time.process_time()
    found = [
        names.nearest(f"articles/stroy-{number * 7919 % 10007}-of-{number}.md") for number in range(0, 10_000, 500)
    ]

    assert [f"articles/story-{number * 7919 % 10007}-of-{number}.md" for number in range(0, 10_000, 500)] == found
    assert time.process_time() - started < 5
