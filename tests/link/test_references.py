import pytest
from tests.kit.nouns import article, config

from sitegen.base.noun import replace
from sitegen.link.references import resolve
from sitegen.model.config import SiteSettings

OTHER = article("articles/other", title="What open weights mean", path="2026/Other")
DRAFT = article("articles/draft", draft=True)


@pytest.mark.parametrize(
    "name",
    [
        "articles/other",
        "articles/other.md",
        "content/articles/other.md",
        "other",
        "other.md",
        "../articles/other.md",
        "/2026/Other/",
        "2026/Other",
        "What open weights mean",
        "what-open-weights-mean",
    ],
)
def test_an_article_is_found_by_id_path_address_slug_or_title(name):
    pinning = article("articles/a", related=(name,))

    references, problems = resolve((pinning, OTHER), (pinning, OTHER), config())

    assert references.pins == {"articles/a": ("articles/other",)}
    assert problems == ()


def test_an_unknown_article_is_told_with_the_nearest():
    pinning = article("articles/a", related=("othr",), unrelated=("nothing-like-it",))

    _, problems = resolve((pinning, OTHER), (pinning, OTHER), config())

    assert [(d.code, d.span.line, d.message, d.hint) for d in problems] == [
        ("link/unknown-article", 2, '`related` names "othr", which is no article', 'did you mean "articles/other"?'),
        (
            "link/unknown-article",
            3,
            '`unrelated` names "nothing-like-it", which is no article',
            "write the content path of an article, without `.md`",
        ),
    ]


def test_a_page_of_others_cannot_be_suggested():
    pinning = article("articles/a", related=("https://example.org/a",))

    _, problems = resolve((pinning, OTHER), (pinning, OTHER), config())

    assert [d.hint for d in problems] == ["name what others publish in `sources`, or link to it in the text"]


def test_an_article_that_is_not_out_yet_is_no_mistake():
    pinning = article("articles/a", related=("draft",))

    _, problems = resolve((pinning,), (pinning, DRAFT), config())

    assert problems == ()


def test_a_name_of_several_articles_is_told():
    pinning = article("articles/a", related=("x",))

    references, problems = resolve((pinning,), (pinning, article("b/x"), article("c/x")), config())

    assert references.pins == {}
    assert problems[0].message == '"x" in `related` may mean 2 articles: b/x, c/x'


def test_an_article_that_names_itself_is_told():
    pinning = article("articles/a", related=("a",))

    _, problems = resolve((pinning,), (pinning,), config())

    assert problems[0].message == "`related` names the article itself"


@pytest.mark.parametrize(
    ("place", "pins"),
    [
        ("articles/other.md", ("articles/other",)),
        ("/2026/Other/", ("articles/other",)),
        ("articles/a.md", ()),
        ("/what-open-weights-mean/", ()),
        ("other.md", ()),
    ],
)
def test_what_a_text_lists_is_a_place_and_not_a_name(place, pins):
    listing = replace(article("articles/a"), further=(place,))

    references, problems = resolve((listing, OTHER), (listing, OTHER), config())

    assert references.pins.get("articles/a", ()) == pins
    assert problems == ()


@pytest.mark.parametrize(
    ("label", "pins"),
    [
        (OTHER.meta.title, ("articles/other",)),
        (f"{OTHER.meta.title} – and more", ("articles/other",)),
        (f"{OTHER.meta.title} (2 May 2026)", ("articles/other",)),
        ("other", ("articles/other",)),
        ("Other", ("articles/other",)),
        ("Something else", ()),
    ],
)
def test_a_link_that_leads_nowhere_may_say_the_title_of_an_article(label, pins):
    listing = replace(article("articles/a"), further=("/blog/x",), labels=(label,))

    references, _ = resolve((listing, OTHER), (listing, OTHER), config())

    assert references.pins.get("articles/a", ()) == pins


@pytest.mark.parametrize("name", ["articles/open-weights", "_posts/2024-05-01-open-weights"])
@pytest.mark.parametrize("pattern", ["", "/:year/:slug.html"])
@pytest.mark.parametrize("place", ["/posts/open-weights/", "/2024/05/open-weights.html", "../news/open-weights.md"])
def test_what_a_text_lists_may_be_an_earlier_address_of_an_article(place, pattern, name):
    listing, other = replace(article("articles/a"), further=(place,)), article(name)

    references, _ = resolve((listing, other), (listing, other), config(site=SiteSettings(permalink=pattern)))

    assert references.pins == {"articles/a": (name,)}


@pytest.mark.parametrize("language", ["en", ""])
def test_translations_name_each_other(language):
    """An article without a language has the site's."""
    english = article(
        "articles/x", language=language, translations=(("de", "articles/x-de"), ("fr", "https://example.fr/x"))
    )
    german = article("articles/x-de", language="de")

    references, _ = resolve((english, german), (english, german), config())

    assert references.translations == {
        "articles/x": (("de", "articles/x-de"), ("fr", "https://example.fr/x")),
        "articles/x-de": (("en", "articles/x"), ("fr", "https://example.fr/x")),
    }


@pytest.mark.parametrize(("name", "original"), [("articles/x.fr", "articles/x"), ("articles/x/index.fr", "articles/x")])
def test_a_translation_by_its_name_alone_is_told(name, original):
    site = (article(original), article(name))

    _, (told,) = resolve(site, site, config())

    assert ("link/translation", f"content/{name}.md") == (told.code, told.span.path)
    assert f'the name says that this is "{original}" in "fr", and the front matter does not' == told.message
    assert (
        f'write languages = ["fr"] below [site], or here language: fr and translations: {{en: {original}}}' == told.hint
    )


@pytest.mark.parametrize("french", ["fr/news/x", "news/fr/x", "news/x.fr"])
def test_what_has_one_name_in_two_languages_is_one_text(french):
    site = (article("news/x"), article(french, language="fr"), article("news/y"))

    references, told = resolve(site, site, config(site=SiteSettings(languages=("fr",))))

    assert ({"news/x": (("fr", french),), french: (("en", "news/x"),)}, ()) == (references.translations, told)


def test_what_has_one_translation_key_in_two_languages_is_one_text():
    site = (article("en/x", translation_key="one"), article("fr/z", language="fr", translation_key="one"))

    references, _ = resolve(site, site, config())

    assert {"en/x": (("fr", "fr/z"),), "fr/z": (("en", "en/x"),)} == references.translations


def test_without_the_setting_folders_say_no_language():
    site = (article("news/x"), article("fr/news/x"))

    assert {} == resolve(site, site, config())[0].translations


@pytest.mark.parametrize(
    "site",
    [
        (article("x"), article("x.fr", language="fr")),
        (article("x.fr"), article("y")),
        (article("v1"), article("v1.2")),
    ],
)
def test_other_names_with_a_dot_are_no_translations(site):
    assert () == resolve(site, site, config())[1]


def test_an_article_that_is_pinned_and_vetoed_is_told():
    both = article("articles/a", related=("other",), unrelated=("articles/other.md",))

    references, problems = resolve((both, OTHER), (both, OTHER), config())

    assert references.vetoes == {"articles/a": ("articles/other",)}
    assert [(d.code, d.span.line, d.message, d.hint) for d in problems] == [
        (
            "link/pin-and-veto",
            3,
            '`unrelated` names "articles/other", which is pinned as well: it is not suggested',
            "take it out of one of the two",
        )
    ]


def test_what_the_text_lists_may_be_vetoed_without_a_word():
    listing = replace(article("articles/a", unrelated=("other",)), further=("articles/other.md",))

    assert () == resolve((listing, OTHER), (listing, OTHER), config())[1]
