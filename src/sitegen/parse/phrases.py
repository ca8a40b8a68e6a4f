"""The few words that `parse` itself puts into a text, and those by which it knows a part of it, by language."""

from functools import lru_cache
from typing import NamedTuple

from sitegen.model.config import CALLOUTS


class Phrases(NamedTuple):
    """The words of one language."""

    callouts: dict[str, str]
    """Titles by kind."""
    table: str
    footnotes: str
    footnote: str
    back: str
    done: str
    to_do: str
    faq: str


def _phrases(titles: str, others: str) -> Phrases:
    table, footnotes, footnote, back, done, to_do, faq = (word.strip() for word in others.split("|"))
    kinds = dict(zip(CALLOUTS, (title.strip() for title in titles.split("|")), strict=True))
    return Phrases(kinds, table, footnotes, footnote, back, done, to_do, faq)


_BY_LANGUAGE = {
    "en": _phrases(
        "Note | Tip | Important | Warning | Caution | Did you know? | Pro tip | Real-life example",
        "Table | Footnotes | Footnote | Back to the text, reference | Done | To do | Frequently asked questions",
    ),
    "de": _phrases(
        "Hinweis | Tipp | Wichtig | Warnung | Vorsicht | Wussten Sie schon? | Profi-Tipp | Beispiel aus der Praxis",
        "Tabelle | Fußnoten | Fußnote | Zurück zum Text, Verweis | Erledigt | Offen | Häufige Fragen",
    ),
    "fr": _phrases(
        "Note | Astuce | Important | Avertissement | Attention | Le saviez-vous ? | Astuce de pro | Exemple concret",
        "Tableau | Notes | Note | Retour au texte, appel | Fait | À faire | Questions fréquentes",
    ),
    "es": _phrases(
        "Nota | Consejo | Importante | Advertencia | Precaución | ¿Sabías que…? | Consejo profesional | Ejemplo real",
        "Tabla | Notas | Nota | Volver al texto, referencia | Hecho | Pendiente | Preguntas frecuentes",
    ),
    "it": _phrases(
        "Nota | Suggerimento | Importante | Avviso | Attenzione | Lo sapevi? | Consiglio da esperto | Esempio reale",
        "Tabella | Note | Nota | Torna al testo, riferimento | Fatto | Da fare | Domande frequenti",
    ),
    "pt": _phrases(
        "Nota | Dica | Importante | Aviso | Cuidado | Você sabia? | Dica de especialista | Exemplo real",
        "Tabela | Notas | Nota | Voltar ao texto, referência | Feito | A fazer | Perguntas frequentes",
    ),
    "nl": _phrases(
        "Opmerking | Tip | Belangrijk | Waarschuwing | Let op | Wist je dat? | Profitip | Praktijkvoorbeeld",
        "Tabel | Voetnoten | Voetnoot | Terug naar de tekst, verwijzing | Klaar | Te doen | Veelgestelde vragen",
    ),
    "ar": _phrases(
        "ملاحظة | نصيحة | مهم | تحذير | تنبيه | هل تعلم؟ | نصيحة الخبراء | مثال من الواقع",
        "جدول | الهوامش | هامش | عودة إلى النص، الإحالة | أُنجز | لم يُنجز | الأسئلة الشائعة",
    ),
    "fa": _phrases(
        "نکته | توصیه | مهم | هشدار | احتیاط | آیا می‌دانستید؟ | توصیهٔ حرفه‌ای | نمونهٔ واقعی",
        "جدول | پانویس‌ها | پانویس | بازگشت به متن، ارجاع | انجام شد | انجام نشده | پرسش‌های متداول",
    ),
    "he": _phrases(
        "הערה | טיפ | חשוב | אזהרה | זהירות | הידעתם? | טיפ מקצועי | דוגמה מהחיים",
        "טבלה | הערות שוליים | הערת שוליים | חזרה לטקסט, הפניה | בוצע | לביצוע | שאלות נפוצות",
    ),
    "hi": _phrases(
        "नोट | सुझाव | महत्वपूर्ण | चेतावनी | सावधान | क्या आप जानते हैं? | विशेषज्ञ की सलाह | असल ज़िंदगी का उदाहरण",
        "तालिका | फ़ुटनोट | फ़ुटनोट | पाठ पर वापस जाएँ, संदर्भ | पूरा हुआ | बाकी है | अक्सर पूछे जाने वाले सवाल",
    ),
    "id": _phrases(
        "Catatan | Tip | Penting | Peringatan | Hati-hati | Tahukah Anda? | Tip ahli | Contoh nyata",
        "Tabel | Catatan kaki | Catatan kaki | Kembali ke teks, rujukan | Selesai | Belum selesai | Pertanyaan umum",
    ),
    "ko": _phrases(
        "참고 | 도움말 | 중요 | 경고 | 주의 | 알고 계셨나요? | 전문가의 조언 | 실제 사례",
        "표 | 각주 | 각주 | 본문으로 돌아가기, 참조 | 완료 | 할 일 | 자주 묻는 질문",
    ),
    "vi": _phrases(
        "Ghi chú | Mẹo | Quan trọng | Cảnh báo | Thận trọng | Bạn có biết? | Mẹo chuyên gia | Ví dụ thực tế",
        "Bảng | Chú thích | Chú thích | Trở lại bài, tham chiếu | Xong | Cần làm | Câu hỏi thường gặp",
    ),
}


@lru_cache(maxsize=64)
def phrases(language: str) -> Phrases:
    """Return the words of a language by its BCP 47 tag; English where it has none here."""
    return _BY_LANGUAGE.get(language.lower().split("-")[0].split("_")[0], _BY_LANGUAGE["en"])
