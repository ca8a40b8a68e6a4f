"""Values of several parts become the nouns of an article: images, audio, corrections, sources, questions."""

from collections.abc import Mapping

from sitegen.base.languages import meant_language
from sitegen.base.noun import replace
from sitegen.base.paths import IMAGES, is_external
from sitegen.base.text import nearest
from sitegen.model.article import Audio, Citation, Correction, Image
from sitegen.model.body import Ref
from sitegen.parse.faq.asking import is_question
from sitegen.parse.faq.questions import report_asked_twice
from sitegen.parse.links import resolve
from sitegen.parse.matter.keys import is_own, squeeze
from sitegen.parse.matter.reading import Reader
from sitegen.parse.matter.values import Entry, FrontCallout, Table, Value
from sitegen.parse.phrases import callout_kind, report_unknown

_AUDIO_TYPES = {"mp3": "audio/mpeg", "m4a": "audio/mp4", "ogg": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav"}
RECORDINGS = tuple(f".{suffix}" for suffix in _AUDIO_TYPES)
"""What the name of a recording ends with."""
_IMAGE_KEYS = ("src", "alt", "caption", "credit", "license")
_IMAGE_ALIASES = dict.fromkeys(("url", "path", "image", "file", "feature"), "src") | {"text": "alt", "title": "caption"}
_FAQ_KEYS = ("q", "a", "question", "answer")
_FAQ_ALIASES = {"title": "q", "name": "q", "content": "a", "text": "a"}
"""What they are where no key of `_FAQ_KEYS` is."""
_CALLOUT_KEYS = ("type", "title", "text")
_CALLOUT_ALIASES = {
    **dict.fromkeys(("type", "kind"), "type"),
    **dict.fromkeys(("title", "heading", "label"), "title"),
    **dict.fromkeys(("text", "content", "body", "description"), "text"),
}


def read_image(value: Value, key: str, reader: Reader) -> Image | None:
    """Return the image that a path or a table of parts names; none where it is left empty, as templates have it."""
    if value.data is False:
        return None
    if isinstance(value.data, list):
        if not value.data:
            return None
        value = value.data[0]
    parts = _image_parts(value, key, reader)
    ref, source = _file(parts, key, reader, "img")
    if not ref and not source:
        if "src" not in parts and is_own(key):
            reader.bad(value, f'"{key}" names no file', f'write {key}: {{src: picture.jpg, alt: "…"}}')
        return None
    alt, credit, license_ = (_said(parts, name, reader) for name in ("alt", "credit", "license"))
    caption = reader.inline(parts["caption"]) if "caption" in parts else ""
    return Image(ref, source, alt, caption, credit, license_)


def _said(parts: Mapping[str, Value], name: str, reader: Reader) -> str:
    """Return what a part says; nothing where there is none."""
    return reader.text(parts[name], name) if name in parts else ""


def _file(parts: Mapping[str, Value], key: str, reader: Reader, kind: str) -> tuple[Ref | None, str]:
    """Return the hole that the file `src` leaves, or else its address on another host, which is told."""
    source = reader.text(parts["src"], key) if "src" in parts else ""
    if not source:
        return None, ""
    place, manuscript = parts["src"], reader.manuscript
    ref = resolve(source, manuscript.content_path, line=place.line, column=place.column, image=kind == "img")
    manuscript.report_host(kind, source, place.line, place.column, place.width)
    return ref, "" if ref else source


def _image_parts(value: Value, key: str, reader: Reader) -> dict[str, Value]:
    if not isinstance(value.data, dict):
        return {"src": value}
    parts: dict[str, Value] = {}
    others: list[Entry] = []
    for entry in value.data.values():
        name = _IMAGE_ALIASES.get(entry.key, entry.key)
        if name in _IMAGE_KEYS:
            parts.setdefault(name, entry.value)
        else:
            others.append(entry)
    files = [entry for entry in others if str(entry.value.data).lower().endswith(IMAGES)]
    if "src" not in parts and len(files) == 1:
        parts["src"] = files[0].value  # whatever a theme calls it
        others.remove(files[0])
    for entry in others:
        if is_own(key) or nearest(entry.key, _IMAGE_KEYS):
            reader.unknown(entry, _IMAGE_KEYS, key)
    return parts


def describe_image(image: Image, chosen: dict[str, Entry], reader: Reader, *, named: bool = False) -> Image:
    """Return the image with what `image_alt` and its like add; report one that nobody describes.

    Beside what is `named`, as a portrait beside an author, it needs no words of its own.
    """
    alt, credit, caption = (chosen.get(f"image_{part}") for part in ("alt", "credit", "caption"))
    image = replace(
        image,
        alt=image.alt or (reader.text(alt.value, alt.key) if alt else ""),
        credit=image.credit or (reader.text(credit.value, credit.key) if credit else ""),
        caption=image.caption or (reader.inline(caption.value) if caption else ""),
    )
    if not image.alt and not named:
        entry = chosen["image"]
        message, hint = (
            f'the image in "{entry.key}" has no description',
            f'write {entry.key}: {{src: …, alt: "what it shows"}}',
        )
        reader.manuscript.report_at("parse/no-alt", message, entry, hint)
    return image


def read_audio(value: Value, key: str, reader: Reader) -> Audio | None:
    """Return the audio file that a path or a table of parts names."""
    parts = {"src": value}
    if isinstance(value.data, dict):
        table = reader.table(value, key, ("src", "type", "length", "duration")) or {}
        parts = {name: entry.value for name, entry in table.items()}
    ref, source = _file(parts, key, reader, "audio")
    if not ref and not source:
        if value.data is not None:
            reader.bad(value, f'"{key}" names no file', "write audio: talk.mp3")
        return None
    suffix = (ref.written if ref else source).rpartition(".")[2].casefold()
    kind = _said(parts, "type", reader) if "type" in parts else _AUDIO_TYPES.get(suffix, "audio/mpeg")
    length = reader.number(parts["length"], "length") if "length" in parts else 0
    return Audio(ref, source, kind, length, _said(parts, "duration", reader))


def read_corrections(value: Value, key: str, reader: Reader) -> tuple[Correction, ...]:
    """Return the corrections log."""
    found: list[Correction] = []
    for item in reader.items(value):
        table = reader.table(item, key, ("date", "text"))
        if table is None:
            continue
        day = reader.moment(table["date"].value, "date") if "date" in table else None
        text = reader.inline(table["text"].value) if "text" in table else ""
        if "date" not in table or not text:
            missing = "text" if "date" in table else "date"
            reader.bad(item, f'an entry of "{key}" has no {missing}', 'write - {date: 2026-11-21, text: "…"}')
        elif day:
            found.append(Correction(day.date(), text))
    return tuple(found)


def read_sources(value: Value, key: str, reader: Reader) -> tuple[Citation, ...]:
    """Return the sources: titles, addresses, or tables of parts."""
    found: list[Citation] = []
    for item in reader.items(value):
        if isinstance(item.data, dict):
            table = reader.table(item, key, ("title", "url", "author", "year")) or {}
            parts = {name: reader.text(entry.value, name) for name, entry in table.items()}
            title = parts.get("title") or parts.get("url", "")
            if title:
                found.append(Citation(title, parts.get("url", ""), parts.get("author", ""), parts.get("year", "")))
            else:
                reader.bad(item, f'an entry of "{key}" has no title', 'write - {title: "…", url: https://…}')
        elif text := reader.text(item, key):
            found.append(Citation(text, text if is_external(text) else ""))
    return tuple(found)


def read_faq(value: Value, key: str, reader: Reader) -> list[tuple[Value, Value]]:
    """Return the questions with their answers."""
    found: list[tuple[Value, Value]] = []
    for item in [part for each in reader.items(_listed(value, key, reader)) for part in _by_question(each)]:
        if not isinstance(item.data, dict):
            reader.wrong(item, key, "a list of questions and answers", "write - q: …? and below it a: …")
            continue
        parts: dict[str, Value] = {}
        own = {squeeze(name)[:1] for name in item.data if squeeze(name) in _FAQ_KEYS}
        for entry in item.data.values():
            name = squeeze(entry.key)
            alias = _FAQ_ALIASES.get(name, "")
            if name in _FAQ_KEYS or (alias and alias not in own):
                parts.setdefault(alias or name[0], entry.value)
            else:
                reader.unknown(entry, _FAQ_KEYS, key)
        question, answer = parts.get("q"), parts.get("a")
        asked = question is not None and reader.text(question, "q") != ""
        if question and answer and asked and reader.block(answer, "a").strip():
            found.append((question, answer))
            continue
        message = f"an FAQ entry has no {'answer' if asked else 'question'}, so it is left out"
        reader.manuscript.report_at("parse/empty-faq", message, item, "give each entry q: and a:")
    report_asked_twice([(one.text, one.line, one.column, one.width) for one, _ in found], reader.manuscript)
    return found


def _listed(value: Value, key: str, reader: Reader) -> Value:
    """Return the list of questions that a table holds beside other things, such as a heading, which are reported."""
    entries = list(value.data.values()) if isinstance(value.data, dict) else []
    lists = [entry for entry in entries if isinstance(entry.value.data, list)]
    if len(lists) != 1 or any(squeeze(entry.key) in _FAQ_KEYS or is_question(entry.key) for entry in entries):
        return value
    for entry in entries:
        if entry is not lists[0]:
            reader.unknown(entry, (lists[0].key,), key)
    return lists[0].value


def _by_question(item: Value) -> list[Value]:
    """Return an entry of a list of questions; a table of answers by their questions as one entry each."""
    if not isinstance(item.data, dict) or not all(map(is_question, item.data)):
        return [item]
    asked: list[Value] = []
    for entry in item.data.values():
        place = entry.line, entry.column, entry.width
        question = Entry("q", *place, Value(entry.key, entry.key, *place))
        asked.append(Value({"q": question, "a": Entry("a", *place, entry.value)}, "", *place))
    return asked


def read_callouts(value: Value, key: str, reader: Reader, *, kind: str = "") -> list[FrontCallout]:
    """Return callouts: texts, tables of parts, or texts by the names of their kinds; a `kind` may be given."""
    found: list[FrontCallout] = []
    for item in reader.items(value):
        if not isinstance(item.data, dict):
            found += [FrontCallout(kind, None, item)] if reader.block(item, key).strip() else []
            continue
        parts = {_CALLOUT_ALIASES.get(squeeze(entry.key), entry.key): entry for entry in item.data.values()}
        if "text" in parts:
            found += _callout(parts, key, reader, kind)
            continue
        kinds = [(entry, callout_kind(entry.key, reader.manuscript)) for entry in item.data.values()]
        described = not any(named for _, named in kinds) and any(part in parts for part in _CALLOUT_KEYS)
        for entry, named in kinds:
            if named:
                found += read_callouts(entry.value, entry.key, reader, kind=named)
            elif not described or squeeze(entry.key) not in _CALLOUT_ALIASES:
                reader.unknown(entry, _CALLOUT_KEYS, key)
        if described and parts.keys() <= {*_CALLOUT_KEYS}:
            reader.bad(item, f'an entry of "{key}" has no text', 'write - {type: tip, text: "…"}')
    return found


def _callout(parts: Table, key: str, reader: Reader, kind: str) -> list[FrontCallout]:
    """Return the callout that a table tells of, of the kind that it says, or else its title."""
    text, title = parts["text"].value, parts["title"].value if "title" in parts else None
    for entry in (entry for name, entry in parts.items() if name not in _CALLOUT_KEYS):
        reader.unknown(entry, _CALLOUT_KEYS, key)
    if "type" in parts and (written := reader.text(place := parts["type"].value, "type")):
        kind = callout_kind(written, reader.manuscript)
        if not kind:
            report_unknown(written, place.line - 1, place.column, place.width, reader.manuscript)
    said = reader.text(title, "title") if title else ""
    kind = kind or callout_kind(said, reader.manuscript) or "note"
    return [FrontCallout(kind, title if said else None, text)] if reader.block(text, "text").strip() else []


_OF_TRANSLATION = {"language": "language", "lang": "language", "locale": "language"} | dict.fromkeys(
    ("link", "url", "href", "path"), "link"
)


def read_translations(value: Value, key: str, reader: Reader) -> tuple[tuple[str, str], ...]:
    """Return (language, article or address)."""
    if isinstance(value.data, list) and value.data and all(isinstance(item.data, dict) for item in value.data):
        return tuple(filter(None, (_translation(item, reader) for item in value.data)))
    if not isinstance(value.data, dict):
        if value.data is not None:
            reader.wrong(value, key, "a table of languages", "write translations: {de: /de/titel/}")
        return ()
    entries = value.data.values()
    pairs = [(reader.language(entry.key, entry), reader.text(entry.value, entry.key)) for entry in entries]
    return tuple((language, target) for language, target in pairs if language and target)


def _translation(item: Value, reader: Reader) -> tuple[str, str] | None:
    """Return what one of a list says, `{language: Deutsch, link: /de/titel/}`; nothing where it names no language."""
    parts = {
        _OF_TRANSLATION[entry.key]: entry.value
        for entry in (item.data.values() if isinstance(item.data, dict) else ())
        if entry.key in _OF_TRANSLATION
    }
    language = meant_language(_said(parts, "language", reader))
    if language and "link" in parts:
        return language, reader.text(parts["link"], "link")
    message = "this translation is left out, since it does not say its language and its address"
    hint = 'write - {language: de, link: /de/titel/}, with a code as in "en", "de-AT" or "zh-Hant"'
    reader.manuscript.report_at("link/translation", message, item, hint)
    return None
