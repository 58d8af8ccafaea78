"""The words of a language: one TOML file each, made into patterns where they are first asked for.

A file has lists of words and patterns (regular expressions); `<<name>>` in a pattern stands for the alternatives of a
list, or for another pattern. A second language is a second file with the same names.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

KNOWN = ("en",)

_NAME = re.compile(r"<<(\w+)>>")


class Words:
    """The words of one language; a pattern is an attribute of its name, compiled when first asked for."""

    def __init__(self, language: str, table: dict[str, dict[str, Any]]) -> None:
        self.language = language
        self._lists: dict[str, list[str]] = table["lists"]
        self._patterns: dict[str, str] = table["patterns"]
        self._sets: dict[str, frozenset[str]] = {}

    def __getattr__(self, name: str) -> re.Pattern[str]:
        if name not in self._patterns:
            raise AttributeError(name)
        pattern = re.compile(self.filled(self._patterns[name]))
        self.__dict__[name] = pattern
        return pattern

    def filled(self, pattern: str) -> str:
        """A regular expression with the words of this language for the names in it."""
        return _NAME.sub(lambda match: self._alternatives(match[1]), pattern)

    def listed(self, name: str) -> list[str]:
        """The words of a list, in their order."""
        return self._lists[name]

    def known(self, name: str) -> frozenset[str]:
        """The words of a list as a set."""
        if name not in self._sets:
            self._sets[name] = frozenset(self._lists[name])
        return self._sets[name]

    def names(self) -> tuple[list[str], list[str]]:
        """The names of all lists and of all patterns."""
        return list(self._lists), list(self._patterns)

    def _alternatives(self, name: str) -> str:
        if name in self._lists:
            return f"(?:{'|'.join(map(re.escape, self._lists[name]))})".replace(r"\ ", " ")
        return f"(?:{self.filled(self._patterns[name])})"


@cache
def words(language: str = "en") -> Words:
    """The words of a language by its ISO 639-1 code, one of `KNOWN`."""
    text = (resources.files(__name__) / f"{language}.toml").read_text(encoding="utf-8")
    return Words(language, tomllib.loads(text))
