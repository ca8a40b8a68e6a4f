"""An image file becomes its type and size, without a library and without its pixels."""

import struct
from collections.abc import Callable, Iterator
from typing import BinaryIO
from xml.parsers.expat import ExpatError

from sitegen.base.noun import Noun
from sitegen.scan.drawings import DrawingReader, Foreign, NotDrawing

_HEAD = 32
_SVG_HEAD = 1 << 16
# Start of frame in all its kinds; C4, C8 and CC in between are other things.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
_ORIENTATION = 0x0112
_MOST_BOXES = 4096
_PAGE = (b"<!doctype html", b"<html")
_POINTER = b"version https://git-lfs"
_UNKNOWN = "is not an image in any format that browsers show"


class BadImage(ValueError):  # noqa: N818  (it says what the file is)
    """A file that is damaged, or that is not an image; the text says which, and `hint` what to do."""

    hint = "replace it with a sound copy"


class Header(Noun):
    """What an image file says of itself."""

    type: str
    """MIME type."""
    width: int
    """Pixels as shown, after EXIF orientation; 0 where the format does not say."""
    height: int
    animated: bool = False
    foreign: Foreign | None = None
    """The first element of a drawing that does not belong in it."""


def read_header(stream: BinaryIO) -> Header:
    """Return type and size of an image; raises BadImage."""
    head = stream.read(_HEAD)
    for signature, at, read in _FORMATS:
        if head[at : at + len(signature)] == signature:
            stream.seek(0)
            try:
                found = read(stream)
            except (struct.error, IndexError) as error:
                raise BadImage("is cut off in the middle of its header") from error
            if not found.width or not found.height:
                raise BadImage("has no pixels")
            return found
    if (begin := head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()).startswith(_PAGE):
        raise BadImage("is a web page, as a download that failed leaves it")
    if begin.startswith(b"<"):
        stream.seek(0)
        return _svg(stream)
    raise _pointer() if head.startswith(_POINTER) else BadImage("is empty" if not head else _UNKNOWN)


def _pointer() -> BadImage:
    wrong = BadImage("is a pointer of Git LFS, and not the picture itself")
    wrong.hint = "fetch the pictures with `git lfs pull`"
    return wrong


def _png(stream: BinaryIO) -> Header:
    stream.seek(8)
    length, name, width, height = struct.unpack(">I4sII", _exactly(stream, 16))
    if name != b"IHDR":
        raise BadImage("does not begin with a header")
    stream.seek(8 + 12 + length)
    animated = False
    for _ in range(_MOST_BOXES):
        chunk = stream.read(8)
        if len(chunk) < 8 or chunk[4:] in (b"IDAT", b"IEND"):
            break
        animated = animated or chunk[4:] == b"acTL"
        stream.seek(struct.unpack(">I", chunk[:4])[0] + 4, 1)
    return Header("image/png", width, height, animated)


def _gif(stream: BinaryIO) -> Header:
    # Whether it moves stands far behind the header; most that are published do.
    width, height = struct.unpack("<6xHH", _exactly(stream, 10))
    return Header("image/gif", width, height, animated=True)


def _jpeg(stream: BinaryIO) -> Header:
    stream.seek(2)
    turned = False
    while True:
        marker = _marker(stream)
        if marker in _ALONE:
            continue
        if marker in (0xD9, 0xDA):
            raise BadImage("has no frame")
        (length,) = struct.unpack(">H", _exactly(stream, 2))
        if marker in _FRAMES:
            height, width = struct.unpack(">xHH", _exactly(stream, 5))
            return Header("image/jpeg", *((height, width) if turned else (width, height)))
        if marker == 0xE1:
            turned = _turned(_exactly(stream, length - 2)) or turned
        else:
            stream.seek(max(0, length - 2), 1)


def _marker(stream: BinaryIO) -> int:
    byte = _exactly(stream, 1)[0]
    if byte != 0xFF:
        raise BadImage("has a damaged header")
    while byte == 0xFF:
        byte = _exactly(stream, 1)[0]
    return byte


