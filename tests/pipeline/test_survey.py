"""The disk and the command, against what the last finished build saw."""

import os
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.kit.nouns import config
from tests.kit.site import NOW, SiteBench

from sitegen.configure import configure
from sitegen.engine.store import open_store
from sitegen.model.config import Flags, SiteSettings, TermSettings
from sitegen.pipeline.session import Session
from sitegen.pipeline.survey import Survey, page_settings, remember, survey

SITE = """\
-- content/a.md --
---
title: A
date: 2026-11-01
---
Text.
-- ext.py --
-- sitegen.toml --
extensions = ["ext.py"]

[site]
title = "The Weights"
"""


@pytest.fixture
def site(tmp_path: Path) -> SiteBench:
    """A site."""
    return SiteBench(tmp_path / "site", SITE)


def looked(site: SiteBench, *, finished: bool = False, until: Any = None, **flags: Any) -> Survey:
    """Look at the site; where the build finishes, what it saw is remembered."""
    conf = configure(site.root, Flags(**{"now": NOW, **flags}))
    with closing(open_store(site.root / ".sitegen/build.sqlite", "1")) as store:
        found = survey(conf, store, Session())
        if finished:
            remember(found, conf, store, Session(), until)
            store.commit()
        return found


def names(found: Survey) -> list[str]:
    """Return the names of the files that changed."""
    return [Path(path).name for path in found.changed]


def test_at_first_everything_is_new(site: SiteBench) -> None:
    found = looked(site)

    assert {"a.md", "ext.py", "sitegen.toml", "base.html"} <= set(names(found))
    assert (True, False, False) == (found.moved, found.same_settings, found.same_visible)


def test_then_nothing_differs(site: SiteBench) -> None:
    looked(site, finished=True)

    assert looked(site).quiet


def test_a_build_that_did_not_finish_is_forgotten(site: SiteBench) -> None:
    looked(site, finished=True)
    site.edit("content/a.md", "Text", "Other")
    looked(site)

    assert ["a.md"] == names(looked(site))


@pytest.mark.parametrize(
    ("edit", "changed", "moved"),
    [
        (lambda site: site.edit("content/a.md", "Text", "Other"), ["a.md"], False),
        (lambda site: site.write("ext.py", "# other"), ["ext.py"], False),
        (lambda site: site.write("sitegen.toml", "# other\n" + SITE.partition("-- sitegen.toml --\n")[2]), ["sitegen.toml"], False),
        (lambda site: site.write("templates/x.html", ""), ["x.html"], True),
        (lambda site: site.write("themes/y/theme.toml", ""), ["theme.toml"], True),
        (lambda site: site.write("static/z.css", ""), ["z.css"], True),
        (lambda site: site.delete("content/a.md"), [], True),
        (lambda site: site.rename("content/a.md", "content/b.md"), ["b.md"], True),
        (lambda site: os.utime(site.root / "content/a.md"), [], False),
        (lambda site: site.write("content/.a.md.swp", "unsaved"), [], False),
        (lambda site: site.write("notes.txt", "of nobody's business"), [], False),
    ],
)  # fmt: skip
def test_what_differs_is_named(
    site: SiteBench, edit: Callable[[SiteBench], object], changed: list[str], moved: bool
) -> None:
    looked(site, finished=True)
    edit(site)
    found = looked(site)

    assert (changed, moved) == (names(found), found.moved)


@pytest.mark.parametrize(
    ("flags", "settings", "shape"),
    [
        ({}, True, True),
        ({"strict": True}, True, True),
        ({"workers": 2}, True, True),
        ({"out": Path("elsewhere")}, True, True),
        ({"base_url": "https://other.example/"}, False, True),
        ({"drafts": True}, True, False),
        ({"future": True}, True, False),
        ({"keep_going": True}, True, False),
        ({"now": NOW - timedelta(seconds=1)}, True, False),
        ({"now": NOW + timedelta(days=1)}, True, True),
        ({"now": NOW + timedelta(days=2)}, True, False),
    ],
)
def test_flags_and_the_clock(site: SiteBench, flags: dict[str, Any], settings: bool, shape: bool) -> None:
    """The site changes two days after the last finished build."""
    looked(site, finished=True, until=NOW + timedelta(days=2))
    found = looked(site, **flags)

    assert (settings, shape) == (found.same_settings, found.same_visible)


def test_settings_are_the_same_in_any_order_and_on_any_machine() -> None:
    sections = {"a": TermSettings(title="A"), "b": TermSettings(title="B")}
    here = config(sections=sections)
    there = config(
        sections=dict(reversed(sections.items())), root=Path("/there"), out=Path("/out"), file="pyproject.toml"
    )

    assert page_settings(here) == page_settings(there)
    assert page_settings(here) != page_settings(config(sections=sections, site=SiteSettings(title="Other")))
