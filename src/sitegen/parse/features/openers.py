"""The words that callouts open with, as patterns for each language."""

import re
from functools import lru_cache

from markdown_it.token import Token

from sitegen.base.patterns import regex
from sitegen.base.text import has_any
from sitegen.parse.features.callouts import opening
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.phrases import LANGUAGES, phrases
from sitegen.parse.tokens import row_of

OPENINGS = {
    "did-you-know": r"did\syou\sknow",
    "pro-tip": r"(?:[^\W\d_][\w'’-]*\s){0,2}pro[-‑\s]?tips?|(?:quick|expert|insider)[-‑\s]tips?",
    "example": r"(?:a\s)?real[-‑\s](?:life|world)\s(?:examples?|(?:success\s)?stor(?:y|ies)|scenarios?|"
    r"(?:use[-\s])?case(?:\sstudy)?)(?!s)|"
    r"(?:an\s)?example\sfrom\sreal\slife",
    "important": r"key\stakeaway(?!s)",
}
# A sign, which may stand behind bold, or "that", which goes on with a sentence where the phrase alone is in bold.
_ENDING = (
    r"(?:(?:\sthat\s?)?(?:(?:\.{3}|…)?\s?[?？؟]|…|\.{3})|(?:\s#\d{1,2})?(?=\s?:)|(?=\s[–—][\s*_])|(?=[*_]{1,3}[?？؟:：])"
    r"|(?=[*_]{2,3}\s*(?:[–—]\s|\n|\Z))|(?:\sthat)?(?=[*_]{2,3}\s)(?:(?<=that)|(?=[*_]{2,3}\sthat\b)))"
)
_GOES_ON = r"(?=(?:[*_]{2,3})?\s)"
"""Behind what begins a sentence: where the phrase is in bold, or a picture stands before it, that makes a callout."""
_FOREIGN = regex(r"[^\W\d_a-zA-Z]")
"""A letter that English has none of."""
ASKS = regex(r"(?:\s?[?？؟!…]|\.{3})+\s*$")
# "Did you know? he asks": a question in a story.
_SAYS = regex(r"(?:[a-z]+ ){1,3}(?:asks?|asked|says?|said|wrote|writes?|wondered|replied)\b|(?:asked|said) ")
_PICTURE = regex(r":[a-z][a-z_]+:")
"""A picture by its name."""
_LOOSE = regex(r"quick|fun|key|expert|insider|an?\s|example|.*(?:stor|scenario|case)", re.IGNORECASE)
"""Phrases that say enough in bold alone."""
_WHOSE = regex(r".+\spro[-‑\s]?tips?\Z", re.IGNORECASE)
"""A phrase with a word before that a colon must follow: "Editor's pro tip"."""
_SEVERAL = regex(r"(?:tips|examples|stories|scenarios)\Z", re.IGNORECASE)
"""Phrases that say that many follow."""
_ARTICLE = r"(?:(?:eine?|une?|una|um|el|la|le|il|o)\s|l['’]\s?)?"
"""What other languages may begin a label with."""
_ENGLISH = (
    "pro tip",
    "protip",
    "real life",
    "real world",
    "fun fact",
    "quick tip",
    "expert tip",
    "insider tip",
    "key takeaway",
)
"""What the phrases begin with, hyphens as spaces, besides "did you know", which an alert has with hyphens."""
_IN_ENGLISH = (" tip", "protip", "real ", "fun fact", "key takeaway")
"""What is in these: few words are sooner looked for than many."""
_VARIED = dict.fromkeys(map(ord, " -‑'’\\\N{NO-BREAK SPACE}"))
_DASHES = ("–", "—", "-", "--", "---", "·", "•", "|")
_BOLD = r"\g<before>**\g<words>** "
_NEAR = 5
"""Characters among which a bracket begins that only a picture may stand before."""
_HEAD = 80
"""Characters among which the phrase and all marks around it stand."""
_CONVERTED = regex(r"\\(?=[-‑:!?.…])|</?u>")
_HTML_MARKED = regex(
    r"^(?P<before>\W{0,4})(?:<(?:b|strong|span|em|i|u)\b[^<>\n]*>){0,2}"
    r"<(?:(?:b|strong|em|i)\b|span\b(?=[^<>\n]*\bfont-weight:\s?(?:bold|[6-9]00)\b))[^<>\n]*>"
    r"(?:<(?:span|em|i|u)\b[^<>\n]*>)?(?P<words>[^<\n]{1,60})(?:</(?:b|strong|span|em|i|u)>){1,3}",
    re.IGNORECASE,
)
"""Words in bold or in italics, as raw HTML writes them at the beginning of a paragraph."""
_BOLD_TAG = regex(r"<(?:b|strong)\b|font-weight", re.IGNORECASE)


