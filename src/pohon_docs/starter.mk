# Menu folder kerja. `make docs` membuat semua dokumen dari input/ ke output/.
POHON_DOCS := $(firstword $(wildcard .venv/bin/pohon-docs .venv/Scripts/pohon-docs.exe) pohon-docs)

.PHONY: docs check help

# membuat dokumen dari semua buku kerja di input/
docs:
	@$(POHON_DOCS) --version >/dev/null 2>&1 \
	  || { echo "pohon-docs belum terpasang; pasang dengan pip, di sini atau di .venv/."; exit 2; }
	@$(POHON_DOCS) build input --output output --nomor-halaman

# memeriksa buku kerja tanpa membuat dokumen
check:
	@$(POHON_DOCS) --version >/dev/null 2>&1 \
	  || { echo "pohon-docs belum terpasang; pasang dengan pip, di sini atau di .venv/."; exit 2; }
	@$(POHON_DOCS) check input

help:
	@sed -n 's/^# //p' Makefile
