"""Where and when a meeting was held, as a masthead says it: "Vienna, 9–11 September 2019"."""

from __future__ import annotations

from wgtip_parse.parser.cells import MONTHS, ONE_DAY, PLACE_BEHIND, RANGE


def meeting_in(words: str) -> dict[str, str | None] | None:
    """Place, start and end of the meeting that a cell names, if it names one; dates are ISO 8601."""
    if words.startswith("Organizational session"):  # the meeting is the substantive session
        return None
    if behind := PLACE_BEHIND.match(words):
        words = f"{behind['place']}, {behind['dates']}"
    if match := RANGE.match(words):
        end = iso_date(match["last_day"], match["last_month"], match["last_year"])
        start = iso_date(match["day"], match["month"] or match["last_month"], match["year"] or match["last_year"])
        return {"place": _place(match["place"]), "start": start, "end": end}
    one = ONE_DAY.match(words)
    if one is None or _place(one["place"]) is None:
        return None
    day = iso_date(one["day"], one["month"], one["year"])
    return {"place": one["place"], "start": day, "end": day}


def iso_date(day: str, month: str, year: str) -> str:
    """A date as ISO 8601; the month is given in words."""
    return f"{year}-{MONTHS[month]:02}-{int(day):02}"


def _place(words: str | None) -> str | None:
    """The place of a meeting, unless what stands before the dates is the name of a session."""
    return None if words is None or words.endswith("session") else words
