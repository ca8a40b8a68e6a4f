"""A source and its bytes become an article and its content."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sitegen.base.characters import CONTROLS, MISREAD, as_windows, legal, not_utf8, reread
from sitegen.base.conflicts import SAID, conflict_line
from sitegen.base.dates import DateError, at_midnight, date_in_path, read_date
from sitegen.base.digest import digest
from sitegen.base.languages import told_by_path
from sitegen.base.paths import base_path
from sitegen.base.patterns import regex
from sitegen.base.slugs import without_day, without_id
from sitegen.base.text import count_words, letters, line_and_column, shorten
from sitegen.model.article import Article, Content, FrontMatter, Parsed
from sitegen.model.body import Ref
from sitegen.model.config import Config
from sitegen.model.source import Source
from sitegen.parse.draw.shortcodes import report_said
from sitegen.parse.features.byline import Byline
from sitegen.parse.features.endlines import Told
from sitegen.parse.foreign.frames import without_frame
from sitegen.parse.foreign.spoiled import spaced, unescaped
from sitegen.parse.manuscript import Manuscript
from sitegen.parse.markdown import Rules, markdown
from sitegen.parse.matter.frontmatter import read_fields
from sitegen.parse.matter.keys import meaning
from sitegen.parse.matter.reading import Reader
from sitegen.parse.matter.split import cut_off, split_matter
from sitegen.parse.matter.values import Fields, Matter
from sitegen.parse.syntax.typographer import set_text
from sitegen.parse.terms import terms
from sitegen.parse.text import Reading, Text, line_html

_WORDS_A_MINUTE = 220
_SUMMARY = 200
_DRAFTS = "_drafts"
"""A folder in which Jekyll keeps what it never publishes."""
_NO_DATE = (
    'or undated = "2026-11-20" below [site] for all that have none; pages belong in content/pages/, at the same address'
)
_NUMERIC_DAY = regex(r"(?<![\w/.-])\d{1,2}([/-])\d{1,2}\1\d{4}(?![\w/.-])")
_TOP = 1000
"""Characters among which a byline stands."""
_FEW = 20
"""Letters with which different sentences may begin."""
_FENCE = regex(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_DASHED = regex(r"[—–]{1,3}[ \t]*\n(?:[\w-]+:.*\n)+[—–]{1,3}[ \t]*$", re.MULTILINE)
"""Front matter whose `---` a word processor has made dashes of."""
_MATTER = regex(r"^-{3,}[ \t]*\n(?:[\w-]+:.*\n)+-{3,}[ \t]*$", re.MULTILINE)


def parse(source: Source, data: bytes, config: Config, *, rules: Rules = ()) -> Parsed:
    """Return the article that one file holds, whole even where the file has mistakes.

    Of `config` only the site's time zone, language and address and `[markdown]` count; `rules` are those of extensions.
    """
    language, _ = told_by_path(source.id, config.site.languages, config.site.language)
    manuscript = _manuscript(source, data, config, language)
    legible = not any(finding.fatal for finding in manuscript.diagnostics)
    matter = split_matter(manuscript.text)
    _report_matter(matter, manuscript)
    md = markdown(rules)
    reader = Reader(manuscript, config.zone, lambda value: line_html(value, md, manuscript))
    fields = read_fields(matter.table, reader, profile=source.kind == "author")
    if language and not fields.text("language"):
        fields.values["language"] = language
    text = Reading(md, manuscript).read(
        without_frame(matter.body, matter.body_line, manuscript),
        matter.body_line,
        _text_known(fields, source),
        fields.faqs,
        fields.callouts,
        furnished=source.kind == "article",
        contents=fields.values.get("toc", True),
    )
    _complete(fields, text, source, config, manuscript, readable=legible and matter.error is None)
    content = Content(
        body=text.body,
        outline=tuple(text.outline),
        faqs=tuple(text.faqs),
        markdown=manuscript.without_notes(matter.body),
        front_faq=text.front_faqs,
        further=text.further,
        further_own=text.further_own,
        opens_as_described=_begins_with(text.lead, fields.text("description")),
        styles=text.styles,
    )
    return Parsed(_article(source, fields.front_matter(), text, manuscript, config), content)


def _text_known(fields: Fields, source: Source) -> Text:
    """Return what is known of the text before it is read: its title, its byline, and what lines of it may say."""
    updated, section = _date(fields.values.get("updated")), fields.text("section")
    byline = Byline(fields.values.get("authors", ()), _day(fields, source), updated, section)
    told = Told(fields.values.get("tags", ()), fields.text("description"))
    return Text(fields.text("title"), byline, told)


def _begins_with(lead: str, description: str) -> bool:
    """Tell whether the first paragraph begins with a description, of which exports may have cut the end off."""
    if not letters(lead[: 4 * _FEW]).startswith(letters(description[:_FEW])):
        return False
    said = letters(description)
    return len(said) > _FEW and letters(lead).startswith(said)


def _manuscript(source: Source, data: bytes, config: Config, language: str) -> Manuscript:
    text = data.decode(errors="replace").removeprefix("\ufeff")
    controlled = len(data.translate(None, CONTROLS)) < len(data)
    foreign = not_utf8(data) if controlled or "\ufffd" in text else None
    if controlled:
        text = legal(text.replace("\0", "\ufffd"))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    misread = -1
    if b"\xc3" in data and any(map(data.__contains__, MISREAD)):
        text, misread = reread(text)
    if b"\xc2" in data:
        text, high = as_windows(text)
        misread = high if misread < 0 else misread
    text, escaped = unescaped(text if text.isascii() else spaced(text))
    inside = source.path.removeprefix("content/")
    base = base_path(config.site.url)
    language = language or config.site.language
    manuscript = Manuscript(source.path, inside, text, language, config.markdown, config.host, base)
    if foreign:
        what, *place = foreign
        manuscript.report("parse/not-utf8", f"this text is {what}", *place, hint="save the file as UTF-8")
    if misread >= 0:
        message = f'"{text[misread]}" and others are saved in a wrong encoding, and are put right'
        hint = "open the file as it is shown here, and save it as UTF-8"
        manuscript.report("parse/misread", message, *line_and_column(text, misread), hint=hint)
    if escaped:
        message = "backslashes stand before the marks of Markdown, and are left out"
        hint = "take them out: a program has written them, since it took the marks for words"
        manuscript.report("parse/escaped", message, escaped, 1, hint=hint)
    return manuscript


def _report_matter(matter: Matter, manuscript: Manuscript) -> None:
    for line, row in matter.said:
        report_said(line, row, manuscript)
    if matter.second:
        message = "another front matter follows the first; of what both say, the first counts"
        hint = "put its keys into the first, and take it out"
        manuscript.report("parse/shortcode", message, matter.second, 1, width=3, hint=hint)
    conflict = _conflict(manuscript.text)
    if conflict:
        message = f"{SAID}, with two versions of the text"
        hint = "keep one of them, and remove the lines with <<<<<<<, ======= and >>>>>>>"
        manuscript.report("parse/conflict", message, conflict, 1, width=7, hint=hint)
    if (error := matter.error) and not conflict:
        manuscript.report_at("parse/front-matter", str(error), error, error.hint)
    remarked = " #" in manuscript.text or "\t#" in manuscript.text
    for cut, number, column in cut_off(matter.table, manuscript.lines) if remarked else ():
        message = f'"{cut}" is not read, since a # behind a space begins a comment'
        hint = "put the whole value in quotes, or leave the # out"
        manuscript.report("parse/comment", message, number, column, width=len(cut), hint=hint)
    for entry in matter.duplicates:
        first = matter.table.get(entry.key)
        hint = f"remove one of them; the other is in line {first.line}" if first else "remove one of them"
        manuscript.report_at("parse/duplicate-key", f'the key "{entry.key}" stands twice', entry, hint)


def _conflict(text: str) -> int:
    """Return the line of the first conflict that git has left, which code may show; 0 where there is none."""
    line = conflict_line(text)
    return line if line and not len(_FENCE.findall("\n".join(text.split("\n", line)[:line]))) % 2 else 0


def _complete(
    fields: Fields, text: Text, source: Source, config: Config, manuscript: Manuscript, *, readable: bool
) -> None:
    """Fill in what the front matter leaves to the text and the path; report what is missing."""
    values = fields.values
    values["title"], values["authors"] = text.title or _title_in_name(source), text.byline.names
    values["tags"], values["description"] = text.told
    values["section"] = text.byline.section
    if config.markdown.typographer:
        for key in ("title", "description"):
            values[key] = set_text(values[key], manuscript.language)
    if _DRAFTS in source.id.split("/")[:-1]:
        values.setdefault("draft", True)
    if source.kind == "author":
        own = source.id.rpartition("/")[2].replace("-", " ").title()
        values["name"] = fields.text("name") or text.title or own
    elif not values["title"] and readable:
        dated = source.kind != "article" or values.get("date") or text.byline.day or text.byline.updated
        readable = not _untitled(fields, manuscript, dated=bool(dated))
    if source.kind == "article" and values.get("date") is None:
        day = text.byline.day or text.byline.updated
        values["date"] = at_midnight(day, config.zone) if day else None
        if day is None and readable:
            _undated(fields, manuscript, config)

    updated, first = text.byline.updated, _date(values.get("date"))
    if values.get("updated") is None and updated and updated != first:
        values["updated"] = at_midnight(updated, config.zone)
    if values.get("updated") == values.get("date"):
        values["updated"] = None  # as content systems write it for what was never changed


def _title_in_name(source: Source) -> str:
    """Return the title that a file's name is where it has several words with spaces between, or an empty string."""
    name = without_id(without_day(source.id.rpartition("/")[2]).strip())
    return name if " " in name else ""


