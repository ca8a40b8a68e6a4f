"""Whatever stands in a title, a name, a tag, an address or a text: what comes out is sound, and nothing in it runs."""

import json
from html.parser import HTMLParser

import feedparser
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.kit.nouns import config
from tests.kit.published import Published

from sitegen.base.characters import legal, legal_bytes
from sitegen.base.html import visible_text
from sitegen.base.jsontext import json_text
from sitegen.base.paths import web_url
from sitegen.render.machines.cleaning import clean
from sitegen.render.pages.jsonld import graph, script_json
from sitegen.render.urls import href

pytestmark = pytest.mark.slow

PIECES = st.sampled_from(
    (
        *(
            "<script>probe()</script>",
            "</script>",
            "</title>",
            "</style>",
            "-->",
            "<!--",
            "]]>",
            "<![CDATA[",
            "<?xml ?>",
        ),
        *(
            '"',
            "'",
            "&",
            "&amp;",
            "&lt;",
            "&#x3c;",
            "<b",
            "<img src=x onerror=probe()>",
            "javascript:probe()",
            "onclick=probe()",
        ),
        *(
            "\u2028",
            "\u2029",
            "\x00",
            "\x0b",
            "\x7f",
            "\x85",
            "\ufeff",
            "\ufffe",
            "\U0001ffff",
            "🦀",
            "مرحبا",
            "日本語",
            "é",
        ),
        *(
            "{{ 7 * 7 }}",
            "{% raw %}",
            "%s",
            "%3Cscript%3E",
            "\\",
            "\\u003c",
            "/",
            "..",
            "#",
            "?",
            "[x](javascript:probe())",
            "`",
            "*",
        ),
    )
)
TEXTS = st.lists(PIECES | st.text(max_size=8), max_size=6).map("".join)
WORDS = TEXTS.map(lambda text: f"a {text}")
_FOLLOWED = ("href", "xlink:href", "src", "srcset", "poster", "cite", "action", "formaction", "data")
SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


class Live(HTMLParser):
    """What a browser would run."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.inside = False
        self.data = ""

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.inside = tag == "script" and values.get("type") == "application/ld+json"
        if tag == "script" and "src" not in values and not self.inside:
            self.found.append((tag, attrs))
        for name, value in attrs:
            runs = name in _FOLLOWED and (value or "").strip().lower().startswith(("javascript:", "vbscript:"))
            if name.startswith("on") or runs:
                self.found.append((tag, name, value))

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        self.data += data if self.inside else ""


def live(html):
    reader = Live()
    reader.feed(html)
    reader.close()
    return reader


@given(TEXTS)
def test_json_in_a_script_reads_back_and_cannot_leave_it(text):
    said = script_json({"a": text, text: [text]})

    assert not set("<>&\u2028\u2029") & set(said)
    assert legal(text) == json.loads(said)["a"]


@given(st.lists(st.dictionaries(st.sampled_from(["@type", "name"]), TEXTS), max_size=3))
def test_a_graph_reads_back_from_a_page(nodes):
    page = live(f'<script type="application/ld+json">{graph(nodes)}</script>')

    assert [{key: legal(value) for key, value in node.items()} for node in nodes] == json.loads(page.data)["@graph"]
    assert [] == page.found


@given(TEXTS)
def test_text_is_legal_by_either_way(text):
    assert legal(text).encode() == legal_bytes(text)
    etree.fromstring(b"<a>" + legal_bytes(text.replace("&", "").replace("<", "").replace("]]>", "")) + b"</a>")


@given(TEXTS)
@example("\\u0001")
def test_json_reads_back(text):
    assert [legal(text)] == json.loads(json_text([text])) == json.loads(json_text([text], spaced=True))


@given(TEXTS)
@example("<script>probe()</script>")
@example("javascript:probe()")
def test_what_a_feed_holds_cannot_run(text):
    cleaned = clean(
        f'<p title="{text}">{text}</p><a href="{text}">x</a><img src="{text}" alt=\'{text}\'>', "https://n.example/a/"
    )

    assert [] == live(cleaned).found
    assert not {"script", "iframe", "style", "object"} & {
        tag for tag in ("script", "iframe", "style", "object") if f"<{tag}" in cleaned
    }
    assert cleaned == clean(cleaned, "https://n.example/a/")


@given(TEXTS)
def test_a_url_is_one_or_nothing(text):
    for url in (web_url(text), web_url(f"https://n.example/{text}")):
        assert url == "" or url.startswith(("http://", "https://"))
        assert not set("\"'<> \u2028").intersection(url) - {"'"}
        assert url == web_url(url)


@given(TEXTS)
def test_an_address_fits_into_an_attribute(text):
    assert not set('"<> ') & set(href(config(), "/" + text.encode("utf-8", "replace").decode()))


@given(TEXTS)
def test_visible_text_is_plain(text):
    assert "  " not in visible_text(text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("hostile")


@SLOW
@given(title=WORDS, name=WORDS, tag=WORDS, text=TEXTS, url=TEXTS, number=st.integers(0, 10**9))
def test_a_site_of_hostile_texts_is_sound(folder, title, name, tag, text, url, number):
    front = {
        "title": title,
        "description": text,
        "date": "2026-11-30",
        "authors": [name[:60]],
        "tags": [tag[:60]],
        "section": tag[:60],
        "faq": [{"q": f"Q {text}", "a": f"A {text}"}],
        "corrections": [{"date": "2026-11-30", "text": f"C {text}"}],
        "key_points": [f"K {text}"],
        "sources": [{"title": f"S {title}", "url": url}],
        "license": text,
        "canonical": "",
        "image": {"src": "https://i.example/x.png", "alt": text},
        "x": text,
    }
    root = folder / str(number)
    root.mkdir(exist_ok=True)
    body = "".join(char for char in text if char not in "<>").replace("javascript:", "")
    # JSON is YAML; what it escapes stays escaped in the file.
    source = f"---\n{json.dumps(front)}\n---\n\nText {body}\n"
    archive = '-- sitegen.toml --\n[site]\ntitle = "N </script> & co"\nurl = "https://n.example/repo/"\n'
    (root / "content").mkdir(exist_ok=True)
    (root / "content" / "a.md").write_bytes(source.encode("utf-8", "replace"))
    site = Published(root, archive)
    assert [] == [problem for problem in site.articles["a"].diagnostics if problem.fatal]

    made = {path: site.artifact(path) for path in site.pages}

    assert [] == [problem for artifact in made.values() for problem in artifact.diagnostics if problem.fatal]
    for path, artifact in made.items():
        data = artifact.data
        if path.endswith((".xml", ".opml")):
            etree.fromstring(data)
        if path.endswith(("feed.xml", "atom.xml")):
            feed = feedparser.parse(data, sanitize_html=False)
            assert not feed.bozo
            assert all(not live(content.value).found for entry in feed.entries for content in entry.get("content", ()))
        if path.endswith(".json"):
            json.loads(data)
        if path.endswith(".html"):
            page = live(data.decode())
            assert [] == page.found, path
            assert page.data == "" or isinstance(json.loads(page.data)["@graph"], list)
