"""The short way: what takes it ends in the bytes and the words of a clean build; what could not, does not take it."""

import io
import random
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.kit.compare import against_clean
from tests.kit.site import SiteBench

pytestmark = pytest.mark.slow

# Without suggestions, so that only what is edited can differ.
CONFIGURATION = """\
[site]
title = "The Weights"
url = "https://news.example/"

[related]
count = 0
"""

Quick = Callable[..., bool]


def article(title: str, text: str = "", **front: str) -> str:
    """Return an article whose title and first paragraph no other has."""
    keys = {"title": title, "date": "2026-11-20", **front}
    head = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\n{head}---\n\nHere {title} speaks.\n\n{text}\n"


@pytest.fixture
def site(tmp_path: Path) -> SiteBench:
    """Three articles, two of which link to each other's headings."""
    bench = SiteBench(tmp_path / "edited").write("sitegen.toml", CONFIGURATION)
    bench.write("content/a.md", article("Alpha", "## One\n\nSee [Beta](b.md#two).", tags="[models]"))
    bench.write("content/b.md", article("Beta", "## Two\n\nSee [Alpha](a.md#one).", tags="[models, law]"))
    return bench.write("content/c.md", article("Gamma", section="analysis"))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Quick:
    """Return what builds a site and tells whether that went the short way."""
    module = import_module("sitegen.pipeline.shortcuts.touch")
    touch = module.touch
    taken: list[bool] = []

    def watched(*arguments: Any) -> Any:
        report = touch(*arguments)
        taken.append(report is not None)
        return report

    monkeypatch.setattr(module, "touch", watched)

    def run(bench: SiteBench, **flags: Any) -> bool:
        taken.clear()
        bench.build(**flags)
        return taken == [True]

    return run


FRONT = "tags: [models]\n---"
SAY_NOTHING_OF_OTHERS = {
    "text": ("Here Alpha speaks", "Here Alpha writes"),
    "text, longer by minutes": ("See [", "word " * 900 + "See ["),
    "title": ("title: Alpha", "title: Aleph"),
    "heading that another links to": ("## One", "## Eins"),
    "heading, added": ("## One", "## Zero\n\n## One"),
    "callout": ("See [", "> [!NOTE]\n> Look.\n\nSee ["),
    "link to an anchor that is not there": ("b.md#two", "b.md#three"),
    "code": ("See [", "```python\nprint(1)\n```\n\nSee ["),
}
ASK_WHAT_NO_PAGE_ASKED = {
    "questions": ("See [", "## FAQ\n\n### Why?\n\nBecause.\n\n## More\n\nSee ["),
    "dead link": ("See [", "See [this](gone.md) and ["),
    "dead link, far below": ("See [", "\n\n\n\nSee [this](gone.md) and ["),
    "link to an article": ("See [", "See [Gamma](c.md) and ["),
}
MOVE_SOMETHING = {
    "date": ("date: 2026-11-20", "date: 2026-11-19"),
    "tags": ("tags: [models]", "tags: [models, law]"),
    "section": (FRONT, "tags: [models]\nsection: news\n---"),
    "order of keys": ("title: Alpha\ndate: 2026-11-20\n", "date: 2026-11-20\ntitle: Alpha\n"),
    "description": (FRONT, "tags: [models]\ndescription: What Alpha says.\n---"),
    "lead": (FRONT, "tags: [models]\nfeatured: true\n---"),
    "address": (FRONT, "tags: [models]\nslug: aleph\n---"),
    "draft": (FRONT, "tags: [models]\ndraft: true\n---"),
    "template": (FRONT, "tags: [models]\ntemplate: page.html\n---"),
    "template that is not there": (FRONT, "tags: [models]\ntemplate: none.html\n---"),
    "key that nobody knows": (FRONT, "tags: [models]\nmood: fine\n---"),
    "pin": (FRONT, "tags: [models]\nrelated: [c]\n---"),
    "mistake": (FRONT, "tags: [models]\ndate: 2026-02-30\n---"),
    "text that another has, so that their descriptions are alike": ("Here Alpha speaks", "Here Gamma speaks"),
    "title that another has": ("title: Alpha", "title: Gamma"),
    "title that a section has": ("title: Alpha", "title: Analysis"),
    "no words, as there are none of the section": ("Here Alpha speaks.\n\n## One\n\nSee [Beta](b.md#two).", "## One"),
}


