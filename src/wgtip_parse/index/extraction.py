"""Recommendations out of a tree, in the three ways of the data contract, and what looked like one and was passed over.

Taken are what has a label; what the reporting body itself asks; and under a heading that says "Recommendations" what
says who should act. Whoever is quoted is not the report.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from wgtip_parse import labels
from wgtip_parse.index import review, verdicts
from wgtip_parse.index.emphasis import bold_end
from wgtip_parse.index.headings import Above
from wgtip_parse.index.judging import Judge
from wgtip_parse.index.model import Basis, Position
from wgtip_parse.index.reporter import reporter_of
from wgtip_parse.index.review import Asked
from wgtip_parse.labels import Labelled
from wgtip_parse.model import Block, Report, Section, Span, Subparagraph
from wgtip_parse.source import Source
from wgtip_parse.words import Words, words

STOPS = (".", ";", ":")  # what a title does not end in


class Piece(NamedTuple):
    """Words that stand together, and the span of the source text in which they stand."""

    text: str
    span: Span


class Extracted(NamedTuple):
    """One recommendation as it stands in the tree: `labelled` with its own number, else with that of its paragraph.

    `stem` are the words that an item continues: "The Committee recommends that the Assembly:". In a review
    `recommenders` are the States that recommend, and `position` is what the State has said.
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
    recommenders: tuple[str, ...] = ()
    position: Position | None = None


class Passed(NamedTuple):
    """What looked like a recommendation and was not taken, and why."""

    number: str | None
    text: str
    reason: str
    span: Span


class Extraction(NamedTuple):
    """What was taken and what was passed over, each in the order of the text."""

    recommendations: tuple[Extracted, ...]
    passed_over: tuple[Passed, ...]


class _Judged(NamedTuple):
    """A block and what it was found to be: recommendations, or one that was passed over."""

    found: tuple[Extracted, ...] = ()
    passed: Passed | None = None
    reported: bool = False


def extract(report: Report, source: Source) -> Extraction:
    """The recommendations of a report, and what was passed over; the looks of the source say where bold type ends."""
    known = words(report.source.language)
    reviewed = review.review_of(report.masthead, known)
    if reviewed:
        asked = list(review.recommendations_of(reviewed, report, known))
        return _of_review(asked, known) if asked else _not_understood(report, known)
    walk, top = _Walk(Judge(reporter_of(report, known), known), source), Above()
    judged = [*walk.blocks(report.blocks, top), *walk.sections(report.sections, top)]
    labelled = {each.section for one in judged for each in one.found if each.basis == "label"}
    if labelled:
        judged = [_unless_beside(one, labelled) for one in judged]
    return Extraction(
        tuple(_once(each for one in judged for each in one.found)),
        tuple(one.passed for one in judged if one.passed),
    )


def whole_text(text: str, subparagraphs: tuple[Subparagraph, ...], closing: str | None) -> str:
    """A recommendation as one string: its items with their markers, then what closes it."""
    pieces = [text, *(_item_text(each) for each in subparagraphs), closing or ""]
    return " ".join(piece for piece in pieces if piece)


def _item_text(item: Subparagraph) -> str:
    marker = item.marker if item.marker == verdicts.BULLET or "." in item.marker else f"({item.marker})"
    return f"{marker} {whole_text(item.text, item.subparagraphs, None)}".rstrip()


class _Walk(NamedTuple):
    """Goes through a report and judges its blocks, each below the headings above it."""

    judge: Judge
    source: Source

    def sections(self, sections: tuple[Section, ...], above: Above) -> Iterator[_Judged]:
        """Sibling sections; a heading "Recommendations" with nothing below it stands above its sisters."""
        over = above
        for section in sections:
            if section.number is not None:
                over = above
            elif not section.blocks and not section.sections:
                over = above.under(section, self.judge.reporter, self.judge.known)
            here = over.under(section, self.judge.reporter, self.judge.known)
            yield from self.blocks(section.blocks, here, labels.number_of(section.title, self.judge.known))
            yield from self.sections(section.sections, here)

    def blocks(self, blocks: tuple[Block, ...], above: Above, head: str | None = None) -> Iterator[_Judged]:
        """Blocks that follow one another; `head` is the number in a heading that labels the block below it."""
        known = self.judge.known
        for block, following in pairwise((*blocks, None)):
            if block is None:
                return
            if block.quoted or above.quoted:
                head = None
                continue
            if head is not None and not labels.labelled(block.text, known) and block.text:
                yield _Judged((_whole(block, above, "label")._replace(number=head, labelled=True),))
            else:
                yield self._block(block, following, above)
            head = labels.number_of(block.text, known) if block.kind == "text" else None

    def _block(self, block: Block, following: Block | None, above: Above) -> _Judged:
        known = self.judge.known
        if block.kind == "recommendation":
            is_one = (block.text or block.subparagraphs) and not known.status.fullmatch(block.text)
            return _Judged((_whole(self._bold(block), above, "label"),) if is_one else ())
        if labels.labelled(block.text, known):
            bold = self._bold(block)
            label = labels.labelled(bold.text, known)
            return _Judged(tuple(_labelled(bold, label, following, above)) if label else ())
        return _judged(block, self.judge.verdict(block, above), above)

    def _bold(self, block: Block) -> Block:
        """A labelled block up to where the bold type ends with which it begins."""
        end = bold_end(block, self.source) if self.source.looks else None
        if end is None:
            return block
        return block.model_copy(update={"text": block.text[:end].rstrip(), "subparagraphs": (), "closing": None})


