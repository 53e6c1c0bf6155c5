"""What a document doesn't show, since the plan has no data for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """A table that a document lacks since the plan has no data for it; `reason` in Indonesian."""

    table: str
    reason: str
