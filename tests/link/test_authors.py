from tests.kit.nouns import article, linked

from sitegen.model.config import SiteSettings

DESK = article("authors/policy-desk", kind="author", date=None, title="", name="Policy Desk", description="Law.")


def bylines(site, ident):
    return [(author.slug, author.name) for author in site.cards[ident].authors]


def test_an_id_and_a_name_mean_the_same_author():
    site = linked(DESK, article("a", authors=("policy-desk",)), article("b", authors=("Policy Desk",)))

    assert bylines(site, "a") == bylines(site, "b") == [("policy-desk", "Policy Desk")]
    assert site.lists["author:policy-desk"] == ("a", "b")
    assert site.diagnostics == ()


def test_an_author_needs_no_profile():
    site = linked(article("a", authors=("Núria Puig", "ml-desk")))

    assert bylines(site, "a") == [("nuria-puig", "Núria Puig"), ("ml-desk", "Ml Desk")]


def test_an_id_with_underscores_is_shown_as_a_name():
    site = linked(article("a", authors=("press_desk",)), article("b", authors=("R_and_D",)))

    assert bylines(site, "a") == [("press-desk", "Press Desk")]
    assert bylines(site, "b") == [("r-and-d", "R_and_D")]


def test_an_id_behind_a_name_means_the_profile_and_is_not_shown():
    profile = article("authors/ana", kind="author", date=None, title="", name="Ana M. Lima")
    site = linked(profile, article("a", authors=("Ana Lima <ana>",)), article("b", authors=("Omar Haddad <omar>",)))

    assert bylines(site, "a") == [("ana", "Ana M. Lima")]
    assert bylines(site, "b") == [("omar-haddad", "Omar Haddad")]
    assert site.diagnostics == ()


def test_an_author_is_named_once_in_a_byline():
    site = linked(DESK, article("a", authors=("Policy Desk", "policy-desk")))

    assert bylines(site, "a") == [("policy-desk", "Policy Desk")]


def test_a_profile_is_found_by_its_name_whatever_its_file_is_called():
    profile = article("authors/jd", kind="author", date=None, title="", name="Jane Doe")

    site = linked(profile, article("a", authors=("Jane Doe",)))

    assert bylines(site, "a") == [("jd", "Jane Doe")]
    assert site.addresses["authors/jd.md"] == "/authors/jd/"


def test_an_article_without_an_author_is_the_sites():
    assert bylines(linked(article("a"), site=SiteSettings(title="The Site")), "a") == [("the-site", "The Site")]
    assert bylines(linked(article("a"), site=SiteSettings(author="The Desk")), "a") == [("the-desk", "The Desk")]


def test_a_profile_has_a_page_before_its_first_article():
    site = linked(DESK)

    (term,) = site.terms["author"]
    assert (term.key, term.count, term.profile, term.description) == (
        "author:policy-desk",
        0,
        "authors/policy-desk",
        "Law.",
    )
    assert site.lists["author:policy-desk"] == ()
    assert [key for key, _, _ in site.feeds] == ["home"]


def test_a_name_that_nearly_equals_a_profiles_is_told_at_every_article():
    site = linked(DESK, article("a", authors=("Polcy Desk",)), article("b", authors=("Polcy Desk",)))

    assert [(d.code, d.span.path, d.span.line) for d in site.diagnostics] == [
        ("link/near-name", "content/a.md", 2),
        ("link/near-name", "content/b.md", 2),
    ]
    assert site.diagnostics[0].message == 'author "Polcy Desk" nearly equals "Policy Desk", who has a profile'


def test_two_profiles_of_one_author_are_an_error():
    site = linked(DESK, article("authors/old/policy-desk", kind="author", date=None))

    assert [(d.code, d.severity) for d in site.diagnostics] == [("link/same-profile", "error")]


def test_a_byline_that_two_profiles_have_for_a_name_is_told_once():
    one, other = (
        article(f"authors/{name}", kind="author", date=None, title="", name="Jo Doe") for name in ("j1", "j2")
    )

    site = linked(
        one, other, article("a", authors=("Jo Doe",)), article("b", authors=("Jo Doe",)), article("c", authors=("j1",))
    )

    message = 'author "Jo Doe" may be any of those whom content/authors/j1.md and content/authors/j2.md describe'
    assert [("content/a.md", message, "write who is meant: authors: [j2]")] == [
        (found.span.path, found.message, found.hint) for found in site.diagnostics
    ]
