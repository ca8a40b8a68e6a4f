"""An article that was online and moved is told of, with the line that keeps old links alive."""

from datetime import UTC, datetime

import pytest

from sitegen.deploy.fresh import build_fresh
from sitegen.deploy.gone import INDEX, gone_articles
from sitegen.deploy.publishing import Wish, deploy_branch, deploy_elsewhere
from sitegen.model.config import Flags

pytestmark = pytest.mark.slow

FLAGS = Flags(now=datetime(2026, 12, 1, 12, 0, tzinfo=UTC), workers=1)
ARTICLE = "---\ntitle: {}\ndate: 2026-11-20\n{}---\n\nText.\n"


@pytest.fixture
def publication(publication):
    """A publication whose two articles are online, on the branch and in a folder."""
    write(publication, "weights", "Weights")
    write(publication, "news/über-uns", "About us")
    publication.git("add", "--all")
    publication.git("commit", "--quiet", "--message", "Weights")
    for deploy in (to_branch, to_folder):
        assert [] == deploy(publication)
    return publication


def write(publication, name, title, more=""):
    file = publication.root / f"content/{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(ARTICLE.format(title, more), encoding="utf-8")


def take_away(publication, name):
    (publication.root / f"content/{name}.md").unlink()


def to_branch(publication, **options):
    return told(deploy_branch(publication.root, Wish(FLAGS, **options), remote=None, branch=None))


def to_folder(publication, **options):
    target = str(publication.root.parent / "www")
    return told(deploy_elsewhere(publication.root, Wish(FLAGS, **options), method="folder", target=target))


def told(done):
    return [f"{one.span.path}: {one.message} ({one.hint})" for one in done.diagnostics if "gone" in one.code]


@pytest.mark.parametrize("deploy", [to_branch, to_folder])
def test_an_article_that_moved_is_told_where_it_is_now(publication, deploy):
    take_away(publication, "news/über-uns")
    write(publication, "pages-of-ours/us", "About us")
    message = '"About us" was at /news/über-uns/, where nothing is now'
    expected = f"content/pages-of-ours/us.md: {message} (add /news/über-uns/ to the `aliases` of this file)"

    assert [expected] == deploy(publication, dry=True)
    assert [expected] == deploy(publication)
    assert [] == deploy(publication)


@pytest.mark.parametrize("deploy", [to_branch, to_folder])
def test_an_article_that_was_withdrawn_or_has_another_title_now_is_told_by_its_address(publication, deploy):
    take_away(publication, "weights")
    write(publication, "open-weights", "Open weights")

    message = '"Weights" was at /weights/, where nothing is now'
    hint = "if it has moved, add /weights/ to the `aliases` of its file; old links lead there then"

    assert [f".: {message} ({hint})"] == deploy(publication)


def test_an_old_address_among_the_aliases_is_alive(publication):
    take_away(publication, "weights")
    write(publication, "open-weights", "Weights", "aliases: [/weights/]\n")

    assert [] == to_branch(publication)


def test_what_another_tool_has_put_there_is_no_list_of_ours(publication):
    fresh = build_fresh(publication.root, FLAGS)
    listed = ('{"a": 1}', '[{"url": 1}]', '[{"url": "/"}]', "1")
    theirs = ["", "{", "[]", *(f'{{"url": "/", "articles": {articles}}}' for articles in listed), '{"url": 1}', "{}"]

    assert [] == [found for text in theirs for found in gone_articles(text, fresh)]


@pytest.mark.parametrize("url", ["https://news.example/other/", "https://example.org/"])
def test_a_site_that_stands_elsewhere_as_a_whole_has_lost_nothing(publication, url):
    take_away(publication, "weights")
    fresh = build_fresh(publication.root, Flags(now=FLAGS.now, workers=1, base_url=url))
    before = (publication.root.parent / "www" / INDEX).read_text(encoding="utf-8")

    assert ['"Weights" was at /weights/, where nothing is now'] == [one.message for one in gone_articles(before, fresh)]
