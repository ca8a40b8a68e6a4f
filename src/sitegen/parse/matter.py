"""A file's text becomes front matter, as values with places, and the text below it."""

import re

import frontmatter
from frontmatter.default_handlers import BaseHandler

from sitegen.base.noun import Struct, field
from sitegen.parse.metalines import read_metalines
from sitegen.parse.shortcodes import is_spoken
from sitegen.parse.toml import read_toml
from sitegen.parse.values import Entry, MatterError, Table
from sitegen.parse.yaml import read_yaml

_FENCES = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE),
}
# Others name the language behind the fence. JSON is YAML.
_MEANT_END = re.compile(r"^(?:---(?=[^\s-])|\+\+\+(?=[^\s+]))", re.MULTILINE)
"""A fence with the beginning of the text in its line."""
_NAMED = {"---yaml": "---", "---json": "---", "---toml": "+++"}
_BRACES = re.compile(r"\{[ \t]*(?:\".*\}|\n\s*\"(?s:.*?)\n\})[ \t]*(?:\n|$)")
"""An object of JSON in one line, or up to a line that is its closing brace."""
_WRAPPED = re.compile(
    r"\s*(?P<before>[^\n`]{1,200}\n\s*)?```(?:markdown|md)[ \t]*\n(?P<text>.*\n)```\s*(?P<after>[^\n`]{1,300}\s*)?",
    re.DOTALL,
)
"""A text as code, which chat assistants hand over and nobody means, with a line of theirs before and behind."""
_ANNOUNCED = re.compile(r"([^\n]{1,200})\n\s*\n(?=---\n[\w-]+:)")
"""A line above front matter."""
_WHOLE = ("# ", "---\n", "+++\n")
"""How a text begins that is all of an article."""
_COMMENT = re.compile(r"<!--[ \t]*\n((?:\.\. [^\n]*\n)+)[ \t\n]*-->[ \t]*(?:\n|$)")
"""Lines `.. key: value` in a comment, as Nikola writes them."""
_HEADING = re.compile(r"# [^\n]+\n[ \t]*\n")


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


class _Handler(BaseHandler):
    """Reads one kind of front matter and remembers where it stood."""

    def __init__(self, fence: str, skipped: int, *, toml: bool) -> None:
        super().__init__(_FENCES[fence], fence, fence)
        self.closing = _FENCES[fence]
        self.fence = fence
        self.toml = toml
        self.matter = Matter()
        self.skipped = skipped
        self.end = 0
        """Where the text below begins; 0 where the front matter has no end."""

    def split(self, text: str) -> tuple[str, str]:
        opening = text.find("\n") + 1
        closing = self.closing.search(text, opening) if opening else None
        if closing is None:
            raise ValueError(self.fence)
        block = text[opening : closing.start()]
        self.matter.body_line = self.skipped + text.count("\n", 0, closing.end()) + 2
        self.end = closing.end() + 1
        return block, text[self.end :]

    def load(self, fm: str) -> Table:
        first = self.skipped + 2
        table = read_toml(fm, first) if self.toml else read_yaml(fm, first, self.matter.duplicates)
        self.matter.table = table
        return table


def split_matter(text: str) -> Matter:
    """Return the parts of a text. A mistake is in `error`; the body is there all the same."""
    if "```m" in text[:300] and (wrapped := _WRAPPED.fullmatch(text)):
        said = [part for part in ("before", "after") if wrapped[part]]
        if not said or (wrapped["text"].startswith(_WHOLE) and _is_said(wrapped["before"] or "")):
            matter = _split("\n" * text.count("\n", 0, wrapped.start("text")) + wrapped["text"])
            matter.said = tuple((wrapped[part].strip(), text.count("\n", 0, wrapped.start(part))) for part in said)
            return matter
    announced = _ANNOUNCED.match(text) if text[:1].isalpha() and "\n---\n" in text[:300] else None
    if announced and is_spoken(announced[1]):
        matter = _split("\n" * announced[0].count("\n") + text[announced.end() :])
        matter.said = ((announced[1].strip(), 0),)
        return matter
    return _split(text)


def _is_said(line: str) -> bool:
    """Tell whether a line hands over what follows."""
    return not line or line.rstrip().endswith((":", "!"))


def _split(text: str) -> Matter:
    start = text.lstrip()
    skipped = text[: len(text) - len(start)].count("\n")
    fence = start[:3]
    first_line = start.partition("\n")[0].rstrip()
    meant = _NAMED.get(first_line, first_line)
    if fence not in _FENCES or meant not in _FENCES or text[: len(text) - len(start)].strip("\n\r"):
        return _unfenced(text)
    handler = _Handler(fence, skipped, toml=meant == "+++")
    try:
        frontmatter.parse(start, handler=handler)
    except MatterError as error:
        handler.matter.error = error
    handler.matter.body = start[handler.end :]
    if not handler.end:
        _unended(handler.matter, start, fence, skipped)
    return handler.matter


def _unended(matter: Matter, text: str, fence: str, skipped: int) -> None:
    """Say that the front matter has no end, and where that may be meant."""
    message, hint = (
        f"the front matter that begins with {fence} never ends",
        f"add a line with {fence} after the last key",
    )
    matter.body_line = line = skipped + 1
    if meant := _MEANT_END.search(text, text.find("\n") + 1):
        matter.body_line = line = line + text.count("\n", 0, meant.start())
        matter.body = text[meant.end() :]
        message, hint = (
            f"more follows in the line that ends the front matter with {meant[0]}",
            f"break it after {meant[0]}",
        )
    matter.error = MatterError(message, line, 1, hint, 3)


def _unfenced(text: str) -> Matter:
    """Return the parts of a text without a fence, which lines `Key: value` or JSON may begin, or follow the heading.

    A comment may stand around the lines.
    """
    matter = Matter(body=text)
    if text[:1] == "{" and (braces := _BRACES.match(text)):
        try:
            matter.table = read_yaml(braces[0], 1, matter.duplicates)
        except MatterError as error:
            matter.error = error
        matter.body = text[braces.end() :]
        matter.body_line = 1 + braces[0].count("\n")
    elif (text[:1].isalpha() or text[:2] == "**") and (found := read_metalines(text, matter.duplicates)):
        matter.table, lines = found
        matter.body = "\n".join(text.split("\n")[lines:])
        matter.body_line = lines + 1
    elif (comment := _COMMENT.match(text)) and (
        found := read_metalines(comment[1].rstrip("\n"), matter.duplicates, before=1, others=True)
    ):
        matter.table = found[0]
        matter.body = text[comment.end() :]
        matter.body_line = 1 + comment[0].count("\n")
    elif (heading := _HEADING.match(text)) and (
        found := read_metalines(text[heading.end() :], matter.duplicates, before=heading[0].count("\n"))
    ):
        matter.table, lines = found
        rest = text[heading.end() :].split("\n")[lines:]
        matter.body = "\n".join((heading[0] + "\n" * (lines - 1), *rest))
    return matter
