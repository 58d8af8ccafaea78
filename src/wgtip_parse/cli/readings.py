"""What became of the documents of a run, said in one line at its end: how many were read, and how wholly."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Iterable

import click

from wgtip_parse.cli.exits import CLEAN, FINDINGS
from wgtip_parse.cli.outputs import counted, fail, say

# By the code of what a reader or the parser says: what was not read as it is printed. None counts documents.
COUNTED: dict[str, tuple[str | None, str]] = {
    "P001": (None, "in a language that is not known"),
    "T001": (None, "in an encoding that had to be guessed"),
    "T951": ("byte", "that no character is made of"),
    "T952": (None, "named as another kind"),
    "T961": ("page", "without text"),
    "T962": ("page", "whose text cannot be what is printed"),
    "T964": ("page", "with letters that no font names"),
}


class Reading:
    """Counts the documents of a run as they come; `strict` is whether what was not read whole is to fail it."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.quiet = False  # nothing is said where all was read
        self.documents = self.read = 0
        self._found: dict[str, Counter[str]] = {}
        self._is_said = False

    def miss(self, failure: str) -> None:
        """Count a document that could not be read, and say why."""
        self.documents += 1
        fail(failure)

    def add(self, name: str, codes: Iterable[str]) -> None:
        """Count a document that was read, with the codes of what was said of it."""
        self.documents += 1
        self.read += 1
        for code in codes:
            if code in COUNTED:
                self._found.setdefault(code, Counter())[name] += 1

    @property
    def is_whole(self) -> bool:
        """Whether all documents were read, and all of each."""
        return self.read == self.documents and not self._found

    def say(self) -> None:
        """The line, on standard error, once; none where it would only be that the one document was read, or was not."""
        is_worth_it = self.documents > 1 or self._found
        if is_worth_it and not self._is_said and not (self.quiet and self.is_whole):
            self._is_said = True
            say("; ".join(self._said()))

    def _said(self) -> Iterable[str]:
        yield f"{self.read:,} of {self.documents:,} read"
        if unread := self.documents - self.read:
            yield f"{unread:,} could not be read"
        for code, (noun, rest) in COUNTED.items():
            if found := self._found.get(code):
                within = counted(len(found), "document")
                yield f"{within} {rest}" if noun is None else f"{counted(found.total(), noun)} {rest} in {within}"


def told(strict: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    """The option --strict, and the line at the end of a command, which gets a Reading as its argument `told`.

    A document that could not be read makes an exit code of 0 one of 1, and with --strict so does one that was not read
    whole. `strict` is the help of the option.
    """

    def decorate(command: Callable[..., int]) -> Callable[..., int]:
        @functools.wraps(command)
        def run(*arguments: object, strict: bool, **options: object) -> int:
            reading = Reading(strict=strict)
            try:
                code = command(*arguments, told=reading, **options)
            except click.exceptions.Exit:
                reading.say()
                raise
            reading.say()
            fails = reading.read < reading.documents or (strict and not reading.is_whole)
            return FINDINGS if fails and code == CLEAN else code

        return click.option("--strict", is_flag=True, help=strict)(run)

    return decorate
