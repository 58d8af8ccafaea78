"""The options that say which rules are run and which findings are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wgtip_parse.cli.completion import complete_codes
from wgtip_parse.cli.grouping import grouped

if TYPE_CHECKING:
    from wgtip_parse.compiler.choice import Choice

SEVERITIES = ("info", "warning", "error")
STAGES = ("in-session", "final")

OPTIONS = (
    click.option(
        "--select",
        metavar="CODES",
        shell_complete=complete_codes,
        help="Only these codes, or codes that begin so: P,N603.",
    ),
    click.option("--ignore", metavar="CODES", shell_complete=complete_codes, help="Not these; wins over --select."),
    click.option("--severity", type=click.Choice(SEVERITIES), help="The lowest that is shown; info if not given."),
    click.option(
        "--stage",
        type=click.Choice(STAGES),
        help="If not given: in-session for an L. symbol, an addendum, a title that begins with Draft, or no symbol; "
        "final for the rest.",
    ),
)


def _choice(select: str | None, ignore: str | None, severity: str | None, stage: str | None) -> Choice:
    from wgtip_parse.compiler.choice import Choice
    from wgtip_parse.diagnostics import Severity
    from wgtip_parse.stage import Stage

    return Choice(
        select=_codes("--select", select),
        ignore=_codes("--ignore", ignore),
        severity=None if severity is None else Severity(severity),
        stage=None if stage is None else Stage(stage),
    )


def _codes(option: str, given: str | None) -> tuple[str, ...]:
    from wgtip_parse.compiler.choice import unknown_codes

    codes = tuple(code.strip().upper() for code in (given or "").split(",") if code.strip())
    for code in unknown_codes(codes):
        raise click.UsageError(f"{option}: no code begins with {code}: see wgtip rules")
    return codes


choosing = grouped("choice", OPTIONS, _choice)
