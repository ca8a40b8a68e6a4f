"""What stands beside the day of an article: that it was published then, or changed."""

import re

from sitegen.base.patterns import regex

OF_DAY = regex(
    r"^(?:(?:(?:first |originally |date )?(?:written|posted|published)|(?:publi(?:cation|sh(?:ed|ing)?) )?date|"
    r"datum|dato|data|fecha|tarih|дата|"
    r"veröffentlicht|publié|publicado|pubblicato|gepubliceerd|publicerad|udgivet|opublikowano|publikováno|"
    r"yayı[mn]landı|опубликовано|опубліковано|발행일?|게시일?|نُ?شر|تاریخ|التاريخ|פורסם|diterbitkan|tanggal|"
    r"ngày đăng)\b:?\s*|"
    r"(?:公開日?|掲載日?|发布(?:于|时间|日期)?|發布(?:於|時間|日期)?|日期)\s?[:：]?\s*)?"
    r"(?:(?:on|am|le|el|il|em|op|den|dnia|في|pada)(?:\s+|:\s*))?",
    re.IGNORECASE,
)
"""What may stand before the day of the first publication."""
UPDATED = regex(
    r"(?:(?:last )?(?:updated?|modified|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|bijgewerkt|"
    r"uppdaterad|opdateret|zaktualizowano|aktualizacja|aktualizováno|güncelle(?:me|ndi)|обновлено|оновлено|업데이트|수정|"
    r"آخر تحديث|به‌روزشده|עודכן|diperbarui|cập nhật|अपडेट)\b(?: (?:on|il|em|a|op|den|am|le|el|dnia|في|در|pada)\b)?|"
    r"更新[日于於]?)\s?[:：]?\s*(?P<day>.*)",
    re.IGNORECASE,
)
