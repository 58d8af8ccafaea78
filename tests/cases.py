"""Where the test cases lie: our samples, and the shared corpus where it is there."""

from __future__ import annotations

from pathlib import Path

from wgtip_parse.source import Source

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
MEETING = ROOT / "samples" / "meeting-2021-L.1.txt"  # for tests that need one report with recommendations
FOREIGN = sorted((ROOT / "samples" / "languages").glob("*.txt"))
CORPUS = sorted((ROOT.parent / "shared" / "corpus").glob("*/report*.txt"))


def source(text: str, name: str = "case.txt") -> Source:
    """A source made from a string."""
    return Source(name, text.replace("\r\n", "\n").replace("\r", "\n"), "")
