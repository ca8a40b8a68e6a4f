"""The short way: after edits that leave the site's shape as it is, make only the pages that can tell the difference.

Most edits change what one article says, not where it stands: its address, date, tags, authors and section are as they
were, and with them every list. Then the last build's answers hold, but for those about the articles edited.
"""

from collections.abc import Collection
from contextlib import closing
from itertools import product
from pathlib import Path
from typing import cast

from sitegen.base.fs import within
from sitegen.base.noun import Noun
from sitegen.base.paths import MARKDOWN, article_id, content_path
from sitegen.engine.reads import Question
from sitegen.engine.store import Store, spell
from sitegen.link.authors import house_name
from sitegen.link.related.reasons import Reasons, is_common
from sitegen.model.article import Article, Content
from sitegen.model.config import Config
from sitegen.model.report import Report
from sitegen.model.site import Card, Suggestion, Term
from sitegen.model.source import Source
from sitegen.pipeline.job import Job
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.shortcuts.again import ShortWay, make_again
from sitegen.pipeline.shortcuts.remembered import NeverAsked, Remembered
from sitegen.pipeline.steps.alike import Alike
from sitegen.pipeline.steps.contents import Contents
from sitegen.pipeline.steps.findings import load_early
from sitegen.pipeline.steps.parsing import parse_some
from sitegen.pipeline.steps.publishing import open_output
from sitegen.pipeline.steps.relations import Relations
from sitegen.pipeline.steps.reports import load_report
from sitegen.pipeline.steps.shape import retouch
from sitegen.render.machines.rows import KINDS, row
from sitegen.render.packing import Packed, change_rows, shard_of

_MOST = 64
"""Articles edited at once, above which the whole walk is as quick."""
_MOST_PAGES = 400


class Edit(Noun):
    """One edited article, and its card in the last build."""

    article: Article
    content: Content
    before: Card

    @property
    def card(self) -> Card:
        """Return its card now."""
        return retouch(self.before, self.article)

    @property
    def retold(self) -> bool:
        """Whether its title or summary is another, which others may share."""
        return (self.before.title, self.before.summary) != (self.card.title, self.card.summary)


def touch(job: Job) -> Report | None:
    """Build again after such edits; None where the whole walk is needed. Raises Failure as `make` does."""
    store, report = job.store, load_report(job.store)
    # A page that could not be made is not remembered: only the whole walk speaks of it again.
    with job.watch("parse"):
        edits = None if report is None or report.failed else _edits(job)
    if report is None or not edits:
        return None
    retold = [(edit.before, edit.card) for edit in edits if edit.retold]
    alike = Alike.load(store).after(retold) if retold else None
    if retold and alike is None:
        return None
    with closing(Contents(store.file)) as contents, open_output(job) as output:
        way = ShortWay(job, contents, output, report)
        try:
            return _touch(edits, alike, way) if output.complete else None
        except NeverAsked:
            return None


def _touch(edits: list[Edit], alike: Alike | None, way: ShortWay) -> Report | None:
    config, store, watch = way.job.config, way.job.store, way.job.watch
    fresh: dict[Question, object] = {}
    for edit in edits:
        ident = edit.article.id
        fresh["card", ident] = edit.card
        fresh["article", ident] = edit.article
        fresh["front", ident] = edit.article.front
        fresh["content", ident] = edit.content
        fresh["anchors", ident] = frozenset(edit.article.anchors)
    answers = Remembered(way.contents, fresh)
    relations = Relations(store)
    with watch("link"):
        suggested = _suggested(edits, relations, answers, store, config) if config.related.count else {}
    if suggested is None:
        return None
    answers.fresh.update((("related", ident), told) for ident, told in suggested.items())
    _rewrite_rows({edit.article.id for edit in edits} | suggested.keys(), answers, config)
    known = load_early(store)
    early = known.replaced({edit.article.id: edit.article.diagnostics for edit in edits})
    theme = CODEC.decode(store.get("theme") or b"")
    published = make_again(way, theme, answers, early, most=_MOST_PAGES)
    if published is None:
        return None
    with watch("write"):
        relations.keep()
        if alike:
            alike.store(store)
        if early != known:
            early.store(store)
        store.commit()
    return published


def _suggested(
    edits: list[Edit], relations: Relations, answers: Remembered, store: Store, config: Config
) -> dict[str, tuple[Suggestion, ...]] | None:
    """Return by id the suggestions that differ; None where all must be found anew."""
    reasons = Reasons(
        lambda ident: cast("Card", answers.answer(("card", ident))),
        lambda ident: cast("Article", answers.answer(("article", ident))),
        house_name(config),
        relations.rare,
        lambda slug: is_common(cast("Term", answers.answer(("term", f"tag:{slug}"))).count, relations.count),
    )
    found = relations.follow([edit.article for edit in edits], reasons)
    if found is None:
        return None
    return {
        ident: told for ident, told in found.items() if store.value(spell(("related", ident))) != CODEC.encode(told)
    }


def _rewrite_rows(ids: Collection[str], answers: Remembered, config: Config) -> None:
    """Put the new lines of some articles in place of those of the last build."""
    shards: dict[str, list[str]] = {}
    for ident in ids:
        shards.setdefault(shard_of(ident), []).append(ident)
    for kind, (shard, shelved) in product(KINDS, shards.items()):
        question = ("rows", kind, shard)
        try:
            packed = cast("Packed", answers.answer(question))
        except NeverAsked:
            continue  # no file of the site lists them
        answers.fresh[question] = change_rows(packed, {ident: row(kind, ident, answers, config) for ident in shelved})


def _edits(job: Job) -> list[Edit] | None:
    """Return the edited articles, where nothing else differs and none has another shape."""
    found, config, store = job.found, job.config, job.store
    if not found.only_bytes or config.extensions or not 0 < len(found.changed) <= _MOST:
        return None
    sources = [_source(path, job) for path in found.changed]
    if None in sources:
        return None
    rows = parse_some(config, [source for source in sources if source])
    edits = []
    for ident, _, light, heavy, shape in rows:
        card = store.value(spell(("card", ident)))
        if card is None or store.get(f"shape:{ident}", "state") != shape:
            return None
        edits.append(Edit(CODEC.decode(light), CODEC.decode(heavy), CODEC.decode(card)))
    store.retain(ident for ident, *_ in rows)
    store.put_parsed(rows)
    store.commit()  # so that the contents can be read; what was parsed holds, whatever comes of this build
    return edits


def _source(path: str, job: Job) -> Source | None:
    """Return the source that a changed file is, or None where it is something else."""
    relative = within(Path(path), job.config.root) or ""
    if not relative.startswith("content/") or not relative.lower().endswith(MARKDOWN):
        return None
    ident = article_id(content_path(relative))
    told = job.found.files.digest_of(path)
    if not told:  # it cannot be read
        return None
    for _, light in job.store.parsed_light([ident]):
        article: Article = CODEC.decode(light)
        if article.path == relative and article.kind == "article":
            return Source(relative, ident, "article", article.bundle, told)
    return None
