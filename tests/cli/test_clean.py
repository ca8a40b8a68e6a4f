"""`sitegen clean` takes away what builds left, and nothing else."""

from tests.kit.site import SiteBench

SITE = "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n"


def test_only_what_builds_wrote_goes(sitegen, tmp_path):
    bench = SiteBench(tmp_path / "site", SITE).build()
    bench.write("output/theirs.txt", "kept")
    ran = sitegen("clean", cwd=bench.root)

    assert (0, True) == (ran.code, ran.out.startswith("deleted "))
    assert {"theirs.txt": b"kept"} == bench.output()
    assert not (bench.root / ".sitegen").exists()


def test_a_page_that_somebody_changed_is_told(sitegen, tmp_path):
    bench = SiteBench(tmp_path / "site", SITE).build()
    bench.write("output/a/index.html", "changed by hand")
    ran = sitegen("clean", cwd=bench.root)

    assert (0, True) == (ran.code, ran.err.startswith("output/a/index.html: warning: this file is no longer part of "))


def test_a_site_that_was_never_built_is_clean(sitegen, tmp_path):
    bench = SiteBench(tmp_path / "site", SITE)
    ran = sitegen("clean", cwd=bench.root)

    assert (0, "deleted 0 files of the site, and the cache\n") == (ran.code, ran.out)
