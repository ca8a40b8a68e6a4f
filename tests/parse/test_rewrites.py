"""What programs write in a manner of their own is read as Markdown that says the same."""

import pytest
from tests.kit.parsing import front, html, read

TEXT = "<p>Text.</p>\n"


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Answer: **Yes, **so** it is.", "<strong>Answer:</strong> Yes, <strong>so</strong> it is."),
        ("The ** Weights** tool", "The  <strong>Weights</strong> tool"),
        ("** Alone **", "<strong>Alone</strong>"),
        ("**Above **\nbelow", "<strong>Above</strong>\nbelow"),
        ("[** Four: A**](https://a.example/)", '<a href="https://a.example/"><strong>Four: A</strong></a>'),
        ("2 ** 3 ** 4", "2 ** 3 ** 4"),
        ("Terms apply** see **below", "Terms apply** see **below"),
        ("f(**options), **more", "f(**options), **more"),
        ("name**other **x", "name**other **x"),
        ("`a ** b` and **c **d", "<code>a ** b</code> and **c **d"),
        ("One **only", "One **only"),
        ("Pass **args and **kwargs on.", "Pass **args and **kwargs on."),
        ("**includes tax\n**excludes tax", "**includes tax\n**excludes tax"),
        ("A bed for 5 euros **. Two for 8 **.", "A bed for 5 euros **. Two for 8 **."),
        (
            "The word **one **, and (**two **) more.",
            "The word <strong>one</strong> , and (<strong>two</strong> ) more.",
        ),
        ("Call **Home: **and wait.", "Call <strong>Home:</strong> and wait."),
        ("它的**信号 K **，弱。", "它的<strong>信号 K</strong> ，弱。"),
        ("**One **two** three**", "<strong>One <strong>two</strong> three</strong>"),
        ("**One **two**, three**!", "<strong>One <strong>two</strong>, three</strong>!"),
    ],
)
def test_spaces_at_the_ends_of_bold_leave_it(text, expected):
    assert f"<p>{expected}</p>\n" == html(front("", text).content.body)


def test_a_callout_and_questions_may_open_with_such_bold():
    faq = "## FAQ\n\n**Q: **Why?\n\n**A: **So.\n"
    parsed = front("", f"**Pro tip: **Wait.\n\n{faq}")

    assert (("pro-tip",), ["Why?"]) == (parsed.article.callouts, [each.question for each in parsed.content.faqs])


def test_lines_behind_bars_end_where_they_do():
    assert "<p>One<br>\nand <em>two</em></p>\n" == html(front("", "| One\n|   and *two*\n").content.body)
    assert "<br>" not in html(front("", "| One | two\n| three | four\n").content.body)


def test_contents_of_word_leave():
    lines = "[One [2](#one)](#one)\n\n[Two [13](#two)](#two)"

    assert '<p>Lead.</p>\n<h2 id="one">One</h2>\n<h2 id="two">Two</h2>\n' == html(
        front("", f"Lead.\n\n{lines}\n\n## One\n\n## Two\n").content.body
    )


def test_a_caption_below_a_table():
    body = html(front("", "| a |\n|---|\n| b |\n\n: What it *takes* {#tbl:a}\n\nText.\n").content.body)

    assert body.endswith("<p>What it <em>takes</em></p>\n<p>Text.</p>\n")


def test_a_caption_right_behind_a_picture():
    store = "https://substackcdn.com/a.png"

    assert f'<figure><img src="{store}" alt="A desk" title="A desk with a laptop"></figure>\n' == html(
        front("", f"![A desk]({store})A desk with\na laptop\n").content.body
    )
    assert f'<p><a href="{store}"><img src="{store}" alt="A desk"></a></p>\n<p>A desk</p>\n' == html(
        front("", f"[![A desk]({store})]({store})A desk\n").content.body
    )
    assert "<p><img" in html(front("", "![A star](star.png)Some words of a sentence.\n").content.body)
    assert "<p><img" in html(front("", f"![A star]({store}) Some words of a sentence.\n").content.body)
    assert "<p><img" in html(front("", f"![A star]({store})\nSome words of a sentence.\n").content.body)
    broken = "https://substackcdn.com/a-\nb.png"
    assert "</a></p>\n<p>A\n\ndesk</p>\n" in html(front("", f"[![]({broken})]({broken})A\ndesk\n").content.body)


def test_backslashes_at_the_end_of_blocks_break_no_line():
    text = "One\\\ntwo\\\n\n## Three\\\n\n- four\\\n\nIn C:\\\n\nand D:\\x\\\n\nand `\\`\n"

    assert (
        '<p>One<br>\ntwo</p>\n<h2 id="three">Three</h2>\n<ul>\n<li>four</li>\n</ul>\n'
        "<p>In C:\\</p>\n<p>and D:\\x\\</p>\n<p>and <code>\\</code></p>\n"
    ) == html(front("", text).content.body)
    assert "<p>One\\</p>\n" == html(front("", "One\\\n").content.body)


def test_backslashes_of_folders_and_behind_code_stay():
    folders = "- src\\\n- bin\\\n- obj\\\n"
    code = "```sh\na \\\n  b \\\n  c\n```\n\nIt is in logs\\\n"

    assert "<ul>\n<li>src\\</li>\n<li>bin\\</li>\n<li>obj\\</li>\n</ul>\n" == html(front("", folders).content.body)
    assert "<p>It is in logs\\</p>" in html(front("", code).content.body)