def _judged(block: Block, verdict: verdicts.Verdict, above: Above) -> _Judged:
    if verdict.basis is None:
        reason = verdict.reason
        return _Judged(passed=Passed(block.number, block.text, reason, block.span) if reason else None)
    if verdict.items:
        chosen = (item for item in block.subparagraphs if item.marker in (verdict.markers or {item.marker}))
        return _Judged(tuple(_item(block, item, above, verdict.basis) for item in chosen))
    return _Judged((_whole(block, above, verdict.basis),), reported=verdict.reported)


def _labelled(block: Block, label: Labelled, following: Block | None, above: Above) -> Iterator[Extracted]:
    """Paragraph 11 with "Recommendation 1." is recommendation 1; where it "reads as follows:" it is the block below."""
    found = _whole(block, above, "label")._replace(number=label.number, labelled=True, text=label.text)
    if found.text or found.subparagraphs:
        yield found
    elif label.announces and following is not None and following.kind == "text" and following.text:
        quotation = _whole(following, above, "label")._replace(number=label.number, labelled=True)
        yield quotation._replace(span=(block.span[0], following.span[1]))


def _whole(block: Block, above: Above, basis: Basis) -> Extracted:
    return Extracted(
        number=block.number,
        labelled=block.kind == "recommendation" and "." not in (block.number or ""),
        section=above.titles,
        stem=None,
        text=block.text,
        subparagraphs=block.subparagraphs,
        closing=block.closing,
        span=block.span,
        basis=basis,
    )


def _item(block: Block, item: Subparagraph, above: Above, basis: Basis) -> Extracted:
    number = f"{block.number} ({item.marker})" if block.number else f"({item.marker})"
    stem = Piece(block.text, block.span)
    return Extracted(number, False, above.titles, stem, item.text, item.subparagraphs, None, item.span, basis)


def _of_review(asked: list[Asked], known: Words) -> Extraction:
    """The recommendations of a review, and what the State says in the midst of them."""
    found = [_recommended(each, known) for each in asked]
    return Extraction(
        tuple(one for one, each in zip(found, asked, strict=True) if not each.answers),
        tuple(
            Passed(one.number, one.text, verdicts.ANSWER, one.span)
            for one, each in zip(found, asked, strict=True)
            if each.answers
        ),
    )


def _not_understood(report: Report, known: Words) -> Extraction:
    """Of a review in which no recommendation was found, what announces them."""
    found = review.announcements(report, known)
    return Extraction((), tuple(Passed(each.number, each.text, verdicts.ANNOUNCES, each.span) for each in found))


def _recommended(asked: Asked, known: Words) -> Extracted:
    above = Above(asked.titles)
    found = _item(asked.block, asked.item, above, "stem") if asked.item else _whole(asked.block, above, "label")
    text = whole_text(found.text, found.subparagraphs, found.closing)
    return found._replace(recommenders=review.recommenders(text, known), position=asked.position)


def _unless_beside(one: _Judged, labelled: set[tuple[str, ...]]) -> _Judged:
    """What a report asks beside recommendations that it labels is passed over.

    That is what it asks by its words alone, and what stands under the same heading as they do.
    """
    if one.reported or not one.found:
        return one
    first = one.found[0]
    beside = any(section[: len(first.section)] == first.section for section in labelled)
    if first.basis == "words" or (first.basis == "heading" and beside):
        return _Judged(passed=Passed(first.number, first.text, verdicts.BESIDE, first.span))
    return one


def _once(found: Iterator[Extracted]) -> Iterator[Extracted]:
    """Each labelled recommendation once: the one above may be the title of the one that follows it."""
    for each, following in pairwise((*found, None)):
        if each is None:
            return
        is_title = following is not None and _is_title_of(each, following)
        if not is_title:
            yield each


def _is_title_of(each: Extracted, following: Extracted) -> bool:
    same = each.labelled and following.labelled and (each.number, each.section) == (following.number, following.section)
    return same and not each.subparagraphs and not each.text.endswith(STOPS)
