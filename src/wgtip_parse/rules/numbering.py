"""What is numbered in a report: paragraphs, recommendations and headings, each in series."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from wgtip_parse.model import Block, Report, Section, Span
from wgtip_parse.numerals import LETTERS, ROMAN, letter, roman
from wgtip_parse.rules.certainty import LONGEST_HEADING, is_form, is_heading, is_sure_block, own
from wgtip_parse.rules.rule import Draft
from wgtip_parse.rules.series import without_quoted

FIRST_BIG_ROMAN = 50  # L, C, D and M are letters behind a word: "Draft decision C"

_NUMBER_WORDS = ("One", "Two", "Three", "Four", "Five", "Six")
_OF_CONTENTS = ("Contents", "Page")  # the head of a contents page
_OF_THE_AGENDA = ("Agenda", "Item", "Items")  # what is numbered there counts nothing here


class Numbered(NamedTuple):
    """Something with a number: its value, its label and where that stands, and how another such label would be written.

    `loose` are the spans of what stands between it and the one before, and looks as if its own number had been lost.
    `sure` says that nothing else can be meant by it.
    """

    draft: Draft
    number: int
    printed: str
    span: Span
    written: Callable[[int], str] = str
    loose: tuple[Span, ...] = ()
    sure: bool = True


Series = list[Numbered]
Written = Callable[[int], str]


def paragraphs(draft: Draft) -> list[Series]:
    """The paragraphs, one series for the body and one for each annex; 35.1 counts under 35. "6 bis" is left out.

    A report that counts anew in several of its chapters, as Official Records do, has a series for each of them.
    """
    return draft.once(_paragraphs)


def recommendations(draft: Draft) -> list[Series]:
    """The recommendations of a part of a report: the series that goes through all parts, and 140.7 under 140.

    Annexes are left out, since they may repeat the recommendations in tables and lists.
    """
    return draft.once(_recommendations)


def headings(draft: Draft) -> list[Series]:
    """The headings of one level under one heading, or on the top level of the report."""
    return draft.once(_headings)


def paths(sections: tuple[Section, ...], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Section]]:
    """Each numbered section with the numbers from the outermost heading to its own."""
    for section in sections:
        if section.number is not None:
            path = (*above, section.number)
            yield path, section
            yield from paths(section.sections, path)


def is_annex(section: Section) -> bool:
    """Whether a section is an annex or appendix, which counts for itself."""
    return section.number is not None and section.number.startswith(("Annex", "Appendix"))


def is_part(section: Section) -> bool:
    """Whether a section is the heading of a part, whose chapters stand beside it in the tree."""
    return section.number is not None and section.number.startswith("Part ")


def _recommendations(draft: Draft) -> list[Series]:
    through: Series = []
    compound: list[Series] = []
    for series in _of_blocks(draft, next(_parts(draft.report, by_chapter=False)), "recommendation"):
        if _is_compound(series):
            compound.append(series)
        else:
            through += series
    return [through, *compound]


def _paragraphs(draft: Draft) -> list[Series]:
    return list(_each_paragraphs(draft))


def _each_paragraphs(draft: Draft) -> Iterator[Series]:
    for blocks in _parts(draft.report, by_chapter=_counts_by_chapter(draft.report)):
        for series in _of_blocks(draft, blocks, "paragraph"):
            if not _is_compound(series):
                yield unquoted(series)
            elif series[0].number == 1:  # other figures with a point stand in tables
                yield series


def _headings(draft: Draft) -> list[Series]:
    return list(_each_headings(draft))


def _each_headings(draft: Draft) -> Iterator[Series]:
    for series in _of_sections(draft, draft.report.sections):
        yield unquoted(series)


def _counts_by_chapter(report: Report) -> bool:
    firsts = [next(_blocks_of(section), None) for section in report.sections[1:] if not is_annex(section)]
    return sum(first is not None and first.number == "1" and first.kind == "paragraph" for first in firsts) > 1


def _parts(report: Report, *, by_chapter: bool) -> Iterator[list[Block]]:
    """The blocks of the body, then those of each annex; those of each chapter apart where it is asked for."""
    body = list(report.blocks)
    in_annexes = False
    for section in report.sections:
        if is_annex(section) or in_annexes or by_chapter:
            yield body
            body = []
        in_annexes = in_annexes or is_annex(section)
        body += _blocks_of(section)
    yield body


def unquoted(series: Series) -> Series:
    """The series without the lists that are quoted in it, and without what does not fit and may be something else."""
    kept: Series = []
    for each in series:
        if each.sure or each.number == (kept[-1].number + 1 if kept else 1):
            kept.append(each)
    return [kept[at] for at in without_quoted([each.number for each in kept])]


def _is_compound(series: Series) -> bool:
    return bool(series) and "." in series[0].written(1)


def _blocks_of(section: Section) -> Iterator[Block]:
    if section.quoted:
        return
    yield from section.blocks
    for inner in section.sections:
        yield from _blocks_of(inner)


def _of_blocks(draft: Draft, blocks: Iterable[Block], kind: str) -> Iterator[Series]:
    """The numbered blocks of a kind, a new series where the number before the point changes."""
    series: Series = []
    stem = ""
    loose: list[Span] = []
    for block in own(blocks):
        if block.kind == "text":
            loose.append(block.span)
        is_inserted = block.number is not None and not block.number[-1].isdigit()  # "6 bis", "2A"
        if block.kind != kind or block.number is None or is_inserted:
            continue
        above = block.number[: block.number.find(".") + 1]
        if above != stem and series:
            yield series
            series = []
        stem = above
        number = int(block.number[len(stem) :])
        written = counted(stem) if stem else str
        span, sure = draft.places.number_of(block), is_sure_block(block)
        series.append(Numbered(draft, number, block.number, span, written, tuple(loose), sure))
        loose = []
    yield series


def counted(stem: str) -> Callable[[int], str]:
    """How a figure behind a stem is written, as in 140.7."""
    return lambda number: f"{stem}{number}"


def _of_sections(draft: Draft, sections: tuple[Section, ...]) -> Iterator[Series]:
    """The headings of one level and one kind of label; a label ends the count of those without one, a part all else."""
    open_: dict[tuple[int, str], Series] = {}
    loose: tuple[Span, ...] = ()
    in_roman = _begins_in_roman(sections)
    for section in sections:
        read = _read(section, in_roman=in_roman)
        if read is None and is_annex(section):
            yield from open_.values()
            open_ = {}
        if read is not None and section.number is not None and is_heading(draft, section):
            kind = _kind(section)
            own = (section.level, kind)
            ended = (key for key in open_ if key[0] > section.level or (kind and key == (section.level, "")))
            for key in [key for key in open_ if key != own] if is_part(section) else list(ended):
                yield open_.pop(key)
            series = open_.setdefault(own, [])
            label = section.number.split()[-1]
            end = draft.places.number_of(section)[1]
            span = (end - len(label), end)
            series.append(Numbered(draft, read[0], label, span, read[1], loose, not is_form(draft, section)))
        loose = tuple(_unnumbered(section))
        yield from _of_sections(draft, section.sections)
        if _holds_part(section):
            yield from open_.values()
            open_ = {}
    yield from open_.values()


def _kind(section: Section) -> str:
    """The words of a label before its number: "Annex", "Draft decision"; "" for a chapter."""
    words = (section.number or "").split()
    return words[0] if is_annex(section) else " ".join(words[:-1])


def _holds_part(section: Section) -> bool:
    return any(is_part(inner) or _holds_part(inner) for inner in section.sections)


def _unnumbered(section: Section) -> Iterator[Span]:
    """The headings without number within a section, and the lines that may be some."""
    for block in section.blocks:
        if block.kind == "text" and len(block.text) <= LONGEST_HEADING and block.text[-1:].isalpha():
            yield block.span
    for inner in section.sections:
        if inner.number is None:
            yield inner.span
        yield from _unnumbered(inner)


def _begins_in_roman(sections: tuple[Section, ...]) -> bool:
    """Whether headings of a lower level count as chapters do, as those of a draft: letters begin with A, not with I."""
    return next((section.number for section in sections if section.number is not None), None) == "I"


def _read(section: Section, *, in_roman: bool) -> tuple[int, Written] | None:
    """The number of a heading, and how another is written; None where it has none that counts."""
    words = (section.number or "").split()
    if not words or section.title in _OF_CONTENTS or words[0] in _OF_THE_AGENDA:
        return None
    label = words[-1].strip("()")
    if is_annex(section):
        return _valued(ROMAN.get(label.lower()) if len(words) > 1 else None, _in_roman)
    if label.isdigit():
        return int(label), str
    if len(words) > 1:
        return _of_label(label)
    if section.level == 1 or in_roman:
        return _valued(ROMAN.get(label.lower()), _in_roman)
    return _valued(LETTERS.get(label.lower()), _in_brackets if words[0].startswith("(") else _in_capitals)


def _of_label(label: str) -> tuple[int, Written] | None:
    """What stands behind a word: "Part One", "Draft decision II", "Part B"."""
    if label.capitalize() in _NUMBER_WORDS:
        return _NUMBER_WORDS.index(label.capitalize()) + 1, _in_words
    value = ROMAN.get(label.lower())
    if value is not None and value < FIRST_BIG_ROMAN:
        return value, _in_roman
    return _valued(LETTERS.get(label.lower()), _in_capitals)


def _valued(value: int | None, written: Written) -> tuple[int, Written] | None:
    return None if value is None else (value, written)


def _in_roman(number: int) -> str:
    return roman(number).upper()


def _in_capitals(number: int) -> str:
    return letter(number).upper()


def _in_brackets(number: int) -> str:
    return f"({letter(number)})"


def _in_words(number: int) -> str:
    return _NUMBER_WORDS[number - 1] if number <= len(_NUMBER_WORDS) else str(number)
