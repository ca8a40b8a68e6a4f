import pytest

import sitegen.pipeline.steps.rendering as rendering


@pytest.fixture
def made(monkeypatch):
    """Return the paths of all pages that are made, as they are."""
    paths = []
    real = rendering._render_chunk

    def spy(bench, pages):
        paths.extend(page.path for page in pages)
        return real(bench, pages)

    monkeypatch.setattr(rendering, "_render_chunk", spy)
    return paths
