"""Recommendations by meeting and topic as a drawing: bars for the meetings, below them a field for each topic."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from wgtip_parse.emitters.citation import meeting_title, shortened
from wgtip_parse.emitters.origins import NO_MEETING, NONE, of_meeting
from wgtip_parse.index.model import MeetingEntry, RecommendationIndex

LABELS = 250  # widths and heights are in pixels
ROW = 22
BARS = 84
LETTER = 5.2  # of a slanted label, downwards
ROOM = 560  # for the columns and the last label, before the drawing has to be scrolled
NARROWEST, WIDEST = 26, 52
MOST_TOPICS = 8
MOST_OPEN = 12  # meetings of a chart that is open at first: more are a sight of their own, not an overview
NO_MEETING_LABEL = "No meeting"
FAINTEST, STRONGEST = 0.10, 0.62
MOST_LETTERS = 16  # of the name of a State
MONTH = len("2026-01")


@dataclass(frozen=True, slots=True)
class Column:
    """A meeting, or all documents of none: id and title, a short label, and how many recommendations it has."""

    id: str
    title: str
    label: str
    count: int
    x: float
    bar: float


@dataclass(frozen=True, slots=True)
class Field:
    """How many recommendations of a meeting are on a topic, and how strongly that is coloured."""

    meeting: str
    count: int
    x: float
    opacity: float


@dataclass(frozen=True, slots=True)
class Row:
    """A topic, its number of recommendations, and a field for each meeting that has any."""

    id: str
    label: str
    count: int
    y: int
    fields: tuple[Field, ...]

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """Meetings and their numbers."""
        return tuple((each.meeting, each.count) for each in self.fields)


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing; `rows` are the topics most spoken of, `all_rows` are those of the table that says the same.

    The first `names` pixels of its width are for the names of the topics.
    """

    width: int
    height: int
    column_width: float
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    all_rows: tuple[Row, ...]
    names: int = LABELS
    most_open: int = MOST_OPEN


def draw(index: RecommendationIndex) -> Chart:
    """The chart of an index; meetings without recommendations have no column; the first is for what is of none."""
    counts = Counter(each.meeting or NONE for each in index.recommendations)
    meetings = [each for each in index.meetings if counts[each.id]]
    labels = ({NONE: NO_MEETING_LABEL} if counts[NONE] else {}) | _labels(meetings)
    titles = {NONE: NO_MEETING} | {each.id: meeting_title(each) for each in meetings}
    foot = round(24 + LETTER * max((len(label) for label in labels.values()), default=0))
    width = min(WIDEST, max(NARROWEST, (ROOM - foot) / max(1, len(labels))))
    highest = max(counts.values(), default=1)
    columns = tuple(
        Column(
            id=each,
            title=titles[each],
            label=label,
            count=counts[each],
            x=round(LABELS + at * width, 2),
            bar=round(max(2.0, counts[each] / highest * (BARS - 22)), 2),
        )
        for at, (each, label) in enumerate(labels.items())
    )
    rows = _rows(index, columns)
    shown = rows[:MOST_TOPICS]
    total = round(LABELS + len(columns) * width + foot)
    return Chart(total, BARS + len(shown) * ROW + foot, round(width, 2), columns, shown, rows)


def _rows(index: RecommendationIndex, columns: tuple[Column, ...]) -> tuple[Row, ...]:
    """The topics, the most frequent first."""
    labels: dict[str, str] = {}
    counts: Counter[tuple[str, str]] = Counter()
    totals: Counter[str] = Counter()
    for each in index.recommendations:
        for topic in {topic.id: topic for topic in each.topics}.values():
            labels[topic.id] = topic.label
            counts[topic.id, each.meeting or NONE] += 1
            totals[topic.id] += 1
    highest = max(counts.values(), default=1)
    in_order = sorted(labels, key=lambda topic: (-totals[topic], labels[topic].casefold(), topic))
    return tuple(
        Row(topic, labels[topic], totals[topic], BARS + at * ROW, _fields(topic, counts, columns, highest))
        for at, topic in enumerate(in_order)
    )


def _fields(
    topic: str, counts: Counter[tuple[str, str]], columns: tuple[Column, ...], highest: int
) -> tuple[Field, ...]:
    return tuple(
        Field(each.id, count, each.x, round(FAINTEST + (STRONGEST - FAINTEST) * math.sqrt(count / highest), 3))
        for each in columns
        if (count := counts[topic, each.id])
    )


def _labels(meetings: list[MeetingEntry]) -> dict[str, str]:
    """A few characters for each meeting.

    The State of a review with its year; else, where all meetings are of one body, the year, with the month where a year
    has two; else the id, by which it is known.
    """
    bodies = {each.body for each in meetings if not each.state}
    years = Counter(each.year for each in meetings)
    labels = {}
    for each in meetings:
        year = of_meeting(each).year
        when = str(year) if year else None
        if each.state:
            label = " ".join(part for part in (shortened(each.state, MOST_LETTERS), when) if part)
        elif len(bodies) > 1 or when is None:
            label = each.id
        else:
            label = when if years[each.year] == 1 or each.start is None else each.start[:MONTH]
        labels[each.id] = label
    return labels
