"""Stable names: what a recommendation is called, from its own document alone, whatever else is compiled."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from wgtip_parse.collection import Document
from wgtip_parse.index.extraction import Extracted
from wgtip_parse.words import words

NOT_IN_ID = re.compile(r"[^A-Za-z0-9.]+")


def name(document: Document, recommendations: Iterable[Extracted], meeting: str) -> Iterator[str]:
    """The id of each recommendation of a document, in their order; a second of the same number ends in "-2".

    `CTOC-COP-WG.4-2019-09-R51`: body and month of the meeting, then "R" for a number that runs through the meeting, or
    the document and the number in it (`A-AC.182-2025-02-L.8-16.a`).
    """
    seen: Counter[str] = Counter()
    for each in recommendations:
        given = f"{meeting}-{_designation(document, each)}"
        seen[given] += 1
        yield given if seen[given] == 1 else f"{given}-{seen[given]}"


def _designation(document: Document, recommendation: Extracted) -> str:
    if recommendation.number is None:
        number = hashlib.sha256(recommendation.text.encode()).hexdigest()[:8]
    else:
        number = NOT_IN_ID.sub(".", recommendation.number).strip(".")
    if not recommendation.labelled:
        return f"{_own_part(document) or 'P'}-{number}"
    if _counts_through_meeting(document):
        return f"R{number}"
    own = _own_part(document)
    return f"{own}-R{number}" if own else f"R{number}"


def _counts_through_meeting(document: Document) -> bool:
    """Draft and final reports of a meeting share the numbers of its recommendations; other documents have their own."""
    if document.start is None:
        return False
    if document.role == "part":
        return True
    return words(document.language).report_of_meeting.match(document.masthead.title or "") is not None


def _own_part(document: Document) -> str:
    """The symbol without what names the body and the year: "L.8", "L.1-Add.2", "59.15"."""
    symbol = document.symbol
    if symbol is None:
        return ""
    session = (symbol.period,) if symbol.period and symbol.year is None else ()
    return "-".join(
        NOT_IN_ID.sub(".", each).strip(".") for each in (".".join((*session, *symbol.document)), *symbol.changes)
    )
