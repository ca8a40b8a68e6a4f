"""An export of WordPress (WXR) becomes articles, pages, authors and pictures.

Each item is mended and read by itself, so that damage in one harms no other and no more than one is in memory.
"""

import mmap
import re
from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from email.utils import parsedate_to_datetime
from functools import partial
from html import unescape
from urllib.parse import unquote

from lxml import etree

from sitegen.base.diagnostics import Span, failure, problem
from sitegen.base.html import escape, visible_text
from sitegen.base.noun import Noun
from sitegen.base.paths import url_parts
from sitegen.base.patterns import regex
from sitegen.importers.nouns import Export, Picture, Post, Text, Writer
from sitegen.importers.wordpress import plain_html

_ITEM = regex(rb"<item[\s>]")
_END = regex(rb"</item\s*>(?=\s*(?:<!--.*?-->\s*)*(?:<item[\s>]|</channel|</rss|\Z))", re.DOTALL)
_CDATA = regex(
    r"<([\w:.-]+)([^<>]*)>\s*<!\[CDATA\[(.*?)"
    r"(?:\]\]>\s*</\1\s*>|\]\]>(?=\s*</?(?:wp:|dc:|content:|excerpt:|category\b|item\b))|\Z)",
    re.DOTALL,
)
"""A text, which ends with its element, or where the next begins."""
_JOINT = regex(r"\]\]>\s*<!\[CDATA\[")
"""Where a text goes on, which holds a `]]>` or was written in parts."""
_UNKNOWN = regex("\ufffd")
_CONTROLS = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ENTITY = regex(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)(\w+;)?")
_SPACES = "".join(
    f' xmlns:{prefix}="{prefix}"' for prefix in ("excerpt", "content", "wfw", "dc", "wp", "media", "georss", "atom")
)
_HARMLESS = frozenset(("NS_ERR_UNDEFINED_NAMESPACE", "NS_ERR_XML_NAMESPACE", "ERR_UNDECLARED_ENTITY"))
_OF_SYSTEM = regex(
    r"nav_menu_item|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-\w+|elementor_\w+|jp_\w+"
    r"|wpforms\w*|wpcf7\w*|feedback|scheduled-action|shop_\w+|amp_\w+|mt_pp|safecss|postman_\w+|spucpt"
)
"""Types of what only serves WordPress or a plugin."""
_GATED = regex(r"<!-- wp:(?:jetpack/paywall|(?:jetpack/)?premium-content/)")
"""A block behind which only members read on."""
_NAMELESS = frozenset(("uncategorized", "uncategorised"))
_TEMPLATE = regex(r"%%?\w+%%?")
"""What Yoast and Rank Math fill in a title or a description."""

Fields = dict[str, str]


class _Item(Noun):
    """One item as it is written."""

    fields: Fields
    meta: Fields
    terms: tuple[tuple[str, str, str], ...]
    """Domain, slug and name."""
    comments: int


def read_wxr(data: mmap.mmap, path: str, types: frozenset[str], export: Export) -> None:
    """Put what the file at `path` holds into an export; articles of further `types` are taken as well.

    Raises Failure where it has entities of its own, which can be made to grow without end.
    """
    first = _ITEM.search(data)
    head = data[: first.start() if first else len(data)]
    if found := re.search(rb"<!(?:DOCTYPE|ENTITY)[^>]*", head):
        message = "this export has a DOCTYPE, which WordPress writes into none, and whose entities can grow without end"
        span = Span(path, head.count(b"\n", 0, found.start()) + 1)
        raise failure("import/doctype", message, span, "export the site anew, or take the DOCTYPE out")
    _read_head(_element(head + b"</channel></rss>", 1, path, export), export)
    for start, end, line in _places(data, first.start() if first else len(data)):
        _take(_item(_element(data[start:end], line, path, export)), export, types, data, (start, end))


def _places(data: mmap.mmap, start: int) -> Iterator[tuple[int, int, int]]:
    """Yield where each item begins and ends, and its line."""
    line, done = 1, 0
    while start < len(data):
        found = _END.search(data, start)
        end = found.end() if found else len(data)
        line += data[done:start].count(b"\n")
        done = start
        yield start, end, line
        following = _ITEM.search(data, end)
        start = following.start() if following else len(data)


