"""Sections, tags and series as articles write them become one label for each."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.noun import Noun, field
from sitegen.base.patterns import regex
from sitegen.base.slugs import without_day
from sitegen.link.names import headline_case, name_slug, near_names, same_name, spelling
from sitegen.model.article import Article
from sitegen.model.config import Config, TagSettings, TermSettings
from sitegen.model.output import INDEXES
from sitegen.model.site import Label

_ROOTS = frozenset((
    "articles", "article", "posts", "post", "blog", "news", "stories", "content", "pages", "entries", "drafts", "src",
    "source",
))  # fmt: skip
"""Folders that say how a site is stored and so name no section, with `_` before them or without."""
_OF_BUNDLE = regex(r"index\.[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*")


class Vocabulary(Noun):
    """All names of one kind."""

    labels: Mapping[str, Label]
    """By slug, of those that articles use, and of those above."""
    slugs: Mapping[str, str]
    """From a name as written to the slug that it means."""
    settings: Mapping[str, TermSettings]
    """By slug."""
    above: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By slug of a tag that has a parent: the slugs above it, the nearest first."""

    def label(self, written: str) -> Label:
        """Return the label that a name means."""
        return self.labels[self.slugs[written]]

    def within(self, label: Label) -> tuple[str, ...]:
        """Return the slug of a label and of all above it."""
        return (label.slug, *self.above.get(label.slug, ()))


class Kind(Noun):
    """What differs between sections, tags and series."""

    name: str
    keys: tuple[str, ...]
    """Front-matter keys that hold it, for messages."""
    title: Callable[[str], str]
    """From the most common spelling to the name that readers see."""

    @property
    def folder(self) -> str:
        """The address below which its pages stand."""
        return INDEXES[self.name][1]


SECTION = Kind("section", ("section", "category"), headline_case)
TAG = Kind("tag", ("tags", "tag"), str)
SERIES = Kind("series", ("series",), str)


def section_name(article: Article) -> str:
    """Return the section as written, else the first folder of the id that can name one.

    It is none of `_ROOTS`, no number, not the language of the article, and no bundle: one holds the article in several
    languages, or has a day before its name.
    """
    if article.meta.section.strip():
        return article.meta.section.strip()
    *folders, name = article.id.split("/")
    folders = folders[:-1] if _OF_BUNDLE.fullmatch(name) else folders
    stored = _ROOTS | {article.meta.language.casefold()}
    return next(
        (
            name
            for name in folders
            if name.casefold().lstrip("_") not in stored and not name.isdigit() and without_day(name) == name
        ),
        "",
    )


def gather_all(articles: Sequence[Article], config: Config) -> tuple[Mapping[str, Vocabulary], tuple[Diagnostic, ...]]:
    """Return the vocabularies of sections, tags and series, by `Kind.name`, and what is doubtful about the names."""
    uses = {
        SECTION: ([(article, _filled(section_name(article))) for article in articles], config.sections),
        TAG: ([(article, _filled(*article.meta.tags)) for article in articles], config.tags),
        SERIES: ([(article, _filled(article.meta.series.strip())) for article in articles], config.series),
    }
    gathered = {kind.name: _gather(used, settings, kind=kind, config=config) for kind, (used, settings) in uses.items()}
    diagnostics = tuple(diagnostic for _, found in gathered.values() for diagnostic in found)
    return {name: vocabulary for name, (vocabulary, _) in gathered.items()}, diagnostics


def _filled(*names: str) -> tuple[str, ...]:
    return tuple([name for name in names if name.strip()])


def _gather(
    uses: Sequence[tuple[Article, tuple[str, ...]]], settings: Mapping[str, TermSettings], *, kind: Kind, config: Config
) -> tuple[Vocabulary, tuple[Diagnostic, ...]]:
    settings = {name_slug(key): value for key, value in settings.items()}
    meant = meaning(settings)
    counts = Counter(name for _, names in uses for name in names)
    slugs = {name: meant.get(name_slug(name), name_slug(name)) for name in counts}
    spellings: dict[str, Counter[str]] = {}
    for name, count in counts.items():
        spellings.setdefault(slugs[name], Counter())[name] = count
    above = above_each(settings)
    used = spellings.keys() | {wider for slug in spellings for wider in above.get(slug, ())}
    labels = {slug: _label(slug, spellings.get(slug, Counter()), settings.get(slug), kind) for slug in sorted(used)}
    vocabulary = Vocabulary(labels, slugs, settings, above)
    return vocabulary, (*_collisions(uses, vocabulary, spellings, kind), *_near(uses, vocabulary, kind, config))


