"""Edits of a text that was edited before, as edits of the text that was there first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wgtip_parse.diagnostics import Edit

Stretch = tuple[int, int]  # of the first text; a string is what was put in


def composed(length: int, first: Sequence[Edit], second: Iterable[Edit]) -> tuple[Edit, ...]:
    """What takes a text of a length to where the first edits and then, in their result, the second ones take it."""
    tape = _Tape(_stretches(length, first))
    result: list[Stretch | str] = []
    done = 0
    for edit in sorted(second, key=lambda each: (each.start, each.end)):
        result += tape.take(edit.start - done)
        tape.take(edit.end - edit.start)
        result.append(edit.text)
        done = edit.end
    return tuple(_edits(length, [*result, *tape.rest()]))


class _Tape:
    """Stretches and strings, taken off from the beginning by characters."""

    def __init__(self, pieces: list[Stretch | str]) -> None:
        self._left = pieces[::-1]

    def take(self, size: int) -> list[Stretch | str]:
        taken: list[Stretch | str] = []
        while size > 0 and self._left:
            piece = self._left.pop()
            length = len(piece) if isinstance(piece, str) else piece[1] - piece[0]
            if length > size:
                rest = piece[size:] if isinstance(piece, str) else (piece[0] + size, piece[1])
                piece = piece[:size] if isinstance(piece, str) else (piece[0], piece[0] + size)
                self._left.append(rest)
            taken.append(piece)
            size -= length
        return taken

    def rest(self) -> list[Stretch | str]:
        return self._left[::-1]


def _stretches(length: int, edits: Iterable[Edit]) -> list[Stretch | str]:
    pieces: list[Stretch | str] = []
    done = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        pieces += [(done, edit.start), edit.text]
        done = edit.end
    return [*pieces, (done, length)]


def _edits(length: int, pieces: Iterable[Stretch | str]) -> Iterable[Edit]:
    done, text = 0, ""
    for piece in (*pieces, (length, length)):
        if isinstance(piece, str):
            text += piece
        elif piece[0] < piece[1] or piece[0] == length:
            if piece[0] > done or text:
                yield Edit(done, piece[0], text)
            done, text = piece[1], ""
