"""Checks against the official list: unknown codes, other names, older codes, other units."""

from collections.abc import Iterator

from pohon_docs.codes import official
from pohon_docs.indikator import Indikator
from pohon_docs.model import KOMPONEN, Jenis, Node, Rencana
from pohon_docs.nomenclature import Nomenklatur, Resmi
from pohon_docs.rules import Found
from pohon_docs.rules._names import bare, difference, differs, shortened
from pohon_docs.rules._text import Said, folded, tokens, written_out
from pohon_docs.rules._units import same_unit
from pohon_docs.source import Ref


def unknown_codes(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Find codes that the official list, which covers them, doesn't hold."""
    named = {bare(tokens(one.nama)): one for one in resmi.entri}
    for node, entry in _coded(rencana, resmi):
        if entry is None and resmi.covers(node.kode) and not resmi.successor(node.kode):
            near = named.get(bare(written_out(node.uraian)))
            advice = f'Nama ini berkode {near.kode} ("{near.nama}").' if near else ""
            message = f"kode {node.kode} tidak ada dalam nomenklatur resmi"
            yield Found(node.at("kode"), message, advice)


def outdated_codes(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Find codes that another code has replaced."""
    for node, entry in _coded(rencana, resmi):
        new = resmi.successor(node.kode)
        if new and (entry is None or folded(entry.nama) != folded(node.uraian)):
            message = f"kode {node.kode} sudah diganti"
            yield Found(node.at("kode"), message, f'Pakai {new.kode} "{new.nama}".')


def other_names(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Find names that differ from the official ones beyond case, marks and abbreviations."""
    for node, entry in _coded(rencana, resmi):
        if node.uraian and entry and not resmi.successor(node.kode) and _differs(node, entry):
            said = difference(bare(written_out(node.uraian)), bare(written_out(entry.nama)))
            message = f"nama {node.kode} berbeda dari nomenklatur ({said})"
            yield Found(node.at("uraian"), message, f'Nama resminya "{entry.nama}".')


def shortened_names(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Find official names that are written with abbreviations or without the word Program."""
    for node, entry in _coded(rencana, resmi):
        if entry is None or not node.uraian or _differs(node, entry):
            continue
        if shortened(node.uraian, entry.nama):
            said = difference(tokens(node.uraian), tokens(entry.nama))
            message = f"nama {node.kode} tidak persis nama resminya ({said})"
            yield Found(node.at("uraian"), message, f'Tulis "{entry.nama}".')


def rewritten(rencana: Rencana, resmi: Nomenklatur) -> frozenset[Ref]:
    """Return the cells whose whole text a finding gives: official names and results."""
    checks = (other_names, shortened_names, other_results)
    found = (one for check in checks for one in check(rencana, resmi))
    return frozenset(ref for one in found for ref in (one.ref, *one.related))


def other_units(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Find sub kegiatan whose first indicator isn't counted in the official unit."""
    for node, entry in _coded(rencana, resmi):
        if entry is None or not entry.satuan or not node.indikator:
            continue
        first = node.indikator[0]
        written = [one for one in first.target if one.satuan]
        wrong = [one for one in written if not same_unit(one.satuan, entry.satuan)]
        if wrong:
            message = f'satuan {node.kode} "{wrong[0].satuan}", satuan resminya "{entry.satuan}"'
            yield Found(wrong[0].ref, message, f'Pakai satuan "{entry.satuan}".')


def other_results(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Find sub kegiatan whose sasaran or first indicator isn't the official one."""
    for node, entry in _coded(rencana, resmi):
        if entry is None or not entry.indikator or node.jenis is not Jenis.SUB_KEGIATAN:
            continue
        parts = list(_other_parts(node, entry))
        if parts:
            names = " dan ".join(name for name, _, _ in parts)
            advice = "; ".join(f'{name} resminya "{right}"' for name, _, right in parts)
            places = [ref for _, ref, _ in parts]
            message = f"{names} {node.kode} bukan yang resmi"
            yield Found(
                places[0],
                message,
                f"{advice[0].upper()}{advice[1:]}.",
                tuple(places[1:]),
            )


def _other_parts(node: Node, entry: Resmi) -> Iterator[tuple[str, Ref, str]]:
    """Yield what differs from the entry: its name, its cell and the official text."""
    if node.sasaran and written_out(node.sasaran) != written_out(entry.kinerja):
        yield "sasaran", node.at("sasaran"), entry.kinerja
    first = node.indikator[0] if node.indikator else None
    if first and first.uraian and _said(first) != written_out(entry.indikator):
        yield "indikator", first.at("uraian"), entry.indikator


def _said(indikator: Indikator) -> tuple[str, ...]:
    """Return an indicator's words without its unit in brackets, as SIPD prints it."""
    return written_out(indikator.uraian.removesuffix(f"({indikator.satuan})"))


def unchecked_codes(rencana: Rencana, resmi: Nomenklatur) -> Iterator[Found]:
    """Name once the codes that the list doesn't cover: they are not checked."""
    left = [
        node
        for node, entry in _coded(rencana, resmi)
        if not (entry or resmi.covers(node.kode) or resmi.successor(node.kode))
    ]
    if left:
        fields = sorted({".".join(node.kode.split(".")[:2]) for node in left})
        message = f"{len(left)} kode tidak diperiksa, karena nomenklatur bidang "
        message += f"{', '.join(fields)} tidak ada"
        yield Found(
            left[0].at("kode"), message, related=tuple(node.at("kode") for node in left[1:])
        )


def is_decreed(said: Said, resmi: Nomenklatur) -> bool:
    """Tell whether a decree words a text, not the author: by the list, or by one that isn't here.

    It words the names of components, and all of a sub kegiatan.
    """
    node = said.node
    worded = said.field == "uraian" or node.jenis is Jenis.SUB_KEGIATAN
    if not worded or node.jenis not in KOMPONEN or official(node.kode) is None:
        return False
    if entry := resmi.find(node.kode):
        return folded(said.text) in map(folded, (entry.nama, entry.kinerja, entry.indikator))
    return not resmi.covers(node.kode)


def _coded(rencana: Rencana, resmi: Nomenklatur) -> Iterator[tuple[Node, Resmi | None]]:
    """Yield the components of official form with their official entries."""
    for node in rencana.of(*KOMPONEN):
        kode = official(node.kode)
        if kode and kode.teks == node.kode and kode.jenis is node.jenis:
            yield node, resmi.find(node.kode)


def _differs(node: Node, entry: Resmi) -> bool:
    return differs(node.uraian, entry.nama)
