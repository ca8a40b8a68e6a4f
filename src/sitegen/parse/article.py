"""A source and its bytes become an article and its content."""

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen.base.dates import at_midnight, date_in_path
from sitegen.base.digest import digest
from sitegen.base.text import count_words, shorten
from sitegen.model.article import Article, Content, FrontMatter, Parsed
from sitegen.model.body import Body, Faq, Heading, Slot
from sitegen.model.config import Config
from sitegen.model.source import Source
from sitegen.parse.faq import Section, take_faqs
from sitegen.parse.fields import read_fields
from sitegen.parse.footnotes import cut_definitions, footnote_tokens
from sitegen.parse.headings import arrange, cut_heading_attributes, plain_children, plain_text, take_title
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.markdown import Rules, markdown
from sitegen.parse.matter import Matter, split_matter
from sitegen.parse.people import split_names
from sitegen.parse.places import settle
from sitegen.parse.reading import Reader
from sitegen.parse.terms import terms
from sitegen.parse.values import Value
from sitegen.parse.writer import Writer

_WORDS_A_MINUTE = 220
_SUMMARY = 200
_BYLINE = re.compile(r"(?:\*{1,2}|_{1,2})?by:?\s+([^\W\d_][^.!?:\n]{1,60}?)(?:\*{1,2}|_{1,2})?\s*", re.IGNORECASE)


def parse(source: Source, data: bytes, config: Config, *, rules: Rules = ()) -> Parsed:
    """Return the article that one file holds, whole even where the file has mistakes.

    Of `config` only the site's time zone and language and `[markdown]` count; `rules` are those of extensions.
    """
    text, manuscript = _manuscript(source, data, config)
    matter = split_matter(text)
    _report_matter(matter, manuscript)
    md = markdown(rules)
    reader = Reader(manuscript, config.zone, lambda value: _inline(value, md, manuscript))
    meta, front = read_fields(matter.table, reader)
    draft = _Draft(meta, matter, manuscript, md, front)
    draft.read()
    draft.complete(source, config)
    return draft.finish(source, config)


def _manuscript(source: Source, data: bytes, config: Config) -> tuple[str, Manuscript]:
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    content_path = source.path.removeprefix("content/")
    return text, Manuscript(source.path, content_path, text, config.site.language, config.markdown)


def _report_matter(matter: Matter, manuscript: Manuscript) -> None:
    if matter.error:
        error = matter.error
        manuscript.report(
            "parse/front-matter", str(error), error.line, error.column, width=error.width, hint=error.hint
        )
    for entry in matter.duplicates:
        first = matter.table[entry.key].line if entry.key in matter.table else 0
        manuscript.report(
            "parse/duplicate-key", f'the key "{entry.key}" stands twice', entry.line, entry.column, width=entry.width,
            hint=f"remove one; the first is in line {first}" if first else "remove one",
        )  # fmt: skip


def _inline(value: Value, md: MarkdownIt, manuscript: Manuscript) -> str:
    """Return a line of Markdown in the front matter as HTML."""
    if isinstance(value.data, list | dict) or not value.text.strip():
        return ""
    env: dict[str, Any] = {}
    inline = Token("inline", "", 0, content=value.text.strip(), map=[value.line - 1, value.line], children=[])
    md.inline.parse(inline.content, md, env, inline.children)
    settle([inline], manuscript)
    return Writer(manuscript, md, env).inline_html(inline)


