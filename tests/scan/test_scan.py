"""The site's folders become inputs."""

import os
import socket
import unicodedata

import pytest
from tests.kit.archive import unpack

from sitegen.base.digest import digest
from sitegen.configure import configure
from sitegen.model.config import Flags
from sitegen.model.source import AssetFile, Source
from sitegen.scan import scan


@pytest.fixture
def look(tmp_path):
    """Return what writes files and scans them."""

    def look(archive="", fingerprint=None):
        unpack(f"-- sitegen.toml --\n-- content/.keep --\n{archive}", tmp_path)
        return scan(configure(tmp_path, Flags()), fingerprint)

    return look


def told(inputs):
    return [(d.code, d.span.path, d.message) for d in inputs.diagnostics]


def test_a_markdown_file_is_an_article_a_page_or_a_profile_by_its_folder(look):
    inputs = look("""\
-- content/a.md --
-- content/news/b/index.md --
-- content/news/C.MD --
-- content/news/d.markdown --
-- content/pages/about.md --
-- content/authors/desk.md --
-- content/news/authors/e.md --
""")

    assert [
        ("a", "article", False),
        ("authors/desk", "author", False),
        ("news/C", "article", False),
        ("news/authors/e", "article", False),
        ("news/b", "article", True),
        ("news/d", "article", False),
        ("pages/about", "page", False),
    ] == [(source.id, source.kind, source.bundle) for source in inputs.sources]
    assert [] == told(inputs)


def test_sources_and_assets_have_path_digest_and_size(look):
    inputs = look("-- content/news/a.md --\ntext\n-- content/news/chart.svg --\n<svg/>\n")

    assert (Source("content/news/a.md", "news/a", "article", False, digest(b"text\n")),) == inputs.sources
    assert (AssetFile("content/news/chart.svg", "news/chart.svg", digest(b"<svg/>\n"), 7),) == inputs.assets


def test_an_index_at_the_top_is_an_article_of_that_name(look):
    inputs = look("-- content/index.md --\n-- content/pages/index.md --\n")

    assert [("index", "article", False), ("pages", "page", True)] == [(s.id, s.kind, s.bundle) for s in inputs.sources]


def test_what_editors_and_systems_leave_behind_is_ignored(look):
    inputs = look("""\
-- content/a.md --
-- content/a.md~ --
-- content/~lock.a.md# --
-- content/.a.md.swp --
-- content/a.swp --
-- content/#a.md# --
-- content/.DS_Store --
-- content/Thumbs.db --
-- content/.git/config --
-- content/.well-known/security.txt --
""")

    assert ["content/a.md"] == [source.path for source in inputs.sources]
    assert [".well-known/security.txt"] == [asset.address for asset in inputs.assets]
    assert [] == told(inputs)


def test_the_order_is_that_of_the_paths_whatever_the_disk_says(look, monkeypatch):
    archive = "".join(f"-- content/{name} --\n" for name in ("b/x.md", "b.md", "a-b.md", "a/b.md", "Z.md"))
    expected = look(archive).sources
    scandir = os.scandir

    class Backwards(list):
        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

    monkeypatch.setattr(os, "scandir", lambda path: Backwards(reversed(list(scandir(path)))))

    assert expected == look().sources
    assert sorted(source.path for source in expected) == [source.path for source in expected]


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("a.md", "a/index.md", "have the same id, a"),
        ("a.markdown", "a.md", "have the same id, a"),
        ("News/a.md", "news/A.md", "have names that differ by letter case only"),
        ("chart.PNG", "chart.png", "have names that differ by letter case only"),
        (
            unicodedata.normalize("NFD", "é.png"),
            unicodedata.normalize("NFC", "é.png"),
            "have one name, written with different code points",
        ),
    ],
)
def test_names_that_cannot_stand_side_by_side_are_both_named(look, first, second, why):
    inputs = look(f"-- content/{first} --\n-- content/{second} --\n")

    assert [("scan/same-name", f"content/{second}", f"this and content/{first} {why}")] == told(inputs)
    assert [f"content/{first}"] == [found.path for found in (*inputs.sources, *inputs.assets)]


def test_ids_and_addresses_are_composed_and_paths_are_as_on_disk(look):
    name = unicodedata.normalize("NFD", "café")

    inputs = look(f"-- content/{name}.md --\n-- content/{name}.png --\n")

    assert (f"content/{name}.md", "café") == (inputs.sources[0].path, inputs.sources[0].id)
    assert (f"content/{name}.png", "café.png") == (inputs.assets[0].path, inputs.assets[0].address)


def test_section_files_of_other_generators_are_not_articles(look):
    inputs = look("-- content/_index.md --\n-- content/news/_index.md --\n-- content/authors/index.md --\n")

    assert () == inputs.sources
    assert ["scan/section-file"] * 3 == [d.code for d in inputs.diagnostics]
    assert "write the section's title and description under [sections.news] and remove the file" in {
        d.hint for d in inputs.diagnostics
    }


