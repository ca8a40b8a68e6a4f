"""Cases of faq, as texts."""

import pytest
from tests.kit.cases import every_case
from tests.kit.parsing import front, html, shown


@every_case("faq", beside=__file__)
def test_case(case):
    case.expect(shown(case.input))


@pytest.mark.parametrize(
    "title",
    [
        "Questions our readers ask",
        "Five questions about ladders",
        "You asked, we answered",
        "Answers to your questions",
        "Readers’ Q and A",
        "Häufige Fragen und Antworten",
        "Preguntas y respuestas",
        "Got questions? We have answers.",
    ],
)
def test_more_titles_may_stand_above_questions(title):
    parsed = front("", f"## {title}\n\nQ: Why?\n\nA: So.\n\nQ: How?\n\nA: Like this.\n")

    assert ["Why?", "How?"] == [faq.question for faq in parsed.content.faqs]
    assert f"{title}</h2>" in html(front("", f"## {title}\n\nNobody knows.\n").content.body)


@pytest.mark.parametrize(
    "title",
    [
        "FAQ corner",
        "Commonly asked questions",
        "FAQ về kho lưu trữ",
        "FAQs for editors",
        "FAQ rund um Lizenzen",
        "FAQ sulla licenza",
    ],
)
def test_a_title_may_say_what_the_questions_are_about(title):
    parsed = front("", f"## {title}\n\n### Why?\n\nSo.\n")

    assert ["Why?"] == [faq.question for faq in parsed.content.faqs]


def test_terms_that_ask_make_questions_of_definitions():
    parsed = front("", "## Q&A section\n\n**Which first?**\n: This.\n\n## Q&A of terms\n\nWeight\n: A number.\n")

    assert ["Which first?"] == [faq.question for faq in parsed.content.faqs]
    assert "<dt>Weight</dt>" in html(parsed.content.body)


def test_a_title_that_says_no_more_than_questions_stays_above_an_interview():
    parsed = front("", "## Questions for the minister\n\n**Why?** So.\n\n**How?** Like this.\n")

    assert () == tuple(parsed.content.faqs)


def test_an_escaped_sign_may_end_the_mark_of_a_question():
    parsed = front("", "## FAQ\n\n### **Q1\\. Why?**\n\nSo.\n\n### **Q2\\. How?**\n\nLike this.\n")

    assert ["Why?", "How?"] == [faq.question for faq in parsed.content.faqs]


def test_a_button_without_words_is_no_part_of_an_answer():
    box = (
        '<div class="toggle"><div><h4>Why?</h4><button class="open"><svg><path d="M1"></path></svg></button></div>'
        "<div><p>So.</p></div></div>\n"
    )
    parsed = front("", f"## FAQ\n\n{box}\n{box.replace('Why', 'How')}")

    assert ["Why?", "How?"] == [faq.question for faq in parsed.content.faqs]
    assert "button" not in html(parsed.content.faqs[0].answer)


def test_a_question_to_the_readers_above_a_call_to_comment_is_no_part_of_an_answer():
    asked = "## FAQ\n\nQ: Why?\nA: So.\n\nQ: How?\nA: Like this.\n\n"
    body = f"{asked}What about you?\n\nTell us in the comments.\n"
    kept = f"{asked}What about you?\n\nThat depends.\n"

    assert "<p>Like this.</p>" == html(front("", body).content.faqs[1].answer).strip()
    assert "What about you?" in html(front("", kept).content.faqs[1].answer)


@pytest.mark.parametrize(
    "line",
    [
        "If you enjoyed this article, please pass it on.",
        "Happy building!",
        "© 2026 The publication. All rights reserved.",
        "Which of them do you use? We'd love to know!",
        "Over to you! How has it been?",
        "Got a question we didn't answer? Ask it below.",
        "¿Y tú? ¿Lo has probado?",
        "Teilen Sie Ihre Erfahrungen mit uns.",
        "Qu'en pensez-vous ? Donnez votre avis.",
        "E você, o que acha?",
        "E tu che ne pensi? Dicci la tua.",
        "Что думаете? Поделитесь мнением.",
        "ご意見をお聞かせください。",
        "你怎么看？",
        "여러분의 생각을 들려주세요.",
        "ما رأيك؟ شاركنا.",
        "आपकी क्या राय है?",
    ],
)
def test_what_is_said_to_readers_behind_the_last_answer_is_none(line):
    parsed = front("", f"## FAQ\n\n### Why?\n\nSo.\n\n### How?\n\nLike this.\n\n{line}\n")

    assert "<p>Like this.</p>\n" == html(parsed.content.faqs[1].answer)
    assert f"<p>{line}</p>" in html(parsed.content.body)


def test_an_answer_may_address_its_reader():
    parsed = front("", "## FAQ\n\n### Who?\n\nYou.\n\nStay tuned to the alarm.\n\nThen wait.\n\n---\n\nStay tuned!\n")

    assert "<p>You.</p>\n<p>Stay tuned to the alarm.</p>\n<p>Then wait.</p>" in html(parsed.content.faqs[0].answer)
    assert "<p>Stay tuned!</p>" in html(parsed.content.body)


@pytest.mark.parametrize("title", ["Wrapping up", "The bottom line", "In conclusion", "Zusammenfassung", "En résumé"])
def test_a_heading_that_ends_the_article_is_no_question(title):
    text = "## FAQ\n\n### Why?\n\nSo.\n\n### How?\n\nLike this.\n\n### {}\n\nIt is so.\n"
    parsed = front("", text.format(title))

    assert ["Why?", "How?"] == [faq.question for faq in parsed.content.faqs]
    assert "<p>It is so.</p>" in html(parsed.content.body)
    assert "Newsletter" == front("", text.format("Newsletter")).content.faqs[2].question


