"""Lines above the text, with no fence around them, are front matter."""

import pytest
from tests.kit.parsing import front, html, read

from sitegen.base.noun import replace
from sitegen.parse.matter.split import split_matter


def data(matter):
    return {key: entry.value.data for key, entry in matter.table.items()}


@pytest.mark.parametrize(
    ("text", "table", "body", "line"),
    [
        ("Title: A: b\nDate: 2026-11-20 12:30\n\nText.\n", {"Title": "A: b", "Date": "2026-11-20 12:30"}, "Text.\n", 4),
        ("date: 2026-11-20\ntags:\n\n\nText.", {"date": "2026-11-20", "tags": None}, "\nText.", 4),
        ("Title: A\nSummary: b\n    c\n\td\n\nText.", {"Title": "A", "Summary": "b c d"}, "Text.", 6),
        ('title: "A: b"\ndate: \'2026-11-20\'\n\nText.', {"title": "A: b", "date": "2026-11-20"}, "Text.", 4),
        ('title: "A" and "b"\ntags: ["a", \'b\', c]\n\nText.', {"title": '"A" and "b"', "tags": "a, b, c"}, "Text.", 4),
        ("Title: A\nDate: 2026-11-20\n---\n\nText.", {"Title": "A", "Date": "2026-11-20"}, "\nText.", 4),
        ("Title: A\nDate: 2026-11-20\nTeam:b\n\nText.", {"Title": "A", "Date": "2026-11-20", "Team": "b"}, "Text.", 5),
        ("Title: A\nDraft: true", {"Title": "A", "Draft": True}, "", 3),
        ("**Title:** A\n**Date**: 2026-11-20\n\nText.", {"Title": "A", "Date": "2026-11-20"}, "Text.", 4),
        ("Title: A\nMeta Description: b\n\nText.", {"Title": "A", "Meta Description": "b"}, "Text.", 4),
        ("# A\n\nDate: 2026-11-20\nWord Count: 5\n\nText.", {"Date": "2026-11-20", "Word Count": 5}, "# A\n\n\n\n\nText.", 1),
        ("**SEO Title:** A\n\n**Meta Description:** b\n\n**Slug:** c\n\nText.", {"SEO Title": "A", "Meta Description": "b", "Slug": "c"}, "Text.", 7),
        ("# A\n\n**Meta Description:** b\n\n**Note:** Text.", {"Meta Description": "b"}, "# A\n\n\n\n**Note:** Text.", 1),
        ("**Title:** A\n\n**Author:** b\nText.", {"Title": "A"}, "**Author:** b\nText.", 3),
        ("# A\n\nCreated: 2026-11-20\nTags: a, b\n\nText.", {"Created": "2026-11-20", "Tags": "a, b"}, "# A\n\n\n\n\nText.", 1),
        ("# A\n\nAuthor: b\nPlace: c\nDate: 2026-11-20\nTags: d\n\nText.", {"Author": "b", "Date": "2026-11-20", "Tags": "d"}, "# A\n\n\nPlace: c\n\n\n\nText.", 1),
        ("**Title:** A\n\n---\n\nText.", {"Title": "A"}, "\nText.", 4),
        ("\n\n**Title:** A\n\nText.", {"Title": "A"}, "Text.", 5),
        ("# A\n\nPosted: 2026-11-20 | Author: b | Category: c\n\nText.", {"Posted": "2026-11-20", "Author": "b", "Category": "c"}, "# A\n\n\n\nText.", 1),
        ("Title: A | B\n**Author:** b | **Date:** 2026-11-20\n\nText.", {"Title": "A | B", "Author": "b", "Date": "2026-11-20"}, "Text.", 4),
        ("# A\n**Authors:** b, c\n\n**Published:** 2026-11-20\n\nText.", {"Authors": "b, c", "Published": "2026-11-20"}, "# A\n\n\n\n\nText.", 1),
        ("# A\n\nAuthor: b\nPublished: November 2026\n\nText.", {"Author": "b"}, "# A\n\n\nPublished: November 2026\n\nText.", 1),
        ("- **Meta Title:** A\n- **Meta Description:** b\n- **Slug:** c\n\n---\n\n# T", {"Meta Title": "A", "Meta Description": "b", "Slug": "c"}, "\n# T", 6),
        ("# A\n\n* **Focus Keyword:** b\n* **Slug:** c\n\nText.", {"Focus Keyword": "b", "Slug": "c"}, "# A\n\n\n\n\nText.", 1),
        ("Title: A | Why: b\n\nText.", {"Title": "A | Why: b"}, "Text.", 3),
    ],
)  # fmt: skip
def test_reads(text, table, body, line):
    matter = split_matter(text)

    assert (table, body, line) == (data(matter), matter.body, matter.body_line)


