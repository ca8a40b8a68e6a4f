"""Where comments would stand, a page has its own place for them: what says only that leaves the text."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.parse.blocks import AROUND, Block
from sitegen.parse.faq.endings import calls
from sitegen.parse.features.sectiontitles import COMMENTS, PLAIN_COMMENTS
from sitegen.parse.features.unfilled import placeholder, report_place
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.tokens import BLOCK, Change, changed, plain_children, plain_text, shows_nothing

_NONE = (
    r"\W*+(?:be the first to (?:(?:leave a )?(?:comment|reply)|share your (?:thoughts|opinion)|"
    r"join the (?:conversation|discussion))(?: on this (?:article|post|story))?|"
    r"comments?(?: section| block)? placeholder|placeholder for (?:the )?comments?(?: section| block)?|"
    r"end of (?:the )?(?:article|post|story)|"
    r"no comments (?:yet|so far)|there are no comments yet|(?:0|no) comments|loading comments|"
    r"(?:please )?(?:sign|log) in(?: or (?:sign up|register))? to (?:leave a )?(?:comment|reply)|"
    r"comments (?:are (?:closed|open)|(?:will )?(?:appear|be (?:displayed|shown)|go) here)|"
    r"(?:es gibt )?(?:noch|bisher) keine kommentare(?: vorhanden)?|"
    r"sei(?:en sie)? der erste(?:, der kommentiert|[^.!]{0,20} kommentar)?|sii il primo a commentare|"
    r"soyez le premier à (?:commenter|laisser un commentaire)|"
    r"(?:aucun|pas encore de) commentaires?(?: pour (?:le moment|l['’]instant))?|"
    r"(?:aún|todavía) no hay comentarios|(?:no hay|sin) comentarios(?: (?:aún|todavía))?|"
    r"sé el primero en (?:comentar|dejar un comentario)|"
    r"(?:ainda não há|nenhum|sem) comentários?(?: ainda)?|seja o primeiro a comentar|"
    r"(?:ancora )?nessun commento(?: ancora)?|(?:er zijn )?nog geen reacties|"
    r"(?:na razie )?brak komentarzy|(?:пока )?(?:нет комментариев|комментариев (?:пока )?нет)|"
    r"(?:поки )?(?:немає коментарів|коментарів (?:поки )?немає)|inga kommentarer(?: ännu)?|"
    r"ingen kommentarer(?: endnu)?|"
    r"zatím (?:zde nejsou )?žádné komentáře|(?:暂无|还没有|尚无|暫無|尚無|還沒有)(?:评论|評論|留言)|"
    r"(?:まだ)?コメントは(?:まだ)?ありません|(?:아직 )?댓글이 (?:아직 )?없습니다|لا توجد تعليقات(?: بعد| حتى الآن)?|"
    r"هنوز (?:دیدگاهی|نظری) ثبت نشده(?: است)?|(?:עדיין )?אין תגובות(?: עדיין)?|(?:अभी तक )?कोई टिप्पणी नहीं(?: है)?|"
    r"your email address will not be published\.?(?: required fields are marked \*)?|"
    r"(?:ihre|deine) e-mail-adresse wird nicht veröffentlicht|votre adresse e-mail ne sera pas publiée|"
    r"tu dirección de correo electrónico no será publicada|o seu endereço de e-mail não será publicado|"
    r"henüz yorum yok|chưa có bình luận(?: nào)?|belum ada komentar)"
    r"(?:\W++be the first.{0,40}|(?<!\b0 comments)(?<!\bno comments)[.!…。！]+\s*[^.?!…。？！]{1,60})?[^\w?？]*|"
    r"\[(?=[^\[\]]*comments?\b)[^\[\]]*\]|\((?=[^()?!]*\bcomments?\b)[^()?!]*\)"
)
"""A few words may call to be the first."""
_NO_COMMENTS = regex(_NONE, re.IGNORECASE)
"""What stands in the place of comments where nobody has written any."""
_LINE = regex(r"\s*<p\b[^<>]*>([^<]*)</p\s*>\s*", re.IGNORECASE)
_NO_COMMENTS_BELOW = regex(rf"\W*+(?:{COMMENTS})(?: ?[(（]0[)）])?[^\w\[]++(?:{_NONE})", re.IGNORECASE)
"""The same below a heading, or behind it in its line."""
_TITLE = regex(rf"\W*(?:{PLAIN_COMMENTS})\W*", re.IGNORECASE)
_FORM = regex(
    r"\W*(?:your )?(?:name|e-?mail(?: address)?|website|url|comment|message|"
    r"(?:post|submit) (?:your )?comment|submit)(?: \((?:required|optional)\))?[\W_]*|"
    r"\W*save my name, email,? and website in this browser\b.{0,60}",
    re.IGNORECASE,
)
"""What a line of a form for comments says."""
_IDLE_FORM = regex(
    r"\s*(?:<(?:div|section)\b[^<>]*>\s*)*<form\b(?P<attributes>[^<>]*)>(?:(?!</form\b).)*</form\s*>\s*"
    r"(?:</(?:div|section)\s*>\s*)*",
    re.IGNORECASE | re.DOTALL,
)
"""A form with what holds it, and nothing else."""
_SENDS = regex(r"""\baction\s*=\s*(?:"\s*[^\s"#]|'\s*[^\s'#]|[^\s"'#])""", re.IGNORECASE)
_FIELDS = regex(r"[\n|]")
"""What parts the fields of such a form."""
_TITLE_AND_TEXT = 2
_BOXES = ("blockquote_open", "html_block")
_LAST = 3
"""Paragraphs among which such a line stands."""
_LONGEST = 120
"""Characters of it."""


def take_comments(title: Block, inner: list[Token], manuscript: Manuscript) -> int | None:
    """Return how many tokens below a heading "Comments" leave with it, where it shows none; None where it stays.

    A call to comment below it stays.
    """
    if _says_none(inner) or _is_written_form(inner) or _is_idle_form(inner):
        return len(inner)
    if place := placeholder(inner):
        report_place(place, manuscript)
        return len(inner)
    return 0 if shows_nothing(inner) or _only_calls(title, inner) else None


def _says_none(tokens: Sequence[Token]) -> bool:
    """Tell whether this is a line, in a quote, a list, raw HTML or in none, that says that nobody has commented."""
    texts = [token for token in tokens if not token.nesting]
    if len(texts) != 1:
        return False
    raw = _LINE.fullmatch(texts[0].content) if texts[0].type == "html_block" else None
    said = visible_text(raw[1]).strip() if raw else plain_text(texts[0])
    return bool(_NO_COMMENTS.fullmatch(said))


def _is_written_form(tokens: Sequence[Token]) -> bool:
    """Tell whether these are the lines of a form for comments, copied from a page as words."""
    texts = [plain_children(token.children or []) for token in tokens if token.type == "inline"]
    said = [line for text in texts for line in map(str.strip, _FIELDS.split(text)) if line]
    around = all(token.type == "inline" or token.type in AROUND for token in tokens)
    return around and len(said) > 1 and all(_FORM.fullmatch(line) or _NO_COMMENTS.fullmatch(line) for line in said)


def _only_calls(title: Block, tokens: Sequence[Token]) -> bool:
    """Tell whether a section that is just called "Comments" is a line that calls to write some."""
    text = Block([*tokens]).paragraph if len(tokens) == BLOCK else None
    return text is not None and bool(_TITLE.fullmatch(title.said)) and calls(plain_text(text))


def _is_idle_form(tokens: Sequence[Token]) -> bool:
    """Tell whether this is a form of raw HTML that sends nothing to anyone."""
    if not tokens or any(token.type != "html_block" for token in tokens):
        return False
    form = _IDLE_FORM.fullmatch("".join(token.content for token in tokens))
    return form is not None and not _SENDS.search(form["attributes"])


def without_boxes(tokens: list[Token]) -> list[Token]:
    """Return the tokens without what says "Comments", and that there are none: quotes, raw HTML, a line at the end."""
    empty: list[Change] = []
    near = len(tokens) - _LAST * BLOCK
    for at, token in enumerate(tokens):
        short = at >= near and token.type == "paragraph_open" and len(tokens[at + 1].content) <= _LONGEST
        if token.level or not (short or token.type in _BOXES):
            continue
        if _is_empty(block := Block(tokens, at)):
            empty.append((at, block.end, ()))
    return changed(tokens, empty)


def _is_empty(block: Block) -> bool:
    """Tell whether raw HTML, a quote of two lines, or a paragraph says "Comments", and that there are none."""
    if block.kind == "html_block":
        said = [visible_text(block.head.content).strip()]
    else:
        said = [plain_text(token) for token in block.whole if token.type == "inline"]
    fits = block.kind != "blockquote_open" or len(said) == _TITLE_AND_TEXT
    return fits and bool(_NO_COMMENTS_BELOW.fullmatch("\n".join(said)))
