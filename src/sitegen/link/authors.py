"""Bylines: names and ids become authors, with the profile that adds to them where there is one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sitegen.base.diagnostics import Diagnostic, problem
from sitegen.base.noun import Noun
from sitegen.base.patterns import regex
from sitegen.link.names import from_slug, name_slug, near_names, same_name, spelling
from sitegen.model.article import Article
from sitegen.model.config import Config
from sitegen.model.output import INDEXES
from sitegen.model.site import Label

_FOLDER = INDEXES["author"][1]
_WITH_ID = regex(r"(?P<name>[^<>]*[^<>\s])\s*<(?P<id>[\w.-]+)>")
_KEYS = ("authors", "author")
"""Front-matter keys in which an article names its authors."""


class Authors(Noun):
    """Everyone who writes, or has a profile."""

    labels: Mapping[str, Label]
    """By slug."""
    slugs: Mapping[str, str]
    """From a name as written to the slug that it means."""
    profiles: Mapping[str, Article]
    """By slug of the author."""
    fallback: str
    """The name that stands where an article gives none."""

    def of(self, article: Article) -> tuple[Label, ...]:
        """Return who wrote an article, each once, in the order of the byline."""
        slugs = dict.fromkeys(self.slugs[name] for name in names_in(article, self.fallback))
        return tuple(self.labels[slug] for slug in slugs)


def names_in(article: Article, fallback: str) -> tuple[str, ...]:
    """Return the names as written, or the site's own where there are none."""
    return tuple([name for name in article.meta.authors if name.strip()]) or (fallback,)


def _slug(profile: Article) -> str:
    """Return the slug of the author whom a profile describes."""
    return name_slug(profile.meta.slug or profile.id.rsplit("/", 1)[-1])


def house_name(config: Config) -> str:
    """Return the byline of articles that name nobody."""
    return config.site.author or config.site.title


def introduce(
    articles: Sequence[Article], profiles: Sequence[Article], config: Config
) -> tuple[Authors, tuple[Diagnostic, ...]]:
    """Return all authors of the articles and all with profiles, and what is doubtful about their names."""
    fallback = house_name(config)
    chosen, problems = _profiles(profiles)
    known = {spelled: slug for slug, profile in chosen.items() for spelled in _spellings(profile)}
    known |= {slug: slug for slug in chosen}
    counts = Counter(name for article in articles for name in names_in(article, fallback))
    slugs = {name: _meant(name, known) for name in counts}
    texts: dict[str, Counter[str]] = {slug: Counter() for slug in chosen}
    for name, count in counts.items():
        texts.setdefault(slugs[name], Counter())[_bare(name)] += count
    labels = {slug: _label(slug, texts[slug], chosen.get(slug)) for slug in sorted(texts)}
    authors = Authors(labels, slugs, chosen, fallback)
    doubtful = (*_ambiguous(articles, authors), *_shared(articles, texts, authors), *_near(articles, known, authors))
    return authors, (*problems, *doubtful)


def _meant(name: str, known: Mapping[str, str]) -> str:
    """Return the slug of the author whom a name means, or the id behind it: `Ana Lima <ana>`."""
    match = _WITH_ID.fullmatch(name)
    if match and (slug := known.get(name_slug(match["id"]))):
        return slug
    bare = name_slug(_bare(name))
    return known.get(bare, bare)


def _bare(name: str) -> str:
    match = _WITH_ID.fullmatch(name)
    return match["name"] if match else name


def _profiles(profiles: Iterable[Article]) -> tuple[dict[str, Article], list[Diagnostic]]:
    chosen: dict[str, Article] = {}
    problems = []
    for profile in profiles:
        first = chosen.setdefault(_slug(profile), profile)
        if first is not profile:
            message = f"two profiles describe one author; {first.path} has the same slug"
            hint = "give one of them a slug of its own, or make one file of both"
            problems.append(problem("link/same-profile", message, profile.place("slug"), hint))
    return chosen, problems


def _spellings(profile: Article) -> tuple[str, ...]:
    names = (profile.meta.name, profile.meta.title, profile.id.rsplit("/", 1)[-1])
    return tuple(name_slug(name) for name in names if name.strip())


def _label(slug: str, texts: Counter[str], profile: Article | None) -> Label:
    """Return the author of a slug; one whom articles name by an id alone, `ana-lima` or `ana_lima`, is Ana Lima."""
    name = (profile.meta.name or profile.meta.title) if profile else ""
    if not name:
        spelled = Counter({text: count for text, count in texts.items() if text.replace("_", "-") != slug})
        name = spelling(spelled) if spelled else from_slug(slug)
    return Label(slug, name, f"{_FOLDER}{slug}/")


def _shared(articles: Iterable[Article], texts: Mapping[str, Counter[str]], authors: Authors) -> Iterable[Diagnostic]:
    """Tell once of each name that shares its address with a different name."""
    told: dict[str, str] = {}
    for slug, spelled in texts.items():
        if slug not in authors.profiles and spelled:
            first = spelling(spelled)
            told |= {text: first for text in spelled if not same_name(text, first)}
    for article in articles if told else ():
        for name in article.meta.authors:
            if name in told:
                message = f'author "{name}" shares the address {_FOLDER}{authors.slugs[name]}/ with "{told.pop(name)}"'
                hint = "give one of them a profile in content/authors/ with a slug of its own"
                yield problem("link/same-name", message, article.place(*_KEYS), hint)


def _ambiguous(articles: Iterable[Article], authors: Authors) -> Iterable[Diagnostic]:
    """Tell once of each byline that is the name in several profiles, and the id of none."""
    named: dict[str, list[str]] = {}
    for slug, profile in authors.profiles.items():
        for spelled in dict.fromkeys(_spellings(profile)):
            named.setdefault(spelled, []).append(slug)
    several = {spelled: slugs for spelled, slugs in named.items() if len(slugs) > 1 and spelled not in authors.profiles}
    for article in articles if several else ():
        for name in article.meta.authors:
            if slugs := several.pop(name_slug(name), []):
                paths = " and ".join(authors.profiles[slug].path for slug in slugs)
                hint = f"write who is meant: authors: [{authors.slugs[name]}]"
                message = f'author "{name}" may be any of those whom {paths} describe'
                yield problem("link/same-name", message, article.place(*_KEYS), hint)


def _near(articles: Iterable[Article], known: Mapping[str, str], authors: Authors) -> Iterable[Diagnostic]:
    """Tell of each name without a profile that nearly equals one with a profile, at every article that writes it."""
    near = near_names(authors.labels, known)
    for article in articles if near else ():
        for name in article.meta.authors:
            slug = authors.slugs.get(name, "")
            if slug in near:
                meant = authors.labels[near[slug]].name
                message = f'author "{name}" nearly equals "{meant}", who has a profile'
                hint = f'write "{meant}", or add content/authors/{slug}.md'
                yield problem("link/near-name", message, article.place(*_KEYS), hint)
