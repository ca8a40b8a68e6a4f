"""The words that bylines are made of, by language: who signs for a newsroom, when, and what is counted beside it."""

import re

from sitegen.base.patterns import regex
from sitegen.parse.people import OFFICES

# Who: what stands before names; offices and desks.

BY = r"von|par|por|di|door|av|af|oleh|بقلم|نوشتهٔ|מאת"
"""What stands before a name, and has other meanings as well."""
WRITTEN_BY = (
    r"(?:geschrieben|verfasst|veröffentlicht|(?:ein )?(?:artikel|beitrag|text)) von|(?:écrit|rédigé|publié|signé) par|"
    r"(?:escrito|publicado|redactado|elaborado|redigido) por|(?:scritto|redatto|pubblicato) da|a cura di|"
    r"(?:geschreven|gepubliceerd) door|(?:skriven|publicerad) av|(?:skrevet|udgivet) af|ditulis oleh|da(?= redação)"
)
"""The same with a word more; a colon behind it makes it a label."""
BEHIND = regex(r"(?P<names>[^\W\d_][^!?:！？。|\n]{1,60}?)\s+(?:द्वारा|tarafından|기자|記者|记者)")
"""Who wrote it, as languages have it that put such words behind names."""
WRITER = (
    r"author(?:s|\(s\))?|contributors?|byline|autor(?:in|en|a|e|es|as|ka|ky|zy)?|autoři|autrice|autor[ei]|auteure?s?|tekst|texto|testo|"
    r"författare|skribent(?:er)?|forfattere?|yazar(?:lar)?|yazan|автор(?:ы|и|ка)?|текст|लेखक|लेखिका|लेखन|"
    r"الكاتبة?|نویسنده|כותבת?|penulis|tác giả|bài(?: viết)?|글|작성자|글쓴이|द्वारा|كتبه?"
)
WRITER_UNSPACED = r"作者|著者|筆者|執筆者?|(?:取材・)?文|撰文"
OFFICE = regex(
    rf"(?:{OFFICES}|columnist|desk|newsroom|editors|(?:editorial|news|content|writing) (?:team|staff|board))$",
    re.IGNORECASE,
)
"""Who signs for a newsroom, by an office or as a desk."""
OFFICE_ELSEWHERE = regex(
    r"(?:(?:der|dem|die|la|le|il|el|o|a)\s|l['’])?(?P<name>chefredakteur(?:in)?|rédact(?:eur|rice) en chef|"
    r"(?:editora?|redactora?)[ -]jefe|jef[ea] de redacción|(?:editora?|redatora?)[ -]chefe|"
    r"direttor(?:e|a) editoriale|caporedattor[ae]|"
    r"hoofdredact(?:eur|rice)|chefredakt[öø]r(?:en)?|redaktor(?:ka)? naczeln[ya]|šéfredaktor(?:ka)?|"
    r"главный редактор|головн(?:ий редактор|а редакторка)|(?:genel yayın yönetmeni|baş ?editör)|سردبیر|"
    r"עורך ראשי|עורכת ראשית|मुख्य संपादक|प्रधान संपादक|pemimpin redaksi|tổng biên tập)",
    re.IGNORECASE,
)
"""A chief editor, whom nobody takes for a place."""
NEWSROOM = regex(
    r"(?:chef)?redaktion(?:en|sleitung)?|chefredakteur(?:in)?|redacción|redacció|rédaction(?: en chef)?|redação|"
    r"redazione|(?:hoofd)?redactie|redaksjonen?|redakcja|redakce|редакция|редакція|redaksi|tòa soạn|"
    r"(?:رئيس |هيئة |فريق )?التحرير|تحریریه|המערכת|"
    r"equipo (?:editorial|de redacción)|équipe éditoriale|equipe editorial|team editoriale|redaktionsteam|"
    r"編集部|編集長|编辑部|編輯部|总编辑|總編輯|편집부|편집장|ban biên tập|yayın kurulu",
    re.IGNORECASE,
)
"""A desk that nobody takes for a place: "Von Redaktion" needs no day, as "Von Köln" does."""

# When: that it was published then, or changed.

