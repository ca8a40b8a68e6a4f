"""A byline at the top of a text says who wrote it, and when."""

import re

import pytest
from tests.kit.cases import every_case
from tests.kit.parsing import front, html, read, shown


@every_case("byline", beside=__file__)
def test_case(case):
    case.expect(shown(case.input))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("by Chief Editor, November 20, 2026", ["Chief Editor"]),
        ("Written by Ana Lima, Bo Li and Policy Desk · 2026-11-20 · 5 min read", ["Ana Lima", "Bo Li", "Policy Desk"]),
        ("**By Chief Editor** – 20 November 2026", ["Chief Editor"]),
        ("*Published on November 20, 2026 by Chief Editor*", ["Chief Editor"]),
        ("#### by Chief Editor | Nov 20, 2026", ["Chief Editor"]),
        ("**By Chief Editor**\n\n*Published: November 20, 2026 | 7 min read*", ["Chief Editor"]),
        ("November 20, 2026\n\nPublished by Chief Editor", ["Chief Editor"]),
        ("✍️ By Chief Editor | 📅 November 20, 2026 | ⏱️ Reading time: 5 minutes", ["Chief Editor"]),
        ("**Author:** Chief Editor  \n**Date:** 2026-11-20", ["Chief Editor"]),
        ("Von Ana Lima, 20. November 2026", ["Ana Lima"]),
        ("Von Ana Lima\n\n20. November 2026", ["Ana Lima"]),
        ("Von der Redaktion | 20. November 2026", ["Redaktion"]),
        ("Par la rédaction, 20 novembre 2026", ["Rédaction"]),
        ("Av Ana Lima, 20 november 2026", ["Ana Lima"]),
        ("Von Redaktion\n\n20. November 2026", ["Redaktion"]),
        ("Por Ana Lima\n\n2026-11-20", ["Ana Lima"]),
        ("作者：安娜\n\n2026年11月20日", ["安娜"]),
        ("Von Ana Lima und Bo Li, 20. November 2026", ["Ana Lima", "Bo Li"]),
        ("Por Ana Lima y Gil, 20 de noviembre de 2026", ["Ana Lima y Gil"]),
        ("Publié le 20 novembre 2026 par Ana Lima", ["Ana Lima"]),
        ("Por Ana Lima (20 de noviembre de 2026)", ["Ana Lima"]),
        ("> *By Chief Editor | November 20, 2026*", ["Chief Editor"]),
        ("## By Chief Editor | November 20, 2026", ["Chief Editor"]),
        ("**By Chief Editor** <br> *November 20, 2026*", ["Chief Editor"]),
        ("[By Chief Editor / November 20, 2026]", ["Chief Editor"]),
        ("**Byline:** Chief Editor\n\n*November 20, 2026*", ["Chief Editor"]),
        ("Chief Editor | 20 November 2026", ["Chief Editor"]),
        ("By Chief Editor\n\n*Reading time: 5 min read*\n\nNovember 20, 2026", ["Chief Editor"]),
        ("di Redazione — 20 novembre 2026", ["Redazione"]),
        ("Door Hoofdredactie | 20 november 2026", ["Hoofdredactie"]),
        ("Автор: Редакция\n\n20 ноября 2026", ["Редакция"]),
        ("글: 편집장\n\n2026년 11월 20일", ["편집장"]),
        ("Di Ana Lima e Bo Li, 20 novembre 2026", ["Ana Lima", "Bo Li"]),
        ("Publicado em 20 de novembro de 2026 por Ana Lima", ["Ana Lima"]),
        ("Door Ana Lima en Bo Li | 20 november 2026 | 5 min. leestijd", ["Ana Lima", "Bo Li"]),
        ("Tekst: Ana Lima i Bo Li\n\nOpublikowano: 20 listopada 2026 r.", ["Ana Lima", "Bo Li"]),
        ("Autorka: Ana Lima | 20 listopada 2026 | Czas czytania: 5 minut", ["Ana Lima"]),
        ("Yazan: Ana Lima ve Bo Li\n\nYayınlandı: 20 Kasım 2026", ["Ana Lima", "Bo Li"]),
        ("Текст: Ана Лима и Бо Ли\n\nОпубликовано: 20 ноября 2026 г.", ["Ана Лима", "Бо Ли"]),
        ("Авторка: Ана Ліма | 20 листопада 2026 року | 5 хв читання", ["Ана Ліма"]),
        ("Av Ana Lima och Bo Li, den 20 november 2026", ["Ana Lima", "Bo Li"]),
        ("Af Redaktionen | 20. november 2026", ["Redaktionen"]),
        ("Autoři: Ana Lima a Bo Li\n\n20. listopadu 2026", ["Ana Lima", "Bo Li"]),
        ("文：政治部、科学部\n\n公開日：2026年11月20日（金）", ["政治部", "科学部"]),
        ("取材・文＝政治部\n2026年11月20日", ["政治部"]),
        ("文／科技组 | 发布于2026年11月20日 | 阅读约 5 分钟", ["科技组"]),
        ("文 / 科技组、评论组 | 2026年11月20日", ["科技组", "评论组"]),
        ("글 정책 데스크 | 2026년 11월 20일 | 읽는 시간 5분", ["정책 데스크"]),
        ("Text: Ana Lima a Bo Li | 20. listopadu 2026 | 5 min čtení", ["Ana Lima", "Bo Li"]),
        ("撰文：科技組\n\n發布日期：2026年11月20日 星期五", ["科技組"]),
        ("بقلم مكتب الأخبار | 20 نوفمبر 2026", ["مكتب الأخبار"]),
        ("نویسنده: میز خبر\n\n۲۰ نوامبر ۲۰۲۶", ["میز خبر"]),
        ("מאת דסק החדשות | 20 בנובמבר 2026", ["דסק החדשות"]),
        ("Oleh Meja Berita | 20 November 2026", ["Meja Berita"]),
        ("Bài: Ban Biên Tập\n\nNgày 20 tháng 11 năm 2026", ["Ban Biên Tập"]),
        ("*Article by Chief Editor 🖋️ | November 20, 2026*", ["Chief Editor"]),
        ("#### by Chief Editor\n\n##### 20 November 2026", ["Chief Editor"]),
        ("### By Chief Editor\n### November 20, 2026", ["Chief Editor"]),
        ("By Chief Editor -- Nov. 20, 2026", ["Chief Editor"]),
        ("Written by Chief Editor on November 20, 2026 in *Archives*", ["Chief Editor"]),
        ("Par Rédaction en chef | 20 novembre 2026", ["Rédaction en chef"]),
        ("Por Jefa de redacción\n\n20 de noviembre de 2026", ["Jefa de redacción"]),
        ("Created by Business Desk, last modified on Nov 21, 2026\n\nNovember 20, 2026", ["Business Desk"]),
        ("[Redacción de Datos](https://desk.substack.com/@datos)\n\n20 de noviembre de 2026", ["Redacción de Datos"]),
        ("Autor: El Greco\nFecha: 20 de noviembre de 2026", ["El Greco"]),
        ("Friday, 20 November 2026\nBy Courts Desk", ["Courts Desk"]),
        ("Author - Courts Desk\nDate - 20 November 2026", ["Courts Desk"]),
        ("Author(s): Standards Desk\n\n20 November 2026", ["Standards Desk"]),
        ("_Climate Desk · November 20, 2026_", ["Climate Desk"]),
        ("— Culture Desk, 20 November 2026", ["Culture Desk"]),
        ("Редакция · 20 ноября 2026 · Время чтения: 4 мин", ["Редакция"]),
        ("La rédaction, le 20 novembre 2026", ["Rédaction"]),
        ("**Auteur :** Rédaction technique\n**Date :** 20 novembre 2026", ["Rédaction technique"]),
        ("Escrito por: Equipo Editorial\nPublicado el: 20 de noviembre de 2026", ["Equipo Editorial"]),
        ("Redakcja, 20 listopada 2026", ["Redakcja"]),
        ("編集部 2026年11月20日", ["編集部"]),
        ("Da Redação, 20 de novembro de 2026", ["Redação"]),
        ("Por el Equipo Editorial | 20 de noviembre de 2026", ["Equipo Editorial"]),
        ("Von unserer Redaktion | 20. November 2026", ["Redaktion"]),
        ("by the chief editor, November 20, 2026", ["Chief Editor"]),
        ("✍️ Ana Lima | 📅 November 20, 2026 | ~1,200 words", ["Ana Lima"]),
        ("👤 Ana Lima\n🗓️ November 20, 2026", ["Ana Lima"]),
        ("Posted in Archives by Ana Lima on November 20, 2026", ["Ana Lima"]),
        ("By Ana Lima, with reporting by Data Desk | November 20, 2026", ["Ana Lima"]),
        ("*Chief Editor, Open Model Review | 20 November 2026*", ["Chief Editor"]),
        ("Redactado por Mesa de Lenguas | 20 de noviembre de 2026", ["Mesa de Lenguas"]),
        ("Geschrieben von der Sprachredaktion\nVeröffentlicht am 20. November 2026", ["Sprachredaktion"]),
        ("Écrit par Service Langues — Publié le 20 novembre 2026", ["Service Langues"]),
        ("**संपादकीय टीम द्वारा** | 20 नवंबर 2026", ["संपादकीय टीम"]),
    ],
)
def test_a_byline_gives_what_nothing_else_says(line, names):
    meta = read(f"# T\n\n{line}\n\nText.").article.meta

    assert (*names, "2026-11-20") == (*meta.authors, f"{meta.date:%Y-%m-%d}")


