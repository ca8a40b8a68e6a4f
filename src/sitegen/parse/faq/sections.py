"""Questions and answers leave the text: from a section "FAQ", and from `::: faq` blocks."""

import re
from copy import copy

from markdown_it.token import Token

from sitegen.base.noun import Struct
from sitegen.base.patterns import regex
from sitegen.parse.blocks import LISTS, Block, blocks
from sitegen.parse.faq.asking import is_question
from sitegen.parse.faq.marks import cut_answer_mark, cut_numbers, cut_signs
from sitegen.parse.faq.questions import Entry, asks, entries_of, is_asked, report_asked_twice, topics_of
from sitegen.parse.faq.unpacking import unpacked
from sitegen.parse.headings import with_raw_headings
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import BLOCK, Change, become, changed, is_all, loosened, paragraph, plain_text, raised, row_of

_TITLE = regex(
    r"\W*(?:\d+[.)]\s*)?(?:faq(?:['’]?s)?|f\.a\.q\.|(?:frequently|commonly|often)\W+ask(?:ed)?(?:\W+questions)?|"
    r"häufige fragen|häufig gestellte fragen|"
    r"foire aux questions|questions fréquentes|preguntas (?:más )?frecuentes|domande (?:più )?frequenti|"
    r"(?:perguntas|questões|dúvidas) (?:mais )?frequentes|veel ?gestelde vragen|"
    r"часто задаваемые вопросы|частые вопросы|(?:поширені|часті) (?:за)?питання|"
    r"よくある(?:ご)?質問|常见(?:问题(?:解答)?|问答)|常見(?:問題(?:解答)?|問答)|"
    r"자주 묻는 질문|(?:الأسئلة|أسئلة) (?:ال)?(?:شائعة|متكررة)|(?:سوالات|پرسش‌های|سؤالات) متداول|"
    r"שאלות (?:נפוצות|ותשובות)|अक्सर पूछे जाने वाले (?:प्रश्न|सवाल)|sık(?:ça)? sorulan sorular|"
    r"(?:najczęściej|często) zadawane pytania|najczęstsze pytania|vanliga frågor|"
    r"ofte (?:stillede spørgsmål|stilte spørsmål)|"
    r"(?:časté|často kladené) (?:otázky|dotazy)|câu hỏi thường gặp|pertanyaan (?:umum|yang sering diajukan))"
    r"(?:\s*[(（].*|\s*[:：–—-].*|"
    r"\s+(?:about|on|for|regarding|zu|zum|zur|rund um|sur|de|sobre|su|sull?[ae']?|over|o|om|про|об?|về|tentang|seputar|"
    r"hakkında)\b.*|"
    r"\s+(?:section|corner|time|at a glance|(?:&|and) answers)\W*|\W*)",
    re.IGNORECASE | re.DOTALL,
)
"""The title of an FAQ, whatever stands below it."""
# These may be over anything: what they are over decides.
_MAYBE = regex(
    r"\W*(?:\d+[.)]\s*)?(?:"
    r"(?:.{1,30}\s)?(?:common|top|popular|quick|burning|frequent|most[\s-]asked|readers?['’]?s?|your)(?: \w+)? "
    r"questions\b.*|"
    r"(?:(?:the|some|\d{1,2}|three|four|five|six|seven|ten|got|more|other) )?questions (?:about|on)\b.*|"
    r"(?:.{1,20}\s)?questions?\b.*\b(?:we (?:get|hear)|readers?|you (?:asked|may)|answer(?:s|ed)|"
    r"(?:people|everyone) asks?)\b.*|"
    r"(?:(?:got|(?:still )?have|any) (?:any |more )?questions\?.*|quick answers|ask us anything)|"
    r"(?:you asked|what (?:our |your )?(?:readers|people) ask|ask the (?:editors?|experts?))\b.*|"
    r"(?:(?:häufige|ihre|eure) )?fragen(?: (?:und|&) antworten)?|(?:ihre|eure|die häufigsten) fragen\b.*|"
    r"(?:vos |les )?questions?(?:\s?[-/–&]\s?| et )réponses?|vos questions\b.*|"
    r"les questions les plus (?:fréquentes|posées)|"
    r"preguntas (?:y respuestas(?: frecuentes)?|comunes)|ответы на вопросы|"
    r"dudas (?:frecuentes|comunes)|dúvidas comuns|pytania czytelników|"
    r"вопросы?\s?[-–—/]\s?ответы?|"
    r"सवाल[- ]जवाब|अक्सर पूछे गए (?:सवाल|प्रश्न)|أسئلة وأجوبة|سؤال وجواب|"
    r"你(?:可能)?想问的?|大家都在问|질문과 답변|"
    r"(?:domande e risposte|perguntas e respostas|vragen en antwoorden|frågor och svar|spørgsmål og svar|"
    r"pytania i odpowiedzi|otázky a odpovědi|sorular ve cevaplar|вопросы и ответы|(?:за)?питання (?:та|і|й) відповіді|"
    r"質問と回答|一問一答|问答|問答)\b.*|"
    r"(?:[\w’']+ )?(?:questions|q)\s?(?:and|&)\s?a(?:s|nswers)?\b.*|(?:people|readers) (?:also )?ask\b.*|"
    r".{1,40}[\s-](?:faq['’]?s?|frequently asked questions)\b.*)\W*",
    re.IGNORECASE,
)
_HEADS = frozenset(("heading_open", "paragraph_open", "container_open"))
"""What an FAQ may begin with."""
_DEEPEST = 6
_SEVERAL = 2
_LONG = 100
"""Characters: no line that stands for a heading has more."""


