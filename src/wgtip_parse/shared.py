"""The drafts that the pages of rules share: an example tells only in what it differs from one of them.

    The shared draft, changed:
    - Distr.: Limited
    + Distr.: General

Each line is a block of the draft. One with "+" stands in the place of those with "-" right above it, or at the end of
the draft where there are none; blank lines part one change from another.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from importlib import resources

NAMES = ("draft", "addendum")
BETWEEN = "\n\n"  # blocks, of which each stands on one line

_SHARED = re.compile(rf"\n*The shared ({'|'.join(NAMES)})(?:\.|, changed:)\n")


@functools.cache
def shared(name: str) -> str:
    """The text of a shared draft."""
    return resources.files(__package__ or "wgtip_parse").joinpath(f"data/shared-{name}.txt").read_text("utf-8")


def mentioned(page: str) -> Iterator[str]:
    """The names of the shared drafts that a page speaks of."""
    yield from (name for name in NAMES if f"The shared {name}" in page)


def whole(example: str) -> str:
    """The document of an example, whole: as it stands there, or as the shared draft that it changes.

    Raises ValueError where the draft does not have what is to be taken out.
    """
    told = _SHARED.match(example)
    if told is None:
        return example
    blocks = shared(told[1]).strip("\n").split(BETWEEN)
    for change in example[told.end() :].strip("\n").split(BETWEEN):
        _make(change, blocks)
    return BETWEEN.join(blocks) + "\n"


def _make(change: str, blocks: list[str]) -> None:
    """Take out what follows "-", and put in what follows "+", there or at the end."""
    at = len(blocks)
    for line in change.split("\n"):
        sign, words = line[:1], line[2:]
        if sign == "-":
            at = blocks.index(words)
            del blocks[at]
        elif sign == "+":
            blocks.insert(at, words)
            at += 1
