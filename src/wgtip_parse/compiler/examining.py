"""A check whose findings alone are wanted: workers say what is to be shown, and the parent hardly looks at a tree.

What is to be said of a document may depend on the other parts of its report, and which those are is known only when all
have been read. A worker judges the documents of a chunk as if there were no others. Where that proves true of a report,
which it does of most, its word stands; the other reports are judged in a second round.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import IO, NamedTuple, Self

from wgtip_parse import collection, readers
from wgtip_parse.collection import Document
from wgtip_parse.compiler.baseline import Baseline
from wgtip_parse.compiler.checking import Checked, Unread, check, packed, unpacked
from wgtip_parse.compiler.choice import Choice
from wgtip_parse.compiler.configuration import Configuration
from wgtip_parse.compiler.documents import Read, lost, weight
from wgtip_parse.compiler.judging import Judged, judge, placed
from wgtip_parse.compiler.parts import Seen, see
from wgtip_parse.compiler.workers import Task, Workers, spread

IN_MEMORY = 64_000_000  # bytes of trees that are kept for the second round before the others go to the disk

Work = tuple[str, Choice]


@dataclass(frozen=True, slots=True)
class Standard:
    """By what documents are judged."""

    read: Read
    configurations: Mapping[str, Configuration]
    baseline: Baseline | None
    complete: bool

    def judge(self, checked: Sequence[Checked], seen: Seen | None = None) -> list[Checked]:
        """The documents with all that is to be said of them; `seen` is how they belong together, if that is known."""
        return judge(checked, self.configurations, self.baseline, complete=self.complete, seen=seen)


class Guess(NamedTuple):
    """How the documents of a report are judged if there are no other parts of it, and if this is what does not fit."""

    seen: Seen
    judged: tuple[Judged, ...]


class Examined(NamedTuple):
    """One document that was read: what tells to which report it belongs, its tree as bytes, and the guess, if any."""

    path: str
    document: Document
    of_reading: tuple[str, ...]
    tree: bytes
    guess: Guess | None


class Examination:
    """The check of some documents: first each is to be gone through, then all are judged."""

    def __init__(self, standard: Standard, workers: Workers) -> None:
        self._standard, self._workers = standard, workers
        self._here: list[Checked] = []
        self._kept: dict[str, _Kept] = {}

    def __enter__(self) -> Self:
        self._trees: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)
        return self

    def __exit__(self, *_: object) -> None:
        self._trees.close()

    def all(self, works: Sequence[Work]) -> Iterator[Checked | Examined | Unread]:
        """Each document, in the order of the works."""
        is_piped = any(path == readers.STANDARD_INPUT for path, _ in works)
        if is_piped or self._workers.wanted(len(works), sum(weight(path) for path, _ in works)) is None:
            for path, choice in works:
                outcome = check(path, choice, self._standard.read)
                if isinstance(outcome, Checked):
                    self._here.append(outcome)
                yield outcome
            return
        task = Task(partial(_examine, self._standard), lambda work: weight(work[0]), _lost)
        for examined in spread(task, works, self._workers):
            if isinstance(examined, Examined):
                kept = _Kept(examined.document, self._trees.tell(), len(examined.tree), examined.guess)
                self._kept[examined.document.name] = kept
                self._trees.write(examined.tree)
            yield examined

    def judged(self) -> list[Judged]:
        """What is to be shown of them, in the order in which they were gone through."""
        standard = self._standard
        if self._here:
            return [*map(placed, standard.judge(self._here))]
        found: dict[str, Judged] = {}
        again: list[tuple[Seen, list[bytes]]] = []
        for report in _apart(see((kept.document for kept in self._kept.values()), complete=standard.complete)):
            parts = [self._kept[each.name] for each in report.reports[0]]
            guess = next((kept.guess for kept in parts if kept.guess), None)
            if guess and guess.seen == report:
                found.update({each.name: each for each in guess.judged})
            else:
                again.append((report, [*map(self._tree, parts)]))
        task = Task(partial(_judge_all, standard), _size, _never)
        for judged in spread(task, again, self._workers):
            found.update({each.name: each for each in judged})
        return [found[name] for name in self._kept]

    def _tree(self, kept: _Kept) -> bytes:
        self._trees.seek(kept.at)
        return self._trees.read(kept.length)


class _Kept(NamedTuple):
    """What is kept of a document until all have come: where its tree is, and the guess."""

    document: Document
    at: int
    length: int
    guess: Guess | None


def _examine(standard: Standard, works: Sequence[Work]) -> list[Examined | Unread]:
    """Check each document of a chunk, and judge the reports that they are of."""
    outcomes = [check(path, choice, standard.read) for path, choice in works]
    checked = [each for each in outcomes if isinstance(each, Checked)]
    documents = {id(each): collection.document(each.draft.report) for each in checked}
    seen = see(documents.values(), complete=standard.complete)
    judged = {each.name: each for each in _judged(standard, checked, seen)}
    guesses = {
        report.reports[0][0].name: Guess(report, tuple(judged[each.name] for each in report.reports[0]))
        for report in _apart(seen)
    }
    return [
        each if isinstance(each, Unread) else _examined(each, documents[id(each)], guesses.get(each.draft.source.name))
        for each in outcomes
    ]


def _examined(checked: Checked, document: Document, guess: Guess | None) -> Examined:
    tree = pickle.dumps(packed(checked), pickle.HIGHEST_PROTOCOL)
    return Examined(checked.path, document, checked.of_reading, tree, guess)


def _judge_all(standard: Standard, works: Sequence[tuple[Seen, list[bytes]]]) -> list[list[Judged]]:
    """The second round: reports whose parts were in several chunks."""
    return [_judged(standard, [unpacked(pickle.loads(tree)) for tree in trees], seen) for seen, trees in works]


def _judged(standard: Standard, checked: Sequence[Checked], seen: Seen) -> list[Judged]:
    return [_packed(placed(each)) for each in standard.judge(checked, seen)]


def _apart(seen: Seen) -> Iterator[Seen]:
    """Each report by itself, with what does not fit in it."""
    told = defaultdict(list)
    for name, diagnostic in seen.told:
        told[name].append((name, diagnostic))
    for report in seen.reports:
        yield Seen((report,), tuple(said for each in report for said in told[each.name]))


def _packed(judged: Judged) -> Judged:
    return judged._replace(findings=tuple(each.packed for each in judged.findings))


def _size(work: tuple[Seen, list[bytes]]) -> int:
    return sum(map(len, work[1]))


def _lost(work: Work) -> Examined | Unread:
    return Unread(work[0], lost(work[0]))


def _never(work: tuple[Seen, list[bytes]]) -> list[Judged]:
    """No report ends a worker that has not ended one before."""
    raise MemoryError(f"{work[0].reports[0][0].name}: cannot be judged with the other parts of its report")
