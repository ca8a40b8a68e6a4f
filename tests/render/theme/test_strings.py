from datetime import date

import pytest
from tests.kit.parsing import read
from tests.kit.theming import theme

from sitegen.render.theme.closure import read_template
from sitegen.render.theme.faults import TemplateError
from sitegen.render.theme.filters import long_date, short_date
from sitegen.render.theme.filters import month as named_month
from sitegen.render.theme.strings import direction, read_strings

LANGUAGES = [
    *("ar", "cs", "da", "de", "en", "es", "fa", "fr", "he", "hi", "id", "it", "ja", "ko", "nl", "pl"),
    *("pt-pt", "pt", "ru", "sv", "tr", "uk", "vi", "zh-hant", "zh"),
]
ENGLISH = 'a = "A"\nb = "B {x}"\nn = "{count} n"\nn_one = "one n"\n[dates]\nmonths = ["January"]\ndate = "{month}"\nthousands = ","\n'


def words(root, language, *rungs):
    return read_strings(language, theme(root, *rungs), lambda file: read_template(file, root))


@pytest.mark.parametrize(
    ("language", "read"),
    [
        ("en", "ltr"),
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("he", "rtl"),
        ("fa", "rtl"),
        ("az-Arab", "rtl"),
        ("ur-Latn", "ltr"),
        ("ha", "ltr"),
        ("ha-Arab-NG", "rtl"),
        ("sd-Deva", "ltr"),
        ("ff-Adlm", "rtl"),
        ("nqo", "rtl"),
        ("pnb", "rtl"),
    ],
)
def test_a_language_is_read_as_its_script_or_its_usual_one_is(language, read):
    assert read == direction(language)


def test_what_a_language_does_not_say_is_said_in_english_but_dates_never(tmp_path):
    german = words(tmp_path, "de", ("default", {"strings/en.toml": ENGLISH, "strings/de.toml": 'a = "Ä"'}))

    assert ("Ä", "B 1") == (german.say("a", {}), german.say("b", {"x": "1"}))
    assert ((), {}) == (german.months, german.formats)


def test_a_region_says_what_differs_from_its_language(tmp_path):
    files = {"strings/en.toml": ENGLISH, "strings/pt.toml": 'a = "P"\nb = "Q"', "strings/pt-br.toml": 'b = "R"'}
    brazilian = words(tmp_path, "pt-BR", ("default", files))

    assert ("P", "R") == (brazilian.say("a", {}), brazilian.say("b", {}))


def test_a_country_says_what_the_script_or_the_country_says_that_it_writes_as(tmp_path):
    chinese = {
        "strings/zh.toml": 'a = "简"\nb = "乙"',
        "strings/zh-hant.toml": 'a = "繁"',
        "strings/zh-hk.toml": 'b = "港"',
    }
    rung = ("default", {"strings/en.toml": ENGLISH, **chinese})

    assert [("简", "乙"), ("简", "乙"), ("繁", "乙"), ("繁", "乙"), ("繁", "港")] == [
        tuple(words(tmp_path, tag, rung).say(key, {}) for key in ("a", "b"))
        for tag in ("zh", "zh-CN", "zh-TW", "zh-Hant-TW", "zh-HK")
    ]


def test_a_site_changes_single_words(tmp_path):
    own = words(tmp_path, "en", ("site", {"strings/en.toml": 'a = "mine"'}), ("default", {"strings/en.toml": ENGLISH}))

    assert ("mine", "B 2", ("January",)) == (own.say("a", {}), own.say("b", {"x": "2"}), own.months)


def test_one_has_words_of_its_own_and_an_unknown_text_none(tmp_path):
    english = words(tmp_path, "en", ("default", {"strings/en.toml": ENGLISH}))

    assert ("one n", "2,000 n", "0 n") == tuple(english.say("n", {"count": count}) for count in (1, 2000, 0))
    assert english.say("nope", {}) is None


def test_a_language_has_the_forms_that_it_needs(publish):
    site = publish("-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n")
    arabic, hebrew = site.press.strings("ar"), site.press.strings("he")

    assert ["لا مقالات", "مقال واحد", "مقالان", "3 مقالات", "11 مقالًا", "100 مقال", "1,203 مقالات"] == [
        arabic.say("articles_count", {"count": count}) for count in (0, 1, 2, 3, 11, 100, 1203)
    ]
    assert ["دقيقتان للقراءة", "8 دقائق للقراءة", "12 دقيقة للقراءة"] == [
        arabic.say("minutes", {"count": count}) for count in (2, 8, 12)
    ]
    assert ["לפני יומיים", "לפני 3 ימים"] == [hebrew.say("days_ago", {"count": count}) for count in (2, 3)]


@pytest.mark.parametrize(
    ("language", "articles", "days"),
    [
        ("pl", "1 artykuł, 2 artykuły, 5 artykułów, 12 artykułów, 21 artykułów, 22 artykuły", "2 dni temu, 5 dni temu"),
        ("ru", "1 статья, 2 статьи, 5 статей, 12 статей, 21 статья, 22 статьи", "2 дня назад, 5 дней назад"),
        ("uk", "1 стаття, 2 статті, 5 статей, 12 статей, 21 стаття, 22 статті", "2 дні тому, 5 днів тому"),
        ("cs", "1 článek, 2 články, 5 článků, 12 článků, 21 článků, 22 článků", "Před 2 dny, Před 5 dny"),
    ],
)
def test_slavic_nouns_take_the_form_of_their_number(publish, language, articles, days):
    own = publish("-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n").press.strings(language)

    assert articles.split(", ") == [own.say("articles_count", {"count": count}) for count in (1, 2, 5, 12, 21, 22)]
    assert days.split(", ") == [own.say("days_ago", {"count": count}) for count in (2, 5)]
    assert all(f": {count}" in own.say("search_results", {"count": count}) for count in (1, 2, 5, "{count}"))


