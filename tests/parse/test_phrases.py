"""The few words of other languages."""

import re

import pytest
from tests.kit.parsing import front, html, shown

from sitegen.model.config import CALLOUTS
from sitegen.parse.phrases import phrases


@pytest.mark.parametrize("language", [
    *("en", "de", "fr", "es", "it", "pt", "pt-PT", "nl", "sv", "da", "pl", "cs", "ru", "uk", "tr"),
    *("ar", "fa", "he", "hi", "id", "ja", "ko", "vi", "zh", "zh-TW"),
])  # fmt: skip
def test_every_language_names_every_kind(language):
    assert set(CALLOUTS) == set(phrases(language).callouts)
    assert language == "en" or phrases("en").callouts != phrases(language).callouts


@pytest.mark.parametrize(
    ("language", "opening"),
    [("ar", "هل تعلم؟ نعم."), ("fa", "آیا می‌دانستید؟ بله."), ("he", "הידעתם? כן."), ("ko", "알고 계셨나요? 네.")],
)
def test_a_question_that_opens_a_paragraph_is_known_by_the_sign_of_its_language(language, opening):
    assert 'class="callout callout-did-you-know"' in shown(opening, language=language)


@pytest.mark.parametrize(
    ("tag", "expected"), [("de-AT", "Tabelle"), ("pt_BR", "Tabela"), ("EN", "Table"), ("ja-JP", "表"), ("sw", "Table")]
)
def test_a_language_is_found_by_its_tag(tag, expected):
    assert expected == phrases(tag).table


