"""The Markdown parser with everything that the author's format adds, built once for each set of options."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import html_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import image
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from sitegen.base.text import has_any
from sitegen.parse.attributes import attributes_rule
from sitegen.parse.draw.sheet import OwnDraw
from sitegen.parse.draw.shortcodes import tag_rule
from sitegen.parse.features.callouts import callouts, with_classes
from sitegen.parse.features.openings import openings
from sitegen.parse.foreign.brokenlinks import with_notes, with_whole_links
from sitegen.parse.foreign.bullets import bullets
from sitegen.parse.foreign.buttons import without_buttons
from sitegen.parse.foreign.captions import captions
from sitegen.parse.foreign.components import component_rule
from sitegen.parse.foreign.directives import directive_rule
from sitegen.parse.foreign.exports import without_exported
from sitegen.parse.foreign.leftovers import aside_rule, without_leftovers
from sitegen.parse.foreign.notices import notice_rule
from sitegen.parse.foreign.rewrites import rewritten
from sitegen.parse.foreign.templated import definition_rule, fill_in
from sitegen.parse.headings import cut_heading_attributes, cut_level_labels
from sitegen.parse.links import address_rule, normalize
from sitegen.parse.manuscript import manuscript_of
from sitegen.parse.syntax.blockparser import BlockParser, quote_rule, short_paragraph
from sitegen.parse.syntax.containers import admonition_rule, container_rule
from sitegen.parse.syntax.emoji import emoji
from sitegen.parse.syntax.inlineparser import InlineParser, note_call, placed, placed_note
from sitegen.parse.syntax.jsx import comment_rule, jsx_rule, jsx_tag, mdx_rule
from sitegen.parse.syntax.lines import Rule
from sitegen.parse.syntax.marks import abbreviate, abbreviation_rule, marks
from sitegen.parse.syntax.math import math_block_rule, math_rule
from sitegen.parse.syntax.mixed import mixed_rule, whole_pre
from sitegen.parse.syntax.pairs import highlight_rule, pair_rule, spread_rule
from sitegen.parse.syntax.tables import drawn_table_rule, table_rule
from sitegen.parse.syntax.wiki import films, sized, wiki
from sitegen.parse.tokens import without_blanks

Rules = tuple[Callable[[Any], None], ...]

_BLANKS = ("&nbsp;", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}")
"""What paragraphs may be made of that say nothing."""
_TEXT = ("paragraph",)
_BLOCKS = ("paragraph", "reference", "blockquote")
_ALL = ("paragraph", "reference", "blockquote", "list")
_BLOCK_RULES: tuple[tuple[str, str, Rule, tuple[str, ...]], ...] = (
    ("fence", "directive", directive_rule, _ALL),
    ("fence", "container", container_rule, _ALL),
    ("fence", "admonition", admonition_rule, _TEXT),
    ("fence", "highlight", highlight_rule, _BLOCKS),
    ("fence", "mdx", mdx_rule, ()),
    ("fence", "notice", notice_rule, _TEXT),
    ("fence", "pair", pair_rule, _BLOCKS),
    ("fence", "component", component_rule, ()),
    ("fence", "jsx", jsx_rule, _BLOCKS),
    ("fence", "spread", spread_rule, _TEXT),
    ("fence", "aside", aside_rule, ()),
    ("fence", "math_block", math_block_rule, _ALL),
    ("hr", "drawn_table", drawn_table_rule, ()),
    ("hr", "abbreviation", abbreviation_rule, _TEXT),
    ("reference", "definition", definition_rule, ()),
    ("html_block", "mixed", mixed_rule, _BLOCKS),
)
"""(the library's rule before which it is asked, its name, the rule, what it may end)."""
_BETTER_BLOCK_RULES: tuple[tuple[str, Rule, tuple[str, ...]], ...] = (
    ("blockquote", quote_rule, _ALL),
    ("html_block", whole_pre(html_block), _BLOCKS),
    ("paragraph", short_paragraph, ()),
    ("table", table_rule, ("paragraph", "reference")),
)
"""(the library's rule whose place it takes, the rule, what it may end)."""


class Markdown(MarkdownIt):
    """A parser that leaves the targets of the site's own links as they are written."""

    own_draws: dict[str, OwnDraw]
    """How extensions draw the tokens that they make or take over, by type."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  (the library's name)
        """Percent-encode full URLs only: the others become holes."""
        return normalize(url)

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  (the library's name)
        """Show an address as it is written."""
        return link


@lru_cache(maxsize=8)
def markdown(rules: Rules = ()) -> Markdown:
    """Return the parser with the rules of extensions; one per process and set of rules."""
    md = Markdown("commonmark", {"tasklists": True, "html": True})
    md.inline = inline = InlineParser()
    md.block = block = BlockParser()
    md.configure("commonmark", {"tasklists": True, "html": True})
    md.enable(["table", "strikethrough"])
    deflist_plugin(md)
    footnote_plugin(md, move_to_end=False)
    for before, name, rule, interrupts in _BLOCK_RULES:
        block.ruler.before(before, name, rule, RuleOptionsType(alt=list(interrupts)))
    for name, rule, interrupts in _BETTER_BLOCK_RULES:
        block.ruler.at(name, rule, RuleOptionsType(alt=list(interrupts)))
    inline.ruler.at("emphasis", inline.spans.emphasis)
    inline.ruler.at("link", placed(inline.spans.link))
    inline.ruler.at("image", placed(image))
    inline.ruler.at("html_inline", placed(tag_rule))
    inline.ruler.at("footnote_ref", placed(note_call))
    inline.ruler.at("footnote_inline", placed_note)
    inline.ruler.before("escape", "math", placed(math_rule))
    inline.ruler.push("address", address_rule)
    inline.ruler.before("html_inline", "jsx", placed(jsx_tag))
    inline.ruler.after("image", "attributes", attributes_rule)
    inline.ruler.before("escape", "mdx_comment", comment_rule)
    md.core.ruler.after("block", "callouts", _before_inline)
    md.core.ruler.after("inline", "marks", _behind_inline)
    known = dict(md.renderer.rules)  # type: ignore[attr-defined]  # the HTML renderer has them
    for add_rules in rules:
        add_rules(md)
    md.own_draws = {
        name: draw
        for name, draw in md.renderer.rules.items()  # type: ignore[attr-defined]
        if known.get(name) != draw
    }
    # The text is normal already, and escaped characters are drawn as they come.
    md.core.ruler.disable(["normalize", "text_join"])
    block.prepare()
    inline.prepare(own=not rules)
    return md


def _before_inline(state: StateCore) -> None:
    """Do what must be done to block tokens before their text is read."""
    if manuscript := manuscript_of(state.env):
        _number_lines(state.tokens, manuscript.first_line)
        if "}" in manuscript.text:
            cut_heading_attributes(state.tokens)
        if "H2" in manuscript.text:
            cut_level_labels(state.tokens)
        if has_any(manuscript.text, _BLANKS):
            state.tokens = without_blanks(state.tokens)
        tokens = without_exported(rewritten(state.tokens, manuscript), manuscript)
        tokens = with_whole_links(tokens, manuscript)
        tokens = with_notes(without_buttons(tokens, manuscript), state.env, manuscript.text)
        state.tokens = without_leftovers(with_classes(tokens, manuscript), manuscript)
        fill_in(state.tokens, manuscript)
        tokens = bullets(captions(state.tokens, manuscript.text), manuscript.text)
        state.tokens = openings(callouts(tokens, manuscript), manuscript)


def _behind_inline(state: StateCore) -> None:
    """Read what editors of notes write within a text, which Markdown takes for words."""
    if manuscript := manuscript_of(state.env):
        linked = "[[" in manuscript.text
        if linked:
            wiki(state.tokens)
        if linked or "|" in manuscript.text:
            sized(state.tokens, alone=linked)
        if manuscript.pictured:
            films(state.tokens)
        marks(state.tokens, manuscript)
        emoji(state.tokens, manuscript)
    abbreviate(state.tokens, state.env)


def _number_lines(tokens: list[Token], before: int) -> None:
    """Make the lines of the tokens those of the file."""
    if before:
        for token in tokens:
            if token.map:
                token.map = [token.map[0] + before, token.map[1] + before]
