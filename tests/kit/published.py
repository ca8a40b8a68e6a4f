"""A site made in memory: every page is made when a test asks for it, and none is written to disk.

site = publish(root, "-- content/a.md --\n…"); site.html("a/index.html"); site.json("api/articles.json"); site.said()
"""

import json
from functools import cached_property, partial
from html.parser import HTMLParser
from pathlib import Path

from tests.kit.archive import split, unpack
from tests.kit.site import CONFIGURATION, NOW

from sitegen.base.format import as_short
from sitegen.configure import configure
from sitegen.link import link
from sitegen.model.config import Flags
from sitegen.model.media import ImageFacts
from sitegen.model.output import Page
from sitegen.parse import parse
from sitegen.render import make_renderer, open_press
from sitegen.render.answers import SiteAnswers
from sitegen.render.theme.closure import TemplateDigests, read_template
from sitegen.render.view import View
from sitegen.route import route
from sitegen.scan import scan

COMPILED = Path(__file__).parent.parent.parent / ".pytest_cache" / "templates"
"""Compiled templates, kept from one run to the next."""


class Published:
    """One site, linked and routed."""

    def __init__(self, root, archive, *, images=None, extensions=(), **flags):
        files = split(archive)
        unpack(archive, root)
        if "sitegen.toml" not in files:
            (root / "sitegen.toml").write_text(CONFIGURATION, encoding="utf-8")
        (root / "content").mkdir(exist_ok=True)
        self.config = configure(root, Flags(**{"now": NOW, **flags}))
        self.inputs = scan(self.config)
        parsed = [parse(source, (root / source.path).read_bytes(), self.config) for source in self.inputs.sources]
        self.articles = {one.article.id: one.article for one in parsed}
        self.contents = {one.article.id: one.content for one in parsed}
        self.site = link(tuple(self.articles.values()), self.inputs, self.config)
        self.routes = route(self.site, self.inputs, self.config)
        self.images = images or {}
        self.render = make_renderer(self.inputs.theme, self.config, extensions, cache=COMPILED)
        self.answers = SiteAnswers(
            site=self.site,
            inputs=self.inputs,
            routes=self.routes,
            config=self.config,
            articles=self.articles,
            content=self.contents.get,
            images=self.images.get,
            template=TemplateDigests(self.inputs.theme, partial(read_template, root=root)),
        )

    @cached_property
    def pages(self):
        """Every page to be made, by path."""
        return {output.path: output for output in self.routes.outputs if isinstance(output, Page)}

    @cached_property
    def press(self):
        """What pages are made with, for tests of a single step."""
        return open_press(self.inputs.theme, self.config, (), COMPILED)

    def view(self):
        """Return a fresh view."""
        return View(self.answers, self.config)

    def artifact(self, path):
        """Return a page, made anew."""
        return self.render(self.pages[path], self.view())

    def asked(self, path):
        """Return the questions that a page asks."""
        view = self.view()
        self.render(self.pages[path], view)
        return tuple(view.asked)

    def html(self, path):
        """Return a page as text."""
        return self.artifact(path).data.decode()

    def json(self, path):
        """Return a page that is JSON as data."""
        return json.loads(self.artifact(path).data)

    def graph(self, path):
        """Return the nodes of a page's structured data, by type."""
        scripts = Scripts.of(self.html(path))
        data = json.loads(scripts[0])
        return {node["@type"]: node for node in data["@graph"]}

    def said(self, *paths):
        """Return what is wrong on the pages, one line each."""
        return as_short([problem for path in paths for problem in self.artifact(path).diagnostics]).splitlines()


class Scripts(HTMLParser):
    """The JSON-LD scripts of a page, as a browser would find them."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.inside = False

    @classmethod
    def of(cls, html):
        reader = cls()
        reader.feed(html)
        return reader.found

    def handle_starttag(self, tag, attrs):
        self.inside = tag == "script" and ("type", "application/ld+json") in attrs
        if self.inside:
            self.found.append("")

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        if self.inside:
            self.found[-1] += data


def facts(path, width=1600, height=900, kind="image/png", **more):
    """Return what is known of an image."""
    return ImageFacts(path, kind, width, height, "0" * 32, 1000, **more)
