"""Automatic numbers: lists that give each paragraph the number that it has (ECMA-376, part 1, 17.9).

A number that follows the last of its kind is counted on; where it does not, a list with a start of its own begins. What
cannot be counted ("6 bis", "140.7") has no list, and is written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from wgtip_parse.numerals import LETTERS, ROMAN

BULLET = "•"
_LABEL = re.compile(
    r"(?P<before>(?:\D*[\s(\[])?)(?P<number>\d{1,5}|[ivxlc]+|[IVXLC]+|[a-z]{1,2}|[A-Z]{1,2})(?P<after>[.)\]]{0,2})\Z"
)


class Place(NamedTuple):
    """Where the numbers of one kind stand, in twentieths of a point: the words, and the number before them.

    `first` is where the first line begins, `words` where it goes on behind the number, `left` where the others begin;
    with `right` the number ends where the first line begins.
    """

    left: int
    first: int
    words: int
    right: bool = False


class Form(NamedTuple):
    """How the numbers of one list look: the format, in Word's name for it, and what stands round the number."""

    kind: str
    before: str
    after: str
    place: Place


@dataclass(slots=True)
class _List:
    abstract: int
    number: int | None = None  # of the list that counts now
    last: int = 0


class Lists:
    """The lists of one document, in the order in which they are begun."""

    def __init__(self, first_abstract: int = 1, first_list: int = 1) -> None:
        self._first_abstract, self._next = first_abstract, first_list
        self._lists: dict[Form, _List] = {}
        self._begun: list[str] = []

    def number(self, label: str, place: Place) -> str | None:
        """The properties of a paragraph that put a label such as "12." or "(a)" before it; None where none can."""
        if label == BULLET:
            found = self._list(Form("bullet", BULLET, "", place))
            found.number = found.number or self._begin(found.abstract, None)
            return _properties(found.number)
        match = _LABEL.match(label)
        if match is None or "%" in match["before"]:
            return None
        forms = [(Form(kind, match["before"], match["after"], place), n) for kind, n in _readings(match["number"])]
        chosen = min(forms, key=self._distance, default=None)
        if chosen is None:
            return None
        form, number = chosen
        found = self._list(form)
        if found.number is None or number != found.last + 1:
            found.number = self._begin(found.abstract, number)
        found.last = number
        return _properties(found.number)

    def abstracts(self) -> str:
        """The definitions of the lists' forms."""
        return "".join(_abstract(found.abstract, form) for form, found in self._lists.items())

    def lists(self) -> str:
        """The lists themselves."""
        return "".join(self._begun)

    def _distance(self, reading: tuple[Form, int]) -> tuple[bool, bool]:
        """How well a reading goes on from what was counted: "i" behind "h" is a letter, else a Roman one."""
        form, number = reading
        found = self._lists.get(form)
        return number != (found.last if found else 0) + 1, number != 1

    def _list(self, form: Form) -> _List:
        if form not in self._lists:
            self._lists[form] = _List(self._first_abstract + len(self._lists))
        return self._lists[form]

    def _begin(self, abstract: int, start: int | None) -> int:
        number, self._next = self._next, self._next + 1
        start_at = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
        self._begun.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{start_at}</w:num>')
        return number


def _properties(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def _readings(number: str) -> Iterator[tuple[str, int]]:
    """The formats that a number may be written in, and what it then counts."""
    if number.isdecimal():
        if number.isascii() and number[0] != "0":
            yield "decimal", int(number)
        return
    case, low = ("lower", number) if number.islower() else ("upper", number.lower())
    for name, values in (("Roman", ROMAN), ("Letter", LETTERS)):
        if low in values:
            yield f"{case}{name}", values[low]


def _abstract(identifier: int, form: Form) -> str:
    place = form.place
    text = form.before if form.kind == "bullet" else f"{form.before}%1{form.after}"
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{place.words}"/></w:tabs>'
    shift = place.first - place.left
    indent = f'w:firstLine="{shift}"' if shift >= 0 else f'w:hanging="{-shift}"'
    level = (
        f'<w:start w:val="1"/><w:numFmt w:val="{form.kind}"/><w:suff w:val="tab"/><w:lvlText w:val={quoteattr(text)}/>'
        f'<w:lvlJc w:val="{"right" if place.right else "left"}"/>'
        f'<w:pPr>{tab}<w:ind w:left="{place.left}" {indent}/></w:pPr>'
    )
    opening = f'<w:abstractNum w:abstractNumId="{identifier}"><w:multiLevelType w:val="singleLevel"/>'
    return f'{opening}<w:lvl w:ilvl="0">{level}</w:lvl></w:abstractNum>'
