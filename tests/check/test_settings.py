import pytest
from tests.kit.published import Published

from sitegen.base.diagnostics import Span, problem
from sitegen.check import check, placed

SITE = """\
-- sitegen.toml --
[site]
title = "N"
url = "https://n.example/repo/"
{settings}
-- content/pages/about.md --
---
title: About
---
Text.
-- content/articles/a.md --
---
title: A
date: 2026-11-01
tags: [Open weights]
aliases: [/old/]
---
Text.
-- content/logo.png --
x
-- static/root/CNAME --
n.example
"""


@pytest.fixture
def found(tmp_path):
    def look(settings):
        site = Published(tmp_path, SITE.replace("{settings}", settings))
        return check(site.routes, site.config)

    return look


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/about/",
        "/about",
        "/about/#team",
        "/tags/open-weights/",
        "/tags/",
        "/feed.xml",
        "/archive/2026/",
        "/old/",
        "/feeds/",
        "https://x.example/",
        "mailto:a@n.example",
        "/logo.png",
        "/api/tags.json",
        "/llms-full.txt",
        "/404.html",
        "/articles/a/?x=1",
    ],
)
def test_what_is_there_is_not_complained_about(found, address):
    assert () == found(f'menu = [{{title = "X", url = "{address}"}}]')


def test_a_dead_link_of_a_menu_is_told_at_its_line(found):
    (problem,) = found('menu = [\n  {title = "A", url = "/about/"},\n  {title = "B", url = "/abuot/"},\n]')

    assert ("check/dead-setting", 'the menu leads to "/abuot/", which is not there', 'did you mean "/about/"?') == (
        problem.code,
        problem.message,
        problem.hint,
    )
    assert ("sitegen.toml", 6, 23, 9) == (problem.span.path, problem.span.line, problem.span.column, problem.span.width)


def test_policies_and_images_are_checked_as_well(found):
    problems = found(
        'logo = "/lgoo.png"\nimage = "https://cdn.example/x.png"\n[site.policies]\ncorrections = "/corrections/"\n'
    )

    assert ['"site.logo"', '"site.policies.corrections"'] == sorted(
        problem.message.partition(" ")[0] for problem in problems
    )


def test_a_redirect_that_leads_nowhere_is_told(found):
    (problem,) = found('[redirects]\n"/category/open/" = "/tags/open/"')

    assert ('"redirects" leads to "/tags/open/", which is not there', 5) == (problem.message, problem.span.line)


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("/abuot/", ['"machines.security_contact" leads to "/abuot/", which is not there']),
        ("/about/", []),
        ("mailto:desk@n.example", []),
        ("desk@n.example", []),
    ],
)
def test_a_contact_that_leads_nowhere_is_told(found, contact, told):
    assert told == [
        problem.message
        for problem in found(f'[machines]\nsecurity_expires = "2099-01-01"\nsecurity_contact = "{contact}"')
    ]


@pytest.mark.parametrize(
    ("until", "told"),
    [
        ("", [("check/security", 5, "security.txt does not say until when it holds, so nobody may rely on it")]),
        ("2020-01-31", [("check/security", 6, "security.txt has not held since 2020-01-31")]),
        ("2099-01-31", []),
    ],
)
def test_a_contact_holds_until_a_day_to_come(found, until, told):
    problems = found(f'[machines]\nsecurity_contact = "desk@n.example"\nsecurity_expires = "{until}"')

    assert told == [(problem.code, problem.span.line, problem.message) for problem in problems]


def test_a_licence_that_no_machine_understands_is_told_at_its_line(found):
    (told,) = found('license = "All rights reserved"')

    assert ("render/unknown-license", 4, 11, 21) == (told.code, told.span.line, told.span.column, told.span.width)
    assert () == found('license = "CC-BY-4.0"') == found('license = "https://n.example/licence"')


def test_what_is_said_of_the_configuration_as_a_whole_stands_at_the_last_word_that_it_quotes(tmp_path):
    settings = '[sections.polciy]\ntitle = "Open weights"\n[[feeds.query]]\nname = "x"\ntags = ["open weihgts"]'
    site = Published(tmp_path, SITE.replace("{settings}", settings))
    told = [
        problem("link/near-name", 'an "x" is not "polciy"', Span("sitegen.toml")),
        problem("link/unknown-name", 'feed "x" asks for "open weihgts"', Span("sitegen.toml")),
        problem("link/unknown-name", 'feed "y"', Span("sitegen.toml")),
        problem("link/near-name", 'an "x"', Span("content/a.md", 3)),
    ]

    places = [(one.span.line, one.span.column, one.span.width) for one in placed(told, site.config)]
    assert [(4, 11, 6), (8, 9, 14), (0, 0, 1), (3, 0, 1)] == places
