"""Keys that say when an article may be seen, which nothing reads: it would be out too early, or stay for ever."""

from datetime import datetime

from sitegen.base.dates import DateError
from sitegen.parse.matter.fields import Fields
from sitegen.parse.matter.keys import squeeze
from sitegen.parse.matter.reading import Reader, moment_in
from sitegen.parse.matter.values import Entry

HIDDEN = ("draft", "hidden", "private", "pending", "members", "paid", "tiers")
"""What `status` says of an article that is not out, or `visibility` of one that is not for everybody (Ghost)."""
_SHOWN = ("published", "permalink")
"""What is false where an article is not out (Jekyll) or has no page (Eleventy)."""
_FROM = frozenset((
    "embargo", "embargodate", "embargountil", "embargoed", "embargoeduntil", "golive", "goliveat", "golivedate",
    "publishat", "publishon", "scheduled", "scheduledat", "scheduledfor", "scheduledate",
))  # fmt: skip
_UNTIL = frozenset((
    "expires", "expiresat", "expireson", "expiry", "expirydate", "expiredate", "expirationdate", "unpublish",
    "unpublishat", "unpublishon", "unpublishdate",
))  # fmt: skip


def says_when(key: str) -> bool:
    """Tell whether a key says when an article may be seen."""
    return squeeze(key) in _FROM | _UNTIL


def report_when(entry: Entry, out: datetime | None, reader: Reader) -> None:
    """Report such a key, where what it says is not what becomes of an article that is `out` from a moment on."""
    held = entry.value.data is True and squeeze(entry.key) in ("embargo", "embargoed")
    moment = None if held else moment_of(entry, reader)
    if squeeze(entry.key) in _UNTIL:
        if moment:
            message = f'nothing reads "{entry.key}", so the article stays where it is after that day'
            reader.manuscript.report_at("parse/expiry", message, entry, "write draft: true when it has to go")
    elif held or (moment and (out is None or moment > out)):
        message = f'nothing reads "{entry.key}", so the article would be out before'
        hint = f"write date: {moment:%Y-%m-%d %H:%M}, until which it is hidden" if moment else "write draft: true"
        reader.manuscript.report_at("parse/embargo", message, entry, hint)


def check_hidden(name: str, entry: Entry, fields: Fields, reader: Reader) -> None:
    """Report what says the contrary of `draft: false`; until it is mended the article is hidden."""
    if name in ("status", "visibility"):
        hidden = entry.value.text.casefold() in HIDDEN
    else:
        hidden = entry.value.data is False and squeeze(entry.key) in _SHOWN
    if hidden and fields.values.get("draft") is False:
        message = f'"{entry.key}" says {entry.value.text}, and "draft" says that it is none'
        reader.bad(entry.value, message, "keep one of the two")
        fields.values["draft"] = True


def moment_of(entry: Entry, reader: Reader) -> datetime | None:
    """Return the moment that an entry names, if it names one."""
    try:
        return moment_in(entry.value, reader.zone)
    except (DateError, OverflowError):
        return None
