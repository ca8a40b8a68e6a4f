"""`sitegen build`, with a pipeline that is told what to give."""

import json
from pathlib import Path

import pytest

from sitegen.base.diagnostics import Failure, Span, problem
from sitegen.model.config import Flags
from sitegen.model.report import Report

ERROR = problem("parse/no-date", "an article needs a date", Span("content/a.md", 1))
WARNING = problem("render/dead-link", "gone", Span("content/a.md", 2))


@pytest.fixture
def pipeline(monkeypatch, tmp_path):
    """Return what makes the pipeline give a report, or raise."""
    asked = []

    def give(*diagnostics, fail=False):
        def build(root, flags, progress=None):
            asked.append((root, flags))
            progress("parse", 1, 2)
            if fail:
                raise Failure(diagnostics)
            return Report(
                3, 9, 12, 2, (), diagnostics, ("a",), (), 1000, 0.5, str(tmp_path / "output"), (("parse", 0.1),)
            )

        monkeypatch.setattr("sitegen.pipeline.build", build)
        return asked

    (tmp_path / "sitegen.toml").write_text("")
    return give


def test_a_good_build_prints_its_summary(sitegen, pipeline, tmp_path):
    pipeline()
    ran = sitegen("build", cwd=tmp_path)

    assert (0, "") == (ran.code, ran.err)
    assert ran.out.startswith(
        "Built 3 articles → 9 pages, 2 feeds, 12 files in all\n0 errors · 0 warnings\n1 file rewritten"
    )


def test_flags_reach_the_pipeline(sitegen, pipeline, tmp_path):
    asked = pipeline()
    sitegen("build", "--root", str(tmp_path), "--out", "x", "--strict", "--no-drafts", "--keep-going", "--workers", "1")

    assert [(tmp_path, Flags(out=Path("x"), drafts=False, strict=True, keep_going=True, workers=1))] == asked


def test_warnings_alone_are_good(sitegen, pipeline, tmp_path):
    pipeline(WARNING)
    ran = sitegen("build", "--format", "short", cwd=tmp_path)

    assert (0, "content/a.md:2: warning: gone [render/dead-link]\n") == (ran.code, ran.err)
    assert "0 errors · 1 warning" in ran.out


def test_what_was_published_in_spite_of_errors_exits_with_1(sitegen, pipeline, tmp_path):
    pipeline(ERROR)
    ran = sitegen("build", "--keep-going", "--quiet", "--format", "short", cwd=tmp_path)

    assert (1, "", "content/a.md:1: error: an article needs a date [parse/no-date]\n") == (ran.code, ran.out, ran.err)


def test_a_refused_build_says_that_nothing_was_written(sitegen, pipeline, tmp_path):
    pipeline(ERROR, WARNING, fail=True)
    ran = sitegen("build", "--format", "short", cwd=tmp_path)

    assert (1, "") == (ran.code, ran.out)
    assert "1 error · 1 warning · nothing was written; the last good site stays as it was\n" in ran.err


@pytest.mark.parametrize(
    ("configuration", "module"), [('[site]\ntitel = "N"\n', ""), ("[site\n", ""), ('extensions = ["x.py"]\n', "x = \n")]
)
def test_what_all_depends_on_is_told_before_the_rest(sitegen, tmp_path, configuration, module):
    (tmp_path / "sitegen.toml").write_text(configuration)
    (tmp_path / "x.py").write_text(module)
    ran = sitegen("build", "--format", "short", cwd=tmp_path)

    stands = "nothing else was looked at yet · nothing was written; the last good site stays as it was"
    assert (1, f"1 error · 0 warnings · {stands}") == (ran.code, ran.err.splitlines()[-1])


def test_no_site_is_a_wrong_command(sitegen, tmp_path):
    ran = sitegen("build", cwd=tmp_path)

    assert 2 == ran.code
    assert "[configure/no-site]" in ran.err
    assert "sitegen init" in ran.err


@pytest.mark.parametrize("fail", [False, True])
def test_json_is_one_document_on_stdout(sitegen, pipeline, tmp_path, fail):
    pipeline(ERROR, WARNING, fail=fail)
    ran = sitegen("build", "--format", "json", "--profile", cwd=tmp_path)
    document = json.loads(ran.out)

    assert (1, "", not fail, 1, 1) == (
        ran.code,
        ran.err,
        document["published"],
        document["errors"],
        document["warnings"],
    )
    assert ["parse/no-date", "render/dead-link"] == [found["code"] for found in document["diagnostics"]]


def test_the_profile_follows_the_summary(sitegen, pipeline, tmp_path):
    pipeline()

    assert "parse     0.100 s" == sitegen("build", "--profile", cwd=tmp_path).out.splitlines()[-1]
