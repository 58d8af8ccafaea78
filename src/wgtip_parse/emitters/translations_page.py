"""A report in several languages as one HTML page that needs nothing but itself: columns to choose, filters, print.

Without a script it shows everything. Each column says its language and direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wgtip_parse.emitters import standalone
from wgtip_parse.placed import Placed
from wgtip_parse.translations import NOUNS, RIGHT_TO_LEFT, Translations, summary

NAMES = {"ar": "العربية", "en": "English", "es": "Español", "fr": "Français", "ru": "Русский", "zh": "中文"}


def emit_page(translations: Translations, differences: Sequence[Placed]) -> Iterator[bytes]:
    """The page, in UTF-8."""
    symbols = list(dict.fromkeys(filter(None, translations.symbols)))
    page = standalone.page(
        "translations.html.jinja",
        standalone.template("page.css") + standalone.template("translations.css"),
        standalone.template("translations.js"),
        title=", ".join(symbols or translations.names),
        summary=summary(translations),
        columns=[*_columns(translations)],
        rows=[
            {"row": row, "noun": NOUNS[row.kind], "told": [*translations.of_row(at)]}
            for at, row in enumerate(translations.rows)
        ],
        nouns=list(dict.fromkeys(NOUNS[row.kind] for row in translations.rows)),
        differences=differences,
    )
    yield page.encode("utf-8", "replace")


def _columns(translations: Translations) -> Iterator[dict[str, str]]:
    twice = len(set(translations.languages)) < len(translations.languages)
    for language, name in zip(translations.languages, translations.names, strict=True):
        called = NAMES.get(language, language)
        direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
        yield {"language": language, "direction": direction, "called": f"{called} ({name})" if twice else called}
