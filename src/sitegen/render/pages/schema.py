"""What a page shows, said once more for machines: one JSON-LD graph with stable ids."""

from collections.abc import Sequence

from sitegen.base.html import escape, visible_text
from sitegen.base.paths import web_url
from sitegen.base.patterns import regex
from sitegen.model.article import Article
from sitegen.model.context import ArticleView, AuthorView, CardView, FaqView, ImageView, PageView
from sitegen.model.media import ImageFacts
from sitegen.render.durations import iso_duration
from sitegen.render.links import image_facts
from sitegen.render.pages.articles import Told
from sitegen.render.pages.jsonld import Node, node, reference
from sitegen.render.pages.publisher import image_object
from sitegen.render.theme.branding import card_image
from sitegen.render.theme.filters import iso
from sitegen.render.theme.press import Press
from sitegen.render.urls import absolute, full_url, setting_url
from sitegen.render.view import View

_LIKE_HTML = regex(r"<[a-zA-Z/!?]|&(?:#\w+|\w+);")
_YEAR = regex(r"\d{4}(-\d\d){0,2}")


def breadcrumbs(page: PageView, view: View) -> list[Node]:
    """Return the way from the home page to this one."""
    if len(page.breadcrumbs) < 2:
        return []
    items = [
        node("ListItem", position=place, name=link.title, item=absolute(view.config, link.href))
        for place, link in enumerate(page.breadcrumbs, 1)
    ]
    return [node("BreadcrumbList", page.canonical + "#breadcrumb", itemListElement=items)]


def web_page(page: PageView, view: View, *, kind: str = "WebPage", **properties: object) -> Node:
    """Return the page itself."""
    return node(
        kind,
        page.canonical,
        url=page.canonical,
        name=page.heading,
        description=page.description,
        inLanguage=page.language,
        isPartOf=reference(view.config.site.url + "#website"),
        breadcrumb=reference(page.canonical + "#breadcrumb") if len(page.breadcrumbs) > 1 else None,
        **properties,
    )


def list_nodes(page: PageView, cards: Sequence[CardView], view: View, *, first: int = 1) -> list[Node]:
    """Return a page that lists articles."""
    if not cards:
        return [web_page(page, view, kind="CollectionPage"), *breadcrumbs(page, view)]
    items = [
        node("ListItem", position=place, url=absolute(view.config, card.href), name=card.title)
        for place, card in enumerate(cards, first)
    ]
    listed = node("ItemList", page.canonical + "#list", numberOfItems=len(items), itemListElement=items)
    collection = web_page(page, view, kind="CollectionPage", mainEntity=reference(page.canonical + "#list"))
    return [collection, listed, *breadcrumbs(page, view)]


def author_nodes(page: PageView, author: AuthorView, cards: Sequence[CardView], view: View) -> list[Node]:
    """Return the page of a person or a desk."""
    ident = _author_id(author, view)
    profile = web_page(page, view, kind="ProfilePage", mainEntity=reference(ident))
    whole = _author_node(author, view)
    listed = [each for each in list_nodes(page, cards, view) if each["@type"] == "ItemList"]
    return [profile, whole, *listed, *breadcrumbs(page, view)]


def _author_id(author: AuthorView, view: View) -> str:
    """Return the id of an author, the same on every page."""
    return absolute(view.config, author.href) + ("#org" if author.organization else "#person")


def _author_node(author: AuthorView, view: View) -> Node:
    """Return an author: the name only, and the page that says who it is."""
    site = view.config.site
    person = not author.organization
    return node(
        "Person" if person else "Organization",
        _author_id(author, view),
        name=author.name,
        url=absolute(view.config, author.href),
        description=visible_text(author.bio)[:500],
        image=author.portrait.url if author.portrait and person else None,
        logo=author.portrait.url if author.portrait and not person else None,
        jobTitle=author.role if person else None,
        sameAs=author.same_as,
        email=author.email,
        worksFor=reference(site.url + "#org") if person else None,
        parentOrganization=None if person else reference(site.url + "#org"),
    )


def standing_nodes(page: PageView, faqs: Sequence[FaqView], view: View) -> list[Node]:
    """Return a standing page."""
    about = page.canonical in {setting_url(view.config, "/about/"), setting_url(view.config, "/about")}
    return [
        web_page(page, view, kind="AboutPage" if about else "WebPage"),
        *breadcrumbs(page, view),
        *_faq_nodes(page, faqs),
    ]


def article_nodes(page: PageView, told: Told, source: Article, *, view: View, press: Press) -> list[Node]:
    """Return an article page: the article, its authors, its questions and its way home."""
    article, faq = told.values.article, _faq_nodes(page, told.faqs)
    return [
        {**_article_node(page, article, source, view, press), **_parts(faq), **_mentions(told)},
        *(_author_node(author, view) for author in article.authors),
        web_page(page, view, speakable=_speakable(article)),
        *breadcrumbs(page, view),
        *faq,
    ]


