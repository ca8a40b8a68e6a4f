"""What the page has a place of its own for does not stand in the text."""

import pytest
from tests.kit.parsing import front, html, shown

LISTS = {
    "a list": "- [One](one.md)\n- [Two](two/)",
    "a numbered list": "1. [One](one.md)\n2. [Two](two/#part)",
    "links behind a sign": "- 👉 [One](one.md)\n- → [Two](two/)",
    "paragraphs": "**[One](one.md)**\n\n[Two](two/?x=1)\n",
    "a row": "[One](one.md) | **[Two](two/)**",
    "a row with points": "[One](one.md) · [Two](two/)",
    "words behind a bar": "- [One](one.md) | *Tools*\n- [Two](two/) · Policy",
    "who wrote them": "- [One](one.md) by Policy Desk\n- [Two](two/) by News Desk, May 2026",
    "a paragraph with commas": "[One](one.md), [Two](two/)",
    "words in parentheses": "- [One](one.md) (Tools)\n- [Two](two/) (Policy)",
    "a table": "| [One](one.md) | [Two](two/) |\n|---|---|",
    "a table with names of columns": "| Article | Date |\n|---|---|\n| [One](one.md) | 2 May |\n| [Two](two/) | 3 May |",
}
OTHERS = {
    "words beside a link": "- [One](one.md) by which they work",
    "a link to another site": "- [One](https://example.org/one/)",
    "a link within the page": "- [One](#one)",
    "raw HTML with text": '<p>Read <a href="one.md">one</a> first.</p>',
    "raw HTML with a picture": '<p><a href="one.md"><img src="a.png" alt="One"></a></p>',
    "two links in one line": "- [One](one.md), [two](two.md)",
    "text": "Nothing yet.",
    "a deeper heading": "- [One](one.md)\n\n### More\n\nText.",
}


def section(title: str, body: str, *, after: str = "") -> str:
    return f"Text.\n\n## {title}\n\n{body}\n\n{after}"


@pytest.mark.parametrize(
    "title",
    [
        "You may also like",
        "**You might also enjoy:**",
        "Related reading",
        "Further Reading:",
        "See also",
        "Related articles you may like",
        "Read next",
        "Read also",
        "Also worth reading",
        "8. You may also like",
        "Don't miss:",
        "Recommended for you",
        "Recommended",
        "Want more?",
        "Editors' picks",
        "Ähnliche Beiträge",
        "İlgili Yazılar",
        "Lecturas recomendadas",
        "More from us",
        "More from the Open Model Review",
        "Related coverage",
        "Dig deeper",
        "Mehr zum Thema",
        "Quizás también te interese",
        "More on this topic",
        "À lire aussi",
    ],
)
@pytest.mark.parametrize("body", LISTS.values(), ids=LISTS)
def test_links_to_articles_are_taken(title, body):
    parsed = front("", section(title, body, after="## After\n\nText.\n"))

    assert ("articles/one.md", "articles/two") == tuple(name.rstrip("/") for name in parsed.article.further)
    assert '<p>Text.</p>\n<h2 id="after">After</h2>\n<p>Text.</p>\n' == html(parsed.content.body)
    assert ["After"] == [heading.text for heading in parsed.content.outline]


def test_the_section_is_kept_for_where_some_of_it_cannot_be_suggested():
    parsed = front("", section("You may also like", "- [One](one.md)"))

    assert '<h2>You may also like</h2>\n<ul>\n<li><a href="{article articles/one.md}">One</a></li>\n</ul>\n' == html(
        parsed.content.further
    )


def test_links_that_lead_nowhere_leave_and_are_told_of():
    parsed = front("", section("You might also like", "- [One](#)\n- [Two](#)", after="## After"))

    assert '<p>Text.</p>\n<h2 id="after">After</h2>\n' == html(parsed.content.body)
    assert ["parse/placeholder"] == [found.code for found in parsed.article.diagnostics]
    assert () == parsed.article.further


def test_titles_without_links_are_taken():
    parsed = front("", 'You may also like:\n\n- 👉 **Wards that read**\n- Phones: "do they think?"\n')

    assert "" == html(parsed.content.body)
    assert ("Wards that read", 'Phones: "do they think?"') == parsed.article.named
    assert () == parsed.article.further
    assert '<a href="{title Wards that read}">' in html(parsed.content.further)


def test_what_is_said_of_a_title_in_bold_is_no_part_of_it():
    items = "1. **Wards that read** – how it began.\n2. **Phones: a law:** who calls\n3. *Plain* words"
    parsed = front("", f"**You may also like:**\n\n{items}\n")

    assert ("Wards that read", "Phones: a law", "Plain words") == parsed.article.named


@pytest.mark.parametrize("title", ["À lire aussi", "Das könnte Ihnen auch gefallen", "Może Cię też zainteresować"])
def test_titles_alone_are_taken_in_other_languages(title):
    assert ("Wards that read",) == front("", section(title, "- Wards that read")).article.named


