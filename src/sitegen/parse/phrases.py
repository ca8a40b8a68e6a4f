"""The few words that `parse` itself puts into a text, and those by which it knows a part of it, by language.

The kinds of callouts go by many names.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from sitegen.base.languages import known_of
from sitegen.base.text import did_you_mean, nearest
from sitegen.model.config import CALLOUTS
from sitegen.parse.manuscript import Manuscript

ALIASES = {
    "info": "note", "hint": "tip", "danger": "caution", "error": "caution", "attention": "warning", "protip": "pro-tip",
    "didyouknow": "did-you-know", "real-life-example": "example", "reallife-example": "example",
    "reallifeexample": "example", "real-world-example": "example", "dyk": "did-you-know",
    "abstract": "note", "summary": "note", "tldr": "note", "todo": "note",
    "question": "note", "help": "note", "faq": "note", "success": "tip", "check": "tip", "done": "tip",
    "failure": "warning", "fail": "warning", "missing": "warning", "bug": "warning",
    "details": "note", "spoiler": "note",
}  # fmt: skip


class Phrases(NamedTuple):
    """The words of one language."""

    callouts: dict[str, str]
    """Titles by kind."""
    openings: dict[str, tuple[str, ...]]
    """By kind: its title, and what others write for it."""
    table: str
    footnotes: str
    footnote: str
    back: str
    done: str
    to_do: str
    faq: str


def _phrases(words: str) -> Phrases:
    """Return the words of a language: the titles of callouts in their order, and then the others."""
    given = words.split("|")
    openings = {kind: tuple(map(str.strip, titles.split("/"))) for kind, titles in zip(CALLOUTS, given, strict=False)}
    others = map(str.strip, given[len(CALLOUTS) :])
    return Phrases({kind: first for kind, (first, *_) in openings.items()}, openings, *others)


_BY_LANGUAGE = {
    code: _phrases(words)
    for code, words in {
        "en": "Note | Tip | Important | Warning | Caution | Did you know? | Pro tip | Real-life example | "
        "Table | Footnotes | Footnote | Back to the text, reference | Done | To do | Frequently asked questions",
        "cs": "Poznámka | Tip | Důležité | Varování | Pozor | Víte, že…? / Věděli jste? / Věděli jste, že…? | "
        "Rada odborníka / Tip odborníka / Tip od odborníka | Příklad z praxe / Příklad ze života | "
        "Tabulka | Poznámky pod čarou | Poznámka pod čarou | Zpět k textu, odkaz | Hotovo | Zbývá | Časté otázky",
        "da": "Bemærk | Tip | Vigtigt | Advarsel | Forsigtig | Vidste du, at…? / Vidste du? / Vidste du det? | "
        "Eksperttip / Ekspertens råd / Professionelt tip | Eksempel fra virkeligheden / Eksempel fra praksis | "
        "Tabel | Fodnoter | Fodnote | Tilbage til teksten, henvisning | Færdig | Mangler | Ofte stillede spørgsmål",
        "de": "Hinweis | Tipp | Wichtig | Warnung | Vorsicht | "
        "Wussten Sie schon? / Wusstest du schon? / Schon gewusst? / Wussten Sie? / Wusstest du? / "
        "Hätten Sie's gewusst? / Wussten Sie, dass…? / Wusstest du, dass…? | "
        "Profi-Tipp / Experten-Tipp / Tipp vom Profi | "
        "Beispiel aus der Praxis / Praxisbeispiel / Beispiel aus dem Alltag / Beispiel aus dem Leben / "
        "Beispiel aus dem echten Leben | "
        "Tabelle | Fußnoten | Fußnote | Zurück zum Text, Verweis | Erledigt | Offen | Häufige Fragen",
        "fr": "Note | Astuce | Important | Avertissement | Attention | Le saviez-vous ? / Saviez-vous que…? / "
        "Savez-vous que…? / Le savais-tu ? | Astuce de pro / Conseil de pro / "
        "Conseil d'expert / Astuce d'expert / Astuce du pro / Conseil du pro / Astuce pro / Conseil pro / "
        "Conseil de l'expert / Astuce de l'expert | "
        "Exemple concret / Exemple réel / Cas concret / Cas réel / Exemple de la vie réelle | "
        "Tableau | Notes | Note | Retour au texte, appel | Fait | À faire | Questions fréquentes",
        "es": "Nota | Consejo | Importante | Advertencia | Precaución | ¿Sabías que…? / ¿Sabía que…? / ¿Lo sabías? | "
        "Consejo profesional / Consejo de experto / Consejo de expertos / Consejo del experto / Consejo pro / "
        "Tip profesional / Tip de experto / Tip pro | "
        "Ejemplo real / Ejemplo de la vida real / Caso real / Ejemplo práctico | "
        "Tabla | Notas | Nota | Volver al texto, referencia | Hecho | Pendiente | Preguntas frecuentes",
        "it": "Nota | Suggerimento | Importante | Avviso | Attenzione | Lo sapevi? / Lo sapevate? / Lo sapevi che…? | "
        "Consiglio da esperto / Consiglio dell'esperto / Consiglio pro | "
        "Esempio reale / Esempio concreto / Caso reale / Esempio di vita reale | "
        "Tabella | Note | Nota | Torna al testo, riferimento | Fatto | Da fare | Domande frequenti",
        "pt": "Nota | Dica | Importante | Aviso | Cuidado | Você sabia? / Sabia que…? | "
        "Dica de especialista / Dica do especialista / Dica profissional / Dica pro | Exemplo real / "
        "Exemplo da vida real / Exemplo prático / Caso real | "
        "Tabela | Notas | Nota | Voltar ao texto, referência | Feito | A fazer | Perguntas frequentes",
        "pt-pt": "Nota | Dica | Importante | Aviso | Cuidado | Sabia que…? / Você sabia? | "
        "Dica de especialista / Dica profissional / Dica pro | Exemplo real / Exemplo da vida real / "
        "Exemplo prático / Caso real | "
        "Tabela | Notas | Nota | Voltar ao texto, referência | Feito | Por fazer | Perguntas frequentes",
        "nl": "Opmerking | Tip | Belangrijk | Waarschuwing | Let op | Wist je dat? / Wist u dat? / "
        "Wist je dat…? / Wist u dat…? | Profitip | Praktijkvoorbeeld | "
        "Tabel | Voetnoten | Voetnoot | Terug naar de tekst, verwijzing | Klaar | Te doen | Veelgestelde vragen",
        "ar": "ملاحظة | نصيحة | مهم | تحذير | تنبيه | هل تعلم؟ / هل كنت تعلم؟ / هل تعلم أن…؟ | "
        "نصيحة الخبراء / نصيحة احترافية | "
        "مثال من الواقع / مثال واقعي | "
        "جدول | الهوامش | هامش | عودة إلى النص، الإحالة | أُنجز | لم يُنجز | الأسئلة الشائعة",
        "fa": "نکته | توصیه | مهم | هشدار | احتیاط | آیا می‌دانستید؟ | توصیهٔ حرفه‌ای | نمونهٔ واقعی | "
        "جدول | پانویس‌ها | پانویس | بازگشت به متن، ارجاع | انجام شد | انجام نشده | پرسش‌های متداول",
        "he": "הערה | טיפ | חשוב | אזהרה | זהירות | הידעתם? | טיפ מקצועי | דוגמה מהחיים | "
        "טבלה | הערות שוליים | הערת שוליים | חזרה לטקסט, הפניה | בוצע | לביצוע | שאלות נפוצות",
        "hi": "नोट | सुझाव | महत्वपूर्ण | चेतावनी | सावधान | क्या आप जानते हैं? / क्या आपको पता है? | "
        "विशेषज्ञ की सलाह / विशेषज्ञ सुझाव / प्रो टिप | "
        "असल ज़िंदगी का उदाहरण / वास्तविक उदाहरण / वास्तविक जीवन का उदाहरण | "
        "तालिका | फ़ुटनोट | फ़ुटनोट | पाठ पर वापस जाएँ, संदर्भ | पूरा हुआ | बाकी है | अक्सर पूछे जाने वाले सवाल",
        "id": "Catatan | Tip | Penting | Peringatan | Hati-hati | Tahukah Anda? / Tahukah Anda bahwa…? | "
        "Tip ahli | Contoh nyata | "
        "Tabel | Catatan kaki | Catatan kaki | Kembali ke teks, rujukan | Selesai | Belum selesai | Pertanyaan umum",
        "ja": "メモ | ヒント | 重要 | 警告 | 注意 | ご存知ですか？ / ご存じですか？ / 知っていましたか？ | "
        "プロのヒント / プロからのアドバイス / プロのアドバイス / プロのコツ / "
        "ワンポイントアドバイス / ワンポイント | 実例 / 事例 / 実際の例 / 実際の事例 | "
        "表 | 脚注 | 脚注 | 本文に戻る、参照 | 完了 | 未完了 | よくある質問",
        "ko": "참고 | 도움말 | 중요 | 경고 | 주의 | 알고 계셨나요? / 알고 있나요? | "
        "전문가의 조언 / 전문가 팁 / 프로 팁 | 실제 사례 | "
        "표 | 각주 | 각주 | 본문으로 돌아가기, 참조 | 완료 | 할 일 | 자주 묻는 질문",
        "pl": "Uwaga | Wskazówka | Ważne | Ostrzeżenie | Ostrożnie | Czy wiesz, że…? / Czy wiesz? | "
        "Wskazówka eksperta / Porada eksperta | Przykład z życia / Przykład z praktyki | "
        "Tabela | Przypisy | Przypis | Wróć do tekstu, odsyłacz | Zrobione | Do zrobienia | "
        "Najczęściej zadawane pytania",
        "ru": "Примечание | Совет | Важно | Предупреждение | Осторожно | "
        "Знаете ли вы? / Знаете ли вы, что…? / А вы знали? / Вы знали? / А вы знали, что…? | "
        "Совет эксперта / Совет профессионала | Пример из жизни / Пример из практики | "
        "Таблица | Сноски | Сноска | Назад к тексту, ссылка | Сделано | Предстоит | Часто задаваемые вопросы",
        "sv": "Obs | Tips | Viktigt | Varning | Försiktigt | Visste du att…? / Visste du? / Visste du det? | "
        "Experttips / Expertråd / Proffstips | Exempel från verkligheten / Verkligt exempel | "
        "Tabell | Fotnoter | Fotnot | Tillbaka till texten, hänvisning | Klart | Kvar att göra | Vanliga frågor",
        "tr": "Not | İpucu | Önemli | Uyarı | Dikkat | Biliyor muydunuz? / Biliyor musunuz? | "
        "Uzman ipucu / Uzman İpucu / Profesyonel ipucu | Gerçek hayattan örnek / Gerçek Hayattan Örnek | "
        "Tablo | Dipnotlar | Dipnot | Metne dön, gönderme | Yapıldı | Yapılacak | Sık sorulan sorular",
        "uk": "Примітка | Порада | Важливо | Попередження | Обережно | Чи знаєте ви? / Чи знали ви? | "
        "Порада експерта / Порада від експерта | Приклад із життя / Приклад з життя / Приклад із практики | "
        "Таблиця | Виноски | Виноска | Назад до тексту, посилання | Зроблено | Належить зробити | Поширені запитання",
        "vi": "Ghi chú | Mẹo | Quan trọng | Cảnh báo | Thận trọng | Bạn có biết? | Mẹo chuyên gia | Ví dụ thực tế | "
        "Bảng | Chú thích | Chú thích | Trở lại bài, tham chiếu | Xong | Cần làm | Câu hỏi thường gặp",
        "zh": "说明 | 提示 | 重要 | 警告 | 小心 | 你知道吗？ / 您知道吗？ / 你知道嗎？ | "
        "专业提示 / 專業提示 / 专家提示 / 专家建议 | 真实案例 / 真實案例 / 实际案例 / 现实案例 | "
        "表格 | 脚注 | 脚注 | 回到正文，引用 | 已完成 | 待办 | 常见问题",
        "zh-hant": "說明 | 提示 | 重要 | 警告 | 小心 | 你知道嗎？ / 您知道嗎？ / 你知道吗？ | "
        "專業提示 / 專家提示 / 专业提示 | 真實案例 / 實際案例 / 真实案例 | "
        "表格 | 註腳 | 註腳 | 回到正文，引用 | 已完成 | 待辦 | 常見問題",
    }.items()
}

LANGUAGES = tuple(_BY_LANGUAGE)


@lru_cache(maxsize=64)
def phrases(language: str) -> Phrases:
    """Return the words of a language by its BCP 47 tag, the nearest that are here; English where there are none."""
    return known_of(language, _BY_LANGUAGE, _BY_LANGUAGE["en"])


def callout_kind(name: str, manuscript: Manuscript) -> str:
    """Return the kind that a written name means, or an empty string."""
    slug = re.sub(r"[\s_-]+", "-", name.strip().rstrip("?:")).casefold().removeprefix("callout-")  # as Quarto has it
    kinds = (*CALLOUTS, *manuscript.settings.callout_kinds)
    return next((kind for kind in (ALIASES.get(slug, slug), slug.removesuffix("s")) if kind in kinds), "")


def report_unknown(name: str, line: int, column: int, width: int, manuscript: Manuscript) -> None:
    """Report a kind of callout that is none, where it stands in the line with the index `line`."""
    kinds = (*CALLOUTS, *manuscript.settings.callout_kinds)
    near = nearest(re.sub(r"[\s_]+", "-", name.strip()).removeprefix("callout-"), kinds)
    message, hint = f'unknown callout kind "{name}"', did_you_mean(near, "the kinds are " + ", ".join(kinds))
    manuscript.report("parse/unknown-callout", message, line + 1, column, width=width, hint=hint)
