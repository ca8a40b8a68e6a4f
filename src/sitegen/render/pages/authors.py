"""The name of an author and its profile become an author."""

import re

from markupsafe import Markup

from sitegen.base.diagnostics import Diagnostic
from sitegen.base.paths import is_mail_address, web_url
from sitegen.base.patterns import regex
from sitegen.model.context import AuthorView
from sitegen.model.site import Label
from sitegen.render.body import fill
from sitegen.render.images import image_view
from sitegen.render.theme.filters import initials
from sitegen.render.theme.press import Press
from sitegen.render.urls import href
from sitegen.render.view import View

_DESK = regex(
    r"\b(?:desk|team|staff|editors?|editorial|newsroom|group|foundation|project|council|committee|board|agency|"
    r"initiative|association|collective|institute|lab|labs|community|redaktion(?:en)?|équipe|redacción|redazione|"
    r"redacção|redação|redactie|redakcja|redakce|редакция|редакція|redaksi|tòa soạn)$|"
    r"(?:編集部|编辑部|編輯部|편집국|편집부)$",
    re.IGNORECASE,
)
"""How the names of desks and organizations end."""


def author_view(label: Label, view: View, press: Press, *, count: int = 0) -> AuthorView:
    """Return an author; `count` is for pages that show it, because it changes with every article."""
    return press.memo.get(view, ("author", label.slug, str(count)), lambda fresh: _author(label, fresh, count))


def author_problems(slug: str, view: View) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the portrait and the links of an author's profile."""
    ident = view.profile(slug)
    profile, content = (view.article(ident), view.content(ident)) if ident else (None, None)
    if profile is None or content is None:
        return ()
    _, problem = image_view(profile.meta.image, view, profile.path)
    return (*((problem,) if problem else ()), *fill(content.body, view, profile.path).problems)


def _author(label: Label, view: View, count: int) -> AuthorView:
    address = href(view.config, label.address)
    short = initials(label.name)
    ident = view.profile(label.slug)
    profile = view.article(ident) if ident else None
    if profile is None:
        return AuthorView(label.name, address, short, organization=bool(_DESK.search(label.name)), count=count)
    meta = profile.meta
    content = view.content(ident)
    portrait, _ = image_view(meta.image, view, profile.path)
    return AuthorView(
        name=label.name,
        href=address,
        initials=short,
        role=meta.role,
        organization=meta.kind.casefold() == "organization" if meta.kind else bool(_DESK.search(label.name)),
        portrait=portrait,
        bio=Markup(fill(content.body, view, profile.path).html if content else ""),  # noqa: S704  (from parse)
        same_as=tuple(filter(None, map(web_url, meta.same_as))),
        email=meta.email if is_mail_address(meta.email) else "",
        count=count,
    )
