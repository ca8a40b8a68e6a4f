from pathlib import Path

import pytest
from tests.kit.output import tree
from tests.kit.remote import SITE, make_fresh

from sitegen.base.diagnostics import Failure
from sitegen.deploy.folder import publish_folder


@pytest.fixture
def root(tmp_path):
    (tmp_path / "site").mkdir()
    return tmp_path / "site"


def test_a_site_goes_into_a_folder_and_follows_its_changes(root, tmp_path):
    target = tmp_path / "www"
    put = publish_folder(make_fresh(root, SITE), target)
    assert SITE == tree(target)
    assert (tuple(sorted(SITE)), (), ()) == (put.added, put.changed, put.removed)
    (target / "notes.txt").write_text("theirs", encoding="utf-8")
    site = {"index.html": "new", "404.html": SITE["404.html"]}
    put = publish_folder(make_fresh(root, site), target)
    assert ((), ("index.html",), (".nojekyll", "articles/a/index.html")) == (put.added, put.changed, put.removed)
    assert site | {"notes.txt": "theirs"} == tree(target)


def test_a_dry_run_changes_nothing(root, tmp_path):
    put = publish_folder(make_fresh(root, SITE), tmp_path / "www", dry=True)
    assert tuple(sorted(SITE)) == put.added
    assert not (tmp_path / "www").exists()


def test_files_of_somebody_else_are_not_overwritten(root, tmp_path):
    (tmp_path / "www").mkdir()
    (tmp_path / "www/index.html").write_text("theirs", encoding="utf-8")
    with pytest.raises(Failure) as caught:
        publish_folder(make_fresh(root, SITE), tmp_path / "www")
    assert "write/foreign-file" == caught.value.diagnostics[0].code
    assert {"index.html": "theirs"} == tree(tmp_path / "www")


@pytest.mark.parametrize("target", [".", "..", "content", "static/www", "linked"])
def test_the_sources_are_no_target(root, target):
    (root / "linked").symlink_to("content")
    with pytest.raises(Failure) as caught:
        publish_folder(make_fresh(root, SITE), Path(root, target))
    assert "deploy/target" == caught.value.diagnostics[0].code
