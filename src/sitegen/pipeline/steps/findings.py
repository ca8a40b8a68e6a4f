"""Everything that is to be said of a build: found before the first page was made, or by the pages."""

from collections.abc import Iterable, Mapping

from sitegen.base.diagnostics import Diagnostic, ordered
from sitegen.base.noun import Noun
from sitegen.engine.store import Store
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.memory import said_by_standing
from sitegen.pipeline.steps.rendering import Made

_HALF = frozenset(("configure/unknown-theme", "configure/syntax"))
"""What leaves a theme without its settings or its parents."""
_MISSES = frozenset(("render/template-error", "render/no-template"))


class Early(Noun):
    """What was found before the first page was made."""

    general: tuple[Diagnostic, ...]
    own: Mapping[str, tuple[Diagnostic, ...]]
    """By article: what its own file says."""

    def all(self) -> Iterable[Diagnostic]:
        """Return them all."""
        yield from self.general
        for diagnostics in self.own.values():
            yield from diagnostics

    def replaced(self, own: Mapping[str, tuple[Diagnostic, ...]]) -> "Early":
        """Return them with others for some articles."""
        return Early(self.general, {ident: said for ident, said in {**self.own, **own}.items() if said})

    def store(self, store: Store) -> None:
        """Keep them for the next build."""
        store.put("early", CODEC.encode((self.general, self.own)))


def load_early(store: Store) -> Early:
    """Return what the last finished build found early."""
    data = store.get("early")
    return Early(*CODEC.decode(data)) if data else Early((), {})


def findings_of(early: Early, store: Store, made: Made, gone: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Return all diagnostics of a build, in order.

    Where a `theme.toml` or a parent cannot be read, what templates miss may stand there, and is not told as well.
    """
    found = [*early.all(), *made.diagnostics(), *said_by_standing(store, made, gone)]
    if any(one.code in _HALF and one.span.path.endswith("/theme.toml") for one in early.general):
        found = [one for one in found if one.code not in _MISSES]
    return ordered(found)
