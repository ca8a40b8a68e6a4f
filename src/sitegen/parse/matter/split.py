"""A file's text becomes front matter, as values with places, and the text below it.

What YAML takes for a comment, an author may mean as words: "Why issue #5 matters", `tags: #health`.
"""

import re
from collections.abc import Iterator, Sequence

from sitegen.base.patterns import regex
from sitegen.parse.draw.shortcodes import is_spoken
from sitegen.parse.matter.fenced import read_fenced
from sitegen.parse.matter.keys import meaning
from sitegen.parse.matter.metalines import is_day, is_key, is_vague, read_metalines, read_title_block
from sitegen.parse.matter.values import Entry, Matter, MatterError, Table, Value
from sitegen.parse.matter.yaml import read_yaml

_FENCES = {"---": regex(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE), "+++": regex(r"^\+\+\+[ \t]*$", re.MULTILINE)}
# Others name the language behind the fence. JSON is YAML.
_NAMED = {"---yaml": "---", "---json": "---", "---toml": "+++"}
_BRACES = regex(r"\n*(?P<table>(?P<indent>[ \t]*)\{[ \t]*(?:\".*\}|\n\s*\"(?s:.*?)\n(?P=indent)\}))[ \t]*(?:\n|$)")
"""An object of JSON in one line, or up to a line that is its closing brace."""
_EXPORTED = regex(
    r"(?:import\s[^\n]+\n\s*)*export const (?:metadata|meta|front[mM]atter)(?:: \w+)? = "
    r"(?P<table>\{(?s:.*?)\n\});?[ \t]*(?:\n|$)"
)
"""What pages of Next.js say of themselves, which YAML can read where it is plain."""
_WRAPPED = regex(
    r"\s*(?P<before>[^\n`]{1,200}\n\s*)?(?P<fence>`{3,4})(?:markdown|md)[ \t]*\n(?P<text>.*\n)(?P=fence)\s*"
    r"(?P<after>[^\n`]{1,300}\s*)?",
    re.DOTALL,
)
"""A text as code, which chat assistants hand over and nobody means, with a line of theirs before and behind."""
_RULE = r"(?:-{3,}|\*{3,}|_{3,})[ \t]*\n"
_ANNOUNCED = regex(
    rf"([^\n]{{1,200}})\n\s*\n(?:(?=---\n[\w-]+:)|(?:{_RULE}\s*)?(?=#{{1,3}} |\*\*(?:head|tit)[a-z]+(?::\*\*|\*\*:) ))",
    re.IGNORECASE,
)
"""A line above front matter, or above the title."""
_HANDED = regex(
    r"(?:[^\n:]{1,40}[!,.]\s)?(?:here(?:['’]s| is)|below is)\b[^\n:]{0,80}"
    r"\b(?:article|draft|post|story|piece|markdown)\b[^\n:]{0,80}:\s*",
    re.IGNORECASE,
)
"""What hands over a text, where one begins right below."""
_AGREES = regex(r"(?:certainly|sure|of course|absolutely)[!,.]\s", re.IGNORECASE)
"""How such a line begins that needs no colon."""
_ADDED = regex(
    rf"(?P<above>\n[ \t]*\n{_RULE}\s*"
    r"(?:(?:#{1,6} [^\n]{1,60}|[*_]{0,3}\w[\w ]{1,30}[*_]{0,3}:[^\n]{1,300})\n\s*){0,12})(?P<said>[^\n]{1,300})\s*\Z"
)
"""A line below the rule that ends a text; what an editor is told of it may stand between them."""
_LAST = 1500
"""Characters among which such a line stands."""
_WHOLE = ("# ", "---\n", "+++\n")
"""How a text begins that is all of an article."""
_COMMENT = regex(r"<!--[ \t]*\n((?:\.\. [^\n]*\n)+)[ \t\n]*-->[ \t]*(?:\n|$)")
"""Lines `.. key: value` in a comment, as Nikola writes them."""
_UNOPENED = regex(
    r"(?P<matter>(?>(?:\w[\w-]*+:(?:[ \t].*)?\n(?>(?:(?:- |[ \t]+\S).*\n)*)){2,})(?>(?:[ \t]*\n)*))---[ \t]*(?:\n|$)"
)
"""Front matter of YAML whose first fence is missing, as Hexo writes it."""
_CODE = regex(r"```ya?ml[ \t]*\n(?:---[ \t]*\n)?(?P<matter>(?:(?!---|```).*\n)+)(?:---[ \t]*\n)?```[ \t]*(?:\n|$)")
"""Front matter as code, as chat assistants show it."""
_SECOND = regex(r"\s*(?P<matter>(---|\+\+\+)[ \t]*\n(?:(?:- |[ \t]+\S|\w[\w-]*[ \t]*[:=]).*\n)+\2[ \t]*(?:\n|$))")
"""Another front matter right below the first, as programs leave it that put theirs above one that is there."""
_SURE = ("title", "date", "description")
_ITEMS = ("- **", "* **")
"""How an item of a list begins that may be a line `Key: value` in bold."""
_HEADING = regex(r"# [^\n]+\n(?:[ \t]*\n|(?=\*\*))")
_AROUND_TITLE = "#*_ \n"
_FEWEST = 2
"""Keys of ours: beside each one more there may be one of another program's."""