OF_DAY = regex(
    r"^(?:(?:(?:first |originally |date )?(?:written|posted|published)|(?:publi(?:cation|sh(?:ed|ing)?) )?date|"
    r"datum|dato|data|fecha|tarih|дата|"
    r"veröffentlicht|publié|publicado|pubblicato|gepubliceerd|publicerad|udgivet|opublikowano|publikováno|"
    r"yayı[mn]landı|опубликовано|опубліковано|발행일?|게시일?|نُ?شر|تاریخ|التاريخ|פורסם|diterbitkan|tanggal|"
    r"ngày đăng)\b\s?:?\s*|"
    r"(?:公開日?|掲載日?|发布(?:于|时间|日期)?|發布(?:於|時間|日期)?|日期)\s?[:：]?\s*)?"
    r"(?:(?:on|am|le|el|il|em|op|den|dnia|في|pada)(?:\s+|:\s*))?",
    re.IGNORECASE,
)
"""What may stand before the day of the first publication."""
PLACE = regex(
    r"(?!(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu|thurs?|fri|sat|sun|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|mo|di|mi|do|fr|sa|so|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|"
    r"maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|"
    r"poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle|"
    r"måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag|mandag|tirsdag|lørdag|søndag|"
    r"понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
    r"понеділок|вівторок|середа|четвер|п['’ʼ]ятниця|субота|неділя|"
    r"pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|"
    r"ال(?:اثنين|إثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت|أحد)|\w{0,4}\u200c?شنبه|جمعه|(?:सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि)वार)\.?[,،])"
    r"[^\W\d_]{2,12}\.?[,،]\s",
    re.IGNORECASE,
)
"""What stands before a day and is no weekday."""
UPDATED = regex(
    r"(?:(?:last )?(?:updated?|modified|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|bijgewerkt|"
    r"uppdaterad|opdateret|zaktualizowano|aktualizacja|aktualizováno|güncelle(?:me|ndi)|обновлено|оновлено|업데이트|수정|"
    r"آخر تحديث|به‌روزشده|עודכן|diperbarui|cập nhật|अपडेट)\b(?: (?:on|il|em|a|op|den|am|le|el|dnia|في|در|pada)\b)?|"
    r"更新[日于於]?)\s?[:：]?\s*(?P<day>.*)",
    re.IGNORECASE,
)
"""When a text was changed."""

# Beside it: how long reading takes, and what readers did.

COUNT = regex(
    r"(?:\d[\d.,]{0,6}k?|no|zero) (?:words|comments?|responses?|repl(?:y|ies)|views?|shares?|likes?|claps?)|"
    r"comments?\s?:\s?\d{1,4}|leave a (?:comment|reply)",
    re.IGNORECASE,
)
"""What another page has beside its byline."""
READING_TIME = regex(
    r"\(?(?:(?:(?:est(?:\.|imated)?\s+)?read(?:ing)?\s+time|est\.? read|(?:وقت|مدة) القراءة|lese(?:zeit|dauer)|"
    r"(?:lectura|leitura|lettura|lecture) d[ei]|temps de lecture|tiempo de lectura|tempo di lettura|"
    r"tempo de leitura|leestijd|czas czytania|время чтения|час читання|okuma süresi|lästid|læsetid|doba čtení|"
    r"読了時間|阅读(?:时间|约)?|閱讀(?:時間|約)?|읽는 시간|خواندن در)\s?[:：]?\s*)?[~約约]?\s?\d{1,3}[\s-]*"
    r"(?:min(?:s|uut|ut(?:[eiyo]|e[nrs]|os)?)?\.?|мин(?:ут[аы]?)?\.?|хв(?:илин[аи]?)?\.?|dk\.?|dakika|menit|phút|分[钟鐘]?|분|मिनट|"
    r"دقيقة|دقائق|دقیقه|דקות)"
    r"(?:\s?(?:read|lesezeit|de lecture|de lectura|di lettura|de leitura|leestijd|czytania|чтения|читання|okuma|"
    r"läsning|læsning|čtení|で読めます|baca|đọc|"
    r"में पढ़ें|للقراءة|קריאה))?\)?",
    re.IGNORECASE,
)
"""How long reading takes."""
READS = regex(
    r"\bread|lese|lectur|lettura|leitura|leestijd|czyta|чтени|читан|okuma|läs|læs|čten|baca|đọc|"
    r"読|阅读|閱讀|읽|पढ़|قراءة|خواندن|קריאה",
    re.IGNORECASE,
)
"""What says of minutes that they are those of reading."""
