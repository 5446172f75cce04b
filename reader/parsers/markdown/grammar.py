"""The Markdown we read, as a configured markdown-it, and how deep it may nest."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.rules_block import StateBlock, blockquote, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, image, link
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def

# markdown-it recurses for each container and drops what stands deeper than its limit, 20 by default. Ours makes no
# container beyond this depth, so that its marks are shown as text and nothing is lost. case: deep-block-quotes.txt
_DEEPEST_CONTAINER = 50
_LIMITED_RULES: tuple[tuple[str, RuleFuncBlockType, list[str]], ...] = (
    ("blockquote", blockquote, ["paragraph", "reference", "blockquote", "list"]),
    ("list", list_block, ["paragraph", "reference", "blockquote"]),
    ("footnote_def", footnote_def, ["paragraph", "reference"]),
)
# Every “[” is looked behind for its “]”, and within that every other again: a megabyte of “![” took a minute at the
# depth of containers. A picture in a link in a picture is three deep.
_DEEPEST_LABEL = 3


def tokenize(text: str) -> tuple[list[Token], list[str]]:
    """Parse Markdown to markdown-it's flat stream of tokens, and the labels of footnotes nothing refers to."""
    env: dict[str, Any] = {}
    tokens = _grammar().parse(text, env)
    footnotes = env.get("footnotes", {}).get("refs", {})
    return tokens, [label.removeprefix(":") for label, number in footnotes.items() if number < 0]


def _grammar() -> MarkdownIt:
    grammar = MarkdownIt("commonmark", {"maxNesting": _DEEPEST_CONTAINER + 10})
    grammar.enable(["table", "strikethrough"]).use(footnote_plugin)
    # Unjoined, an escape or an entity is a token of its own that keeps how the source writes it.
    grammar.core.ruler.disable("text_join")
    grammar.core.ruler.at("inline", _parse_inlines)
    for name, rule, interrupted in _LIMITED_RULES:
        grammar.block.ruler.at(name, _limit(rule), {"alt": interrupted})
    for name, inline_rule in (("link", link), ("image", image)):
        grammar.inline.ruler.at(name, _limit_label(inline_rule))
    return grammar


def _parse_inlines(state: StateCore) -> None:
    """Parse the inlines of each block; words without any mark are one text, which needs no parser to say so."""
    marks = state.md.inline.terminator_re
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if token.content and not marks.search(token.content):
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _limit(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    def limited(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        return state.level < _DEEPEST_CONTAINER and rule(state, start_line, end_line, silent)

    return limited


def _limit_label(rule: RuleFuncInlineType) -> RuleFuncInlineType:
    last_end = lru_cache(1)(lambda source: source.rfind("]"))

    def limited(state: StateInline, silent: bool) -> bool:
        if state.pos > last_end(state.src):
            return False  # no label ends behind here, and to look for one takes as long as the text is
        if state.level < _DEEPEST_LABEL:
            return rule(state, silent)
        state.pos = state.posMax  # as markdown-it does at its own limit; scanning on would be quadratic
        return True

    return limited
