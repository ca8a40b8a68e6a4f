"""Codes of languages (BCP 47), and how other systems write them."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from sitegen.base.patterns import regex

Known = TypeVar("Known")
# RFC 5646, section 2.1.
_CODE = regex(
    r"(?:(?P<language>[a-z]{2})|[a-z]{3})(?P<extended>-[a-z]{3})?(?:-[a-z]{4})?(?:-(?:(?P<region>[a-z]{2})|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)
# Of the IANA Language Subtag Registry, as of 2026: those of two letters, which people mistake for one another.
_LANGUAGES = (
    " aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el "
    "en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it "
    "iu iw ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo "
    "mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh "
    "si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh "
    "yi yo za zh zu "
)
_REGIONS = (
    " aa ac ad ae af ag ai al am an ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq br bs bt bu "
    "bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cp cq cr cs cu cv cw cx cy cz dd de dg dj dk dm do dz ea ec ee "
    "eg eh er es et eu ez fi fj fk fm fo fr fx ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr "
    "ht hu ic id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu "
    "lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nt nu "
    "nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr "
    "ss st su sv sx sy sz ta tc td tf tg th tj tk tl tm tn to tp tr tt tv tw tz ua ug um un us uy uz va vc ve vg vi "
    "vn vu wf ws yd ye yt yu za zm zr zw zz "
)
_EXTENDED = frozenset(("ar", "lv", "ms", "sw", "uz", "zh"))
"""Languages of two letters that a code of three may follow."""
_CHINESE = " cdo cjy cmn cnp cpx csp czh czo gan hak hnm hsn luh lzh mnp nan sjc wuu yue "
_MEANT = {
    "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "ua": "uk", "us": "en", "vn": "vi",
    "arabic": "ar", "chinese": "zh", "deutsch": "de", "dutch": "nl", "english": "en", "french": "fr", "german": "de",
    "hindi": "hi", "italian": "it", "japanese": "ja", "korean": "ko", "polish": "pl", "portuguese": "pt",
    "russian": "ru", "spanish": "es", "turkish": "tr", "ukrainian": "uk",
    "español": "es", "français": "fr", "italiano": "it", "nederlands": "nl", "polski": "pl", "português": "pt",
    "português (do brasil)": "pt-BR", "türkçe": "tr", "русский": "ru", "українська": "uk", "العربية": "ar",
    "हिन्दी": "hi", "日本語": "ja", "한국어": "ko", "中文": "zh", "简体中文": "zh-Hans", "繁體中文": "zh-Hant",
}  # fmt: skip
"""What stands for a country, or names a language."""


_SPOKEN_IN = {
    "ar": "EG", "cs": "CZ", "da": "DK", "de": "DE", "en": "US", "es": "ES", "fa": "IR", "fr": "FR", "he": "IL",
    "hi": "IN", "id": "ID", "it": "IT", "ja": "JP", "ko": "KR", "nb": "NO", "nl": "NL", "no": "NO", "pl": "PL",
    "pt": "BR", "ru": "RU", "sv": "SE", "tr": "TR", "uk": "UA", "vi": "VN", "zh": "CN", "zh-hant": "TW",
}  # fmt: skip
"""Where most speakers of a language live (Unicode CLDR, "Likely Subtags")."""


def likely_region(language: str) -> str:
    """Return the code of the region where a language is most likely spoken, or an empty string."""
    code = language.casefold()
    return _SPOKEN_IN.get(code) or _SPOKEN_IN.get(code.partition("-")[0], "")


def is_language(code: str) -> bool:
    """Tell whether this is a code: `en`, `de-AT`, `zh-Hant`. Of three letters, every one counts as known."""
    if len(code) == 2:  # as most are; to compile the pattern takes a hundredth of a build that finds nothing to do
        return f" {code.casefold()} " in _LANGUAGES
    match = _CODE.fullmatch(code)
    if match is None:
        return False
    language, extended, region = (found and found.casefold() for found in match.group("language", "extended", "region"))
    if extended and (language not in _EXTENDED or (language == "zh" and f" {extended[1:]} " not in _CHINESE)):
        return False
    return (not language or f" {language} " in _LANGUAGES) and (not region or f" {region} " in _REGIONS)


def as_language(written: str) -> str:
    """Return `en_US.UTF-8` as `en-US`, anything that means no code as an empty string."""
    code = written.replace("_", "-").split(".")[0]
    return code if is_language(code) else ""


def meant_language(written: str) -> str:
    """Return the code that somebody means who writes `jp`, `en-UK` or "English"; or an empty string."""
    language, *rest = written.replace("_", "-").split("-")
    regions = ["GB" if part.casefold() == "uk" else part for part in rest]
    return as_language("-".join((_MEANT.get(language.casefold(), language), *regions)))


def told_by_path(ident: str, languages: Sequence[str], own: str) -> tuple[str, str]:
    """Return which of the languages a path without ending says, as a folder or behind a dot, and the path without it.

    `fr/a`, `news/fr/a`, `news/a.fr` and `news/a/index.fr` are French, where that is asked for. Beside others
    the language of the site itself, `own`, may stand behind the dot too.
    """
    if not languages:
        return "", ident
    known = {code.casefold(): code for code in languages}
    behind = {own.casefold(): own, **known}
    *folders, name = ident.split("/")
    stem, _, end = name.rpartition(".")
    if stem and (code := behind.get(end.casefold())):
        return code, "/".join((*folders, stem) if stem != "index" else folders)
    for at, folder in enumerate(folders):
        if code := known.get(folder.casefold().replace("_", "-")):
            return code, "/".join((*folders[:at], *folders[at + 1 :], name))
    return "", ident


def lookups(language: str) -> tuple[str, ...]:
    """Return the names under which words of a language may be found, in small letters, the most general first.

    `zh-Hant-HK` is looked for as `zh`, `zh-hant` and `zh-hant-hk`. A country whose language is written as another's,
    or in another script, finds that too: `zh-TW` is `zh`, `zh-hant` and `zh-tw`.
    """
    parts = language.replace("_", "-").casefold().split("-")
    names = ["-".join(parts[:length]) for length in range(1, len(parts) + 1)]
    like = _LIKE.get("-".join(parts[:2]))
    return tuple([names[0], like, *names[1:]] if like else names)


def known_of(language: str, known: Mapping[str, Known], default: Known) -> Known:
    """Return what is known of a language, of its script or region before that of the language; `default` if nothing."""
    found = [known[name] for name in lookups(language) if name in known]
    return found[-1] if found else default


def plural_form(language: str, count: int) -> str:
    """Return the form that a noun takes beside a whole number, as Unicode names it; nothing for the usual one.

    `one` is 1 alone, in every language, so that a text may say "a" for it.
    """
    if count == 1:
        return "one"
    rule = _PLURALS.get(language.partition("-")[0].casefold())
    return rule(count) if rule else ""


def _arabic(count: int) -> str:
    if count in (0, 2):
        return "two" if count else "zero"
    return "few" if 3 <= count % 100 <= 10 else "many" if count % 100 > 10 else ""


def _hebrew(count: int) -> str:
    return "two" if count == 2 else ""


def _czech(count: int) -> str:
    return "few" if 2 <= count <= 4 else ""


def _polish(count: int) -> str:
    return "few" if _ends_in_few(count) else "many"


def _russian(count: int) -> str:
    return "few" if _ends_in_few(count) else "" if count % 10 == 1 and count % 100 != 11 else "many"


def _ends_in_few(count: int) -> bool:
    return 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14


_LIKE = {
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-mo"), "zh-hant"),
    **dict.fromkeys(("pt-ao", "pt-cv", "pt-gw", "pt-mz", "pt-st", "pt-tl"), "pt-pt"),
}
_PLURALS: dict[str, Callable[[int], str]] = {
    "ar": _arabic,
    "he": _hebrew,
    "pl": _polish,
    **dict.fromkeys(("cs", "sk"), _czech),
    **dict.fromkeys(("be", "bs", "hr", "ru", "sr", "uk"), _russian),
}
