"""A source that is as it was is not parsed again; what was parsed holds for these bytes and settings alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.kit.site import NOW, SiteBench

from sitegen.configure import configure
from sitegen.engine.store import Store, open_store
from sitegen.model.config import Flags
from sitegen.pipeline.job import begin
from sitegen.pipeline.steps.parsing import Articles, parse_all, parse_key, parse_settings
from sitegen.scan import scan

SITE = "".join(f"-- content/{name}.md --\n---\ntitle: {name}\ndate: 2026-11-01\n---\nText.\n" for name in "abc")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    store = open_store(tmp_path / "s.sqlite", "1")
    yield store
    store.close()


@pytest.fixture
def site(tmp_path: Path) -> SiteBench:
    """Three articles."""
    return SiteBench(tmp_path / "site", SITE)


def parsed(site: SiteBench, store: Store) -> tuple[Articles, int]:
    """Parse the site, and count how many sources had to be."""
    config = configure(site.root, Flags(now=NOW))
    counts = [0]
    job = begin(config, store, progress=lambda _, done, __: counts.append(done))
    return parse_all(scan(config).sources, job), counts[-1]


def test_only_what_changed_is_parsed_again(site: SiteBench, store: Store) -> None:
    counts = [parsed(site, store)[1], parsed(site, store)[1]]
    site.edit("content/a.md", "Text", "Other")

    assert [3, 0, 1] == [*counts, parsed(site, store)[1]]


def test_what_was_parsed_before_is_the_same(site: SiteBench, store: Store) -> None:
    assert parsed(site, store)[0] == parsed(site, store)[0]


def test_a_source_that_is_gone_is_forgotten(site: SiteBench, store: Store) -> None:
    parsed(site, store)
    site.delete("content/a.md")
    articles, count = parsed(site, store)

    assert (["b", "c"], 0, {"b", "c"}) == (sorted(articles.by_id), count, store.parsed_keys().keys())


def test_a_moved_source_is_another(site: SiteBench, store: Store) -> None:
    parsed(site, store)
    site.rename("content/a.md", "content/pages/a.md")
    articles, count = parsed(site, store)

    assert (1, "page") == (count, articles.by_id["pages/a"].kind)


@pytest.mark.parametrize("line", ['timezone = "Asia/Tokyo"', 'language = "de"', 'url = "https://b.example/below/"'])
def test_settings_that_a_text_depends_on_make_another(site: SiteBench, store: Store, line: str) -> None:
    site.write("sitegen.toml", '[site]\nurl = "https://b.example/"\n')
    parsed(site, store)
    site.write("sitegen.toml", f"[site]\n{line}\n")

    assert 3 == parsed(site, store)[1]


def test_other_settings_do_not(site: SiteBench, store: Store) -> None:
    site.write("sitegen.toml", '[site]\nurl = "https://a.example/"\n')
    parsed(site, store)
    site.write("sitegen.toml", '[site]\ntitle = "Other"\nurl = "https://a.example/"\n')

    assert 0 == parsed(site, store)[1]


def test_the_key_names_what_was_read_even_where_it_was_saved_after_the_scan(site: SiteBench, store: Store) -> None:
    config = configure(site.root, Flags(now=NOW))
    sources = scan(config).sources
    site.edit("content/a.md", "Text", "Saved meanwhile")
    articles = parse_all(sources, begin(config, store))
    now = next(source for source in scan(config).sources if source.id == "a")

    assert parse_key(now, parse_settings(config)) == articles.keys["a"] == store.parsed_key("a")
