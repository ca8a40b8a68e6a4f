"""An article, its content and its place in the site become what `article.html` and `page.html` show."""

from collections.abc import Callable, Sequence
from functools import cache
from operator import attrgetter

from markupsafe import Markup

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.html import escape
from sitegen.base.noun import Noun, Struct, field, field_names, replace
from sitegen.base.paths import web_url
from sitegen.base.text import letters
from sitegen.model.article import Article, Content
from sitegen.model.body import Body, Heading, Ref, Slot
from sitegen.model.context import (
    ArticlePage,
    ArticleView,
    AudioView,
    CardView,
    CitationView,
    CiteView,
    CorrectionView,
    FaqView,
    HeadingView,
    ImageView,
    SeriesView,
)
from sitegen.model.output import Page, twin_path
from sitegen.model.site import Card, Suggestion
from sitegen.render.body import DrawSlot, fill
from sitegen.render.images import image_view
from sitegen.render.licenses import license_of
from sitegen.render.links import resolve
from sitegen.render.pages.authors import author_view
from sitegen.render.pages.cards import card_view, card_views, link, links
from sitegen.render.pages.citing import cite_view, edit_url, report_url
from sitegen.render.theme.environment import Frame
from sitegen.render.theme.press import Press
from sitegen.render.theme.strings import Strings, direction
from sitegen.render.urls import full_url, href
from sitegen.render.view import View

_TOC_LEVELS = (2, 3)
_TOC_LEAST = 3
_PARTS = 41
"""Of a series: as many are listed at most, with the article in their middle."""
# A card is suggested for reasons of its own on every page, and `replace` is slow.
_without_reasons = attrgetter(*(name for name in field_names(CardView) if name != "reasons"))


class Told(Noun):
    """An article page's values, and what is wrong with what they name."""

    values: ArticlePage
    faqs: tuple[FaqView, ...]
    """Those of the front matter and those inside the text."""
    mentions: tuple[str, ...]
    """URLs of the site's articles and pages that the text links to."""
    problems: tuple[Diagnostic, ...]


class CitedArticle(ArticleView, kw_only=True):
    """An article whose citation is put together only where its template asks for it."""

    quote: Callable[[], CiteView | None]

    @property  # type: ignore[misc]  # the field that it hides stays empty
    def cite(self) -> CiteView | None:
        """How to cite the article."""
        return self.quote()


def article_page(page: Page, view: View, press: Press) -> Told | None:
    """Return what an article's own page shows, or None where the article is not published."""
    article, content, card = view.article(page.subject), view.content(page.subject), view.card(page.subject)
    if article is None or content is None or card is None:
        return None
    return _Maker(page, view, press, article, content, card).told()


