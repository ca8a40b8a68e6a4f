"""Lines `Key: value` at the top of a file, with no fence above them and an empty line below, become values."""

import re
from itertools import takewhile

from sitegen.base.dates import day_in
from sitegen.base.patterns import regex
from sitegen.parse.matter.keys import ELSEWHERE, meaning, squeeze
from sitegen.parse.matter.values import Entry, Table, Value, scalar

_LINE = regex(
    r"(?:\.\. |[*-] (?=\*\*))?(?P<bold>\*\*)?(?P<key>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,2})"
    r"(?(bold)(?:[:：]\*\*|\*\*[:：]|(?P<whole>[:：]))|(?:::?|：))"
    r"(?:(?:(?<=：)|[ \t]+)(?P<value>.*?))?(?(whole)(?<=[^*])\*\*[ \t]*)"
)
"""Such a line, whose key, or all of which, may be in bold."""
_TIGHT = regex(r"(?P<key>[^\W\d_][\w-]*):(?P<value>(?!//)\S.*)")
"""Such a line without the space, which counts among others."""
_BLOCK = ("title", "author", "date")
_MORE = regex(r"(?: {4,}|\t)[ \t]*(\S.*)")
_SPACES = " \t"
_BESIDE = regex(
    r"(?<![ \t])[ \t]+[|·•][ \t]+"
    r"(?=(?P<bold>\*\*)?(?P<key>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*)?)(?:[:：]|\*\*[:：])[ \t*])"
)
"""What parts several such in one line."""
_OF_NUMBERS = regex(r"\d[./-]\d")
_QUOTED = regex(r"\"[^\"]+\"|'[^']+'|“[^“”]+”")
"""A value that was meant for YAML, or that somebody has cited."""
_RULE = regex(r" {0,3}(?:-{3,}|\*{3,}|_{3,})[ \t]*")
"""What parts them from the text."""
_ENDS = ("---", "...")
"""What stands for the empty line. Below a single line it would make that a heading."""
FOR_SEARCH = frozenset((
    "metatitle", "seotitle", "focuskeyword", "focuskeyphrase", "primarykeyword", "secondarykeywords", "targetkeyword",
    "seokeywords", "metakeywords",
))  # fmt: skip
"""Keys that say nothing to readers."""
COUNTS = frozenset(("wordcount", "readingtime", "readtime", "estimatedreadingtime"))
"""Keys of what the page says anyway."""
OF_DESKS = frozenset(
    ("owner", "assignee", "assigned", "assignedto", "reviewer", "lasteditedby", "priority", "deadline")
)
"""Keys by which a newsroom plans, as boards of Notion have them."""
_FOR_SEARCH_ALONE = FOR_SEARCH | {"metadescription"}
"""Keys one of which is among items of a list that are such lines: others may be of a work that the text tells of."""
_ITEMS = ("- ", "* ")
_TELLING = FOR_SEARCH | {"title", "date", "metadescription"}
"""Text may well begin with `Note: …`; lines that name none of these keys are text."""


def read_metalines(
    text: str, duplicates: list[Entry], *, before: int, others: bool = False
) -> tuple[Table, int] | None:
    """Return the values and how many lines they take; None where `text` begins with text.

    A line that is indented goes on with the value above. Repeated keys go to `duplicates`. Lines that have others
    `before` them, a heading, hold nothing but keys of the format, unless they may hold `others`. So do lines in bold
    with empty ones between them.
    """
    table: Table = {}
    repeated: list[Entry] = []
    entry: Entry | None = None
    listed = False
    number, lines = 0, text.split("\n")
    for number, line in enumerate(lines, start=1):
        if not line.strip() and all(map(is_key, table)) and _goes_on(lines, number - 1):
            continue
        if not line.strip() or (len(table) > 1 and line.rstrip() in _ENDS):
            break
        tight = not before and len(table) > 1 and any(map(_tells, table))
        if match := _LINE.fullmatch(line) or (_TIGHT.fullmatch(line) if tight else None):
            listed = listed or line[:2] in _ITEMS
            for entry in _entries(match, before + number):
                if entry.key in table:
                    repeated.append(entry)
                else:
                    table[entry.key] = entry
        elif entry and (more := _MORE.fullmatch(line)):
            entry.value.text = f"{entry.value.text} {more[1].rstrip(_SPACES)}".lstrip()
            entry.value.data = entry.value.text
            entry.value.text_line = 0
        else:
            return None
    if not any(map(_tells, table)) or (before and not others and not all(map(is_key, table))):
        return None
    if listed and not (all(map(is_key, table)) and any(squeeze(key) in _FOR_SEARCH_ALONE for key in table)):
        return None
    duplicates.extend(repeated)
    below = next((at for at in range(number, len(lines)) if lines[at].strip()), number)
    return table, below + 1 if _RULE.fullmatch("".join(lines[below : below + 1])) else number


