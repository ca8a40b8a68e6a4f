"""What an author lists under "You may also like" leaves the text: the page has a place of its own for that."""

from collections.abc import Sequence

from markdown_it.token import Token

from sitegen.base.paths import is_external
from sitegen.base.patterns import regex
from sitegen.parse.headings import plain_text

_TITLE = regex(
    r"\W*(?:you (?:may|might) also (?:like|enjoy)|related (?:articles|posts|stories)|more like this|"
    r"das könnte (?:sie|dich) auch interessieren|vous aimerez aussi|à lire aussi|también te puede (?:gustar|interesar)|"
    r"potrebbe interessarti anche|você também pode gostar|misschien vind je dit ook leuk|あわせて読みたい)\W*"
)
_COMMENTS = regex(r"\W*(?:comments?|kommentare?|commentaires?|comentarios|commenti|comentários|reacties|コメント)\W*")
_AROUND = frozenset((
    *("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"),
    *("list_item_open", "list_item_close", "paragraph_open", "paragraph_close"),
))  # fmt: skip
_MARKS = frozenset(("strong_open", "strong_close", "em_open", "em_close"))


def take_further(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """Return sections with nothing but links to files and addresses of the site, and the tokens without these sections.

    The heading of an empty section leaves for good, and so does that of an empty "Comments".
    """
    taken: list[Token] = []
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        end = _section_end(tokens, index)
        if end and all(map(_leads_on, tokens[index + 3 : end])):
            if end > index + 3:
                tokens[index].tag = tokens[index + 2].tag = "h2"
                taken += tokens[index:end]
            index = end
            continue
        result.append(tokens[index])
        index += 1
    return taken, result


def _section_end(tokens: list[Token], index: int) -> int:
    """Return where a section that may be taken ends; nought where none begins."""
    token = tokens[index]
    if token.type != "heading_open" or token.level:
        return 0
    title = plain_text(tokens[index + 1]).casefold()
    end = next((at for at in range(index + 3, len(tokens)) if _ends(tokens[at], token)), len(tokens))
    if _TITLE.fullmatch(title) or (end == index + 3 and _COMMENTS.fullmatch(title)):
        return end
    return 0


def _ends(token: Token, heading: Token) -> bool:
    return not token.level and (token.type == "hr" or (token.type == "heading_open" and token.tag <= heading.tag))


def _leads_on(token: Token) -> bool:
    """Tell whether a token is a link that stands alone, or only what stands around such links."""
    return _is_link(token.children or []) if token.type == "inline" else token.type in _AROUND


def _is_link(children: Sequence[Token]) -> bool:
    """Tell whether a line is one link to a file or an address of the site."""
    inner = [each for each in children if each.type not in _MARKS and (each.type != "text" or each.content.strip())]
    links = [each for each in inner if each.type == "link_open"]
    if len(links) != 1 or inner[0] is not links[0] or inner[-1].type != "link_close":
        return False
    target = str(links[0].attrs.get("href", ""))
    return not target.startswith("#") and not is_external(target)
