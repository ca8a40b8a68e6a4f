"""What was found of relatives is remembered from one finished build to the next, and exact after edits."""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest
from tests.kit.edits import related_as_on_a_large_site
from tests.kit.nouns import article

from sitegen.base.noun import replace
from sitegen.engine.store import Store, open_store
from sitegen.link.related import Shown, find_anew
from sitegen.link.related.reasons import Beside, Reasons
from sitegen.link.related.settle import Rule
from sitegen.link.related.table import Document
from sitegen.model.article import Article
from sitegen.model.site import Card
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.relations import Relations
from sitegen.pipeline.steps.relationstore import forget_relations

NONE: dict[str, Rule] = {}


@pytest.fixture(params=["plain Python", "numpy"])
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Store]:
    """A store with a finished build of twenty articles."""
    if request.param == "numpy":
        related_as_on_a_large_site(monkeypatch)
    store = open_store(tmp_path / "s.sqlite", "1")
    articles = newsroom()
    save(store, articles.values())
    build(store, articles)
    yield store
    store.close()


def newsroom() -> dict[str, Article]:
    """Return articles that speak of the next one's subject."""
    return {f"a{n:02}": written(f"a{n:02}", f"Subject{n} today", f"More on subject{n + 1}.") for n in range(20)}


def written(ident: str, title: str, text: str) -> Article:
    return article(ident, title=title, text=text)


def save(store: Store, articles) -> None:
    """Put what was parsed into the store, as a build does that has seen an edit."""
    store.retain(one.id for one in articles)
    store.put_parsed((one.id, "key", CODEC.encode(one), b"", b"") for one in articles)


def documents(articles: dict[str, Article]) -> list[Document]:
    return [Document(one.id, one.meta.date.toordinal(), one.terms) for _, one in sorted(articles.items())]


