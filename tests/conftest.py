"""What every test finds: the bundled font, for the programs that draw text beside ours.

A fresh machine has no Liberation Sans; LibreOffice and Graphviz would then draw with a wider
font, and columns that hold their codes would seem too narrow.
"""

import os
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import mkdtemp

import pohon_docs.fonts

_DATA = Path(mkdtemp(prefix="pohon-docs-huruf-"))
# A copy: fontconfig leaves a mark in every folder of fonts that it reads.
copytree(Path(pohon_docs.fonts.__file__).parent, _DATA / "fonts")
os.environ["XDG_DATA_HOME"] = str(_DATA)


def pytest_unconfigure() -> None:
    """Remove the folder of fonts."""
    rmtree(_DATA)
