"""A link over several blocks becomes one again."""

import pytest
from tests.kit.parsing import front, html

PICTURE = '<p><a href="https://a.example/b"><img src="https://a.example/a" alt="A desk"></a></p>\n'


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("[\n\n![A desk](https://a.example/a)\n\n](https://a.example/b)", PICTURE),
        (
            "[\n\n## A title\n\nMore.\n\n![](https://a.example/icon)Site\n\n](https://a.example/b)",
            '<p><a href="https://a.example/b">A title</a></p>\n<p>More.</p>\n<p>Site</p>\n',
        ),
        (
            "[A title\n\nMore.\n\n![](https://a.example/icon)](https://a.example/b)",
            '<p><a href="https://a.example/b">A title</a></p>\n<p>More.</p>\n',
        ),
        (
            "[\n\nOne\n\n](https://a.example/1)[\n\nTwo\n\n](https://a.example/2)",
            '<p><a href="https://a.example/1">One</a></p>\n<p><a href="https://a.example/2">Two</a></p>\n',
        ),
        (
            "[\n\nOne\n\n](https://a.example/1)\n\nText.",
            '<p><a href="https://a.example/1">One</a></p>\n<p>Text.</p>\n',
        ),
    ],
)
def test_whole(written, drawn):
    assert drawn == html(front("", written).content.body)


@pytest.mark.parametrize(
    "written",
    [
        "[One\n\nTwo](three",
        "[One\n\n- Two\n\n](b.md)",
        "[One\n\n[Two\n\nThree",
        "[One] two\n\n](b.md)",
    ],
)
def test_what_is_no_link(written):
    assert "href" not in html(front("", written).content.body)
