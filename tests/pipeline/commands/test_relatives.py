"""What an article suggests is said with its reasons, and with what a pin or a veto would change."""

import pytest
from tests.kit.ice import ICE
from tests.kit.site import NOW

from sitegen.base.diagnostics import Failure
from sitegen.base.noun import to_builtins
from sitegen.model.config import Flags
from sitegen.pipeline.commands.relatives import relatives

pytestmark = pytest.mark.slow


def told(site, file="content/glacier.md"):
    return relatives(site.root, Flags(now=NOW), str(site.root / file))


def shown(found):
    return [one.suggestion.id for one in found.shown]


def related(found):
    """Return the ids of those that are shown as relatives, and not to fill a place."""
    return {one.suggestion.id for one in found.shown if one.score}


def limited(archive, count):
    return (
        archive + f'-- sitegen.toml --\n[site]\ntitle = "T"\nurl = "https://n.example/"\n[related]\ncount = {count}\n'
    )


def test_suggestions_are_those_that_readers_see(bench):
    site = bench(ICE)
    found = told(site)
    page = site.build().read("glacier/index.html")

    assert {"sea", "soot", "news/barrage"} == related(found)
    assert [] == [ident for ident in shown(found) if f"/{ident}/" not in page]


def test_each_says_what_the_titles_say_of_the_texts(bench):
    barrage = next(one for one in told(bench(ICE)).shown if one.suggestion.id == "news/barrage")

    assert {"Elbe Barrage", "Elbe", "Barrage"} == {phrase for phrase, _ in barrage.here}
    assert "glaciers melt" in {phrase for phrase, _ in barrage.there}
    assert barrage.here[0][1] >= barrage.here[-1][1] > 0
    assert barrage.score >= barrage.titles > 0
    assert 2 == barrage.days


def test_a_veto_lets_in_whom_it_says(bench):
    site = bench(limited(ICE, 1))
    before = told(site)
    (first,) = before.shown
    site.edit("content/glacier.md", "description:", f"unrelated: [{first.suggestion.id}]\ndescription:")
    after = told(site)

    assert [first.instead] == shown(after)
    assert (first.suggestion.id,) == after.kept_away


def test_a_pin_takes_the_place_of_whom_it_says(bench):
    site = bench(limited(ICE, 2))
    before = told(site)
    site.edit("content/glacier.md", "description:", "related: [other3]\ndescription:")
    after = told(site)

    assert {"other3", *shown(before)} - {before.leaves} == set(shown(after))
    assert (True, "other3", "") == (
        after.shown[0].suggestion.pinned,
        after.shown[0].suggestion.id,
        after.shown[0].instead,
    )


@pytest.mark.parametrize(("old", "new"), [("date: 2026-11-01", "date: 2027-05-01"), ("title:", "draft: true\ntitle:")])
def test_what_is_not_out_yet_is_taken_as_if_it_were(bench, old, new):
    site = bench(ICE).edit("content/glacier.md", old, new)

    assert {"sea", "soot", "news/barrage"} == related(told(site))
    assert "glacier/index.html" not in site.build().output()


def test_asking_leaves_builds_exact(bench):
    site = bench(ICE).build()
    site.edit("content/glacier.md", "Soot falls.", "Sea ice.")
    first = told(site)
    site.edit("content/glacier.md", "Sea ice.", "Soot falls.")
    told(site)
    incremental = site.build().output()

    assert site.forget().build().output() == incremental
    assert "sea" in shown(first)


def test_an_article_that_the_settings_keep_out_has_none(bench):
    site = bench(limited(ICE, '3\nexclude_tags = ["ice"]'))
    site.edit("content/glacier.md", "description:", "tags: [ice]\ndescription:")

    assert ((), (), "") == tuple(to_builtins(told(site))[key] for key in ("shown", "waiting", "leaves"))


def test_a_pin_may_be_of_those_that_the_settings_keep_out(bench):
    site = bench(limited(ICE, '3\nexclude_tags = ["ice"]'))
    site.edit("content/other3.md", "title:", "tags: [ice]\ntitle:")
    first, *others = told(site.edit("content/glacier.md", "description:", "related: [other3]\ndescription:")).shown

    assert (True, "other3", 0.0) == (first.suggestion.pinned, first.suggestion.id, first.score)
    assert [True, True] == [one.score > 0 for one in others]


def test_a_damaged_cache_is_made_anew(bench):
    site = bench(ICE).build()
    before = told(site)
    file = site.root / ".sitegen/build.sqlite"
    data = file.read_bytes()
    file.write_bytes(data[:32768] + bytes(len(data) - 32768))

    assert before == told(site)


@pytest.mark.parametrize("name", ["glacier", "content/glacier.md"])
def test_an_article_is_found_by_id_or_path(bench, name):
    assert "glacier" == relatives(bench(ICE).root, Flags(now=NOW), name).article.id


def test_what_is_no_article_has_a_nearest_name(bench):
    with pytest.raises(Failure) as failure:
        told(bench(ICE), "content/glaciers.md")

    (found,) = failure.value.diagnostics
    assert ("related/unknown", 'did you mean "content/glacier.md"?') == (found.code, found.hint)


def test_a_page_is_no_article_and_needs_no_other_name(bench):
    site = bench(ICE)
    site.write("content/pages/about.md", "---\ntitle: About\n---\n")
    with pytest.raises(Failure) as failure:
        told(site, "content/pages/about.md")

    (found,) = failure.value.diagnostics
    assert ("related/unknown", "name one: pages and profiles suggest nothing") == (found.code, found.hint)
