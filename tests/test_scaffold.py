"""A title becomes a first site; a headline becomes the beginning of an article."""

from datetime import date

import pytest
import yaml
from tests.kit.archive import unpack

from sitegen.configure import configure
from sitegen.model.config import Flags
from sitegen.scaffold import article_file, article_text, in_yaml, local_zone, start_site


def start(folder, title="The Weights"):
    return start_site(folder, title=title, url="https://news.example/", today=date(2026, 12, 1))


@pytest.mark.parametrize("title", ["The Weights", 'Say "open"', "C:\\weights # 1", "日本の重み"])
def test_a_first_site_is_configured_as_it_was_named(tmp_path, title):
    start(tmp_path, title)

    config = configure(tmp_path, Flags())

    assert (title, "https://news.example/") == (config.site.title, config.site.url)


def test_every_first_page_has_front_matter_that_can_be_read(tmp_path):
    start(tmp_path, 'A "title": with # everything')

    pages = {file.name: yaml.safe_load(file.read_text().split("---")[1]) for file in tmp_path.rglob("*.md")}

    assert {"welcome.md", "news-desk.md", "about.md"} == set(pages)
    assert "Welcome to A title with everything" == pages["welcome.md"]["title"]
    assert date(2026, 12, 1) == pages["welcome.md"]["date"]


def test_what_is_there_is_never_overwritten(tmp_path):
    unpack("-- content/pages/about.md --\nmine\n-- .gitignore --\nmine\n", tmp_path)

    started = start(tmp_path)

    assert ("content/pages/about.md", ".gitignore") == started.kept
    assert ["mine\n", "mine\n"] == [(tmp_path / name).read_text() for name in started.kept]
    assert "sitegen.toml" in started.written


@pytest.fixture
def config(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796112000")
    unpack("-- sitegen.toml --\n-- content/authors/data-desk.md --\n-- content/analysis/x.md --\n", tmp_path)
    return configure(tmp_path, Flags())


@pytest.mark.parametrize("headline", ["Open weights", 'What: "open" means', "no", "2026", "- a", "#1", "O'Neill & co"])
def test_a_draft_is_front_matter_that_can_be_read(config, headline):
    matter = yaml.safe_load(article_text(config, headline, section="Analysis: long").split("---\n")[1])

    assert matter == {
        "title": headline,
        "description": None,
        "date": matter["date"],
        "draft": True,
        "authors": ["data-desk"],
        "tags": [],
        "section": "Analysis: long",
    }
    assert "2026-12-01 08:00" == str(matter["date"])


def test_a_draft_belongs_beside_the_others_of_its_section(config):
    assert config.root / "content/analysis/x-y.md" == article_file(config, "X, y?", "Analysis")
    assert config.root / "content/articles/x-y.md" == article_file(config, "X, y?", "Opinion")
    assert config.root / "content/articles/x-y.md" == article_file(config, "X, y?")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Open weights", "Open weights"), ("a: b", '"a: b"'), ("Yes", '"Yes"'), ("ends ", '"ends "'), ("3", '"3"')],
)
def test_yaml_is_quoted_where_it_must_be(text, expected):
    assert expected == in_yaml(text)


@pytest.mark.parametrize(
    ("variable", "target", "expected"),
    [
        ("Europe/Berlin", "/usr/share/zoneinfo/Asia/Tokyo", "Europe/Berlin"),
        ("", "/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
        ("CET-1", "/usr/share/zoneinfo/Etc/UTC", "UTC"),
        (":/etc/localtime", "/etc/none", "UTC"),
        ("None/Such", "/usr/share/zoneinfo/None/Such", "UTC"),
    ],
)
def test_the_time_zone_is_this_machines(tmp_path, variable, target, expected):
    (tmp_path / "localtime").symlink_to(target)

    assert expected == local_zone({"TZ": variable}, tmp_path / "localtime")
