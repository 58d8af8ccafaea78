"""References of a part to its own numbers, written with the new ones where that is sure, and told where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wgtip_parse.assemble.numbering import Numbers
from wgtip_parse.citations import Cited, cited
from wgtip_parse.labels import labelled
from wgtip_parse.words import Words

COMPOUND = "."  # "paragraph 14.42" is of a paper whose chapters count their own, where the report has no such number


class Edit(NamedTuple):
    """A stretch of a text and what stands there instead."""

    start: int
    end: int
    text: str


class Doubt(NamedTuple):
    """A reference that stays as it is, because nothing proves what it refers to."""

    at: int
    message: str


def rewritten(text: str, part: int, here: str | None, numbers: Numbers, known: Words) -> tuple[list[Edit], list[Doubt]]:
    """The new numbers of the references in a text of a part, and those in doubt; `here` is its paragraph's new one."""
    edits, doubts = [], []
    for each in cited(text, known):
        if each.whose == "other":
            continue
        final = numbers.cited(part, each.kind, each.number)
        start, end = each.span
        is_of_a_plan = final is None and each.whose == "open" and COMPOUND in each.number
        if final == each.number or is_of_a_plan:
            continue
        if each.whose == "own" and final is not None and _lies_there(each, final, here):
            edits.append(Edit(start, end, final))
        elif final is None:
            doubts.append(Doubt(start, f"{each.kind} {each.number} is in no part: the number is kept"))
        else:
            doubts.append(Doubt(start, f"{each.kind} {each.number} may be {final} now: the number is kept"))
    return edits, doubts


def _lies_there(reference: Cited, final: str, here: str | None) -> bool:
    """Whether what is called "above" comes before, as far as that can be told by numbers of paragraphs."""
    if reference.lies is None or reference.kind != "paragraph" or not (final.isdigit() and (here or "").isdigit()):
        return True
    return int(final) <= int(here or 0) if reference.lies == "above" else int(final) >= int(here or 0)


def relabelled(text: str, final: str | None, known: Words) -> Iterator[Edit]:
    """The number of a recommendation that a paragraph begins with: "11. Recommendation 1. …"."""
    label = labelled(text, known)
    if label is not None and final is not None and label.number != final:
        at = text.index(label.number)
        yield Edit(at, at + len(label.number), final)
