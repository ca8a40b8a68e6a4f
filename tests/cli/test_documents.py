"""What programs read of a command is JSON, whatever the output can hold."""

import json
import os
import subprocess
import sys

import pytest

UNSOUND = "---\ntitle: Ü😀\ndate: 2026-11-01\nauther: x\n---\nText.\n"


@pytest.fixture
def site(tmp_path):
    """A site whose signs ASCII lacks."""
    (tmp_path / "content").mkdir()
    (tmp_path / "sitegen.toml").write_text('site.title = "A"\n')
    (tmp_path / "content/ü.md").write_text(UNSOUND, "utf-8")
    return tmp_path


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_document_says_the_same_in_any_encoding(site, encoding):
    def told(command):
        ran = subprocess.run(
            [sys.executable, "-m", "sitegen", command, "--format", "json"],
            cwd=site,
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=True,
        )
        return json.loads(ran.stdout.decode(encoding))

    assert "content/ü.md" == told("check")["diagnostics"][0]["path"]
    assert "Ü😀" == told("list")[0]["title"]
