"""Results of many documents as a folder of shards in place of one file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

from wgtip_parse.cli.outputs import alone, unwritten

if TYPE_CHECKING:
    from wgtip_parse.compiler.documents import Outcome
    from wgtip_parse.emitters.shards import Shards

IN_LINES = "jsonl"


def is_into_folder(output: str, format_name: str | None) -> bool:
    """Whether results are to go into a folder; ends the command where they are not such as can be parted."""
    is_named_so = output.endswith(("/", os.sep))
    if is_named_so and format_name not in (None, IN_LINES):
        raise click.UsageError(f"{output}: into a folder go JSON lines alone: give --format {IN_LINES}, or a file")
    return is_named_so or (format_name == IN_LINES and os.path.isdir(output))


@contextmanager
def sharded(output: str, fingerprint: str) -> Iterator[Shards]:
    """The shards of a folder while nobody else writes there; the folder is made where there is none."""
    from wgtip_parse.emitters.shards import MANIFEST, Shards

    folder = os.path.normpath(output)
    with unwritten(folder):
        if not os.path.isdir(folder):
            os.mkdir(folder)
        try:
            with alone([os.path.join(folder, MANIFEST)]):
                yield Shards(folder, fingerprint)
        finally:
            with suppress(OSError):  # there is something in it
                os.rmdir(folder)


def kept(outcomes: Iterable[Outcome], shards: Shards) -> Iterator[Outcome]:
    """The outcomes of documents, which go into the shards on the way."""
    for each in outcomes:
        if each.data is not None and each.sha256 is not None:
            shards.add(each.data, (each.name, each.sha256), again=bool(each.diagnostics))
        yield each
