from datetime import UTC, datetime

import pytest
from tests.kit.remote import SITE, make_fresh
from tests.kit.site import NOW

from sitegen.base.noun import replace
from sitegen.deploy.address import GitHub
from sitegen.deploy.checks import check_address, check_site
from sitegen.deploy.fresh import File, build_fresh
from sitegen.model.config import Flags
from sitegen.model.report import Hidden

WEIGHTS = GitHub("desk", "weights")
FLAGS = Flags(now=NOW, workers=1)
SECRET = """\
-- sitegen.toml --
[site]
url = "https://weights.press/"
-- content/secret.md --
---
title: Secret
date: 2026-11-20
draft: true
---
Text.
"""


@pytest.fixture
def fresh(tmp_path):
    return make_fresh(tmp_path, SITE)


def codes(found):
    return [(each.code, each.span.path, each.span.line) for each in found]


def with_file(fresh, path, size=1, mode=0o644, link=False):
    return replace(fresh, files=(*fresh.files, File(path, size, mode, link)))


def test_a_sound_site_passes(fresh):
    assert [] == list(check_site(fresh))


def test_a_file_that_github_does_not_take_is_an_error(fresh):
    (found,) = check_site(with_file(fresh, "film.mp4", 100 * 1024**2 + 1))
    assert ("deploy/file-too-large", ".sitegen/deploy/film.mp4") == (found.code, found.span.path)
    assert [] == list(check_site(with_file(fresh, "film.mp4", 100 * 1024**2)))


def test_a_site_that_pages_does_not_serve_is_an_error(fresh):
    large = fresh
    for number in range(11):
        large = with_file(large, f"{number}.zip", 99_000_000 + number)
    (found,) = check_site(large)
    assert "the site has 1.09 GB; GitHub Pages serves at most 1 GB" == found.message
    assert "the largest are 10.zip (99 MB), 9.zip (99 MB), 8.zip (99 MB)" in found.hint


def test_where_feeds_make_a_site_too_large_the_setting_that_shortens_them_is_named(fresh):
    large = fresh
    for number in range(11):
        large = with_file(large, f"tags/{number}/feed.xml", 99_000_000)
    (found,) = check_site(large)
    assert 'its feeds take 1089 MB: write content = "summary" below [feeds], or tags = false' == found.hint


def test_a_symbolic_link_is_an_error(fresh):
    assert [("deploy/link", ".sitegen/deploy/latest", 0)] == codes(check_site(with_file(fresh, "latest", link=True)))


def test_a_file_that_others_may_not_read_is_an_error(fresh):
    (found,) = check_site(with_file(fresh, "a.html", mode=0o600))
    expected = ("this file has mode 0600, so a web server may not read it", "run `chmod 644 .sitegen/deploy/a.html`")
    assert expected == (found.message, found.hint)


@pytest.mark.parametrize("name", ["a:b", "what?.html", "nul/index.html", "COM1.txt", "dot./x", "blank /x", "x" * 256])
def test_names_that_some_systems_cannot_store_are_errors(fresh, name):
    assert ["deploy/bad-name"] == [found.code for found in check_site(with_file(fresh, name))]


def test_names_that_some_systems_cannot_tell_apart_are_errors(fresh):
    (found,) = check_site(with_file(fresh, "Index.html"))
    assert "on some systems this is the same file as index.html" == found.message


def test_links_of_the_page_for_missing_addresses_are_absolute(tmp_path):
    page = (
        '<a href="https://weights.press/weights/">a</a><a href="/weights/a/">b</a><a href="#main">c</a>\n'
        '<img src="logo.svg"><a href="mailto:desk@weights.press">d</a><script src="//cdn.press/x.js"></script>\n'
        '<a href="/elsewhere/">e</a><a href="">f</a><link href="../site.css">\n'
    )
    fresh = make_fresh(tmp_path, {**SITE, "404.html": page}, url="https://desk.github.io/weights/")
    found = list(check_site(fresh))
    path = ".sitegen/deploy/404.html"
    assert [
        ("deploy/relative-404", path, 2),
        ("deploy/relative-404", path, 3),
        ("deploy/relative-404", path, 3),
    ] == codes(found)
    assert 'the link "logo.svg" leads nowhere' in found[0].message
    assert "let it begin with /weights/" in found[0].hint


