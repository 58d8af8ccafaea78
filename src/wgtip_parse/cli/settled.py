"""What is settled before a check: configurations of folders, and a baseline of old findings."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from wgtip_parse.cli.arguments import PATH
from wgtip_parse.cli.exits import NOTHING_DONE
from wgtip_parse.cli.grouping import grouped
from wgtip_parse.cli.outputs import fail

if TYPE_CHECKING:
    from wgtip_parse.compiler.baseline import Baseline
    from wgtip_parse.compiler.choice import Choice
    from wgtip_parse.compiler.configuration import Configuration


class OldFindings(NamedTuple):
    """The file of the baseline, and whether it is to be written anew."""

    baseline: str | None
    update_baseline: bool

    def read(self) -> Baseline | None:
        """The baseline, empty where the file is to be made; ends the command where it cannot be read."""
        from wgtip_parse.compiler.baseline import BaselineError, empty_baseline, read_baseline

        if self.baseline is None:
            if self.update_baseline:
                raise click.UsageError("--update-baseline needs --baseline FILE")
            return None
        if self.update_baseline and not os.path.exists(self.baseline):
            return empty_baseline(self.baseline)
        try:
            return read_baseline(self.baseline)
        except BaselineError as error:
            fail(str(error))
            raise click.exceptions.Exit(NOTHING_DONE) from error


OPTIONS = (
    click.option("--baseline", metavar="FILE", type=PATH, help="Do not show the findings that FILE holds."),
    click.option("--update-baseline", is_flag=True, help="Write what is found into FILE, and show nothing."),
)
old_findings = grouped("old", OPTIONS, OldFindings)


class Settled(NamedTuple):
    """A configuration by name, which documents are passed over, what standard input is called, if these are all."""

    config: str | None
    exclude: tuple[str, ...]
    stdin_filename: str | None
    parts: bool

    def of(self, documents: Sequence[str], choice: Choice) -> Of:
        """What is settled for documents; ends the command where a configuration cannot be followed."""
        from wgtip_parse.compiler.configuration import (
            ConfigurationError,
            configuration_in,
            configurations,
            is_excluded,
        )

        names = {each: self._name(each) for each in documents}
        try:
            named = None if self.config is None else configuration_in(self.config)
            found = dict.fromkeys(names.values(), named) if named else configurations(names.values())
        except ConfigurationError as error:
            fail(str(error))
            raise click.exceptions.Exit(NOTHING_DONE) from error
        kept = [
            path
            for path, name in names.items()
            if not is_excluded(name, os.getcwd(), self.exclude) and not (name in found and found[name].excludes(name))
        ]
        settings = {path: found[names[path]] for path in kept if names[path] in found}
        choices = [choice.over(settings[path].choice_of(names[path])) if path in settings else choice for path in kept]
        return Of(kept, settings, choices)

    def _name(self, path: str) -> str:
        return self.stdin_filename if path == "-" and self.stdin_filename is not None else path


class Of(NamedTuple):
    """The documents that are not passed over, the configuration of each that has one, and the choice for each."""

    documents: list[str]
    settings: dict[str, Configuration]
    choices: list[Choice]


SETTLING = (
    click.option("--config", metavar="FILE", type=PATH, help="The settings of all documents, in place of the nearest."),
    click.option("--exclude", multiple=True, metavar="PATTERN", help="Pass over documents and folders; repeatable."),
    click.option(
        "--stdin-filename", metavar="FILE", type=PATH, help="What standard input is called, and where its settings are."
    ),
    click.option("--parts", is_flag=True, help="No part of a report is missing: judge what only all can show."),
)
settled = grouped("settled", SETTLING, Settled)
