"""What commonly ends articles: titles such as "Conclusion", calls to comment, and notes about the text."""

import re

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.parse.blocks import Block
from sitegen.parse.faq.asking import is_question
from sitegen.parse.tokens import is_all, plain_text

# What stands above a paragraph, or before a colon in it.
_LABEL = (
    r"join\b.*|(?:final|closing|last) (?:thoughts|words)|(?:key )?takeaways?|conclusions?|summary|in summary|"
    r"what do you think|have your say|leave a comment|comments?|share\b.*|subscribe\b.*|next steps|"
    r"call to (?:action|comments?)|"
    r"let['’]s (?:discuss|talk|chat)\b.*|over to you|your (?:turn|thoughts?)|(?:drop|post|add) a comment|weigh in|"
    r"you (?:may|might) also\b.*|(?:related|recommended)\b.*|read next|keep reading|more like this|"
    r"about the authors?|about this article|editor['’]s note|disclaimer|disclosure|(?:image|photo) credits?|"
    r"fazit|schluss|pour aller plus loin|conclusión|conclusiones|conclusion[ei]|conclusão|conclusões|"
    r"considerações finais|conclusie|tot slot|slutsats(?:er)?|sammanfattning|konklusion|opsummering|závěr|shrnutí|"
    r"заключение|выводы?|итоги?|висновок|висновки|підсумок|підсумки|まとめ|おわりに|最後に|总结|總結|结论|結論|结语|結語|"
    r"결론|맺음말|마치며|(?:ال)?خاتمة|الخلاصة|نتیجه‌گیری|ל?סיכום|निष्कर्ष|sonuç|podsumowanie|wnioski|"
    r"kết luận|lời kết|kesimpulan|penutup"
)
# Before a colon these belong to the answer.
_LINKS = (
    r"references|sources|resources|further reading|learn more|read more|contact(?: us)?|"
    r"quellen|weiterlesen|fuentes|sources et références|fonti|fontes|bronnen|källor|kilder|źródła|zdroje|kaynaklar|"
    r"источники|джерела|参考(?:文献|資料|资料)|參考(?:文獻|資料)|出典|资料来源|資料來源|출처|참고 ?(?:자료|문헌)|"
    r"المصادر|المراجع|منابع|מקורות|स्रोत|संदर्भ|sumber|referensi|nguồn|tài liệu tham khảo"
)
# So do these, which stand over something as often.
_TITLES = (
    r"wrap(?:ping)?[\s-]?(?:it\s)?up|(?:the )?bottom line|in (?:conclusion|closing|short|brief)|tl;?dr|recap|"
    r"(?:final|closing|last) (?:thought|word|takeaways?|remarks|notes?)|conclusions?\s?[:–—-]\s.{1,80}|"
    r"get (?:involved|started(?: today| now)?)|stay (?:connected|updated|in touch)|author bio|"
    r"looking (?:ahead|forward)|the (?:road|way|path) (?:ahead|forward)|your next steps?|acknowledge?ments|"
    r"footnotes|additional resources|(?:sources|references|resources) (?:and|&) .{1,30}|"
    r"reflexiones finales|en (?:resumen|conclusión)|referencias|schlusswort|schlussfolgerung|zusammenfassung|ausblick|"
    r"conclusion et perspectives|en (?:conclusion|résumé|bref)|à vous (?:la parole|de jouer)|références|"
    r"em resumo|resumindo|referências|sua opinião|in sintesi|per concludere|riflessioni finali|riferimenti|"
    r"samenvatting|в заключение|вместо заключения|ваше мнение|"
    r"[終さ](?:わり|いご)に|結びに|小结|小結|写在最后|寫在最後|마무리|خلاصة"
)
_OPENING = regex(rf"\W*(?:{_LABEL})\W*", re.IGNORECASE)
_TITLE = regex(rf"\W*(?:{_LABEL}|{_LINKS}|{_TITLES})\W*", re.IGNORECASE)
_COMMENT = (
    r"comments? (?:below|section)|(?:in|to) the comments|"
    r"(?:leave|drop|post|write|add) (?:\w+ ){0,2}(?:comments?|thoughts)"
)
_CALL_TO_COMMENT = regex(rf"\b(?:{_COMMENT})\b", re.IGNORECASE)
_CALL = regex(
    rf"\b(?:{_COMMENT}|(?:join|continue|start) the (?:conversation|discussion|debate)|"
    r"(?:tell (?:us|me)|let (?:us|me) know|share) (?:\w+ ){0,2}(?:below|in|your|what|how|which|whether|if)|"
    r"hear (?:from you|your)|what do you think|what (?:are|is) your (?:thoughts?|views?|take|opinion|experiences?)|"
    r"what['’]s your (?:view|take|opinion|experience)|your turn|share this|subscribe (?:to|for|now)|"
    r"thanks for reading|that['’]s (?:all|it) for (?:today|now|this \w+)|see you next \w+|sign up for|follow us|"
    r"(?:more|other|further|got|still have) questions\?)|"
    r"kommentar(?:e|en)?\b|\bcommentaires?\b|\bcomentarios?\b|\bcomentários?\b|\bun commento\b|\bcommenti\b|"
    r"in de reacties|(?:laat|plaats) een reactie|в комментари|[ву] коментар|コメント|评论区|評論區|"
    r"在评论中|在評論中|留言|댓글|التعليقات|"
    r"در (?:بخش )?(?:دیدگاه|نظر|کامنت)|בתגובות|टिप्पणी|yorumlar(?:da|a)\b|yorum (?:yap|bırak|yaz)|"
    r"w komentarz|zostaw komentarz|(?:v|do) komentář|kolom komentar|di komentar|bình luận",
    re.IGNORECASE,
)
"""What calls on readers to say or to do something."""
_ADDRESSES = regex(
    r"(?:if you )?(?:enjoyed|liked|loved|found) (?:this|the) (?:article|post|story|guide|read)\b|stay tuned\b|"
    r"did you find this (?:article|post|story|guide) |(?:we|i)(?:['’]d| would) love to (?:hear|know)\b|"
    r"^\W*(?:over to you|let['’]s (?:discuss|talk))!|\bask (?:\w+ ){0,2}below\b|comments are (?:now )?open\b|"
    r"^\W*ready to (?:get )?(?:start(?:ed)?|dive in|try|begin|build|learn)\b|"
    r"qué (?:opin|piens|te parece)|¿y (?:tú|usted)|cuéntan?os|suscríbe|comparte tu\b|"
    r"compart(?:a|an) su (?:opinión|experiencia)|compart(?:e|a|an) est[ea] (?:artículo|nota)|"
    r"was (?:meinen|denken) sie\b|was (?:meinst|denkst) du\b|diskutier\w* (?:sie )?mit\b|abonnier|"
    r"teil(?:en sie|e|t) (?:uns mit|(?:ihre|deine|eure) (?:erfahrung|meinung|gedanken)|diesen (?:artikel|beitrag))|"
    r"schreib(?:en sie|t|e)? uns\b|"
    r"qu['’]en pens(?:ez-vous|es-tu)|donnez (?:votre|vos) avis|dites-(?:le-)?nous|abonnez-vous|"
    r"partagez (?:votre (?:avis|expérience|opinion)|vos (?:avis|idées|expériences)|cet article)|"
    r"o que (?:você )?(?:acha|achou|pensa)\b|cont(?:e|a) (?:para|pra) (?:a gente|nós)|(?:sua|a tua) opinião|"
    r"(?:compartilhe|partilhe) (?:sua|a sua|este|com)\b|inscreva-se|"
    r"(?:che|cosa) ne pens(?:i|ate)|dicci\b|raccontaci|condivid(?:i|ete) (?:la tua|la vostra|questo)|iscriviti|"
    r"wat (?:vind|denk) (?:jij|je|u)\b|laat (?:het )?ons weten|"
    r"co (?:o tym )?(?:sądzi|myśli)(?:sz|cie)|podziel(?:cie)? się|co si (?:o tom )?myslíte|podělte se|"
    r"что (?:вы )?думаете|поделитесь|подписывайтесь|що (?:ви )?думаєте|поділіться|"
    r"vad tycker du|berätta för oss|hvad (?:synes|mener) du|fortæl os|ne düşünüyorsun|paylaşın|"
    r"どう思いますか|お聞かせ|教えてください|ご意見|"
    r"[你您]怎[么麼]看|[欢歡]迎(?:留言|分享|[评評][论論])|"
    r"어떻게 생각하|들려 ?주세요|여러분의 (?:생각|의견)|"
    r"ما رأيك|شارك(?:نا|ونا)|أخبر(?:نا|ونا)|نظر شما|ספרו לנו|מה דעת|"
    r"आप(?:की|का) (?:क्या )?(?:राय|विचार)|आप क्या सोचते|हमें बता|"
    r"bagaimana pendapat|bagikan pendapat|bạn nghĩ (?:sao|gì)|hãy chia sẻ",
    re.IGNORECASE,
)
"""What a text says to readers at its end; questions and answers of an FAQ may say so too."""
_LEAVE = regex(
    r"\W*(?:happy \w+ing|stay \w+|until next \w+|over to you|"
    r"thank(?:s| you)(?: so much)? for (?:reading|being here).{0,60}|"
    r"©.{1,80}|(?:copyright\b.{1,60}\W)?all rights reserved)\W*",
    re.IGNORECASE,
)
"""What takes leave of them."""
_HASHTAGS = regex(r"(?:#\w+[\s,]*)+")
_FEW_WORDS = 4


