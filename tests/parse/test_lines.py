"""Lines of the front matter, of questions and of titles have no holes."""

from tests.kit.parsing import findings, front, shown


def test_links_to_files_of_the_site_are_taken_out_of_them():
    parsed = front("key_points: ['See [a *b*](c.md) and [d](https://example.org/)']")

    assert ('See a <em>b</em> and <a href="https://example.org/">d</a>',) == parsed.article.meta.key_points
    assert '! 2:19+4 parse/local-link: only full addresses can be linked here, so "c.md" is left out (put the link into the text, or write the full address)\n' == findings(parsed)  # fmt: skip


def test_an_image_in_them_is_its_description():
    assert ("See A &amp; B.",) == front("key_points: ['See ![A & B](c.png).']").article.meta.key_points


def test_questions():
    assert "? see-this: See this?\n" in shown("## FAQ\n\n### See [this](x.md)?\n\nYes.")
