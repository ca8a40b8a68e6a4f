"""The whole walk: parse, link, route, render, check, write. What is as it was is taken from the store."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import partial

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.noun import Noun, replace
from sitegen.base.paths import is_html
from sitegen.check import check, placed
from sitegen.link import link
from sitegen.link.publication import holds_until
from sitegen.model.config import Config
from sitegen.model.output import Page
from sitegen.model.report import Report
from sitegen.pipeline.audits.full_urls import dead_urls
from sitegen.pipeline.audits.orphans import orphans
from sitegen.pipeline.audits.strays import strays
from sitegen.pipeline.job import Job
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.alike import Alike
from sitegen.pipeline.steps.contents import Contents
from sitegen.pipeline.steps.extensions import checked, extension_errors, linked, load_extensions, routed
from sitegen.pipeline.steps.findings import Early, findings_of
from sitegen.pipeline.steps.memory import compare_all, keep, stale_pages, templates_used
from sitegen.pipeline.steps.mending import swap_all, swaps_of
from sitegen.pipeline.steps.parsing import parse_all
from sitegen.pipeline.steps.picturing import picture_all
from sitegen.pipeline.steps.publishing import Output, open_output
from sitegen.pipeline.steps.relations import Relations
from sitegen.pipeline.steps.rendering import Teller, make_pages, open_bench
from sitegen.pipeline.steps.reports import refuse_unsound, store_report
from sitegen.pipeline.steps.searching import index_all
from sitegen.pipeline.survey import remember
from sitegen.render.answers import SiteAnswers
from sitegen.render.theme.closure import TemplateDigests, read_template
from sitegen.render.variants import can_scale
from sitegen.route import route
from sitegen.scan import scan


class Linked(Noun):
    """Everything that is known before the first page is made."""

    answers: SiteAnswers
    keys: Mapping[str, str]
    """By id of a source: what its article has for a key in the store."""
    relations: Relations
    said: tuple[Diagnostic, ...]
    """Of pictures, and of the index of a search."""


def make(job: Job, *, only_check: bool = False) -> Report:
    """Build from the sources; raises Failure where errors keep the site from being published.

    `only_check` writes no output and remembers no page, and looks for what no build looks for.
    """
    with closing(Contents(job.store.file)) as contents, extension_errors(job.config):
        linked = link_all(job, contents)
        with open_output(job) as output:
            return _publish(job, linked, output, only_check=only_check)


def _publish(job: Job, linked: Linked, output: Output, *, only_check: bool) -> Report:
    """Make the pages that differ, and publish them with all others."""
    config, store, watch, answers = job.config, job.store, job.watch, linked.answers
    theme, routes = answers.inputs.theme, answers.routes
    if not job.found.same_settings:
        store.forget_pages()
    pages = [each for each in routes.outputs if isinstance(each, Page)]
    teller = Teller(answers, linked.keys.get)
    with watch("compare"):
        answered = compare_all(store, teller)
        swaps = swaps_of(answered, config)
        stale, nearly = stale_pages(store, pages, answered, output.there.digests, swaps)
    bench = open_bench(theme, teller, job, output.there)
    wanted = {page: [swaps[words] for words in asked] for page, asked in nearly.items()}
    output.expect(len(stale))
    mended = swap_all(wanted, output.there, job.workers)
    with watch("render"):
        made = make_pages(stale, bench, job.workers, mended=mended, viewers=job.viewers)
    gone = frozenset(store.outputs()) - {page.path for page in pages}
    early = _early_of(linked, config)
    if only_check:
        more = _looked_for(answers, templates_used(store, made, gone))
        early = replace(early, general=(*early.general, *more))
    report = _report_of(answers, findings_of(early, store, made, gone))
    refuse_unsound(report, config)
    if only_check:
        return report
    with watch("write"):
        keep(store, made, answered, gone, stale)
        store.drop_unasked()
        remember(job.found, config, store, job.session, holds_until(answers.site, config))
        early.store(store)
        Alike.of(answers.titles, answers.summaries, answers.articles.values()).store(store)
        linked.relations.keep()
        store.keep_shapes()
        store.put("theme", CODEC.encode(theme))
        published = output.publish(report, routes, made)
        store_report(replace(report, bytes=published.bytes), store)
        store.commit()
    return published


def _looked_for(known: SiteAnswers, used: frozenset[str]) -> Iterator[Diagnostic]:
    """Yield what only a check looks for; `used` are the templates of pages."""
    yield from orphans(known)
    yield from dead_urls(known)
    # What waits for its day has no page yet, and needs its template all the same.
    named = (article.template for article in known.articles.values())
    yield from strays(known.inputs.theme, used.union(named), partial(read_template, root=known.config.root))


def link_all(job: Job, contents: Contents) -> Linked:
    """Walk as far as the linked site and its outputs."""
    config, store, watch = job.config, job.store, job.watch
    with watch("scan"):
        inputs = scan(config, job.found.files.fingerprint)
    with watch("parse"):
        articles = parse_all(inputs.sources, job)
    extensions = load_extensions(config)
    with watch("link"):
        relations = Relations(store)
        site = link(tuple(articles.by_id.values()), inputs, config, find=relations.find)
        site = linked(extensions, site, config)
    with watch("images"):
        pictures = picture_all(inputs.assets, inputs.theme, articles.by_id.values(), config, job.workers)
    with watch("search"):
        index = index_all(site, articles.by_id, contents.content, config)
    with watch("route"):
        further = routed(extensions, site, config)
        routes = route(
            site,
            inputs,
            config,
            further=further,
            copies=(*pictures.copies, *index.files),
            cards=config.images.cards and can_scale(),
        )
    answers = SiteAnswers(
        site=site,
        inputs=inputs,
        routes=routes,
        config=config,
        articles=articles.by_id,
        content=contents.content,
        images=pictures.facts.get,
        template=TemplateDigests(inputs.theme, partial(read_template, root=config.root)),
    )
    return Linked(answers, articles.keys, relations, (*pictures.diagnostics, *index.diagnostics))


def _early_of(linked: Linked, config: Config) -> Early:
    """Gather what was found before the first page was made."""
    known = linked.answers
    further = checked(load_extensions(config), known.site, config)
    general = (
        *known.inputs.diagnostics,
        *linked.said,
        *placed(known.site.diagnostics, config),
        *known.routes.diagnostics,
        *check(known.routes, config),
        *further,
    )
    own = {ident: article.diagnostics for ident, article in known.articles.items() if article.diagnostics}
    return Early(general, own)


def _report_of(known: SiteAnswers, findings: tuple[Diagnostic, ...]) -> Report:
    """Return the report of a build that is about to be written."""
    outputs, site = known.routes.outputs, known.site
    return Report(
        articles=len(site.lists.get("home", ())),
        pages=sum(is_html(output.path) for output in outputs),
        files=len(outputs),
        feeds=len(site.feeds),
        hidden=site.hidden,
        diagnostics=findings,
        written=(),
        deleted=(),
        bytes=0,
        seconds=0.0,
        out=str(known.config.out),
    )
