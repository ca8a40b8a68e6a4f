"""The Markdown of one file becomes its body, its FAQ, and what both say of the article."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Any

from markdown_it.token import Token

from sitegen.base.noun import Struct, field
from sitegen.base.text import letters
from sitegen.model.body import Body, Faq, Heading, Slot
from sitegen.parse.blocks import Block, top_headings
from sitegen.parse.draw.elements import draw
from sitegen.parse.draw.footnotes import Definition, cut_definitions, draw_footnotes
from sitegen.parse.draw.lines import draw_line, unlink
from sitegen.parse.draw.sheet import Sheet, flat
from sitegen.parse.faq.endings import calls
from sitegen.parse.faq.sections import Section, asked_beside, is_title, take_faqs
from sitegen.parse.features.byline import (
    Byline,
    take_byline,
    take_signature,
    title_apart,
    with_standfirst,
    without_signs,
)
from sitegen.parse.features.callouts import closed, not_in_text, opening, with_front_callouts
from sitegen.parse.features.endlines import Told, take_lines
from sitegen.parse.features.furniture import take_furniture
from sitegen.parse.features.lead import lead
from sitegen.parse.features.openers import may_open
from sitegen.parse.features.outline import arrange
from sitegen.parse.features.rawlinks import bared
from sitegen.parse.features.structured import not_said, spelled_out, take_structured
from sitegen.parse.headings import take_title, with_bold_headings
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.markdown import Markdown
from sitegen.parse.matter.values import FrontCallout, Value
from sitegen.parse.places import pin, settle
from sitegen.parse.syntax.emoji import as_spelled, emoji
from sitegen.parse.syntax.marks import abbreviate
from sitegen.parse.syntax.typographer import set_tokens
from sitegen.parse.tokens import (
    BLOCK,
    dressed,
    heading,
    inline,
    is_comment,
    paragraph,
    plain_text,
    shows_nothing,
    without_idle_rules,
)

Questions = list[tuple[Value, Value]]
"""(question, answer) of the front matter."""
Given = list[tuple[Value, list[Token]]]
"""The same, with the answers' tokens."""


class Text(Struct):
    """What the text of a file holds."""

    title: str
    byline: Byline
    told: Told
    body: Body = field(default_factory=lambda: Body(()))
    outline: list[Heading] = field(default_factory=list)
    faqs: list[Faq] = field(default_factory=list)
    front_faqs: int = 0
    """How many of them, the first, the front matter has."""
    lead: str = ""
    """The first paragraph, plain."""
    plain: str = ""
    """All text but code, plain."""
    further: Body = field(default_factory=lambda: Body(()))
    further_own: bool = True
    """Whether it can only mean articles of the site."""
    names: list[str] = field(default_factory=list)
    """Titles of further reading whose links lead nowhere yet."""
    labels: list[str] = field(default_factory=list)
    """What its other links say."""
    callouts: tuple[str, ...] = ()
    raw_ids: tuple[str, ...] = ()
    styles: str = ""
    """Style sheets of raw HTML."""


def _not_asked(given: Given, tokens: list[Token]) -> Given:
    """Return the questions of the front matter without those that the text asks and answers as well."""
    asked = {
        letters(plain_text(entry.question))
        for token in tokens
        if token.type == "faq_slot"
        for entry in token.meta["section"].entries
    }
    return [each for each in given if letters(each[0].text) not in asked] if asked else given


def _section(heading: Block) -> Iterator[Token]:
    """Yield the tokens below a heading, as far as its section goes."""
    following, tag = islice(heading.tokens, heading.end, None), heading.tag
    return takewhile(lambda below: below.type != "heading_open" or below.tag > tag, following)


def _asks_nothing(section: list[Token]) -> bool:
    """Tell whether nothing stands below a heading, or only a line that calls on readers."""
    line = Block(section).paragraph if len(section) == BLOCK else None
    return shows_nothing(section) or (line is not None and calls(plain_text(line)))


