"""Questions that `<details>` sum up become bold, with their answers below."""

import re

from markdown_it.token import Token

from sitegen.base.html import visible_text
from sitegen.base.patterns import regex
from sitegen.parse.faq.asking import is_question
from sitegen.parse.faq.packed import Packed, between, bold

_TAG = regex(
    r"<details\b[^<>]*>|</details\s*>|"
    r"<summary\b[^<>]*>(?P<summary>[^<]*(?:<(?!/?(?:summary|details)\b)[^<]*)*)</summary\s*>",
    re.IGNORECASE,
)
"""The tags of `<details>`, and its summary."""


def disclosed(tokens: list[Token]) -> Packed | None:
    """Return the tokens without the `<details>` around questions; None where one sums up what asks nothing."""
    packed = Packed()
    within = asked = False
    for token in tokens:
        if token.type != "html_block" or token.level:
            packed.tokens.append(token)
            continue
        pos = 0
        for match in _TAG.finditer(token.content):
            packed.tokens += between(token, pos, match.start())
            pos = match.end()
            if match["summary"] is None:
                if within == match[0].lower().startswith("<details"):  # one in another
                    return None
                within, asked = not within, False
                (packed.open if within else packed.close)()
                continue
            question = visible_text(match["summary"]).strip()
            if question.startswith("**") and question.endswith("**"):
                question = question[2:-2]  # as pages of MDX may have it
            if not within or asked or not is_question(question):
                return None
            asked = True
            packed.tokens += bold(question, token, match.start())
        packed.tokens += between(token, pos, len(token.content))
    return None if within else packed