def test_what_links_say_is_kept_for_where_they_lead_nowhere():
    parsed = front("", section("You may also like", "- [One *and* two](/blog/one)\n- [x](https://a.example) "))
    empty = front("", section("You may also like", "- [One](#)\n- [Two](#)"))

    assert () == parsed.article.labels  # a link elsewhere keeps the section in the text
    assert ("One and two",) == front("", section("Read next", "[One *and* two](/blog/one)")).article.labels
    assert ("One", "Two") == empty.article.named


def test_a_picture_may_stand_beside_a_link():
    body = "![A ward](a.png) [One](one.md)\n\n![](b.png)\n[Two](two/)"

    assert ("articles/one.md", "articles/two/") == front("", section("You may also like", body)).article.further
    assert "a.png" in html(front("", section("You may also like", "![A ward](a.png)")).content.body)


def test_a_quote_and_paragraphs_may_be_a_list():
    quoted = "> - [One](one.md) -- how it began\n> - [Two](two/)"

    assert ("articles/one.md", "articles/two/") == front("", section("You may also like", quoted)).article.further
    assert ("One", "Two?") == front("", section("You may also like", "One\n\nTwo?")).article.named
    assert ("One", "Two") == front("", section("You may also like", "One\nTwo")).article.named
    assert ("One", "Two") == front("", section("More from us", "– One (12 May)\n– Two — 3 min read")).article.named
    assert () == front("", section("You may also like", "The words come from\ncatalogues")).article.named
    assert () == front("", section("You may also like", "One thing.\n\nTwo")).article.named
    assert () == front("", section("You may also like", "Our other articles")).article.named


def test_a_plain_line_above_a_list_says_enough_if_it_says_nothing_else():
    assert ("One", "Two") == front("", "Text.\n\nYou may also like\n\n- One\n- Two\n").article.named
    assert () == front("", "Text.\n\nYou may also like these tools\n\n- One\n- Two\n").article.named


def test_what_is_said_of_a_title_may_stand_in_the_next_line():
    body = "**One**\nHow it began.\n\n**Two**\nAnd how it went on."

    assert ("One", "Two") == front("", section("You may also like", body)).article.named


@pytest.mark.parametrize(
    "title", ["You may also like these articles", "More articles you'll love", "If you enjoyed this, read these next:"]
)
def test_a_list_may_have_a_lead_over_and_a_note_below(title):
    body = "Looking for more? Try these:\n\n- **[One](one.md)**\n  How it began.\n- [Two](two/)\n\n*Thank you for reading!*"
    parsed = front("", f"Text.\n\n## {title}\n\n{body}\n")

    assert ("articles/one.md", "articles/two/") == parsed.article.further
    assert "<p>Text.</p>\n<p><em>Thank you for reading!</em></p>\n" == html(parsed.content.body)


@pytest.mark.parametrize("title", ["**FAQ**", "<h2>FAQ</h2>\n", "### FAQ"])
def test_an_faq_may_stand_right_below(title):
    parsed = front("", f"## One\n\nText.\n\n## You may also like\n\n- [A](a.md)\n\n{title}\n\n**Why?**\n\nSo.\n")

    assert (("articles/a.md",), 1) == (parsed.article.further, len(parsed.content.faqs))


@pytest.mark.parametrize("call", ["**Join in:** leave a comment below.", "> Have a question? Leave a comment."])
@pytest.mark.parametrize(
    "listed",
    [
        "- [A](a.md)",
        "[A](a.md)\n\n[B](b.md)",
        "[A](a.md) | [B](b.md)",
        '<ul>\n<li><a href="a.md">A</a></li>\n</ul>',
    ],
)
def test_a_call_on_readers_may_stand_below(listed, call):
    parsed = front("", f"## One\n\nText.\n\n## You may also like\n\n{listed}\n\n{call}\n")

    assert "articles/a.md" in parsed.article.further
    assert "also like" not in html(parsed.content.body)
    assert call.strip("*> ")[-20:] in html(parsed.content.body)


def test_a_table_of_links_is_a_list():
    body = "| | |\n|---|---|\n| [One](one.md) | [Two](two/) |"

    assert ("articles/one.md", "articles/two/") == front("", section("You may also like", body)).article.further


@pytest.mark.parametrize("item", ["It is a good book, and a long one.", "`x`\n\n  More"])
def test_a_list_without_links_that_is_no_list_of_titles_stays_and_is_told_of(item):
    parsed = front("", f"You may also like:\n\n- {item}\n")

    assert "<li>" in html(parsed.content.body)
    assert ["parse/placeholder"] == [found.code for found in parsed.article.diagnostics]


@pytest.mark.parametrize("row", ["**Read next:** {}", "***You may also like:*** {}"])
def test_a_title_in_bold_and_links_behind_it_are_taken(row):
    parsed = front("", f"Text.\n\n{row.format('[One](one.md), [Two](two.md) and [Three](three.md)')}\n")

    assert ("articles/one.md", "articles/two.md", "articles/three.md") == parsed.article.further
    assert "<p>Text.</p>\n" == html(parsed.content.body)


