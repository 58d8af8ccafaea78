"""One recommendation's life: what became of it from version to version."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from wgtip_parse.changes import Change, Life, Unit
from wgtip_parse.compare import compare
from wgtip_parse.draft import Draft


def lives(versions: Sequence[Draft]) -> list[Life]:
    """The life of each recommendation, in the order in which they come up."""
    found: list[dict[int, list[Change]]] = []
    leads: dict[Unit, list[int]] = {}  # the units of the last version, and the lives that lead to them
    for step, (old, new) in enumerate(pairwise(versions)):
        next_leads: dict[Unit, list[int]] = defaultdict(list)
        for change in compare([old], [new]).changes:
            led = list(dict.fromkeys(life for unit in change.old for life in leads.get(unit, ())))
            if change.kind == "item" or not (change.recommends or led):
                continue
            if not led:
                found.append(defaultdict(list))
                led = [len(found) - 1]
            for life in led:
                found[life][step].append(change)
            for unit in change.new:
                next_leads[unit] += led
        leads = next_leads
    steps = range(len(versions) - 1)
    return [Life(tuple(tuple(life.get(step, ())) for step in steps)) for life in found]
