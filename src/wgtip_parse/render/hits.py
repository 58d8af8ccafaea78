"""What the index answers, on a terminal: hits with the words that were found, one recommendation, counts with bars."""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from wgtip_parse.index.query import START, STOP, Record
from wgtip_parse.render.text import visible

FOUND = re.compile(f"{START}([^{START}{STOP}]*){STOP}")
LONGEST_BAR = 30  # columns
MARGIN = (0, 0, 0, 2)
GAP = "  "  # between columns


def hits(records: Sequence[Record], *, total: int, width: int, colour: bool) -> str:
    """Each hit: its id, where it stands, its words with those that were found; how many of how many there are."""
    lines: list[RenderableType] = []
    for each in records:
        lines += [_heading(each), Padding(_words(str(each["text"]), found="bold yellow"), MARGIN), Text()]
    shown = f"{len(records)} of " if len(records) < total else ""
    more = f": --most {total} shows all" if len(records) < total else ""
    lines.append(Text(f"{shown}{total} {'recommendation' if total == 1 else 'recommendations'}{more}", "dim"))
    return _printed(lines, width=width, colour=colour)


def recommendation(record: Record, *, width: int, colour: bool) -> str:
    """One recommendation with its facets and its history."""
    lines: list[RenderableType] = [_heading(record)]
    if record["stem"]:
        lines.append(Padding(_words(str(record["stem"]), style="dim"), MARGIN))
    lines += [Padding(_words(str(record["text"])), MARGIN), Text()]
    lines += [_fact(label, value) for label, value in _facts(record) if value]
    for each in _rows(record, "deliberations"):
        lines.append(_fact("deliberations", f"{each['document'] or ''} paragraph {each['number']}: {each['text']}"))
    for each in _rows(record, "drafts"):
        lines.append(_fact("in the draft", f"{each['id']} (score {each['score']:g})"))
    for name, label in (("said_before", "said before"), ("said_again", "said again")):
        for each in _rows(record, name):
            same = "word for word" if each["exact"] else f"score {each['score']:g}"
            lines.append(_fact(label, f"{each['id']} ({same})"))
            if not each["exact"]:
                lines.append(Padding(_difference(str(each["text"]), str(record["text"])), (0, 0, 0, 4)))
    return _printed(lines, width=width, colour=colour)


def counts(tables: Mapping[str, Sequence[tuple[str, int]]], *, most: int, width: int, colour: bool) -> str:
    """A table with bars for each way of counting, of at most so many rows; of meetings those are the latest."""
    lines = (line for name, rows in tables.items() for line in _table(name, rows, most, width))
    return _printed(lines, width=width, colour=colour)


def _heading(record: Record) -> Text:
    parts = (record["body"], record["year"], record["symbol"] or record["name"], record["number"])
    where = ", ".join(str(part) for part in parts if part)
    line = f" (line {record['line']})"
    heading = Text.assemble((visible(str(record["id"])), "bold cyan"), f"  {visible(where)}", (line, "dim"))
    if record["section"]:
        heading.append(f"\n  {visible(str(record['section']))}", "dim")
    return heading


def _facts(record: Record) -> Iterator[tuple[str, str]]:
    yield "addressed to", ", ".join(str(each["value"]) for each in _rows(record, "addressees"))
    yield "strength", f"{record['strength']} (“{record['evidence']}”)" if record["strength"] else ""
    yield "topics", ", ".join(str(each["label"]) for each in _rows(record, "topics"))
    yield "refers to", ", ".join(str(each["target"]) for each in _rows(record, "references"))


def _rows(record: Record, name: str) -> list[Record]:
    return cast("list[Record]", record[name])


def _fact(label: str, value: str) -> Text:
    return Text.assemble((f"  {label}: ", "bold"), visible(value))


def _difference(before: str, now: str) -> Text:
    """The earlier words: what is no longer there struck out, what is new underlined."""
    old, new = before.split(), now.split()
    text = Text(style="dim")
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            text.append(visible(" ".join(old[a:b])) + " ")
            continue
        if b > a:
            text.append("[-" + visible(" ".join(old[a:b])) + "-] ", "red strike")
        if d > c:
            text.append("{+" + visible(" ".join(new[c:d])) + "+} ", "green underline")
    return text


def _words(marked: str, *, style: str = "", found: str = "") -> Text:
    """Words of a document, never mark-up, with what was found set off."""
    text = Text(style=style)
    at = 0
    for match in FOUND.finditer(marked):
        text.append(visible(marked[at : match.start()]))
        text.append(visible(match[1]), found)
        at = match.end()
    text.append(visible(marked[at:]))
    return text


def _table(name: str, rows: Sequence[tuple[str, int]], most: int, width: int) -> Iterator[Text]:
    """The rows in columns, with bars as long as there is room; labels are not cut."""
    of_meetings = name == "meeting"
    shown = [(visible(label), number) for label, number in (rows[-most:] if of_meetings else rows[:most])]
    highest = max((number for _, number in shown), default=1) or 1
    widest, digits = max((cell_len(label) for label, _ in shown), default=0), len(str(highest))
    room = min(LONGEST_BAR, max(0, width - widest - digits - 2 * len(GAP)))
    yield Text(name, "bold")
    for label, number in shown:
        bar = "█" * min(room, max(1, round(room * number / highest)) if number else 0)
        yield Text(f"{label}{' ' * (widest - cell_len(label))}{GAP}{number:>{digits}}{GAP}{bar}".rstrip())
    if len(rows) > most:
        yield Text(f"and {len(rows) - most} {'earlier' if of_meetings else 'more'}: --most {len(rows)}", "dim")
    yield Text()


def _printed(lines: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    page = io.StringIO()
    console = Console(file=page, width=width, highlight=False, force_terminal=True if colour else None)
    for line in lines:
        console.print(line)
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n"))  # rich fills lines up with spaces
