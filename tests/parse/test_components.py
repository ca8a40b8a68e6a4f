"""Components that show a film, a post, a picture or a link become that."""

import pytest
from tests.kit.parsing import findings, front, html, read


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ('<YouTube id="xtTy5nKay_Y" />', "https://www.youtube.com/watch?v=xtTy5nKay_Y"),
        ('<LiteYouTubeEmbed videoId={"xtTy5nKay_Y"} title="A film" />', "https://www.youtube.com/watch?v=xtTy5nKay_Y"),
        ('<Vimeo id="32001208" />', "https://vimeo.com/32001208"),
        ('<Tweet id="1512505549354049536" />', "https://x.com/i/status/1512505549354049536"),
        ('<Tweet tweetLink="ana/status/1512505549354049536" />', "https://x.com/ana/status/1512505549354049536"),
        (
            '<TweetEmbed\n  id="https://twitter.com/ana/status/1512505549354049536"\n/>',
            "https://x.com/ana/status/1512505549354049536",
        ),
        ('<YouTube url="https://youtu.be/xtTy5nKay_Y" />', "https://youtu.be/xtTy5nKay_Y"),
    ],
)
def test_films_and_posts_are_links(text, address):
    parsed = front("", f"One.\n\n{text}\n\nTwo.\n")

    assert f'<p>One.</p>\n<p><a href="{address}">{address}</a></p>\n<p>Two.</p>\n' == html(parsed.content.body)
    assert "" == findings(parsed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '<Image src="/a.png" alt="An &amp; other" />',
            '<figure><img src="{site /a.png}" alt="An &amp; other"></figure>\n',
        ),
        (
            '<Figure src="/a.png" alt="One" caption="Of *two*" />',
            '<figure><img src="{site /a.png}" alt="One"><figcaption>Of <em>two</em></figcaption>\n</figure>\n',
        ),
        (
            '<LinkCard title="A guide" href="/guide/" description="To *all*" />',
            '<p><a href="{site /guide/}">A guide</a>: To *all*</p>\n',
        ),
    ],
)
def test_pictures_and_cards_are_those_of_markdown(text, expected):
    assert expected == html(front("", f"{text}\n").content.body)


@pytest.mark.parametrize("text", ["<Image src={hero} alt='A' />", "<YouTube />", "<Chart data={rows} />"])
def test_what_only_a_program_can_show_is_told(text):
    parsed = read(f"---\ntitle: A\ndate: 2026-11-01\n---\n{text}\n", path="content/a.mdx")

    assert "is a component" in findings(parsed)


def test_what_is_wrong_in_one_of_several_lines_is_told_there():
    text = "<Image\n  alt='One'\n  src='https://a.example/a.png'\n/>\n"

    assert "! 8:8+23 parse/other-host: this image comes from a.example" in findings(front("", text))
