"""Whether `check --fix` is safe on real documents as text: twice is once, and trees differ by the edits alone.

usage: fixes.py FOLDER...     (../shared/board/layout)

Each text is copied, fixed by itself and fixed again. That a tree differs only where an edit is, fixing itself proves
after every round. Exits 1 and names the documents where one of the two does not hold.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from wgtip_parse import readers
from wgtip_parse.compiler import checking, choice, fixing, judging


def fixed(path: Path) -> tuple[bytes, int]:
    """The bytes of a document when it is fixed, and how many fixes were made."""
    outcome = checking.check(str(path), choice.Choice(), readers.read)
    if not isinstance(outcome, checking.Checked):
        sys.exit(outcome.failure)
    _, changed = fixing.fix_all([outcome], lambda every: judging.judge(every, {}, None), unsafe=False)
    return (changed[0].data, changed[0].fixes) if changed else (path.read_bytes(), 0)


def faults(texts: list[Path], copy: Path) -> Iterator[str]:
    """What is wrong with the fixes of each document."""
    total = 0
    for text in texts:
        data = text.read_bytes()
        copy.write_bytes(gzip.decompress(data) if text.suffix == ".gz" else data)
        try:
            data, fixes = fixed(copy)
            copy.write_bytes(data)
            total += fixes
            if fixed(copy) != (data, 0):
                yield f"{text}: the second pass changes something"
        except (fixing.FaultyFixError, fixing.UnfixableError) as error:
            yield f"{text}: {error}"
    print(f"{total} fixes in {len(texts)} documents")


def main() -> None:
    folders = [Path(word) for word in sys.argv[1:]]
    if not folders:
        sys.exit(__doc__)
    texts = sorted(path for folder in folders for path in folder.iterdir() if path.is_file())
    if not texts:
        sys.exit("the documents are not there: nothing was measured")
    with tempfile.TemporaryDirectory() as folder:
        if wrong := list(faults(texts, Path(folder) / "copy.txt")):
            sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
