"""Copies of images are made once, kept by content, and made again where they are lost."""

import io
import random
from pathlib import Path

import pytest
from tests.kit.nouns import article, config
from tests.kit.site import SiteBench

from sitegen.base.digest import digest
from sitegen.engine.workers import ALONE
from sitegen.model.article import Image
from sitegen.model.body import Ref
from sitegen.model.config import ImageSettings
from sitegen.model.source import AssetFile
from sitegen.model.theme import Theme, ThemeFile
from sitegen.pipeline.steps import picturing
from sitegen.pipeline.steps.picturing import Pictures, picture_all


def png(seed: int = 1, side: int = 160) -> bytes:
    """Return a picture that is worth scaling."""
    from PIL import Image as Pictured

    out = io.BytesIO()
    Pictured.frombytes("RGB", (side, side), random.Random(seed).randbytes(side * side * 3)).save(out, "PNG")
    return out.getvalue()


class Gallery:
    """Images in the content folder of a site."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root = root
        self.made: list[str] = []
        self.statics: dict[str, str] = {}
        make = picturing.make_variants

        def watched(data, facts, *arguments, **options):
            self.made.append(facts.path)
            return make(data, facts, *arguments, **options)

        monkeypatch.setattr(picturing, "make_variants", watched)

    def put(self, path: str, data: bytes) -> None:
        """Write one file."""
        file = self.root / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)

    def pictures(self, lead: str = "", **settings) -> Pictures:
        """Look at all of them; `lead` is the image of an article."""
        self.made.clear()
        content = self.root / "content"
        assets = [
            AssetFile(f"content/{name}", name, digest(data), len(data))
            for file in sorted(content.rglob("*.*"))
            for name, data in [(file.relative_to(content).as_posix(), file.read_bytes())]
        ]
        image = Image(Ref("file", lead, "", "", lead, 1, 1, image=True), "") if lead else None
        conf = config(root=self.root, images=ImageSettings(**{"widths": (64,), "formats": ("webp",), **settings}))
        statics = {name: (ThemeFile(name, "site", path, "", 0),) for name, path in self.statics.items()}
        theme = Theme(("site",), {}, statics)
        return picture_all(assets, theme, [article("a", image=image)], conf, ALONE)


@pytest.fixture
def gallery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gallery:
    """One picture."""
    gallery = Gallery(tmp_path, monkeypatch)
    gallery.put("one.png", png())
    return gallery


def test_copies_are_made_once(gallery: Gallery) -> None:
    first, made = gallery.pictures(), list(gallery.made)
    second = gallery.pictures()

    assert (["one.png"], []) == (made, gallery.made)
    assert first == second
    assert [("image/webp", 64)] == [(kind, width) for kind, width, *_ in first.facts["one.png"].variants]
    assert [copy.size for copy in first.copies] == [(gallery.root / one.source).stat().st_size for one in first.copies]


def test_a_lost_copy_is_made_again(gallery: Gallery) -> None:
    first = gallery.pictures()
    (gallery.root / first.copies[0].source).unlink()

    assert (first, ["one.png"]) == (gallery.pictures(), gallery.made)


def test_a_copy_that_was_cut_short_is_made_again(gallery: Gallery) -> None:
    first = gallery.pictures()
    file = gallery.root / first.copies[0].source
    file.write_bytes(file.read_bytes()[:-1])

    assert (first, ["one.png"]) == (gallery.pictures(), gallery.made)


def test_other_bytes_or_settings_make_other_copies(gallery: Gallery) -> None:
    first = gallery.pictures()
    other = gallery.pictures(quality=20)
    gallery.put("one.png", png(2))

    assert 3 == len({pictures.copies for pictures in (first, other, gallery.pictures())})


def test_only_the_image_of_an_article_is_cropped(gallery: Gallery) -> None:
    gallery.put("two.png", png(2, side=256))
    pictures = gallery.pictures(lead="two.png")

    assert [[], ["1x1"]] == [[name for name, *_ in pictures.facts[path].crops] for path in ("one.png", "two.png")]


def test_without_formats_there_are_facts_alone(gallery: Gallery) -> None:
    pictures = gallery.pictures(formats=())

    assert ((), 160, ()) == (pictures.copies, pictures.facts["one.png"].width, pictures.facts["one.png"].variants)
    assert "nothing.png" not in pictures.facts


def test_what_is_wrong_with_an_image_is_said_every_time(gallery: Gallery) -> None:
    """By its header, and by its pixels, which are looked at once."""
    gallery.put("bad.png", b"no image")
    gallery.put("short.png", png(3)[:9000])
    said = [[(found.code, found.span.path) for found in gallery.pictures().diagnostics] for _ in range(2)]

    assert [[("scan/bad-image", "content/bad.png"), ("render/bad-image", "content/short.png")]] * 2 == said


def test_what_is_wrong_with_the_images_of_the_theme_is_said_too(gallery: Gallery) -> None:
    """Of each the file that is published, and of nothing that is no image."""
    (gallery.root / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><b xmlns="c"/></svg>')
    (gallery.root / "site.css").write_text("")
    gallery.statics = {"img/logo.svg": "logo.svg", "site.css": "site.css"}
    pictures = gallery.pictures()

    assert [("scan/foreign-element", "logo.svg", 1)] == [
        (found.code, found.span.path, found.span.line) for found in pictures.diagnostics
    ]
    assert ["one.png"] == list(pictures.facts)


def test_nothing_is_kept_that_no_image_uses(gallery: Gallery) -> None:
    """Of other bytes, other settings, other days; what the site uses stays."""
    gallery.put("two-parts.png", png(3))
    gallery.pictures(quality=20)
    gallery.put("one.png", png(2))
    now = gallery.pictures()
    kept = sorted(file.name for file in (gallery.root / ".sitegen/images").iterdir() if file.suffix != ".facts")

    assert sorted(copy.source.rsplit("/", 1)[-1] for copy in now.copies) == kept
    gallery.made.clear()
    assert (now, []) == (gallery.pictures(), gallery.made)


def test_copies_go_where_their_image_goes(tmp_path: Path) -> None:
    site = SiteBench(tmp_path / "site").write("content/one.png", png()).build()
    copies = [path for path in site.output() if path.startswith("static/images/")]
    site.delete("content/one.png").build()

    assert copies
    assert [] == [path for path in site.output() if path.startswith("static/images/")]


def test_an_image_is_found_however_the_disk_spells_the_accents_in_its_name(tmp_path: Path) -> None:
    """As the folders of one system are, when another builds the site."""
    site = SiteBench(tmp_path / "site")
    site.write("content/Ba\u0308r/e\u0301.png", png())
    site.write(
        "content/Ba\u0308r/index.md", "---\ntitle: T\ndate: 2026-11-01\n---\nText.\n\n![A picture](e\u0301.png)\n"
    )
    site.build()

    assert "" == site.said
    assert ' src="/B%C3%A4r/%C3%A9.png"></picture>' in site.read("B\u00e4r/index.html")