def no_spares(idents: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Leave open the places of those that have few relatives."""
    return dict.fromkeys(idents, ())


def build(store: Store, articles: dict[str, Article], rules: dict[str, Rule] = NONE, *, finish: bool = True) -> Shown:
    """Find relatives as a whole walk does."""
    relations = Relations(store)
    shown = relations.find(documents(articles), rules, 3, no_spares).shown
    if finish:
        relations.keep()
    store.commit()
    return shown


def follow(store: Store, edited: list[Article]) -> set[str] | None:
    """Return whose suggestions may differ, as the short way asks for it."""
    relations = Relations(store)
    found = relations.follow(edited, Reasons(card, article, "Desk", relations.rare))
    return None if found is None else found.keys()


def card(ident: str) -> Card:
    date = article(ident).meta.date
    return Card(ident, f"/{ident}/", ident, "", date, None, (), None, (), None, 1)


def test_after_an_edit_all_is_as_if_found_anew(store):
    articles = newsroom()
    for text in ("Nothing at all.", "Subject9 and subject12.", "More on subject4."):
        articles["a03"] = written("a03", "Subject3 today", text)
        save(store, [articles["a03"]])

        assert find_anew(documents(articles), NONE, 3, no_spares).shown == build(store, articles)


def test_new_and_deleted_articles_are_followed(store):
    articles = newsroom()
    del articles["a07"]
    store.retain(["a07"])
    store.drop_parsed(["a07"])
    articles["b"] = written("b", "Subject5 and subject8", "More on subject2.")
    save(store, [articles["b"]])

    assert find_anew(documents(articles), NONE, 3, no_spares).shown == build(store, articles)


def test_a_build_that_did_not_finish_leaves_nothing_behind(store):
    articles = newsroom()
    for text in ("Subject15 first.", "Subject16 then."):
        articles["a03"] = written("a03", "Subject3 today", text)
        save(store, [articles["a03"]])
        found = build(store, articles, finish=False)

    assert find_anew(documents(articles), NONE, 3, no_spares).shown == found == build(store, articles)
    assert [] == store.retained()


def test_editors_may_change_their_minds_without_an_edit_of_texts(store):
    rules = {"a03": Rule(away=frozenset({"a04"}))}

    assert find_anew(documents(newsroom()), rules, 3, no_spares).shown == build(store, newsroom(), rules)


def test_the_short_way_tells_of_those_that_may_differ(store):
    edited = written("a03", "Subject3 today", "Now on subject12.")
    save(store, [edited])
    found = follow(store, [edited])

    assert {"a03", "a04", "a12"} <= found
    assert found < newsroom().keys()


def test_whoever_says_the_same_may_spell_it_otherwise(store):
    """What its page, and those that show it, say of the two is in the words of its title."""
    edited = written("a03", "SUBJECT3 TODAY", "More on subject4.")
    save(store, [edited])

    assert {"a02", "a03", "a04"} == follow(store, [edited])


def test_the_short_way_does_not_forget_what_a_failed_build_has_read_besides(store):
    """Its text stays in the store until a whole walk reads the file again."""
    save(store, [written("a03", "Subject3 today", "Subject12.")])
    edited = written("a05", "Subject5 today", "Subject9 and subject12.")
    save(store, [edited])

    assert follow(store, [edited]) is None


def test_the_short_way_needs_a_finished_build(store):
    forget_relations(store)

    assert follow(store, [written("a03", "Subject3 today", "More.")]) is None


def test_after_forgetting_all_is_found_anew(store):
    forget_relations(store)

    assert find_anew(documents(newsroom()), NONE, 3, no_spares).shown == build(store, newsroom())
    assert follow(store, []) == set()


def all_of(idents: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Fill places with whoever there is."""
    return {ident: tuple(other for other in newsroom() if other != ident) for ident in idents}


def test_the_short_way_fills_places_as_the_whole_walk_does(store):
    articles = newsroom()
    relations = Relations(store)
    relations.find(documents(articles), NONE, 3, all_of)
    relations.keep()
    articles["a03"] = written("a03", "Subject3 today", "Nothing at all.")
    save(store, [articles["a03"]])
    again = Relations(store)
    found = again.follow([articles["a03"]], Reasons(card, article, "Desk", again.rare))
    clean = find_anew(documents(articles), NONE, 3, all_of).shown

    assert {ident: [one for one, *_ in clean[ident]] for ident in found} == {
        ident: [one.id for one in told] for ident, told in found.items()
    }
    assert 3 == len(found["a03"])


def test_a_place_that_falls_open_where_nobody_is_known_to_fill_it_needs_the_whole_walk(store):
    relations = Relations(store)
    relations.find(documents(newsroom()), NONE, 1, no_spares)
    relations.keep()
    edited = written("a03", "Nothing", "Nothing at all.")
    save(store, [edited])

    assert follow(store, [edited]) is None


def test_what_ceases_to_be_rare_ceases_to_be_a_reason(store):
    articles = newsroom() | {f"b{n}": written(f"b{n}", f"Kelvin scale {n}", "Nothing.") for n in range(7)}
    articles |= {f"c{n:02}": written(f"c{n:02}", f"Other{n}", "Something.") for n in range(40)}

    def neighbours(idents: Collection[str]) -> dict[str, tuple[str, ...]]:
        return {ident: ("b0", "b1") if ident[0] == "b" else () for ident in idents}

    relations = Relations(store)
    save(store, articles.values())
    relations.find(documents(articles), NONE, 1, neighbours)
    relations.keep()
    assert ("Kelvin scale",) == Reasons(articles_card(articles), articles.__getitem__, "", relations.rare).suggestions(
        "b3", [Beside("b0", 0, 0)], Rule()
    )[0].shared

    articles["a03"] = written("a03", "Subject3 in Kelvin", "More on subject4.")
    save(store, [articles["a03"]])
    again = Relations(store)
    found = again.follow([articles["a03"]], Reasons(articles_card(articles), articles.__getitem__, "", again.rare))

    assert ["b0"] == [one.id for one in found["b3"]]
    assert () == found["b3"][0].shared


def articles_card(articles: dict[str, Article]) -> Callable[[str], Card]:
    return lambda ident: replace(card(ident), title=articles[ident].meta.title)


@pytest.mark.parametrize("store", ["numpy"], indirect=True)
def test_for_words_that_no_title_held_few_texts_are_looked_through(store, monkeypatch):
    asked = []
    read = store.parsed_light

    def listening(ids: Collection[str] | None = None) -> Iterator[tuple[str, bytes]]:
        asked.append(ids)
        return read(ids)

    monkeypatch.setattr(store, "parsed_light", listening)
    articles = newsroom()
    for title in ("More today", "On and on"):
        articles["a03"] = written("a03", title, "More on subject4.")
        save(store, [articles["a03"]])
        assert find_anew(documents(articles), NONE, 3, no_spares).shown == build(store, articles)

    assert asked
    assert None not in asked
