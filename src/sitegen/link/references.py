"""Pins, vetoes and translations: names of articles in front matter become ids."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import zip_longest
from posixpath import dirname

from sitegen.base.diagnostics import Diagnostic, problem
from sitegen.base.languages import told_by_path
from sitegen.base.noun import Noun
from sitegen.base.paths import article_id, content_path, is_external, join
from sitegen.base.patterns import regex
from sitegen.base.slugs import known_slugs, slugify, telling_slug, title_slugs
from sitegen.base.text import nearest
from sitegen.link.addresses import address_of, tidy
from sitegen.model.article import Article
from sitegen.model.config import Config

_TRANSLATED = regex(r"(?P<original>.+)\.(?P<language>[a-z]{2}(?:-[A-Za-z]{2,4})?)")
Pairs = dict[str, tuple[str, ...]]
"""From an article's id to the ids that it names."""


class References(Noun):
    """What articles say of each other in their front matter."""

    pins: Pairs
    vetoes: Pairs
    translations: dict[str, tuple[tuple[str, str], ...]]
    """By id: (language, id or full URL) of all others, whichever of them names them."""


class _Directory(Noun, dict=True):
    """Finds an article by any name that an editor may know it by."""

    articles: Sequence[Article]
    """All, the hidden ones too: who names an article that is not out yet has made no mistake."""
    config: Config

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {article.id: article.id for article in self.articles}

    @cached_property
    def _addresses(self) -> dict[str, str]:
        return {address_of(article, self.config): article.id for article in self.articles}

    @cached_property
    def _slugs(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for article in self.articles:
            for slug in dict.fromkeys((article.id.rsplit("/", 1)[-1], article.meta.slug.strip("/"))):
                found.setdefault(slug, []).append(article.id)
        found.pop("", None)
        return found

    @cached_property
    def _files(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for article in self.articles:
            for name in known_slugs(article.id, address_of(article, self.config)):
                found.setdefault(name, []).append(article.id)
        return found

    @cached_property
    def _titles(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for article in self.articles:
            found.setdefault(slugify(article.meta.title), []).append(article.id)
        return found

    def find(self, name: str, start: Article) -> tuple[str, ...]:
        """Return the ids that `name` may mean as written in `start`: one, none, or several where it is ambiguous.

        In this order: an id or path from the content root, a path from the article's folder, an address, the last part
        of an id or a slug, a title.
        """
        path = article_id(name.strip()).strip("/")
        path = content_path(path)
        beside = join(dirname(content_path(start.path)), path) or ""
        exact = self._ids.get(path) or self._ids.get(beside) or self._addresses.get(tidy(name))
        if exact:
            return (exact,)
        return tuple(self._slugs.get(path) or self._titles.get(slugify(name)) or ())

    def at(self, place: str) -> str:
        """Return the id of the article at a content path or an address, or an empty string."""
        path = content_path(article_id(place).strip("/"))
        return self._ids.get(path) or self._addresses.get(tidy(place)) or ""

    def filed(self, place: str) -> str:
        """Return the id of the one article that is meant by an address of another site, or by an earlier one."""
        found = self._files.get(telling_slug(place), [])
        return found[0] if len(found) == 1 else ""

    def titled(self, title: str) -> str:
        """Return the id of the one article of a title, or else of a file's name, or an empty string."""
        names = (self._titles.get(slug) or self._files.get(slug) for slug in title_slugs(title))
        found = next(filter(None, names), [])
        return found[0] if len(found) == 1 else ""

    def like(self, name: str) -> str | None:
        """Return the id that `name` is most likely a misspelling of."""
        last = slugify(name.strip("/").rsplit("/", 1)[-1])
        words = {word for word in last.split("-") if len(word) > 3}
        near = {
            slug: ids[0]
            for slug, ids in self._slugs.items()
            if slug and (slug[:3] == last[:3] or not words.isdisjoint(slug.split("-")))
        }
        found = nearest(last, near)
        return near[found] if found else None


def resolve(
    shown: Iterable[Article], everything: Iterable[Article], config: Config
) -> tuple[References, tuple[Diagnostic, ...]]:
    """Return the references of the articles that are shown, and what is wrong with them."""
    directory = _Directory([article for article in everything if article.kind != "author"], config)
    kinds = {article.id: article.kind for article in directory.articles}
    languages = {article.id: article.meta.language or config.site.language for article in directory.articles}
    pins: Pairs = {}
    vetoes: Pairs = {}
    translations: dict[str, list[tuple[str, str]]] = {}
    problems: list[Diagnostic] = []
    for article in shown:
        meta = article.meta
        pinned: frozenset[str] = frozenset()
        for key, names, pairs in (("related", meta.related, pins), ("unrelated", meta.unrelated, vetoes)):
            found = [_one(name, article, key, directory=directory, problems=problems) for name in names]
            if key == "related":
                pinned = frozenset(found)
                found += _listed(article, directory)
            else:
                problems += _contradicted(article, pinned, found)
            if ids := tuple(dict.fromkeys(ident for ident in found if kinds.get(ident) == "article")):
                pairs[article.id] = ids
        for other, name in meta.translations:
            external = is_external(name)
            target = name if external else _one(name, article, "translations", directory=directory, problems=problems)
            if target:
                translations.setdefault(article.id, []).append((other, target))
        problems += _unspoken(article, languages)
    for ident, others in _matched(shown, languages, config):
        translations.setdefault(ident, others)
    return References(pins, vetoes, _complete(translations, languages)), tuple(problems)


def _matched(
    articles: Iterable[Article], languages: Mapping[str, str], config: Config
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield each article with those that have its name or its `translationKey` in another language."""
    families: dict[str, dict[str, str]] = {}
    for article in articles:
        name = article.meta.translation_key.strip()
        if not name and config.site.languages:
            name = "/" + told_by_path(article.id, config.site.languages, config.site.language)[1]
        if name:
            families.setdefault(name, {}).setdefault(languages[article.id], article.id)
    for family in families.values():
        for own, ident in family.items():
            if others := [(language, other) for language, other in family.items() if language != own]:
                yield ident, others


def _contradicted(article: Article, pinned: frozenset[str], vetoed: Iterable[str]) -> Iterator[Diagnostic]:
    for ident in vetoed:
        if ident and ident in pinned:
            message = f'`unrelated` names "{ident}", which is pinned as well: it is not suggested'
            yield problem("link/pin-and-veto", message, article.place("unrelated"), "take it out of one of the two")


def _listed(article: Article, directory: _Directory) -> list[str]:
    """Return the ids that the text lists as further reading; `render` tells of links that lead nowhere."""
    places = zip_longest(article.further, article.labels[: len(article.further)], fillvalue="")
    found = [directory.at(place) or directory.filed(place) or directory.titled(label) for place, label in places]
    found += map(directory.titled, article.named)
    return [ident for ident in found if ident and ident != article.id]


def _unspoken(article: Article, languages: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield that an article says no language where its name does: `x.fr.md` beside `x.md`, as other generators have it.

    `languages` says the language of each article by its id.
    """
    match = _TRANSLATED.fullmatch(article.id)
    original = match["original"].removesuffix("/index") if match else ""
    if match and original in languages and not article.meta.language:
        message = f'the name says that this is "{original}" in "{match["language"]}", and the front matter does not'
        hint = (
            f'write languages = ["{match["language"]}"] below [site], or here '
            f"language: {match['language']} and translations: {{{languages[original]}: {original}}}"
        )
        yield problem("link/translation", message, article.place("title"), hint)


def _one(name: str, article: Article, key: str, *, directory: _Directory, problems: list[Diagnostic]) -> str:
    """Return the id that `name` means, or an empty string after noting why it means none."""
    found = directory.find(name, article)
    if len(found) == 1 and found[0] != article.id:
        return found[0]
    if found == (article.id,):
        message, hint = f"`{key}` names the article itself", "take it out"
    elif found:
        message = f'"{name}" in `{key}` may mean {len(found)} articles: {", ".join(found[:3])}'
        hint = f'write the id in full, as "{found[0]}"'
    else:
        message = f'`{key}` names "{name}", which is no article'
        like = directory.like(name)
        if "://" in name:
            hint = "name what others publish in `sources`, or link to it in the text"
        elif like:
            hint = f'did you mean "{like}"?'
        else:
            hint = "write the content path of an article, without `.md`"
    problems.append(problem("link/unknown-article", message, article.place(key), hint))
    return ""


def _complete(
    given: Mapping[str, Sequence[tuple[str, str]]], languages: Mapping[str, str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Return each article's translations in order of language; those that one article names name it and each other."""
    completed: dict[str, dict[str, str]] = {ident: dict(pairs) for ident, pairs in given.items()}
    for ident, pairs in given.items():
        family = [(languages[ident], ident), *pairs]
        for _, target in pairs:
            if target in languages:
                own = completed.setdefault(target, {})
                for language, other in family:
                    if other != target:
                        own.setdefault(language, other)
    return {ident: tuple(sorted(pairs.items())) for ident, pairs in sorted(completed.items())}
