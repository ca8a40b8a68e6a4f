"""Pages of which a few bytes have changed get these as they stand, and are not made again.

A style sheet is named by every page, with its digest: to make them all anew for one edit would cost a clean build. And
files that list all articles, a line each, grow with the site: to make one anew for one edit costs more than the
article's own page.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from posixpath import dirname
from typing import cast

from sitegen.base.digest import digest, hasher, read_off
from sitegen.engine.store import unspell
from sitegen.engine.workers import Workers
from sitegen.model.config import Config
from sitegen.model.output import Page
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.memory import Answered
from sitegen.pipeline.steps.rendering import Standing
from sitegen.render.machines.rows import VERBATIM
from sitegen.render.packing import Packed, unpack_rows
from sitegen.render.theme.assets import place_of, swapped

Swap = tuple[bytes, bytes]
"""(old, new): an address or a line, as it stands in pages"""


def swaps_of(answered: Answered, config: Config) -> dict[str, Swap]:
    """Return the addresses that have given way to others, by the words of the question for them."""
    swaps = {}
    for words, (_, _, now) in answered.changed.items():
        if unspell(words)[0] == "asset":
            old, new = (CODEC.decode(data) if data else None for data in (answered.before(words), now))
            if old and new and dirname(old) == dirname(new):
                swaps[words] = (place_of(old, config).encode(), place_of(new, config).encode())
    return swaps


def swap_all(pages: Mapping[Page, Sequence[Swap]], there: Standing, workers: Workers) -> Iterator[tuple[str, str]]:
    """Stage the pages with their new addresses, and return the new digest of each by its path.

    Those that must be made anew are left out.
    """
    rows = [(page.path, swaps) for page, swaps in pages.items()]
    chunks = workers.each_chunk("render", _swap_chunk, there, rows, size=64)
    for page, told in zip(pages, chain.from_iterable(chunks), strict=True):
        if told:
            yield page.path, told


def _swap_chunk(there: Standing, rows: Sequence[tuple[str, Sequence[Swap]]]) -> list[str | None]:
    return [_swap(path, swaps, there) for path, swaps in rows]


def _swap(path: str, swaps: Sequence[Swap], there: Standing) -> str | None:
    data = there.read(path)
    made = swapped(data, swaps) if data is not None and digest(data) == there.digests[path] else None
    if made is None:
        return None
    there.stage(path, made)
    return digest(made)


def reline_all(asked: Mapping[Page, Sequence[str]], answered: Answered, there: Standing) -> Iterator[tuple[str, str]]:
    """Stage the pages in which only lines have changed, and return the new digest of each by its path.

    `asked` are the questions with other answers of each. Pages that must be made anew are left out.
    """
    for page, questions in asked.items():
        kind = VERBATIM.get(page.kind)
        if kind and all(unspell(words)[:2] == ("rows", kind) for words in questions):
            changes = [_changes(answered.before(words), answered.changed[words][2]) for words in questions]
            told = _reline(page.path, [*chain.from_iterable(changes)], there)
            if told:
                yield page.path, told


def _changes(before: bytes | None, now: bytes | None) -> list[Swap]:
    """Return the lines (old, new) that differ; what is no line of the file has none."""
    old, new = (dict(unpack_rows(cast("Packed", CODEC.decode(data or b"")))) for data in (before, now))
    lines = ((old.get(ident, ()), line) for ident, line in new.items())
    return [("".join(one).encode(), "".join(other).encode()) for one, other in lines if one != other]


def _reline(path: str, lines: Sequence[Swap], there: Standing) -> str | None:
    data = there.read(path)
    if data is None:
        return None
    places = sorted((data.find(old) if old and new else -1, old, new) for old, new in lines)
    if not places or places[0][0] < 0:
        return None
    first, end, whole = places[0][0], 0, memoryview(data)
    parts: list[bytes | memoryview] = []
    for place, old, new in places:
        parts += whole[end:place], new
        end = place + len(old)
    parts.append(whole[end:])
    # Both files begin alike, and megabytes take a while.
    made = hasher(whole[:first])
    known = made.copy()
    known.update(whole[first:])
    if read_off(known) != there.digests[path]:
        return None
    for part in parts[1:]:
        made.update(part)
    there.stage(path, *parts)
    return read_off(made)
