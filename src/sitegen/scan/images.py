"""An image file becomes the facts that pages need, its type and size, and what is wrong with it."""

from pathlib import Path
from posixpath import basename, splitext

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.base.fs import locate, unreadable
from sitegen.base.paths import IMAGES, is_drawing
from sitegen.model.media import ImageFacts
from sitegen.model.source import AssetFile
from sitegen.scan.drawings import SVG, Foreign
from sitegen.scan.headers import BadImage, read_header

_DRAWN = "image/svg+xml"


def is_image(asset: AssetFile) -> bool:
    """Tell whether the file's name says that it is an image which browsers show."""
    return asset.address.lower().endswith(IMAGES)


def image_facts(asset: AssetFile, root: Path) -> tuple[ImageFacts | None, Diagnostic | None]:
    """Return what the file says of itself, and what is wrong with it; of all but drawings the first bytes are read."""
    try:
        with locate(root, asset.path).open("rb") as stream:
            header = read_header(stream)
    except BadImage as error:
        return None, problem("scan/bad-image", f"the image {error}", Span(asset.path), error.hint)
    except OSError as error:
        return None, unreadable(error, asset.path)
    facts = ImageFacts(
        asset.address,
        header.type,
        header.width,
        header.height,
        asset.digest,
        asset.size,
        animated=header.animated,
    )
    if (header.type == _DRAWN) != is_drawing(asset.path):
        return facts, _misnamed(header.type, asset.path)
    return facts, _misplaced(header.foreign, asset.path) if header.foreign else None


def _misnamed(kind: str, path: str) -> Diagnostic:
    """Return what is said of a drawing by the name of a picture, or the other way round: browsers show neither."""
    suffix = kind.partition("/")[2].removesuffix("+xml")
    message = f"the image is {suffix.upper()}, but its name ends with {splitext(path)[1]}, so browsers do not show it"
    return problem("scan/bad-image", message, Span(path), f"name it {basename(splitext(path)[0])}.{suffix}")


def _misplaced(foreign: Foreign, path: str) -> Diagnostic:
    span = Span(path, foreign.line, foreign.column, len(foreign.name) + 1)
    if foreign.name == "svg" and not foreign.namespace:
        message = "this <svg> does not say that it is one, so browsers show it as text or not at all"
        return problem("scan/foreign-element", message, span, f'write xmlns="{SVG}" into it')
    message = f"<{foreign.name}> is no element of SVG, and checkers refuse it there"
    return problem("scan/foreign-element", message, span, "save the drawing as plain SVG, or take the element out")