_BRACKETS = ("[", "【")
_IN_BRACKETS = regex(
    r"^(?P<before>[^\w\[*【]{0,4})(?P<bold>\*\*)?[\[【](?P<words>[^\[\]【】\n]{1,60})[\]】](?![(\[])(?(bold)\*\*)[ \t]*"
)
"""Words in brackets there, which are no link."""
_LABEL = regex(
    r"^(?P<before>[^\w*]{0,4})(?:\*\*callout(?:\sbox)?\s?(?:[:：]\*\*|\*\*[:：])\s*|"
    r"(?P<bold>(?:\*\*)?[^\w*]{0,4})callout(?:\sbox)?(?:\s\d{1,2})?\s?[:：–—-]\s*)",
    re.IGNORECASE,
)
"""What says before a phrase that a callout is meant, as outlines do."""


@lru_cache(maxsize=32)
def phrase(language: str) -> re.Pattern[str]:
    """Return the pattern of the opening phrases in English and in the article's language."""
    own = _openings(language)
    kinds = []
    for kind, pattern in OPENINGS.items():
        written = "|".join(map(_loosely, own.get(kind, ()))) or "(?!)"
        ending = r"(?:\s?#?\d{1,2})?"
        if kind == "did-you-know":
            begun = "|".join(_loosely(title) for title in own[kind] if "…" in title)
            others = f"|(?:{begun}){_GOES_ON}" if begun else ""
            ending = rf"{_ENDING}|fun\sfacts?|(?P<begun>{pattern}(?=\sthat\b){others})"
        kinds.append(f"(?P<{kind.replace('-', '_')}>(?:(?:{pattern}|{_ARTICLE}(?:{written})){ending}))")
    more = r"(?P<more>\s(?:(?:for|from|of|in|on)\s[^*_\n:：.!?]{1,50}|\([^*_\n()]{1,50}\))(?=\s?[*_]{0,3}[:：]))?"
    end = r"\s?[:：!！]|\.(?=[*_]{2,3})|\s?(?:[–—]|(?<=\s)-{2,3})(?=[\s*_])|\s[-·•|](?=\s|\*\*\s)"
    emoji = r"(?:(?:ℹ\ufe0f?|[^\w\s*_\\\[\]()<>`'\"“”‘’#>|~.,:：?？!！¿¡–—-]{1,3}|:[a-z][a-z_]+:|(?:--?|=)>)\s*)"
    # What follows is told apart by a space, by emphasis, or by a sign of those scripts that put no space behind it.
    apart = r"(?=\s|$|[*_<]|\\\n|&nbsp;|(?<=[?？؟!:：…]\*\*)\w|(?<=[：？！]))"
    behind = rf"(?:[ \t]+{emoji}(?:(?<=\n)|\Z))?"  # a picture that ends the line
    return re.compile(
        rf"(?P<before>(?:{emoji}|[*_]{{1,3}}){{0,4}})(?:{'|'.join(kinds)}){more}(?:\s?{emoji}?)"
        rf"(?P<colon>{end})?(?P<after>[*_]{{0,3}})(?P<late>{end}|(?(did_you_know)[?？؟]|(?!)))?{apart}{behind}\s*(?:(?:\\\n|<br\s?/?>)\s*)?",
        re.IGNORECASE,
    )


def _loosely(title: str) -> str:
    """Return a pattern for a title, whose spaces, hyphens and apostrophes writers vary."""
    return re.escape(ASKS.sub("", title)).replace(r"\ ", r"[\s-]").replace(r"\-", r"[-‑\s]?").replace("'", "['’]")


@lru_cache(maxsize=64)
def _stems(language: str) -> tuple[str, ...]:
    """Return what a phrase in a language begins with, without what writers vary."""
    return tuple(
        _squeezed(ASKS.sub("", title).strip().casefold()) for titles in _openings(language).values() for title in titles
    )


def _openings(language: str) -> dict[str, tuple[str, ...]]:
    """Return what opens callouts in a language, by kind: what else is important has no words of its own."""
    own = phrases(language).openings
    return {kind: own[kind] for kind in OPENINGS if kind != "important"}


def _squeezed(text: str) -> str:
    return text.translate(_VARIED)


def stem_in(text: str, manuscript: Manuscript) -> bool:
    """Tell, quickly, whether an opening phrase can be in a text."""
    if not manuscript.settings.callout_openings:
        return False
    text = text.casefold().replace("[!pro-tip", "")  # an alert is no phrase
    text = text.replace("‑", "-").replace("\N{NO-BREAK SPACE}", " ")  # at which no line ends
    text = text.replace("\\-", "-").replace("&nbsp;", " ")
    spaced = text.replace("-", " ")
    likely = has_any(spaced, _IN_ENGLISH) and has_any(spaced, _ENGLISH)
    if likely or "did you know" in text:
        return True
    language = manuscript.tongue or manuscript.language
    return not language.startswith("en") and _has_stem(_squeezed(text), language)


def _has_stem(squeezed: str, language: str) -> bool:
    return any(stem in squeezed for stem in _stems(language))


