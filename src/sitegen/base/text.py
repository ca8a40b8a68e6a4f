"""Plain words: nearest names, cutting at a word, counting words and lines."""

import re
from collections.abc import Callable, Iterable

from sitegen.base.patterns import regex

_LONG_WORD = 40
"""Characters of a word that is not left out whole."""
# A run of letters and digits is a word; each Chinese, Japanese kana or Thai character counts as half of one below.
# `re` compiles both where some text is not ASCII.
_WORD = r"[^\W_]+(?:['’][^\W_]+)*"
_IDEOGRAPH = r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]"

_NO_LETTERS = regex(r"[\W_]+")
_TYPOGRAPHY = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("—", " - "), ("–", "-"), ("…", "..."), ("\u00a0", " "))
# Words in ASCII are told a byte at a time: each letter or digit becomes an "a", all else a space.
_WORDS_ONLY = bytes(ord("a") if code < 128 and chr(code).isalnum() else ord(" ") for code in range(256))
_PLAIN = regex(r"[^\W\d_][^:#\n\"'{}\[\],&*!|>%@`]*(?<! )")
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off"})
CODE = regex(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
"""What Markdown shows as it is written: words, and blocks between fences of such signs."""


def outside_code(text: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> str:
    """Return a text of Markdown in which what a pattern finds is replaced, but for code."""
    parts: list[str] = []
    done = 0
    for code in CODE.finditer(text):
        parts += pattern.sub(replace, text[done : code.start()]), code[0]
        done = code.end()
    return "".join([*parts, pattern.sub(replace, text[done:])])


def has_any(text: str, signs: Iterable[str]) -> bool:
    """Tell whether any of these stands in a text."""
    return any(map(text.__contains__, signs))


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that `name` is most likely a misspelling of."""
    from difflib import get_close_matches  # only mistakes need it

    candidates = {candidate.casefold(): candidate for candidate in sorted(known)}
    found = get_close_matches(name.casefold(), list(candidates), n=1, cutoff=0.75)
    return candidates[found[0]] if found else None


def did_you_mean(near: str | None, otherwise: str) -> str:
    """Return the hint that asks for a known name near to what was written; where there is none, what else to do."""
    return f'did you mean "{near}"?' if near else otherwise


def collapse(text: str) -> str:
    """Return the text on one line, with single spaces."""
    return " ".join(text.split())


def letters(text: str) -> str:
    """Return the letters and digits of a text in small letters: two spellings of one text have the same."""
    return _NO_LETTERS.sub("", text.casefold())


def blank(text: str, sign: str = " ") -> str:
    """Return signs in place of a text, as many and in as many lines, so that what follows keeps its line and column."""
    return re.sub(r"[^\n]", sign, text)


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Return the line and the column, both from 1, in which an offset of a text stands."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def shorten(text: str, most: int) -> str:
    """Return at most `most` characters, cut at a word and ended with an ellipsis; a very long word is cut in itself."""
    text = collapse(text)
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    head = cut.rsplit(" ", 1)[0] if " " in cut[max(most // 2, most - _LONG_WORD) :] else cut
    return head.rstrip(" ,;:.–—-") + "…"


def plain_ascii(text: str) -> str:
    """Return the text with typographic quotes, dashes and spaces as ASCII: most news is then, and quick to split."""
    if not text.isascii():
        for typographic, simple in _TYPOGRAPHY:
            text = text.replace(typographic, simple)
    return text


def count_words(text: str) -> int:
    """Return the number of words; two characters of an unspaced script count as one word."""
    text = plain_ascii(text)
    if text.isascii():
        return (b" " + text.encode().translate(_WORDS_ONLY, b"'")).count(b" a")
    ideographs = len(re.findall(_IDEOGRAPH, text))
    if not ideographs:
        return len(re.findall(_WORD, text))
    return len(re.findall(_WORD, re.sub(_IDEOGRAPH, " ", text))) + (ideographs + 1) // 2


def said_by(error: BaseException) -> str:
    """Return what an error says, or the one that it wraps, without its number and in one line; else its kind."""
    reason = getattr(error, "reason", None) or error
    return collapse(getattr(reason, "strerror", None) or str(reason)) or type(reason).__name__


def plural(count: int, one: str) -> str:
    """Return `3 pages`, `1 page`, `1,204 pages`."""
    return f"{count:,} {one if count == 1 else one + 's'}"


def in_yaml(text: str) -> str:
    """Return the text as a YAML value: plain where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.casefold() not in _WORDS_OF_YAML:
        return text
    import json  # only what writes articles needs it

    return json.dumps(text, ensure_ascii=False)
