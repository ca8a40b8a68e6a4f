"""Law 8: all mistakes in one run, each with place, cause and action, each told once; the last good site stays."""

from pathlib import Path

import pytest
from tests.kit.site import SiteBench

GOOD = """\
-- content/articles/good.md --
---
title: Good
date: 2026-11-01
---
A [link](bad.md), [another](worse.md), and both [by](/articles/bad/) [address](/articles/worse).
-- content/articles/bad.md --
---
title: Bad
date: 2026-11-01
---
Text.
-- content/articles/worse.md --
---
title: Worse
date: 2026-11-01
---
Text.
"""


@pytest.fixture
def bench(tmp_path: Path) -> SiteBench:
    """A good site, built, in which three things then go wrong at three stages."""
    bench = SiteBench(tmp_path / "site", GOOD).build()
    bench.edit("content/articles/bad.md", "2026-11-01", "2026-02-30")
    bench.edit("content/articles/worse.md", "title: Worse", "title: [Worse")
    return bench.write("templates/tags.html", "{% if %}").write("templates/page.html", "{{ nobody }}")


def test_mistakes_of_every_file_are_told_in_one_run(bench: SiteBench) -> None:
    """Each with its file and line, and with what to do."""
    bench.write("content/pages/about.md", "---\ntitle: About\n---\nText.\n").build()

    assert ["parse/bad-date", "parse/front-matter", "render/template-error"] == bench.codes
    assert all(found.span.line and found.hint for found in bench.diagnostics)


def test_a_mistake_is_told_once(bench: SiteBench) -> None:
    """That an article cannot be read is no reason to call the links to it dead."""
    bench.build()

    assert [] == [found for found in bench.diagnostics if found.span.path.endswith("good.md")]


def test_the_last_good_site_stays(bench: SiteBench) -> None:
    """Byte for byte, and mended files publish again."""
    before = bench.output()
    after = bench.build().output()
    bench.edit("content/articles/bad.md", "2026-02-30", "2026-11-01")
    bench.edit("content/articles/worse.md", "title: [Worse", "title: Worse")
    bench.delete("templates/tags.html").delete("templates/page.html").build()

    assert before == after
    assert (False, before) == (bench.failed, bench.output())


def test_keep_going_publishes_what_is_sound(bench: SiteBench) -> None:
    """It leaves the unsound articles out, names them, and still fails."""
    bench.delete("templates/tags.html").delete("templates/page.html").build(keep_going=True)

    assert (True, 1) == (bench.failed, bench.report.articles)
    assert ["articles/bad", "articles/worse"] == [hidden.id for hidden in bench.report.hidden]
    assert "articles/bad/index.html" not in bench.output()
