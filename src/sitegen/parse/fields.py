"""Front matter becomes `FrontMatter`: every key that the format has, typed and checked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sitegen.base.paths import is_external
from sitegen.base.text import nearest
from sitegen.model.article import FrontMatter
from sitegen.parse.keys import is_own, meaning, squeeze, suggestion
from sitegen.parse.people import name_or_names, split_names
from sitegen.parse.reading import Reader
from sitegen.parse.records import (
    describe_image,
    read_audio,
    read_corrections,
    read_faq,
    read_image,
    read_sources,
    read_translations,
)
from sitegen.parse.values import Entry, Table, Value, kind_of, plain

_TYPES = (
    "NewsArticle", "Article", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting",
    "TechArticle", "ScholarlyArticle", "Report", "SatiricalArticle", "AdvertiserContentArticle",
    "SocialMediaPosting",
)  # fmt: skip

# What others write here means the same, so that a mistake in it is one.
_STRICT = frozenset(("title", "description", "date", "updated", "authors", "tags", "section", "image"))
_TEXTS = ("title", "description", "slug", "language", "license", "canonical", "template", "name", "role", "email")


@dataclass(slots=True)
class Fields:
    """What the front matter says, while it can still be added to."""

    values: dict[str, Any] = field(default_factory=dict)
    """Fields of `FrontMatter`."""
    extra: dict[str, object] = field(default_factory=dict)
    faqs: list[tuple[Value, Value]] = field(default_factory=list)
    """(question, answer) of `faq:`."""
    places: tuple[tuple[str, int, int, int], ...] = ()

    def text(self, name: str) -> str:
        """Return a field that is a text, or an empty string."""
        return str(self.values.get(name, ""))

    def front_matter(self) -> FrontMatter:
        """Return the finished noun."""
        return FrontMatter(**self.values, extra=self.extra, places=self.places)


def read_fields(table: Table, reader: Reader) -> Fields:
    """Return what the front matter says."""
    fields = Fields()
    chosen: dict[str, Entry] = {}
    others: list[tuple[str, Entry]] = []
    for entry in _spread(table, fields):
        name = meaning(entry.key)
        if not name:
            _unknown(entry, fields, reader)
        elif name in chosen and (is_own(chosen[name].key) or not is_own(entry.key)):
            others.append((name, entry))
        else:
            if name in chosen:
                others.append((name, chosen[name]))
            chosen[name] = entry
    for name, entry in chosen.items():
        if read := _READERS.get(name):
            _read(read, name, entry, fields, reader)
    for name, entry in others:
        _second(name, entry, fields, reader)
    if image := fields.values.get("image"):
        fields.values["image"] = describe_image(image, chosen, reader)
    places = tuple((entry.key, entry.line, entry.column, entry.width) for entry in table.values())
    own = tuple((name, *_place(entry)) for name, entry in chosen.items() if entry.key != name)
    fields.places = places + own
    return fields


def _read(read: "Read", name: str, entry: Entry, fields: Fields, reader: Reader) -> None:
    """Read one value. Another program's key whose value does not fit is that program's, and no mistake."""
    found = reader.manuscript.diagnostics
    before = len(found)
    read(entry.value, entry.key, fields, reader)
    if name in _STRICT or is_own(entry.key) or not any(one.fatal for one in found[before:]):
        return
    del found[before:]
    fields.values.pop(name, None)
    if name == "faq":
        fields.faqs.clear()
    fields.extra[entry.key] = plain(entry.value)


def _place(entry: Entry) -> tuple[int, int, int]:
    return entry.line, entry.column, entry.width


def _spread(table: Table, fields: Fields) -> list[Entry]:
    """Return the entries, those of Zola's tables among them."""
    entries: list[Entry] = []
    for entry in table.values():
        if entry.key == "extra" and isinstance(entry.value.data, dict):
            fields.extra.update({key: plain(inner.value) for key, inner in entry.value.data.items()})
        elif entry.key == "taxonomies" and isinstance(entry.value.data, dict):
            entries.extend(entry.value.data.values())
        else:
            entries.append(entry)
    return entries


def _unknown(entry: Entry, fields: Fields, reader: Reader) -> None:
    fields.extra[entry.key] = plain(entry.value)
    near = suggestion(entry.key)
    if near:
        reader.manuscript.report(
            "parse/unknown-key", f'unknown front-matter key "{entry.key}"', entry.line, entry.column,
            width=entry.width, hint=f'did you mean "{near}"?',
        )  # fmt: skip


def _second(name: str, entry: Entry, fields: Fields, reader: Reader) -> None:
    """Keep what says again, by another name, what a key has said already."""
    if name == "date" and isinstance(entry.value.data, bool):
        _date(entry.value, entry.key, fields, reader)
    elif name == "section":
        more = reader.texts(entry.value, entry.key, commas=True)
        fields.values["tags"] = tuple(dict.fromkeys((*fields.values.get("tags", ()), *more)))
    else:
        fields.extra[entry.key] = plain(entry.value)


Read = Callable[[Value, str, Fields, Reader], None]


def _text(name: str) -> Read:
    def read(value: Value, key: str, fields: Fields, reader: Reader) -> None:
        fields.values[name] = reader.text(value, key)

    return read


