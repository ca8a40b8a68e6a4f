import re

import pytest

from sitegen.model.context import ArchivePage
from sitegen.model.output import Page
from sitegen.render.pages.lists import (
    archive_page,
    feeds_page,
    home_page,
    index_page,
    list_page,
    pagination,
    plain_page,
    redirect_page,
)


def titles(cards):
    return [card.title for card in cards]


def article(ident, date="2026-11-01", **meta):
    lines = "".join(f"{key}: {value}\n" for key, value in meta.items())
    return f"-- content/{ident}.md --\n---\ntitle: {ident}\ndate: {date}\n{lines}---\nText.\n"


def test_a_split_list_knows_its_way(desk):
    first = pagination(desk.pages["index.html"], desk.view(), desk.press)
    second = pagination(desk.pages["page/2/index.html"], desk.view(), desk.press)

    assert (1, 2, "", "/repo/page/2/") == (first.number, first.numbers, first.newer, first.older)
    assert (2, 2, "/repo/", "") == (second.number, second.numbers, second.newer, second.older)
    assert [("1", "/repo/", False), ("2", "/repo/page/2/", True)] == [
        (link.title, link.href, link.current) for link in second.pages
    ]


def test_the_home_page_leads_with_the_newest_and_shows_each_article_once(desk):
    page = home_page(desk.pages["index.html"], desk.view(), desk.press)
    shown = [
        page.lead.href,
        *(
            card.href
            for card in (*page.secondary, *page.river, *(card for block in page.blocks for card in block.cards))
        ),
    ]

    assert page.lead.title.startswith("Why open weights")
    assert len(shown) == len(set(shown))


def test_a_featured_article_leads_before_newer_ones(publish):
    site = publish(article("a", featured="true") + article("b", "2026-11-02") + article("c", "2026-11-03"))
    page = home_page(site.pages["index.html"], site.view(), site.press)

    assert ("a", ["c", "b"]) == (page.lead.title, titles(page.secondary))


def test_sections_have_blocks_where_there_are_several(publish):
    many = "".join(
        article(f"{section}{number}", f"2026-11-{number:02}", section=section)
        for section in ("x", "y")
        for number in range(1, 8)
    )
    site = publish(many)
    page = home_page(site.pages["index.html"], site.view(), site.press)

    assert [("X", 4), ("Y", 4)] == [(block.section.name, len(block.cards)) for block in page.blocks]


def test_an_empty_site_has_a_home_page(publish):
    site = publish("")
    page = home_page(site.pages["index.html"], site.view(), site.press)

    assert (None, (), ()) == (page.lead, page.river, page.blocks)


def test_an_empty_site_has_an_archive(publish):
    site = publish("")

    assert ArchivePage((), None, ()) == archive_page(site.pages["archive/index.html"], site.view(), site.press)


def test_a_list_shows_its_stretch(desk):
    view = desk.view()
    page = list_page(desk.pages["sections/policy/index.html"], view.term("section:policy"), view, desk.press)

    assert (["Third", "Fourth", "Fifth"], None) == (titles(page.cards), page.author)


def test_an_authors_list_has_the_author(desk):
    view = desk.view()
    page = list_page(desk.pages["authors/jane-doe/index.html"], view.term("author:jane-doe"), view, desk.press)

    assert ("Jane Doe", 2, "Reporter") == (page.author.name, page.author.count, page.author.role)


def test_an_index_lists_all_terms(desk):
    tags = index_page(desk.pages["tags/index.html"], desk.view(), desk.press)
    authors = index_page(desk.pages["authors/index.html"], desk.view(), desk.press)

    assert ({"health", "open weights"}, ()) == ({term.name for term in tags.terms}, tags.authors)
    assert {"Jane Doe", "Policy Desk", "The Weights"} == {author.name for author in authors.authors}


def test_tags_stand_below_their_parents(publish):
    settings = '-- sitegen.toml --\n[tags.gguf]\nparent = "formats"\n[tags.formats]\ntitle = "File formats"\n'
    site = publish(settings + article("articles/a", tags="[GGUF, law]") + article("articles/b", tags="[formats]"))
    index = site.html("tags/index.html").split('<ul class="plain tag-index">')[1].split("</main>")[0]

    assert [("File formats", "2"), ("GGUF", "1"), ("law", "1")] == re.findall(
        r'">([^<]+)</a> <span class="count">(\d)', index
    )
    assert 1 < index.index("<ul") < index.index("GGUF") < index.index("</ul>") < index.index("law")
    assert '<li><a href="/tags/gguf/">GGUF</a></li>' in site.html("tags/formats/index.html")
    crumbs = site.html("tags/gguf/index.html").split('<nav class="crumbs"')[1].split("</nav>")[0]
    assert ["/", "/tags/", "/tags/formats/"] == re.findall('href="([^"]+)"', crumbs)


def test_the_years_of_the_archive_stand_in_the_figures_of_the_language(publish):
    site = publish(
        "-- sitegen.toml --\nsite.language = 'fa'\n-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nx\n"
    )
    year = archive_page(site.pages["archive/2026/index.html"], site.view(), site.press)

    assert (["۲۰۲۶"], "۲۰۲۶", "/archive/2026/") == ([each.name for each in year.years], year.year.name, year.year.href)


def test_the_archive_goes_by_year_and_month(desk):
    whole = archive_page(desk.pages["archive/index.html"], desk.view(), desk.press)
    year = archive_page(desk.pages["archive/2026/index.html"], desk.view(), desk.press)

    assert (["2026", "2025"], None) == ([term.name for term in whole.years], whole.year)
    assert whole.months == year.months, "without a year, the newest"
    assert ("2026", [(11, 4)]) == (year.year.name, [(first.month, len(cards)) for first, cards in year.months])


def test_all_feeds_by_kind(desk):
    page = feeds_page(desk.view())

    assert ["site", "section", "tag", "author", "series", "query"] == [kind for kind, _ in page.groups]
    assert ["Analysis", "Policy"] == [term.name for term in dict(page.groups)["section"]]
    assert "/repo/feeds.opml" == page.opml


def test_who_found_nothing_gets_the_newest(desk):
    assert 5 == len(plain_page(desk.view(), desk.press).latest)


@pytest.mark.parametrize(
    ("target", "href", "url"),
    [
        ("/tags/ai/", "/repo/tags/ai/", "https://news.example/repo/tags/ai/"),
        ("https://other.example/a", "https://other.example/a", "https://other.example/a"),
    ],
)
def test_an_old_address_of_the_configuration_leads_where_it_says(desk, target, href, url):
    page = redirect_page(Page("old/index.html", "/old/", "redirect", target), desk.view())

    assert (href, url, url) == (page.target, page.target_url, page.target_title)


def test_an_alias_leads_to_its_article(desk):
    page = redirect_page(desk.pages["old/third/index.html"], desk.view())

    assert ("/repo/articles/third/", "https://news.example/repo/articles/third/", "Third") == (
        page.target,
        page.target_url,
        page.target_title,
    )