@pytest.mark.parametrize(
    ("language", "long", "short", "month"),
    [
        ("it", "1º novembre 2026", "1º nov 2026", "novembre 2026"),
        ("pt-BR", "1º de novembro de 2026", "1º nov. 2026", "novembro de 2026"),
        ("pt-PT", "1 de novembro de 2026", "1 nov. 2026", "novembro de 2026"),
        ("nl", "1 november 2026", "1 nov. 2026", "november 2026"),
        ("pl", "1 listopada 2026", "1 lis 2026", "Listopad 2026"),
        ("tr", "1 Kasım 2026", "1 Kas 2026", "Kasım 2026"),
        ("ru", "1 ноября 2026", "1 нояб. 2026", "Ноябрь 2026"),
        ("uk", "1 листопада 2026", "1 лист. 2026", "Листопад 2026"),
        ("ja", "2026年11月1日", "2026年11月1日", "2026年11月"),
        ("zh-TW", "2026年11月1日", "2026年11月1日", "2026年11月"),
        ("sv", "1 november 2026", "1 nov. 2026", "november 2026"),
        ("da", "1. november 2026", "1. nov. 2026", "november 2026"),
        ("cs", "1. listopadu 2026", "1. 11. 2026", "Listopad 2026"),
    ],
)
def test_dates_are_written_as_newspapers_of_the_language_write_them(publish, language, long, short, month):
    own = publish("-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n").press.strings(language)
    day = date(2026, 11, 1)

    assert (long, short, month) == (long_date(day, own), short_date(day, own), named_month(day, own))


def test_the_english_form_of_a_text_ends_where_a_language_has_its_own_text(tmp_path):
    files = {"strings/en.toml": ENGLISH, "strings/ja.toml": 'n = "{count}本"', "strings/ja-jp.toml": 'a = "A"'}
    japanese = words(tmp_path, "ja-JP", ("default", files))

    assert ("1本", "2本") == tuple(japanese.say("n", {"count": count}) for count in (1, 2))


def test_a_language_has_figures_of_its_own(publish):
    persian = publish("-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n").press.strings("fa")

    assert ("۱٬۲۰۳ مقاله", "۲۹ نوامبر ۲۰۲۶") == (
        persian.say("articles_count", {"count": 1203}),
        long_date(date(2026, 11, 29), persian),
    )


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ('dates = "soon"', '"dates" must be a table'),
        ("dates.months = 12", '"dates.months" must be a list of names'),
        ("dates.short_months = [1, 2]", '"dates.short_months" must be a list of names'),
        ('dates.digits = "arab"', '"dates.digits" must be the ten figures, from 0 to 9'),
    ],
)
def test_what_is_no_table_of_dates_is_told_with_its_file(tmp_path, said, message):
    with pytest.raises(TemplateError, match=message) as refused:
        words(tmp_path, "en", ("site", {"strings/en.toml": said}), ("default", {"strings/en.toml": ENGLISH}))

    assert refused.value.diagnostic.span.path.endswith("strings/en.toml")


def test_every_packaged_language_says_what_english_says(publish):
    site = publish("-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n")
    files = sorted(name for name in site.inputs.theme.templates if name.startswith("strings/"))
    english = site.press.strings("en")

    wrong = {}
    for name in files:
        language = site.press.strings(name.removeprefix("strings/").removesuffix(".toml"))
        placeholders = [key for key in english.keys if marks(english.texts[key]) != marks(language.texts[key])]
        if len(language.months) != 12 or len(language.short_months) != 12 or placeholders:
            wrong[name] = placeholders

    assert {} == wrong
    assert [f"strings/{name}.toml" for name in LANGUAGES] == files


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_interface_says_is_understood_in_a_text(publish, language):
    own = publish("-- content/a.md --\n---\ntitle: A\ndate: 2026-11-01\n---\nText.\n").press.strings(language)

    def say(key, **values):
        return own.say(key, values).replace("\N{NO-BREAK SPACE}", " ")

    day, later = (long_date(date(2026, 11, number), own) for number in (20, 22))
    lines = [
        f"# T\n\n{say('by')} Ana Lima | {day} | {say('updated')} {later} | {say('minutes', count=5)}\n\nText.",
        f"## {say('toc')}\n\n- [One](#one)\n- [Two](#two)\n\n## One\n\n1\n\n## Two\n\n2",
        f"## {say('faq')}\n\n### What?\n\nThis.\n\n## {say('related')}\n\n- [Other](other.md)\n\n## {say('comments')}\n",
    ]
    parsed = read("\n\n".join(lines))
    article, content = parsed.article, parsed.content

    assert (("Ana Lima",), 20, 22) == (article.meta.authors, article.meta.date.day, article.meta.updated.day)
    assert ["What?"] == [faq.question for faq in content.faqs]
    assert ("articles/other.md",) == article.further
    assert ["One", "Two", say("faq")] == [
        heading.text.replace("\N{NO-BREAK SPACE}", " ") for heading in content.outline
    ]


def marks(text):
    import re

    return sorted(set(re.findall(r"\{\w+\}", text)))
