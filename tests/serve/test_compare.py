"""What a browser must do to go from one state of a page to the next."""

import pytest

from sitegen.serve.compare import same_article, styles_only

PAGE = '<link rel="stylesheet" href="/css/site.{}.css"><link rel="preload" href="/css/site.{}.css"><p>{}</p>'


def page(style, text="Text."):
    return PAGE.format(style, style, text).encode()


def test_another_address_of_a_style_sheet_is_a_swap():
    assert (("/css/site.1.css", "/css/site.2.css"),) == styles_only(page("1"), page("2"))


def test_a_query_belongs_to_the_address():
    old, new = (f"<link rel=stylesheet href=/site.css?v={number}>x".encode() for number in "12")

    assert (("/site.css?v=1", "/site.css?v=2"),) == styles_only(old, new)


@pytest.mark.parametrize(
    "new",
    [page("2", "Other."), page("1"), page("1") + b'<link rel="stylesheet" href="/more.css">', b""],
    ids=["text too", "nothing", "one more", "empty"],
)
def test_everything_else_is_not(new):
    assert styles_only(page("1"), new) is None


def article(title, *words):
    return f"<body>menu<article><h1>{title}</h1><p>{' '.join(words)}</p></article></body>".encode()


def test_an_article_is_known_by_its_headline():
    assert same_article(article("Weights", "one", "two"), article("Weights", "all", "new", "words"))


def test_an_article_is_known_by_its_words():
    words = [f"word{number}" for number in range(50)]

    assert same_article(article("Weights", *words), article("Open weights", *words[2:]))


def test_other_articles_are_others():
    assert not same_article(article("Weights", *"abcdef"), article("Chips", *"ghijkl"))


def test_a_page_without_an_article_is_nobodys():
    assert not same_article(b"<body>menu</body>", b"<body>menu</body>")
