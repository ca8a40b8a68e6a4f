"""Where a view's answers come from: the linked site, the store of contents, and the theme."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property

from sitegen.base.noun import Noun
from sitegen.base.paths import IMAGES, is_html
from sitegen.base.spelling import Spellings
from sitegen.base.text import shorten
from sitegen.engine.reads import Question
from sitegen.model.article import Article, Content
from sitegen.model.config import Config
from sitegen.model.media import ImageFacts
from sitegen.model.output import DESCRIPTION, UNINDEXED, Asset, Page, Routes
from sitegen.model.site import Neighbours, Site, Term, by_file, by_title
from sitegen.model.source import Inputs
from sitegen.render.packing import Packed, pack_rows, shard_of
from sitegen.render.urls import full_url

_ALONE = Neighbours("", "")
_UNLISTED = UNINDEXED | {"article", "page"}
"""HTML pages that no sitemap lists, or that it lists by their articles."""


class SiteAnswers(Noun, dict=True):
    """Answers every question of `View` from one linked site."""

    site: Site
    inputs: Inputs
    routes: Routes
    config: Config
    articles: Mapping[str, Article]
    content: Callable[[str], Content | None]
    """By article id, from memory or from the store."""
    images: Callable[[str], ImageFacts | None]
    """By content path."""
    template: Callable[[str], str | None]
    """Digest of a template's closure."""

    def answer(self, question: Question) -> object:
        """Return the answer; raises KeyError for a question that nobody knows."""
        return _KINDS[question[0]](self, *question[1:])

    @cached_property
    def _owners(self) -> Mapping[str, str]:
        return {card.address: card.id for card in self.site.cards.values()}

    @cached_property
    def _unreadable(self) -> frozenset[str]:
        found = self.inputs.diagnostics
        return frozenset(one.span.path for one in found if one.span and one.code == "scan/unreadable")

    def _is_unreadable(self, path: str) -> bool:
        known = self._unreadable
        return bool(known) and (path in known or any(path.startswith(f"{folder}/") for folder in known))

    @cached_property
    def _titled(self) -> Mapping[str, str]:
        return by_title(self.site.cards.values())

    @cached_property
    def _filed(self) -> Mapping[str, str]:
        return by_file(self.site.cards.values())

    @cached_property
    def _terms(self) -> Mapping[str, Term]:
        return {term.key: term for terms in self.site.terms.values() for term in terms}

    @cached_property
    def _sizes(self) -> Mapping[str, int]:
        return {asset.address: asset.size for asset in self.inputs.assets}

    @cached_property
    def _statics(self) -> Mapping[str, str]:
        packaged = {output.source: "/" + output.path for output in self.routes.outputs if isinstance(output, Asset)}
        return {
            name: packaged[files[0].path]
            for name, files in self.inputs.theme.statics.items()
            if files[0].path in packaged
        }

    def _ids(self, key: str, start: str, stop: str) -> tuple[str, ...]:
        ids = self.site.pages if key == "pages" else self.site.lists.get(key, ())
        return ids[int(start) : int(stop)]

    @cached_property
    def _listed(self) -> tuple[str, ...]:
        return (*self.site.lists.get("home", ()), *self.site.pages)

    @cached_property
    def _shards(self) -> Mapping[str, list[str]]:
        shards: dict[str, list[str]] = {}
        for ident in self._listed:
            shards.setdefault(shard_of(ident), []).append(ident)
        return shards

    @cached_property
    def _packed(self) -> dict[tuple[str, str], Packed]:
        return {}

    def _rows(self, kind: str, shard: str) -> Packed:
        from sitegen.render.machines.rows import row

        if (kind, shard) not in self._packed:
            idents = self._shards.get(shard, ())
            self._packed[kind, shard] = pack_rows((ident, row(kind, ident, self, self.config)) for ident in idents)
        return self._packed[kind, shard]

    def _names(self, kind: str) -> tuple[tuple[str, str, str], ...]:
        if kind == "page":
            return tuple(
                (ident, self.site.cards[ident].title, self.site.cards[ident].address) for ident in self.site.pages
            )
        return tuple((term.slug, term.name, term.address) for term in self.site.terms.get(kind, ()))

    @cached_property
    def _feeds(self) -> Mapping[str, tuple[str, str]]:
        return {key: (folder, title) for key, folder, title in self.site.feeds}

    @cached_property
    def _profiles(self) -> Mapping[str, str]:
        return {term.slug: term.profile for term in self.site.terms.get("author", ())}

    @cached_property
    def _lead(self) -> str:
        newest = self.site.lists.get("home", ())
        featured = (ident for ident in newest if self.articles[ident].meta.featured)
        return next(featured, newest[0] if newest else "")

    @cached_property
    def titles(self) -> Counter[str]:
        """How many pages have a title: articles, standing pages and sections."""
        sections = (term.name for term in self.site.terms.get("section", ()))
        return Counter((*(card.title for card in self.site.cards.values()), *sections))

    @cached_property
    def summaries(self) -> Counter[str]:
        """How many of them, the home page included, have a description, as long as pages show it."""
        settings = self.config.site
        own = (settings.description or settings.tagline, *(term.description for term in self.site.terms["section"]))
        return Counter(shorten(text, DESCRIPTION) for text in (*own, *(c.summary for c in self.site.cards.values())))

    @cached_property
    def _spellings(self) -> Spellings:
        pages = (card.address for card in self.site.cards.values())
        terms = (term.address for terms in self.site.terms.values() for term in terms)
        return Spellings((*self.site.addresses, *pages, *terms))

    @cached_property
    def _image_spellings(self) -> Spellings:
        return Spellings(path for path in self.site.addresses if path.lower().endswith(IMAGES))

    @cached_property
    def _days(self) -> Counter[tuple[str, date]]:
        return Counter((card.title, card.date.date()) for card in self.site.cards.values())

    def _shared(self, ident: str) -> tuple[int, int]:
        card = self.site.cards.get(ident)
        if card is None:
            return 0, 0
        title = self.titles[card.title] > 1
        day = title and self._days[card.title, card.date.date()] > 1
        return title + day, int(self.summaries[shorten(card.summary, DESCRIPTION)] > 1)

    def _listings(self) -> tuple[tuple[str, datetime | None], ...]:
        cards = (self.site.cards[ident] for ident in self.site.lists.get("home", ()))
        changed = max((card.changed for card in cards), default=None)
        return tuple(
            (page.address, self._terms[page.subject].updated if page.subject in self._terms else changed)
            for page in self.routes.outputs
            if isinstance(page, Page) and is_html(page.path) and page.kind not in _UNLISTED
        )

    def _translations(self, ident: str) -> tuple[tuple[str, str], ...]:
        """Return the translations that are published, with the article itself."""
        others = self.site.translations.get(ident, ())
        whole = ((language, self._full(where)) for language, where in others)
        found = {language: url for language, url in whole if url}
        own = self.site.cards.get(ident)
        if not found or own is None:
            return ()
        found[own.language or self.config.site.language] = self._full(ident)
        return tuple(sorted(found.items()))

    def _full(self, where: str) -> str:
        if "://" in where:
            return where
        card = self.site.cards.get(where)
        return full_url(self.config, card.address) if card else ""

    def _anchors(self, ident: str) -> frozenset[str]:
        article = self.articles.get(ident)
        return frozenset(article.anchors) if article else frozenset()


