"""What a cell's writing means: numbers, units, ranges, grades, lists, and text kept as written."""

from decimal import Decimal
from random import Random

import pytest

from pohon_docs.indikator import JenisTarget
from pohon_docs.values import (
    clean,
    code_and_name,
    codes,
    indonesian,
    is_blank_word,
    is_bound,
    is_grouped,
    is_numbered,
    items,
    key,
    listed,
    nip,
    number,
    one_line,
    printable,
    target,
)

NUMBERS = [
    ("83,30", "83.30", ""),
    ("83.30", "83.30", ""),
    ("83.30  %", "83.30", "%"),
    ("42,11%", "42.11", "%"),
    ("100 %", "100", "%"),
    ("100%", "100", "%"),
    ("2 Desa", "2", "Desa"),
    ("2\nDesa", "2", "Desa"),
    ("100 m2", "100", "m2"),
    ("1.234.567", "1234567", ""),
    ("1,250,000.00", "1250000.00", ""),
    ("1.234,5", "1234.5", ""),
    ("1,234.5", "1234.5", ""),
    ("1.250", "1250", ""),
    ("1,250", "1.250", ""),
    ("0.421", "0.421", ""),
    ("0,125", "0.125", ""),
    ("1234.567", "1234.567", ""),
    ("12345,678", "12345.678", ""),
    ("Rp 1.000.000,00", "1000000.00", ""),
    ("Rp. 1.250.000,00", "1250000.00", ""),
    ("Rp 1.250.000,-", "1250000", ""),
    ("Rp1.250.000,–", "1250000", ""),
    ("-5", "-5", ""),
    ("−5", "-5", ""),
    ("(5)", "-5", ""),
    ("+3", "3", ""),
    ("８３,30", "83.30", ""),
    ("1\u00a0%", "1", "%"),
]
NO_NUMBERS = [
    *("", "-", "n/a", "BB", "WTP", "Rp", ".5", "1..2", "1.2.3", "1.23.456", "12.34,56"),
    *("83,30 - 85", "85-85,5", "143,33 - 139,83", "85 s/d 90", "90%-95%", "2 Desa - 3 Desa"),
    *(">= 2 Desa", "1 x 24 jam", "1/2", "1 250 000", "7,8,9", "dua"),
]


