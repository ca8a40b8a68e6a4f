import re

import pytest

from sitegen.render.pages.masthead import site_view

BARE = "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\nsection: policy\n---\nText.\n"


def test_the_menu_is_the_sections_where_none_is_configured(desk):
    site = site_view(desk.view(), desk.press, "/sections/policy/")

    assert [("Analysis", "/repo/sections/analysis/", False), ("Policy", "/repo/sections/policy/", True)] == [
        (link.title, link.href, link.current) for link in site.menu
    ]


def test_a_link_of_the_menu_is_current_on_all_pages_below_it(publish):
    site = publish(
        '-- sitegen.toml --\n[site]\ntitle = "N"\nurl = "https://n.example/"\n'
        'menu = [{title = "Home", url = "/"}, {title = "Tags", url = "/tags/"}, {title = "Out", url = "https://o.example/"}]\n'
    )

    def current(address):
        return [link.title for link in site_view(site.view(), site.press, address).menu if link.current]

    assert (["Home"], ["Tags"], []) == (current("/"), current("/tags/x/"), current("/about/"))


def test_what_the_site_does_not_have_has_no_address(desk, publish):
    bare = publish(BARE)
    site = site_view(bare.view(), bare.press, "/")

    assert ("/archive/", "/authors/", "") == (site.archive_href, site.authors_href, site.tags_href)
    assert "/repo/tags/" == site_view(desk.view(), desk.press, "/").tags_href


def test_policies_have_names_of_the_language(desk):
    site = site_view(desk.view(), desk.press, "/")

    assert [("Corrections", "/repo/about/#corrections"), ("Ethics", "https://ethics.example/")] == [
        (link.title, link.href) for link in site.policies
    ]


def test_readers_are_told_how_to_respond(desk, publish):
    marked = publish(
        BARE
        + '-- sitegen.toml --\n[site]\ntitle = "N"\nurl = "https://n.example/"\n[comments]\nrespond = "Write *soon* to [us](/contact/) <now>"\n'
    )

    assert (
        'Write to <a href="mailto:desk@news.example">desk@news.example</a>.'
        == site_view(desk.view(), desk.press, "/").comments["respond"]
    )
    assert ('Write <em>soon</em> to <a href="/contact/">us</a> &lt;now&gt;') == site_view(
        marked.view(), marked.press, "/"
    ).comments["respond"]


def test_an_address_in_what_readers_are_told_has_the_base_path(publish):
    site = publish(
        BARE
        + '-- sitegen.toml --\n[site]\ntitle = "N"\nurl = "https://n.example/repo/"\n[comments]\n'
        + 'respond = "[us](/contact/?a=1&b=2) [here](#text) [there](https://x.example/?a=1&b=2) [mail](mailto:a@x.example)"\n'
    )

    assert [
        "/repo/contact/?a=1&amp;b=2",
        "#text",
        "https://x.example/?a=1&amp;b=2",
        "mailto:a@x.example",
    ] == re.findall('href="([^"]*)"', site_view(site.view(), site.press, "/").comments["respond"])


def test_what_extensions_give_is_asked_for_only_where_it_is_used(publish):
    article = "-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n"
    site = publish(
        article
        + "-- templates/article.html --\n{{ site.extra|length }} {{ site.extra.x is defined }} {{ site.extra.keys()|list }}\n"
    )

    assert "0 False []" == site.html("a/index.html")
    assert ("extra",) in site.asked("a/index.html")
    assert ("extra",) not in site.asked("index.html")


def test_settings_of_the_theme_stand_below_the_sites(publish):
    site = publish(
        '-- sitegen.toml --\ntheme = "mine"\n[site]\ntitle = "N"\nurl = "https://n.example/"\n[params]\nb = 2\n'
        "-- themes/mine/theme.toml --\n[settings]\na = 1\nb = 1\n"
    )

    assert {"a": 1, "b": 2} == {key: site_view(site.view(), site.press, "/").settings[key] for key in ("a", "b")}


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("de-AT", "de"),
        ("en-GB", "en"),
        ("zh", "zh-CN"),
        ("zh-CN", "zh-CN"),
        ("zh-TW", "zh-Hant"),
        ("pt-BR", "pt"),
        ("el", "gr"),
        ("hi", "en"),
    ],
)
def test_giscus_is_asked_for_a_language_that_it_speaks(publish, language, spoken):
    site = publish(f'-- sitegen.toml --\n[site]\ntitle = "N"\nlanguage = "{language}"\nurl = "https://n.example/"\n')

    assert spoken == site_view(site.view(), site.press, "/").comments["language"]