def test_a_full_name_needs_no_day_in_other_languages():
    assert ("Ana Lima",) == front("", "Por Ana Lima\n\nText.\n").article.meta.authors


@pytest.mark.parametrize(
    "line",
    ["By Chief Editor", "*By **Chief Editor***", "Author: Chief Editor", "Author: Chief Editor\nDate: 2026-01-01"],
)
def test_the_text_may_go_on_right_below_a_byline(line):
    parsed = front("", f"# T\n\n{line}\nThe text begins.\nIt goes on.\n")

    assert ("Chief Editor",) == parsed.article.meta.authors
    assert "<p>The text begins.\nIt goes on.</p>\n" == html(parsed.content.body)


@pytest.mark.parametrize(
    "text",
    [
        "By Monday evening\nThe queue was gone.",
        "By Ana Lima\nand others, it was told.",
        "By Marsh Lane\nThe willows lean\nOver the water.",
    ],
)
def test_the_first_line_of_a_text_may_begin_as_a_byline_does(text):
    parsed = front("", f"# T\n\n{text}\n")

    assert () == parsed.article.meta.authors
    assert f"<p>{text}</p>\n" == html(parsed.content.body)


def test_a_byline_may_stand_below_the_first_paragraph():
    parsed = front("", "*A standfirst.*\n\nBy Ana Lima\n\nText.\n")

    assert ("Ana Lima",) == parsed.article.meta.authors
    assert "<p><em>A standfirst.</em></p>\n<p>Text.</p>\n" == html(parsed.content.body)


