"""What the last finished build left behind, and which pages it leaves standing."""

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.noun import Noun, Struct, field, field_names
from sitegen.engine.reads import Question
from sitegen.engine.store import Store, spell, unspell
from sitegen.model.output import Page
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.rendering import Made, Teller


class Answered(Struct):
    """The questions of the last build that have another answer now."""

    changed: dict[str, tuple[int, str, bytes | None]]
    """By question: its number, and the new digest and answer."""
    before: Callable[[str], bytes | None]
    """Gives the answer of the last build."""
    _described: dict[str, str] = field(default_factory=dict)

    def by_number(self) -> dict[int, str]:
        """Return these questions by their numbers."""
        return {number: words for words, (number, _, _) in self.changed.items()}

    def described(self, words: str) -> str:
        """Return what changed, as "card of articles/x changed: title"."""
        if words not in self._described:
            self._described[words] = describe(words, self.before(words), self.changed[words][2])
        return self._described[words]


# Answers with fields to name; others are decoded for nothing.
_NAMED = frozenset(("card", "neighbours", "term", "image"))


def describe(words: str, before: bytes | None, after: bytes | None) -> str:
    """Return what changed in an answer."""
    kind, *rest = unspell(words)
    told = f"{kind} of {' '.join(rest)}" if rest else kind
    if kind not in _NAMED:
        return f"{told} changed"
    old, new = (CODEC.decode(data) if data else None for data in (before, after))
    names = (
        [name for name in field_names(old) if getattr(old, name) != getattr(new, name, None)]
        if isinstance(old, Noun) and isinstance(new, Noun)
        else []
    )
    return f"{told} changed: {', '.join(names)}" if names else f"{told} changed"


def compare_all(store: Store, teller: Teller) -> Answered:
    """Ask every question of the last build again."""
    return _compared(store, teller, store.digests(), unspell)


def compare_some(store: Store, teller: Teller, questions: Iterable[tuple[str, ...]]) -> Answered:
    """Ask again only those questions that can have another answer."""
    asked = {spell(question): question for question in questions}
    return _compared(store, teller, store.asked_about(asked), asked.__getitem__)


def _compared(
    store: Store, teller: Teller, known: Mapping[str, tuple[int, str]], question_of: Callable[[str], Question]
) -> Answered:
    """Return what has another answer than the one `known` by its digest."""
    changed = {}
    for words, (number, before) in known.items():
        _, now, data = teller.tell(question_of(words))
        if now != before:
            changed[words] = (number, now, data)
    return Answered(changed, store.value)


def stale_pages(
    store: Store,
    pages: Sequence[Page],
    answered: Answered,
    standing: Mapping[str, str],
    swappable: Collection[str] = (),
) -> tuple[dict[Page, str], dict[Page, list[str]]]:
    """Return the pages to make, each with the reason: it is new, its bytes are gone, or what it asked has changed.

    And return those of them that stand and have other answers to none but `swappable` questions, with these.
    """
    before = store.outputs()
    words = answered.by_number()
    touched = store.outputs_that_asked(words)
    stale: dict[Page, str] = {}
    nearly: dict[Page, list[str]] = {}
    for page in pages:
        if page.path not in before:
            stale[page] = "made for the first time"
        elif page.path in touched:
            asked = [words[number] for number in touched[page.path]]
            stale[page] = reason(asked, answered)
            alone = page.path in standing and all(one in swappable for one in asked)
            if alone and before[page.path][1] == CODEC.encode(page):
                nearly[page] = asked
        elif page.path not in standing:
            stale[page] = "the file was missing or had other bytes"
        elif before[page.path][1] != CODEC.encode(page):
            stale[page] = "the list that it belongs to grew or shrank"
    return stale, nearly


def templates_used(store: Store, made: Made, gone: Collection[str]) -> frozenset[str]:
    """Return the names of the templates that made pages, and those that stand, asked for."""
    known = {number: names for words, (number, _) in store.digests().items() if (names := _template_names(words))}
    standing = {
        number
        for path, numbers in store.outputs_that_asked(known).items()
        if path not in made.words and path not in gone
        for number in numbers
    }
    return frozenset[str]().union(*map(_template_names, made.told), *(known[number] for number in standing))


