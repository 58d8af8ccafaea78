"""Titles: whether one in a masthead goes on in the next line, and which say that they are continued."""

from __future__ import annotations

import re

TITLE_WRAP = range(44, 72)  # where the title block of a UN document breaks its lines, in characters
SHORTEST_WRAPPED_TITLE = 38
LONGEST_LINE = 82  # characters, of a title in bold: a longer line is prose
LISTS_DOCUMENTS = re.compile(r"[A-Z]\w+: .*\w/\w")  # "Documentation: ECE/TRANS/1"
CONNECTS = re.compile(r"(?:\b(?:of|the|and|on|in|for|to|by|with|from|against|at|an?)|[,–-])\Z")

_STARS = re.compile(r"\*{1,3}\Z")
_CONTINUED = re.compile(
    r"(?:[(\[]\s*\*?\s*(?:continued|cont['’]?d\.?|contd\.?|cont\.)\s*\*?\s*[)\]]\*?|\*\(?(?:continued|cont['’]d)\)?\*|[,–-]\s*continued)\Z",
    re.IGNORECASE,
)


def title_goes_on(above: str, words: str, *, apart: bool) -> bool:
    """Whether the words carry on the title line above them; `apart` says that a blank line stands between."""
    if above.endswith("*"):
        return False
    if not apart and len(above) >= TITLE_WRAP.start:
        return True
    if not apart and above.isupper() and words.isupper():
        return True
    return (
        words[0].islower()
        or bool(CONNECTS.search(above))
        or (len(above) in TITLE_WRAP and len(above) + len(words.split()[0]) + 1 > 50)
    )


def heading_goes_on(above: str, words: str, *, joined: bool) -> bool:
    """Whether a heading goes on in the line right below it; `joined` says that one of the two asks for the other."""
    if words.startswith(("[", "(Agenda item", "(Item", "(Items")) or LISTS_DOCUMENTS.match(words):
        return False
    if joined or above.count("(") > above.count(")"):
        return True
    if len(words) > LONGEST_LINE:
        return False
    return len(above) >= SHORTEST_WRAPPED_TITLE and words[-1] not in ".;:" and not above.endswith(")")


def join(above: str, words: str) -> str:
    """Two lines of a name or title; nothing stands between them behind a hyphen."""
    is_hyphened = above.endswith("-") and above[-2:-1].isalpha() and words[0].isalpha()
    return above + words if is_hyphened else f"{above} {words}"


def without_stars(words: str) -> str:
    """A name or title without the asterisks behind it, which stand for a note."""
    return _STARS.sub("", words)


def without_continued(pieces: list[tuple[int, int]], text: str) -> tuple[list[tuple[int, int]], tuple[int, int] | None]:
    """The pieces of a title before "(continued)", and the span of that word where it is there."""
    match = _CONTINUED.search(text, *pieces[-1]) if pieces else None
    if match is None:
        return pieces, None
    start = pieces[-1][0]
    return [*pieces[:-1], (start, match.start())] if match.start() > start else pieces[:-1], match.span()