def _element(raw: bytes, line: int = 0, path: str = "", export: Export | None = None) -> "etree._Element | None":
    """Return a part of an export as it was meant; damage is told where there is an export to tell it of."""
    text = raw.decode(errors="replace").removeprefix("\ufeff")

    def tell(what: str, at: int) -> None:
        if export:
            hint = "look at the text that it is in"
            export.damage.append(problem("import/damaged", what, Span(path, line + text.count("\n", 0, at)), hint))

    def as_text(found: re.Match[str]) -> str:
        said = _JOINT.split(found[3])
        if any("]]>" in part for part in said):
            message = "this ]]> would end the text before its end, so it is taken for a part of it"
            tell(message, found.start(3) + found[3].index("]]>"))
        return f"<{found[1]}{found[2]}>{escape(''.join(said))}</{found[1]}>"

    for pattern, what in ((_CONTROLS, "a control character, which is left out"), (_UNKNOWN, "no UTF-8")):
        if damaged := pattern.search(text):
            tell(f"here is {what}", damaged.start())
    text = _CONTROLS.sub("", text)
    mended = _ENTITY.sub(lambda found: escape(unescape(found[0])), _CDATA.sub(as_text, text))
    mended = re.sub(r"^\s*<\?xml[^>]*\?>", "", mended)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    element = etree.fromstring(f"<all{_SPACES}>{mended}</all>".encode(), parser)
    if wrong := next((each for each in parser.error_log if each.type_name not in _HARMLESS), None):
        tell(f"this item is no sound XML ({' '.join(wrong.message.split())}); what can be read of it is", 0)
    return element


def _name(element: "etree._Element") -> str:
    """Return the name of an element as it is written, with its prefix."""
    return element.tag if not element.prefix else f"{element.prefix}:{etree.QName(element).localname}"


def _fields(element: "etree._Element") -> Fields:
    return {_name(child): (child.text or "").strip() for child in element.iterchildren("*")}


def _read_head(root: "etree._Element | None", export: Export) -> None:
    channel = next(root.iter("channel"), None) if root is not None else None
    if channel is None:
        return
    said = _fields(channel)
    export.title, export.tagline = unescape(said.get("title", "")), unescape(said.get("description", ""))
    url = said.get("wp:base_blog_url") or said.get("link") or said.get("wp:base_site_url") or ""
    export.url = export.url or (url.rstrip("/") + "/" if url else "")
    export.language = said.get("language", "")
    for child in channel.iterchildren("*"):
        fields = _fields(child)
        export.terms[fields.get("wp:term_id", "")] = fields.get("wp:category_nicename", "")
        if _name(child) == "wp:author" and fields.get("wp:author_login"):
            login = fields["wp:author_login"]
            names = (fields.get("wp:author_first_name", ""), fields.get("wp:author_last_name", ""))
            name = fields.get("wp:author_display_name") or " ".join(filter(None, names)) or login
            export.writers[login] = Writer(unescape(name), login.casefold().replace(" ", "-"))


def _item(root: "etree._Element | None") -> _Item:
    item = next(root.iter("item"), None) if root is not None else None
    if item is None:
        return _Item({}, {}, (), 0)
    meta: Fields = {}
    terms = []
    comments = 0
    for child in item.iterchildren("*"):
        match _name(child):
            case "wp:postmeta":
                said = _fields(child)
                meta.setdefault(said.get("wp:meta_key", ""), said.get("wp:meta_value", ""))
            case "category":
                name = unescape((child.text or "").strip())
                terms.append((child.get("domain", ""), child.get("nicename", ""), name))
            case "wp:comment":
                comments += 1
    return _Item(_fields(item), meta, tuple(terms), comments)


def _take(item: _Item, export: Export, types: frozenset[str], data: mmap.mmap, place: tuple[int, int]) -> None:
    """Put an item where it belongs, or count it among what is left out."""
    said = item.fields
    kind, status = said.get("wp:post_type", "post"), said.get("wp:status", "publish")
    export.left["comments of readers"] += item.comments
    if not said:
        return
    if kind == "attachment":
        url = said.get("wp:attachment_url") or said.get("guid", "")
        alt, caption = item.meta.get("_wp_attachment_image_alt", ""), said.get("excerpt:encoded", "")
        export.pictures[said.get("wp:post_id", url)] = Picture(
            url, alt, caption, said.get("wp:post_parent", ""), said.get("link", "")
        )
    elif kind == "wp_block":
        export.shared[said.get("wp:post_id", "")] = partial(_content, data, place)
    elif status in ("trash", "inherit", "auto-draft") or kind == "revision":
        export.left["in the trash" if status == "trash" else "revisions"] += 1
    elif kind in ("post", "page") or kind in types:
        export.posts.append(_post(item, export, partial(_read, data, place, export)))
        local, utc = said.get("wp:post_date", ""), said.get("wp:post_date_gmt", "")
        if _moment(local) and _moment(utc):
            export.clocks[local, utc] += 1
    elif _OF_SYSTEM.fullmatch(kind):
        export.left[f"of the type {kind}, which only WordPress has a use for"] += 1
    else:
        export.left[f"of the type {kind} (--type {kind} takes them as articles)"] += 1


def _again(data: mmap.mmap, place: tuple[int, int]) -> _Item:
    return _item(_element(data[slice(*place)]))


def _content(data: mmap.mmap, place: tuple[int, int]) -> str:
    return _again(data, place).fields.get("content:encoded", "")


