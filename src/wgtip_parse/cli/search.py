"""`wgtip search`, `wgtip show` and `wgtip stats`: what the index says."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import click

from wgtip_parse.cli import arguments
from wgtip_parse.cli.arguments import formatted
from wgtip_parse.cli.completion import complete_names
from wgtip_parse.cli.exits import CLEAN, FINDINGS, NOTHING_DONE, told_exits
from wgtip_parse.cli.outputs import fail, say, terminal_width, write

if TYPE_CHECKING:
    from wgtip_parse.index.query import Found

PAGE_WIDTH = 120  # columns of what goes into a file or a pipe
YEAR = re.compile(r"[0-9]{4}")
DATE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
HELP = "-h"
# "-word" leaves a word out, so that what begins with one stroke is no option; -h alone is taken from the query.
AS_TYPED = {"ignore_unknown_options": True, "help_option_names": []}

json_or_text = formatted(("text", "json"), "text")


def _year(_context: click.Context, _parameter: click.Parameter, value: str | None) -> int | None:
    if value is not None and not YEAR.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no year such as 2019")
    return None if value is None else int(value)


def _date(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not DATE.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no year, month or day such as 2019, 2019-09 or 2019-09-09")
    return value


@click.command(short_help="Search an index.", epilog=told_exits("nothing is found"), context_settings=AS_TYPED)
@arguments.index
@click.argument("query", metavar="[QUERY]", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "--meeting",
    metavar="NAME",
    shell_complete=complete_names("meeting"),
    help='Only of this meeting: its id, or words such as "trafficking 2019".',
)
@click.option("--body", metavar="NAME", help='Only of this body, such as "human rights council".')
@click.option("--state", metavar="NAME", help="Only of the reviews of this State.")
@click.option("--from", "sender", metavar="NAME", help="Only what this State recommends to another.")
@click.option(
    "--symbol",
    metavar="SYMBOL",
    shell_complete=complete_names("symbol"),
    help="Only of documents with this symbol, or what it begins with.",
)
@click.option("--year", metavar="YEAR", callback=_year, help="Only of this year.")
@click.option("--since", metavar="DATE", callback=_date, help="Only from this year, month or day on: 2019, 2019-09.")
@click.option(
    "--topic",
    metavar="NAME",
    shell_complete=complete_names("topic"),
    help='Only on this topic, such as "Referral mechanisms" or "referral".',
)
@click.option("--addressee", metavar="NAME", help='Only to this addressee, such as "states parties".')
@click.option("--refers-to", metavar="NAME", help='Only what refers to "article 5", "resolution 55/25", a symbol.')
@click.option(
    "--strength",
    type=click.Choice(["should", "consider", "encourage", "invite", "imperative"]),
    help="Only what is asked so strongly.",
)
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="Hits to show.")
@click.option("--short", is_flag=True, help="One line for each hit.")
@json_or_text
@click.help_option("--help")
def search(index: str, query: tuple[str, ...], most: int, short: bool, format_name: str | None, **asked: Any) -> int:
    """Search the recommendations of INDEX for all words of QUERY, the best hits first.

    Words match whatever their endings, accents, hyphens and British or American spelling, also in symbols, titles and
    the names of the body; word* matches a beginning, '"two words"' a phrase, and -word leaves out what has it. A word
    that is nowhere is taken for the one that is a letter away. Names in options may be parts of names. Without words
    all that the options leave is listed, the latest first.

    \b
    Examples:
      wgtip search index.sqlite labour inspectors
      wgtip search index.sqlite '"labour inspectors"' recruit* -children --strength should
      wgtip search index.sqlite --addressee secretariat --since 2022
      wgtip search index.sqlite --meeting "trafficking 2022" --short
    """
    from wgtip_parse.index import query as queries
    from wgtip_parse.index.narrowing import Filters

    if HELP in query:
        click.echo(click.get_current_context().get_help())
        return CLEAN
    words, filters = " ".join(_typed(query)), Filters(**asked)
    if not words.strip() and filters == Filters():
        raise click.UsageError("say what to search for: words, or an option such as --meeting, --topic or --addressee")

    def answer(database: queries.Database) -> int:
        found = queries.search(database, words, filters, most)
        _tell(found, short, format_name)
        return CLEAN if found.hits else FINDINGS

    return _asked(index, answer)


def _tell(found: Found, short: bool, format_name: str | None) -> None:
    from wgtip_parse.index.query import unmarked

    for word, other in found.instead.items():
        say(f"{word} is in no recommendation{f'; searched for {other}' if other else ''}")
    if format_name == "json":
        plain = [each | {"text": unmarked(str(each["text"]))} for each in found.hits]
        write("-", [json.dumps(plain, ensure_ascii=False, indent=1).encode() + b"\n"])
        return
    from wgtip_parse.render import hits

    shown = hits.short if short else hits.hits
    _print(lambda width, colour: shown(found.hits, total=found.total, width=width, colour=colour))


def _typed(query: tuple[str, ...]) -> Iterator[str]:
    """What was typed as a query; an option that we do not have is none. Raises UsageError."""
    for each in query:
        if each.startswith("--"):
            raise click.NoSuchOption(each, ctx=click.get_current_context())
        phrase = each.startswith("-") and len(each.split()) > 1 and '"' not in each
        yield f'-"{each[1:]}"' if phrase else each


@click.command(short_help="Show one recommendation of an index.", epilog=told_exits())
@arguments.index
@click.argument("id", metavar="ID", shell_complete=complete_names("recommendation"))
@json_or_text
def show(index: str, id: str, format_name: str | None) -> int:  # noqa: A002 – the argument is named in the usage line
    """Show the recommendation ID of INDEX with its addressees, topics, deadline, and what was said before.

    \b
    Example:
      wgtip show index.sqlite CTOC-COP-WG.4-2021-10-R1
    """
    from wgtip_parse.index import query as queries

    def answer(database: queries.Database) -> int:
        found = queries.show(database, id)
        if found is None:
            nearest = queries.nearest(database, id)
            fail(f"{index}: no recommendation {id}" + (f"; there is {nearest}" if nearest else ""))
            return NOTHING_DONE
        if format_name == "json":
            write("-", [json.dumps(found, ensure_ascii=False, indent=1).encode() + b"\n"])
        else:
            from wgtip_parse.render import hits

            _print(lambda width, colour: hits.recommendation(found, width=width, colour=colour))
        return CLEAN

    return _asked(index, answer)


@click.command(short_help="Count what is in an index.", epilog=told_exits())
@arguments.index
@click.option("--most", type=click.IntRange(min=1), default=15, show_default=True, metavar="N", help="Rows of a table.")
@json_or_text
def stats(index: str, most: int, format_name: str | None) -> int:
    """Count the recommendations of INDEX by meeting, year, body, topic, addressee, strength and deadline.

    \b
    Example:
      wgtip stats index.sqlite
    """
    from wgtip_parse.index import query as queries

    def answer(database: queries.Database) -> int:
        found = queries.count(database)
        if format_name == "json":
            tables = {name: dict(rows) for name, rows in found.items()}
            write("-", [json.dumps(tables, ensure_ascii=False, indent=1).encode() + b"\n"])
        else:
            from wgtip_parse.render import hits

            _print(lambda width, colour: hits.counts(found, most=most, width=width, colour=colour))
        return CLEAN

    return _asked(index, answer)


def _asked(index: str, answer: Callable[..., int]) -> int:
    """The exit code of an answer; a file that is no index is one line."""
    from wgtip_parse.index import query as queries
    from wgtip_parse.index.narrowing import UnknownValueError

    try:
        with queries.opened(index) as database:
            return answer(database)
    except (queries.NotAnIndexError, UnknownValueError) as error:
        fail(str(error))
        return NOTHING_DONE


def _print(text: Callable[[int, bool], str]) -> None:
    on_terminal = sys.stdout.isatty()
    can_colour = on_terminal and os.environ.get("TERM") != "dumb"
    colour = not os.environ.get("NO_COLOR") and (can_colour or bool(os.environ.get("FORCE_COLOR")))
    write("-", [text(terminal_width() if on_terminal else PAGE_WIDTH, colour).encode()])
