"""The report of a build becomes the lines that people like to read."""

from collections import Counter
from datetime import datetime
from os.path import relpath
from pathlib import Path

from sitegen.base.format import tally
from sitegen.base.text import plural
from sitegen.model.report import Hidden, Report, due

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def summary(report: Report) -> str:
    """Return three lines: what was built, what is not public or not right, what changed."""
    unchanged = report.files - len(report.written)
    built = (
        f"Built {plural(report.articles, 'article')} → {plural(report.pages, 'page')}, "
        f"{plural(report.feeds, 'feed')}, {plural(report.files, 'file')} in all"
    )
    changed = f"{plural(len(report.written), 'file')} rewritten, {unchanged:,} unchanged"
    if report.deleted:
        changed += f", {len(report.deleted):,} deleted"
    where = f"{changed} · {seconds(report.seconds)} · {size(report.bytes)} · {shortest(report.out)}"
    return "\n".join([built, " · ".join([*_unpublished(report.hidden), tally(report.diagnostics)]), where])


def profile(report: Report) -> str:
    """Return the seconds of each verb, one a line."""
    widest = max((len(verb) for verb, _ in report.profile), default=0)
    return "\n".join(f"{verb:<{widest}}  {spent:8.3f} s" for verb, spent in report.profile)


def _unpublished(hidden: tuple[Hidden, ...]) -> list[str]:
    numbers = Counter(article.reason for article in hidden)
    parts: list[str] = []
    if numbers["scheduled"]:
        dates = due(hidden)
        when = f" (next: {moment(min(dates))})" if dates else ""
        parts.append(f"{numbers['scheduled']:,} scheduled{when}")
    if numbers["draft"]:
        parts.append(plural(numbers["draft"], "draft"))
    if numbers["unsound"]:
        parts.append(f"{plural(numbers['unsound'], 'article')} left out")
    return parts


def moment(value: datetime) -> str:
    """Return `Mon 30 Nov 2026 09:00 CET`."""
    day = f"{_DAYS[value.weekday()]} {value.day} {_MONTHS[value.month - 1]} {value.year}"
    return f"{day} {value:%H:%M} {value.tzname() or ''}".rstrip()


def seconds(value: float) -> str:
    """Return `0.38 s`, `1 min 12 s`."""
    if value < 60:
        return f"{value:.2f} s"
    return f"{int(value // 60)} min {int(value % 60)} s"


def size(value: int) -> str:
    """Return `812 B`, `18.4 MB`."""
    amount = float(value)
    for unit in ("B", "kB", "MB"):
        if amount < 1000:
            return f"{value} B" if unit == "B" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"


def shortest(path: str) -> str:
    """Return a folder as seen from here, where that is shorter, with a slash at its end."""
    try:
        near = relpath(path, Path.cwd())
    except (ValueError, OSError):
        near = path
    return (near if len(near) < len(path) else path).rstrip("/") + "/"
