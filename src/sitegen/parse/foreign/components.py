"""`<YouTube id="…" />`, `<Image src="…" />` and `<LinkCard title="…" href="…" />` become a link, a picture and a link.

So pages of MDX (Astro, Next, Docusaurus) have what Markdown has no words for, or has other words for.
"""

import re
from html import unescape

from markdown_it.rules_block.state_block import StateBlock

from sitegen.base.paths import IMAGES
from sitegen.base.patterns import regex
from sitegen.parse.foreign.captions import image, linked, plainly
from sitegen.parse.foreign.templated import film_address
from sitegen.parse.syntax.jsx import given_in
from sitegen.parse.syntax.lines import line_text, push_paragraph
from sitegen.parse.tokens import figure, inline, within

_FILM = regex(
    r"(?:Lite|Responsive|Embed)?(YouTube|Vimeo|Tweet|Twitter|Instagram)(?:Embed|Video|Player|Lite|Post)?", re.IGNORECASE
)
"""What components are called that show a film or a post."""
_PICTURE = regex(r"(?:[A-Z][a-z]+)?(?:Image|Img|Picture|Photo|Figure)")
"""What others are called that show a picture."""
_IDS = ("id", "videoid", "video", "tweetid", "tweetlink", "url", "src", "link", "href")
_IN_ADDRESS = regex(r"(?:https?://)?(?:(?:www|open)\.)?(?:twitter\.com/|x\.com/)?(?P<user>\w+)/status/(?P<id>\d+)")
"""A post, by its address."""


def component_rule(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take such a component where it fills its lines; all others are read as tags are."""
    pos = state.bMarks[start] + state.tShift[start]
    if silent or not state.src[pos + 1 : pos + 2].isupper() or state.is_code_block(start):
        return False
    found = given_in(state.src, pos)
    if not found:
        return False
    name, given, behind = found
    last = start + state.src.count("\n", pos, behind)
    if last >= end or state.src[behind : state.eMarks[last]].strip():
        return False
    given = {key: unescape(value) for key, value in given.items()}
    source = given.get("src", "")
    if _PICTURE.fullmatch(name) and source.lower().endswith(IMAGES):
        row = next((at for at in range(start, last) if source in line_text(state, at)), last)
        caption = inline(given["caption"], start) if given.get("caption") else None
        if caption:
            caption.map = [start, last + 1]
        picture = inline(image(given.get("alt", ""), source), row)
        state.tokens += within(figure(picture, caption, {}), state.level)
    elif text := _link(name, given):
        push_paragraph(state, text, start, last + 1)
    else:
        return False
    state.line = last + 1
    return True


def _link(name: str, given: dict[str, str]) -> str:
    """Return the Markdown of a link; nothing where it is given none."""
    if film := _FILM.fullmatch(name):
        told = next((given[key] for key in _IDS if given.get(key)), "")
        status = _IN_ADDRESS.fullmatch(told)
        if not status and told.startswith(("https://", "http://")):
            return f"<{told}>"
        address = film_address(film[1], *(status.group("id", "user") if status else (told, "")))
        return f"<{address}>" if address else ""
    if given.get("href") and given.get("title"):
        behind = f": {plainly(given['description'])}" if given.get("description") else ""
        return linked(plainly(given["title"]), given["href"]) + behind
    return ""
