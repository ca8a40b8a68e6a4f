"""An export becomes a folder of articles, from end to end."""

import errno
import re
from pathlib import Path

import pytest
from tests.importers.exports import attachment, ghost, imported, item, read, told, wxr
from tests.kit.site import SiteBench

from sitegen.base.diagnostics import Failure
from sitegen.base.html import visible_text

OLD = wxr(
    item(
        "Open weights",
        "<!-- wp:paragraph -->\n<p>See <a href='https://old.example/2024/05/costs/#b'>costs</a> and"
        " <a href='/about/'>us</a>.</p>\n<!-- /wp:paragraph -->",
        terms="category:policy:Policy,category:law:Law,post_tag:health:Open Health",
        meta=[("_thumbnail_id", "20"), ("_yoast_wpseo_metadesc", "What they *cost*.")],
        post_modified_gmt="2024-06-01 09:00:00",
    ),
    item(
        "Costs", "Plain\n\n[quiz id=3]", post_id="2", more="<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>"
    ),
    item("Secret", post_id="3", status="private"),
    item("About", post_id="4", post_type="page", link="https://old.example/about/"),
    attachment("20", "https://old.example/wp-content/uploads/a.jpg"),
    item("Gone", post_id="5", status="trash"),
    item("Menu", post_id="6", post_type="nav_menu_item"),
    item("Talk", post_id="7", post_type="podcast"),
)


def test_a_newsroom_moves_in(tmp_path):
    done = imported(OLD, tmp_path / "news", zone="Europe/Berlin")

    assert """\
---
title: Open weights
description: "What they \\\\*cost\\\\*."
date: 2024-05-03 11:00
updated: 2024-06-01 11:00
authors: [ana-lima]
section: Policy
tags: [Law, Open Health]
image: "https://old.example/wp-content/uploads/a.jpg"
---

See [costs](costs.md#b) and [us](../pages/about.md).
""" == read(tmp_path / "news", "content/articles/open-weights.md")
    assert "---\ntitle: About\n---\n\nText.\n" == read(tmp_path / "news", "content/pages/about.md")
    assert "---\nname: Ana Lima\n---\n" == read(tmp_path / "news", "content/authors/ana-lima.md")
    assert "draft: true\n" in read(tmp_path / "news", "content/articles/secret.md")
    assert """\
[site]
title = "The Old Review"
tagline = "News since 2009"
url = "https://old.example/"
language = "en-GB"
timezone = "Europe/Berlin"
permalink = "/:year/:month/:slug/"

[redirects]
"/author/ana/" = "/authors/ana-lima/"
"/category/law/" = "/tags/law/"
"/category/policy/" = "/sections/policy/"
"/tag/health/" = "/tags/open-health/"
""" == read(tmp_path / "news", "sitegen.toml")
    assert ['content/articles/costs.md:9: here is the shortcode "[quiz id=3]", which stays as it is written'] == told(
        done
    )
    assert {"articles": 3, "pages": 1, "authors": 1, "sections": 1, "tags": 2, "files": 0} == done.counts
    assert {"private": 1} == done.hidden
    assert {
        "authors without an article": 1,
        "comments of readers": 1,
        "files that articles show from the old site (--media or --download brings them)": 1,
        "in the trash": 1,
        "of the type nav_menu_item, which only WordPress has a use for": 1,
        "of the type podcast (--type podcast takes them as articles)": 1,
    } == done.left


def test_what_is_imported_builds_and_keeps_its_addresses(tmp_path):
    imported(OLD, tmp_path / "news")
    site = SiteBench(tmp_path / "news").build(drafts=True)

    assert [] == [found.message for found in site.diagnostics if found.fatal]
    assert {"2024/05/costs", "2024/05/open-weights", "2024/05/secret", "about"} <= {
        file.parent.relative_to(tmp_path / "news/output").as_posix()
        for file in (tmp_path / "news/output").rglob("index.html")
    }


def words(html):
    return re.findall(r"\w+", visible_text(html))


