"""HTML becomes Markdown: each case is HTML, and the Markdown with what a person should look at."""

from tests.importers.exports import imported, item, read, wxr
from tests.importers.texts import made
from tests.kit.cases import every_case
from tests.kit.steps import steps

from sitegen.importers.nouns import Text


@every_case("text", beside=__file__)
def test_words(case):
    case.expect(made(Text(case.input)))


@every_case("blocks", beside=__file__)
def test_blocks(case):
    case.expect(made(Text(case.input)))


def test_a_text_that_is_too_deep_stays_html():
    text = "<i><b>" * 600 + "word" + "</b></i>" * 600

    assert made(Text(text)).endswith(
        "! 1: a text whose elements stand too deep in one another, so that it stays HTML\n"
    )
    assert "word" in made(Text(text))


def test_addresses_that_are_none_stay_as_they_are(tmp_path):
    text = "<p><a href='http://[x'>a</a><img src='http://[y/wp-content/uploads/b.png' alt='b'></p>"
    imported(wxr(item("A", text)), tmp_path / "news")

    assert "[a](http://[x)![b](http://[y/wp-content/uploads/b.png)" in read(tmp_path / "news", "content/articles/a.md")


def test_long_texts_cost_as_much_as_they_are_long():
    few, many = (
        steps(made, Text("<p>a <b>b</b> [c $1 *d* <br>e</p>" * count + "<i>" * 50, lines=True)) for count in (100, 200)
    )

    assert many < 2.2 * few
