import pytest

from sitegen.base.html import attributes, escape, visible_text


def test_text_is_written_between_tags_and_in_attributes():
    assert "&lt;a href=&quot;x&quot;&gt; &amp; 'b'" == escape("<a href=\"x\"> & 'b'")
    assert ' title="a &quot;b&quot;" lang="de"' == attributes((("title", 'a "b"'), ("lang", "de")))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain  text\n here", "plain text here"),
        ("a &amp; b &lt;c&gt;", "a & b <c>"),
        ("<p>One <em>wo</em>rd.</p><p>Two.</p>", "One word. Two."),
        ("<ul><li>a<li>b</ul>", "a b"),
        ("a<br>b", "a b"),
        ("x<sup><a href='#fn'>1</a></sup>", "x1"),
        ('<img alt="a > b" src="x">after', "after"),
        ("a<!-- <b>hidden</b> -->b", "a b"),
        ("<script>if (a < b) {}</script>seen<style>p {}</style>", "seen"),
        ("<script>a</script>seen<SCRIPT>b<script>c</script>", "seen"),
        ("""a<script>write('<script src="x"><\\/script>')</script>b""", "a b"),
        ("a<style>p {} b", "a"),
        ("a<template>b<template>c</template>d", "a b d"),
        ("a <b or <i>c</i>", "a <b or c"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<code>&lt;b&gt;</code>", "<b>"),
        ("A <math><msub><mi>d</mi><mi>k</mi></msub></math> wide", "A dk wide"),
    ],
)
def test_visible_text_is_what_a_reader_sees(html, text):
    assert text == visible_text(html)


@pytest.mark.timeout(20)
def test_a_long_row_of_unfinished_tags_takes_no_time():
    assert visible_text("<div class='a " * 20_000).startswith("<div class='a <div")
