"""Addresses in which templates of Jekyll, Hugo and Eleventy would have filled something in, as `{{ site.url }}/a/`."""

import re
from typing import cast

from sitegen.base.paths import is_external
from sitegen.base.patterns import regex

MARK = r"\{\{[^{}]{1,200}\}\}|\{%[^{}%]{1,200}%\}"
MARKED = regex(rf"(?:{MARK})(?>(?:{MARK}|[^\s()<>{{}}\"']++)*)")
"""An address that begins with such a mark."""
_SITE = regex(r"(?:\{\{-?\s*(?:site|\.Site)\.(?:base_?url|url)\s*-?\}\})*", re.IGNORECASE)
_FILTERED = regex(
    r"\{\{-?\s*(?:\"([^\"]*)\"|'([^']*)')\s*\|\s*(?:(?:relative|absolute|abs|rel)_?url|url|prepend:\s*site\.base_?url)\s*-?\}\}",
    re.IGNORECASE,
)
"""A path in quotes, which a filter makes an address of the site."""
_POST = regex(r"\{%-?\s*(link|post_url)\s+(\S+)\s*-?%\}")
_REF = regex(r"\{\{[<%]\s*(?:(?:rel)?ref|link)\s+(?:path=)?[\"']?([^\"'\s>%]+)[\"']?\s*[>%]\}\}")


def filled_in(target: str) -> str:
    """Return the target of a link or an image with what other generators' templates would put at its beginning.

    It stays as it is where anything else was to be filled in: nothing here knows `{{ page.title }}`.
    """
    if "{{" not in target and "{%" not in target:
        return target
    begin = cast("re.Match[str]", _SITE.match(target)).end()
    filled = target[begin:]
    if path := _REF.match(filled):
        filled = _source(path[1]) + filled[path.end() :]
    elif post := _POST.match(filled):
        filled = (f"/{post[2]}" if post[1] == "link" else f"/_posts/{post[2]}.md") + filled[post.end() :]
    elif (path := _FILTERED.match(filled)) or begin:
        filled = f"{path[1] or path[2] or ''}{filled[path.end() :]}" if path else filled
        filled = filled if is_external(filled) or filled.startswith("/") else f"/{filled}"
    return target if "{{" in filled or "{%" in filled else filled


def _source(path: str) -> str:
    """Return the file that Hugo means: one beside the article, or with a folder before it one from the content root."""
    path, mark, fragment = path.partition("#")
    if path and "." not in path.rpartition("/")[2]:
        path += ".md"
    if "/" in path and path[0] not in "/.":
        path = f"/{path}"
    return path + mark + fragment
