"""Each place lies in its part of the tree, and what stands there is what the tree says, white space and marks aside."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, note
from hypothesis import strategies as st

from tests.cases import CORPUS, FOREIGN, LINES, SAMPLES, SHAPES, TEXTS, source
from wgtip_parse.model import Block, Report, Section, Span, Subparagraph
from wgtip_parse.parser import Parsed, parse_source, script
from wgtip_parse.words import words

AS_PRINTED = ("organ", "body", "session", "title", "rapporteur", "agenda_item", "job_number")

Part = Section | Block | Subparagraph


class Seen:
    """A text as it was parsed, and what of it stands at a place."""

    def __init__(self, text: str) -> None:
        self.text = source(text).text
        self.parsed: Parsed = parse_source(source(text))
        self.leaves = self.parsed.leaves
        self.words = words(self.parsed.report.source.language)
        read = script.read(self.text, self.words)
        is_latin = self.words.typography["script"] == "latin"
        self.read = script.relabelled(read).text if is_latin else read.text

    def at(self, place: Span) -> str:
        """The words at a place, with single spaces and without asterisks; a place begins and ends with a word."""
        start, end = place
        assert start < end
        assert not self.text[start].isspace()
        assert not self.text[end - 1].isspace()
        return folded(self.text[start:end])

    def as_read(self, place: Span) -> str:
        """What stands at a place as the parser reads it."""
        self.at(place)
        return folded(self.read[slice(*place)])

    def letters(self, place: Span, kind: str) -> str:
        """The letters at a place, without page furniture, notes and marks that stand between the words."""
        self.at(place)
        inside = [leaf for leaf in self.leaves if place[0] < leaf.end and leaf.start < place[1]]
        assert inside[0].kind == inside[-1].kind == kind
        words = (self.text[max(leaf.start, place[0]) : min(leaf.end, place[1])] for leaf in inside if leaf.kind == kind)
        return letters("".join(words))

    def is_in(self, place: Span, part: Part) -> bool:
        """Whether a place lies in a part, or, printed away from its words, with a leaf of its own before them."""
        if part.span[0] <= place[0] and place[1] <= part.span[1]:
            return True
        kinds = {leaf.kind for leaf in self.leaves if leaf.start <= place[0] and place[1] <= leaf.end}
        return place[1] <= part.span[0] and kinds == {"number"}


def folded(words: str) -> str:
    return " ".join(words.replace("*", "").split())


def letters(words: str) -> str:
    return "".join(words.replace("*", "").split())


def plain(number: str) -> str:
    """A number without what is printed in one way or another: "2bis", "2.bis" and "2 bis"."""
    return re.sub(r"[\s.](?!\d)", "", number).casefold()


def undashed(symbol: str) -> str:
    """A symbol without what joins it to another: of two on two lines, nothing does."""
    return letters(symbol).replace("–", "").replace("-", "")


def items_of(parts: Iterable[Block | Subparagraph]) -> Iterator[Subparagraph]:
    for part in parts:
        yield from part.subparagraphs
        yield from items_of(part.subparagraphs)


def numbers_stand(seen: Seen, parts: list[Section | Block]) -> None:
    places = seen.parsed.places
    assert len(places.numbers) == sum(part.number is not None for part in parts)
    for part in parts:
        if part.number is not None:
            place = places.number_of(part)
            assert plain(seen.as_read(place)) == plain(part.number)
            assert seen.is_in(place, part)


def titles_stand(seen: Seen, sections: list[Section]) -> None:
    places = seen.parsed.places
    assert len(places.titles) >= sum(section.title != "" for section in sections)
    assert len(places.continued) == sum(section.continued for section in sections)
    for section in sections:
        if section.title:
            assert seen.letters(places.title_of(section), "title") == letters(section.title)
            assert seen.is_in(places.title_of(section), section)
        if section.continued:
            assert seen.words.continued.search(" " + seen.at(places.continued_of(section)))
            assert seen.is_in(places.continued_of(section), section)
        assert section.span[0] < places.heading_of(section)[1] <= section.span[1]


def markers_stand(seen: Seen, items: list[Subparagraph]) -> None:
    assert len(seen.parsed.places.markers) == len(items)
    for item in items:
        place = seen.parsed.places.marker_of(item)
        printed = seen.as_read(place).strip("()' ")
        assert printed == item.marker if item.marker != "•" else not printed.isalnum()
        assert seen.is_in(place, item)


def beside_one_another(places: Iterable[Span]) -> set[Span]:
    """The places of cells of several lines, which stand beside one another and so within one another."""
    found: set[Span] = set()
    last = (0, 0)
    for place in sorted(places):
        if place[0] < last[1]:
            found |= {last, place}
        last = max(last, place, key=lambda span: span[1])
    return found


def words_stand(seen: Seen, blocks: list[Block], items: list[Subparagraph]) -> None:
    places = seen.parsed.places
    assert len(places.words) >= sum(part.text != "" for part in (*blocks, *items))
    assert len(places.closings) == sum(block.closing is not None for block in blocks)
    parts = [part for part in (*blocks, *items) if part.text]
    cells = beside_one_another((part.span[0], places.words_of(part)[1]) for part in parts)
    cells |= beside_one_another(places.words.values())
    for part in parts:
        place = places.words_of(part)
        printed, words = seen.letters(place, "text"), letters(part.text)
        if place in cells or (part.span[0], place[1]) in cells:
            assert (printed[0], printed[-1]) == (words[0], words[-1])
        else:
            assert printed == words
            assert seen.is_in(place, part)
    for block in blocks:
        if block.closing is not None:
            assert seen.letters(places.closing_of(block), "closing") == letters(block.closing)
            assert seen.is_in(places.closing_of(block), block)


def fields_stand(seen: Seen, report: Report) -> None:
    head, places = report.masthead, seen.parsed.places
    printed = {name: " ".join(map(seen.at, places.pieces_of(name))) for name in places.fields}
    assert all(pieces for pieces in places.fields.values())
    for name in AS_PRINTED:
        assert letters(printed.get(name, "")) == letters(getattr(head, name) or "")
    assert undashed(printed.get("symbol", "")) == undashed(head.symbol or "")
    assert printed.get("distribution", "").capitalize() == (head.distribution or "")
    assert printed.get("original_language", "").rstrip("/, ").lower() == (head.original_language or "").lower()
    assert ("date" in printed) == (head.date is not None)
    assert ("meeting" in printed) == (head.meeting is not None)
    if head.date is not None:
        year, month, day = head.date.split("-")
        assert year in printed["date"]
        assert str(int(day)) in printed["date"]
        names = words(report.source.language).listed("months")
        assert any(name in printed["date"] for name in names[int(month) - 1 :: 12])
    if "addendum" in printed:
        assert head.addendum
        assert words(report.source.language).addendum.match(printed["addendum"])


def stands(text: str) -> None:
    """Assert all that must be true of the places in any text."""
    seen = Seen(text)
    report = seen.parsed.report
    sections, blocks = list(report.every_section()), list(report.every_block())
    items = list(items_of(blocks))
    numbers_stand(seen, [*sections, *blocks])
    titles_stand(seen, sections)
    markers_stand(seen, items)
    words_stand(seen, blocks, items)
    fields_stand(seen, report)
    starts = [part.span[0] for part in (*report.blocks, *report.sections)]
    assert seen.parsed.places.body == min(starts, default=len(seen.text))


@pytest.mark.parametrize("path", [*SAMPLES, *FOREIGN], ids=lambda path: path.stem)
def test_places_of_the_samples(path: Path) -> None:
    stands(path.read_text(encoding="utf-8"))


@pytest.mark.skipif(not CORPUS, reason="the shared corpus is not beside this checkout")
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_places_of_the_corpus(path: Path) -> None:
    stands(path.read_text(encoding="utf-8"))


@given(st.lists(st.sampled_from([*SHAPES, *LINES]), max_size=40))
@example(["II. Scope¹ (*continued*)", "1. It met.¹", "___________", "¹ A note."])
@example(["(a) The block and its first item begin in one place."])
@example([" *   INV/COP/2026/1."])  # a cell of the masthead that is but an asterisk
def test_places_of_shuffled_lines(lines: list[str]) -> None:
    stands("\n".join(lines))


@given(st.sampled_from(TEXTS), st.randoms(use_true_random=False))
def test_places_of_damaged_samples(text: str, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice([*SHAPES, "\n", "(", "*", " 1 ", ""]) + text[at + chance.randrange(40) :]
    note(repr(text))
    stands(text)