def test_a_colon_is_enough_behind_the_last_heading():
    row = "See also: [One](one.md)"
    parsed = front("", f"## Text\n\n{row}\n")

    assert ("articles/one.md",) == parsed.article.further
    assert '<h2 id="text">Text</h2>' == html(parsed.content.body).strip()
    assert () == front("", f"{row}\n\n## Text\n").article.further
    assert () == front("", f"{row} for more\n").article.further


def test_a_comment_behind_the_list_stays_alone():
    parsed = front("", section("Related", "- [One](one.md)\n\n<!-- end -->"))

    assert ("articles/one.md",) == parsed.article.further
    assert "<p>Text.</p>" == html(parsed.content.body).strip()


def test_books_need_no_links():
    assert () == front("", section("Recommended reading", "- A book\n- Another")).article.diagnostics


def test_its_words_do_not_count():
    empty, full = (
        front("", section("You may also like", body)).article for body in ("", "- [Many other words](one.md)")
    )

    assert (empty.terms, empty.words) == (full.terms, full.words)


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS)
def test_a_section_with_anything_else_stays(body):
    parsed = front("", section("You may also like", body))

    assert () == parsed.article.further
    assert "You may also like</h2>" in html(parsed.content.body)


def test_comments_in_bold_may_stand_below_the_list():
    parsed = front("", section("You may also like", "- [One](one.md)\n\n**Comments**\n\n*No comments yet.*"))

    assert (("articles/one.md",), "<p>Text.</p>\n") == (parsed.article.further, html(parsed.content.body))


def test_a_rule_ends_the_section():
    parsed = front("", section("You may also like", "- [One](one.md)", after="---\n\nText.\n"))

    assert "<p>Text.</p>\n<hr>\n<p>Text.</p>\n" == html(parsed.content.body)


@pytest.mark.parametrize(
    "title",
    ["You may also like", "Comments", "Leave a Comment", "Leave a Reply", "Join the discussion!", "Kommentare"],
)
def test_the_heading_of_an_empty_section_leaves(title):
    assert "<p>Text.</p>\n" == html(front("", section(title, "")).content.body)


@pytest.mark.parametrize("title", ["Comments", "Join the discussion"])
def test_comments_that_say_something_stay(title):
    assert f"{title}</h2>" in html(front("", section(title, "Write to us.")).content.body)


@pytest.mark.parametrize("line", ["**Comments**", "Comments:", "**COMMENTS BLOCK**", "**Leave a comment**"])
def test_a_line_at_the_very_end_may_stand_for_a_heading(line):
    assert "<p>Text.</p>\n" == html(front("", f"Text.\n\n{line}\n").content.body)
    assert "Comments" in html(front("", "Text.\n\n**Comments**\n\nThree came in.\n").content.body)


def test_a_standing_page_keeps_the_section():
    assert "You may also like</h2>" in shown(section("You may also like", "- [One](one.md)"))


def test_a_list_in_blocks_of_wordpress_is_further_reading():
    item = '<!-- wp:list-item -->\n<li><a href="/{}/">{}</a></li>\n<!-- /wp:list-item -->'
    listed = '<ul class="wp-block-list">' + item.format("one", "One") + "\n\n" + item.format("two", "Two") + "</ul>"
    title = '<!-- wp:heading -->\n<h2 class="wp-block-heading">You may also like</h2>\n<!-- /wp:heading -->'
    parsed = front("", f"Text.\n\n{title}\n\n<!-- wp:list -->\n{listed}\n<!-- /wp:list -->\n")

    assert ("/one/", "/two/") == parsed.article.further
    assert "<p>Text.</p>" == html(parsed.content.body).strip()


@pytest.mark.parametrize(
    "place",
    [
        "*(Related articles will appear here)*",
        "Related posts go here.",
        "Links to related articles will be added here",
        "*Suggested articles placeholder*",
    ],
)
def test_a_place_for_articles_leaves_with_its_heading(place):
    parsed = front("", f"Text.\n\n## You may also like\n\n{place}\n")

    assert "<p>Text.</p>\n" == html(parsed.content.body)
    assert ["parse/placeholder"] == [found.code for found in parsed.article.diagnostics]


@pytest.mark.parametrize("line", ["Other articles go here and there.", "More content will appear."])
def test_a_sentence_below_such_a_heading_stays(line):
    assert line in html(front("", f"Text.\n\n## You may also like\n\n{line}\n").content.body)


@pytest.mark.parametrize("title", ["**You may also like**", "Related articles:"])
def test_a_line_above_a_list_may_stand_for_a_heading(title):
    parsed = front("", f"{title}\n\n- [One](one.md)\n\nText.")

    assert ("articles/one.md",) == parsed.article.further
    assert "<p>Text.</p>\n" == html(parsed.content.body)


