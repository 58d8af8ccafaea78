"""Indexes made for tests: recommendations with the words and relatives that a case needs."""

from __future__ import annotations

from collections.abc import Iterable

from wgtip_parse.index.model import (
    Addressee,
    Deadline,
    DocumentEntry,
    MeetingEntry,
    Operative,
    PassedOver,
    Place,
    Recommendation,
    RecommendationIndex,
    Similar,
    Topic,
)
from wgtip_parse.model import Subparagraph

# Words that would do harm where they are taken for more than words, in a terminal, a browser, a sheet or Markdown.
HOSTILE = (
    "<script>document.title='run'</script>",
    "</script><script>document.title='run'</script>",
    "<img src=x onerror=\"document.title='run'\">",
    "<!--<script>",
    "]]> &lt;b&gt; &#60; &amp;",
    "{{ 7 * 7 }} {% raw %} ${x}",
    "=cmd|'/C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "'=1+1",
    "\t=1+1",
    "＝1+1",
    "[red]alert[/red]",
    "[a](javascript:alert(1)) ![b](x) <https://x> https://x.example www.x.example a@x.example",
    "\x1b[31mred\x1b[0m \x07 \x9b31m",
    "a | b || c",
    "`code` ``` ~~~ *stars* _lines_ ~~out~~ # ## $x$ ^1^",
    "1. one",
    "- two",
    "===",
    "> three",
    "    four",
    "\\ back \\* slash",
    "\u2028 line \u2029 separators \u202e turned",
    "“quotes” and 'quotes' and \"quotes\"",
    "_x001B_ <u>é</u> Ωmega 漢字 😀",
)


def recommendation(number: str, text: str, meeting: str = "A-2026-01", **changed: object) -> Recommendation:
    """Recommendation of that number and text, without facets unless they are given."""
    fields: dict[str, object] = {
        "id": f"{meeting}-R{number}",
        "meeting": meeting,
        "document": "A/AC.999/2026/L.1",
        "number": number,
        "section": ("Recommendations",),
        "stem": None,
        "text": text,
        "subparagraphs": (),
        "closing": None,
        "addressees": (),
        "operative": None,
        "strength": None,
        "topics": (),
        "references": (),
        "similar": (),
        "same_subject": (),
        "earlier": (),
        "deliberations": (),
        "basis": "heading",
        "deadline": None,
        "from": (),
        "position": None,
        "source": Place(name=f"{meeting}.txt", sha256="0" * 64, span=(0, 9), line=7, page=2),
    }
    return Recommendation.model_validate(fields | changed)


def similar(name: str, score: float) -> Similar:
    """An earlier recommendation of that id that says nearly the same."""
    return Similar(id=name, score=score, exact=False, shared=(), differing=(), strength=None)


def meeting(name: str, year: int, body: str = "Working Group on Samples") -> MeetingEntry:
    """A meeting of three days in January of a year."""
    document = DocumentEntry(
        symbol="A/AC.999/2026/L.1",
        name=f"{name}.txt",
        sha256="0" * 64,
        role="part",
        title=None,
        organ=None,
        body=body,
        date=None,
    )
    start, end = f"{year}-01-05", f"{year}-01-07"
    found = {"organ": None, "state": None, "ordinal": None, "year": year, "place": "Vienna", "start": start, "end": end}
    return MeetingEntry.model_validate({"id": name, "body": body, "documents": (document,), **found})


def document(symbol: str, title: str, date: str | None) -> DocumentEntry:
    """A document that is of no meeting; its file is named by its symbol."""
    named = {"symbol": symbol, "name": f"{symbol}.txt", "sha256": "0" * 64, "role": "final"}
    return DocumentEntry.model_validate({**named, "title": title, "organ": "Assembly", "body": None, "date": date})


def index(
    recommendations: Iterable[Recommendation],
    meetings: Iterable[MeetingEntry] = (),
    documents: Iterable[DocumentEntry] = (),
    passed_over: Iterable[PassedOver] = (),
) -> RecommendationIndex:
    """An index of one meeting in 2026, unless others are given."""
    return RecommendationIndex(
        schema_version=1,
        meetings=tuple(meetings) or (meeting("A-2026-01", 2026),),
        documents=tuple(documents),
        recommendations=tuple(recommendations),
        passed_over=tuple(passed_over),
    )


def without_a_meeting() -> RecommendationIndex:
    """One recommendation of a meeting, three of two documents that are of none, and a passage that was passed over."""
    letter, paper = document("A/78/9", "Letter from Ruritania", "2024-05-06"), document("A/80/1", "A paper", None)
    found = [recommendation("1", "The meeting should act.")]
    for number, of in (("1", letter), ("140.10", letter), ("1", paper)):
        place = Place(name=of.name, sha256=of.sha256, span=(0, 9), line=3, page=None)
        name = f"{of.symbol}-P-{number}".replace("/", ".")
        words = {"meeting": None, "document": of.symbol, "id": name, "source": place}
        found.append(recommendation(number, f"{of.symbol} asks for {number}.", **words))
    passed = PassedOver(
        document="A/80/1", number="2", text="It was said.", reason="a speaker", name=paper.name, span=(0, 1), line=9
    )
    return index(found, documents=(letter, paper), passed_over=(passed,))


def hostile() -> RecommendationIndex:
    """Every hostile text wherever a document's words stand in an index."""
    of = meeting("A-2026-01", 2026)
    files = [of.documents[0].model_copy(update={"name": text, "symbol": text, "title": text}) for text in HOSTILE]
    return index(
        [
            recommendation(
                str(number),
                text,
                section=(text,),
                stem=text,
                subparagraphs=(Subparagraph(marker="a", text=text, subparagraphs=(), span=(0, 1)),),
                closing=text,
                document=text,
                addressees=(Addressee(value=text, evidence=text, span=(0, 1)),),
                operative=Operative(verb=text, evidence=text, span=(0, 1)),
                topics=(Topic(id="topic", label=text, evidence=text),),
                similar=(similar(f"A-2026-01-R{number - 1}", 90.5),) if number > 1 else (),
                deadline=Deadline(text=text, date=None),
                source=Place(name=text, sha256="0" * 64, span=(0, 1), line=1, page=None),
                **{"from": (text,)},
            )
            for number, text in enumerate(HOSTILE, start=1)
        ],
        [of.model_copy(update={"state": "Ruritania", "documents": tuple(files)})],
        passed_over=[
            PassedOver(document=text, number=text, text=text, reason=text, name=text, span=(0, 1), line=1)
            for text in HOSTILE
        ],
    )
