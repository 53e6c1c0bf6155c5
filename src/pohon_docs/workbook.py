"""A file becomes a `Book`, safely.

Only cells that exist are walked. Hidden sheets are left out, merged areas give
their value to the cells that they cover, and a cell's text is what its reader sees.
"""

import zipfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from pohon_docs.guard import Refusal, refusal, too_large
from pohon_docs.issue import Issue, Severity
from pohon_docs.source import Book, Ref, Sheet
from pohon_docs.spreadsheet.book import Contents, NoWorkbookError, SheetPart, contents
from pohon_docs.spreadsheet.cells import Means, meanings
from pohon_docs.spreadsheet.grid import TooLargeError, read_sheet
from pohon_docs.spreadsheet.parts import BrokenPartError, Parts, parts_of

_SAVE_AGAIN = "Buka di Excel atau LibreOffice dan simpan ulang sebagai .xlsx."


def read_book(path: Path) -> tuple[Book | None, tuple[Issue, ...]]:
    """Read a workbook's visible sheets, or say in a finding why it can't be read."""
    if refused := refusal(path):
        return None, (_refused(path.name, refused),)
    try:
        with zipfile.ZipFile(path) as archive:
            return _book(parts_of(archive), path.name)
    except BrokenPartError as error:
        return None, (_unreadable(path.name, f"{error.what} rusak pada baris XML {error.line}"),)
    except TooLargeError:
        return None, (_refused(path.name, too_large()),)
    except NoWorkbookError:
        return None, (_unreadable(path.name, "daftar lembarnya hilang"),)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, LookupError):
        return None, (_unreadable(path.name, "isinya rusak"),)


def _book(parts: Parts, name: str) -> tuple[Book, tuple[Issue, ...]]:
    found = contents(parts)
    means = meanings(found)
    issues = [*_unstyled(found, name), *_hidden_sheets(found.sheets, name)]
    sheets: list[Sheet] = []
    for listed in found.sheets:
        place = Ref(name, listed.name)
        if listed.visible and listed.part not in parts:
            issues.append(_absent(place))
        elif listed.visible:
            sheet, said = _sheet(parts, listed, place, means, found.linked)
            sheets.append(sheet)
            issues.extend(said)
    return Book(name, tuple(sheets)), tuple(issues)


def _sheet(
    parts: Parts, listed: SheetPart, place: Ref, means: Means, linked: Sequence[str]
) -> tuple[Sheet, tuple[Issue, ...]]:
    """Read one sheet; a fault in its XML names the sheet."""
    try:
        return read_sheet(parts, listed.part, place, means, linked)
    except BrokenPartError as error:
        raise BrokenPartError(f'lembar "{listed.name}"', error.line) from error


def _hidden_sheets(sheets: Iterable[SheetPart], book: str) -> list[Issue]:
    """Name once the sheets that are left out because their author hid them."""
    names = [f'"{sheet.name}"' for sheet in sheets if not sheet.visible]
    if not names:
        return []
    message = f"lembar tersembunyi tidak dibaca: {', '.join(names)}"
    hint = "Tampilkan lembarnya (klik kanan › Perlihatkan) bila isinya ikut direncanakan."
    return [Issue("LEMBAR-08", Severity.SARAN, message, Ref(book), hint)]


def _unstyled(found: Contents, book: str) -> list[Issue]:
    """Report styles that are broken, since a number's percent sign or unit may be lost."""
    if found.styles_whole:
        return []
    message = "format sel rusak, jadi persen atau satuan dari format angka dapat hilang"
    return [Issue("BUKU-05", Severity.PERINGATAN, message, Ref(book), _SAVE_AGAIN)]


def _absent(place: Ref) -> Issue:
    message = "isi lembar tidak ada di dalam berkas"
    return Issue("LEMBAR-20", Severity.GALAT, message, place, "Salin ulang berkas dari sumbernya.")


def _refused(book: str, why: Refusal) -> Issue:
    return Issue("BUKU-01", Severity.GALAT, why.message, Ref(book), why.hint)


def _unreadable(book: str, why: str) -> Issue:
    message = f"buku kerja tidak dapat dibaca: {why}"
    return Issue("BUKU-02", Severity.GALAT, message, Ref(book), _SAVE_AGAIN)
