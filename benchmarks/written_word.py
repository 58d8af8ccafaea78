"""How much of a report its Word document keeps: each is written, read back, and compared part by part.

    python benchmarks/written_word.py ../shared/board/word/*.docx

Prints a line for each document and one for all of them: what is the same of what was there, and how many were read.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from wgtip_parse import readers
from wgtip_parse.emitters.word import report
from wgtip_parse.index.extraction import extract
from wgtip_parse.model import Subparagraph
from wgtip_parse.parser import Parsed, parse_source
from wgtip_parse.source import Source

Facts = dict[str, list[str]]


def items(of: Iterable[Subparagraph]) -> list[object]:
    return [(each.marker, each.text, items(each.subparagraphs)) for each in of]


def facts(source: Source, parsed: Parsed) -> Facts:
    """What people would miss, each as one string."""
    told = parsed.report
    found = extract(told, source).recommendations
    numbered = [each for each in told.every_block() if each.number]
    return {
        "headings": [repr((each.number, each.level, each.title)) for each in told.every_section()],
        "numbered": [
            repr((each.kind, each.number, each.text, items(each.subparagraphs), each.closing)) for each in numbered
        ],
        "recommendations": [repr((each.number, each.section, each.text, items(each.subparagraphs))) for each in found],
        "notes": [repr((each.mark, each.text)) for each in told.footnotes],
    }


def counts(path: str) -> Iterator[tuple[str, int, int, int]]:
    """By kind how many are the same, were there, and were read back."""
    source, _ = readers.read(path, readers.SIZE_LIMIT)
    parsed = parse_source(source)
    data = report.emit(source, parsed.report, parsed.places, parsed.leaves)
    again, _ = readers.read_bytes("a.docx", data)
    said, read = facts(source, parsed), facts(again, parse_source(again))
    for kind, there in said.items():
        blocks = SequenceMatcher(None, there, read[kind], autojunk=False).get_matching_blocks()
        yield kind, sum(block.size for block in blocks), len(there), len(read[kind])


def main() -> None:
    total: Counter[tuple[str, int]] = Counter()
    for path in sys.argv[1:]:
        line = []
        for kind, *numbers in counts(path):
            total.update({(kind, at): number for at, number in enumerate(numbers)})
            line.append(f"{kind} {numbers[0]}/{numbers[1]} ({numbers[2]})")
        print(f"{path}: {', '.join(line)}")
    kinds = dict.fromkeys(kind for kind, _ in total)
    print("all:", ", ".join(f"{kind} {total[kind, 0]:,}/{total[kind, 1]:,} ({total[kind, 2]:,})" for kind in kinds))


if __name__ == "__main__":
    main()
