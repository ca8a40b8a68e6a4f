"""Commands that build nothing read all articles, and keep what they parsed."""

import pytest
from tests.kit.newsroom import SITE
from tests.kit.site import NOW, SiteBench

from sitegen.configure import configure
from sitegen.model.config import Flags
from sitegen.pipeline.build import with_store
from sitegen.pipeline.commands.reading import read_all


@pytest.fixture
def site(tmp_path):
    return SiteBench(tmp_path / "site", SITE)


def test_all_articles_are_read_and_what_was_parsed_is_not_parsed_again(site):
    config = configure(site.root, Flags(now=NOW))
    parsed: list[str] = []

    def read(store):
        inputs, articles = read_all(config, store, lambda verb, done, _: parsed.extend([verb] * done))
        assert articles.by_id.keys() == {source.id for source in inputs.sources}
        return len(articles.by_id)

    count = with_store(config, read)

    assert (["parse"] * count, count) == (parsed, with_store(config, read))
    assert ["parse"] * count == parsed