@pytest.mark.parametrize("title", ["## Table of Contents", "## Contents", "**In this article:**", "## Inhalt"])
def test_a_list_of_headings_leaves(title):
    body = f"{title}\n\n1. [One](#one)\n   - [More](#more)\n2. [**Two**](#two)\n\n## One\n"

    assert '<h2 id="one">One</h2>\n' == html(front("", body).content.body)
    assert "More</a>" in html(front("toc: false", body).content.body)


@pytest.mark.parametrize("title", ["## Table of Contents", "**In this article:**"])
def test_a_list_of_titles_leaves_where_they_are_those_of_the_headings(title):
    body = f"{title}\n\n1. One, two\n   - **More**\n2. Three\n\n## 1. One – two\n\n### More\n\n## 2. Three\n"

    assert "<li>" not in html(front("", body).content.body)
    assert "<li>" in html(front("", body.replace("## 2. Three", "## 2. Four")).content.body)
    assert "<li>" in html(front("toc: false", body).content.body)


def test_where_contents_stood_links_still_lead():
    parsed = front("", "## Contents\n\n- [One](#one)\n\n## One\n\nText. [Back](#contents)\n")

    assert '<div id="contents"></div>\n<h2 id="one">One</h2>\n' in html(parsed.content.body)
    assert "contents" in parsed.article.anchors


@pytest.mark.parametrize("listed", ["- [One](#one)\n- [Two](#two)", "- One\n- Two\n- Three"])
def test_the_text_may_begin_behind_a_list_of_headings(listed):
    sections = "## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n"

    assert "<p>Lead.</p>\n<h2" == html(front("", f"## Contents\n\n{listed}\n\nLead.\n\n{sections}").content.body)[:16]
    assert "<li>" in html(front("", f"## Before\n\n## Contents\n\n{listed}\n\nLead.\n\n{sections}").content.body)


@pytest.mark.parametrize(
    "listed", ["- One\n- Two", "- One\n- Two\n- Four", "- [One](#one)", "- [One](#one)\n- [Six](#two)"]
)
def test_a_list_of_a_few_things_above_text_stays(listed):
    text = f"## Contents\n\n{listed}\n\nBoth came in May.\n\n## One\n\nText.\n\n## Two\n\n## Three\n"

    assert "<li>" in html(front("", text).content.body)


def test_contents_that_say_more_stay():
    assert "<li>" in html(front("", "## Contents\n\n- [One](#one), and two\n\n## One\n").content.body)


def test_rules_that_part_nothing_any_more_leave():
    text = "By Ana Lima\n\n---\n\nText.\n\n---\n\n## You may also like\n\n- [One](one.md)\n\n---\n\nMore.\n\n---\n\n## Comments\n"

    assert "<p>Text.</p>\n<hr>\n<p>More.</p>\n" == html(front("", text).content.body)


def test_rules_of_a_text_that_stays_whole_stay():
    assert "<hr>\n<p>Text.</p>\n<hr>\n<hr>\n" == html(front("", "***\n\nText.\n\n***\n\n***\n").content.body)


def test_a_teaser_behind_a_link_leaves_with_it():
    parsed = front("", section("You may also like", "- [One](one.md) — how it began\n- Two: [read more](two/)"))

    assert ("articles/one.md", "articles/two/") == parsed.article.further
    assert "<p>Text.</p>\n" == html(parsed.content.body)


def test_full_urls_of_the_site_are_its_addresses():
    lists = "- [One](https://news.example/x/one/)\n- [Two](http://news.example/x/two/#part)"
    parsed = front("", section("Related articles", lists), url="https://news.example/x/")

    assert ("/one/", "/two/") == parsed.article.further


def test_a_line_of_tags_may_stand_below():
    parsed = front("", section("You may also like", "- [One](one.md)", after="Tags: health, law"))

    assert (("articles/one.md",), ("health", "law")) == (parsed.article.further, parsed.article.meta.tags)


@pytest.mark.parametrize(
    "title", ["Lees ook", "Przeczytaj także", "您可能还喜欢", "関連記事", "Читайте также", "Läs också"]
)
def test_further_reading_has_a_title_in_the_language(title):
    assert ("articles/one.md",) == front("", section(title, "- [One](one.md)")).article.further


@pytest.mark.parametrize(
    "lines",
    [
        '<ul>\n<li><a class="x" href="one.md">One</a></li>\n<li><a href="two/">Two</a> (new)</li>\n</ul>',
        "<p><a href='one.md'><b>One</b></a><br>\n<a href='two/'>Two</a> &ndash; more</p>",
        '<div><a href="one.md"><img src="a.png" alt=""><h3>One</h3><p>Of it.</p></a>\n<a href="two/">Two</a></div>',
    ],
)
def test_lines_of_raw_html_are_a_list(lines):
    parsed = front("", section("You may also like", lines))

    assert ("articles/one.md", "articles/two/") == parsed.article.further
    assert "<p>Text.</p>\n" == html(parsed.content.body)


