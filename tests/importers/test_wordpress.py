"""What WordPress keeps of a text becomes Markdown."""

import json

from tests.importers.texts import made
from tests.kit.cases import every_case
from tests.kit.steps import steps

from sitegen.importers.nouns import Export, Picture, Text
from sitegen.importers.wordpress import plain_html

NOTES = json.dumps([{"id": "ab-1", "content": "Note <em>x</em>"}])


def export():
    found = Export("WordPress")
    found.pictures["5"] = Picture("https://old.example/5.jpg", "Five", "Cap", "1")
    found.pictures["6"] = Picture("https://old.example/6.jpg", owner="7")
    found.shared["8"] = lambda: "<p>Shared <b>text</b></p>"
    return found


@every_case("classic", beside=__file__)
def test_texts(case):
    case.expect(made(plain_html(case.input, "7", {"footnotes": NOTES}, export())))


def test_a_block_that_holds_itself_ends():
    found = export()
    found.shared["9"] = lambda: '<p>a</p><!-- wp:block {"ref":9} /-->'

    assert "a\n" == made(plain_html('<!-- wp:block {"ref":9} /-->', "7", {}, found))


def test_what_is_lost_in_a_shared_block_is_told():
    found = export()
    found.shared["9"] = lambda: "<!-- wp:x --><p>[poll id=1]</p>"
    text = '<!-- wp:calendar /--><p>a</p><!-- wp:block {"ref":9} /-->'
    what = "which WordPress fills when it shows a page"

    assert (
        f'a\n\n[poll id=1]\n! 1: the block "calendar", {what}\n'
        '! 3: the shortcode "[poll id=1]", which stays as it is written\n'
    ) == made(plain_html(text, "7", {}, found))


def test_shortcodes_that_nothing_closes_cost_as_much_as_they_are_many():
    few, many = (
        steps(plain_html, "[caption x=1] [youtube] <pre> <code [a " * count, "7", {}, Export("WordPress"))
        for count in (100, 200)
    )

    assert many < 2.2 * few


def test_a_text_without_either_is_as_it_was():
    assert Text("<p>a</p>", {}, lines=True) == plain_html("<p>a</p>", "7", {}, Export("WordPress"))
