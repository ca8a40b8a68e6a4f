"""A hole of a body becomes the address it leads to, or a finding that it leads nowhere."""

import re
from posixpath import dirname, relpath
from urllib.parse import quote, unquote

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.noun import Noun, replace
from sitegen.base.paths import (
    IMAGES,
    MARKDOWN,
    article_id,
    base_path,
    content_path,
    from_page,
    is_external,
    is_mail_address,
)
from sitegen.base.patterns import regex
from sitegen.base.slugs import slugify, telling_slug
from sitegen.base.text import did_you_mean, letters, nearest
from sitegen.model.body import Ref
from sitegen.model.media import ImageFacts
from sitegen.model.report import Hidden
from sitegen.render.view import View

_HOST = regex(r"www\.\w|(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|info|io|ai|dev|eu)(?![\w.-])", re.IGNORECASE)
"""The beginning of a URL without its scheme. Other ends of hosts are those of files as well: `a.md`, `a.py`."""
_UNSHOWN = (".heic", ".heif", ".tif", ".tiff", ".psd", ".eps", ".ai", ".raw", ".dng", ".wmf", ".emf")
"""What the names of pictures end with that cameras and programs save, and browsers do not show."""
_BEFORE_SLUG = regex(r"(?P<folder>(?:/[a-z][a-z0-9_-]*)?)(?P<date>(?:/[0-9]{1,4}){0,3})/[^/]+/?")
"""An address of which others are the pattern: below one folder at most."""
_OF_LIST = regex(r"/(?P<kind>tags?|topics?|categor(?:y|ies)|sections?|authors?|series|archives?)/(?P<name>[^/]*)/?$")
"""The end of an address at which sites have a list, and no article."""
_LISTS = {
    **dict.fromkeys(("tag", "tags", "topic", "topics"), ("/tags/",)),
    **dict.fromkeys(("category", "categories", "section"), ("/sections/", "/tags/")),
    "author": ("/authors/",),
}
"""Where such lists stand here."""
_LOWERCASE = "lowercase = true below [site]"
_QUOTES = "\"'“”„‘’‚«» "


class Target(Noun):
    """Where a link leads."""

    address: str
    """Of the site, `/` first, neither quoted nor under the base path; empty where it leads nowhere."""
    rest: str = ""
    """Query and fragment, ready for a URL."""
    problem: Diagnostic | None = None
    file: str = ""
    """For an image the content path, for its size."""


def resolve(ref: Ref, view: View, path: str) -> Target:
    """Return where a link or an image of the source file `path` leads."""
    ref = _without_base(ref, view)
    address, ident = _found(ref, view, path)
    led = None
    if not address and (address := _moved(ref, view)):
        ident, led = view.owner(address), _led(ref, address, view, path)
    if not address:
        return Target("", problem=_dead(ref, view, path))
    file = address.lstrip("/")
    if ref.image and file.lower().endswith(_UNSHOWN):
        return Target(address, problem=_unshown(ref, path), file=file)
    rest = quote(ref.query, safe="?&=/:;@!$'()*+,%[]~-._") if ref.query else ""
    if not ref.fragment:
        return Target(address, rest, led, file=file)
    anchor = ref.fragment.partition(":~:")[0]  # behind that are words for the browser to find
    if ident and anchor and anchor not in view.anchors(ident):
        meant = _meant(anchor, view.anchors(ident))
        if not meant:
            return Target(address, rest, _no_anchor(ref, view, path, ident))
        return Target(address, f"{rest}#{quote(meant)}", led, file=file)
    return Target(address, rest + "#" + quote(ref.fragment, safe="/?:@!$&'()*+,;=~-._"), led, file=file)


def image_address(ref: Ref, view: View) -> str | None:
    """Return where the image is published that a reference names."""
    return next(filter(None, map(view.address, _without_base(ref, view).files)), None)


