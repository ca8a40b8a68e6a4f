import re

import pytest
from lxml import etree
from tests.kit.desk import DESK

from sitegen.model.output import Page
from sitegen.route.machines import _longest_entry

BASE = "https://news.example/repo/"
NS = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "n": "http://www.google.com/schemas/sitemap-news/0.9",
    "i": "http://www.google.com/schemas/sitemap-image/1.1",
    "x": "http://www.w3.org/1999/xhtml",
}


def listed(site, path="sitemap.xml"):
    root = etree.fromstring(site.artifact(path).data)
    return {url.findtext("s:loc", namespaces=NS): url for url in root.findall("s:url", NS)}


def test_every_page_that_may_be_found_is_listed_once(desk):
    indexed = {
        path
        for path in desk.pages
        if path.endswith(".html") and not re.search(r'<meta name="robots" content="noindex"', desk.html(path))
    }
    urls = [url.findtext("s:loc", namespaces=NS) for url in etree.fromstring(desk.artifact("sitemap.xml").data)]

    assert {BASE + path.removesuffix("index.html") for path in indexed} == set(urls)
    assert len(urls) == len(set(urls))
    assert BASE + "articles/third/" not in urls


def test_the_last_change_is_the_contents(desk):
    urls = listed(desk)

    assert "2026-12-01T10:00:00+01:00" == urls[BASE + "articles/open/"].findtext("s:lastmod", namespaces=NS)
    assert "2026-11-27T00:00:00+01:00" == urls[BASE + "articles/fourth/"].findtext("s:lastmod", namespaces=NS)
    assert "2025-01-01T00:00:00+01:00" == urls[BASE + "archive/2025/"].findtext("s:lastmod", namespaces=NS)
    assert urls[BASE + "about/"].find("s:lastmod", NS) is None


def test_images_are_named(desk):
    assert BASE + "articles/ward.png" == listed(desk)[BASE + "articles/open/"].findtext("i:image/i:loc", namespaces=NS)


def test_translations_name_each_other(publish):
    page = "-- content/{a}.md --\n---\ntitle: {a}\ndate: 2026-11-01\nlanguage: {a}\ntranslations: {{{b}: {b}}}\n---\nText.\n"
    site = publish(page.format(a="en", b="de") + page.format(a="de", b="en"))
    links = {
        url: [(link.get("hreflang"), link.get("href")) for link in element.findall("x:link", NS)]
        for url, element in listed(site).items()
    }
    both = [("de", "https://news.example/de/"), ("en", "https://news.example/en/")]

    assert both == links["https://news.example/de/"] == links["https://news.example/en/"]
    assert '<link rel="alternate" hreflang="de" href="https://news.example/de/">' in site.html("en/index.html")


def test_past_the_limit_there_is_an_index(desk):
    whole = list(listed(desk))
    numbers = -(-len(whole) // 7)
    pages = [
        Page(f"sitemap-{number}.xml", f"/sitemap-{number}.xml", "sitemap", "", number, numbers)
        for number in range(numbers + 1)
    ]
    index, *parts = (etree.fromstring(desk.render(page, desk.view()).data) for page in pages)

    assert [BASE + f"sitemap-{number}.xml" for number in range(1, numbers + 1)] == [
        one.findtext("s:loc", namespaces=NS) for one in index.findall("s:sitemap", NS)
    ]
    urls = [url.findtext("s:loc", namespaces=NS) for part in parts for url in part]
    assert whole == urls
    assert {5, 6} == {len(part) for part in parts}


def test_no_sitemap_lists_more_than_the_protocol_allows(publish, monkeypatch):
    """The second and further pages of lists count as well."""
    monkeypatch.setattr("sitegen.route.machines.SITEMAP_URLS", 10)
    article = "-- content/{0}.md --\n---\ntitle: {0}\ndate: 2026-11-01\ntags: [x]\n---\nText.\n"
    configuration = '-- sitegen.toml --\n[site]\nurl = "https://n.example/"\n[build]\npage_size = 1\n'
    site = publish(configuration + "".join(map(article.format, "abcdefgh")))

    parts = [len(listed(site, path)) for path in site.pages if re.fullmatch(r"sitemap-\d+\.xml", path)]
    assert max(parts) <= 10


def test_no_entry_is_longer_than_the_split_assumes(desk, publish):
    others = "".join(f"{one}: https://n.example/{one}/{'é&' * 90}\n  " for one in ("fr", "it", "pl"))
    long = publish(
        "-- content/" + "日本" * 40 + ".md --\n---\ntitle: A\ndate: 2026-11-01\nimage: {src: 'i&i.png', alt: A}\n"
        f"translations:\n  {others}\n---\nText.\n-- content/i&i.png --\nx\n"
    )

    for site in (desk, long):
        entries = site.artifact("sitemap.xml").data.splitlines()
        assert max(map(len, entries[2:-1])) <= _longest_entry(site.site, site.config)


def test_what_stands_elsewhere_first_is_not_listed(publish):
    site = publish(
        "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-30\ncanonical: https://first.example/a\n---\nText.\n"
        "-- content/b.md --\n---\ntitle: B\ndate: 2026-11-30\ncanonical: https://news.example/b/\n---\nText.\n"
    )

    assert "https://news.example/a/" not in listed(site)
    assert "https://news.example/b/" in listed(site)
    assert ["https://news.example/b/"] == list(listed(site, "news-sitemap.xml"))


def test_news_are_of_the_last_two_days(desk):
    urls = listed(desk, "news-sitemap.xml")
    news = urls[BASE + "articles/open/"].find("n:news", NS)

    assert [BASE + "articles/open/"] == list(urls)
    assert ("The Weights", "en", "2026-11-30T09:00:00+01:00") == tuple(
        news.findtext(name, namespaces=NS)
        for name in ("n:publication/n:name", "n:publication/n:language", "n:publication_date")
    )
    assert 'Why open weights matter to <hospitals> & "wards"' == news.findtext("n:title", namespaces=NS)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en-GB", "en"), ("zh-Hans", "zh-cn"), ("zh-TW", "zh-tw"), ("zh-Hant-HK", "zh-tw"), ("de", "de")],
)
def test_the_language_of_news(publish, language, said):
    site = publish(DESK.replace('language = "en"', f'language = "{language}"'))

    assert f"<news:language>{said}</news:language>" in site.html("news-sitemap.xml")
