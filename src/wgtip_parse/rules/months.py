"""The months as dates in reports are written with them, and where a draft names one."""

from __future__ import annotations

import re

from wgtip_parse.rules.rule import Draft

MONTHS = "January February March April May June July August September October November December".split()
MONTH = "|".join(MONTHS)


def months(draft: Draft) -> list[tuple[int, int]]:
    """The spans of the names of months, in prose and elsewhere."""
    return draft.once(_months)


def _months(draft: Draft) -> list[tuple[int, int]]:
    text = draft.source.text
    there = (month for month in MONTHS if draft.pieces.have(month))
    return [match.span() for month in there for match in re.finditer(month, text)]
