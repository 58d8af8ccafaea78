"""The sentences of a text, told by their ends: an abbreviation ends none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wgtip_parse.words import Words

END = re.compile(r"[.;?!][”\"’)\]]?\s+(?=[“\"(\[]?[A-Z])")
INITIAL = re.compile(r"(?:^|\W)[A-Z]\.$")


def sentences(text: str, known: Words) -> Iterator[str]:
    """Each sentence with its stop; one that goes on behind a semicolon with a capital is another."""
    start = 0
    for end in END.finditer(text):
        said = text[start : end.end()].rstrip()
        if said.rpartition(" ")[2].lstrip("([“") in known.known("abbreviations") or INITIAL.search(said):
            continue
        yield said
        start = end.end()
    if last := text[start:].strip():
        yield last
