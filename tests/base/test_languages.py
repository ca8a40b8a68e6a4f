import pytest

from sitegen.base.languages import as_language, is_language, known_of, lookups, meant_language, plural_form


def test_codes_are_bcp_47():
    codes = "en de-AT zh-Hant sr-Latn-RS es-419 gsw EN-gb zh-yue-HK de-CH-1996 ca-valencia en-US-u-ca-gregory en-x-us"
    for code in codes.split():
        assert (True, code) == (is_language(code), as_language(code))


@pytest.mark.parametrize("code", ["jp", "cn", "en-UK", "zh-CNs", "en-eng", "e-US", "en-", "en-USA-x", "x"])
def test_what_the_registry_of_codes_does_not_have_is_none(code):
    assert not is_language(code)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("jp", "ja"),
        ("en-UK", "en-GB"),
        ("us", "en"),
        ("cn-TW", "zh-TW"),
        ("German", "de"),
        ("de_AT", "de-AT"),
        ("qq", ""),
    ],
)
def test_the_code_that_was_meant_is_known(written, meant):
    assert meant == meant_language(written)


@pytest.mark.parametrize(
    ("written", "code"),
    [("en_US", "en-US"), ("pt_BR.UTF-8", "pt-BR"), ("english", ""), ("e", ""), ("en US", ""), ("", "")],
)
def test_what_other_systems_write_is_understood_where_it_means_a_code(written, code):
    assert (False, code) == (is_language(written), as_language(written))


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("en", "en"),
        ("de-AT", "de de-at"),
        ("pt_BR", "pt pt-br"),
        ("pt-AO", "pt pt-pt pt-ao"),
        ("zh-TW", "zh zh-hant zh-tw"),
        ("zh-Hant-HK", "zh zh-hant zh-hant-hk"),
        ("zh-Hans-HK", "zh zh-hans zh-hans-hk"),
    ],
)
def test_words_are_looked_for_from_the_language_to_the_region(language, names):
    assert names.split() == list(lookups(language))


def test_the_region_is_nearer_than_the_language_and_another_language_is_not():
    known = {"zh": 1, "zh-hant": 2, "pt": 3}

    assert [1, 2, 3, 0] == [known_of(tag, known, 0) for tag in ("zh-CN", "zh-TW", "pt-BR", "de")]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", {1: "one"}),
        ("ko", {1: "one"}),
        ("he-IL", {1: "one", 2: "two"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many", 103: "few", 111: "many"}),
        ("cs", {1: "one", 2: "few", 4: "few"}),
        ("pl", {0: "many", 1: "one", 2: "few", 5: "many", 12: "many", 21: "many", 22: "few", 100: "many", 101: "many"}),
        ("ru", {0: "many", 1: "one", 2: "few", 5: "many", 12: "many", 22: "few", 100: "many", 111: "many"}),
    ],
)
def test_a_number_says_which_form_a_noun_takes(language, expected):
    counts = (0, 1, 2, 3, 4, 5, 10, 11, 12, 21, 22, 99, 100, 101, 102, 103, 111)
    said = {count: plural_form(language, count) for count in counts}

    assert expected == {count: form for count, form in said.items() if count in expected}
    assert "" == plural_form(language, 101) or language == "pl"
