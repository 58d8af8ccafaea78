"""What the index answers, on a terminal: hits with the words that were found, one recommendation, counts with bars."""

from __future__ import annotations

import difflib
import io
import json
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from wgtip_parse.index.query import START, STOP, Record
from wgtip_parse.render.text import visible

FOUND = re.compile(f"{START}([^{START}{STOP}]*){STOP}")
SHORTEST_BAR, LONGEST_BAR = 2, 30  # columns
MARGIN = (0, 0, 0, 2)
HUNG = 4  # columns by which the further lines of a heading or a fact are indented
GAP = "  "  # between columns
SHORTEST = 20  # columns of the words of a hit on one line
BEFORE = 12  # characters that are shown before a word that was found far behind
CUT = "…"


class Hanging(NamedTuple):
    """A text whose further lines stand more to the right than its first, which begins at `indent`."""

    text: Text
    indent: int = 0


Line = RenderableType | Hanging


def hits(records: Sequence[Record], *, total: int, width: int, colour: bool) -> str:
    """Each hit: its id, where it stands, its words with those that were found; how many of how many there are."""
    lines: list[Line] = []
    for each in records:
        lines += [*_heading(each), Padding(_words(str(each["text"]), found="bold yellow"), MARGIN)]
        if each["addressees"]:
            lines.append(_fact("addressed to", ", ".join(cast("list[str]", each["addressees"]))))
        lines.append(Text())
    lines.append(_how_many(len(records), total))
    return _printed(lines, width=width, colour=colour)


def short(records: Sequence[Record], *, total: int, width: int, colour: bool) -> str:
    """Each hit on a line: its id, and its words from the first that was found as far as there is room."""
    widest = max((cell_len(visible(str(each["id"]))) for each in records), default=0)
    lines = [_line(each, widest, max(SHORTEST, width - widest - len(GAP))) for each in records]
    lines.append(_how_many(len(records), total))
    return _printed(lines, width=width, colour=colour)


def recommendation(record: Record, *, width: int, colour: bool) -> str:
    """One recommendation with its facets and its history."""
    lines: list[Line] = [*_heading(record)]
    if record["stem"]:
        lines.append(Padding(_words(str(record["stem"]), style="dim"), MARGIN))
    lines += [Padding(_words(str(record["text"])), MARGIN), Text()]
    lines += [_fact(label, value) for label, value in _facts(record) if value]
    for each in _rows(record, "languages"):
        lines.append(
            _fact(f"in {each['language']}", " ".join(str(each[key]) for key in ("number", "text") if each[key]))
        )
    for each in _rows(record, "deliberations"):
        lines.append(_fact("deliberations", f"{each['document'] or ''} paragraph {each['number']}: {each['text']}"))
    for each in _rows(record, "drafts"):
        lines.append(_fact("in the draft", f"{each['id']} (score {each['score']:g})"))
    for each in _rows(record, "said_before"):
        lines += _earlier(each, record)
    for each in _rows(record, "said_again"):
        lines.append(_fact("said again", f"{each['id']} ({_likeness(each)})"))
    for each in _rows(record, "same_subject"):
        lines.append(_fact("same subject", f"{each['id']} (both: {_listed(each['shared'])})"))
    return _printed(lines, width=width, colour=colour)


def counts(tables: Mapping[str, Sequence[tuple[str, int]]], *, most: int, width: int, colour: bool) -> str:
    """A table with bars for each way of counting, of at most so many rows; of meetings those are the latest."""
    lines = (line for name, rows in tables.items() for line in _table(name, rows, most, width))
    return _printed(lines, width=width, colour=colour)


def _how_many(shown: int, total: int) -> Text:
    noun = "recommendation" if total == 1 else "recommendations"
    return Text(f"{shown} of {total} {noun}: --most {total} shows all" if shown < total else f"{total} {noun}", "dim")


def _line(record: Record, widest: int, room: int) -> Text:
    identifier = visible(str(record["id"]))
    line = Text.assemble((identifier, "bold cyan"), " " * (widest - cell_len(identifier)), GAP)
    text = " ".join(str(record["text"]).split())
    at = text.find(START)
    if at > room - BEFORE:
        text = CUT + text[at - BEFORE :]
    words = _words(text, found="bold yellow")
    words.truncate(room, overflow="ellipsis")
    return line.append(words)


