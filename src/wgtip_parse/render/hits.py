"""What the index answers, on a terminal: hits with the words that were found, one recommendation, counts with bars."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from rich.cells import cell_len

from wgtip_parse.index.query import START, STOP, Record
from wgtip_parse.render.painted import CUT, Line, Text, page
from wgtip_parse.render.text import visible

FOUND = re.compile(f"{START}([^{START}{STOP}]*){STOP}")
SHORTEST_BAR, LONGEST_BAR = 2, 30  # columns
MARGIN = 2  # columns before words
HUNG = 4  # columns by which the further lines of a heading or a fact are indented
GAP = "  "  # between columns
SHORTEST = 20  # columns of the words of a hit on one line
BEFORE = 12  # characters that are shown before a word that was found far behind


def hits(records: Sequence[Record], *, total: int, width: int, colour: bool) -> str:
    """Each hit: its id, where it stands, its words with those that were found; how many of how many there are."""
    lines: list[Line] = []
    for each in records:
        lines += [*_heading(each), _set_in(_words(str(each["text"]), found="bold yellow"))]
        if each["addressees"]:
            lines.append(_fact("addressed to", ", ".join(cast("list[str]", each["addressees"]))))
        lines.append(Line(Text()))
    lines.append(_how_many(len(records), total))
    return page(lines, width=width, colour=colour)


def short(records: Sequence[Record], *, total: int, width: int, colour: bool) -> str:
    """Each hit on a line: its id, and its words from the first that was found as far as there is room."""
    widest = max((cell_len(visible(str(each["id"]))) for each in records), default=0)
    lines = [_line(each, widest, max(SHORTEST, width - widest - len(GAP))) for each in records]
    lines.append(_how_many(len(records), total))
    return page(lines, width=width, colour=colour)


def recommendation(record: Record, *, width: int, colour: bool) -> str:
    """One recommendation with its facets and its history."""
    lines: list[Line] = [*_heading(record)]
    if record["stem"]:
        lines.append(_set_in(_words(str(record["stem"]), style="dim")))
    lines += [_set_in(_words(str(record["text"]))), Line(Text())]
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
    return page(lines, width=width, colour=colour)


def counts(tables: Mapping[str, Sequence[tuple[str, int]]], *, most: int, width: int, colour: bool) -> str:
    """A table with bars for each way of counting, of at most so many rows; of meetings those are the latest."""
    lines = (line for name, rows in tables.items() for line in _table(name, rows, most, width))
    return page(lines, width=width, colour=colour)


def _how_many(shown: int, total: int) -> Line:
    noun = "recommendation" if total == 1 else "recommendations"
    told = f"{shown} of {total} {noun}: --most {total} shows all" if shown < total else f"{total} {noun}"
    return Line(Text((told, "dim")))


def _line(record: Record, widest: int, room: int) -> Line:
    identifier = visible(str(record["id"]))
    line = Text((identifier, "bold cyan"), " " * (widest - cell_len(identifier)), GAP)
    text = " ".join(str(record["text"]).split())
    at = text.find(START)
    if at > room - BEFORE:
        text = CUT + text[at - BEFORE :]
    line.parts += _words(text, found="bold yellow").shortened(room).parts
    return Line(line)


def _heading(record: Record) -> Iterator[Line]:
    """Its id and where it stands; the titles above it."""
    parts = (record["body"], record["year"], record["symbol"] or record["name"], record["number"])
    where = ", ".join(str(part) for part in parts if part)
    line = f" (line {record['line']})"
    yield _hanging(Text((visible(str(record["id"])), "bold cyan"), f"  {visible(where)}", (line, "dim")))
    if record["section"]:
        yield _hanging(Text((visible(str(record["section"])), "dim")), len(GAP))


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
        yield _hanging(Text(f"its strength: {each['strength']}"), HUNG)
    if not each["exact"]:
        yield Line(_difference(str(each["text"]), str(record["text"])), HUNG, HUNG)


def _likeness(each: Record) -> str:
    return "word for word" if each["exact"] else f"score {each['score']:g}"


def _listed(words: object) -> str:
    return ", ".join(json.loads(str(words)))


def _rows(record: Record, name: str) -> list[Record]:
    return cast("list[Record]", record[name])


def _fact(label: str, value: str) -> Line:
    return _hanging(Text((f"{label}: ", "bold"), visible(value)), len(GAP))


def _hanging(text: Text, indent: int = 0) -> Line:
    """A text whose further lines stand more to the right than its first."""
    return Line(text, indent, max(HUNG, indent + len(GAP)))


def _set_in(text: Text) -> Line:
    return Line(text, MARGIN, MARGIN)


def _difference(before: str, now: str) -> Text:
    """The earlier words: what is no longer there struck out, what is new underlined."""
    import difflib  # for what was said before only

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


def _table(name: str, rows: Sequence[tuple[str, int]], most: int, width: int) -> Iterator[Line]:
    """The rows in columns, with bars as long as there is room; labels are not cut."""
    of_time = name in ("meeting", "year")
    shown = [(visible(label), number) for label, number in (rows[-most:] if of_time else rows[:most])]
    highest = max((number for _, number in shown), default=1) or 1
    digits = len(str(highest))
    widest = max((cell_len(label) for label, _ in shown), default=0)
    widest = min(widest, max(SHORTEST, width - digits - 2 * len(GAP) - SHORTEST_BAR))
    room = min(LONGEST_BAR, max(0, width - widest - digits - 2 * len(GAP)))
    yield Line(Text((name, "bold")))
    for label, number in shown:
        bar = "█" * min(room, max(1, round(room * number / highest)) if number else 0)
        *above, last = _broken(label, widest)
        yield from (Line(Text(each)) for each in above)
        yield Line(Text(f"{last}{' ' * (widest - cell_len(last))}{GAP}{number:>{digits}}{GAP}{bar}".rstrip()))
    if len(rows) > most:
        yield Line(Text((f"and {len(rows) - most} {'earlier' if of_time else 'more'}: --most {len(rows)}", "dim")))
    yield Line(Text())


def _broken(label: str, width: int) -> list[str]:
    """A label in lines of that width, the further ones indented."""
    import textwrap  # for tables only

    return textwrap.wrap(label, width, subsequent_indent=GAP) or [label]
