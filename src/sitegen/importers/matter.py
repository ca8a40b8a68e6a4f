"""What is known of articles, authors and the site becomes front matter and a configuration."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sitegen.base.diagnostics import Span, problem
from sitegen.base.text import collapse, in_yaml
from sitegen.importers.escaping import escaped
from sitegen.importers.nouns import Export, Post, Writer
from sitegen.importers.places import Place

_ZONES = (
    "Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Moscow", "Europe/Istanbul", "America/New_York",
    "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles", "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires", "America/Bogota", "America/Mexico_City", "America/Toronto", "Africa/Lagos",
    "Africa/Johannesburg", "Africa/Nairobi", "Asia/Dubai", "Asia/Tehran", "Asia/Karachi", "Asia/Kolkata", "Asia/Dhaka",
    "Asia/Jakarta", "Asia/Shanghai", "Asia/Tokyo", "Australia/Brisbane", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
"""One of each clock that many newsrooms have."""


def zone_of(export: Export, local: str) -> str:
    """Return the time zone of a site: what it says, else the first that fits most of its times.

    One that is none is told in the export's damage.
    """
    if export.zone:
        try:
            return ZoneInfo(export.zone).key
        except (OSError, ValueError, KeyError):
            message = f"the export says that its time zone is {export.zone}, which is none; {local} is taken"
            hint = "set timezone in [site], and import anew where times are wrong"
            export.damage.append(problem("import/damaged", message, Span("sitegen.toml"), hint))
    if not export.clocks:
        return local
    clocks = [(_utc(utc), datetime.fromisoformat(here), count) for (here, utc), count in export.clocks.items()]

    def fits(name: str) -> int:
        zone = ZoneInfo(name)
        return sum(count for utc, here, count in clocks if utc.astimezone(zone).replace(tzinfo=None) == here)

    return max(("UTC", local, *_ZONES), key=fits)


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def article_matter(post: Post, place: Place, zone: ZoneInfo, given: Mapping[str, str]) -> str:
    """Return the front matter of a post; `given` are the values of keys that others have made."""
    date = _local(post.date, zone) if post.date else ""
    updated = post.updated and post.date and _day(post.updated, zone) > _day(post.date, zone)
    draft = bool(post.hidden) or (not date and post.kind == "article")
    rows = {
        "title": given["title"],
        "description": in_yaml(escaped(collapse(post.description))) if post.description else "",
        "date": date if post.kind == "article" else "",
        "updated": _local(post.updated, zone) if updated and post.updated and post.kind == "article" else "",
        "authors": given["authors"],
        "section": in_yaml(post.section) if post.section else "",
        "tags": f"[{', '.join(map(in_yaml, post.tags))}]" if post.tags else "",
        "image": given["image"],
        "path": in_yaml(place.path) if place.path else "",
        "aliases": f"[{in_yaml(place.alias)}]" if place.alias else "",
        "draft": "true" if draft else "",
        **{key: ("true" if value is True else in_yaml(str(value))) for key, value in post.extra.items()},
        **given,
    }
    return "".join(["---\n", *(f"{key}: {value}\n" for key, value in rows.items() if value), "---\n"])


def _day(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone) if moment.tzinfo else moment:%Y-%m-%d}"


def _local(moment: datetime, zone: ZoneInfo) -> str:
    """Return a time as authors write it, in the zone of the site."""
    if moment.year < 1000:
        return ""
    here = moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
    if here.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != here.replace(tzinfo=None):
        here += timedelta(hours=1)  # no clock showed that time
    written = f"{here:%Y-%m-%d %H:%M:%S}".removesuffix(":00")
    return f"{here.isoformat(sep=' ')}" if here.fold else written


def profile(writer: Writer, image: str, biography: str) -> str:
    """Return the profile of an author."""
    rows = [
        f"name: {in_yaml(writer.name)}",
        *([f"image: {in_yaml(image)}"] if image else []),
        *([f"same_as: [{', '.join(map(in_yaml, writer.links))}]"] if writer.links else []),
    ]
    return "\n".join(["---", *rows, "---", "", *([biography, ""] if biography else [])])


def configuration(export: Export, zone: str, permalink: str, moved: Mapping[str, str]) -> str:
    """Return a configuration for the site."""
    said = {
        "title": export.title or "A publication",
        "tagline": export.tagline,
        "url": export.url or "http://localhost:8000/",
        "language": export.language,
        "timezone": zone,
        "permalink": permalink,
    }
    lines = ["[site]", *(f"{key} = {_in_toml(value)}" for key, value in said.items() if value)]
    if moved:
        lines += ["", "[redirects]", *(f"{_in_toml(old)} = {_in_toml(new)}" for old, new in moved.items())]
    return "\n".join(lines) + "\n"


def _in_toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
