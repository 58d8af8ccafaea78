"""`wgtip completion`: what a shell offers for a code, a format, or a name of an index that has been begun."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click
from click.shell_completion import CompletionItem, get_completion_class

from wgtip_parse.cli.exits import CLEAN, told_exits

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
Offer = tuple[str, str | None]  # a value, and what the shell may show beside it

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_WGTIP_COMPLETE"  # by which click is asked to complete, and its scripts ask


@click.command(short_help="Print the script that lets a shell complete.", epilog=told_exits())
@click.argument("shell", type=click.Choice(SHELLS))
def completion(shell: str) -> int:
    """Print the script by which SHELL completes options, files, rule codes, formats, meetings, topics and symbols.

    \b
    Examples:
      wgtip completion bash > ~/.local/share/bash-completion/completions/wgtip
      wgtip completion zsh > ~/.zfunc/_wgtip     (a folder of $fpath)
      wgtip completion fish > ~/.config/fish/completions/wgtip.fish
    """
    made = get_completion_class(shell)
    assert made is not None, "click knows these shells"
    click.echo(made(click.get_current_context().find_root().command, {}, "wgtip", VARIABLE).source(), nl=False)
    return CLEAN


def complete_codes(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The codes that go on from the last of a list with commas, each with its name."""
    before, comma, last = begun.rpartition(",")
    return _going_on(((before + comma + code, name) for code, name in _codes()), before + comma + last)


def complete_rule(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The codes that go on from what has been begun, or the names that do."""
    return _going_on(_codes(), begun) or _going_on(((name, code) for code, name in _codes()), begun)


def complete_formats_of_an_index(_: click.Context, __: click.Parameter, begun: str) -> list[CompletionItem]:
    """The formats that an index is written in."""
    from wgtip_parse.emitters.index import EMITTERS

    return _going_on(((each.name, None) for each in EMITTERS), begun)


def complete_names(kind: str) -> Complete:
    """The names of a kind, such as meetings or topics, in the index that stands before them on the line."""

    def complete(context: click.Context, _: click.Parameter, begun: str) -> list[CompletionItem]:
        from wgtip_parse.index import query

        # A line that ends in an option without its value is not parsed to its end: its arguments are still in a row.
        index = context.params.get("index") or next(iter(context.args), "")
        try:
            with query.opened(index) as database:
                return _going_on(query.offered(database, kind), begun)
        except query.NotAnIndexError:
            return []

    return complete


def _codes() -> list[tuple[str, str]]:
    from wgtip_parse.rules import KNOWN

    return sorted((each.code, each.name) for each in KNOWN.values())


def _going_on(offers: Iterable[Offer], begun: str) -> list[CompletionItem]:
    """What begins with what has been begun, in whatever case."""
    return [CompletionItem(value, help=told) for value, told in offers if value.lower().startswith(begun.lower())]