@pytest.mark.parametrize(
    "lines",
    [
        ["Text.", "More text.", "By Ana Lima"],
        ["Text.", "January 1, 2026", "More text."],
        ["### January 1, 2026", "The first entry of a diary."],
        ["Von Köln nach Bonn", "Text."],
        ["Text.", "By Jove", "More text."],
        ["By March 5", "Text."],
        ["Av Stockholm blev intet", "Text."],
        ["Oleh karena itu kami pergi", "Teks."],
        ["文：これは例文です。", "本文。"],
        ["글 쓰는 법 배우기", "본문."],
        ["Text: Hello World", "Text."],
        ["记者：您好！", "正文。"],
        ["👤 Real People", "Text."],
        ["Posted in haste by a friend on Monday.", "Text."],
        ["✍️ Weekly Writing Prompt", "Text."],
        ["Text von Bedeutung", "Mehr."],
        ["Ein Text von der Front", "Mehr."],
        ["Autor – Tod eines Begriffs", "Text."],
        ["By the Sea", "Text."],
        ["Bonn, 1 January 2026", "Text."],
    ],
    ids=[
        "deeper in the text",
        "a day below text",
        "a day as a heading",
        "a journey",
        "one word below text",
        "a deadline",
        "of a city",
        "because of that",
        "a sentence behind a label",
        "a title",
        "an example",
        "an interview",
        "a picture",
        "a manner",
        "a pen",
        "a quality",
        "where it comes from",
        "a dash",
        "a place",
        "a place and a day",
    ],
)
def test_what_is_no_byline_stays(lines):
    parsed = front("", "\n\n".join(lines))

    assert () == parsed.article.meta.authors
    assert [line.lstrip("# ") for line in lines] == [re.sub(r"<[^<>]*>", "", line) for line in blocks(parsed)]


def blocks(parsed) -> list[str]:
    return html(parsed.content.body).splitlines()


@pytest.mark.parametrize(
    "text",
    [
        "### By Ana Lima\n\n### January 1, 2026\n\nOne.\n\n### January 2, 2026\n\nTwo.\n",
        "### By Ana Lima\n\n## January 1, 2026\n\nA section.\n",
        "By Ana Lima\n\n## January 1, 2026\n\nA section.\n",
    ],
    ids=["a diary", "a section", "a section below a line"],
)
def test_a_day_that_heads_a_section_stays(text):
    assert "January 1, 2026" == front("", text).content.outline[0].text


