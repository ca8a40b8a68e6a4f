"""Each open page is told what changed for it."""

import asyncio
import json

import pytest
from tests.kit.archive import unpack

from sitegen.base.noun import replace
from sitegen.serve.findings import Finding, Findings
from sitegen.serve.insert import version, with_script
from sitegen.serve.shown import Page, Shown
from sitegen.serve.tabs import Tab, Tabs

SITE = """\
-- index.html --
<link rel="stylesheet" href="/repo/site.1.css"><p>Home</p>
-- x/index.html --
<article><h1>Open weights</h1><p>Text.</p></article>
-- 404.html --
<p>Nothing here</p>
"""


@pytest.fixture
def site(tmp_path):
    return unpack(SITE, tmp_path)


class Room:
    """Tabs with open pages, and what they are told."""

    def __init__(self, folder):
        self.folder = folder
        self.tabs = Tabs(Shown(folder, "/repo/"))
        self._streams = []

    async def open(self, address, *, local=True, stale=False):
        page = self.tabs.shown.page_at(address)
        self.tabs.served(page)
        stream = self.tabs.follow(Tab(address, "stale" if stale else version(page.data), local))
        self._streams.append(stream)
        assert {"kind": "findings"}.items() <= (await self.told(stream)).items()
        return stream

    def version_at(self, address):
        return version(self.tabs.shown.page_at(address).data)

    async def told(self, stream):
        """Return the next message."""
        return json.loads((await asyncio.wait_for(anext(stream), 2)).removeprefix("data: "))

    async def after(self, stream, *written, archive="", **fields):
        """Return what a page is told after a build, its findings left out."""
        unpack(archive, self.folder)
        self.tabs.publish(replace(self.tabs.shown, ahead={}, **fields), written)
        assert "findings" == (await self.told(stream))["kind"]
        return await self.rest(stream)

    async def rest(self, stream):
        messages = []
        self.tabs.close()
        try:
            while True:
                messages.append(await self.told(stream))
        except StopAsyncIteration:
            return messages


def meanwhile(folder, talk):
    async def main():
        await talk(Room(folder))

    asyncio.run(main())


def test_a_page_that_did_not_change_is_told_nothing(site):
    async def talk(room):
        assert [] == await room.after(await room.open(b"/repo/"))

    meanwhile(site, talk)


def test_a_page_that_changed_gets_both_states(site):
    async def talk(room):
        page = await room.open(b"/repo/x/")
        old = (site / "x" / "index.html").read_bytes()

        messages = await room.after(page, "x/index.html", archive="-- x/index.html --\nNew\n")

        assert [
            {
                "kind": "page",
                "version": version(b"New\n"),
                "old": with_script(old, "").decode(),
                "now": with_script(b"New\n", "").decode(),
            }
        ] == messages

    meanwhile(site, talk)


def test_a_page_hears_nothing_of_other_pages(site):
    async def talk(room):
        page = await room.open(b"/repo/")
        written = [f"articles/{number}/index.html" for number in range(200)]

        assert [] == await room.after(page, *written)

    meanwhile(site, talk)


def test_a_page_that_changed_while_nobody_listened_is_loaded_again(site):
    async def talk(room):
        page = await room.open(b"/repo/x/", stale=True)

        assert [{"kind": "page", "version": room.version_at(b"/repo/x/")}] == await room.rest(page)

    meanwhile(site, talk)


def test_another_style_sheet_is_swapped(site):
    async def talk(room):
        page = await room.open(b"/repo/")
        new = SITE.partition("-- x/")[0].replace("site.1", "site.2")

        message, *further = await room.after(page, "index.html", "site.2.css", archive=new)

        assert ("styles", [["/repo/site.1.css", "/repo/site.2.css"]]) == (message["kind"], message["swaps"])
        assert version((site / "index.html").read_bytes()) == message["version"]
        assert [] == further

    meanwhile(site, talk)


def test_changed_files_are_named_to_pages_that_stay(site):
    async def talk(room):
        page = await room.open(b"/repo/")

        assert [{"kind": "files", "files": ["/repo/site.css", "/repo/a%20b.png"]}] == await room.after(
            page, "site.css", "a b.png"
        )

    meanwhile(site, talk)


def test_a_page_that_changed_hears_of_its_pictures_as_well(site):
    async def talk(room):
        page = await room.open(b"/repo/x/")

        messages = await room.after(page, "x/index.html", "x/a.png", archive="-- x/index.html --\nNew\n")

        assert ["page", "files"] == [message["kind"] for message in messages]
        assert ["/repo/x/a.png"] == messages[1]["files"]

    meanwhile(site, talk)


def test_files_that_were_written_before_a_page_listens_are_named_to_it(site):
    """The page was shown before the site was written, and asks for the first time after that."""

    async def talk(room):
        page = Page("x/index.html", b"<p>New</p>")
        room.tabs.ahead(page)
        room.tabs.served(page)
        (room.folder / "x" / "index.html").write_bytes(page.data)
        room.tabs.publish(replace(room.tabs.shown, ahead={}), ("x/index.html", "x/a.png"))

        late = room.tabs.follow(Tab(b"/repo/x/", version(page.data), local=True))
        assert ["findings", "files"] == [(await room.told(late))["kind"] for _ in range(2)]
        again = await room.open(b"/repo/x/")
        assert [] == await room.rest(again)

    meanwhile(site, talk)


