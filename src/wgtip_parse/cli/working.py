"""With how many processes a command works."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import click

from wgtip_parse.cli.grouping import grouped

if TYPE_CHECKING:
    from wgtip_parse.compiler.workers import Workers

AUTO = "auto"

Command = Callable[..., int]


class Working(NamedTuple):
    """The number of processes that is asked for; None is as many as pay."""

    jobs: int | None

    @property
    def workers(self) -> Workers:
        """Those who are to do the work."""
        from wgtip_parse.compiler.processes import Processes

        return Processes(self.jobs)


def working(told: str = "") -> Callable[[Command], Command]:
    """The options that say who works; `told` is for what."""
    words = f"Worker processes{told}; auto, one on each processor where that pays, if not given."
    options = (click.option("--jobs", callback=_number_of_jobs, metavar="N", default=AUTO, help=words),)
    return grouped("working", options, Working)


def _number_of_jobs(_: click.Context, __: click.Parameter, value: str) -> int | None:
    """A number of processes, or None for as many as pay."""
    if value == AUTO:
        return None
    if not value.isdecimal() or int(value) < 1:
        raise click.BadParameter(f"{value} is neither a number of processes nor auto")
    return int(value)
