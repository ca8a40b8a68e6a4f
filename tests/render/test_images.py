import pytest
from tests.kit.published import facts

from sitegen.model.article import Image
from sitegen.model.body import Picture, Ref
from sitegen.render.images import image_view, picture_html, setting_image

SITE = """\
-- sitegen.toml --
[site]
title = "N"
url = "https://news.example/repo/"
-- content/ward.png --
x
"""
REF = Ref("file", "ward.png", "", "", "ward.png", 3, 1, image=True)
WARD = facts("ward.png", 1000, 500)
SCALED = facts(
    "ward.png",
    1000,
    500,
    variants=(
        ("image/avif", 480, 240, "/img/w-480.avif"),
        ("image/avif", 800, 400, "/img/w-800.avif"),
        ("image/png", 480, 240, "/img/w-480.png"),
    ),
    color="#aabbcc",
)


def picture(**more):
    return Picture(
        **{
            "ref": REF,
            "src": "",
            "alt": 'A "ward"',
            "title": "",
            "attributes": (),
            "figure": False,
            **more,
        }
    )


def drawn(publish, image=WARD, **more):
    site = publish(SITE, images={"ward.png": image} if image else {})
    return picture_html(picture(**more), site.view(), "content/a.md")[0]


def test_an_image_has_size_and_loads_late(publish):
    assert (
        '<img alt="A &quot;ward&quot;" width="1000" height="500" loading="lazy" decoding="async" src="/repo/ward.png">'
    ) == drawn(publish)


def test_its_place_has_its_colour_until_it_is_there(publish):
    assert ' data-tint="a-b-c"' in drawn(publish, SCALED)
    own = drawn(publish, SCALED, attributes=(("style", "float:left"),))
    assert ' style="float:left"' in own
    assert "#aabbcc" not in own


def test_an_unknown_size_is_left_out(publish):
    assert '<img alt="A &quot;ward&quot;" loading="lazy" decoding="async" src="/repo/ward.png">' == drawn(publish, None)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ((("width", "300"),), 'width="300" height="150"'),
        ((("height", "100px"),), 'width="200" height="100"'),
        ((("width", "30"), ("height", "40")), 'width="30" height="40"'),
        ((("width", "50%"),), 'width="1000" height="500"'),
    ],
)
def test_the_side_that_the_author_leaves_out_follows_from_the_file(publish, attributes, size):
    assert f" {size} " in drawn(publish, attributes=attributes)


def test_the_author_decides_when_an_image_loads(publish):
    assert 'loading="eager"' in drawn(publish, attributes=(("loading", "eager"),))


def test_smaller_copies_and_better_formats_are_offered(publish):
    html = drawn(publish, SCALED)

    assert html.startswith(
        '<picture><source type="image/avif" srcset="/repo/img/w-480.avif 480w, /repo/img/w-800.avif 800w" sizes='
    )
    assert 'srcset="/repo/img/w-480.png 480w"' in html


def test_the_author_decides_how_wide_every_copy_is_shown(publish):
    html = drawn(publish, SCALED, attributes=(("sizes", "50vw"),))

    assert 'w" sizes="50vw"><img alt=' in html
    assert 2 == html.count("sizes=") == html.count('sizes="50vw"')


def test_class_and_id_of_a_figure_are_the_figures(publish):
    html = drawn(publish, figure=True, title="A <caption>", attributes=(("class", "wide"), ("id", "fig")))

    assert html.startswith('<figure id="fig" class="wide"><img alt=')
    assert html.endswith("<figcaption>A &lt;caption&gt;</figcaption></figure>")


def test_a_title_describes_an_image_that_nothing_else_describes(publish):
    shown = drawn(publish, alt="", title="A ward")

    assert 'alt="A ward"' in shown
    assert "title" not in shown
    assert 'title="A ward"' in drawn(publish, title="A ward")
    assert 'alt=""' in drawn(publish, alt="", title="A ward", figure=True)


def test_in_a_feed_an_image_has_its_full_url_and_no_copies(publish):
    site = publish(SITE, images={"ward.png": SCALED})
    html, _ = picture_html(picture(), site.view(), "content/a.md", final=True)

    assert html.endswith('src="https://news.example/repo/ward.png">')
    assert "srcset" not in html


@pytest.mark.parametrize(
    ("figure", "alt", "described"),
    [
        (False, 'A "ward"', "A &quot;ward&quot;"),
        (True, 'A "ward"', "<p>A &quot;ward&quot;</p>"),
        (True, "", ""),
        (True, "IMG_2041.JPG", ""),
    ],
)
def test_a_missing_image_is_told_and_described(publish, figure, alt, described):
    site = publish(SITE)
    ref = Ref("file", "wrad.png", "", "", "wrad.png", 3, 1, image=True)
    html, problem = picture_html(picture(ref=ref, figure=figure, alt=alt), site.view(), "content/a.md")

    assert described == html
    assert ("render/missing-image", 3, 'did you mean "ward.png"?') == (problem.code, problem.span.line, problem.hint)


@pytest.mark.parametrize("written", ["img/ward.png", "./img/ward.png"])
def test_an_image_that_is_not_beside_the_text_is_looked_for_from_the_root(publish, written):
    site = publish(SITE.replace("content/ward.png", "content/img/ward.png"))
    ref = Ref("file", "news/img/ward.png", "", "", written, 3, 1, image=True)
    shown, problem = image_view(Image(ref, "", "A ward", "", "", ""), site.view(), "content/news/a.md")

    assert ("https://news.example/repo/img/ward.png", None) == (shown.url, problem)


def test_an_image_beside_the_text_is_nearer_than_one_from_the_root(publish):
    site = publish(SITE + "-- content/news/ward.png --\ny\n")
    ref = Ref("file", "news/ward.png", "", "", "ward.png", 3, 1, image=True)
    shown, _ = image_view(Image(ref, "", "A ward", "", "", ""), site.view(), "content/news/a.md")

    assert "https://news.example/repo/news/ward.png" == shown.url


def test_a_lead_image_is_ready_for_every_use(publish):
    site = publish(SITE, images={"ward.png": SCALED})
    shown, problem = image_view(
        Image(REF, "", "A ward", "A <em>ward</em>", "Us", "CC-BY-4.0"), site.view(), "content/a.md"
    )

    assert problem is None
    assert ("/repo/ward.png", "https://news.example/repo/ward.png") == (shown.src, shown.url)
    assert (1000, 500, "#aabbcc", "Us") == (shown.width, shown.height, shown.color, shown.credit)
    assert "A <em>ward</em>" == str(shown.caption)
    assert "/repo/img/w-480.png 480w" == shown.srcset
    assert "image/avif" == shown.sources[0][0]


def test_an_image_on_another_host_is_taken_as_it_is_unless_it_is_no_url(publish):
    site = publish(SITE)

    assert (
        "https://other.example/x.png" == image_view(Image(None, "https://other.example/x.png"), site.view(), "")[0].url
    )
    assert (None, None) == image_view(Image(None, "javascript:alert(1)"), site.view(), "")


def test_the_configuration_names_images_by_address_or_url(publish):
    site = publish(SITE, images={"ward.png": WARD})
    own = setting_image("/ward.png", "N", site.view())

    assert ("/repo/ward.png", "https://news.example/repo/ward.png", 1000) == (own.src, own.url, own.width)
    assert "https://cdn.example/l.png" == setting_image("https://cdn.example/l.png", "N", site.view()).src
    assert setting_image("", "N", site.view()) is None
