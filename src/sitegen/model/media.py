"""What is known of an image file without its pixels."""

from sitegen.base.noun import Noun


class ImageFacts(Noun):
    """Format and size, as the file says them."""

    path: str
    """Relative to the content root."""
    type: str
    """MIME type."""
    width: int
    """Pixels, after EXIF orientation; 0 where the format does not say."""
    height: int
    digest: str
    size: int
    """Bytes."""
    variants: tuple[tuple[str, int, int, str], ...] = ()
    """(MIME type, width, height, output address) of scaled copies, by type then width."""
    crops: tuple[tuple[str, int, int, str], ...] = ()
    """(`1x1`, `4x3` or `16x9`; width; height; output address)."""
    color: str = ""
    """Mean colour, `#rrggbb`."""
    animated: bool = False
    """Whether it moves, so that no still copies may take its place."""
