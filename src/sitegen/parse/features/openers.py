"""The words that callouts open with, as patterns for each language."""

import re
from functools import lru_cache

from sitegen.base.patterns import regex
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.phrases import LANGUAGES, phrases

OPENINGS = {
    "did-you-know": r"did\syou\sknow",
    "pro-tip": r"pro[-‑\s]?tips?|quick[-‑\s]tips?",
    "example": r"real[-‑\s](?:life|world)\sexamples?",
}
# A sign, which may stand behind bold, or "that", which goes on with a sentence where the phrase alone is in bold.
_ENDING = (
    r"(?:(?:\sthat\s?)?(?:(?:\.{3}|…)?\s?[?？؟]|…|\.{3})|(?=\s?:)|(?=\s[–—]\s)|(?=[*_]{1,3}[?？؟:：])"
    r"|(?:\sthat)?(?=[*_]{2,3}\s)(?:(?<=that)|(?=[*_]{2,3}\sthat\b)))"
)
_FOREIGN = regex(r"[^\W\d_a-zA-Z]")
"""A letter that English has none of."""
ASKS = regex(r"(?:\s?[?？؟!…]|\.{3})+\s*$")


@lru_cache(maxsize=32)
def phrase(language: str) -> re.Pattern[str]:
    """Return the pattern of the opening phrases in English and in the article's language."""
    own = phrases(language).openings
    kinds = []
    for kind, pattern in OPENINGS.items():
        written = "|".join(map(_loosely, own[kind]))
        ending = rf"{_ENDING}|fun\sfacts?" if kind == "did-you-know" else r"(?:\s?#?\d{1,2})?"
        kinds.append(f"(?P<{kind.replace('-', '_')}>(?:(?:{pattern}|{written}){ending}))")
    more = r"(?P<more>\s(?:(?:for|from|of|in|on)\s[^*_\n:：.!?]{1,50}|\([^*_\n()]{1,50}\))(?=\s?[*_]{0,3}[:：]))?"
    end = r"\s?[:：!！]|\s?[–—](?=[\s*_])|\s-(?=\s|\*\*\s)"
    emoji = r"(?:(?:ℹ\ufe0f?|[^\w\s*_\\\[\]()<>`'\"“”‘’#>|~.,:：?？!！–—-]{1,3}|:[a-z][a-z_]+:)\s*)"
    # What follows is told apart by a space, by emphasis, or by a sign of those scripts that put no space behind it.
    apart = r"(?=\s|$|[*_<]|&nbsp;|(?<=[?？؟!:：…]\*\*)\w|(?<=[：？！]))"
    behind = rf"(?:[ \t]+{emoji}(?:(?<=\n)|\Z))?"  # a picture that ends the line
    return re.compile(
        rf"(?P<before>(?:{emoji}|[*_]{{1,3}}){{0,4}})(?:{'|'.join(kinds)}){more}(?:\s?{emoji}?)"
        rf"(?P<colon>{end})?(?P<after>[*_]{{0,3}})(?P<late>{end}|(?(did_you_know)[?？؟]|(?!)))?{apart}{behind}\s*(?:\\\n\s*)?",
        re.IGNORECASE,
    )


def _loosely(title: str) -> str:
    """Return a pattern for a title, whose spaces and hyphens writers vary."""
    return re.escape(ASKS.sub("", title)).replace(r"\ ", r"[\s-]").replace(r"\-", r"[-‑\s]?")


@lru_cache(maxsize=64)
def _own_stems(language: str) -> tuple[str, ...]:
    own = phrases(language).openings
    return tuple(ASKS.sub("", title).strip().casefold() for kind in OPENINGS for title in own[kind])


@lru_cache(maxsize=32)
def _stems(language: str) -> tuple[str, ...]:
    stems = {"did you know", "pro tip", "pro-tip", "protip", "real-life", "real life", "real-world", "real world"}
    stems |= {"fun fact", "quick tip", "quick-tip"}
    stems.update(_own_stems(language))
    # Where the shorter is not, the longer that begins with it cannot be.
    return tuple(sorted(stem for stem in stems if not any(stem.startswith(other) for other in stems - {stem})))


def stem_in(text: str, manuscript: Manuscript) -> bool:
    """Tell, quickly, whether an opening phrase can be in a text."""
    text = text.casefold().replace("[!pro-tip", "")  # an alert is no phrase
    text = text.replace("‑", "-").replace("\N{NO-BREAK SPACE}", " ")  # at which no line ends
    wanted = _stems(manuscript.tongue or manuscript.language) if manuscript.settings.callout_openings else ()
    return any(stem in text for stem in wanted)


def may_open(manuscript: Manuscript) -> bool:
    """Tell, quickly, whether any opening phrase can be in the text, in the language that it says or in another."""
    if manuscript.opens is None:
        manuscript.opens = stem_in(manuscript.text, manuscript)
        if not manuscript.opens and manuscript.settings.callout_openings and _FOREIGN.search(manuscript.text):
            text = manuscript.text.casefold()
            found = (language for language in LANGUAGES if any(stem in text for stem in _own_stems(language)))
            manuscript.tongue = next(found, "")
            manuscript.opens = bool(manuscript.tongue)
    return manuscript.opens


def phrase_in(manuscript: Manuscript) -> re.Pattern[str]:
    """Return the pattern of the phrases that open callouts in a text."""
    return phrase(manuscript.tongue or manuscript.language)
