"""Conversations with the command line: each is one text in tests/scripts/."""

from pathlib import Path

import pytest
from tests.kit.script import Script

SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.txt"))


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.stem)
def test_the_conversation_goes_as_written(file, tmp_path, sitegen, monkeypatch):
    Script(file.read_text(encoding="utf-8"), tmp_path, sitegen, monkeypatch).run()
