"""Script: a text as it is read, as long as it is printed, so that a place in one is the place in the other.

Stops, brackets and digits of a language are read as English has them; marks that turn the direction of writing as
spaces; presentation forms as their letters; letters that only look like those of the document's script as those.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from wgtip_parse.diagnostics import Diagnostic, Severity
from wgtip_parse.model import Span
from wgtip_parse.parser.lines import Line
from wgtip_parse.words import Words

_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_DIRECTION = re.compile(f"[{_DIRECTIONS}]")
_TURNED = re.compile("[\u202a-\u202e\u2066-\u2069]|(?<=[\u0620-\u064a])\u200e(?=[\u0620-\u064a])")
_PRESENTED = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]")
_USUAL = ("\u200e", "\u200f", *map(chr, range(0x202A, 0x202F)))  # looked for in any text: the rest takes long to find
_LABEL = re.compile(r"(?<=\()[\u0400-\u04ff](?=[).])|^[\u0400-\u04ff](?=\.\s)", re.MULTILINE)
_MIXED = re.compile(r"[A-Za-z]+(?=[\u0400-\u04ff])|(?<=[\u0400-\u04ff])[A-Za-z]+")


class Script(NamedTuple):
    """A text as it is read, where signs stand in it that nobody sees, and what is to be said of it."""

    text: str
    hidden: tuple[int, ...] = ()
    said: tuple[Diagnostic, ...] = ()


def read(text: str, known: Words) -> Script:
    """A text as it is read in a language."""
    plain = known.as_read(text)
    return Script(plain) if text.isascii() else _READ[known.typography["script"]](plain)


def unturned(text: str) -> str:
    """A text with spaces for the marks that turn the direction of writing."""
    return _DIRECTION.sub(" ", text)


def begins_foreign(lines: Iterable[Line], text: str, known: Words) -> bool:
    """Whether a line of a text in Latin letters begins with a letter or marker in Cyrillic ones."""
    if known.typography["script"] != "latin":
        return False
    firsts = (text[line.start : line.start + 2].lstrip("(")[:1] for line in lines if line.kind == "TEXT")
    return any("\u0400" <= first <= "\u04ff" for first in firsts)


def relabelled(read: Script) -> Script:
    """A text in Latin letters without the Cyrillic ones that look like them."""
    said = tuple(_foreign(match.span(), match[0]) for match in _LABEL.finditer(read.text))
    return read._replace(text=read.text.translate(_look_alikes("cyrillic", "latin")), said=said)


def _latin(text: str) -> Script:
    return _unturned(text) if any(mark in text for mark in _USUAL) else Script(text)


def _cyrillic(text: str) -> Script:
    mixed = [match for match in _MIXED.finditer(text) if _looks_alike(match[0])]
    if mixed:
        read = _look_alikes("latin", "cyrillic")
        text = _MIXED.sub(lambda match: match[0].translate(read) if _looks_alike(match[0]) else match[0], text)
    return _unturned(text, tuple(_foreign(match.span(), match[0]) for match in mixed))


def _arabic(text: str) -> Script:
    said = [*_first(_PRESENTED, text, "P004", "presentation forms of letters", "type the letters themselves")]
    said += _first(_TURNED, text, "P003", "a mark turns the direction of writing", "take it out")
    text = _PRESENTED.sub(lambda match: unicodedata.normalize("NFKC", match[0]).strip()[:1] or match[0], text)
    return _unturned(text, tuple(said))


def _unturned(text: str, said: tuple[Diagnostic, ...] = ()) -> Script:
    """A text with spaces for marks of direction, and where those stand."""
    hidden = tuple(match.start() for match in _DIRECTION.finditer(text))
    return Script(unturned(text) if hidden else text, hidden, said)


_READ: dict[str, Callable[[str], Script]] = {
    "latin": _latin,
    "cyrillic": _cyrillic,
    "arabic": _arabic,
    "han": _unturned,
}


def _first(pattern: re.Pattern[str], text: str, code: str, message: str, hint: str) -> Iterator[Diagnostic]:
    """One diagnostic at the first match of a pattern."""
    if match := pattern.search(text):
        yield Diagnostic(code, Severity.WARNING, message, match.span(), hint)


def _foreign(span: Span, letters: str) -> Diagnostic:
    name = unicodedata.name(letters[0]).lower()
    message = f"{name} U+{ord(letters[0]):04X} among letters of another script"
    return Diagnostic("P005", Severity.WARNING, message, span, "type the letter that it looks like")


@cache
def _look_alikes(printed: str, read: str) -> dict[int, int]:
    letters = _letters()
    return str.maketrans(letters[printed], letters[read])


def _looks_alike(letters: str) -> bool:
    return all(ord(letter) in _look_alikes("latin", "cyrillic") for letter in letters)


@cache
def _letters() -> dict[str, str]:
    return tomllib.loads((resources.files("wgtip_parse") / "data" / "look_alikes.toml").read_text(encoding="utf-8"))
