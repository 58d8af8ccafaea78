"""What many commands take under one name: FILES, INDEX, --format and --output."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from wgtip_parse.cli.completion import complete_formats_of_an_index

Command = Callable[..., int]
Decorator = Callable[[Command], Command]

PATH = click.Path(readable=False)  # only so that shells complete it: who reads it says what is wrong with it

files = click.argument("files", nargs=-1, required=True, metavar="FILES...", type=PATH)
index = click.argument("index", metavar="INDEX", type=PATH)
output = click.option(
    "-o", "--output", metavar="FILE", default="-", type=PATH, help="Write here instead, whole or not at all."
)
index_format = click.option(
    "--format",
    "format_name",
    metavar="NAME",
    shell_complete=complete_formats_of_an_index,
    help="For standard output: json, csv, md … If not given: json.",
)


def formatted(names: Sequence[str], otherwise: str) -> Decorator:
    """Give a command the option --format with these names; `otherwise` says which is taken if it is not given."""
    return click.option("--format", "format_name", type=click.Choice(names), help=f"If not given: {otherwise}.")


def hidden_format(name: str, names: Sequence[str]) -> Decorator:
    """An older name of --format, which goes on working and is not told any more."""
    return click.option(name, "format_name", type=click.Choice(names), hidden=True)
