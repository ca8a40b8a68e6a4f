"""Questions and answers leave the text: from a section "FAQ", and from `::: faq` blocks."""

import re

from markdown_it.token import Token

from sitegen.base.noun import Struct
from sitegen.base.patterns import regex
from sitegen.parse.faq.marks import cut_answer_mark, cut_numbers, cut_signs
from sitegen.parse.faq.questions import Entry, asks, begins_with_question, entries_of, topics_of
from sitegen.parse.faq.repeated import report_asked_twice
from sitegen.parse.faq.unpacking import unpacked
from sitegen.parse.inlines import plain_text
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.rawsections import with_raw_headings
from sitegen.parse.tokens import BLOCK, LIST_OF_ONE, LISTS, closing, loosened, paragraph, raised, row_of

_TITLE = regex(
    r"\W*(?:\d+[.)]\s*)?(?:faq(?:['’]?s)?|f\.a\.q\.|frequently\W+asked\W+questions|"
    r"häufige fragen|häufig gestellte fragen|"
    r"foire aux questions|questions fréquentes|preguntas (?:más )?frecuentes|domande (?:più )?frequenti|"
    r"(?:perguntas|questões|dúvidas) (?:mais )?frequentes|veel ?gestelde vragen|"
    r"часто задаваемые вопросы|частые вопросы|(?:поширені|часті) (?:за)?питання|"
    r"よくある(?:ご)?質問|常见(?:问题(?:解答)?|问答)|常見(?:問題(?:解答)?|問答)|"
    r"자주 묻는 질문|(?:الأسئلة|أسئلة) (?:ال)?(?:شائعة|متكررة)|(?:سوالات|پرسش‌های|سؤالات) متداول|"
    r"שאלות (?:נפוצות|ותשובות)|अक्सर पूछे जाने वाले (?:प्रश्न|सवाल)|sık(?:ça)? sorulan sorular|"
    r"(?:najczęściej|często) zadawane pytania|najczęstsze pytania|vanliga frågor|ofte stillede spørgsmål|"
    r"(?:časté|často kladené) (?:otázky|dotazy)|câu hỏi thường gặp|pertanyaan (?:umum|yang sering diajukan))"
    r"(?:\s*[(（].*|\s*[:：–—-].*|"
    r"\s+(?:about|on|zu|zum|zur|sur|sobre|su|over|o|om|про|об?)\b.*|\s+section\W*|\W*)",
    re.IGNORECASE | re.DOTALL,
)
# These may be over anything: what they are over decides.
_MAYBE = regex(
    r"\W*(?:\d+[.)]\s*)?(?:"
    r"(?:.{1,30}\s)?(?:common|top|popular|quick|burning|frequent|most[\s-]asked|readers?['’]?s?|your)(?: \w+)? "
    r"questions\b.*|"
    r"(?:(?:the|some|\d{1,2}|three|four|five|six|seven|ten|got|more|other) )?questions (?:about|on)\b.*|"
    r"(?:.{1,20}\s)?questions?\b.*\b(?:we (?:get|hear)|readers?|you (?:asked|may)|answer(?:s|ed)|"
    r"(?:people|everyone) asks?)\b.*|"
    r"(?:you asked|what (?:our |your )?(?:readers|people) ask|ask the (?:editors?|experts?))\b.*|"
    r"(?:(?:häufige|ihre|eure) )?fragen(?: (?:und|&) antworten)?|(?:ihre|eure|die häufigsten) fragen\b.*|"
    r"(?:vos |les )?questions?(?:\s?[-/–&]\s?| et )réponses?|vos questions\b.*|"
    r"les questions les plus (?:fréquentes|posées)|"
    r"preguntas y respuestas|dudas (?:frecuentes|comunes)|dúvidas comuns|pytania czytelników|"
    r"вопросы?\s?[-–—/]\s?ответы?|"
    r"सवाल[- ]जवाब|अक्सर पूछे गए (?:सवाल|प्रश्न)|أسئلة وأجوبة|سؤال وجواب|"
    r"你(?:可能)?想问的?|大家都在问|질문과 답변|"
    r"(?:domande e risposte|perguntas e respostas|vragen en antwoorden|frågor och svar|spørgsmål og svar|"
    r"pytania i odpowiedzi|otázky a odpovědi|sorular ve cevaplar|вопросы и ответы|(?:за)?питання (?:та|і|й) відповіді|"
    r"質問と回答|一問一答|问答|問答)\b.*|"
    r"(?:[\w’']+ )?(?:questions|q)\s?(?:and|&)\s?a(?:nswers)?\b.*|(?:people|readers) (?:also )?ask\b.*|"
    r".{1,40}[\s-](?:faq['’]?s?|frequently asked questions)\b.*)\W*",
    re.IGNORECASE,
)
_DEEPEST = 6
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
    result: list[Token] = []
    done = callouts = 0
    for index, token in enumerate(tokens):
        callouts += token.nesting if token.type in ("callout_open", "callout_close") else 0
        if index < done or callouts or not _begins(tokens, index, token):
            continue
        result.extend(tokens[done:index])
        if token.type != "container_open":
            taken, done = _section(tokens, index, manuscript)
        else:
            done = closing(tokens, index)
            taken = _block(tokens[index:done], manuscript)
        result.extend(taken)
    return [*result, *tokens[done:]] if done else tokens


