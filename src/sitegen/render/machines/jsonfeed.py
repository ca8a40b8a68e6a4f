"""A list of articles becomes a JSON Feed."""

from sitegen.base.html import escape
from sitegen.base.jsontext import json_text
from sitegen.model.output import Page
from sitegen.render.durations import seconds
from sitegen.render.machines.channel import channel_of
from sitegen.render.machines.entries import Enclosure, Entry, entries_of
from sitegen.render.theme.filters import iso
from sitegen.render.theme.press import Press
from sitegen.render.view import View


def json_feed(page: Page, view: View, press: Press) -> bytes:
    """Return a JSON Feed 1.1."""
    entries = entries_of(page.subject, view, press)
    channel = channel_of(page, entries, view, press)
    data: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.own,
        "description": channel.description,
        "language": channel.language,
        "authors": [{"name": channel.publisher, "url": channel.publisher_url}],
    }
    if channel.logo:
        data["icon"] = channel.logo.url
    if channel.hubs:
        data["hubs"] = [{"type": "WebSub", "url": hub} for hub in channel.hubs]
    if channel.license:
        data["_license"] = {"url": channel.license}
    data["items"] = [_item(entry) for entry in entries]
    return (json_text(data, spaced=True) + "\n").encode()


def _item(entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.content or f"<p>{escape(entry.summary or entry.title)}</p>",
        "date_published": iso(entry.published),
        "date_modified": iso(entry.updated),
        "authors": [{"name": author.title, "url": author.href} for author in entry.authors],
        "tags": list(entry.categories),
        "language": entry.language,
    }
    if entry.image and entry.image.url.startswith("http"):
        item["image"] = entry.image.url
    if entry.audio:
        item["attachments"] = [_attachment(entry.audio)]
    if entry.license:
        item["_license"] = {"url": entry.license.href}
    return {name: value for name, value in item.items() if value not in ("", [])}


def _attachment(audio: Enclosure) -> dict[str, object]:
    size = {"size_in_bytes": audio.length} if audio.length else {}
    length = {"duration_in_seconds": time} if (time := seconds(audio.duration)) else {}
    return {"url": audio.url, "mime_type": audio.type, **size, **length}
