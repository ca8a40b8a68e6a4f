"""A folder becomes the sorted list of the files in it that count."""

import pytest
from tests.kit.archive import unpack

from sitegen.scan.walk import Walk


@pytest.fixture
def site(tmp_path):
    """Return a root with some content; its folder has neighbours outside."""
    unpack("-- outside/secret.md --\n-- site/content/a.md --\n-- site/pictures/chart.png --\n", tmp_path)
    return tmp_path / "site"


def walked(site, **options):
    walk = Walk(str(site), **options)
    paths = [found.path for found in walk.files("content")]
    return paths, [(d.code, d.span.path) for d in walk.problems]


def test_a_link_inside_the_site_is_followed(site):
    (site / "content/linked").symlink_to("../pictures")
    (site / "content/b.md").symlink_to("a.md")

    assert (["content/a.md", "content/b.md", "content/linked/chart.png"], []) == walked(site)


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("../../outside", "scan/symlink-outside"),
        ("../../outside/secret.md", "scan/symlink-outside"),
        ("/etc", "scan/symlink-outside"),
        ("../.git", "scan/symlink-outside"),
        ("../output/page.html", "scan/symlink-outside"),
        ("..", "scan/symlink-circle"),
        (".", "scan/symlink-circle"),
        ("nowhere", "scan/unreadable"),
        ("link", "scan/unreadable"),
    ],
)
def test_a_link_that_must_not_be_followed_is_told(site, target, code):
    unpack("-- .git/config --\n-- output/page.html --\n", site)
    (site / "content/link").symlink_to(target)

    assert (["content/a.md"], [(code, "content/link")]) == walked(site, shut=frozenset({str(site / "output")}))


def test_links_that_lead_to_each_other_end(site):
    unpack("-- content/one/x.md --\n-- content/two/y.md --\n", site)
    (site / "content/one/two").symlink_to("../two")
    (site / "content/two/one").symlink_to("../one")

    paths, problems = walked(site)

    assert [
        "content/a.md",
        "content/one/two/y.md",
        "content/one/x.md",
        "content/two/one/x.md",
        "content/two/y.md",
    ] == paths
    assert [
        ("scan/symlink-circle", "content/one/two/one"),
        ("scan/symlink-circle", "content/two/one/two"),
    ] == sorted(problems)


def test_content_itself_may_not_lead_outside(tmp_path):
    unpack("-- elsewhere/a.md --\n-- site/x --\n", tmp_path)
    (tmp_path / "site/content").symlink_to(tmp_path / "elsewhere")

    assert ([], [("scan/symlink-outside", "content")]) == walked(tmp_path / "site")


def test_a_subfolder_can_be_left_out(site):
    unpack("-- templates/a.html --\n-- templates/static/x.css --\n", site)

    assert ["templates/a.html"] == [found.path for found in Walk(str(site)).files("templates", without="static")]


def test_a_folder_that_is_not_there_has_no_files(site):
    assert [] == Walk(str(site)).files("templates")
