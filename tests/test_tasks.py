"""Five things that people want to do: each in three commands at most, all of which the README shows."""

from __future__ import annotations

import re

import pytest

from tests.cases import ROOT
from tests.examples import blocks, lines_of

MOST = 3
SHOWN = {
    line.partition("  #")[0].rstrip() for block in blocks(ROOT / "README.md") for line in lines_of(block.text)
}  # fmt: skip
SECTIONS = re.split(r"^## ", (ROOT / "docs" / "tasks.md").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]


def test_there_are_five() -> None:
    assert len(SECTIONS) == 5


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.partition("\n")[0])
def test_a_task_takes_three_commands_at_most_and_the_readme_has_them(section: str) -> None:
    """What they print is compared where all examples are (tests/test_examples.py)."""
    commands = re.findall(r"^\$ (.+)$", section, re.MULTILINE)
    assert 0 < len(commands) <= MOST
    assert set(commands) <= SHOWN
