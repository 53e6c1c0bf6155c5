"""The official codes of program, kegiatan and sub kegiatan: their form, level and parent.

Kepmendagri 900.1.15.5-1317/2023 writes `7.01.02.2.03.0001`: urusan, bidang, program,
kegiatan (`2.03`) and sub kegiatan of four digits, two in the older decrees.
"""

import re
import unicodedata
from dataclasses import dataclass

from pohon_docs.model import Jenis
from pohon_docs.remembering import remembered

_CODE = re.compile(
    r"^(?P<urusan>\d|X)\.(?P<bidang>\d{1,2}|XX)\.(?P<program>\d{1,2})"
    r"(?:\.(?P<kewenangan>0?[1-8])\.(?P<kegiatan>\d{1,2})(?:\.(?P<sub>\d{1,4}))?)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Kode:
    """An official code in its standard form, what it is a code of, and its parent's code."""

    teks: str
    jenis: Jenis
    induk: str | None
    placeholder: bool


@remembered
def official(text: str) -> Kode | None:
    """Read an official code, or return None; `7.1.1.02.3.1` is `7.01.01.2.03.0001`."""
    plain = unicodedata.normalize("NFKC", text)
    found = _CODE.match(re.sub(r"\s+", "", plain).strip(".'"))
    if not found:
        return None
    part = found.groupdict()
    placeholder = "X" in f"{part['urusan']}{part['bidang']}".upper()
    bidang = part["bidang"].upper() if placeholder else part["bidang"].zfill(2)
    program = f"{part['urusan'].upper()}.{bidang}.{part['program'].zfill(2)}"
    if part["kegiatan"] is None:
        return Kode(program, Jenis.PROGRAM, None, placeholder)
    kegiatan = f"{program}.{part['kewenangan'].lstrip('0')}.{part['kegiatan'].zfill(2)}"
    if part["sub"] is None:
        return Kode(kegiatan, Jenis.KEGIATAN, program, placeholder)
    return Kode(f"{kegiatan}.{part['sub'].zfill(4)}", Jenis.SUB_KEGIATAN, kegiatan, placeholder)
