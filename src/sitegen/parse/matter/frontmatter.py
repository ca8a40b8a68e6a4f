"""Values become the fields of the front matter; of several keys for one field our own wins.

Keys that say when an article may be seen, which nothing reads, are told: it would be out too early, or stay for ever.
"""

from datetime import datetime

from sitegen.base.dates import DateError
from sitegen.base.paths import IMAGES
from sitegen.parse.matter.entries import HIDDEN, READERS, Read, is_private
from sitegen.parse.matter.keys import ELSEWHERE, is_own, meaning, squeeze, suggestion
from sitegen.parse.matter.metalines import is_day
from sitegen.parse.matter.reading import Reader, moment_in
from sitegen.parse.matter.records import RECORDINGS, describe_image
from sitegen.parse.matter.values import Entry, Fields, Table, Value, plain

_SHOWN = ("published", "permalink")
"""What is false where an article is not out (Jekyll) or has no page (Eleventy)."""
# What others write here means the same, so that a mistake in it is one.
_STRICT = frozenset(("title", "description", "date", "updated", "authors", "tags", "section", "image"))
_SIGNING = ("author", "authors")

_FROM = frozenset((
    "embargo", "embargodate", "embargountil", "embargoed", "embargoeduntil", "golive", "goliveat", "golivedate",
    "publishat", "publishon", "scheduled", "scheduledat", "scheduledfor", "scheduledate",
))  # fmt: skip
_UNTIL = frozenset((
    "expires", "expiresat", "expireson", "expiry", "expirydate", "expiredate", "expirationdate", "unpublish",
    "unpublishat", "unpublishon", "unpublishdate",
))  # fmt: skip


def read_fields(table: Table, reader: Reader, *, profile: bool = False) -> Fields:
    """Return what the front matter says, which may be that of an author's `profile`."""
    fields = Fields()
    chosen: dict[str, Entry] = {}
    others: list[tuple[str, Entry]] = []
    unread: list[Entry] = []
    for entry in _spread(table, fields):
        name = meaning(entry.key) or _elsewhere(entry)
        if not name:
            _unknown(entry, fields, reader)
            unread += [entry] if says_when(entry.key) else []
        elif name in chosen and (is_own(chosen[name].key) or not is_own(entry.key)):
            others.append((name, entry))
        else:
            if name in chosen:
                others.append((name, chosen[name]))
            chosen[name] = entry
    # The others may hold lines of text, which are read as the language has them.
    for name, entry in sorted(chosen.items(), key=lambda each: each[0] != "language"):
        if read := READERS.get(name):
            _read(read, name, entry, fields, reader)
    for name, entry in others:
        _second(name, entry, fields, reader)
    for entry in unread:
        report_when(entry, fields.values.get("date"), reader)
    for name, entry in (*chosen.items(), *others):
        _check_hidden(name, entry, fields, reader)
    if image := fields.values.get("image"):
        fields.values["image"] = describe_image(image, chosen, reader, named=profile)
    places = tuple((entry.key, entry.line, entry.column, entry.width) for entry in table.values())
    own = tuple((name, *_place(entry)) for name, entry in chosen.items() if entry.key != name)
    fields.places = places + own
    return fields


def _elsewhere(entry: Entry) -> str:
    """Return the key of the format that one of another language means; "data" is the day only where that is one."""
    key = ELSEWHERE.get(entry.key.casefold(), "")
    return meaning(key) if key != "date" or is_day(entry.value.text) else ""


def _read(read: Read, name: str, entry: Entry, fields: Fields, reader: Reader) -> None:
    """Read one value. Another program's key whose value does not fit is that program's, and no mistake."""
    found = reader.manuscript.diagnostics
    before = len(found)
    read(entry.value, entry.key, fields, reader)
    if not any(one.fatal for one in found[before:]):
        return
    if name in _STRICT or is_own(entry.key):
        fields.wrong.add(name)
        return
    del found[before:]
    fields.values.pop(name, None)
    if name == "faq":
        fields.faqs.clear()
    fields.extra[entry.key] = plain(entry.value)


def _place(entry: Entry) -> tuple[int, int, int]:
    return entry.line, entry.column, entry.width


def _spread(table: Table, fields: Fields) -> list[Entry]:
    """Return the entries, those of Zola's tables among them, and what is said in a table alone.

    The author stands there in Hugo and Zola, the description in content systems, the lead image among Hugo's resources.
    """
    entries: list[Entry] = []
    signed = any(meaning(key) in _SIGNING for key in table)
    if "resources" in table and "image" not in map(meaning, table):
        entries.extend(_lead_resource(table["resources"]))
    entries.extend(_recording(table))
    for entry in table.values():
        if entry.key == "seo" and isinstance(entry.value.data, dict) and "description" not in map(meaning, table):
            entries.extend(inner for inner in entry.value.data.values() if meaning(inner.key) == "description")
        if entry.key in ("extra", "params") and isinstance(entry.value.data, dict) and not signed:
            entries.extend(inner for inner in entry.value.data.values() if meaning(inner.key) in _SIGNING)
        if entry.key == "extra" and isinstance(entry.value.data, dict):
            fields.extra.update({key: plain(inner.value) for key, inner in entry.value.data.items()})
        elif entry.key == "taxonomies" and isinstance(entry.value.data, dict):
            entries.extend(entry.value.data.values())
        else:
            entries.append(entry)
    return entries


