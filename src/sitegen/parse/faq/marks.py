"""What marks questions and answers is found and taken off: `Q:` and `A:`, numbers, signs."""

import re
from collections.abc import Sequence
from itertools import takewhile

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import has_any

# `Q:`, `Q1.`, `Q)` or `Q1 –`.
_SIGN = r"(?:\s?\d*\s?[:.：)]|\s?\d+\s?[–—-](?=\s))"
# "F." and "P." are people, so that only a number or a colon makes a mark of these letters. Some are the question's in
# one language and the answer's in another; which of them it is, the question mark says.
_COLON = r"\s?(?:\d*\s?[:：]|\d+\s?[.)](?=\s))"
_ASK = (
    r"P(?:regunta|ergunta|ytanie|ertanyaan)?|F(?:rage|råga)?|D(?:omanda)?|V(?:raag)?|S(?:oru|pørgsmål)?|Otázka|Hỏi|"
    r"В(?:опрос)?|П(?:итання)?|Запитання|[问問سש]|質問|질문|문|سؤال|پرسش|שאלה|प्रश्न|सवाल"
)
_ANSWER = (
    r"R(?:espuesta|esposta|éponse|isposta)?|Antwoord|O(?:dpowiedź|dpověď)?|C(?:evap)?|Yanıt|S(?:var)?|Jawab(?:an)?|Đáp|"
    r"О(?:твет)?|В(?:ідповідь)?|[答جת]|回答|답변?|جواب|پاسخ|תשובה|उत्तर|जवाब"
)
_Q = regex(
    rf"(?:\*\*|__)?(?:(?P<plain>Q(?:ues(?:tion)?)?){_SIGN}|(?:{_ASK}){_COLON})"
    r"(?:\*\*|__)?\s*",
    re.IGNORECASE,
)
"""What marks a question."""
_A = regex(
    rf"(?:\*\*|__)?(?:A(?:ns(?:wer)?|ntwort)?(?:{_SIGN}|\s[–—-](?=\s))|(?:{_ANSWER}){_COLON}|ج\s?\.(?=\s))"
    r"(?:\*\*|__)?\s*",
    re.IGNORECASE,
)
"""What marks an answer."""
_LABEL = r"\s?#?\d*\s?[.:：]?"
QUESTION_LABEL = regex(rf"(?:Q(?:ues(?:tion)?)?|{_ASK}){_LABEL}", re.IGNORECASE)
"""A heading that says no more than that a question follows."""
ANSWER_LABEL = regex(rf"(?:A(?:ns(?:wer)?|ntwort)?|{_ANSWER}){_LABEL}", re.IGNORECASE)
# Where the question has no mark, "A. Smith" is who did it.
_ONLY_A = regex(r"(?:\*\*|__)?A(?:ns(?:wer)?|ntwort)?\s?\d*\s?[:：](?:\*\*|__)?\s*", re.IGNORECASE)
_ANSWER_BEHIND = regex(
    r"(?<=[?？؟])\s*(?=(?:(?<=\s)(?:A(?:ns(?:wer)?|ntwort)?|[RCSOОВ])\s?\d*:\s)|答\s?\d*：)", re.IGNORECASE
)
"""Where an answer begins behind its question in one line."""
_NUMBER = regex(r"\s*(\d{1,2})(?:[.):]|\N{VARIATION SELECTOR-16}?\N{COMBINING ENCLOSING KEYCAP})\s*")
_BULLET = regex(r"\s*([•‣▪●◦]|[\u2190-\u2bff\U0001F000-\U0001FAFF]\ufe0f?)\s*")
SIGNS = ("?", "？", "؟")
"""What ends a question."""
EMPHASIS = ("strong_open", "em_open")
_TEXTS = ("text", "text_special", "code_inline")
_SEVERAL = 2


def written_in(children: Sequence[Token]) -> str:
    """Return what inline tokens say in letters: no pictures, no tags."""
    return "".join(child.content for child in children if child.type in _TEXTS)


