"""What is written so far of one article's bodies, and what writing them has shown."""

from collections.abc import Callable, MutableMapping
from typing import Any

from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from sitegen.base.html import escape
from sitegen.model.body import Body, Part, Picture, Ref
from sitegen.parse.draw.formulas import Formulas
from sitegen.parse.draw.rawhtml import RawHtml
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.phrases import phrases

OwnDraw = Callable[[list[Token], int, OptionsDict, MutableMapping[str, Any]], str]
"""How an extension draws a token, as markdown-it has it."""


class Sheet:
    """Takes parts, and keeps count. `begin` and `finish` stand around each body."""

    def __init__(
        self, manuscript: Manuscript, options: OptionsDict, env: MutableMapping[str, Any], own: dict[str, OwnDraw]
    ) -> None:
        self.manuscript = manuscript
        self.options = options
        self.env = env
        self.own = own
        """What extensions draw, by token type."""
        self.words = phrases(manuscript.language)
        self.plain: list[str] = []
        """The text without code, for counting and for finding relatives."""
        self.callouts: list[str] = []
        self.raw_ids: list[str] = []
        self.styles: list[str] = []
        """Style sheets of raw HTML."""
        self.tables = 0
        self.formulas = Formulas()
        self.called: dict[int, int] = {}
        """How often each footnote has been called."""
        self.begin()

    def begin(self) -> None:
        """Begin a body."""
        self.parts: list[Part] = []
        self.text: list[str] = []
        self.depth = 0
        self.raw = RawHtml(self.manuscript, self.emit, self.formulas)

    def emit(self, part: Part) -> None:
        """Add a part."""
        if isinstance(part, str):
            self.text.append(part)
        else:
            self._flush()
            self.parts.append(part)

    def close(self) -> None:
        """Note that an element of the Markdown ends; what raw HTML opened in it ends before."""
        self.depth -= 1
        if self.raw.stack:
            self.raw.close_to(self.depth)

    def finish(self) -> Body:
        """Return the body."""
        self.raw.close_to(-1)
        self.raw_ids.extend(self.raw.tags.ids)
        self._flush()
        self.styles.extend(self.raw.styles)
        return Body(tuple(self.parts))

    def _flush(self) -> None:
        joined = "".join(self.text)
        if joined:
            self.parts.append(joined)
        self.text.clear()


def flat(body: Body) -> str:
    """Return a body as HTML where no hole can stand: what a hole would hold stays as it is written."""
    return "".join(_written(part) for part in body.parts)


def _written(part: Part) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Ref):
        return escape(part.written)
    return escape(part.alt) if isinstance(part, Picture) else ""
