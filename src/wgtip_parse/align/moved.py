"""What stands at another place in one language: a row that lacks it, and elsewhere a row that has its number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from wgtip_parse.align.likeness import same_number, sign
from wgtip_parse.align.segments import Whole

Abreast = tuple[Whole | None, ...]


def reunited(rows: Sequence[Abreast]) -> Iterator[tuple[Abreast, frozenset[int]]]:
    """The rows, what has moved beside its translations, and in which documents it has."""
    kept = [[*row] for row in rows]
    moved: list[set[int]] = [set() for _ in rows]
    partial = [at for at, row in enumerate(rows) if not all(row)]
    for at, elsewhere in permutations(partial, 2):
        row, other = kept[at], kept[elsewhere]
        if _is_home(row, other):
            for document, whole in enumerate(other):
                if whole is not None:
                    row[document], other[document] = whole, None
                    moved[at].add(document)
    for row, documents in zip(kept, moved, strict=True):
        if any(row):
            yield tuple(row), frozenset(documents)


def _is_home(row: Sequence[Whole | None], other: Sequence[Whole | None]) -> bool:
    """Whether most documents have a row, and all that lack it have one of the same number and kind elsewhere."""
    have = [whole for whole in row if whole is not None]
    strays = [whole for whole in other if whole is not None]
    if not strays or len(have) < len(strays) or any(a and b for a, b in zip(row, other, strict=True)):
        return False
    one, another = sign(have[0]), sign(strays[0])
    return (one.kind, one.quoted) == (another.kind, another.quoted) and same_number(one, another) is True
