"""`sitegen check` says what a build would say, and writes nothing."""

import json

import pytest
from tests.kit.host import host
from tests.kit.site import SiteBench

from sitegen.pipeline.commands.outside import Outside

SITE = """\
-- sitegen.toml --
[site]
title = "The Weights"
url = "https://news.example/"
author = "News Desk"

[related]
count = 0
-- content/a.md --
---
title: Glacier
date: 2026-11-01
description: D
---
See [b](b.md).
-- content/b.md --
---
title: Other
date: 2026-11-02
description: D
---
Nothing [there](gone.md).
"""


@pytest.fixture
def site(tmp_path):
    """Two articles with a dead link, of which nothing leads to the first."""
    return SiteBench(tmp_path / "site", SITE)


def test_warnings_and_orphans_are_told_and_nothing_is_written(sitegen, site):
    ran = sitegen("check", "--now", "2026-12-01", cwd=site.root)

    assert (0, "Checked 2 articles · 0 errors · 2 warnings\n") == (ran.code, ran.out)
    assert "content/a.md: warning: no other article links to this one or suggests it [check/orphan]" in ran.err
    assert "content/b.md:6:17: warning:" in ran.err
    assert not (site.root / "output").exists()


def test_a_built_site_is_left_as_it_is_and_checked_all_the_same(sitegen, site):
    before = site.build().output()
    site.edit("content/b.md", "Other", "Another")
    checked = sitegen("check", "--now", "2026-12-01", cwd=site.root).err

    assert before == site.output()
    assert "check/orphan" in checked
    assert "render/dead-link" in checked
    assert "<title>Another" in site.build().read("b/index.html")
    assert "check/orphan" not in site.codes


@pytest.mark.parametrize("arguments", [("--strict",), ()])
def test_the_exit_code_is_that_of_a_build(sitegen, site, arguments):
    if not arguments:
        site.edit("content/a.md", "2026-11-01", "2026-31-01")

    assert 1 == sitegen("check", *arguments, "--now", "2026-12-01", cwd=site.root).code
    assert 1 == sitegen("build", *arguments, "--now", "2026-12-01", cwd=site.root).code


def test_findings_as_json(sitegen, site):
    found = json.loads(sitegen("check", "--format", "json", "--now", "2026-12-01", cwd=site.root).out)

    assert (0, 2) == (found["errors"], found["warnings"])
    assert ["check/orphan", "render/dead-link"] == [one["code"] for one in found["diagnostics"]]


def test_links_to_other_sites_are_followed_when_that_is_asked_for(sitegen, site):
    with host() as there:
        site.write("content/c.md", "---\ntitle: C\ndate: 2026-11-03\ndescription: D\n---\nSee [a], [b] and [c].\n\n")
        links = "".join(
            f"[{name}]: {there.url}/{path}\n" for name, path in zip("abc", ("good", "gone", "members"), strict=True)
        )
        site.edit("content/c.md", "[c].\n", f"[c].\n\n{links}")
        ran, alone = sitegen("check", "--external", cwd=site.root), sitegen("check", cwd=site.root)

    assert (0, 0) == (ran.code, alone.code)
    assert (
        f'content/c.md:9:6: warning: "{there.url}/gone" leads nowhere: it answers 404 Not Found [check/dead-link]'
        in ran.err
    )
    assert f"not known: {there.url}/members (it answers 403 Forbidden)" in ran.err
    assert "Checked 3 articles, 3 links to other sites · 0 errors" in ran.out
    assert "dead-link" not in alone.err.replace("render/dead-link", "")
    assert 5 == len(there.asked)  # by the first run alone


def test_dead_links_elsewhere_are_told_beside_mistakes_and_programs_learn_what_is_not_known(sitegen, site):
    with host() as there:
        site.edit("content/a.md", "[b](b.md)", f"[b](b.md), [c]({there.url}/gone), [d]({there.url}/members)")
        strict = sitegen("check", "--external", "--strict", "--format", "json", cwd=site.root)
        quiet = sitegen("check", "--external", "--quiet", cwd=site.root)

    told = json.loads(strict.out)
    assert (1, 0, "") == (strict.code, quiet.code, quiet.err)
    assert [{"url": f"{there.url}/members", "fault": "it answers 403 Forbidden"}] == told["unclear"]
    assert {"check/dead-link", "render/dead-link"} <= {found["code"] for found in told["diagnostics"]}


@pytest.mark.parametrize(("form", "lines"), [("text", 21), ("short", 24)])
def test_on_a_terminal_hosts_that_refuse_to_say_are_told_by_their_number(sitegen, site, monkeypatch, form, lines):
    unclear = tuple((f"https://{number}.test/", "timed out") for number in range(24))
    monkeypatch.setattr("sitegen.pipeline.commands.outside.look_outside", lambda *_: Outside(24, (), unclear))
    monkeypatch.setattr("sitegen.cli.check.terminal", lambda _: True)
    ran = sitegen("check", "--external", "--format", form, cwd=site.root).err

    told = [line for line in ran.splitlines() if line.startswith("not known: ")]
    assert lines == len(told)
    assert "not known: https://0.test/ (timed out)" == told[0]
    assert (form == "text") == told[-1].startswith("not known: 4 more, ")
