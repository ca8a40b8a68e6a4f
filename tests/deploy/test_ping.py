import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl

import pytest
from tests.kit.remote import NOW

from sitegen.base.noun import replace
from sitegen.deploy.ping import ping, urls_of
from sitegen.model.config import Config, FeedSettings, MachineSettings, SiteSettings

CHANGED = [
    "index.html",
    "articles/ä/index.html",
    "about.html",
    "404.html",
    "feed.xml",
    "tags/x/atom.xml",
    "css/site.css",
]


@pytest.fixture
def hub():
    """A service that writes down what it is told."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((self.path, self.headers["Content-Type"], body.decode()))
            self.send_response(500 if self.path == "/broken" else 202)
            self.end_headers()

        def log_message(self, *_):
            pass

    heard = []
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", heard
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def config(tmp_path):
    return Config(tmp_path, "sitegen.toml", tmp_path / "out", NOW, site=SiteSettings(url="https://weights.press/w/"))


def test_nobody_is_told_where_nobody_was_named(config):
    assert ([], []) == ping(config, CHANGED)


def test_hubs_are_told_of_feeds_that_changed(config, hub):
    url, heard = hub
    told, missed = ping(replace(config, feeds=FeedSettings(hubs=(f"{url}/hub",))), CHANGED)
    assert ([f"told {url}/hub of 2 feeds (202)"], []) == (told, missed)
    ((path, kind, body),) = heard
    assert ("/hub", "application/x-www-form-urlencoded") == (path, kind)
    feeds = ["https://weights.press/w/feed.xml", "https://weights.press/w/tags/x/atom.xml"]
    expected = [("hub.mode", "publish"), *((name, feed) for feed in feeds for name in ("hub.topic", "hub.url"))]
    assert expected == parse_qsl(body)


def test_no_hub_is_told_where_no_feed_changed(config, hub):
    url, heard = hub
    assert ([], []) == ping(replace(config, feeds=FeedSettings(hubs=(f"{url}/hub",))), ["css/site.css"])
    assert [] == heard


def test_indexnow_is_told_of_pages_that_changed(config, hub):
    url, heard = hub
    told, _ = ping(replace(config, machines=MachineSettings(indexnow_key="k" * 8)), CHANGED, indexnow=f"{url}/indexnow")
    assert ["told IndexNow of 3 pages (202)"] == told
    expected = {
        "host": "weights.press",
        "key": "kkkkkkkk",
        "keyLocation": "https://weights.press/w/kkkkkkkk.txt",
        "urlList": [
            "https://weights.press/w/",
            "https://weights.press/w/articles/%C3%A4/",
            "https://weights.press/w/about.html",
        ],
    }
    assert expected == json.loads(heard[0][2])


def test_many_pages_are_told_in_parts(config, hub):
    url, heard = hub
    keyed = replace(config, machines=MachineSettings(indexnow_key="k" * 8))
    told, _ = ping(keyed, [f"{number}/index.html" for number in range(10_001)], indexnow=f"{url}/indexnow")
    assert ["told IndexNow of 10,000 pages (202)", "told IndexNow of 1 page (202)"] == told
    assert [10_000, 1] == [len(json.loads(body)["urlList"]) for _, _, body in heard]


def test_a_service_that_fails_is_a_warning_and_the_others_are_told(config, hub):
    url, _ = hub
    hubs = ("http://127.0.0.1:9/gone", f"{url}/broken", f"{url}/hub")
    told, missed = ping(replace(config, feeds=FeedSettings(hubs=hubs)), CHANGED)
    assert [f"told {url}/hub of 2 feeds (202)"] == told
    assert ["deploy/ping", "deploy/ping"] == [each.code for each in missed]
    assert "Connection refused" in missed[0].message
    assert "Internal Server Error" in missed[1].message
    assert not any(each.fatal for each in missed)


def test_pages_have_the_addresses_that_readers_see():
    assert ["", "a/", "b.htm", "c/myindex.html"] == urls_of(
        "", ["index.html", "a/index.html", "b.htm", "c/myindex.html", "404.html", "a.css"]
    )
