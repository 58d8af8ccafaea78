"""Which encoding a text without a mark is in: of those that it may be, the one in which it reads most like words.

A character beyond ASCII speaks against an encoding where it is no character at all, where a sign stands between two
letters, a capital behind a small letter or a letter of one script beside one of another, and a little where a letter is
none of the language that most of the letters fit.
"""

from __future__ import annotations

import pkgutil
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import islice

UTF_8, USUAL = "utf-8", "cp1252"
LEGACY = {  # by Python's name and the one that people know; where two read alike, the earlier is taken
    "cp1252": "windows-1252",
    "cp1250": "windows-1250",
    "iso8859_2": "ISO 8859-2",
    "cp1251": "windows-1251",
    "cp1256": "windows-1256",
    "gb18030": "GB 18030",
    "koi8_r": "KOI8-R",
    "mac_roman": "Mac Roman",
    "cp850": "code page 850 (DOS)",
    "cp866": "code page 866 (DOS)",
}
JUDGED = 20_000  # characters beyond ASCII that are looked at: more say the same
MOST_AGAINST = 0.3  # of the characters beyond ASCII, for an encoding to be believed
MOST_BAD = 0.05  # of all bytes, for what is in no encoding to be a text nevertheless
DOUBT = 0.02  # so much has to speak for an encoding that is not the first, nor UTF-8: one foreign name changes nothing
ELSEWHERE = 0.25  # how much a letter counts that only other languages of the script have
ESCAPED = re.compile("[\udc80-\udcff]")  # bytes that are no character: see Python's "surrogateescape"

_BEYOND = re.compile(r"[^\x00-\x7f]")
_OPENING, _CLOSING = frozenset("“‘«„‚‹¿¡"), frozenset("”’»›")
_BEHIND_OPENING = frozenset("([.…\xa0") | _OPENING
_BETWEEN_WORDS = frozenset("‐‑‒–—―…\xa0·•")  # and between letters too, as in 1–2 or a·b
_SIGNS = frozenset("§°€£±×÷½¼¾©®™¶†‡¹²³º‰−")
_SCRIPTS = ((0x0250, "latin"), (0x0530, "cyrillic"), (0x0700, "arabic"), (0x1_0000, "han"))  # by where they end
_HAN = re.compile(r"[\u3000-\u303f\uff00-\uffef]")  # its stops and commas
_USUAL_HAN = range(0xB0, 0xD8)  # first bytes of the 3,755 signs of GB 2312 that nearly all texts are written in


def encoding_of(data: bytes) -> str | None:
    """Python's name of the encoding of bytes that are not all UTF-8; None where they are no text.

    By chance hardly any bytes are the letters of several bytes that UTF-8 has: where there are as many of them as bytes
    that are no character, the text is UTF-8.
    """
    beyond, bad = (len(pattern.findall(_decoded(data, UTF_8))) for pattern in (_BEYOND, ESCAPED))
    if bad <= beyond - bad:
        return UTF_8
    usual = (UTF_8, USUAL)
    against = {
        each: _against(_decoded(data, each), each) + (0 if each in usual else DOUBT) for each in (UTF_8, *LEGACY)
    }
    best = min(against, key=lambda each: against[each])  # of equals the first
    if against[best] <= MOST_AGAINST:
        return best
    return UTF_8 if bad <= len(data) * MOST_BAD else None


def _decoded(data: bytes, encoding: str) -> str:
    return data.decode(encoding, "surrogateescape")


def _against(text: str, encoding: str) -> float:
    """What speaks against an encoding, from 0 to 1: of all characters beyond ASCII the share that does not fit."""
    found = list(islice(_BEYOND.finditer(text), JUDGED))
    letters: Counter[str] = Counter()
    misfits = 0.0
    for match in found:
        sign, before, behind = match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if not sign.isalpha() or sign in _SIGNS:
            misfits += not _fits(sign, before, behind)
        elif _script(sign) == "han":
            misfits += encoding == "gb18030" and sign.encode(encoding)[0] not in _USUAL_HAN
        elif _is_odd(sign, before, behind):
            misfits += 1
        else:
            letters[sign.lower()] += 1
    return (misfits + _foreign(letters)) / len(found) if found else 0.0


def _fits(sign: str, before: str, behind: str) -> bool:
    """Whether a sign that is no letter may stand between two others."""
    inside = before.isalpha() and behind.isalpha()
    if sign in _OPENING:
        return not before.isalpha() and (behind.isalnum() or behind in _BEHIND_OPENING)
    if sign in _CLOSING:
        return sign == "’" or (not inside and not before.isspace())
    if sign in _SIGNS:
        return not inside and (before + behind).isascii()
    return sign in _BETWEEN_WORDS or _HAN.match(sign) is not None


def _is_odd(letter: str, before: str, behind: str) -> bool:
    """Whether a letter is a capital in the midst of a word, or stands beside one of another script."""
    if letter.isupper() and before.isalpha() and (before.islower() or behind.islower()):
        return True
    return any(each.isalpha() and _script(each) != _script(letter) for each in (before, behind))


def _foreign(letters: Counter[str]) -> float:
    """How many of the letters are foreign to the language that most of them fit."""
    if not letters:
        return 0.0
    total = sum(letters.values())
    script = max(_alphabets(), key=lambda each: _count(letters, "".join(_alphabets()[each])))
    fitting = max(_count(letters, alphabet) for alphabet in _alphabets()[script])
    known = _count(letters, "".join(_alphabets()[script]))
    return (known - fitting) * ELSEWHERE + total - known


def _count(letters: Counter[str], alphabet: Iterable[str]) -> int:
    return sum(letters[letter] for letter in set(alphabet))


def _script(letter: str) -> str:
    return next((script for end, script in _SCRIPTS if ord(letter) < end), "other")


@cache
def _alphabets() -> dict[str, tuple[str, ...]]:
    """The alphabets of each script."""
    read = (pkgutil.get_data("wgtip_parse", "data/alphabets.toml") or b"").decode()
    return {script: tuple(languages.values()) for script, languages in tomllib.loads(read).items()}
