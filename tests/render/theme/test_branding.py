from sitegen.render.theme.branding import card_image, logo_image, share_image


def test_a_drawing_is_a_logo_but_no_card(publish):
    site = publish(
        '-- sitegen.toml --\n[site]\ntitle = "N"\nurl = "https://n.example/"\nlogo = "/l.svg"\nimage = "/L.SVG"\n'
        "-- content/l.svg --\n<svg/>\n"
    )

    assert "https://n.example/l.svg" == logo_image(site.view(), site.press).url
    assert share_image(site.view(), site.press).url.startswith("https://n.example/static/img/card.")


def test_without_a_logo_the_theme_has_one(publish):
    site = publish("-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n")

    assert logo_image(site.view(), site.press).url.startswith("https://news.example/static/img/icon-512.")


def test_a_page_without_a_card_of_its_own_is_shared_with_that_of_the_site(desk):
    assert share_image(desk.view(), desk.press) == card_image("/nowhere/", "Nowhere", desk.view(), desk.press)
