"""Articles get a file each, keep their addresses, and link to each other's files."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from sitegen.importers.nouns import Export, Post, Text
from sitegen.importers.places import pattern_of, redirects, settle

ZONE = ZoneInfo("UTC")


def post(slug, link=None, *, key="", kind="article", day=3, **fields):
    address = f"https://old.example/2024/05/{slug}/" if link is None else link
    return Post(
        key or slug, kind, slug.title(), slug, address, datetime(2024, 5, day, tzinfo=UTC), lambda: Text(""), **fields
    )


def site(*posts, url="https://old.example/"):
    return Export("WordPress", url=url, posts=list(posts))


def files(export, permalink="", *, stay=True):
    places, _ = settle(export, ZONE, permalink, stay=stay)
    return {key: (place.file.removeprefix("content/"), place.path or place.alias) for key, place in places.items()}


@pytest.mark.parametrize(
    ("links", "pattern"),
    [
        (("/2024/05/03/a/", "/2024/05/03/b/"), "/:year/:month/:day/:slug/"),
        (("/a/", "/b/", "/elsewhere/c/"), "/:slug/"),
        (("/law/a/", "/law/b/"), "/:section/:slug/"),
        (("/2024/05/a.html", "/2024/05/b.html"), "/:year/:month/:slug.html"),
        (("/?p=1", "/?p=2"), ""),
        (("/x/a/", "/y/b/"), ""),
    ],
)
def test_most_addresses_make_the_pattern(links, pattern):
    posts = [post(name, f"https://old.example{link}", section="Law") for name, link in zip("abc", links, strict=False)]

    assert pattern == pattern_of(site(*posts), ZONE)


def test_a_file_keeps_the_address_that_the_pattern_does_not_give():
    export = site(post("a"), post("b", "https://old.example/b/"))

    assert {"a": ("articles/a.md", ""), "b": ("articles/b.md", "/b/")} == files(export, "/:year/:month/:slug/")
    assert {"a": ("articles/a.md", "/2024/05/a/"), "b": ("articles/b.md", "/b/")} == files(export)


def test_names_are_free_storable_and_not_those_of_pages_that_every_site_has():
    export = site(
        post("a", key="1"),
        post("a", "https://old.example/2023/01/a/", key="2"),
        post("заголовок", "", key="3"),
        post("", "", key="4"),
        post("archive", "https://old.example/archive/", key="5", kind="page"),
        post("b", "https://old.example/team/b/", key="6", kind="page"),
        post("home", "https://old.example/", key="7", kind="page"),
    )

    assert {
        "1": ("articles/a.md", "/2024/05/a/"),
        "2": ("articles/a-2.md", "/2023/01/a/"),
        "3": ("articles/заголовок.md", ""),
        "4": ("articles/article-4.md", ""),
        "5": ("pages/archive-page.md", ""),
        "6": ("pages/team/b.md", ""),
        "7": ("pages/home.md", ""),
    } == files(export)
    assert {
        "5": "what stood at /archive/, where every site here has a page of its own",
        "7": "the home page of the old site, in whose place the latest articles stand here",
    } == {key: place.told for key, place in settle(export, ZONE, "", stay=True)[0].items() if place.told}


def test_addresses_that_no_site_can_have_are_told_and_not_kept():
    export = site(
        post("con", key="1"),
        post("a", key="2"),
        post("a", key="3"),
        post("up", "https://old.example/../up/", key="4", kind="page"),
    )
    places, _ = settle(export, ZONE, "/:year/:month/:slug/", stay=True)

    assert {
        "1": ("articles/con-article.md", ""),
        "2": ("articles/a.md", ""),
        "3": ("articles/a-2.md", ""),
        "4": ("pages/up.md", ""),
    } == files(export, "/:year/:month/:slug/")
    assert {
        "1": "what stood at /2024/05/con/, an address that has the part 'con', which is the name of a device on Windows",
        "3": "what stood at /2024/05/a/, where another article stands",
        "4": "what stood at /../up/, an address that leaves the site",
    } == {key: place.told for key, place in places.items() if place.told}


def test_no_list_leads_on_from_where_a_page_stands():
    export = site(post("law", "https://old.example/category/law/", kind="page"))
    export.lists = {"category/law": ("sections", "Law"), "tag/law": ("sections", "Law")}

    assert {"/tag/law/": "/sections/law/"} == redirects(export, {"Law"}, (), {})


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://old.example/2024/05/b/#x", "b.md#x"),
        ("http://www.old.example/2024/05/b", "b.md"),
        ("/?p=b", "b.md"),
        ("https://old.example/2019/01/b/", "b.md"),
        ("/about/", "../pages/about.md"),
        ("/", "/"),
        ("/feed/", "/feed.xml"),
        ("/category/law/", "/category/law/"),
        ("/tag/b/", "/tag/b/"),
        ("#x", "#x"),
        ("mailto:a@old.example", "mailto:a@old.example"),
        ("https://new.example/2024/05/b/", "https://new.example/2024/05/b/"),
    ],
)
def test_links(href, target):
    export = site(post("a"), post("b"), post("about", "https://old.example/about/", kind="page"))
    _, links = settle(export, ZONE, "", stay=True)

    assert (target, "") == links.target(href, "content/articles/a.md")


def test_a_link_to_what_is_not_in_the_export_stays_and_is_told():
    _, links = settle(site(post("a")), ZONE, "", stay=True)
    url = "https://old.example/wp-login.php"

    assert (url, f"a link to {url}, which was on the site and is not in the export") == links.target(
        url, "content/x.md"
    )


def test_a_site_below_a_path_is_known_by_it():
    export = site(post("a", "https://old.example/blog/a/"), url="https://old.example/blog/")
    _, links = settle(export, ZONE, "/:slug/", stay=True)

    assert ("a.md", "") == links.target("https://old.example/blog/a/", "content/articles/b.md")
    assert ("https://old.example/shop/", "") == links.target("https://old.example/shop/", "content/articles/b.md")
    assert {"a": ("articles/a.md", "")} == files(export, "/:slug/")


def test_lists_lead_on_where_they_have_an_article():
    export = site()
    export.lists = {
        "category/law": ("sections", "Law"),
        "category/old": ("sections", "Old"),
        "tag/x%20y": ("tags", "X"),
    }

    assert {"/category/law/": "/tags/law/"} == redirects(export, {"Health"}, {"Law", "X"}, {})
