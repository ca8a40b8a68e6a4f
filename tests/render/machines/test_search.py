import gzip
import json
import random

from sitegen.render.machines.search import search_index


def test_an_article_is_a_row(desk):
    data = desk.json("search-index.json")
    address, title, summary, section, day, terms = data["articles"][0]

    assert (1, ["Analysis", "Policy"]) == (data["version"], data["sections"])
    assert ("articles/open/", "What hospitals gain.", "Analysis", "2026-11-30") == (
        address,
        summary,
        data["sections"][section],
        day,
    )
    assert title.startswith("Why open weights")
    assert terms.split()


def test_what_is_not_to_be_found_is_not_in_it(desk):
    assert ["articles/open/", "articles/second/", "articles/fourth/", "articles/fifth/"] == [
        row[0] for row in desk.json("search-index.json")["articles"]
    ]


def test_an_article_without_a_section_has_none(publish):
    site = publish("-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n")

    assert [-1] == [
        row[3] for row in json.loads(search_index(site.pages["search-index.json"], site.view(), site.press))["articles"]
    ]


def test_a_thousand_articles_stay_below_sixty_kilobytes(publish):
    words = [
        a + b + c
        for a in ("model", "weight", "hospital", "court", "chip")
        for b in ("s", "ing", "ed", "er")
        for c in ("", "-open", "-data")
    ]

    def pick(number, count):
        return " ".join(words[(number * 7 + place * (number % 11 + 3)) % len(words)] for place in range(count))

    article = "-- content/n{n}-{slug}.md --\n---\ntitle: {title}\ndate: 2026-11-01\nsection: s{s}\n---\n{text}\n"
    site = publish(
        "".join(
            article.format(n=n, slug=pick(n, 3).replace(" ", "-"), title=pick(n + 1, 7), s=n % 9, text=pick(n + 2, 80))
            for n in range(200)
        )
    )

    assert len(gzip.compress(site.artifact("search-index.json").data, 6)) * 5 < 60_000


def test_words_that_cannot_be_compressed_leave_less_to_each_article(publish):
    chance = random.Random(5)

    def pick(count):
        return " ".join(f"{chance.getrandbits(36):x}" for _ in range(count))

    article = "-- content/n{n}.md --\n---\ntitle: T{title}\ndate: 2026-11-01\n---\n{text}\n"
    site = publish("".join(article.format(n=n, title=pick(2), text=pick(30)) for n in range(410)))
    index = site.artifact("search-index.json").data

    assert len(gzip.compress(index, 6)) < 60 * 410
    assert 410 == len(json.loads(index)["articles"])


def test_words_that_most_articles_share_are_left_out(publish):
    article = "-- content/n{n}.md --\n---\ntitle: N\ndate: 2026-11-01\n---\nThe news and the word{letters}.\n"
    site = publish("".join(article.format(n=n, letters="abcdefghij"[n]) for n in range(10)))

    assert {f"word{letter}" for letter in "abcdefghij"} == {
        row[5] for row in site.json("search-index.json")["articles"]
    }
