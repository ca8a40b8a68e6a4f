from tests.kit.nouns import article, linked

from sitegen.link.labels import section_name
from sitegen.model.config import TagSettings, TermSettings


def names(site, kind):
    return [(term.slug, term.name, term.count) for term in site.terms[kind]]


def told(site):
    return [(d.code, d.span.path, d.span.line, d.message) for d in site.diagnostics]


def test_tags_are_merged_by_slug_under_their_most_common_spelling():
    site = linked(
        article("a", tags=("open-weights", "AI")),
        article("b", tags=("Open Weights", "ai")),
        article("c", tags=("open-weights", "AI")),
    )

    assert names(site, "tag") == [("ai", "AI", 3), ("open-weights", "open-weights", 3)]
    assert [tag.address for tag in site.cards["b"].tags] == ["/tags/open-weights/", "/tags/ai/"]
    assert site.diagnostics == ()


def test_a_configured_tag_gives_title_description_and_aliases():
    tags = {
        "open-weights": TermSettings(title="Open weights", description="Models to keep.", aliases=("OW", "open models"))
    }

    site = linked(article("a", tags=("ow",)), article("b", tags=("Open Models", "OW", "open weights")), tags=tags)

    assert names(site, "tag") == [("open-weights", "Open weights", 2)]
    assert site.terms["tag"][0].description == "Models to keep."
    assert len(site.cards["b"].tags) == 1


def test_a_section_is_written_or_the_first_telling_folder():
    assert section_name(article("articles/x", section="Analysis")) == "Analysis"
    assert section_name(article("policy/x")) == "policy"
    assert section_name(article("articles/policy/x")) == "policy"
    assert section_name(article("posts/2026/x")) == ""
    assert section_name(article("_posts/x")) == section_name(article("_drafts/x")) == ""
    assert section_name(article("src/articles/x")) == section_name(article("source/_posts/x")) == ""
    assert section_name(article("x")) == ""
    assert section_name(article("articles/x/index.fr")) == ""
    assert section_name(article("policy/x/index.pt-br")) == "policy"
    assert section_name(article("posts/2026-11-20-open-weights/appendix")) == ""


def test_different_names_with_one_address_are_told_once():
    site = linked(article("a", tags=("C#",)), article("b", tags=("C sharp",)), article("c", tags=("C sharp",)))

    assert told(site) == [
        ("link/same-name", "content/a.md", 2, 'tag "C#" shares the address /tags/c-sharp/ with "C sharp"')
    ]


def test_a_name_without_letters_is_published_and_told():
    site = linked(article("a", tags=("🚀",)))

    assert names(site, "tag") == [("u1f680", "🚀", 1)]
    assert told(site) == [
        (
            "link/same-name",
            "content/a.md",
            2,
            'tag "🚀" has no letters to make an address of; it stands at /tags/u1f680/',
        )
    ]


def test_a_configured_alias_gives_such_a_name_an_address():
    site = linked(article("a", tags=("🚀",)), tags={"launches": TermSettings(aliases=("🚀",))})

    assert names(site, "tag") == [("launches", "launches", 1)]
    assert site.diagnostics == ()


def test_a_section_that_nearly_equals_a_configured_one_is_told():
    site = linked(article("a", section="polcy"), sections={"policy": TermSettings()})

    assert told(site) == [
        ("link/near-name", "content/a.md", 2, 'section "polcy" nearly equals "policy", which sitegen.toml configures')
    ]


def test_a_configured_section_that_nobody_writes_is_told_once_where_articles_nearly_do():
    site = linked(
        *(article(name, section="policy") for name in "ab"), sections={"polciy": TermSettings(title="Policy")}
    )

    message = '"policy" nearly equals section "polciy", which no article has'
    assert [("sitegen.toml", message, "did you mean [sections.policy]?")] == [
        (found.span.path, found.message, found.hint) for found in site.diagnostics
    ]


FORMATS = {"gguf": TagSettings(parent="formats"), "formats": TagSettings("File formats", parent="files")} | {
    "files": TagSettings()
}


def test_an_article_stands_under_the_tags_above_its_own_as_well():
    site = linked(
        article("a", tags=("GGUF",), date="2026-01-01"),
        article("b", tags=("formats", "gguf"), date="2026-01-02"),
        article("c", tags=("files",), date="2026-01-03"),
        tags=FORMATS,
    )

    assert [("c", "b", "a"), ("b", "a"), ("b", "a")] == [
        site.lists[f"tag:{slug}"] for slug in ("files", "formats", "gguf")
    ]
    assert names(site, "tag") == [("formats", "File formats", 2), ("files", "files", 3), ("gguf", "GGUF", 2)]
    assert ["GGUF"] == [tag.name for tag in site.cards["a"].tags]
    assert site.diagnostics == ()


def test_a_tag_knows_those_above_and_below_it_though_no_article_writes_them():
    site = linked(article("a", tags=("gguf",)), article("b", tags=("other",)), tags=FORMATS)
    formats, files, gguf, other = site.terms["tag"]

    assert [["files"], [], ["files", "formats"], []] == [
        [label.slug for label in tag.above] for tag in (formats, files, gguf, other)
    ]
    assert [["gguf"], ["formats"], [], []] == [
        [label.slug for label in tag.below] for tag in (formats, files, gguf, other)
    ]


def test_tags_that_no_article_stands_under_have_no_page_though_they_have_a_parent():
    site = linked(article("a", tags=("other",)), tags=FORMATS)

    assert names(site, "tag") == [("other", "other", 1)]
