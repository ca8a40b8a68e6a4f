import pytest

from sitegen.base.languages import as_language, is_language


@pytest.mark.parametrize("code", ["en", "de-AT", "zh-Hant", "sr-Latn-RS", "es-419", "gsw"])
def test_codes_are_bcp_47(code):
    assert (True, code) == (is_language(code), as_language(code))


@pytest.mark.parametrize(
    ("written", "code"),
    [("en_US", "en-US"), ("pt_BR.UTF-8", "pt-BR"), ("english", ""), ("e", ""), ("en US", ""), ("", "")],
)
def test_what_other_systems_write_is_understood_where_it_means_a_code(written, code):
    assert (False, code) == (is_language(written), as_language(written))
