"""Leading columns of tujuan and sasaran: each new wording becomes a record of kind `arah`."""

from dataclasses import replace
from typing import TypeAlias

from pohon_docs.reading.headings import Column
from pohon_docs.reading.tables import Record
from pohon_docs.source import Cell
from pohon_docs.values import key, one_line

MEASURES = frozenset(
    [
        *("indikator", "satuan", "kondisi_awal", "target", "kondisi_akhir"),
        *("formula", "sumber_data", "iku", "kinerja", "ik_kinerja", "penanggung_jawab"),
    ]
)
"""What a tujuan or a sasaran says of itself in a row of its own."""
_CONTINUED = "(lanjutan)"
_Name: TypeAlias = tuple[str, str]
"""A kind and a wording in its compared form."""
_INDICATOR = Column("indikator")
_PREFIXES = {"tujuan": "TJ", "sasaran": "SS"}


def stated(cell: Cell, text: str) -> Cell:
    """Return what follows from a cell, as a cell in its place."""
    return replace(cell, text=text, value=text)


class Aims:
    """The tujuan and sasaran met so far, from the top of a sheet.

    `current` holds the names under which a row stands, by kind; `newest` the records of the
    one met last.
    """

    def __init__(self) -> None:
        self.current: dict[str, Cell] = {}
        self.newest: list[Record] = []
        self._codes: dict[_Name, str] = {}
        self._rows: dict[_Name, list[Record]] = {}

    @property
    def records(self) -> tuple[Record, ...]:
        """The records of all, each with those that add indicators to it."""
        return tuple(record for rows in self._rows.values() for record in rows)

    def meet(self, jenis: str, cell: Cell | None, record: Record) -> bool:
        """Take a cell of a leading column; tell whether it names something new.

        A name that stands again, perhaps as `(lanjutan)`, is the one met before.
        """
        if cell is None:
            return False
        name = replace(cell, text=wording(cell))  # a date stays one, so that it is found
        self.current[jenis] = name
        met = (jenis, key(name.text))
        if met in self._codes:
            return False
        count = sum(kind == jenis for kind, _ in self._codes)
        own = record.own(f"kode_{jenis}")
        self._codes[met] = own.text if own else f"{_PREFIXES[jenis]}{count + 1}"
        self.newest = self._rows[met] = [self._record(jenis, name, record)]
        return True

    def fill(self, record: Record, fields: frozenset[str]) -> None:
        """Give the newest tujuan or sasaran the cells of a row that tell of it."""
        more = {column: cell for column, cell in record.cells.items() if column.field in fields}
        first = self.newest[0]
        self.newest[0] = replace(first, cells={**more, **first.cells}, columns=record.columns)

    def measure(self, jenis: str, cell: Cell, record: Record) -> None:
        """Give the current tujuan or sasaran one more indicator."""
        rows = self._rows[jenis, key(self.current[jenis].text)]
        measured = {_INDICATOR: cell}
        if _INDICATOR not in rows[0].cells and rows[0].number == record.number:
            rows[0] = replace(rows[0], cells={**rows[0].cells, **measured})
        elif all(row.cells.get(_INDICATOR) != cell for row in rows):
            rows.append(replace(record, cells=measured))

    def _record(self, jenis: str, name: Cell, record: Record) -> Record:
        code = self._codes[jenis, key(name.text)]
        cells = {
            Column("kode"): record.own(f"kode_{jenis}") or stated(name, code),
            Column("jenis"): stated(name, jenis.capitalize()),
            Column("uraian"): name,
        }
        above = self.current.get("tujuan")
        if jenis == "sasaran" and above is not None:
            cells[Column("induk")] = stated(above, self._codes["tujuan", key(above.text)])
        return Record(record.number, cells, name.ref)


def wording(cell: Cell) -> str:
    """Return the wording of a cell without the mark of a continued one."""
    return one_line(cell.text).removesuffix(_CONTINUED).strip()
