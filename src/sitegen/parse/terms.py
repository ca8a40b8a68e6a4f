"""Text becomes weighted words, by which `link` finds what is related."""

import re
from collections import Counter
from operator import itemgetter

from sitegen.base.text import plain_ascii

_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_LETTERS_ONLY = {code: " " for code in range(128) if not chr(code).isalpha()}
_MOST = 112
_TITLE, _HEADING, _LEAD = 8.0, 3.0, 2.0


def terms(title: str, headings: list[str], lead: str, body: str) -> tuple[tuple[str, float], ...]:
    """Return the heaviest words and their weights, heaviest first, ties in order of the alphabet."""
    weights: dict[str, float] = Counter(_words(body))  # type: ignore[assignment]  # counts are weighed
    for text, weight in ((title, _TITLE), (" ".join(headings), _HEADING), (lead, _LEAD)):
        for word in _words(text):
            weights[word] = weights.get(word, 0) + weight
    heavy = [item for item in weights.items() if item[1] > 1 and len(item[0]) > 1]
    if len(heavy) < _MOST:
        heavy = [item for item in weights.items() if len(item[0]) > 1]
    heavy.sort()
    heavy.sort(key=itemgetter(1), reverse=True)
    return tuple((word, float(weight)) for word, weight in heavy[:_MOST])


def _words(text: str) -> list[str]:
    """Return the words in lower case; a script without spaces counts by pairs of characters."""
    text = plain_ascii(text.lower())
    if text.isascii():
        return text.translate(_LETTERS_ONLY).split()
    words = _WORD.findall(text)
    result: list[str] = []
    for word in words:
        runs = _UNSPACED.findall(word)
        if not runs:
            result.append(word)
        for run in runs:
            result.extend(run[index : index + 2] for index in range(max(len(run) - 1, 1)))
    return result
