"""How right "said before" is on reviews of States with two cycles, labelled by hand; figures in docs/accuracy.md."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.test_said_before import occasion, said
from wgtip_parse.index.repeats import Relatives, relatives

ROOT = Path(__file__).parents[1]
LISTS = ROOT.parent / "shared" / "board" / "reviews" / "lists.json"
LABELS = json.loads((ROOT / "tests" / "data" / "repeats.json").read_text(encoding="utf-8"))
OF_TWO_WORDS = {"costarica": "Costa Rica", "sanmarino": "San Marino", "srilanka": "Sri Lanka"}

pytestmark = pytest.mark.skipif(not LISTS.exists(), reason="the board of real documents is not here")


@functools.cache
def linked() -> dict[str, Relatives]:
    """The relatives of all recommendations of the lists, by review and number."""
    made, when = [], []
    for name, numbers in json.loads(LISTS.read_text(encoding="utf-8")).items():
        state, year = re.fullmatch(r"(\D+)(\d+)", name).groups()
        for number, text in numbers.items():
            made.append(said(text).model_copy(update={"id": f"{name} {number}"}))
            when.append(occasion(year, name, OF_TWO_WORDS.get(state, state)))
    return dict(zip([each.id for each in made], relatives(made, when), strict=True))


def is_right(label: dict[str, Any]) -> bool:
    """Whether the first link to the earlier review is one of the labels, or there is none where there is no label."""
    later, earlier = (Path(label[which]).stem.lower() for which in ("later", "earlier"))
    links = (each.id.split() for each in linked()[f"{later} {label['number']}"].similar)
    first = next((number for name, number in links if name == earlier), None)
    return first in label["same"] if label["same"] else first is None


@pytest.mark.parametrize(("half", "right", "silent"), [("mended", 7, 11)])
def test_what_was_said_before_is_first_and_nothing_is_said_where_nothing_was(
    half: str, right: int, silent: int
) -> None:
    labels = [each for each in LABELS if each["half"] == half]
    assert sum(is_right(each) for each in labels if each["same"]) >= right
    assert sum(is_right(each) for each in labels if not each["same"]) >= silent
