import pytest
from tests.kit.nouns import article, config, inputs

from sitegen.link import link
from sitegen.model.config import BuildSettings, FeedQuery, FeedSettings, MachineSettings, SearchSettings
from sitegen.model.output import Asset, Page
from sitegen.route import route


def routed(*articles, assets=(), statics=None, further=(), **settings):
    given, conf = inputs(articles, assets, statics), config(**settings)
    return route(link(articles, given, conf), given, conf, further=further)


def paths(routes, kind=None):
    return [o.path for o in routes.outputs if kind is None or (isinstance(o, Page) and o.kind == kind)]


def told(routes):
    return [(d.code, d.span.path, d.span.line, d.message) for d in routes.diagnostics]


def test_a_site_has_every_page_once_in_order_of_path():
    routes = routed(
        article("articles/a", date="2026-11-20", section="policy", tags=("AI",), authors=("Jane",), series="Chips"),
        article("pages/about", kind="page", date=None),
        machines=MachineSettings(security_contact="mailto:a@example.org"),
    )

    assert paths(routes) == sorted(paths(routes))
    assert paths(routes) == [
        ".nojekyll",
        ".well-known/security.txt",
        "404.html",
        "about/index.html",
        "about/index.html.md",
        "api/articles.json",
        "api/authors.json",
        "api/schema/articles.json",
        "api/schema/authors.json",
        "api/schema/tags.json",
        "api/tags.json",
        "archive/2026/index.html",
        "archive/index.html",
        "articles/a/index.html",
        "articles/a/index.html.md",
        "atom.xml",
        "authors/index.html",
        "authors/jane/atom.xml",
        "authors/jane/feed.json",
        "authors/jane/feed.xml",
        "authors/jane/index.html",
        "feed.json",
        "feed.xml",
        "feeds.opml",
        "feeds/index.html",
        "index.html",
        "llms-full.txt",
        "llms.txt",
        "news-sitemap.xml",
        "robots.txt",
        "search-index.json",
        "search/index.html",
        "sections/index.html",
        "sections/policy/atom.xml",
        "sections/policy/feed.json",
        "sections/policy/feed.xml",
        "sections/policy/index.html",
        "series/chips/atom.xml",
        "series/chips/feed.json",
        "series/chips/feed.xml",
        "series/chips/index.html",
        "series/index.html",
        "sitemap.xml",
        "tags/ai/atom.xml",
        "tags/ai/feed.json",
        "tags/ai/feed.xml",
        "tags/ai/index.html",
        "tags/index.html",
    ]
    assert routes.diagnostics == ()


def test_an_empty_site_still_has_a_home_page():
    routes = routed()

    assert {"index.html", "404.html", "feed.xml", "archive/index.html"} <= set(paths(routes))
    assert "tags/index.html" not in paths(routes)


def test_machine_files_can_be_switched_off():
    routes = routed(
        article("a"),
        machines=MachineSettings(llms_full=0, markdown_twins=False, news_sitemap=False),
        search=SearchSettings(provider="none"),
    )

    gone = {"llms-full.txt", "a/index.html.md", "news-sitemap.xml", "search/index.html", "search-index.json"}
    assert gone.isdisjoint(paths(routes))


def test_lists_are_split_into_pages():
    routes = routed(*(article(f"a{number}", tags=("x",)) for number in range(5)), build=BuildSettings(page_size=2))

    assert paths(routes, "home") == ["index.html", "page/2/index.html", "page/3/index.html"]
    (second,) = (o for o in routes.outputs if o.path == "tags/x/page/2/index.html")
    assert second == Page("tags/x/page/2/index.html", "/tags/x/page/2/", "tag", "tag:x", 2, 3)


def test_a_query_has_feeds_of_its_own():
    routes = routed(article("a"), feeds=FeedSettings(query=(FeedQuery("law"),)))

    assert {"feeds/law/feed.xml", "feeds/law/atom.xml", "feeds/law/feed.json"} <= set(paths(routes))


