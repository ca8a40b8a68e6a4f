"""Expected text that lies in a file beside the test."""

import os
from pathlib import Path

_UPDATE = os.environ.get("SITEGEN_UPDATE") == "1"


def expect(file: Path, actual: str) -> None:
    """Compare with the file's text; with SITEGEN_UPDATE=1 write the file instead."""
    if _UPDATE:
        file.write_text(actual, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == actual
