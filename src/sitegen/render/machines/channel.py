"""What a feed says of itself, whatever its format: what it holds, where it stands, who publishes it."""

from collections.abc import Sequence
from datetime import datetime

from sitegen.base.characters import legal
from sitegen.base.noun import Noun
from sitegen.model.context import ImageView
from sitegen.model.output import FEED_FILES, Page
from sitegen.render.licenses import license_link
from sitegen.render.machines.entries import Entry
from sitegen.render.theme.branding import logo_image
from sitegen.render.theme.press import Press
from sitegen.render.urls import full_url
from sitegen.render.view import View

_NEVER = datetime(2000, 1, 1)  # noqa: DTZ001  (the site's zone is added)
"""When a feed without entries has changed: Atom wants a moment, and readers mistrust those before the Web."""


class Channel(Noun):
    """A feed without its entries. Every text is free of what XML forbids."""

    title: str
    description: str
    language: str
    home: str
    """URL of the page that shows the same articles."""
    own: str
    """URL of the feed."""
    mime: str
    updated: datetime
    hubs: tuple[str, ...]
    publisher: str
    publisher_url: str
    rights: str
    license: str
    email: str
    logo: ImageView | None
    spoken: bool
    """Whether an entry has audio."""


def channel_of(page: Page, entries: Sequence[Entry], view: View, press: Press) -> Channel:
    """Return what the feed at a page says of itself beside its entries."""
    config = view.config
    site = config.site
    folder, title = view.feed(page.subject) or ("/", site.title)
    license_ = license_link(site.license)
    return Channel(
        title=legal(title),
        description=legal(_description(page.subject, title, press)),
        language=site.language,
        home=full_url(config, folder if view.served(folder) else "/"),
        own=full_url(config, folder + FEED_FILES[page.kind][0]),
        mime=FEED_FILES[page.kind][1],
        updated=max((entry.updated for entry in entries), default=_NEVER.replace(tzinfo=config.zone)),
        hubs=config.feeds.hubs,
        publisher=legal(site.title),
        publisher_url=site.url,
        rights=legal(site.copyright or (license_.title if license_ else "")),
        license=license_.href if license_ else "",
        email=site.email,
        logo=logo_image(view, press),
        spoken=any(entry.audio for entry in entries),
    )


def _description(key: str, title: str, press: Press) -> str:
    """Return what a list is, in a sentence; of one that the configuration asks for that is its title."""
    kind, _, name = key.partition(":")
    if kind == "feed":
        return title
    if not name:
        return press.description
    site = press.config.site.title
    kind = "series_feed" if kind == "series" else kind  # its page is in reading order
    return press.say(f"{kind}_description", name=title.removesuffix(f" · {site}"), site=site)