def image_facts(ref: Ref, view: View) -> ImageFacts | None:
    """Return format, size and digest of the image that a reference names."""
    return next(filter(None, map(view.image, _without_base(ref, view).files)), None)


def _without_base(ref: Ref, view: View) -> Ref:
    """Return a reference to an address with the path of the site's URL before it, as browsers see it, without that.

    It stays where something has the longer address, or nothing the shorter one.
    """
    base = base_path(view.config.site.url) if ref.kind == "site" else "/"
    if base == "/" or not ref.target.startswith(base) or _stands(ref, view):
        return ref
    shorter = replace(ref, target=ref.target[len(base) - 1 :])
    return shorter if _stands(shorter, view) else ref


def _stands(ref: Ref, view: View) -> bool:
    """Tell whether something of the site is at an address."""
    return bool(_served(ref.target, ref, view)[0] or view.address(ref.file))


def _found(ref: Ref, view: View, path: str) -> tuple[str, str]:
    """Return the address, and the id of the article there."""
    if ref.kind == "article":
        return view.address(ref.target) or "", article_id(ref.target)
    if ref.kind == "title":
        return view.titled(ref.target), ""
    if ref.kind == "file":
        address = view.address(ref.target)
        page = view.address(content_path(path)) or ""
        found = (address, "") if address else _served(from_page(page, ref.written), ref, view)
        if ref.image and not found[0]:
            return image_address(ref, view) or "", ""
        return found if found[0] or ref.image else _unnamed(ref, view)
    found = _served(ref.target, ref, view)
    if found[0] or not (address := view.address(ref.file)):
        return found
    return address, article_id(ref.file) if ref.file.lower().endswith(MARKDOWN) else ""


def _unnamed(ref: Ref, view: View) -> tuple[str, str]:
    """Return address and id of the article whose file a link names without its ending."""
    if not ref.target or "." in ref.target.rpartition("/")[2]:
        return "", ""
    path = ref.target.rstrip("/")
    return view.address(f"{path}.md") or "", path


def _served(written: str, ref: Ref, view: View) -> tuple[str, str]:
    """Return the address at which something of the site answers, and the id of the article there."""
    for address in (written, written.rstrip("/") + "/") if written else ():
        if view.served(address):
            return address, view.owner(address) if ref.fragment else ""
    return "", ""


def _dead(ref: Ref, view: View, path: str) -> Diagnostic | None:
    """Return what is wrong with a link that leads nowhere; nothing where its target's own mistakes are told already."""
    if view.unreadable(ref.target):
        return None
    span = _span(ref, path)
    if ref.image:
        return problem("render/missing-image", f'there is no image "{ref.written}"', span, _hint(ref, view, path))
    if ref.kind == "title":
        hint = "link to an article, [title](other-article.md), or remove it: the page suggests some by itself"
        return problem("render/dead-link", f'no article is called "{ref.written}"', span, hint)
    hidden = _hidden(ref, view)
    if hidden is not None:
        if not hidden.why:
            return None
        message = f'"{ref.written}" leads to an article that {hidden.why}'
        return problem("render/dead-link", message, span, "the text stays without the link until it is published")
    if not ref.written:
        return problem("render/dead-link", "this link has no address", span, "write it between the parentheses")
    return problem("render/dead-link", f'"{ref.written}" leads nowhere', span, _hint(ref, view, path))


def _moved(ref: Ref, view: View) -> str:
    """Return the address of the article or list that a link means by one of another site, or by an earlier one."""
    if ref.image or ref.kind == "title" or view.unreadable(ref.target) or _hidden(ref, view) is not None:
        return ""
    if of_list := _OF_LIST.search(ref.target):
        places = _LISTS.get(of_list["kind"], ()) if ref.kind == "site" else ()
        return next(filter(view.served, (f"{place}{slugify(of_list['name'])}/" for place in places)), "")
    slug = telling_slug(ref.target)
    return view.filed(slug) if slug else ""