class _Maker(Struct):
    """Makes one page of what is known of its article, and gathers what is wrong."""

    page: Page
    view: View
    press: Press
    article: Article
    content: Content
    card: Card
    problems: list[Diagnostic] = field(default_factory=list)

    @property
    def language(self) -> str:
        return self.article.meta.language or self.view.config.site.language

    def told(self) -> Told:
        article, view, press = self.article, self.view, self.press
        faqs = tuple(
            FaqView(entry.id, Markup(entry.question_html), self._filled(entry.answer))  # noqa: S704  (from parse)
            for entry in self.content.faqs
        )
        shown = self._article(faqs)
        if article.kind == "page":
            return Told(ArticlePage(shown), faqs, (), tuple(self.problems))
        related = _related(article.id, view, press, article.meta.language)
        told = self._with_further(shown, related)
        title = letters(press.say("related", article.meta.language))
        listed = told is not shown or any(title == letters(heading.text) for heading in self.content.outline)
        neighbours = view.neighbours(article.id)
        values = ArticlePage(
            told if not neighbours.series else replace(told, series=self._series(neighbours.series)),
            related,
            card_view(neighbours.previous, view, press) if neighbours.previous else None,
            card_view(neighbours.next, view, press) if neighbours.next else None,
            listed,
        )
        return Told(values, faqs, self._mentions(), tuple(self.problems))

    def _filled(self, body: Body, draw: DrawSlot | None = None) -> Markup:
        filled = fill(body, self.view, self.article.path, draw=draw)
        self.problems += filled.problems
        return Markup(filled.html)  # noqa: S704  (from parse)

    def _article(self, faqs: tuple[FaqView, ...]) -> ArticleView:
        article, content, card, view, press = self.article, self.content, self.card, self.view, self.press
        meta, config, language = article.meta, view.config, self.language
        image, missing = image_view(meta.image, view, article.path)
        self.problems += [missing] if missing else []
        body = self._filled(content.body, self._drawer(faqs))
        authors = tuple(author_view(label, view, press) for label in card.authors)
        url = web_url(meta.canonical) or full_url(config, card.address)

        def quote() -> CiteView | None:
            return cite_view(card.title, [author.name for author in authors], meta.date, url, press, language)

        return CitedArticle(
            id=article.id,
            title=card.title,
            standfirst="" if content.opens_as_described else meta.description,
            summary=article.summary,
            date=meta.date,
            updated=meta.updated,
            authors=authors,
            section=link(card.section, view) if card.section else None,
            tags=links(card.tags, view),
            image=image,
            image_in_text=image is not None and _shows(body, image),
            minutes=article.minutes,
            words=article.words,
            key_points=tuple(map(Markup, meta.key_points)),
            toc=toc(content.outline) if meta.toc else (),
            body=body,
            faq=faqs[: content.front_faq],
            corrections=tuple(CorrectionView(entry.date, Markup(entry.text)) for entry in meta.corrections),  # noqa: S704
            sources=tuple(
                CitationView(entry.title, web_url(entry.url), entry.author, entry.year) for entry in meta.sources
            ),
            audio=self._audio(),
            series=None,
            license=license_of(meta, config),
            cite=None,
            comments=meta.comments and article.kind == "article",
            language=language,
            direction=direction(language),
            status=card.status,
            edit_url=edit_url(config, article.path),
            report_url=report_url(config, card.title, url),
            url=url,
            markdown_href=href(config, twin_path(self.page.address)) if config.machines.markdown_twins else "",
            extra=meta.extra,
            styles=Markup(content.styles),  # noqa: S704  (from parse)
            quote=cache(quote),
        )

    def _drawer(self, faqs: tuple[FaqView, ...]) -> DrawSlot:
        def draw(slot: Slot) -> str:
            self.view.template("partials/faq.html")
            values = {"faq": faqs[slot.start : slot.end], "heading": Markup(slot.heading), "id": slot.id}  # noqa: S704
            frame = Frame(self.view, self.language, tuple(values))
            return self.press.templates.render("partials/faq.html", frame, values)

        return draw

    def _audio(self) -> AudioView | None:
        audio = self.article.meta.audio
        if audio is None:
            return None
        if audio.ref is None:
            url = web_url(audio.src)
            return AudioView(url, audio.type, audio.duration) if url else None
        target = resolve(audio.ref, self.view, self.article.path)
        self.problems += [target.problem] if target.problem else []
        return AudioView(href(self.view.config, target.address), audio.type, audio.duration) if target.address else None

    def _with_further(self, shown: ArticleView, related: tuple[CardView, ...]) -> ArticleView:
        """Return the article with the further reading that its text lists, unless all of it is among what is related.

        A link that leads nowhere is none of it; nor is what is called as no article is, where it can be nothing else.
        """
        content, view = self.content, self.view
        further = self._filled(content.further)
        refs = [part for part in content.further.parts if isinstance(part, Ref)]
        targets = [resolve(ref, view, self.article.path) for ref in refs]
        listed = {href(view.config, target.address) for target in targets if target.address}
        strange = not content.further_own and any(
            ref.kind == "title" and not target.address for ref, target in zip(refs, targets, strict=True)
        )
        if not strange and listed <= {card.href for card in related}:
            return shown
        return replace(shown, body=shown.body + further)

    def _mentions(self) -> tuple[str, ...]:
        own = self.article.path.partition("/")[2]
        parts = self.content.body.parts
        targets = (part.target for part in parts if isinstance(part, Ref) and part.kind == "article")
        addresses = (self.view.address(target) for target in dict.fromkeys(targets) if target != own)
        return tuple(full_url(self.view.config, address) for address in addresses if address)

    def _series(self, ids: tuple[str, ...]) -> SeriesView | None:
        card, view, press = self.card, self.view, self.press
        if card.series is None:
            return None
        place = ids.index(card.id) if card.id in ids else 0
        first = max(min(place - _PARTS // 2, len(ids) - _PARTS), 0)
        before = ids[place - 1] if place else ""
        after = ids[place + 1] if place + 1 < len(ids) else ""
        return SeriesView(
            name=card.series.name,
            href=href(view.config, card.series.address),
            part=place + 1,
            parts=card_views(ids[first : first + _PARTS], view, press),
            first=first + 1,
            count=len(ids),
            previous=card_view(before, view, press) if before else None,
            next=card_view(after, view, press) if after else None,
        )


def toc(outline: Sequence[Heading]) -> tuple[HeadingView, ...]:
    """Return the table of contents, headings of the third level below those of the second."""
    shown = [heading for heading in outline if heading.level in _TOC_LEVELS]
    if len(shown) < _TOC_LEAST:
        return ()
    tops: list[tuple[Heading, list[HeadingView]]] = []
    for heading in shown:
        if heading.level == _TOC_LEVELS[0] or not tops:
            tops.append((heading, []))
        else:
            tops[-1][1].append(HeadingView(heading.level, heading.id, heading.text))
    return tuple(HeadingView(top.level, top.id, top.text, tuple(below)) for top, below in tops)


_REASONS = {
    ("subject", False): "reason_shared",
    ("subject", True): "reason_shared_two",
    ("section", False): "reason_section",
    ("author", False): "reason_author",
    ("likeness", False): "reason_likeness",
    ("time", False): "reason_time",
}
"""What says why an article is suggested, by what it shares and whether that is two."""


def _related(ident: str, view: View, press: Press, language: str) -> tuple[CardView, ...]:
    found = ((card_view(entry.id, view, press), entry) for entry in view.related(ident))
    strings = press.strings(language)
    return tuple(
        CardView(*(*_without_reasons(card), reasons_of(entry, strings))) for card, entry in found if card is not None
    )


def reasons_of(entry: Suggestion, strings: Strings) -> tuple[str, ...]:
    """Return why an article is suggested, as a page says it; nothing where there is no reason but want of others."""
    if entry.pinned:
        return (strings.say("reason_pinned", {}) or "",)
    key = _REASONS.get((entry.kind, len(entry.shared) > 1))
    named = dict(zip(("first", "second"), entry.shared, strict=False))
    return (strings.say(key, named) or "",) if key else ()


def _shows(html: str, image: ImageView) -> bool:
    """Tell whether a text shows an image, of which nothing is told besides."""
    return not (image.caption or image.credit or image.license) and f' src="{escape(image.src)}"' in html
