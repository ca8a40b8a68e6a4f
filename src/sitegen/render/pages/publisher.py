"""Who publishes becomes the two nodes that stand in every page's graph."""

from sitegen.base.html import visible_text
from sitegen.base.noun import field_names
from sitegen.model.config import Policies
from sitegen.model.context import ImageView
from sitegen.render.pages.jsonld import Node, node, reference, script_json
from sitegen.render.theme.branding import logo_image
from sitegen.render.theme.press import Press
from sitegen.render.urls import full_url, setting_url
from sitegen.render.view import View

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


def publication(view: View, press: Press) -> str:
    """Return both nodes as JSON, made once."""
    return press.memo.get(view, ("publication",), lambda fresh: _nodes(fresh, press))


def _nodes(view: View, press: Press) -> str:
    return ",".join(script_json(said) for said in (organization(view, press), website(view)))


def organization(view: View, press: Press) -> Node:
    """Return the publisher with all its policies."""
    site = view.config.site
    logo = logo_image(view, press)
    policies = {
        name: setting_url(view.config, address)
        for field in field_names(Policies)
        if (name := _POLICIES.get(field)) and (address := getattr(site.policies, field))
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