def test_a_site_speaks_its_language():
    html = shown("> [!PRO-TIP]\n> x\n\nWussten Sie schon? Ja.\n\nProfi-Tipp: Lesen.\n\n|a|\n|-|", language="de")

    titles = [line for line in html.splitlines() if "callout-title" in line]
    assert ["Profi-Tipp", "Wussten Sie schon?", "Profi-Tipp"] == [title[25:-4] for title in titles]
    assert 'aria-label="Tabelle 1"' in html


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("de", "**Wusstest du schon?** Text.\n\n**Praxisbeispiel:** Text.", ("did-you-know", "example")),
        ("it", "**Lo sapevi che…?** Testo.\n\n**Esempio concreto:** Testo.", ("did-you-know", "example")),
        ("pt-BR", "**Você sabia?** Texto.\n\n**Dica de especialista:** Texto.", ("did-you-know", "pro-tip")),
        ("pt-PT", "**Sabia que…?** Texto.\n\n**Exemplo real:** Texto.", ("did-you-know", "example")),
        ("nl", "**Wist u dat?** Tekst.\n\n**Praktijkvoorbeeld:** Tekst.", ("did-you-know", "example")),
        ("sv", "**Visste du att…?** Text.\n\n**Expertråd:** Text.", ("did-you-know", "pro-tip")),
        ("da", "**Vidste du det?** Tekst.\n\n**Eksempel fra praksis:** Tekst.", ("did-you-know", "example")),
        ("cs", "**Věděli jste, že…?** Text.\n\n**Rada odborníka:** Text.", ("did-you-know", "pro-tip")),
        ("ru", "**Знаете ли вы, что…?** Текст.\n\n**Совет эксперта:** Текст.", ("did-you-know", "pro-tip")),
        ("zh-TW", "**你知道嗎？** 本文。\n\n**專業提示：**本文。", ("did-you-know", "pro-tip")),
        ("pl", "**Czy wiesz, że…?** Tekst.\n\n**Porada eksperta:** Tekst.", ("did-you-know", "pro-tip")),
        ("pl", "**Czy wiesz, że?** Tekst.\n\n**Porada eksperta:** Tekst.", ("did-you-know", "pro-tip")),
        ("es", "**¿Sabías que...?** Texto.\n\n**¿Sabías que?** Texto.", ("did-you-know", "did-you-know")),
        ("sv", "**Visste du att?** Text.\n\n**Proffstips:** Text.", ("did-you-know", "pro-tip")),
        ("tr", "**Biliyor muydunuz?** Metin.\n\n**Uzman İpucu:** Metin.", ("did-you-know", "pro-tip")),
        ("uk", "**Чи знаєте ви?** Текст.\n\n**Приклад із життя:** Текст.", ("did-you-know", "example")),
        ("ar", "**هل تعلم؟** نص.\n\n**مثال من الواقع:** نص.", ("did-you-know", "example")),
        ("hi", "**क्या आप जानते हैं?** पाठ।\n\n**प्रो टिप:** पाठ।", ("did-you-know", "pro-tip")),
        ("ja", "**ご存知ですか？** 本文。\n\n**実例：**本文。", ("did-you-know", "example")),
        ("zh", "**你知道吗？** 正文。\n\n**专业提示：**正文。", ("did-you-know", "pro-tip")),
        ("zh", "你知道吗？正文。\n\n真实案例：“正文。”", ("did-you-know", "example")),
        ("ko", "**알고 계셨나요?** 본문.\n\n**전문가 팁:** 본문.", ("did-you-know", "pro-tip")),
    ],
)
def test_callouts_open_with_what_is_written_for_their_titles(language, text, kinds):
    assert kinds == front(f"language: {language}", text).article.callouts


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("## Часто задаваемые вопросы\n\n### Зачем?\n\nТак.", "А вы? Поделитесь в комментариях!"),
        ("## Поширені запитання\n\n### Навіщо?\n\nТак.", "А ви? Поділіться в коментарях!"),
        ("## 자주 묻는 질문\n\n### 왜?\n\n그래서.", "댓글로 남겨 주세요!"),
        ("## Domande frequenti\n\n### Perché?\n\nSì.", "E voi? Scrivetelo nei commenti!"),
        ("## Perguntas mais frequentes\n\n### Por quê?\n\nSim.", "E você? Conte nos comentários!"),
        ("## Veelgestelde vragen over zorg\n\n### Waarom?\n\nJa.", "En jij? Laat een reactie achter!"),
        ("## Często zadawane pytania\n\n### Po co?\n\nTak.", "A wy? Napiszcie w komentarzach!"),
        ("## Sıkça Sorulan Sorular\n\n### Neden?\n\nEvet.", "Ya siz? Görüşünüzü yorumlara yazın!"),
        ("## Вопросы и ответы\n\n### Зачем?\n\nТак.", "А вы? Расскажите в комментариях!"),
        ("## よくあるご質問\n\n### なぜですか？\n\nそうです。", "ご意見をコメント欄でお聞かせください。"),
        ("## 常见问答\n\n### 为什么？\n\n因为。", "您怎么看？请在评论区留言。"),
        ("## 常見問答\n\n### 為什麼？\n\n因為。", "您怎麼看？歡迎在評論區分享。"),
        ("## Vanliga frågor om vården\n\n### Varför?\n\nJa.", "Och du? Skriv en kommentar!"),
        ("## Ofte stillede spørgsmål\n\n### Hvorfor?\n\nJa.", "Og du? Skriv en kommentar!"),
        ("## Často kladené dotazy\n\n### Proč?\n\nAno.", "A vy? Napište to do komentářů!"),
        ("## پرسش‌های متداول\n\n### چرا؟\n\nبله.", "شما چه فکر می‌کنید؟ در دیدگاه‌ها بنویسید."),
        ("## Pertanyaan umum\n\n### Mengapa?\n\nYa.", "Bagaimana menurut Anda? Tulis di kolom komentar!"),
    ],
)
def test_a_call_to_comment_is_no_part_of_the_answer(text, call):
    parsed = front("", f"{text}\n\n{call}\n")

    assert call not in html(parsed.content.faqs[-1].answer)
    assert call in html(parsed.content.body)