@pytest.mark.parametrize(("text", "value", "rest"), NUMBERS)
def test_a_number_is_read_with_what_follows_it(text: str, value: str, rest: str) -> None:
    read = number(text)
    assert read is not None
    assert (str(read.value), read.rest) == (value, rest)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_single_number_has_no_value(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(
    ("text", "thousands", "value"),
    [
        ("1.250", None, "1250"),
        ("1.250", True, "1250"),
        ("Rp1.250 juta", None, "1250"),
        ("1.250", False, "1.250"),
        ("1,250", True, "1250"),
        ("1,250", False, "1.250"),
        ("1.250.000", False, "1250000"),
        ("0.421", True, "0.421"),
    ],
)
def test_the_column_decides_what_the_separator_means(
    text: str, thousands: bool | None, value: str
) -> None:
    read = number(text, thousands=thousands)
    assert read is not None
    assert str(read.value) == value


@pytest.mark.parametrize(
    ("text", "ambiguous"),
    [
        ("1.250", True),
        ("1.250 Orang", True),
        ("1,250", False),
        ("0.421", False),
        ("83.30", False),
        ("1.250.000", False),
        ("1.250,00", False),
    ],
)
def test_only_one_dot_before_three_digits_is_ambiguous(text: str, ambiguous: bool) -> None:
    read = number(text)
    assert read is not None
    assert read.ambiguous is ambiguous
    decided = number(text, thousands=True)
    assert decided is not None
    assert not decided.ambiguous


def test_every_number_is_read_back_from_its_indonesian_form() -> None:
    random = Random(7)
    for _ in range(500):
        places = random.randint(0, 2)
        value = Decimal(random.randint(-(10**12), 10**12)).scaleb(-places)
        read = number(indonesian(value, places), thousands=True)
        assert read is not None, value
        assert read.value == value


@pytest.mark.parametrize(
    ("text", "value", "unit", "jenis"),
    [
        ("83,30", "83.30", "", JenisTarget.ANGKA),
        ("2 Desa", "2", "Desa", JenisTarget.ANGKA),
        ("100 %", "100", "%", JenisTarget.ANGKA),
        ("83.30  %", "83.30", "%", JenisTarget.ANGKA),
        ("BB", None, "", JenisTarget.PREDIKAT),
        ("bb", None, "", JenisTarget.PREDIKAT),
        ("A", None, "", JenisTarget.PREDIKAT),
        ("WTP", None, "", JenisTarget.PREDIKAT),
        ("85-85,5", None, "", JenisTarget.RENTANG),
        ("83,30 - 85", None, "", JenisTarget.RENTANG),
        ("143,33 - 139,83", None, "", JenisTarget.RENTANG),
        ("90% - 95%", None, "", JenisTarget.RENTANG),
        ("2 s/d 3 Desa", None, "", JenisTarget.RENTANG),
        (">= 2 Desa", None, "", JenisTarget.TEKS),
        ("Tersusun", None, "", JenisTarget.TEKS),
        ("-", None, "", JenisTarget.TEKS),
        ("1 x 24 jam", None, "", JenisTarget.TEKS),
    ],
)
def test_a_target_is_a_number_a_range_a_grade_or_words(
    text: str, value: str | None, unit: str, jenis: JenisTarget
) -> None:
    read, rest, kind = target(text)
    assert (str(read) if read is not None else None, rest, kind) == (value, unit, jenis)


def test_clean_drops_what_cannot_be_seen_and_keeps_the_wording() -> None:
    written = " Peningkatan\u00a0 Ketahanan  Sosial\u200b \r\n Masy\u00adarakat\ufeff\u202e\x02 "
    assert clean(written) == "Peningkatan Ketahanan Sosial\nMasyarakat"
    assert one_line(written) == "Peningkatan Ketahanan Sosial Masyarakat"


@pytest.mark.parametrize(
    "text", ["Pemerinthan", "PROSENTASE", "<b>&amp;</b>", "\\N", "a]b", "=1+1"]
)
def test_clean_never_changes_the_wording(text: str) -> None:
    assert clean(text) == text


def test_printable_drops_control_bidi_and_surrogate_characters() -> None:
    assert printable("a\x00b\x1fc\u202ed\ud800e\U000f0000\tf\n") == "abcde\tf\n"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Program & Kegiatan", "program dan kegiatan"),
        ("T-C.27", "tc27"),
        ("ＫＯＤＥ", "kode"),
        ("Program/Kegiatan", "PROGRAM  KEGIATAN"),
        ("Sub_Kegiatan", "sub kegiatan"),
    ],
)
def test_names_are_compared_without_case_blanks_and_marks(text: str, same: str) -> None:
    assert key(text) == key(same)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nilai IKM", ("Nilai IKM",)),
        ("1. Nilai IKM\n2. Nilai SAKIP", ("Nilai IKM", "Nilai SAKIP")),
        ("1. Nilai\nIKM\n2. Nilai SAKIP", ("Nilai IKM", "Nilai SAKIP")),
        ("a) satu\nb) dua", ("satu", "dua")),
        ("(1) satu\n(2) dua", ("satu", "dua")),
        ("satu\n\ndua", ("satu", "dua")),
        ("83.30", ("83.30",)),
        ("2. 46,50", ("46,50",)),
        ("", ()),
    ],
)
def test_a_cells_list_is_split_at_its_numbers_or_lines(text: str, parts: tuple[str, ...]) -> None:
    assert items(text) == parts


def test_a_decimal_number_is_no_numbering() -> None:
    assert not is_numbered("1.250")
    assert not is_numbered("83.30 %")
    assert is_numbered("1. 83.30 %")


