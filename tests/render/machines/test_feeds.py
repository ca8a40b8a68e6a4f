from datetime import timedelta

import feedparser
import lxml.html
import pytest
from lxml import etree
from tests.kit.desk import DESK
from tests.kit.site import NOW

BASE = "https://news.example/repo/"
ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


def tree(site, path):
    return etree.fromstring(site.artifact(path).data)


def test_a_feed_has_the_same_entries_in_every_format(desk):
    for folder in (
        "",
        "tags/health/",
        "sections/policy/",
        "authors/jane-doe/",
        "series/chips/",
        "feeds/health-policy/",
    ):
        feeds = [feedparser.parse(desk.artifact(folder + name).data) for name in ("feed.xml", "atom.xml")]
        links = [[entry.link for entry in feed.entries] for feed in feeds]
        links.append([item["url"] for item in desk.json(folder + "feed.json")["items"]])

        assert [False, False] == [bool(feed.bozo) for feed in feeds]
        assert links[0]
        assert links[0] == links[1] == links[2]


def shown(site, folder):
    """The articles that a list shows, over all its pages."""
    paths = sorted(path for path in site.pages if path == f"{folder}index.html" or path.startswith(f"{folder}page/"))
    pages = [lxml.html.document_fromstring(site.html(path)) for path in paths]
    titles = (title for page in pages for title in page.find_class("card-title"))
    return ["https://news.example" + link.get("href") for title in titles for link in title.iter("a")]


@pytest.mark.parametrize(
    ("folder", "fits"),
    [
        ("", sorted),  # the front page leads with what editors choose
        ("tags/health/", list),
        ("tags/open-weights/", list),
        ("sections/analysis/", list),
        ("sections/policy/", list),
        ("authors/jane-doe/", list),
        ("series/chips/", sorted),  # in reading order
    ],
)
def test_a_feed_has_the_articles_that_its_page_lists(desk, folder, fits):
    page = shown(desk, folder)

    assert page
    for name in ("feed.xml", "atom.xml"):
        assert fits(page) == fits([entry.link for entry in feedparser.parse(desk.artifact(folder + name).data).entries])
    assert fits(page) == fits([item["url"] for item in desk.json(folder + "feed.json")["items"]])


def test_a_feed_asks_only_for_the_articles_that_it_shows(desk):
    for path in ("feed.xml", "tags/health/atom.xml", "sections/policy/feed.json", "series/chips/feed.xml"):
        asked = {question[1] for question in desk.asked(path) if question[0] in ("article", "content")}
        folder = path.rpartition("/")[0]
        shown = desk.json(f"{folder}/feed.json".lstrip("/"))["items"]

        assert {item["url"].removeprefix(BASE).strip("/") for item in shown} == asked


def test_an_rss_channel_names_itself_its_page_and_its_hub(desk):
    channel = tree(desk, "tags/health/feed.xml").find("channel")

    assert "health · The Weights" == channel.findtext("title")
    assert BASE + "tags/health/" == channel.findtext("link")
    assert [("self", BASE + "tags/health/feed.xml", "application/rss+xml"), ("hub", "https://hub.example/", None)] == [
        (link.get("rel"), link.get("href"), link.get("type")) for link in channel.findall(ATOM + "link")
    ]
    assert "Tue, 01 Dec 2026 10:00:00 +0100" == channel.findtext("lastBuildDate")
    assert (BASE + "logo.png", "health · The Weights", BASE + "tags/health/") == tuple(
        channel.findtext(f"image/{name}") for name in ("url", "title", "link")
    )


def test_an_rss_item_follows_the_standard(desk):
    item = tree(desk, "feed.xml").find("channel/item")
    names = [etree.QName(child).localname for child in item]

    assert names.index("description") < names.index("encoded")
    assert ("true", BASE + "articles/open/") == (item.find("guid").get("isPermaLink"), item.findtext("guid"))
    assert ["Jane Doe", "Policy Desk"] == [
        one.text for one in item.findall("{http://purl.org/dc/elements/1.1/}creator")
    ]
    assert {"url": BASE + "articles/talk.mp3", "length": "1200", "type": "audio/mpeg"} == dict(
        item.find("enclosure").attrib
    )
    assert "12:30" == item.findtext(ITUNES + "duration")
    assert ["Analysis", "open weights", "health"] == [one.text for one in item.findall("category")]
    assert item.find("author") is None
    picture = item.find(MEDIA + "content")
    assert (BASE + "articles/ward.png", "image/png", "1600") == (
        picture.get("url"),
        picture.get("type"),
        picture.get("width"),
    )
    assert "https://creativecommons.org/licenses/by/4.0/" == item.findtext("{*}license")


