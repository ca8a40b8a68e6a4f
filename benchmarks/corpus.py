"""A news corpus in pseudo-English: the same articles for the same seed and size.

The words are made up, but they are spread as words are: few of them often, most of them rarely, and each topic has some
of its own, so that related articles can be found. An article has some 670 words with headings, links (two of them to
other articles), lists, now and then a table or code, two callouts, and three to five questions with answers.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from itertools import accumulate

SECTIONS = ("politics", "economy", "technology", "science", "health", "culture", "climate", "cities")
TOPICS, TAGS_A_TOPIC, AUTHORS = 40, 3, 40
NEWEST, YEARS = datetime(2026, 6, 30, 12, tzinfo=UTC), 5
ENGLISH = (
    "the of and to in a is that for it on with as was by at from be this are or an have not but they which one has "
    "more their its who will can about when there would been if so what out up than into some could them other then "
    "now only new two may first also after over such most made before through between where each under while because"
)
ONSETS = [*"bcdfghlmnrstvw", "br", "cl", "cr", "dr", "fl", "gl", "gr", "pl", "pr", "sl", "st", "th", "tr"]
NUCLEI = [*"aeioaeio", "ai", "ea", "ou"]
CODAS = [*"nslm", "", "", "", "", "nd", "nt", "st", "rm", "rd", "ble", "ton", "ver"]

CODE = '''\
def {name}_of(values, {key}=3):
    """Return {words}."""
    total = 0
    for value in values:
        total += {key} * value  # {words}
    return {{"{name}": total, "{key}": [1, 2.5, None]}}
'''

Block = tuple[str, object]
"""Kind, and what it holds: `text`, `heading`, `list`, `table`, `code`, `fact` or `tip`."""


@dataclass(frozen=True)
class Article:
    """What every dialect says."""

    slug: str
    title: str
    description: str
    date: datetime
    updated: datetime | None
    authors: list[str]
    tags: list[str]
    section: str
    blocks: list[Block]
    questions: list[tuple[str, str]]
    keywords: list[str]
    """Words of the title that are the topic's own."""


