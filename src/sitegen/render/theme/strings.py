"""The words of the interface, by language: from the `strings/LANGUAGE.toml` of every rung of the theme."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from sitegen.base.diagnostics import Span, problem
from sitegen.base.languages import lookups, plural_form
from sitegen.base.noun import Noun
from sitegen.base.toml import TomlError, read_values
from sitegen.model.theme import Theme, ThemeFile
from sitegen.render.theme.faults import TemplateError

_RTL_SCRIPTS = frozenset(("adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa"))
_RTL_LANGUAGES = frozenset((
    *("ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd"),
    *("syr", "ug", "ur", "yi"),
))  # fmt: skip
"""Languages that are usually written in one of these scripts."""


def direction(language: str) -> str:
    """Return `rtl` or `ltr`: that of the script where the language names one, else of its usual script."""
    first, *rest = language.casefold().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    return "rtl" if (script in _RTL_SCRIPTS if script else first in _RTL_LANGUAGES) else "ltr"


class Strings(Noun):
    """The words of one language, English where it has none."""

    language: str
    texts: Mapping[str, str]
    months: tuple[str, ...]
    """Twelve, or none where the language has no table."""
    months_alone: tuple[str, ...]
    """As they are called without a day, which is another form in Slavic languages."""
    short_months: tuple[str, ...]
    formats: Mapping[str, str]
    """`date`, `short_date`, `month`: with `{day}`, `{month}`, `{year}`; `first` (of a month), `thousands`, `digits`."""

    @property
    def keys(self) -> Iterable[str]:
        """The names of all texts."""
        return self.texts.keys()

    def say(self, key: str, values: Mapping[str, object]) -> str | None:
        """Return a text with its values; where `count` takes a form of its own (`KEY_one`, `KEY_few`), that one."""
        count = values.get("count")
        form = plural_form(self.language, count) if isinstance(count, int) else ""
        text = self.texts.get(f"{key}_{form}") if form else None
        text = text if text is not None else self.texts.get(key)
        if text is None:
            return None
        for name, value in values.items():
            shown = self.number(value) if isinstance(value, int) else str(value)
            text = text.replace("{" + name + "}", shown)
        return text

    def number(self, value: int) -> str:
        """Return a whole number with the language's separator of thousands."""
        return self.digits(f"{value:,}".replace(",", self.formats.get("thousands", ",")))

    def digits(self, text: str) -> str:
        """Return a text of figures with the language's own: `۲۰۲۶` in Persian."""
        own = self.formats.get("digits", "")
        return text.translate(str.maketrans("0123456789", own)) if own else text


def read_strings(language: str, theme: Theme, read: Callable[[ThemeFile], str]) -> Strings:
    """Return the words of a language: the region's over the language's over English, higher rungs over lower."""
    texts: dict[str, str] = {}
    dates: dict[str, object] = {}
    names = lookups(language)
    primary = names[0]
    for name in dict.fromkeys(("en", *names)):
        said: dict[str, str] = {}
        for file in reversed(theme.templates.get(f"strings/{name}.toml", ())):
            table = _table(read(file), file)
            found = table.pop("dates", {})
            if name != "en" or primary == "en":
                dates.update(found)
            said.update((key, str(value)) for key, value in table.items())
        if name == primary:
            for key in said:
                texts.pop(f"{key}_one", None)  # the English form of a text that is not in English any more
        texts.update(said)
    months = cast("list[str]", dates.pop("months", []))
    alone = cast("list[str]", dates.pop("months_alone", months))
    short = cast("list[str]", dates.pop("short_months", months))
    formats = {key: str(value) for key, value in dates.items()}
    return Strings(language, texts, tuple(months), tuple(alone), tuple(short), formats)


def _table(text: str, file: ThemeFile) -> dict[str, Any]:
    try:
        table = read_values(text, file.path)
    except TomlError as error:
        raise TemplateError(problem("render/template-syntax", error.message, error.span, error.hint)) from error
    dates = table.get("dates", {})
    if not isinstance(dates, dict):
        raise _wrong('"dates" must be a table', "write it as [dates]", file)
    digits = dates.get("digits", "0123456789")
    if not isinstance(digits, str) or len(digits) != 10:
        raise _wrong('"dates.digits" must be the ten figures, from 0 to 9', "write them as one text", file)
    for key in ("months", "months_alone", "short_months"):
        names = dates.get(key, [])
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise _wrong(f'"dates.{key}" must be a list of names', "write all twelve, each in quotes", file)
    return table


def _wrong(message: str, hint: str, file: ThemeFile) -> TemplateError:
    return TemplateError(problem("render/template-syntax", message, Span(file.path), hint))
