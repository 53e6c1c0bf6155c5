"""What a cell shows its reader: numbers in their format, dates, truth values, texts."""

from datetime import date
from decimal import Decimal

import pytest

from pohon_docs.shown import shown
from pohon_docs.source import Value
from pohon_docs.values import decimal


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (Decimal("83.3"), "General", "83,3"),
        (Decimal("1250000"), "General", "1250000"),
        (Decimal("0.4211"), "General", "0,4211"),
        (Decimal("0.4211"), "0.00%", "42,11%"),
        (Decimal("0.421052631578947"), "0.00%", "42,11%"),
        (Decimal("42.11"), '0.00"%"', "42,11%"),
        (Decimal(1), "0%", "100%"),
        (Decimal(2), '0" Desa"', "2 Desa"),
        (Decimal(1250000), "#,##0", "1.250.000"),
        (Decimal(1250000), '"Rp"#,##0', "Rp1.250.000"),
        (Decimal(1250000), "[$Rp-421]#,##0.00", "Rp1.250.000,00"),
        (Decimal(1250000), '_-"Rp"* #,##0_-;\\-"Rp"* #,##0_-', "Rp1.250.000"),
        (Decimal("83.3"), "0.00", "83,30"),
        (Decimal("83.3"), "0.##", "83,3"),
        (Decimal("83"), "0.##", "83"),
        (Decimal("1.25"), "0.000", "1,250"),
        (Decimal("82.25"), "0.0", "82,3"),
        (Decimal("1.1"), "0.00", "1,10"),
        (Decimal("83.3"), "0", "83"),
        (Decimal("83.3"), "@", "83,3"),
        (Decimal("0.5"), "# ?/?", "0,5"),
        (Decimal("12"), '0" dari 10"', "12 dari 10"),
        (Decimal(5), '#,##0 "Dokumen"', "5 Dokumen"),
        (Decimal(5), '0\\ "Dok."', "5 Dok."),
        (Decimal(3), '# "Kali/Tahun"', "3 Kali/Tahun"),
        (Decimal(3), 'General" Desa"', "3 Desa"),
        (Decimal("42.11"), "0.00\\%", "42,11%"),
        (Decimal("0.4211"), "0.00 %", "42,11 %"),
        (Decimal(1250), '"Rp" #,##0",-"', "Rp 1.250,-"),
        (Decimal(1), "0000", "0001"),
        (Decimal("83.3"), "0.00_ ;[Red]\\-0.00\\ ", "83,30"),
        (Decimal("12500"), "0.00E+00", "12500"),
        (Decimal("1E+300"), "0.00", "1" + "0" * 300 + ",00"),
        (True, "General", "Ya"),
        (False, "General", "Tidak"),
        (date(2022, 2, 1), "d-mmm", "1 Februari 2022"),
        ("Nilai_x000D_IKM", "General", "Nilai\nIKM"),
        ("a_x0002_b_x005F_c", "General", "a\x02b_c"),
        ("83.30  %", "General", "83.30  %"),
        (None, "General", ""),
    ],
)
def test_a_cell_is_shown_as_its_format_shows_it(
    value: Value, number_format: str, text: str
) -> None:
    assert shown(value, number_format) == text


@pytest.mark.parametrize(
    ("value", "text"), [(83.30000000000001, "83.3"), (0.1 + 0.2, "0.3"), (7, "7"), (1e-7, "1E-7")]
)
def test_the_noise_of_binary_fractions_is_dropped(value: float, text: str) -> None:
    assert str(decimal(value)) == text
