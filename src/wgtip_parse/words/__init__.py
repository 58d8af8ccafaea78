"""The words of a language: one TOML file each, made into patterns where they are first asked for.

A file has lists of words, patterns (regular expressions), tables that say what words stand for, and how a text of the
language is printed; `<<name>>` in a pattern stands for the alternatives of a list or table, or for another pattern.
English has all names. What another file leaves out matches nothing, or is written alike in all languages: a "shape".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any

from wgtip_parse.words import file

ENGLISH = "en"
KNOWN = (ENGLISH, "ar", "es", "fr", "ru", "zh")

NEVER = "(?!)"  # a pattern that matches nothing
NO_WORD = "\0"  # a word that no text has

_NAME = re.compile(r"<<(\w+)>>")


class Words:
    """The words of one language; a pattern is an attribute of its name, compiled when first asked for."""

    def __init__(self, language: str, table: Mapping[str, Any]) -> None:
        self.language = language
        self.typography: Mapping[str, Any] = table["typography"]
        self._words: Mapping[str, str] = table["words"]
        self._lists: Mapping[str, list[str]] = table["lists"]
        self._patterns: Mapping[str, str] = table["shapes"] | table["patterns"]
        self._tables: Mapping[str, Mapping[str, str]] = table["tables"]
        self._sets: dict[str, frozenset[str]] = {}
        self._filled: dict[str, dict[str, str]] = {}

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> re.Pattern[str]: ...

    def filled(self, pattern: str) -> str:
        """A regular expression with the words of this language for the names in it."""
        return _NAME.sub(lambda match: self._alternatives(match[1]), pattern)

    def word(self, name: str) -> str:
        """One word, or several that are said as one."""
        return self._words[name]

    def listed(self, name: str) -> list[str]:
        """The words of a list, in their order."""
        return self._lists[name]

    def known(self, name: str) -> frozenset[str]:
        """The words of a list as a set."""
        if name not in self._sets:
            self._sets[name] = frozenset(self._lists[name])
        return self._sets[name]

    def table(self, name: str) -> dict[str, str]:
        """What words stand for by a table, each with a regular expression of all ways of writing it."""
        if name not in self._filled:
            self._filled[name] = {told: self.filled(pattern) for told, pattern in self._tables[name].items()}
        return self._filled[name]

    @lru_cache(maxsize=1024)  # noqa: B019  # a language is never let go of
    def told(self, name: str, text: str) -> str | None:
        """What a text stands for by a table: the first of those of which it is one way of writing."""
        rows = self.table(name).items()
        return next((told for told, pattern in rows if re.fullmatch(pattern, text, re.DOTALL)), None)

    def names(self) -> tuple[list[str], list[str]]:
        """The names of all lists and of all patterns."""
        return list(self._lists), list(self._patterns)

    def as_read(self, text: str) -> str:
        """A text as long, with the stops, brackets and digits of its language as English has them."""
        return text.translate(self._reading) if self._reading else text

    @cached_property
    def has_small_openings(self) -> bool:
        """Whether numbered paragraphs may begin with a small letter."""
        return bool(self.typography.get("small_openings"))

    @cached_property
    def is_spaced(self) -> bool:
        """Whether spaces stand between words, and where a line was wrapped."""
        return not self.typography.get("unspaced")

    @cached_property
    def _reading(self) -> dict[int, str]:
        reads: dict[str, str] = self.typography.get("reads", {})
        return {ord(printed): read for read, every in reads.items() for printed in every}

    def _alternatives(self, name: str) -> str:
        if name in self._lists:
            return f"(?:{'|'.join(map(re.escape, self._lists[name])) or NEVER})".replace(r"\ ", " ")
        if name in self._tables:
            return f"(?:{'|'.join(self.table(name).values()) or NEVER})"
        return f"(?:{self.filled(self._patterns[name])})"


@cache
def words(language: str = ENGLISH) -> Words:
    """The words of a language by its ISO 639-1 code; of a language that is not known those of English."""
    if language not in KNOWN:
        return words(ENGLISH)
    return made(language, table_of(language))


def table_of(language: str) -> Mapping[str, Any]:
    """The file of a language, and for each name that only English's has what matches nothing."""
    own = file.read(f"{language}.toml")
    if language == ENGLISH:
        return own
    english = file.read(f"{ENGLISH}.toml")
    return {
        "typography": english["typography"] | own["typography"],
        "words": dict.fromkeys(english["words"], NO_WORD) | own["words"],
        "lists": {name: [] for name in english["lists"]} | own["lists"],
        "patterns": dict.fromkeys(english["patterns"], NEVER) | own["patterns"],
        "shapes": english["shapes"],
        "tables": {name: {} for name in english["tables"]} | own["tables"],
    }


def made(language: str, table: Mapping[str, Any]) -> Words:
    """The words of a language as its file has them."""
    patterns = {name: cached_property(partial(_compiled, name)) for name in (*table["shapes"], *table["patterns"])}
    found: Words = type("Words", (Words,), patterns)(language, table)  # found as other attributes are: no quicker way
    return found


def _compiled(name: str, words: Words) -> re.Pattern[str]:
    return re.compile(words.filled(words._patterns[name]))


@cache
def in_any_language(name: str) -> re.Pattern[str]:
    """A pattern in the words of all languages that are known, for readers: they do not know what they read."""
    return re.compile("|".join(words(language).filled(f"<<{name}>>") for language in KNOWN))
