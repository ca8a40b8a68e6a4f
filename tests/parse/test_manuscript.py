"""What the steps share while they work on one file."""

from sitegen.parse.manuscript import Manuscript


def manuscript(text=""):
    return Manuscript("content/a/x.md", "a/x.md", text)


def test_ids_are_given_once():
    sheet = manuscript()

    assert ["a-b", "a-b-2", "a-b-3"] == [sheet.claim("A b"), sheet.claim("A b!"), sheet.claim_exactly("a-b")]
    assert ["a-b", "a-b-2", "a-b-3"] == sheet.anchors


def test_ids_of_the_page_and_of_footnotes_are_taken():
    sheet = manuscript()

    assert ["comments-2", "note-fn-1", "section", "question"] == [
        sheet.claim("Comments"), sheet.claim("fn 1"), sheet.claim("!"), sheet.claim("?", fallback="question"),
    ]  # fmt: skip


def test_an_anchor_is_found_as_other_generators_write_it():
    sheet = manuscript()
    sheet.claim("What's new?")
    sheet.claim("2. To do")
    sheet.claim("2026")

    assert ["what-s-new", "what-s-new", "2-to-do", "", "else"] == [
        sheet.anchor("whats-new"),
        sheet.anchor("What-s-New"),
        sheet.anchor("to-do"),
        sheet.anchor(""),
        sheet.anchor("else"),
    ]


def test_columns():
    assert [3, 0, 0] == [
        manuscript("a\n  b").column_of(1, "b"),
        manuscript("a").column_of(0, "b"),
        manuscript().column_of(9, "b"),
    ]


def test_a_finding_has_its_place():
    sheet = manuscript()
    sheet.report("parse/no-alt", "message", 3, 4, width=5, hint="hint")

    found = sheet.diagnostics[0]
    assert ("content/a/x.md", 3, 4, 5) == (found.span.path, found.span.line, found.span.column, found.span.width)
