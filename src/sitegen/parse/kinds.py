"""The kinds of callouts, by all the names that they go by."""

import re

from sitegen.base.text import did_you_mean, nearest
from sitegen.model.config import CALLOUTS
from sitegen.parse.manuscript import Manuscript

ALIASES = {
    "info": "note", "hint": "tip", "danger": "caution", "error": "caution", "attention": "warning", "protip": "pro-tip",
    "didyouknow": "did-you-know", "real-life-example": "example", "reallife-example": "example", "dyk": "did-you-know",
    "real-world-example": "example", "abstract": "note", "summary": "note", "tldr": "note", "todo": "note",
    "question": "note", "help": "note", "faq": "note", "success": "tip", "check": "tip", "done": "tip",
    "failure": "warning", "fail": "warning", "missing": "warning", "bug": "warning",
    "details": "note", "spoiler": "note",
}  # fmt: skip


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