def test_headings_that_ask_behind_an_empty_section_of_their_level_are_its_questions():
    text = "## FAQ\n\n## Why?\n\nSo.\n\n### In detail\n\nMore.\n\n## How?\n\nLike this.\n\n## {}\n\nText.\n"
    parsed = front("", text.format("Sources of heat"))

    assert ["Why?", "How?"] == [faq.question for faq in parsed.content.faqs]
    assert '<h2 id="sources-of-heat">Sources of heat</h2>\n<p>Text.</p>' in html(parsed.content.body)
    assert () == front("", text.format("End").replace("How?", "How so")).content.faqs, "one may be a section"
    assert () == front("", text.format("End").replace("FAQ\n", "FAQ\n\nNone yet.\n")).content.faqs
    more = front("faq:\n- {q: Where?, a: Here.}", text.format("Sources of heat"))
    assert ["Where?", "Why?", "How?"] == [faq.question for faq in more.content.faqs]


@pytest.mark.parametrize("end", ["<br>", "<br />\n", " "])
def test_questions_in_bold_may_be_answered_in_their_paragraph_of_raw_html(end):
    asked = f"<p><strong>Why?</strong>{end}So.</p>\n<p class='x'><b>How?</b>{end}Like <i>this</i>.</p>"
    parsed = front("", f"## FAQ\n\n{asked}\n<p>More.</p>\n")

    assert [("Why?", "So."), ("How?", "Like <i>this</i>.")] == [
        (faq.question, html(faq.answer).split("<p>")[1].removesuffix("</p>\n").strip()) for faq in parsed.content.faqs
    ]
    assert "<p>More.</p>" in html(parsed.content.faqs[1].answer)


def test_items_of_a_raw_list_may_be_questions_with_their_answers():
    items = "<ul>\n<li><strong>Why?</strong> So.</li>\n<li><b>How?</b><br>Like <i>this</i>.</li>\n</ul>"
    parsed = front("", f"## FAQ\n\n{items}\n\nText.\n")

    assert ["Why?", "How?"] == [faq.question for faq in parsed.content.faqs]
    assert "Like <i>this</i>." in html(parsed.content.faqs[1].answer)
    assert "<li>" not in html(parsed.content.body)


def test_titles_of_accordions_may_be_links():
    item = (
        '<div class="accordion-item"><div class="tab"><a class="elementor-accordion-title" tabindex="0">{}</a></div>'
        '<div class="tab-content"><p>{}</p></div></div>'
    )
    items = f"{item.format('Why?', 'So.')}{item.format('How?', 'Like this.')}"
    parsed = front("", f'## FAQ\n\n<div class="elementor-accordion">{items}</div>\n\nText.\n')

    assert ["Why?", "How?"] == [faq.question for faq in parsed.content.faqs]
    assert "<p>Like this.</p>" in html(parsed.content.faqs[1].answer)
    assert "tabindex" not in html(parsed.content.body)


def test_bold_in_an_answer_of_raw_html_is_no_question():
    asked = "<h3>Why?</h3>\n<p><b>Why not?</b> So.</p>\n<p><b>And then?</b> Nothing.</p>\n"

    assert ["Why?"] == [faq.question for faq in front("", f"## FAQ\n\n{asked}").content.faqs]
    assert () == front("", "## FAQ\n\n<p><b>Why?</b> One question alone is emphasis.</p>\n").content.faqs


@pytest.mark.parametrize("said", ["The desk had asked “why not?”", "It helps (who does not want help?)"])
def test_an_answer_may_cite_a_question(said):
    parsed = front("", f"## FAQ\n\nWhy?\n\n{said}\n\n“How?”\n\nLike this.\n")

    assert ["Why?", "“How?”"] == [faq.question for faq in parsed.content.faqs]
    assert f"<p>{said}</p>\n" == html(parsed.content.faqs[0].answer)


def test_a_sign_before_each_answer_leaves():
    parsed = front("", "## FAQ\n\n**Why?**\n✅ So.\n\n**How?**\n✅ Like this.\n")
    mixed = front("", "## FAQ\n\n**Why?**\n✅ So.\n\n**How?**\n❌ Not like this.\n")

    assert ["<p>So.</p>\n", "<p>Like this.</p>\n"] == [html(faq.answer) for faq in parsed.content.faqs]
    assert ["<p>✅ So.</p>\n", "<p>❌ Not like this.</p>\n"] == [html(faq.answer) for faq in mixed.content.faqs]


@pytest.mark.parametrize(
    ("question", "answer"),
    [("Question {}", "### Answer"), ("Q{}:", "### A{}"), ("Frage {}", "#### Antwort"), ("Question #{}", "")],
)
def test_headings_that_only_count_questions_give_way_to_them(question, answer):
    def entry(number, asked, said):
        return f"### {question.format(number)}\n\n{asked}\n\n{answer.format(number)}\n\n{said}\n\n"

    text = f"## FAQ\n\n{entry(1, 'Why?', 'So.')}{entry(2, 'How *much*?', 'Little.')}## After\n\nText.\n"
    parsed = front("", text)

    assert ["Why?", "How much?"] == [faq.question for faq in parsed.content.faqs]
    assert ["<p>So.</p>\n", "<p>Little.</p>\n"] == [html(faq.answer) for faq in parsed.content.faqs]


def test_headings_that_count_above_what_asks_nothing_stay():
    parsed = front("", "## FAQ\n\n### Question 1\n\nThe first one is easy.\n\n### Question 2\n\nWhy?\n\nSo.\n")

    assert ["Question 1", "Question 2"] == [faq.question for faq in parsed.content.faqs]
