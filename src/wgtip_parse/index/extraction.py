"""Recommendations out of a tree: what the parser has marked as one, and what headings or stems say is one.

The index takes recommendation blocks; paragraphs that begin with a label ("Recommendation 1."); the items under a stem
by which a body recommends; and under a heading that says "Recommendations", the numbered paragraphs that recommend,
request, urge, invite or say who should act. Paragraphs that only announce or disclaim are not taken, nor is
the text of draft resolutions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from wgtip_parse import labels
from wgtip_parse.index import wording
from wgtip_parse.index.model import Basis
from wgtip_parse.labels import Labelled
from wgtip_parse.model import Block, Report, Section, Span, Subparagraph
from wgtip_parse.words import Words, words

COMPOUND = re.compile(r"[0-9]+\.[0-9]+")


class Piece(NamedTuple):
    """Words that stand together, and the span of the source text in which they stand."""

    text: str
    span: Span


class Extracted(NamedTuple):
    """One recommendation as it stands in the tree: `labelled` with its own number, else with that of its paragraph.

    `stem` are the words that an item continues: "The Committee recommends that the Assembly:".
    """

    number: str | None
    labelled: bool
    section: tuple[str, ...]
    stem: Piece | None
    text: str
    subparagraphs: tuple[Subparagraph, ...]
    closing: str | None
    span: Span
    basis: Basis


class _Where(NamedTuple):
    """What stands above a block: `adopted` under "Recommendations", `quoted` in an annex or a draft resolution."""

    known: Words
    titles: tuple[str, ...] = ()
    adopted: bool = False
    quoted: bool = False

    def under(self, section: Section) -> _Where:
        """The same one heading further down."""
        announces = wording.announces_recommendations(section.title, self.known)
        adopted = self.adopted or (announces and not _has_marked(section, self.known))
        is_annex = labels.is_annex(section.number, self.known) and not announces
        quoted = self.quoted or is_annex or self.known.resolution_title.match(section.title) is not None
        return _Where(self.known, (*self.titles, section.title), adopted, quoted)


def extract(report: Report) -> tuple[Extracted, ...]:
    """The recommendations of a report, in the order of its text."""
    top = _Where(words(report.source.language))
    return (*_of_blocks(report.blocks, top), *_of_sections(report.sections, top))


def is_of_review(found: Extracted, title: str | None, known: Words) -> bool:
    """Whether a recommendation is one of a periodic review: numbered as 140.7, or an item in the report of one."""
    if found.number is not None and COMPOUND.fullmatch(found.number):
        return True
    return found.stem is not None and known.periodic_review.search(title or "") is not None


def whole_text(text: str, subparagraphs: tuple[Subparagraph, ...], closing: str | None) -> str:
    """A recommendation as one string: its items with their markers, then what closes it."""
    pieces = [text, *(_item_text(each) for each in subparagraphs), closing or ""]
    return " ".join(piece for piece in pieces if piece)


def _item_text(item: Subparagraph) -> str:
    marker = item.marker if item.marker == "•" or "." in item.marker else f"({item.marker})"
    return f"{marker} {whole_text(item.text, item.subparagraphs, None)}".rstrip()


def _of_sections(sections: tuple[Section, ...], above: _Where) -> Iterator[Extracted]:
    """Those of sibling sections; a heading "Recommendations" with nothing below it stands above its sisters."""
    where = above
    for section in sections:
        if section.number is not None:
            where = above
        elif not section.blocks and not section.sections:
            where = above.under(section)
        yield from _of_section(section, where)


def _of_section(section: Section, above: _Where) -> Iterator[Extracted]:
    where = above.under(section)
    yield from _of_blocks(section.blocks, where, labels.number_of(section.title, where.known))
    if not section.sections:
        return
    quoted = where.quoted or any(wording.introduces_draft(block.text, where.known) for block in section.blocks)
    yield from _of_sections(section.sections, where._replace(quoted=quoted))


def _of_blocks(blocks: tuple[Block, ...], where: _Where, head: str | None = None) -> Iterator[Extracted]:
    """Those of blocks that follow one another; `head` is the number in a heading that labels the block below it."""
    for block, following in pairwise((*blocks, None)):
        if block is None:
            return
        if head is not None and not labels.labelled(block.text, where.known) and _says_who_should_act(block, where):
            yield _whole(block, where)._replace(number=head, labelled=True, basis="label")
        elif block.kind != "text":
            if wording.introduces_draft(block.text, where.known):
                where = where._replace(quoted=True)
            yield from _of_block(block, following, where)
        head = labels.number_of(block.text, where.known) if block.kind == "text" else None


def _of_block(block: Block, following: Block | None, where: _Where) -> Iterator[Extracted]:
    if block.kind == "recommendation":
        if (block.text or block.subparagraphs) and not where.known.status.fullmatch(block.text):
            yield _whole(block, where)
    elif label := labels.labelled(block.text, where.known):
        yield from _labelled(block, label, following, where)
    elif where.quoted or not (where.adopted or block.subparagraphs):
        return
    elif not where.known.resolution_verb.match(block.text):
        if _lists_recommendations(block, where):
            yield from (_item(block, item, where) for item in block.subparagraphs)
        elif where.adopted and _says_who_should_act(block, where):
            yield _whole(block, where)


def _labelled(block: Block, label: Labelled, following: Block | None, where: _Where) -> Iterator[Extracted]:
    """Paragraph 11 with "Recommendation 1." is recommendation 1; where it "reads as follows:" it is the block below."""
    found = _whole(block, where)._replace(number=label.number, labelled=True, text=label.text, basis="label")
    if found.text or found.subparagraphs:
        yield found
    elif label.announces and following is not None and following.kind == "text" and following.text:
        quotation = _whole(following, where)._replace(number=label.number, labelled=True, basis="label")
        yield quotation._replace(span=(block.span[0], following.span[1]))


def _lists_recommendations(block: Block, where: _Where) -> bool:
    items = block.subparagraphs
    if not items or items[0].marker == "•":
        return False
    stem = wording.recommends if where.adopted else wording.body_recommends
    return stem(block.text, where.known) and wording.are_actions([item.text for item in items], where.known)


def _whole(block: Block, where: _Where) -> Extracted:
    return Extracted(
        number=block.number,
        labelled=block.kind == "recommendation" and "." not in (block.number or ""),
        section=where.titles,
        stem=None,
        text=block.text,
        subparagraphs=block.subparagraphs,
        closing=block.closing,
        span=block.span,
        basis="label" if block.kind == "recommendation" else "heading",
    )


def _item(block: Block, item: Subparagraph, where: _Where) -> Extracted:
    number = f"{block.number} ({item.marker})" if block.number else f"({item.marker})"
    stem = Piece(block.text, block.span)
    return Extracted(number, False, where.titles, stem, item.text, item.subparagraphs, None, item.span, "stem")


def _has_marked(section: Section, known: Words) -> bool:
    """Whether the section marks its recommendations by itself, so that its paragraphs only speak of them."""
    return (
        any(block.kind == "recommendation" or labels.number_of(block.text, known) for block in section.blocks)
        or labels.number_of(section.title, known) is not None
        or any(_has_marked(each, known) for each in section.sections)
    )


def _says_who_should_act(block: Block, where: _Where) -> bool:
    return wording.says_who_should_act(whole_text(block.text, block.subparagraphs, block.closing), where.known)
