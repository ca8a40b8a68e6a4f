"""Classes that themes of Jekyll give to callouts make them such."""

import pytest
from tests.kit.parsing import findings, front, html


def body(text):
    return html(front("", text).content.body)


def callout(kind, title, inner):
    return (
        f'<aside class="callout callout-{kind}" role="note">\n'
        f'<p class="callout-title">{title}</p>\n<p>{inner}</p>\n</aside>\n'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> Use *both*.\n{: .prompt-tip }\n", callout("tip", "Tip", "Use <em>both</em>.")),
        ("> Take care.\n{: .prompt-danger }\n", callout("caution", "Caution", "Take care.")),
        ("Take care.\n{: .notice--warning}\n", callout("warning", "Warning", "Take care.")),
        ("Look here.\n{: .notice}\n", callout("note", "Note", "Look here.")),
        ("{: .note }\nLook here.\n", callout("note", "Note", "Look here.")),
        ("{: .important }\n> Look here.\n", callout("important", "Important", "Look here.")),
        ("{: .warning-title }\n> Hot\n>\n> Look here.\n", callout("warning", "Hot", "Look here.")),
        (
            '<div class="notice--info" markdown="1">\n\n#### Mind\n\nLook here.\n\n</div>\n',
            callout("note", "Mind", "Look here."),
        ),
        ("> Pro Tip: Use both.\n{: .prompt-tip }\n", callout("pro-tip", "Pro Tip", "Use both.")),
    ],
)
def test_a_block_with_such_a_class_is_a_callout(text, expected):
    parsed = front("", f"One.\n\n{text}\nTwo.\n")

    assert f"<p>One.</p>\n{expected}<p>Two.</p>\n" == html(parsed.content.body)
    assert "" == findings(parsed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- One\n{: .note }\n", "<ul>\n<li>One</li>\n</ul>\n"),
        ("Text.\n{: .lead }\n", "<p>Text.</p>\n"),
        ("{: .note }\n", ""),
        ("- One\n\n- Two\n{: .note }\n", "<ul>\n<li>\n<p>One</p>\n</li>\n<li>\n<p>Two</p>\n</li>\n</ul>\n"),
        ("## New\n{: .new }\n\nText.\n", '<h2 id="new">New</h2>\n<p>Text.</p>\n'),
        ("## New\n{: .new }\nText.\n", '<h2 id="new">New</h2>\n<p>Text.</p>\n'),
        (
            '<div class="warning">\n\nText.\n\n</div>\n\nSee.\n{: .lead }\n',
            '<div class="warning">\n<p>Text.</p>\n</div>\n<p>See.</p>\n',
        ),
    ],
)
def test_other_classes_and_what_stands_in_lists_leave_alone(text, expected):
    assert expected == body(text)


def test_a_box_that_is_never_closed_stays_one():
    assert '<div class="notice">' in body('<div class="notice">\n\nText.\n')
