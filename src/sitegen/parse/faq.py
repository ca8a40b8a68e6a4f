"""Questions and answers leave the text: from a section "FAQ", and from `::: faq` blocks."""

import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from sitegen.parse.headings import plain_text
from sitegen.parse.manuscript import Manuscript

_TITLE = re.compile(
    r"\W*(?:faqs?|f\.a\.q\.|frequently\W+asked\W+questions|häufige fragen|häufig gestellte fragen|foire aux questions|"
    r"questions fréquentes|preguntas frecuentes|domande frequenti|perguntas frequentes|veelgestelde vragen|"
    r"よくある質問|常见问题|常見問題)(?:\s*[(（].*|\s*[:：–—-].*|\s+(?:about|on|zu|zum|zur|sur|sobre|su|over)\b.*|\W*)",
    re.IGNORECASE | re.DOTALL,
)
_Q = re.compile(r"(?:\*\*|__)?Q(?:uestion)?\s?\d*\s?[:.](?:\*\*|__)?\s*", re.IGNORECASE)
_DEFINITIONS = ("dl_open", "dl_close", "dd_open", "dd_close")
_A = re.compile(r"(?:\*\*|__)?A(?:nswer)?\s?\d*\s?[:.](?:\*\*|__)?\s*", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """One question, and the tokens of its answer."""

    question: Token
    """An inline token."""
    answer: list[Token] = field(default_factory=list)
    id: str = ""
    """The author's own at first, then the one that is free."""

    @property
    def line(self) -> int:
        """The file line of the question."""
        return self.question.map[0] + 1 if self.question.map else 0


@dataclass(slots=True)
class Section:
    """One FAQ of the text."""

    entries: list[Entry]
    heading: Token | None
    """An inline token."""
    level: int = 2
    """Of the heading, as written."""
    id: str = ""
    """The author's own at first, then the one that is free."""


def take_faqs(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the tokens with a `faq_slot` (its `meta["section"]` a `Section`) where each FAQ stood."""
    result: list[Token] = []
    done = 0
    for index, token in enumerate(tokens):
        if index < done or not _begins(tokens, index, token):
            continue
        result.extend(tokens[done:index])
        if token.type == "heading_open":
            taken, done = _section(tokens, index, manuscript)
        else:
            done = _close(tokens, index)
            taken = _block(tokens[index:done], manuscript)
        result.extend(taken)
    return [*result, *tokens[done:]] if done else tokens


def _begins(tokens: list[Token], index: int, token: Token) -> bool:
    """Tell whether an FAQ begins here."""
    if token.type == "heading_open":
        return token.level == 0 and bool(_TITLE.fullmatch(plain_text(tokens[index + 1])))
    return token.type == "container_open" and token.info == "faq"


def _section(tokens: list[Token], index: int, manuscript: Manuscript) -> tuple[list[Token], int]:
    """Return what stands for the section that begins at `index`, and where the text goes on."""
    heading, level = tokens[index + 1], int(tokens[index].tag[1])
    end = index + 3
    rule = False
    while end < len(tokens):
        token = tokens[end]
        if token.level == 0 and token.type == "heading_open" and int(token.tag[1]) <= level:
            break
        if token.level == 0 and token.type == "hr":
            rule = True
            break
        end += 1
    intro, entries = _entries(tokens[index + 3 : end], depth=0)
    if not entries:
        _report_empty(heading, "this FAQ section has no questions", manuscript)
        return tokens[index:end], end
    entries = _answered(entries, manuscript)
    wanted = str(tokens[index].attrs.get("id", ""))
    if intro:
        slot = _slot(Section(entries, None, level))
        return [*tokens[index : index + 3], *intro, slot], end + rule
    return [_slot(Section(entries, heading, level, wanted))], end + rule


def _block(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return what stands for a `::: faq` block."""
    heading = tokens[1] if tokens[1].type == "inline" else None
    inner = tokens[2:-1] if heading else tokens[1:-1]
    intro, entries = _entries(inner, depth=tokens[0].level + 1)
    if not entries:
        _report_empty(tokens[0], "this FAQ block has no questions", manuscript)
        return [*_paragraph(heading), *inner] if heading else inner
    return [*intro, _slot(Section(_answered(entries, manuscript), heading))]


def _slot(section: Section) -> Token:
    return Token("faq_slot", "", 0, meta={"section": section}, block=True)


def _answered(entries: list[Entry], manuscript: Manuscript) -> list[Entry]:
    """Return the entries that have an answer; report the others."""
    for entry in entries:
        if not entry.answer:
            _report_empty(entry.question, f'the question "{plain_text(entry.question)}" has no answer', manuscript)
    return [entry for entry in entries if entry.answer]


def _report_empty(token: Token, message: str, manuscript: Manuscript) -> None:
    line = token.map[0] if token.map else 0
    text = manuscript.lines[line] if line < len(manuscript.lines) else ""
    manuscript.report(
        "parse/empty-faq",
        message,
        line + 1,
        len(text) - len(text.lstrip()) + 1,
        width=max(len(text.strip()), 1),
        hint="write each question as a heading one level below, and its answer under it",
    )


def _entries(tokens: list[Token], *, depth: int) -> tuple[list[Token], list[Entry]]:
    """Return what stands before the first question, and the questions with their answers.

    Only what stands in as many elements as `depth` says is a question.
    """
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open" and token.level == depth]
    if levels:
        return _by_headings(tokens, levels[0], depth)
    return _by_paragraphs(tokens)


def _by_headings(tokens: list[Token], level: int, depth: int) -> tuple[list[Token], list[Entry]]:
    intro: list[Token] = []
    entries: list[Entry] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.type == "heading_open" and int(token.tag[1]) <= level and token.level == depth:
            entries.append(Entry(tokens[index + 1], id=str(token.attrs.get("id", ""))))
            index += 3
            continue
        (entries[-1].answer if entries else intro).append(token)
        index += 1
    return intro, entries


def _by_paragraphs(tokens: list[Token]) -> tuple[list[Token], list[Entry]]:
    """Read `Q:` and `A:`, questions that are bold paragraphs, and definition lists."""
    intro: list[Token] = []
    entries: list[Entry] = []
    index = depth = 0
    while index < len(tokens):
        token = tokens[index]
        if not depth and token.type == "paragraph_open":
            found = _question(tokens[index + 1])
            if found:
                question, answer = found
                entries.append(Entry(question, _paragraph(answer) if answer else []))
                index += 3
                continue
            if entries and not entries[-1].answer:
                _cut(tokens[index + 1], _A)
        if not depth and token.type == "dt_open":
            entries.append(Entry(tokens[index + 1]))
            index += 3
            continue
        if not depth and token.type == "dd_open":
            _loosen(tokens, index)
        if depth or token.type not in _DEFINITIONS:
            depth += token.nesting
            (entries[-1].answer if entries else intro).append(token)
        index += 1
    return intro, entries


def _question(text: Token) -> tuple[Token, Token | None] | None:
    """Return the question that a paragraph is, and the answer that follows in its later lines."""
    children = text.children or []
    split = next((i for i, child in enumerate(children) if child.type in ("softbreak", "hardbreak")), len(children))
    head, tail = children[:split], children[split + 1 :]
    while head and head[0].type == "text" and not head[0].content:
        head = head[1:]
    while head and head[-1].type == "text" and not head[-1].content.strip():
        head = head[:-1]
    if not head:
        return None
    bold = head[0].type == "strong_open" and head[-1].type == "strong_close" and head[0].level == head[-1].level
    question = _inline(text, head[1:-1] if bold else head, 0)
    marked = bool(_Q.match(_written(head)))
    if not marked and not (bold and _written(head).rstrip().endswith(("?", "？"))):
        return None
    if marked:
        _cut(question, _Q)
    if not tail:
        return question, None
    answer = _inline(text, tail, 1)
    _cut(answer, _A)
    return question, answer


def _written(children: list[Token]) -> str:
    return "".join(child.content for child in children if child.type in ("text", "code_inline"))


def _inline(text: Token, children: list[Token], row: int) -> Token:
    first = (text.map[0] if text.map else 0) + row
    return Token("inline", "", 0, content=text.content, map=[first, first + 1], children=children, block=True)


def _cut(text: Token, mark: re.Pattern[str]) -> None:
    """Take a mark like `A:` off the beginning of a paragraph, also where it is bold."""
    children = text.children or []
    while children and children[0].type == "text" and not children[0].content:
        children = children[1:]
    if len(children) > 2 and children[0].type == "strong_open" and children[2].type == "strong_close":
        after = children[3].content if len(children) > 3 and children[3].type == "text" else ""
        if mark.fullmatch(
            children[1].content.rstrip() + ("" if children[1].content.rstrip()[-1:] in ":." else after[:1])
        ):
            children = children[3:]
            if children and children[0].type == "text":
                children[0].content = children[0].content.lstrip(" :")
    elif children and children[0].type == "text" and (match := mark.match(children[0].content)):
        children[0].content = children[0].content[match.end() :]
    text.children = children


def _paragraph(text: Token) -> list[Token]:
    return [Token("paragraph_open", "p", 1, block=True), text, Token("paragraph_close", "p", -1, block=True)]


def _loosen(tokens: list[Token], index: int) -> None:
    """Make the text of a definition a paragraph, as an answer has it."""
    level = tokens[index].level + 1
    for token in tokens[index + 1 : _close(tokens, index)]:
        if token.level == level and token.type in ("paragraph_open", "paragraph_close"):
            token.hidden = False


def _close(tokens: list[Token], index: int) -> int:
    depth = 0
    for position in range(index, len(tokens)):
        depth += tokens[position].nesting
        if not depth:
            return position + 1
    return len(tokens)
