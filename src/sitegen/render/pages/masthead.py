"""The configuration and the names of sections become `site`, which every template sees."""

import re
from collections.abc import Iterator, Mapping
from html import unescape

from sitegen.base.html import escape
from sitegen.base.languages import known_of
from sitegen.base.noun import field_names, replace
from sitegen.base.paths import base_path
from sitegen.base.patterns import regex
from sitegen.model.config import Config, Menu
from sitegen.model.context import Link, SiteView, TermView
from sitegen.render.images import setting_image
from sitegen.render.licenses import license_link
from sitegen.render.pages.cards import feed_links
from sitegen.render.theme.environment import FRAME
from sitegen.render.theme.press import Press
from sitegen.render.theme.strings import direction
from sitegen.render.urls import href, setting_href
from sitegen.render.view import View

_MARK = regex(r"\[([^\]]+)\]\(([^)\s]+)\)|\*\*([^*]+)\*\*|\*([^*]+)\*")
_OF_GISCUS = {
    code.casefold(): code
    for code in (
        *("ar", "be", "bg", "ca", "cs", "da", "de", "en", "eo", "es", "eu", "fa", "fr", "gsw", "he", "hu", "id", "it"),
        *("ja", "ko", "nl", "pl", "pt", "ro", "ru", "th", "tr", "uk", "uz", "vi", "zh-Hans", "zh-Hant", "zh-HK"),
    )
} | {"zh": "zh-CN", "el": "gr", "km": "kh", "bs": "hbs", "hr": "hbs", "sr": "hbs"}
"""What giscus calls the languages that it speaks. Where it is asked for another, there is no page at that address."""


def site_view(view: View, press: Press, current: str) -> SiteView:
    """Return the site as the page at the address `current` shows it; pages below one link of the menu share it."""
    site = press.memo.get(view, ("site",), lambda fresh: _site(fresh, press))
    here = href(view.config, current)
    marks = tuple(_below(link.href, here, site.base) for link in site.menu)
    return press.memo.get(view, ("site", marks), lambda _: _marked(site, marks))


def _below(target: str, here: str, base: str) -> bool:
    return target == here or (target != base and target.endswith("/") and here.startswith(target))


def _marked(site: SiteView, marks: tuple[bool, ...]) -> SiteView:
    menu = (replace(link, current=current) for link, current in zip(site.menu, marks, strict=True))
    return replace(site, menu=tuple(menu))


class _Extra(Mapping[str, object]):
    """What linkers of extensions give, asked for only by pages whose templates look at it."""

    __slots__ = ()

    def __getitem__(self, key: str) -> object:
        return FRAME.get().view.extra()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(FRAME.get().view.extra())

    def __len__(self) -> int:
        return len(FRAME.get().view.extra())


def _site(view: View, press: Press) -> SiteView:
    config = view.config
    site = config.site
    sections = tuple(
        TermView("section", name, slug, href(config, address), "", 0) for slug, name, address in view.names("section")
    )
    return SiteView(
        title=site.title,
        url=site.url,
        base=base_path(site.url),
        language=site.language,
        direction=direction(site.language),
        description=site.description,
        tagline=site.tagline,
        logo=setting_image(site.logo, site.title, view),
        email=site.email,
        license=license_link(site.license),
        copyright=site.copyright or press.say("rights", site=site.title),
        repository=site.repository,
        same_as=site.same_as,
        menu=_links(site.menu, config) or tuple(Link(section.name, section.href) for section in sections),
        footer=_links(site.footer, config) or _standing_pages(view),
        policies=_policies(press),
        sections=sections,
        feeds=feed_links("home", view),
        feeds_href=_served(view, "/feeds/"),
        archive_href=_served(view, "/archive/"),
        search_href=_served(view, "/search/") if config.search.provider != "none" else "",
        search_provider=config.search.provider,
        tags_href=_served(view, "/tags/"),
        authors_href=_served(view, "/authors/"),
        comments=_comments(press),
        settings={**press.theme.settings, **config.params},
        params=config.params,
        extra=_Extra(),
    )


def _links(entries: tuple[Menu, ...], config: Config) -> tuple[Link, ...]:
    return tuple(Link(entry.title, setting_href(config, entry.url)) for entry in entries)


def _standing_pages(view: View) -> tuple[Link, ...]:
    return tuple(Link(title, href(view.config, address)) for _, title, address in view.names("page"))


def _served(view: View, address: str) -> str:
    return href(view.config, address) if view.served(address) else ""


def _policies(press: Press) -> tuple[Link, ...]:
    policies = press.config.site.policies
    return tuple(
        Link(press.say(f"policy_{field}"), setting_href(press.config, address))
        for field in field_names(policies)
        if (address := getattr(policies, field))
    )


def _comments(press: Press) -> Mapping[str, str]:
    settings, site = press.config.comments, press.config.site
    respond = _inline(settings.respond, press.config)
    if not respond and site.email:
        address = f'<a href="mailto:{escape(site.email)}">{escape(site.email)}</a>'
        respond = escape(press.say("respond_email", email="\x00")).replace("\x00", address)
    elif not respond and site.repository:
        respond = f'<a href="{escape(site.repository)}">{escape(press.say("respond_repository"))}</a>'
    return {
        "provider": settings.provider,
        "repo": settings.repo,
        "repo_id": settings.repo_id,
        "category": settings.category,
        "category_id": settings.category_id,
        "language": known_of(site.language, _OF_GISCUS, "en"),
        "respond": respond,
    }


def _inline(text: str, config: Config) -> str:
    """Return the HTML of a line of Markdown: links, strong and emphasised words."""

    def marked(match: re.Match[str]) -> str:
        if match[1]:
            target = unescape(match[2])
            return f'<a href="{escape(target if target[0] == "#" else setting_href(config, target))}">{match[1]}</a>'
        return f"<strong>{match[3]}</strong>" if match[3] else f"<em>{match[4]}</em>"

    return _MARK.sub(marked, escape(text.strip()))
