"""The name of a licence becomes its title and its address."""

import re
from urllib.parse import urlsplit

from sitegen.base.paths import is_external, web_url
from sitegen.base.patterns import regex

# Every name of the SPDX list but these ends in a version.
_SPDX = regex(r"MIT|ISC|Unlicense|WTFPL|PDDL|[A-Za-z][A-Za-z0-9.+-]*-\d+(?:\.\d+)*(?:-[A-Za-z-]+)?")
_CREATIVE_COMMONS = regex(r"CC-(BY(?:-(?:NC|ND|SA|NC-SA|NC-ND))?)-(\d\.\d)", re.IGNORECASE)

_OF_CREATIVE_COMMONS = regex(r"CC-BY(-[A-Z]+)*(-[\d.]+)?", re.IGNORECASE)
"""Of a version or of conditions that there are not, where the above does not fit."""


def known_license(written: str) -> tuple[str, str] | None:
    """Return (title, URL) of a licence by its SPDX name or URL, or None where there is none that has an address."""
    written = written.strip()
    if not written:
        return None
    if is_external(written):
        url = web_url(written)
        return (_title(url), url) if url else None
    spdx = re.sub(r"[\s_]+", "-", written)
    if spdx.upper() in ("CC0-1.0", "CC0"):
        return "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"
    match = _CREATIVE_COMMONS.fullmatch(spdx)
    if match:
        rights, version = match[1].lower(), match[2]
        title = f"CC {match[1].upper()} {version}"
        return title, f"https://creativecommons.org/licenses/{rights}/{version}/"
    if _OF_CREATIVE_COMMONS.fullmatch(spdx):
        return None
    return (written, f"https://spdx.org/licenses/{spdx}.html") if _SPDX.fullmatch(spdx) else None


def _title(url: str) -> str:
    """Return `CC BY 4.0` for a Creative Commons URL, else the host."""
    parts = urlsplit(url)
    steps = [step for step in parts.path.split("/") if step]
    if parts.hostname and parts.hostname.endswith("creativecommons.org") and len(steps) >= 3:
        return "CC0 1.0" if steps[1] == "zero" else f"CC {steps[1].upper()} {steps[2]}"
    return parts.hostname or url
