"""The options that say which rules are run and which findings are shown."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from wgtip_parse.compiler import Choice

SEVERITIES = ("info", "warning", "error")
STAGES = ("in-session", "final")

OPTIONS = (
    click.option("--select", metavar="CODES", help="Only these codes, or codes that begin so: P,N603."),
    click.option("--ignore", metavar="CODES", help="Not these; wins over --select."),
    click.option("--severity", type=click.Choice(SEVERITIES), help="The lowest that is shown; info if not given."),
    click.option(
        "--stage",
        type=click.Choice(STAGES),
        help="If not given: in-session for an L. symbol, an addendum, a title that begins with Draft, or no symbol; "
        "final for the rest.",
    ),
)


def choosing(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the four options; it gets them as one `choice`."""

    @functools.wraps(command)
    def with_choice(
        select: str | None, ignore: str | None, severity: str | None, stage: str | None, **others: Any
    ) -> int:
        return command(choice=_choice(select, ignore, severity, stage), **others)

    decorated: Callable[..., int] = with_choice
    for option in reversed(OPTIONS):
        decorated = option(decorated)
    return decorated


def _choice(select: str | None, ignore: str | None, severity: str | None, stage: str | None) -> Choice:
    from wgtip_parse.compiler import Choice
    from wgtip_parse.diagnostics import Severity
    from wgtip_parse.rules import Stage

    return Choice(
        select=_codes("--select", select),
        ignore=_codes("--ignore", ignore),
        severity=Severity(severity or Severity.INFO),
        stage=None if stage is None else Stage(stage),
    )


def _codes(option: str, given: str | None) -> tuple[str, ...]:
    from wgtip_parse.compiler import unknown_codes

    codes = tuple(code.strip().upper() for code in (given or "").split(",") if code.strip())
    for code in unknown_codes(codes):
        raise click.UsageError(f"{option}: no code begins with {code}: see wgtip rules")
    return codes
