"""An article that nothing leads to is named."""

from sitegen.pipeline import check

SETTINGS = """
-- sitegen.toml --
[site]
title = "T"
url = "https://news.example/"
author = "Desk"
[related]
exclude_tags = ["alone"]
"""


def texts(**texts):
    """Return a site with an article for each text, none of which is suggested to readers."""
    return SETTINGS + "".join(
        f"-- content/{name}.md --\n---\ntitle: {name}\ndate: 2026-11-01\ndescription: D\ntags: [alone]\n---\n{text}\n"
        for name, text in texts.items()
    )


def lost(bench, archive):
    """Return the paths of the articles that `check` names."""
    from tests.kit.site import NOW

    from sitegen.model.config import Flags

    report = check(bench(archive).root, Flags(now=NOW, workers=1))
    return [found.span.path.removeprefix("content/") for found in report.diagnostics if found.code == "check/orphan"]


def test_links_of_every_kind_lead_to_an_article(bench):
    question = "::: faq\n### Why?\n[d](d.md#x)\n:::"
    site = texts(a="[b](b.md)", b="[c](/c/)", c=question, d="[e](../e/)", e="<https://news.example/f/>", f="None.")

    assert ["a.md"] == lost(bench, site)


def test_who_links_to_itself_only_is_lost(bench):
    assert ["a.md", "b.md"] == lost(bench, texts(a="[me](a.md)", b="None."))


def test_suggestions_and_pins_lead_to_an_article(bench):
    apart = texts(glacier="It melts.", ice="Rivers rise.\n\nThe glacier.", other="Nothing.")
    pinned = apart.replace("title: ice\n", "title: ice\nrelated: [other]\n")
    related = apart.replace("tags: [alone]\n", "")

    assert [["glacier.md", "ice.md"], []] == [lost(bench, pinned), lost(bench, related)]


def test_a_series_leads_to_its_parts(bench):
    site = texts(a="One.", b="Two.").replace("tags:", "series: S\ntags:")

    assert [] == lost(bench, site)


def test_the_only_article_is_not_lost(bench):
    assert [] == lost(bench, texts(a="None."))


def test_a_title_in_two_brackets_leads_to_an_article(bench):
    assert ["a.md"] == lost(bench, texts(a="See [[b|the next]] and [[c|the last]].", b="None.", c="None."))
