from datetime import date

import pytest
from tests.kit.nouns import config

from sitegen.model.config import SiteSettings
from sitegen.render.pages.citing import cite_view, edit_url, report_url

URL = "https://news.example/a/"


def test_a_citation_in_words_and_for_bibtex(desk):
    cite = cite_view("Weights & 100% {open}", ["Jane Doe", "Policy Desk"], date(2026, 11, 3), URL, desk.press)

    assert f"Jane Doe, Policy Desk. “Weights & 100% {{open}}.” The Weights, November 3, 2026. {URL}" == cite.text
    assert cite.bibtex.startswith("@online{doe-2026-weights,\n  author = {{Jane Doe} and {Policy Desk}},\n")
    assert r"title = {{Weights \& 100\% \{open\}}}" in cite.bibtex


def test_a_mark_at_the_end_of_a_title_or_a_name_is_enough(desk):
    cite = cite_view("Who needs weights?", ["Jane Doe Jr."], date(2026, 11, 3), URL, desk.press)
    assert f"Jane Doe Jr. “Who needs weights?” The Weights, November 3, 2026. {URL}" == cite.text


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        ("de", "Gewichte", "A, B. „Gewichte.“ The Weights, 3. November 2026."),
        ("fr", "Poids", "A, B. «\u00a0Poids.\u00a0» The Weights, 3 novembre 2026."),
        ("pl", "Wagi?", "A, B. „Wagi?”. The Weights, 3 listopada 2026."),
        ("ru", "Веса", "A, B. «Веса». The Weights, 3 ноября 2026."),
        ("da", "Vægte", "A, B. »Vægte«. The Weights, 3. november 2026."),
        ("ja", "重み", "A、B「重み」The Weights、2026年11月3日、"),
        ("zh-TW", "權重", "A、B：〈權重〉，The Weights，2026年11月3日，"),
    ],
)
def test_a_citation_has_the_marks_of_the_language(desk, language, title, expected):
    cite = cite_view(title, ["A", "B"], date(2026, 11, 3), URL, desk.press, language)

    assert expected == cite.text.removesuffix(URL).rstrip(" ")


def test_what_has_no_date_is_not_cited(desk):
    assert cite_view("About", [], None, URL, desk.press) is None


@pytest.mark.parametrize(
    "repository", ["https://github.com/o/r", "https://github.com/o/r/", "https://github.com/o/r.git"]
)
def test_a_source_is_found_in_the_repository(repository):
    settings = config(site=SiteSettings(repository=repository))

    assert "https://github.com/o/r/blob/HEAD/content/a%20b.md" == edit_url(settings, "content/a b.md")
    assert report_url(settings, "A", URL).startswith("https://github.com/o/r/issues/new?")
    assert "" == edit_url(config(), "content/a.md")


def test_an_error_is_reported_as_an_issue_or_by_mail():
    hub = config(site=SiteSettings(repository="https://github.com/o/r", email="desk@news.example"))
    mail = config(site=SiteSettings(repository="https://other.example/r", email="desk@news.example"))

    assert "https://github.com/o/r/issues/new?title=A%20%26%20B&body=https%3A%2F%2Fnews.example%2Fa%2F" == report_url(
        hub, "A & B", URL
    )
    assert "mailto:desk@news.example?subject=A&body=https%3A%2F%2Fnews.example%2Fa%2F" == report_url(mail, "A", URL)
    assert "" == report_url(config(), "A", URL)
