"""An article becomes a feed's entry: everything that RSS, Atom and JSON Feed say of it, made once for all feeds."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from sitegen.base.characters import legal
from sitegen.base.digest import digest
from sitegen.base.html import escape
from sitegen.base.noun import Noun
from sitegen.base.paths import web_url
from sitegen.model.article import Content, Front
from sitegen.model.body import Ref, Slot
from sitegen.model.context import ImageView, Link
from sitegen.model.site import Card
from sitegen.render.body import fill
from sitegen.render.images import image_view
from sitegen.render.licenses import license_of
from sitegen.render.links import image_facts, resolve
from sitegen.render.machines.cleaning import clean
from sitegen.render.theme.filters import long_date
from sitegen.render.theme.press import Press
from sitegen.render.urls import full_url
from sitegen.render.view import View


class Enclosure(Noun):
    """An audio file."""

    url: str
    type: str
    length: int
    duration: str


class Entry(Noun):
    """One article in a feed. Every text is free of what XML forbids."""

    id: str
    """Of the article, not for readers."""
    url: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    authors: tuple[Link, ...]
    tags: tuple[str, ...]
    section: str
    image: ImageView | None
    image_type: str
    content: str
    """HTML, or empty where feeds hold summaries."""
    audio: Enclosure | None
    license: Link | None
    language: str
    foreign: bool
    """Whether its language is not the site's."""

    @property
    def categories(self) -> tuple[str, ...]:
        """The section and the tags, each once."""
        return tuple(dict.fromkeys((*filter(None, (self.section,)), *self.tags)))


def entries_of(key: str, view: View, press: Press) -> tuple[Entry, ...]:
    """Return the entries of the newest articles of a list, newest first."""
    limit = view.config.feeds.limit
    idents = _newest(key, view)[:limit] if key.startswith("series:") else view.ids(key, 0, limit)
    return tuple(entry for ident in idents if (entry := entry_of(ident, view, press)))


def _newest(key: str, view: View) -> tuple[str, ...]:
    """Return a list that stands in reading order, newest first."""
    cards = [card for ident in view.ids(key) if (card := view.card(ident))]
    return tuple(card.id for card in sorted(cards, key=lambda card: card.date, reverse=True))


def entry_of(ident: str, view: View, press: Press) -> Entry | None:
    """Return an article's entry, or None where it is not published."""
    return press.memo.get(view, ("entry", ident), lambda fresh: _entry(ident, fresh, press))


def apart(entries: Sequence[Entry]) -> tuple[datetime, ...]:
    """Return when each entry changed, no two at the same moment.

    Those that name the same second get a part of a second each, which follows from the article's id, so that it is the
    same in every feed and in every build.
    """
    times = [entry.updated for entry in entries]
    return tuple(
        time + timedelta(microseconds=int(digest(entry.id.encode())[:8], 16) % 999_983 + 1)
        if times.count(time) > 1
        else time
        for entry, time in zip(entries, times, strict=True)
    )


def _entry(ident: str, view: View, press: Press) -> Entry | None:
    card, front = view.card(ident), view.front(ident)
    if card is None or front is None:
        return None
    config = view.config
    content = view.content(ident) if config.feeds.content == "full" else None
    image, _ = image_view(card.image, view, front.path)
    url = full_url(config, card.address)
    return Entry(
        id=ident,
        url=url,
        title=legal(card.title),
        summary=legal(card.summary),
        published=card.date,
        updated=card.changed,
        authors=tuple(Link(legal(author.name), full_url(config, author.address)) for author in card.authors),
        tags=tuple(legal(tag.name) for tag in card.tags),
        section=legal(card.section.name) if card.section else "",
        image=image,
        image_type=_image_type(card, view),
        content=clean(_whole(card, front, content, image, view=view, press=press), url) if content else "",
        audio=_audio(front, view),
        license=license_of(front.meta, config),
        language=card.language or config.site.language,
        foreign=bool(card.language),
    )


def _image_type(card: Card, view: View) -> str:
    ref = card.image.ref if card.image else None
    facts = image_facts(ref, view) if ref else None
    return facts.type if facts else ""


def _audio(front: Front, view: View) -> Enclosure | None:
    audio = front.meta.audio
    if audio is None:
        return None
    url, length = web_url(audio.src), audio.length
    if audio.ref is not None:
        target = resolve(audio.ref, view, front.path)
        url = full_url(view.config, target.address) if target.address else ""
        length = length or view.size(audio.ref.file)
    if not url:
        return None
    return Enclosure(url, audio.type or "audio/mpeg", length, legal(audio.duration))


def _whole(card: Card, front: Front, content: Content, image: ImageView | None, *, view: View, press: Press) -> str:
    """Return the article as one HTML text: image, key points, body, questions, corrections."""
    language = card.language or view.config.site.language
    path = front.path

    def asked(start: int, end: int, heading: str) -> str:
        entries = content.faqs[start:end]
        answers = (
            f"<h3>{entry.question_html}</h3>{fill(entry.answer, view, path, final=True).html}" for entry in entries
        )
        return f"<h2>{heading}</h2>{''.join(answers)}" if entries else ""

    def draw(slot: Slot) -> str:
        return asked(slot.start, slot.end, slot.heading or escape(press.say("faq", language)))

    body = fill(content.body, view, path, draw=draw, final=True).html
    return "\n".join(
        part
        for part in (
            _figure(image),
            _listed(press.say("key_points", language), front.meta.key_points),
            body,
            _further(content, view, path),
            asked(0, content.front_faq, escape(press.say("faq", language))),
            _corrections(front, language, press),
        )
        if part
    )


def _figure(image: ImageView | None) -> str:
    if image is None:
        return ""
    size = f' width="{image.width}" height="{image.height}"' if image.width and image.height else ""
    caption = " — ".join(part for part in (str(image.caption), escape(image.credit)) if part)
    shown = f'<img alt="{escape(image.alt)}"{size} src="{escape(image.url)}">'
    return f"<figure>{shown}{f'<figcaption>{caption}</figcaption>' if caption else ''}</figure>"


def _further(content: Content, view: View, path: str) -> str:
    refs = (part for part in content.further.parts if isinstance(part, Ref))
    if content.further_own and not any(resolve(ref, view, path).address for ref in refs):
        return ""
    return fill(content.further, view, path, final=True).html


def _listed(heading: str, items: Iterable[str]) -> str:
    listed = "".join(f"<li>{item}</li>" for item in items)
    return f"<h2>{escape(heading)}</h2><ul>{listed}</ul>" if listed else ""


def _corrections(front: Front, language: str, press: Press) -> str:
    strings = press.strings(language)
    entries = (f"{escape(long_date(entry.date, strings))}: {entry.text}" for entry in front.meta.corrections)
    return _listed(press.say("corrections", language), entries)