def test_a_script_behind_the_list_stays_alone():
    parsed = front("", section("You may also like", "- [One](one.md)\n\n<script>fill()</script>"))

    assert ("articles/one.md",) == parsed.article.further
    assert "<p>Text.</p>\n<script>fill()</script>\n" == html(parsed.content.body)


def test_a_comment_above_the_list_says_nothing():
    parsed = front("", section("You may also like", "<!-- related -->\n\n- [One](one.md)"))

    assert (("articles/one.md",), "<p>Text.</p>\n") == (parsed.article.further, html(parsed.content.body))


def test_titles_may_have_marks_and_a_day_behind_them():
    titles = '- *One: a test* (2 May 2026)\n- "Two"\n- [[three|The third]]\n- *Four* by News Desk\n'
    parsed = front("", section("You may also like", titles))

    assert ("One: a test", "Two", "three", "Four") == parsed.article.named
    assert () == parsed.article.diagnostics


@pytest.mark.parametrize("title", ["You may also like", "Comments"])
@pytest.mark.parametrize("place", ["{{ related_posts }}", "{% comments %}", "[To be added by the editor]"])
def test_what_a_template_would_fill_leaves_with_its_heading_and_is_told(title, place):
    parsed = front("", section(title, place))

    assert "<p>Text.</p>\n" == html(parsed.content.body)
    (told,) = parsed.article.diagnostics
    assert ("parse/placeholder", f'nothing fills in "{place}", so it is left out with its heading') == (
        told.code,
        told.message,
    )
    assert place in html(front("", section("Results", place)).content.body)


def test_headings_of_raw_html_are_above_further_reading_and_comments():
    further = '<h2 class="x">You may also like</h2>\n\n<ul><li><a href="one.md">One</a></li></ul>'
    parsed = front("", f"Text.\n\n{further}\n\n<h2>Comments</h2>\n<p>No comments yet.</p>\n")

    assert ("articles/one.md",) == parsed.article.further
    assert "<p>Text.</p>\n" == html(parsed.content.body)


@pytest.mark.parametrize("frame", ["section", "div", "aside"])
def test_a_frame_of_raw_html_may_be_around_further_reading_and_comments(frame):
    listed = '<h2>You may also like</h2>\n<ul>\n<li><a href="one.md">One</a></li>\n</ul>'
    framed = f'<{frame} class="x">\n{{}}\n</{frame}>'
    parsed = front("", f"Text.\n\n{framed.format(listed)}\n\n{framed.format('<h2>Comments</h2>')}\n")

    assert "<p>Text.</p>\n" == html(parsed.content.body)
    assert ("articles/one.md",) == parsed.article.further
    said = framed.format("<h2>Comments</h2>\n<p>We answer.</p>")
    kept = html(front("", f"Text.\n\n{said}\n").content.body)
    assert "Comments</h2>\n<p>We answer.</p>" in kept


def test_two_frames_in_a_row_are_none():
    listed = '<div><h2>You may also like</h2>\n<ul><li><a href="one.md">One</a></li></ul></div>'
    parsed = front("", f"Text.\n\n{listed}\n<div>We thank the lab.</div>\n")

    assert "We thank the lab." in html(parsed.content.body)


def test_such_a_heading_above_anything_else_stays_as_it_is():
    body = html(front("", 'Text.\n\n<h2 class="x">Read more</h2>\n<p>Words.</p>\n').content.body)

    assert 'class="x">Read more</h2>\n<p>Words.</p>' in body


@pytest.mark.parametrize("title", ["## Leave a reply", "<h2>Leave a Reply</h2>"])
def test_a_form_that_sends_nothing_leaves(title):
    form = '<form action="#">\n<textarea></textarea>\n<button>Post</button>\n</form>'
    sending = form.replace("#", "/comments")

    assert "<p>Text.</p>\n" == html(front("", f"Text.\n\n{title}\n\n{form}\n").content.body)
    assert "<form" in html(front("", f"Text.\n\n{title}\n\n{sending}\n").content.body)
    assert "<form" in html(front("", f"Text.\n\n## A form\n\n{form}\n").content.body)


@pytest.mark.parametrize(
    "line",
    [
        "*Be the first to comment.*",
        "Aucun commentaire pour le moment.",
        "No comments yet.",
        "[Comment form here]",
        "Noch keine Kommentare.",
        "暂无评论",
        "No comments yet. Start the discussion!",
        "*No comments so far.*",
        "_Sign in to leave a comment._",
        "Log in or sign up to comment.",
        "Be the first to comment on this article!",
        "*Be the first to share your thoughts!*",
        "> No comments yet.",
        "- No comments yet.",
        "<p>No comments yet.</p>",
        "Leave a reply",
        "*Comments will be displayed here.*",
        "(Reader comments go here.)",
        "*Sei der Erste, der kommentiert!*",
        "Noch keine Kommentare. Schreiben Sie den ersten!",
        "Aún no hay comentarios. ¡Sé el primero!",
    ],
)
def test_what_stands_for_comments_that_nobody_wrote_leaves(line):
    assert "<p>Text.</p>\n" == html(front("", section("Comments", line)).content.body)
    assert "<p>Text.</p>\n" == html(front("", section("Kommentare (0)", line)).content.body)
    assert "<p>Text.</p>\n" == html(front("", f"Text.\n\n**Comments**\n\n{line}\n").content.body)