@pytest.mark.parametrize("lines", ["title: A\ntags:\n - b\n - c: d\n", "title: A\ntags:\n- b\n- 'c: d'\n\n"])
def test_lists_may_stand_above_the_one_fence(lines):
    matter = split_matter(f"{lines}---\nText.")

    assert ["title", "tags"] == list(matter.table)
    assert ("Text.", 1 + lines.count("\n") + 1) == (matter.body, matter.body_line)


def test_a_fault_above_the_one_fence_is_told():
    matter = split_matter("title: A\ntags:\n - [b\n---\nText.")

    assert matter.error is not None


def test_the_lines_may_stand_in_a_comment():
    matter = split_matter("<!--\n.. title: A: b\n.. date: 2026-11-20 09:00:00 UTC-05:00\n.. link:\n-->\n\nText.\n")
    title = matter.table["title"]

    assert {"title": "A: b", "date": "2026-11-20 09:00:00 UTC-05:00", "link": None} == data(matter)
    assert ("\nText.\n", 6) == (matter.body, matter.body_line)
    assert (2, 4, 11) == (title.line, title.column, title.value.column)


@pytest.mark.parametrize(
    "text",
    [
        "<!--\nTitle: A\n-->\n\nMore.",
        "<!--\n.. note: A\n-->\n\nMore.",
        "Note: a text may begin so.\n\nMore.",
        "Title: A\nand what the book is about.\n\nMore.",
        "    Title: code\n\nMore.",
        "Title: A\n---\n\nMore.",
        "Title: A\n- b\n- c\n---\n\nMore.",
        "Note: a\nSeen:\n- b\n---\n\nMore.",
        "# Title: A\n\nMore.",
        "# A meeting\n\nDate: 2026-11-20\nPlace: Ghent\n\nMore.",
        "# A meeting\n\nAuthor: Policy Desk\n\nMore.",
        "# A meeting\n\nDate: 2026-11-20\nAuthor: Policy Desk\nPlace: Ghent\n\nMore.",
        "**Slug:** a\n\n**Author:** b\n\nMore.",
        "- **Title:** A\n- **Author:** b\n- **Date:** 2026-11-20\n\nMore.",
        "- **Meta Title:** A\n- **Note:** b\n\nMore.",
        "- Meta Title: A\n- Slug: b\n\nMore.",
        "# A study\n**Note:** a text may begin so.\n\nMore.",
        "# A study\n\nData: forty hours\nTags: none\n\nMore.",
        "https://example.org/\n\nMore.",
    ],
)
def test_text_that_looks_alike_stays_text(text):
    matter = split_matter(text)

    assert ({}, text, 1) == (matter.table, matter.body, matter.body_line)


def test_an_article_is_the_same_as_with_a_fence():
    lines = "title: Open weights\ndate: 2026-11-20 09:00\nauthors: A. Bee; C. Dee\ntags: health, law\ncategory: Law\n"
    body = "Text with [a link](b.md).\n"

    bare, fenced = read(f"{lines}\n{body}").article, front(lines, body).article

    assert ("A. Bee", "C. Dee") == bare.meta.authors
    assert replace(fenced.meta, places=()) == replace(bare.meta, places=())


def test_places_below_a_heading_are_those_of_the_file():
    found = read("# A\n\nDate: 2026-02-30\nTags: a\n\n![](a.png)\n").article.diagnostics

    assert {"parse/bad-date": (3, 7), "parse/no-alt": (6, 1)} == {
        each.code: (each.span.line, each.span.column) for each in found
    }


