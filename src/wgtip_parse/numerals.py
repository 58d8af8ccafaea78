"""Numerals of chapters and list markers: Roman numerals and letters, as numbers and back."""

from __future__ import annotations

LARGEST_ROMAN = 59  # lists and chapters end long before

_DIGITS = (
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def roman(number: int) -> str:
    """A number below 1,000 in lower-case Roman numerals."""
    numeral = ""
    for value, letters in _DIGITS:
        while number >= value:
            numeral += letters
            number -= value
    return numeral


def letter(number: int) -> str:
    """The marker of an item in a lettered list: a to z, then aa to zz."""
    return chr(96 + number) if number <= 26 else chr(70 + number) * 2


ROMAN = {roman(number): number for number in range(1, LARGEST_ROMAN + 1)}
LETTERS = {letter(number): number for number in range(1, 53)}
