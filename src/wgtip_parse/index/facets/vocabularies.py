"""Vocabularies of topics: read from TOML, ours or one that is given, and chosen by the body of a document."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

from wgtip_parse.index.facets.topics import Vocabulary, beginning, vocabulary
from wgtip_parse.words import ENGLISH

FEWEST = 3  # letters before a "*" in the first word of a phrase, by which it is looked up
OURS = ("topics-trafficking.toml", "topics.toml")

Vocabularies = tuple[Vocabulary, ...]


@functools.cache
def of_the_package() -> Vocabularies:
    """Our topics: those of trafficking in persons for its bodies, and those of all."""
    folder = resources.files("wgtip_parse").joinpath("data")
    return tuple(parse(folder.joinpath(name).read_text(encoding="utf-8")) for name in OURS)


def of_body(known: Vocabularies, stem: str | None) -> Vocabulary:
    """The first vocabulary that is for the documents of a body, by the stem of its symbols; the last is for all."""
    return next((each for each in known if not each.bodies or stem in each.bodies), known[-1])


def in_place_of_ours(text: str) -> Vocabularies:
    """The vocabulary of a TOML text; one for some bodies leaves ours to others. Raises ValueError as `parse` does."""
    given = parse(text)
    return (given, *of_the_package()) if given.bodies else (given,)


def parse(text: str) -> Vocabulary:
    """The vocabulary of a TOML text: a table `[[topic]]` for each, with `id`, `label`, `phrases` and, at will, `weak`.

    Before them may stand `bodies`, the stems of the symbols of the documents that it is for, `language`, the code of
    theirs where it is not English, and `names`, words that say nothing of a topic. Raises ValueError, whose message is
    one line, for any other text.
    """
    try:
        read = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"not TOML: {error}".replace("\n", " ")) from error
    topics = _tables(read)
    bodies, names = (_texts(read, key, "the vocabulary") for key in ("bodies", "names"))
    phrases = [*_phrases(topics), *((_begun(name, "names"), None, True) for name in names)]
    language = read.get("language", ENGLISH)
    if not isinstance(language, str):
        raise ValueError("language is a code of two letters in quotation marks")
    return vocabulary({topic["id"]: topic["label"] for topic in topics}, bodies, phrases, language)


def _phrases(topics: list[dict[str, Any]]) -> Iterator[tuple[str, str, bool]]:
    for topic in topics:
        place = f"topic {topic['id']}"
        for key, strong in (("phrases", True), ("weak", False)):
            for phrase in _texts(topic, key, place):
                yield _begun(phrase, place), topic["id"], strong


def _begun(phrase: str, place: str) -> str:
    word = beginning(phrase)
    if not word or (phrase[len(word) :].startswith("*") and len(word) < FEWEST):
        raise ValueError(f"{place}: phrase {phrase!r} does not begin with a word of {FEWEST} letters")
    return phrase


def _tables(read: dict[str, Any]) -> list[dict[str, Any]]:
    """The tables of a vocabulary, each with what it has to have."""
    tables = read.get("topic")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise ValueError("topics are written [[topic]], once for each")
    seen: set[str] = set()
    for which, table in enumerate(tables, 1):
        _check(table, which)
        if table["id"] in seen:
            raise ValueError(f"topic {table['id']} twice")
        seen.add(table["id"])
    return tables


def _check(table: dict[str, Any], which: int) -> None:
    place = f"topic {table['id']}" if isinstance(table.get("id"), str) else f"topic number {which}"
    for key in ("id", "label", "phrases"):
        if key not in table:
            raise ValueError(f"{place} has no {key}")
    if not isinstance(table["id"], str) or not isinstance(table["label"], str):
        raise ValueError(f"{place}: id and label are text in quotation marks")


def _texts(table: dict[str, Any], key: str, place: str) -> list[str]:
    texts = table.get(key, [])
    if not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
        raise ValueError(f"{place}: {key} is a list of texts")
    return texts
