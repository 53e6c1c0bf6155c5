"""Text is measured as the PDF sets it, and wrapped without losing a letter."""

from random import Random

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from pohon_docs.layout.scene import Face
from pohon_docs.layout.text import drawable, font_file, line_count, width, wrap

_SENTENCE = (
    "Mengoptimalisasi Reformasi Birokrasi Melalui Peningkatan Kepuasan Masyarakat Terhadap "
    "Layanan dan Kapasitas Management Pemerinthan Hingga ke Desa/Kelurahan (RB) – 83,30%"
)
_LONG_WORD = "pertanggungjawabanpenyelenggaraanpemerintahandaerahkabupaten"
_LETTERS = "abcdefgimnoprstuwy    ABKPS/-–—.,()%0123456789é"

faces = pytest.mark.parametrize("face", list(Face))


def _random_texts(count: int) -> list[str]:
    random = Random(41)
    return [
        "".join(random.choice(_LETTERS) for _ in range(random.randint(1, 260)))
        for _ in range(count)
    ]


def _letters(text: str) -> str:
    return "".join(text.split())


@faces
@pytest.mark.parametrize("text", [_SENTENCE, _LONG_WORD, "83,30 %", "•–…€", "ÅéÑ"])
def test_widths_are_those_of_the_font_in_the_pdf(face: Face, text: str) -> None:
    name = f"Uji-{face}"
    pdfmetrics.registerFont(TTFont(name, font_file(face)))
    assert width(text, face, 9.5) == pytest.approx(pdfmetrics.stringWidth(text, name, 9.5), 1e-3)


def test_width_grows_with_size_and_bold_is_wider() -> None:
    plain = width(_SENTENCE, Face.REGULAR, 10)
    assert width(_SENTENCE, Face.REGULAR, 20) == pytest.approx(2 * plain)
    assert width(_SENTENCE, Face.BOLD, 10) > plain
    assert width("", Face.REGULAR, 10) == 0


@faces
@pytest.mark.parametrize("room", [22.0, 60.0, 140.0, 900.0])
def test_no_line_is_wider_than_the_room(face: Face, room: float) -> None:
    for text in (_SENTENCE, _LONG_WORD, *_random_texts(40)):
        for line in wrap(text, face, 9, room):
            assert width(line, face, 9) <= room + 1e-4, line


@pytest.mark.parametrize("room", [22.0, 60.0, 140.0, 900.0])
def test_no_letter_is_lost_or_moved(room: float) -> None:
    for text in (_SENTENCE, _LONG_WORD, *_random_texts(40)):
        assert _letters("".join(wrap(text, Face.REGULAR, 9, room))) == _letters(text)


@pytest.mark.parametrize("room", [22.0, 60.0, 140.0, 900.0])
def test_the_count_of_lines_is_the_number_of_lines(room: float) -> None:
    for text in (_SENTENCE, _LONG_WORD, "", "satu\ndua\n\nempat", *_random_texts(40)):
        lines = wrap(text, Face.BOLD, 8.55, room)
        assert line_count(text, Face.BOLD, 8.55, room) == len(lines)


def test_words_stay_whole_where_they_fit() -> None:
    lines = wrap(_SENTENCE, Face.REGULAR, 9, 120)
    assert " ".join(lines) == _SENTENCE


def test_a_long_word_without_blanks_is_broken() -> None:
    lines = wrap(f"Laporan {_LONG_WORD} desa", Face.REGULAR, 9, 80)
    assert len(lines) > 3
    assert _letters("".join(lines)) == f"Laporan{_LONG_WORD}desa"


def test_a_long_word_is_broken_after_a_slash_or_hyphen_first() -> None:
    lines = wrap("Urusan/Suburusan/Kewenangan", Face.REGULAR, 9, 60)
    assert [line[-1] for line in lines[:-1]] == ["/"] * (len(lines) - 1)


def test_a_letter_wider_than_the_room_still_gets_a_line() -> None:
    assert wrap("WW", Face.REGULAR, 9, 1) == ("W", "W")


def test_lines_of_a_paragraph_are_about_even() -> None:
    lines = wrap("Peningkatan Kualitas aparatur pemerintah Desa", Face.BOLD, 10, 140)
    assert lines == ("Peningkatan Kualitas", "aparatur pemerintah Desa")


def test_each_line_feed_begins_a_line_and_an_empty_text_is_one_line() -> None:
    assert wrap("satu\ndua dua\n\nempat", Face.REGULAR, 9, 300) == ("satu", "dua dua", "", "empat")
    assert wrap("", Face.REGULAR, 9, 300) == ("",)


def test_characters_that_the_font_lacks_become_a_box_of_the_font() -> None:
    assert drawable("rapat \U0001f600 漢字 selesai") == "rapat □ □□ selesai"
    assert wrap("rapat \U0001f600", Face.REGULAR, 9, 300) == ("rapat □",)
    assert width("\U0001f600", Face.REGULAR, 9) == width("□", Face.REGULAR, 9)


@pytest.mark.parametrize("text", ["Kepala • Desa – “Maju” é ½ ≥ 5 m²", "A/B\n1,5 %"])
def test_characters_that_the_font_has_stay(text: str) -> None:
    assert drawable(text) == text


def test_unseen_characters_are_dropped_and_accents_composed() -> None:
    assert drawable("ke\u202endali\x07 e\u0301 ta\u00admu") == "kendali é tamu"