def _turned(segment: bytes) -> bool:
    """Tell whether EXIF says that the picture lies on its side."""
    if not segment.startswith(b"Exif\0\0"):
        return False
    tiff = segment[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return False
    try:
        (at,) = struct.unpack_from(order + "I", tiff, 4)
        (count,) = struct.unpack_from(order + "H", tiff, at)
        for entry in range(count):
            tag, _, _, value = struct.unpack_from(order + "HHIH", tiff, at + 2 + 12 * entry)
            if tag == _ORIENTATION:
                return bool(5 <= value <= 8)
    except struct.error:
        pass
    return False


def _webp(stream: BinaryIO) -> Header:
    head = _exactly(stream, 30)
    kind = head[12:16]
    if kind == b"VP8X":
        width, height = (1 + int.from_bytes(head[at : at + 3], "little") for at in (24, 27))
        return Header("image/webp", width, height, animated=bool(head[20] & 2))
    if kind == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return Header("image/webp", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", head, 26)
        return Header("image/webp", width & 0x3FFF, height & 0x3FFF)
    raise BadImage("has a damaged header")


def _iso(stream: BinaryIO) -> Header:
    """Read an AVIF file: boxes within boxes, of which the primary item's properties give the size."""
    brands, meta = b"", b""
    (length,) = struct.unpack(">I", _exactly(stream, 4))
    stream.seek(0)
    for name, body in _boxes(stream.read(max(length, 8))):
        brands = body if name == b"ftyp" else brands
    if not {b"avif", b"avis"} & {brands[at : at + 4] for at in (0, *range(8, len(brands), 4))}:
        raise BadImage(_UNKNOWN)
    for _ in range(_MOST_BOXES):
        prefix = _exactly(stream, 8)
        length, name = struct.unpack(">I4s", prefix)
        if name == b"meta":
            meta = _exactly(stream, length - 8)[4:]
            break
        if length < 8:
            break
        stream.seek(length - 8, 1)
    width, height = _primary(dict(_boxes(meta)))
    return Header("image/avif", width, height, animated=brands[:4] == b"avis")


def _primary(meta: dict[bytes, bytes]) -> tuple[int, int]:
    inside = dict(_boxes(meta.get(b"iprp", b"")))
    properties = list(_boxes(inside.get(b"ipco", b"")))
    primary = meta.get(b"pitm", b"\0\0\0\0\0\1")
    wanted = int.from_bytes(primary[4 : 8 if primary[0] else 6], "big")
    width = height = 0
    for index in _associated(inside.get(b"ipma", b""), wanted) or range(1, len(properties) + 1):
        name, body = properties[index - 1]
        if name == b"ispe":
            width, height = struct.unpack_from(">4xII", body)
        elif name == b"irot" and body[0] & 1:
            width, height = height, width
    return width, height


def _associated(body: bytes, wanted: int) -> list[int]:
    """Return the numbers of the properties of one item."""
    if not body:
        return []
    wide_ids, wide_numbers = body[0] > 0, body[3] & 1
    (count,) = struct.unpack_from(">I", body, 4)
    at = 8
    for _ in range(count):
        item = int.from_bytes(body[at : at + (4 if wide_ids else 2)], "big")
        at += 4 if wide_ids else 2
        listed = body[at]
        at += 1
        step = 2 if wide_numbers else 1
        numbers = [int.from_bytes(body[at + step * n : at + step * (n + 1)], "big") for n in range(listed)]
        at += step * listed
        if item == wanted:
            return [number & (0x7FFF if wide_numbers else 0x7F) for number in numbers]
    return []


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        if length < 8:
            break
        yield name, data[at + 8 : at + length]
        at += length


def _svg(stream: BinaryIO) -> Header:
    if b"svg" not in stream.read(_SVG_HEAD):
        raise BadImage(_UNKNOWN)
    stream.seek(0)
    drawing = DrawingReader()
    try:
        drawing.read(stream)
    except NotDrawing as error:
        raise BadImage(_UNKNOWN) from error
    except (ExpatError, LookupError, ValueError) as error:
        raise BadImage(f"is not well-formed XML: {error}") from error
    # No pixels is a thing that SVG may say: it then takes what room there is.
    return Header("image/svg+xml", drawing.width, drawing.height, foreign=drawing.foreign)


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count) if count > 0 else b""
    if len(data) < count:
        raise BadImage("is cut off in the middle of its header")
    return data


_FORMATS: tuple[tuple[bytes, int, Callable[[BinaryIO], Header]], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, _png),
    (b"\xff\xd8\xff", 0, _jpeg),
    (b"GIF8", 0, _gif),
    (b"WEBP", 8, _webp),
    (b"ftyp", 4, _iso),
)
