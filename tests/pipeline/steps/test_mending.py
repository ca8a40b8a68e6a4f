"""Pages get another address or other lines as they stand, and they are as if they had been made anew."""

import os

import pytest
from tests.kit.compare import against_clean

pytestmark = pytest.mark.slow

SITE = """\
-- sitegen.toml --
extensions = []
[site]
title = "The Weights"
url = "https://news.example/repo/"
-- themes/plain/theme.toml --
extends = "default"
-- static/css/site.css --
body { margin: 0 }
-- content/articles/one.md --
---
title: One
date: 2026-11-01
---
A text.

Its end.
-- content/articles/two.md --
---
title: Two
date: 2026-11-02
---
Another text.
"""
SHEET = "static/css/site.css"


def test_no_page_is_made_anew_for_an_edited_style_sheet(bench, made):
    site = bench(SITE).build()
    made.clear()
    site.edit(SHEET, "0", "1px").build()

    assert [] == made
    assert [] == against_clean(site)
    assert "articles/one/index.html" in site.report.written


@pytest.mark.parametrize("workers", [1, 2])
def test_one_edit_after_another(bench, workers):
    site = bench(SITE).build(workers=workers)
    for width in ("1px", "2px", "1px", "0"):
        site.write(SHEET, f"body {{ margin: {width} }}").build(workers=workers)

        assert [] == against_clean(site, workers=workers)


def test_an_edited_text_as_well(bench, made):
    site = bench(SITE).build()
    made.clear()
    site.edit(SHEET, "0", "1px").edit("content/articles/one.md", "Its end.", "Another end.").build()

    assert "articles/one/index.html" in made
    assert "articles/two/index.html" not in made
    assert [] == against_clean(site)


def test_a_text_that_names_the_address_is_left_as_it_is(bench):
    """The old address, and the one that it has after the edit."""
    site = bench(SITE)
    names = []
    for width in ("1px", "0"):
        site.write(SHEET, f"body {{ margin: {width} }}\n").build()
        names.append(next(path for path in site.output() if path.startswith("static/css/site.")))
    for number, name in enumerate(names):
        site.edit("content/articles/one.md", "A text.", f"A text. repo/{name} {number}, {name}").build()
        site.edit(SHEET, "0", "1px").build()

        assert f"repo/{name} {number}" in site.read("articles/one/index.html")
        assert [] == against_clean(site)
        site.edit(SHEET, "1px", "0").edit("content/articles/one.md", f" repo/{name} {number}, {name}", "").build()


def test_a_page_whose_bytes_are_not_ours_is_made_anew(bench, made):
    site = bench(SITE).build()
    made.clear()
    (site.root / "output/articles/one/index.html").write_text("mine")
    site.edit(SHEET, "0", "1px").build()

    assert ["articles/one/index.html"] == made
    assert [] == against_clean(site)


def test_pages_say_again_what_they_said(bench):
    site = bench(SITE).edit("content/articles/one.md", "A text.", "See [this](gone.md).").build()
    before = site.said
    site.edit(SHEET, "0", "1px").build()

    assert "gone.md" in before
    assert before == site.said


LISTED = f"""\
{SITE}-- content/articles/three.md --
---
title: "{{\\"id\\":\\"articles/one\\""
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
    return bench(LISTED)


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


def test_one_edit_of_a_title_after_another(site, made):
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
