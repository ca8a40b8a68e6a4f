"""What is shown: the last good site, or the pages that are ahead of it."""

from tests.kit.archive import unpack

from sitegen.serve.resolve import Found, Missing
from sitegen.serve.shown import NOT_YET, NOWHERE, Page, Shown


def test_a_page_is_read_from_the_folder(tmp_path):
    unpack("-- index.html --\nhome\n-- 404.html --\nnothing here\n", tmp_path)
    shown = Shown(tmp_path)

    assert ["home\n", "nothing here\n"] == [shown.page_at(path).data.decode() for path in (b"/", b"/x")]


def test_a_page_that_is_ahead_is_shown_instead(tmp_path):
    unpack("-- index.html --\nold\n", tmp_path)
    new = Page("index.html", b"new")

    assert new == Shown(tmp_path, ahead={"index.html": new}).page_at(b"/")


def test_a_file_that_is_ahead_answers_before_it_stands(tmp_path):
    css = Page("static/site.new.css", b"p { color: blue }")

    assert Found(css.path) == Shown(tmp_path, ahead={css.path: css}).answer(b"/static/site.new.css")
    assert Missing() == Shown(tmp_path).answer(b"/static/site.new.css")


def test_a_site_without_a_page_for_what_is_missing(tmp_path):
    shown = Shown(tmp_path)

    assert (NOWHERE, 404) == (shown.page_at(b"/x"), shown.status)


def test_a_site_that_was_never_built(tmp_path):
    shown = Shown(tmp_path / "nothing")

    assert (NOT_YET, 503) == (shown.page_at(b"/"), shown.status)
