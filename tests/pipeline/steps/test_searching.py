"""Articles become the index of Pagefind, which is made anew only where their words are others."""

from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from tests.kit.output import tree
from tests.kit.site import SiteBench

from sitegen.pipeline.steps import searching

pytestmark = pytest.mark.slow

SITE = """\
-- sitegen.toml --
[site]
title = "The Weights"
url = "https://news.example/repo/"

[search]
provider = "pagefind"
-- content/wards.md --
---
title: Hospitals
date: 2026-11-20
---
Nurses read the **charts**.
-- content/hidden.md --
---
title: Hidden
date: 2026-11-20
noindex: true
---
Words that nobody finds.
"""


@pytest.fixture
def bench(tmp_path):
    return SiteBench(tmp_path / "site", SITE)


@pytest.fixture
def made(monkeypatch):
    """Return the pages that Pagefind was given, by address, for each time that it ran."""
    runs = []
    run = searching._run_pagefind

    def watched(pages: Path, target: Path) -> None:
        files = {file.relative_to(pages).as_posix(): file.read_text() for file in pages.rglob("*.html")}
        runs.append({name.removesuffix("/index.html"): text for name, text in files.items()})
        run(pages, target)

    monkeypatch.setattr(searching, "_run_pagefind", watched)
    return runs


def names(bench):
    return {path for path in tree(bench.root / "output") if path.startswith("pagefind/")}


def test_the_index_is_published_without_what_the_theme_does_itself(bench):
    assert not bench.build().failed
    assert {"pagefind/pagefind.js", "pagefind/pagefind-entry.json", "pagefind/wasm.en.pagefind"} < names(bench)
    assert not [name for name in names(bench) if "-ui." in name or name.endswith("/listed")]
    assert not (bench.root / "output/search-index.json").exists()


def test_it_knows_what_readers_may_find(bench, made):
    bench.build()
    assert ["wards"] == list(made[0])
    assert "<h1>Hospitals</h1>" in made[0]["wards"]
    assert "<strong>charts</strong>" in made[0]["wards"]
    assert '<meta data-pagefind-meta="date[content]" content="2026-11-20">' in made[0]["wards"]


def test_an_article_at_the_address_of_a_file_is_found_there(bench, made):
    bench.edit("content/wards.md", "title: Hospitals", "title: Hospitals\npath: /old/wards.html").build()
    assert not bench.failed
    assert ["old/wards.html"] == list(made[0])


def test_it_is_made_again_only_for_other_words(bench, made):
    bench.build().edit("sitegen.toml", 'title = "The Weights"', 'title = "The Weight"').build()
    assert 1 == len(made)
    bench.edit("content/wards.md", "Nurses", "Doctors").build()
    assert 2 == len(made)
    assert "Doctors" in made[1]["wards"]


def test_an_edited_article_gives_the_index_of_a_clean_build(bench, tmp_path):
    bench.build().edit("content/wards.md", "Nurses", "Doctors").build()
    clean = SiteBench(tmp_path / "clean", SITE).edit("content/wards.md", "Nurses", "Doctors").build()
    assert tree(clean.root / "output") == tree(bench.root / "output")


def test_few_indexes_are_kept(bench):
    for name in ("Doctors", "Patients", "Visitors", "Cooks"):
        bench.write("content/wards.md", f"---\ntitle: Hospitals\ndate: 2026-11-20\n---\n{name} read.\n").build()
    assert 3 == len(list((bench.root / ".sitegen/pagefind").iterdir()))


def test_without_pagefind_the_build_says_what_to_install(bench, monkeypatch):
    def absent(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(searching, "version", absent)
    bench.build()
    assert bench.failed
    assert [("route/no-search", "Pagefind is not installed, so there would be no search")] == [
        (found.code, found.message) for found in bench.diagnostics
    ]


def test_where_pagefind_fails_its_own_words_are_told(bench, monkeypatch):
    said = ["Something\nbroke\n", "\n"]

    def failing(pages, target):
        raise searching.subprocess.CalledProcessError(1, "pagefind", stderr=said.pop(0))

    monkeypatch.setattr(searching, "_run_pagefind", failing)
    bench.build()
    assert ["Pagefind failed: broke, so there would be no search"] == [found.message for found in bench.diagnostics]
    bench.build()
    assert "returned non-zero exit status 1" in bench.diagnostics[0].message
