"""Paths, addresses and URLs."""

import pytest

from sitegen.base.paths import (
    article_id,
    base_path,
    is_external,
    is_html,
    is_mail_address,
    join,
    output_address,
    output_path,
    quote_path,
    target_path,
    url_below,
    url_parts,
    web_url,
)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("https://x.example/", True),
        ("mailto:a@b.example", True),
        ("//x.example/a", True),
        ("/a/", False),
        ("a.md", False),
        ("#a", False),
        ("2026:a.md", False),
    ],
)
def test_a_scheme_or_a_host_leads_outside(target, expected):
    assert expected == is_external(target)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://x.example", "/"),
        ("https://x.example/", "/"),
        ("https://x.example/repo", "/repo/"),
        ("https://x.example/a/b/", "/a/b/"),
    ],
)
def test_the_base_path_begins_and_ends_with_a_slash(url, expected):
    assert expected == base_path(url)


@pytest.mark.parametrize(
    ("address", "expected"),
    [("/", "index.html"), ("/a/b/", "a/b/index.html"), ("/feed.xml", "feed.xml"), ("/a", "a")],
)
def test_a_folder_address_is_served_by_its_index(address, expected):
    assert expected == output_path(address)
    assert address == output_address(expected)


def test_only_an_index_answers_for_its_folder():
    assert "/a/myindex.html" == output_address("a/myindex.html")


@pytest.mark.parametrize(
    ("folder", "target", "expected"),
    [
        ("articles", "x.md", "articles/x.md"),
        ("articles/a", "../b.md", "articles/b.md"),
        ("articles", "..", ""),
        ("articles", "../..", None),
        ("", "x.md", "x.md"),
        ("", "../x.md", None),
        ("a", "./b/./c.md", "a/b/c.md"),
    ],
)
def test_a_target_is_seen_from_its_folder_and_stays_inside(folder, target, expected):
    assert expected == join(folder, target)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/a b/é", "/a%20b/%C3%A9"),
        ("/a:b@c~d,e", "/a:b@c~d,e"),
        ("/100%", "/100%25"),
        ("/a?b#c", "/a%3Fb%23c"),
        ('/"<>', "/%22%3C%3E"),
    ],
)
def test_a_path_is_percent_encoded(path, expected):
    assert expected == quote_path(path)


@pytest.mark.parametrize(("address", "url"), [("/", ""), ("/日/a b.png", "%E6%97%A5/a%20b.png"), ("x/", "x/")])
def test_an_address_stands_below_the_url_of_its_site(address, url):
    assert f"https://user.example/repo/{url}" == url_below("https://user.example/repo/", address)


def test_a_percent_sign_that_escapes_nothing_is_escaped():
    assert "https://x.example/%25s?a=%20%25" == web_url("https://x.example/%s?a=%20%")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("news/a.md", "news/a"),
        ("news/a.markdown", "news/a"),
        ("news/A.MD", "news/A"),
        ("news/a/index.markdown", "news/a"),
        ("news/a", "news/a"),
        ("news/v1.2", "news/v1.2"),
    ],
)
def test_the_path_of_an_article_names_its_id(path, expected):
    assert expected == article_id(path)


def test_html_is_known_by_its_suffix():
    assert [True, True, True, False, False] == [is_html(path) for path in ("a.html", "a.htm", "A.HTM", "a.xml", "html")]


def test_a_mail_address_can_stand_in_a_link():
    assert is_mail_address("desk+tips@news.example")
    assert is_mail_address("o'neil@news.example")
    assert not is_mail_address("desk@news.example?subject=x")
    assert not is_mail_address('" onclick="x')
    assert not is_mail_address("")


def test_the_path_of_a_target():
    assert ("a b/ü.md", "", "/a") == tuple(map(target_path, ("a%20b/%C3%BC.md?x#y", "#y?x", "/a?x")))


def test_the_parts_of_a_url_that_is_none_are_a_host():
    assert ("a.example", "/b") == (url_parts("http://a.example/b").netloc, url_parts("http://a.example/b").path)
    assert ("http://[b", "") == (url_parts("http://[b").netloc, url_parts("http://[b").path)