def marks_question(written: str) -> bool:
    """Tell whether a line begins as `Q: What?` does: other marks than that need the sign of a question behind."""
    mark = _Q.match(written)
    if not mark:
        return False
    # "Q4: a good quarter" is none.
    return has_any(written, SIGNS) or bool(mark["plain"] and not re.search(r"\d", mark[0]))


def marks_answer(written: str) -> bool:
    """Tell whether a text begins as `A: This` does."""
    return bool(_A.match(written))


def answer_behind(written: str) -> tuple[str, str] | None:
    """Return a text in two that goes on with a marked answer behind a question: `What? A: This`."""
    behind = _ANSWER_BEHIND.search(written)
    return (written[: behind.start()], written[behind.end() :]) if behind else None


def cut_question_mark(text: Token) -> bool:
    """Take `Q:` off the beginning; tell whether it stood there."""
    return _cut(text, _Q)


def cut_answer_mark(text: Token, *, marked: bool) -> bool:
    """Take `A:` off the beginning; `A.` as well where the question was `marked`; tell whether it stood there."""
    return _cut(text, _A if marked else _ONLY_A)


def cut_numbers(questions: Sequence[Token]) -> None:
    """Take off what does nothing but count: `1. What?`, `2. Why?`, or a bullet before each."""
    written = [written_in(text.children or []) for text in questions]
    found = list(map(_BULLET.match, written))
    if not all(found) or len({match and match[1] for match in found}) > 1:
        found = list(map(_NUMBER.match, written))
        numbers = [int(match[1]) for match in found if match]
        first = numbers[0] if numbers else 0
        if numbers != list(range(first, first + len(questions))):
            return
    if len(questions) < _SEVERAL:
        return
    for text, match in zip(questions, found, strict=True):
        _shorten(text.children or [], match.end() if match else 0)


def cut_signs(answers: Sequence[Token]) -> None:
    """Take off a sign that each of several answers begins with: an arrow, a tick."""
    found = [_BULLET.match(written_in(text.children or [])) for text in answers]
    if len(answers) >= _SEVERAL and all(found) and len({match and match[1] for match in found}) == 1:
        for text, match in zip(answers, found, strict=True):
            _shorten(text.children or [], match.end() if match else 0)


def _shorten(children: Sequence[Token], length: int) -> None:
    """Take so many letters off the beginning of what is written."""
    for child in children:
        if child.type in _TEXTS:
            cut = min(length, len(child.content))
            child.content = child.content[cut:]
            length -= cut


def _cut(text: Token, mark: re.Pattern[str]) -> bool:
    """Take a mark like `A:` off the beginning of a paragraph, also in bold or italics; tell whether it stood there."""
    children = text.children or []
    while children and children[0].type == "text" and not children[0].content:
        children = children[1:]
    text.children = children
    if len(children) > 2 and children[0].type in EMPHASIS and children[2].tag == children[0].tag:
        after = children[3].content if len(children) > 3 and children[3].type == "text" else ""
        bold = children[1].content.rstrip()
        if not mark.fullmatch(bold + ("" if bold[-1:] in ":." else after[:1])):
            return _cut_inside(children[1], mark)
        text.children = children = children[3:]
        if children and children[0].type == "text":
            children[0].content = children[0].content.lstrip(" :")
        return True
    plain = list(takewhile(lambda child: child.type in _TEXTS, children))  # an escaped sign is one of its own
    if plain and plain[0].type == "text" and (match := mark.match(written_in(plain))):
        _shorten(plain, match.end())
        return True
    return False


def _cut_inside(emphasized: Token, mark: re.Pattern[str]) -> bool:
    """Take a mark with a colon off the beginning of what is in bold or italics with it, as in `*A: This.*`."""
    match = mark.match(emphasized.content) if emphasized.type == "text" else None
    if not match or not match[0].rstrip().endswith((":", "：")):
        return False
    emphasized.content = emphasized.content[match.end() :]
    return True
