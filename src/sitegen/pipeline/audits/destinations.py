"""Where a text leads: to which articles and standing pages of its site."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from sitegen.base.noun import Noun
from sitegen.base.paths import from_page
from sitegen.base.slugs import title_slugs
from sitegen.model.article import Content
from sitegen.model.body import Ref
from sitegen.model.config import Config
from sitegen.model.site import Site, by_title
from sitegen.pipeline.audits.full_urls import full_urls


class Destinations(Noun, dict=True):
    """Finds them, as they are found when pages are made."""

    site: Site
    config: Config

    @cached_property
    def _by_address(self) -> Mapping[str, str]:
        return {card.address.rstrip("/"): ident for ident, card in self.site.cards.items()}

    @cached_property
    def _by_title(self) -> Mapping[str, str]:
        return by_title(self.site.cards.values())

    def of(self, ident: str, content: Content) -> set[str]:
        """Return the ids that the text of an article leads to, its own perhaps among them."""
        found = (self._by_address.get(address.rstrip("/")) for address in self._addresses(ident, content) if address)
        return set(filter(None, found))

    def _addresses(self, ident: str, content: Content) -> Iterator[str]:
        """Yield the addresses that the text, and the answers in it, link to."""
        for part in (part for body in content.bodies for part in body.parts):
            if isinstance(part, Ref) and not part.image:
                yield self._address(part, ident)
        yield from (address for address, _ in full_urls(content, self.config))

    def _address(self, ref: Ref, ident: str) -> str:
        if ref.kind == "site":
            return ref.target
        if ref.kind == "title":
            return next(filter(None, map(self._by_title.get, title_slugs(ref.target))), "")
        return self.site.addresses.get(ref.target) or from_page(self.site.cards[ident].address, ref.written)
