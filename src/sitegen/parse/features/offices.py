"""What those are called who sign for a newsroom: offices, roles and desks."""

import re

from sitegen.base.patterns import regex

_OFFICE = r"(?:editor|reporter|correspondent|journalist|writer|analyst|researcher|director|founder|columnist)$"
OFFICE = regex(_OFFICE, re.IGNORECASE)
ROLE = regex(
    rf"{_OFFICE}|^(?:head|chief|director|vice president) of\b|"
    r"(?:contributor|manager|specialist|strategist|consultant|officer|engineer|scientist|expert)$",
    re.IGNORECASE,
)
"""What says behind a name what somebody does."""
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
    r"redazione|redactie|redaksjonen?|redakcja|redakce|редакция|редакція|redaksi|tòa soạn|"
    r"(?:رئيس |هيئة |فريق )?التحرير|تحریریه|המערכת",
    re.IGNORECASE,
)
"""A desk that nobody takes for a place: "Von Redaktion" needs no day, as "Von Köln" does."""
