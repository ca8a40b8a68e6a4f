import pytest
from tests.kit.nouns import article, config, inputs

from sitegen.link import link
from sitegen.link.addresses import address_of, aliases_of, tidy
from sitegen.model.config import SiteSettings


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (article("articles/x"), "/articles/x/"),
        (article("articles/x", bundle=True), "/articles/x/"),
        (article("_posts/2026/2026-01-02-x"), "/2026/2026-01-02-x/"),
        (article("news/_drafts/x"), "/news/x/"),
        (article("my_posts/x"), "/my_posts/x/"),
        (article("articles/x", slug="y"), "/articles/y/"),
        (article("articles/x", slug="/y/"), "/articles/y/"),
        (article("x", slug="y"), "/y/"),
        (article("articles/x", path="2014/12/12/1.0-Timeline"), "/2014/12/12/1.0-Timeline/"),
        (article("articles/x", path="/old/page.html"), "/old/page.html"),
        (article("articles/x", path="a//b/", slug="ignored"), "/a/b/"),
        (article("articles/x", path="../x"), "/../x/"),
        (article("pages/about", kind="page"), "/about/"),
        (article("pages/policies/corrections", kind="page"), "/policies/corrections/"),
        (article("pages/about", kind="page", slug="us"), "/us/"),
        (article("日本/記事"), "/日本/記事/"),
        (article("My News/20230901 C++, Rust & Go: What's New?"), "/my-news/20230901-c-plus-rust-go-what-s-new/"),
        (article("articles/2026-11-30 Version 1.2 (final). Mr. Ed"), "/articles/2026-11-30-version-1.2-final-mr-ed/"),
        (article("articles/???"), "/articles/???/"),
        (article("Notes/A title 0123456789abcdef0123456789abcdef"), "/Notes/a-title/"),
        (article("notes/0123456789abcdef0123456789abcdef"), "/notes/0123456789abcdef0123456789abcdef/"),
        (article("articles/Old-Name_2.0"), "/articles/Old-Name_2.0/"),
    ],
)
def test_an_article_stands_where_its_id_slug_or_path_says(given, expected):
    assert address_of(given, config()) == expected


@pytest.mark.parametrize(
    ("pattern", "given", "expected"),
    [
        ("/:year/:month/:day/:slug/", {}, "/2026/02/03/x/"),
        ("/:year/:month/:slug.html", {}, "/2026/02/x.html"),
        (":section/:slug", {}, "/ai-policy/x/"),
        (":section/:slug", {"section": ""}, "/x/"),
        ("/:folder/:year/:slug/", {"id": "_ana-lima/2026-02-03-x"}, "/ana-lima/2026/x/"),
        ("/:folder/:slug.html", {"id": "news/_posts/eu/2026-02-03-x"}, "/news/eu/x.html"),
        ("/:folder/:slug/", {"id": "_posts/2026-02-03-x"}, "/x/"),
        ("/:year/:month/:slug/", {"id": "2026-02-03_x"}, "/2026/02/x/"),
        ("/news/:slug/", {"slug": "/Y/"}, "/news/Y/"),
        ("/news/:slug/", {"id": "2026-02-03-version 1.2 is  out"}, "/news/version-1.2-is-out/"),
        ("/news/:slug/", {"path": "/old/"}, "/old/"),
        ("/news/:slug/", {"date": None}, "/articles/2026-02-03-x/"),
        ("/news/:slug/", {"kind": "page"}, "/articles/2026-02-03-x/"),
        ("", {}, "/articles/2026-02-03-x/"),
    ],
)
def test_a_pattern_gives_articles_their_addresses(pattern, given, expected):
    settings = {"section": "AI policy", "date": "2026-02-03"} | given
    written = article(settings.pop("id", "articles/2026-02-03-x"), **settings)

    assert expected == address_of(written, config(site=SiteSettings(permalink=pattern)))


