from tests.kit.nouns import article, linked

from sitegen.model.config import TermSettings


def test_a_term_is_as_new_as_its_latest_change():
    site = linked(
        article("a", date="2026-01-01", updated="2026-05-01", tags=("x",)), article("b", date="2026-02-01", tags=("x",))
    )

    assert site.terms["tag"][0].updated.isoformat() == "2026-05-01T00:00:00+00:00"


def test_sections_stand_in_the_configured_order_then_by_name():
    sections = {"policy": TermSettings(title="Policy & law", order=2), "research": TermSettings(order=1)}

    site = linked(
        article("policy/a"), article("b", section="research"), article("c", section="analysis"), sections=sections
    )

    assert [term.name for term in site.terms["section"]] == ["Analysis", "Research", "Policy & law"]


def test_years_are_newest_first():
    site = linked(article("a", date="2026-02-01"), article("b", date="2025-12-31"))

    assert [(term.slug, term.address) for term in site.terms["year"]] == [
        ("2026", "/archive/2026/"),
        ("2025", "/archive/2025/"),
    ]


def test_an_author_with_a_profile_is_a_term_before_the_first_article():
    site = linked(article("authors/jane", kind="author", name="Jane Doe", description="Writes."))

    assert [(term.slug, term.description, term.count, term.profile) for term in site.terms["author"]] == [
        ("jane", "Writes.", 0, "authors/jane")
    ]
