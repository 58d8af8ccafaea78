"""How right the index is on 120 recommendations labelled by hand.

usage: recommendations.py FOLDER [first] [second] [--misses]     (../shared)

The labels are in tests/data/recommendations.json; tests/data/draw_recommendations.py says how they were drawn and made.
Each document is compiled by itself. Fields are counted among the recommendations that are found. `--misses` lists what
is not as labelled in the first half; the second half is for reporting, and never listed.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.recommendations import FIELDS, Score, labels, measured

HALVES = ("first", "second")
LISTED = "first"


def told(score: Score) -> str:
    """The figures of a half."""
    fields = (f"{name} {score.share(name):.2f} ({score.right[name]} of {score.asked[name]})" for name in FIELDS)
    topics = f"topics precision {score.share('precision'):.2f}, recall {score.share('recall'):.2f}"
    return f"{score.found} of {score.labels} found\n   " + "\n   ".join([*fields, topics])


def listed(score: Score) -> None:
    for label, mistakes in score.misses:
        print(f"{label['document']} {label['number']} {label['starts']}")
        for name, wanted, said in mistakes:
            print(f"   {name}: {wanted} was labelled, {said} is said")


def main() -> None:
    words = sys.argv[1:]
    halves = [half for half in HALVES if half in words] or HALVES
    folders = [Path(word) for word in words if word not in (*HALVES, "--misses")]
    if len(folders) != 1:
        sys.exit(__doc__)
    if not folders[0].is_dir():
        sys.exit("the documents are not there: nothing was measured")
    for half in halves:
        score = measured(folders[0], labels(half))
        print(f"{half}: {told(score)}")
        if "--misses" in words and half == LISTED:
            listed(score)


if __name__ == "__main__":
    main()