def _lead_resource(resources: Entry) -> list[Entry]:
    """Return the first of Hugo's page resources whose name says that it leads the page, as `hero` and `featured` do."""
    items = resources.value.data if isinstance(resources.value.data, list) else []
    for table in (item.data for item in items if isinstance(item.data, dict)):
        name = table["name"].value.text if "name" in table else ""
        shown = "src" in table and table["src"].value.text.lower().endswith(IMAGES)
        if shown and (name.startswith("feature") or meaning(name) == "image"):
            source = table["src"]
            key = name if meaning(name) == "image" else "featured_image"
            return [Entry(key, source.line, source.column, source.width, source.value)]
    return []


def _recording(table: Table) -> list[Entry]:
    """Return the recording that a key of its own names, as podcasts have it: `file: talk.mp3`, `mp3: …`.

    Its length in bytes and its duration stand beside it.
    """
    for entry in table.values():
        text = entry.value.text
        if text[-5:].lower().endswith(RECORDINGS) and " " not in text and not meaning(entry.key):
            if "audio" in map(meaning, table):
                break
            parts = {"src": Entry("src", *_place(entry), entry.value)}
            for key in ("duration", "length"):
                if key in table and (key == "duration" or table[key].value.text.isdecimal()):
                    parts[key] = table[key]
            place = entry.value
            return [Entry("podcast", *_place(entry), Value(parts, "", place.line, place.column, place.width))]
    return []


def _unknown(entry: Entry, fields: Fields, reader: Reader) -> None:
    fields.extra[entry.key] = plain(entry.value)
    near = suggestion(entry.key)
    if near:
        message = f'unknown front-matter key "{entry.key}"'
        reader.manuscript.report_at("parse/unknown-key", message, entry, f'did you mean "{near}"?')


def _second(name: str, entry: Entry, fields: Fields, reader: Reader) -> None:
    """Keep what says again, by another name, what a key has said already."""
    if name == "date" and isinstance(entry.value.data, bool):
        READERS[name](entry.value, entry.key, fields, reader)
    elif name == "section":
        more = reader.texts(entry.value, entry.key, commas=True)
        others = [name for name in more if name.casefold() != fields.text("section").casefold()]
        fields.values["tags"] = tuple(dict.fromkeys((*fields.values.get("tags", ()), *others)))
    else:
        fields.extra[entry.key] = plain(entry.value)
        told = fields.values.get("date")
        if name == "date" and "pub" in squeeze(entry.key) and told and (moment := moment_of(entry, reader)):
            fields.values["date"] = max(moment, told)  # it is out no sooner: Hugo's `publishDate`


def says_when(key: str) -> bool:
    """Tell whether a key says when an article may be seen."""
    return squeeze(key) in _FROM | _UNTIL


def report_when(entry: Entry, out: datetime | None, reader: Reader) -> None:
    """Report such a key, where what it says is not what becomes of an article that is `out` from a moment on."""
    held = entry.value.data is True and squeeze(entry.key) in ("embargo", "embargoed")
    moment = None if held else moment_of(entry, reader)
    if squeeze(entry.key) in _UNTIL:
        if moment:
            message = f'nothing reads "{entry.key}", so the article stays where it is after that day'
            reader.manuscript.report_at("parse/expiry", message, entry, "write draft: true when it has to go")
    elif held or (moment and (out is None or moment > out)):
        message = f'nothing reads "{entry.key}", so the article would be out before'
        hint = f"write date: {moment:%Y-%m-%d %H:%M}, until which it is hidden" if moment else "write draft: true"
        reader.manuscript.report_at("parse/embargo", message, entry, hint)


def _check_hidden(name: str, entry: Entry, fields: Fields, reader: Reader) -> None:
    """Report what says the contrary of `draft: false`; until it is mended the article is hidden."""
    if name in ("status", "visibility", "private"):
        hidden = entry.value.text.casefold() in HIDDEN or is_private(entry.value, entry.key)
    else:
        hidden = entry.value.data is False and squeeze(entry.key) in _SHOWN
    if hidden and fields.values.get("draft") is False:
        message = f'"{entry.key}" says {entry.value.text}, and "draft" says that it is none'
        reader.bad(entry.value, message, "keep one of the two")
        fields.values["draft"] = True


def moment_of(entry: Entry, reader: Reader) -> datetime | None:
    """Return the moment that an entry names, if it names one."""
    try:
        return moment_in(entry.value, reader.zone)
    except (DateError, OverflowError):
        return None