def may_open(manuscript: Manuscript) -> bool:
    """Tell, quickly, whether any opening phrase can be in the text, in the language that it says or in another."""
    if manuscript.opens is None:
        manuscript.opens = stem_in(manuscript.text, manuscript)
        text, wanted = manuscript.text, manuscript.settings.callout_openings
        if not manuscript.opens and wanted and not text.isascii() and _FOREIGN.search(text):
            squeezed = _squeezed(text.casefold())
            manuscript.tongue = next((language for language in LANGUAGES if _has_stem(squeezed, language)), "")
            manuscript.opens = bool(manuscript.tongue)
    return manuscript.opens


def _phrase_in(manuscript: Manuscript) -> re.Pattern[str]:
    """Return the pattern of the phrases that open callouts in a text."""
    return phrase(manuscript.tongue or manuscript.language)


def marks(before: str) -> str:
    """Return the marks of emphasis among what stands before a phrase."""
    return "".join(sign for sign in _PICTURE.sub("", before) if sign in "*_")


def _marked(found: re.Match[str]) -> str:
    """Return words in bold or italics as Markdown has them; as they are where an element goes on behind them."""
    sign = "**" if _BOLD_TAG.search(found[0]) else "*"
    whole = found[0].count("<") == 2 * found[0].count("</")
    return f"{found['before']}{sign}{found['words']}{sign}" if whole else found[0]


def bare(content: str) -> str:
    """Return what a paragraph or a heading says without "Callout:" before it, and in bold for words in brackets.

    What converters write around its first words leaves as well: a backslash, a line below them, the name of a space.
    """
    head = content[:_HEAD]
    if ("\\" in head or "<u>" in head) and "`" not in head:
        content = _CONVERTED.sub("", head) + content[_HEAD:]
    if "&nbsp;" in head:
        content = content[:_HEAD].replace("&nbsp;", " ") + content[_HEAD:]
    if has_any(content[:_NEAR], _BRACKETS):
        content = _IN_BRACKETS.sub(_BOLD, content, count=1)
    return _LABEL.sub(lambda label: label["before"] + (label["bold"] or ""), content, count=1)


def opens(content: str, manuscript: Manuscript) -> re.Match[str] | None:
    """Return the phrase that a paragraph opens with, where it stands out enough to make a callout."""
    match = _phrase_in(manuscript).match(bare(_HTML_MARKED.sub(_marked, content, count=1)))
    if not match:
        return None
    after = match["after"]
    bold = len(after) >= 2
    if match["did_you_know"] and not bold and _SAYS.match(match.string, match.end()):
        return None
    asked = match["did_you_know"]
    if (match["colon"] or "").strip() in _DASHES and asked and asked[-1].isalpha() and not match["before"].strip():
        return None  # "Did you know – really – that": the beginning of a sentence
    pictured = bool(match["before"].strip("*_ "))
    if match["begun"] and not (bold or pictured):
        return None
    if _WHOSE.match(match["pro_tip"] or "") and not (match["colon"] or match["late"]):
        return None
    ends = match.end() == len(match.string) or "\n" in match[0]
    if match["important"] and not (match["colon"] or match["late"] or ends or has_any(content[:_NEAR], _BRACKETS)):
        return None
    several = bool(_SEVERAL.search(match["pro_tip"] or match["example"] or ""))
    said = match["pro_tip"] or match["did_you_know"] or match["example"] or match["important"]
    loose = bool(_LOOSE.match(said) or _WHOSE.match(said))
    if not marks(match["before"]).endswith(after[::-1]) or ((match["more"] or several or loose) and not bold):
        return None
    return match if match["colon"] or match["late"] or bold or match["did_you_know"] or (pictured and ends) else None


def kind_and_title(match: re.Match[str]) -> tuple[str, str]:
    """Return the kind of callout that a phrase opens, and the title that it makes."""
    kind = next(kind for kind in OPENINGS if match[kind.replace("-", "_")])
    title = " ".join(f"{match[kind.replace('-', '_')]}{match['more'] or ''}".split())
    if match["begun"] and title.casefold() != "did you know":
        return kind, f"{title}…{'?' * title.startswith('¿')}"
    if title.casefold() == "did you know":
        return kind, f"{title}{'…' if match.string.startswith('that ', match.end()) else '?'}"
    return kind, f"{title}…" if title.casefold().endswith(" that") else title


def stands_alone(text: Token, manuscript: Manuscript) -> bool:
    """Tell whether a line is a phrase and no more."""
    match = _phrase_in(manuscript).match(bare(text.content))
    return match is not None and match.end() == len(match.string)


def opening_of_heading(text: Token, manuscript: Manuscript) -> list[Token]:
    """Return the opening of the callout that a heading begins, with all of the heading as its title."""
    match = _phrase_in(manuscript).match(bare(text.content))
    if not match:
        return []
    kind, title = kind_and_title(match)
    rest = match.string[match.end() :].strip("*_ ")
    asks = bool(ASKS.search(title))
    goes_on = asks or match["colon"] or match["late"]
    if _WHOSE.match(match["pro_tip"] or "") and not goes_on:
        return []
    if rest and (not goes_on or (kind == "did-you-know" and rest[:1].islower())):
        return []
    whole = f"{title}{'' if asks else ':'} {rest}" if rest else title
    return opening(kind, whole, row_of(text), manuscript)
