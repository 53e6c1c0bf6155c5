"""The bundled font as the only one that a program of another maker sees, also as Arial.

It has Arial's widths; what fonts a machine has decides nothing then.
"""

import os
from pathlib import Path

from pohon_docs.layout.scene import Face
from pohon_docs.layout.text import font_file

_SETTINGS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir>
<alias binding="same"><family>Arial</family>
<prefer><family>Liberation Sans</family></prefer></alias></fontconfig>"""


def environment(folder: Path) -> dict[str, str]:
    """Return the variables of a process that sees no font but the bundled one."""
    settings = folder / "fonts.conf"
    fonts = Path(font_file(Face.REGULAR)).parent
    settings.write_text(_SETTINGS.format(fonts=fonts, cache=folder / "huruf"))
    return os.environ | {"FONTCONFIG_FILE": str(settings)}
