"""The addresses of the theme's files come into a page last, so that another digest in one makes no page anew.

While a page is made, a mark stands for each address, and nothing in the page can depend on the digest. So in the
finished bytes an old address gives way to a new one (`swapped`), as if the page had been made with the new one.
"""

from collections.abc import Iterable
from functools import lru_cache
from posixpath import basename, dirname, splitext

from sitegen.base.digest import digest
from sitegen.base.patterns import regex
from sitegen.model.config import Config
from sitegen.render.theme.faults import Refused
from sitegen.render.urls import href
from sitegen.render.view import View

# What is written alike in HTML, in a URL and in a script.
_PLAIN = regex(r"[A-Za-z0-9._/-]+")
_TELLING = 14
"""Characters of a mark that nothing else begins with."""


def asset_href(name: str, address: str, view: View, config: Config) -> str:
    """Return what a template writes for a file of the theme: its address with a mark for the last part.

    An address that is written one way in HTML and another in a URL or a script is given as it is.
    """
    if not _PLAIN.fullmatch(place_of(address, config)):
        view.static(name)
        return href(config, address)
    return href(config, dirname(address) + "/" + _mark(name))


def fill(html: str, view: View, config: Config) -> str:
    """Put the addresses of the theme's files in place of their marks; raises Refused where one is torn.

    An address that stands in the page in another way as well, in the text of an article perhaps, cannot be swapped
    later. Then the page asks for it as a whole.
    """
    counted: list[tuple[str, str, int]] = []
    for kind, *rest in tuple(view.asked):
        if kind == "asset" and (address := view.asset(rest[0])):
            mark, place = _mark(rest[0]), place_of(address, config)
            pieces = html.split(mark)
            counted.append((rest[0], place, len(pieces) - 1))
            html = basename(place).join(pieces)
            torn = _stem(rest[0])[:_TELLING]
            if torn in html or torn.upper() in html:
                raise Refused(
                    f'the address of "{rest[0]}" was taken apart',
                    "write what asset() gives as it is: the digest in it comes in last",
                    rest[0],
                )
    for name, place, count in counted:
        if html.count(place) != count:
            view.static(name)
    return html


def place_of(address: str, config: Config) -> str:
    """Return what stands in a page: the address below the base path, percent-encoded."""
    return href(config, address).removeprefix(href(config, "/"))


def swapped(data: bytes, swaps: Iterable[tuple[bytes, bytes]]) -> bytes | None:
    """Return a finished page with other addresses (old, new) in it; None where it must be made anew."""
    pairs = list(swaps)
    if any(new in data for _, new in pairs) or any(old in new for old, _ in pairs for _, new in pairs):
        return None
    for old, new in pairs:
        data = data.replace(old, new)
    return data


@lru_cache(maxsize=1024)
def _stem(name: str) -> str:
    return f"asset{digest(name.encode())[:24]}"


def _mark(name: str) -> str:
    """Return what stands for a file: it ends like the file, and no filter of a URL or of HTML changes it."""
    suffix = splitext(name)[1]
    return _stem(name) + (suffix if suffix[1:].isalnum() and suffix.isascii() else "")
