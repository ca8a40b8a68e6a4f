import re

import pytest
from tests.kit.compare import against_clean
from tests.kit.desk import OPEN
from tests.kit.site import SiteBench

from sitegen.model.output import Page
from sitegen.model.seams import Extension
from sitegen.render.pages.documents import document
from sitegen.render.theme.faults import TemplateError

TWINS = """\
-- content/{a}.md --
---
title: {title}
date: {date}
---
{text}
"""


def twin(a, *, title="T", date="2026-11-01", text="The same text."):
    return TWINS.replace("{a}", a).replace("{title}", title).replace("{date}", date).replace("{text}", text)


def heads(site, *paths):
    found = [
        re.search(r"<title>(.*?)</title>.*?<meta name=\"description\" content=\"(.*?)\"", site.html(path), re.DOTALL)
        for path in paths
    ]
    return [(match[1], match[2]) for match in found]


def test_every_kind_of_page_is_made(desk):
    html = {path: desk.html(path) for path in desk.pages if path.endswith(".html")}

    assert [] == [path for path, text in html.items() if not text.startswith("<!doctype html>")]
    assert [] == [problem.message for path in html for problem in desk.artifact(path).diagnostics]


def test_no_two_pages_share_title_or_description(desk):
    paths = [
        path
        for path in desk.pages
        if path.endswith(".html") and desk.pages[path].kind not in ("redirect", "404", "search")
    ]
    found = heads(desk, *paths)

    assert len(paths) == len({title for title, _ in found})
    assert len(paths) == len({description for _, description in found})


def test_articles_of_one_title_are_told_apart_by_date_and_where_that_fails_by_id(publish):
    site = publish(twin("a", date="2026-11-01") + twin("b", date="2026-11-02") + twin("x/c", date="2026-11-02"))

    assert [
        "T (November 1, 2026) – The Weights",
        "T (November 2, 2026, b) – The Weights",
        "T (November 2, 2026, x/c) – The Weights",
    ] == [title for title, _ in heads(site, "a/index.html", "b/index.html", "x/c/index.html")]


def test_articles_that_begin_alike_are_described_with_their_title(publish):
    site = publish(twin("a", title="One") + twin("b", title="Two"))

    assert ["One: The same text.", "Two: The same text."] == [
        description for _, description in heads(site, "a/index.html", "b/index.html")
    ]


def test_an_article_may_choose_its_template(publish):
    site = publish(
        "-- templates/long-read.html --\n{{ article.title }}!{{ page.kind }}\n"
        "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\ntemplate: long-read\n---\nText.\n"
    )

    assert "A!article" == site.html("a/index.html")
    assert ("template", "long-read.html") in site.asked("a/index.html")


def test_an_article_may_stand_elsewhere_first(publish):
    site = publish(
        "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\ncanonical: https://first.example/a\n---\nText.\n"
    )

    assert '<link rel="canonical" href="https://first.example/a">' in site.html("a/index.html")


def test_an_alias_leads_on(desk):
    html = desk.html("old/third/index.html")

    assert '<link rel="canonical" href="https://news.example/repo/articles/third/">' in html
    assert '<meta http-equiv="refresh" content="0; url=/repo/articles/third/">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<a href="/repo/articles/third/">' in html


def test_an_extension_makes_pages_of_its_own(publish):
    site = publish(
        "-- templates/press.html --\n{{ page.heading }} {{ card.title }} {{ subject }} {{ 'a'|loud }}\n" + twin("a"),
        extensions=(Extension("x", filters={"loud": str.upper}),),
    )
    page = Page("press/index.html", "/press/", "template:press.html", "a")

    assert "T T a A" == site.render(page, site.view()).data.decode()


def test_a_page_about_nothing_is_an_error(publish):
    site = publish(twin("a"))

    with pytest.raises(TemplateError, match="is not part of the site"):
        document(Page("x/index.html", "/x/", "article", "nope"), site.view(), site.press)


def test_an_article_page_asks_for_no_count_and_no_list(desk):
    kinds = {question[0] for question in desk.asked(OPEN)}

    assert not {"ids", "terms", "term", "feeds", "listings", "rows", "hidden"} & kinds


def test_a_broken_template_gives_no_bytes_and_an_error(publish):
    site = publish("-- templates/article.html --\n{{ nope }}\n" + twin("a"))

    artifact = site.artifact("a/index.html")

    assert (b"", ["render/template-error"]) == (artifact.data, [problem.code for problem in artifact.diagnostics])


INCLUDED = """\
-- templates/partials/footer.html --
{% include "partials/b.html" %}
-- templates/partials/b.html --
<p>
{% include "partials/a.html" %}
-- templates/partials/a.html --
{% include "partials/b.html" %}
"""

EXTENDED = """\
-- templates/home.html --
{% extends "front.html" %}
-- templates/front.html --
{% extends "home.html" %}
"""


@pytest.mark.parametrize(
    ("files", "one", "other"),
    [
        (INCLUDED, "templates/partials/a.html", "templates/partials/b.html"),
        (EXTENDED, "templates/front.html", "templates/home.html"),
    ],
)
def test_templates_that_lead_to_each_other_are_told_once(tmp_path, files, one, other):
    bench = SiteBench(tmp_path, files + twin("a", title="A", date="2026-11-01")).build()

    told = f"{one}:1: error: this leads to itself without end: {one} → {other} → {one} [render/template-error]"
    assert told == bench.said.partition(" (")[0].strip()


def test_a_template_that_is_missing_is_told_where_it_is_asked_for(tmp_path):
    archive = """\
-- sitegen.toml --
extensions = ["desk.py"]
-- desk.py --
from sitegen import Extension, Page

def pages(site):
    return (Page("terms/index.html", "/terms/", "template:terms.html"),)

extension = Extension(name="desk", routers=(pages,))
-- content/a.md --
---
title: A
date: 2026-11-01
template: longread
---
Text.
"""
    missing = "no rung of the theme has a template"

    said = SiteBench(tmp_path, archive).build().said.splitlines()

    assert [
        f'content/a.md:4:1: error: {missing} "longread.html", which the page /a/ asks for [render/no-template]',
        f'templates/terms.html: error: {missing} "terms.html", which the page /terms/ asks for [render/no-template]',
    ] == [line.partition(" (")[0] for line in said]


def test_a_page_whose_own_template_fails_has_the_usual_one_in_a_build_that_keeps_going(tmp_path):
    bench = SiteBench(tmp_path / "site", twin("a").replace("title: T\n", "title: T\ntemplate: longread\n"))

    bench.build(keep_going=True)

    assert (["render/no-template"], True) == (bench.codes, "a/index.html" in bench.output())

    bench.write("templates/longread.html", "{{ nobody }}").build(keep_going=True)

    assert (["render/template-error"], True) == (bench.codes, "a/index.html" in bench.output())
    assert [] == against_clean(bench, keep_going=True)
