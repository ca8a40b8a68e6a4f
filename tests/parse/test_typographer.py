"""Marks of print: which sign becomes which, and where it stays."""

import pytest
from tests.kit.parsing import front, read

from sitegen.parse.syntax.typographer import set_text


def body(text, **options):
    """Return the HTML of a text without holes."""
    return "".join(map(str, read(text, kind="page", **options).content.body.parts))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("""He said "yes" -- and "no".""", "He said “yes” – and “no”."),
        ("""Three---no more---dots...""", "Three—no more—dots…"),
        (""""'Hello,' she said," he wrote.""", "“‘Hello,’ she said,” he wrote."),
        ("It's the writers' room; the '90s, rock 'n' roll.", "It’s the writers’ room; the ’90s, rock ’n’ roll."),
        (""""...and then" a pre-"war" ('single') "a," "b.\"""", "“…and then” a pre-“war” (‘single’) “a,” “b.”"),
        ("""A 12" disc, 6'2" tall, 5' wide.""", """A 12" disc, 6'2" tall, 5' wide."""),
        ('The first paragraph of a "quote that goes on.', "The first paragraph of a “quote that goes on."),
        ('which ends in another."', "which ends in another.”"),
        ("sitegen --help, a ---- b, ../... and .../x, <!-- x -->", "sitegen --help, a ---- b, ../... and .../x, <!-- x -->"),
        ("pages 10--20, ' and \" alone", "pages 10–20, ' and \" alone"),
    ],
)  # fmt: skip
def test_english(written, expected):
    assert expected == set_text(written, "en")


@pytest.mark.parametrize(
    ("language", "written", "expected"),
    [
        ("de-AT", "Er sagte: \"Das ist 'gut', so geht's.\"", "Er sagte: „Das ist ‚gut‘, so geht’s.“"),
        ("de-CH", '"Ja"', "«Ja»"),
        ("fr", 'Il dit "oui" à l\'homme.', "Il dit «\u00a0oui\u00a0» à l’homme."),
        ("nl", "'s Avonds is 't \"goed\".", "’s Avonds is ’t “goed”."),
        ("sv", '"Ja"', "”Ja”"),
        ("ru", "\"Да, 'так'\"", "«Да, „так“»"),
        ("zh", '他说"你好"。"再见"', "他说“你好”。“再见”"),
        ("ja", '彼は"はい"と言った', "彼は「はい」と言った"),
        ("ko", '그는 "안녕"이라고', "그는 “안녕”이라고"),
        ("he", 'צה"ל אמר "שלום"', 'צה"ל אמר ”שלום”'),
        ("xx", '"Yes"', "“Yes”"),
    ],
)
def test_each_language_has_its_marks(language, written, expected):
    assert expected == set_text(written, language)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('The "*open*" model\'s **"weights"**.', "The “<em>open</em>” model’s <strong>“weights”</strong>."),
        ('"[A link](https://a.example/x--y)"\'s end', '“<a href="https://a.example/x--y">A link</a>”’s end'),
        ("`don't`'s", "<code>don't</code>’s"),
        (r"a \"straight\" mark", "a &quot;straight&quot; mark"),
        ("<kbd>'a'</kbd> and <b>'a'</b>", "<kbd>'a'</kbd> and <b>‘a’</b>"),
        ("See https://a.example/it's--here now", ">https://a.example/it's--here</a>"),
        ('{{ call("x") }}', "{{ call(&quot;x&quot;) }}"),
        ("It's a note.[^1]\n\n[^1]: It's here.", "<p>It’s here. <a"),
        ("It's a note.^[It's here.]", "<p>It’s here. <a"),
        ("| A |\n|---|\n| it's |", "<td>it’s</td>"),
    ],
)
def test_only_text_is_set(written, expected):
    assert expected in body(written, typographer=True)


def test_without_the_setting_all_stays():
    assert "<p>It's -- well...</p>" in body("It's -- well...")


def test_all_of_an_article_is_set():
    parsed = front(
        "title: It's \"open\"\ndescription: It's here\nkey_points: [It's a point]\nlanguage: de",
        'Es ist "offen".\n\n## FAQ\n\n### Geht\'s?\n\nEs geht\'s "so".',
        typographer=True,
    )
    meta, faq = parsed.article.meta, parsed.content.faqs[0]

    assert ("It’s „open“", "It’s here", ("It’s a point",)) == (meta.title, meta.description, meta.key_points)
    assert ("Geht’s?", ("<p>Es geht’s „so“.</p>\n",)) == (faq.question, faq.answer.parts)
    assert "geht-s" == faq.id


@pytest.mark.slow
@pytest.mark.timeout(10)
@pytest.mark.parametrize("opening", ["'a ", '"a" ', "'a' ", '"', "'", "... ", "'*a* ", '"[a](b) '])
def test_many_marks_take_no_time(opening):
    body(opening * 10000, typographer=True)
