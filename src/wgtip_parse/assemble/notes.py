"""Where in the words of the tree the mark of a footnote stood, of which the tree keeps the place in the source."""

from __future__ import annotations

TAILS = (32, 16, 8, 4)  # letters before a mark by which its place is known again; page furniture may be among them


def place(text: str, before: str) -> int | None:
    """The offset in a text that stands behind the words `before` of its source, or None where they are not in it."""
    letters, at = _squeezed(text)
    read = "".join(before.split())
    for size in TAILS:
        tail = read[-size:]
        places = [found for found in _all(letters, tail) if tail]
        if places:
            nearest = min(places, key=lambda found: (abs(found + len(tail) - len(read)), found))
            return at[nearest + len(tail) - 1] + 1
    return None


def _squeezed(text: str) -> tuple[str, list[int]]:
    at = [place for place, letter in enumerate(text) if not letter.isspace()]
    return "".join(text[place] for place in at), at


def _all(text: str, part: str) -> list[int]:
    found, at = [], text.find(part)
    while at >= 0:
        found.append(at)
        at = text.find(part, at + 1)
    return found
