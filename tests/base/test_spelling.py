from collections import Counter
from difflib import SequenceMatcher

import pytest

from sitegen.base import spelling
from sitegen.base.spelling import Spellings

KNOWN = Spellings(
    [
        "articles/open-weights.md",
        "articles/chips/index.md",
        "articles/who-owns-the-training-data.md",
        "articles/version-1.84.md",
        "/tags/health/",
        "img/ward.jpg",
        "news/law.md",
        "/2026/law/",
        "news/2026-11-20-thaw.md",
        "news/2026-11-6-thaw.md",
        "news/2026-11-20.md",
    ]
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("articles/open-wieghts.md", "articles/open-weights.md"),
        ("articles/open-weight.md", "articles/open-weights.md"),
        ("elsewhere/open-wieghts.md", "articles/open-weights.md"),
        ("articles/who-owns-training-data.md", "articles/who-owns-the-training-data.md"),
        ("articles/version-1.84s.md", "articles/version-1.84.md"),
        ("/tags/heatlh/", "/tags/health/"),
        ("img/wrad.jpg", "img/ward.jpg"),
    ],
)
def test_a_misspelt_last_part_is_recognised(written, meant):
    assert meant == KNOWN.nearest(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("articles/ward.jpg", "img/ward.jpg"),
        ("img/ward.webp", "img/ward.jpg"),
        ("chips.md", "articles/chips/index.md"),
        ("articles/law.md", "news/law.md"),
        ("/articles/law/", "/2026/law/"),
        ("news/law.md", "/2026/law/"),
        ("/news/2026/11/20/thaw.html", "news/2026-11-20-thaw.md"),
        ("/blog/2026/11/6/thaw/", "news/2026-11-6-thaw.md"),
    ],
)
def test_a_file_that_moved_is_found_by_its_name(written, meant):
    assert meant == KNOWN.nearest(written)


@pytest.mark.parametrize("written", ["articles/nothing-like-it.md", "articles/ward.md", "/tags/health/", "/", ""])
def test_a_folder_in_common_is_not_enough(written):
    assert "" == KNOWN.nearest(written)


def test_a_name_that_stands_in_every_folder_is_found_by_its_folder():
    known = Spellings(f"articles/story-{number}/cover.jpg" for number in range(1000, 2000))

    assert "articles/story-1742/cover.jpg" == known.nearest("articles/sotry-1742/cover.jpg")
    assert "articles/story-1742/cover.jpg" == known.nearest("story-1742/cover.jpg")
    assert "" == known.nearest("articles/open-weights/cover.jpg")


@pytest.mark.parametrize(
    ("name", "misspelt"),
    [
        ("articles/story-{0}-of-{1}.md", "articles/stroy-{0}-of-{1}.md"),
        ("articles/{0}/index.md", "articles/{0}x.md"),
        ("articles/story-{0}/cover.jpg", "articles/sotry-{0}/cover.jpg"),
        ("/2026/{1}/", "/2026/x{1}/"),
    ],
)
def test_the_work_for_a_name_does_not_grow_with_the_site(monkeypatch, name, misspelt):
    work = Counter()

    class CountingMatcher(SequenceMatcher):
        def ratio(self):
            work["compared"] += 1
            return super().ratio()

    class CountingCounter(Counter):
        def update(self, found=None):
            work["sighted"] += len(found or ())
            super().update(found)

    monkeypatch.setattr(spelling, "SequenceMatcher", CountingMatcher)
    monkeypatch.setattr(spelling, "Counter", CountingCounter)
    numbers = [(number * 7919 % 10007, number) for number in range(10_000)]
    known = Spellings(name.format(*pair) for pair in numbers)
    asked = numbers[1000::500]

    assert [name.format(*pair) for pair in asked] == [known.nearest(misspelt.format(*pair)) for pair in asked]
    assert 0 < work["compared"] <= 8 * len(asked)
    assert 0 < work["sighted"] <= 1200 * len(asked)


def test_a_last_part_is_looked_for_once(monkeypatch):
    searched = []
    search = Spellings._most_similar
    monkeypatch.setattr(Spellings, "_most_similar", lambda self, last: (searched.append(last), search(self, last))[1])
    spellings = Spellings(["a/open-weights.md"])

    assert ["a/open-weights.md"] * 2 == [spellings.nearest(f"{folder}/open-wieghts.md") for folder in "ab"]
    assert ["open-wieghts"] == searched
