"""Lists become the sections, tags, authors, series and years that have pages of their own."""

from collections.abc import Mapping

from sitegen.base.noun import replace
from sitegen.link.authors import Authors
from sitegen.link.labels import Vocabulary
from sitegen.model.config import TermSettings
from sitegen.model.site import Card, Label, Term, TermKind


def terms_of(
    lists: Mapping[str, tuple[str, ...]],
    cards: Mapping[str, Card],
    *,
    authors: Authors,
    vocabularies: Mapping[str, Vocabulary],
) -> dict[str, tuple[Term, ...]]:
    """Return the terms by kind: by the configured order, then by name; years newest first.

    An author with a profile has a page even before the first article.
    """
    changed = {ident: cards[ident].changed for ident in lists["home"]}

    def term(kind: TermKind, label: Label, description: str, profile: str = "") -> Term:
        ids = lists.get(f"{kind}:{label.slug}", ())
        updated = max((changed[ident] for ident in ids), default=None)
        return Term(kind, label.slug, label.name, label.address, description, len(ids), updated, profile)

    def labelled(kind: TermKind, vocabulary: Vocabulary) -> tuple[Term, ...]:
        labels = sorted(vocabulary.labels.values(), key=lambda label: _order(label, vocabulary))
        return tuple(term(kind, label, _setting(label, vocabulary).description) for label in labels)

    def author(label: Label) -> Term:
        profile = authors.profiles.get(label.slug)
        about = (profile.meta.description or profile.summary) if profile else ""
        return term("author", label, about, profile.id if profile else "")

    people = sorted(authors.labels.values(), key=lambda label: (label.name.casefold(), label.slug))
    years = sorted((key.removeprefix("year:") for key in lists if key.startswith("year:")), key=int, reverse=True)
    return {
        "section": labelled("section", vocabularies["section"]),
        "tag": _in_hierarchy(labelled("tag", vocabularies["tag"]), vocabularies["tag"]),
        "series": labelled("series", vocabularies["series"]),
        "author": tuple(map(author, people)),
        "year": tuple(term("year", Label(year, year, f"/archive/{year}/"), "") for year in years),
    }


def _in_hierarchy(tags: tuple[Term, ...], vocabulary: Vocabulary) -> tuple[Term, ...]:
    """Return the tags, each with those above and below it."""
    labels, above = vocabulary.labels, vocabulary.above
    below: dict[str, list[Label]] = {}
    for tag in tags:
        for parent in above.get(tag.slug, ())[:1]:
            below.setdefault(parent, []).append(labels[tag.slug])
    return tuple(
        replace(
            tag,
            above=tuple(labels[slug] for slug in reversed(above.get(tag.slug, ()))),
            below=tuple(below.get(tag.slug, ())),
        )
        for tag in tags
    )


def _setting(label: Label, vocabulary: Vocabulary) -> TermSettings:
    return vocabulary.settings.get(label.slug, _UNSET)


_UNSET = TermSettings()


def _order(label: Label, vocabulary: Vocabulary) -> tuple[int, str, str]:
    return _setting(label, vocabulary).order, label.name.casefold(), label.slug
