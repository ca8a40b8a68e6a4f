"""`sitegen import`."""

import json

import pytest
from tests.importers.exports import item, wxr

EXPORT = wxr(
    item("One", "Text\n\n[quiz id=3]", terms="category:law:Law"),
    item("Two", post_id="2", status="private"),
    item("Gone", post_id="3", status="trash"),
)


@pytest.fixture
def export(tmp_path):
    (tmp_path / "old.xml").write_text(EXPORT)
    return tmp_path


def test_what_became_of_an_export_is_said(sitegen, export):
    ran = sitegen("import", "old.xml", "news", cwd=export)

    assert 0 == ran.code
    assert (
        """\
Imported from WordPress: 2 articles · 1 author · 1 section
  not public: private (1)
  left out: authors without an article (1)
  left out: in the trash (1)
4 files written, 0 unchanged · 0 errors · 1 warning
"""
        == ran.out
    )
    assert (
        """\
content/articles/one.md:10: warning: here is the shortcode "[quiz id=3]", which stays as it is written [import/look]
  10 | [quiz id=3]
"""
        in ran.err
    )


def test_programs_get_json(sitegen, export):
    said = json.loads(sitegen("import", "old.xml", "news", "--format", "json", cwd=export).out)

    assert ("WordPress", 2, {"private": 1}) == (said["program"], said["counts"]["articles"], said["unpublished"])
    assert [("content/articles/one.md", 10)] == [(found["path"], found["line"]) for found in said["diagnostics"]]
    assert "sitegen.toml" in said["written"]


def test_a_site_that_is_there_keeps_its_configuration(sitegen, export):
    (export / "sitegen.toml").write_text('[site]\ntimezone = "Asia/Tokyo"\npermalink = "/news/:slug/"\n')
    ran = sitegen("import", "old.xml", cwd=export)

    assert 0 == ran.code
    text = (export / "content/articles/one.md").read_text()
    assert "date: 2024-05-03 18:00\n" in text
    assert 'aliases: ["/2024/05/one/"]\n' in text


def test_what_is_no_export_is_an_error_with_its_place(sitegen, tmp_path):
    (tmp_path / "old.json").write_text('{\n"db": ?\n}')
    ran = sitegen("import", "old.json", cwd=tmp_path)

    assert (1, "") == (ran.code, ran.out)
    assert "old.json:2:7: error: this JSON cannot be read: expecting value [import/syntax]" in ran.err
    assert 2 == sitegen("import", "nowhere.xml", cwd=tmp_path).code


def test_files_in_the_way_are_errors_in_json_as_well(sitegen, export):
    (export / "content/articles").mkdir(parents=True)
    (export / "content/articles/one.md").write_text("mine")
    ran = sitegen("import", "old.xml", "--format", "json", cwd=export)

    assert 1 == ran.code
    assert ["import/exists"] == [found["code"] for found in json.loads(ran.out)["diagnostics"]]
