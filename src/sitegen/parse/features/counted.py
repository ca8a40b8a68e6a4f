"""What other pages count beside a byline: how long reading takes, and what readers did."""

import re

from sitegen.base.patterns import regex

COUNT = regex(
    r"(?:\d[\d.,]{0,6}k?|no|zero) (?:comments?|responses?|repl(?:y|ies)|views?|shares?|likes?|claps?)|"
    r"leave a (?:comment|reply)",
    re.IGNORECASE,
)
"""What another page has beside its byline."""
READING_TIME = regex(
    r"\(?(?:(?:(?:estimated\s+)?read(?:ing)?\s+time|lese(?:zeit|dauer)|"
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
READS = regex(
    r"\bread|lese|lectur|lettura|leitura|leestijd|czyta|чтени|читан|okuma|läs|læs|čten|baca|đọc|"
    r"読|阅读|閱讀|읽|पढ़|قراءة|خواندن|קריאה",
    re.IGNORECASE,
)
"""What says of minutes that they are those of reading."""
