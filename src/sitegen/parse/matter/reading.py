"""Values are read as the types that the format asks for; what does not fit is reported where it stands."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sitegen.base.dates import DateError, at_midnight, read_date
from sitegen.base.languages import meant_language
from sitegen.base.patterns import regex
from sitegen.base.text import did_you_mean, nearest
from sitegen.base.wiki import named_by
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.matter.values import Entry, Table, Value, kind_of

_TRUE = frozenset(("true", "yes", "on", "1"))
_FALSE = frozenset(("false", "no", "off", "0", ""))
_CODE = regex(r"[a-z]{2}(?:[-_][A-Za-z]{2,4})?")
"""A language, as sites in several write it."""
_COMMA = regex(r"\s*[,;|、，]\s*")


def moment_in(value: Value, zone: ZoneInfo) -> datetime:
    """Return the moment that a value names; raises DateError, and OverflowError where it is beyond all years."""
    if isinstance(value.data, datetime):
        return read_date(value.data.isoformat(), zone)
    return at_midnight(value.data, zone) if isinstance(value.data, date) else read_date(value.text, zone)


def _is_code(key: str) -> bool:
    return _CODE.fullmatch(key) is not None and bool(meant_language(key))


class Reader:
    """Reads the values of one file's front matter."""

    def __init__(self, manuscript: Manuscript, zone: ZoneInfo, inline: Callable[[Value], str]) -> None:
        self.manuscript = manuscript
        self.zone = zone
        self.inline = inline
        """Turns a value that holds a line of Markdown into HTML."""

    def wrong(self, value: Value, name: str, wanted: str, hint: str = "") -> None:
        """Report that a value is not what the key asks for."""
        message = f'"{name}" must be {wanted}, not {kind_of(value)}'
        self.manuscript.report_at("parse/wrong-type", message, value, hint)

    def bad(self, value: Value | Entry, message: str, hint: str = "") -> None:
        """Report a value that has the right type and cannot be used."""
        self.manuscript.report_at("parse/bad-value", message, value, hint)

    def text(self, value: Value, name: str) -> str:
        """Return a scalar as written, on one line."""
        value = self._said(value, name)
        if value.data is None:
            return ""
        if isinstance(value.data, list | dict):
            self.wrong(value, name, "text", f'write {name}: "…"')
            return ""
        return named_by(" ".join(value.text.split()))

    def _said(self, value: Value, name: str) -> Value:
        """Return what a table by language says in the article's, or else first; tell that the others are not read."""
        table = value.data
        if not isinstance(table, dict) or not table or not all(map(_is_code, table)):
            return value
        own = self.manuscript.language
        chosen = table.get(own) or table.get(own.partition("-")[0]) or next(iter(table.values()))
        if len(table) > 1:
            message = f'of "{name}" only what it says in "{chosen.key}" is read'
            hint = "write a file for each language, with its code before the ending: article.de.md"
            self.manuscript.report_at("parse/unknown-key", message, chosen, hint)
        return chosen.value

    def language(self, written: str, place: Value | Entry) -> str:
        """Return a language code, also of one that is named or plainly meant; an empty string where there is none."""
        code = meant_language(written)
        if not code:
            hint = 'write a code as in "en", "de-AT" or "zh-Hant"'
            self.bad(place, f'"{written}" is not a language code (BCP 47)', hint)
        return code

    def block(self, value: Value, name: str) -> str:
        """Return a scalar as written, with its lines."""
        if isinstance(value.data, list | dict):
            self.wrong(value, name, "text", f'write {name}: "…"')
            return ""
        return value.text

    def texts(self, value: Value, name: str, *, commas: bool = False) -> tuple[str, ...]:
        """Return a list of texts; a single text counts as a list of one, or of several with commas between them."""
        if isinstance(value.data, dict):
            self.wrong(value, name, "a list of texts", f"write {name}: [{', '.join(value.data)}]")
            return ()
        return (
            tuple(text for item in self.items(value) if (text := self.text(item, name)))
            if not (commas and isinstance(value.data, str))
            else tuple(part for part in _COMMA.split(value.text.strip()) if part)
        )

    def items(self, value: Value) -> list[Value]:
        """Return the entries of a list; anything else counts as a list of one."""
        if isinstance(value.data, list):
            return value.data
        return [] if value.data is None else [value]

    def table(self, value: Value, name: str, keys: Iterable[str]) -> Table | None:
        """Return a mapping; keys that it cannot have are reported."""
        if not isinstance(value.data, dict):
            self.wrong(value, name, "a table of keys", f"its keys are {', '.join(keys)}")
            return None
        known = tuple(keys)
        for entry in value.data.values():
            if entry.key not in known:
                self.unknown(entry, known, name)
        return value.data

    def unknown(self, entry: Entry, known: Iterable[str], name: str = "") -> None:
        """Report a key that nothing reads; what programs count entries with in a table says nothing."""
        if name and (entry.key == "id" or entry.key[:1] == "_"):
            return
        inside = f' in "{name}"' if name else ""
        hint = did_you_mean(nearest(entry.key, known), "its keys are " + ", ".join(known))
        self.manuscript.report_at("parse/unknown-key", f'unknown front-matter key "{entry.key}"{inside}', entry, hint)

    def flag(self, value: Value, name: str) -> bool:
        """Return a yes or no."""
        if isinstance(value.data, bool):
            return value.data
        word = value.text.strip().casefold()
        if not isinstance(value.data, list | dict) and word in _TRUE | _FALSE:
            return word in _TRUE
        self.wrong(value, name, "true or false", f"write {name}: true, or leave it out")
        return False

    def number(self, value: Value, name: str) -> int:
        """Return a whole number that is not negative."""
        if isinstance(value.data, int) and not isinstance(value.data, bool) and 0 <= value.data < 2**31:
            return value.data
        if isinstance(value.data, str) and value.text.strip().isdecimal() and len(value.text) < 10:
            return int(value.text)
        self.wrong(value, name, "a whole number", f"write {name}: 1")
        return 0

    def moment(self, value: Value, name: str) -> datetime | None:
        """Return a date, with its time where one is given."""
        data = value.data
        if data is None:
            return None
        if isinstance(data, list | dict | bool | time):
            self.wrong(value, name, "a date", "write it like 2026-11-20 or 2026-11-20 09:00")
            return None
        try:
            return moment_in(value, self.zone)
        except DateError as error:
            self.manuscript.report_at("parse/bad-date", str(error), value, error.hint)
        except OverflowError:
            self.manuscript.report_at("parse/bad-date", "no such moment", value)
        return None
