"""An export of Ghost is read."""

import json

import pytest
from tests.importers.exports import ghost, imported, read, told

from sitegen.base.diagnostics import Failure

POST = {
    "id": "1",
    "title": "Open weights",
    "slug": "open-weights",
    "html": '<p>See <a href="__GHOST_URL__/about/#x">us</a>, <a href="https://g.example/costs/">costs</a>.</p>',
    "published_at": "2024-05-03T09:00:00.000Z",
    "updated_at": "2024-05-03T10:00:00.000Z",
    "custom_excerpt": "What they cost.",
    "feature_image": "__GHOST_URL__/content/images/2024/a.jpg",
}
TABLES = {
    "users": [
        {
            "id": "7",
            "name": "Ana Lima",
            "slug": "ana",
            "bio": "Reads *all*.",
            "website": "https://a.example/",
            "twitter": "@ana",
        },
        {"id": "8", "name": "Bo", "slug": "bo"},
    ],
    "tags": [
        {"id": "t1", "name": "Health", "slug": "health"},
        {"id": "t2", "name": "Law", "slug": "law"},
        {"id": "t3", "name": "#hidden", "slug": "hash-hidden", "visibility": "internal"},
    ],
    "posts_tags": [
        {"post_id": "1", "tag_id": "t1", "sort_order": 1},
        {"post_id": "1", "tag_id": "t2", "sort_order": 0},
        {"post_id": "1", "tag_id": "t3", "sort_order": 2},
    ],
    "posts_authors": [
        {"post_id": "1", "author_id": "7", "sort_order": 1},
        {"post_id": "1", "author_id": "8", "sort_order": 0},
    ],
    "posts_meta": [
        {"post_id": "1", "feature_image_alt": "A", "feature_image_caption": "By <a href='https://x.example/'>X</a>"}
    ],
}


def test_an_article_with_all_that_belongs_to_it(tmp_path):
    costs = {
        "id": "2",
        "title": "Costs",
        "slug": "costs",
        "html": "<p>a</p>",
        "published_at": "2024-05-04T09:00:00.000Z",
    }
    about = {"id": "3", "title": "About", "slug": "about", "html": "<p>b</p>", "type": "page"}
    done = imported(ghost(POST, costs, about, **TABLES), tmp_path / "news", url="https://g.example/")

    assert """\
---
title: Open weights
description: What they cost.
date: 2024-05-03 11:00
authors: [bo, ana-lima]
section: Law
tags: [Health]
image: {src: "https://g.example/content/images/2024/a.jpg", alt: A, caption: "By [X](https://x.example/)"}
---

See [us](../pages/about.md#x), [costs](costs.md).
""" == read(tmp_path / "news", "content/articles/open-weights.md")
    assert """\
---
name: Ana Lima
same_as: ["https://a.example/", "https://x.com/ana"]
---

Reads \\*all\\*.
""" == read(tmp_path / "news", "content/authors/ana-lima.md")
    assert 'timezone = "Europe/Paris"\npermalink = "/:slug/"\n' in read(tmp_path / "news", "sitegen.toml")
    stay = "files that articles show from the old site (--media or --download brings them)"
    assert {"internal tags": 1, stay: 1} == done.left
    assert [] == told(done)


@pytest.mark.parametrize(
    ("fields", "hidden"),
    [
        ({"status": "draft"}, {"draft": 1}),
        ({"visibility": "paid"}, {"paid": 1}),
        ({"visibility": "members"}, {"members": 1}),
        ({"status": "sent"}, {"sent": 1}),
        ({"status": "scheduled", "email_only": 1}, {"sent": 1}),
        (
            {"html": '<!--kg-gated-block:begin nonMember:false memberSegment:"" --><p>b</p><!--kg-gated-block:end-->'},
            {"members, in part": 1},
        ),
        ({"status": "scheduled", "published_at": "2030-01-01T00:00:00.000Z"}, {}),
    ],
)
def test_what_is_not_for_everybody_is_a_draft(tmp_path, fields, hidden):
    done = imported(ghost({**POST, **fields}), tmp_path / "news", url="https://g.example/")

    assert hidden == done.hidden
    assert bool(hidden) == ("draft: true\n" in read(tmp_path / "news", "content/articles/open-weights.md"))


def test_an_address_needs_no_slash_at_its_end(tmp_path):
    imported(ghost(POST), tmp_path / "news", url="https://g.example")

    assert "image: https://g.example/content/images/2024/a.jpg" in read(
        tmp_path / "news", "content/articles/open-weights.md"
    ).replace('"', "").replace("{src: ", "")
    assert 'url = "https://g.example/"\n' in read(tmp_path / "news", "sitegen.toml")


def test_a_text_without_html_is_that_of_the_editor(tmp_path):
    lexical = {
        "root": {"children": [{"type": "paragraph", "children": [{"type": "text", "text": "a*b", "format": 1}]}]}
    }
    post = {**POST, "html": None, "lexical": json.dumps(lexical)}
    imported(ghost(post), tmp_path / "news")

    assert read(tmp_path / "news", "content/articles/open-weights.md").endswith("\n\n**a\\*b**\n")


def test_an_export_of_the_first_versions(tmp_path):
    old = {
        "id": 1,
        "title": "Old",
        "slug": "old",
        "html": "<p>a</p>",
        "page": 0,
        "author_id": 7,
        "published_at": 1388318311015,
    }
    settings = [{"key": "activeTimezone", "value": "UTC"}, {"key": "defaultLang", "value": "en_US"}]
    users = [{"id": 7, "name": "Ana", "slug": "ana"}]
    imported(json.dumps({"data": {"posts": [old], "users": users, "settings": settings}}), tmp_path / "news")

    assert "date: 2013-12-29 11:58:31\nauthors: [ana]\n" in read(tmp_path / "news", "content/articles/old.md")
    assert 'language = "en-US"\n' in read(tmp_path / "news", "sitegen.toml")


def test_a_list_of_other_things_is_refused(tmp_path):
    with pytest.raises(Failure):
        imported("[1, 2]", tmp_path / "news")


def test_rows_without_what_makes_them_are_passed_over(tmp_path):
    tables = {"users": [{"name": "A"}, {"id": 1}], "tags": [{"name": "x"}, {"id": 2}], "posts_tags": [{"tag_id": 2}]}
    done = imported(ghost(POST, {"id": None, "title": None}, **tables), tmp_path / "news")

    assert (2, 0, 0) == (done.counts["articles"], done.counts["authors"], done.counts["tags"])


def test_without_an_address_that_is_told(tmp_path):
    done = imported(ghost(POST), tmp_path / "news")

    assert ["an export of Ghost does not say where the site stands, so full links to it are taken for others"] == [
        found.message for found in done.diagnostics if found.hint == "add --url with its address"
    ]


def test_signs_that_no_file_can_hold_are_replaced(tmp_path):
    imported(ghost({**POST, "title": "A\ud83d", "html": "<p>b\0\udc00</p>"}), tmp_path / "news")

    assert "A?" in read(tmp_path / "news", "content/articles/open-weights.md")
    assert read(tmp_path / "news", "content/articles/open-weights.md").endswith("\n\nb?\n")
