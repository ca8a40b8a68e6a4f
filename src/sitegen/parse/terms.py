"""The text of an article becomes its terms, by which `link` finds what is related."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, islice

from sitegen.base.words import numbers, pairs, words
from sitegen.model.terms import Terms

_MOST = 6000
"""Words of a text that are read; what stands below them rarely says what the text is about."""
_MOST_TITLE = 32
_KEYWORDS = 48
_SHORT = 2
_AS_OFTEN = ((8, sys.maxsize), (4, 7), (2, 3))


def terms(title: str, body: str, *, description: str, headings: list[str], lead: str) -> tuple[bytes, tuple[str, ...]]:
    """Return the packed terms, and the words that stand in the text most often, for a reader's search.

    `body` is all text below the title, headings and lead included.
    """
    head = numbers(words(title)[:_MOST_TITLE])
    standfirst = numbers(words(description)[:_MOST])
    shown = numbers(words("\n".join(headings))[:_MOST])
    opening = numbers(words(lead)[:_MOST])
    read = words(body)[:_MOST]
    text = numbers(read)
    counts = Counter(chain(text, standfirst))
    below = len(counts)
    # What stands out counts twice: a heading or an opening is in the text once already, the title is not.
    counts.update(chain(standfirst, shown, opening, head, head))
    counted = list(islice(counts.items(), below))
    often = [(word, count) for word, count in counted if count > 1]
    packed = Terms(
        title=head,
        about=list(dict.fromkeys(chain(head, standfirst, shown, opening))),
        once=[word for word, count in counted if count == 1],
        often=[word for word, _ in often],
        pairs=_pairs(text, standfirst, counts),
    ).pack()
    spelled = dict(zip(text, read, strict=True))
    ranked = [word for least, most in _AS_OFTEN for word, count in often if least <= count <= most]
    keywords = [word for number in ranked if len(word := spelled.get(number, "")) > _SHORT]
    return packed, tuple(keywords[:_KEYWORDS])


def _pairs(text: Sequence[int], standfirst: Sequence[int], counts: Mapping[int, int]) -> list[int]:
    """Return each pair once, but for those that happen to have the number of a word below the title."""
    found = dict.fromkeys(chain(pairs(standfirst), pairs(text)))
    if not counts.keys().isdisjoint(found.keys()):  # hardly ever; to ask for all at once is quicker
        for word in (*text, *standfirst):
            found.pop(word, None)
    return list(found)
