"""A place that a script or a template would fill leaves with its heading."""

import pytest
from tests.kit.parsing import front, html


@pytest.mark.parametrize(
    "place",
    ["<Giscus />", "<Comments client:load />", "{% if page.comments %}\n{% include disqus.html %}\n{% endif %}"],
)
def test_what_a_script_or_a_template_would_put_there_leaves_with_the_heading(place):
    parsed = front("", f"Text.\n\n## Comments\n\n{place}\n")

    assert "<p>Text.</p>" == html(parsed.content.body).strip()
    assert ["parse/placeholder"] == [found.code for found in parsed.article.diagnostics]


def test_a_component_below_other_headings_stays():
    for title in ("Changes", "Table of contents"):
        assert "ReleaseToc" in html(front("", f"Text.\n\n## {title}\n\n<ReleaseToc />\n\nText.\n").content.body)
