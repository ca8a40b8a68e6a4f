"""Phrases that could link are found in running text alone, and lead where nothing leads yet."""

import pytest
from tests.kit.ice import ICE
from tests.kit.site import NOW

from sitegen.model.config import Flags
from sitegen.pipeline.commands.proposals import proposals

HEAD = "---\ntitle: Floods\ndate: 2026-11-09\n---\n"


def proposed(bench, text, head=HEAD, path="content/floods.md"):
    """Return (line, column, phrase, link) of what a text could link to."""
    site = bench(ICE).write(path, head + text)
    _, found = proposals(site.root, Flags(now=NOW), path)
    return [(one.line, one.column, one.phrase, one.link) for one in found]


def test_a_phrase_of_a_title_is_found_where_it_stands(bench):
    assert [(6, 10, "Elbe Barrage", "news/barrage.md")] == proposed(bench, "First.\nNear the Elbe Barrage.\n")


def test_the_longest_phrase_of_a_title_counts(bench):
    found = proposed(bench, "When glaciers melt.\n\nWhen glaciers melt under soot.\n")

    assert (7, 6, "glaciers melt under soot", "soot.md") in found


def test_a_link_is_written_as_seen_from_the_file(bench):
    found = proposed(bench, "The Elbe Barrage and sea ice retreats.\n", path="content/a/b.md")

    assert {"../news/barrage.md", "../sea.md"} == {link for *_, link in found}


@pytest.mark.parametrize(
    "text",
    [
        "[Elbe Barrage](https://elsewhere.example/)",
        "[Elbe Barrage](https://elsewhere.example/a_(b))",
        "[Elbe Barrage][1]",
        "<!-- Elbe Barrage -->",
        "<!-- Elbe Barrage",
        "![Elbe Barrage](x.png)",
        "# Elbe Barrage",
        "`Elbe Barrage`",
        "```\nElbe Barrage\n```",
        "<a title='Elbe Barrage'>x</a>",
        "https://elsewhere.example/Elbe-Barrage",
        "Elbe, Barrage",
        "See [it](news/barrage.md): the Elbe Barrage.",
        "See [it](/news/barrage/): the Elbe Barrage.",
        "See [it](../news/barrage/): the Elbe Barrage.",
    ],
)
def test_what_links_already_or_is_no_running_text_is_left_alone(bench, text):
    assert [] == proposed(bench, text + "\n")


@pytest.mark.slow
@pytest.mark.parametrize("opening", ["<!--", "`", "<a ", "![(", "` `` ", "[", "```\n"])
def test_openings_without_end_cost_no_more_than_other_text(bench, opening):
    """With an expression whose time grows with the square of the text, these take minutes."""
    assert [(5, 5, "Elbe Barrage", "news/barrage.md")] == proposed(bench, f"The Elbe Barrage.\n\n{opening * 20_000}\n")


def test_vetoes_are_obeyed(bench):
    head = HEAD.replace("date:", "unrelated: [news/barrage]\ndate:")

    assert [] == proposed(bench, "The Elbe Barrage.\n", head)


def test_an_article_does_not_link_to_itself(bench):
    assert [] == proposed(bench, "On floods and Floods.\n")


def test_a_title_and_words_in_the_front_matter_are_no_text(bench):
    assert [] == proposed(bench, "Nothing.\n", HEAD.replace("Floods", "Elbe Barrage floods"))


def test_windows_line_ends_make_no_difference(bench):
    head, text = (each.replace("\n", "\r\n") for each in (HEAD, "First.\nNear the Elbe Barrage.\n"))

    assert [(6, 10, "Elbe Barrage", "news/barrage.md")] == proposed(bench, text, head)


def test_no_more_than_a_dozen_and_the_best_first(bench):
    found = proposed(bench, "".join(f"So Other{n} matters.\n" for n in range(12)) + "The Elbe Barrage opens.\n")

    assert 12 == len(found)
    assert "Elbe Barrage opens" in {found[0][2], found[1][2]}
