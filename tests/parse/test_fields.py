"""Fields while they are read."""

from sitegen.model.article import FrontMatter
from sitegen.parse.matter.values import Fields


def test_fields_become_the_noun():
    fields = Fields({"title": "T", "draft": True}, {"team": "x"}, places=(("title", 2, 1, 5),))

    expected = FrontMatter(title="T", draft=True, extra={"team": "x"}, places=(("title", 2, 1, 5),))
    assert expected == fields.front_matter()


def test_a_field_that_is_not_there_is_an_empty_text():
    assert ("T", "") == (Fields({"title": "T"}).text("title"), Fields().text("title"))
