#!/bin/sh
# Klik dua kali: membuat semua dokumen dari folder input ke folder output.
cd "$(dirname "$0")" || exit 2
if [ -x .venv/bin/python ]; then
    pohon_docs() { .venv/bin/python -m pohon_docs "$@"; }
elif command -v pohon-docs >/dev/null 2>&1; then
    pohon_docs() { pohon-docs "$@"; }
else
    pohon_docs() { python3 -m pohon_docs "$@"; }
fi
if ! pohon_docs --version >/dev/null 2>&1; then
    echo "pohon-docs belum terpasang. Lihat langkah 1 pada panduan, lalu klik lagi."
    exit 2
fi
pohon_docs build input --output output --nomor-halaman
hasil=$?
[ -f output/index.html ] && command -v open >/dev/null 2>&1 && open output/index.html
[ "$hasil" = 0 ] && echo "Selesai. Jendela ini boleh ditutup."
[ "$hasil" = 1 ] && echo "Selesai; ada galat yang perlu diperbaiki, lihat daftar temuan."
exit "$hasil"
