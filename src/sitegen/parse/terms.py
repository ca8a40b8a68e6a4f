"""Text becomes weighted words, by which `link` finds what is related."""

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]{2,}")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_MOST = 64
_TITLE, _HEADING, _LEAD, _BODY = 8.0, 3.0, 2.0, 1.0


def terms(title: str, headings: list[str], lead: str, body: str) -> tuple[tuple[str, float], ...]:
    """Return the heaviest words and their weights, heaviest first, ties in order of the alphabet."""
    weights: Counter[str] = Counter()
    for text, weight in ((title, _TITLE), (" ".join(headings), _HEADING), (lead, _LEAD), (body, _BODY)):
        for word, count in Counter(_words(text)).items():
            weights[word] += weight * count  # type: ignore[assignment]  # counts are weighed
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    return tuple((word, float(weight)) for word, weight in heaviest)


def _words(text: str) -> list[str]:
    words = _WORD.findall(text.lower())
    if text.isascii():
        return words
    result: list[str] = []
    for word in words:
        runs = _UNSPACED.findall(word)
        if not runs:
            result.append(word)
        for run in runs:
            result.extend(run[index : index + 2] for index in range(max(len(run) - 1, 1)))
    return result
