"""Ordinal numbers in words or figures, as mastheads print them: "Fifty-ninth session" is the 59th."""

from __future__ import annotations

from wgtip_parse.words import Words


def parse(text: str, known: Words) -> int | None:
    """The first ordinal number in a text up to the 399th in words and the 999th in figures; None without one."""
    match = known.ordinal_number.search(text.replace("\N{NON-BREAKING HYPHEN}", "-"))
    if match is None:
        return None
    if not match["word"]:
        return int(match["figures"])
    said = match.groupdict().get("hundreds")  # which not every language counts apart
    hundreds = known.listed("hundred_words").index(said.lower()) + 1 if said else 0
    return 100 * hundreds + known.listed("ordinals").index(match["word"].lower()) + 1
