"""How far a workbook is, as lines of a log: the way in which other processes can be listened to."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

STAGES = logging.getLogger("pohon_docs.tahap")


class Stage(StrEnum):
    """What is being done with a workbook."""

    MEMBACA = "membaca"
    MENYUSUN = "menyusun dokumen"
    TEMUAN = "menulis temuan"


def tell(workbook: str, stage: Stage) -> None:
    """Tell whoever listens what is being done with a workbook."""
    STAGES.info("%s: %s", workbook, stage)


@contextmanager
def listening(handler: logging.Handler) -> Iterator[None]:
    """Let a handler hear of every stage while a block lasts."""
    STAGES.setLevel(logging.INFO)
    STAGES.addHandler(handler)
    try:
        yield
    finally:
        STAGES.removeHandler(handler)
