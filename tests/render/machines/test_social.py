"""An article without an image becomes a card."""

import io

import pytest
from PIL import Image

from sitegen.render.machines import social
from sitegen.render.machines.social import HEIGHT, WIDTH, Colours, Words, balanced, colours_of, draw_card

TITLE = Words(
    "What the AI Act says about open models", "Policy", "Policy Desk  ·  10 March 2026", "Open Model Review", "a/x"
)


def pixels(data) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def inked(picture, box) -> int:
    """Return how many pixels of a part have the colour of the title."""
    part = picture.crop(box)
    return sum(count for count, colour in part.getcolors(1 << 20) if min(colour) > 200)


def wide(line) -> float:
    """Return the width of a line in a font whose letters are all 20 pixels wide."""
    return 20 * len(line)


TITLE_PLACE = (76, 140, 900, 520)
FOOT = (76, 530, 1190, 590)


def test_a_card_has_the_size_that_networks_ask_for_and_is_light():
    data = draw_card(TITLE, Colours())

    assert ("PNG", (1200, 630)) == (Image.open(io.BytesIO(data)).format, (WIDTH, HEIGHT))
    assert (WIDTH, HEIGHT) == pixels(data).size
    assert 5_000 < len(data) < 60_000


def test_the_same_words_give_the_same_bytes():
    assert draw_card(TITLE, Colours()) == draw_card(TITLE, Colours())


def test_each_article_has_an_ornament_of_its_own():
    one, other = (draw_card(Words("Same", seed=seed), Colours()) for seed in ("a", "b"))

    assert one != other


@pytest.mark.parametrize(
    "title",
    [
        "Überraschung: Łódź, Çağdaş – „offene“ Gewichte",
        "Открытые модели",
        "Ανοιχτά μοντέλα",
        "Mô hình mở",
        "A rocket 🚀 launch 👩‍🔬",
    ],
)
def test_european_scripts_are_drawn_and_pictures_left_out(title):
    assert inked(pixels(draw_card(Words(title), Colours())), TITLE_PLACE) > 2_000


@pytest.mark.parametrize("title", ["日本語のタイトル", "عنوان بالعربية", "हिन्दी", "", "🚀"])
def test_where_the_font_has_no_letters_the_publication_stands_in_their_place(title):
    picture = pixels(draw_card(Words(title, site="The Review"), Colours()))

    assert inked(picture, TITLE_PLACE) > 2_000
    assert 0 == inked(picture, FOOT)


def test_a_card_without_any_letter_is_still_a_card():
    assert (WIDTH, HEIGHT) == pixels(draw_card(Words("日本語", "科学", "日本", "新聞"), Colours())).size


@pytest.mark.parametrize("title", ["word " * 80, "Donaudampfschifffahrtsgesellschaft" * 8, "a" * 20_000])
def test_no_title_leaves_its_place(title):
    picture = pixels(draw_card(Words(title), Colours()))

    assert 0 == inked(picture, (0, 0, 1200, 120)) + inked(picture, (0, 530, 1200, 630)) + inked(
        picture, (905, 0, 1200, 630)
    )


def test_lines_are_few_and_of_about_equal_length():
    assert ["aaa bbb", "ccc ddd"] == balanced("aaa bbb ccc ddd", 240, wide)


def test_a_word_that_is_too_long_is_cut():
    assert ["abcdefghi-", "jklm"] == balanced("abcdefghijklm", 200, wide)


def test_a_theme_gives_the_colours():
    given = {"ground": "#ffffff", "ink": "red", "accent": 7, "other": "#000000"}

    assert Colours(ground="#ffffff") == colours_of(given)
    assert Colours() == colours_of(None) == colours_of("dark")
    assert (255, 255, 255) == pixels(draw_card(Words("A"), colours_of(given))).getpixel((2, 2))


def test_without_the_font_of_the_extra_the_one_of_pillow_is_used(monkeypatch):
    social._font.cache_clear()
    social._has_glyph.cache_clear()
    monkeypatch.setattr(social, "find_spec", lambda name: None)
    try:
        picture = pixels(draw_card(Words("Plain letters"), Colours()))
    finally:
        social._font.cache_clear()
        social._has_glyph.cache_clear()

    assert inked(picture, TITLE_PLACE) > 2_000
