"""What counts beside a workbook: the official lists, and the files that the workbook names."""

from pathlib import Path

LISTS = "nomenklatur"
"""The folder beside the workbooks where an office puts official lists of codes."""
LOCK = "~$"
"""What the names of Excel's lock files begin with."""


def list_files(folder: Path) -> tuple[Path, ...]:
    """Return the official lists beside a folder's workbooks, sorted; lock files are none."""
    found = sorted((folder / LISTS).glob("*.xlsx"))
    return tuple(path for path in found if not path.name.startswith(LOCK))


def named_file(workbook: Path, name: str) -> Path | None:
    """Return the file beside a workbook that it names; None where there is no such file.

    Only the name counts, so that a workbook can't bring another folder's file into a document.
    """
    plain = name.replace("\\", "/").rpartition("/")[2]
    path = workbook.parent / plain
    return path if plain not in ("", ".", "..") and path.is_file() else None
