#!/bin/sh
# Klik dua kali: membuat semua dokumen dari folder input ke folder output.
cd -- "$(dirname -- "$0")" || exit 2
PATH="$PATH:$HOME/.local/bin"
ada() { "$@" --version >/dev/null 2>&1; }
if ada .venv/bin/python -m pohon_docs; then
    set -- .venv/bin/python -m pohon_docs
elif ada pohon-docs; then
    set -- pohon-docs
elif ada python3 -m pohon_docs; then
    set -- python3 -m pohon_docs
else
    echo "pohon-docs belum terpasang. Lihat langkah 1 pada panduan, lalu klik lagi."
    exit 2
fi
"$@" build input --output output --nomor-halaman
hasil=$?
case "$hasil" in
    0) echo "Selesai. Jendela ini boleh ditutup." ;;
    1) echo "Selesai; ada galat yang perlu diperbaiki, lihat daftar temuan." ;;
    *) echo "Belum selesai; ikuti pesan di atas, lalu klik lagi." ;;
esac
if [ "$hasil" -le 1 ] && [ -f output/index.html ] && [ "$(uname)" = Darwin ]; then
    open output/index.html
fi
exit "$hasil"
