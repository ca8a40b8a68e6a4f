"""An image becomes its element, with everything that is known of the file."""

from collections.abc import Mapping

from markupsafe import Markup

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.html import attributes, escape
from sitegen.base.paths import IMAGES, is_external, web_url
from sitegen.model.article import Image
from sitegen.model.body import Picture
from sitegen.model.config import Config
from sitegen.model.context import ImageView
from sitegen.model.media import ImageFacts
from sitegen.render.links import resolve
from sitegen.render.urls import absolute, full_url, href, setting_href
from sitegen.render.view import View

_SIZES = "(min-width: 46rem) 42rem, 100vw"
"""How wide an image of the text column is shown."""
_OF_FIGURE = ("id", "class")


def _srcsets(facts: ImageFacts | None, config: Config) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return the `srcset` of the file's own format, and (MIME type, srcset) of each further one."""
    if facts is None or not facts.variants:
        return "", ()
    by_type: dict[str, list[str]] = {}
    for kind, width, _, address in facts.variants:
        by_type.setdefault(kind, []).append(f"{href(config, address)} {width}w")
    own = by_type.pop(facts.type, [])
    return ", ".join(own), tuple((kind, ", ".join(entries)) for kind, entries in by_type.items())


def image_view(image: Image | None, view: View, path: str) -> tuple[ImageView | None, Diagnostic | None]:
    """Return the lead image or portrait of the source file `path`, and what is wrong with it."""
    if image is None:
        return None, None
    config = view.config
    if image.ref is None:
        url = web_url(image.src)
        if not url:
            return None, None
        caption = Markup(image.caption)  # noqa: S704  (rendered by parse)
        return ImageView(url, image.alt, caption=caption, credit=image.credit, license=image.license, url=url), None
    target = resolve(image.ref, view, path)
    if not target.address:
        return None, target.problem
    facts = view.image(target.file)
    own, further = _srcsets(facts, config)
    shown = ImageView(
        src=href(config, target.address),
        alt=image.alt,
        width=facts.width if facts else 0,
        height=facts.height if facts else 0,
        caption=Markup(image.caption),  # noqa: S704  (rendered by parse)
        credit=image.credit,
        license=image.license,
        srcset=own,
        sources=further,
        color=facts.color if facts else "",
        url=full_url(config, target.address),
    )
    return shown, target.problem


def setting_image(written: str, alt: str, view: View) -> ImageView | None:
    """Return an image that the configuration names by address or URL."""
    if not written:
        return None
    config = view.config
    facts = None if is_external(written) else view.image(written.lstrip("/"))
    final = setting_href(config, written)
    return ImageView(final, alt, facts.width if facts else 0, facts.height if facts else 0, url=absolute(config, final))


def picture_html(picture: Picture, view: View, path: str, *, final: bool = False) -> tuple[str, Diagnostic | None]:
    """Return the element for an image of a body; `final` gives it full URLs, for feeds."""
    config = view.config
    own = dict(picture.attributes)
    facts, address, problem = None, picture.src, None
    if picture.ref is not None:
        target = resolve(picture.ref, view, path)
        if not target.address:
            said = "" if picture.alt.lower().endswith(IMAGES) else escape(picture.alt)  # a file's name says nothing
            return f"<p>{said}</p>" if picture.figure and said else said, target.problem
        address = (full_url if final else href)(config, target.address) + target.rest
        facts, problem = view.image(target.file), target.problem
    outer = {name: own.pop(name) for name in _OF_FIGURE if name in own} if picture.figure else {}
    srcset, sources = ("", ()) if final else _srcsets(facts, config)
    sizes = own.pop("sizes", _SIZES) if srcset or sources else ""
    sized = {"srcset": srcset, "sizes": sizes} if srcset else {}
    # Until the file is there, its place has its colour: the first digits of red, green and blue, for the style sheet.
    tinted = {"data-tint": "-".join(facts.color[1::2])} if facts and facts.color and not final else {}
    # Of a picture that is for the eye alone nobody hears a title.
    alt = picture.alt or ("" if picture.figure else picture.title)
    title = {"title": picture.title} if picture.alt and picture.title and not picture.figure else {}
    # The address stands last: readers of feeds that search a tag for `src=` must not find the words of a description.
    named = {
        "alt": alt,
        **title,
        **_size(facts, own),
        **tinted,
        "loading": own.pop("loading", "lazy"),
        "decoding": own.pop("decoding", "async"),
        **own,
        **sized,
        "src": address,
    }
    element = _with_sources(f"<img{attributes(named.items())}>", sources, sizes)
    return _in_figure(element, outer, picture.title) if picture.figure else element, problem


def _with_sources(image: str, sources: tuple[tuple[str, str], ...], sizes: str) -> str:
    """Return an image with (MIME type, srcset) of each further format, of which a browser takes the first it knows."""
    listed = "".join(
        f'<source type="{kind}" srcset="{escape(entries)}" sizes="{escape(sizes)}">' for kind, entries in sources
    )
    return f"<picture>{listed}{image}</picture>" if listed else image


def _in_figure(image: str, outer: Mapping[str, str], title: str) -> str:
    caption = f"<figcaption>{escape(title)}</figcaption>" if title else ""
    return f"<figure{attributes(outer.items())}>{image}{caption}</figure>"


def _size(facts: ImageFacts | None, own: dict[str, str]) -> Mapping[str, str]:
    """Return width and height; where the author gave one of them, the other follows from the file."""
    width, height = own.pop("width", "").removesuffix("px"), own.pop("height", "").removesuffix("px")
    width, height = (value if value.isdigit() else "" for value in (width, height))
    if facts and facts.width and facts.height:
        if width and not height:
            height = str(max(1, round(int(width) * facts.height / facts.width)))
        elif height and not width:
            width = str(max(1, round(int(height) * facts.width / facts.height)))
        elif not width:
            width, height = str(facts.width), str(facts.height)
    return {name: value for name, value in (("width", width), ("height", height)) if value}
