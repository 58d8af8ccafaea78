"""The fields of a masthead, read cell by cell (Editorial Manual, "Masthead").

Fields come wrapped, doubled, in two columns or in another order. A cell that fits no field is kept in `other` as it
stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wgtip_parse.parser.cells import (
    ADDENDUM,
    AGENDA,
    AUTHOR,
    BODY,
    BODY_NOUN,
    DATE,
    DISTRIBUTION,
    LANGUAGE,
    LEVEL,
    LONGEST_CELL,
    ONLY,
    ORIGINAL,
    PRINCIPAL_ORGAN,
    RAPPORTEUR,
    SESSION,
    TITLE,
    Cell,
    fills_a_field,
    is_symbol,
)
from wgtip_parse.parser.meetings import iso_date, meeting_in
from wgtip_parse.parser.titles import CONNECTS, join, title_goes_on

ORGANIZATION = frozenset(["United Nations", "UNITED NATIONS", "United", "Nations", "UNITED", "NATIONS", "A", "E", "S"])
NARROW = 6  # cells at most between two lines of an organ's name that stands in a narrow column

_STARS = re.compile(r"\*{1,3}\Z")
_BRACKETED = re.compile(r"\s+\[[^\]]*\]\Z")
_JOINED = re.compile(r"\s?[-–]\s?(?=[A-Z])")


@dataclass(slots=True)
class Fields:
    """What the masthead says, collected cell by cell."""

    values: dict[str, str] = field(default_factory=dict)
    meeting: dict[str, str | None] | None = None
    other: list[str] = field(default_factory=list)
    addendum: bool = False


def read_fields(found: list[Cell]) -> Fields:
    """Give every cell its field; the cells' `kind` says which."""
    return _Reader(found).read()


