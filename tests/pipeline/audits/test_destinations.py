"""A text leads where its page will."""

import pytest
from tests.kit.nouns import article, config, linked
from tests.kit.parsing import read

from sitegen.model.config import SiteSettings
from sitegen.pipeline.audits.destinations import Destinations

SITE = SiteSettings(url="https://news.example/paper/")


def led(text, *articles):
    """Return where the text of `articles/x.md` leads."""
    site = linked(article("articles/x"), *articles, site=SITE)
    return Destinations(site, config(site=SITE)).of("articles/x", read(text).content)


@pytest.mark.parametrize(
    "link",
    [
        "[it](y.md#part)",
        "[it](../y/)",
        "[it](/articles/y)",
        "<https://news.example/paper/articles/y/>",
        "[[The ice]]",
        "[[y]]",
        "::: faq\n### Why?\n[It](y.md).\n:::",
    ],
)
def test_links_of_every_kind(link):
    assert {"articles/y"} == led(link, article("articles/y", title="The ice"))


def test_links_to_itself_images_and_other_sites():
    assert {"articles/x"} == led("[a](x.md), [b](https://other.example/articles/y/), ![c](y.md)", article("articles/y"))


def test_a_title_goes_before_the_name_of_a_file():
    both = article("articles/y", title="Ice floes"), article("articles/ice-floes", title="Ice")

    assert {"articles/y"} == led("[[Ice floes]]", *both)


def test_a_title_of_two_leads_nowhere():
    both = article("articles/y", title="Ice"), article("articles/z", title="Ice")

    assert set() == led("[[Ice]]", *both)
