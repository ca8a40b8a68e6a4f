"""A phrase of a title is told as it is written, with the words around it that the other article has too."""

import pytest

from sitegen.base.words import numbers, pairs, words
from sitegen.link.related.headline import Headline


def number_of(phrase: str) -> int:
    """Return the number of a word, or of the last two words of a phrase."""
    found = numbers(words(phrase))
    return (pairs(found) or found)[-1]


def around(title: str, told: str, text: str, rare: str = "") -> str:
    """Return what is told of a title to someone who has a text; `rare` are words that few articles are about."""
    each = numbers(words(text))
    standing = {*each, *pairs(each)}
    few = set(numbers(words(rare)))
    return Headline(title).around(number_of(told), standing.__contains__, few.__contains__)


def test_phrases_are_the_words_and_their_pairs_as_written():
    title = Headline("Open Weights, and GPT-4.5 in 2026")

    assert {
        "Open", "Weights", "and", "GPT", "4.5", "in", "2026", "Open Weights", "and GPT", "GPT-4.5", "4.5 in", "in 2026",
    } == set(map(title.phrase, title.phrases))  # fmt: skip


@pytest.mark.parametrize(
    ("title", "told", "text", "found"),
    [
        ("What the EU AI Act says", "EU AI", "Under the EU AI Act, it", "EU AI Act"),
        ("What the EU AI Act says", "EU AI", "Money for EU AI", "EU AI"),
        (
            "What the Google Summer of Code gave",
            "Google Summer",
            "Google Summer of Code begins",
            "Google Summer of Code",
        ),
        ("What the Google Summer of Code gave", "Google Summer", "Google Summer of love", "Google Summer"),
        ("How Llama 3 was made", "Llama 3", "of how llama 3 was made", "Llama 3"),
        (
            "The Open Source AI Definition, clause by clause",
            "AI Definition",
            "an open source ai definition",
            "Open Source AI Definition",
        ),
    ],
)
def test_names_beside_a_phrase_go_with_it_where_the_other_has_them_too(title, told, text, found):
    """The first word of a title has a capital whatever it is."""
    assert found == around(title, told, text)


@pytest.mark.parametrize(
    ("title", "told", "text", "found"),
    [
        ("tea, step-by-step at home", "by-step", "tea step-by-step", "step-by-step"),
        ("tea, step-by-step at home", "by-step", "one by step", ""),
        ("what auto-scaling costs", "what auto", "what auto-scaling does", "what auto-scaling"),
        ("why let's encrypt lasts", "s encrypt", "with let's encrypt", "let's encrypt"),
        ("in the city's park", "city", "a city and a park", "city"),
        ("when GPT-5 came", "GPT", "GPT came", "GPT"),
        ("for AI-powered schools", "AI", "AI came", "AI"),
        ("what post-AI schools do", "AI", "AI came", "AI"),
        ("a 27-inch screen", "inch", "an inch", ""),
    ],
)
def test_a_compound_is_told_whole_or_not_at_all(title, told, text, found):
    """What has capitals is a name without the rest too."""
    assert found == around(title, told, text)


@pytest.mark.parametrize(
    ("rare", "found"), [("", "sea ice"), ("melting", "melting sea ice"), ("melting fast", "melting sea ice so fast")]
)
def test_rare_words_beside_a_phrase_go_with_it(rare, found):
    assert found == around("Why melting sea ice so fast matters", "sea ice", "melting sea ice so fast matters", rare)


def test_where_all_words_have_capitals_none_is_a_name():
    assert "Benchmark Table" == around(
        "How To Read A Benchmark Table Well", "Benchmark Table", "read a benchmark table well"
    )


def test_a_phrase_has_five_words_at_the_most():
    title = "On Ada Bob Cy Dee Eve Flo"

    assert "Ada Bob Cy Dee Eve" == around(title + " and others", "Ada Bob", title)


def test_a_part_of_a_name_leads_to_no_further_name():
    title = "What Ada from GitHub Berlin said"

    assert "GitHub Berlin" == around(title, "Berlin", "of GitHub Berlin")
    assert "Berlin" == around(title, "Berlin", "from a hub Berlin")


@pytest.mark.parametrize(
    ("text", "found"),
    [("With GitHub Actions.", "GitHub Actions"), ("On Docker Hub actions run.", "")],
)
def test_of_a_name_all_must_stand_there(text, found):
    assert found == around("Moving to GitHub Actions", "GitHub Actions", text)


def test_a_part_of_a_name_is_told_as_the_name():
    title = Headline("Why OpenWeights wins")

    assert "OpenWeights" == title.phrase(number_of("open weights")) == title.phrase(number_of("weights"))
    assert "OpenWeights wins" == title.phrase(number_of("weights wins"))


@pytest.mark.parametrize(
    "title",
    [
        "人工知能の未来",
        "อากาศบริสุทธิ์",
        "हिन्दी भाषा",
        "don’t stop",
        "iPhone 17.2",
        "Straße frei",
        "naïve café",
        "MacOS10.5",
    ],
)
def test_every_word_of_a_title_can_be_told(title):
    assert set(numbers(words(title))) <= Headline(title).phrases.keys()


def test_words_on_both_sides_of_a_comma_do_not_go_together():
    assert "Ada" == around("On Bob, Ada", "Ada", "Bob, Ada")


def test_of_a_script_without_spaces_a_run_of_signs_is_told():
    assert "人工知能" == around("人工知能の未来", "工知", "これは人工知能だ。", rare="人工知能")


@pytest.mark.parametrize(
    ("title", "start", "text", "found"),
    [
        ("イベントのチケット販売を開始", "ケッ", "またチケット販売をします", "チケット販売"),
        ("イベントのチケット販売を開始", "ケッ", "そのケッチ", ""),
        ("プログラミング学習の始め方", "学習", "ミング学習の本", "学習"),
        ("开源模型的许可证", "许可", "关于开源软件的许可证", "许可证"),
        ("从数学角度来看强化学习", "角度", "在学角度来说", ""),
        ("从数学角度来看强化学习", "强化", "它的强化学习", "强化学习"),
        ("目的地", "目的", "目的地", "目的地"),
        ("Windows 32ビット版", "Windows 32", "Windows 32ビ", "Windows 32"),
        ("อากาศดี", "อา", "อากาศบริสุทธิ์", ""),
        ("อากาศดี", "อา", "อากาศดีมาก", "อากาศดี"),
    ],
)
def test_of_a_script_without_spaces_no_part_of_a_word_is_told(title, start, text, found):
    assert found == around(title, start, text)


def test_a_title_all_in_capitals_makes_names_of_no_words():
    assert "free tier" == Headline("THE END OF THE FREE TIER").phrase(number_of("free tier"))
    assert "NATO" == Headline("NATO").phrase(number_of("NATO"))
