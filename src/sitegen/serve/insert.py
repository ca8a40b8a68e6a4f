"""A page of the site becomes a page of the preview: the script that keeps it up to date goes into it."""

import re

from sitegen.base.digest import digest
from sitegen.base.patterns import regex

PREFIX = "/__sitegen/"
"""Where the preview's own files answer, outside the base path of any site."""

_BODY_END = regex(rb"</body\s*>", re.IGNORECASE)


def version(page: bytes) -> str:
    """Return the name of one state of a page."""
    return digest(page)


def with_script(page: bytes, name: str | None = None) -> bytes:
    """Return the page with the preview's script, which knows the version, or what is given as its `name`.

    The script is a file, since a content policy may refuse inline scripts.
    """
    known = version(page) if name is None else name
    script = f'<script type="module" src="{PREFIX}live.js" data-version="{known}"></script>'.encode()
    ends = list(_BODY_END.finditer(page))
    place = ends[-1].start() if ends else len(page)
    return page[:place] + script + page[place:]