class Section(Struct):
    """One FAQ of the text."""

    entries: list[Entry]
    heading: Token | None
    """An inline token."""
    level: int = 2
    """Of the heading, as written."""
    id: str = ""
    """The author's own at first, then the one that is free."""


def is_title(text: str) -> bool:
    """Tell whether a heading is surely over questions and answers."""
    return bool(_TITLE.fullmatch(text))


def take_faqs(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return the tokens with a `faq_slot` (its `meta["section"]` a `Section`) where each FAQ stood."""
    tokens = with_raw_headings(tokens, _TITLE)
    faqs: list[Change] = []
    done = callouts = 0
    for index, token in enumerate(tokens):
        callouts += token.nesting if token.type in ("callout_open", "callout_close") else 0
        if token.type not in _HEADS or index < done or callouts or not _begins(block := Block(tokens, index)):
            continue
        if token.type == "container_open":
            taken, done = _block(block.whole, manuscript), block.end
        else:
            taken, done = _section(block, manuscript)
        faqs.append((index, done, taken))
    return changed(tokens, faqs)


def _begins(block: Block) -> bool:
    """Tell whether an FAQ begins with a heading, a line, or a container."""
    kind, head = block.kind, block.head
    if kind == "container_open":
        return head.info == "faq"
    if head.level:
        return False
    if kind == "heading_open":
        title = block.said
        return is_title(title) or bool(_MAYBE.fullmatch(title))
    line = block.text.content
    return len(line) < _LONG and not line.rstrip().endswith((".", "。")) and is_title(block.said)


def _section(heading: Block, manuscript: Manuscript) -> tuple[list[Token], int]:
    """Return what stands for the section below a heading, or a line that stands for one, and where the text goes on."""
    tokens, level = heading.tokens, _level(heading)
    held = heading.below
    held = held.below if held.paragraph else held
    if held.kind == "container_open" and held.head.info == "faq":
        return _above(heading, held, manuscript), held.end
    beside = asked_beside(heading) if is_title(heading.said) else 0
    inner, end = _inner(heading, level - 1, beside) if beside else _inner(heading, level, len(tokens))
    as_written = tokens[heading.at : end], end
    inner, behind = unpacked(inner)
    surely = heading.kind == "heading_open" and is_title(heading.said)
    if not surely and not asks(inner):
        return as_written
    if topics := topics_of(inner):
        taken = [token for topic in topics for token in _topic(topic, level, manuscript)]
        return [*heading.whole, *taken, *behind], end
    intro, entries, rest = entries_of(inner, whole=False)
    if surely and not entries and (headed := _with_bold_headings(inner)):
        found = entries_of(headed, whole=False)
        if len(found.entries) >= _SEVERAL:
            intro, entries, rest = found
    rest += behind
    if not entries:
        _report_empty(heading.text, "this FAQ section has no questions", manuscript)
        return as_written
    entries = _answered(entries, manuscript, surely=surely)
    # A rule says no more than that the questions end here.
    end += not rest and Block(tokens, end).kind == "hr"
    if intro:
        return [*heading.whole, *intro, _slot(Section(entries, None, level)), *rest], end
    wanted = str(heading.head.attrs.get("id", ""))
    return [_slot(Section(entries, heading.text, level, wanted)), *rest], end


def _above(heading: Block, held: Block, manuscript: Manuscript) -> list[Token]:
    """Return what stands for a heading and what it holds above a `::: faq` block; it is that of a block without one."""
    taken = _block(held.whole, manuscript)
    section = taken[0].meta.get("section")
    if heading.end < held.at or not section or section.heading:
        return [*heading.tokens[heading.at : held.at], *taken]
    section.heading, section.level = heading.text, _level(heading)
    section.id = str(heading.head.attrs.get("id", ""))
    return taken


def _with_bold_headings(tokens: list[Token]) -> list[Token]:
    """Return what begins with a line in bold with such lines as headings, where something is below each of several.

    Lines that recur name who speaks.
    """
    lines = [block for block in blocks(tokens) if block.paragraph and is_all(block.text, "strong")]
    at = {line.at for line in lines}
    if len(lines) < _SEVERAL or lines[0].at or any(line.end in at or not line.below.kind for line in lines):
        return []
    if len({line.said for line in lines}) < len(lines):
        return []
    result = [*map(copy, tokens)]
    for line in lines:
        become(result[line.at], result[line.end - 1], "heading", "h6")
    return result


def _level(block: Block) -> int:
    """Return the level of a heading; of a paragraph that stands for one, a level above the heading right below it."""
    if block.kind == "heading_open":
        return int(block.tag[1])
    return _level(block.below) - 1 if block.below.kind == "heading_open" else _DEEPEST


def asked_beside(heading: Block) -> int:
    """Return where headings end that ask, of the level of one with nothing below it; 0 where there are not two."""
    tokens, asked = heading.tokens, 0
    for at in range(heading.end, len(tokens)):
        token = tokens[at]
        if token.level == 0 and token.type == "heading_open" and token.tag <= heading.tag:
            if token.tag != heading.tag or not is_question(Block(tokens, at).said):
                return at if asked > 1 else 0
            asked += 1
        elif not asked:
            return 0
    return len(tokens) if asked > 1 else 0


def _inner(heading: Block, level: int, limit: int) -> tuple[list[Token], int]:
    """Return what stands below a heading, and where it ends: at the next heading of its kind, a rule, or the limit.

    A rule between two questions is left out.
    """
    tokens = heading.tokens
    inner: list[Token] = []
    for end in range(heading.end, limit):
        token = tokens[end]
        if token.level == 0 and token.type == "heading_open" and int(token.tag[1]) <= level:
            return inner, end
        if token.level or token.type != "hr":
            inner.append(token)
        elif not is_asked(Block(tokens, end).below, level):
            return inner, end
    return inner, limit


def _topic(tokens: list[Token], level: int, manuscript: Manuscript) -> list[Token]:
    """Return what stands for a part of a section: what comes first, and its questions if it has any."""
    first = Block(tokens)
    heading = first.whole if first.kind == "heading_open" else []
    intro, entries, rest = entries_of(tokens[len(heading) :], whole=False)
    if not entries:
        return tokens
    return [*heading, *intro, _slot(Section(_answered(entries, manuscript), None, level)), *rest]


def _block(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return what stands for a `::: faq` block."""
    heading = tokens[1] if tokens[1].type == "inline" else None
    inner = [raised(token, tokens[0].level + 1) for token in (tokens[2:-1] if heading else tokens[1:-1])]
    within, behind = unpacked(inner)
    intro, entries, _ = entries_of(within, whole=True)
    if not entries:
        _report_empty(tokens[0], "this FAQ block has no questions", manuscript)
        return [*paragraph(heading), *inner] if heading else inner
    return [*intro, _slot(Section(_answered(entries, manuscript), heading)), *behind]


def _slot(section: Section) -> Token:
    return Token("faq_slot", "", 0, meta={"section": section}, block=True)


def _answered(entries: list[Entry], manuscript: Manuscript, *, surely: bool = True) -> list[Entry]:
    """Return the entries that have an answer, without numbers and signs that only count; report the others.

    What an FAQ `surely` asks twice is reported as well: who is interviewed may be asked again.
    """
    cut_numbers([entry.question for entry in entries])
    if surely:
        report_asked_twice(
            [(plain_text(entry.question), *_place(entry.question, manuscript)) for entry in entries], manuscript
        )
    for entry in entries:
        entry.answer = _unlisted(entry.answer)
        if not entry.answer:
            _report_empty(entry.question, f'the question "{plain_text(entry.question)}" has no answer', manuscript)
    entries = [entry for entry in entries if entry.answer]
    texts = [text for entry in entries if (text := Block(entry.answer).paragraph)]
    if len(texts) == len(entries):
        cut_signs(texts)
    return entries


def _unlisted(answer: list[Token]) -> list[Token]:
    """Return an answer without the list whose only item it is."""
    block = Block(answer)
    items = [item.inner for item in block.items] if block.kind in LISTS and block.end == len(answer) else []
    if len(items) != 1 or len(items[0]) < BLOCK:
        return answer
    cut_answer_mark(Block(items[0]).text, marked=False)
    return loosened(items[0])


def _report_empty(token: Token, message: str, manuscript: Manuscript) -> None:
    line, column, width = _place(token, manuscript)
    hint = "write each question as a heading one level below, and its answer under it"
    manuscript.report("parse/empty-faq", message, line, column, width=width, hint=hint)


def _place(token: Token, manuscript: Manuscript) -> tuple[int, int, int]:
    """Return line, column and width of all that stands in the line in which a token begins."""
    line = row_of(token)
    text = manuscript.lines[line] if line < len(manuscript.lines) else ""
    return line + 1, len(text) - len(text.lstrip()) + 1, max(len(text.strip()), 1)
