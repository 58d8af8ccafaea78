"""The findings of a check for a person: a line each, the excerpt with a caret line, the hint, and a summary."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from wgtip_parse.placed import BEFORE, Placed
from wgtip_parse.render.text import SEVERITY_STYLE, in_one_line, visible

MARGIN = "    "


def findings(found: Sequence[Placed], documents: int, *, colour: bool, concise: bool = False) -> str:
    """Each finding in one line or with its excerpt and hint, and after the latter a summary."""
    page = io.StringIO()
    # None leaves the choice to rich, which minds NO_COLOR and FORCE_COLOR.
    console = Console(file=page, highlight=False, force_terminal=True if colour else None)
    for each in found:
        for line in [_headline(each)] if concise else [_headline(each), *_excerpt(each), *_hint(each)]:
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
    place = f"{in_one_line(found.path)}:{found.line}:{found.column}: "
    severity = (found.severity.value, SEVERITY_STYLE[found.severity])
    return Text.assemble((place, "bold"), severity, f" {found.code} {visible(found.message)}", (_where(found), "dim"))


def _where(found: Placed) -> str:
    """The place in a file whose lines nobody sees: its page, or its paragraph in Word."""
    if found.page is not None:
        return f" (page {found.page})"
    return f" (paragraph {found.paragraph})" if found.paragraph is not None else ""


def _excerpt(found: Placed) -> list[Text]:
    """The words and the caret line, cut where the finding begins too far to the right."""
    if not found.excerpt.strip():
        return []
    start, end = found.caret
    cut = "…" if found.column - 1 > BEFORE else ""
    shown = (cut + found.excerpt).replace("\t", " ")
    lead = cell_len(visible(shown[: start + len(cut)]))
    width = max(1, cell_len(visible(shown[start + len(cut) : end + len(cut)])))
    caret = Text.assemble(MARGIN + " " * lead, ("^" * width, SEVERITY_STYLE[found.severity]))
    return [Text(MARGIN + visible(shown)), caret]


def _hint(found: Placed) -> list[Text]:
    return [] if found.hint is None else [Text.assemble(("  hint: ", "dim"), visible(found.hint))]


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