def _untitled(fields: Fields, manuscript: Manuscript, *, dated: bool) -> bool:
    """Report that nothing says the title; tell whether that says of the date, too, that it is missing."""
    hint = _misplaced(fields, manuscript)
    both = bool(hint) and not dated
    hint = hint or f"begin the text with # …, or write title: …{_top(fields)}"
    _report_missing("title", fields, manuscript, hint, "title and no date" if both else "title")
    return both


def _undated(fields: Fields, manuscript: Manuscript, config: Config) -> None:
    """Give an article the day of those that name none, or report that it names none."""
    told = fields.values.get("draft") or "date" in fields.wrong
    if not told and _report_unclear_day(manuscript, config.zone):
        return
    if config.site.undated and "date" not in fields.wrong:
        fields.values["date"] = at_midnight(datetime.fromisoformat(config.site.undated).date(), config.zone)
        return
    hint = _misplaced(fields, manuscript) or f"write date: 2026-11-20{_top(fields)}, {_NO_DATE}"
    _report_missing("date", fields, manuscript, hint, draft=bool(fields.values.get("draft")))


def _misplaced(fields: Fields, manuscript: Manuscript) -> str:
    """Return how to mend a file whose front matter, or all of it, stands where it means something else."""
    if fields.places:
        return ""
    if manuscript.content_path.rpartition("/")[2].casefold() == "readme.md":
        return "move it out of content/, where every file is published, if it is about a folder"
    if _MATTER.search(manuscript.text):
        return "put the front matter at the very top, between two lines that are just ---"
    if _DASHED.match(manuscript.text):
        return "write --- above the front matter and below it: these dashes are others"
    key, colon, _ = manuscript.text.partition("\n")[0].partition(":")
    if colon and meaning(key.strip()):
        return "put a line --- above the keys, and one below them"
    code = manuscript.text.startswith("```") and not fields.text("title")
    return "take out the ``` around the article, which make it code" if code else ""


