"""One plan as a page to walk through: the tree, its cards, its findings, where all came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pohon_docs.browser._cards import Cards
from pohon_docs.browser._noted import noted
from pohon_docs.browser._placing import Place, places
from pohon_docs.documents._attached import LOOSE
from pohon_docs.documents._tree import level_name, level_role, subtitle, tiers, tree_title
from pohon_docs.findings.page import entry
from pohon_docs.issue import Issue, Severity
from pohon_docs.listing import Entry
from pohon_docs.model import ARAH, KOMPONEN, Jenis, Level, Node, Rencana
from pohon_docs.packs import Pack
from pohon_docs.views import Explorer, Layer, Sprig
from pohon_docs.words import load

PACK = "permenpanrb-89-2021"
_UP = "../index.html"


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the page: its workbook, the files beside it, the tree's SVG pages.

    `copy` is the workbook's marked copy, if there is one.
    """

    book: str
    copy: str = ""
    files: Sequence[str] = ()
    prints: tuple[bytes, ...] = ()
    draft: str = ""


def explorer(rencana: Rencana, issues: Sequence[Issue], pack: Pack, around: Around) -> Explorer:
    """Return the page of a plan and its findings."""
    said = load("jelajah")["pohon"]
    layers = tuple(_layers(rencana, pack))
    beside = {*around.files, _UP}
    return Explorer(
        title=tree_title(rencana, pack),
        subtitle=subtitle(rencana, pack),
        book=around.book,
        copy=around.copy,
        layers=layers,
        sprigs=_sprigs(rencana, issues, layers, pack),
        entries=tuple(_entry(issue, around.copy, said["sel"]) for issue in issues),
        counts={str(one): sum(issue.severity is one for issue in issues) for one in Severity},
        links=tuple((name, text) for name, text in said["tautan"].items() if name in beside),
        prints=around.prints,
        words=said["kata"],
        draft=around.draft,
    )


def _entry(issue: Issue, copy: str, form: str) -> Entry:
    """Return a finding whose cell says its sheet."""
    one = entry(issue, copy)
    place = form.format(lembar=issue.ref.sheet, sel=one.cell) if one.cell else issue.ref.sheet
    return replace(one, cell=place)


def _layers(rencana: Rencana, pack: Pack) -> Iterator[Layer]:
    """Yield a layer for each level and kind that the plan has, from the top of the tree."""
    written = {node.level for node in rencana.of(Jenis.KINERJA)}
    for level in (*Level, None):
        if level in written:
            name = level or "tanpa"
            yield Layer(f"kinerja.{name}", f"ik.{name}", level_name(rencana, level, pack))
    for jenis in (*ARAH, *KOMPONEN):
        if rencana.of(jenis):
            name = pack.teks[f"bagan.{jenis}"]
            yield Layer(f"komponen.{jenis}", f"komponen_ik.{jenis}", name, component=True)
    yield Layer(LOOSE, LOOSE, pack.teks["bagan.lepas"], component=True)


def _role(node: Node | None) -> str:
    if node is None:
        return LOOSE
    condition = node.jenis is Jenis.KINERJA
    return f"kinerja.{level_role(node)}" if condition else f"komponen.{node.jenis}"


def _sprigs(
    rencana: Rencana, issues: Sequence[Issue], layers: Sequence[Layer], pack: Pack
) -> tuple[Sprig, ...]:
    """Return the nodes as they hang; a reference has nothing but its name."""
    hung = places(rencana)
    order = {id(place): at for at, place in enumerate(hung)}
    full = {id(place.node): at for at, place in enumerate(hung) if not place.reference}
    layer = {one.role: at for at, one in enumerate(layers)}
    tier, cards, notes = tiers(rencana), Cards(rencana), noted(rencana, issues)

    def sprig(place: Place) -> Sprig:
        node = place.node
        above = order[id(place.above)] if place.above is not None else None
        if node is None:
            return Sprig(layer[_role(None)], "", pack.teks["bagan.lepas"])
        plain = Sprig(layer[_role(node)], node.kode, node.uraian, tier.get(id(node), 0), above)
        if place.reference:
            return replace(plain, target=full[id(node)])
        return cards.filled(plain, node, notes.get(id(node), ()))

    return tuple(sprig(place) for place in hung)
