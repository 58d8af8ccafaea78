"""The notes of a page that is linked both ways: a mark leads to its note, and the note leads back to its mark.

So write Word ("[1]", "_ftn1" and "_ftnref1"), LibreOffice ("sdfootnote1sym"), pandoc and most others; what the names
are is not asked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

NOTE_ELEMENTS = frozenset(("aside", "div", "li"))  # what holds a whole note, where it has a name
PARAGRAPHS = frozenset(("dd", "p", "td"))
HEADINGS = tuple(f"h{level}" for level in range(1, 7))
LONGEST_NOTE = 4_000  # characters
MOST_ABOVE = 8  # elements above a link among which what holds its note is looked for
MOST_BACK = 8  # links to one mark, among which that of its note is looked for

_MARK = re.compile(r"[\[(]?\s*(?:(\d{1,4})|[ivxlc]{1,7}|[a-zA-Z]|[*†‡§]{1,3})\s*[\])]?")
_ELEMENT_OF_WORD = re.compile(r"mso-element\s*:\s*(?:foot|end)note\b(?!-)", re.IGNORECASE)


@dataclass(slots=True)
class Linked:
    """The marks and notes of a page: of each link that is a mark its number, of each note's element its number too."""

    marks: dict[_Element, int] = field(default_factory=dict)
    notes: dict[_Element, int] = field(default_factory=dict)
    back: set[_Element] = field(default_factory=set)  # the links that lead back, which are no words of the note

    def holds(self, element: _Element) -> bool:
        """Whether an element is a mark, a note, or a link that leads back."""
        return element in self.marks or element in self.notes or element in self.back


def linked(root: _Element) -> Linked:
    """The notes of a page whose marks and notes lead to each other."""
    found = Linked()
    links = [link for link in root.iter("a") if link.get("href", "").startswith("#")]
    named = {name: element for element in root.iter() for name in _names(element)} if links else {}
    order = {link: at for at, link in enumerate(links)}
    by_target: dict[str, list[_Element]] = {}
    for link in links:
        by_target.setdefault(link.get("href", "")[1:], []).append(link)
    numbers: dict[_Element, int] = {}  # of each target that has been met
    last = 0
    for link in links:
        mark = _MARK.fullmatch(_words(link))
        target = named.get(link.get("href", "")[1:])
        if mark is None or target is None or link in found.back:
            continue
        if target not in numbers:
            back = _leading_back(link, target, by_target)
            note = None if back is None else _note_of(back, link, target)
            if back is None or note is None or note in found.notes or order[back] < order[link]:
                continue  # a note comes behind its mark
            last = int(mark[1]) if mark[1] and int(mark[1]) > last else last + 1
            numbers[target] = found.notes[note] = last
            found.back.add(back)
        found.marks[link] = numbers[target]
    return found


def _leading_back(link: _Element, target: _Element, by_target: dict[str, list[_Element]]) -> _Element | None:
    """The link of the note that leads back to a mark: the target itself, or one inside it."""
    names = {name for element in (link, *_above(link)[:1]) for name in _names(element)}
    for back in (each for name in sorted(names) for each in by_target.get(name, ())[:MOST_BACK]):
        if back is not link and (back is target or target in _above(back) or back.getparent() is target.getparent()):
            return back
    return None


def _note_of(back: _Element, link: _Element, target: _Element) -> _Element | None:
    """The element that holds a note: one that has a name or is Word's for notes, or else the paragraph."""
    above = [back, *_above(back)]
    mine = [each for each in above if each not in (link, *_above(link))]
    for each in mine:
        is_of_one = (
            each is target or _ELEMENT_OF_WORD.search(each.get("style", "")) or (_names(each) and _is_alone(each))
        )
        if each.tag in NOTE_ELEMENTS and is_of_one and _may_be_note(each):
            return each
    nearest = next((each for each in mine if each.tag in PARAGRAPHS or each.tag in NOTE_ELEMENTS), None)
    return nearest if nearest is not None and _may_be_note(nearest) else None


def _is_alone(element: _Element) -> bool:
    """Whether an element has one link and no more, and so no notes beside one another."""
    return sum(1 for _ in islice(element.iter("a"), 2)) < 2


def _may_be_note(element: _Element) -> bool:
    """Whether an element is no section of the page, to which a contents list leads and which leads back."""
    return next(element.iter(*HEADINGS), None) is None and len(_words(element)) <= LONGEST_NOTE


def _above(element: _Element) -> list[_Element]:
    return [each for each, _ in zip(element.iterancestors(), range(MOST_ABOVE), strict=False)]


def _names(element: _Element) -> list[str]:
    return [name for name in (element.get("id"), element.get("name")) if name]


def _words(element: _Element) -> str:
    return "".join(map(str, element.itertext())).strip()
