"""Headings become the table of contents."""

from tests.kit.parsing import read


def outline(text):
    return [(heading.level, heading.id, heading.text) for heading in read(text, kind="page").content.outline]


def test_headings_and_faq_sections_are_in_it():
    text = "## One\n\n### *Two* & `three`\n\n## FAQ\n\n### Why?\n\nSo.\n\n## Four"

    assert [
        (2, "one", "One"),
        (3, "two-three", "Two & three"),
        (2, "faq", "FAQ"),
        (2, "four", "Four"),
    ] == outline(text)


def test_headings_in_quotes_callouts_and_answers_are_not():
    assert [] == outline("> ## A\n\n::: tip\n## B\n:::\n\n- ## C")


def test_a_heading_without_text_is_not():
    assert [] == outline("## \n\ntext")


def test_anchors_are_all_that_a_link_may_name():
    text = "## One\n\n> ### Two\n\n<a id='three' name='four'></a>\n\n## FAQ\n\n### Why?\n\nSo."

    assert {"one", "two", "three", "four", "faq", "why"} == set(read(text, kind="page").article.anchors)
