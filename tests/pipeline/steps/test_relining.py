"""A file that lists all articles gets the lines of edited ones as it stands, and is as if it had been made anew."""

import os

import pytest
from tests.kit.compare import against_clean

pytestmark = pytest.mark.slow

SITE = """\
-- sitegen.toml --
[site]
title = "The Weights"
url = "https://news.example/repo/"
-- content/articles/one.md --
---
title: One
date: 2026-11-01
---
A text.
-- content/articles/two.md --
---
title: Two
date: 2026-11-02
---
Another text.
-- content/articles/three.md --
---
title: "{\\"id\\":\\"articles/one\\""
date: 2026-11-03
---
A third text.
-- content/pages/about.md --
---
title: About
---
Who we are.
"""
FILE = "api/articles.json"
ONE, TWO = "content/articles/one.md", "content/articles/two.md"


@pytest.fixture
def site(bench):
    return bench(SITE)


@pytest.mark.parametrize(
    "edits",
    [
        [(ONE, "title: One", "title: First")],
        [(TWO, "title: Two", "title: Zwei – 二")],
        [(ONE, "title: One", "title: First"), (TWO, "Another text.", "Yet another text.")],
    ],
)
def test_only_the_lines_of_edited_articles_are_written(site, made, edits):
    site.build()
    made.clear()
    for edit in edits:
        site.edit(*edit)
    site.build()

    assert "articles/one/index.html" in made or "articles/two/index.html" in made
    assert FILE not in made
    assert FILE in site.report.written
    assert [] == against_clean(site)


def test_one_edit_after_another(site, made):
    site.build()
    for before, after in (("One", "A longer title"), ("A longer title", "I"), ("I", "One")):
        made.clear()
        site.edit(ONE, f"title: {before}", f"title: {after}").build()

        assert FILE not in made
        assert [] == against_clean(site)


def test_other_bytes_in_the_file_are_seen_though_size_and_time_are_the_same(site, made):
    file = site.build().root / "output" / FILE
    stat = file.stat()
    file.write_bytes(file.read_bytes().replace(b"A third text", b"Not our text"))
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    made.clear()
    site.edit(ONE, "title: One", "title: First").build()

    assert FILE in made
    assert [] == against_clean(site)


def test_a_line_that_comes_makes_the_file_anew(site, made):
    site.build()
    made.clear()
    site.write("content/articles/four.md", "---\ntitle: Four\ndate: 2026-11-04\n---\nA fourth text.\n").build()

    assert FILE in made
    assert [] == against_clean(site)
