"""Recommendations by meeting and topic as a drawing: bars for the meetings, below them a field for each topic."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass

from wgtip_parse.emitters.citation import meeting_title
from wgtip_parse.emitters.origins import NO_MEETING, NONE
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
DATED = re.compile(r"(?P<body>.*?)-?(?P<date>\d{4}(?:-\d{2})?)?$")


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
    """A few characters for each meeting: its year, the month where a year has two, the body where there are several."""
    parts = {each.id: DATED.fullmatch(each.id) for each in meetings}
    bodies = {each.id: (part["body"] if (part := parts[each.id]) else each.id) for each in meetings}
    dates = {each.id: ((part["date"] or "") if (part := parts[each.id]) else "") for each in meetings}
    years = Counter((bodies[each.id], dates[each.id][:4]) for each in meetings)
    labels = {}
    for each in meetings:
        when = dates[each.id]
        when = when[:4] if years[bodies[each.id], when[:4]] == 1 else when
        body = bodies[each.id].rpartition("-")[2] if len(set(bodies.values())) > 1 or not when else ""
        labels[each.id] = " ".join(part for part in (body, when) if part)
    return labels
