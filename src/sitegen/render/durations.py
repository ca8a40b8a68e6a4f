"""How long a recording is, as its author writes it, becomes what each reader of markup and feeds wants."""

from sitegen.base.patterns import regex

_ISO = regex(r"P(?=.)(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_CLOCK = regex(r"(?:(\d+):)?(\d{1,2}):(\d{2})")
_SECONDS = regex(r"\d{1,9}")


def seconds(written: str) -> int:
    """Return `12:30`, `750` or `PT12M30S` in seconds; 0 for what is not a duration."""
    written = written.strip()
    if match := _CLOCK.fullmatch(written) or _ISO.fullmatch(written):
        parts = [int(part or 0) for part in match.groups()]
        days, hours, minutes, rest = (0, *parts) if len(parts) == 3 else parts
        return ((days * 24 + hours) * 60 + minutes) * 60 + rest
    return int(written) if _SECONDS.fullmatch(written) else 0


def iso_duration(written: str) -> str:
    """Return `12:30` as `PT12M30S`; nothing for what is not a duration."""
    hours, minutes, rest = _parts_of(seconds(written))
    parts = ((hours, "H"), (minutes, "M"), (rest, "S"))
    told = "".join(f"{count}{unit}" for count, unit in parts if count)
    return f"PT{told}" if told else ""


def clock(written: str) -> str:
    """Return `PT12M30S` as `12:30`; nothing for what is not a duration."""
    hours, minutes, rest = _parts_of(seconds(written))
    if not (hours or minutes or rest):
        return ""
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _parts_of(count: int) -> tuple[int, int, int]:
    minutes, rest = divmod(count, 60)
    return *divmod(minutes, 60), rest
