"""What programs leave in a text that they export leaves it, and each kind is told once."""

import pytest
from tests.kit.parsing import findings, front, html, read

TEXT = "<p>Text.</p>\n"


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ('Text.\n\n<img src="https://www.notion.so/icons/key_gray.svg" width="40px" />', "is the icon of a program"),
        ('<img src="/icons/key.svg" alt="/icons/key.svg" width="40px" /> Text.', "is the icon of a program"),
        ("![](images/icons/emoticons/lightbulb.svg) Text.", "is the icon of a program"),
        (
            "Text.\n\n![](https://medium.com/_/stat?event=post.clientViewed&postId=1)",
            "counts readers and shows nothing",
        ),
        (
            "Text.\n\n![](data:image/png;base64...)",
            "is no picture any more, since the program that wrote this kept none",
        ),
        ("Text. ^lead", "is the name of a block in Obsidian"),
        ("Text.\n\n^table-1", "is the name of a block in Obsidian"),
        ("Text.\n[name=Desk] [time=Sun, Nov 29, 2026] [color=#907bf7]", "says who commented in HackMD"),
    ],
)
def test_leaves(written, what):
    parsed = front("", written)

    assert TEXT == html(parsed.content.body)
    assert f'" {what}, so it is left out, as all of its kind are' in findings(parsed)


def test_each_kind_is_told_once_at_its_first_place():
    told = findings(front("", "One. ^one\n\nTwo. ^two\n\n![A](data:image/png;base64...)\n"))

    assert [
        (
            '! 6:6+4 parse/shortcode: "^one" is the name of a block in Obsidian, so it is left out, as all of its kind are '
            "(remove it)"
        ),
        (
            '! 10:1+30 parse/shortcode: "![A](data:image/png;base64...)" is no picture any more, since the program that '
            "wrote this kept none, so it is left out, as all of its kind are (save the picture beside the article, and "
            "write ![what it shows](picture.png))"
        ),
    ] == told.splitlines()


@pytest.mark.parametrize(
    "written",
    [
        "It is 2 ^lead or more.",
        "Thumbs up ^this",
        "![A key](/icons/key.svg)",
        '<img src="/icons/key.svg" alt="A key">',
        "To end it, press the key: ^C",
        "Press it. ^C",
        "![A dot](data:image/gif;base64,R0lGODlhAQABAAAAACw=)",
        "Write `Text. ^lead` there. ^lead",
    ],
)
def test_stays(written):
    parsed = front("", written)

    assert "parse/shortcode" not in findings(parsed)


def test_the_name_of_a_block_below_a_list():
    assert "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>\n" == html(front("", "- One\n- Two\n^list").content.body)


def test_the_tab_of_a_document_is_no_title():
    parsed = read("# Tab 1\n\n# **A title**\n\nby Chief Editor\n\nText.\n", undated="2026-01-01")

    assert "A title" == parsed.article.meta.title
    assert TEXT == html(parsed.content.body)
    assert (
        '! 1:3+5 parse/shortcode: "Tab 1" is what Google Docs calls a tab, so it is left out (remove it)\n'
        == findings(parsed)
    )


def test_a_title_that_is_no_tab():
    assert "Tab 1" == read("# Tab 1\n\nText.\n").article.meta.title


def test_tags_in_a_heading():
    parsed = read("# A title\n\n###### tags: `open models` `llama.cpp`\n\nby Chief Editor\n\nText.\n")

    assert ("open models", "llama.cpp") == parsed.article.meta.tags
    assert ("Chief Editor",) == parsed.article.meta.authors
    assert TEXT == html(parsed.content.body)


def test_an_address_that_is_broken_at_hyphens():
    parsed = front("", "See [this](https://example.org/a-\nlong-\naddress) and\n[that](b.md).")

    assert '<a href="https://example.org/a-long-address">this</a>' in html(parsed.content.body)
    (ref,) = (part for part in parsed.content.body.parts if not isinstance(part, str))
    assert 9 == ref.line


def test_a_heading_whose_underline_stands_apart():
    title = "Permissive licences"
    written = f"{title}\n\n\n{'-' * (len(title) + 2)}\n\nText.\n"

    assert f'<h2 id="permissive-licences">{title}</h2>\n{TEXT}' == html(front("", written).content.body)
    assert "<hr>" in html(front("", written.replace("---\n", "--\n")).content.body)


def test_bold_in_bold_is_bold():
    text = (
        "************Bold************ and *******both*******.\n\nA f**** word, **** and ***** of them, `****a****`.\n"
    )

    assert (
        "<p><strong>Bold</strong> and <em><strong>both</strong></em>.</p>\n"
        "<p>A f**** word, **** and ***** of them, <code>****a****</code>.</p>\n"
    ) == html(front("", text).content.body)
    (faq,) = front("", "## FAQ\n\n********Is it free?********\n\nYes.\n").content.faqs
    assert "Is it free?" == faq.question


def test_lines_behind_bars_end_where_they_do():
    assert "<p>One<br>\nand <em>two</em></p>\n" == html(front("", "| One\n|   and *two*\n").content.body)
    assert "<br>" not in html(front("", "| One | two\n| three | four\n").content.body)


def test_messages_of_docs_to_markdown_leave_and_its_pictures_say_nothing():
    text = (
        '<p style="color: red">>>>>>  gd2md-html alert:  ERRORs: 0; ALERTS: 1.</p>\n<ul><li>See the top.</ul>\n\n'
        '<p style="color: red">Links to alert messages:</p><a href="#gdcalert1">alert1</a>\n\n# A title\n\n'
        "by Chief Editor\n\nText.\n\n"
        '<p id="gdcalert1" ><span>>>>>>  gd2md-html alert: inline image link here.</span></p>\n\n'
        '![alt_text](images/image1.png "image_tooltip")\n'
    )
    parsed = read(text, undated="2026-01-01")

    assert ("A title", ("Chief Editor",)) == (parsed.article.meta.title, parsed.article.meta.authors)
    assert TEXT + '<figure><img src="{file articles/images/image1.png}" alt=""></figure>\n' == html(parsed.content.body)
    assert "is a message of Docs to Markdown, so it is left out" in findings(parsed)
    assert "this image has no description" in findings(parsed)


def test_contents_of_word_leave():
    lines = "[One [2](#one)](#one)\n\n[Two [13](#two)](#two)"

    assert '<p>Lead.</p>\n<h2 id="one">One</h2>\n<h2 id="two">Two</h2>\n' == html(
        front("", f"Lead.\n\n{lines}\n\n## One\n\n## Two\n").content.body
    )