def _heading(record: Record) -> Iterator[Hanging]:
    """Its id and where it stands; the titles above it."""
    parts = (record["body"], record["year"], record["symbol"] or record["name"], record["number"])
    where = ", ".join(str(part) for part in parts if part)
    line = f" (line {record['line']})"
    yield Hanging(Text.assemble((visible(str(record["id"])), "bold cyan"), f"  {visible(where)}", (line, "dim")))
    if record["section"]:
        yield Hanging(Text(visible(str(record["section"])), "dim"), len(GAP))


def _facts(record: Record) -> Iterator[tuple[str, str]]:
    yield "addressed to", ", ".join(str(each["value"]) for each in _rows(record, "addressees"))
    yield "strength", f"{record['strength']} (“{record['evidence']}”)" if record["strength"] else ""
    yield "recommended by", ", ".join(str(each["state"]) for each in _rows(record, "recommended_by"))
    yield "position of the State", str(record["position"] or "")
    yield "by when", " – ".join(str(record[key]) for key in ("deadline", "deadline_date") if record[key])
    yield "topics", ", ".join(str(each["label"]) for each in _rows(record, "topics"))
    yield "refers to", ", ".join(str(each["target"]) for each in _rows(record, "references"))


def _earlier(each: Record, record: Record) -> Iterator[Line]:
    """One that says nearly the same: how alike it is, and what is another."""
    yield _fact("said before", f"{each['id']} ({_likeness(each)})")
    if each["strength"]:
        yield Hanging(Text(f"its strength: {each['strength']}"), HUNG)
    if not each["exact"]:
        yield Padding(_difference(str(each["text"]), str(record["text"])), (0, 0, 0, HUNG))


def _likeness(each: Record) -> str:
    return "word for word" if each["exact"] else f"score {each['score']:g}"


def _listed(words: object) -> str:
    return ", ".join(json.loads(str(words)))


def _rows(record: Record, name: str) -> list[Record]:
    return cast("list[Record]", record[name])


def _fact(label: str, value: str) -> Hanging:
    return Hanging(Text.assemble((f"{label}: ", "bold"), visible(value)), len(GAP))


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
    of_time = name in ("meeting", "year")
    shown = [(visible(label), number) for label, number in (rows[-most:] if of_time else rows[:most])]
    highest = max((number for _, number in shown), default=1) or 1
    digits = len(str(highest))
    widest = max((cell_len(label) for label, _ in shown), default=0)
    widest = min(widest, max(SHORTEST, width - digits - 2 * len(GAP) - SHORTEST_BAR))
    room = min(LONGEST_BAR, max(0, width - widest - digits - 2 * len(GAP)))
    yield Text(name, "bold")
    for label, number in shown:
        bar = "█" * min(room, max(1, round(room * number / highest)) if number else 0)
        *above, last = _broken(label, widest)
        yield from map(Text, above)
        yield Text(f"{last}{' ' * (widest - cell_len(last))}{GAP}{number:>{digits}}{GAP}{bar}".rstrip())
    if len(rows) > most:
        yield Text(f"and {len(rows) - most} {'earlier' if of_time else 'more'}: --most {len(rows)}", "dim")
    yield Text()


def _broken(label: str, width: int) -> list[str]:
    """A label in lines of that width, the further ones indented."""
    return textwrap.wrap(label, width, subsequent_indent=GAP) or [label]


def _printed(lines: Iterable[Line], *, width: int, colour: bool) -> str:
    page = io.StringIO()
    console = Console(file=page, width=width, highlight=False, force_terminal=True if colour else None)
    for line in lines:
        for each in _hung(line, console) if isinstance(line, Hanging) else (line,):
            console.print(each)
    return "\n".join(line.rstrip() for line in page.getvalue().split("\n"))  # rich fills lines up with spaces


def _hung(line: Hanging, console: Console) -> Iterator[RenderableType]:
    """The lines of a text, each with its indent."""
    further = max(HUNG, line.indent + len(GAP))
    for at, each in enumerate(line.text.wrap(console, max(1, console.width - further))):
        yield Padding(each, (0, 0, 0, further if at else line.indent))
