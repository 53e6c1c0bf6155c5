"""Leading columns of tujuan and sasaran: each new wording becomes a record of kind `arah`."""

from dataclasses import replace

from pohon_docs.headings import Column
from pohon_docs.source import Cell
from pohon_docs.tables import Record
from pohon_docs.values import key, one_line

_CONTINUED = "(lanjutan)"
_PREFIXES = {"tujuan": "TJ", "sasaran": "SS"}


def stated(cell: Cell, text: str) -> Cell:
    """Return what follows from a cell, as a cell in its place."""
    return replace(cell, text=text, value=text)


class Aims:
    """The tujuan and sasaran met so far, from the top of a sheet.

    `current` holds the names under which a row stands, by kind.
    """

    def __init__(self) -> None:
        self.records: list[Record] = []
        self.current: dict[str, Cell] = {}
        self._codes: dict[tuple[str, str], str] = {}

    def meet(self, jenis: str, cell: Cell | None, record: Record) -> bool:
        """Take a cell of a leading column; tell whether it names something new.

        A name that stands again, perhaps as `(lanjutan)`, is the one met before.
        """
        if cell is None:
            return False
        name = stated(cell, wording(cell))
        self.current[jenis] = name
        if (jenis, key(name.text)) in self._codes:
            return False
        count = sum(kind == jenis for kind, _ in self._codes)
        self._codes[jenis, key(name.text)] = f"{_PREFIXES[jenis]}{count + 1}"
        self.records.append(self._record(jenis, name, record))
        return True

    def fill(self, record: Record, fields: frozenset[str]) -> None:
        """Give the newest tujuan or sasaran the indicator cells of a row."""
        newest = self.records[-1]
        more = {column: cell for column, cell in record.cells.items() if column.field in fields}
        self.records[-1] = replace(newest, cells={**more, **newest.cells})

    def _record(self, jenis: str, name: Cell, record: Record) -> Record:
        cells = {
            Column("kode"): stated(name, self._codes[jenis, key(name.text)]),
            Column("jenis"): stated(name, jenis.capitalize()),
            Column("uraian"): name,
        }
        above = self.current.get("tujuan")
        if jenis == "sasaran" and above is not None:
            cells[Column("induk")] = stated(above, self._codes["tujuan", key(above.text)])
        return Record(record.number, cells, record.ref)


def wording(cell: Cell) -> str:
    """Return the wording of a cell without the mark of a continued one."""
    return one_line(cell.text).removesuffix(_CONTINUED).strip()