def _template_names(words: str) -> tuple[str, ...]:
    kind, *names = unspell(words)
    return tuple(names) if kind == "template" else ()


def reason(words: Sequence[str], answered: Answered) -> str:
    """Return why a page that asked these questions was made again."""
    told = sorted(words, key=lambda one: (unspell(one)[0] != "card", one))
    return "; ".join(answered.described(one) for one in told[:3]) + (f"; and {len(told) - 3} more" if told[3:] else "")


def keep(
    store: Store,
    made: Made,
    answered: Answered,
    gone: Iterable[str],
    why: Mapping[Page, str],
    *,
    numbers: Mapping[str, int] | None = None,
) -> None:
    """Write down what this build made, over what the last one had; of `made`, what was told is gone after that.

    `numbers` are those of questions by their words, as far as they are known already.
    """
    broken = made.broken()
    last_question, last_output = store.last_numbers()
    known = dict(numbers or {})
    others = [words for words in made.told if words not in known]
    known.update((words, number) for words, (number, _) in store.asked_about(others).items())
    store.put_questions((number, words, told, data) for words, (number, told, data) in answered.changed.items())
    store.put_questions(_numbered(made.told, known, last_question))
    _drop_pages(store, (*gone, *broken))
    _put_pages(store, made, broken, known, why, last=last_output)
    store.put_why((told, page.path) for page, told in why.items() if page.path in made.mended)


def _drop_pages(store: Store, paths: Iterable[str]) -> None:
    """Forget pages, and that they asked anything."""
    dropped = []
    for path in paths:
        before = store.asked_by(path)
        if before:
            dropped.append(before[0])
            store.drop_asked((question, before[0]) for question in numbers_of(before[1]))
    store.drop_outputs(dropped)


def _put_pages(
    store: Store, made: Made, broken: Collection[str], known: Mapping[str, int], why: Mapping[Page, str], *, last: int
) -> None:
    """Write down pages and what they asked, by the numbers of the questions; `last` is the highest of a page."""
    outputs = []
    pairs = array("Q")
    for path, rendered in made.pages.items():
        if path in broken:
            continue
        asked = array("I", [known[words] for words in made.words[path]])
        number, before = store.asked_by(path) or (0, b"")
        if not number:
            number = last = last + 1
        if before != asked.tobytes():
            old = set(numbers_of(before))
            store.drop_asked((question, number) for question in old.difference(asked))
            pairs.extend([question << 32 | number for question in asked if question not in old])
        page = rendered.page
        outputs.append((number, path, CODEC.encode(page), asked.tobytes(), rendered.said, why[page]))
    store.put_outputs(outputs)
    # In the order of the table, in which they cost least.
    store.put_asked((pair >> 32, pair & 0xFFFFFFFF) for pair in sorted(pairs))


def _numbered(
    told: dict[str, tuple[str, bytes | None]], known: dict[str, int], last: int
) -> Iterator[tuple[int, str, str, bytes | None]]:
    """Give the questions that are not known yet a number, and let go of every answer as it is taken.

    They come in the order of the table's index, in which they cost least; all answers together weigh more than the
    articles.
    """
    for number, words in enumerate(sorted(told.keys() - known.keys()), last + 1):
        known[words] = number
        yield (number, words, *told.pop(words))
    told.clear()


def said_by_standing(store: Store, made: Made, gone: frozenset[str]) -> Iterable[Diagnostic]:
    """Return again what the pages said that were not made in this build."""
    for path, said in store.said():
        if path not in made.pages and path not in gone:
            yield from CODEC.decode(said)


def numbers_of(asked: bytes) -> "array[int]":
    """Return the numbers of the questions that an output asked."""
    numbers = array("I")
    numbers.frombytes(asked)
    return numbers
