"""What a page shows, said once more for machines: one JSON-LD graph with stable ids."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import fields

from markupsafe import Markup

from sitegen.base.html import visible_text
from sitegen.model.article import Article
from sitegen.model.config import Policies
from sitegen.model.context import ArticleView, AuthorView, CardView, FaqView, ImageView, Link, PageView
from sitegen.model.media import ImageFacts
from sitegen.render.filters import iso
from sitegen.render.masthead import logo_image, share_image
from sitegen.render.press import Press
from sitegen.render.urls import absolute, full_url, setting_url
from sitegen.render.view import View

Node = dict[str, object]

TYPES = frozenset(
    "NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle ReportageNewsArticle "
    "ReviewNewsArticle Article BlogPosting TechArticle ScholarlyArticle Report AdvertiserContentArticle SatiricalArticle".split()
)
"""What `type:` may name."""
_POLICIES = {
    "publishing_principles": "publishingPrinciples",
    "corrections": "correctionsPolicy",
    "ethics": "ethicsPolicy",
    "masthead": "masthead",
    "ownership": "ownershipFundingInfo",
    "fact_checking": "verificationFactCheckingPolicy",
    "feedback": "actionableFeedbackPolicy",
    "unnamed_sources": "unnamedSourcesPolicy",
    "diversity": "diversityPolicy",
    "mission": "missionCoveragePrioritiesPolicy",
    "bylines": "noBylinesPolicy",
}
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_ISO_DURATION = re.compile(r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")
_CLOCK = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})")


def script_json(value: object) -> str:
    """Return JSON that cannot end or bend the script element around it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def graph(nodes: Iterable[Node]) -> Markup:
    """Return one graph of all nodes."""
    return Markup(script_json({"@context": "https://schema.org", "@graph": list(nodes)}))  # noqa: S704  (escaped)


def node(kind: str, ident: str = "", **properties: object) -> Node:
    """Return a node without the properties that say nothing."""
    made: Node = {"@type": kind, "@id": ident} if ident else {"@type": kind}
    for name, value in properties.items():
        if value is not None and value != "" and value != [] and value != ():
            made[name] = list(value) if isinstance(value, tuple) else value
    return made


def reference(ident: str) -> Node:
    """Return a mention of a node by its id."""
    return {"@id": ident}


def one_or_more(values: Sequence[object]) -> object:
    """Return a single value bare, several as a list."""
    return values[0] if len(values) == 1 else list(values)


# ---- the publication -------------------------------------------------------------------------------------------------


def organization(view: View, press: Press) -> Node:
    """Return the publisher with all its policies."""
    site = view.config.site
    logo = logo_image(view, press)
    policies = {
        name: setting_url(view.config, address)
        for field in fields(Policies)
        if (name := _POLICIES.get(field.name)) and (address := getattr(site.policies, field.name))
    }
    contact = node("ContactPoint", email=site.email, contactType="newsroom") if site.email else None
    return node(
        "NewsMediaOrganization",
        site.url + "#org",
        name=site.title,
        url=site.url,
        description=site.description,
        slogan=site.tagline,
        logo=image_object(logo, ident=site.url + "#logo") if logo else None,
        email=site.email,
        contactPoint=contact,
        foundingDate=site.founded,
        sameAs=site.same_as,
        **policies,
    )


def website(view: View) -> Node:
    """Return the site as a whole, with its search."""
    site = view.config.site
    search = None
    if view.config.search.provider != "none" and view.served("/search/"):
        template = full_url(view.config, "/search/") + "?q={query}"
        entry = node("EntryPoint", urlTemplate=template)
        search = node("SearchAction", target=entry)
    return node(
        "WebSite",
        site.url + "#website",
        url=site.url,
        name=site.title,
        description=site.description,
        inLanguage=site.language,
        publisher=reference(site.url + "#org"),
        potentialAction=search,
    )


def breadcrumbs(page: PageView, view: View) -> Node | None:
    """Return the way from the home page to this one."""
    if len(page.breadcrumbs) < 2:
        return None
    items = [
        node("ListItem", position=place, name=link.title, item=absolute(view.config, link.href))
        for place, link in enumerate(page.breadcrumbs, 1)
    ]
    return node("BreadcrumbList", page.canonical + "#breadcrumb", itemListElement=items)


def image_object(image: ImageView, *, ident: str = "") -> Node:
    """Return an image with its size and its credit."""
    return node(
        "ImageObject",
        ident,
        url=image.url,
        contentUrl=image.url,
        width=image.width or None,
        height=image.height or None,
        caption=visible_text(image.caption) or image.alt,
        creditText=image.credit,
        license=image.license if image.license.startswith("http") else None,
    )


# ---- pages -----------------------------------------------------------------------------------------------------------


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


def common(page: PageView, view: View, press: Press) -> list[Node]:
    """Return the nodes that stand on every page."""
    trail = breadcrumbs(page, view)
    return [organization(view, press), website(view), *([trail] if trail else [])]


