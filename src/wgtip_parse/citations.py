"""References of a report to its own paragraphs and recommendations: "paragraphs 7 and 9 above".

What makes one the report's own is "above", "below" or "of the present report"; "of resolution 55/25" says that it is
another's; what says neither is open.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from wgtip_parse.model import Span
from wgtip_parse.words import Words

BEFORE = 60  # characters in which the document is named whose paragraph is cited: "resolution 55/25, paragraph 7"


class Cited(NamedTuple):
    """A number in a reference and where it stands; `lies` is where the text says that it is to be found."""

    kind: Literal["paragraph", "recommendation"]
    number: str
    span: Span
    whose: Literal["own", "other", "open"]
    lies: Literal["above", "below"] | None


def cited(text: str, known: Words) -> Iterator[Cited]:
    """Each number by which a text refers to a paragraph or a recommendation."""
    for match in known.paragraph_cited.finditer(text):
        is_paragraph = match["paragraph"] is not None
        lies: Literal["above", "below"] | None = "above" if match["above"] else "below" if match["below"] else None
        whose: Literal["own", "other", "open"] = "open"
        if match["own"]:
            whose = "own"
        elif known.of_another.match(text, match.end()) or _is_behind_another(text, match.start(), known):
            whose = "other"
        for number in known.number_cited.finditer(text, match.start("list"), match.end("list")):
            yield Cited("paragraph" if is_paragraph else "recommendation", number[0], number.span(), whose, lies)


def _is_behind_another(text: str, start: int, known: Words) -> bool:
    return known.another_cited_before.search(text, max(0, start - BEFORE), start) is not None
