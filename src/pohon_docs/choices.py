"""What a plan or a style asks for that the program doesn't have: packs, options, rules."""

from pathlib import Path

from pohon_docs import styles
from pohon_docs.catalogue import catalogue
from pohon_docs.documents._options import read_options
from pohon_docs.issue import Issue, Severity
from pohon_docs.looks import StyleError
from pohon_docs.model import Rencana
from pohon_docs.packs import OPTIONS, Dokumen, names_for
from pohon_docs.styles import Style


def usable_style(name: str, folder: Path) -> Style:
    """Return a style that changes only rules that there are; raises StyleError."""
    style = styles.load(name, folder)
    if unknown := sorted(style.aturan.keys() - catalogue().keys()):
        codes = ", ".join(unknown)
        raise StyleError(f"{style.nama}.toml: aturan {codes} tidak dikenal; lihat docs/aturan.md.")
    return style


def unknown_packs(rencana: Rencana) -> tuple[Issue, ...]:
    """Report regulations that the plan's identity asks for and the program doesn't have."""
    asked: tuple[tuple[str, Dokumen], ...] = (
        ("regulasi_renstra", "renstra"),
        ("regulasi_renja", "renja"),
    )
    return tuple(
        unknown(rencana, field, name, f"Tulis salah satu: {', '.join(names_for(document))}.")
        for field, document in asked
        if (name := getattr(rencana.identitas, field)) and name not in names_for(document)
    )


def unknown_options(rencana: Rencana) -> tuple[Issue, ...]:
    """Report options of tables that the plan's identity asks for and no table has."""
    known = ", ".join(name.replace("_", " ") for name in OPTIONS)
    hint = f'Tulis satu atau lebih dari: {known}; "tanpa" di depannya meniadakan.'
    vain = read_options(rencana.identitas.pilihan_tabel).unknown
    return tuple(unknown(rencana, "pilihan_tabel", text, hint) for text in vain)


def unknown(rencana: Rencana, field: str, asked: str, hint: str) -> Issue:
    """Report what a field of the identity asks for and nothing is named."""
    ref = dict(rencana.identitas.refs)[field]
    message = f'{field.replace("_", " ")} "{asked}" tidak dikenal'
    return Issue("IDENTITAS-04", Severity.PERINGATAN, message, ref, hint)
