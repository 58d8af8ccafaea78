"""`wgtip explain`: a code → its page."""

from __future__ import annotations

import click

from wgtip_parse.cli.arguments import formatted
from wgtip_parse.cli.completion import complete_rule
from wgtip_parse.cli.exits import CLEAN, told_exits
from wgtip_parse.cli.outputs import write

FORMATS = ("text", "json")


@click.command(short_help="Explain a rule: what it asks for, and why.", epilog=told_exits())
@click.argument("code", metavar="CODE", shell_complete=complete_rule)
@formatted(FORMATS, "text")
def explain(code: str, format_name: str | None) -> int:
    """Print what the rule CODE asks for, why, a bad and a good example, and where the norm is written.

    A rule goes by its name as well.

    \b
    Examples:
      wgtip explain N603
      wgtip explain percent-sign
      wgtip explain N603 --format json
    """
    from wgtip_parse.emitters import pages
    from wgtip_parse.rules import KNOWN

    by_name = {each.name: each for each in KNOWN.values()}
    rule = KNOWN.get(code.upper()) or by_name.get(code.lower())
    if rule is None:
        raise click.UsageError(f"no rule has the code or name {code}: see wgtip rules")
    write("-", [pages.emit_object(rule) if format_name == "json" else pages.emit_page(rule)])
    return CLEAN
