"""An export of Ghost (JSON) becomes articles, pages, authors and pictures."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

from sitegen.base.diagnostics import Span, failure, problem
from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.importers.lexical import html_of
from sitegen.importers.nouns import Export, Picture, Post, Text, Writer

Row = Mapping[str, Any]

_NETWORKS = {
    "website": "",
    "twitter": "https://x.com/",
    "facebook": "https://www.facebook.com/",
    "linkedin": "https://www.linkedin.com/in/",
    "bluesky": "https://bsky.app/profile/",
    "threads": "https://www.threads.net/@",
    "instagram": "https://www.instagram.com/",
    "youtube": "https://www.youtube.com/",
    "tiktok": "https://www.tiktok.com/@",
}
_HOME = "__GHOST_URL__"
_GATED = regex(r'kg-gated-block:begin nonMember:false|"web":\{"nonMember":false')
"""A card that only members see, in HTML and as the editor keeps it."""


def read_ghost(document: object, path: str, url: str) -> Export:
    """Return what an export holds; the address of the site is in none, so it is given.

    Raises Failure where it holds no articles.
    """
    data = _data(document)
    if not isinstance(data.get("posts"), list):
        raise failure(
            "import/unknown",
            "this JSON is no export of Ghost: it has no data.posts",
            Span(path),
            "export it in Ghost: Settings, Migration tools, Export",
        )
    tables: dict[str, list[Row]] = {
        name: [row for row in rows if isinstance(row, dict)] for name, rows in data.items() if isinstance(rows, list)
    }
    settings: Row = {str(row.get("key")): row.get("value") for row in tables.get("settings", [])}
    export = Export(
        "Ghost",
        title=_said(settings, "title"),
        tagline=_said(settings, "description"),
        url=url,
        language=_said(settings, "locale", "default_locale", "lang", "defaultLang", "default_lang").replace("_", "-"),
        zone=_said(settings, "timezone", "activeTimezone", "active_timezone"),
    )
    if not url:
        message = "an export of Ghost does not say where the site stands, so full links to it are taken for others"
        export.damage.append(problem("import/look", message, Span(path), "add --url with its address"))
    export.writers |= {str(user["id"]): _writer(user) for user in _named(tables, "users")}
    _add_posts(tables, export)
    for name in ("members", "subscribers", "comments"):
        export.left[name] += len(tables.get(name, []))
    for place in ("codeinjection_head", "codeinjection_foot", "ghost_head", "ghost_foot"):
        export.left["code injection of the whole site"] += bool(settings.get(place))
    return export


def _data(document: object) -> Mapping[str, Any]:
    """Return the tables, which stand in `db[0].data`, or in `data`."""
    found: Any = document
    if isinstance(found, dict) and isinstance(found.get("db"), list) and found["db"]:
        found = found["db"][0]
    found = found.get("data", found) if isinstance(found, dict) else {}
    return found if isinstance(found, dict) else {}


def _writer(user: Row) -> Writer:
    links = [base + str(user[name]).lstrip("@" if base else "") for name, base in _NETWORKS.items() if user.get(name)]
    # Some write the whole address where Ghost asks for a name.
    links = [link[link.rindex("http") :] if link.count("http") > 1 else link for link in links]
    picture = _said(user, "profile_image", "image")
    return Writer(_said(user, "name"), _said(user, "slug"), _said(user, "bio"), picture, tuple(links))


def _add_posts(tables: Mapping[str, list[Row]], export: Export) -> None:
    """Add the articles and pages, with what other tables say of each."""
    meta = {str(row.get("post_id")): row for row in tables.get("posts_meta", [])}
    tags, authors = _of_posts(tables, "posts_tags", "tag_id"), _of_posts(tables, "posts_authors", "author_id")
    named = {str(tag["id"]): tag for tag in _named(tables, "tags")}
    for row in tables["posts"]:
        key = str(row.get("id"))
        own = [named[tag] for tag in tags[key] if tag in named]
        writers = authors[key] or [str(row.get("author_id", ""))]
        known = [writer for writer in writers if writer in export.writers]
        export.posts.append(_post({**meta.get(key, {}), **row}, own, known, export))


def _named(tables: Mapping[str, list[Row]], table: str) -> list[Row]:
    return [row for row in tables.get(table, []) if row.get("id") and row.get("name")]


def _said(row: Row, *names: str) -> str:
    return next((str(row[name]) for name in names if row.get(name)), "")


def _of_posts(tables: Mapping[str, list[Row]], table: str, column: str) -> dict[str, list[str]]:
    """Return by article what a table joins to it, in its order."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in sorted(tables.get(table, []), key=lambda row: row.get("sort_order") or 0):
        found[str(row.get("post_id"))].append(str(row.get(column)))
    return found


def _post(row: Row, tags: list[Row], writers: list[str], export: Export) -> Post:
    public = [
        tag for tag in tags if tag.get("visibility", "public") == "public" and not str(tag["name"]).startswith("#")
    ]
    names = [str(tag["name"]) for tag in public]
    for tag in public:
        export.lists.setdefault(f"tag/{tag.get('slug')}", ("tags", str(tag["name"])))
    export.left["internal tags"] += len(tags) - len(public)
    for place in ("codeinjection_head", "codeinjection_foot"):
        export.left["code injection of single articles"] += bool(row.get(place))
    page = row.get("type") == "page" or row.get("page") in (1, True)
    slug, title = _said(row, "slug"), visible_text(_said(row, "title"))
    described = _said(row, "custom_excerpt"), _said(row, "meta_description")
    image = _said(row, "feature_image", "image")
    titled = _said(row, "meta_title")
    extra: dict[str, str | bool] = {
        "seo_title": titled if titled != title else "",
        "meta_description": described[1] if described[0] not in ("", described[1]) else "",
        "canonical": _said(row, "canonical_url"),
        "featured": row.get("featured") in (1, True),
    }
    return Post(
        str(row.get("id")),
        "page" if page else "article",
        title if title != "(Untitled)" else "",
        slug,
        "" if _said(row, "status") == "draft" else f"{_HOME}/{slug}/",
        _moment(_said(row, "published_at")) or _moment(_said(row, "created_at")),
        partial(_text, row),
        updated=_moment(_said(row, "updated_at")),
        authors=tuple(writers),
        section=names[0] if names else "",
        tags=tuple(names[1:]),
        description=described[0] or described[1],
        image=Picture(image, _said(row, "feature_image_alt"), _said(row, "feature_image_caption")) if image else None,
        extra={key: value for key, value in extra.items() if value},
        hidden=_hidden(row),
    )


def _hidden(row: Row) -> str:
    """Return why an article was not for everybody; empty where it was."""
    status, visibility = _said(row, "status"), _said(row, "visibility") or "public"
    if status == "draft":
        return status
    if status == "sent" or row.get("email_only") in (1, True):
        return "sent"
    if visibility != "public":
        return visibility
    return "members, in part" if any(_GATED.search(_said(row, each)) for each in ("html", "lexical")) else ""


def _text(row: Row) -> Text:
    written = _said(row, "html")
    return Text(written or html_of(_said(row, "lexical"), _said(row, "mobiledoc")) or _said(row, "markdown"))


def _moment(written: str) -> datetime | None:
    try:
        if written.isdigit():
            return datetime.fromtimestamp(int(written) / 1000, UTC)
        moment = datetime.fromisoformat(written) if written else None
    except (ValueError, OverflowError):
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC, microsecond=0) if moment else None