def _read(data: mmap.mmap, place: tuple[int, int], export: Export) -> Text:
    item = _again(data, place)
    return plain_html(item.fields.get("content:encoded", ""), item.fields.get("wp:post_id", ""), item.meta, export)


def _post(item: _Item, export: Export, text: "partial[Text]") -> Post:
    said, meta = item.fields, item.meta
    link, hidden = said.get("link", ""), _hidden(said, meta)
    date = _moment(said.get("wp:post_date_gmt", ""), UTC) or _moment(said.get("wp:post_date", ""))
    updated = _moment(said.get("wp:post_modified_gmt", ""), UTC)
    section, tags = _sorted_terms(item, export)
    described = (said.get("excerpt:encoded"), meta.get("_yoast_wpseo_metadesc"), meta.get("rank_math_description"))
    descriptions = [visible_text(each) for each in described if each and not _TEMPLATE.search(each)]
    title = visible_text(said.get("title", ""))
    titled = (meta.get("_yoast_wpseo_title", ""), meta.get("rank_math_title", ""))
    named = next((each for each in titled if each and not _TEMPLATE.search(each) and each != title), "")
    robots = meta.get("rank_math_robots", "")
    language = next((slug for domain, slug, _ in item.terms if domain == "language"), "").replace("_", "-")
    extra: dict[str, str | bool] = {
        "language": language if not export.language.startswith(language) else "",
        "seo_title": named,
        "meta_description": descriptions[1] if len(set(descriptions)) > 1 else "",
        "canonical": meta.get("_yoast_wpseo_canonical", ""),
        "noindex": meta.get("_yoast_wpseo_meta-robots-noindex") == "1" or "noindex" in robots,
        "featured": said.get("wp:is_sticky") == "1",
        "audio": meta["enclosure"].split()[0] if "audio/" in meta.get("enclosure", "") else "",
    }
    return Post(
        said.get("wp:post_id", ""),
        "page" if said.get("wp:post_type") == "page" else "article",
        title,
        unquote(said.get("wp:post_name", "")),
        "" if url_parts(link).query or hidden == "draft" else link,
        date or _published(said.get("pubDate", "")),
        text,
        updated=updated,
        authors=_authors(item, export),
        section=section,
        tags=tags,
        description=descriptions[0] if descriptions else "",
        image=_stand_in(meta.get("_thumbnail_id", "")),
        extra={key: value for key, value in extra.items() if value},
        hidden=hidden,
    )


def _hidden(said: Fields, meta: Fields) -> str:
    """Return why an item was not for everybody; empty where it was."""
    status = said.get("wp:status", "publish")
    if status not in ("publish", "future"):
        return status
    if said.get("wp:post_password"):
        return "password"
    if meta.get("_jetpack_newsletter_access", "everybody") != "everybody" or "_members_access_role" in meta:
        return "members"
    return "members, in part" if _GATED.search(said.get("content:encoded", "")) else ""


def _stand_in(key: str) -> Picture | None:
    """Return a stand-in for the picture with a key, which may come later in the export."""
    return Picture(f"#{key}") if key else None


def _authors(item: _Item, export: Export) -> tuple[str, ...]:
    """Return those whom Co-Authors Plus names, else the one whom WordPress does."""
    slugs = {writer.slug: key for key, writer in export.writers.items()}
    several = [(slug.removeprefix("cap-"), name) for domain, slug, name in item.terms if domain == "author"]
    login = item.fields.get("dc:creator", "")
    return tuple(slugs.get(slug, name) for slug, name in several) or ((login,) if login else ())


def _sorted_terms(item: _Item, export: Export) -> tuple[str, tuple[str, ...]]:
    """Return the section, which is the first category or that which Yoast calls so, and the tags with the others."""
    categories = [(slug, name) for domain, slug, name in item.terms if domain == "category" and slug not in _NAMELESS]
    first = export.terms.get(item.meta.get("_yoast_wpseo_primary_category", "-"), "")
    categories.sort(key=lambda category: category[0] != first)
    tags = [(slug, name) for domain, slug, name in item.terms if domain in ("post_tag", "tag")]
    for slug, name in categories:
        export.lists.setdefault(f"category/{slug}", ("sections", name))
    for slug, name in tags:
        export.lists.setdefault(f"tag/{slug}", ("tags", name))
    names = [name for _, name in categories]
    return (names[0] if names else "", tuple(dict.fromkeys(name for _, name in (*categories[1:], *tags))))


def _moment(text: str, zone: tzinfo | None = None) -> datetime | None:
    """Return the time that WordPress writes, None where it writes none."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=zone) if text and not text.startswith("0000") else None
    except ValueError:
        return None


def _published(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text).astimezone(UTC) if text else None
    except ValueError:
        return None
    return moment if moment and moment.year > 1 else None
