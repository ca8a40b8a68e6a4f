"""Pages that somebody looks at are shown before the site is written."""

import pytest
from tests.kit.site import NOW

from sitegen.base.diagnostics import Failure
from sitegen.model.config import Flags
from sitegen.pipeline import build
from sitegen.pipeline.job import Viewers

SITE = "".join(
    f"-- content/articles/{name}.md --\n---\ntitle: {name}\ndate: 2026-01-0{number}\n---\nText of {name}.\n"
    for number, name in enumerate(("one", "two", "three"), 1)
)
ONE = "articles/one/index.html"


@pytest.fixture
def site(bench):
    site = bench(SITE + '-- templates/article.html --\n{% extends "article.html" %}\n')
    build(site.root, Flags(now=NOW))
    return site


class Eyes:
    """Remembers what it was shown, and what stood in the output folder at that moment."""

    def __init__(self, site, *pages):
        self.site = site
        self.viewers = Viewers(pages, self.show)
        self.seen = {}

    def show(self, path, data):
        self.seen[path] = (data, self.site.output()[path])

    def build(self):
        return build(self.site.root, Flags(now=NOW), viewers=self.viewers)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/articles/one.md", "Text of one.", "Other text. Text of one."),
        ("templates/article.html", "\n", "{% block title %}Other text.{% endblock %}\n"),
    ],
    ids=["the short way", "the whole walk"],
)
def test_a_page_that_is_looked_at_is_shown_before_it_is_written(site, path, old, new):
    before = site.output()[ONE]
    eyes = Eyes(site, ONE)
    site.edit(path, old, new)

    eyes.build()

    assert {ONE: (site.output()[ONE], before)} == eyes.seen
    assert b"Other text." in site.output()[ONE]


def test_a_page_that_stays_as_it_is_is_not_shown(site):
    eyes = Eyes(site, "articles/three/index.html", "no/such/page.html")
    site.edit("content/articles/one.md", "title: one", "title: one\ndescription: What it is about.\ntoc: false")

    eyes.build()

    assert "no/such/page.html" not in eyes.seen


def test_a_page_whose_template_fails_is_not_shown(site):
    eyes = Eyes(site, ONE)
    site.edit("templates/article.html", "\n", "{% block title %}{{ nobody }}{% endblock %}\n")

    with pytest.raises(Failure):
        eyes.build()

    assert {} == eyes.seen


def test_who_looks_on_does_not_change_what_is_built(site, tmp_path):
    other = site.copy(tmp_path / "other")
    build(other.root, Flags(now=NOW))
    for each in (site, other):
        each.edit("templates/article.html", "\n", "{% block title %}Other{% endblock %}\n")

    Eyes(site, ONE, "index.html").build()
    build(other.root, Flags(now=NOW))

    assert other.output() == site.output()
