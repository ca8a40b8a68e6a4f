"""Directives of MyST are callouts, pictures and code; chunks of R Markdown are code in their language."""

import pytest
from tests.kit.parsing import findings, front, html
from tests.kit.steps import steps


def body(text):
    return html(front("", text).content.body)


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("```{note}\nSome *text*.\n```", "note", "Note"),
        ("```{warning} Mind this\nSome *text*.\n```", "warning", "Mind this"),
        (":::{tip}\nSome *text*.\n:::", "tip", "Tip"),
        ("````{admonition} A title\n:class: danger\nSome *text*.\n````", "caution", "A title"),
        (":::{dropdown} More\n:open:\n\nSome *text*.\n:::", "note", "More"),
        ("```{seealso}\nSome *text*.\n```", "note", "See also"),
    ],
)
def test_directives_are_callouts(text, kind, title):
    assert (
        f'<p>One.</p>\n<aside class="callout callout-{kind}" role="note">\n<p class="callout-title">{title}</p>\n'
        "<p>Some <em>text</em>.</p>\n</aside>\n<p>Two.</p>\n"
    ) == body(f"One.\n\n{text}\n\nTwo.\n")


def test_one_may_hold_another_with_fewer_marks():
    shown = body("````{note}\nOuter.\n\n```{tip}\nInner.\n```\n````\n")

    assert shown.index("Outer.") < shown.index('class="callout callout-tip"') < shown.index("Inner.")
    assert 2 == shown.count("</aside>")


def test_a_figure_is_one_with_its_caption(bench):
    site = bench().write("content/chart.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>')
    text = "```{figure} chart.svg\n:alt: A chart\n:width: 30px\nHow it [went](https://a.example/).\n```\n"
    site.write("content/a.md", f"---\ntitle: A\ndate: 2026-11-01\n---\n{text}").build()

    assert 'alt="A chart"' in site.read("a/index.html")
    assert '<figcaption>How it <a href="https://a.example/">went</a>.</figcaption>' in site.read("a/index.html")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("```{r, echo=FALSE}\nx\n```", "r"),
        ("```{python}\nx\n```", "python"),
        ("```{code-block} python\n:linenos:\nx\n```", "python"),
        ("```{code-cell} ipython3\nx\n```", "ipython3"),
    ],
)
def test_code_has_its_language(text, language):
    assert f'<code class="language-{language}">' in body(text)


def test_options_of_code_are_no_code_and_its_caption_is_a_title():
    shown = body('```{code-block} text\n:linenos:\n:caption: The "first" one\n\nx\n```\n')

    assert "<figcaption>The &quot;first&quot; one</figcaption>" in shown
    assert '<code class="language-text">x\n</code>' in shown


def test_one_in_a_list_ends_with_its_item():
    shown = body("- ```{note}\n  In.\n\nOut.\n\n```\ncode\n```\n")

    assert "</ul>\n<p>Out.</p>\n" in shown
    assert "code\n</code>" in shown


def test_one_that_nothing_closes_hides_none_in_a_quote():
    assert '<blockquote>\n<aside class="callout callout-tip"' in body(":::{note}\n\n> :::{tip}\n> In.\n> :::\n")


@pytest.mark.slow
@pytest.mark.parametrize("opening", [":::{note}", ":::{unknown}"])
def test_many_that_nothing_closes_take_no_more_time_each_than_few(opening):
    _, few, many = (steps(body, f"{opening}\n\n" * count) for count in (1, 100, 800))

    assert many < 10 * few


def test_what_nothing_here_reads_stays_as_code_and_is_told():
    parsed = front("", "```{toctree}\n:maxdepth: 2\nintro\n```\n")

    assert ":maxdepth: 2\nintro" in html(parsed.content.body)
    assert '"```{toctree}" is a shortcode of another generator and stays as text' in findings(parsed)


@pytest.mark.parametrize("text", [":::{unknown}\nText.\n:::", "```{note}\nnever closed", ":::{.note}\nText.\n:::"])
def test_all_else_is_read_as_ever(text):
    assert "Text." in body(text) or "never closed" in body(text)
