"""What a file that is written anew keeps of the older one: the documents of a database, the follow-up of a workbook."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from wgtip_parse.cli.exits import NOTHING_DONE
from wgtip_parse.cli.outputs import counted, fail, say

if TYPE_CHECKING:
    from wgtip_parse.compiler.documents import Outcome
    from wgtip_parse.compiler.index import Compiled
    from wgtip_parse.compiler.remembering import Memory
    from wgtip_parse.emitters.follow_up import FollowUp
    from wgtip_parse.emitters.index import IndexEmitter
    from wgtip_parse.index.relating import Recall

DATABASE, WORKBOOK = "sqlite", "xlsx"  # the formats that keep something
DOCUMENT, COLUMNS = "docx", "parquet"
FEW = 3  # recommendations that are named of more

Target = tuple[str, "IndexEmitter"]


class Remembered:
    """What is known of documents before they are read.

    It comes from the database that is to be written anew, and from what was done of it when an earlier run was ended.
    """

    def __init__(self, targets: list[Target], fingerprint: str) -> None:
        from wgtip_parse.index import store
        from wgtip_parse.index.journal import Journal
        from wgtip_parse.index.relating import nothing_kept

        database = next((output for output, emitter in targets if emitter.name == DATABASE and output != "-"), None)
        self.memory: Memory = {}
        self.relatives: Recall = nothing_kept
        self._journal = None
        if database is not None:
            self._journal = Journal(database, fingerprint)
            self.memory = store.recall(database, fingerprint) if os.path.isfile(database) else {}
            self.relatives = partial(store.recall_relatives, database, fingerprint)
            self.memory |= self._journal.entries()

    def kept(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The outcomes of documents; those of which nothing is to be said the next time as well are kept on the way."""
        for each in outcomes:
            is_new = each.sha256 is not None and (each.name, each.sha256) not in self.memory
            if self._journal and each.data is not None and each.sha256 is not None and is_new and not each.diagnostics:
                try:
                    self._journal.add(each.name, each.sha256, each.data)
                except OSError:  # it is an aid: what cannot be written in the end is said then
                    self._journal.close(done=False)
                    self._journal = None
            yield each

    def end(self) -> None:
        """The database is written: what was kept on the way is in it."""
        if self._journal is not None:
            self._journal.close(done=True)


def spare_the_follow_up(targets: Iterable[Target]) -> None:
    """End the command before it begins its work where a workbook could not be written anew without loss."""
    for output, emitter in targets:
        if emitter.name == WORKBOOK:
            _follow_up(output)


def emitted(target: Target, compiled: Compiled, fingerprint: str) -> Iterable[bytes]:
    """The index in a format, with what the file of that name keeps; rows of no recommendation are told."""
    from wgtip_parse.emitters import xlsx
    from wgtip_parse.index import store

    output, emitter = target
    if emitter.name == DATABASE:
        return store.emit(compiled.index, fingerprint, compiled.memory, compiled.linked)
    if emitter.name != WORKBOOK:
        return emitter.emit(compiled.index)
    follow_up = _follow_up(output)
    _tell_gone(output, follow_up, compiled)
    return xlsx.emit_index(compiled.index, follow_up)


def _follow_up(output: str) -> FollowUp:
    from wgtip_parse.emitters import follow_up

    try:
        return follow_up.read(output)
    except follow_up.FollowUpError as error:
        fail(f"{output}: {error}")
        raise click.exceptions.Exit(NOTHING_DONE) from error


def _tell_gone(output: str, follow_up: FollowUp, compiled: Compiled) -> None:
    from wgtip_parse.emitters.follow_up import GONE, ID

    _, gone = follow_up.parted({each.id for each in compiled.index.recommendations})
    if not gone:
        return
    names = [str(row.get(ID) or "without id") for row in gone]
    more = f" and {len(names) - FEW:,} more" if len(names) > FEW else ""
    rows = f"{counted(len(gone), 'row')} with notes {'is' if len(gone) == 1 else 'are'}"
    say(f'{output}: {rows} of no recommendation any more, kept in the sheet "{GONE}": {", ".join(names[:FEW])}{more}')
