from lxml import etree

BASE = "https://news.example/repo/"


def test_every_feed_is_listed_with_its_page(desk):
    root = etree.fromstring(desk.artifact("feeds.opml").data)
    outlines = root.findall("body/outline")

    assert ("2.0", "The Weights") == (root.get("version"), root.findtext("head/title"))
    assert len(desk.site.feeds) == len(outlines)
    assert {
        "type": "rss",
        "text": "health · The Weights",
        "title": "health · The Weights",
        "xmlUrl": BASE + "tags/health/feed.xml",
        "htmlUrl": BASE + "tags/health/",
    } in [dict(outline.attrib) for outline in outlines]
    assert [BASE] == [outline.get("htmlUrl") for outline in outlines if "health-policy" in outline.get("xmlUrl")]
