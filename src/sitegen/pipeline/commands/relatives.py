"""Say what an article suggests and why, and what a pin or a veto would change."""

from collections.abc import Callable, Mapping
from contextlib import closing
from itertools import chain
from pathlib import Path

from sitegen.base.diagnostics import Failure, Span, problem
from sitegen.base.fs import as_seen_from
from sitegen.base.noun import Noun, replace
from sitegen.base.text import nearest
from sitegen.configure import configure
from sitegen.engine.store import Store
from sitegen.link import link
from sitegen.link.related.headline import Headline
from sitegen.link.related.postings import Posting
from sitegen.link.related.settle import Rule
from sitegen.link.related.weights import WHOLE, Scale, most_texts
from sitegen.model.article import Article
from sitegen.model.config import Config, Flags
from sitegen.model.site import Site, Suggestion
from sitegen.model.terms import unpack
from sitegen.pipeline.build import Result, with_store
from sitegen.pipeline.commands.reading import read_all
from sitegen.pipeline.steps.contents import Contents
from sitegen.pipeline.steps.relations import Relations

Shares = tuple[tuple[str, float], ...]
"""Phrases with their parts of one."""


class Relative(Noun):
    """One related article."""

    suggestion: Suggestion
    path: str
    title: str
    score: float
    titles: float
    """The part of the score that titles gave: what each says of the other's text."""
    days: int
    """Between the two dates."""
    here: Shares
    """Phrases of its title that stand in the text that was asked about."""
    there: Shares
    """Phrases of the title that was asked about that stand in its text."""
    instead: str = ""
    """Id of who moves in where it is vetoed, or empty."""


class Relatives(Noun):
    """What an article suggests."""

    article: Article
    shown: tuple[Relative, ...]
    waiting: tuple[Relative, ...]
    """Those that are near but not shown, the nearest first."""
    leaves: str
    """Id of who makes room for one more pin, or empty."""
    kept_away: tuple[str, ...]
    """Ids that would be shown but for the vetoes of this article."""


class Kindred:
    """A linked site, and one article of it."""

    def __init__(self, article: Article, site: Site, articles: Mapping[str, Article], relations: Relations) -> None:
        self.article, self.site, self.articles, self.relations = article, site, articles, relations
        table = relations.table
        self.rows = table.rows
        self.scale = Scale(len(self.rows), relations.about.count)

    def worth(self, row: int) -> int:
        """Return what all words and pairs of a title are worth together."""
        terms = unpack(self.articles[self.relations.table.ids[row]].terms)
        return sum(self.scale.shares(terms.title).values())

    def leads(self, posting: Posting | None) -> bool:
        """Tell whether a word leads to articles, which one that many texts mention does not."""
        return posting is not None and posting.leads(most_texts(len(self.rows)))


def with_kindred(
    root: Path | None, flags: Flags, file: str, go: Callable[[Kindred, Config, Contents], Result]
) -> Result:
    """Return what `go` makes of the site that is linked with one article as if it were published.

    Raises Failure where there is no such article.
    """
    config = configure(root, flags)
    return with_store(config, lambda store: _with_kindred(config, store, file, go))


def _with_kindred(config: Config, store: Store, file: str, go: Callable[[Kindred, Config, Contents], Result]) -> Result:
    inputs, parsed = read_all(config, store)
    article = _published(_article_meant(file, parsed.by_id, config), config)
    articles = {**parsed.by_id, article.id: article}
    relations = Relations(store)
    site = link(tuple(articles.values()), inputs, config, find=relations.find)
    with closing(Contents(store.file)) as contents:
        return go(Kindred(article, site, articles, relations), config, contents)


def relatives(root: Path | None, flags: Flags, file: str) -> Relatives:
    """Return what an article suggests, and what would change that."""
    return with_kindred(root, flags, file, lambda found, *_: _relatives(found))