def _parts(nodes: Sequence[Node]) -> Node:
    """Return that an article has these nodes, of which there may be none, as its parts."""
    return {"hasPart": [reference(str(part["@id"])) for part in nodes]} if nodes else {}


def _mentions(told: Told) -> Node:
    """Return the pages of this site that the text links to."""
    return {"mentions": [reference(url) for url in told.mentions]} if told.mentions else {}


def _speakable(article: ArticleView) -> Node:
    selectors = ["h1", ".standfirst"] if article.standfirst else ["h1"]
    return node("SpeakableSpecification", cssSelector=selectors)


def _article_node(page: PageView, article: ArticleView, source: Article, view: View, press: Press) -> Node:
    """Return the article."""
    config = view.config
    date = article.date
    updated = max(date, article.updated) if date and article.updated else date
    original = web_url(source.meta.canonical)
    return node(
        source.meta.type or "NewsArticle",
        page.canonical + "#article",
        headline=article.title,
        description=page.description,
        url=page.canonical,
        mainEntityOfPage=reference(page.canonical),
        isPartOf=_series(article, view) or reference(config.site.url + "#website"),
        datePublished=iso(date) if date else None,
        dateModified=iso(updated) if updated else None,
        author=[reference(_author_id(author, view)) for author in article.authors],
        publisher=reference(config.site.url + "#org"),
        image=_images(article, source, view, press),
        articleSection=article.section.title if article.section else None,
        keywords=[tag.title for tag in article.tags],
        about=[node("Thing", name=tag.title, url=absolute(config, tag.href)) for tag in article.tags],
        inLanguage=article.language,
        wordCount=article.words,
        timeRequired=f"PT{article.minutes}M",
        isAccessibleForFree=True,
        speakable=_speakable(article),
        license=article.license.href if article.license else None,
        correction=[
            node("CorrectionComment", text=visible_text(entry.text), datePublished=entry.date.isoformat())
            for entry in article.corrections
        ],
        isBasedOn=original if original != page.canonical else None,
        citation=[
            node(
                "CreativeWork",
                name=entry.title,
                url=entry.url,
                author=node("Person", name=entry.author) if entry.author else None,
                datePublished=entry.year if _YEAR.fullmatch(entry.year) else None,
            )
            for entry in article.sources
        ],
        audio=_audio(article, view),
        publishingPrinciples=_policy(view),
    )  # fmt: skip


def _policy(view: View) -> str:
    written = view.config.site.policies.publishing_principles
    return setting_url(view.config, written) if written else ""


def _series(article: ArticleView, view: View) -> Node | None:
    if article.series is None:
        return None
    return node("CreativeWorkSeries", name=article.series.name, url=absolute(view.config, article.series.href))


def _audio(article: ArticleView, view: View) -> Node | None:
    audio = article.audio
    if audio is None:
        return None
    url = absolute(view.config, audio.src)
    return node("AudioObject", contentUrl=url, encodingFormat=audio.type, duration=iso_duration(audio.duration))


def _images(article: ArticleView, source: Article, view: View, press: Press) -> list[Node]:
    """Return the lead image in all known ratios; where there is none, the social card."""
    image = article.image
    if image is None or not image.url:
        card = view.card(source.id)
        shared = card_image(card.address if card else "/", article.title, view, press)
        return [image_object(shared)] if shared else []
    written = source.meta.image
    facts = image_facts(written.ref, view) if written and written.ref else None
    return [image_object(image), *_crops(facts, image, view)]


def _crops(facts: ImageFacts | None, image: ImageView, view: View) -> list[Node]:
    return [
        node(
            "ImageObject",
            url=full_url(view.config, address),
            width=width,
            height=height,
            caption=image.alt,
            creditText=image.credit,
        )
        for _, width, height, address in (facts.crops if facts else ())
    ]


def _faq_nodes(page: PageView, faqs: Sequence[FaqView]) -> list[Node]:
    """Return the questions and answers, word for word as the page shows them."""
    asked = [(_unmistakable(visible_text(entry.question)), _unmistakable(visible_text(entry.answer))) for entry in faqs]
    questions = [
        node("Question", name=question, acceptedAnswer=node("Answer", text=answer))
        for question, answer in asked
        if _says_something(question) and _says_something(answer)
    ]
    if not questions:
        return []
    return [
        node(
            "FAQPage",
            page.canonical + "#faq",
            mainEntity=questions,
            isPartOf=reference(page.canonical),
            inLanguage=page.language,
        )
    ]


def _unmistakable(text: str) -> str:
    """Return a text so that a reader who takes it for HTML, as answers may be, sees the same."""
    return escape(text) if _LIKE_HTML.search(text) else text


def _says_something(text: str) -> bool:
    return any(char.isalnum() for char in text)
