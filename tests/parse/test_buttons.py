"""What other sites put into their articles leaves the text."""

import pytest
from tests.kit.parsing import findings, front, html, read

TEXT = "<p>Text.</p>\n"


@pytest.mark.parametrize(
    "written",
    [
        "[Share](https://desk.substack.com/p/a?utm_source=substack&action=share)",
        "[3](https://desk.example.org/p/a/comments)[Share](javascript:void\\(0\\))",
        "[3](https://desk.example.org/p/a/comments)Share",
        "[**Subscribe now**](https://desk.substack.com/subscribe?)",
        "[Subscribe now](#/portal/signup)",
        "[↑ Back to top](#top)",
        "[View in browser](https://mail.example.org/v/1)",
        "[Unsubscribe](https://mail.example.org/u) | [Forward to a friend](https://mail.example.org/f)",
    ],
)
def test_a_button_leaves(written):
    parsed = front("", f"Text.\n\n{written}\n")

    assert TEXT == html(parsed.content.body)
    assert "is a button of another site, so it is left out (remove it)\n" in findings(parsed)


@pytest.mark.parametrize(
    "written",
    [
        "[Subscribe](https://news.example.org/join)",
        "[Share](https://desk.substack.com/p/a) what you think.",
        "[What we know](https://desk.substack.com/p/a)",
        "[1](https://desk.substack.com/p/a)\n[2](https://desk.substack.com/p/b)",
        "[Subscribe](https://ourdesk.substack.com/subscribe)",
        "- [Subscribe now](https://desk.substack.com/subscribe?)",
        "[Back to the top of the list](#top)",
        "[Unsubscribe](https://mail.example.org/u) from what you never asked for.",
    ],
)
def test_a_link_stays(written):
    parsed = front("", written)

    assert "<a href=" in html(parsed.content.body)
    assert "" == findings(parsed)


@pytest.mark.parametrize(
    "written",
    [
        "Thanks for reading Desk! Subscribe for free to receive new posts and support my work.",
        "*Thanks for reading! This post is public so feel free to share it.*",
        "*Thanks for reading! If you liked it, hold down the clap button.*",
        "ADVERTISEMENT",
        "*Advertisement – Continue reading below*",
        "Skip to content",
        (
            "Desk is a reader-supported publication. To receive new posts and support my work, consider becoming a free or "
            "paid\nsubscriber.\n\nSubscribe"
        ),
        "Press enter or click to view image in full size",
        (
            "[T](https://medium.com/a) was originally published in [Desk](https://medium.com/b) on Medium, where people are "
            "continuing the conversation by highlighting and responding to this story."
        ),
        "## Share this:\n\n- [Click to share on X (Opens in new window) X](https://example.org/?share=x)",
        "### Like this:\n\nLike Loading...",
    ],
)
def test_what_a_site_adds_leaves(written):
    parsed = front("", f"Text.\n\n{written}\n")

    assert TEXT == html(parsed.content.body)
    assert "so it is left out" in findings(parsed)


@pytest.mark.parametrize(
    "written",
    [
        "Thanks for reading, and see you.",
        "## Share this\n\n- Share it with neighbours.",
        "## Share this:\n\n- One\n",
        "## Like this:\n\nText.",
        "Share",
    ],
)
def test_what_an_author_says_stays(written):
    assert "" == findings(front("", f"Text.\n\n{written}\n"))
    assert TEXT != html(front("", f"Text.\n\n{written}\n").content.body)


def test_what_stands_beside_the_minutes_of_reading_leaves_and_a_profile_signs():
    lines = [
        "[Ana Lima](https://medium.com/@ana)",
        "Follow",
        "4 min read",
        "·",
        "Nov 18, 2026",
        "\\--",
        "Listen",
        "Share",
    ]
    parsed = read("\n\n".join(["# A title", *lines, "Text."]))

    assert ("Ana Lima",) == parsed.article.meta.authors
    assert "2026-11-18" == f"{parsed.article.meta.date:%Y-%m-%d}"
    assert TEXT == html(parsed.content.body)


def test_the_first_of_each_kind_is_told():
    button = "[Share](https://desk.substack.com/p/a?action=share)"
    told = findings(front("", f"Text.\n\n{button}\n\nText.\n\n{button}\n"))

    assert f'! 8:1+{len(button)} parse/shortcode: "{button}" is a button of another site, so it is left out, ' in told
    assert 1 == told.count("\n")
