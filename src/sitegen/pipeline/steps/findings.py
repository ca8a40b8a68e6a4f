"""Everything that is to be said of a build: found before the first page was made, or by the pages."""

from collections.abc import Iterable, Mapping

from sitegen.base.diagnostics import Diagnostic, ordered
from sitegen.base.noun import Noun
from sitegen.engine.store import Store
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.memory import Made, said_by_standing


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
    """Return all diagnostics of a build, in order."""
    return ordered([*early.all(), *made.diagnostics(), *said_by_standing(store, made, gone)])
