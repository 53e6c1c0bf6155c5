"""What a table tells of, as groups: a tujuan with its sasaran, a program with its components."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from pohon_docs.indikator import Indikator
from pohon_docs.model import KOMPONEN, Jenis, Node, Rencana
from pohon_docs.packs import Pack, TableSpec
from pohon_docs.values import code_and_name

Goal = tuple[Node | None, tuple[Node, ...]]
"""A tujuan with its sasaran; None holds the sasaran that hang under no tujuan."""
_SEVERAL = ";"


@dataclass(frozen=True, slots=True)
class Group:
    """A record of a table with those under it, before it becomes rows.

    `parts` are the components whose money it sums; `nomor` counts the groups of its kind,
    `urut` all components; `keep` holds its last row to what follows.
    """

    jenis: str
    kode: str = ""
    uraian: str = ""
    node: Node | None = None
    indikator: tuple[Indikator, ...] = ()
    parts: tuple[Node, ...] = ()
    below: tuple["Group", ...] = ()
    keep: bool = False
    nomor: int = 0
    urut: int = 0


@dataclass(frozen=True)
class Walk:
    """One table's way through a plan: which kinds it tells of, and which records stay."""

    spec: TableSpec
    rencana: Rencana
    pack: Pack
    marked: bool = field(default=False)

    def groups(self) -> list[Group]:
        """Return the table's groups from the top, numbered."""
        branches = self._branches()
        tops = tuple(branch.node for branch in branches if branch.node)
        body = [*self._body(branches), *self._total(tops)]
        return _numbered([*(self._unit(tops) if body else ()), *self._urusan(tops), *body])

    def tells(self, jenis: str) -> bool:
        """Tell whether the table has rows or columns for a kind."""
        return jenis in self.spec.tingkat

    def _unit(self, tops: tuple[Node, ...]) -> Iterator[Group]:
        """Yield the unit itself, where a table begins with it."""
        identitas = self.rencana.identitas
        if self.tells("unit"):
            kode, name = identitas.kode_perangkat_daerah, identitas.nama_perangkat_daerah
            yield Group("unit", kode, name, parts=tops, keep=True)

    def _urusan(self, tops: tuple[Node, ...]) -> Iterator[Group]:
        """Yield the urusan that the plan's identity names."""
        if self.tells("urusan") and self.rencana.identitas.urusan:
            kode, name = code_and_name(self.rencana.identitas.urusan)
            yield Group("urusan", kode, name, parts=tops, keep=bool(tops))

    def _body(self, branches: Sequence[Group]) -> Iterator[Group]:
        """Yield the goals with the programs that serve them, then what serves none."""
        goals = list(self._goals(branches))
        served = {id(one.node) for one in branches if self._serves(one)}
        goals_lead = self.tells("sasaran")
        if goals_lead:
            yield from self._under_affairs(branches, inside=False)
            yield from goals
        loose = [one for one in branches if not goals_lead or id(one.node) not in served]
        yield from loose if goals_lead else self._under_affairs(loose, inside=True)

    def _under_affairs(self, branches: Sequence[Group], *, inside: bool) -> Iterator[Group]:
        """Yield the bidang urusan, each with its programs behind it where `inside`.

        Where the plan names several, a program's code says to which of them it belongs.
        """
        names = self.rencana.identitas.bidang_urusan.split(_SEVERAL) if self._by_affair() else []
        affairs = [code_and_name(name) for name in names if name.strip()]
        for number, (kode, name) in enumerate(affairs):
            own = [one for one in branches if _affair_of(one, affairs) == number]
            parts = tuple(one.node for one in own if one.node)
            yield Group("bidang_urusan", kode, name, parts=parts, keep=bool(parts))
            yield from own if inside else ()
        if not affairs and inside:
            yield from branches

    def _by_affair(self) -> bool:
        return self.tells("bidang_urusan")

    def _goals(self, branches: Sequence[Group]) -> Iterator[Group]:
        """Yield every tujuan with its sasaran, or the sasaran alone."""
        for tujuan, below in goals(self.rencana):
            under = tuple(self._aim(node, self._served(node, branches)) for node in below)
            under = tuple(one for one in under if self._stays(one))
            if not self.tells("tujuan"):
                yield from under
            elif tujuan is None:
                yield Group("tujuan", below=under)
            elif self._stays(aim := self._aim(tujuan, under)):
                yield aim

    def _aim(self, node: Node, below: tuple[Group, ...]) -> Group:
        own = self._indicators(node)
        keep = bool(below)
        return Group(node.jenis, node.kode, node.uraian, node, own, below=below, keep=keep)

    def _served(self, sasaran: Node, branches: Sequence[Group]) -> tuple[Group, ...]:
        """Return the programs that serve a sasaran; one that is told elsewhere as a pointer."""
        found: list[Group] = []
        for branch in branches:
            serves = self._serves(branch)
            if serves and serves[0] is sasaran:
                found.append(branch)
            elif sasaran in serves:
                found.append(self._pointer(branch, serves[0]))
        return tuple(found)

    def _serves(self, branch: Group) -> list[Node]:
        codes = branch.node.sasaran_pd if branch.node else ()
        named = (self.rencana.find(Jenis.SASARAN, kode) for kode in codes)
        return [node for node in named if node is not None and node.jenis is Jenis.SASARAN]

    def _pointer(self, branch: Group, home: Node) -> Group:
        text = self.pack.teks["tabel.rujukan"]
        said = text.format(program=branch.uraian, sasaran=home.uraian)
        return Group("rujukan", branch.kode, said)

    def _branches(self) -> list[Group]:
        """Return every component under no other, a program as a rule, with all drawn below it."""
        if not any(self.tells(jenis) for jenis in KOMPONEN):
            return []
        found: list[list[Group]] = []
        for node, parent in self.rencana.walk(*KOMPONEN):
            if parent is None:
                found.append([])
            found[-1].append(self._component(node))
        return [one for top, *below in found if self._stays(one := self._branch(top, below))]

    def _branch(self, top: Group, below: Sequence[Group]) -> Group:
        told = [one for one in below if self.tells(one.jenis) and self._stays_with(one, below)]
        return replace(top, below=tuple(told), keep=top.keep and bool(told))

    def _component(self, node: Node) -> Group:
        own = self._indicators(node)
        leads = node.jenis is not Jenis.SUB_KEGIATAN and bool(self.rencana.children(node))
        return Group(node.jenis, node.kode, node.uraian, node, own, parts=(node,), keep=leads)

    def _indicators(self, node: Node) -> tuple[Indikator, ...]:
        mark = self.spec.saring
        if mark == "ikk" or (mark == "iku" and self.marked):
            return tuple(one for one in node.indikator if getattr(one, mark))
        return node.indikator

    def _stays(self, group: Group) -> bool:
        """Tell whether a group is told: all are, unless the table keeps only some."""
        if self.spec.saring == "prioritas":
            return any(_is_priority(one) for one in (group, *group.below))
        marked = self.spec.saring == "ikk" or (self.spec.saring == "iku" and self.marked)
        return not marked or bool(group.indikator or group.below)

    def _stays_with(self, group: Group, others: Sequence[Group]) -> bool:
        """Tell of a component below a program whether it, or one below it, is told."""
        if self.spec.saring == "prioritas" and group.node:
            under = [one for one in others if one.node and group.kode in one.node.induk]
            return any(_is_priority(one) for one in (group, *under))
        return self._stays(group)

    def _total(self, tops: tuple[Node, ...]) -> Iterator[Group]:
        """Yield the row of totals, where any money is planned; it keeps to the signature."""
        years = (*self.rencana.tahun, self.rencana.identitas.tahun_renja)
        paid = any(self.rencana.total(tops, year) is not None for year in years)
        if self.tells("jumlah") and paid:
            yield Group("jumlah", parts=tops, keep=True)