def _begins(tokens: list[Token], index: int, token: Token) -> bool:
    """Tell whether an FAQ begins here."""
    if token.type == "heading_open":
        title = plain_text(tokens[index + 1])
        return token.level == 0 and bool(_TITLE.fullmatch(title) or _MAYBE.fullmatch(title))
    if token.type == "paragraph_open":
        text = tokens[index + 1].content
        short = token.level == 0 and len(text) < _LONG and not text.rstrip().endswith((".", "。"))
        return short and bool(_TITLE.fullmatch(plain_text(tokens[index + 1])))
    return token.type == "container_open" and token.info == "faq"


def _section(tokens: list[Token], index: int, manuscript: Manuscript) -> tuple[list[Token], int]:
    """Return what stands for the section that begins at `index`, and where the text goes on."""
    heading, level = tokens[index + 1], _level(tokens, index)
    inner, end = _inner(tokens, index, level)
    rule = end < len(tokens) and tokens[end].type == "hr"
    inner, behind = unpacked(inner)
    surely = tokens[index].type == "heading_open" and _TITLE.fullmatch(plain_text(heading))
    if not surely and not asks(inner):
        return tokens[index:end], end
    if topics := topics_of(inner):
        taken = [token for topic in topics for token in _topic(topic, level, manuscript)]
        return [*tokens[index : index + 3], *taken, *behind], end
    intro, entries, rest = entries_of(inner, depth=0, whole=False)
    rest += behind
    if not entries:
        _report_empty(heading, "this FAQ section has no questions", manuscript)
        return tokens[index:end], end
    entries = _answered(entries, manuscript, surely=bool(surely))
    wanted = str(tokens[index].attrs.get("id", ""))
    # A rule says no more than that the questions end here.
    end += rule and not rest
    if intro:
        slot = _slot(Section(entries, None, level))
        return [*tokens[index : index + 3], *intro, slot, *rest], end
    return [_slot(Section(entries, heading, level, wanted)), *rest], end


def _level(tokens: list[Token], index: int) -> int:
    """Return the level of a heading; of a paragraph that stands for one, a level above the heading right below it."""
    if tokens[index].type == "heading_open":
        return int(tokens[index].tag[1])
    below = tokens[index + BLOCK : index + BLOCK + 1]
    return int(below[0].tag[1]) - 1 if below and below[0].type == "heading_open" else _DEEPEST


def _inner(tokens: list[Token], index: int, level: int) -> tuple[list[Token], int]:
    """Return what stands below a heading, and where it ends: at the next heading of its kind, or at a rule.

    A rule between two questions is left out.
    """
    inner: list[Token] = []
    for end in range(index + BLOCK, len(tokens)):
        token = tokens[end]
        if token.level == 0 and token.type == "heading_open" and int(token.tag[1]) <= level:
            return inner, end
        if token.level or token.type != "hr":
            inner.append(token)
        elif not begins_with_question(tokens[end + 1 :], level):
            return inner, end
    return inner, len(tokens)


def _topic(tokens: list[Token], level: int, manuscript: Manuscript) -> list[Token]:
    """Return what stands for a part of a section: what comes first, and its questions if it has any."""
    begin = 3 if tokens[0].type == "heading_open" else 0
    intro, entries, rest = entries_of(tokens[begin:], depth=0, whole=False)
    if not entries:
        return tokens
    return [*tokens[:begin], *intro, _slot(Section(_answered(entries, manuscript), None, level)), *rest]


def _block(tokens: list[Token], manuscript: Manuscript) -> list[Token]:
    """Return what stands for a `::: faq` block."""
    heading = tokens[1] if tokens[1].type == "inline" else None
    inner = [raised(token, tokens[0].level + 1) for token in (tokens[2:-1] if heading else tokens[1:-1])]
    within, behind = unpacked(inner)
    intro, entries, _ = entries_of(within, depth=0, whole=True)
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
    texts = [entry.answer[1] for entry in entries if entry.answer[0].type == "paragraph_open"]
    if len(texts) == len(entries):
        cut_signs(texts)
    return entries


def _unlisted(answer: list[Token]) -> list[Token]:
    """Return an answer without the list whose only item it is."""
    listed = answer and answer[0].type in LISTS and closing(answer, 1) == closing(answer, 0) - 1 == len(answer) - 1
    if not listed or len(answer) < LIST_OF_ONE:
        return answer
    cut_answer_mark(answer[3], marked=False)
    return loosened(answer[2:-2])


def _report_empty(token: Token, message: str, manuscript: Manuscript) -> None:
    line, column, width = _place(token, manuscript)
    hint = "write each question as a heading one level below, and its answer under it"
    manuscript.report("parse/empty-faq", message, line, column, width=width, hint=hint)


def _place(token: Token, manuscript: Manuscript) -> tuple[int, int, int]:
    """Return line, column and width of all that stands in the line in which a token begins."""
    line = row_of(token)
    text = manuscript.lines[line] if line < len(manuscript.lines) else ""
    return line + 1, len(text) - len(text.lstrip()) + 1, max(len(text.strip()), 1)
