"""Where files lie, and which of them count."""

import re

import pytest

from sitegen.base.diagnostics import Span
from sitegen.base.fs import DEFAULTS, as_seen_from, first_place, ignored, line_reader, locate, within


def test_a_path_is_the_sites_or_the_packages(tmp_path):
    assert tmp_path / "content/a.md" == locate(tmp_path, "content/a.md")
    assert DEFAULTS / "templates/article.html" == locate(tmp_path, "sitegen:templates/article.html")


def test_a_file_is_seen_from_a_folder_that_it_lies_in(tmp_path):
    assert ("a/b.md", None) == (within(tmp_path / "a/b.md", tmp_path), within(tmp_path, tmp_path / "a"))


def test_what_a_person_writes_is_seen_from_the_site(tmp_path, monkeypatch):
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path / "content")

    assert "content/a.md" == as_seen_from(tmp_path, "a.md")
    assert "/elsewhere/a.md" == as_seen_from(tmp_path, "/elsewhere/a.md")
    (tmp_path / "content/ring").symlink_to("ring")
    assert "content/ring" == as_seen_from(tmp_path, "ring")


def test_a_line_is_read_by_its_number(tmp_path):
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n\xff")
    line_of = line_reader(tmp_path)

    assert ["one", "two", "three", "\ufffd"] == [line_of(Span("a.md", number)) for number in (1, 2, 3, 4)]


def test_what_is_not_there_has_no_line(tmp_path):
    (tmp_path / "a.md").write_text("one\n")
    line_of = line_reader(tmp_path)

    spans = [Span("a.md", 9), Span("a.md"), Span("none.md", 1), Span("--base-url", 1), Span("bad\0name", 1)]

    assert [""] * 5 == [line_of(span) for span in spans]


@pytest.mark.parametrize(
    "name", [".x", "~x", "x~", "x.swp", "x.md.bak", "x.md.orig", "x.tmp", "#x#", "Thumbs.db", "__pycache__"]
)
def test_leftovers_are_ignored(name):
    assert ignored(name)


@pytest.mark.parametrize("name", ["x", "x.md", ".well-known", "a~b", "c#", "_redirects"])
def test_other_names_count(name):
    assert not ignored(name)


def test_the_first_place_of_what_a_pattern_finds(tmp_path):
    (tmp_path / "a.md").write_text("one\n two\ntwo\n")

    places = [first_place(tmp_path, path, re.compile("t.o")) for path in ("a.md", "none.md")]

    assert [Span("a.md", 2, 2, 3), Span("none.md")] == places
    assert Span("a.md") == first_place(tmp_path, "a.md", re.compile("three"))