@pytest.mark.parametrize(
    "end", ["---\n\n*Written by Ana Lima*", "By Chief Editor", "— By Chief Editor\n\n## Comments", "— Chief Editor"]
)
def test_a_byline_may_end_the_text(end):
    parsed = front("", f"## FAQ\n\n### What?\n\nThis.\n\n{end}\n")

    assert parsed.article.meta.authors in (("Ana Lima",), ("Chief Editor",))
    assert "<p>This.</p>\n" == html(parsed.content.faqs[0].answer)
    assert "By" not in html(parsed.content.body)


@pytest.mark.parametrize(
    "end",
    [
        "**A novel**\n\nby Ana Lima",
        "> Text.\n>\n> By Chief Editor",
        "---\n\nBy Request",
        "> Cited.\n\n— Chief Editor",
        "“Cited.”\n\n— Chief Editor",
        "*Cited.*\n\n— Chief Editor",
    ],
)
def test_who_wrote_what_is_named_is_not_who_wrote_the_text(end):
    assert () == front("", f"Text.\n\n{end}\n").article.meta.authors


def test_a_byline_at_the_end_stays_below_another():
    parsed = front("", "By Ana Lima\n\nText.\n\n---\n\nBy Bo Li\n")

    assert ("Ana Lima",) == parsed.article.meta.authors
    assert "<p>By Bo Li</p>" == blocks(parsed)[-1]


@pytest.mark.parametrize("first", ["*A subtitle*", "![A chart](x.png)", ""])
def test_a_day_below_a_few_words_is_the_date(first):
    meta = read(f"# T\n\n{first}\n\n*November 20, 2026*\n\nText.").article.meta

    assert "2026-11-20" == f"{meta.date:%Y-%m-%d}"


@pytest.mark.parametrize(
    "beside",
    [
        *(", Senior Reporter", ", Head of Research", ", Data Scientist", ", Brussels", ", education correspondent"),
        *(" | Chief Editor", " — Guest Contributor", " | Edited by Bo Li"),
    ],
)
def test_a_role_or_a_place_is_no_second_author_and_stays_in_the_text(beside):
    parsed = front("", f"By Ana Lima{beside}\n")

    assert ("Ana Lima",) == parsed.article.meta.authors
    assert [f"<p>By Ana Lima{beside}</p>"] == blocks(parsed)


@pytest.mark.parametrize("line", ["By Monday, editor", "By Night, staff writer", "By Night | Edited by Bo Li"])
def test_a_role_beside_one_word_makes_no_byline(line):
    assert () == front("", f"{line}\n").article.meta.authors


@pytest.mark.parametrize("line", ["By Ana Lima with Bo Li", "By Ana Lima and Bo Li, 5 min read"])
def test_words_that_join_names_and_the_time_of_reading_are_no_part_of_them(line):
    parsed = front("", f"{line}\n\nText.\n")

    assert ("Ana Lima", "Bo Li") == parsed.article.meta.authors
    assert ["<p>Text.</p>"] == blocks(parsed)


def test_rules_may_stand_around_a_byline():
    parsed = read("# T\n\n---\n\n*by Chief Editor*\n\n---\n\nText.\n\n---\n\nMore.\n")

    assert ("Chief Editor",) == parsed.article.meta.authors
    assert ["<p>Text.</p>", "<hr>", "<p>More.</p>"] == blocks(parsed)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Lima (10)", ("Ana Lima",)),
        ("Written by Ana Lima (8B) and Bo Li (class of 2027)", ("Ana Lima", "Bo Li")),
        ("By Ana Lima ’26, Bo Li ’27", ("Ana Lima", "Bo Li")),
    ],
)
def test_the_class_of_a_student_is_no_part_of_a_name(line, names):
    parsed = front("", f"{line}\n\nText.\n")

    assert names == parsed.article.meta.authors
    assert f"<p>{line}</p>\n<p>Text.</p>\n" == html(parsed.content.body), "the class stands nowhere else"


@pytest.mark.parametrize("beside", ["8Ti", "10", "Press Pool", "she/her"])
def test_what_stands_in_parentheses_behind_a_name_is_no_part_of_it_and_stays_in_the_text(beside):
    parsed = front("", f"## A subtitle\n\nBy Ana Lima ({beside}) and Omar Haddad\n")

    assert ("Ana Lima", "Omar Haddad") == parsed.article.meta.authors
    assert f"<p>By Ana Lima ({beside}) and Omar Haddad</p>" in blocks(parsed)


def test_a_word_in_parentheses_makes_no_byline_of_a_sentence():
    assert () == front("", "By Friday (or Monday)\n").article.meta.authors


