import re

from markupsafe import Markup
from tests.kit.desk import OPEN

from sitegen.render.pages.head import Subject, described, page_view

BASE = "https://news.example/repo/"


def head(site, path, **subject):
    return page_view(site.pages[path], Subject(**{"heading": "H", **subject}), site.view(), site.press)


def meta(html, name):
    return re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)">', html)


def test_a_title_ends_with_the_sites_name(desk):
    assert "H – The Weights" == head(desk, "tags/index.html").title
    assert "Longer – The Weights" == head(desk, "tags/index.html", title="Longer").title
    assert "The Weights" == head(desk, "tags/index.html", heading="The Weights").title


def test_structured_data_is_made_once_where_somebody_asks_for_it(desk):
    asked = []
    page = described(head(desk, "tags/index.html"), lambda: Markup(f"{asked.append('asked')}"))

    assert ([], "H") == (asked, page.heading)
    assert ("None", "None", ["asked"]) == (page.structured_data, page.structured_data, asked)


def test_a_page_asks_for_its_card_only_where_its_template_shows_it(desk):
    view = desk.view()
    page = page_view(desk.pages["tags/index.html"], Subject("H"), view, desk.press)
    before = set(view.asked)

    assert dict(page.open_graph)["og:title"] == "H – The Weights"
    assert set(view.asked) > before


def test_later_pages_have_titles_descriptions_and_addresses_of_their_own(desk):
    page = head(desk, "page/2/index.html", description="D " * 200)

    assert "H – Page 2 – The Weights" == page.title
    assert page.description.endswith("… – Page 2")
    assert len(page.description) <= 160
    assert (BASE + "page/2/", False) == (page.canonical, page.noindex)


def test_pages_for_those_who_did_not_find_one_are_not_indexed(desk):
    assert [True, True, False] == [
        head(desk, path).noindex for path in ("404.html", "search/index.html", "feeds/index.html")
    ]


def test_open_graph_of_an_article(desk):
    html = desk.html(OPEN)

    assert ["article"] == meta(html, "og:type")
    assert ["Why open weights matter to &lt;hospitals&gt; &amp; &#34;wards&#34;"] == meta(html, "og:title")
    assert ([BASE + "articles/ward.png"], ["1600"], ["1000"]) == tuple(
        meta(html, f"og:image{part}") for part in ("", ":width", ":height")
    )
    assert ["A hospital ward"] == meta(html, "og:image:alt")
    assert ["2026-11-30T09:00:00+01:00"] == meta(html, "article:published_time")
    assert ["open weights", "health"] == meta(html, "article:tag")
    assert ["summary_large_image"] == meta(html, "twitter:card")


def test_a_drawing_is_no_image_for_others(publish):
    site = publish(
        "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\nimage: {src: x.svg, alt: x}\n---\nText.\n"
        '-- content/x.svg --\n<svg xmlns="http://www.w3.org/2000/svg"/>\n'
    )

    assert '<img src="/x.svg"' in site.html("a/index.html")
    assert not meta(site.html("a/index.html"), "og:image")[0].endswith(".svg")


def test_every_page_has_an_image(desk, publish):
    bare = publish("-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n")

    assert [BASE + "logo.png"] == meta(desk.html("tags/index.html"), "og:image")
    assert meta(
        bare.html("tags/index.html") if "tags/index.html" in bare.pages else bare.html("index.html"), "og:image"
    )[0].startswith("https://news.example/static/img/card.")


def test_the_locale_names_a_region(desk, publish):
    british = publish('-- sitegen.toml --\n[site]\ntitle = "N"\nurl = "https://n.example/"\nlanguage = "en-GB"\n')

    assert ["en_GB"] == meta(british.html("index.html"), "og:locale")
    assert ["de_DE"] == meta(desk.html("articles/fifth/index.html"), "og:locale")


def test_a_page_announces_its_own_feeds_before_the_sites(desk):
    hrefs = [feed.href for feed in head(desk, "tags/health/index.html", feeds=()).feeds]
    page = re.findall(
        r'<link rel="alternate" type="application/rss\+xml"[^>]* href="([^"]*)"', desk.html("tags/health/index.html")
    )

    assert ["/repo/feed.xml", "/repo/atom.xml", "/repo/feed.json"] == hrefs
    assert ["/repo/tags/health/feed.xml", "/repo/feed.xml"] == page
