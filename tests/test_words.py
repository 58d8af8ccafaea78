"""Words in one place: no word of a language stands in a pattern, a set or a comparison, and every name is used."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.test_words_of_the_parser import NEEDED
from wgtip_parse import ordinals
from wgtip_parse import words as package
from wgtip_parse.words import KNOWN, words

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "wgtip_parse"
GRAMMARS = ROOT / "grammars"
SCANNED = sorted(
    [
        *(path for folder in ("parser", "readers", "index") for path in (SOURCE / folder).rglob("*.py")),
        *(
            SOURCE / name
            for name in (
                "bodies.py",
                "collection.py",
                "documents.py",
                "labels.py",
                "membership.py",
                "ordinals.py",
                "sessions.py",
                "states.py",
            )
        ),
    ]
)

# What is no word of a language, by file and with a reason.
EXCEPTIONS = {
    "parser/table.py": "lark terminals",
    "collection.py": "file",  # what a document without a symbol is known by
    "index/facets/references.py": "RES DEC",  # parts of a document symbol, the same in all languages
    "index/facets/vocabularies.py": "topics trafficking toml",  # names of our own files
    "parser/numbering.py": "capitals figures letters roman",  # names of series
    "parser/parser.py": "furniture footnote rule",  # kinds of leaves, in the contract
    "readers/__init__.py": "doc docm htm html pdf rtf txt xml",  # suffixes of files
    "readers/akn/body.py": """authorialNote bold class content docketNumber eol href italic marker meta noteRef num
        src startQuote subheading sup table value""",  # Akoma Ntoso's elements and attributes
    "readers/akn/headings.py": "IVXLC",  # Roman numerals
    "readers/akn/xml.py": "DOCTYPE depth",  # XML's declaration, and what its parser says
    "readers/backlinks.py": "div element end foot mso note",  # of HTML, and of styles that Word writes into it
    "readers/encodings.py": """DOS ISO KOI Mac Roman arabic code cyrillic iso koi latin mac
        page roman windows""",  # of encodings and scripts
    "readers/html.py": """abbr audio bdi bdo big button cite code del dfn display font form head hidden iframe input ins
        kbd label mark nav none noscript object samp script select small span strike strong style sub sup svg table
        template textarea time var video visibility all character comment element hide ignore list mso
        special""",  # HTML's elements, and styles
    "readers/kinds.py": """DOCTYPE akomaNtoso body content div doctype head html meta rels rtf span table
        title xml""",  # what files begin with, and names of parts in archives
    "readers/numerals.py": "decimalZero russianLower russianUpper",  # Word's formats of numbers
    "readers/office.py": """UserInstallation WordDocument convert docx env headless libreoffice
        norestore outdir soffice""",  # OLE's streams, and LibreOffice's command line
    "readers/odt/__init__.py": """first""",  # OpenDocument's elements
    "readers/odt/names.py": """alphabetical bibliography body cell citation content covered drawing group header
        illustration index item list note numbered object office paragraph row rows
        table title user""",  # the same
    "readers/odt/numbering.py": """bullet image level list outline style""",  # the same
    "readers/odt/paragraphs.py": """annotation body break change changes citation end forms hidden line note placeholder
        ruby script start tab text tracked""",  # the same
    "readers/odt/revisions.py": """changed deletion insertion region""",  # the same
    "readers/odt/styles.py": """automatic oblique styles super""",  # the same, and their values
    "readers/pdf/characters.py": "bats black bold dings heavy ital obliq symbol",  # names of fonts
    "readers/pdf/glyphs.py": """BaseFont Differences Encoding First ObjStm Type endobj endstream ffi ffl obj stream
        uni""",  # PDF's names, and names of glyphs
    "readers/pdf/guard.py": "PYTHONPATH",  # a variable of the environment
    "readers/pdf/legibility.py": "AEIOUYaeiouy bcdfghjklmnpqrstvwxz ufffd",  # vowels, consonants, a lost character
    "readers/pdf/ocr.py": "LIMIT OMP THREAD dpi stdin stdout tsv",  # how Tesseract is called
    "readers/pdf/pages.py": """encrypted and password opens way that not known here""",  # a message for people
    "readers/pdf/shares.py": """affinity counters flags job least memory most peak priority process processes scheduling
        set time working""",  # fields of a structure
    "readers/pdf/words.py": "ffi ffl",  # letterforms
    "readers/rtf.py": "cell deleted fldinst fonttbl footerf header headerf intbl nestcell par pard",  # RTF's words
    "readers/word/fields.py": "AUTONUM AUTONUMLGL AUTONUMOUT LISTNUM outlinedefault",  # Word's fields and lists
    "readers/word/names.py": """bdo customXml del dir fldSimple hyperlink ins moveFrom moveTo pPr pStyle rPr rStyle ruby
        rubyBase sdt sdtContent sdtPr smartTag tbl""",  # WordprocessingML's elements
    "readers/word/package.py": "External word",  # a part of the package
    "readers/word/paragraphs.py": """begin delText drawing endnote endnoteReference fldChar footnote footnoteReference
        instrText noBreakHyphen object pict ptab separate sym tab true""",  # WordprocessingML's elements and values
    "readers/word/properties.py": """false framePr numPr off outlineLvl pPrChange superscript tabs vanish
        vertAlign""",  # the same
    "readers/word/styles.py": "Title heading",  # names of styles
}
NO_DOCUMENT = (  # SQL; elements of Akoma Ntoso; what other files are and what is wrong in them, for people
    "index/narrowing.py",
    "index/query.py",
    "index/rows.py",
    "index/schema.py",
    "index/store.py",
    "readers/akn/names.py",
    "readers/akn/slips.py",
    "readers/foreign.py",
)

WORD = re.compile(r"[A-Za-z]{3,}")
SYNTAX = re.compile(  # what in a pattern is no word: names of groups, flags, escapes, classes of characters, <<names>>
    r"\(\?P[<=]\w+[>)]|\(\?[aimsux-]+[:)]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|<<\w+>>"
)
TESTS = ("startswith", "endswith", "removeprefix", "removesuffix")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def table(language: str) -> dict[str, dict[str, object]]:
    return tomllib.loads((Path(package.__file__).parent / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def ours() -> frozenset[str]:
    """Names of the program: of words, of the grammar, of fields and values of a `Literal`; or what is said twice."""
    names = {name for section in table("en").values() for name in section}
    names |= {name for path in GRAMMARS.glob("*.lark") for name in re.findall(r"\b[A-Z_]+\b|^\??\w+", path.read_text())}
    said: Counter[str] = Counter()
    for node in (node for path in (SOURCE / "model.py", *SCANNED) for node in ast.walk(tree(path))):
        match node:
            case ast.AnnAssign(target=ast.Name(id=name)):
                names.add(name)
            case ast.Subscript(value=ast.Name(id="Literal"), slice=values):
                names.update(strings(values))
            case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__")], value=values):
                names.update(strings(values))
            case ast.Constant(value=str(text)):
                said[text] += 1
    return frozenset(names | {text for text, times in said.items() if times > 1})


def strings(node: ast.AST | None, module: ast.Module | None = None) -> Iterator[str]:
    """The strings that a literal is made of; those behind a name, where the module in which it is given is known."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.Constant(value=bytes(data)):
            yield data.decode("latin-1")
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split")):
            yield from text.split()
        case ast.Name(id=name) if module is not None:
            for given in module.body:
                if isinstance(given, ast.Assign) and isinstance(each := given.targets[0], ast.Name) and each.id == name:
                    yield from strings(given.value, module)
        case ast.Tuple() | ast.List() | ast.Set() | ast.Dict() | ast.BinOp() | ast.JoinedStr() | ast.FormattedValue():
            for inner in ast.iter_child_nodes(node):
                yield from strings(inner, module)


