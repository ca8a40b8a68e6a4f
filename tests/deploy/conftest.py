"""A publication with a remote, which hears nothing of what whoever runs the tests has told git."""

import pytest
from tests.kit.remote import Publication


@pytest.fixture
def publication(tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    return Publication(tmp_path)
