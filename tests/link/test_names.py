from collections import Counter

import pytest

from sitegen.link.names import from_slug, headline_case, name_slug, near_names, same_name, spelling


def test_a_name_without_letters_still_has_an_address():
    assert name_slug("🚀") == "u1f680"
    assert name_slug("Open weights") == "open-weights"


@pytest.mark.parametrize("text", ["many words " * 900, "مرحبا " * 1700, "word" * 2500, "日本語" * 3000])
def test_a_name_of_any_length_has_an_address_of_its_own(text):
    slug, other = name_slug(text), name_slug(f"{text}x")

    assert len(slug.encode()) <= 200
    assert slug[:40] == other[:40]
    assert slug != other


def test_the_most_common_spelling_wins_and_ties_go_by_text():
    assert spelling(Counter({"AI": 2, "ai": 3})) == "ai"
    assert spelling(Counter({"ai": 2, "AI": 2})) == "AI"


@pytest.mark.parametrize(
    ("written", "shown"),
    [("policy-desk", "Policy Desk"), ("dtolnay", "dtolnay"), ("Jane Doe", "Jane Doe"), ("gpt-4", "gpt-4")],
)
def test_an_id_that_names_nobody_else_reads_like_a_name(written, shown):
    assert from_slug(written) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [("analysis", "Analysis"), ("open-source", "Open source"), ("eu", "EU"), ("iPhone", "iPhone"), ("été", "Été")],
)
def test_sections_read_like_a_menu(written, shown):
    assert headline_case(written) == shown


@pytest.mark.parametrize(
    ("slug", "nearest"),
    [
        ("policy-desk", None),
        ("polcy-desk", "Policy Desk"),
        ("policy-dekss", None),
        ("policydesk", "Policy Desk"),
        ("desk-policy", "Policy Desk"),
        ("the-policy-desk", None),
        ("polciy-descks", None),
        ("gpt-5", None),
        ("cheif-editor", "Chief Editor"),
        ("x", None),
    ],
)
def test_near_names_are_misspellings_and_not_merely_similar(slug, nearest):
    known = {"policy-desk": "Policy Desk", "gpt-4": "GPT-4", "chief-editor": "Chief Editor"}

    assert near_names([slug], known).get(slug) == nearest


def test_spellings_of_one_name_differ_in_case_accents_and_punctuation_only():
    assert same_name("Open Weights", "open-weights")
    assert same_name("José", "jose")
    assert not same_name("C#", "C sharp")


@pytest.mark.slow
def test_near_names_takes_linear_time():
    known = {f"author-number-{number:04}-of-the-desk": "x" for number in range(2000)}

    assert near_names((f"writer-{number}-somebody" for number in range(2000)), known) == {}