def compared(module: ast.Module) -> Iterator[str]:
    """What documents are compared with: patterns without their syntax; sets and operands that are no names of ours."""
    named: list[ast.AST | None] = []
    for node in ast.walk(module):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re")), args=[pattern, *_]):
                yield from (SYNTAX.sub(" ", text) for text in strings(pattern, module))
            case ast.Call(func=ast.Attribute(attr=test), args=[operand, *_]) if test in TESTS:
                yield from strings(operand)
            case ast.Compare(left=left, comparators=others):
                named += (left, *others)
            case ast.Call(func=ast.Attribute(value=ast.Constant(), attr="split")):
                named.append(node)
            case ast.Tuple() | ast.List() | ast.Set() | ast.Dict():
                named.append(node)
    yield from (text for node in named for text in strings(node) if text not in ours())


def left_in(path: Path) -> list[str]:
    """The words of a language in a file, but for the exceptions."""
    name = path.relative_to(SOURCE).as_posix()
    excepted = EXCEPTIONS.get(name, "").split()
    return sorted({word for text in compared(tree(path)) for word in WORD.findall(text)} - {*excepted})


@pytest.mark.parametrize("path", SCANNED, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_word_of_a_language_stands_in_a_file(path: Path) -> None:
    name = path.relative_to(SOURCE).as_posix()
    if name not in NO_DOCUMENT:
        assert not left_in(path), left_in(path)


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_every_exception_stands_in_its_file(name: str) -> None:
    texts = [text for node in ast.walk(tree(SOURCE / name)) for text in strings(node)]
    assert set(EXCEPTIONS[name].split()) <= set(WORD.findall(" ".join(texts)))


@pytest.mark.parametrize(
    "code",
    [
        'A = re.compile(r"(?P<annex>Annex)\\b")',
        'HEAD = r"Committee|Board"\nA = re.compile(rf"{HEAD}s?")',
        'A = frozenset(("whereas",))',
        'A = set("whereas thereby".split())',
        'A = {"Sir Humphrey": 1}',
        'text == "Whereas"',
        '"whereas" in text',
        'text.startswith(("Whereas", "Having"))',
    ],
)
def test_a_word_is_found_wherever_documents_are_compared_with_it(code: str) -> None:
    assert [word for text in compared(ast.parse(code)) for word in WORD.findall(text)]


def test_names_of_the_program_and_syntax_are_no_words() -> None:
    code = 'A = re.compile(r"(?P<number>\\d)[a-z]{2}\\btwo\\b" if 0 else r"<<annex>>")\nblock.kind == "recommendation"'
    assert [word for text in compared(ast.parse(code)) for word in WORD.findall(text)] == []


@pytest.mark.parametrize("language", KNOWN)
def test_every_pattern_of_a_language_compiles(language: str) -> None:
    known, sections = words(language), table(language)
    for name, pattern in (sections.get("shapes", {}) | sections["patterns"]).items():
        assert getattr(known, name).pattern == known.filled(str(pattern))
    assert all(known.told(name, "") is None for name in sections["tables"])


@pytest.mark.parametrize("language", KNOWN)
def test_every_language_has_the_names_of_the_parser_and_none_that_english_lacks(language: str) -> None:
    own, english = table(language), table("en")
    shapes = {*english["shapes"]}
    assert {*NEEDED} - shapes - {name for section in ("lists", "patterns") for name in own[section]} == set()
    for section in ("words", "lists", "tables"):
        assert {*own[section]} - {*english[section]} == set()
    parts = {name for pattern in own["patterns"].values() for name in re.findall(r"<<(\w+)>>", pattern)}
    assert {*own["patterns"]} - {*english["patterns"]} - shapes - parts == set()
    inside = [name for section in ("lists", "patterns", "tables") for name in own[section]]
    assert len({*inside}) == len(inside)


@pytest.mark.parametrize("language", KNOWN)
def test_what_a_language_leaves_out_matches_nothing(language: str) -> None:
    known = words(language)
    for name in {*table("en")["patterns"]} - {*table(language)["patterns"]}:
        assert not getattr(known, name).search("Recommendation 1\nThe Committee calls upon States to act.")
    assert all(known.listed(name) == [] for name in {*table("en")["lists"]} - {*table(language)["lists"]})


@pytest.mark.parametrize("language", KNOWN)
def test_a_pattern_of_a_language_has_the_groups_that_the_program_asks_for(language: str) -> None:
    asked = {*NEEDED} | {"ordinal_number", "recommendation_line", "recommendation_text", "reports_a_session"}
    for name in {*table(language)["patterns"]} & {*table("en")["patterns"]} & asked:
        assert not {*getattr(words(), name).groupindex} - {*getattr(words(language), name).groupindex}, name


@pytest.mark.parametrize(
    ("language", "said", "number"),
    [
        ("ar", "الدورة التاسعة والسبعون", 79),
        ("ar", "الاجتماع الحادي عشر", 11),
        ("es", "Septuagésimo noveno período de sesiones", 79),
        ("es", "Vigésima segunda reunión", 22),
        ("fr", "Soixante-dix-neuvième session", 79),
        ("fr", "1re séance", 1),
        ("ru", "Семьдесят девятая сессия", 79),
        ("ru", "Третье совещание", 3),
        ("zh", "第七十九届会议", 79),
    ],
)
def test_ordinals_of_sessions_are_read(language: str, said: str, number: int) -> None:
    assert ordinals.parse(said, words(language)) == number


def test_every_name_is_used() -> None:
    places = [*SOURCE.rglob("*.py"), *GRAMMARS.glob("*.lark"), Path(package.__file__).parent / "en.toml"]
    used = set(
        re.findall(r"<<(\w+)>>|\.(\w+)|\"(\w+)\"", "\n".join(path.read_text(encoding="utf-8") for path in places))
    )
    names = {name for section in table("en").values() for name in section}
    assert names - {name for found in used for name in found} == set()


def test_a_language_without_a_file_has_the_words_of_english() -> None:
    assert words("tlh") is words("en")
