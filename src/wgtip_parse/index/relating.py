"""Relatives: found anew, or as an earlier index has them where nothing has changed that they depend on.

They depend on all recommendations together, since how much a word weighs is told from all texts: it is all or none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence

from wgtip_parse.index.extraction import whole_text
from wgtip_parse.index.model import Recommendation
from wgtip_parse.index.occasions import Occasion
from wgtip_parse.index.repeats import Relatives, relatives
from wgtip_parse.index.sharing import Share, here

Relate = Callable[[Sequence[Recommendation], Sequence[Occasion]], Iterable[Relatives]]
Recall = Callable[[str], "Sequence[Relatives] | None"]  # what is kept for a digest


def nothing_kept(_: str) -> None:
    """There is no earlier index."""


class Relating:
    """Finds relatives, unless they are kept; `digest` then names what they depend on."""

    def __init__(self, recall: Recall = nothing_kept, share: Share = here) -> None:
        self._recall, self._share = recall, share
        self.digest = ""

    def __call__(self, recommendations: Sequence[Recommendation], occasions: Sequence[Occasion]) -> Iterable[Relatives]:
        """The relatives of each recommendation."""
        self.digest = digest(recommendations, occasions)
        kept = self._recall(self.digest)
        return relatives(recommendations, occasions, self._share) if kept is None else kept


def digest(recommendations: Iterable[Recommendation], occasions: Iterable[Occasion]) -> str:
    """What names all that `relatives` looks at; of a file that is which recommendations stand in one, not its bytes."""
    files: dict[tuple[str, str], int] = {}
    found = hashlib.sha256()
    for each, occasion in zip(recommendations, occasions, strict=True):
        file = files.setdefault(occasion.file, len(files))
        found.update(repr((*_said(each), *_when(occasion), file)).encode())
    return found.hexdigest()


def _said(each: Recommendation) -> tuple[object, ...]:
    whole = whole_text(each.text, each.subparagraphs, each.closing)
    addressees = [(addressee.value, addressee.evidence) for addressee in each.addressees]
    return each.id, each.language, whole, addressees, each.strength, each.recommenders


def _when(occasion: Occasion) -> tuple[object, ...]:
    of = (occasion.when, occasion.meeting, occasion.state)
    return *of, occasion.final, occasion.session, occasion.version
