"""Cases of openings, as texts."""

import pytest
from tests.kit.cases import every_case
from tests.kit.parsing import front, html, shown


@every_case("openings", beside=__file__)
def test_case(case):
    case.expect(shown(case.input))


def test_phrases_are_known_in_a_language_that_nobody_has_named():
    text = "**Czy wiesz, że?** Dane są stare.\n\n**Wskazówka eksperta:** Czytaj je.\n"

    assert ("did-you-know", "pro-tip") == front("", text).article.callouts
    assert () == front("", "**Ejemplo real:** one\n", callout_openings=False).article.callouts


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("**¿Sabías que** el primero era una carta?", "¿Sabías que…?", "el primero era una carta?"),
        ("💡 Saviez-vous que le premier était une lettre ?", "Saviez-vous que…", "le premier était une lettre ?"),
        ("**Wussten Sie, dass** der erste ein Brief war?", "Wussten Sie, dass…", "der erste ein Brief war?"),
    ],
)
def test_a_sentence_that_goes_on_behind_the_words(text, title, rest):
    body = html(front("", f"Текст ist ça.\n\n{text}").content.body)

    assert f'<p class="callout-title">{title}</p>\n<p>{rest}</p>' in body
    assert "callout" not in html(front("", text.strip("💡 ").replace("*", "")).content.body)


def test_a_line_of_a_quote_that_is_no_title_of_a_callout_stays():
    body = html(front("", "> My pro tip\n>\n> Salt it.").content.body)

    assert "<blockquote>\n<p>My pro tip</p>\n<p>Salt it.</p>\n</blockquote>\n" == body


def test_one_example_needs_no_bold_though_its_name_ends_with_an_s():
    body = html(front("language: de", "Beispiel aus der Praxis: Eine Zeitung schreibt ab.").content.body)

    assert '<p class="callout-title">Beispiel aus der Praxis</p>' in body
    assert "callout" not in html(front("", "Real-life examples: there are many.").content.body)


@pytest.mark.parametrize("sign", ["⁂", "—"])
def test_a_break_between_scenes_above_a_callout_stays(sign):
    assert f"<p>{sign}</p>" in html(front("", f"Text.\n\n{sign}\n\n**Did you know?** It is so.").content.body)


def test_code_in_a_callout_keeps_its_signs():
    body = html(front("", "**Pro tip:** match `\\.md$` and `<u>`.").content.body)

    assert r"match <code>\.md$</code> and <code>&lt;u&gt;</code>." in body