_KEYS = ("title", "description", "tags")
"""Keys whose values readers see, and in which a # may stand."""
_CUT_OFF = regex(r"[ \t]*(#\w.*)")
_REMARK = regex(r"[ \t]#\w")
_MARKS = tuple("'\"|>")


def split_matter(text: str) -> Matter:
    """Return the parts of a text. A mistake is in `error`; the body is there all the same."""
    if "```m" in text[:300] and (wrapped := _WRAPPED.fullmatch(text)):
        said = [part for part in ("before", "after") if wrapped[part]]
        if not said or (wrapped["text"].startswith(_WHOLE) and _is_said(wrapped["before"] or "")):
            matter = _split("\n" * text.count("\n", 0, wrapped.start("text")) + wrapped["text"])
            matter.said = tuple((wrapped[part].strip(), text.count("\n", 0, wrapped.start(part))) for part in said)
            return matter
    lines: list[tuple[str, int]] = []
    if text[:1].isalpha() and (announced := _ANNOUNCED.match(text)) and _announces(announced[1]):
        lines.append((announced[1].strip(), 0))
        text = "\n" * announced[0].count("\n") + text[announced.end() :]
    if (added := _ADDED.search(text, max(len(text) - _LAST, 0))) and is_spoken(added["said"]):
        lines.append((added["said"].strip(), text.count("\n", 0, added.start("said"))))
        text = text[: added.start("said") if ":" in added["above"] else added.start() + 1]
    matter = _split(text)
    matter.said = tuple(lines)
    return matter


def _announces(line: str) -> bool:
    handed = f"{line.removesuffix('.')}:" if _AGREES.match(line) else line
    return is_spoken(line) or bool(_HANDED.fullmatch(handed))


def _is_said(line: str) -> bool:
    """Tell whether a line hands over what follows."""
    line = line.rstrip()
    return not line or line.endswith((":", "!")) or bool(_HANDED.fullmatch(f"{line.removesuffix('.')}:"))


def _split(text: str) -> Matter:
    start = text.lstrip()
    skipped = text[: len(text) - len(start)].count("\n")
    fence = start[:3]
    first_line = start.partition("\n")[0].rstrip()
    meant = _NAMED.get(first_line, first_line)
    if fence not in _FENCES or meant not in _FENCES or text[: len(text) - len(start)].strip("\n\r"):
        return next(filter(None, (read(text) for read in _FORMS)), Matter(body=text))
    matter = read_fenced(start, fence, _FENCES[fence], skipped=skipped, toml=meant == "+++")
    if matter.table and matter.error is None and (more := _SECOND.match(matter.body)):
        _add(matter, more)
    return matter


def _add(matter: Matter, more: re.Match[str]) -> None:
    """Add what a second front matter says; what both say is as the first has it."""
    above = matter.body_line + more.group(0).count("\n", 0, more.start("matter"))
    second = _split("\n" * (above - 1) + more["matter"])
    if second.error is None and any(meaning(key) in _SURE for key in second.table):
        matter.table = {**second.table, **matter.table}
        matter.body, matter.body_line = matter.body[more.end() :], second.body_line
        matter.duplicates += second.duplicates
        matter.second = above


def _in_module(text: str) -> Matter | None:
    """Read what a module of MDX exports, behind what it imports."""
    exported = _EXPORTED.match(text) if text[:6] in ("export", "import") else None
    if not exported:
        return None
    matter = Matter(body=text)
    try:
        line = 1 + text.count("\n", 0, exported.start("table"))
        matter.table = read_yaml(exported["table"], line, matter.duplicates)
    except MatterError:
        return matter
    return _with_body(matter, text, exported)


def _in_braces(text: str) -> Matter | None:
    """Read an object of JSON."""
    braces = _BRACES.match(text) if text.lstrip()[:1] == "{" else None
    if not braces:
        return None
    matter = Matter(body=text)
    try:
        line = 1 + braces.start("table")  # all above is empty lines
        matter.table = read_yaml(braces["table"], line, matter.duplicates)
    except MatterError as error:
        matter.error = error
    return _with_body(matter, text, braces)


