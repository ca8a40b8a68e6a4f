"""A text that opens something again and again and never ends it costs no more than any other of its length.

With an expression whose time grows with the square of the text, these take from ten seconds to minutes.
"""

import pytest

pytestmark = pytest.mark.slow

LENGTH = 60_000
SITE = """-- sitegen.toml --
[site]
title = "T"
url = "https://news.example/"
"""
ARTICLE = "---\ntitle: Open\ndate: 2026-01-02\n---\n"


def repeated(opening: str) -> str:
    return opening * (LENGTH // len(opening))


@pytest.mark.parametrize(
    "text",
    [
        repeated("{"),
        repeated("{% "),
        repeated("{{< a "),
        repeated("<?"),
        repeated("<![CDATA["),
        repeated("http://+a"),
        repeated("[a](https://a"),
        f"[a](b.md){{{repeated('.a ')}",
        f"## A{repeated(' ')}b}}",
        f"Called.[^1]\n\n[^1]: {repeated('[^')}",
        f"## FAQ\n\n**{repeated('**Q: Which? ')}",
        f"[a{repeated(' ')}](nowhere.md)",
        f"[a](nowhere.md) [b]: c\n\n{repeated('[' + chr(10))}",
        f"<p>{repeated('<a ')}",
        f"<p>{repeated('<script>')}",
        f"<h2>FAQ</h2>\n<h3>{repeated('<a ')}</h3>\n<p>Text.</p>",
        f'<img src="https://o.example/a.png" alt="" srcset="https://o.example/a.png 1x,{repeated(" ")},https://o.example/{repeated("b")} 2x">',
        f"::: tip {repeated('a')}\nText.\n:::",
        f"```{repeated('a')}\n{repeated('a')}\n```",
        repeated("**Label: **[a](https://o.example/) %%b%%\n"),
        f"## FAQ\n\n{repeated('**Why?** So.' + chr(10))}",
    ],
    ids=[
        "braces",
        "tags",
        "shortcodes",
        "instructions",
        "cdata",
        "addresses",
        "addresses of links",
        "classes of a link",
        "spaces in a heading",
        "notes",
        "questions",
        "spaces in a dead link",
        "references",
        "tags in a first paragraph",
        "scripts in a first paragraph",
        "tags in a heading of an FAQ",
        "spaces between pictures",
        "the title of a container",
        "the language of code",
        "lines that are rewritten",
        "questions in one paragraph",
    ],
)
def test_openings_without_end(bench, text):
    site = bench(SITE)
    site.write("content/open.md", f"{ARTICLE}{text}\n").build()

    assert len(site.output()["open/index.html"]) > LENGTH


@pytest.mark.parametrize("lines", [f"Title: A{repeated(' ')}b", f"Title: A\n    b{repeated(' ')}c"])
def test_spaces_in_lines_of_keys(bench, lines):
    site = bench(SITE)
    site.write("content/open.md", f"{lines}\nDate: 2026-01-02\n\nText.\n").build()

    assert "<title>A b" in site.read("open/index.html")
