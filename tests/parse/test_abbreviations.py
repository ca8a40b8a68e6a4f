"""`*[HTML]: …` says what an abbreviation stands for, and is shown where it is used."""

import pytest
from tests.kit.parsing import findings, front, html


def body(text):
    return html(front("", text).content.body)


def test_each_use_says_what_it_stands_for_but_in_code():
    text = (
        'HTML, XHTML and `HTML` in *HTML 5*.\n\n*[HTML]: Hyper "Text" Markup Language\n*[HTML 5]: Its fifth edition\n'
    )
    shown = '<abbr title="Hyper &quot;Text&quot; Markup Language">HTML</abbr>'
    assert (
        f'<p>{shown}, XHTML and <code>HTML</code> in <em><abbr title="Its fifth edition">HTML 5</abbr></em>.</p>\n'
    ) == body(text)


def test_headings_and_answers_have_them_too():
    parsed = front(
        "", "## AI\n\nText.\n\n## FAQ\n\n### What is AI?\n\nAI is a word.\n\n*[AI]: Artificial intelligence\n"
    )

    shown = '<abbr title="Artificial intelligence">AI</abbr>'
    assert f'<h2 id="ai">{shown}</h2>\n<p>Text.</p>\n' in html(parsed.content.body)
    assert [("What is AI?", f"<p>{shown} is a word.</p>\n")] == [
        (faq.question, html(faq.answer)) for faq in parsed.content.faqs
    ]
    assert "" == findings(parsed)


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example/HTML and <https://a.example/HTML>",
        "<code>HTML</code> and <abbr title='A'>HTML</abbr>",
        "XHTML, HTML5, x.NET and C++11",
    ],
)
def test_code_addresses_and_longer_words_stay(text):
    defined = "\n\n*[HTML]: H\n*[C++]: C\n*[.NET]: N\n"

    assert body(text) == body(text + defined)


def test_those_with_signs_and_spaces_are_known_by_their_longest():
    shown = body("C++, .NET, HTML 5.\n\n*[C++]: C\n*[C]: D\n*[.NET]: N\n*[HTML]: H\n*[HTML 5]: H5\n")

    assert '<p><abbr title="C">C++</abbr>, <abbr title="N">.NET</abbr>, <abbr title="H5">HTML 5</abbr>.</p>\n' == shown


@pytest.mark.parametrize(
    "text",
    ["*[Update]: The vote is over.*", "*[Update]: The vote\nis over.*", "*[Update]: The vote\nis over.", "\\*[AI]: x"],
)
def test_emphasis_and_what_goes_on_is_text(text):
    assert "Update]: The vote" in body(text) or "*[AI]: x" in body(text)


@pytest.mark.parametrize("mark", ["- ", "> ", "- [ ] ", ": "])
def test_in_a_list_or_a_quote_nothing_is_said_of_abbreviations(mark):
    assert "*[Update]: The vote" in body(f"So\n\n{mark}*[Update]: The vote\n")
