"""The few words of other languages."""

import pytest
from tests.kit.parsing import front, html, shown

from sitegen.model.config import CALLOUTS
from sitegen.parse.phrases import phrases


@pytest.mark.parametrize("language", [
    *("en", "de", "fr", "es", "it", "pt", "nl"),
    *("ar", "fa", "he", "hi", "id", "ko", "vi"),
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
    ],
)
def test_a_call_to_comment_is_no_part_of_the_answer(text, call):
    parsed = front("", f"{text}\n\n{call}\n")

    assert call not in html(parsed.content.faqs[-1].answer)
    assert call in html(parsed.content.body)
