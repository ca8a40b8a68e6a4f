"""A drawing becomes its size and the first element that does not belong in it, without a tree of it."""

from collections.abc import Mapping
from typing import BinaryIO
from xml.parsers.expat import ParserCreate

from sitegen.base.noun import Noun
from sitegen.base.patterns import regex

SVG = "http://www.w3.org/2000/svg"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PAGES = frozenset(("http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"))
_EDITORS = frozenset(
    ("http://www.inkscape.org/namespaces/inkscape", "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd")
)
_EDITED = frozenset((SVG, name) for name in ("svg", "g", "defs"))
_UNCHECKED = frozenset(((SVG, "desc"), (_RDF, "RDF")))

_BETWEEN = "\x1f"
"""Between the parts of a name: no XML may hold it."""
_CHUNK = 1 << 20
"""Bytes read at once: expat begins a value anew with each piece, and pictures within drawings are long values."""
_PER_UNIT = {"": 1.0, "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "pt": 96 / 72, "pc": 16.0}
_NUMBER = r"(\d{1,9}(?:\.\d*)?|\.\d+)"
_BOX = regex(rf"\s*[^\s,]+[\s,]+[^\s,]+[\s,]+{_NUMBER}[\s,]+{_NUMBER}\s*")
_LENGTH = regex(rf"\s*{_NUMBER}\s*(px|in|cm|mm|pt|pc)?\s*")

_Name = tuple[str, str]
"""Namespace, which may be empty, and local name."""


class NotDrawing(ValueError):  # noqa: N818  (it says what the file is)
    """XML of another kind."""


class Foreign(Noun):
    """An element of another language, where a drawing may not hold it."""

    name: str
    """As it is written, with its prefix."""
    namespace: str
    line: int
    """From 1."""
    column: int
    """From 1."""


class DrawingReader:
    """Reads one drawing."""

    def __init__(self) -> None:
        self.width = self.height = 0
        self.foreign: Foreign | None = None
        self._around: list[_Name] = []
        self._parser = ParserCreate(namespace_separator=_BETWEEN)
        self._parser.namespace_prefixes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def read(self, stream: BinaryIO) -> None:
        """Read all of it, to its first foreign element with care.

        Raises NotDrawing, and what expat raises: ExpatError, and LookupError or ValueError for odd encodings.
        """
        while data := stream.read(_CHUNK):
            self._parser.Parse(data)
        self._parser.Parse(b"", True)

    def _start(self, written: str, attributes: Mapping[str, str]) -> None:
        space, local, prefix = _parts(written)
        if not self._around:
            if local != "svg":
                raise NotDrawing
            self.width, self.height = _size(attributes)
        if _belongs((space, local), self._around):
            self._around.append((space, local))
            return
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        self.foreign = Foreign(f"{prefix}:{local}" if prefix else local, space, line, column)
        self._parser.StartElementHandler = self._parser.EndElementHandler = None

    def _end(self, _: str) -> None:
        self._around.pop()


def _parts(written: str) -> tuple[str, str, str]:
    """Return namespace, local name and prefix of a name as expat gives it."""
    if _BETWEEN not in written:
        return "", written, ""
    space, local, *prefix = written.split(_BETWEEN)
    return space, local, "".join(prefix)


def _belongs(name: _Name, around: list[_Name]) -> bool:
    """Tell whether an element may stand there, as the Nu checker judges: the names above are what it lets pass."""
    space, parent = name[0], around[-1] if around else ("", "")
    if space == SVG or not _UNCHECKED.isdisjoint(around):
        return True
    if space in _PAGES:
        return parent == (SVG, "foreignObject") or parent[0] in _PAGES
    return (space in _EDITORS and parent in _EDITED) or (name == (_RDF, "RDF") and parent == (SVG, "metadata"))


def _size(attributes: Mapping[str, str]) -> tuple[int, int]:
    """Return width and height in pixels; 0 each where the drawing takes what room there is."""
    width, height = (_length(attributes.get(name, "")) for name in ("width", "height"))
    box = _BOX.fullmatch(attributes.get("viewBox", ""))
    if box and float(box[1]) and float(box[2]):
        shape = float(box[1]) / float(box[2])
        if not width:
            width = height * shape or float(box[1])
        height = height or width / shape
    return (round(width), round(height)) if width and height else (0, 0)


def _length(written: str) -> float:
    match = _LENGTH.fullmatch(written)
    return float(match[1]) * _PER_UNIT[match[2] or ""] if match else 0.0
