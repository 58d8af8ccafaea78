"""Labels: "Recommendation 3" alone on a line or before its text, and whether a number is that of an annex."""

from __future__ import annotations

from typing import NamedTuple

from wgtip_parse.words import Words


class Labelled(NamedTuple):
    """The number of a recommendation and the text behind it; `announces` where it is to follow: "reads as follows:"."""

    number: str
    text: str
    announces: bool


def number_of(line: str, known: Words) -> str | None:
    """The number of a line that is a label alone, with a note in brackets at most: "Recommendation 2 (result A)"."""
    label = known.recommendation_line.fullmatch(line)
    return label["number"] if label else None


def labelled(text: str, known: Words) -> Labelled | None:
    """A paragraph that begins with the label of a recommendation: "Recommendation 1. The Office should …"."""
    label = known.recommendation_text.match(text)
    return Labelled(label["number"], label["text"], label["announces"] is not None) if label else None


def is_annex(number: str | None, known: Words) -> bool:
    """Whether the number of a section is that of an annex: "Annex II"."""
    return number is not None and known.annex_number.match(number) is not None