class Corpus:
    """All articles of one seed and size; number 0 is the newest."""

    def __init__(self, size: int, seed: int = 1) -> None:
        self.size, self.seed = size, seed

    @cached_property
    def _words(self) -> tuple[list[str], list[float], list[list[str]]]:
        """Return the words of all topics with their weights, and the words of each topic."""
        chance, made = random.Random(f"words {self.seed}"), dict.fromkeys(ENGLISH.split())
        while len(made) < 4000 + TOPICS * 50:
            syllables = chance.choice((1, 2, 2, 2, 3))
            word = "".join(chance.choice(part) for _ in range(syllables) for part in (ONSETS, NUCLEI, CODAS))
            if 3 <= len(word) <= 13:
                made[word] = None
        words = list(made)
        general, rest = words[:4000], words[4000:]
        weights = list(accumulate(1 / (rank + 3) for rank in range(len(general))))
        return general, weights, [rest[50 * topic : 50 * topic + 50] for topic in range(TOPICS)]

    @cached_property
    def authors(self) -> list[str]:
        chance = random.Random(f"authors {self.seed}")
        return [" ".join(word.capitalize() for word in chance.sample(self._words[0][600:], 2)) for _ in range(AUTHORS)]

    def tag(self, topic: int, number: int) -> str:
        """Return one of a topic's tags: some are one word, some are two."""
        words = self._words[2][topic]
        return words[number] if number % 2 else f"{words[number]} {words[number + TAGS_A_TOPIC]}"

    def head(self, number: int) -> tuple[int, list[str], str, str]:
        """Return topic, topic words, title and slug of an article: all that others need to link to it."""
        chance = random.Random(f"head {self.seed} {number}")
        topic = chance.randrange(TOPICS)
        own = chance.sample(self._words[2][topic], 3)
        words = [*own, *chance.choices(self._words[0], cum_weights=self._words[1], k=chance.randint(3, 6))]
        chance.shuffle(words)
        title = " ".join(words)
        return topic, own, title.capitalize(), f"{title.replace(' ', '-')}-{number}"

    def article(self, number: int) -> Article:
        """Return one article."""
        topic, own, title, slug = self.head(number)
        pen = _Pen(self._words, topic, random.Random(f"article {self.seed} {number}"))
        chance = pen.chance
        date = NEWEST - timedelta(days=365 * YEARS) * ((number + chance.random()) / self.size)
        tags = [self.tag(topic, place) for place in chance.sample(range(TAGS_A_TOPIC), chance.randint(1, TAGS_A_TOPIC))]
        tags += [
            self.tag(chance.randrange(TOPICS), chance.randrange(TAGS_A_TOPIC)) for _ in range(chance.randint(1, 2))
        ]
        return Article(
            slug=slug,
            title=title,
            description=pen.sentence(12, 20),
            date=date,
            updated=date + timedelta(hours=chance.randint(1, 300)) if chance.random() < 0.3 else None,
            authors=chance.sample(self.authors, 1 if chance.random() < 0.8 else 2),
            tags=list(dict.fromkeys(tags)),
            section=SECTIONS[topic % len(SECTIONS)],
            blocks=list(self._blocks(number, topic, pen)),
            questions=[(f"{pen.sentence(5, 9)[:-1]}?", pen.text(2, 2)) for _ in range(chance.randint(3, 5))],
            keywords=own,
        )

    def _blocks(self, number: int, topic: int, pen: "_Pen") -> Iterator[Block]:
        chance = pen.chance
        parts = chance.randint(4, 6)
        extras: dict[int, list[Block]] = {}
        for block in self._extras(pen):
            extras.setdefault(chance.randrange(parts), []).append(block)
        links = [self._link(number, topic, pen) for _ in range(2)]
        links += [
            (pen.words(2), f"https://example.org/{pen.words(1)}/{pen.words(1)}") for _ in range(chance.randint(1, 4))
        ]
        yield "text", pen.text(2, 3, rich=True)
        for part in range(parts):
            yield "heading", pen.sentence(3, 6)[:-1]
            text = pen.text(3, 5, rich=True)
            for words, target in links[part::parts]:
                text += f" More is said of [{words}]({target})."
            yield "text", text
            yield from extras.get(part, ())

    def _extras(self, pen: "_Pen") -> Iterator[Block]:
        chance = pen.chance
        yield "fact", pen.text(2, 2)
        yield "tip", pen.text(2, 2)
        yield "list", [pen.sentence(4, 9, rich=True) for _ in range(chance.randint(3, 6))]
        if chance.random() < 0.25:
            yield "table", [[pen.words(1) for _ in range(3)] for _ in range(chance.randint(4, 7))]
        if chance.random() < 0.2:
            yield "code", CODE.format(name=pen.words(1), key=pen.words(1), words=pen.words(3))

    def _link(self, number: int, topic: int, pen: "_Pen") -> tuple[str, str]:
        """Return words and target of a link to another article, of the same topic where one is soon found."""
        other = number
        for _ in range(4):
            other = pen.chance.randrange(self.size)
            if other != number and self.head(other)[0] == topic:
                break
        return pen.words(2), f"/articles/{self.head(other)[3]}/"


class _Pen:
    """Writes of one topic."""

    def __init__(
        self, words: tuple[list[str], list[float], list[list[str]]], topic: int, chance: random.Random
    ) -> None:
        self._general, self._weights, topics = words
        self._own, self.chance = topics[topic], chance

    def words(self, count: int) -> str:
        """Return some words; one in six is the topic's own."""
        found = self.chance.choices(self._general, cum_weights=self._weights, k=count)
        return " ".join(
            [self._own[int(50 * self.chance.random() ** 2)] if self.chance.random() < 0.16 else word for word in found]
        )

    def sentence(self, least: int, most: int, *, rich: bool = False) -> str:
        words = self.words(self.chance.randint(least, most)).split()
        place, luck = self.chance.randrange(1, len(words)), self.chance.random()
        if rich and luck < 0.25:
            words[place] = ("**{}**" if luck < 0.1 else "*{}*" if luck < 0.2 else "`{}`").format(words[place])
        elif luck > 0.7:
            words[place] += ","
        return f"{' '.join(words).rstrip(',')}.".replace(words[0], words[0].capitalize(), 1)

    def text(self, least: int, most: int, *, rich: bool = False) -> str:
        return " ".join(self.sentence(8, 20, rich=rich) for _ in range(self.chance.randint(least, most)))