class _Draft:
    """One article while it is read."""

    def __init__(
        self,
        meta: FrontMatter,
        matter: Matter,
        manuscript: Manuscript,
        md: MarkdownIt,
        front: list[tuple[Value, Value]],
    ) -> None:
        self.meta = meta
        self.matter = matter
        self.manuscript = manuscript
        self.md = md
        self.front = front
        self.env: dict[str, Any] = {"manuscript": manuscript}
        self.definitions: dict[str, tuple[int, list[Token]]] = {}
        self.writer = Writer(manuscript, md, self.env)
        self.title = meta.title
        self.authors = meta.authors
        self.faqs: list[Faq] = []
        self.outline: list[Heading] = []
        self.body = Body(())
        self.lead = ""

    def read(self) -> None:
        """Make the body, its outline and the FAQ."""
        tokens = self._tokens(self.matter.body, self.matter.body_line)
        answers = [(question, self._answer(answer)) for question, answer in self.front]
        byline = self._take_byline(tokens)
        self.title, tokens = take_title(byline, self.title)
        tokens = self._take_byline(tokens) if byline is not tokens else tokens
        tokens = take_faqs(tokens, self.manuscript)
        if self.front:
            self.manuscript.claim_exactly("faq")
        self.outline = arrange(tokens, self.manuscript)
        self.lead = _lead(tokens)
        for question, answer in answers:
            self._add_front(question, answer)
        for token in tokens:
            if token.type == "faq_slot":
                token.meta["slot"] = self._slot(token.meta["section"])
        self.body = self.writer.body(tokens)
        notes = footnote_tokens(self.env, self.definitions, self.manuscript)
        if notes:
            self.body = Body(self.body.parts + self.writer.footnotes(notes).parts)

    def _tokens(self, text: str, line: int) -> list[Token]:
        """Return the tokens of a text that begins on a file line; their lines are the file's."""
        self.manuscript.first_line = line - 1
        tokens = self.md.parse(text, self.env)
        settle(tokens, self.manuscript)
        return cut_definitions(tokens, self.definitions)

    def _answer(self, value: Value) -> list[Token]:
        line = value.text_line or value.line
        text = value.text
        if "\n" in text or not text[:1].isalpha():
            return self._tokens(text, line)
        # One line that begins with a letter is a paragraph; most answers are.
        tokens = [
            Token("paragraph_open", "p", 1, block=True),
            Token("inline", "", 0, content=text, map=[line - 1, line], children=[], block=True),
            Token("paragraph_close", "p", -1, block=True),
        ]
        self.md.inline.parse(text, self.md, self.env, tokens[1].children)
        settle(tokens, self.manuscript)
        return tokens

    def _take_byline(self, tokens: list[Token]) -> list[Token]:
        """Take "by Name" off the top where the front matter names nobody."""
        if len(tokens) < 3 or tokens[0].type != "paragraph_open":
            return tokens
        text = plain_text(tokens[1])
        match = _BYLINE.fullmatch(text) if len(text) < 80 else None
        if not match:
            return tokens
        names = split_names(match[1])
        if self.authors and set(names) != set(self.authors):
            return tokens
        if not all(name[:1].isupper() for name in names) or len(names) > 6 or any(len(n.split()) > 5 for n in names):
            return tokens
        self.authors = names
        return tokens[3:]

    def _add_front(self, question: Value, answer: list[Token]) -> None:
        text = " ".join(question.text.split())
        inline = Token("inline", "", 0, content=text, map=[question.line - 1, question.line], children=[])
        self.md.inline.parse(text, self.md, {}, inline.children)
        settle([inline], self.manuscript)
        self._add(inline, answer, "")

    def _add(self, question: Token, answer: list[Token], wanted: str) -> None:
        text = plain_text(question)
        identity = self.manuscript.claim_exactly(wanted) if wanted else self.manuscript.claim(text, fallback="question")
        arrange(answer, self.manuscript, top=3)
        html = self.writer.inline_html(question)
        line = question.map[0] + 1 if question.map else 0
        self.faqs.append(Faq(identity, text, html, self.writer.body(answer), line))

    def _slot(self, section: Section) -> Slot:
        start = len(self.faqs)
        text = plain_text(section.heading) if section.heading else ""
        if section.wanted_id:
            identity = self.manuscript.claim_exactly(section.wanted_id)
        else:
            identity = self.manuscript.claim(text, fallback="faq")
        for entry in section.entries:
            self._add(entry.question, entry.answer, entry.wanted_id)
        heading = self.writer.inline_html(section.heading) if section.heading else ""
        return Slot("faq", start, len(self.faqs), heading, identity)

    def complete(self, source: Source, config: Config) -> None:
        """Fill in what the front matter leaves to the text and the path; report what is missing."""
        values: dict[str, Any] = {"title": self.title, "authors": self.authors}
        if source.kind == "author":
            values["name"] = self.meta.name or self.title or source.id.rpartition("/")[2].replace("-", " ").title()
        elif not self.title and not self.matter.error:
            self.manuscript.report(
                "parse/no-title", "this article has no title", 1, hint="add title: … to the front matter, or begin with # …"
            )
        if source.kind == "article" and self.meta.date is None:
            values["date"] = self._date_of_path(source, config)
        fields = {name: getattr(self.meta, name) for name in FrontMatter.__slots__}
        self.meta = FrontMatter(**{**fields, **values})

    def _date_of_path(self, source: Source, config: Config) -> Any:
        day = date_in_path(self.meta.path) or date_in_path(source.id)
        if day:
            return at_midnight(day, config.zone)
        codes = {finding.code for finding in self.manuscript.diagnostics}
        if not self.matter.error and "parse/bad-date" not in codes and not (
            "parse/wrong-type" in codes and any(place[0] == "date" for place in self.meta.places)
        ):
            self.manuscript.report(
                "parse/no-date", "this article has no date", 1, hint="add date: 2026-11-20 to the front matter"
            )
        return None

    def finish(self, source: Source, config: Config) -> Parsed:
        """Return what has been read."""
        manuscript, plain = self.manuscript, "".join(self.writer.plain)
        words = count_words(plain)
        settings = repr((config.site.language, config.markdown))
        content = Content(self.body, tuple(self.outline), tuple(self.faqs), self.matter.body, len(self.front))
        article = Article(
            id=source.id,
            path=source.path,
            kind=source.kind,
            bundle=source.bundle,
            meta=self.meta,
            summary=shorten(self.meta.description or self.lead, _SUMMARY),
            words=words,
            minutes=max(1, round(words / _WORDS_A_MINUTE)),
            faqs=len(self.faqs),
            callouts=tuple(self.writer.callouts),
            terms=terms(self.title, [heading.text for heading in self.outline], self.lead, plain),
            anchors=tuple(dict.fromkeys((*manuscript.anchors, *self.writer.raw_ids))),
            content=digest(f"{source.path}\0{settings}\0{manuscript.text}".encode("utf-8", "surrogatepass")),
            sound=not any(finding.fatal for finding in manuscript.diagnostics),
            diagnostics=tuple(manuscript.diagnostics),
        )
        return Parsed(article, content)


def _lead(tokens: list[Token]) -> str:
    """Return the first paragraph that says something, as plain text."""
    for index, token in enumerate(tokens):
        if token.type == "paragraph_open" and token.level == 0:
            text = plain_children(tokens[index + 1].children or [])
            if len(text.split()) > 4 and not _BYLINE.fullmatch(text.strip()):
                return " ".join(text.split())
    return ""
