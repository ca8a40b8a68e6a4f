"""Lines such as `Tags: …` and `Meta description: …` at either end of a text leave it: the page has places for them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import has_any
from sitegen.parse.blocks import Block
from sitegen.parse.features.sectiontitles import SECTION
from sitegen.parse.matter.keys import ELSEWHERE, squeeze
from sitegen.parse.matter.metalines import COUNTS, FOR_SEARCH
from sitegen.parse.tokens import BLOCK, plain_children

_LINE = regex(r"\W*(?P<key>[^\W\d_](?:[\w\u200c\u0900-\u097f-]| (?! )){1,24})\s*[:：]\s*(?P<value>.+)")
_TAGS = frozenset(
    squeeze(name)
    for name in (
        *(word for word, key in ELSEWHERE.items() if key == "tags"),
        *("suggested tags", "post tags", "article tags", "blog tags", "hashtags", "topics"),
        *("tag", "tags", "tagged", "tagged with", "keyword", "keywords", "filed under", "mots clés", "palabras clave"),
        *("parole chiave", "palavras-chave", "taggar", "nyckelord", "emneord", "nøgleord", "słowa kluczowe", "štítky"),
        *("klíčová slova", "ключевые слова", "ключові слова", "anahtar kelimeler", "キーワード", "关键词", "關鍵詞"),
        *("關鍵字", "키워드", "الوسوم", "الكلمات المفتاحية", "برچسب‌ها", "תגיות", "מילות מפתח", "टैग", "kata kunci"),
        *("thẻ", "từ khóa"),
    )
)
_BETWEEN = regex(r"\s*[,;|·、，،؛]\s*|\s+(?=#)")
_PARTS = regex(r"\n|\s\|\s(?=[A-Z][\w ]{1,24}:)")
"""Where one of these ends and the next begins."""
_TAG = regex(r"#?[^\W_](?:[^#.?!:\n]|\.(?=\w)){0,39}")
_OVER_LINES = regex(
    r"\W*(?:(?:seo|meta|post|article|publishing|blog)\W?)+(?:details|data|info(?:rmation)?|settings|summary|elements|tags|pack)?\W*",
    re.IGNORECASE,
)
"""A heading over such lines."""
_SENTENCES = regex(r"[.!?]\s+\w")
_COUNT = regex(r"\W*\d[^.!?]{0,20}")
_MOST = 15
_MOST_WORDS = 4
_HASHTAGS = regex(r"#[^\W\d][\w/.-]*(?:[\s,]+#[^\W\d][\w/.-]*)+")
_SHARED_ON = frozenset((
    "x", "twitter", "facebook", "linkedin", "whatsapp", "telegram", "reddit", "mastodon", "bluesky", "threads",
    "pinterest", "email", "e-mail",
))  # fmt: skip
_SHARING = (
    "share", "partager", "compartir", "comparte", "compartilh", "teilen", "condividi", "поделиться", "delen", "dela",
)  # fmt: skip
"""How the label of such a line begins."""
_SHARES = regex(
    r"(?:https?:)?//(?:www\.|m\.|api\.)?(?:facebook\.com/(?:sharer|share)|(?:twitter|x)\.com/(?:intent|share)|"
    r"linkedin\.com/(?:shar(?:e|ing)|cws/share)|bsky\.app/intent|t\.me/share|wa\.me/\?|whatsapp\.com/send|reddit\.com/submit|"
    r"pinterest\.com/pin/create)|whatsapp://|mailto:\?",
    re.IGNORECASE,
)
"""What buttons of other pages lead to, which share the address that these had."""
_SIGNS = (":", "：", "#")
"""One of these is in all such lines."""
_NEAR_END = 6
"""Paragraphs: a call to comment or hashtags may stand below."""


class Told(NamedTuple):
    """What such lines say."""

    tags: tuple[str, ...] = ()
    description: str = ""


def take_lines(tokens: list[Token], known: Told) -> tuple[Told, list[Token]]:
    """Return what lines at the top and near the end say, and the tokens without them.

    Tags stay where the front matter, which is `known`, has others, and so does another description.
    """
    while (told := _with_lines(Block(tokens).paragraph, known)) is not None:
        known, tokens = told, tokens[BLOCK:]
    at = len(tokens)
    for _ in range(_NEAR_END):
        while at and (tokens[at - 1].type == "hr" or _is_over_comments(tokens, at)):
            at -= 1 if tokens[at - 1].type == "hr" else BLOCK
        at -= BLOCK
        if at >= 0 and told is not None and at + BLOCK == len(tokens) and _is_over_lines(Block(tokens, at)):
            return known, tokens[:at]
        if at < 0 or tokens[at].type != "paragraph_open" or tokens[at].level:
            break
        if (told := _with_lines(tokens[at + 1], known)) is not None:
            known, tokens = told, [*tokens[:at], *tokens[at + BLOCK :]]
    return known, tokens


def _is_over_comments(tokens: list[Token], end: int) -> bool:
    """Tell whether a heading that ends there is one over comments."""
    above = Block(tokens, end - BLOCK) if tokens[end - 1].type == "heading_close" else None
    match = SECTION.fullmatch(above.said.casefold()) if above else None
    return bool(match and match["comments"])


def _is_over_lines(block: Block) -> bool:
    """Tell whether a heading stands over such lines and nothing else."""
    return block.kind == "heading_open" and bool(_OVER_LINES.fullmatch(block.said))


def _with_lines(text: Token | None, known: Told) -> Told | None:
    """Return what is known with what the lines of a paragraph say; None where any says something else."""
    if not text or not has_any(text.content, _SIGNS):
        return None
    children = text.children or []
    told: Told | None = known
    for line in _PARTS.split(plain_children(children)):
        told = _with_line(line, told, children) if told else None
    return told


def _with_line(line: str, known: Told, children: Sequence[Token]) -> Told | None:
    """Return what is known with what a line of inline tokens says; None where it says anything else."""
    line = line.strip()
    match = _LINE.fullmatch(f"Tags: {line}" if _HASHTAGS.fullmatch(line) else line)
    key, value = (squeeze(match["key"]), match["value"].strip(" *_")) if match else ("", "")
    if key in _TAGS:
        tags = _tags(value)
        fits = tags and (not known.tags or {*map(str.casefold, tags)} <= {*map(str.casefold, known.tags)})
        return known._replace(tags=known.tags or tags) if fits else None
    if key == "metadescription":
        return known._replace(description=value) if known.description in ("", value) else None
    if key.startswith(_SHARING):
        return known if _is_idle(value, children) else None
    if key in FOR_SEARCH:
        return None if _SENTENCES.search(value) else known
    return known if key in COUNTS and _COUNT.fullmatch(value) else None


def _is_idle(value: str, children: Sequence[Token]) -> bool:
    """Tell whether a line names places where one could share the article, to which it has no links but buttons."""
    targets = (str(child.attrs.get("href", "#")) for child in children)
    leads = any(target != "#" and not _SHARES.match(target) for target in targets)
    return not leads and _SHARED_ON.issuperset(map(str.casefold, _BETWEEN.split(value)))


def _tags(value: str) -> tuple[str, ...]:
    """Return the tags that are listed; none where it is a sentence."""
    names = _BETWEEN.split(value)
    fits = len(names) <= _MOST and all(_TAG.fullmatch(name) and len(name.split()) <= _MOST_WORDS for name in names)
    return tuple(dict.fromkeys(name.removeprefix("#") for name in names)) if fits else ()