def _in_lines(text: str) -> Matter | None:
    """Read lines `Key: value`, or those of Pandoc that begin with `%`."""
    start = text.lstrip("\n")
    above = len(text) - len(start)
    matter = Matter(body=text)
    found = None
    if text[:2] == "% ":
        found = read_title_block(text)
    elif text[:1].isalpha() or start[:2] == "**" or start[:4] in _ITEMS:
        found = read_metalines(start, matter.duplicates, before=above)
    if not found:
        return None
    matter.table, lines = found
    matter.body = "\n".join(start.split("\n")[lines:])
    matter.body_line = above + lines + 1
    return matter


def _unopened(text: str) -> Matter | None:
    """Read front matter that only ends with a fence, where it names a title."""
    found = _UNOPENED.match(text) if text[:1].isalpha() else None
    if not found:
        return None
    matter = Matter()
    try:
        matter.table = read_yaml(found["matter"], 1, matter.duplicates)
    except MatterError as error:
        matter.error = error
    keys = (line.partition(":")[0] for line in found["matter"].split("\n"))
    return _with_body(matter, text, found) if any(meaning(key) == "title" for key in keys) else None


def _in_code(text: str) -> Matter | None:
    """Read front matter of YAML that stands as code, where it names a title or a day."""
    found = _CODE.match(text) if text[:4] == "```y" else None
    if not found:
        return None
    matter = Matter()
    try:
        matter.table = read_yaml(found["matter"], 1 + text.count("\n", 0, found.start("matter")), matter.duplicates)
    except MatterError:
        return None
    return _with_body(matter, text, found) if any(meaning(key) in _SURE for key in matter.table) else None


def _in_comment(text: str) -> Matter | None:
    """Read lines `.. key: value` with a comment around them."""
    comment = _COMMENT.match(text)
    matter = Matter(body=text)
    found = read_metalines(comment[1].rstrip("\n"), matter.duplicates, before=1, others=True) if comment else None
    if not comment or not found:
        return None
    matter.table = found[0]
    return _with_body(matter, text, comment)


def _with_body(matter: Matter, text: str, read: re.Match[str]) -> Matter:
    """Put the text behind what was read into the matter."""
    matter.body = text[read.end() :]
    matter.body_line = 1 + read[0].count("\n")
    return matter


def _reviews(table: Table, heading: str) -> bool:
    """Tell whether values are those of a book or a film: they have another title than the heading above, and no day."""
    said = {meaning(key): entry.value.text for key, entry in table.items()}
    other = said.get("title", heading).strip(_AROUND_TITLE) != heading.strip(_AROUND_TITLE)
    return other and not is_day(said.get("date", ""))


def _below_heading(text: str) -> Matter | None:
    """Read lines `Key: value` below the heading that a text begins with.

    Of several, those of unknown keys stay, and so do those with a month or a year where a day would stand.
    """
    heading = _HEADING.match(text)
    if not heading:
        return None
    matter = Matter(body=text)
    text, above = text[heading.end() :], heading[0].count("\n")
    repeated: list[Entry] = []
    found = read_metalines(text, repeated, before=above, others=True)
    known = {key: entry for key, entry in found[0].items() if is_key(key)} if found else {}
    if not found or len(found[0]) - len(known) > max(0, len(known) - _FEWEST) or _reviews(known, heading[0]):
        return matter
    matter.table = known = {key: entry for key, entry in known.items() if not is_vague(key, entry)}
    matter.duplicates += repeated
    starts = {entry.line - above: entry.key for entry in (*found[0].values(), *repeated)}
    lines = text.split("\n")
    stays = False
    for at in range(found[1]):
        stays = starts[at + 1] not in known if at + 1 in starts else stays
        lines[at] = lines[at] if stays else ""
    matter.body = heading[0] + "\n".join(lines)
    return matter


_FORMS = (_in_module, _in_braces, _in_code, _in_lines, _unopened, _in_comment, _below_heading)
"""What front matter without a fence may be, in the order in which they are tried."""


def cut_off(table: Table, lines: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return what is not read, with its line and column.

    A # with a space behind it is a comment as people write it, and so is one behind other keys: who writes those in
    one word means all of them.
    """
    found = [
        cut
        for entry in table.values()
        if meaning(entry.key) in _KEYS
        for value in (entry.value.data if isinstance(entry.value.data, list) else (entry.value,))
        for cut in _behind(value, _written_row(lines, value.line))
    ]
    others = (_written_row(lines, entry.line) for entry in table.values() if meaning(entry.key) not in _KEYS)
    return [] if found and any(_REMARK.search(row) for row in others) else found


def _written_row(lines: Sequence[str], line: int) -> str:
    return lines[line - 1] if 0 < line <= len(lines) else ""


def _behind(value: Value, row: str) -> Iterator[tuple[str, int, int]]:
    start = value.column - 1
    if value.data is None or (isinstance(value.data, str) and not row.startswith(_MARKS, start)):
        found = _CUT_OFF.match(row, start + len(value.text))
        if found and row.startswith(value.text, start):
            yield found[1].rstrip(), value.line, found.start(1) + 1
