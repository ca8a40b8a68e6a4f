"""The text of an article becomes its terms, by which `link` finds what is related."""

from collections import Counter
from itertools import chain

from sitegen.base.words import numbers, pairs, words
from sitegen.model.terms import Terms

_MOST = 6000
"""Words of a text that are read; what stands below them rarely says what the text is about."""
_MOST_TITLE = 32
_KEYWORDS = 48
_SHORT = 2
_VERY_OFTEN = 8


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
    below = dict.fromkeys(chain(text, standfirst))
    # What stands out counts twice: a heading or an opening is in the text once already, the title is not.
    counts = Counter(chain(text, standfirst, standfirst, shown, opening, head, head))
    often = [word for word in below if counts[word] > 1]
    wanted = frozenset(often)
    spelled = {number: word for number, word in zip(text, read, strict=True) if number in wanted}
    # Twice or thrice is as often, and so is eight times or more.
    ranked = sorted(often, key=lambda word: -min(counts[word], _VERY_OFTEN).bit_length())
    keywords = [spelled[number] for number in ranked if len(spelled.get(number, "")) > _SHORT]
    packed = Terms(
        title=head,
        about=list(dict.fromkeys(chain(head, standfirst, shown, opening))),
        once=[word for word in below if counts[word] == 1],
        often=often,
        pairs=[pair for pair in dict.fromkeys(chain(pairs(standfirst), pairs(text))) if pair not in below],
    ).pack()
    return packed, tuple(keywords[:_KEYWORDS])
