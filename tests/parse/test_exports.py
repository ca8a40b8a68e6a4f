"""What programs leave in a text that they export leaves it, and each kind is told once."""

import re

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
        (
            "Text.\n\n![](data:image/svg+xml;base64,PHN2Zz4=)",
            "is a drawing that stands in its address, which is not followed",
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


def test_the_frame_of_a_page_of_confluence_leaves():
    text = (
        "# A title\n\n1.  [Space](index.html)\n2.  [News desk](News-desk_65600.html)\n\n"
        "Created by Business Desk, last modified on Nov 20, 2026\n\nText.\n\n"
        "## Attachments:\n\n![](images/icons/bullet_blue.gif) [a.png](attachments/1/2.png) (image/png)\n"
    )
    parsed = read(text)

    assert (("Business Desk",), "2026-11-20") == (parsed.article.meta.authors, f"{parsed.article.meta.date:%Y-%m-%d}")
    assert TEXT == html(parsed.content.body)
    assert (
        '! 3:5+19 parse/shortcode: "[Space](index.html)" is what Confluence has around a page, so it is left out with '
        "what belongs to it (remove it)\n"
    ) in findings(parsed)


def test_a_list_of_pages_and_attachments_of_ones_own_stay():
    body = html(
        front("", "1. [One](one.html)\n\nText.\n\n## Attachments\n\n[The table](attachments/a.csv)\n").content.body
    )

    assert "<ol>" in body and "Attachments</h2>" in body


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        (
            "Text.\n\n1. [Home](index.html)\n\nCreated by the news desk on Monday, this shows the way.",
            "<ol>\n<li>[Home]</li>\n</ol>\n<p>Created by the news desk on Monday, this shows the way.</p>\n",
        ),
        (
            "Text.\n\n> ## Attachments\n\nSee [a page](a.html).",
            '<blockquote>\n<h2 id="attachments">Attachments</h2>\n</blockquote>\n<p>See [a page].</p>\n',
        ),
        (
            "Text.\n\n1.\n\nCreated by Ana, last modified on Monday\n\n[A](a.html)",
            "<ol>\n<li></li>\n</ol>\n<p>Created by Ana, last modified on Monday</p>\n<p>[A]</p>\n",
        ),
        (
            "Text.\n\n<p>One.</p>\n<p>What a gd2md-html alert is.</p>\n",
            "<p>One.</p>\n<p>What a gd2md-html alert is.</p>\n",
        ),
    ],
)
def test_what_only_looks_so_stays(written, drawn):
    body = re.sub(r'<a href="[^"]*">([^<]*)</a>', r"[\1]", html(front("", written).content.body))

    assert TEXT + drawn == body


def test_code_below_attachments_stays():
    body = html(front("", "See [a page](a.html).\n\n## Attachments\n\n```\ncode\n```\n").content.body)

    assert "Attachments</h2>" in body and "code\n</code>" in body


def test_what_google_docs_writes_around_copied_text_leaves():
    around = '<b style="font-weight:normal;" id="docs-internal-guid-1f2e3d4c-7fff">'
    parsed = front("", f"{around}\n<p>One.</p>\n\n<p><b>Two.</b></p>\n<br></b>\n")
    assert "<p>One.</p>\n<p><b>Two.</b></p>" == html(parsed.content.body).strip()
    assert ["parse/shortcode"] == [found.code for found in parsed.article.diagnostics]

    assert "docs-internal-guid" in html(front("", f"{around}\n<p>One.</p>\n").content.body)