@pytest.mark.parametrize(
    ("pattern", "given", "expected"),
    [
        ("", {}, "/news/open-weights_2/"),
        ("/:year/:slug/", {}, "/2026/open-weights_2/"),
        ("", {"path": "/Old/Page.html"}, "/Old/Page.html"),
    ],
)
def test_addresses_are_in_small_letters_where_it_is_wanted(pattern, given, expected):
    written = article("News/Open-Weights_2", date="2026-02-03", **given)

    assert expected == address_of(written, config(site=SiteSettings(permalink=pattern, lowercase=True)))


@pytest.mark.parametrize(
    ("pattern", "given", "expected"),
    [
        ("", article("fr/news/x"), "/fr/news/x/"),
        ("", article("news/x.fr"), "/fr/news/x/"),
        ("", article("news/x/index.fr", bundle=True), "/fr/news/x/"),
        ("", article("news/x.en"), "/news/x/"),
        ("", article("pages/about.pt-br", kind="page"), "/pt-BR/about/"),
        ("/:year/:slug/", article("news/x.fr", date="2026-02-03"), "/fr/2026/x/"),
        ("/:year/:slug/", article("fr/news/2026-02-03-x", date="2026-02-03"), "/fr/2026/x/"),
        ("/:folder/:slug/", article("news/x/index.fr", date="2026-02-03"), "/fr/news/x/"),
        ("/:year/:slug/", article("news/x", date="2026-02-03"), "/2026/x/"),
    ],
)
def test_a_language_stands_first_in_an_address(pattern, given, expected):
    site = SiteSettings(permalink=pattern, languages=("en", "fr", "pt-BR"))

    assert expected == address_of(given, config(site=site))


@pytest.mark.parametrize("pattern", ["", "/:folder/:slug/"])
def test_the_site_s_own_language_may_stand_behind_a_name_as_well(pattern):
    several = config(site=SiteSettings(permalink=pattern, languages=("fr",)))

    assert "/news/x/" == address_of(article("news/x/index.en", date="2026-02-03"), several)
    assert "/en/x/" == address_of(article("en/x", date="2026-02-03"), several)


def test_an_address_is_composed_unicode():
    assert tidy("cafe\u0301") == "/café/"


def test_assets_lie_where_they_lie_even_if_their_article_has_another_address():
    moved = article("a/b", bundle=True, path="elsewhere")

    site = link((moved,), inputs((moved,), ["a/b/chart.png"]), config())

    assert dict(site.addresses) == {"a/b/index.md": "/elsewhere/", "a/b/chart.png": "/a/b/chart.png"}


def test_the_chart_of_an_embargoed_bundle_is_under_embargo_too():
    secret = article("news/deal", bundle=True, date="2027-01-01")
    public = article("news/other", bundle=True)
    everything = (secret, public)

    site = link(
        everything,
        inputs(everything, ["logo.png", "news/deal/chart.png", "news/deal/data/x.csv", "news/x.png"]),
        config(),
    )

    assert set(site.addresses) == {"logo.png", "news/x.png", "news/other/index.md"}


def test_a_published_article_in_a_hidden_bundle_keeps_its_images():
    secret = article("news/deal", bundle=True, draft=True)
    inner = article("news/deal/part-two")

    site = link((secret, inner), inputs((secret, inner), ["news/deal/chart.png"]), config())

    assert site.addresses["news/deal/chart.png"] == "/news/deal/chart.png"


def test_a_profile_is_found_at_its_authors_page():
    profile = article("authors/jane-doe", kind="author", date=None, name="Jane Doe")

    site = link((profile,), inputs((profile,)), config())

    assert site.addresses["authors/jane-doe.md"] == "/authors/jane-doe/"
    assert "authors/jane-doe" not in site.cards


def test_aliases_may_be_paths_files_or_full_urls_and_never_the_articles_own_address():
    given = article(
        "articles/x",
        aliases=("/old/", "older/page.html", "https://example.org/first/", "old", "articles/x", "Its other name"),
    )

    assert aliases_of(given, address_of(given, config())) == (
        ("/old/", "articles/x"),
        ("/older/page.html", "articles/x"),
        ("/first/", "articles/x"),
    )