def _relatives(found: Kindred) -> Relatives:
    ident, relations = found.article.id, found.relations
    shown = found.site.related.get(ident, ())
    row = found.rows.get(ident)
    if row is None:
        return Relatives(found.article, (), (), "", ())
    ids = [relations.table.ids[one] for one in relations.table.rows_near(row)]
    waiting = [Suggestion(other) for other in ids if other not in {one.id for one in shown}]
    told = _as_relatives(found, (*shown, *waiting))
    rule = relations.rule(ident)
    now = [one.id for one in shown if not one.pinned]

    def other(pins: tuple[str, ...], away: frozenset[str]) -> list[str]:
        return relations.shown(ident, Rule(pins, away))

    without = other((*rule.pins, ""), rule.away)
    site = found.site
    vetoes = rule.away.difference(site.neighbours[ident].series, dict(site.translations.get(ident, ())).values())
    return Relatives(
        found.article,
        tuple(
            one
            if one.suggestion.pinned
            else replace(one, instead=_first(other(rule.pins, rule.away | {one.suggestion.id}), now))
            for one in told[: len(shown)]
        ),
        told[len(shown) :],
        _first(now, without),
        tuple(one for one in other(rule.pins, rule.away - vetoes) if one in vetoes),
    )


def _first(those: list[str], known: list[str]) -> str:
    return next((one for one in those if one not in known), "")


def _as_relatives(found: Kindred, those: tuple[Suggestion, ...]) -> tuple[Relative, ...]:
    """Say of each why it is near."""
    own = found.scale.shares(unpack(found.article.terms).title)
    shares = {one.id: found.scale.shares(unpack(found.articles[one.id].terms).title) for one in those}
    postings = found.relations.found({*own, *chain(*shares.values())})
    leading = {word for word, posting in postings.items() if found.leads(posting)}
    table, row, cards = found.relations.table, found.rows[found.article.id], found.site.cards
    told = []
    for one in those:
        # A pin may be of those that the settings keep out of suggestions.
        other = found.rows.get(one.id)
        both = () if other is None else ((row, other), (other, row))
        # Whoever is shown only since nobody else shows it has the other among its relatives, not the reverse.
        near = [each for a, b in both for each in table.relatives(a) if each.row == b]
        score, titles = ((near[0].full >> 1) / WHOLE, near[0].first / WHOLE) if near else (0.0, 0.0)
        told.append(
            Relative(
                one,
                found.articles[one.id].path,
                cards[one.id].title,
                score,
                titles,
                abs((cards[one.id].date.date() - cards[found.article.id].date.date()).days),
                _phrases_shared(found.articles[one.id], shares[one.id], found.article, leading),
                _phrases_shared(found.article, own, found.articles[one.id], leading),
            )
        )
    return tuple(told)


def _phrases_shared(titled: Article, shares: Mapping[int, int], other: Article, leading: set[int]) -> Shares:
    """Return what a title says of another's text, with the share of each phrase in the title."""
    terms = unpack(other.terms)
    stands = leading.intersection(chain(terms.once, terms.often, terms.pairs))
    title = Headline(titled.meta.title)
    told = stands.intersection(title.phrases)
    said = sorted((share, title.phrase(word)) for word, share in shares.items() if word in told)
    return tuple((phrase, share / WHOLE) for share, phrase in reversed(said))


def _article_meant(file: str, articles: Mapping[str, Article], config: Config) -> Article:
    """Return the article that a file of the content is, by path or id."""
    path = as_seen_from(config.root, file)
    asked = {file.strip("/"), path, f"content/{file}"}
    found = [one for one in articles.values() if asked & {one.id, one.path, f"content/{one.id}"}]
    if found and found[0].kind == "article":
        return found[0]
    near = nearest(path, [article.path for article in articles.values() if article.kind == "article"])
    hint = f'did you mean "{near}"?' if near else "name a file of content/"
    if found:
        hint = "name one: pages and profiles suggest nothing"
    raise Failure([problem("related/unknown", f'"{file}" is no article of this site', Span(config.file), hint)])


def _published(article: Article, config: Config) -> Article:
    """Return the article as if it were out, so that an editor can ask before it is."""
    if not article.sound:
        raise Failure(found for found in article.diagnostics if found.fatal)
    date = min(article.meta.date or config.now, config.now)
    return replace(article, meta=replace(article.meta, draft=False, date=date))
