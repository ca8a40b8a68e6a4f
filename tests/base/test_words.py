"""Words are found in every script, and have the same number everywhere."""

import random
import subprocess
import sys

import pytest

from sitegen.base.words import numbers, pairs, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Models, weights & law.", ["models", "weights", "law"]),
        ("GPT-4.5 and v2.0.1", ["gpt", "4.5", "and", "v2.0.1"]),
        ("2.5a.3 is no version, 1.2.3. is", ["2.5", "a.3", "is", "no", "version", "1.2.3", "is"]),
        ("snake_case", ["snake", "case"]),
        ("OpenWeights", ["openweights", "open", "weights"]),
        ("don’t “quote” it", ["don", "t", "quote", "it"]),
        ("Über die Straße", ["über", "die", "strasse"]),
        ("ＡＢＣ", ["abc"]),
        ("العربية اللغة", ["العربية", "اللغة"]),
        ("שָׁלוֹם עולם", ["שָׁלוֹם", "עולם"]),
        ("", []),
    ],
)
def test_words_are_in_small_letters_and_versions_stay_whole(text, found):
    assert found == words(text)


def test_ascii_reads_the_same_in_a_text_that_is_not_all_ascii():
    """The two ways through find the same words."""
    dice = random.Random(5)
    texts = ["".join(dice.choices("aB3.. -_'\n\x7f", k=dice.randint(0, 40))) for _ in range(2000)]

    assert [words(f"{text} ß") for text in texts] == [[*words(text), "ss"] for text in texts]


def test_the_vowel_signs_of_hindi_belong_to_their_words():
    assert ["हिन्दी", "भाषा"] == words("हिन्दी भाषा")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("人工知能", ["人工", "工知", "知能"]),
        ("知", ["知"]),
        ("AIの未来2026", ["ai", "の未", "未来", "2026"]),
        ("ภาษา", ["ภา", "าษ", "ษา"]),
    ],
)
def test_scripts_without_spaces_are_read_two_characters_at_a_time(text, found):
    assert found == words(text)


def test_typographic_quotes_make_no_difference():
    assert words("the model's “licence”") == words('the model’s "licence"')


def test_a_word_has_the_same_number_in_every_process():
    code = "from sitegen.base.words import numbers; print(numbers(['weights', '人工']))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert str(numbers(["weights", "人工"])) == ran.stdout.strip()


def test_half_a_character_does_not_change_the_numbers_beside_it():
    torn = numbers(["open", "\ud83d", "weights"])

    assert numbers(["open", "weights"]) == [torn[0], torn[2]]
    assert isinstance(torn[1], int)


def test_the_order_of_two_words_makes_another_pair():
    assert 2 == len({*pairs(numbers(["open", "weights"])), *pairs(numbers(["weights", "open"]))})
    assert [] == pairs(numbers(["alone"]))