def list_nodes(page: PageView, cards: Sequence[CardView], view: View, press: Press, *, first: int = 1) -> list[Node]:
    """Return a page that lists articles."""
    if not cards:
        return [web_page(page, view, kind="CollectionPage"), *common(page, view, press)]
    items = [
        node("ListItem", position=place, url=absolute(view.config, card.href), name=card.title)
        for place, card in enumerate(cards, first)
    ]
    listed = node("ItemList", page.canonical + "#list", numberOfItems=len(items), itemListElement=items)
    collection = web_page(page, view, kind="CollectionPage", mainEntity=reference(page.canonical + "#list"))
    return [collection, listed, *common(page, view, press)]


def author_nodes(page: PageView, author: AuthorView, cards: Sequence[CardView], view: View, press: Press) -> list[Node]:
    """Return the page of a person or a desk."""
    ident = author_id(author, view)
    profile = web_page(page, view, kind="ProfilePage", mainEntity=reference(ident))
    whole = author_node(author, view, press)
    listed = [node for node in list_nodes(page, cards, view, press) if node["@type"] == "ItemList"]
    return [profile, whole, *listed, *common(page, view, press)]


def author_id(author: AuthorView, view: View) -> str:
    """Return the id of an author, the same on every page."""
    return absolute(view.config, author.href) + ("#org" if author.organization else "#person")


def author_node(author: AuthorView, view: View, press: Press) -> Node:
    """Return an author: the name only, and the page that says who it is."""
    site = view.config.site
    person = not author.organization
    return node(
        "Person" if person else "Organization",
        author_id(author, view),
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


def standing_nodes(page: PageView, faqs: Sequence[FaqView], view: View, press: Press) -> list[Node]:
    """Return a standing page."""
    about = page.canonical in {setting_url(view.config, "/about/"), setting_url(view.config, "/about")}
    return [
        web_page(page, view, kind="AboutPage" if about else "WebPage"),
        *common(page, view, press),
        *faq_nodes(page, faqs, view),
    ]


def article_nodes(
    page: PageView, article: ArticleView, source: Article, faqs: Sequence[FaqView], view: View, press: Press
) -> list[Node]:
    """Return an article page: the article, its authors, its questions and its way home."""
    return [
        article_node(page, article, source, view, press),
        *(author_node(author, view, press) for author in article.authors),
        web_page(page, view, speakable=_speakable(article)),
        *common(page, view, press),
        *faq_nodes(page, faqs, view),
    ]


def _speakable(article: ArticleView) -> Node:
    selectors = ["h1", ".standfirst"] if article.standfirst else ["h1"]
    return node("SpeakableSpecification", cssSelector=selectors)


def article_node(page: PageView, article: ArticleView, source: Article, view: View, press: Press) -> Node:
    """Return the article."""
    config = view.config
    date = article.date
    updated = max(date, article.updated) if date and article.updated else date
    return node(
        source.meta.type if source.meta.type in TYPES else "NewsArticle",
        page.canonical + "#article",
        headline=article.title,
        description=page.description,
        url=page.canonical,
        mainEntityOfPage=reference(page.canonical),
        isPartOf=_series(article, view) or reference(config.site.url + "#website"),
        datePublished=iso(date) if date else None,
        dateModified=iso(updated) if updated else None,
        author=[reference(author_id(author, view)) for author in article.authors],
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
        license=_license(article.license),
        correction=[
            node("CorrectionComment", text=visible_text(entry.text), datePublished=entry.date.isoformat())
            for entry in article.corrections
        ],
        citation=[
            node("CreativeWork", name=entry.title, url=entry.url, author=_named(entry.author), datePublished=_year(entry.year))
            for entry in article.sources
        ],
        audio=_audio(article, view),
        hasPart=[reference(page.canonical + "#faq")] if source.faqs else None,
        publishingPrinciples=_policy(view),
    )  # fmt: skip


def _policy(view: View) -> str:
    written = view.config.site.policies.publishing_principles
    return setting_url(view.config, written) if written else ""


def _named(name: str) -> Node | None:
    return node("Person", name=name) if name else None


def _year(written: str) -> str:
    return written if re.fullmatch(r"\d{4}(-\d\d){0,2}", written) else ""


def _license(license_: Link | None) -> str:
    return license_.href if license_ else ""


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


def iso_duration(written: str) -> str:
    """Return `12:30` as `PT12M30S`; nothing for what is not a duration."""
    if _ISO_DURATION.fullmatch(written):
        return written
    match = _CLOCK.fullmatch(written.strip())
    if not match:
        return f"PT{written.strip()}S" if written.strip().isdigit() else ""
    hours = f"{int(match[1])}H" if match[1] else ""
    return f"PT{hours}{int(match[2])}M{int(match[3])}S"


def _images(article: ArticleView, source: Article, view: View, press: Press) -> list[Node]:
    """Return the lead image in all known ratios; the image that stands for the site where there is none."""
    image = article.image
    if image is None or not image.url:
        shared = share_image(view, press)
        return [image_object(shared)] if shared else []
    written = source.meta.image
    facts = view.image(written.ref.target.lstrip("/")) if written and written.ref else None
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


def faq_nodes(page: PageView, faqs: Sequence[FaqView], view: View) -> list[Node]:
    """Return the questions and answers, word for word as the page shows them."""
    asked = [(visible_text(entry.question), visible_text(entry.answer)) for entry in faqs]
    questions = [
        node("Question", name=question, acceptedAnswer=node("Answer", text=answer))
        for question, answer in asked
        if question and answer
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