def test_a_day_below_a_byline_that_stays_is_the_date():
    parsed = read("# T\n\nBy Chief Editor, Head of Research\n\n*January 22, 2026*\n\nText.")

    assert "2026-01-22" == f"{parsed.article.meta.date:%Y-%m-%d}"
    assert ["<p>By Chief Editor, Head of Research</p>", "<p>Text.</p>"] == blocks(parsed)


def test_a_byline_below_a_subtitle_of_the_level_of_the_sections():
    text = "## What it means\n\nBy {}\n\nText.\n\n## Next\n\n{}Text.\n"

    assert "<p>Text.</p>" == blocks(front("", text.format("Chief Editor", "")))[1]
    assert "<p>Text.</p>" == blocks(front("author: Ana Lima", text.format("Ana Lima", "")))[1]
    assert "<p>By Ana Lima</p>" == blocks(front("", text.format("Ana Lima", "")))[1]
    assert "<p>By Chief Editor</p>" == blocks(front("", text.format("Chief Editor", "By Ana Lima\n\n")))[1]


@pytest.mark.parametrize(
    "said", ["Published on: August 12th, 2026", "Date published: 2026-08-12", "First published on August 12, 2026"]
)
def test_what_is_said_before_the_day(said):
    parsed = read(f"# T\n\nBy Chief Editor\n\n{said}\n\n*Last update: August 13, 2026*\n\nText.")
    meta = parsed.article.meta

    assert ("2026-08-12", "2026-08-13") == (f"{meta.date:%Y-%m-%d}", f"{meta.updated:%Y-%m-%d}")
    assert ["<p>Text.</p>"] == blocks(parsed)


def test_the_time_of_reading_may_stand_in_parentheses():
    parsed = read("# T\n\nBy Chief Editor, 10 Nov 2026 (5 min read)\n\nText.")

    assert "2026-11-10" == f"{parsed.article.meta.date:%Y-%m-%d}"
    assert ["<p>Text.</p>"] == blocks(parsed)


def test_a_section_behind_the_day_stays_in_the_text():
    parsed = read("# T\n\nby Ana Lima\n\n*Posted on 12.05.2026 in Work*\n\nText.")

    assert ("2026-05-12", ("Ana Lima",)) == (f"{parsed.article.meta.date:%Y-%m-%d}", parsed.article.meta.authors)
    assert ["<p><em>Posted on 12.05.2026 in Work</em></p>", "<p>Text.</p>"] == blocks(parsed)


def test_a_change_may_be_a_sentence_of_its_own():
    parsed = front("author: Ana Lima <ana@example.org>", "*By Ana Lima. Updated November 29, 2026.*\n\nText.\n")

    assert "2026-11-29" == f"{parsed.article.meta.updated:%Y-%m-%d}"
    assert ["<p>Text.</p>"] == blocks(parsed)


def test_first_names_in_a_row_are_authors():
    assert ("Ana Lima", "Bo", "Cy") == front("", "By Ana Lima, Bo and Cy\n").article.meta.authors


@pytest.mark.parametrize(
    "line",
    [
        "By Chief Editor | November 20, 2026 | Open models",
        "By Chief Editor | November 20, 2026 | Updated: a day later",
    ],
)
def test_what_a_byline_says_besides_stays_in_the_text(line):
    parsed = front("date: 2026-11-20", f"{line}\n")

    assert ("Chief Editor",) == parsed.article.meta.authors
    assert [f"<p>{line}</p>"] == blocks(parsed)


def days(text: str) -> tuple[str, str]:
    """Return when an article was published and updated, where it says so."""
    meta = read(f"# Title\n\n{text}\n\nText.\n").article.meta
    return f"{meta.date:%d}" if meta.date else "", f"{meta.updated:%d}" if meta.updated else ""


def test_a_byline_says_when_the_text_was_updated():
    assert ("20", "22") == days("By Chief Editor | Published: November 20, 2026 | Updated: November 22, 2026")
    assert ("20", "22") == days("By Chief Editor, November 20, 2026\n\n*Last updated on November 22, 2026*")


@pytest.mark.parametrize(
    "line",
    [
        "Di Ana Lima | 20 novembre 2026 | Aggiornato il 22 novembre 2026",
        "Tekst: Ana Lima | 20 listopada 2026 | Aktualizacja: 22 listopada 2026",
        "Текст: Ана Лима | 20 ноября 2026 | Обновлено: 22 ноября 2026",
        "文：政治部 | 2026年11月20日 | 更新：2026年11月22日",
        "文：科技组 | 2026年11月20日 | 更新于2026年11月22日",
        "Av Ana Lima | 20 november 2026 | Uppdaterad den 22 november 2026",
    ],
)
def test_an_update_is_known_in_other_languages(line):
    assert ("20", "22") == days(line)


