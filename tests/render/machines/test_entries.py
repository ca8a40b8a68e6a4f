from datetime import UTC, datetime

from tests.kit.desk import DESK

from sitegen.render.machines.entries import apart, entries_of, entry_of

HOUR = "-- content/{a}.md --\n---\ntitle: {a}\ndate: 2026-11-01\n---\nText of {a}.\n"


def entry(desk, ident="articles/open"):
    return entry_of(ident, desk.view(), desk.press)


def test_an_entry_says_what_all_feeds_need(desk):
    said = entry(desk)

    assert "https://news.example/repo/articles/open/" == said.url
    assert ("What hospitals gain.", "Analysis", ("open weights", "health")) == (said.summary, said.section, said.tags)
    assert [
        ("Jane Doe", "https://news.example/repo/authors/jane-doe/"),
        ("Policy Desk", "https://news.example/repo/authors/policy-desk/"),
    ] == [(author.title, author.href) for author in said.authors]
    assert ("https://news.example/repo/articles/talk.mp3", "audio/mpeg", 1200, "12:30") == (
        said.audio.url,
        said.audio.type,
        said.audio.length,
        said.audio.duration,
    )
    assert datetime(2026, 12, 1, 9, tzinfo=UTC) == said.updated


def test_a_recording_of_the_site_has_its_length(publish):
    front = "title: A\ndate: 2026-11-01\naudio:"
    site = publish(
        f"-- content/a.md --\n---\n{front} talks/one.mp3\n---\nText.\n-- content/talks/one.mp3 --\nfive\n"
        f"-- content/b.md --\n---\n{front} https://x.example/two.mp3\n---\nText.\n"
    )

    assert [5, 0] == [entry_of(ident, site.view(), site.press).audio.length for ident in "ab"]


def test_an_entry_holds_the_whole_article(desk):
    content = entry(desk).content

    assert content.startswith(
        '<figure><img alt="A hospital ward" width="1600" height="1000" src="https://news.example/repo/articles/ward.png">'
    )
    order = (
        "<figcaption>A <em>ward</em> — Us",
        "Key points",
        "Weights are <em>files</em>",
        "<h2>One</h2>",
        "Is it <strong>safe</strong>?",
        "What are open weights?",
        "Corrections and updates",
        "<strong>wrong</strong>",
    )
    places = [content.index(part) for part in order]
    assert sorted(places) == places
    assert '<a href="https://news.example/repo/articles/second/#a-part">a link</a>' in content


def test_an_article_that_is_not_published_has_no_entry(desk):
    assert entry(desk, "articles/draft") is None


def test_a_feed_holds_the_newest_up_to_its_limit(publish):
    site = publish(DESK.replace("[feeds]\n", "[feeds]\nlimit = 2\n"))

    assert ["articles/open", "articles/second"] == [one.id for one in entries_of("home", site.view(), site.press)]
    assert ["articles/open", "articles/second"] == [
        one.id for one in entries_of("series:chips", site.view(), site.press)
    ]


def test_a_feed_of_summaries_has_no_content(publish):
    site = publish(DESK.replace("[feeds]\n", '[feeds]\ncontent = "summary"\n'))

    assert "" == entry_of("articles/open", site.view(), site.press).content


def test_no_two_entries_change_at_the_same_moment_and_the_order_does_not_matter(publish):
    site = publish(
        HOUR.replace("{a}", "a") + HOUR.replace("{a}", "b") + HOUR.replace("{a}", "c").replace("01\n", "02\n")
    )
    entries = entries_of("home", site.view(), site.press)
    times = dict(zip((one.id for one in entries), apart(entries), strict=True))

    assert 3 == len(set(times.values()))
    assert entries[0].updated == times["c"]
    assert times == dict(zip((one.id for one in reversed(entries)), apart(entries[::-1]), strict=True))
    assert all(abs((time - one.updated).total_seconds()) < 1 for time, one in zip(apart(entries), entries, strict=True))
