"""Series of numbers: one slip gives one fault, at the number that a reader would point at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wgtip_parse.rules.series import faults, without_quoted

CASES = {
    "in order": ("1 2 3 4", []),
    "begins anywhere": ("51 52 53", []),
    "one left out": ("1 2 4 5", ["GAP 4"]),
    "last but one left out": ("1 2 3 5", ["GAP 5"]),
    "one doubled": ("1 2 2 3 4", ["DUPLICATE 2"]),
    "first doubled": ("1 1 2 3", ["DUPLICATE 1"]),
    "number of the one before": ("1 2 2 4 5", ["DUPLICATE 2"]),
    "two changed places": ("1 3 2 4", ["DISORDER 3"]),
    "last two changed places": ("1 2 4 3", ["DISORDER 4"]),
    "one moved back": ("1 2 4 5 3 6", ["DISORDER 3"]),
    "one moved forward": ("1 2 5 3 4 6", ["DISORDER 5"]),
    "one misread": ("1 2 9 4 5", ["DISORDER 9"]),
    "count begins again": ("1 2 3 1 2 3", ["RESTART 1"]),
    "again, its 1 misread": ("1 2 3 2 3 4", ["RESTART 2"]),
    "two slips": ("1 2 4 5 5 6", ["GAP 4", "DUPLICATE 5"]),
}


@pytest.mark.parametrize(("numbers", "expected"), CASES.values(), ids=CASES)
def test_faults(numbers: str, expected: list[str]) -> None:
    series = [int(number) for number in numbers.split()]
    assert [f"{fault.kind.name} {series[fault.at]}" for fault in faults(series)] == expected


def test_first() -> None:
    assert [fault.due for fault in faults([2, 3], first=1)] == [1]


@pytest.mark.parametrize(
    ("numbers", "kept"),
    [
        ("7 8 1 2 3 4 5 6 9", "7 8 9"),
        ("1 2 1 2 3 4 3 4", "1 2 3 4"),
        ("4 5 10 11 12 6 7", "4 5 6 7"),
        ("1 3 2 4", "1 3 2 4"),
        ("1 2 4 5 6 3 7", "1 2 4 5 6 3 7"),
        ("1 2 3 1 2 3", "1 2 3 1 2 3"),
    ],
)
def test_quoted(numbers: str, kept: str) -> None:
    series = [int(number) for number in numbers.split()]
    assert [series[at] for at in without_quoted(series)] == [int(number) for number in kept.split()]


@given(st.integers(1, 400), st.integers(1, 40))
def test_ascending_has_no_fault(first: int, length: int) -> None:
    assert not list(faults(range(first, first + length)))


@given(st.lists(st.integers(1, 12), max_size=30))
def test_total(numbers: list[int]) -> None:
    found = [fault.at for fault in faults(numbers)]
    assert found == sorted(set(found))
    assert bool(found) or numbers == sorted(numbers)
