import pytest

from sitegen.render.machines.rows import KINDS, VERBATIM, row


def line(desk, kind, ident):
    return row(kind, ident, desk.answers, desk.config)


@pytest.mark.parametrize("kind", KINDS)
def test_all_rows_are_what_each_gives_alone(desk, kind):
    listed = [*desk.site.lists["home"], *desk.site.pages]

    assert [told for ident in listed if (told := line(desk, kind, ident))] == desk.view().rows(kind)


def test_an_article_may_be_missing_in_some_files(desk):
    kinds = {kind: {ident for ident in desk.view().listed() if line(desk, kind, ident)} for kind in KINDS}

    assert "articles/third" in kinds["api"]
    assert "articles/third" not in kinds["search"] | kinds["sitemap"]
    assert "pages/about" in kinds["sitemap"]
    assert "pages/about" not in kinds["api"] | kinds["search"]


def test_lines_that_stand_in_a_file_as_they_are_are_one_string(desk):
    assert {1} == {len(told) for kind in VERBATIM.values() for told in desk.view().rows(kind)}