def test_a_page_whose_address_is_a_file_stays_a_file():
    routes = routed(article("a", path="old/page.html"))

    assert {"old/page.html", "old/page.html.md"} <= set(paths(routes))


def test_assets_lie_where_they_lie_and_static_files_carry_their_digest():
    routes = routed(assets=["a/chart.png"], statics={"css/site.css": "1a2b3c4d5e6f", "root/favicon.ico": "ffff"})

    assert [(o.path, o.source) for o in routes.outputs if isinstance(o, Asset)] == [
        ("a/chart.png", "content/a/chart.png"),
        ("favicon.ico", "sitegen:static/root/favicon.ico"),
        ("static/css/site.1a2b3c4d.css", "sitegen:static/css/site.css"),
    ]


@pytest.mark.parametrize("name", ["robots.txt", "404.html", "feed.xml", "favicon.ico"])
def test_an_authors_own_file_takes_the_place_of_a_machine_file(name):
    routes = routed(assets=[name], statics={"root/favicon.ico": "ffff", "root/robots.txt": "ffff"})

    (output,) = (o for o in routes.outputs if o.path == name)
    assert isinstance(output, Asset)
    assert output.source == f"content/{name}"
    assert routes.diagnostics == ()


def test_an_article_where_a_list_stands_is_an_error():
    routes = routed(article("pages/tags", kind="page"), article("a", tags=("x",)))

    assert told(routes) == [
        (
            "route/same-path",
            "content/pages/tags.md",
            0,
            "content/pages/tags.md and the list of all tags would both be published at /tags/",
        )
    ]
    hint = "remove it: the list of all tags is made without it, and templates/tags.html changes it"
    assert hint == routes.diagnostics[0].hint


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("/404.html", "remove it: the 404 page is made without it, and templates/404.html changes it"),
        ("/", "remove it: the home page is made without it, and templates/home.html changes it"),
    ],
)
def test_a_page_that_every_site_has_needs_no_file(path, hint):
    (problem,) = routed(article("pages/x", kind="page", path=path)).diagnostics

    assert hint == problem.hint


def test_an_asset_where_a_page_stands_is_an_error():
    routes = routed(article("a", bundle=True), assets=["a/index.html"])

    assert [(d.code, d.span.path) for d in routes.diagnostics] == [("route/same-path", "content/a/index.html")]


def test_an_alias_that_is_taken_is_told_at_the_key():
    routes = routed(article("a"), article("b", aliases=("/a/", "/old/")))

    assert told(routes) == [("route/alias", "content/b.md", 2, "the alias /a/ is already the address of content/a.md")]
    assert [False] == [found.fatal for found in routes.diagnostics]
    assert paths(routes, "redirect") == ["old/index.html"]


def test_an_alias_with_a_query_is_told_and_left_out():
    routes = routed(article("a", aliases=("index.php?post/7", "https://example.org/?p=7")))

    assert told(routes) == [
        ("route/query", "content/a.md", 2, "the old address /?p=7 has a query, and no file can answer that"),
        (
            "route/query",
            "content/a.md",
            2,
            "the old address /index.php?post/7 has a query, and no file can answer that",
        ),
    ]
    assert [] == paths(routes, "redirect")


def test_addresses_that_differ_by_case_only_are_an_error():
    routes = routed(article("a", path="X"), article("b", path="x"))

    assert told(routes)[0][3] == "/x/ differs by letter case only from /X/, the address of content/a.md"


def test_a_file_where_a_folder_must_be_is_an_error():
    routes = routed(article("x/y"), assets=["x"])

    assert told(routes)[0][3] == "content/x is the file /x, but content/x/y.md needs a folder of that name"
    assert "x" not in paths(routes)


