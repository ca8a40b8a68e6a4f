"""The preview is built by the walk that builds the site."""

import pytest
from tests.kit.site import NOW

from sitegen.base.diagnostics import Failure
from sitegen.model.config import Flags
from sitegen.serve.builder import Audience, Overtaken
from sitegen.serve.pipeline import PipelineBuilder

pytestmark = pytest.mark.slow

SITE = """\
-- sitegen.toml --
extensions = ["loud.py"]
[site]
title = "The Weights"
url = "https://news.example/repo/"
-- loud.py --
from sitegen.model.seams import Extension

extension = Extension(name="loud", filters={"loud": lambda text: str(text).upper()})
-- templates/article.html --
{% extends "article.html" %}{% block title %}{{ page.heading | loud }}{% endblock %}
-- content/articles/weights.md --
---
title: Why open weights matter
date: 2026-01-05
---
The first sentence stands here.
"""


@pytest.fixture
def site(bench):
    return bench(SITE)


def builder_of(site, **flags):
    work = site.root / ".sitegen" / "preview"
    return PipelineBuilder(site.root, Flags(out=work / "site", now=NOW, workers=1, **flags), lambda *_: None)


def built(site):
    return site.output(".sitegen/preview/site")["articles/weights/index.html"].decode()


def test_it_builds_into_the_previews_folder_only(site):
    report = builder_of(site).build(None, Audience())

    assert "articles/weights/index.html" in report.written
    assert "<title>WHY OPEN WEIGHTS MATTER</title>" in built(site)
    assert not (site.root / "output").exists()


def test_the_next_build_writes_what_changed(site):
    builder = builder_of(site)
    builder.build(None, Audience())
    site.edit("content/articles/weights.md", "stands here.", "stands here, and another. And a third.")

    report = builder.build(frozenset(("content/articles/weights.md",)), Audience())

    assert "articles/weights/index.html" in report.written
    assert "css/" not in "".join(report.written)
    assert "and another" in built(site)


def test_it_knows_the_base_path_and_the_extensions(site):
    builder = builder_of(site)

    assert ("/repo/", ("loud.py",)) == (builder.base, builder.watched)
    site.edit("sitegen.toml", "/repo/", "/paper/")
    builder.build(None, Audience())

    assert "/paper/" == builder.base


def test_a_broken_configuration_leaves_the_base_path_as_it_was(site):
    builder = builder_of(site)
    site.edit("sitegen.toml", "[site]", "[site")

    with pytest.raises(Failure):
        builder.build(None, Audience())

    assert "/repo/" == builder.base


def test_an_edited_extension_is_loaded_again(site):
    builder = builder_of(site)
    builder.build(None, Audience())
    site.edit("loud.py", ".upper()", ".lower()")

    builder.build(frozenset(("loud.py",)), Audience())

    assert "<title>why open weights matter</title>" in built(site)


def test_a_build_that_is_overtaken_writes_nothing(site):
    builder = builder_of(site)
    builder.build(None, Audience())
    site.edit("content/articles/weights.md", "The first", "The changed")

    with pytest.raises(Overtaken):
        builder.build(None, Audience(overtaken=lambda: True))

    assert "The first" in built(site)
    builder.build(None, Audience())
    assert "The changed" in built(site)
