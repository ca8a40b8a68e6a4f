"""A list of articles becomes an RSS or Atom feed.

feedgen writes the elements it knows; what it leaves out or says loosely is put right by the two extensions below,
through which it hands over its tree: the `type` of titles, authors without e-mail, licences, images, podcast fields.
"""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from sitegen.base.characters import legal
from sitegen.base.html import escape
from sitegen.base.paths import is_drawing
from sitegen.base.patterns import regex
from sitegen.base.text import shorten
from sitegen.model.output import Page
from sitegen.render.durations import clock
from sitegen.render.machines.channel import Channel, channel_of
from sitegen.render.machines.cleaning import calm
from sitegen.render.machines.entries import Entry, apart, entries_of
from sitegen.render.theme.press import Press
from sitegen.render.urls import href
from sitegen.render.view import View

_ATOM = "http://www.w3.org/2005/Atom"
_DC = "http://purl.org/dc/elements/1.1/"
_MEDIA = "http://search.yahoo.com/mrss/"
_COMMONS = "http://backend.userland.com/creativeCommonsRssModule"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_OF_PODCASTS = (".mp3", ".m4a", ".mp4", ".m4v", ".mov")
"""Ends of the addresses that podcast directories take."""
_LONGEST_NAME = 255
"""Characters of a name, as podcast directories have it."""
_PLAIN_TEXT = regex(
    rb"<(title|description|category|copyright|name|dc:creator|media:description|itunes:author|itunes:name)((?:\s[^<>]*)?)>([^<]*)</\1>"
)
"""Elements whose content is plain text."""
_CLOSING = regex(r"</(?=\w)")


def rss(page: Page, view: View, press: Press) -> bytes:
    """Return an RSS 2.0 feed."""
    entries = entries_of(page.subject, view, press)
    generator = _generator(channel_of(page, entries, view, press), entries, atom=False)
    return _finished(generator.rss_str(pretty=True), view)


def atom(page: Page, view: View, press: Press) -> bytes:
    """Return an Atom 1.0 feed."""
    entries = entries_of(page.subject, view, press)
    generator = _generator(channel_of(page, entries, view, press), entries, atom=True)
    return _finished(generator.atom_str(pretty=True), view)


def _generator(channel: Channel, entries: Sequence[Entry], *, atom: bool) -> Any:
    feed = FeedGenerator()
    feed.register_extension("news", _FeedExtension, _EntryExtension)
    feed.news.channel = channel
    feed.id(channel.own)
    feed.title(channel.title if atom else _plain(channel.title))
    feed.subtitle(channel.description if atom else _plain(channel.description))
    feed.language(channel.language)
    feed.updated(channel.updated)
    feed.generator("sitegen")
    if channel.rights:
        feed.rights(channel.rights if atom else _plain(channel.rights))
    feed.author({"name": _plain(channel.publisher), "uri": channel.publisher_url})
    feed.link(href=channel.own, rel="self", type=channel.mime)
    for hub in channel.hubs:
        feed.link(href=hub, rel="hub")
    # The last link is the channel's own in RSS.
    feed.link(href=channel.home, rel="alternate", type="text/html")
    if channel.logo and not is_drawing(channel.logo.url):
        feed.image(url=channel.logo.url, title=_plain(channel.title), link=channel.home)
    for entry, changed in zip(entries, apart(entries), strict=True):
        _add(feed, entry, changed, atom=atom)
    return feed


def _add(feed: Any, entry: Entry, changed: datetime, *, atom: bool) -> None:
    item = feed.add_entry(order="append")
    item.news.entry = entry
    item.guid(entry.url, permalink=True)
    item.title(entry.title if atom else _plain(entry.title))
    item.link(href=entry.url, rel="alternate", type="text/html")
    item.published(entry.published)
    item.updated(changed)
    summary = entry.summary or entry.title
    if atom:
        item.author([{"name": _plain(author.title), "uri": author.href} for author in entry.authors])
        item.summary(summary, type="text")
    else:
        item.description(calm(escape(summary)), isSummary=True)
    if entry.content:
        item.content(entry.content, type="html")
    for tag in entry.categories:
        item.category(term=_plain(tag))
    if entry.audio:
        item.enclosure(entry.audio.url, str(entry.audio.length), entry.audio.type)


