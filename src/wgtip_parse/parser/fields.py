"""The fields of a masthead, read cell by cell (Editorial Manual, "Masthead").

Fields come wrapped, doubled, in two columns or in another order. A cell that fits no field is kept in `other` as it
stands.
"""

from __future__ import annotations

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
    LEVELS,
    MONTH_AND_YEAR,
    ONLY,
    ORIGINAL,
    ORIGINAL_IN,
    PRINCIPAL_ORGAN,
    RAPPORTEUR,
    SESSION,
    STAMP,
    TITLE,
    Cell,
    bare_symbol,
    fills_a_field,
    is_symbol,
    original_language,
)
from wgtip_parse.parser.meetings import iso_date, meeting_in
from wgtip_parse.parser.title_block import TitleBlock
from wgtip_parse.parser.titles import CONNECTS, join, without_stars

ORGANIZATION = frozenset(["United Nations", "UNITED NATIONS", "United", "Nations", "UNITED", "NATIONS", "A", "E", "S"])
NARROW = 6  # cells at most between two lines of an organ's name that stands in a narrow column


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
        self.title = TitleBlock(found, self.fields.values)

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
        return "other" if MONTH_AND_YEAR.match(words) else self._name(cell, words)

    def _simple(self, words: str) -> str | None:
        """A cell that says by its own words which field it fills."""
        return self._of_the_top(words) or self._of_the_meeting(words)

    def _of_the_top(self, words: str) -> str | None:
        if words in ORGANIZATION:
            return "organization"
        if match := DISTRIBUTION.match(words):
            return self._set("distribution", (match[1] or "").capitalize())
        if self.fields.values.get("distribution") == "" and LEVEL.match(words):
            self.fields.values["distribution"] = words.capitalize() if words.capitalize() in LEVELS else ""
            return "distribution"
        if match := DATE.match(words):
            return self._set("date", iso_date(match[1], match[2], match[3]))
        if STAMP.match(words):
            return "other"
        if is_symbol(words):
            return self._symbol(words)
        return self._language(words)

    def _language(self, words: str) -> str | None:
        if language := original_language(words):
            self.fields.values["original_language"] = language
        elif LANGUAGE.match(words):  # of this version, unless "Original:" stands above
            return self._set("original_language", words.capitalize())
        elif not ORIGINAL_IN.match(words):
            return None
        return "original_language"

    def _of_the_meeting(self, words: str) -> str | None:
        if SESSION.match(words):
            if self.fields.values.get("session", "").endswith("Session"):  # the organ's, on a cover of its records
                del self.fields.values["session"]
            return self._set("session", words.rstrip("*"))
        if match := AGENDA.match(words):
            self.title.above_the_item = len(self.title.spare)
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
        bare = bare_symbol(words)
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
        if self.title.is_above_its_author(words):
            self.title.take_spare()
            return "other"
        if self.title.begins(words):
            self.title.take(words, below_the_item=self.open == "agenda_item")
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
            values["organ"] = without_stars(words)
            return "organ"
        below = {"session", "agenda_item", "title"} & values.keys() or self.fields.meeting
        is_late = "title" not in values and BODY.match(words)
        if self._is_a_body_below(cell, words):
            del values["body"]
            for above in self.cells:
                above.kind = "other" if above.kind == "body" else above.kind
        if "body" not in values and (is_late or not below) and not self._at_top():
            values["body"] = without_stars(words)
            return "body"
        self.title.spare.append([cell])
        return "other"

    def _is_a_body_below(self, cell: Cell, words: str) -> bool:
        """A body named below another: the lower one is the one that met."""
        above = self.fields.values.get("body", "")
        if not above or self.open != "body" or CONNECTS.search(above) or not BODY_NOUN.search(words):
            return False
        return BODY_NOUN.search(above) is not None or (cell.apart and BODY.match(words) is not None)

    def _is_author(self, words: str) -> bool:
        """ "Report of the Joint Inspection Unit" below another title says whose report it is."""
        return "title" in self.fields.values and "body" not in self.fields.values and AUTHOR.match(words) is not None

    def _at_top(self) -> bool:
        return not {"distribution", "date", "original_language"} & self.fields.values.keys()

    def _goes_on(self, cell: Cell, words: str) -> bool:
        """A name or title that goes on in this cell."""
        values = self.fields.values
        if self.open == "other" and not self._is_known(words) and self.title.spare_goes_on(cell, words):
            self.title.spare[-1].append(cell)
            cell.kind = "other"
            return True
        if self.open not in ("organ", "body", "title", "rapporteur") or self._is_known(words):
            return self._organ_goes_on(cell, words)
        above = values[self.open]
        if self.open == "title" and (
            self._is_author(words)
            or (PRINCIPAL_ORGAN.match(words) and not CONNECTS.search(above))
            or not self.title.goes_on(cell, words)
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
        values[cell.kind] = join(above, without_stars(words))
        return True

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
            or (self._is_right_below("organ", cell) and not BODY.match(words))
        )
        if not above or not joined or "title" in self.fields.values:
            return False
        self.fields.values["organ"] = join(above, words)
        cell.kind = "organ"
        return True

    def _is_right_below(self, kind: str, cell: Cell) -> bool:
        at = self.cells.index(cell)
        return at > 0 and self.cells[at - 1].kind == kind and not cell.apart

    def _is_beside_the_other_column(self, cell: Cell) -> bool:
        """Whether the language, which ends the other column, is still to come."""
        below = self.cells[self.cells.index(cell) + 1 :]
        return any(ORIGINAL.match(each.text) or ONLY.match(each.text) for each in below[:NARROW])

    def _is_known(self, words: str) -> bool:
        if words == "United Nations" and self.open != "body":
            return True
        if self.open != "title" and TITLE.match(words):
            return True
        if self.fields.values.get("distribution") == "" and LEVEL.match(words):
            return True
        repeated = words in self.seen and not (self.open == "title" and CONNECTS.search(self.fields.values["title"]))
        return repeated or fills_a_field(words)

    def _settle(self) -> None:
        values = self.fields.values
        self.title.settle(met=self.fields.meeting is not None or "session" in values)
        self.fields.other = [" ".join(cell.text.split()) for cell in self.cells if cell.kind == "other"]
        if not values.get("distribution"):
            values.pop("distribution", None)
        self.fields.addendum = self.fields.addendum or "/Add." in values.get("symbol", "")
