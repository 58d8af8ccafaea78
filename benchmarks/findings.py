"""How many findings of `check` on real documents are faults, by the verdicts in tests/data/findings.tsv.

usage: findings.py FOLDER     (../shared/board)

Prints a table by rule of all errors and of 150 warnings, drawn with a seed. Exits 1 where a finding has no verdict,
which is then printed as a row to be judged, or where fewer are right than must be.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.findings import DRAWN, SEED, documents, drawn, found_in, key, row, serious, shares, verdicts
from wgtip_parse.diagnostics import Severity

ENOUGH = {Severity.ERROR: 0.95, Severity.WARNING: 0.90}
OF_RULE = 0.8  # of the findings of one rule, where there are more than FEW
FEW = 5


def share(counted: Counter[bool]) -> float:
    return counted[True] / counted.total() if counted.total() else 1.0


def failures(counted: dict[tuple[Severity, str, str], Counter[bool]]) -> list[str]:
    """What is not reached."""
    failed = []
    for severity, enough in ENOUGH.items():
        total = sum((each for (of, _, _), each in counted.items() if of is severity), Counter[bool]())
        print(f"{severity}: {total[True]} of {total.total()} right, {share(total):.2f}")
        failed += [f"{severity} below {enough}"] if share(total) < enough else []
    for (_, code, _), each in counted.items():
        failed += [f"{code} below {OF_RULE}"] if each.total() > FEW and share(each) < OF_RULE else []
    return failed


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    board = Path(sys.argv[1])
    if not board.is_dir():
        sys.exit("the documents are not there: nothing was measured")
    found, known = serious(found_in(documents(board))), verdicts()
    if unjudged := [each for each in found if key(each) not in known]:
        print(*map(row, unjudged), sep="\n")
        sys.exit(f"{len(unjudged)} findings without a verdict")
    print(f"all errors, and {DRAWN} warnings drawn with seed {SEED} of {len(found)} findings\n")
    counted = shares(drawn(found), known)
    print("| rule | severity | right | of |\n|---|---|---|---|")
    for (severity, code, name), each in counted.items():
        print(f"| {code} {name} | {severity} | {each[True]} | {each.total()} |")
    print()
    if failed := failures(counted):
        sys.exit(", ".join(failed))


if __name__ == "__main__":
    main()