BOX = '<section id="c">\n<h2>Comments</h2>\n<p>No comments yet.</p>\n</section>'


@pytest.mark.parametrize(
    "box",
    [
        BOX,
        "<div><h3>Kommentare</h3> Noch keine Kommentare</div>",
        "> 💬 **Comments**\n>\n> *No comments yet. Be the first!*",
        "**Comments (0)** — Be the first to comment.",
    ],
)
def test_raw_html_that_says_so_leaves_as_well(box):
    assert "<p>Text.</p>\n" == html(front("", f"Text.\n\n{box}\n").content.body)
    assert "Comments by us" in html(front("", f"Text.\n\n{BOX.replace('Comments', 'Comments by us')}").content.body)


def test_the_heading_above_what_a_script_would_fill_leaves():
    box = '<div id="thread"></div>\n<script>fill()</script>\n<noscript>Please allow scripts.</noscript>'

    assert "Comments" not in html(front("", section("Comments", box)).content.body)
    assert "Comments" in html(front("", section("Comments", '<iframe src="https://a.example"></iframe>')).content.body)


@pytest.mark.parametrize(
    "line",
    ["No comments yet. Do you agree?", "No comments. The ministry was asked twice.", "(What do your comments say?)"],
)
def test_a_line_that_says_more_than_that_stays(line):
    assert line in html(front("", section("Comments", line)).content.body)


@pytest.mark.parametrize("line", ["*Comments section*", "**Comments:** 0", "💬 Comments: 0"])
def test_a_line_at_the_end_may_say_where_they_would_be(line):
    assert "<p>Text.</p>\n" == html(front("", f"Text.\n\n---\n\n{line}\n").content.body)


def test_what_calls_to_comment_stays_without_a_heading_that_the_page_has():
    body = html(front("", section("Comments", "Do you agree? Tell us below.")).content.body)

    assert "<p>Text.</p>\n<p>Do you agree? Tell us below.</p>\n" in body
    assert "Comments" not in body


def test_what_calls_to_comment_below_a_heading_that_says_so_stays():
    body = html(front("", section("Join the conversation", "Do you agree? Tell us below.")).content.body)

    assert "Join the conversation</h2>\n<p>Do you agree? Tell us below.</p>\n" in body


@pytest.mark.parametrize(
    "row", ["🔗 **You may also like:** [One](one.md) · [Two](two/)", "**Related**: [One](one.md) | [Two](two/)"]
)
def test_a_row_of_links_behind_a_title_in_bold_is_taken(row):
    parsed = front("", f"Text.\n\n{row}\n\nMore.\n")

    assert ("articles/one.md", "articles/two/") == parsed.article.further
    assert "<p>Text.</p>\n<p>More.</p>\n" == html(parsed.content.body)


@pytest.mark.parametrize(
    "row",
    [
        "**Related:** see [one](one.md) and [two](two/)",
        "**One:** [one](one.md)",
        "**Related:** [x](https://a.example/)",
    ],
)
def test_a_row_that_says_more_stays(row):
    assert () == front("", f"Text.\n\n{row}\n").article.further


@pytest.mark.parametrize("below", ["Thank you for reading.", "> We were given the lamp.\n> Nobody paid us."])
def test_what_stands_below_a_list_is_said_of_none_of_its_articles(below):
    parsed = front("", f"Text.\n\n## Related articles\n\n- [One](one.md)\n\n  How it began.\n\n{below}\n")

    assert below.rpartition("\n")[2].lstrip("> ") in html(parsed.content.body)


def test_comments_that_a_text_speaks_of_stay():
    line = "Comments: no comments came from the ministry."

    assert line in html(front("", f"Text.\n\n{line}\n").content.body)


def test_what_thanks_readers_below_a_list_stays_alone():
    thanks = "Thanks for reading! Subscribe for more."
    parsed = front("", section("Read next", f"- [One](one.md)\n\n{thanks}"))

    assert ("articles/one.md",) == parsed.article.further
    assert f"<p>Text.</p>\n<p>{thanks}</p>\n" == html(parsed.content.body)
    assert () == front("", section("Read next", "- [One](one.md)\n\nIt began with one.")).article.further


