"""What front matter holds before anyone asks what it means, values with their places; and the fields that it fills."""

from datetime import date, datetime, time
from typing import Any, NamedTuple

from sitegen.base.noun import Struct, field
from sitegen.base.patterns import regex
from sitegen.model.article import FrontMatter

Scalar = str | int | float | bool | datetime | date | time | None
_INTEGER = regex(r"[-+]?[0-9]+")
_BASED = regex(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = regex(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, Scalar] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    ".nan": float("nan"), ".NaN": float("nan"), ".NAN": float("nan"),
    ".inf": float("inf"), ".Inf": float("inf"), ".INF": float("inf"), "+.inf": float("inf"), "-.inf": float("-inf"),
}  # fmt: skip


class Value(Struct):
    """One value and its place in the file."""

    data: "Scalar | list[Value] | dict[str, Entry]"
    text: str
    """A scalar as written, without quotes; else empty."""
    line: int
    column: int
    width: int
    text_line: int = 0
    """The file line on which the text of a scalar begins; 0 where it does not stand in the file line by line."""


class Entry(Struct):
    """One key of a mapping, and its value."""

    key: str
    line: int
    column: int
    width: int
    value: Value


Table = dict[str, Entry]


class MatterError(ValueError):
    """Front matter that cannot be read, and where."""

    def __init__(self, message: str, line: int, column: int, hint: str = "", width: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        self.hint = hint
        self.width = width


class Matter(Struct):
    """One file, split."""

    table: Table = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    """The file line on which the body begins."""
    duplicates: list[Entry] = field(default_factory=list)
    """Keys that stand twice: the later ones."""
    error: MatterError | None = None
    said: tuple[tuple[str, int], ...] = ()
    """Lines around the article that have left, each with its index."""
    second: int = 0
    """The file line on which another front matter begins, which is read as well; 0 where there is none."""


def too_deep(line: int) -> MatterError:
    """Return the mistake of front matter that begins, or goes too far, on a line."""
    return MatterError("the front matter is nested too deeply", line, 0, "keep fewer lists and tables within others")


def scalar(text: str) -> Scalar:
    """Return what a word of YAML means, as version 1.2 has it: `no` and `12:30` are words."""
    if text in _WORDS:
        return _WORDS[text]
    if not (text[0] in "+-." or text[0].isdigit()) or len(text) > 40:
        return text
    if _INTEGER.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    return decimal(text) if _FLOAT.fullmatch(text) else text


def decimal(text: str) -> float | str:
    """Return a number with a fraction; one that would not come out as it is written (1.10) stays text."""
    number = float(text)
    return number if repr(number) == text.lstrip("+") or "e" in text.lower() else text


def kind_of(value: Value) -> str:
    """Return what a value is, in an editor's words."""
    data = value.data
    if data is None:
        return "nothing"
    if isinstance(data, dict):
        return "a table of keys"
    if isinstance(data, list):
        return "a list"
    if isinstance(data, bool):
        return f'"{value.text}"'
    return "a number" if isinstance(data, int | float) else "text"


def plain(value: Value) -> object:
    """Return the value without its places: for `extra`. Dates become ISO text, lists tuples."""
    data = value.data
    if isinstance(data, dict):
        return {key: plain(entry.value) for key, entry in data.items()}
    if isinstance(data, list):
        return tuple(plain(item) for item in data)
    return data.isoformat() if isinstance(data, date | time) else data


class FrontCallout(NamedTuple):
    """One callout of the front matter."""

    kind: str
    """Empty where the text may say it."""
    title: Value | None
    text: Value


class Fields(Struct):
    """What the front matter says, while it can still be added to."""

    values: dict[str, Any] = field(default_factory=dict)
    """Fields of `FrontMatter`."""
    extra: dict[str, object] = field(default_factory=dict)
    faqs: list[tuple[Value, Value]] = field(default_factory=list)
    """(question, answer) of `faq:`."""
    callouts: list[FrontCallout] = field(default_factory=list)
    wrong: set[str] = field(default_factory=set)
    """Names of fields that an error has been told of."""
    places: tuple[tuple[str, int, int, int], ...] = ()

    def text(self, name: str) -> str:
        """Return a field that is a text, or an empty string."""
        return str(self.values.get(name, ""))

    def front_matter(self) -> FrontMatter:
        """Return the finished noun."""
        return FrontMatter(**self.values, extra=self.extra, places=self.places)
