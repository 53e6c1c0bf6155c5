"""The emblem that a plan names: a picture beside its workbook, or a finding why it isn't used."""

from pathlib import Path

from pohon_docs.beside import named_file
from pohon_docs.issue import Issue, Severity
from pohon_docs.model import Rencana

_LARGEST = 5_000_000
"""Bytes above which a picture would make every document too large to send."""


def read_emblem(rencana: Rencana, workbook: Path) -> tuple[bytes, tuple[Issue, ...]]:
    """Return the emblem's file and nothing to say, or nothing and a finding at the plan's Logo."""
    from pohon_docs.writers.docx import is_emblem  # noqa: PLC0415 (loads what only building needs)

    name = rencana.identitas.logo
    if not name:
        return b"", ()
    path = named_file(workbook, name)
    if path is None:
        message = f'berkas logo "{name}" tidak ada di samping buku kerja'
        return b"", (_finding(rencana, message, "Taruh gambarnya di folder buku kerja ini."),)
    content = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    if not is_emblem(content):
        message = f'berkas logo "{name}" bukan gambar PNG atau JPEG yang utuh, paling besar 5 MB'
        return b"", (_finding(rencana, message, "Simpan ulang gambarnya sebagai PNG."),)
    return content, ()


def _finding(rencana: Rencana, message: str, hint: str) -> Issue:
    ref = dict(rencana.identitas.refs)["logo"]
    return Issue("IDENTITAS-21", Severity.PERINGATAN, message, ref, hint)
