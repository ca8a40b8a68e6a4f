from tests.kit.nouns import article, linked


def test_a_standing_page_has_no_section_and_no_tags():
    site = linked(article("pages/policies/x", kind="page", tags=("a",)))

    assert site.cards["pages/policies/x"].section is None
    assert site.cards["pages/policies/x"].tags == ()


def test_an_article_without_a_title_is_called_by_the_last_part_of_its_id():
    assert linked(article("news/ward", title="")).cards["news/ward"].title == "ward"


def test_a_card_names_each_tag_once_in_the_order_of_the_article():
    site = linked(article("a", tags=("B", "a", "b")))

    assert [tag.slug for tag in site.cards["a"].tags] == ["b", "a"]


def test_a_card_names_its_language_where_that_is_not_the_sites():
    site = linked(article("a", language="de"), article("b", language="en"))

    assert (site.cards["a"].language, site.cards["b"].language) == ("de", "")
