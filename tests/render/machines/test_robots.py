from tests.kit.desk import DESK

BARE = '-- sitegen.toml --\n[site]\ntitle = "N"\nurl = "https://n.example/"\n'


def test_everyone_is_welcome_and_finds_the_sitemaps(desk):
    assert (
        "User-agent: *\nAllow: /\n\n"
        "Sitemap: https://news.example/repo/sitemap.xml\nSitemap: https://news.example/repo/news-sitemap.xml\n"
    ) == desk.html("robots.txt")


def test_a_sitemap_that_is_not_there_is_not_named(publish):
    assert "news-sitemap" not in publish(BARE).html("robots.txt")


def test_crawlers_for_training_can_be_refused(publish):
    lines = (
        publish(DESK.replace("[machines]\n", '[machines]\nai_crawlers = "refuse"\n')).html("robots.txt").splitlines()
    )

    assert {"User-agent: GPTBot", "User-agent: ClaudeBot", "User-agent: CCBot", "User-agent: Google-Extended"} <= set(
        lines
    )
    assert "Disallow: /" == lines[lines.index("User-agent: YouBot") + 1]


def test_the_key_of_indexnow_stands_under_its_own_name(publish):
    page = publish(BARE + '[machines]\nindexnow_key = "0123456789abcdef"\n')

    assert "0123456789abcdef" == page.html("0123456789abcdef.txt")


def test_security_contacts(desk, publish):
    assert (
        "Contact: mailto:security@news.example\nExpires: 2027-06-01T00:00:00Z\nPreferred-Languages: en\n"
        "Canonical: https://news.example/repo/.well-known/security.txt\n"
    ) == desk.html(".well-known/security.txt")
    page = publish(BARE + '[machines]\nsecurity_contact = "/contact/"\n').html(".well-known/security.txt")
    assert page.startswith("Contact: https://n.example/contact/\n")
    assert "Expires" not in page
    moment = '[machines]\nsecurity_contact = "/contact/"\nsecurity_expires = "2027-06-01T10:00:00+02:00"\n'
    assert "Expires: 2027-06-01T08:00:00Z\n" in publish(BARE + moment).html(".well-known/security.txt")


def test_jekyll_is_switched_off(desk):
    assert "" == desk.html(".nojekyll")
