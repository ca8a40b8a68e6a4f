"""An address that a template of the site writes out and that leads nowhere is told at the template's line."""

import pytest
from tests.kit.site import SiteBench

SITE = """\
-- sitegen.toml --
[site]
title = "N"
url = "https://n.example{base}"
-- content/articles/a.md --
---
title: A
description: A.
date: 2026-11-01
---
Text.
-- content/logo.svg --
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>
-- templates/partials/footer.html --
{{% extends "partials/footer.html" %}}
{{% block colophon %}}
{footer}
{{% endblock %}}
"""


def told(root, footer, base="/"):
    site = SiteBench(root, SITE.format(footer=footer, base=base)).build()
    return [(f"{one.span.path}:{one.span.line}:{one.span.column}", one.message, one.hint) for one in site.diagnostics]


def test_a_link_that_leads_nowhere_is_told_once_for_all_pages(tmp_path):
    place = "templates/partials/footer.html:3:10"

    assert [(place, '"/article/a/" leads nowhere', 'did you mean "/articles/a/"?')] == told(
        tmp_path, '<a href="/article/a/">A</a>'
    )


@pytest.mark.parametrize(
    "footer",
    [
        '<a href="/articles/a/">A</a> <a href="/articles/a">A</a> <a href=\'/feed.xml?x=1#y\'>F</a> <img src="/logo.svg" alt="">',
        '<a href="{{ site.base }}articles/a/">A</a> <a href="{{ site.base }}">Home</a>',
        '<a href="https://x.example/">X</a> <a href="//x.example/x">X</a> <a href="x/">X</a> <a href="#x">X</a>',
        '<a href="/x/{{ site.title }}">X</a> <a href="{{ site.archive_href }}/x">X</a> <p data-href="/x/">X</p>',
        '{# <a href="/x/">X</a> #}<!-- <a href="/x/">X</a> -->',
    ],
)
def test_what_is_there_or_nobody_can_know_is_not_complained_about(tmp_path, footer):
    assert [] == told(tmp_path, footer)


def test_a_link_out_of_the_folder_of_the_site_to_what_the_site_has_is_told(tmp_path):
    footer = '<a href="/articles/a/">A</a> <a href="/repo/articles/a/">A</a> <a href="/elsewhere/">E</a>'

    message = '"/articles/a/" leads out of the folder in which the site stands'
    assert [("templates/partials/footer.html:3:10", message, "write {{ site.base }}articles/a/")] == told(
        tmp_path, footer, base="/repo/"
    )


def test_a_link_is_dead_as_soon_as_what_it_leads_to_has_gone(tmp_path):
    site = SiteBench(tmp_path, SITE.format(footer='<a href="/articles/b/">B</a>', base="/")).build()
    before = site.diagnostics
    site.write("content/articles/b.md", "---\ntitle: B\ndescription: B.\ndate: 2026-11-02\n---\nText.\n").build()

    assert (1, ()) == (len(before), site.diagnostics)