@pytest.mark.parametrize(
    ("title", "question", "answer", "end"),
    [
        ("Domande frequenti", "D: Perché?", "R: Sì.", "Conclusioni"),
        ("Perguntas frequentes", "P: Por quê?", "R: Sim.", "Conclusões"),
        ("Veelgestelde vragen", "V: Waarom?", "A: Ja.", "Conclusie"),
        ("Najczęściej zadawane pytania", "P: Po co?", "O: Tak.", "Podsumowanie"),
        ("Sık sorulan sorular", "S: Neden?", "C: Evet.", "Sonuç"),
        ("Часто задаваемые вопросы", "Вопрос: Зачем?", "Ответ: Так.", "Вывод"),
        ("Поширені запитання", "П: Навіщо?", "В: Так.", "Висновки"),
        ("よくある質問", "質問：なぜですか？", "回答：そうです。", "おわりに"),
        ("常见问题", "问：为什么？", "答：因为。", "结语"),
        ("Vanliga frågor", "Fråga: Varför?", "Svar: Ja.", "Sammanfattning"),
        ("Ofte stillede spørgsmål", "Spørgsmål: Hvorfor?", "Svar: Ja.", "Konklusion"),
        ("Časté otázky", "Otázka: Proč?", "Odpověď: Ano.", "Závěr"),
        ("자주 묻는 질문", "질문: 왜?", "답변: 그래서.", "결론"),
    ],
)
def test_questions_and_answers_are_marked_with_the_letters_of_the_language(title, question, answer, end):
    parsed = front("", f"## {title}\n\n{question}\n\n{answer}\n\n{question}\n\n{answer}\n\n**{end}**\n\nx\n")
    asked, answered = (re.split("[:：] ?", text, maxsplit=1)[1] for text in (question, answer))

    assert [(asked, f"<p>{answered}</p>\n")] * 2 == [(faq.question, html(faq.answer)) for faq in parsed.content.faqs]


@pytest.mark.parametrize(
    "title",
    [
        *("Leggi anche", "Leia também", "Lees ook", "Przeczytaj także", "İlginizi çekebilir", "Читайте также"),
        *("Читайте також", "関連記事", "相关阅读", "延伸閱讀", "Läs också", "Læs også", "Čtěte také", "관련 기사"),
        *("اقرأ أيضًا", "بیشتر بخوانید", "קראו גם", "ये भी पढ़ें", "Baca juga", "Có thể bạn quan tâm"),
    ],
)
def test_what_to_read_next_is_known_by_the_title_of_the_language(title):
    assert ("articles/one.md",) == front("", f"Text.\n\n## {title}\n\n- [One](one.md)\n").article.further


@pytest.mark.parametrize(
    "title",
    [
        *("Sommario", "Sumário", "Inhoud", "Spis treści", "İçindekiler", "Содержание", "Зміст", "目次", "目录", "目錄"),
        *(
            "Innehåll",
            "Indholdsfortegnelse",
            "Obsah",
            "목차",
            "جدول المحتويات",
            "فهرست مطالب",
            "תוכן עניינים",
            "Daftar isi",
        ),
        *("विषय सूची", "Mục lục"),
    ],
)
def test_a_list_of_headings_is_known_by_the_title_of_the_language(title):
    text = f"Text.\n\n## {title}\n\n- [One](#one)\n- [Two](#two)\n\n## One\n\nx\n\n## Two\n\nx\n"

    assert title not in html(front("", text).content.body)


@pytest.mark.parametrize(
    "key",
    [
        *("Parole chiave", "Palavras-chave", "Trefwoorden", "Słowa kluczowe", "Etiketler", "Теги", "Ключові слова"),
        *("キーワード", "关键词", "關鍵字", "Nyckelord", "Nøgleord", "Klíčová slova", "키워드", "الوسوم", "برچسب‌ها"),
        *("תגיות", "टैग", "Kata kunci", "Từ khóa"),
    ],
)
def test_a_line_of_tags_is_known_by_the_word_of_the_language(key):
    assert ("one", "two") == front("", f"Text.\n\n**{key}:** one, two\n").article.meta.tags
