"""What is settled before a check: configurations of folders, and a baseline of old findings."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

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
    click.option("--baseline", metavar="FILE", help="Do not show the findings that FILE holds."),
    click.option("--update-baseline", is_flag=True, help="Write what is found into FILE, and show nothing."),
)
old_findings = grouped("old", OPTIONS, OldFindings)


def configured(documents: Sequence[str], choice: Choice) -> tuple[dict[str, Configuration], list[Choice]]:
    """The configuration of each document that has one, and the choice for each: as given, then as configured."""
    from wgtip_parse.compiler.configuration import ConfigurationError, configurations

    try:
        settings = configurations(documents)
    except ConfigurationError as error:
        fail(str(error))
        raise click.exceptions.Exit(NOTHING_DONE) from error
    return settings, [choice.over(settings[each].choice) if each in settings else choice for each in documents]
