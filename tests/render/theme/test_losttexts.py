"""A text of the interface with a slip is told at its line."""

import pytest
from tests.kit.theming import theme

from sitegen.render.theme.closure import read_template
from sitegen.render.theme.losttexts import lost_texts

PACKAGED = "sitegen:default"
ENGLISH = 'latest = "Latest"\nresults = "{count} results"\nresults_one = "1 result"\nyear = "In {name}"\n'


def lost(root, texts, language="en", page=""):
    """Return line, message and hint of what is wrong with the texts of a site."""
    rungs = theme(
        root,
        ("site", {f"strings/{language}.toml": texts}),
        ("default", {"strings/en.toml": ENGLISH, "page.html": page}),
    )
    return [
        (found.span.line, found.message, found.hint)
        for found in lost_texts(rungs, lambda file: read_template(file, root))
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ('latset = "New"\n', (1, 'no template shows a text "latset"', 'did you mean "latest"?')),
        ('latest = "New"\nyear = "In {nmae}"\n', (2, 'nothing fills "{nmae}" in this text', 'did you mean "{name}"?')),
        ('latest = "New in {site}"\n', (1, 'nothing fills "{site}" in this text', "it has none")),
    ],
)
def test_a_slip_is_told(tmp_path, texts, expected):
    assert [expected] == lost(tmp_path, texts)


def test_a_file_that_no_language_is_called_by_is_told(tmp_path):
    assert [
        (0, '"english" is not a language code (BCP 47)', 'name it after a language, as in "en.toml" or "pt-BR.toml"')
    ] == lost(tmp_path, 'latest = "New"\n', language="english")


@pytest.mark.parametrize(
    "texts",
    [
        'latest = "New"\n[dates]\nmonth = "{month}"\n',
        'results = "{count}"\nresults_few = "{count} of them"\nresults_one = "one"\n',
        'own_words = "Ours"\n',
        'latests = "Ours, which a template shows"\n',
        'latest = "never closed\n',
    ],
)
def test_what_is_meant_is_not_told(tmp_path, texts):
    assert [] == lost(tmp_path, texts, page="{{ t('latests') }}")
