"""How numbers of lists are written: the number formats of Word (ECMA-376, part 1, 17.18.59), which are HTML's too."""

from __future__ import annotations

from collections.abc import Callable

from wgtip_parse.numerals import roman

BULLET = "•"

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзиклмнопрстуфхцчшщыэюя"
_LARGEST_ROMAN = 999


def written(number: int, kind: str) -> str:
    """A number in one of Word's formats; in decimal digits where the format is not known."""
    return _FORMATS.get(kind, str)(number)


def _roman(number: int) -> str:
    return roman(number) if 0 < number <= _LARGEST_ROMAN else str(number)


def _letters(number: int, alphabet: str = _LATIN) -> str:
    """a … z, aa … zz: the same letter twice, as Word counts and a list of the General Assembly goes on."""
    if number < 1:
        return str(number)
    times, at = divmod(number - 1, len(alphabet))
    return alphabet[at] * (times + 1) if times < len(alphabet) else str(number)


def _ordinal(number: int) -> str:
    last = number % 10 if number % 100 not in (11, 12, 13) else 0
    return f"{number}{('th', 'st', 'nd', 'rd')[last] if last < 4 else 'th'}"


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "russianLower": lambda number: _letters(number, _CYRILLIC),
    "russianUpper": lambda number: _letters(number, _CYRILLIC).upper(),
    "ordinal": _ordinal,
    "bullet": lambda _: BULLET,
    "none": lambda _: "",
}