@pytest.mark.parametrize("below", ["", "\n---\n\n*You get this by mail.*\n"])
def test_lines_of_links_near_the_end_may_have_a_title_in_bold(below):
    parsed = front("", f"Text.\n\n**Read next:**\n\n[One](one.md)\n[Two](two/)\n{below}")

    assert ("articles/one.md", "articles/two/") == parsed.article.further
    assert () == front("", f"Text.\n\n**Read next:**\n\nAll of [one](one.md).\n{below}").article.further


@pytest.mark.parametrize(
    "lines",
    [
        "[What it is\t1](#what-it-is)\n\n[**2\\. How it came\t12**](#how)",
        "- [What it is 1](#_Toc1)\n- [How it came 12](#_Toc2)",
    ],
    ids=["in a line each", "in a list"],
)
def test_contents_with_the_numbers_of_pages_leave_without_a_heading(lines):
    sections = "## What it is\n\nText.\n\n## How it came\n\nText.\n"
    parsed = front("", f"Lead.\n\n{lines}\n\n{sections}")

    titled = front("", f"Lead.\n\n**Table of Contents**\n\n{lines}\n\n{sections}")

    assert html(front("", f"Lead.\n\n{sections}").content.body) == html(parsed.content.body)
    assert html(parsed.content.body) == html(titled.content.body)
    assert () == parsed.article.diagnostics


@pytest.mark.parametrize(
    "lines", ["- [One](#one)\n- [Two](#two)", "[One](#one 1)", "- [One 1](#one)\n- [Three 2](#two)"]
)
def test_other_links_to_headings_stay(lines):
    assert "#one" in html(front("", f"{lines}\n\n## One\n\n## Two\n").content.body)


def test_a_paragraph_that_says_contents_above_a_list_of_them_leaves():
    parsed = front("", "Lead.\n\nTable of Contents\n\n- [One](#x_One)\n\n## One\n\nText.\n")

    assert '<p>Lead.</p>\n<h2 id="one">One</h2>\n<p>Text.</p>\n' == html(parsed.content.body)


@pytest.mark.parametrize("above", ["<!-- A remark. -->\n\n<div>\n[One](#one)\n</div>", "---\n\n<div>[One](#one)</div>"])
def test_a_list_of_contents_in_raw_html_stays(above):
    assert "[One](#one)" in html(front("", f"{above}\n\n## One\n\nText.").content.body)


@pytest.mark.parametrize(
    ("end", "listed"),
    [
        ("You May Also Like\n\nOne file\nTwo files", 2),
        ("**You May Also Like**\n\nOne file\n\nTwo files\n\nComments", 2),
        ("You may also like\n\nOne file\n\nTwo files\n\n💬 Comments\n\nNo comments yet.", 2),
        ("Comments (0)", 0),
    ],
)
def test_lines_of_plain_text_at_the_end_may_be_titles_of_such_sections(end, listed):
    parsed = front("", f"Text.\n\n{end}\n")

    assert "<p>Text.</p>\n" == html(parsed.content.body)
    assert ("One file", "Two files")[:listed] == parsed.article.named


@pytest.mark.parametrize(
    "end",
    [
        "You may also like\n\nIt was late.\n\nNobody left.",
        "You may also like\n\nOne file\n\nTwo files were found.",
        "Comments\n\nThey were few.",
        "They were asked.\n\nNo comments.",
        "One more thing.\n\nLeave a comment!",
    ],
)
def test_the_same_lines_above_prose_stay(end):
    assert end.count("\n\n") + 2 == html(front("", f"Text.\n\n{end}\n").content.body).count("<p>")


@pytest.mark.parametrize(
    "picture", ['{{< figure src="/a.png" alt="A" >}}', '{% include figure.html src="/a.png" alt="A" %}']
)
def test_a_line_below_a_picture_in_a_quote_is_no_title_of_a_section(picture):
    shown = html(front("", f"> One\n> {picture}\n> Related articles\n").content.body)

    assert "<p>Related articles</p>\n</blockquote>\n" in shown


@pytest.mark.parametrize(
    "form",
    [
        "Name:\n\nEmail:\n\nComment:",
        "Your email address will not be published. Required fields are marked *\n\nComment *\n\nName *\n\nPost Comment",
        "*Comments section placeholder*",
    ],
)
def test_a_form_that_is_no_more_than_words_leaves(form):
    assert "<p>Text.</p>\n" == html(front("", section("Leave a comment", form)).content.body)
    assert "Jury" in html(front("", section("Leave a comment", f"{form}\n\nJury")).content.body)


@pytest.mark.parametrize(
    "further",
    [
        "**You may also like:** [One](#) | [Two](#)",
        "## You may also like\n\n- [One](https://example.com/one)\n- [Two](https://www.yourwebsite.com/two)",
    ],
)
def test_links_that_can_only_be_examples_lead_nowhere(further):
    parsed = front("", f"Text.\n\n{further}\n")

    assert ("One", "Two") == parsed.article.named
    assert "<p>Text.</p>\n" == html(parsed.content.body)
    assert ["parse/placeholder"] == [found.code for found in parsed.article.diagnostics]


