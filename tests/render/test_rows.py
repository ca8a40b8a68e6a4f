import pytest

from sitegen.render.rows import KINDS, VERBATIM, row


@pytest.mark.parametrize("kind", KINDS)
def test_all_rows_are_what_each_gives_alone(desk, kind):
    told = dict(desk.view().rows(kind))

    assert [*desk.site.lists["home"], *desk.site.pages] == list(told)
    assert told == {ident: row(kind, ident, desk.answers, desk.config) for ident in told}


def test_an_article_may_be_missing_in_some_files(desk):
    kinds = {kind: {ident for ident, line in desk.view().rows(kind) if line} for kind in KINDS}

    assert "articles/third" in kinds["api"]
    assert "articles/third" not in kinds["search"] | kinds["sitemap"]
    assert "pages/about" in kinds["sitemap"]
    assert "pages/about" not in kinds["api"] | kinds["search"]


def test_lines_that_stand_in_a_file_as_they_are_are_one_string(desk):
    assert {1} == {len(line) for kind in VERBATIM.values() for _, line in desk.view().rows(kind) if line}