def test_the_day_of_an_update_is_the_date_where_no_other_is_said_and_no_update_on_that_day():
    assert ("22", "") == days("By Chief Editor\nLast updated: 2026-11-22")
    assert ("22", "") == days("By Chief Editor, November 22, 2026 | Updated November 22, 2026")


def test_an_update_that_the_front_matter_contradicts_stays_in_the_text():
    parsed = front("date: 2026-11-20\nupdated: 2026-11-21", "Updated November 22, 2026\n")

    assert ["<p>Updated November 22, 2026</p>"] == blocks(parsed)
    assert "21" == f"{parsed.article.meta.updated:%d}"


def test_a_time_alone_is_no_time_of_reading():
    assert ["<p>5 minutes.</p>"] == blocks(front("", "5 minutes.\n"))


def test_one_name_without_a_day_is_a_byline_where_the_front_matter_has_it_too():
    assert [] == blocks(front("author: Hafen", "Von Hafen\n"))
    assert ["<p>Von Hafen</p>"] == blocks(front("", "Von Hafen\n"))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("*Von der Redaktion*", "Redaktion"),
        ("von Chefredaktion", "Chefredaktion"),
        ("**Por Redacción**", "Redacción"),
        ("بقلم: رئيس التحرير", "رئيس التحرير"),
        ("Por: Ana Lima", "Ana Lima"),
        ("Par le rédacteur en chef", "Rédacteur en chef"),
        ("Par la rédaction en chef", "Rédaction en chef"),
        ("Autor: redaktor naczelny", "Redaktor naczelny"),
        ("Por: Editor jefe", "Editor jefe"),
    ],
)
def test_a_newsroom_needs_no_day_in_other_languages(line, name):
    parsed = front("", f"{line}\n\nText.\n")

    assert ((name,), ["<p>Text.</p>"]) == (parsed.article.meta.authors, blocks(parsed))


@pytest.mark.parametrize(
    ("line", "name", "stays"),
    [
        ("作者：安娜 / 审校：王伟", "安娜", True),
        ("作者：安娜　编辑：王伟", "安娜", True),
        ("作者：安娜，编辑：王伟", "安娜", True),
        ("作者 | 安娜 编辑 | 王伟", "安娜", True),
        ("作者 | 安娜", "安娜", False),
        ("Von Ana Lima, Fotos: Bo Li", "Ana Lima", True),
        ("By Ana Lima | Editor: Bo Li", "Ana Lima", True),
    ],
)
def test_a_line_that_names_who_did_something_else_is_a_byline_and_stays(line, name, stays):
    parsed = read(f"# T\n\n{line}\n\nText.")

    assert ((name,), [f"<p>{line}</p>"] * stays) == (parsed.article.meta.authors, blocks(parsed)[:-1])


@pytest.mark.parametrize(
    "line",
    [
        "Author: Chief Editor Date: November 20, 2026 Reading time: 4 minutes",
        "作者：Chief Editor　发布时间：2026年11月20日",
        "By Chief Editor | Nov 20, 2026 | 0 comments",
        "By Chief Editor · November 20, 2026 · 1.2k views",
        "**文：Chief Editor｜2026年11月20日｜読了時間：5分**",
    ],
)
def test_labels_part_a_byline_and_what_was_counted_elsewhere_leaves(line):
    parsed = read(f"# T\n\n{line}\n\nText.")

    assert ("Chief Editor", "2026-11-20") == (*parsed.article.meta.authors, f"{parsed.article.meta.date:%Y-%m-%d}")
    assert ["<p>Text.</p>"] == blocks(parsed)


@pytest.mark.parametrize(
    "line",
    [
        "By Chief Editor | Health",
        "Author: Chief Editor | Category: Health, Law",
        "Posted by Chief Editor in Health on November 20, 2026",
    ],
)
def test_a_section_beside_an_office_is_no_part_of_the_name(line):
    parsed = read(f"# T\n\n{line}\n\nText.")

    assert ("Chief Editor",) == parsed.article.meta.authors
    assert [f"<p>{line}</p>", "<p>Text.</p>"] == blocks(parsed)


@pytest.mark.parametrize(
    "lines",
    [
        "Author: Chief Editor | Category: Health",
        "Author: Chief Editor | Rubrik: Health",
        "*By Chief Editor*\n*Published: May 5, 2026*\n*Section: Health*",
    ],
)
def test_a_section_that_is_named_as_such_is_that_of_the_article(lines):
    parsed = read(f"# T\n\n{lines}\n\nText.")

    assert ("Chief Editor", "Health") == (*parsed.article.meta.authors, parsed.article.meta.section)
    assert ["<p>Text.</p>"] == blocks(parsed)


