"""An address of a theme's file is put into a page last, and can give way to another without anybody noticing."""

import pytest
from tests.kit.nouns import config

from sitegen.model.config import SiteSettings
from sitegen.render.theme.assets import asset_href, fill, place_of, swapped
from sitegen.render.theme.faults import Refused
from sitegen.render.view import View

OLD, NEW = "/static/site.1111.css", "/static/site.2222.css"


class Answers:
    def __init__(self, address):
        self.address = address

    def answer(self, question):
        return self.address


def page(address, text, url="https://example.org/"):
    """Return a page that a template wrote around the address, and what it asked."""
    settings = config(site=SiteSettings(url=url))
    view = View(Answers(address), settings)
    view.asset("site.css")
    html = text.replace("HREF", asset_href("site.css", address, view, settings))
    return fill(html, view, settings), sorted(kind for kind, _ in view.asked)


@pytest.mark.parametrize("url", ["https://example.org/", "https://example.org/repo/"])
def test_the_address_stands_where_the_template_wrote_it(url):
    base = url.removeprefix("https://example.org")
    assert (f'<link href="{base}static/site.1111.css">', ["asset"]) == page(OLD, '<link href="HREF">', url)


@pytest.mark.parametrize("url", ["https://example.org/", "https://example.org/repo/"])
@pytest.mark.parametrize("text", ['<link href="HREF">', "HREF HREF", "nothing"])
def test_a_page_with_another_address_in_it_is_the_page_made_with_that_address(text, url):
    settings = config(site=SiteSettings(url=url))
    swap = tuple(place_of(address, settings).encode() for address in (OLD, NEW))

    assert page(NEW, text, url)[0].encode() == swapped(page(OLD, text, url)[0].encode(), [swap])


def test_a_page_that_names_the_address_in_another_way_asks_for_it():
    told = "HREF, and the author writes /static/site.1111.css"

    assert ("/static/site.1111.css, and the author writes /static/site.1111.css", ["asset", "static"]) == page(
        OLD, told
    )


def test_a_page_that_names_the_new_address_already_is_made_anew():
    assert (
        swapped(b"static/site.1111.css static/site.2222.css", [(b"static/site.1111.css", b"static/site.2222.css")])
        is None
    )


def test_an_address_within_another_is_made_anew():
    assert swapped(b"a.1.css b.1.css", [(b"a.1.css", b"a.2.css"), (b"b.1.css", b"x/a.1.css")]) is None


def test_an_address_that_is_written_otherwise_in_html_is_asked_for():
    assert ("/static/r&d.1111.css", ["asset", "static"]) == page("/static/r&d.1111.css", "HREF")


def test_an_address_may_lose_its_first_slash():
    settings = config()
    view = View(Answers(OLD), settings)
    view.asset("site.css")

    assert "static/site.1111.css" == fill(asset_href("site.css", OLD, view, settings)[1:], view, settings)


def written(filter_, address=OLD):
    """Return what becomes of an address that a template gave to a filter."""
    settings = config()
    view = View(Answers(address), settings)
    view.asset("site.css")
    return fill(filter_(asset_href("site.css", address, view, settings)), view, settings), len(view.asked)


@pytest.mark.parametrize(
    "filter_",
    [
        lambda address: address.replace("/static/", "https://cdn.example/"),
        lambda address: address.rsplit("/", 1)[1],
        lambda address: "yes" if "/static/" in address and address.endswith(".css") else "no",
    ],
    ids=["another folder", "the last part", "a look at it"],
)
def test_the_folder_and_the_suffix_are_those_of_the_address(filter_):
    assert filter_(OLD) == written(filter_)[0]


def test_a_part_of_an_address_makes_the_page_ask_for_it():
    assert ("site.1111.css", 2) == written(lambda address: address.rsplit("/", 1)[1])


@pytest.mark.parametrize("name", ["it's", "my%20file", "stra%C3%9Fe"])
def test_an_address_with_signs_is_given_as_it_is(name):
    assert (f"/static/{name}.1.css", 2) == written(
        str, f"/static/{name}.1.css".replace("%20", " ").replace("%C3%9F", "ß")
    )


@pytest.mark.parametrize(
    "filter_",
    [lambda a: a.replace(".css", ".min.css"), str.upper, lambda a: a[:24], lambda a: a[:-7] + "…"],
    ids=["another suffix", "capitals", "cut", "cut short"],
)
def test_an_address_that_a_filter_took_apart_is_refused(filter_):
    with pytest.raises(Refused, match=r'the address of "site.css" was taken apart'):
        written(filter_)