def is_ending(title: str) -> bool:
    """Tell whether a title commonly stands over what ends an article."""
    return bool(_TITLE.fullmatch(title))


def calls(text: str) -> bool:
    """Tell whether a text asks readers to say something, to share it or to subscribe."""
    return bool(_CALL.search(text))


def calls_to_comment(text: str) -> bool:
    """Tell whether a text asks readers, in English, to write a comment."""
    return bool(_CALL_TO_COMMENT.search(text))


def ends_answer(block: Block) -> bool:
    """Tell whether a block that follows an answer is none itself, but a paragraph or quote that ends the article."""
    if block.kind == "html_block":
        return calls(visible_text(block.head.content)) and not _opens_answer(block)
    text = (block.first if block.kind == "blockquote_open" else block).paragraph
    if not text or _opens_answer(block):
        return False
    written = plain_text(text)
    opening, colon, _ = written.partition(":")
    few = len(text.content.split()) <= _FEW_WORDS
    return bool(
        (colon and _OPENING.fullmatch(opening))
        or ((is_all(text, "strong") or (few and not text.content.rstrip().endswith("."))) and is_ending(written))
        or calls(written)
        or _LEAVE.fullmatch(written)
        or _HASHTAGS.fullmatch(written)
        or (is_all(text, "em") and not block.below.kind)
    )


def addresses_readers(block: Block) -> bool:
    """Tell whether a paragraph behind an answer may be for all readers: the last of an article is, others need not."""
    text = block.paragraph
    return bool(text and not _opens_answer(block) and _ADDRESSES.search(plain_text(text)))


def _opens_answer(block: Block) -> bool:
    """Tell whether a block is what a question right above it is answered with."""
    above = block.above
    return above.kind in ("", "heading_open") or (above.paragraph is not None and is_question(above.said))