@pytest.mark.parametrize("key", ["**By**", "Author"])
def test_a_table_of_names_and_values_may_be_a_byline(key):
    table = f"| | |\n|---|---|\n| {key} | Chief Editor |\n| **Date** | May 5, 2026 |\n| **Category** | Health |\n"
    parsed = read(f"# T\n\n{table}\nText.")

    assert ("Chief Editor", "Health") == (*parsed.article.meta.authors, parsed.article.meta.section)
    assert ["<p>Text.</p>"] == blocks(parsed)
    assert "<table" in blocks(read(f"# T\n\n{table}| Score | 5 of 9 |\n\nText."))[0]


def test_an_office_may_say_what_it_is_one_of():
    parsed = read("# T\n\n**Chief Editor** · Health Daily · May 5, 2026\n\nText.")

    assert ("Chief Editor", "2026-05-05") == (*parsed.article.meta.authors, f"{parsed.article.meta.date:%Y-%m-%d}")
    assert "Health Daily" in blocks(parsed)[0]


def test_another_section_than_that_of_the_front_matter_stays():
    line = "By Chief Editor | Category: Health"

    assert ["<p>Text.</p>"] == blocks(front("section: health", f"{line}\n\nText."))
    parsed = front("section: policy", f"{line}\n\nText.")
    assert "policy" == parsed.article.meta.section
    assert [f"<p>{line}</p>", "<p>Text.</p>"] == blocks(parsed)


def test_comments_may_stand_above_the_title_and_the_byline():
    parsed = read("<!-- made for the desk -->\n\n# T\n\n<p><b>by News Desk</b><br>\n<i>May 5, 2026</i></p>\n\nText.")

    assert ("T", "News Desk") == (parsed.article.meta.title, *parsed.article.meta.authors)
    assert ["", "<p>Text.</p>"] == blocks(parsed)


def test_the_front_matter_may_write_a_desk_with_its_article():
    parsed = front("author: La rédaction\ndate: 2026-11-20", "Par **la rédaction** — 20 novembre 2026\n\nText.\n")

    assert ["<p>Text.</p>"] == blocks(parsed)


def test_an_office_alone_is_a_byline_above_a_day():
    text = "# T\n\nChief Editor\n\nNovember 20, 2026 · 5 minute read\n\nText.\n"
    assert ("Chief Editor",) == read(text).article.meta.authors
    assert () == front("", "Chief Editor\n\nThis is who we look for.\n").article.meta.authors


def test_a_subject_beside_a_day_is_no_author():
    assert () == front("", "Letters to the Editor | 20 November 2026\n").article.meta.authors


def test_an_office_is_a_byline_as_a_heading_and_a_demand_is_none():
    assert ("Chief Editor",) == front("", "## By Chief Editor\n\nText.\n").article.meta.authors
    assert () == front("", "## By Popular Demand\n\nText.\n").article.meta.authors


def test_a_line_above_a_byline_is_the_title():
    meta = read("Open weights at the ward\n\nBy Chief Editor\n\nNovember 20, 2026\n\nText.\n").article.meta

    assert ("Open weights at the ward", ("Chief Editor",)) == (meta.title, meta.authors)


def test_a_line_right_above_a_byline_in_its_paragraph_is_the_title():
    parsed = read("Open *weights*\nby Chief Editor\nNovember 20, 2026\n\nText.\n")

    assert ("Open weights", ("Chief Editor",)) == (parsed.article.meta.title, parsed.article.meta.authors)
    assert ["<p>Text.</p>"] == blocks(parsed)
    assert "Open weights" == read("Open *weights*\nby Chief Editor\n\nText.\n\n## One\n\nText.\n").article.meta.title
    assert not read("Open *weights*\nby Ana Lima\n\nText.\n\n## One\n\nText.\n").article.meta.title, "a verse"


def test_a_sentence_above_a_byline_is_no_title():
    assert "" == read("Wards read.\n\nBy Chief Editor\n\nNovember 20, 2026\n\nText.\n").article.meta.title


def test_a_byline_with_another_date_gives_its_names_and_stays():
    parsed = front("date: 2026-11-21", "By Chief Editor, November 20, 2026\n")

    assert (("Chief Editor",), 21) == (parsed.article.meta.authors, parsed.article.meta.date.day)
    assert "November 20" in "".join(map(str, parsed.content.body.parts))