def test_a_feed_with_audio_is_a_podcast(desk, publish):
    channel = tree(desk, "feed.xml").find("channel")
    owner = channel.find(ITUNES + "owner")
    long = publish(
        DESK.replace('title = "The Weights"', f'title = "{"The Weights </b> " * 30}"').replace("talk.mp3", "talk.ogg")
    )
    other = tree(long, "feed.xml").find("channel")

    assert ("The Weights", "false") == tuple(channel.findtext(ITUNES + name) for name in ("author", "explicit"))
    assert ("The Weights", "desk@news.example") == tuple(owner.findtext(ITUNES + name) for name in ("name", "email"))
    assert 200 < len(other.findtext(ITUNES + "author")) <= 255
    # Directories take no Ogg: for them the item is one without a recording.
    assert ("audio/ogg", None) == (
        other.find("item/enclosure").get("type"),
        other.find("item").find(ITUNES + "duration"),
    )


def test_plain_text_in_rss_is_written_so_that_nobody_takes_it_for_html(desk):
    xml = desk.html("feed.xml")

    assert 'Why open weights matter to &#x3C;hospitals&gt; &#x26; "wards"</title>' in xml
    assert "<hospitals>" in feedparser.parse(xml, sanitize_html=False).entries[0].title


def test_an_atom_entry_follows_the_standard(desk):
    feed = tree(desk, "atom.xml")
    entry = feed.find(ATOM + "entry")

    assert "en" == feed.get("{http://www.w3.org/XML/1998/namespace}lang")
    assert "2026-12-01T10:00:00+01:00" == feed.findtext(ATOM + "updated")
    assert [("alternate", "text/html"), ("enclosure", "audio/mpeg"), ("license", None)] == [
        (link.get("rel"), link.get("type")) for link in entry.findall(ATOM + "link")
    ]
    assert ("html", "Why open weights matter to &lt;hospitals&gt; &amp; &quot;wards&quot;") == (
        entry.find(ATOM + "title").get("type"),
        entry.findtext(ATOM + "title"),
    )
    assert "html" == entry.find(ATOM + "content").get("type")
    assert ("2026-11-30T09:00:00+01:00", "2026-12-01T10:00:00+01:00") == (
        entry.findtext(ATOM + "published"),
        entry.findtext(ATOM + "updated"),
    )
    german = [one.get("{http://www.w3.org/XML/1998/namespace}lang") for one in feed.findall(ATOM + "entry")]
    assert [None, None, None, None, "de"] == german


def test_feeds_have_no_clock(publish):
    early, late = (publish(DESK, now=NOW + timedelta(hours=hours)) for hours in (0, 5))

    for path in ("feed.xml", "atom.xml", "feed.json"):
        assert early.artifact(path).data == late.artifact(path).data


def test_a_browser_is_offered_a_stylesheet_and_a_feed_without_entries_is_still_one(publish):
    site = publish("-- content/pages/about.md --\n---\ntitle: A\n---\nText.\n")
    xml = site.html("feed.xml")

    assert '\n<?xml-stylesheet type="text/xsl" href="/static/feed.' in xml
    assert "Sat, 01 Jan 2000" in feedparser.parse(xml).feed.updated


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_the_stylesheet_shows_the_feed(desk, name):
    style = desk.inputs.theme.statics["feed.xsl"][0]
    from sitegen.base.fs import locate

    page = etree.XSLT(etree.parse(locate(desk.config.root, style.path)))(tree(desk, name))

    assert BASE + "articles/open/" in [link.get("href") for link in page.iter("a")]
    assert "The Weights" == page.findtext(".//h1")


HOSTILE = [
    "</script><b>x</b>",
    "]]>",
    "&amp; &lt;b&gt; &copy;",
    "&#x3C;script&#x3E;",
    "<img src=x onerror=y>",
    "🦀 مرحبا",
    "javascript:x",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(publish, text):
    import json

    front = json.dumps(
        {
            "title": f"T {text}",
            "date": "2026-11-30",
            "description": text,
            "authors": [f"A {text}"],
            "tags": [f"t {text}"],
        },
        ensure_ascii=False,
    )
    site = publish(f"-- content/a.md --\n---\n{front}\n---\nText `{text}`.\n")

    for name in ("feed.xml", "atom.xml"):
        feed = feedparser.parse(site.artifact(name).data, sanitize_html=False)
        body = feed.entries[0].content[0].value
        assert not feed.bozo
        assert not {"<script", "<img", " onerror="} & {
            part for part in ("<script", "<img", " onerror=") if part in body
        }