_KINDS: Mapping[str, Callable[..., object]] = {
    "card": lambda a, ident: a.site.cards.get(ident),
    "article": lambda a, ident: a.articles.get(ident),
    "front": lambda a, ident: a.articles[ident].front if ident in a.articles else None,
    "content": lambda a, ident: a.content(ident),
    "ids": SiteAnswers._ids,
    "listed": lambda a: a._listed,
    "rows": SiteAnswers._rows,
    "term": lambda a, key: a._terms.get(key),
    "terms": lambda a, kind: a.site.terms.get(kind, ()),
    "names": SiteAnswers._names,
    "neighbours": lambda a, ident: a.site.neighbours.get(ident, _ALONE),
    "related": lambda a, ident: a.site.related.get(ident, ()),
    "address": lambda a, path: a.site.addresses.get(path),
    "served": lambda a, address: address in a.routes.served,
    "unreadable": lambda a, path: a._is_unreadable(f"content/{path.strip('/')}"),
    "owner": lambda a, address: a._owners.get(address, ""),
    "titled": lambda a, slug: a._titled.get(slug, ""),
    "filed": lambda a, slug: a._filed.get(slug, ""),
    "anchors": SiteAnswers._anchors,
    "image": lambda a, path: a.images(path),
    "size": lambda a, path: a._sizes.get(path, 0),
    "static": lambda a, name: a._statics.get(name),
    "asset": lambda a, name: a._statics.get(name),
    "template": lambda a, name: a.template(name),
    "setting": lambda a, name: a.inputs.theme.settings.get(name),
    "feeds": lambda a: a.site.feeds,
    "hidden": lambda a: a.site.hidden,
    "feed": lambda a, key: a._feeds.get(key),
    "profile": lambda a, author: a._profiles.get(author, ""),
    "lead": lambda a: a._lead,
    "shared": SiteAnswers._shared,
    "nearest": lambda a, path: a._spellings.nearest(path),
    "nearest_image": lambda a, path: a._image_spellings.nearest(path),
    "listings": SiteAnswers._listings,
    "translations": SiteAnswers._translations,
    "extra": lambda a: dict(a.site.extra),
}
