"""Each key of the front matter is read into its field, typed and checked."""

import re
from collections.abc import Callable, Sequence
from html import unescape

from sitegen.base.noun import replace
from sitegen.base.paths import is_external
from sitegen.base.patterns import regex
from sitegen.base.text import did_you_mean, nearest
from sitegen.parse.matter.keys import is_own, squeeze
from sitegen.parse.matter.reading import Reader
from sitegen.parse.matter.records import (
    read_audio,
    read_callouts,
    read_corrections,
    read_faq,
    read_image,
    read_sources,
    read_translations,
)
from sitegen.parse.matter.values import Fields, Value, kind_of, plain
from sitegen.parse.people import name_or_names, names_in

_TYPES = (
    "NewsArticle", "Article", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
    "OpinionNewsArticle", "ReportageNewsArticle", "ReviewNewsArticle", "BlogPosting", "LiveBlogPosting",
    "TechArticle", "ScholarlyArticle", "Report", "SatiricalArticle", "AdvertiserContentArticle",
    "SocialMediaPosting",
)  # fmt: skip

HIDDEN = ("draft", "hidden", "private", "pending", "members", "paid", "tiers")
"""What `status` says of an article that is not out, or `visibility` of one that is not for everybody (Ghost)."""
_TEXTS = ("translation_key", "slug", "license", "canonical", "name", "role", "email")
_HASHTAG = regex(r"#[^\W\d][\w-]*")
_TAGGED = regex(
    r"<p(?:\s[^<>]*)?>(?P<paragraph>[^<>]*)</p>|"
    r"<(?P<tag>a|b|cite|code|em|i|kbd|mark|q|s|small|span|strong|su[bp]|u)(?:\s[^<>]*)?>"
    r"(?P<inner>(?!\s)[^<>]+(?<!\s))</(?P=tag)>",
    re.IGNORECASE,
)
"""Words between tags; with spaces on both sides the tags are spoken of: "<b> and </b>"."""
_DEEPEST = 8
"""Tags in tags."""
_ADDRESSES = ("path", "slug", "url", "href", "link", "file", "title")
"""What tells of an article in a table, the surest first."""
_MARKED = regex(
    r"(?<![\w*])(?P<sign>\*{1,3})(?P<bold>[^\s*](?:[^*]*[^\s*])?)(?P=sign)(?![\w*])|"
    r"`(?P<code>[^`]+)`|(?<!!)\[(?P<link>[^\[\]]+)\]\([^()\s]*\)"
)
"""What Markdown sets apart, where it is closed."""
_BOLD = regex(r"(?<![\w*])\*\*(?=[^\s*])([^*]+)(?<=[^\s*])\*\*(?![\w*])")
_CODE = regex(r"(?<![\w`])`(?! )([^`<>]+)(?<! )`(?![\w`])")
_BREAK = regex(r"(?<=\S)<br\s*/?>|<br\s*/?>(?=\S)", re.IGNORECASE)
"""The end of a line in a headline; with spaces on both sides it is spoken of."""
_REFERENCE = regex(r"&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)

Read = Callable[[Value, str, Fields, Reader], None]


def _field(name: str, read_value: Callable[[Value, str, Reader], object]) -> Read:
    """Return what reads a value into a field as it is."""

    def read(value: Value, key: str, fields: Fields, reader: Reader) -> None:
        fields.values[name] = read_value(value, key, reader)

    return read


def _text(value: Value, key: str, reader: Reader) -> str:
    return _spelled(reader.text(value, key))


def _spelled(text: str) -> str:
    """Return a plain text with letters for the names and numbers that HTML has for them (`&#8217;`, `&rsquo;`)."""
    return " ".join(_REFERENCE.sub(lambda match: unescape(match[0]), text).split()) if "&" in text else text


def _without_tags(text: str) -> str:
    """Return a text without the tags around words, which exports of WordPress have."""
    for _ in range(_DEEPEST if "</" in text else 0):
        text = _TAGGED.sub(lambda match: match["paragraph"] or match["inner"] or "", text)
    return text


def _headline(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    """Read a title, which is plain text, without tags and without what makes words bold or code in Markdown."""
    text = reader.text(value, key)
    if "<br" in text.lower():
        text = " ".join(_BREAK.sub(" ", text).split())
    fields.values["title"] = _spelled(_without_tags(_CODE.sub(r"\1", _BOLD.sub(r"\1", text))))


def _description(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    """Read a description, without the tags that exports of WordPress have in excerpts, and marks of Markdown.

    It is plain text in feeds, on cards, and in what search engines show.
    """
    text = reader.text(value, key)
    if "*" in text or "`" in text or "](" in text:
        text = _MARKED.sub(lambda match: match["bold"] or match["code"] or match["link"], text)
    fields.values["description"] = _spelled(_without_tags(text))


def _texts(value: Value, key: str, reader: Reader) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reader.texts(value, key)))


def _flag(name: str) -> Read:
    def read(value: Value, key: str, fields: Fields, reader: Reader) -> None:
        if value.data is not None:
            fields.values[name] = reader.flag(value, key)

    return read


_SWITCHED = {"enabled": True, "open": True, "disabled": False, "closed": False}


def _switch(name: str) -> Read:
    """Read a flag under which other generators have settings: who writes them wants it."""
    read_flag = _flag(name)

    def read(value: Value, key: str, fields: Fields, reader: Reader) -> None:
        if isinstance(value.data, list | dict):
            fields.values[name], fields.extra[key] = True, plain(value)
        elif (word := value.text.strip().casefold()) in _SWITCHED:
            fields.values[name] = _SWITCHED[word]
        else:
            read_flag(value, key, fields, reader)

    return read


def _faq(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    """Read questions; yes or no is meant for another program, and says nothing of what the text holds."""
    if isinstance(value.data, bool):
        fields.extra[key] = value.data
    else:
        fields.faqs = read_faq(value, key, reader)


def _callouts(kind: str = "") -> Read:
    """Read callouts, of one kind or of any; yes or no is meant for another program here as well."""

    def read(value: Value, key: str, fields: Fields, reader: Reader) -> None:
        if isinstance(value.data, bool):
            fields.extra[key] = value.data
        else:
            fields.callouts += read_callouts(value, key, reader, kind=kind)

    return read


def _date(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    """Read a date; `published: false` is Jekyll's word for a draft, and MkDocs has a table of two dates."""
    if isinstance(value.data, bool) and squeeze(key) == "published":
        fields.values.setdefault("draft", not value.data)
    elif isinstance(value.data, dict) and "created" in value.data:
        for name, part in (("date", "created"), ("updated", "updated")):
            if part in value.data:
                fields.values[name] = reader.moment(value.data[part].value, part)
    else:
        fields.values["date"] = reader.moment(value, key)


def _authors(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    names: list[str] = []
    for item in reader.items(value):
        if isinstance(item.data, dict):
            named = item.data.get("name") or item.data.get("id")
            names.append(reader.text(named.value, key) if named else "")
            if not named:
                reader.wrong(item, key, "a name or a list of names")
        elif isinstance(value.data, list):
            names.extend(name_or_names(reader.text(item, key)))
        else:
            names.extend(names_in(reader.text(item, key)))
    fields.values["authors"] = tuple(dict.fromkeys(name for name in names if name))


def _tags(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    value = _in_words(value, reader)
    texts = [text for each in reader.items(value) for text in reader.texts(_label(each), key, commas=each is value)]
    more = [tag for text in texts for tag in _untagged(text)]
    fields.values["tags"] = tuple(dict.fromkeys((*more, *fields.values.get("tags", ()))))


def _in_words(value: Value, reader: Reader) -> Value:
    """Return a value with commas between its words, which Jekyll parts at spaces."""
    ours = "/_posts/" not in reader.manuscript.path or not isinstance(value.data, str) or "," in value.text
    return value if ours else replace(value, text=", ".join(value.text.split()))


def _label(value: Value, keys: Sequence[str] = ("name", "label", "title")) -> Value:
    """Return the name of a tag that is a table, `{label: AI, permalink: /ai}`; or what else one of `keys` says."""
    names = value.data if isinstance(value.data, dict) else {}
    return next((names[key].value for key in keys if key in names), value)


def _related(value: Value, key: str, reader: Reader) -> tuple[str, ...]:
    texts = (text for item in reader.items(value) for text in reader.texts(_label(item, _ADDRESSES), key))
    return tuple(dict.fromkeys(texts))


def _untagged(text: str) -> list[str]:
    """Return the tags in a text: `#ai #law` are two."""
    words = text.split()
    return [word.lstrip("#") for word in words] if all(_HASHTAG.fullmatch(word) for word in words) else [text]


def _section(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if is_own(key):
        fields.values["section"] = reader.text(value, key)
        return
    if isinstance(value.data, list):  # Hexo writes `- [Parent, Child]`
        value = replace(value, data=[_label(each) for item in value.data for each in reader.items(item)])
    value = _in_words(_label(value), reader) if squeeze(key) == "categories" else _label(value)
    first, *rest = reader.texts(value, key, commas=True) or ("",)
    fields.values["section"] = first
    fields.values["tags"] = tuple(dict.fromkeys((*fields.values.get("tags", ()), *rest)))


def _type(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    text = reader.text(value, key)
    known = {name.casefold(): name for name in _TYPES} | {"blogpost": "BlogPosting"}
    if not text or text.casefold() in known:
        fields.values["type"] = known.get(text.casefold(), "")
    elif (near := nearest(text, _TYPES)) or text[:1].isupper():
        hint = did_you_mean(near, "the types are " + ", ".join(_TYPES))
        reader.bad(value, f'unknown type "{text}"', hint)
    else:
        fields.extra[key] = text  # another generator's kind of page: `post`


def _language(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if isinstance(value.data, list) and len(value.data) == 1:
        value = value.data[0]
    text = reader.text(value, key)
    code = fields.values["language"] = reader.language(text, value) if text else ""
    reader.manuscript.language = code or reader.manuscript.language


def _series(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if isinstance(value.data, dict):
        table = reader.table(value, key, ("name", "part")) or {}
        if "part" in table:
            fields.values["part"] = reader.number(table["part"].value, "part")
        fields.values["series"] = reader.text(table["name"].value, "name") if "name" in table else ""
    else:
        names = reader.texts(value, key)
        fields.values["series"] = names[0] if names else ""


def _key_points(value: Value, key: str, reader: Reader) -> tuple[str, ...]:
    points = (reader.inline(item) for item in reader.items(value) if reader.text(item, key))
    return tuple(filter(None, points))


def _template(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if isinstance(value.data, bool):
        fields.extra[key] = value.data  # Go's word for a text that is a template itself
    else:
        fields.values["template"] = reader.text(value, key)


def _path(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if value.data is False:
        fields.values.setdefault("draft", True)  # Eleventy's word for a text that has no page
        return
    text = reader.text(value, key)
    if is_own(key) or (":" not in text and not is_external(text)):
        fields.values["path"] = text
    else:
        fields.extra[key] = text  # a pattern of another generator: `/:year/:title/`


def is_private(value: Value, key: str) -> bool:
    """Tell whether a key says that an article is for nobody else."""
    return value.data is True and key.casefold() == "private"


def _status(value: Value, key: str, fields: Fields, _: Reader) -> None:
    text = value.text.casefold() if isinstance(value.data, str) else ""
    if text in HIDDEN or is_private(value, key):
        fields.values.setdefault("draft", True)
    elif text not in ("published", "publish", "future", ""):
        fields.extra[key] = plain(value)


def _robots(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    if "noindex" in reader.text(value, key).casefold():
        fields.values["noindex"] = True
    else:
        fields.extra[key] = plain(value)


def _kind(value: Value, key: str, fields: Fields, reader: Reader) -> None:
    text = reader.text(value, key)
    known = {"person": "Person", "organization": "Organization", "organisation": "Organization", "desk": "Organization"}
    if text and text.casefold() not in known:
        message = f'"{key}" must be Person or Organization, not {kind_of(value)} "{text}"'
        reader.bad(value, message, "write kind: Person")
    fields.values["kind"] = known.get(text.casefold(), "")


READERS: dict[str, Read] = {
    **{name: _field(name, _text) for name in _TEXTS},
    **{name: _field(name, _texts) for name in ("unrelated", "aliases", "same_as")},
    "related": _field("related", _related),
    **{name: _flag(name) for name in ("draft", "featured", "noindex")},
    **{name: _switch(name) for name in ("toc", "comments")},
    "template": _template,
    "title": _headline,
    "description": _description,
    "date": _date,
    "updated": _field("updated", lambda value, key, reader: reader.moment(value, key)),
    **dict.fromkeys(("authors", "author"), _authors),
    "tags": _tags,
    "section": _section,
    "image": _field("image", read_image),
    "faq": _faq,
    "callouts": _callouts(),
    "did_you_know": _callouts("did-you-know"),
    "pro_tip": _callouts("pro-tip"),
    "real_life_example": _callouts("example"),
    "corrections": _field("corrections", read_corrections),
    "path": _path,
    "type": _type,
    "language": _language,
    "series": _series,
    "part": _field("part", lambda value, key, reader: reader.number(value, key)),
    "translations": _field("translations", read_translations),
    "key_points": _field("key_points", _key_points),
    "sources": _field("sources", read_sources),
    "audio": _field("audio", read_audio),
    **dict.fromkeys(("status", "visibility", "private"), _status),
    "robots": _robots,
    "kind": _kind,
}
