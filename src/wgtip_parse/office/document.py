"""A Word document as it grows: its paragraphs, notes, bookmarks and lists, and then the bytes of its package."""

from __future__ import annotations

from typing import NamedTuple

from wgtip_parse.office.lists import Lists, Place
from wgtip_parse.office.markup import (
    BOLD,
    RAISED,
    bookmarked,
    field,
    field_mark,
    instruction,
    link,
    paragraph,
    run,
    shown,
)
from wgtip_parse.office.parts import parts

LEFT = 1267  # from the margin to the words, as the UN's templates have it, in twentieths of a point
STEP = 475  # from one tab to the next
NUMBER_TO_TITLE = 245  # from the end of a heading's number to its title
STYLES_OF_LEVELS = ("HCh", "H1", "H23", "H4", "H56")
# What the styles of ours say too, and those of a house's template may not:
SPACED = '<w:spacing w:before="120" w:after="120"/>'
WITHIN = f'<w:ind w:left="{LEFT}" w:right="{LEFT}"/>'
DEEPEST_LEVEL = 9  # of an outline
HEADING = Place(left=LEFT, first=LEFT - NUMBER_TO_TITLE, words=LEFT, right=True)
NUMBERED = Place(left=LEFT, first=LEFT, words=LEFT + STEP)
UNKNOWN_PAGE = "–"  # until a program has laid out the pages


class Entry(NamedTuple):
    """A line of the contents: the level, number and title of a heading, and the bookmark at it."""

    level: int
    number: str
    title: str
    bookmark: str


class Document:
    """What is written so far, as XML."""

    def __init__(self) -> None:
        self._lists = Lists()
        self._body: list[str] = []
        self._notes: list[str] = []
        self._counted_notes = 0
        self._bookmarks = 0
        self._contents: list[Entry] | None = None
        self._deepest = 0  # level of a heading that the contents show
        self._contents_at = 0

    def add(self, style: str, inside: str, properties: str = "") -> None:
        """A paragraph of runs."""
        self._body.append(paragraph(style, inside, properties))

    def add_block(self, xml: str) -> None:
        """A table, or another block that is ready."""
        self._body.append(xml)

    def add_numbered(self, style: str, label: str, place: Place, inside: str, properties: str = "") -> None:
        """A paragraph with a number before it: counted by Word where it can be, else written out."""
        counted = self._lists.number(shown(label), place)
        written = "" if counted else run(label + (" " if " " in label else "\t"))
        self.add(
            style,
            written + inside,
            (counted or "") + _at(place, SPACED if style in STYLES_OF_LEVELS else "") + properties,
        )

    def add_heading(self, level: int, number: str | None, title: str, inside: str) -> None:
        """A heading of a level from 1; `inside` are the runs of the title, which the contents show without notes."""
        if self._contents is not None and level <= self._deepest:
            name = f"_Toc{len(self._contents) + 1:08}"
            self._contents.append(Entry(level, number or "", title, name))
            inside = self.bookmark(name, inside)
        style = STYLES_OF_LEVELS[min(level, len(STYLES_OF_LEVELS)) - 1]
        outlined = f'<w:outlineLvl w:val="{min(level, DEEPEST_LEVEL) - 1}"/>'
        if number:
            self.add_numbered(style, number, HEADING, inside, outlined)
        else:
            self.add(style, inside, SPACED + WITHIN + outlined)

    def add_contents(self, title: str, deepest: int) -> None:
        """The contents of all that is added from here on, its headings down to a level, which is 3 at most."""
        self._deepest = deepest
        self.add("SingleTxt", run(title, BOLD))
        self._contents, self._contents_at = [], len(self._body)

    def bookmark(self, name: str, inside: str) -> str:
        """Runs with a bookmark round them."""
        self._bookmarks += 1
        return bookmarked(self._bookmarks, name, inside)

    def note(self, *paragraphs: str, mark: str | None = None) -> str:
        """The mark of a new footnote, counted by Word unless one is given; its paragraphs are runs."""
        number = len(self._notes) + 1
        self._counted_notes += mark is None
        before = styled_element("<w:footnoteRef/>") if mark is None else run(mark, RAISED if mark.isascii() else "")
        openings = [run("\t") + before + run("\t"), *(run("\t\t") for _ in paragraphs[1:])]
        inside = "".join(paragraph("FootnoteText", a + b) for a, b in zip(openings, paragraphs, strict=True))
        self._notes.append(f'<w:footnote w:id="{number}">{inside}</w:footnote>')
        if mark is None:
            return styled_element(f'<w:footnoteReference w:id="{number}"/>')
        reference = styled_element(f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/>')
        return reference + run(mark, RAISED if mark.isascii() else "")

    @property
    def next_mark(self) -> str:
        """What Word counts the next note as."""
        return str(self._counted_notes + 1)

    def parts(self, title: str, top: str, running: str, foot: str) -> dict[str, bytes]:
        """The parts of the package by their paths, with what stands above and below the pages (`parts.parts`)."""
        body = self._body
        if self._contents:
            body = [*body[: self._contents_at], *_lines(self._contents, self._deepest), *body[self._contents_at :]]
        lists = self._lists.abstracts() + self._lists.lists()
        return parts(title, "".join(body), "".join(self._notes), lists, top, running, foot)


def styled_element(element: str) -> str:
    """The run of a footnote's mark."""
    return f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{element}</w:r>'


def _at(place: Place, spacing: str) -> str:
    """The properties that put a paragraph and its number in their place."""
    shift = place.first - place.left
    side = f'w:firstLine="{shift}"' if shift >= 0 else f'w:hanging="{-shift}"'
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{place.words}"/></w:tabs>'
    return f'{tab}{spacing}<w:ind w:left="{place.left}" w:right="{LEFT}" {side}/>'


def _lines(entries: list[Entry], deepest: int) -> list[str]:
    """The lines of the contents inside the field that makes them anew."""
    begin = field_mark("begin") + instruction(f'TOC \\o "1-{deepest}" \\h \\z \\u') + field_mark("separate")
    last = len(entries) - 1
    return [
        paragraph(
            f"TOC{each.level}",
            (begin if at == 0 else "") + _line(each) + (field_mark("end") if at == last else ""),
        )
        for at, each in enumerate(entries)
    ]


def _line(entry: Entry) -> str:
    number = f"{entry.number}\t" if entry.number else ""
    page = field(f"PAGEREF {entry.bookmark} \\h", run(UNKNOWN_PAGE))
    return link(entry.bookmark, run(f"{number}{entry.title}\t") + page)
