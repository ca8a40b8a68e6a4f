"""The name that a misspelt one means, found fast among tens of thousands."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property
from posixpath import basename, dirname

from sitegen.base.paths import article_id
from sitegen.base.slugs import without_day

_CLOSE = 0.75
_CANDIDATES = 8
"""Names that are compared letter by letter."""
_SUFFIX = 5
"""Letters of the longest suffix of a file: `woff2`."""
_SIGHTED = 1200
"""Names that are looked at, counted once for each run of letters that leads to them."""


class Spellings:
    """Known paths and addresses, indexed by their last part and by its runs of three letters."""

    def __init__(self, names: Iterable[str]) -> None:
        self._endings: dict[str, list[str]] = defaultdict(list)
        for name in sorted(set(names)):
            self._endings[_last(name)].append(name)
        self._meant: dict[str, str] = {}
        """Last parts that nobody has and that were asked for, with what they were taken for."""
        self._inside: dict[str, tuple[Spellings, dict[str, str]]] = {}
        """By a last part that many names have: the folders in which it stands, and the name in each."""

    def nearest(self, written: str) -> str:
        """Return the name with the same last part, else that with the most similar one, or an empty string.

        Where several have it, the rest of the name decides.
        """
        last = _last(written)
        if moved := self._among(last, written):
            return moved
        if last not in self._meant:
            self._meant[last] = self._stems.get(_stem(last)) or self._most_similar(last)
        meant = self._meant[last]
        return self._among(meant, written) if meant else ""

    def _among(self, last: str, written: str) -> str:
        """Return which of the names with this last part is the most like what was written, and not the same."""
        names = self._endings.get(last, ())
        if len(names) > _CANDIDATES:
            if last not in self._inside:
                by_folder = {_folder(name): name for name in reversed(names)}
                self._inside[last] = Spellings(by_folder), by_folder
            folders, by_folder = self._inside[last]
            return by_folder.get(folders.nearest(_folder(written)), "")
        others = [name for name in names if name != written]
        if len(others) < 2:
            return others[0] if others else ""
        runs = _runs(_level(written))
        return max(others, key=lambda name: len(runs & _runs(_level(name))))

    def _most_similar(self, last: str) -> str:
        """Return the most similar last part. What is looked at is bounded, however many names there are."""
        seen: Counter[int] = Counter()
        left = _SIGHTED
        # A rare run says most; one that most names have says nothing.
        for found in sorted((self._places.get(run, []) for run in sorted(_runs(last))), key=len):
            left -= len(found)
            if left < 0:
                break
            seen.update(found)
        # What shares far less than the best is not worth weighing. A long name shares more than a short one by chance.
        least = max(seen.values(), default=0) / 3
        weighed = sorted(
            (-count / (len(last) + len(self._lasts[place])), place) for place, count in seen.items() if count >= least
        )
        matcher = SequenceMatcher(b=last, autojunk=False)
        best, meant = _CLOSE, ""
        for _, place in weighed[:_CANDIDATES]:
            matcher.set_seq1(self._lasts[place])
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and (ratio := matcher.ratio()) > best:
                best, meant = ratio, self._lasts[place]
        return meant

    @cached_property
    def _lasts(self) -> tuple[str, ...]:
        return tuple(self._endings)

    @cached_property
    def _stems(self) -> dict[str, str]:
        """Last parts of files by what they are without their suffix."""
        return {stem: last for last in reversed(self._lasts) if (stem := _stem(last))}

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """By run of three letters: where in `_lasts` it stands."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, last in enumerate(self._lasts):
            for run in _runs(last):
                places[run].append(place)
        return dict(places)


def _last(name: str) -> str:
    """Return the last part without suffix and day: of `a/b.md`, `a/b/index.md`, `/a/b/`, `a/2026-11-20-b.md` it is `b`.

    Elsewhere the day may have been in the address: `/2026/11/20/b/`.
    """
    return without_day(basename(_trimmed(name)).casefold())


def _folder(name: str) -> str:
    return dirname(_trimmed(name))


def _trimmed(name: str) -> str:
    return article_id(name.rstrip("/").removesuffix(".html"))


def _level(name: str) -> str:
    """Return the name with its folders as words: `2026/11/20/b` is much like `2026-11-20-b`."""
    return name.replace("/", "-")


def _stem(last: str) -> str:
    """Return what stands before a file's suffix, or an empty string where it has none: `1.84` has none."""
    stem, _, suffix = last.rpartition(".")
    return stem if len(suffix) <= _SUFFIX and suffix[:1].isalpha() else ""


def _runs(name: str) -> set[str]:
    text = f" {name.casefold()} "
    return {text[at : at + 3] for at in range(len(text) - 2)}
