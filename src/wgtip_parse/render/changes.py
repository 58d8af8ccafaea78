"""A comparison for a person: a summary, then paragraph by paragraph what changed; what is the same is folded."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from wgtip_parse.changes import Change, Comparison, Life, Piece, Unit, named, noun_of, numbers, summary
from wgtip_parse.render.text import in_one_line, visible

CONTEXT = 8  # words shown before and behind a change; the rest of the paragraph is folded
LEFT_OUT = " … "
INDENT = "    "
STYLES = {"inserted": "green", "deleted": "red", "moved": "cyan", "split": "magenta", "merged": "magenta"}
TURNS = {"softened": "yellow", "hardened": "blue", "changed": "dim"}


def changes(comparison: Comparison, shown: Sequence[Change], *, colour: bool) -> str:
    """The changes that are to be shown, in their order, under the headings that they stand below."""
    page = io.StringIO()
    # None leaves the choice to rich, which minds NO_COLOR and FORCE_COLOR.
    console = Console(file=page, highlight=False, force_terminal=True if colour else None)
    console.print(Text(f"{_names(comparison.old)} → {_names(comparison.new)}", "bold"), soft_wrap=True)
    console.print(Text(summary(shown)), soft_wrap=True)
    for line in _lines(shown, comparison, in_colour=console.is_terminal):
        console.print(line, soft_wrap=True)
    return page.getvalue()


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(in_one_line, names))


def _lines(shown: Sequence[Change], comparison: Comparison, *, in_colour: bool) -> Iterator[Text]:
    heading: Change | None = None
    same: list[Change] = []
    for each in shown:
        if each.kind == "heading" and each.change == "same":
            heading = each
        elif each.change == "same" and not each.references:
            same.append(each)
        else:
            yield from _folded(same, comparison)
            if heading:
                yield Text(f"\n{visible(_title(heading))}", "bold")
            yield Text("")
            yield from _change(each, comparison, in_colour=in_colour)
            heading, same = None, []
    yield from _folded(same, comparison)


def _title(heading: Change) -> str:
    unit = heading.new[0]
    return f"{unit.number} {unit.text}" if unit.number and unit.number != unit.text else unit.text


def _folded(same: Sequence[Change], comparison: Comparison) -> Iterator[Text]:
    """A line for all paragraphs that are the same, with their numbers before and after; one for each document."""
    numbered = [each for each in same if each.new[0].is_block and each.new[0].number]
    for _, group in groupby(numbered, lambda each: (each.old[0].document, each.new[0].document)):
        found = list(group)
        old = _range([each.old[0] for each in found], comparison.old)
        new = _range([each.new[0] for each in found], comparison.new)
        count = len(found)
        told = f"{count} paragraph{'' if count == 1 else 's'} the same: {old}" + (f" → {new}" if old != new else "")
        yield Text(f"\n  ⋯ {visible(told)}", "dim")


def _range(units: Sequence[Unit], documents: Sequence[str]) -> str:
    first = numbers(units[:1], documents)
    return first if len(units) == 1 else f"{first}–{units[-1].number or '·'}"


def _change(change: Change, comparison: Comparison, *, in_colour: bool) -> Iterator[Text]:
    headline = f"{noun_of(change)} {in_one_line(named(change, comparison))}".rstrip()
    head = Text.assemble((headline, "bold"), f": {change.change}")
    head.stylize(STYLES.get(change.change, "yellow"), len(head) - len(change.change))
    if change.operative:
        told = f"  {change.operative.turn}: {change.operative.old} → {change.operative.new}"
        head.append(visible(told), TURNS[change.operative.turn])
    yield head
    if change.change == "moved" and not change.words:
        yield Text(INDENT + _short(change.new[0].text))
        return
    is_whole = change.change in ("split", "merged")  # who reads of one wants to see where
    pieces = change.pieces if is_whole else _near(change.pieces)
    for line in Text.assemble(*(_piece(each, in_colour) for each in pieces)).split("\n"):
        line.rstrip()
        yield Text(INDENT).append_text(line)


def _short(text: str) -> str:
    words = text.split()
    return visible(" ".join(words[: CONTEXT * 2])) + (LEFT_OUT.rstrip() if len(words) > CONTEXT * 2 else "")


def _near(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces with what is far from any change folded."""
    for at, each in enumerate(pieces):
        words = each.new.split()
        first, last = at == 0, at == len(pieces) - 1
        if each.kind != "same" or len(words) <= CONTEXT * (1 if first or last else 2) + 1:
            yield each
            continue
        before = "" if first else each.new[: _end_of(each.new, CONTEXT)]
        behind = "" if last else each.new[_start_of(each.new, CONTEXT) :]
        yield Piece("same", "", f"{before}{LEFT_OUT if before else LEFT_OUT.lstrip()}{behind}")


def _end_of(text: str, words: int) -> int:
    """Where so many words end."""
    at = 0
    for word in text.split()[:words]:
        at = text.index(word, at) + len(word)
    return at


def _start_of(text: str, words: int) -> int:
    """Where the last words begin, so many."""
    at = len(text)
    for word in reversed(text.split()[-words:]):
        at = text.rindex(word, 0, at)
    return at


def _piece(piece: Piece, in_colour: bool) -> Text:
    """Words taken out and put in: struck and green, or in the marks of wdiff where there is no colour."""
    if piece.kind == "same":
        return Text(visible(piece.new))
    old, new = visible(piece.old.strip()), visible(piece.new.strip())
    if piece.kind == "follows":
        return Text(f"{old}→{new} ", "dim")
    marks = ("", "", "", "") if in_colour else ("[-", "-]", "{+", "+}")
    found = Text()
    if old:
        found.append(marks[0] + old + marks[1], "red strike").append(" ")
    if new:
        found.append(marks[2] + new + marks[3], "green").append(" " if piece.new[-1:].isspace() else "")
    return found


def lives(found: Sequence[Life], versions: Sequence[str], *, colour: bool) -> str:
    """A line for each recommendation, with its number in each version and what it has become there."""
    page = io.StringIO()
    console = Console(file=page, highlight=False, force_terminal=True if colour else None)
    table = [[visible(name) for name in versions], *map(_row, found)]
    widths = [max(len(row[at]) for row in table) for at in range(len(versions))]
    for at, row in enumerate(table):
        cells = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        words = "" if at == 0 else "  " + _short((_last(found[at - 1]) or "").replace("\n", " "))
        line = Text.assemble((cells, "bold" if at == 0 else ""), (words, "dim"))
        line.rstrip()
        console.print(line, soft_wrap=True)
    return page.getvalue()


def _row(life: Life) -> list[str]:
    return [_stage(units, came) for units, came in zip(life.stages, ((), *life.changes), strict=True)]


def _stage(units: Sequence[Unit], came: Sequence[Change]) -> str:
    if not units:
        return "deleted" if came else "–"
    told = ", ".join(dict.fromkeys(change.change for change in came if change.change != "same"))
    return visible(f"{numbers(units) or '·'} {told}".rstrip())


def _last(life: Life) -> str | None:
    return next((units[0].text for units in reversed(life.stages) if units), None)
