"""Explanations: the role that each block got, the runner-up and the signs that decided, for developers and bug reports."""

from __future__ import annotations

from typing import NamedTuple

from wgtip_parse.parser.kinds import KINDS
from wgtip_parse.parser.scene import Scene
from wgtip_parse.parser.signs import Role, evidence



class Explanation(NamedTuple):
    """Why a block has its role: `points` is what speaks for a heading, None where only its kind and series decided."""

    start: int
    kind: str
    role: str
    runner_up: str | None
    points: float | None
    signs: tuple[tuple[str, float], ...]


def explain(scene: Scene, role: str) -> Explanation:
    """The explanation of a block that has got a role."""
    block = scene.block
    roles = KINDS[block.kind].roles
    runner_up = next((other for other in roles if other != role), None)
    weighed: Role = "numbered" if block.kind == "NUMBER" else "title"
    if "heading" not in roles or KINDS[block.kind].heads or block.kind == "RECOMMENDATION":
        return Explanation(block.start, block.kind, role, runner_up, None, ())
    signs = tuple(evidence(scene, weighed))
    return Explanation(block.start, block.kind, role, runner_up, sum(points for _, points in signs), signs)
