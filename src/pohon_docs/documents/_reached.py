"""What was reached: of a year, up to a year, and what that comes to at the end of a year."""

from decimal import Decimal

from pohon_docs.documents._place import Place
from pohon_docs.indikator import Target
from pohon_docs.values import indonesian
from pohon_docs.values import target as read_target

_WHOLE = Decimal(100)


def of_year(targets: tuple[Target, ...], year: int) -> Target | None:
    """Return the one of some targets that is a year's."""
    return next((one for one in targets if one.tahun == year), None)


def at_last(place: Place) -> str:
    """Return the condition at the end of the period: as written, else the last target."""
    target = place.indikator.target_akhir
    return place.indikator.kondisi_akhir or (target.teks if target else "")


def reached(place: Place, year: int) -> str:
    """Return what was reached in a year."""
    found = of_year(place.indikator.realisasi, year)
    return place.indikator.dengan_satuan(found.teks) if found else ""


def rate(place: Place, year: int) -> str:
    """Return realisasi over target in percent, where both are numbers."""
    target = place.indikator.target_tahun(year)
    found = of_year(place.indikator.realisasi, year)
    return _percent(found.nilai if found else None, target.nilai if target else None)


def reached_until(place: Place, year: int) -> str:
    """Return what was reached up to a year: summed where an indicator adds up over the years."""
    if not _adds_up(place):
        return reached(place, year)
    return _printed(place, _sum_until(place, year))


def estimate(place: Place, year: int) -> str:
    """Return what will be reached at the end of a running year, whose target counts as reached.

    An indicator that adds up is summed from the years before; of any other, such as an index,
    the year's own target is the condition at its end.
    """
    if _adds_up(place):
        return _printed(place, _summed(place, year))
    target = place.indikator.target_tahun(year)
    return place.indikator.dengan_satuan(target.teks) if target else ""


def estimated_rate(place: Place, year: int) -> str:
    """Return that estimate over the condition at the end of the period, in percent."""
    target = place.indikator.target_tahun(year)
    own = target.nilai if target else None
    return _percent(_summed(place, year) if _adds_up(place) else own, _last_value(place))


def _adds_up(place: Place) -> bool:
    """Tell whether the condition at the end is the sum of the years' targets, as of a count."""
    values = [one.nilai for one in place.indikator.target if one.tahun in place.rencana.tahun]
    known = [value for value in values if value is not None]
    several = len(known) == len(values) > 1 and any(known[:-1])
    return several and sum(known) == _last_value(place)


def _last_value(place: Place) -> Decimal | None:
    return read_target(at_last(place))[0]


def _sum_until(place: Place, year: int) -> Decimal | None:
    known = [
        one.nilai
        for one in place.indikator.realisasi
        if one.tahun is not None and one.tahun <= year and one.nilai is not None
    ]
    return sum(known, Decimal(0)) if known else None


def _summed(place: Place, year: int) -> Decimal | None:
    """Return what was reached before a year, and its target; None where a part isn't known."""
    before = _sum_until(place, year - 2)
    found = of_year(place.indikator.realisasi, year - 1)
    target = place.indikator.target_tahun(year)
    if before is None and any(one <= year - 2 for one in place.rencana.tahun):
        return None
    if not (found and target) or found.nilai is None or target.nilai is None:
        return None
    return (before or Decimal(0)) + found.nilai + target.nilai


def _printed(place: Place, value: Decimal | None) -> str:
    return "" if value is None else place.indikator.dengan_satuan(indonesian(value))


def _percent(value: Decimal | None, of: Decimal | None) -> str:
    return "" if value is None or not of else indonesian(value / of * _WHOLE, 2)
