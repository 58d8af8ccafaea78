"""Fields that print a number of their own, which no file holds: AUTONUM and its like, LISTNUM (ECMA-376, 17.16.5)."""

from __future__ import annotations

import re

from wgtip_parse.readers.numerals import written

LEVELS = 9
LONGEST = 6  # digits of a number in an instruction
_LISTS = {  # the formats of the levels of each list that Word knows by name
    "numberdefault": "%d) %a) %i) (%d) (%a) (%i) %d. %a. %i.".split(),
    "outlinedefault": "%I. %A. %d. %a) (%d) (%a) (%i) (%a) (%i)".split(),
}
_NUMBERS = {"d": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_FIRST_LIST = "numberdefault"
_OF_PARAGRAPHS = frozenset({"AUTONUM", "AUTONUMLGL", "AUTONUMOUT"})
_SWITCH = re.compile(r'\\([a-zA-Z])\s*("[^"]*"|[^\s\\]+)?')
_PLACE = re.compile(r"%([daAiI])")


class Fields:
    """Counts the numbers of one document in their order."""

    def __init__(self) -> None:
        self._paragraphs = 0
        self._lists: dict[str, dict[int, int]] = {}

    def printed(self, instruction: str) -> str:
        """What a field prints that has no result in the file; nothing for fields that print no number."""
        name, _, rest = instruction.strip().partition(" ")
        switches = {switch.lower(): value.strip('"') for switch, value in _SWITCH.findall(rest)}
        if name.upper() in _OF_PARAGRAPHS:
            self._paragraphs += 1
            return f"{self._paragraphs}{switches.get('s', '.')}"
        if name.upper() != "LISTNUM":
            return ""
        named = _SWITCH.sub("", rest).strip().strip('"').lower() or _FIRST_LIST
        return self._of_list(named, _whole(switches.get("l"), 1), _whole(switches.get("s"), 0))

    def _of_list(self, name: str, level: int, start: int) -> str:
        level = min(max(level, 1), LEVELS)
        counts = self._lists.setdefault(name, {})
        counts[level] = start or counts.get(level, 0) + 1
        for below in [each for each in counts if each > level]:
            del counts[below]
        form = _LISTS.get(name, _LISTS[_FIRST_LIST])[level - 1]
        return _PLACE.sub(lambda place: written(counts[level], _NUMBERS[place[1]]), form)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and len(text) <= LONGEST and text.isdecimal() else otherwise
