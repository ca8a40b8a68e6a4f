"""The few words of other languages."""

import pytest
from tests.kit.parsing import shown

from sitegen.model.config import CALLOUTS
from sitegen.parse.phrases import phrases


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "it", "pt", "nl"])
def test_every_language_names_every_kind(language):
    assert set(CALLOUTS) == set(phrases(language).callouts)


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
