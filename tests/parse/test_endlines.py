"""Lines that say tags, a description and the like near the end of a text leave it."""

import pytest
from tests.kit.parsing import front, html

TEXT = "Text.\n\n"


@pytest.mark.parametrize(
    "line",
    [
        "Tags: health, open weights",
        "**Tags:** health, open weights",
        "***Tags:*** *health, open weights*",
        "Tags: #health, #open weights\n\n---",
        "Keywords: [health](/a/); open weights\n\nWhat do you think? Share in the comments below!",
        "---\n\n🏷️ Filed under: health | open weights",
        "标签：health、open weights",
        "الوسوم: health، open weights",
        "Tags: health, open weights\n\n## Comments",
        "## Comments\n\nTags: health, open weights\n\n## Discussion (0)",
        "### SEO Details\n\n**Meta Title:** T\n**Suggested Tags:** health, open weights",
    ],
)
def test_a_line_of_tags_leaves(line):
    parsed = front("", TEXT + line + "\n")

    assert ("health", "open weights") == parsed.article.meta.tags
    assert "weights" not in html(parsed.content.body)


@pytest.mark.parametrize(
    "line",
    [
        "Tags: these are what readers look for. They count.",
        "Tags: why do we have so many of them here?",
        "Tags: one, two\n\n## More\n\nText.",
        "Meta title: two words, forty years. Tags: none.",
    ],
)
def test_prose_stays(line):
    parsed = front("", TEXT + line + "\n")

    assert () == parsed.article.meta.tags
    assert "Tags: " in html(parsed.content.body)


def test_lines_above_structured_data_leave():
    data = '{"@type": "FAQPage", "mainEntity": [{"name": "What?", "acceptedAnswer": {"text": "That."}}]}'
    parsed = front("", f"{TEXT}## FAQ\n\n### What?\n\nThat.\n\n## Comments\n\nTags: a, b\n\n```json\n{data}\n```\n")

    assert ("a", "b") == parsed.article.meta.tags
    assert "Tags" not in html(parsed.content.faqs[0].answer)
    assert "Comments" not in html(parsed.content.body)


def test_a_count_leaves_and_a_sentence_that_begins_so_stays():
    counts = "Reading time: ~5 min\n\nWord count: 1,204 words\n"
    sentence = "Reading time: 5 minutes ago it began, and it never ended."

    assert "<p>Text.</p>\n" == html(front("", TEXT + counts).content.body)
    assert sentence in html(front("", f"{TEXT}{sentence}\n").content.body)


def test_tags_that_the_front_matter_does_not_have_stay_in_the_text():
    parsed = front("tags: [law]", TEXT + "Tags: health, law\n")

    assert ("law",) == parsed.article.meta.tags
    assert "<p>Tags: health, law</p>" in html(parsed.content.body)


def test_tags_that_the_front_matter_has_are_said_once():
    parsed = front("tags: [law, Health]", TEXT + "Tags: health, law\n")

    assert ("law", "Health") == parsed.article.meta.tags
    assert "<p>Text.</p>\n" == html(parsed.content.body)


def test_what_is_for_search_engines_and_writers_leaves():
    lines = "**Meta Description:** In short.\n**Keywords:** health, law\n\n---\n\nWord count: 842\n"
    parsed = front("", f"{TEXT}{lines}")

    assert "<p>Text.</p>\n" == html(parsed.content.body)
    assert ("In short.", ("health", "law")) == (parsed.article.meta.description, parsed.article.meta.tags)


def test_another_description_than_that_of_the_front_matter_stays_in_the_text():
    parsed = front("description: At length.", f"{TEXT}Meta description: In short.\n")

    assert "At length." == parsed.article.meta.description
    assert "In short." in html(parsed.content.body)


def test_a_picture_at_the_end_stays():
    assert "<img" in html(front("", f"{TEXT}![](a.png)\n").content.body)


def test_hashtags_alone_are_tags():
    parsed = front("", f"{TEXT}#OpenData #Law\n")

    assert (("OpenData", "Law"), "<p>Text.</p>\n") == (parsed.article.meta.tags, html(parsed.content.body))


def test_such_lines_may_stand_below_a_byline():
    lines = "**By Policy Desk**\n\n**Meta Description:** In short.\n\n**Keywords:** health, law\n\n---\n\n"
    parsed = front("", f"{lines}{TEXT}")

    assert "<p>Text.</p>\n" == html(parsed.content.body)
    assert ("In short.", ("health", "law")) == (parsed.article.meta.description, parsed.article.meta.tags)


@pytest.mark.parametrize(
    "line",
    [
        "Share this article: Twitter | Facebook | E-mail",
        "**📣 Share on:** [X](#) · LinkedIn",
        "Share: [LinkedIn](https://www.linkedin.com/sharing/share-offsite/?url=a)",
        "Partager : [Facebook](https://www.facebook.com/sharer/sharer.php?u=a) | [X](https://x.com/intent/post?url=a)",
    ],
)
def test_names_of_places_to_share_it_at_leave(line):
    assert "<p>Text.</p>\n" == html(front("", f"{TEXT}{line}\n").content.body)


@pytest.mark.parametrize(
    "line", ["Share: [Mastodon](https://a.example/)", "Share on: Friday, as all desks do.", "Share this: X"]
)
def test_a_line_on_sharing_that_says_more_stays(line):
    assert "Share" in html(front("", f"{TEXT}{line} and Y\n").content.body)


def test_hashtags_may_have_hyphens_points_and_levels():
    parsed = front("", "#news/open-models #llama.cpp\n\nText.\n")

    assert ("news/open-models", "llama.cpp") == parsed.article.meta.tags
    assert "<p>Text.</p>\n" == html(parsed.content.body)


def test_several_may_stand_in_one_line():
    parsed = front(
        "", "**Word count: 1,200 | Reading time: 5 minutes**\n\nText.\n\nTags: open, data | Word count: 900\n"
    )

    assert (("open", "data"), "<p>Text.</p>\n") == (parsed.article.meta.tags, html(parsed.content.body))
