"""The images of the publication itself: its logo, and what stands for it or for a page that is shared."""

from sitegen.base.noun import replace
from sitegen.base.paths import is_drawing
from sitegen.model.context import ImageView
from sitegen.model.output import CARD, CARD_SIZE
from sitegen.render.images import setting_image
from sitegen.render.theme.press import Press
from sitegen.render.urls import absolute, full_url, href
from sitegen.render.view import View


def card_image(address: str, title: str, view: View, press: Press) -> ImageView | None:
    """Return the image that stands for the page at `address`: its social card, or the one that stands for the site."""
    card = f"{address}{CARD}"
    if not view.served(card):
        return share_image(view, press)
    return ImageView(href(view.config, card), title, *CARD_SIZE, url=full_url(view.config, card))


def share_image(view: View, press: Press) -> ImageView | None:
    """Return the image that stands for the site: its card, or its logo, or the theme's own."""
    return press.memo.get(view, ("share-image",), _share_image)


def _share_image(view: View) -> ImageView | None:
    site = view.config.site
    for written in (site.image, site.logo):
        if written and not is_drawing(written):
            return setting_image(written, site.title, view)
    address = view.static("img/card.png")
    if address is None:
        return None
    return ImageView(href(view.config, address), site.title, *CARD_SIZE, url=full_url(view.config, address))


def logo_image(view: View, press: Press) -> ImageView | None:
    """Return the publisher's logo for machines."""
    return press.memo.get(view, ("logo",), _logo)


def _logo(view: View) -> ImageView | None:
    config = view.config
    if config.site.logo:
        logo = setting_image(config.site.logo, config.site.title, view)
        return replace(logo, url=absolute(config, logo.src)) if logo else None
    address = view.static("img/icon-512.png")
    if address is None:
        return None
    return ImageView(href(config, address), config.site.title, 512, 512, url=full_url(config, address))
