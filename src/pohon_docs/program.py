"""Which program this is: hashes of its own files, so that a new version builds everything anew."""

import os
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

_HERE = Path(__file__).parent
_PACKS = str(_HERE / "packs")
_ENDINGS = (".py", ".toml", ".tsv", ".docx", ".css", ".js")


@cache
def program_marks() -> Mapping[str, str]:
    """Return a hash of the program, and one of the regulations that it comes with."""
    code, packs = sha256(), sha256()
    for folder, name in _files():
        mark = packs if folder.startswith(_PACKS) else code
        mark.update(f"{folder[len(str(_HERE)) :]}/{name}\0".encode())
        mark.update(Path(folder, name).read_bytes())
    return {"program": code.hexdigest(), "regulasi": packs.hexdigest()}


def _files() -> Iterator[tuple[str, str]]:
    """Yield the folder and the name of each file that decides about documents, in one order."""
    for folder, folders, names in os.walk(_HERE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from ((folder, name) for name in sorted(names) if name.endswith(_ENDINGS))
