"""Stable names: what a recommendation is called, from its own document alone, whatever else is compiled."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from wgtip_parse import alphabets
from wgtip_parse.bodies import slug
from wgtip_parse.documents import Document
from wgtip_parse.index.extraction import Extracted
from wgtip_parse.membership import Membership
from wgtip_parse.numerals import letter
from wgtip_parse.words import ENGLISH

NOT_IN_ID = re.compile(r"[^A-Za-z0-9.]+")
OTHER_SCRIPT = re.compile(r"[^\W\x00-\x7f]+")
LENGTH = 8  # of a digest in a name


def name(document: Document, recommendations: Iterable[Extracted], own: Membership | None) -> Iterator[str]:
    """The id of each recommendation of a document, in their order; a second of the same number ends in "-2".

    `CTOC-COP-WG.4-2019-09-R51`: the meeting, then "R" for a number that runs through it, or the document and the number
    in it (`A-AC.182-2025-02-L.8-16.a`). For a document of no meeting its symbol stands in place of both
    (`S-2025-223-P16.a`), and where it has none a digest of it. A language that is not English stands behind it (`-fr`).
    """
    seen: Counter[str] = Counter()
    for each in recommendations:
        given = f"{_before(document, each, own)}{_number(each)}{_language(document)}"
        seen[given] += 1
        yield given if seen[given] == 1 else f"{given}-{seen[given]}"


def _before(document: Document, recommendation: Extracted, own: Membership | None) -> str:
    """What stands before the number: meeting and document, the document unless its numbers run through the meeting."""
    label = "R" if recommendation.labelled else ""
    if own is None:
        return f"{slug(str(document.symbol)) if document.symbol else document.sha256[:LENGTH]}-{label or 'P'}"
    part = "" if label and own.reported else _own_part(document, own)
    return f"{own.id}-{part}-{label}" if part else f"{own.id}-{label or 'P-'}"


def _number(recommendation: Extracted) -> str:
    if recommendation.number is None:
        return hashlib.sha256(recommendation.text.encode()).hexdigest()[:LENGTH]
    return NOT_IN_ID.sub(".", OTHER_SCRIPT.sub(_by_its_place, recommendation.number)).strip(".")


def _by_its_place(marker: re.Match[str]) -> str:
    """A marker of another script as a letter or figure: "16 (أ)" is named as "16 (a)" is."""
    place = min(alphabets.places(marker[0]), default=0)
    return str(place) if place == 0 or marker[0].isnumeric() else letter(place)


def _language(document: Document) -> str:
    return "" if document.language == ENGLISH else f"-{document.language}"


def _own_part(document: Document, own: Membership) -> str:
    """The symbol without what names the meeting: "L.8", "L.1-Add.2", "FPA.6" for DP/FPA/2025/6 of the board DP."""
    if document.symbol is None:
        return ""
    symbols = (document.symbol, *document.symbol.joint)
    symbol = next((each for each in symbols if each.stem == own.stem), document.symbol)
    if own.state is not None:
        parts: tuple[str, ...] = ()
    else:
        stem = () if symbol.stem == own.stem else (symbol.stem.removeprefix(f"{own.stem}/"),)
        is_told = symbol.year is not None or (own.session is not None and symbol.period == str(own.session.ordinal))
        parts = (*stem, *(() if is_told or symbol.period is None else (symbol.period,)), *symbol.document)
    words = (".".join(parts), *symbol.changes) if parts else symbol.changes
    return "-".join(NOT_IN_ID.sub(".", each).strip(".") for each in words)
