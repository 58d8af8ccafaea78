"""References whose numbers only follow the new numbering: paragraph 7 is now 9, and so "paragraph 7 above" is too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from wgtip_parse.changes import Piece, Unit
from wgtip_parse.citations import Cited, cited
from wgtip_parse.compare.aligned import Alignment
from wgtip_parse.words import Words

Numbering = Mapping[tuple[int, str, str], set[str]]  # of a file, the kind and number cited: the numbers it has now


def numbering(alignment: Alignment) -> Numbering:
    """What has become of the numbers of the older side."""
    found: dict[tuple[int, str, str], set[str]] = defaultdict(set)
    for group in alignment.groups:
        now = {number for at in group.new if (number := alignment.new.units[at].number)}
        for unit in (alignment.old.units[at] for at in group.old):
            if unit.number is not None and unit.is_block:
                found[unit.document, unit.kind, unit.number] |= now
    return found


def following(pieces: Sequence[Piece], old: Sequence[Unit], numbers: Numbering, known: Words) -> tuple[Piece, ...]:
    """The pieces, with those marked that are numbers in references and only follow."""
    if not any(_is_of_numbers(each) for each in pieces):
        return tuple(pieces)
    was = _by_place("".join(each.old for each in pieces), known)
    is_now = _by_place("".join(each.new for each in pieces), known)
    documents = {unit.document for unit in old}
    return tuple(_marked(pieces, was, is_now, documents, numbers))


def _by_place(text: str, known: Words) -> dict[int, Cited]:
    return {each.span[0]: each for each in cited(text, known)}


def _marked(
    pieces: Sequence[Piece],
    was: Mapping[int, Cited],
    is_now: Mapping[int, Cited],
    documents: set[int],
    numbers: Numbering,
) -> Iterator[Piece]:
    at_old = at_new = 0
    for piece in pieces:
        before, after = range(at_old, at_old + len(piece.old)), range(at_new, at_new + len(piece.new))
        at_old, at_new = before.stop, after.stop
        there = [was[at] for at in before if at in was] if _is_of_numbers(piece) else []
        here = [is_now[at] for at in after if at in is_now] if there else []
        is_following = len(there) == len(here) > 0 and all(
            any(new.number in numbers.get((document, old.kind, old.number), ()) for document in documents)
            for old, new in zip(there, here, strict=True)
        )
        yield piece._replace(kind="follows") if is_following else piece


def _is_of_numbers(piece: Piece) -> bool:
    return piece.kind == "changed" and any(word[:1].isdigit() for word in (*piece.old.split(), *piece.new.split()))
