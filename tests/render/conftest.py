"""Sites for the tests of pages."""

import pytest
from tests.kit.desk import DESK
from tests.kit.published import Published, facts

CROPS = (
    ("1x1", 900, 900, "/img/ward-1x1.png"),
    ("4x3", 1200, 900, "/img/ward-4x3.png"),
    ("16x9", 1600, 900, "/img/ward-16x9.png"),
)
WARD = facts("articles/ward.png", 1600, 1000, crops=CROPS)


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


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A publication with one of everything; made once, so leave it as it is."""
    images = {"articles/ward.png": WARD, "logo.png": facts("logo.png", 512, 512)}
    return Published(tmp_path_factory.mktemp("desk"), DESK, images=images)
