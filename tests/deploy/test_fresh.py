import pytest
from tests.kit.site import NOW

from sitegen.base.diagnostics import Failure
from sitegen.deploy.fresh import build_fresh, list_files
from sitegen.model.config import Flags

SITE = """\
-- sitegen.toml --
[site]
title = "Weights"
url = "https://weights.press/"

[build]
drafts = true
-- content/now.md --
---
title: Now
date: 2026-11-20
---

Text.
-- content/draft.md --
---
title: A draft
date: 2026-11-20
draft: true
---

Text.
-- content/later.md --
---
title: Later
date: 2027-01-01
---

Text.
"""


def test_no_draft_and_no_scheduled_article_is_built_whatever_is_configured(bench):
    site = bench(SITE).build()
    assert (site.root / "output/draft/index.html").exists()
    fresh = build_fresh(site.root, Flags(now=NOW, workers=1, future=True, drafts=True))
    paths = {file.path for file in fresh.files}
    assert {"index.html", "now/index.html"} <= paths
    assert not {"draft/index.html", "later/index.html"} & paths
    assert ["draft", "scheduled"] == sorted(article.reason for article in fresh.report.hidden)
    assert site.root / ".sitegen/deploy" == fresh.folder
    assert ".sitegen/deploy/index.html" == fresh.shown("index.html")
    assert fresh.report.bytes == fresh.bytes


def test_the_configured_output_is_left_alone(bench):
    site = bench(SITE)
    build_fresh(site.root, Flags(now=NOW, workers=1))
    assert not (site.root / "output").exists()


def test_a_site_with_errors_is_not_built(bench):
    site = bench(SITE).write("content/bad.md", "---\ntitle: [\n---\n")
    with pytest.raises(Failure):
        build_fresh(site.root, Flags(now=NOW, workers=1, keep_going=True))


def test_files_are_listed_with_modes_and_links_are_not_followed(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b/one.txt").write_text("one", encoding="utf-8")
    (tmp_path / "b/one.txt").chmod(0o640)
    (tmp_path / "folder").symlink_to("b")
    (tmp_path / "a").symlink_to("b/one.txt")
    found = [(file.path, file.mode, file.link) for file in list_files(tmp_path)]
    assert ["a", "b/one.txt", "folder"] == [path for path, _, _ in found]
    assert ("b/one.txt", 0o640, False) == found[1]
    assert (True, True) == (found[0][2], found[2][2])
