"""What people have written into a workbook of ours, which a new one keeps: status, owner, note, columns of their own.

A row is known again by the id of its recommendation. One whose recommendation is no longer in the index is kept in a
sheet of its own; nothing that somebody has written is lost.
"""

from __future__ import annotations

import io
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from wgtip_parse.emitters.rows import COLUMNS

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

HEADINGS = ("status", "owner", "note")
SHEET, GONE = "Recommendations", "No longer in the index"
OURS = (SHEET, "Meetings", "Documents", "Passed over", GONE)
ID = COLUMNS[0].heading
LOCKS = ("~${}", ".~lock.{}#")  # the files that Excel and LibreOffice keep beside one that they have open
UNNAMED = "column"  # stands above a column of theirs that has no heading

Value = str | int | float | bool | date | datetime | time | timedelta | None
Written = Mapping[str, Value]  # a row by its headings


class FollowUpError(Exception):
    """A workbook cannot be written anew without losing what is in it; the message says why, in one line."""


class Parted(NamedTuple):
    """Rows by the ids of recommendations that are in an index, and those of others."""

    known: dict[str, Written]
    gone: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The headings of the columns that are people's, and the rows in which they have written anything."""

    headings: tuple[str, ...] = HEADINGS
    rows: tuple[Written, ...] = ()

    def parted(self, ids: Collection[str]) -> Parted:
        """The first row of each id that is in the index, and all other rows."""
        known: dict[str, Written] = {}
        gone: list[Written] = []
        for row in self.rows:
            name = str(row.get(ID))
            if name in ids and name not in known:
                known[name] = row
            else:
                gone.append(row)
        return Parted(known, tuple(gone))


NOTHING = FollowUp()


def read(path: str) -> FollowUp:
    """What is written in a workbook that is to be written anew; nothing where there is none. Raises FollowUpError."""
    from python_calamine import CalamineError, CalamineWorkbook

    if not os.path.isfile(path):
        return NOTHING
    if _is_open(path):
        raise FollowUpError("open in another program; close it there first")
    try:
        with open(path, "rb") as file:
            workbook = CalamineWorkbook.from_filelike(io.BytesIO(file.read()))
        return _read(workbook)
    except OSError as error:
        raise FollowUpError((error.strerror or "cannot be read").lower()) from error
    except CalamineError as error:
        raise FollowUpError("no workbook that can be read; write to another file") from error


def _is_open(path: str) -> bool:
    folder, name = os.path.split(os.path.realpath(path))
    return any(os.path.exists(os.path.join(folder, lock.format(name))) for lock in LOCKS)


def _read(workbook: CalamineWorkbook) -> FollowUp:
    """The rows of our sheets; refuses what a new workbook would not have."""
    for name in workbook.sheet_names:
        if name not in OURS:
            raise FollowUpError(f'its sheet "{name}" would be lost; write to another file')
    headings = list(HEADINGS)
    rows: list[Written] = []
    for name in (SHEET, GONE):
        if name in workbook.sheet_names:
            own, found = _of_sheet(name, workbook.get_sheet_by_name(name).to_python())
            headings += [each for each in own if each not in headings]
            rows += found
        elif name == SHEET:
            raise FollowUpError(f'it has no sheet "{SHEET}"; write to another file')
    return FollowUp(tuple(headings), tuple(rows))


def _of_sheet(name: str, table: Sequence[Sequence[Value]]) -> tuple[list[str], list[Written]]:
    """The headings that are not ours, and the rows with anything below them or below those of the follow-up."""
    first = next((at for at, row in enumerate(table) if ID in row), None)
    if first is None:
        raise FollowUpError(f'its sheet "{name}" has no column "{ID}"; write to another file')
    headings = list(_named(table[first]))
    ours = {column.heading for column in COLUMNS}
    theirs = [each for each in headings if each not in ours]
    rows: list[Written] = [dict(zip(headings, row, strict=True)) for row in table[first + 1 :]]
    written = [row for row in rows if any(_is_written(row[each]) for each in theirs)]
    return [each for each in theirs if any(_is_written(row[each]) for row in written)], written


def _named(headings: Iterable[Value]) -> Iterator[str]:
    """Each heading once, whatever its case: the second "note" is "note 2", and that of ours is written as we do."""
    ours = {each.casefold(): each for each in (*(column.heading for column in COLUMNS), *HEADINGS)}
    seen: set[str] = set()
    for heading in headings:
        name = str(heading).strip() or UNNAMED
        name = ours.get(name.casefold(), name)
        number, unique = 1, name
        while unique.casefold() in seen:
            number += 1
            unique = f"{name} {number}"
        seen.add(unique.casefold())
        yield unique


def _is_written(value: Value) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None
