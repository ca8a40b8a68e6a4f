"""The name that a misspelt one means, found fast among tens of thousands."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher
from posixpath import basename

_CANDIDATES = 12
_CLOSE = 0.75


class Spellings:
    """Known paths and addresses, indexed by their last part and by runs of three letters."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = tuple(sorted(set(names)))
        self._endings: dict[str, list[str]] = defaultdict(list)
        self._runs: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            self._endings[_last(name)].append(name)
            for run in _runs(name):
                self._runs[run].append(number)

    def nearest(self, written: str) -> str:
        """Return the only name with the same last part, or that with the most similar one, or an empty string."""
        moved = [name for name in self._endings.get(_last(written), ()) if name != written]
        if len(moved) == 1:
            return moved[0]
        # Rare runs say most, and a run that most names have (`articles/`) says nothing.
        most = max(50, len(self._names) // 20)
        shared = Counter(
            number
            for run in _runs(written)
            if len(self._runs.get(run, ())) <= most
            for number in self._runs.get(run, ())
        )
        closest = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]
        matcher = SequenceMatcher(b=_last(written), autojunk=False)
        best, found = _CLOSE, ""
        for number, _ in closest:
            matcher.set_seq1(_last(self._names[number]))
            ratio = matcher.ratio()
            if ratio > best:
                best, found = ratio, self._names[number]
        return found


def _last(name: str) -> str:
    """Return the last part without suffix: of `a/b.md`, `a/b/index.md` and `/a/b/` it is `b`."""
    trimmed = name.rstrip("/").removesuffix("/index.md").removesuffix(".md")
    return basename(trimmed).casefold()


def _runs(name: str) -> frozenset[str]:
    text = f" {name.casefold()} "
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))
