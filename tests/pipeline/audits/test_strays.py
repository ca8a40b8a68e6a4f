"""A template that no page uses and that is nearly called like another is named by `check`."""

import pytest
from tests.kit.site import NOW

from sitegen.model.config import Flags
from sitegen.pipeline import check

ARTICLE = "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\ndescription: D\n{}---\nText.\n"
THEME = '-- sitegen.toml --\ntheme = "own"\n-- themes/own/templates/promo.html --\nBuy.\n'


def found(bench, archive, front=""):
    """Return where `check` names a template, and the hint."""
    site = bench(ARTICLE.format(front) + archive)
    report = check(site.root, Flags(now=NOW, workers=1))
    assert report.diagnostics == check(site.build().root, Flags(now=NOW, workers=1)).diagnostics  # warm as well
    return [(told.span.path, told.hint) for told in report.diagnostics if told.code == "check/unused-template"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("artical.html", "article.html"),
        ("partials/bylne.html", "partials/byline.html"),
        ("article.htm", "article.html"),
        ("artical.html.j2", "article.html"),
        ("partials/byline.liquid", "partials/byline.html"),
        ("partial/card.html", "partials/card.html"),
    ],
)
def test_a_slip_in_the_name_of_an_override_is_told(bench, name, meant):
    told = found(bench, f"-- templates/{name} --\nText.\n")

    assert [(f"templates/{name}", f'did you mean "{meant}"? else delete it')] == told


def test_a_template_of_the_theme_may_be_meant(bench):
    told = found(
        bench, THEME + "-- templates/prmo.html --\nBuy.\n-- templates/base.html --\n{% include 'promo.html' %}\n"
    )

    assert [("templates/prmo.html", 'did you mean "promo.html"? else delete it')] == told


@pytest.mark.parametrize(
    ("archive", "front"),
    [
        ("-- templates/artical.html --\n{% extends 'article.html' %}\n", "template: artical\n"),
        ("-- templates/artical.html --\n{% extends 'article.html' %}\n", "template: artical.html\n"),
        ("-- templates/artical.html --\n{% extends 'article.html' %}\n", "template: artical\ndraft: true\n"),
        ("-- templates/partials/bylne.html --\n-- templates/page.html --\n{% include 'partials/bylne.html' %}\n", ""),
        ("-- templates/article.html --\n{% extends 'article.html' %}\n", ""),
        ("-- templates/longread.html --\nText.\n", ""),
        ("-- templates/artical.html --\n-- templates/page.html --\n{% include page.kind %}\n", ""),
        (THEME, ""),
    ],
)
def test_what_is_used_or_like_no_other_is_not(bench, archive, front):
    assert [] == found(bench, archive, front)


def test_a_template_that_the_last_build_used_is_told_as_any_other(bench):
    site = bench(ARTICLE.format("template: artical\n") + "-- templates/artical.html --\n{% extends 'article.html' %}\n")
    site.build().write("content/a.md", ARTICLE.format("").partition("\n")[2])

    report = check(site.root, Flags(now=NOW, workers=1))

    assert ["check/unused-template"] == [told.code for told in report.diagnostics]
