import pytest

import sitegen.pipeline.steps.rendering as rendering


@pytest.fixture
def made(monkeypatch):
    """Return the paths of all pages that are made, as they are."""
    paths = []
    real = rendering._render_chunk

    def spy(pages):
        paths.extend(page.path for page in pages)
        return real(pages)

    monkeypatch.setattr(rendering, "_render_chunk", spy)
    return paths
