"""Documents of random words, to find relatives among; the same for the same seed."""

import random

from sitegen.link.related.table import Document, Table
from sitegen.parse.terms import terms


class Newsroom:
    """Texts of few words, so that many are related; they can be edited."""

    def __init__(self, seed: int, count: int, vocabulary: int = 150) -> None:
        self.chance = random.Random(seed)
        self.vocabulary = [f"word{number}" for number in range(vocabulary)]
        self.weights = [1 / (rank + 1) for rank in range(vocabulary)]
        self.texts: dict[str, tuple[int, str, str, str]] = {}
        for number in range(count):
            self.write(f"a{number:04}")

    def words(self, most: int) -> str:
        """Return a few words, the first of the vocabulary more often."""
        return " ".join(self.chance.choices(self.vocabulary, self.weights, k=self.chance.randint(0, most)))

    def write(self, ident: str) -> None:
        """Write an article, or write it anew."""
        self.texts[ident] = (738000 + self.chance.randrange(900), self.words(6), self.words(5), self.words(40))

    def edit(self, ident: str) -> None:
        """Change the day, the title, what stands out, or the text of an article."""
        day, title, heading, body = self.texts[ident]
        what = self.chance.choice(("day", "title", "heading", "body", "body", "copy"))
        if what == "day":
            day += self.chance.choice((-400, 3, 30))
        elif what == "title":
            title = f"{title} {self.words(3)}"
        elif what == "heading":
            heading = self.words(5)
        elif what == "body":
            body = " ".join(body.split()[self.chance.randint(0, 9) :]) + f" {self.words(9)}"
        else:
            _, title, heading, body = self.texts[self.chance.choice(sorted(self.texts))]
        self.texts[ident] = day, title, heading, body

    def document(self, ident: str) -> Document:
        """Return an article as its relatives see it."""
        day, title, heading, body = self.texts[ident]
        packed, _ = terms(title, f"{heading}\n{body}", description="", headings=[heading], lead="")
        return Document(ident, day, packed)

    def documents(self) -> list[Document]:
        """Return all, in order of their ids."""
        return [self.document(ident) for ident in sorted(self.texts)]


def known_of(table: Table) -> dict[str, list[tuple[int | str, ...]]]:
    """Return all that a table knows, by id, whatever row a document is in."""
    return {
        ident: [(one.full, table.ids[one.row], one.first, one.here, one.there) for one in table.relatives(row)]
        for row, ident in enumerate(table.ids)
        if ident
    }
