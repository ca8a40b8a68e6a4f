"""The articles of a site, by their state and by what they belong to."""

import pytest
from tests.kit.newsroom import SITE
from tests.kit.site import NOW, SiteBench

from sitegen.model.config import Flags
from sitegen.pipeline.commands.listing import Wanted, listing


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site; made once, so leave it as it is."""
    return SiteBench(tmp_path_factory.mktemp("listed") / "site", SITE)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Wanted(), ["Broken", "Idea", "Soon", "New", "Draft", "Old", "About"]),
        (Wanted(frozenset(["scheduled"])), ["Soon"]),
        (Wanted(frozenset(["draft"])), ["Idea", "Draft"]),
        (Wanted(frozenset(["unsound"])), ["Broken"]),
        (Wanted(frozenset(["scheduled", "draft"])), ["Idea", "Soon", "Draft"]),
        (Wanted(frozenset(["published"]), tag="formats"), ["New", "Old"]),
        (Wanted(tag="File formats"), ["Soon", "New", "Old"]),
        (Wanted(tag="Containers"), ["Soon", "New", "Old"]),
        (Wanted(tag="gguf"), ["Soon", "Old"]),
        (Wanted(tag="law", section="policy"), ["New"]),
        (Wanted(section="Policy"), ["New"]),
        (Wanted(author="Ana Lima"), ["Old"]),
        (Wanted(author="ana"), ["Old"]),
        (Wanted(author="ana", tag="law"), []),
    ],
)
def test_what_is_asked_for_is_listed(site, asked, expected):
    assert expected == [one.title for one in listing(site.root, Flags(now=NOW), asked)]


def test_what_waits_for_its_day_is_public_from_then_on(site):
    later = Flags(now=NOW.replace(year=NOW.year + 1))

    assert [] == list(listing(site.root, later, Wanted(frozenset(["scheduled"]))))
    assert "published" == next(one.state for one in listing(site.root, later, Wanted()) if one.title == "Soon")


def test_of_two_articles_at_one_address_one_is_unsound(tmp_path):
    site = SiteBench(tmp_path / "site", SITE)
    site.write("content/other.md", "---\ntitle: Other\ndate: 2026-10-02\nslug: old\n---\nText.\n")

    assert {"Old": "published", "Other": "unsound"}.items() <= {
        one.title: one.state for one in listing(site.root, Flags(now=NOW), Wanted())
    }.items()


def test_a_build_after_a_list_is_that_of_a_site_never_listed(tmp_path):
    listed, plain = (SiteBench(tmp_path / name, SITE).delete("content/broken.md") for name in ("listed", "plain"))
    listing(listed.root, Flags(now=NOW), Wanted())
    listed.build()
    listed.edit("content/old.md", "title: Old", "title: Older")
    listing(listed.root, Flags(now=NOW), Wanted(frozenset(["draft"])))

    plain.edit("content/old.md", "title: Old", "title: Older")

    assert listed.build().output() == plain.build().output()
