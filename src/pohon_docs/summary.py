"""What a run tells of one workbook beside its documents: whose plan it is, its size, its findings.

It is kept in `manifest.json`, so that an overview of all workbooks is made without opening one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """What a run did with a workbook."""

    DIBUAT = "dibuat"
    TETAP = "tidak berubah"
    DITOLAK = "tidak dibuat"


@dataclass(frozen=True, slots=True)
class Summary:
    """One workbook of a run: the plan in it, its findings by severity, and its files.

    `workbook` is the file's name and `folder` the name below `output/`; `pagu` is that of the
    Renja year. `pages` counts the pages of those files of which that is known. A workbook that was
    refused has the files of its last good build, and what was known of its plan then.
    """

    workbook: str
    folder: str
    state: State
    counts: Mapping[str, int]
    unit: str = ""
    periode: str = ""
    tahun_renja: int | None = None
    pagu: Decimal | None = None
    nodes: int = 0
    program: int = 0
    kegiatan: int = 0
    subkegiatan: int = 0
    pages: Mapping[str, int] = field(default_factory=dict)
    files: tuple[str, ...] = ()

    @property
    def halaman(self) -> int:
        """All pages, those of a document that comes in two formats counted once."""
        return sum({name.rpartition(".")[0]: pages for name, pages in self.pages.items()}.values())

    @property
    def has_galat(self) -> bool:
        """Tell whether the workbook has findings of severity galat."""
        return self.counts.get("galat", 0) > 0

    def as_record(self) -> dict[str, Any]:
        """Return the summary as JSON can hold it."""
        record: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        money = None if self.pagu is None else str(self.pagu)
        kept = {"counts": dict(self.counts), "pages": dict(self.pages), "files": [*self.files]}
        return record | kept | {"state": str(self.state), "pagu": money}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "Summary":
        """Return the summary that a record holds; raises ValueError where it holds none."""
        try:
            money = record["pagu"]
            read = {
                "state": State(record["state"]),
                "pagu": None if money is None else Decimal(money),
                "files": tuple(record["files"]),
            }
            return cls(**{**record, **read})
        except (KeyError, TypeError, InvalidOperation) as error:
            raise ValueError("not a summary") from error