def _led(ref: Ref, address: str, view: View, path: str) -> Diagnostic:
    """Return what is said of a link by an address that nothing has: where it leads, and how to keep that address."""
    found = "list" if _OF_LIST.search(ref.target) else "article"
    message = f'nothing stands at "{ref.written}", so this leads to the {found} of that name'
    hint = f'write "{address}"'
    if found == "list":
        hint = f'write "{address}", or below [redirects] "{ref.target}" = "{address}"'
        return problem("render/moved-link", message, _span(ref, path), hint)
    asked = (ref.target, from_page(view.address(content_path(path)) or "", ref.written))
    if address.strip("/").lower() in (place.strip("/") for place in asked):
        return problem("render/moved-link", message, _span(ref, path), f"{hint}, or keep such addresses: {_LOWERCASE}")
    before = _BEFORE_SLUG.fullmatch(ref.target)
    if ref.kind == "site" and before and not view.config.site.permalink:
        date = "".join(("/:year", "/:month", "/:day")[: before["date"].count("/")])
        hint += f', or keep such addresses: permalink = "{before["folder"]}{date}/:slug/" below [site]'
    return problem("render/moved-link", message, _span(ref, path), hint)


def _span(ref: Ref, path: str) -> Span:
    return Span(path, ref.line, ref.column, max(1, len(ref.written)))


def _unshown(ref: Ref, path: str) -> Diagnostic:
    suffix = ref.target.rpartition(".")[2]
    span = _span(ref, path)
    hint = "save it as JPEG, PNG or WebP, and name that"
    return problem("render/bad-image", f"few browsers show {suffix.upper()} images", span, hint)


def _hidden(ref: Ref, view: View) -> Hidden | None:
    """Return the hidden article that a link leads to, by its file or by its address."""
    if ref.kind == "article":
        ident = article_id(ref.target)
        return next((item for item in view.hidden() if item.id == ident), None)
    address = ref.target.rstrip("/") + "/" if ref.kind == "site" else ""
    return next((item for item in view.hidden() if address and item.address in (address, ref.target)), None)


def _hint(ref: Ref, view: View, path: str) -> str:
    if elsewhere := _elsewhere(ref.written):
        return f'did you mean "{elsewhere}"?'
    thing = "image" if ref.image else "link"
    if ref.kind == "site" and view.static(ref.file):
        return f'move "{ref.file}" from static/, whose files are for templates, to content/'
    target = ref.target.replace("\\", "/")
    if target != ref.target and view.address(target):
        return f'write "{ref.written.replace(chr(92), "/")}"'
    near = view.nearest_image(target) if ref.image else view.nearest(target)
    shown = near
    if near and not near.startswith("/"):
        shown = "/" + near if ref.kind == "site" else relpath(near, dirname(content_path(path)) or ".")
    return did_you_mean(shown, f"correct the address, or take the {thing} out")


def _elsewhere(written: str) -> str:
    """Return the full URL or the mail address that a link was to be; empty where it was to be one of this site."""
    bare = unquote(written).strip(_QUOTES)
    if is_mail_address(bare) and "/" not in bare and not bare.lower().endswith(IMAGES):  # a@2x.png
        return f"mailto:{bare}"
    if _HOST.match(bare.lstrip("/")):
        return f"https://{bare.lstrip('/')}"
    return bare if is_external(bare) else ""


def _meant(anchor: str, anchors: frozenset[str]) -> str:
    """Return the one anchor that has these letters and digits: other generators make of other signs something else."""
    said = letters(anchor)
    found = [each for each in anchors if letters(each) == said] if said else []
    return found[0] if len(found) == 1 else ""


def _no_anchor(ref: Ref, view: View, path: str, ident: str) -> Diagnostic:
    span = _span(ref, path)
    near = nearest(ref.fragment, view.anchors(ident))
    hint = f'did you mean "#{near}"?' if near else "link to the article without an anchor, or to one of its headings"
    return problem("render/dead-anchor", f'"{ident}" has no place called "#{ref.fragment}"', span, hint)
