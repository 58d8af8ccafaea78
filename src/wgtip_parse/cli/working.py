"""Who does the work of a command: this process, others of this machine, or a cluster."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from wgtip_parse.cli.exits import NOTHING_DONE
from wgtip_parse.cli.grouping import grouped
from wgtip_parse.cli.outputs import fail

if TYPE_CHECKING:
    from wgtip_parse.compiler.workers import Workers
    from wgtip_parse.index.sharing import Share

AUTO, DASK = "auto", "dask"
ADDRESS = re.compile(r"dask://[^/\s]+:\d+")

Command = Callable[..., int]


class Working(NamedTuple):
    """The number of processes that is asked for, None for as many as pay, and the cluster that they are of, if any."""

    jobs: int | None
    engine: str | None

    @property
    def workers(self) -> Workers:
        """Those who are to do the work."""
        if self.engine is None:
            from wgtip_parse.compiler.processes import Processes

            return Processes(self.jobs)
        from wgtip_parse.compiler.cluster import Cluster

        return Cluster(self.engine.removeprefix(DASK).replace("://", "tcp://", 1) or None, self.jobs)

    @property
    def share(self) -> Share:
        """Those who are to help with what this process has in its memory."""
        from wgtip_parse.compiler.processes import sharing

        return sharing(self.jobs)


def working(told: str = "") -> Callable[[Command], Command]:
    """The options that say who works; `told` is for what. Where workers are not to be had, the command ends."""
    words = f"Worker processes{told}; auto, one on each processor where that pays, if not given."
    options = (
        click.option("--jobs", callback=_number_of_jobs, metavar="N", default=AUTO, help=words),
        click.option("--engine", callback=_engine, metavar="dask[://HOST:PORT]", help="Work on a cluster of dask."),
    )

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def with_workers(**values: Any) -> int:
            from wgtip_parse.compiler.workers import WorkersError

            try:
                return command(**values)
            except WorkersError as error:
                fail(str(error))
                raise click.exceptions.Exit(NOTHING_DONE) from error

        return grouped("working", options, Working)(with_workers)

    return decorate


def _engine(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """The engine, where there is such a one."""
    if value is None:
        return None
    if value != DASK and not ADDRESS.fullmatch(value):
        raise click.BadParameter(f"{value} is neither dask nor dask://HOST:PORT")
    if not _is_installed("distributed"):
        raise click.BadParameter("a cluster needs dask.distributed: pip install 'wgtip[cluster]'")
    return value


def _is_installed(library: str) -> bool:
    try:
        return find_spec(library) is not None
    except ValueError:  # it is kept out
        return False


def _number_of_jobs(_: click.Context, __: click.Parameter, value: str) -> int | None:
    """A number of processes, or None for as many as pay."""
    if value == AUTO:
        return None
    if not value.isdecimal() or int(value) < 1:
        raise click.BadParameter(f"{value} is neither a number of processes nor auto")
    return int(value)