class _Reader:
    """Walks the cells once; the stage (top, names, title, after) is what has been seen so far."""

    def __init__(self, found: list[Cell]) -> None:
        self.cells = found
        self.fields = Fields()
        self.open = ""  # the field that a next cell may go on
        self.seen: set[str] = set()
        self.spare: list[list[Cell]] = []
        self.above_the_item = 0  # how many of the spare cells stand above the agenda item

    def read(self) -> Fields:
        for cell in self.cells:
            words = " ".join(cell.text.split())
            if not self._goes_on(cell, words):
                cell.kind = self._place(cell, words)
                self.open = cell.kind
            self.seen.add(words)
        self._settle()
        return self.fields

    def _place(self, cell: Cell, words: str) -> str:
        if words in self.seen and len(words) > 3:
            return "repeated"
        if words.startswith("(") and words.endswith(")") and "session" in words and "," in words:
            for part in words[1:-1].split(","):
                self._simple(part.strip()) or self._meeting(part.strip())
            return "session"
        if fills_a_field(words) or words in ORGANIZATION or LEVEL.match(words):
            return self._simple(words) or self._meeting(words) or self._name(cell, words)
        return self._name(cell, words)

    def _simple(self, words: str) -> str | None:
        """A cell that says by its own words which field it fills."""
        return self._of_the_top(words) or self._of_the_meeting(words)

    def _of_the_top(self, words: str) -> str | None:
        if words in ORGANIZATION:
            return "organization"
        if match := DISTRIBUTION.match(words):
            return self._set("distribution", (match[1] or "").capitalize())
        if self.fields.values.get("distribution") == "" and LEVEL.match(words):
            self.fields.values.pop("distribution", None)
            return self._set("distribution", words.capitalize())
        if match := ORIGINAL.match(words) or ONLY.match(words):
            self.fields.values.pop("original_language", None)
            return self._set("original_language", match[1].title().replace(" And ", " and ").rstrip("/, "))
        if LANGUAGE.match(words):
            return self._set("original_language", words)
        if match := DATE.match(words):
            return self._set("date", iso_date(match[1], match[2], match[3]))
        if is_symbol(words):
            return self._symbol(words)
        return None

    def _of_the_meeting(self, words: str) -> str | None:
        if SESSION.match(words):
            return self._set("session", words.rstrip("*"))
        if match := AGENDA.match(words):
            self.above_the_item = len(self.spare)
            return self._set("agenda_item", " ".join(match[1].split()))
        if match := RAPPORTEUR.match(words):
            return self._set("rapporteur", match[1])
        if ADDENDUM.match(words):
            self.fields.addendum = True
            return "addendum"
        return None

    def _set(self, name: str, value: str) -> str:
        return name if self.fields.values.setdefault(name, value) == value else "other"

    def _symbol(self, words: str) -> str:
        bare = _JOINED.sub("-", _BRACKETED.sub("", words)).replace("*", "")
        if self.open == "symbol" and self.fields.values.get("symbol") not in (None, bare):
            self.fields.values["symbol"] += "-" + bare
            return "symbol"
        return self._set("symbol", bare)

    def _meeting(self, words: str) -> str | None:
        if self.fields.meeting is None:
            self.fields.meeting = meeting_in(words)
            return "meeting" if self.fields.meeting else None
        return None

    def _name(self, cell: Cell, words: str) -> str:
        """An organ, a body, a title, or what cannot be placed."""
        values = self.fields.values
        if self._is_below_a_title(words):
            self._take_spare_title()
            return "other"
        if self._is_title(words):
            values["title"] = _STARS.sub("", words)
            return "title"
        if PRINCIPAL_ORGAN.match(words) and not PRINCIPAL_ORGAN.match(values.get("organ", "")):
            if "organ" in values:  # a cover that names the body first
                values.setdefault("body", values["organ"])
            values["organ"] = words
            return "organ"
        if self._is_author(words):
            values["body"] = words.split(" the ", 1)[1]
            return "body"
        if self._at_top() and "organ" not in values and "title" not in values:
            values["organ"] = _STARS.sub("", words)
            return "organ"
        below = {"session", "agenda_item", "title"} & values.keys() or self.fields.meeting
        is_late = "title" not in values and BODY.match(words)
        if self._is_a_body_below(cell, words):
            del values["body"]
            for above in self.cells:
                above.kind = "other" if above.kind == "body" else above.kind
        if "body" not in values and (is_late or not below) and not self._at_top():
            values["body"] = _STARS.sub("", words)
            return "body"
        self.spare.append([cell])
        return "other"

    def _is_a_body_below(self, cell: Cell, words: str) -> bool:
        """A body named below another: the lower one is the one that met."""
        above = self.fields.values.get("body", "")
        if not above or self.open != "body" or CONNECTS.search(above) or not BODY_NOUN.search(words):
            return False
        return BODY_NOUN.search(above) is not None or (cell.apart and BODY.match(words) is not None)

    def _is_title(self, words: str) -> bool:
        """The first title; or the same in full, where a cover has broken it into narrow lines."""
        known = self.fields.values.get("title")
        if not TITLE.match(words) or len(words) > LONGEST_CELL:
            return False
        return known is None or (words != known and words.startswith(known))

    def _is_below_a_title(self, words: str) -> bool:
        """ "Report of the Secretary-General" below the item of the agenda, its name and the title of the document."""
        return "title" not in self.fields.values and self._titles_below_the_item() and AUTHOR.match(words) is not None

    def _titles_below_the_item(self) -> bool:
        return "agenda_item" in self.fields.values and len(self.spare) - self.above_the_item > 1

    def _take_spare_title(self) -> None:
        lines = self.spare.pop()
        for cell in lines:
            cell.kind = "title"
        self.fields.values["title"] = _STARS.sub("", " ".join(" ".join(cell.text for cell in lines).split()))

    def _is_author(self, words: str) -> bool:
        """ "Report of the Joint Inspection Unit" below another title says whose report it is."""
        return "title" in self.fields.values and "body" not in self.fields.values and AUTHOR.match(words) is not None

    def _at_top(self) -> bool:
        return not {"distribution", "date", "original_language"} & self.fields.values.keys()

    def _goes_on(self, cell: Cell, words: str) -> bool:
        """A name or title that goes on in this cell."""
        values = self.fields.values
        if self.open == "other" and self._spare_goes_on(cell, words):
            self.spare[-1].append(cell)
            cell.kind = "other"
            return True
        if self.open not in ("organ", "body", "title", "rapporteur") or self._is_known(words):
            return self._organ_goes_on(cell, words)
        above = values[self.open]
        if self.open == "title" and (
            self._is_author(words)
            or (PRINCIPAL_ORGAN.match(words) and not CONNECTS.search(above))
            or not (self._fills_its_width(cell) or title_goes_on(self._last_line, words, apart=cell.apart))
        ):
            return False
        if self.open == "title" and words.startswith("Held "):
            return False
        if self.open == "rapporteur" and not (words[0].islower() or (words[0] == "(" and "(" not in above)):
            return False
        if self.open == "body" and (words.startswith("(") or self._is_a_body_below(cell, words)):
            return False
        cell.kind = self.open
        if self.open == "title" and words.endswith("*"):
            self.open = ""
        values[cell.kind] = join(above, _STARS.sub("", words))
        return True

    def _spare_goes_on(self, cell: Cell, words: str) -> bool:
        if not self.spare or cell.apart or self._is_known(words):
            return False
        return title_goes_on(self.spare[-1][-1].text, words, apart=False)

    def _fills_its_width(self, cell: Cell) -> bool:
        """Whether a title of several lines has no room in the last one for the first word of this cell."""
        lines = [each.text for each in self.cells if each.kind == "title"]
        if cell.apart or len(lines) < 2:
            return False
        return len(lines[-1]) + 1 + len(cell.text.split()[0]) > max(map(len, lines))

    @property
    def _last_line(self) -> str:
        at = self.cells.index(next(c for c in reversed(self.cells) if c.kind == self.open))
        return self.cells[at].text

    def _organ_goes_on(self, cell: Cell, words: str) -> bool:
        """The organ's name, cut by the other column."""
        above = self.fields.values.get("organ", "")
        if self.open in ("", "organ", "body", "title") or self._is_known(words) or "body" in self.fields.values:
            return False
        joined = (
            CONNECTS.search(above)
            or words[0].islower()
            or PRINCIPAL_ORGAN.match(f"{above} {words}")
            or (self._is_beside_the_other_column(cell) and not (BODY.match(words) or words.isupper()))
        )
        if not above or not joined or "title" in self.fields.values:
            return False
        self.fields.values["organ"] = join(above, words)
        cell.kind = "organ"
        return True

    def _is_beside_the_other_column(self, cell: Cell) -> bool:
        """Whether the language, which ends the other column, is still to come."""
        below = self.cells[self.cells.index(cell) + 1 :]
        return any(ORIGINAL.match(each.text) or ONLY.match(each.text) for each in below[:NARROW])

    def _is_known(self, words: str) -> bool:
        if words == "United Nations" and self.open != "body":
            return True
        if self.open != "title" and TITLE.match(words):
            return True
        repeated = words in self.seen and not (self.open == "title" and CONNECTS.search(self.fields.values["title"]))
        return repeated or fills_a_field(words)

    def _settle(self) -> None:
        """A title that no word gives away: the first line below meeting or session that is left over."""
        values = self.fields.values
        if (
            "title" not in values
            and self.spare
            and "agenda_item" not in values
            and (self.fields.meeting or "session" in values)
        ):
            self.spare.append(self.spare.pop(0))
            self._take_spare_title()
        elif "title" not in values and self._titles_below_the_item():
            self._take_spare_title()
        self.fields.other = [" ".join(cell.text.split()) for cell in self.cells if cell.kind == "other"]
        if not values.get("distribution"):
            values.pop("distribution", None)
        self.fields.addendum = self.fields.addendum or "/Add." in values.get("symbol", "")