def read_title_block(text: str) -> tuple[Table, int] | None:
    """Return the values of lines `% …` as Pandoc has them (title, authors, day), and how many lines they take."""
    lines = list(takewhile(lambda line: line.startswith("%"), text.split("\n")))
    if len(lines) > len(_BLOCK) or text.split("\n")[len(lines) :][:1] not in ([], [""]):
        return None
    table: Table = {}
    for number, (key, line) in enumerate(zip(_BLOCK, lines, strict=False), start=1):
        if said := line[1:].strip():
            column = line.index(said) + 1
            table[key] = Entry(key, number, column, len(said), Value(said, said, number, column, len(said), number))
    return table, len(lines)


def _goes_on(lines: list[str], at: int) -> bool:
    """Tell whether above and below an empty line stand keys of the format in bold, the one below in a line alone."""
    above, below, behind = (lines[number] if number < len(lines) else "" for number in (at - 1, at + 1, at + 2))
    found = [_LINE.fullmatch(line) for line in (above, below)]
    return not behind.strip() and all(match and match["bold"] and is_key(_meant(match)) for match in found)


def _tells(key: str) -> bool:
    return meaning(key) in _TELLING or squeeze(key) in _TELLING


def is_key(key: str) -> bool:
    """Tell whether a key says something here, or nothing to readers."""
    return bool(meaning(key)) or squeeze(key) in FOR_SEARCH | COUNTS | OF_DESKS


def is_vague(key: str, entry: Entry) -> bool:
    """Tell whether a value is to be a day and names none: "July 2026" or "spring", but not "2026-07-40"."""
    text = entry.value.text
    return meaning(key) in ("date", "updated") and not is_day(text) and not _OF_NUMBERS.search(text)


def _meant(match: re.Match[str]) -> str:
    """Return the key that a line has, in English; "Data" is the day only where a day follows."""
    key = ELSEWHERE.get(match["key"].casefold(), match["key"])
    return match["key"] if key == "date" and not is_day(match["value"] or "") else key


def is_day(text: str) -> bool:
    """Tell whether a text is no more than a day."""
    return day_in(text.strip(" *")) is not None


def _entries(match: re.Match[str], line: int) -> list[Entry]:
    """Return the values of a line, which may have several keys that say something here."""
    entry = _entry(match, line)
    beside = _BESIDE.search(match.string, match.start("value")) if match["value"] else None
    if not beside or not is_key(entry.key) or not is_key(ELSEWHERE.get(beside["key"].casefold(), beside["key"])):
        return [entry]
    first, rest = (
        _LINE.fullmatch(match.string, match.start(), beside.start()),
        _LINE.fullmatch(match.string, beside.end()),
    )
    return [_entry(first, line), *_entries(rest, line)] if first and rest else [entry]


def _entry(match: re.Match[str], line: int) -> Entry:
    text = (match["value"] or "").rstrip(_SPACES)
    key = _meant(match)
    column = match.start("value") + 1 if text else match.end() + 1
    if _QUOTED.fullmatch(text):
        text, column = text[1:-1], column + 1
    elif text[:1] == "[" and text[:2] != "[[" and text[-1:] == "]" and meaning(key) in ("tags", "authors"):
        text, column = ", ".join(item.strip().strip("\"'") for item in text[1:-1].split(",")), column + 1
    return Entry(
        key,
        line,
        match.start("key") + 1,
        len(match["key"]),
        Value(scalar(text), text, line, column, max(len(text), 1), line),
    )
