"""The findings of a check for a person: a line each, the excerpt with a caret line, the hint, and a summary."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from wgtip_parse.diagnostics import Severity
from wgtip_parse.excerpt import excerpt
from wgtip_parse.placed import Placed
from wgtip_parse.render.text import SEVERITY_STYLE, in_one_line, visible

MARGIN = "    "
WIDEST_SEVERITY = max(map(len, Severity))
FEWEST = 6  # characters of an excerpt, however wide they are
NARROWEST = 20  # columns of an excerpt: in fewer no word is seen


def findings(found: Sequence[Placed], *, width: int, colour: bool, concise: bool = False) -> str:
    """Each finding in one line, or with its excerpt and hint."""
    lines = [
        line
        for each in found
        for line in ([_headline(each)] if concise else [_headline(each), *_excerpt(each, width), *_hint(each)])
    ]
    return _printed(lines, colour=colour)


def summary(found: Sequence[Placed], documents: int, *, colour: bool) -> str:
    """How much was found and how much of it can be fixed, in one line."""
    counts = f"{_count(len(found), 'finding')} in {_count(documents, 'report')}"
    safe, unsafe = (sum(each.fix is not None and each.fix.safe is wanted for each in found) for wanted in (True, False))
    fixable = f", {safe} fixable with --fix" if safe else ""
    line = counts + fixable + (f", {unsafe} with --unsafe-fixes" if unsafe else "")
    return _printed([Text(line, "dim")], colour=colour)


def statistics(found: Sequence[Placed], *, colour: bool) -> str:
    """A line for each code: how often, how grave, its name, and how many can be fixed; the most first."""
    kinds: dict[tuple[str, Severity], list[Placed]] = {}
    for each in found:
        kinds.setdefault((each.code, each.severity), []).append(each)
    rows = sorted(kinds.items(), key=lambda row: (-len(row[1]), row[0]))
    digits = max((len(str(len(alike))) for _, alike in rows), default=0)
    lines = []
    for (code, severity), alike in rows:
        fixable = sum(each.fix is not None for each in alike)
        told = f", {fixable} fixable" if fixable else ""
        grave = (f"{severity.value:{WIDEST_SEVERITY}}", SEVERITY_STYLE[severity])
        lines.append(Text.assemble(f"{len(alike):{digits}}  {code}  ", grave, f"  {alike[0].name}{told}"))
    return _printed(lines, colour=colour)


def _printed(lines: Iterable[Text], *, colour: bool) -> str:
    page = io.StringIO()
    # None leaves the choice to rich, which minds NO_COLOR and FORCE_COLOR.
    console = Console(file=page, highlight=False, force_terminal=True if colour else None)
    for line in lines:
        console.print(line, soft_wrap=True)
    return page.getvalue()


def _headline(found: Placed) -> Text:
    severity = (found.severity.value, SEVERITY_STYLE[found.severity])
    return Text.assemble((f"{in_one_line(found.place)}: ", "bold"), severity, f" {found.code} {visible(found.message)}")


def _excerpt(found: Placed, width: int) -> list[Text]:
    """The words and the caret line, cut at words to the width of the screen."""
    if not found.excerpt.strip():
        return []
    room = most = max(NARROWEST, width - len(MARGIN))
    shown = excerpt(found.excerpt, found.caret, room)
    while room > FEWEST and (excess := cell_len(visible(shown.text)) - most) > 0:
        room = max(FEWEST, room - excess)  # some characters take two columns, and those that are no letters more
        shown = excerpt(found.excerpt, found.caret, room)
    start, end = shown.span
    words = shown.text.replace("\t", " ")
    lead, under = cell_len(visible(words[:start])), cell_len(visible(words[start:end]))
    caret = Text.assemble(MARGIN + " " * lead, ("^" * max(1, under), SEVERITY_STYLE[found.severity]))
    return [Text(MARGIN + visible(words)), caret]


def _hint(found: Placed) -> list[Text]:
    return [] if found.hint is None else [Text.assemble(("  hint: ", "dim"), visible(found.hint))]


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
