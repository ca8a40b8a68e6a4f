"""Values become the fields of the front matter."""

import pytest
from tests.kit.parsing import findings, front, read


def test_case_does_not_matter():
    found = read("---\nTITLE: T\nDate: 2026-01-01\nFeatured: true\n---\n").article.meta

    assert ("T", 2026, True) == (found.title, found.date.year, found.featured)


def test_zola_s_tables():
    found = read(
        '+++\ntitle = "T"\ndate = 2026-01-01\n[taxonomies]\ntags = ["a"]\ncategories = ["b"]\n[extra]\nteam = "c"\nauther = "d"\n+++\n'
    ).article

    assert (("a",), "b", {"team": "c", "auther": "d"}) == (found.meta.tags, found.meta.section, found.meta.extra)
    assert () == found.diagnostics


def test_the_lead_image_may_be_among_hugo_s_resources():
    hero = front("resources:\n  - src: talk.pdf\n  - name: hero\n    src: ward.jpg")
    feature = front("resources:\n  - {name: featured-image, src: ward.jpg, title: A ward}")
    others = front("resources:\n  - {name: Slides, src: talk.pdf}\n  - https://x.example/")
    chosen = front("image: {src: a.jpg, alt: A}\nresources:\n  - {name: hero, src: b.jpg}")

    assert ["ward.jpg", "ward.jpg"] == [each.article.meta.image.ref.written for each in (hero, feature)]
    assert '! 5:5+3 parse/no-alt: the image in "hero" has no' in findings(hero)
    assert (None, "") == (others.article.meta.image, findings(others))
    assert ("a.jpg", "") == (chosen.article.meta.image.ref.written, findings(chosen))


def test_every_key_has_its_place_also_by_the_name_that_later_stages_know():
    article = front("author: A\ntags: [b]").article

    assert (2, 1, 6) == (article.place("authors").line, article.place("authors").column, article.place("authors").width)
    assert 3 == article.place("tags").line
    assert 0 == article.place("image").line


def test_our_own_key_wins_and_the_other_is_kept():
    found = front("cover: {image: b.png, alt: B}\nimage: {src: a.png, alt: A}\nexcerpt: E").article.meta

    assert ("A", "E") == (found.image.alt, found.description)
    assert {"cover": {"image": "b.png", "alt": "B"}} == found.extra


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ("date: 2026-02-01\npublishDate: 2027-03-02", "2027-03-02"),
        ("publish_date: 2027-03-02 09:00\ndate: 2026-02-01", "2027-03-02"),
        ("date: 2026-02-01\npublishDate: 2025-03-02", "2026-02-01"),
        ("date: 2026-02-01\ncreated: 2027-03-02", "2026-02-01"),
        ("date: 2026-02-01\npublishDate: soon", "2026-02-01"),
    ],
)
def test_an_article_is_out_no_sooner_than_any_key_says(keys, day):
    parsed = read(f"---\ntitle: T\n{keys}\n---\n")

    assert (day, "") == (parsed.article.meta.date.date().isoformat(), findings(parsed))


def test_jekyll_s_drafts_have_a_date_all_the_same():
    found = front("published: false\ndate: 2026-02-01").article.meta

    assert (True, 2) == (found.draft, found.date.month)


def test_another_program_s_key_with_a_value_that_does_not_fit_is_that_program_s():
    parsed = front("questions: 5\npodcast: {a: b}")

    assert ({"questions": 5, "podcast": {"a": "b"}}, "") == (parsed.article.meta.extra, findings(parsed))


@pytest.mark.parametrize(("written", "code"), [("English", "en"), ("jp", "ja"), ("en-UK", "en-GB"), ("pt_BR", "pt-BR")])
def test_a_language_may_be_named(written, code):
    parsed = front(f"language: {written}")

    assert (code, "") == (parsed.article.meta.language, findings(parsed))


def test_a_template_is_a_name():
    meta = front("template: true").article.meta

    assert ("", {"template": True}) == (meta.template, meta.extra)
    assert "wide.html" == front("template: wide.html").article.meta.template


def test_a_language_may_be_a_list_of_one():
    assert "fr" == front("language: [French]").article.meta.language


def test_keys_may_be_in_another_language():
    meta = read(
        "---\nTitel: T\nDatum: 04.05.2026\nAutor: Chefredaktion\nSprache: de\nBeschreibung: B\ndata: {a: 1}\n---\n"
    ).article.meta

    assert ("T", ("Chefredaktion",), "de", "B") == (meta.title, meta.authors, meta.language, meta.description)
    assert ((2026, 5, 4), {"data": {"a": 1}}) == ((meta.date.year, meta.date.month, meta.date.day), meta.extra)
    assert ("a",) == front("related_posts: [a]").article.meta.related