def test_an_old_address_of_the_configuration_leads_on_and_one_of_a_feed_has_the_feed():
    routes = routed(
        article("a", tags=("AI",)),
        redirects={"/category/ai/": "/tags/ai/", "/index.xml": "/feed.xml", "/ai.atom": "/tags/ai/atom.xml"},
    )

    outputs = {o.path: o for o in routes.outputs if isinstance(o, Page)}
    assert () == routes.diagnostics
    assert ("redirect", "/tags/ai/") == (
        outputs["category/ai/index.html"].kind,
        outputs["category/ai/index.html"].subject,
    )
    assert ("rss", "home") == (outputs["index.xml"].kind, outputs["index.xml"].subject)
    assert ("atom", "tag:ai") == (outputs["ai.atom"].kind, outputs["ai.atom"].subject)


def test_an_old_address_at_which_something_stands_is_told():
    routes = routed(article("a"), redirects={"/a/": "/archive/"})

    assert told(routes) == [
        ("route/same-path", "sitegen.toml", 0, 'the redirect "/a/" is already the address of content/a.md')
    ]


def test_a_folder_where_a_machine_file_must_be_is_told_at_the_alias():
    routes = routed(article("a", aliases=("/feed.xml",)))

    assert [(d.span.path, d.hint) for d in routes.diagnostics] == [("content/a.md", "take the alias out")]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("../x", "leaves the site"),
        ("x/CON", "has the part 'CON', which is the name of a device on Windows"),
    ],
)
def test_an_address_that_some_system_cannot_store_is_an_error(path, reason):
    routes = routed(article("a", path=path))

    assert told(routes)[0] == ("route/bad-path", "content/a.md", 2, f"the address /{path}/ {reason}")
    assert f"{path}/index.html" not in paths(routes)


def test_a_large_sitemap_is_split(monkeypatch):
    monkeypatch.setattr("sitegen.route.machines.SITEMAP_URLS", 10)
    routes = routed(*(article(f"a{number}") for number in range(20)))

    assert [(o.path, o.number, o.numbers) for o in routes.outputs if isinstance(o, Page) and o.kind == "sitemap"] == [
        ("sitemap-1.xml", 1, 3),
        ("sitemap-2.xml", 2, 3),
        ("sitemap-3.xml", 3, 3),
        ("sitemap.xml", 0, 3),
    ]


def test_a_sitemap_of_long_addresses_is_split_before_it_is_too_large(monkeypatch):
    monkeypatch.setattr("sitegen.route.machines._FEW_URLS", 0)
    monkeypatch.setattr("sitegen.route.machines.SITEMAP_BYTES", 40_000)
    short = routed(*(article(f"a{number}") for number in range(12)))
    long = routed(*(article(f"{'日本' * 40}{number}") for number in range(12)))

    assert ["sitemap.xml"] == paths(short, "sitemap")
    assert ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"] == paths(long, "sitemap")


def test_pages_of_extensions_join_and_may_not_collide():
    further = (Page("data/index.html", "/data/", "template:data.html"), Page("a/index.html", "/a/", "template:a.html"))

    routes = routed(article("a"), further=further)

    assert "data/index.html" in paths(routes)
    assert told(routes)[0][3] == "content/a.md and the extension page /a/ would both be published at /a/"


def test_without_news_there_is_no_news_sitemap():
    assert paths(routed(article("a", date="2026-11-18")), "news-sitemap") == []
    assert paths(routed(article("a", date="2026-11-19")), "news-sitemap") == ["news-sitemap.xml"]
    elsewhere = article("b", date="2026-11-20", canonical="https://other.example/b/")
    assert paths(routed(article("a", date="2026-11-19", noindex=True), elsewhere), "news-sitemap") == []


def test_a_file_that_lies_where_it_lies_can_only_be_renamed():
    def hints(*assets):
        return [d.hint for d in routed(article("a"), assets=assets).diagnostics]

    assert ["rename its file"] == hints("now: a chart.pdf")
    assert ["give one of them another `path` or `slug`, or rename its file"] == hints("a/index.html")
