"""Law 2: a file is parsed alone; where it names another file it leaves a hole, which is filled when the page is made."""

from pathlib import Path

from tests.kit.site import NOW, SiteBench

from sitegen.base.digest import digest
from sitegen.configure import configure
from sitegen.model.article import Parsed
from sitegen.model.body import Picture, Ref
from sitegen.model.config import Flags
from sitegen.model.source import Source
from sitegen.parse import parse

TEXT = b"""---
title: A
date: 2026-11-01
---
See [the other](b.md#part), [a tag](/tags/x/) and ![a chart](chart.png).
"""
SITE = """\
-- content/articles/b.md --
---
title: B
date: 2026-11-01
---
## Part

Text.
"""


def parse_in(root: Path) -> Parsed:
    """Parse the text as a file of the site at `root`, where it does not even lie."""
    source = Source("content/articles/a.md", "articles/a", "article", bundle=False, digest=digest(TEXT))
    return parse(source, TEXT, configure(root, Flags(now=NOW)))


def test_parse_asks_no_other_file(tmp_path: Path) -> None:
    """A site full of articles and an empty one make no difference."""
    full = SiteBench(tmp_path / "full", SITE)
    empty = SiteBench(tmp_path / "empty")

    assert parse_in(full.root) == parse_in(empty.root)


def test_every_name_of_another_file_is_a_hole(tmp_path: Path) -> None:
    """With the target as seen from the content root, whatever it turns out to be."""
    parts = parse_in(SiteBench(tmp_path / "site").root).content.body.parts
    holes = [part.ref if isinstance(part, Picture) else part for part in parts if isinstance(part, Ref | Picture)]

    assert [
        ("article", "articles/b.md", "part"),
        ("site", "/tags/x/", ""),
        ("file", "articles/chart.png", ""),
    ] == [(hole.kind, hole.target, hole.fragment) for hole in holes if hole]


def test_a_hole_is_filled_anew_when_its_target_moves(tmp_path: Path) -> None:
    """The text that names it is not parsed again, and its page is right all the same."""
    bench = SiteBench(tmp_path / "site", SITE).write("content/articles/a.md", TEXT).build()
    before = bench.read("articles/a/index.html")
    bench.edit("content/articles/b.md", "title: B", "title: B\nslug: moved").build()
    after = bench.read("articles/a/index.html")

    assert 'href="/articles/b/#part"' in before
    assert 'href="/articles/moved/#part"' in after
