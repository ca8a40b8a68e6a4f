"""Cases of `.mdx` files, as texts; in any other file such lines are text."""

import pytest
from tests.kit.cases import every_case
from tests.kit.parsing import findings, front, html, read, shown


@every_case("mdx", beside=__file__)
def test_case(case):
    case.expect(shown(case.input, path="content/articles/x.mdx"))


def test_elsewhere_an_import_is_text_and_told():
    text = "import Tabs from '@theme/Tabs';\n"

    assert "parse/shortcode" in shown(text)
    assert "" == shown(text, path="content/articles/x.mdx")


def test_elsewhere_what_is_imported_is_a_component():
    text = 'import Card from "../card"\n\n<Card\n  of={["a"]}\n>\n  Text.\n</Card>\n\n<Other />\n'

    found = shown(text)

    assert "<p>Text.</p>" in found
    assert "&lt;Other /&gt;" in found
    assert "&lt;Card" not in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A {/* note */}word.\n", "<p>A word.</p>\n"),
        ("A word.{/* a\nnote */}\n", "<p>A word.</p>\n"),
        ("A `{/* note */}` {/* open.\n", "<p>A <code>{/* note */}</code> {/* open.</p>\n"),
    ],
)
def test_a_comment_among_words_leaves(text, expected):
    assert expected == html(read(f"---\ntitle: T\n---\n{text}", "content/articles/x.mdx").content.body)


def test_elsewhere_a_comment_among_words_is_text():
    assert "<p>A {/* note */}word.</p>\n" == html(front("", "A {/* note */}word.\n").content.body)


def test_what_a_page_of_a_module_says_of_itself_is_its_front_matter():
    module = (
        "import { Chart } from './chart'\n\nexport const metadata = {\n  title: 'Wards that read',\n"
        "  date: '2026-11-20',\n  authors: [{ name: 'Chief Editor' }],\n  description: 'Why.',\n}\n\nText.\n"
    )
    meta = read(module, "content/articles/x.mdx").article.meta

    assert ("Wards that read", ("Chief Editor",), "Why.") == (meta.title, meta.authors, meta.description)
    assert ("date", 5, 3, 4) in meta.places


def test_a_component_with_values_in_braces_leaves_and_is_told():
    parsed = read("---\ntitle: T\ndate: 2026-11-20\n---\n<Posts\n  of={['a', 'b > c']}\n/>\n\nText.\n", "content/x.mdx")

    assert "<p>Text.</p>" == html(parsed.content.body).strip()
    assert "! 5:1+6 parse/unknown-tag: <Posts> is a component" in findings(parsed)
    assert "&lt;Posts" in shown("<Posts of={['a']} /> and more\n\n<Posts of={['a']}\n")


def test_a_heading_above_a_component_gets_the_questions_of_the_front_matter():
    matter = "---\ntitle: T\ndate: 2026-11-20\nfaq:\n  - {q: Why?, a: So.}\n---\n"
    parsed = read(f"{matter}Text.\n\n## FAQ\n\n<FAQ items={{faqs}} />\n\n## More\n", "content/articles/x.mdx")

    assert ["FAQ", "More"] == [heading.text for heading in parsed.content.outline]
    assert ["Why?"] == [faq.question for faq in parsed.content.faqs]
    assert "no questions" not in findings(parsed)
