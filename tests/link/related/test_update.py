"""After any edits the relatives are those that would be found anew."""

from collections import Counter
from copy import deepcopy
from itertools import chain

import pytest
from tests.kit.corpus import Newsroom, known_of

from sitegen.base.words import pairs
from sitegen.link.related import plain
from sitegen.link.related.about import About
from sitegen.link.related.postings import Leading, unpack_posting
from sitegen.link.related.update import MOST, TooMany, update
from sitegen.model.terms import unpack

pytestmark = pytest.mark.slow


class InMemory:
    """Remembers relatives as a build does."""

    def __init__(self, newsroom):
        self.newsroom = newsroom
        self.begin()

    def begin(self):
        """Find all anew."""
        documents = self.newsroom.documents()
        found = plain.relate(documents)
        self.table, self.about, self.leading = found.table, About.of(found.about), Leading.of(found.leading)
        self.asked = set()
        self.kept = {word: unpack_posting(data) for word, data in found.postings}
        self.by_row = [document.terms for document in documents]

    def terms(self, row):
        return self.by_row[row]

    def postings(self, words):
        self.asked.update(words)
        return {word: deepcopy(self.kept[word]) for word in words if word in self.kept}

    def holders(self, words):
        found = {word: set() for word in words}
        for row, packed in enumerate(self.by_row):
            terms = unpack(packed)
            for word in {*terms.title, *terms.once, *terms.often, *terms.pairs} & found.keys():
                found[word].add(row)
        return found

    def put(self, word, posting):
        self.kept[word] = posting
        if not posting.titles:
            del self.kept[word]

    def take(self, idents):
        """Bring what is remembered up to date, or begin again where too much has changed; return whose differ."""
        changes = {ident: self.newsroom.document(ident) if ident in self.newsroom.texts else None for ident in idents}
        self.table.replaced.clear()
        try:
            update(self, changes)
        except TooMany:
            self.begin()
            return None
        gone = [row for row, ident in self.table.former.items() if changes.get(ident, True) is None]
        self.table.former.clear()
        self.by_row += [b""] * (len(self.table.ids) - len(self.by_row))
        for row in gone:
            self.by_row[row] = b""
        for ident, document in changes.items():
            if document:
                self.by_row[self.table.ids.index(ident)] = document.terms
        return {self.table.ids[row] for row in self.table.replaced}


def counted(table):
    """Return by row how many have it among their relatives."""
    near = Counter(chain.from_iterable(table.rows_near(row) for row in range(len(table.ids))))
    return [near[row] for row in range(len(table.ids))]


def named(postings, table):
    """Return postings with ids in place of rows."""
    return {
        word: (
            posting.titles,
            posting.texts if posting.mentions else 0,
            {table.ids[row]: share for row, share in posting.asked.items()},
            {table.ids[row] for row in posting.mentions},
        )
        for word, posting in postings.items()
    }


def edit(newsroom, step):
    """Change, write or delete one to three articles; return their ids."""
    chance, edited = newsroom.chance, set()
    for _ in range(chance.choice((1, 1, 2, 3))):
        ident = chance.choice(sorted(newsroom.texts))
        what = chance.choice(("edit", "edit", "edit", "edit", "write", "new", "delete"))
        if what == "edit":
            newsroom.edit(ident)
        elif what == "delete":
            del newsroom.texts[ident]
        else:
            ident = ident if what == "write" else f"b{step:04}"
            newsroom.write(ident)
        edited.add(ident)
    return edited


@pytest.mark.parametrize(
    ("seed", "count", "vocabulary"),
    [*((seed, 24, 60) for seed in range(6)), (6, 80, 300), (7, 80, 300), (8, 80, 900), (9, 140, 900)],
)
def test_after_any_edits_all_is_as_if_found_anew(seed, count, vocabulary):
    newsroom = Newsroom(seed, count, vocabulary)
    memory, followed = InMemory(newsroom), Counter()
    for step in range(20):
        before = known_of(memory.table)
        edited = edit(newsroom, step)
        changed = memory.take(edited)
        clean = plain.relate(newsroom.documents())
        followed[changed is not None] += 1

        assert known_of(clean.table) == known_of(memory.table), f"step {step}"
        assert About.of(clean.about).arrays() == memory.about.arrays()
        assert named({word: unpack_posting(data) for word, data in clean.postings}, clean.table) == named(
            memory.kept, memory.table
        )
        if changed is not None:
            after = known_of(memory.table)
            assert {ident for ident in after if before.get(ident) != after[ident]} <= changed | edited
            assert list(memory.table.held) == counted(memory.table)

    assert followed[True]


def written(*texts, filler=14):
    """Return a newsroom of given (title, body), and others beside them."""
    newsroom = Newsroom(0, 0)
    for number, (title, body) in enumerate((*texts, *[(f"Filler{n}", f"filler{n + 1}") for n in range(filler)])):
        newsroom.texts[f"a{number:04}"] = (738000, title, "", body)
    return newsroom


def test_a_word_that_more_titles_hold_is_worth_less_in_all_of_them():
    newsroom = written(
        ("Glacier one", "glacier"), ("Glacier two", "glacier"), ("Glacier three", "glacier"), ("River", "")
    )
    memory = InMemory(newsroom)
    newsroom.texts["a0003"] = (738000, "River and glacier", "", "glacier")
    changed = memory.take(["a0003"])

    assert known_of(plain.relate(newsroom.documents()).table) == known_of(memory.table)
    assert {"a0000", "a0001", "a0002", "a0003"} <= changed


def test_a_word_that_becomes_well_known_leads_nowhere_any_more():
    newsroom = written(("Glacier", "ice"), *[(f"Other{n}", "the glacier") for n in range(8)], filler=8)
    memory = InMemory(newsroom)
    assert memory.table.rows_near(0)
    newsroom.texts["a0012"] = (738000, "Another", "", "the glacier")
    assert memory.take(["a0012"]) is not None

    assert [] == memory.table.rows_near(0)
    assert known_of(plain.relate(newsroom.documents()).table) == known_of(memory.table)


def test_a_word_that_begins_to_lead_has_all_found_anew():
    newsroom = written(("Glacier", "ice"), *[(f"Other{n}", "the glacier") for n in range(9)], filler=7)
    memory = InMemory(newsroom)
    assert [] == memory.table.rows_near(0)
    newsroom.texts["a0005"] = (738000, "Other4", "", "nothing")
    assert memory.take(["a0005"]) is None

    assert memory.table.rows_near(0)


def test_too_many_changes_have_all_found_anew():
    newsroom = Newsroom(3, MOST + 40)
    memory = InMemory(newsroom)
    edited = sorted(newsroom.texts)[: MOST + 1]
    for ident in edited:
        newsroom.edit(ident)

    assert memory.take(edited) is None


def test_what_stays_as_it_is_and_leads_nowhere_is_not_asked_for():
    newsroom = Newsroom(8, 80, 900)
    memory, before = InMemory(newsroom), unpack(newsroom.document("a0007").terms)
    newsroom.texts["a0007"] = (*newsroom.texts["a0007"][:3], f"{newsroom.texts['a0007'][3]} word1 another")
    after = unpack(newsroom.document("a0007").terms)
    assert memory.take(["a0007"]) is not None

    stays = {*before.once, *before.often, *before.pairs} & {*after.once, *after.often, *after.pairs}
    assert memory.asked & stays <= {*memory.leading.among(stays), *before.title, *pairs(before.title)}
    assert len(memory.asked & stays) < len(stays) // 2
