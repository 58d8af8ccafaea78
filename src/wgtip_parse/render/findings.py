"""The findings of a check for a person: a line each, the excerpt with a caret line, the hint, and a summary."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from wgtip_parse.excerpt import excerpt
from wgtip_parse.placed import Placed
from wgtip_parse.render.text import SEVERITY_STYLE, in_one_line, visible

MARGIN = "    "
NARROWEST = 20  # columns of an excerpt: in fewer no word is seen


def findings(found: Sequence[Placed], documents: int, *, width: int, colour: bool, concise: bool = False) -> str:
    """Each finding in one line or with its excerpt and hint, and after the latter a summary."""
    page = io.StringIO()
    # None leaves the choice to rich, which minds NO_COLOR and FORCE_COLOR.
    console = Console(file=page, width=width, highlight=False, force_terminal=True if colour else None)
    for each in found:
        for line in [_headline(each)] if concise else [_headline(each), *_excerpt(each, width), *_hint(each)]:
            console.print(line, soft_wrap=True)
    if not concise:
        console.print(summary(found, documents), soft_wrap=True, style="dim")
    return page.getvalue()


def summary(found: Sequence[Placed], documents: int) -> str:
    """How much was found and how much of it can be fixed."""
    counts = f"{_count(len(found), 'finding')} in {_count(documents, 'report')}"
    safe = sum(1 for each in found if each.fix is not None and each.fix.safe)
    unsafe = sum(1 for each in found if each.fix is not None and not each.fix.safe)
    fixable = f", {safe} fixable with --fix" if safe else ""
    return counts + fixable + (f", {unsafe} with --unsafe-fixes" if unsafe else "")


def _headline(found: Placed) -> Text:
    severity = (found.severity.value, SEVERITY_STYLE[found.severity])
    return Text.assemble((f"{in_one_line(found.place)}: ", "bold"), severity, f" {found.code} {visible(found.message)}")


def _excerpt(found: Placed, width: int) -> list[Text]:
    """The words and the caret line, cut at words to the width of the screen."""
    if not found.excerpt.strip():
        return []
    room = most = max(NARROWEST, width - len(MARGIN))
    shown = excerpt(found.excerpt, found.caret, room)
    while room > NARROWEST and (excess := cell_len(visible(shown.text)) - most) > 0:
        room = max(NARROWEST, room - excess)  # some characters take two columns, and those that are no letters more
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
