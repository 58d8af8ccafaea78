"""Whether documents come back from Akoma Ntoso: each is written, validated, read again and compared.

    python benchmarks/akn.py samples/*.txt ../shared/corpus/*/report* ../shared/board/*/*.pdf

Prints a line for each document of which something is wrong, and one for all: how many were read, how many of them are
not valid by the schema, are not the same source, tree and bytes again, do not tell their tree by their elements, and
how many have the same tree, places aside, where the elements alone are read.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.akn import emitted, faults, told, tree_of
from wgtip_parse import readers
from wgtip_parse.parser import parse_source
from wgtip_parse.source import Source

PLACES = ("span", "anchor")


def main() -> None:
    count: Counter[str] = Counter()
    for path in sys.argv[1:]:
        try:
            source, _ = readers.read(path)
        except readers.ReadError:
            count["unread"] += 1
            continue
        found = list(looked_at(source))
        count.update(["read", *found])
        wrong = [each for each in found if each != "same by the elements alone"]
        if wrong:
            print(f"{path}: {', '.join(wrong)}")
    print(", ".join(f"{number} {name}" for name, number in sorted(count.items())))


def looked_at(source: Source) -> Iterator[str]:
    parsed, data = emitted(source)
    back, _ = readers.read_bytes("a.xml", data)
    again, once_more = emitted(back)
    if faults(data):
        yield "not valid"
    if (back, again.report, once_more) != (source, parsed.report, data):
        yield "not the same again"
    if tree_of(data) != told(parsed.report):
        yield "not told by its elements"
    plain, _ = readers.read_bytes("a.xml", data.replace(b'digest="', b'digest="changed '))
    if bare(told(parse_source(plain).report)) == bare(told(parsed.report)):
        yield "same by the elements alone"


def bare(value: Any) -> Any:
    """A tree without places."""
    if isinstance(value, dict):
        return {key: bare(each) for key, each in value.items() if key not in PLACES}
    return [bare(each) for each in value] if isinstance(value, list) else value


if __name__ == "__main__":
    main()