def _texts(name: str) -> Read:
    def read(value: Value, key: str, fields: Fields, reader: Reader) -> None:
        fields.values[name] = tuple(dict.fromkeys(reader.texts(value, key)))

    return read


def _flag(name: str) -> Read:
    def read(value: Value, key: str, fields: Fields, reader: Reader) -> None:
        if value.data is not None:
            fields.values[name] = reader.flag(value, key)

    return read


def _moment(name: str) -> Read:
    def read(value: Value, key: str, fields: Fields, reader: Reader) -> None:
        fields.values[name] = reader.moment(value, key)

    return read


def _record(name: str, read_record: Callable[[Value, str, Reader], object]) -> Read:
    def read(value: Value, key: str, fields: Fields, reader: Reader) -> None:
        fields.values[name] = read_record(value, key, reader)

    return read


def _faq(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    fields.faqs = read_faq(value, key, reader)


def _date(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if isinstance(value.data, bool) and squeeze(key) == "published":
        fields.values.setdefault("draft", not value.data)
    else:
        fields.values["date"] = reader.moment(value, key)


def _authors(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    names: list[str] = []
    for item in reader.items(value):
        if isinstance(item.data, dict):
            named = item.data.get("name") or item.data.get("id")
            names.append(reader.text(named.value, key) if named else "")
            if not named:
                reader.wrong(item, key, "a name or a list of names")
        elif isinstance(value.data, list):
            names.extend(name_or_names(reader.text(item, key)))
        else:
            names.extend(split_names(reader.text(item, key)))
    fields.values["authors"] = tuple(dict.fromkeys(name for name in names if name))


def _tags(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    more = reader.texts(value, key, commas=True)
    fields.values["tags"] = tuple(dict.fromkeys((*more, *fields.values.get("tags", ()))))


def _section(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if is_own(key):
        fields.values["section"] = reader.text(value, key)
        return
    first, *rest = reader.texts(value, key, commas=True) or ("",)
    fields.values["section"] = first
    fields.values["tags"] = tuple(dict.fromkeys((*fields.values.get("tags", ()), *rest)))


def _type(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    text = reader.text(value, key)
    known = {name.casefold(): name for name in _TYPES}
    if not text or text.casefold() in known:
        fields.values["type"] = known.get(text.casefold(), "")
    elif (near := nearest(text, _TYPES)) or text[:1].isupper():
        hint = f'did you mean "{near}"?' if near else "the types are " + ", ".join(_TYPES)
        reader.bad(value, f'unknown type "{text}"', hint)
    else:
        fields.extra[key] = text  # another generator's kind of page: `post`


def _series(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if isinstance(value.data, dict):
        table = reader.table(value, key, ("name", "part")) or {}
        if "part" in table:
            fields.values["part"] = reader.number(table["part"].value, "part")
        fields.values["series"] = reader.text(table["name"].value, "name") if "name" in table else ""
    else:
        names = reader.texts(value, key)
        fields.values["series"] = names[0] if names else ""


def _part(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    fields.values["part"] = reader.number(value, key)


def _key_points(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    points = (reader.inline(item) for item in reader.items(value) if reader.text(item, key))
    fields.values["key_points"] = tuple(point for point in points if point)


def _path(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    text = reader.text(value, key)
    if is_own(key) or (":" not in text and not is_external(text)):
        fields.values["path"] = text
    else:
        fields.extra[key] = text  # a pattern of another generator: `/:year/:title/`


def _status(value: Value, key: str, fields: Fields, _: Reader) -> None:
    text = value.text.casefold() if isinstance(value.data, str) else ""
    if text in ("draft", "hidden", "private", "pending"):
        fields.values.setdefault("draft", True)
    elif text not in ("published", "publish", "future", ""):
        fields.extra[key] = plain(value)


def _robots(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if "noindex" in reader.text(value, key).casefold():
        fields.values["noindex"] = True
    else:
        fields.extra[key] = plain(value)


def _kind(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    text = reader.text(value, key)
    known = {"person": "Person", "organization": "Organization", "organisation": "Organization", "desk": "Organization"}
    if text and text.casefold() not in known:
        reader.bad(
            value, f'"{key}" must be Person or Organization, not {kind_of(value)} "{text}"', "write kind: Person"
        )
    fields.values["kind"] = known.get(text.casefold(), "")


_READERS: dict[str, Read] = {
    **{name: _text(name) for name in _TEXTS},
    **{name: _texts(name) for name in ("related", "unrelated", "aliases", "same_as")},
    **{name: _flag(name) for name in ("draft", "featured", "toc", "comments", "noindex")},
    "date": _date,
    "updated": _moment("updated"),
    "authors": _authors,
    "author": _authors,
    "tags": _tags,
    "section": _section,
    "image": _record("image", read_image),
    "faq": _faq,
    "corrections": _record("corrections", read_corrections),
    "path": _path,
    "type": _type,
    "series": _series,
    "part": _part,
    "translations": _record("translations", read_translations),
    "key_points": _key_points,
    "sources": _record("sources", read_sources),
    "audio": _record("audio", read_audio),
    "status": _status,
    "robots": _robots,
    "kind": _kind,
}
