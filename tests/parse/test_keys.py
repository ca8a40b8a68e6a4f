"""The names of keys."""

import pytest

from sitegen.parse.matter.keys import is_own, meaning, suggestion


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("title", "title"),
        ("Title", "title"),
        ("author", "authors"),
        ("previewImg", "image"),
        ("featured-image", "image"),
        ("lastmod", "updated"),
        ("categories", "section"),
        ("keywords", "tags"),
        ("excerpt", "description"),
        ("redirect_from", "aliases"),
        ("canonicalURL", "canonical"),
        ("auteur", "authors"),
        ("you_may_also_like", "related"),
        ("título", "title"),
        ("URL slug", "slug"),
        ("Subheadline", "description"),
        ("team", ""),
    ],
)
def test_what_others_call_the_same_thing(key, expected):
    assert expected == meaning(key)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        *(("auther", "author"), ("titel", "title"), ("descripton", "description"), ("dat", "date"), ("imgae", "image")),
        *(("authros", "authors"), ("categorie", "categories"), ("fag", "faq"), ("translation", "translations")),
        *(("team", ""), ("layout", ""), ("weight", ""), ("x", ""), ("og_title", ""), ("authorId", ""), ("data", "")),
        *(("topic", ""), ("index", ""), ("hideComments", ""), ("page_template", ""), ("resources", ""), ("rating", "")),
        *(("translators", ""), ("translator", ""), ("SEO Title", "")),
    ],
)
def test_misspellings_have_a_suggestion_and_keys_of_ones_own_none(key, expected):
    assert expected == suggestion(key)


def test_own_keys_are_told_from_aliases():
    assert (True, False) == (is_own("image"), is_own("cover"))