def _top(fields: Fields) -> str:
    """Return where keys go in a file that has none yet."""
    return "" if fields.places else " between two lines --- at the very top"


def _report_unclear_day(manuscript: Manuscript, zone: ZoneInfo) -> bool:
    """Report a day near the top that can be read in two ways; tell whether there is one."""
    match = _NUMERIC_DAY.search(manuscript.text, 0, _TOP)
    if match is None:
        return False
    try:
        read_date(match[0], zone)
    except DateError as error:
        row = manuscript.text.count("\n", 0, match.start())
        message = f"this article has no date, since {error}"
        manuscript.report_text("parse/no-date", message, row, match[0], hint=error.hint)
        return True
    return False


def _day(fields: Fields, source: Source) -> date | None:
    """Return the day that the front matter, or else the path says."""
    written = _date(fields.values.get("date"))
    return written or date_in_path(fields.text("path")) or date_in_path(source.id)


def _date(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _report_missing(
    key: str, fields: Fields, manuscript: Manuscript, hint: str, what: str = "", *, draft: bool = False
) -> None:
    """Report that nothing says the title or the date, unless what is wrong with it has been told.

    Drafts often get their date last, and one without publishes nothing wrong.
    """
    if key not in fields.wrong:
        line, column, width = next((place for name, *place in fields.places if name == key), (1, 0, 1))
        code, message = f"parse/no-{key}", f"this article has no {what or key}"
        if draft:
            code, message = "parse/undated-draft", "this draft has no date, so not even a preview shows it"
        manuscript.report(code, message, line, column, width=width, hint=hint)


def _article(source: Source, meta: FrontMatter, text: Text, manuscript: Manuscript, config: Config) -> Article:
    words = count_words(text.plain)
    headings = [heading.text for heading in text.outline]
    packed, keywords = terms(meta.title, text.plain, description=meta.description, headings=headings, lead=text.lead)
    site, markdown = config.site, config.markdown
    given = (source.path, site.language, site.languages, site.timezone, site.undated)
    options = (markdown.raw_html, markdown.callout_openings, markdown.callout_kinds, markdown.typographer)
    told = f"{given + options}\0{sorted(markdown.callout_titles.items())}\0{manuscript.text}"
    further = [part for part in text.further.parts if isinstance(part, Ref)]
    places = [ref.target for ref in further if ref.kind != "title"]
    return Article(
        id=source.id,
        path=source.path,
        kind=source.kind,
        bundle=source.bundle,
        meta=meta,
        summary=shorten(meta.description or text.lead, _SUMMARY),
        words=words,
        minutes=max(1, round(words / _WORDS_A_MINUTE)),
        faqs=len(text.faqs),
        callouts=text.callouts,
        terms=packed,
        keywords=keywords,
        further=tuple(places),
        labels=tuple(text.labels) if len(text.labels) == len(places) else (),
        named=(*(ref.target for ref in further if ref.kind == "title"), *text.names),
        anchors=tuple(dict.fromkeys((*manuscript.anchors, *text.raw_ids))),
        content=digest(told.encode("utf-8", "surrogatepass")),
        sound=not any(finding.fatal for finding in manuscript.diagnostics),
        diagnostics=tuple(manuscript.diagnostics),
    )
