"""`wgtip search`, `wgtip show` and `wgtip stats`: what the index says."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable

import click

from wgtip_parse.cli.exits import CLEAN, FINDINGS, NOTHING_DONE
from wgtip_parse.cli.outputs import fail, write

PAGE_WIDTH = 120  # columns of what goes into a file or a pipe

index_argument = click.argument("index", metavar="INDEX")
format_option = click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text")


@click.command(short_help="Search an index.")
@index_argument
@click.argument("query", metavar="[QUERY]", nargs=-1)
@click.option("--meeting", metavar="ID", help="Only of this meeting.")
@click.option("--topic", metavar="NAME", help='Only on this topic, such as "Referral mechanisms".')
@click.option("--addressee", metavar="NAME", help='Only to this addressee, such as "States parties".')
@click.option("--strength", type=click.Choice(["should", "consider", "encourage", "invite", "imperative"]))
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="Hits to show.")
@format_option
def search(
    index: str,
    query: tuple[str, ...],
    meeting: str | None,
    topic: str | None,
    addressee: str | None,
    strength: str | None,
    most: int,
    format_name: str,
) -> int:
    """Search the recommendations of INDEX for all words of QUERY, the best hits first.

    Words match whatever their endings and accents; word* matches a beginning and '"two words"' a phrase. Without words
    all that the options leave is listed, the latest first. Exit code 1 where nothing is found.

    \b
    Examples:
      wgtip search index.sqlite labour inspectors
      wgtip search index.sqlite '"joint investigation" traffick*' --strength consider
      wgtip search index.sqlite --addressee UNODC
    """
    from wgtip_parse.index import query as queries

    words, filters = " ".join(query), queries.Filters(meeting, topic, addressee, strength)
    if not words.strip() and filters == queries.Filters():
        raise click.UsageError("say what to search for: words, or --meeting, --topic, --addressee, --strength")

    def answer(database: queries.Database) -> int:
        found = queries.search(database, words, filters, most)
        if format_name == "json":
            plain = [each | {"text": queries.unmarked(str(each["text"]))} for each in found]
            write("-", [json.dumps(plain, ensure_ascii=False, indent=1).encode() + b"\n"])
        else:
            from wgtip_parse.render import hits

            total = queries.matches(database, words, filters) if len(found) == most else len(found)
            _print(lambda width, colour: hits.hits(found, total=total, width=width, colour=colour))
        return CLEAN if found else FINDINGS

    return _asked(index, answer)


@click.command(short_help="Show one recommendation of an index.")
@index_argument
@click.argument("id", metavar="ID")
@format_option
def show(index: str, id: str, format_name: str) -> int:  # noqa: A002 – the argument is named in the usage line
    """Show the recommendation ID of INDEX with its facets and its history.

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


@click.command(short_help="Count what is in an index.")
@index_argument
@click.option("--most", type=click.IntRange(min=1), default=15, show_default=True, metavar="N", help="Rows of a table.")
@format_option
def stats(index: str, most: int, format_name: str) -> int:
    """Count the recommendations of INDEX by meeting, topic, addressee and strength.

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

    try:
        with queries.opened(index) as database:
            return answer(database)
    except (queries.NotAnIndexError, queries.UnknownValueError) as error:
        fail(str(error))
        return NOTHING_DONE


def _print(text: Callable[[int, bool], str]) -> None:
    on_terminal = sys.stdout.isatty()
    write("-", [text(shutil.get_terminal_size().columns if on_terminal else PAGE_WIDTH, on_terminal).encode()])