def test_a_site_without_a_404_page_is_told(tmp_path):
    site = {path: text for path, text in SITE.items() if path != "404.html"}
    assert ["deploy/no-404"] == [found.code for found in check_site(make_fresh(tmp_path, site))]


def test_an_address_that_nobody_else_can_reach_is_an_error(tmp_path):
    (found,) = check_site(make_fresh(tmp_path, SITE, url="http://localhost:8000/"))
    assert ("deploy/wrong-url", "sitegen.toml") == (found.code, found.span.path)


def test_a_hidden_article_that_is_listed_is_an_error(tmp_path):
    hidden = (Hidden("articles/secret", "content/articles/secret.md", "scheduled", datetime(2027, 1, 1, tzinfo=UTC)),)
    extra = {"api/articles.json": '{"articles": [{"id": "articles/secret"}]}'}
    (found,) = check_site(make_fresh(tmp_path, SITE | extra, hidden=hidden))
    assert ("deploy/hidden-article", "content/articles/secret.md") == (found.code, found.span.path)
    assert [] == list(check_site(make_fresh(tmp_path, SITE, hidden=hidden)))


@pytest.mark.parametrize(
    ("front", "file"),
    [("", "secret/index.html"), ("slug: told\n", "told/index.html"), ("path: /x/told.html\n", "x/told.html")],
)
def test_a_page_that_is_left_of_a_hidden_article_is_an_error(bench, front, file):
    site = bench(SECRET).edit("content/secret.md", "draft: true\n", f"draft: false\n{front}")
    build_fresh(site.root, FLAGS)
    page = site.root / ".sitegen/deploy" / file
    page.write_text(page.read_text(encoding="utf-8") + "<!-- mended by hand -->", encoding="utf-8")
    site.edit("content/secret.md", "draft: false", "draft: true")
    (found,) = check_site(build_fresh(site.root, FLAGS))
    assert "this article is a draft, and its page would go online" == found.message
    assert f"delete .sitegen/deploy/{file}" == found.hint


def test_another_page_at_the_address_of_a_hidden_article_is_none(bench):
    aliased = "title: Public\ndate: 2026-11-20\naliases: [/secret/]"
    site = bench(SECRET).write("content/public.md", f"---\n{aliased}\n---\nText.\n")
    fresh = build_fresh(site.root, FLAGS)
    assert (fresh.folder / "secret/index.html").exists()
    assert [] == list(check_site(fresh))


@pytest.mark.parametrize(
    "url",
    [
        "https://desk.github.io/weights/",
        "https://Desk.github.io/Weights",
        "https://weights.press/",
        "https://desk.press/weights/",
    ],
)
def test_addresses_that_agree_with_the_remote_pass(tmp_path, url):
    assert [] == list(check_address(make_fresh(tmp_path, SITE, url=url), WEIGHTS))


@pytest.mark.parametrize(
    "url",
    [
        "https://desk.github.io/",
        "https://desk.github.io/news/",
        "https://other.github.io/weights/",
        "https://desk.press/news/",
    ],
)
def test_addresses_that_do_not_agree_with_the_remote_are_errors(tmp_path, url):
    (found,) = check_address(make_fresh(tmp_path, SITE, url=url), WEIGHTS)
    assert (
        f"site.url is {url}, but https://github.com/desk/weights is served at https://desk.github.io/weights/"
        == found.message
    )
    assert 'write `url = "https://desk.github.io/weights/"`, or the domain that you have given it' == found.hint


def test_other_hosts_may_serve_anywhere(tmp_path):
    assert [] == list(check_address(make_fresh(tmp_path, SITE, url="https://desk.github.io/"), None))