class Reading:
    """The parser, the sheet, and what they share while one text is read."""

    def __init__(self, md: Markdown, manuscript: Manuscript) -> None:
        self.md = md
        self.manuscript = manuscript
        self.env: dict[str, Any] = {"manuscript": manuscript}
        self.notes: dict[str, Definition] = {}
        self.sheet = Sheet(manuscript, md.options, self.env, md.own_draws)

    def read(
        self,
        body: str,
        line: int,
        text: Text,
        front: Questions,
        callouts: Sequence[FrontCallout],
        *,
        furnished: bool,
        contents: bool,
    ) -> Text:
        """Return a text with what a body that begins on a file line holds, the FAQ of the front matter first.

        `furnished` tells whether its page has a place for further reading and comments, `contents`, for its headings.
        """
        tokens = self.tokens(body, line)
        given = [(question, self.answer(answer)) for question, answer in front]
        before = len(tokens)
        tokens = self.take_top(tokens, text, lines=furnished)
        tokens = spelled_out(tokens, self.manuscript, self.tokens)
        structured, tokens = take_structured(tokens, self.manuscript)
        tokens, further = self.take_around(tokens, text, contents=contents) if furnished else (tokens, [])
        tokens = without_idle_rules(tokens) if len(tokens) < before else tokens
        set_tokens((*tokens, *further), self.manuscript)
        tokens, given = self.put_into_section(tokens, given)
        tokens = take_faqs(tokens, self.manuscript)
        given = _not_asked(given, tokens)
        text.front_faqs = len(given)
        if given:
            self.manuscript.claim_exactly("faq")
        tokens = with_bold_headings(tokens) if furnished else tokens
        if callouts:
            tokens = with_front_callouts(tokens, list(map(self.front_callout, not_in_text(callouts, tokens))))
        text.outline = arrange(tokens, self.manuscript)
        text.lead = lead(tokens)
        for question, answer in given:
            self.add_front(question, answer, text)
        for token in tokens:
            if token.type == "faq_slot":
                token.meta["slot"] = self.slot(token.meta["section"], text)
        tokens = [*tokens, *not_said(structured, self.manuscript, asked=bool(text.faqs))]
        self.write(tokens, further, text)
        return text

    def write(self, tokens: list[Token], further: list[Token], text: Text) -> None:
        """Write a text and its further reading, and take down what that shows."""
        parts = self.body(tokens).parts
        text.body = Body(parts + draw_footnotes(self.sheet, self.env, self.notes))
        text.plain = "".join(self.sheet.plain)
        text.further = self.body(further)
        text.callouts, text.raw_ids = tuple(self.sheet.callouts), tuple(self.sheet.raw_ids)
        text.styles = "\n".join(self.sheet.styles)

    def take_around(self, tokens: list[Token], text: Text, *, contents: bool) -> tuple[list[Token], list[Token]]:
        """Take off what stands around the text proper; return that, and what it lists as further reading."""
        text.told, tokens = take_lines(tokens, text.told)
        text.byline, tokens = take_signature(tokens, text.byline)
        further, tokens = take_furniture(tokens, self.manuscript, contents=contents)
        text.names, text.labels, text.further_own = further.names, further.labels, further.own
        text.told, tokens = take_lines(tokens, text.told)
        text.byline, tokens = take_signature(tokens, text.byline)
        return tokens, further.tokens

    def take_top(self, tokens: list[Token], text: Text, *, lines: bool) -> list[Token]:
        """Take the title and the byline off the top, in either order; `lines` tells whether a line can be the title."""
        start = next((at for at, token in enumerate(tokens) if not is_comment(token)), 0)
        if start:
            return [*tokens[:start], *self.take_top(tokens[start:], text, lines=lines)]
        tokens = without_signs(tokens)
        tokens = title_apart(tokens) if lines and not text.title else tokens
        bare = bared(tokens) if lines else tokens
        text.byline, rest = take_byline(bare, text.byline)
        signed = len(rest) < len(bare) and rest[:1] == bare[:1]
        text.title, untitled = take_title(rest, text.title, lines=lines, signed=signed)
        text.byline, below = take_byline(untitled, text.byline)
        signed = (signed and untitled is rest) or (len(below) < len(untitled) and below[:1] == untitled[:1])
        top, said = Block(below), letters(text.told.description)
        repeats = top.kind == "heading_open" and said and letters(top.said) == said  # as subtitles do
        below = with_standfirst(below) if signed or repeats else below
        return below if bare is tokens else dressed(below)

    def tokens(self, text: str, line: int) -> list[Token]:
        """Return the tokens of a text that begins on a file line; their lines are the file's."""
        self.manuscript.first_line = line - 1
        if "\r" in text or "\0" in text:  # YAML can write them
            text = text.replace("\r", "\n").replace("\0", "\ufffd")
        tokens = self.md.parse(text, self.env)
        settle(tokens, self.manuscript)
        return cut_definitions(tokens, self.notes) if "footnotes" in self.env else tokens

    def line(self, value: Value) -> Token:
        """Return a value of one line as an inline token."""
        content = " ".join(value.text.split())
        line = inline(content, value.line - 1)
        line.children = self.md.inline.parse(content, self.md, self.env, [])
        settle([line], self.manuscript)
        set_tokens([line], self.manuscript)
        emoji([line], self.manuscript)
        abbreviate([line], self.env)
        return line

    def answer(self, value: Value) -> list[Token]:
        """Return the tokens of an answer of the front matter, or of what a callout there says."""
        text, line = value.text, value.text_line or value.line
        if "\n" in text or not text[:1].isalpha() or may_open(self.manuscript):
            tokens = self.tokens(text, line)
            set_tokens(tokens, self.manuscript)
            if not value.text_line:
                pin(tokens, value.line, value.column)
            return tokens
        # One line that begins with a letter is a paragraph, and so are most answers.
        return paragraph(self.line(value))

    def front_callout(self, callout: FrontCallout) -> list[Token]:
        """Return a callout of the front matter; its text may open with the phrase that says the kind."""
        inner = self.answer(callout.text)
        if not callout.title and inner[0].type == "callout_open":
            return inner
        line = callout.text.line
        written = callout.title.text if callout.title else ""
        opened = opening(callout.kind or "note", written, line - 1, self.manuscript)
        shown = Value(None, opened[2].content, line, callout.text.column, callout.text.width)
        opened[2] = self.line(callout.title or shown)
        return [*opened, *inner, closed()]

    def put_into_section(self, tokens: list[Token], given: Given) -> tuple[list[Token], Given]:
        """Return the tokens with what the front matter asks below a heading "FAQ" that has none there."""
        for title in top_headings(tokens) if given else ():
            if is_title(title.said) and _asks_nothing([*_section(title)]) and not asked_beside(title):
                tag = f"h{min(int(title.tag[1]) + 1, 6)}"
                asked = [each for question, answer in given for each in (*heading(self.line(question), tag), *answer)]
                return [*tokens[: title.end], *asked, *tokens[title.end :]], []
        return tokens, given

    def add_front(self, question: Value, answer: list[Token], text: Text) -> None:
        """Add a question of the front matter, with the tokens of its answer, to the FAQ."""
        asked = self.line(question)
        identity = self.manuscript.claim(as_spelled(asked), fallback="question")
        arrange(answer, self.manuscript, top=3)
        self.add(asked, answer, identity, text)

    def add(self, question: Token, answer: list[Token], identity: str, text: Text) -> None:
        """Add a question and its answer to the FAQ."""
        html = self.html(question)
        text.faqs.append(Faq(identity, plain_text(question), html, self.body(answer)))

    def slot(self, section: Section, text: Text) -> Slot:
        """Add the questions of a section and return what stands for it in the body."""
        start = len(text.faqs)
        for entry in section.entries:
            self.add(entry.question, entry.answer, entry.id, text)
        heading = self.html(section.heading) if section.heading else ""
        return Slot(start, len(text.faqs), heading, section.id)

    def body(self, tokens: list[Token]) -> Body:
        """Return block tokens as HTML with holes."""
        self.sheet.begin()
        draw(self.sheet, tokens)
        return self.sheet.finish()

    def html(self, line: Token) -> str:
        """Return a line that has no holes as HTML: links to the site's own files cannot stand in it."""
        unlink(line, self.manuscript)
        self.sheet.begin()
        draw_line(self.sheet, line)
        return flat(self.sheet.finish())


def line_html(value: Value, md: Markdown, manuscript: Manuscript) -> str:
    """Return a value of the front matter, one line of Markdown, as HTML."""
    if isinstance(value.data, list | dict) or not value.text.strip():
        return ""
    reading = Reading(md, manuscript)
    return reading.html(reading.line(value))
