"""Pages a second of computing, and peak memory, of reading PDF: a report of ours, and the corpus where it is there."""

from __future__ import annotations

import multiprocessing
import resource
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORPUS = sorted((ROOT.parent / "shared" / "corpus").glob("**/*.pdf"))
ROUNDS = 3
PARAGRAPHS = 2_000
PARAGRAPH = (
    "{}. The Working Group took up the note by the Secretariat on safe referral and asked that the form it proposes "
    "be tried in three ports before the next session, with the consent of the persons concerned, and that the outcome "
    "be reported under the same item; it recalled that no port had asked for staff."
)


def typeset_report() -> bytes:
    sys.path.insert(0, str(ROOT))
    from tests.typeset import typeset

    head = "United Nations\n\nCTOC/COP/WG.4/2021/L.9\n\nDraft report\n\nI. Introduction\n\n"
    return typeset(head + "\n\n".join(PARAGRAPH.format(number) for number in range(1, PARAGRAPHS + 1)))


def computing() -> float:
    """Seconds of computing by this process and the children that it has waited for."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def measure(name: str, data: bytes) -> None:
    """Read a PDF a few times as the command does, and print the best."""
    from wgtip_parse import readers

    best, text = float("inf"), ""
    for _ in range(ROUNDS):
        start = computing()
        try:
            text = readers.read_bytes(name, data)[0].text
        except readers.ReadError as error:
            print(f"{name:44} {str(error).split(': ')[-1][:60]}")
            return
        best = min(best, computing() - start)
    pages = text.count("\f") + 1
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{name:44} {pages:5} pages {pages / best:8.0f} pages/s {peak:6.0f} MB peak")


def main() -> None:
    cases = [("typeset report", typeset_report())]
    cases += [(str(path.relative_to(CORPUS[0].parents[1]))[-44:], path.read_bytes()) for path in CORPUS]
    for name, data in cases:  # a process each, so that the peak is of this document
        process = multiprocessing.get_context("spawn").Process(target=measure, args=(name, data))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
