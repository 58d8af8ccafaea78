"""The index as a compilation in Word, made for printing.

Recommendations are numbered through; a footnote says where each comes from and where it was said before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wgtip_parse.emitters.chapters import Chapter
from wgtip_parse.emitters.citation import document_url, reference, told_likeness
from wgtip_parse.emitters.lines import lines, shown
from wgtip_parse.emitters.origins import Origin, counted, origins, told_origins
from wgtip_parse.emitters.word.setting import ORGANIZATION, item, masthead
from wgtip_parse.index.model import Recommendation, RecommendationIndex, Similar
from wgtip_parse.numerals import letter, roman
from wgtip_parse.office.archive import zipped
from wgtip_parse.office.document import NUMBERED, WITHIN, Document
from wgtip_parse.office.markup import ITALIC, link, run, web_link

WHITE = re.compile(r"[ \t\n\r\f\v]+")
LEVELS_BY_MEETING = 3  # that the contents show: the same meetings below each topic would fill pages
BOOKMARK = "recommendation_{}"


def emit_compilation(index: RecommendationIndex, chapters: Iterable[Chapter]) -> Iterator[bytes]:
    """One document."""
    yield zipped(_Compilation(index).write(list(chapters)))


class _Compilation:
    """Writes chapter after chapter, counting headings and recommendations."""

    def __init__(self, index: RecommendationIndex) -> None:
        self.index = index
        self.origins = origins(index)
        self.references = {each.id: reference(each) for each in index.recommendations}
        self.document = Document()
        self.places: dict[str, int] = {}  # the first number of each recommendation, by its id
        self.count = 0
        self.headings: tuple[str, ...] = ()
        self.counts: list[int] = []  # of the headings that are open, how many of each level there were

    def write(self, chapters: list[Chapter]) -> dict[str, bytes]:
        """The parts of the document."""
        body = _only_body(self.origins.values())
        title = "Compilation of recommendations" + (f" of the {_flat(body)}" if body else "")
        self.places = _numbers(chapters)
        self.document.add("HM", run(title), WITHIN)
        told = f"{counted(len(self.index.recommendations), 'recommendation')} of {told_origins(self.index)}."
        self.document.add("SingleTxt", run(told))
        self.document.add_contents("Contents", LEVELS_BY_MEETING if chapters and chapters[0].by_meeting else 1)
        for chapter in chapters:
            self.head((chapter.title,))
            for each in chapter.recommendations:
                self.head((chapter.title, *chapter.headings(each, self.origins[each.id])))
                self.recommendation(each)
        top = masthead(ORGANIZATION, "", _flat(body or ""), ())
        return self.document.parts(title, top, run(title), "")

    def head(self, headings: tuple[str, ...]) -> None:
        """The headings that are not open already; those of the first three levels are counted."""
        shared = 0
        while shared < min(len(headings), len(self.headings)) and headings[shared] == self.headings[shared]:
            shared += 1
        for level in range(shared, len(headings)):
            self.counts = [*self.counts[: level + 1], 0][: level + 1]
            self.counts[level] += 1
            title = _flat(headings[level])
            self.document.add_heading(level + 1, _number(level, self.counts[level]), title, run(title))
        self.headings = headings

    def recommendation(self, each: Recommendation) -> None:
        """A recommendation below its label, its note behind its first words."""
        self.count += 1
        is_first = self.places[each.id] == self.count
        label = f"Recommendation {self.count}"
        anchor = self.document.bookmark(BOOKMARK.format(self.count), "") if is_first else ""
        self.document.add_numbered("H4", label, NUMBERED, anchor)
        stem = run(f"{_flat(each.stem)} ", ITALIC) if each.stem else ""
        note = self.document.note(*self.cited(each))
        for line in lines(each):
            inside = stem + run(_flat(line.text)) + note
            if line.marker is None:
                self.document.add("SingleTxt", inside)
            else:
                item(self.document, line.depth, self.renumbered(line.marker, each), inside)
            stem = note = ""

    def renumbered(self, marker: str, of: Recommendation) -> str:
        """A marker that begins with the number of its recommendation, as 3.1 does, with the number that it has here."""
        return (
            f"{self.count}{marker.removeprefix(of.number)}"
            if of.number and marker.startswith(f"{of.number}.")
            else marker
        )

    def cited(self, each: Recommendation) -> Iterator[str]:
        """The paragraphs of a note: where the recommendation stands, and where it was said before."""
        url, cited = document_url(each.document), run(_flat(self.references[each.id]))
        yield (web_link(url, cited) if url else cited) + run(".")
        before = [self.earlier(similar) for similar in each.similar if similar.id in self.references]
        if before:
            yield run("Said before: ") + run("; ").join(before) + run(".")

    def earlier(self, similar: Similar) -> str:
        """An earlier recommendation, with a link to where it stands in this document."""
        cited = link(BOOKMARK.format(self.places[similar.id]), run(_flat(self.references[similar.id])))
        return cited + run(f" ({told_likeness(similar)})")


def _numbers(chapters: Iterable[Chapter]) -> dict[str, int]:
    """By the id of each recommendation the first number that it has in the document."""
    numbers: dict[str, int] = {}
    in_order = (each.id for chapter in chapters for each in chapter.recommendations)
    for number, identifier in enumerate(in_order, start=1):
        numbers.setdefault(identifier, number)
    return numbers


def _number(level: int, count: int) -> str | None:
    """The number of a heading: "IV.", "B.", "3."; none below the third level."""
    written = (roman(count).upper(), letter(count).upper(), str(count), None)[min(level, 3)]
    return f"{written}." if written else None


def _only_body(origins: Iterable[Origin]) -> str | None:
    """The body, where all recommendations are of one."""
    bodies = {each.body or each.organ for each in origins}
    return bodies.pop() if len(bodies) == 1 else None


def _flat(text: str) -> str:
    """The text on one line, without control characters."""
    return WHITE.sub(" ", shown(text)).strip(" ")