def meaning(settings: Mapping[str, TermSettings]) -> dict[str, str]:
    """Return from every slug that the configuration names, alias or not, to the slug that it means."""
    aliases = {name_slug(alias): slug for slug, value in settings.items() for alias in value.aliases}
    return aliases | {slug: slug for slug in settings}


def named_in(settings: Mapping[str, TermSettings]) -> dict[str, str]:
    """Return the same, and from what titles give: other settings may name a term as readers see it."""
    return {name_slug(value.title): slug for slug, value in settings.items() if value.title} | meaning(settings)


def above_each(settings: Mapping[str, TermSettings]) -> dict[str, tuple[str, ...]]:
    """Return by slug of each tag that has a parent the slugs above it, the nearest first; none is above itself."""
    parents = {slug: tag.parent for slug, tag in settings.items() if isinstance(tag, TagSettings) and tag.parent}

    def above(slug: str) -> tuple[str, ...]:
        found = []
        while slug in parents:
            slug = parents[slug]
            found.append(slug)
        return tuple(found)

    return {slug: above(slug) for slug in parents}


def _label(slug: str, spellings: Counter[str], settings: TermSettings | None, kind: Kind) -> Label:
    own = Counter({text: count for text, count in spellings.items() if name_slug(text) == slug})
    name = (settings.title if settings else "") or kind.title(spelling(own) if own else slug)
    return Label(slug, name, f"{kind.folder}{slug}/")


def _collisions(
    uses: Iterable[tuple[Article, tuple[str, ...]]],
    vocabulary: Vocabulary,
    spellings: Mapping[str, Counter[str]],
    kind: Kind,
) -> Iterable[Diagnostic]:
    """Tell once of each name that has no letters, and of each that shares its address with a different name."""
    told: dict[str, str] = {}
    for slug, texts in spellings.items():
        if slug in vocabulary.settings:
            continue
        first = spelling(texts)
        for text in texts:
            if not same_name(text, first):
                told[text] = first
            elif not any(char.isalnum() for char in text):
                told[text] = ""
    for article, names in uses if told else ():
        for name in names:
            if name not in told:
                continue
            other, slug = told.pop(name), vocabulary.slugs[name]
            message = (
                f'{kind.name} "{name}" shares the address {kind.folder}{slug}/ with "{other}"'
                if other
                else f'{kind.name} "{name}" has no letters to make an address of; it stands at {kind.folder}{slug}/'
            )
            hint = f'name an address for it in the configuration: [{kind.folder.strip("/")}.NAME] aliases = ["{name}"]'
            yield problem("link/same-name", message, article.place(*kind.keys), hint)


def _near(
    uses: Iterable[tuple[Article, tuple[str, ...]]], vocabulary: Vocabulary, kind: Kind, config: Config
) -> Iterable[Diagnostic]:
    """Tell of each name that nearly equals a configured one, at every article that writes it."""
    table = kind.folder.strip("/")
    known = {slug: slug for slug in vocabulary.settings}
    near = near_names(vocabulary.labels, known)
    # Where nobody writes the configured name, and several write the other, the slip is in the configuration.
    counts = Counter(vocabulary.slugs[name] for _, names in uses for name in names) if near else {}
    idle = {meant: slug for slug, meant in near.items() if meant not in vocabulary.labels and counts[slug] > 1}
    for meant, slug in idle.items():
        message = f'"{slug}" nearly equals {kind.name} "{meant}", which no article has'
        yield problem("link/near-name", message, Span(config.file), f"did you mean [{table}.{slug}]?")
    for article, names in uses if near else ():
        for name in names:
            meant = near.get(vocabulary.slugs[name], "")
            if meant and meant not in idle:
                yield problem(
                    "link/near-name",
                    f'{kind.name} "{name}" nearly equals "{meant}", which {config.file} configures',
                    article.place(*kind.keys),
                    f'write "{meant}", or tell them apart with an entry [{table}.{vocabulary.slugs[name]}]',
                )
