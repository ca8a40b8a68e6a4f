"""An image file becomes the facts that pages need: its type and size, read from the header."""

from pathlib import Path

from sitegen.base.diagnostics import Diagnostic, Span, problem
from sitegen.model.media import ImageFacts
from sitegen.model.source import AssetFile
from sitegen.scan.headers import BadImage, read_header
from sitegen.scan.walk import unreadable

_SUFFIXES = (".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp", ".avif", ".svg", ".apng")


def is_image(asset: AssetFile) -> bool:
    """Tell whether the file's name says that it is an image which browsers show."""
    return asset.address.lower().endswith(_SUFFIXES)


def image_facts(asset: AssetFile, root: Path) -> ImageFacts | Diagnostic:
    """Return what the file's header says, or what is wrong with it. Only the first bytes are read."""
    try:
        with (root / asset.path).open("rb") as stream:
            header = read_header(stream)
    except BadImage as error:
        hint = "replace it with a sound copy"
        return problem("scan/bad-image", f"the image {error}", Span(asset.path), hint)
    except OSError as error:
        return problem("scan/unreadable", unreadable(error), Span(asset.path), "check its permissions")
    return ImageFacts(
        asset.address,
        header.type,
        header.width,
        header.height,
        asset.digest,
        asset.size,
        animated=header.animated,
    )