TEXTS = (
    "<p>One <b>two</b><i>three</i> <a href='/x/'>four</a>: 5 * 6 * 7, $8 and $9, [10], a_b_c, ~1~.</p><p>* no item</p>",
    "<h2>Head</h2><ul><li>a<ol><li>b</li></ol></li></ul><table><tr><th>c</th></tr><tr><td>d|e</td></tr></table>",
    "<blockquote><p>said</p><cite>who</cite></blockquote><pre>x &lt; y\n\n  z</pre><p>Tail &amp;amp; <code>`e`</code></p>",
    "<p>{{ site.title }} {% raw %} :tada: ==m== [[w]] %%n%% [^1] x^2^ \\(a\\) <sub>s</sub></p>",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_is_on_the_page_in_its_order(tmp_path, text):
    imported(wxr(item("Words", f"<!-- wp:x -->{text}")), tmp_path / "news")
    SiteBench(tmp_path / "news").build()
    page = read(tmp_path / "news", "output/2024/05/words/index.html")
    prose = page.partition('<div class="prose">')[2].partition('<footer class="article-footer">')[0]

    assert words(text) == words(prose)


def test_twice_gives_the_same_and_writes_nothing(tmp_path):
    from sitegen.configure import configure
    from sitegen.model.config import Flags

    first = imported(OLD, tmp_path / "news")
    before = {file: file.read_bytes() for file in (tmp_path / "news").rglob("*") if file.is_file()}
    second = imported(OLD, tmp_path / "news", configure(tmp_path / "news", Flags()))

    assert before == {file: file.read_bytes() for file in (tmp_path / "news").rglob("*") if file.is_file()}
    assert ((), told(first)) == (second.written, told(second))


def test_files_in_the_way_are_all_named_and_nothing_is_written(tmp_path):
    for name in ("costs", "secret"):
        (tmp_path / "news/content/articles").mkdir(parents=True, exist_ok=True)
        (tmp_path / f"news/content/articles/{name}.md").write_text("mine")
    with pytest.raises(Failure) as failed:
        imported(OLD, tmp_path / "news")

    assert ["content/articles/costs.md", "content/articles/secret.md"] == [
        found.span.path for found in failed.value.diagnostics
    ]
    assert ["costs.md", "secret.md"] == sorted(file.name for file in (tmp_path / "news").rglob("*") if file.is_file())


def test_a_file_is_there_as_a_whole_or_not_at_all(tmp_path, monkeypatch):
    write = Path.write_bytes

    def full(self, data):
        if self.suffix == ".export":
            return write(self, data)
        write(self, data[:9])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched, pytest.raises(Failure) as failed:
        patched.setattr(Path, "write_bytes", full)
        imported(OLD, tmp_path / "news")

    assert "free some space; what was written before stands" == failed.value.diagnostics[0].hint
    assert [] == [file for file in (tmp_path / "news").rglob("*") if file.is_file()]
    assert 6 == len(imported(OLD, tmp_path / "news").written)


def test_a_profile_that_is_there_stays(tmp_path):
    (tmp_path / "news/content/authors").mkdir(parents=True)
    (tmp_path / "news/content/authors/ana-lima.md").write_text("---\nname: Ana\n---\n")
    imported(OLD, tmp_path / "news")

    assert "---\nname: Ana\n---\n" == read(tmp_path / "news", "content/authors/ana-lima.md")


def test_without_title_or_date(tmp_path):
    text = item(
        "", "<p>First words of it.</p>", slug="x", post_date="0000-00-00 00:00:00", post_date_gmt="0000-00-00 00:00:00"
    )
    done = imported(wxr(text), tmp_path / "news")

    assert "title: First words of it.\n" in read(tmp_path / "news", "content/articles/x.md")
    assert "draft: true\n" in read(tmp_path / "news", "content/articles/x.md")
    assert [
        "content/articles/x.md:1: here is an article without a date, which stays a draft",
        "content/articles/x.md:1: here is an article without a title, which gets its first words",
    ] == sorted(told(done))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this file is empty"),
        ("<html><p>x</p></html>", "this is neither an export of WordPress nor one of Ghost"),
        ("<rss version='2.0'><channel/></rss>", "this is a feed, and neither an export of WordPress nor one of Ghost"),
        ("PK\x03\x04", "this is neither an export of WordPress nor one of Ghost"),
        ('{"a": 1', "this JSON cannot be read: expecting ',' delimiter"),
        ('{"a": 1}', "this JSON is no export of Ghost: it has no data.posts"),
        (wxr(), "this export of WordPress has no article and no page"),
    ],
)
def test_what_is_no_export_is_refused(tmp_path, text, said):
    with pytest.raises(Failure) as failed:
        imported(text, tmp_path / "news")

    assert [said] == [found.message for found in failed.value.diagnostics]
    assert not (tmp_path / "news").exists()


def test_an_export_is_known_by_what_it_holds(tmp_path):
    assert "Ghost" == imported(ghost({"id": 1, "title": "A", "slug": "a"}), tmp_path / "a").program
    assert "WordPress" == imported(OLD, tmp_path / "b").program


def test_articles_with_the_same_key_are_all_taken(tmp_path):
    done = imported(wxr(item("A"), item("B"), item("C", post_id=""), item("D", post_id="")), tmp_path / "news")

    assert 4 == done.counts["articles"]
    assert ["a.md", "b.md", "c.md", "d.md"] == sorted(
        file.name for file in (tmp_path / "news/content/articles").iterdir()
    )
