"""What is numbered in a report: paragraphs, recommendations and headings, each in series."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wgtip_parse.model import Block, Report, Section, Span
from wgtip_parse.numerals import LETTERS, ROMAN, letter, roman
from wgtip_parse.rules.rule import Draft
from wgtip_parse.rules.series import without_quoted

LONGEST_HEADING = 100  # characters

_NUMBER_WORDS = {"One": 1, "Two": 2, "Three": 3, "Four": 4, "Five": 5, "Six": 6}
_OF_CONTENTS = ("Contents", "Page")  # the head of a contents page


@dataclass(frozen=True, slots=True)
class Numbered:
    """Something with a number: its value, its label and where that stands, and how another such label would be written.

    `loose` are the spans of what stands between it and the one before, and looks as if its own number had been lost.
    """

    draft: Draft
    number: int
    printed: str
    span: Span
    written: Callable[[int], str] = str
    loose: tuple[Span, ...] = ()


Series = list[Numbered]


def paragraphs(draft: Draft) -> list[Series]:
    """The paragraphs, one series for the body and one for each annex; 35.1 counts under 35. "6 bis" is left out.

    A report that counts anew in several of its chapters, as Official Records do, has a series for each of them.
    """
    return draft.once(_paragraphs)


def recommendations(drafts: tuple[Draft, ...]) -> Iterator[Series]:
    """The recommendations of a report, one series through all its parts; 140.7 counts under 140.

    Annexes are left out, since they may repeat the recommendations in tables and lists.
    """
    through: Series = []
    for draft in drafts:
        for series in _of_blocks(draft, next(_parts(draft.report, by_chapter=False)), "recommendation"):
            if _is_compound(series):
                yield series
            else:
                through += series
    yield through


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
    """The series without the lists that are quoted in it."""
    return [series[at] for at in without_quoted([each.number for each in series])]


def _is_compound(series: Series) -> bool:
    return bool(series) and "." in series[0].written(1)


def _blocks_of(section: Section) -> Iterator[Block]:
    yield from section.blocks
    for inner in section.sections:
        yield from _blocks_of(inner)


def _of_blocks(draft: Draft, blocks: Iterable[Block], kind: str) -> Iterator[Series]:
    """The numbered blocks of a kind, a new series where the number before the point changes."""
    series: Series = []
    stem = ""
    loose: list[Span] = []
    for block in blocks:
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
        series.append(Numbered(draft, number, block.number, draft.places.number_of(block), written, tuple(loose)))
        loose = []
    yield series


def counted(stem: str) -> Callable[[int], str]:
    """How a figure behind a stem is written, as in 140.7."""
    return lambda number: f"{stem}{number}"


def _of_sections(draft: Draft, sections: tuple[Section, ...]) -> Iterator[Series]:
    open_: dict[tuple[int, bool], Series] = {}
    loose: tuple[Span, ...] = ()
    for section in sections:
        value = _value(section)
        if value is not None and section.number is not None:
            for deeper in [level for level in open_ if level[0] > section.level]:
                yield open_.pop(deeper)
            series = open_.setdefault((section.level, is_annex(section)), [])
            label = section.number.split()[-1]
            end = draft.places.number_of(section)[1]
            span = (end - len(label), end)
            series.append(Numbered(draft, value, label, span, _heading_style(section), loose))
        loose = tuple(_unnumbered(section))
        yield from _of_sections(draft, section.sections)
    yield from open_.values()


def _unnumbered(section: Section) -> Iterator[Span]:
    """The headings without number within a section, and the lines that may be some."""
    for block in section.blocks:
        if block.kind == "text" and len(block.text) <= LONGEST_HEADING and block.text[-1:].isalpha():
            yield block.span
    for inner in section.sections:
        if inner.number is None:
            yield inner.span
        yield from _unnumbered(inner)


def _value(section: Section) -> int | None:
    """The number of a heading: chapters in Roman numerals, then letters, then figures, then letters in brackets."""
    words = (section.number or "").split()
    if not words or section.title in _OF_CONTENTS:
        return None
    if is_annex(section):
        return ROMAN.get(words[-1].lower()) if len(words) > 1 else 1
    label = words[-1].strip("()")
    if label.isdigit():
        return int(label)
    table = ROMAN if section.level == 1 else LETTERS
    return _NUMBER_WORDS.get(label) or table.get(label.lower())


def _heading_style(section: Section) -> Callable[[int], str]:
    if (section.number or "").isdigit():
        return str
    if section.level == 1:
        return lambda number: roman(number).upper()
    if (section.number or "").startswith("("):
        return lambda number: f"({letter(number)})"
    return lambda number: letter(number).upper()