@pytest.mark.parametrize(
    "above",
    [
        "![A ward](a.png)",
        "![A ward](a.png)\n\n*Photo: News Desk*",
        "## The ward, and all that stands in it today\n\n![A ward](a.png)",
    ],
)
def test_pictures_may_stand_above_a_byline(above):
    parsed = read(f"# T\n\n{above}\n\nBy Chief Editor\n\nNovember 20, 2026\n\nText.\n\n## One\n\nText.\n").article

    assert (("Chief Editor",), "2026-11-20") == (parsed.meta.authors, f"{parsed.meta.date:%Y-%m-%d}")


def test_a_subtitle_above_a_byline_is_a_standfirst():
    body = "### A ward asks six questions of its model\n\nBy Chief Editor\n\nText.\n\n## One\n\nText.\n"
    parsed = front("", body)

    assert "A ward asks six questions of its model" == parsed.article.summary
    assert "<p>A ward asks six questions of its model</p>\n<p>Text.</p>\n" in html(parsed.content.body)
    assert "<h2" in html(front("", body.replace(" of its model", "")).content.body).partition("Text")[0]


def test_a_heading_that_repeats_the_description_is_a_standfirst():
    body = "### A ward asks six questions of its model\n\nText.\n\n## One\n\nText.\n"
    parsed = front("description: A ward asks six questions of its model.", body)

    assert "<p>A ward asks six questions of its model</p>\n<p>Text.</p>\n" in html(parsed.content.body)
    assert "<h2" == html(front("description: A ward asks.", body).content.body)[:3]


def test_signs_that_part_a_byline_leave_with_it():
    parsed = read("# T\n\n**Chief Editor**\n\n·\n\n5 min read · Nov 20, 2026\n\n--\n\nText.\n\n—\n\nMore.\n")

    assert ("Chief Editor",) == parsed.article.meta.authors
    assert "<p>Text.</p>\n<p>—</p>\n<p>More.</p>\n" == html(parsed.content.body)


def test_a_day_may_stand_above_the_title_beside_a_few_words():
    parsed = read("Analysis · November 20, 2026\n\n# T\n\nBy Chief Editor\n\nText.\n")

    assert "2026-11-20" == f"{parsed.article.meta.date:%Y-%m-%d}"
    assert "<p>Analysis · November 20, 2026</p>\n<p>Text.</p>\n" == html(parsed.content.body)
    assert read("We met them on a ward · November 20, 2026\n\n# T\n\nText.\n").article.meta.date is None


def test_a_title_in_bold_may_have_a_subtitle_in_its_paragraph():
    text = "**T**\n*What is said of it*\n\nBy Chief Editor, November 20, 2026\n\nText.\n"

    assert "T" == read(text).article.meta.title
    assert "<p><em>What is said of it</em></p>\n<p>Text.</p>\n" == html(read(text).content.body)
    assert not read(text.replace("By Chief Editor, November 20, 2026", "More.")).article.meta.title


def test_a_newsroom_needs_no_day_whatever_it_writes_about():
    assert ("Redacción de Datos",) == front("", "Por Redacción de Datos\n\nText.\n").article.meta.authors
    assert () == front("", "Por redacción de textos\n\nText.\n").article.meta.authors


def test_a_place_behind_names_is_no_part_of_them():
    parsed = read("# A title\n\nBy Ana Lima in New York and Omar Haddad in Oslo | 3 May 2026\n\nText.\n")

    assert ("Ana Lima", "Omar Haddad") == parsed.article.meta.authors
    assert "Ana Lima in New York" in html(parsed.content.body)
    assert ("Chief Editor",) == read(
        "# A title\n\nPublished on 3 May 2026 by Chief Editor in News\n\nText.\n"
    ).article.meta.authors


@pytest.mark.parametrize("line", ["**By Chief Editor**", "---\n\n*By Chief Editor*", "— Chief Editor"])
def test_a_byline_that_is_said_again_at_the_end_leaves(line):
    text = "# A title\n\nBy {}\n\nText.\n\nMore.\n\n{}\n"

    assert "<p>Text.</p>\n<p>More.</p>\n" == html(read(text.format("Chief Editor", line)).content.body)
    assert "Chief Editor" in html(read(text.format("Ana Lima", line)).content.body)


def test_a_byline_may_be_the_only_item_of_a_list():
    for line in ("- by Chief Editor", "* By Jane Doe"):
        parsed = front("", f"{line}\n\nText.\n")
        assert (1, "<p>Text.</p>\n") == (len(parsed.article.meta.authors), html(parsed.content.body))

    for line in ("- by Monday", "- by Chief Editor\n- by Jane Doe", "- 20 November 2026"):
        parsed = front("", f"{line}\n\nText.\n")
        assert ((), True) == (parsed.article.meta.authors, "<li>" in html(parsed.content.body))
