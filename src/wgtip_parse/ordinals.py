"""Ordinal numbers in words or figures, as mastheads print them: "Fifty-ninth session" is the 59th."""

from __future__ import annotations

import re

UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
TENTHS = [f"{each[:-1]}ieth" for each in TENS]
WORDS = (
    dict(zip(UNITS, range(1, 10), strict=True))
    | dict(zip(TEENS, range(10, 20), strict=True))
    | dict(zip(TENTHS, range(20, 100, 10), strict=True))
    | {f"{ten}-{unit}": 20 + 10 * at + of for at, ten in enumerate(TENS) for of, unit in enumerate(UNITS, start=1)}
)
ORDINAL = re.compile(rf"\b(?:({'|'.join(sorted(WORDS, key=len, reverse=True))})|([0-9]{{1,3}})(?:st|nd|rd|th))\b", re.I)


def parse(text: str) -> int | None:
    """The first ordinal number in a text up to the 99th in words and the 999th in figures; None without one."""
    match = ORDINAL.search(text.replace("\N{NON-BREAKING HYPHEN}", "-"))
    if match is None:
        return None
    return WORDS[match[1].lower()] if match[1] else int(match[2])
