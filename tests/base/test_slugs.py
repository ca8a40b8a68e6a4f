"""Names become slugs."""

import pytest

from sitegen.base.slugs import slugify


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open weights, explained", "open-weights-explained"),
        ("Crème brûlée à l’œuvre", "creme-brulee-a-l-oeuvre"),
        ("Straße nach Łódź", "strasse-nach-lodz"),
        ("日本の重み", "日本の重み"),
        ("C, C++ and C#", "c-c-plus-and-c-sharp"),
        ("  --a__b--  ", "a-b"),
        ("Ελληνικά", "ελληνικά"),
        ("हिन्दी", "हिन्दी"),
        ("Новости: йод", "новости-йод"),
        ("น้ำ", "น้ํา"),
        ("한국어", "한국어"),
        ("İstanbul", "istanbul"),
        ("love ❤️ it", "love-it"),
        ("a_-_b", "a-b"),
        ("?!", ""),
        ("🎉", ""),
        ("v1.2", "v1-2"),
    ],
)
def test_a_slug_is_lower_case_words_with_hyphens(text, expected):
    assert expected == slugify(text)


@pytest.mark.parametrize("text", ["Crème brûlée", "C++", "日本", "a b", "हिन्दी"])
def test_a_slug_of_a_slug_is_the_slug(text):
    assert slugify(text) == slugify(slugify(text))
