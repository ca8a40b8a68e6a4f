"""Sites for the tests of pages."""

import pytest
from tests.kit.published import Published


@pytest.fixture
def publish(tmp_path):
    """Return what makes a site from an archive: `publish('-- content/a.md --\\n…').html("a/index.html")`."""
    made = []

    def make(archive, **options):
        root = tmp_path / f"site{len(made)}"
        root.mkdir()
        made.append(Published(root, archive, **options))
        return made[-1]

    return make
