"""Each setting's value is judged by itself."""

import pytest

from sitegen.configure.values import RULES, absolute_url, address, judge, site_url
from sitegen.model.config import FeedQuery, FeedSettings, SiteSettings


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "http://localhost:8000/",
        "https://user.github.io/repo/",
        "https://münchen.example/",
        "https://[::1]:80/",
    ],
)
def test_full_addresses_are_sound(url):
    assert (None, None) == (absolute_url(url), site_url(url))


@pytest.mark.parametrize(
    "url",
    ["", "/", "example.org", "//example.org/", "ftp://example.org/", "https://", "https:///x", "https://a b.example/", "https://x.example:99999/", "https://[::1/", "https://x.example:0/"],
)  # fmt: skip
def test_anything_else_is_not(url):
    assert absolute_url(url)


@pytest.mark.parametrize(
    "url", ["https://x.example/?q", "https://x.example/#a", "https://x.example/?", "https://me:word@x.example/"]
)
def test_a_site_has_neither_query_nor_password(url):
    assert site_url(url)


@pytest.mark.parametrize("value", ["", "/", "/about/", "#top", "mailto:desk@news.example", "https://x.example/?q=1"])
def test_addresses_of_the_site_and_full_ones_are_sound(value):
    assert None is address(value)


@pytest.mark.parametrize("value", ["about/", "//x.example/", "javascript:alert(1)", "./a"])
def test_other_addresses_are_not(value):
    assert address(value)


@pytest.mark.parametrize("language", ["en", "de-AT", "zh-Hant", "sr-Latn-RS", "es-419", "gsw"])
def test_languages_are_bcp_47(language):
    assert None is RULES["site", "language"](language)


@pytest.mark.parametrize("language", ["", "en_US", "english", "e", "en-", "en US"])
def test_other_names_of_languages_are_refused(language):
    assert RULES["site", "language"](language)


@pytest.mark.parametrize(
    ("setting", "value", "wrong"),
    [
        (("site", "repository"), "", None),
        (("site", "repository"), "https://codeberg.org/o/news", None),
        (("site", "repository"), "git@github.com:o/news.git", "write https://github.com/o/news"),
        (("site", "repository"), "ssh://git@git.example:22/o/news", "write https://git.example/o/news"),
        (("site", "repository"), "github.com/o/news", "write https://github.com/o/news"),
        (("site", "founded"), "2024", None),
        (("site", "founded"), "2024-05-01", None),
        (("site", "founded"), "since 2024", "write it as 2024"),
        (("markdown", "hosts", "*"), "cdn.example", None),
        (("markdown", "hosts", "*"), "cdn.example:8443", None),
        (("markdown", "hosts", "*"), "https://cdn.example/img", "write cdn.example"),
        (("markdown", "hosts", "*"), "cdn.example/img", "write cdn.example"),
        (("markdown", "callout_kinds", "*"), "field-note", None),
        (("markdown", "callout_kinds", "*"), "Field Note", "write field-note"),
    ],
)
def test_what_would_lead_nowhere_or_be_like_nothing_is_refused(setting, value, wrong):
    verdict = RULES[setting](value)

    assert wrong == (verdict[1] if verdict else None)


def test_every_item_of_a_list_is_judged():
    site = SiteSettings(same_as=("https://x.example/", "x"))
    feeds = FeedSettings(limit=0, query=(FeedQuery("good"), FeedQuery("Not good")))

    paths = [path for path, _, _ in judge({"site": site, "feeds": feeds})]

    assert [("site", "same_as", 1), ("feeds", "limit"), ("feeds", "query", 1, "name")] == paths


@pytest.mark.parametrize(
    ("formats", "wrong"),
    [
        (("atom", "json"), []),
        ((), [(("feeds", "formats"), "must not be empty")]),
        (("rss", "rss"), [(("feeds", "formats"), 'names "rss" twice')]),
        (("xml",), [(("feeds", "formats", 0), "must be one of rss, atom, json")]),
    ],
)
def test_feeds_have_one_format_or_more_each_once(formats, wrong):
    assert wrong == [(path, message) for path, message, _ in judge({"feeds": FeedSettings(formats=formats)})]


def test_every_rule_names_a_setting():
    from sitegen.base.noun import fields
    from sitegen.model.config import Config

    tables = {field.name: field.default_factory for field in fields(Config) if callable(field.default_factory)}

    assert [] == [path for path in RULES if path[1] != "*" and not hasattr(tables[path[0]](), str(path[1]))]


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("parse/no-alt", None),
        ("desk/too-long", None),
        ("parse/no-title", ('names the error "parse/no-title", which is always told', "take it out")),
        ("parse/no-atl", ('names "parse/no-atl", which is no kind of warning', 'did you mean "parse/no-alt"?')),
        (
            "alt",
            ('names "alt", which is no kind of warning', "write it as the build does, in brackets behind each warning"),
        ),
    ],
)
def test_warnings_that_there_are_can_be_ignored_and_errors_cannot(code, wrong):
    """A kind of another area than ours is that of an extension."""
    assert wrong == RULES["build", "ignore_warnings", "*"](code)
