"""The few words of other languages."""

import pytest
from tests.kit.parsing import shown

from sitegen.model.config import CALLOUTS
from sitegen.parse.phrases import phrases


@pytest.mark.parametrize("language", [
    *("en", "de", "fr", "es", "it", "pt", "nl"),
    *("ar", "fa", "he", "hi", "id", "ko", "vi"),
])  # fmt: skip
def test_every_language_names_every_kind(language):
    assert set(CALLOUTS) == set(phrases(language).callouts)
    assert language == "en" or phrases("en").callouts != phrases(language).callouts


@pytest.mark.parametrize(
    ("language", "opening"),
    [("ar", "هل تعلم؟ نعم."), ("fa", "آیا می‌دانستید؟ بله."), ("he", "הידעתם? כן."), ("ko", "알고 계셨나요? 네.")],
)
def test_a_question_that_opens_a_paragraph_is_known_by_the_sign_of_its_language(language, opening):
    assert 'class="callout callout-did-you-know"' in shown(opening, language=language)


@pytest.mark.parametrize(
    ("tag", "expected"), [("de-AT", "Tabelle"), ("pt_BR", "Tabela"), ("EN", "Table"), ("ja", "Table")]
)
def test_a_language_is_found_by_its_tag(tag, expected):
    assert expected == phrases(tag).table


def test_a_site_speaks_its_language():
    html = shown("> [!PRO-TIP]\n> x\n\nWussten Sie schon? Ja.\n\nProfi-Tipp: Lesen.\n\n|a|\n|-|", language="de")

    titles = [line for line in html.splitlines() if "callout-title" in line]
    assert ["Profi-Tipp", "Wussten Sie schon?", "Profi-Tipp"] == [title[25:-4] for title in titles]
    assert 'aria-label="Tabelle 1"' in html
