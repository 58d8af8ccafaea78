"""What a shell offers for a code that has been begun."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem


def complete_codes(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The codes that go on from the last of a list with commas, each with its name."""
    from wgtip_parse.rules import KNOWN

    before, comma, last = begun.rpartition(",")
    known = sorted(KNOWN.values(), key=lambda each: each.code)
    return [
        CompletionItem(before + comma + each.code, help=each.name)
        for each in known
        if each.code.startswith(last.upper())
    ]


def complete_rule(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The codes that go on from what has been begun, or the names that do."""
    from wgtip_parse.rules import KNOWN

    known = sorted(KNOWN.values(), key=lambda each: each.code)
    codes = [CompletionItem(each.code, help=each.name) for each in known if each.code.startswith(begun.upper())]
    return codes or [CompletionItem(each.name, help=each.code) for each in known if each.name.startswith(begun.lower())]