class _FeedExtension(BaseExtension):  # type: ignore[misc]  # the library ships no types
    """What a feed says beside feedgen's own elements."""

    channel: Channel

    def extend_ns(self) -> dict[str, str]:
        spaces = {"dc": _DC, "media": _MEDIA, "creativeCommons": _COMMONS}
        return {**spaces, "itunes": _ITUNES} if self.channel.spoken else spaces

    def extend_rss(self, root: Any) -> Any:
        element = root.find("channel")
        for hub in self.channel.hubs:
            etree.SubElement(element, f"{{{_ATOM}}}link", href=hub, rel="hub")
        if self.channel.license:
            _say(element, f"{{{_COMMONS}}}license", self.channel.license)
        if self.channel.spoken:
            self._podcast(element)
        return root

    def _podcast(self, element: Any) -> None:
        name = shorten(_plain(self.channel.publisher), _LONGEST_NAME)
        _say(element, f"{{{_ITUNES}}}author", name)
        _say(element, f"{{{_ITUNES}}}explicit", "false")
        if self.channel.email:
            owner = etree.SubElement(element, f"{{{_ITUNES}}}owner")
            _say(owner, f"{{{_ITUNES}}}name", name)
            _say(owner, f"{{{_ITUNES}}}email", self.channel.email)
        etree.SubElement(element, f"{{{_ITUNES}}}category", text="News")
        if self.channel.logo and self.channel.logo.url.endswith((".png", ".jpg", ".jpeg")):
            etree.SubElement(element, f"{{{_ITUNES}}}image", href=self.channel.logo.url)

    def extend_atom(self, root: Any) -> Any:
        _as_html(root, "title", "subtitle", "rights")
        if self.channel.license:
            etree.SubElement(root, "link", rel="license", href=self.channel.license)
        return root


class _EntryExtension(BaseEntryExtension):  # type: ignore[misc]  # the library ships no types
    """What an entry says beside feedgen's own elements."""

    entry: Entry

    def extend_rss(self, item: Any) -> Any:
        for author in self.entry.authors:
            _say(item, f"{{{_DC}}}creator", _plain(author.title))
        if self.entry.license:
            _say(item, f"{{{_COMMONS}}}license", self.entry.license.href)
        audio = self.entry.audio
        if audio and audio.url.endswith(_OF_PODCASTS) and (duration := clock(audio.duration)):
            _say(item, f"{{{_ITUNES}}}duration", duration)
        self._media(item)
        return item

    def extend_atom(self, item: Any) -> Any:
        _as_html(item, "title", "summary")
        self._links(item)
        if self.entry.foreign:
            item.set("{http://www.w3.org/XML/1998/namespace}lang", self.entry.language)
        self._media(item)
        return item

    def _links(self, item: Any) -> None:
        """Write the entry's links; feedgen leaves out everything but their addresses."""
        for link in item.findall("link"):
            item.remove(link)
        etree.SubElement(item, "link", rel="alternate", type="text/html", href=self.entry.url)
        audio = self.entry.audio
        if audio:
            size = {"length": str(audio.length)} if audio.length else {}
            etree.SubElement(item, "link", rel="enclosure", type=audio.type, href=audio.url, **size)
        if self.entry.license:
            etree.SubElement(item, "link", rel="license", href=self.entry.license.href)

    def _media(self, item: Any) -> None:
        image = self.entry.image
        if image is None or not image.url.startswith("http"):
            return
        size = {"width": str(image.width), "height": str(image.height)} if image.width and image.height else {}
        kind = {"type": self.entry.image_type} if self.entry.image_type else {}
        content = etree.SubElement(item, f"{{{_MEDIA}}}content", url=image.url, medium="image", **kind, **size)
        if image.alt:
            _say(content, f"{{{_MEDIA}}}description", _plain(legal(image.alt))).set("type", "plain")
        etree.SubElement(item, f"{{{_MEDIA}}}thumbnail", url=image.url, **size)


def _say(parent: Any, name: str, text: str) -> Any:
    element = etree.SubElement(parent, name)
    element.text = text
    return element


def _as_html(parent: Any, *names: str) -> None:
    """Say of a text that some reader could take for tags or for a script that it is escaped HTML."""
    for name in names:
        element = parent.find(name)
        if element is None or not element.text:
            continue
        html = calm(escape(element.text))
        if html != element.text:
            element.set("type", "html")
            element.text = html


def _plain(text: str) -> str:
    """Return a plain text in which no reader sees the end of an HTML element, or a sign that could not be read.

    A word joiner stands after the `<` of the one, a question mark in place of the other.
    """
    return _CLOSING.sub("<\u2060/", text).replace("\ufffd", "?")


def _finished(xml: bytes, view: View) -> bytes:
    """Return the feed with its stylesheet, and with plain texts that no reader takes for HTML."""
    style = view.static("feed.xsl")
    # The RSS Advisory Board's profile: in plain text `&` and `<` are written as hexadecimal references.
    xml = _PLAIN_TEXT.sub(_in_hexadecimal, xml)
    if style:
        declared = f'<?xml-stylesheet type="text/xsl" href="{escape(href(view.config, style))}"?>\n'.encode()
        head, end, rest = xml.partition(b"?>\n")
        xml = head + end + declared + rest
    return xml


def _in_hexadecimal(match: re.Match[bytes]) -> bytes:
    name, attributes, text = match[1], match[2], match[3]
    text = text.replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")
    return b"<%s%s>%s</%s>" % (name, attributes, text, name)
