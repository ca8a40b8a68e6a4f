import os
import shutil
import stat

import pytest
from tests.kit.output import tree
from tests.kit.remote import SITE, make_fresh

from sitegen.base.diagnostics import Failure
from sitegen.deploy.rsync import publish_rsync

pytestmark = pytest.mark.slow

# Stands in for rsync where there is none: it does what the options that we give it mean.
STAND_IN = r"""#!/usr/bin/env python3
import os, shutil, sys

source, target = sys.argv[-2:]
dry = "--dry-run" in sys.argv
taking = "--delete" in sys.argv
wanted = {"--existing", "--ignore-existing", "--include-from=-", "--exclude=*"} if taking else {"--delay-updates", "--checksum", "--files-from=-"}
assert wanted | {"--recursive", "--from0"} <= set(sys.argv)
if target.startswith("broken:"):
    sys.exit("rsync: connection to desk:s3cret@host refused")
for path in sys.stdin.read().split("\0"):
    if taking:
        path = path.replace("\\", "").strip("/")
    here, there = os.path.join(source, path), os.path.join(target, path)
    if taking:
        if os.path.isfile(there) and not os.path.exists(here):
            print("*deleting   " + path)
            dry or os.unlink(there)
        continue
    new = not os.path.exists(there)
    if not new and open(here, "rb").read() == open(there, "rb").read():
        continue
    print((">f+++++++++ " if new else ">fcst...... ") + path)
    if not dry:
        os.makedirs(os.path.dirname(there) or ".", exist_ok=True)
        shutil.copyfile(here, there)
        os.chmod(there, 0o644)
"""


@pytest.fixture(params=["real", "stand-in"])
def root(request, tmp_path, monkeypatch):
    if request.param == "stand-in":
        (tmp_path / "bin").mkdir()
        (tmp_path / "bin/rsync").write_text(STAND_IN, encoding="utf-8")
        (tmp_path / "bin/rsync").chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    elif shutil.which("rsync") is None:
        pytest.skip("rsync is not installed here; the stand-in is asked instead")
    (tmp_path / "site").mkdir()
    (tmp_path / "www").mkdir()
    return tmp_path / "site"


def test_only_what_changed_is_sent_and_only_what_was_ours_is_deleted(root, tmp_path):
    www = tmp_path / "www"
    (www / "notes.txt").write_text("theirs", encoding="utf-8")
    put = publish_rsync(make_fresh(root, SITE), str(www))
    assert (tuple(sorted(SITE)), (), ()) == (put.added, put.changed, put.removed)
    put = publish_rsync(make_fresh(root, SITE), str(www))
    assert ((), (), ()) == (put.added, put.changed, put.removed)
    site = {"index.html": "new home", "404.html": SITE["404.html"]}
    put = publish_rsync(make_fresh(root, site), str(www))
    assert ((), ("index.html",), (".nojekyll", "articles/a/index.html")) == (put.added, put.changed, put.removed)
    seen = {path: text for path, text in tree(www).items() if not path.endswith("/")}
    assert site | {"notes.txt": "theirs"} == seen


def test_names_with_wildcards_are_only_themselves_and_what_is_beside_them_stays(root, tmp_path):
    www = tmp_path / "www"
    site = {"index.html": "home", "a/photo[1].png": "1", "a/what?.html": "?", "b/*.txt": "*", "b/c/d.html": "d"}
    theirs = {"a/photo1.png": "theirs", "a/whatx.html": "theirs", "b/x.txt": "theirs", "b/c/e.html": "theirs"}
    for path, text in theirs.items():
        (www / path).parent.mkdir(parents=True, exist_ok=True)
        (www / path).write_text(text, encoding="utf-8")
    publish_rsync(make_fresh(root, site), str(www))
    put = publish_rsync(make_fresh(root, {"index.html": "home"}), str(www))
    assert tuple(sorted(site.keys() - {"index.html"})) == put.removed
    assert {"index.html": "home", **theirs} == {path: text for path, text in tree(www).items() if path[-1] != "/"}


def test_everybody_may_read_what_was_sent(root, tmp_path):
    fresh = make_fresh(root, SITE)
    (fresh.folder / "index.html").chmod(0o600)
    publish_rsync(fresh, str(tmp_path / "www"))
    assert 0o644 == stat.S_IMODE((tmp_path / "www/index.html").stat().st_mode)


def test_a_dry_run_changes_nothing(root, tmp_path):
    put = publish_rsync(make_fresh(root, SITE), str(tmp_path / "www"), dry=True)
    assert tuple(sorted(SITE)) == put.added
    assert {} == tree(tmp_path / "www")
    assert put == publish_rsync(make_fresh(root, SITE), str(tmp_path / "www"), dry=True)


def test_files_of_somebody_else_are_overwritten_only_on_demand(root, tmp_path):
    index = tmp_path / "www/index.html"
    index.write_text("theirs, and longer", encoding="utf-8")
    with pytest.raises(Failure) as caught:
        publish_rsync(make_fresh(root, SITE), str(tmp_path / "www"))
    (found,) = caught.value.diagnostics
    assert "deploy/foreign-file" == found.code
    assert "holds 1 file that sitegen did not publish where pages must go: index.html" in found.message
    assert {"index.html": "theirs, and longer"} == tree(tmp_path / "www")
    publish_rsync(make_fresh(root, SITE), str(tmp_path / "www"), take_over=True)
    assert "home" == index.read_text(encoding="utf-8")


def test_what_rsync_says_is_told_without_credentials(root, monkeypatch, tmp_path):
    (tmp_path / "bin").mkdir(exist_ok=True)
    (tmp_path / "bin/rsync").write_text(
        "#!/bin/sh\necho 'rsync: no route to rsync://desk:s3cret@host/www' >&2\nexit 12\n", encoding="utf-8"
    )
    (tmp_path / "bin/rsync").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    with pytest.raises(Failure) as caught:
        publish_rsync(make_fresh(root, SITE), "rsync://desk:s3cret@host/www")
    (found,) = caught.value.diagnostics
    assert "rsync to rsync://***@host/www failed: rsync: no route to rsync://***@host/www" == found.message


def test_an_option_is_no_target(root):
    with pytest.raises(Failure) as caught:
        publish_rsync(make_fresh(root, SITE), "--rsh=sh")
    assert '"--rsh=sh" is not a target' == caught.value.diagnostics[0].message


def test_the_sources_are_no_target(root):
    with pytest.raises(Failure) as caught:
        publish_rsync(make_fresh(root, SITE), f"{root}/content")
    assert "deploy/target" == caught.value.diagnostics[0].code


def test_a_machine_without_rsync_is_told(root, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path / "www"))
    with pytest.raises(Failure) as caught:
        publish_rsync(make_fresh(root, SITE), "host:www")
    assert "rsync is not installed" == caught.value.diagnostics[0].message
