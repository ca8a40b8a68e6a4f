"""Front matter becomes `FrontMatter`: every key that the format has, typed and checked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sitegen.base.paths import is_external
from sitegen.base.text import nearest
from sitegen.model.article import Audio, Citation, Correction, FrontMatter, Image
from sitegen.parse.keys import is_own, meaning, squeeze, suggestion
from sitegen.parse.links import resolve
from sitegen.parse.people import name_or_names, split_names
from sitegen.parse.reading import Reader
from sitegen.parse.values import Entry, Table, Value, kind_of, plain

_TYPES = (
    "NewsArticle", "Article", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting",
    "TechArticle", "ScholarlyArticle", "Report", "SatiricalArticle", "AdvertiserContentArticle",
    "SocialMediaPosting",
)  # fmt: skip
_AUDIO_TYPES = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav"}
_IMAGE_KEYS = ("src", "alt", "caption", "credit", "license")
_IMAGE_ALIASES = {"url": "src", "path": "src", "image": "src", "file": "src", "text": "alt", "title": "caption"}


@dataclass(slots=True)
class Fields:
    """What is known of the front matter while it is read."""

    values: dict[str, Any] = field(default_factory=dict)
    """Fields of `FrontMatter`."""
    extra: dict[str, object] = field(default_factory=dict)
    faqs: list[tuple[Value, Value]] = field(default_factory=list)
    """(question, answer) of `faq:`."""


def read_fields(table: Table, reader: Reader) -> tuple[FrontMatter, list[tuple[Value, Value]]]:
    """Return the front matter, and the questions with their answers."""
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
        _READERS[name](entry.value, entry.key, fields, reader)
    for name, entry in others:
        _second(name, entry, fields, reader)
    image_parts(chosen, fields, reader)
    places = tuple((entry.key, entry.line, entry.column, entry.width) for entry in table.values())
    own = tuple((name, *_place(entry)) for name, entry in chosen.items() if entry.key != name)
    return FrontMatter(**fields.values, extra=fields.extra, places=places + own), fields.faqs


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
    if name == "section":
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


def _image(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if isinstance(value.data, list):
        if not value.data:
            return
        value = value.data[0]
    parts = {"src": value}
    if isinstance(value.data, dict):
        parts = {}
        for entry in value.data.values():
            name = _IMAGE_ALIASES.get(entry.key, entry.key)
            if name not in _IMAGE_KEYS:
                if is_own(key) or nearest(entry.key, _IMAGE_KEYS):
                    reader.unknown(entry, _IMAGE_KEYS, key)
                continue
            parts.setdefault(name, entry.value)
    source = reader.text(parts["src"], key) if "src" in parts else ""
    if not source:
        if value.data is not None and value.data != "":
            reader.bad(value, f'"{key}" names no file', f'write {key}: {{src: picture.jpg, alt: "…"}}')
        return
    place = parts["src"]
    ref = resolve(source, reader.manuscript.content_path, line=place.line, column=place.column, image=True)
    fields.values["image"] = Image(
        ref,
        "" if ref else source,
        reader.text(parts["alt"], "alt") if "alt" in parts else "",
        reader.inline(parts["caption"]) if "caption" in parts else "",
        reader.text(parts["credit"], "credit") if "credit" in parts else "",
        reader.text(parts["license"], "license") if "license" in parts else "",
    )


def image_parts(chosen: dict[str, Entry], fields: Fields, reader: Reader) -> None:
    """Add `image_alt` and its like to the image; report an image that nobody describes."""
    image: Image | None = fields.values.get("image")
    if image is None:
        return
    texts = {
        part: reader.text(chosen[f"image_{part}"].value, part)
        for part in ("alt", "credit")
        if f"image_{part}" in chosen
    }
    caption = reader.inline(chosen["image_caption"].value) if "image_caption" in chosen else ""
    image = Image(
        image.ref,
        image.src,
        image.alt or texts.get("alt", ""),
        image.caption or caption,
        image.credit or texts.get("credit", ""),
        image.license,
    )
    fields.values["image"] = image
    if not image.alt:
        entry = chosen["image"]
        reader.manuscript.report(
            "parse/no-alt", f'the image in "{entry.key}" has no description', entry.line, entry.column,
            width=entry.width, hint=f'write {entry.key}: {{src: …, alt: "what it shows"}}',
        )  # fmt: skip


def _faq(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    for item in reader.items(value):
        table = item.data if isinstance(item.data, dict) else None
        if table is None:
            reader.wrong(item, key, "a list of questions and answers", "write - q: …? and below it a: …")
            continue
        parts = {squeeze(entry.key)[:1]: entry.value for entry in table.values()}
        for entry in table.values():
            if squeeze(entry.key) not in ("q", "a", "question", "answer"):
                reader.unknown(entry, ("q", "a", "question", "answer"), key)
        question, answer = parts.get("q"), parts.get("a")
        if (
            question is None
            or answer is None
            or not reader.text(question, "q")
            or not reader.block(answer, "a").strip()
        ):
            missing = "answer" if question is not None and question.text.strip() else "question"
            reader.manuscript.report(
                "parse/empty-faq", f"an FAQ entry has no {missing}, so it is left out", item.line, item.column,
                width=item.width, hint="give each entry q: and a:",
            )  # fmt: skip
            continue
        fields.faqs.append((question, answer))


def _corrections(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    found: list[Correction] = []
    for item in reader.items(value):
        table = reader.table(item, key, ("date", "text"))
        if table is None:
            continue
        day = reader.moment(table["date"].value, "date") if "date" in table else None
        text = reader.inline(table["text"].value) if "text" in table else ""
        if "date" not in table or not text:
            reader.bad(item, f'an entry of "{key}" has no {"text" if "date" in table else "date"}',
                       'write - {date: 2026-11-21, text: "…"}')  # fmt: skip
        elif day:
            found.append(Correction(day.date(), text))
    fields.values["corrections"] = tuple(found)


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


def _translations(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if isinstance(value.data, dict):
        pairs = [(entry.key, reader.text(entry.value, entry.key)) for entry in value.data.values()]
        fields.values["translations"] = tuple(pair for pair in pairs if pair[1])
    elif value.data is not None:
        reader.wrong(value, key, "a table of languages", "write translations: {de: /de/titel/}")


def _key_points(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    points = (reader.inline(item) for item in reader.items(value) if reader.text(item, key))
    fields.values["key_points"] = tuple(point for point in points if point)


def _sources(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    found: list[Citation] = []
    for item in reader.items(value):
        if isinstance(item.data, dict):
            table = reader.table(item, key, ("title", "url", "author", "year")) or {}
            parts = {name: reader.text(entry.value, name) for name, entry in table.items() if name != "date"}
            title = parts.get("title") or parts.get("url", "")
            if title:
                found.append(Citation(title, parts.get("url", ""), parts.get("author", ""), parts.get("year", "")))
            else:
                reader.bad(item, f'an entry of "{key}" has no title', 'write - {title: "…", url: https://…}')
        elif text := reader.text(item, key):
            found.append(Citation(text, text if is_external(text) else ""))
    fields.values["sources"] = tuple(found)


def _audio(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    parts = {"src": value}
    if isinstance(value.data, dict):
        table = reader.table(value, key, ("src", "type", "length", "duration")) or {}
        parts = {name: entry.value for name, entry in table.items()}
    source = reader.text(parts["src"], key) if "src" in parts else ""
    if not source:
        if value.data is not None:
            reader.bad(value, f'"{key}" names no file', "write audio: talk.mp3")
        return
    place = parts["src"]
    ref = resolve(source, reader.manuscript.content_path, line=place.line, column=place.column)
    kind = _AUDIO_TYPES.get(source.rpartition(".")[2].casefold(), "audio/mpeg")
    fields.values["audio"] = Audio(
        ref,
        "" if ref else source,
        reader.text(parts["type"], "type") if "type" in parts else kind,
        reader.number(parts["length"], "length") if "length" in parts else 0,
        reader.text(parts["duration"], "duration") if "duration" in parts else "",
    )


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


def _nothing(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    """Leave what `image_parts` reads."""


def _kind(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    text = reader.text(value, key)
    known = {"person": "Person", "organization": "Organization", "organisation": "Organization", "desk": "Organization"}
    if text and text.casefold() not in known:
        reader.bad(
            value, f'"{key}" must be Person or Organization, not {kind_of(value)} "{text}"', "write kind: Person"
        )
    fields.values["kind"] = known.get(text.casefold(), "")


_READERS: dict[str, Read] = {
    **{
        name: _text(name)
        for name in (
            "title",
            "description",
            "slug",
            "language",
            "license",
            "canonical",
            "template",
            "name",
            "role",
            "email",
        )
    },
    **{name: _texts(name) for name in ("related", "unrelated", "aliases", "same_as")},
    **{name: _flag(name) for name in ("draft", "featured", "toc", "comments", "noindex")},
    "date": _date,
    "updated": _moment("updated"),
    "authors": _authors,
    "author": _authors,
    "tags": _tags,
    "section": _section,
    "image": _image,
    "image_alt": _nothing,
    "image_caption": _nothing,
    "image_credit": _nothing,
    "faq": _faq,
    "corrections": _corrections,
    "path": _path,
    "type": _type,
    "series": _series,
    "part": _part,
    "translations": _translations,
    "key_points": _key_points,
    "sources": _sources,
    "audio": _audio,
    "status": _status,
    "kind": _kind,
}
