"""Commands that run again when what they read has changed.

What is there is looked at again and again, rather than waiting for the system to tell: that works on the shared drives
of an office too, where systems do not tell of others' changes, and needs no library.
"""

from __future__ import annotations

import functools
import os
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click

from wgtip_parse.cli.exits import CLEAN, FINDINGS
from wgtip_parse.cli.inputs import expanded
from wgtip_parse.cli.outputs import counted, say

Command = Callable[..., int]
Seen = dict[str, tuple[int, int] | None]  # of each path when it was changed and how large it is; None where it is not

INTERVAL = 0.3  # seconds from look to look: less than a hand takes from the keyboard to the eyes
FEW = 3  # changed files that are named
TOLD = {CLEAN: "done", FINDINGS: "done with findings"}


def watching(*options: str) -> Callable[[Command], Command]:
    """Give a command the option --watch; `options` are those whose values are files that it reads besides FILES."""

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def run(*, watch: bool, files: tuple[str, ...], **values: object) -> int:
            once = functools.partial(command, files=files, **values)
            if not watch:
                return once()
            if "-" in files:
                raise click.UsageError("standard input cannot be watched")
            return _watch(once, files, [str(values[each]) for each in options if values[each] is not None])

        words = "Run again whenever a document or a setting changes, until Ctrl-C."
        return click.option("--watch", is_flag=True, help=words)(run)

    return decorate


def _watch(once: Callable[[], int], files: Iterable[str], besides: list[str]) -> int:
    """Run, wait for a change and run again, without end."""
    seen, why, number = _look(files, besides), "", 0
    while True:
        number += 1
        click.clear()
        told = _run(once, is_first=number == 1)
        documents = counted(sum(1 for _ in _documents(files)), "document")
        say(f"run {number}{why}: {told}; watching {documents}, Ctrl-C ends")
        before, seen = seen, _changed(seen, files, besides)
        why = f" ({_named(before, seen)} changed)"


def _run(once: Callable[[], int], *, is_first: bool) -> str:
    """How a run ends, in words; wrong usage ends all of them, unless it has been right before."""
    try:
        return TOLD.get(once(), "nothing could be done")
    except click.exceptions.Exit as ended:
        return TOLD.get(ended.exit_code, "nothing could be done")
    except click.ClickException as error:
        if is_first:
            raise
        error.show()
        return "nothing could be done"


def _changed(seen: Seen, files: Iterable[str], besides: list[str]) -> Seen:
    """What is there once it is something else than what has been seen, and nobody is writing any more."""
    now = before = seen
    while now == seen or now != before:
        time.sleep(INTERVAL)
        before, now = now, _look(files, besides)
    return now


def _named(before: Seen, now: Seen) -> str:
    changed = sorted(path for path in before.keys() | now.keys() if before.get(path) != now.get(path))
    more = f" and {len(changed) - FEW:,} more" if len(changed) > FEW else ""
    return ", ".join(map(os.path.relpath, changed[:FEW])) + more


def _look(files: Iterable[str], besides: list[str]) -> Seen:
    """What is to be seen of the documents, of their settings, and of files besides."""
    documents = list(_documents(files))
    return {path: _state(path) for path in (*documents, *_settings(documents), *besides)}


def _state(path: str) -> tuple[int, int] | None:
    try:
        state = os.stat(path)
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def _documents(files: Iterable[str]) -> Iterator[str]:
    from wgtip_parse import readers

    for each in (each for given in files for each in expanded(given)):
        yield from readers.find(each, lambda _: None) if os.path.isdir(each) else [each]


def _settings(documents: Iterable[str]) -> set[str]:
    """The files that may hold settings of documents, there or not."""
    from wgtip_parse.compiler.configuration import OWN_FILE, SHARED_FILE

    folders = {Path.cwd(), *(Path(each).absolute() for each in set(map(os.path.dirname, documents)))}
    above = {each for folder in folders for each in (folder, *folder.parents)}
    return {str(folder / name) for folder in above for name in (OWN_FILE, SHARED_FILE)}
