"""Links and pictures in two brackets, and the width behind a bar, as Obsidian writes them."""

import pytest
from tests.kit.parsing import findings, front, html, shown

PICTURE = '<figure><img src="{file articles/a.png}" alt="%s"%s></figure>\n'


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("See [[What it costs]] and [[Licences]].", '<a href="{title Licences}">Licences</a>'),
        ("See [[notes/What it costs.md|the other]].", '<a href="{title What it costs}">the other</a>'),
        ("See [[What it costs#The card|this part]].", '<a href="{title What it costs#the-card}">this part</a>'),
        ("See [[What it costs#^a1b2c3|this]].", '<a href="{title What it costs}">this</a>'),
        ("See [[#The card]].", '<a href="{article articles/x.md#the-card}">The card</a>'),
        ("See ![[What it costs]].", '<a href="{title What it costs}">What it costs</a>'),
        ("Hear [[talk.mp3|the talk]].", '<a href="{file articles/talk.mp3}">the talk</a>'),
        ("[[What it costs]]", '<p><a href="{title What it costs}">What it costs</a></p>'),
    ],
)
def test_a_link(written, drawn):
    assert drawn in html(front("", written).content.body)


@pytest.mark.parametrize(
    "written",
    [
        "A page is linked as [[Another page]] there.",
        "In C++ say [[nodiscard]], and [[maybe_unused]] as well.",
        "A matrix [[1, 2], [3, 4]] and [[x, y], [z]].",
        "If [[ -f a.md ]] or [[ -d b ]] holds.",
        "In a wiki [[File:A.png|thumb]] and [[Category:Tools]] mean more.",
        r"Write \[[this|so]] or `[[that|so]]`.",
        "Of Org mode: [[https://example.org][here]].",
    ],
)
def test_what_is_no_link(written):
    assert "href" not in html(front("", written).content.body)


@pytest.mark.parametrize(
    ("written", "alt", "size"),
    [
        ("![[a.png|A desk]]", "A desk", ""),
        ("![[a.png|A desk|300]]", "A desk", ' width="300"'),
        ("![[a.png|A desk|300x200]]", "A desk", ' width="300" height="200"'),
        ("![A desk|300](a.png)", "A desk", ' width="300"'),
        ("![[a.png|600]]", "", ' width="600"'),
    ],
)
def test_a_picture(written, alt, size):
    assert PICTURE % (alt, size) == html(front("", written).content.body)


def test_a_number_that_describes_a_picture_is_a_year_where_nothing_says_otherwise():
    assert PICTURE % ("2024", "") == html(front("", "![2024](a.png)").content.body)


def test_a_picture_without_words_is_told():
    assert findings(front("", "Text.\n\n![[a.png]]")).startswith("! 8:1+3 parse/no-alt: this image has no description")


def test_a_name_that_links_to_its_page():
    parsed = front('author: "[[Chief Editor]]"', "Text.")

    assert ("Chief Editor",) == parsed.article.meta.authors
    assert ("Chief Editor",) == front("", "by [[desks/Chief Editor|Chief Editor]]\n\nText.").article.meta.authors


def test_only_what_is_no_link_is_told():
    told = findings(front("", "See [[What it costs|this]] and [[nodiscard]]."))

    assert '"[[nodiscard]]" is a shortcode of another generator' in told
    assert "What it costs" not in told


def test_in_a_table():
    assert '<td><a href="{title Two}">2</a></td>' in shown("| a |\n|---|\n| [[Two\\|2]] |")


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("![The talk](https://youtu.be/aqz-KE-bpKQ)", '<p><a href="https://youtu.be/aqz-KE-bpKQ">The talk</a></p>\n'),
        ("![](https://x.com/a/status/1)", '<p><a href="https://x.com/a/status/1">https://x.com/a/status/1</a></p>\n'),
    ],
)
def test_a_film_is_no_picture(written, drawn):
    parsed = front("", written)

    assert drawn == html(parsed.content.body)
    assert "" == findings(parsed)


def test_properties_name_files_and_articles():
    parsed = front('image: {src: "[[a.png]]", alt: A desk}\nrelated: ["[[What it costs]]", "[[b|Licences]]"]', "Text.")

    assert "articles/a.png" == parsed.article.meta.image.ref.target
    assert ("What it costs", "b") == parsed.article.meta.related


def test_a_row_of_further_reading():
    parsed = front("", "Text.\n\nRelated:: [[What it costs]], [[Licences|the licences]]\n")

    assert "<p>Text.</p>\n" == html(parsed.content.body)
    assert '<a href="{title Licences}">the licences</a>' in html(parsed.content.further)


@pytest.mark.parametrize("written", ["x[[1]] is the first, x[[2]] the second.", "The matrix [[1 0]] times [[0 1]]."])
def test_numbers_in_two_brackets_stay(written):
    assert f"<p>{written}</p>\n" == html(front("", written).content.body)
