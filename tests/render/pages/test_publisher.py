import json

from sitegen.render.pages.publisher import organization, publication, website

BASE = "https://news.example/repo/"


def test_the_publisher_names_its_policies(desk):
    said = organization(desk.view(), desk.press)

    assert {
        "@type": "NewsMediaOrganization",
        "@id": BASE + "#org",
        "name": "The Weights",
        "url": BASE,
        "slogan": "Open by default",
        "foundingDate": "2024",
        "sameAs": ["https://social.example/@weights"],
        "correctionsPolicy": BASE + "about/#corrections",
        "ethicsPolicy": "https://ethics.example/",
    }.items() <= said.items()
    assert {"url": BASE + "logo.png", "width": 512, "height": 512}.items() <= said["logo"].items()


def test_a_publisher_without_a_logo_has_the_themes(publish):
    site = publish("-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n")
    logo = organization(site.view(), site.press)["logo"]

    assert logo["url"].startswith("https://news.example/static/img/icon-512.")


def test_the_site_can_be_searched_where_there_is_a_search(desk, publish):
    silent = publish(
        '-- sitegen.toml --\n[site]\ntitle = "N"\nurl = "https://n.example/"\n[search]\nprovider = "none"\n'
    )

    assert BASE + "search/?q={query}" == website(desk.view())["potentialAction"]["target"]["urlTemplate"]
    assert "potentialAction" not in website(silent.view())


def test_both_nodes_are_made_once(desk):
    text = publication(desk.view(), desk.press)

    assert ["NewsMediaOrganization", "WebSite"] == [node["@type"] for node in json.loads(f"[{text}]")]
    assert text is publication(desk.view(), desk.press)