@pytest.mark.parametrize("place", ["[Article 1: One]\n[Article 2: Two]", "*(Insert related posts here)*"])
def test_places_for_articles_that_nobody_has_filled_leave(place):
    parsed = front("", section("You may also like", place))

    assert "<p>Text.</p>\n" == html(parsed.content.body)
    assert ["parse/placeholder"] == [found.code for found in parsed.article.diagnostics]


@pytest.mark.parametrize(
    "form",
    [
        "Name:\nEmail:\nYour comment:\n[Post comment]",
        "Your Name (required)\nYour Email (required)\nYour Comment\nSubmit",
        "- Name:\n- Email:\n- Comment: ____",
        "Name | Email | Comment",
        "*End of article*",
    ],
)
def test_a_form_may_be_lines_of_one_paragraph_or_a_list(form):
    assert "<p>Text.</p>\n" == html(front("", section("Comments", form)).content.body)


@pytest.mark.parametrize("said", ["Name: Jane\nComment: I like it.", "- Name: Jane\n- Comment: No.", "Name: the word"])
def test_lines_that_are_filled_in_are_no_form(said):
    assert "Name: " in html(front("", section("Comments", said)).content.body)


@pytest.mark.parametrize(
    "listed",
    [
        "> You may also like\n>\n> - [One](one.md)\n> - [Two](two/)",
        "> ### You may also like\n> [One](one.md)\n>\n> [Two](two/)",
        "> **You may also like:** [One](one.md), [Two](two/)",
        "*You may also like:* [One](one.md), [Two](two/)",
        '<p><i>You may also like</i></p>\n<ul>\n<li><a href="one.md">One</a></li>\n<li><a href="two/">Two</a></li>\n</ul>',
        '<p>You may also like:</p>\n\n<ul><li><a href="one.md">One</a></li><li><a href="two/">Two</a></li></ul>',
        '## You may also like\n\n<div class="cards">\n\n- [One](one.md)\n- [Two](two/)\n\n</div>',
        "## You may also like section\n\n- [One](one.md)\n- [Two](two/)",
        "## You may also like\n\n### [One](one.md)\n\n### [Two](two/)",
        "## You may also like\n\n- [One](one.md)\u200b\n- [Two](two/)\n\n\u200b",
        '## You may also like\n\n<table><tr><td><a href="one.md">One</a></td><td><a href="two/">Two</a></td></tr></table>',
    ],
)
def test_further_reading_may_stand_in_something_else(listed):
    parsed = front("", f"Text.\n\n{listed}\n\n## More\n\nText.\n")

    assert ("articles/one.md", "articles/two/") == parsed.article.further
    assert '<p>Text.</p>\n<h2 id="more">More</h2>\n<p>Text.</p>\n' == html(parsed.content.body)
    assert () == parsed.article.diagnostics


def test_titles_in_a_quote_are_taken_and_what_a_quote_tells_stays():
    parsed = front("", "> You may also like\n>\n> - What Weights Are\n> - Ten Years\n\nText.\n")
    assert (("What Weights Are", "Ten Years"), "<p>Text.</p>\n") == (parsed.article.named, html(parsed.content.body))

    for said in (
        "what you do not know yet.",
        "- long walks\n> - rain, which I never heard of.",
        "Read [one](one.md) first.",
    ):
        parsed = front("", f"> You may also like\n>\n> {said}\n\nText.\n")
        assert ((), ()) == (parsed.article.further, parsed.article.diagnostics)
        assert html(parsed.content.body).startswith("<blockquote>\n<p>You may also like</p>\n")


def test_raw_html_below_a_title_that_says_more_stays_as_it_is():
    written = '<p>You may also like</p>\n<ul>\n<li><a href="https://example.org/">One</a></li>\n</ul>\n'

    assert written == html(front("", written).content.body)


def test_cards_of_further_reading_may_have_teasers_that_lead_there_again():
    card = "[![A](a.png)]({0})\n\n**[One]({0})**\n\nHow it works. [Read more →]({0})\n\n"
    parsed = front("", section("You may also like", card.format("one.md") + card.format("two.md")))
    assert {"articles/one.md", "articles/two.md"} == {*parsed.article.further}
    assert "<p>Text.</p>\n" == html(parsed.content.body)

    for said in ("How it works. [Read more](two.md)", "It is not what [they say](one.md)"):
        body = html(front("", section("You may also like", f"[One](one.md)\n\n{said}")).content.body)
        assert '<h2 id="you-may-also-like">' in body


def test_a_byline_may_end_what_further_reading_stands_in():
    parsed = front("", section("You may also like", "- [One](one.md)\n\nby Chief Editor"))

    assert (("Chief Editor",), ("articles/one.md",)) == (parsed.article.meta.authors, parsed.article.further)
    assert "<p>Text.</p>\n" == html(parsed.content.body)
