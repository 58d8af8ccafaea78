"""What a block may be found to be, and why it is no recommendation though it looked like one."""

from __future__ import annotations

from typing import NamedTuple

from wgtip_parse.index.model import Basis
from wgtip_parse.model import Block, Subparagraph

BULLET = "•"

DECISION = "a decision of the body"
DRAFT = "a draft proposed for adoption"
EARLIER = "tells of an earlier act"
ANNOUNCES = "announces recommendations"
NOBODY = "nobody is asked to act"
TOLD = "tells what others said"
ARGUES = "an argument"
ANSWER = "an answer to recommendations"
BESIDE = "beside recommendations that the report labels"


class Verdict(NamedTuple):
    """What a block is: its basis, with `items` where items of it are, or why it is none though it looked like one.

    `markers` are those of the items that are, all where it is empty. `reported` says that it is another body's, which
    the report hands on.
    """

    basis: Basis | None = None
    items: bool = False
    markers: frozenset[str] = frozenset()
    reason: str | None = None
    reported: bool = False


def is_lettered(block: Block | Subparagraph) -> bool:
    """Whether its items have markers that they are cited by."""
    return bool(block.subparagraphs) and block.subparagraphs[0].marker != BULLET
