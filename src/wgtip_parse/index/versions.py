"""Versions: which documents a later one of the same meeting replaces, told by what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from rapidfuzz import fuzz, process

from wgtip_parse.collection import Document
from wgtip_parse.index.model import Earlier, Recommendation
from wgtip_parse.index.texts import plain_words

SAME = 80.0  # score from which on a text is a version of another
ENOUGH = 0.5  # share of a document's recommendations that have to be in the one that replaces it

Said = Sequence[tuple[Document, tuple[Recommendation, ...]]]


@dataclass(frozen=True, slots=True)
class InForce:
    """The recommendations of a meeting that no later document replaces, and by id what they were before."""

    recommendations: tuple[Recommendation, ...]
    earlier: dict[str, tuple[Earlier, ...]]


def in_force(said: Said) -> InForce:
    """What stands of a meeting, given its documents in order with the recommendations of each."""
    replaced: set[int] = set()
    earlier: dict[str, tuple[Earlier, ...]] = {}
    for new, old in permutations(range(len(said)), 2):
        if old in replaced or new in replaced or not said[old][1] or not _may_replace(said, new, old):
            continue
        versions = tuple(_versions(said[old][1], said[new][1]))
        if len(versions) < ENOUGH * len(said[old][1]):
            continue
        replaced.add(old)
        for now, before in versions:
            if before.document != now.document:
                earlier[now.id] = (*earlier.get(now.id, ()), before)
    standing = (each for at, (_, found) in enumerate(said) if at not in replaced for each in found)
    return InForce(tuple(standing), earlier)


def _may_replace(said: Said, new: int, old: int) -> bool:
    """A final report replaces its drafts, a revision what it revises, and the first of one symbol the second."""
    newer, older = said[new][0], said[old][0]
    if newer.language != older.language:
        return False
    if newer.role != older.role:
        return newer.role == "final"
    if newer.symbol is None or older.symbol is None or newer.symbol.base != older.symbol.base:
        return False
    if newer.symbol.addendum != older.symbol.addendum:
        return False
    revisions = (newer.symbol.revision or 0, older.symbol.revision or 0)
    return revisions[0] > revisions[1] or (revisions[0] == revisions[1] and new < old)


def _versions(
    older: Sequence[Recommendation], newer: Sequence[Recommendation]
) -> Iterator[tuple[Recommendation, Earlier]]:
    """Each older recommendation that the newer document still has, with what it has become."""
    texts = [plain_words(each) for each in newer]
    for each in older:
        best = process.extractOne(plain_words(each), texts, scorer=fuzz.ratio, processor=None, score_cutoff=SAME)
        if best is not None:
            _, score, at = best
            now = newer[at]
            yield (
                now,
                Earlier(id=each.id, document=each.document, number=each.number, text=each.text, score=round(score, 1)),
            )