def test_a_profile_may_be_a_bundle_as_hugo_calls_it(look):
    inputs = look(
        "-- content/authors/_index.md --\n-- content/authors/ana/_index.md --\n-- content/authors/_index.fr.md --\n"
    )

    assert [("authors/ana", "author", True)] == [(each.id, each.kind, each.bundle) for each in inputs.sources]
    assert ["content/authors/_index.fr.md", "content/authors/_index.md"] == [d.span.path for d in inputs.diagnostics]


def test_a_name_that_toml_does_not_take_bare_is_given_in_quotes(look):
    inputs = look("-- content/Art & Kultur/_index.md --\n")

    assert ['write the section\'s title and description under [sections."Art & Kultur"] and remove the file'] == [
        d.hint for d in inputs.diagnostics
    ]


def test_other_markup_is_published_and_told(look):
    inputs = look("-- content/a.rst --\n-- content/a.html --\n")

    assert ["a.html", "a.rst"] == [asset.address for asset in inputs.assets]
    assert [("scan/other-markup", "content/a.rst")] == [what[:2] for what in told(inputs)]


def test_a_file_with_all_authors_is_told_with_where_profiles_lie(look):
    inputs = look("-- content/_data/authors.yml --\nana:\n  name: Ana Lima\n-- content/coauthors.yml --\n")

    assert ["content/_data/authors.yml"] == [d.span.path for d in inputs.diagnostics]
    assert "profiles are not read from this file, which is published as it is" == inputs.diagnostics[0].message
    assert inputs.diagnostics[0].hint.startswith("write each as content/authors/ID.md, with name, role, image")


def test_html_with_front_matter_is_published_and_told(look):
    inputs = look("-- content/a.html --\n<p>---</p>\n-- content/b.html --\n---\ntitle: B\n---\n<p>Text.</p>\n")

    assert ["a.html", "b.html"] == [asset.address for asset in inputs.assets]
    assert [("scan/other-markup", "content/b.html")] == [what[:2] for what in told(inputs)]


def test_a_file_that_cannot_be_read_is_told_and_left_out(look):
    def fingerprint(path, _):
        if path.endswith("b.md"):
            raise PermissionError(13, "Permission denied")
        return "digest"

    inputs = look("-- content/a.md --\n-- content/b.md --\n", fingerprint)

    assert ["a"] == [source.id for source in inputs.sources]
    assert [("scan/unreadable", "content/b.md", "this cannot be read: permission denied")] == told(inputs)


def test_a_name_that_is_not_utf_8_is_told_readably(look, tmp_path):
    look()
    (tmp_path / "content" / os.fsdecode(b"caf\xe9.md")).write_text("x")
    (tmp_path / "content" / "two\nlines.md").write_text("x")

    inputs = look()

    assert () == inputs.sources
    assert [
        ("scan/bad-name", "content/caf\\xe9.md", "the file's name is not valid UTF-8"),
        ("scan/bad-name", "content/two\\nlines.md", "the file's name holds control characters"),
    ] == told(inputs)


def test_a_pipe_is_told_and_not_read(look, tmp_path):
    look()
    os.mkfifo(tmp_path / "content/pipe.md")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(os.path.relpath(tmp_path / "content/socket"))
    listener.close()

    assert ["content/pipe.md", "content/socket"] == [what[1] for what in told(look())]


def test_no_content_folder_is_an_error_that_says_what_to_move(look, tmp_path):
    look()
    (tmp_path / "content/.keep").unlink()
    (tmp_path / "content").rmdir()
    unpack("-- hello.md --\n-- README.md --\n", tmp_path)

    inputs = scan(configure(tmp_path, Flags()))

    assert [("scan/no-content", "content", "the site has no content/ folder")] == told(inputs)
    assert "make it, and move 1 article (hello.md) into it" == inputs.diagnostics[0].hint


def test_an_article_that_its_name_does_not_call_one_is_told(look):
    inputs = look("""\
-- content/a.md.txt --
Text.
-- content/b.txt --
---
title: B
---
-- content/c --
+++
title = "C"
+++
-- content/notes.txt --
Text.
-- content/LICENSE --
Text.
-- content/d.mdx --
Text.
""")
    message = "this is an article, but the file is published as it is, since its name "

    assert [
        ("scan/other-markup", "content/a.md.txt", f"{message}ends with .txt"),
        ("scan/other-markup", "content/b.txt", f"{message}ends with .txt"),
        ("scan/other-markup", "content/c", f"{message}has no .md"),
    ] == told(inputs)
    assert ["name it a.md", "name it b.md", "name it c.md"] == [d.hint for d in inputs.diagnostics]
