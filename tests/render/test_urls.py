import pytest
from tests.kit.nouns import config

from sitegen.model.config import SiteSettings
from sitegen.render.urls import absolute, full_url, href, setting_href, setting_url

ROOT = config(site=SiteSettings(url="https://news.example/"))
REPO = config(site=SiteSettings(url="https://user.example/repo/"))


def test_addresses_get_the_base_path_and_are_quoted():
    assert "/articles/x/" == href(ROOT, "/articles/x/")
    assert "/repo/articles/x/" == href(REPO, "/articles/x/")
    assert "/repo/%E6%97%A5/a%20b.png" == href(REPO, "/日/a b.png")
    assert "https://user.example/repo/%E6%97%A5/" == full_url(REPO, "/日/")


@pytest.mark.parametrize(
    ("written", "final", "whole"),
    [
        ("/about/", "/repo/about/", "https://user.example/repo/about/"),
        ("about/", "/repo/about/", "https://user.example/repo/about/"),
        ("/about/?a=1#team", "/repo/about/?a=1#team", "https://user.example/repo/about/?a=1#team"),
        ("https://other.example/x", "https://other.example/x", "https://other.example/x"),
        ("mailto:a@news.example", "mailto:a@news.example", "mailto:a@news.example"),
    ],
)
def test_settings_name_addresses_of_the_site_or_full_urls(written, final, whole):
    assert final == setting_href(REPO, written)
    assert whole == setting_url(REPO, written)


def test_a_final_address_becomes_a_full_url():
    assert "https://user.example/repo/a/" == absolute(REPO, "/repo/a/")
    assert "https://news.example/a/" == absolute(ROOT, "/a/")
    assert "https://other.example/" == absolute(REPO, "https://other.example/")
