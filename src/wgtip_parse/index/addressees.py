"""Whom words ask to act: who stands before "should" and behind "requests", in the order of the words.

`of_sentence(text, start, end, known)` gives those of one sentence, `of_statement` those of a recommendation with its
stem and items.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from wgtip_parse.index import actors, sentences
from wgtip_parse.index.actors import Named
from wgtip_parse.index.operative import Form, forms
from wgtip_parse.index.phrases import Chunker, tokens
from wgtip_parse.words import Words

LONGEST_OBJECT = 160  # characters between ", and" and "to act"
WORD_BEFORE = 16  # characters, of the word before "to"

ASKED = ("modal", "wish", "passive")  # forms before which stands who is to act

Span = tuple[int, int]
Reading = Callable[[str, int, int, Words], list[Named]]


def of_statement(text: str, starts: Sequence[int], lead: int, known: Words) -> list[Named]:
    """The addressees of a recommendation: of its stem, unless an item names its own; else of its text or its items.

    `starts` are where its pieces begin in the text, `lead` is where its own text begins behind the stem. Who must act,
    or is said to be right to, is asked where nobody else is.
    """
    pieces = [*zip(starts, (*(start - 1 for start in starts[1:]), len(text)), strict=True)]
    stem = [piece for piece in pieces if piece[0] < lead]
    own = pieces[len(stem) :]
    return next(filter(None, (_read(text, stem, own, of, known) for of in (of_sentence, _of_argument))), [])


def of_sentence(text: str, start: int, end: int, known: Words) -> list[Named]:
    """The addressees of a sentence: behind the verbs that ask; where it has none, before "should" and its like."""
    found = forms(text, known, start, end)
    asking = [form for form in found if form.leads and _has_object(text, form, end, known)]
    behind = [each for form in asking for each in _object(text, form, (_limit(form, asking, end), end), known)]
    return _once(
        behind or _before(text, start, end, [each for each in found if each.kind in ASKED and each.leads], known)
    )


def _of_argument(text: str, start: int, end: int, known: Words) -> list[Named]:
    """Who must do something, or is said to be right to."""
    found = [form for form in forms(text, known, start, end) if form.kind in ("need", "modal")]
    return _once(_before(text, start, end, found, known))


def _read(text: str, stem: Sequence[Span], own: Sequence[Span], of: Reading, known: Words) -> list[Named]:
    if stem:
        return _of_item(text, stem[-1], own, of, known)
    named = _of_piece(text, own[0], of, known)
    if named and text[: own[0][1]].endswith(":"):
        return _once((*named, *(each for piece in own[1:] for each in _by_itself(text, piece, known))))
    of_items = [
        each for piece in own[1:] for each in _of_piece(text, piece, of, known) or _going_on(text, piece, known)
    ]
    return _once((*named, *of_items))


def _of_item(text: str, stem: Span, own: Sequence[Span], of: Reading, known: Words) -> list[Named]:
    """The addressees of an item and its stem, whose last sentence goes on into the item."""
    itself = _by_itself(text, own[0], known) if own else []
    if itself:
        return itself
    last = sentences.last(text, *stem, known)
    first = sentences.first(text, *own[0], known) if own else stem
    return (
        of(text, *last, known)
        or of(text, last[0], first[1], known)
        or _laid_before(text, last, known)
        or _once(each for piece in own for each in _of_piece(text, piece, of, known))
        or _of_piece(text, stem, of, known)
    )


def _of_piece(text: str, piece: Span, of: Reading, known: Words) -> list[Named]:
    return _once(each for sentence in sentences.spans(text, *piece, known) for each in of(text, *sentence, known))


def _going_on(text: str, piece: Span, known: Words) -> list[Named]:
    """Those whom an item begins with that goes on where a text has stopped: "<recommended:> Member States to act"."""
    if not text[: piece[0] - 1].endswith(":") and not text[: piece[0] - 1].endswith(";"):
        return []
    start, end = sentences.first(text, *piece, known)
    infinitive = _infinitive(text, start, end, known)
    found = actors.named(text, start, infinitive, known) if infinitive is not None else []
    return found or _acting(text, start, end, known)


def _by_itself(text: str, piece: Span, known: Words) -> list[Named]:
    """The subject of "should" and its like with which an item begins."""
    start, end = sentences.first(text, *piece, known)
    form = next((form for form in forms(text, known, start, end) if form.kind in ASKED), None)
    if form is None or known.passive.match(text, form.end, end):
        return []
    return actors.named(text, start, form.start, known)


def _laid_before(text: str, sentence: Span, known: Words) -> list[Named]:
    """Before whom recommendations are laid: "for consideration by the Commission:"."""
    match = known.laid_before.search(text, *sentence)
    return actors.named(text, *match.span("whom"), known) if match else []


def _has_object(text: str, form: Form, end: int, known: Words) -> bool:
    """Whether who is to act stands behind a form: "requests", "it is recommended that"."""
    return form.kind == "active" or (
        form.kind == "passive" and known.that_follows.match(text, form.end, end) is not None
    )


def _limit(form: Form, asking: Iterable[Form], end: int) -> int:
    return next((other.start for other in asking if other.start > form.start), end)


def _once(found: Iterable[Named]) -> list[Named]:
    """Each once; one that is named again in short is not another: "the Council" behind "the Security Council"."""
    out: list[Named] = []
    for each in found:
        if not any(_names(other.value, each.value) for other in out):
            out.append(each)
    return out


def _names(whole: str, part: str) -> bool:
    return f" {whole.casefold()} ".find(f" {part.casefold()} ") >= 0


def _before(text: str, start: int, end: int, found: Sequence[Form], known: Words) -> Iterator[Named]:
    for before, form in pairwise((None, *found)):
        if form is not None:
            yield from _subject(text, form, before.end if before else start, end, known)


def _subject(text: str, form: Form, start: int, end: int, known: Words) -> list[Named]:
    """Who stands before a form: from where the sentence begins, or a clause of it."""
    if form.kind == "modal" and (passive := known.passive.match(text, form.end, end)):
        return _agent(text, passive.end(), end, known)
    for clause in (start, *(mark.end() for mark in known.opens_another_clause.finditer(text, start, form.start))):
        if found := actors.named(text, clause, form.start, known):
            return found
    same = known.same_subject.search(text, start, form.start)
    return actors.named(text, start, same.start(), known) if same else []


def _agent(text: str, start: int, end: int, known: Words) -> list[Named]:
    """By whom something is to be done: "should be provided by the Secretariat"."""
    match = known.by_agent.match(text, start, end)
    return actors.first_named(text, match.end(), end, known) if match else []


def _object(text: str, form: Form, ends: Span, known: Words) -> Iterator[Named]:
    """Who stands behind a verb that asks: "request the Secretary-General and Member States to", "recommend that".

    `ends` are those of the words up to the next verb that asks, and of the sentence.
    """
    end = ends[0]
    if that := known.that_follows.match(text, form.end, end):
        whom = actors.asked(text, *that.span("whom"), known) if that["whom"] else []
        yield from _acting(text, that.end(), end, known) or whom
        return
    to = known.to_asked.match(text, form.end, end)
    start = to.end() if to else form.end + (text[form.end : end].startswith(":"))
    colon = text.find(":", start, end)
    infinitive = _infinitive(text, start, colon if colon >= 0 else end, known)
    stop = infinitive if infinitive is not None else colon if colon >= 0 else None
    if stop is None and end < ends[1]:  # "urges States, and invites donors, to act"
        yield from actors.named(text, start, end, known)
    if stop is None:
        return
    trusted = to is not None or form.verb not in (known.word("recommend"), known.word("call_for"))
    found = (actors.asked if trusted else actors.named)(text, start, stop, known)
    yield from found
    if found and infinitive is not None:
        yield from _more(text, infinitive, end, known)


def _more(text: str, start: int, end: int, known: Words) -> Iterator[Named]:
    """Others who are asked by the same verb: "calls on States to act, and donors to pay"."""
    for joined in known.and_others.finditer(text, start, end):
        infinitive = _infinitive(text, joined.end(), end, known)
        if infinitive is not None and infinitive - joined.end() < LONGEST_OBJECT:
            yield from actors.named(text, joined.end(), infinitive, known)


def _infinitive(text: str, start: int, end: int, known: Words) -> int | None:
    """Where "to act" begins, behind those who are to act."""
    found = [
        match
        for match in known.infinitive.finditer(text, start, end)
        if not known.before_other_infinitive.search(text, max(start, match.start() - WORD_BEFORE), match.start())
    ]
    sure = (match for match in found if match["verb"] in known.known("base_verbs"))
    match = next(sure, found[0] if found else None)
    return match.start() if match else None


def _acting(text: str, start: int, end: int, known: Words) -> list[Named]:
    """The subject of a clause behind "that", which ends before its verb: "that the Assembly approve"."""
    words = tokens(text, start, end)
    chunker = Chunker(text, words, known)
    for at, word in enumerate(words):
        if word.text == ":":
            return actors.named(text, start, word.start, known)
        if at == 0 or not chunker.is_verb(at):
            continue
        passive = known.passive.match(text, word.start - 1, end)
        if passive:
            return _agent(text, passive.end(), end, known)
        if found := actors.named(text, start, word.start, known):
            return found
    unknown = (at for at in range(1, len(words)) if chunker.acts_by_itself(at - 1) and words[at].text.islower())
    verb = next((at for at in unknown if not chunker.ends_phrase(at)), None)
    return actors.named(text, start, words[verb].start, known) if verb else []
