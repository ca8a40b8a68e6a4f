import pytest
from tests.kit.site import SiteBench

from sitegen.model.site import Label
from sitegen.render.pages.authors import author_view


def author(desk, slug, name, **options):
    return author_view(Label(slug, name, f"/authors/{slug}/"), desk.view(), desk.press, **options)


def test_a_profile_adds_to_a_name(desk):
    policy = author(desk, "policy-desk", "Policy Desk", count=3)

    assert ("Desk", True, "policy@news.example", 3) == (policy.role, policy.organization, policy.email, policy.count)
    assert "<p>Covers <em>policy</em>.</p>" == str(policy.bio).strip()
    assert ("https://social.example/@policy",) == policy.same_as


def test_a_name_is_enough(desk):
    assert ("Ada Nobody", "/repo/authors/ada/", "AN", False) == (
        (someone := author(desk, "ada", "Ada Nobody")).name,
        someone.href,
        someone.initials,
        someone.organization,
    )


@pytest.mark.parametrize(
    "name",
    [
        "News Desk",
        "The Rust Release Team",
        "Lokalredaktion Redaktion",
        "Acme Foundation",
        "La redazione",
        "朝刊編集部",
        "Редакция",
    ],
)
def test_a_name_that_ends_like_a_desk_is_one(desk, name):
    assert author(desk, "x-" + name[:3].lower(), name).organization


def test_a_portrait_and_a_link_of_a_profile_that_lead_nowhere_are_told_once(tmp_path):
    archive = """\
-- content/authors/desk.md --
---
name: Law Desk
image: {src: desk.png, alt: The desk}
---
Writes [of law](law.md).
-- content/a.md --
---
title: A
date: 2026-11-01
author: desk
---
Text.
"""
    site = SiteBench(tmp_path, archive).build()

    assert [("render/missing-image", 3), ("render/dead-link", 5)] == [
        (found.code, found.span.line) for found in site.diagnostics
    ]
