"""Names of emoji between colons are these."""

import pytest
from tests.kit.parsing import front, html


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Out now :tada: (:+1:)", "<p>Out now 🎉 (👍)</p>\n"),
        ("**Done :white_check_mark:**", "<p><strong>Done ✅</strong></p>\n"),
        ("## Launch :rocket:", '<h2 id="launch-rocket">Launch 🚀</h2>\n'),
        (
            "At 10:30:45, a:x:b, :nothing: and `:tada:`",
            "<p>At 10:30:45, a:x:b, :nothing: and <code>:tada:</code></p>\n",
        ),
        ("See std::tada::x and https://a.example/:tada:", None),
        ("Mind \\:tada:", "<p>Mind :tada:</p>\n"),
        (
            "<https://a.example/:key:/b> <kbd>:key:</kbd>",
            '<p><a href="https://a.example/:key:/b">https://a.example/:key:/b</a> <kbd>:key:</kbd></p>\n',
        ),
        (
            "https://a.example/:key:/b [:key:](https://a.example/)",
            '<p><a href="https://a.example/:key:/b">https://a.example/:key:/b</a> <a href="https://a.example/">🔑</a></p>\n',
        ),
    ],
)
def test_names_become_emoji_where_they_stand_alone(text, expected):
    shown = html(front("", text).content.body)

    assert shown == expected if expected else "🎉" not in shown


def test_a_question_of_the_front_matter_has_them_too_and_ids_keep_the_names():
    parsed = front("faq:\n- {q: 'Is :+1: it?', a: 'Yes :tada:'}", "## :rocket: It's\n\nSo.\n", typographer=True)

    assert '<h2 id="rocket-it-s">🚀 It’s</h2>\n<p>So.</p>\n' == html(parsed.content.body)
    assert [("is-1-it", "Is 👍 it?", "<p>Yes 🎉</p>\n")] == [
        (faq.id, faq.question, html(faq.answer)) for faq in parsed.content.faqs
    ]