def test_mistakes_have_their_place():
    found = read("Title: A\nTitle: B\nDate: 2026-02-30\nauhtor: C\n\n![](a.png)\n").article.diagnostics

    assert {
        ("parse/duplicate-key", 2, 1),
        ("parse/bad-date", 3, 7),
        ("parse/unknown-key", 4, 1),
        ("parse/no-alt", 6, 1),
    } == {(one.code, one.span.line, one.span.column) for one in found}


def test_a_line_may_be_in_bold_from_end_to_end():
    meta = read("**Title: A charter**\n\n**Author: Chief Editor**\n\n**Date: 2026-11-20**\n\nText.\n").article.meta

    assert ("A charter", ("Chief Editor",), 20) == (meta.title, meta.authors, meta.date.day)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("# A\n\nAutor: Redakcja\nData: 5 maja 2026\nTagi: dane, prawo\n\nText.", ["Redakcja", "dane"]),
        ("# A\n\n著者：編集部\n公開日：2026年5月5日\nタグ：データ、法律\n\nText.", ["編集部", "データ"]),
        (
            "# A\n\n**Автор:** Редакция\n**Дата:** 5 мая 2026 г.\n**Теги:** данные, право\n\nText.",
            ["Редакция", "данные"],
        ),
        ("---\nכותרת: A\nמחבר: המערכת\nתאריך: 2026-05-05\nתגיות: [נתונים]\n---\nText.", ["המערכת", "נתונים"]),
        ("---\nशीर्षक: A\nलेखक: संपादक\nदिनांक: 2026-05-05\nटैग: [डेटा]\n---\nText.", ["संपादक", "डेटा"]),
    ],
)
def test_keys_may_be_in_another_language(text, names):
    meta = read(text).article.meta

    assert ("2026-05-05", names) == (str(meta.date)[:10], [meta.authors[0], meta.tags[0]])


def test_a_description_and_the_language_may_be_told_in_it():
    meta = read("Tytuł: A\nData: 5 maja 2026\nOpis: Dane.\nJęzyk: pl\n\nText.").article.meta

    assert ("Dane.", "pl") == (meta.description, meta.language)


def test_a_title_block_of_pandoc():
    parsed = read("% Wards that read\n% Ana Lima; Chief Editor\n% 5 May 2026\n\n# One\n\nText.\n\n# Two\n")
    meta = parsed.article.meta

    assert ("Wards that read", ("Ana Lima", "Chief Editor"), 5) == (meta.title, meta.authors, meta.date.day)
    assert ["One", "Two"] == [heading.text for heading in parsed.content.outline]
    assert () == parsed.article.diagnostics
    assert "% of all" in html(front("", "% of all wards\nread.\n").content.body)


def test_properties_of_notion_and_fields_of_dataview():
    notion = (
        "# A title\n\nCreated by: Business Desk\nCreated time: November 16, 2026 10:12 AM\n"
        "Last edited time: November 21, 2026 9:01 AM\nOwner: Ana Lima\nTags: costs, hardware\n\nText.\n"
    )
    parsed = read(notion, timezone="UTC")
    meta = parsed.article.meta

    assert ("Business Desk",) == meta.authors
    assert ("2026-11-16 10:12", "2026-11-21 09:01") == (f"{meta.date:%Y-%m-%d %H:%M}", f"{meta.updated:%Y-%m-%d %H:%M}")
    assert "<p>Text.</p>\n" == html(parsed.content.body)

    meta = read("Tags:: #costs, #hardware\nAuthor:: [[Business Desk]]\nDate:: 2026-11-16\n\n# A title\n").article.meta

    assert (("costs", "hardware"), ("Business Desk",)) == (meta.tags, meta.authors)
    assert "2026-11-16" == f"{meta.date:%Y-%m-%d}"


@pytest.mark.parametrize(
    "lines", ["**Title:** The Trial\n**Author:** Ana Lima\n**Published:** 1925", "Title: The Trial | Author: Ana Lima"]
)
def test_fields_of_a_book_below_the_title_of_its_review_stay(lines):
    parsed = read(f"# A door that opens\n\n{lines}\n\nText.\n")

    assert ("A door that opens", ()) == (parsed.article.meta.title, parsed.article.meta.authors)
    assert "The Trial" in html(parsed.content.body)
