"""Pages in which nothing but the addresses of the theme's files has changed get the new ones as they stand.

A style sheet is named by every page, with its digest: to make them all anew for one edit would cost a clean build.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from posixpath import dirname

from sitegen.base.digest import digest
from sitegen.engine.store import unspell
from sitegen.engine.workers import Workers
from sitegen.model.config import Config
from sitegen.model.output import Page
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.memory import Answered
from sitegen.pipeline.steps.rendering import Standing
from sitegen.render.theme.assets import place_of, swapped

Swap = tuple[bytes, bytes]
"""(old, new) address, as it stands in pages"""


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
