"""What stands around a text of raw HTML leaves it; the text is read as if it stood alone."""

import pytest
from tests.kit.parsing import findings, front, html, read

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
    <meta charset="UTF-8">
    <title>Open weights, explained | A site</title>
    <style>
        body { font-family: Arial, sans-serif; }
    </style>
    <script>document.title = "<p>1 < 2</p>";</script>
</head>

<body>
    <div class="container">
        <header>
            <h1>Open weights, explained</h1>
            <p class="byline">By <strong>Chief Editor</strong></p>
            <p class="date">Published: March 3, 2026</p>
        </header>

        <main>
            <p>Weights are the numbers that a model has learnt.</p>

            <section id="numbers">
                <h2>How many there are</h2>

                <div class="callout">
                    <strong>Did you know?</strong> The largest GPT-2 has 1.5 billion.
                </div>

                <pre><code>
    &lt;header&gt;
                </code></pre>
            </section>

            <section>
                <h2 id="share">Why share them</h2>

                <p>Others can build on them.</p>

                <h3>Pro Tip:</h3>
                <p>Read the licence first.</p>

                <blockquote>
                    <p><strong>Real-Life Example:</strong> OLMo comes with its data.</p>
                </blockquote>
            </section>

            <section class="faq">
                <h2>Frequently Asked Questions</h2>

                <div class="faq-item">
                    <h3>1. Are they free?</h3>
                    <p>Often.</p>
                </div>

                <div class="faq-item">
                    <h3>2. Are they open source?</h3>
                    <p>Not always.</p>
                </div>
            </section>

            <section class="related">
                <h2>You may also like</h2>
                <ul>
                    <li><a href="licences.md">Licences</a></li>
                </ul>
            </section>

            <section id="comments">
                <h2>Comments</h2>
                <form><textarea></textarea><button type="submit">Send</button></form>
            </section>
        </main>

        <footer>
            <p>&copy; 2026 A site</p>
        </footer>
    </div>
</body>
</html>
"""

BODY = """\
<p>Weights are the numbers that a model has learnt.</p>
<h2 id="numbers">How many there are</h2>
<aside class="callout callout-did-you-know" role="note">
<p class="callout-title">Did you know?</p>
<p>The largest GPT-2 has 1.5 billion.</p>
</aside>
<pre tabindex="0"><code>
    &lt;header&gt;
                </code></pre>
<h2 id="share">Why share them</h2>
<p>Others can build on them.</p>
<aside class="callout callout-pro-tip" role="note">
<p class="callout-title">Pro Tip</p>
<p>Read the licence first.</p>
</aside>
<aside class="callout callout-example" role="note">
<p class="callout-title">Real-Life Example</p>
<p>OLMo comes with its data.</p>
</aside>
<faq 0-2 id=frequently-asked-questions>Frequently Asked Questions</faq>
"""


def test_whole_page():
    parsed = read(PAGE)

    assert BODY == html(parsed.content.body)
    assert ("Open weights, explained", ("Chief Editor",)) == (parsed.article.meta.title, parsed.article.meta.authors)
    assert ["Are they free?", "Are they open source?"] == [faq.question for faq in parsed.content.faqs]
    assert ("articles/licences.md",) == parsed.article.further
    assert (
        "! 1:1+15 parse/unbalanced-html: <!DOCTYPE html> begins a whole page, of which the text is taken, and no <head>,"
        " script or copyright (keep what says the text, from <h1> on)\n"
    ) == findings(parsed)


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<article>\n", "</article>\n"),
        ("<main><article class='post'>\n\n", "</article></main>\n"),
        ("<div>\n<div class=text>\n", "</div>\n\n</div>\n"),
        ("<section>\n", "</section>\n<section>\n</section>\n"),
    ],
)
def test_elements_around_all_of_a_text(begin, end):
    inner = "    <h2>FAQ</h2>\n\n    <h3>Why?</h3>\n    <p>So.</p>\n"

    parsed = front("", f"{begin}{inner}{end}")

    assert ("<faq 0-1 id=faq>FAQ</faq>\n", "") == (html(parsed.content.body), findings(parsed))


@pytest.mark.parametrize(
    "text",
    [
        '<div class="center">\n<h2 id="one">One</h2>\n</div>\n<p>Two</p>\n',
        '<div>\n<h2 id="one">One</h2>\n</div>\n<section>\n<p>Two</p>\n</section>\n',
        '<div style="font-family: monospace">\n<h2 id="one">One</h2>\n</div>\n',
        '<article dir="rtl" lang="he">\n<h2 id="one">One</h2>\n</article>\n',
    ],
)
def test_elements_that_say_something_stay(text):
    assert text == html(front("", text).content.body)


def test_code_within_stays_as_it_is_written():
    text = "<article>\n\n<h2>A</h2>\n\nUse `<section>`.\n\n```text\n    <main>\n    </main>\n```\n\n</article>\n"

    said = html(front("", text).content.body)

    assert "Use <code>&lt;section&gt;</code>." in said
    assert "    &lt;main&gt;\n    &lt;/main&gt;\n" in said


def test_footer_that_says_more_than_rights_stays():
    text = "<html>\n<body>\n<h2>One</h2>\n<footer>\n<p>First told in May.</p>\n</footer>\n</body>\n</html>\n"

    assert "First told in May." in html(front("", text).content.body)


def test_places_are_those_of_the_file():
    text = '<article>\n    <h2>One</h2>\n\n    <p><a href="file:///x">x</a></p>\n</article>\n'

    assert "! 9:17+9 parse/own-file" in findings(front("", text))
