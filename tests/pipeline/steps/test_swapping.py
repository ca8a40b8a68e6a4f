"""An edited style sheet gets its new address into pages as they stand, and they are as if they had been made anew."""

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
