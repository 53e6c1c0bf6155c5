"""What titles and headings say of a plan: its unit, its pemda, its years."""

from pohon_docs.identitas import Identitas

_UNKNOWN = "…"
"""Stands where a title names what the plan doesn't say, as a gap to be filled by hand."""


def fields(identitas: Identitas) -> dict[str, str]:
    """Return what titles and headings may name: unit, pemda, period and the Renja's year."""
    year = identitas.tahun_renja
    known = {
        "unit": identitas.nama_perangkat_daerah,
        "pemda": identitas.pemerintah_daerah,
        "periode": identitas.periode,
        "tahun": str(year) if year else "",
        "tahun_depan": str(year + 1) if year else "",
    }
    return {name: text or _UNKNOWN for name, text in known.items()}
