"""Checks of money: sums over the components, years without pagu, leaps between years."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

from pohon_docs import words
from pohon_docs.indikator import Pagu
from pohon_docs.model import KOMPONEN, Jenis, Node, Rencana
from pohon_docs.rules import Found
from pohon_docs.source import Ref
from pohon_docs.values import indonesian


def wrong_sums(rencana: Rencana) -> Iterator[Found]:
    """Find program and kegiatan whose pagu isn't the sum of what stands below them.

    A program that is the sum of its kegiatan's own sums is right: the fault is at the kegiatan.
    """
    for node in rencana.of(Jenis.PROGRAM, Jenis.KEGIATAN):
        children = [one for one in rencana.children(node) if one.jenis in KOMPONEN]
        for pagu in node.pagu:
            whole = rencana.total(children, pagu.tahun)
            if whole not in (None, pagu.nilai) and pagu.nilai != _sums(rencana, children, pagu):
                message = f"pagu {pagu.tahun} {_kind(node)} {node.kode} {indonesian(pagu.nilai)}, "
                message += f"padahal jumlah {_kind(children[0])}nya {indonesian(whole)} "
                message += f"(selisih {indonesian(abs(whole - pagu.nilai))})"
                yield Found(pagu.ref, message, related=_cells(children, pagu.tahun))


def _sums(rencana: Rencana, nodes: list[Node], pagu: Pagu) -> Decimal | None:
    """Return the pagu of components in a year as the sum of what stands below each of them."""
    below = [[one for one in rencana.children(node) if one.jenis in KOMPONEN] for node in nodes]
    sums = [rencana.total(found, pagu.tahun) for found in below if found]
    known = [one for one in sums if one is not None]
    return sum(known, Decimal(0)) if len(known) == len(nodes) else None


def _cells(nodes: list[Node], tahun: int) -> tuple[Ref, ...]:
    return tuple(pagu.ref for node in nodes for pagu in node.pagu if pagu.tahun == tahun)


def without_money(rencana: Rencana) -> Iterator[Found]:
    """Find sub kegiatan without any pagu in a plan whose other components have one."""
    if not any(node.pagu for node in rencana.of(*KOMPONEN)):
        return
    for node in rencana.of(Jenis.SUB_KEGIATAN):
        if not any(pagu.nilai for pagu in node.pagu):
            yield Found(node.at("uraian"), f"sub kegiatan {node.kode} belum mempunyai pagu")


def no_money(rencana: Rencana) -> Iterator[Found]:
    """Find a plan whose programs have no pagu in any year, in one finding."""
    programs = rencana.of(Jenis.PROGRAM)
    if programs and not any(node.pagu for node in rencana.of(*KOMPONEN)):
        message = "program dan kegiatan rencana ini belum mempunyai pagu"
        yield Found(programs[0].at("uraian"), message)


def targets_without_money(rencana: Rencana) -> Iterator[Found]:
    """Find years in which a sub kegiatan has a target, but zero pagu or no component has one.

    The reader names the empty cells of a year in which other components have pagu.
    """
    funded = {pagu.tahun for node in rencana.of(*KOMPONEN) for pagu in node.pagu}
    for node, paid, aimed in _years(rencana):
        zero = {pagu.tahun for pagu in node.pagu if not pagu.nilai}
        if missing := sorted(aimed - paid - (funded - zero)):
            years = ", ".join(map(str, missing))
            message = f"sub kegiatan {node.kode} mempunyai target tahun {years} tanpa pagu"
            yield Found(_target_ref(node, missing[0]), message)


def money_without_target(rencana: Rencana) -> Iterator[Found]:
    """Find years in which a sub kegiatan has a pagu, but no component has a target.

    The reader names the empty cells of a year in which other components have targets.
    """
    measured = {
        one.tahun
        for node in rencana.of(*KOMPONEN)
        for indikator in node.indikator
        for one in indikator.target
    }
    for node, paid, aimed in _years(rencana):
        if missing := sorted(paid - aimed - measured):
            years = ", ".join(map(str, missing))
            message = f"sub kegiatan {node.kode} mempunyai pagu tahun {years} tanpa target"
            place = next(pagu.ref for pagu in node.pagu if pagu.tahun == missing[0])
            yield Found(place, message)


def _years(rencana: Rencana) -> Iterator[tuple[Node, set[int], set[int]]]:
    """Yield the sub kegiatan with the years of their pagu and of their targets, both known."""
    for node in rencana.of(Jenis.SUB_KEGIATAN):
        paid = {pagu.tahun for pagu in node.pagu if pagu.nilai}
        targets = [one for indikator in node.indikator for one in indikator.target]
        aimed = {one.tahun for one in targets if one.tahun}
        if paid and aimed:
            yield node, paid, aimed & set(rencana.tahun)


def _target_ref(node: Node, tahun: int) -> Ref:
    """Return the cell of a node's target of a year."""
    targets = (one for indikator in node.indikator for one in indikator.target)
    return next(one.ref for one in targets if one.tahun == tahun)


def leaps(rencana: Rencana) -> Iterator[Found]:
    """Find sub kegiatan whose pagu leaps up or down from one year to the next."""
    limits = words.load("ambang")["lompatan"]
    for node in rencana.of(Jenis.SUB_KEGIATAN):
        paid = [pagu for pagu in node.pagu if pagu.nilai > 0]
        leapt = False
        for before, after in pairwise(paid):
            back = leapt  # what leaps there and back is told once
            leapt = _leaps(before, after, limits)
            if leapt and not back:
                way = "naik" if after.nilai > before.nilai else "turun"
                message = (
                    f"pagu {node.kode} {way} dari {indonesian(before.nilai)} ({before.tahun}) "
                )
                message += f"menjadi {indonesian(after.nilai)} ({after.tahun})"
                odd, other = (before, after) if _alone(paid, before, limits) else (after, before)
                yield Found(odd.ref, message, related=(other.ref,))


def _alone(paid: list[Pagu], pagu: Pagu, limits: Mapping[str, float]) -> bool:
    """Tell whether a pagu is the first of several, and those after it stay together."""
    later = list(pairwise(paid[1:]))
    leaping = any(_leaps(*two, limits) for two in later)
    return pagu is paid[0] and bool(later) and not leaping


def _leaps(before: Pagu, after: Pagu, limits: Mapping[str, float]) -> bool:
    low, high = sorted((before.nilai, after.nilai))
    return high >= low * Decimal(str(limits["kali"])) and high - low >= limits["rupiah"]


def negative_money(rencana: Rencana) -> Iterator[Found]:
    """Find pagu below zero."""
    for node in rencana.of(*KOMPONEN):
        for pagu in node.pagu:
            if pagu.nilai < 0:
                yield Found(pagu.ref, f"pagu {pagu.tahun} {node.kode} kurang dari nol")


def _kind(node: Node) -> str:
    return node.jenis.replace("_", " ")
