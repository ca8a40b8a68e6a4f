"""Text becomes weighted words, by which `link` finds what is related."""

import re
from collections import Counter
from operator import itemgetter

from sitegen.base.text import plain_ascii

_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_LETTERS_ONLY = {code: " " for code in range(128) if not chr(code).isalpha()}
_MOST = 64
_TITLE, _HEADING, _LEAD = 8.0, 3.0, 2.0


def terms(title: str, headings: list[str], lead: str, body: str) -> tuple[tuple[str, float], ...]:
    """Return the heaviest words and their weights, heaviest first, ties in order of the alphabet."""
    weights: dict[str, float] = Counter(_words(body))  # type: ignore[assignment]  # counts are weighed
    for text, weight in ((title, _TITLE), (" ".join(headings), _HEADING), (lead, _LEAD)):
        for word in _words(text):
            weights[word] = weights.get(word, 0) + weight
    heaviest = sorted(weights.items())
    heaviest.sort(key=itemgetter(1), reverse=True)
    return tuple((word, float(weight)) for word, weight in heaviest[:_MOST])


def _words(text: str) -> list[str]:
    text = plain_ascii(text.lower())
    if text.isascii():
        return [word for word in text.translate(_LETTERS_ONLY).split() if len(word) > 1]
    words = _WORD.findall(text)
    result: list[str] = []
    for word in words:
        runs = _UNSPACED.findall(word)
        if not runs:
            result.append(word)
        for run in runs:
            result.extend(run[index : index + 2] for index in range(max(len(run) - 1, 1)))
    return result
