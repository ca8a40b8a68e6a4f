"""What the editors of Ghost keep becomes HTML."""

import json

from sitegen.importers.lexical import html_of


def lexical(*children):
    return html_of(json.dumps({"root": {"type": "root", "children": list(children)}}), "")


def test_words_lists_and_links():
    words = {"type": "text", "text": "a<b", "format": 3}
    link = {"type": "link", "url": "https://x.example/?a&b", "children": [{"type": "text", "text": "x"}]}
    listed = {
        "type": "list",
        "tag": "ol",
        "children": [{"type": "listitem", "children": [words, {"type": "linebreak"}]}],
    }

    assert (
        '<p><a href="https://x.example/?a&amp;b">x</a></p><ol><li><em><strong>a&lt;b</strong></em><br></li></ol><hr>'
    ) == lexical({"type": "paragraph", "children": [link]}, listed, {"type": "horizontalrule"})


def test_cards():
    image = {"type": "image", "src": "a.jpg", "alt": "A", "caption": "<b>C</b>"}
    bookmark = {"type": "bookmark", "url": "https://x.example/", "metadata": {"title": "T"}}

    assert (
        '<figure><img src="a.jpg" alt="A"><figcaption><b>C</b></figcaption></figure>'
        '<pre data-language="py">x &lt; y</pre><p><a href="https://x.example/">T</a></p><i>h</i>'
    ) == lexical(
        image, {"type": "codeblock", "language": "py", "code": "x < y"}, bookmark, {"type": "html", "html": "<i>h</i>"}
    )


def test_a_callout_has_its_sign():
    assert (
        '<div class="kg-callout-card"><div class="kg-callout-emoji">💡</div>'
        '<div class="kg-callout-text"><p>a</p></div></div>'
    ) == lexical({"type": "callout", "calloutEmoji": "💡", "calloutText": "<p>a</p>"})


def test_what_only_mails_show_is_on_no_page():
    assert '<div class="kg-email-card"></div><p>b</p>' == lexical(
        {"type": "email", "html": "<p>a</p>"}, {"type": "paragraph", "children": [{"type": "text", "text": "b"}]}
    )


def test_the_older_editor():
    document = {
        "markups": [["strong"], ["a", ["href", "https://x.example/"]]],
        "cards": [["hr", {}]],
        "sections": [
            [1, "p", [[0, [0], 0, "a"], [0, [1], 2, "b"], [0, [], 0, "<"]]],
            [3, "ul", [[[0, [], 0, "c"]]]],
            [10, 0],
        ],
    }

    assert ('<p><strong>a<a href="https://x.example/">b</a></strong>&lt;</p><ul><li>c</li></ul><hr>') == html_of(
        "", json.dumps(document)
    )


def test_what_is_neither_gives_nothing():
    assert ["", "", ""] == [html_of("{", ""), html_of("", "[]"), html_of("", "")]
