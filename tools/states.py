"""Make src/wgtip_parse/data/states.toml from the United Nations' own list of States, as hdx-python-country carries it.

    pip download --no-deps --dest build hdx-python-country==4.2.5
    python tools/states.py build/hdx_python_country-4.2.5-py3-none-any.whl > src/wgtip_parse/data/states.toml

Kept of each State are its short and its formal name in English, which the list has from the UN's terminology database.
"""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile

TABLE = "hdx/location/Countries & Territories Taxonomy MVP - C&T Taxonomy.csv"
ARTICLE = "the "
HEADER = """\
# The States of the world, by the United Nations' terminology database: short and formal names in English. Made by
# tools/states.py (which says how) from the Countries & Territories Taxonomy in hdx-python-country 4.2.5, by the
# Centre for Humanitarian Data of the UN's OCHA. What else documents call them is in state_names.toml.
#
# hdx-python-country: The MIT License, Copyright (c) 2016 Michael Rans. Permission is hereby granted, free of charge,
# to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the
# Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
# distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished
# to do so, subject to the following conditions: The above copyright notice and this permission notice shall be
# included in all copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF
# ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR
# PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR
# OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
# SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.

[states]
"""


def main(wheel: str) -> None:
    """Print the States of a wheel of hdx-python-country as TOML: short name = formal name."""
    with zipfile.ZipFile(wheel) as package:
        rows = csv.DictReader(io.StringIO(package.read(TABLE).decode("utf-8")))
        states = {row["English Short"]: row["English Formal"] for row in rows if row["Appears in UNTERM list"] == "Y"}
    print(HEADER, end="")
    for short, formal in sorted(states.items()):
        print(f"{_text(short)} = {_text(formal.removeprefix(ARTICLE))}")


def _text(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
