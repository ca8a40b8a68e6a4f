"""HTML as text: what a reader sees of it, and how to write text into it."""

import pytest

from sitegen.base.html import attributes, escape, legal, visible_text


def test_text_is_escaped_for_tags_and_attributes():
    assert "&lt;a title=&quot;x&quot;&gt; &amp; it's" == escape('<a title="x"> & it\'s')


def test_attributes_are_written_in_order():
    assert ' class="a b" title="&quot;x&quot;"' == attributes((("class", "a b"), ("title", '"x"')))
    assert "" == attributes(())


def test_what_neither_xml_nor_html_can_hold_is_left_out():
    assert "a\tb\nc\U0001f389" == legal("a\x00\tb\x1b\n\ud800c\uffff\U0001f389")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("plain  text\n", "plain text"),
        ("a &amp; b &lt;c&gt; &eacute;", "a & b <c> é"),
        ("<p>one</p><p>two</p>", "one two"),
        ("<b>in</b>side a <em>word</em>", "inside a word"),
        ("one<br>two", "one two"),
        ('<a title="a > b">link</a>', "link"),
        ("a<!-- <p>hidden</p> -->b", "a b"),
        ("a<script>if (a < b) hide()</script>b", "a b"),
        ("<style>p { color: red }</style>text", "text"),
        ("H<sub>2</sub>O", "H2O"),
        ("<li>one<li>two", "one two"),
        ("", ""),
    ],
)
def test_a_reader_sees_the_text_alone(html, expected):
    assert expected == visible_text(html)


def test_long_hostile_markup_is_read_in_time():
    assert "" != visible_text("<" * 20_000 + "a")
    assert "" == visible_text("<!--" * 20_000)
