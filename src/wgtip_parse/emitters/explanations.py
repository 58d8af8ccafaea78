"""Explanations as text: for each block its place, the role it got, the runner-up, and the signs that decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from wgtip_parse.source import Source

LONGEST = 60  # characters of a block that are shown


class Explained(Protocol):
    """Why a block has its role; `points` speak for a heading, None where its kind and the series decided."""

    @property
    def start(self) -> int:
        """The offset at which the block begins."""

    @property
    def end(self) -> int:
        """The offset behind it."""

    @property
    def role(self) -> str:
        """What it is."""

    @property
    def runner_up(self) -> str | None:
        """What else it could have been."""

    @property
    def points(self) -> float | None:
        """What the signs add up to."""

    @property
    def signs(self) -> tuple[tuple[str, float], ...]:
        """The signs that hold, each with its points."""


def emit(source: Source, explanations: Iterable[Explained]) -> Iterator[str]:
    """Two lines for each block, in the order of the text."""
    for each in explanations:
        line = source.position(each.start).line
        words = " ".join(source.text[each.start : min(each.end, each.start + 2 * LONGEST)].split())[:LONGEST]
        runner_up = f" (else {each.runner_up})" if each.runner_up else ""
        yield f"{line}: {each.role}{runner_up}: {words}\n"
        if each.points is None:
            yield "    by its kind and its place in a series\n"
        else:
            signs = ", ".join(f"{name} {points:+g}" for name, points in each.signs)
            yield f"    {each.points:+g} for a heading: {signs}\n"