@pytest.mark.parametrize("name", SAY_NOTHING_OF_OTHERS)
def test_an_edit_that_moves_nothing_goes_the_short_way(site: SiteBench, quick: Quick, name: str) -> None:
    quick(site)
    went = quick(site.edit("content/a.md", *SAY_NOTHING_OF_OTHERS[name]))

    assert (True, []) == (went, against_clean(site))


@pytest.mark.parametrize("name", [*MOVE_SOMETHING, *ASK_WHAT_NO_PAGE_ASKED])
def test_any_other_edit_goes_the_whole_way(site: SiteBench, quick: Quick, name: str) -> None:
    quick(site)
    went = quick(site.edit("content/a.md", *(MOVE_SOMETHING | ASK_WHAT_NO_PAGE_ASKED)[name]))

    assert (False, []) == (went, against_clean(site))


LONG = "image: {src: chart.png, alt: Old}\ncorrections: [{date: 2026-11-21, text: Old}]\ntoc: true\nmood: old\n---"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("text: Old", "text: New"),
        ("alt: Old", "alt: New"),
        ("toc: true", "toc: false"),
        ("mood: old", "mood: new"),
    ],
)
def test_front_matter_that_says_something_of_the_article_alone_goes_the_short_way(
    site: SiteBench, quick: Quick, old: str, new: str
) -> None:
    site.write("content/chart.png", picture(1)).edit("content/a.md", FRONT, f"tags: [models]\n{LONG}")
    quick(site)
    went = quick(site.edit("content/a.md", old, new))

    assert (True, []) == (went, against_clean(site))


def test_another_lead_image_is_cropped_although_it_was_shown_before(site: SiteBench, quick: Quick) -> None:
    """Crops are outputs that only a lead image has."""
    site.write("content/one.png", picture(1)).write("content/two.png", picture(2))
    site.edit("content/a.md", FRONT, "tags: [models]\nimage: one.png\n---")
    site.edit("content/b.md", "See [", "![Two](two.png)\n\nSee [")
    quick(site)
    quick(site.edit("content/a.md", "one.png", "two.png"))

    assert [] == against_clean(site)


def test_a_title_that_another_article_pins_is_not_changed_unnoticed(site: SiteBench, quick: Quick) -> None:
    """The pin leads nowhere then, or somewhere else."""
    site.edit("content/c.md", "section: analysis", "related: [Alpha]")
    quick(site)
    quick(site.edit("content/a.md", "title: Alpha", "title: Aleph"))

    assert (["link/unknown-article"], []) == (site.codes, against_clean(site))

    quick(site.edit("content/b.md", "title: Beta", "title: Alpha"))

    assert ([], []) == (site.codes, against_clean(site))


def test_both_sides_of_a_link_may_be_edited_at_once(site: SiteBench, quick: Quick) -> None:
    quick(site)
    went = quick(site.edit("content/a.md", "## One", "## Eins").edit("content/b.md", "## Two", "## Zwei"))

    assert (True, ["render/dead-anchor"] * 2, []) == (went, site.codes, against_clean(site))

    went = quick(site.edit("content/a.md", "#two", "#zwei").edit("content/b.md", "#one", "#eins"))

    assert (True, [], []) == (went, site.codes, against_clean(site))


def test_titles_may_be_exchanged(site: SiteBench, quick: Quick) -> None:
    quick(site)
    quick(site.edit("content/a.md", "title: Alpha", "title: Beta").edit("content/b.md", "title: Beta", "title: Alpha"))

    assert [] == against_clean(site)