def test_a_renamed_article_is_followed(site):
    async def talk(room):
        page = await room.open(b"/repo/x/")
        (site / "x" / "index.html").rename(site / "y.html")

        assert [{"kind": "go", "to": "/repo/y.html"}] == await room.after(page, "y.html")

    meanwhile(site, talk)


def test_an_article_that_is_copied_first_and_deleted_then_is_followed(site):
    async def talk(room):
        page = await room.open(b"/repo/x/")
        unpack(SITE.replace("x/", "y/"), site)
        room.tabs.publish(room.tabs.shown, ("y/index.html",))
        assert ["findings", "files"] == [(await room.told(page))["kind"] for _ in range(2)]
        (site / "x" / "index.html").unlink()

        assert [{"kind": "go", "to": "/repo/y/"}] == await room.after(page)

    meanwhile(site, talk)


def test_an_article_that_is_deleted_first_and_comes_back_elsewhere_is_followed(site):
    async def talk(room):
        page = await room.open(b"/repo/x/")
        (site / "x" / "index.html").rename(site.parent / "kept.html")
        room.tabs.publish(room.tabs.shown, ())
        assert ["findings", "page"] == [(await room.told(page))["kind"] for _ in range(2)]
        missing = await room.open(b"/repo/x/")
        (site / "y").mkdir()
        (site.parent / "kept.html").rename(site / "y" / "index.html")

        assert [{"kind": "go", "to": "/repo/y/"}] == await room.after(missing, "y/index.html")

    meanwhile(site, talk)


def test_an_article_that_moves_while_its_page_is_loaded_again_is_followed(site):
    async def talk(room):
        page = await room.open(b"/repo/x/")
        room.tabs.ahead(Page("x/index.html", (site / "x" / "index.html").read_bytes().replace(b"Text", b"Words")))
        assert "page" == (await room.told(page))["kind"]
        await page.aclose()  # as the browser does, to load what is shown ahead
        room.tabs.publish(Shown(site, "/paper/"), ("x/index.html",))

        assert [{"kind": "go", "to": "/paper/x/"}] == await room.rest(await room.open(b"/repo/x/"))

    meanwhile(site, talk)


def test_an_article_that_is_deleted_leaves_the_page_for_what_is_missing(site):
    async def talk(room):
        page = await room.open(b"/repo/x/")
        (site / "x" / "index.html").unlink()
        other = "-- z/index.html --\n<article><h1>Chips</h1><p>Prices fall again.</p></article>\n"

        message, *further = await room.after(page, "z/index.html", archive=other)

        assert ("page", room.version_at(b"/repo/x/"), []) == (message["kind"], message["version"], further)

    meanwhile(site, talk)


def test_a_page_is_shown_before_the_others_are_made(site):
    async def talk(room):
        page, other = await room.open(b"/repo/x/"), await room.open(b"/repo/")
        room.tabs.ahead(Page("x/index.html", b"New"))

        assert ["page"] == [message["kind"] for message in await room.rest(page)]
        assert [] == await room.rest(other)
        assert b"New" == room.tabs.shown.page_at(b"/repo/x/").data

    meanwhile(site, talk)


def test_what_is_wrong_is_told_to_every_page(site):
    async def talk(room):
        page = await room.open(b"/repo/")
        found = Findings(errors=(Finding("content/a.md:1", "content/a.md:1: error: no", "vscode://file/a.md:1:1"),))
        room.tabs.publish(replace(room.tabs.shown, findings=found), ())

        assert {
            "kind": "findings",
            "errors": [
                {
                    "place": "content/a.md:1",
                    "text": "content/a.md:1: error: no",
                    "href": "vscode://file/a.md:1:1",
                }
            ],
            "warnings": [],
            "more_errors": 0,
            "more_warnings": 0,
        } == await room.told(page)

    meanwhile(site, talk)


def test_another_machine_gets_no_paths(site):
    async def talk(room):
        page = await room.open(b"/repo/", local=False)
        found = Findings(errors=(Finding("content/a.md:1", "content/a.md:1: error: no", "vscode://file/a.md:1:1"),))
        room.tabs.publish(replace(room.tabs.shown, findings=found), ())

        assert [""] == [each["href"] for each in (await room.told(page))["errors"]]

    meanwhile(site, talk)


def test_a_long_build_is_announced_and_a_short_one_is_not(site):
    async def talk(room):
        page = await room.open(b"/repo/")
        room.tabs.building()
        room.tabs.publish(room.tabs.shown, ())
        assert "findings" == (await room.told(page))["kind"]
        room.tabs.building()

        assert {"kind": "busy"} == await room.told(page)

    meanwhile(site, talk)


def test_pages_that_were_not_looked_at_for_long_are_asked_to_rest(site):
    async def talk(room):
        pages = [await room.open(b"/repo/") for _ in range(5)]

        assert {"kind": "rest"} == await room.told(pages[0])
        assert [] == await room.rest(pages[1])

    meanwhile(site, talk)


def test_the_page_looked_at_last_comes_first(site):
    async def talk(room):
        for address in (b"/repo/", b"/repo/x/", b"/repo/nothing", b"/repo/"):
            await room.open(address)

        assert ("index.html", "404.html", "x/index.html") == room.tabs.paths

    meanwhile(site, talk)


def test_only_so_much_is_remembered(site):
    tabs = Tabs(Shown(site))
    for number in range(100):
        tabs.served(Page(f"{number}.html", b"%d" % number))

    assert 16 == len(tabs._pages)
    assert [f"{number}.html" for number in range(99, 91, -1)] == list(tabs.paths)