@pytest.mark.parametrize(
    ("text", "parts"),
    [("S1; U1", ("S1", "U1")), ("S1;\nS1;U2;", ("S1", "U2")), ("", ()), (" T1 ", ("T1",))],
)
def test_codes_are_split_at_semicolons_and_lines(text: str, parts: tuple[str, ...]) -> None:
    assert codes(text) == parts


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("7 UNSUR KEWILAYAHAN", ("7", "UNSUR KEWILAYAHAN")),
        ("7.01 KECAMATAN", ("7.01", "KECAMATAN")),
        ("X.XX PENUNJANG", ("X.XX", "PENUNJANG")),
        ("KECAMATAN", ("", "KECAMATAN")),
        ("", ("", "")),
    ],
)
def test_a_code_is_split_from_the_name_behind_it(text: str, pair: tuple[str, str]) -> None:
    assert code_and_name(text) == pair


def test_a_nip_is_printed_in_groups() -> None:
    assert nip("197508172000031004") == "19750817 200003 1 004"
    assert nip("19750817 200003 1 004") == "19750817 200003 1 004"
    assert nip("12345") == "12345"


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("1250000.5", None, "1.250.000,5"),
        ("1250000", None, "1.250.000"),
        ("4083500500", 0, "4.083.500.500"),
        ("83.3", 2, "83,30"),
        ("0.125", 2, "0,13"),
        ("-1234", 0, "-1.234"),
    ],
)
def test_a_number_is_printed_in_indonesian_form(value: str, places: int | None, text: str) -> None:
    assert indonesian(Decimal(value), places) == text


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("８３，３０", "83.30", "", JenisTarget.ANGKA),
        ("−5", "-5", "", JenisTarget.ANGKA),
        ("83,30 (target antara)", "83.30", "", JenisTarget.ANGKA),
        ("80 %*)", "80", "%", JenisTarget.ANGKA),
        ("12 bln", "12", "bln", JenisTarget.ANGKA),
        ("85 s.d. 86", None, "", JenisTarget.RENTANG),
        ("85 sampai dengan 86 %", None, "", JenisTarget.RENTANG),
        ("B (baik)", None, "", JenisTarget.PREDIKAT),
        ("Rp 5.000", "5000", "", JenisTarget.ANGKA),
        ("-", None, "", JenisTarget.TEKS),
        ("100% (19 Desa)", "100", "%", JenisTarget.ANGKA),
    ],
)
def test_a_target_with_a_remark_or_a_wide_digit_keeps_its_number(
    text: str, value: str | None, unit: str, kind: JenisTarget
) -> None:
    assert target(text) == (None if value is None else Decimal(value), unit, kind)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1. A 2. B 3. C", ("A", "B", "C")),
        ("1.A\n2.B", ("A", "B")),
        ("1. A;\n2. B", ("A", "B")),
        ("• A\n• B", ("A", "B")),
        ("- A\n- B", ("A", "B")),
        ("-\n-5", ("-", "-5")),
        ("1. A tahun 2. B", ("A tahun", "B")),
        ("Nilai 1. A", ("Nilai 1. A",)),
        ("A; B", ("A; B",)),
    ],
)
def test_a_list_is_split_at_its_numbers_bullets_and_lines(text: str, parts: tuple[str]) -> None:
    assert items(text) == parts


def test_a_semicolon_parts_a_list_of_a_known_length_only() -> None:
    assert listed("83,30; 90", 2) == ("83,30", "90")
    assert listed("83,30; 90", 3) == ("83,30; 90",)
    assert listed("1. A\n2. B; C", 2) == ("A", "B; C")


@pytest.mark.parametrize(("text", "bound"), [(">= 2 Desa", True), ("≥ 80", True), ("> B", False)])
def test_a_bound_is_told_from_words(text: str, bound: bool) -> None:
    assert is_bound(text) is bound


@pytest.mark.parametrize(
    ("text", "grouped"),
    [
        *(("12.345,6", True), ("1.250.000 Ton", True), ("1.250", False)),
        *(("12,345.6", False), ("83,30", False), ("1.2500,5", False)),
    ],
)
def test_dots_that_plainly_part_thousands_are_told(text: str, grouped: bool) -> None:
    assert is_grouped(text) is grouped


@pytest.mark.parametrize(
    ("text", "blank"), [("Rp -", True), ("Rp. –", True), ("-", True), ("Rp 0", False)]
)
def test_a_dash_behind_rp_is_nothing_too(text: str, blank: bool) -> None:
    assert is_blank_word(text) is blank