def walk(spec: TableSpec, rencana: Rencana, pack: Pack) -> list[Group]:
    """Return a table's groups: whose rows it has, in their order."""
    marked = any(one.iku for node in rencana.node for one in node.indikator)
    return Walk(spec, rencana, pack, marked).groups()


def goals(rencana: Rencana) -> list[Goal]:
    """Return every tujuan with its sasaran, and last the sasaran that hang under none."""
    found: list[Goal] = []
    placed: set[int] = set()
    for tujuan in rencana.of(Jenis.TUJUAN):
        below = (node for node in rencana.children(tujuan) if node.jenis is Jenis.SASARAN)
        group = tuple(node for node in below if id(node) not in placed)
        placed.update(map(id, group))
        found.append((tujuan, group))
    loose = tuple(node for node in rencana.of(Jenis.SASARAN) if id(node) not in placed)
    return [*found, (None, loose)] if loose else found


def _is_priority(group: Group) -> bool:
    node = group.node
    sub = node is not None and node.jenis is Jenis.SUB_KEGIATAN
    return sub and node is not None and bool(node.prioritas_daerah or node.prioritas_nasional)


def _affair_of(group: Group, affairs: Sequence[tuple[str, str]]) -> int:
    """Return which bidang urusan a program's code names, the first where none does."""
    codes = (n for n, (kode, _) in enumerate(affairs) if kode and group.kode.startswith(f"{kode}."))
    return next(codes, 0)


def _numbered(groups: Sequence[Group]) -> list[Group]:
    """Count the groups by kind, and the components all together, from the top."""
    counts: dict[str, int] = {}

    def counted(group: Group) -> Group:
        counts[group.jenis] = nomor = counts.get(group.jenis, 0) + 1
        counts["urut"] = urut = counts.get("urut", 0) + (group.jenis in KOMPONEN)
        below = tuple(counted(one) for one in group.below)
        return replace(group, below=below, nomor=nomor, urut=urut)

    return [counted(group) for group in groups]
