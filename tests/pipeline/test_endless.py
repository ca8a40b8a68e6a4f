"""A text that opens something again and again and never ends it costs no more than any other of its length.

With an expression whose time grows with the square of the text, these take from ten seconds to minutes.
"""

import pytest

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
        f"Called.[^1]\n\n[^1]: {repeated('[^')}",
        f"## FAQ\n\n**{repeated('**Q: Which? ')}",
        f"[a{repeated(' ')}](nowhere.md)",
        f"[a](nowhere.md) [b]: c\n\n{repeated('[' + chr(10))}",
    ],
    ids=[
        "braces",
        "tags",
        "shortcodes",
        "instructions",
        "cdata",
        "addresses",
        "notes",
        "questions",
        "spaces in a dead link",
        "references",
    ],
)
def test_openings_without_end(bench, text):
    site = bench(SITE)
    site.write("content/open.md", f"{ARTICLE}{text}\n").build()

    assert len(site.output()["open/index.html"]) > LENGTH
