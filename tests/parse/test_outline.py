"""Headings become the table of contents."""

from tests.kit.parsing import read, shown


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


def test_headings_of_raw_html_are_in_it():
    text = """\
<h2 id="a" class="x">One <em>word</em><a href="#a">#</a></h2>
<p>Text.</p>
<h3>Two<button><svg><path d="M1"/></svg></button></h3>

## Three

<div class="card"><h3>Apart</h3></div>

<div>
<h3>Apart</h3>

### In a box all the same

</div>
<!-- <h2>Gone</h2>

<div> -->

<h2></h2>
<h2>Four</h2>
"""

    assert [
        *((2, "a", "One word"), (3, "two", "Two"), (2, "three", "Three")),
        *((3, "in-a-box-all-the-same", "In a box all the same"), (2, "four", "Four")),
    ] == outline(text)
    assert '<h3 id="two">Two' in shown(text)


def test_headings_of_raw_html_that_the_text_itself_lists_are_not():
    links = "".join(f'<li><a href="#{name}">{name}</a></li>\n' for name in "abc")
    headings = "".join(f'<h2 id="{name}">{name}</h2>\n<p>Text.</p>\n' for name in "abc")

    assert [] == outline(f"<ul>\n{links}</ul>\n{headings}")