def test_what_a_failed_build_read_is_forgotten_where_it_was_taken_back(site: SiteBench, quick: Quick) -> None:
    """The text of Alpha that a failed build read must not come out when Beta is edited."""
    quick(site)
    site.edit("content/a.md", "Here Alpha speaks", "Here Alpha errs").write("content/bad.md", "---\ntitle: [\n---\n")
    quick(site)
    assert site.failed
    site.edit("content/a.md", "Here Alpha errs", "Here Alpha speaks").delete("content/bad.md")
    quick(site.edit("content/b.md", "Here Beta speaks", "Here Beta writes"))

    assert [] == against_clean(site)


def test_an_article_that_was_unsound_meanwhile_is_what_it_was(site: SiteBench, quick: Quick) -> None:
    quick(site)
    quick(site.edit("content/a.md", "date: 2026-11-20", "date: 2026-02-30"))
    assert site.failed
    site.edit("content/a.md", "date: 2026-02-30", "date: 2026-11-20")
    went = quick(site.edit("content/b.md", "Here Beta speaks", "Here Beta writes"))

    assert (False, []) == (site.failed, against_clean(site)), went


def test_what_is_too_bad_for_a_strict_build_is_built_when_it_is_not_strict(site: SiteBench, quick: Quick) -> None:
    quick(site)
    before = site.output()
    quick(site.edit("content/a.md", "b.md#two", "gone.md"), strict=True)

    assert (True, None, before, []) == (site.failed, site.report, site.output(), against_clean(site, strict=True))

    quick(site.edit("content/b.md", "Here Beta speaks", "Here Beta writes"))

    assert (["render/dead-link"], []) == (site.codes, against_clean(site))


def test_a_page_that_could_not_be_made_is_told_of_after_the_next_edit(site: SiteBench, quick: Quick) -> None:
    """With `--keep-going` it is left out of the site, and out of what is remembered."""
    site.write("templates/tag.html", '{% extends "tag.html" %}{% block title %}{{ nobody.x }}{% endblock %}')
    quick(site, keep_going=True)
    quick(site.edit("content/c.md", "Here Gamma speaks", "Here Gamma writes"), keep_going=True)

    assert (["render/template-error"], []) == (site.codes, against_clean(site, keep_going=True))


def test_an_unsound_article_is_told_of_after_the_next_edit(site: SiteBench, quick: Quick) -> None:
    site.write("content/bad.md", "---\ntitle: [\n---\n")
    quick(site, keep_going=True)
    quick(site.edit("content/c.md", "Here Gamma speaks", "Here Gamma writes"), keep_going=True)

    assert (True, []) == (site.failed, against_clean(site, keep_going=True))


def test_a_lost_page_is_made_again_beside_the_edit(site: SiteBench, quick: Quick) -> None:
    quick(site)
    went = quick(site.delete("output/b/index.html").edit("content/c.md", "Here Gamma speaks", "Here Gamma writes"))

    assert (False, []) == (went, against_clean(site))


def test_an_edit_and_its_undoing_end_where_they_began(site: SiteBench, quick: Quick) -> None:
    quick(site)
    before = site.output()
    quick(site.edit("content/a.md", "Here Alpha speaks", "Here Alpha writes"))
    went = quick(site.edit("content/a.md", "Here Alpha writes", "Here Alpha speaks"))

    assert (True, before, []) == (went, site.output(), against_clean(site))


def test_pages_that_need_not_be_made_keep_their_time_stamps(site: SiteBench, quick: Quick) -> None:
    quick(site)
    file = site.root / "output/c/index.html"
    before = file.stat().st_mtime_ns
    quick(site.edit("content/a.md", "Here Alpha speaks", "Here Alpha writes"))

    assert (True, before) == ("a/index.html" in site.report.written, file.stat().st_mtime_ns)


def picture(seed: int) -> bytes:
    """Return a PNG that is worth scaling."""
    from PIL import Image

    image = Image.frombytes("RGB", (160, 160), random.Random(seed).randbytes(160 * 160 * 3))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
