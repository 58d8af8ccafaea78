"""Periodic reviews of States: what is recommended to a State, who recommends it, and what the State says of it.

In the report of a review the recommendations are numbered (140.7), or counted inside the paragraph that announces them
(82 (1)); that paragraph, or the one behind the list, says whether the State supports them. Who recommends stands in
brackets: "Train all judges (Norway); (Brazil)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from wgtip_parse import states
from wgtip_parse.index.model import Position
from wgtip_parse.model import Block, Masthead, Report, Section, Subparagraph
from wgtip_parse.words import Words

COMPOUND = re.compile(r"(?P<paragraph>[0-9]+)\.[0-9]+")
ASTERISKS = " *∗"
LETTER = re.compile(r"[^\W\d_]")
BRACKETED = re.compile(r"\s*+\((?P<inside>(?:[^()]|\([^()]*\))*+)(?:\)|\Z)[;,]?")

_Placed = tuple[Block, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Review:
    """The report of a review; `state` is None where its masthead names no State that is known."""

    state: str | None


class Asked(NamedTuple):
    """One recommendation of a review: its block, and the item of it where the block has many; what stands above it.

    `answers` says that it is none, but what the State itself says in the midst of them.
    """

    block: Block
    item: Subparagraph | None
    titles: tuple[str, ...]
    position: Position | None
    answers: bool = False


def review_of(masthead: Masthead, known: Words) -> Review | None:
    """The review that a masthead is of, or None; an addendum to one has the answers of the State."""
    lines = [line for line in (masthead.title, *masthead.other) if line is not None]
    if masthead.addendum or not known.review_of_a_state.search(" ".join(lines)):
        return None
    named = (states.named(line.strip(ASTERISKS)) or states.of_title(line) for line in (*lines[1:], lines[0]))
    return Review(next(filter(None, named), None))


def recommendations_of(review: Review, report: Report, known: Words) -> Iterator[Asked]:
    """The recommendations of the report of a review, in its order, from its conclusions."""
    for chapter in _conclusions(report, known):
        for asked in _of_blocks([block for block, _ in chapter], [titles for _, titles in chapter], known):
            text = asked.item.text if asked.item else asked.block.text
            yield asked._replace(answers=_answers(review.state, text, known))


def announcements(report: Report, known: Words) -> Iterator[Block]:
    """The paragraphs of its conclusions that say that recommendations follow."""
    for chapter in _conclusions(report, known):
        yield from (block for block, _ in chapter if known.recommendations_follow.search(block.text))


def recommenders(text: str, known: Words) -> tuple[str, ...]:
    """The States that recommend, by their short names, in the order in which they stand in brackets."""
    named = (found.name for bracket in _brackets(text, known) for found in states.find(bracket["inside"]))
    return tuple(dict.fromkeys(named))


def position(text: str, known: Words) -> Position | None:
    """What a State says by a paragraph that announces recommendations, or speaks of those above it."""
    if known.review_mixed.search(text):
        return None
    if known.review_noted.search(text):
        return "noted"
    if known.review_supported.search(text):
        return "supported"
    return "pending" if known.review_pending.search(text) else None


def _conclusions(report: Report, known: Words) -> Iterator[list[_Placed]]:
    """The chapters of conclusions, each as its blocks with the headings above them."""
    for section in report.sections:
        yield from _conclusions_in(section, (), known)


def _conclusions_in(section: Section, above: tuple[str, ...], known: Words) -> Iterator[list[_Placed]]:
    titles = (*above, section.title)
    if known.review_conclusions.match(section.title.strip(ASTERISKS)) and not section.quoted:
        yield list(_placed(section, titles))
    else:
        for below in section.sections:
            yield from _conclusions_in(below, titles, known)


def _placed(section: Section, titles: tuple[str, ...]) -> Iterator[_Placed]:
    """The blocks of a chapter, each with the headings above it."""
    yield from ((block, titles) for block in section.blocks)
    for below in section.sections:
        yield from _placed(below, (*titles, below.title))


def _of_blocks(blocks: list[Block], titles: list[tuple[str, ...]], known: Words) -> Iterator[Asked]:
    """Those of the blocks of a chapter: a paragraph holds for the numbers below it."""
    said: Position | None = None
    for at, (block, under) in enumerate(zip(blocks, titles, strict=True)):
        if block.kind == "recommendation":
            if block.text or block.subparagraphs:
                yield Asked(block, None, under, said or _said_below(blocks[at + 1 :], known))
        elif block.kind == "paragraph":
            said = position(block.text, known)
            if _announces(block, known):
                of_items = said or _said_below(blocks[at + 1 :], known)
                yield from (Asked(block, item, under, of_items) for item in block.subparagraphs)


def _announces(block: Block, known: Words) -> bool:
    """Whether a paragraph has recommendations as its items, which are counted 1, 2, 3."""
    is_counted = bool(block.subparagraphs) and block.subparagraphs[0].marker.isdecimal()
    return is_counted and known.review_announces.search(block.text) is not None


def _said_below(blocks: list[Block], known: Words) -> Position | None:
    """What the first paragraph behind a list says of it: "These recommendations will be examined by Norway"."""
    text = next((block.text for block in blocks if block.kind == "paragraph"), "")
    return position(text, known) if known.review_looks_back.search(text) else None


def _brackets(text: str, known: Words) -> Iterator[re.Match[str]]:
    """The brackets of a text in which nothing but States stand; one that is never closed hides none behind it."""
    at = 0
    while (bracket := BRACKETED.search(text, at)) is not None:
        named = _has_only_states(bracket["inside"], known)
        if named:
            yield bracket
        at = bracket.end() if named else bracket.start("inside")


def _answers(state: str | None, text: str, known: Words) -> bool:
    """Whether a text is what a State itself says: "Norway explained that …"."""
    first = next(states.find(text), None)
    is_its_own = first is not None and first.start == 0 and first.name == state
    return first is not None and is_its_own and known.review_answers.match(text, first.end) is not None


def _has_only_states(inside: str, known: Words) -> bool:
    found = list(states.find(inside))
    between = zip((0, *(each.end for each in found)), (*(each.start for each in found), len(inside)), strict=True)
    left = " ".join(inside[start:end] for start, end in between)
    return bool(found) and not LETTER.search(known.review_between_states.sub("", left))
