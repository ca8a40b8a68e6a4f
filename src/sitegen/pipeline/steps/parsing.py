"""Give every source its article: from the store where the source is as it was, by `parse` where it is not."""

from collections.abc import Mapping, Sequence

from sitegen.base.digest import digest
from sitegen.base.noun import Noun
from sitegen.base.paths import base_path
from sitegen.link.related.update import MOST
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.source import Source
from sitegen.pipeline.job import Job
from sitegen.pipeline.nouns import CODEC
from sitegen.pipeline.steps.extensions import extension_errors, load_extensions
from sitegen.pipeline.steps.relationstore import forget_relations
from sitegen.pipeline.steps.shape import shape_of

Row = tuple[str, str, bytes, bytes, bytes]
"""(id, key, light, heavy, shape)"""


class Articles(Noun):
    """All articles, and the key that each has in the store."""

    by_id: Mapping[str, Article]
    keys: Mapping[str, str]


def parse_key(source: Source, settings: str) -> str:
    """Return the name of what `parse` makes of a source: the same key, the same article."""
    return digest(f"{source.path}\n{source.id}\n{source.kind}\n{source.digest}\n{settings}".encode())


def parse_settings(config: Config) -> str:
    """Return all of the configuration that `parse` may read."""
    site = (
        f"{config.site.timezone} {config.site.undated} {config.site.language} {config.host}{base_path(config.site.url)}"
    )
    return f"{site} {config.site.languages!r} {config.markdown!r} {config.extensions!r}"


def parse_all(sources: Sequence[Source], job: Job) -> Articles:
    """Return all articles; what is parsed anew goes into the store, which forgets sources that are gone."""
    config, store = job.config, job.store
    settings = parse_settings(config)
    keys = {source.id: parse_key(source, settings) for source in sources}
    known = store.parsed_keys()
    stale = [source for source in sources if known.get(source.id) != keys[source.id]]
    gone = known.keys() - keys.keys()
    if len(stale) + len(gone) > MOST:
        forget_relations(store)
    else:
        store.retain((*gone, *(source.id for source in stale)))
    store.drop_parsed(gone)
    for rows in job.workers.each_chunk("parse", parse_some, config, stale, size=32):
        store.put_parsed(rows)
        keys.update((ident, key) for ident, key, *_ in rows)
    # Workers read the contents through connections of their own. What was parsed holds, whatever comes of this build.
    store.commit()
    light = {ident: CODEC.decode(data) for ident, data in store.parsed_light()}
    return Articles({source.id: light[source.id] for source in sources}, keys)


def parse_some(config: Config, sources: Sequence[Source]) -> list[Row]:
    """Return what sources become, parsed in this process."""
    from sitegen.parse import parse

    settings = parse_settings(config)
    rules = tuple(rule for extension in load_extensions(config) for rule in extension.markdown)
    rows = []
    for source in sources:
        with open(f"{config.root}/{source.path}", "rb") as file:  # noqa: PTH123  (quicker)
            data = file.read()
        # The file may have been saved again since the scan: the key names what was read.
        read = Source(source.path, source.id, source.kind, source.bundle, digest(data))
        with extension_errors(config):
            parsed = parse(read, data, config, rules=rules)
        key, shape = parse_key(read, settings), shape_of(parsed.article)
        rows.append((source.id, key, CODEC.encode(parsed.article), CODEC.encode(parsed.content), shape))
    return rows
