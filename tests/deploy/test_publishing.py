import threading
from datetime import UTC, datetime

import pytest
from tests.kit.output import tree

from sitegen.base.diagnostics import Failure
from sitegen.deploy import publishing
from sitegen.deploy.publishing import Wish, deploy_branch, deploy_elsewhere, prepare_pages
from sitegen.engine.lock import hold
from sitegen.model.config import Flags

pytestmark = pytest.mark.slow

FLAGS = Flags(now=datetime(2026, 12, 1, 12, 0, tzinfo=UTC), workers=1)
ARTICLE = "---\ntitle: Weights\ndate: 2026-11-20\n---\n\nText.\n"


@pytest.fixture
def publication(publication):
    (publication.root / "content").mkdir()
    (publication.root / "content/weights.md").write_text(ARTICLE, encoding="utf-8")
    publication.git("add", "--all")
    publication.git("commit", "--quiet", "--message", "Weights")
    return publication


def to_branch(publication, **options):
    return deploy_branch(publication.root, Wish(FLAGS, **options), remote=None, branch=None)


def test_a_site_goes_online(publication):
    before = publication.state()
    done = to_branch(publication)
    assert before == publication.state()
    shown = publication.shows()
    assert {"index.html", "weights/index.html", "404.html", "feed.xml", "CNAME", ".nojekyll"} <= shown.keys()
    assert ("https://weights.press/", True) == (done.url, done.put.first)
    assert publication.there("rev-parse", "gh-pages") == done.put.commit
    again = to_branch(publication)
    assert ("", (), ()) == (again.put.commit, again.put.added, again.put.changed)


def test_a_site_that_cannot_be_built_changes_nothing(publication):
    to_branch(publication)
    before = publication.there("rev-parse", "gh-pages")
    (publication.root / "content/bad.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    with pytest.raises(Failure) as caught:
        to_branch(publication)
    assert "content/bad.md" == caught.value.diagnostics[0].span.path
    assert before == publication.there("rev-parse", "gh-pages")


def test_a_site_that_fails_a_check_changes_nothing(publication):
    config = publication.root / "sitegen.toml"
    config.write_text('[site]\nurl = "http://localhost:8000/"\n', encoding="utf-8")
    with pytest.raises(Failure) as caught:
        to_branch(publication)
    assert ["deploy/wrong-url"] == [found.code for found in caught.value.diagnostics if found.fatal]
    assert "" == publication.there("for-each-ref", "refs/heads/gh-pages")


def test_drafts_and_scheduled_articles_stay_at_home(publication):
    for name, extra in (("draft", "date: 2026-11-20\ndraft: true"), ("later", "date: 2027-01-01")):
        text = f"---\ntitle: Secret {name}\n{extra}\n---\n\nSecret text.\n"
        (publication.root / f"content/{name}.md").write_text(text, encoding="utf-8")
    done = to_branch(publication)
    assert {"draft", "scheduled"} == {article.reason for article in done.fresh.report.hidden}
    assert [] == [path for path, text in publication.shows().items() if "Secret" in text]


def test_a_site_goes_to_a_folder_or_to_another_machine(publication, tmp_path):
    done = deploy_elsewhere(publication.root, Wish(FLAGS), method="folder", target=str(tmp_path / "www"))
    assert str(tmp_path / "www") == done.put.target
    assert {"index.html", "weights/index.html"} <= tree(tmp_path / "www").keys()
    with pytest.raises(Failure) as caught:
        deploy_elsewhere(publication.root, Wish(FLAGS), method="rsync", target="-e")
    assert "deploy/rsync" == caught.value.diagnostics[0].code


def test_services_are_told_on_request_only(publication, monkeypatch):
    heard = []
    monkeypatch.setattr(publishing, "ping", lambda config, changed: (heard.append(list(changed)) or ["told"], []))
    to_branch(publication, dry=True, ping=True)
    to_branch(publication)
    assert [] == heard
    (publication.root / "content/weights.md").write_text(ARTICLE.replace("Text", "New text"), encoding="utf-8")
    done = to_branch(publication, ping=True)
    assert ("told",) == done.told
    assert "weights/index.html" in heard[0]


def test_one_deploy_at_a_time(publication, monkeypatch):
    monkeypatch.setattr(publishing, "_PATIENCE", 0.1)
    held, over = threading.Event(), threading.Event()

    def other():
        with hold(publication.root / ".sitegen/publish.lock", 1.0):
            held.set()
            over.wait(30)

    thread = threading.Thread(target=other)
    thread.start()
    held.wait(30)
    try:
        with pytest.raises(Failure) as caught:
            to_branch(publication)
    finally:
        over.set()
        thread.join()
    assert "another deploy is running in this folder" == caught.value.diagnostics[0].message


def test_the_workflow_knows_when_the_next_article_is_due(publication):
    text = ARTICLE.replace("2026-11-20", "2026-12-03 09:30")
    (publication.root / "content/later.md").write_text(text, encoding="utf-8")
    prepare_pages(publication.root, FLAGS)
    assert 'cron: "33 9 * * *"' in (publication.root / ".github/workflows/pages.yml").read_text(encoding="utf-8")


def test_the_workflow_is_written_for_a_site_with_mistakes_as_well(publication):
    (publication.root / "content/bad.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
    assert 2 == len(prepare_pages(publication.root, FLAGS).written)
