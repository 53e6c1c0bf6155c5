# Menu proyek. `make docs` membuat semua dokumen dari input/ ke output/.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.siap
TEST_READY := $(VENV)/.siap-uji
BENCH_READY := $(VENV)/.siap-ukur

.PHONY: docs check aturan contoh test fuzz lint bench clean help

# membuat dokumen dari semua buku kerja di input/
docs: $(READY)
	@$(BIN)/pohon-docs build input --output output --nomor-halaman

# memeriksa buku kerja tanpa membuat dokumen
check: $(READY)
	@$(BIN)/pohon-docs check input

# menulis docs/aturan.md dari kode program
aturan: $(READY)
	@$(BIN)/pohon-docs list aturan --lengkap > docs/aturan.md

# membuat galeri semua kasus di contoh/, dan gambar README dari sana
contoh: $(TEST_READY)
	@$(BIN)/python tests/gallery.py --gambar

# menjalankan semua uji
test: $(TEST_READY)
	@$(BIN)/python -m pytest -n 2 --dist loadfile

# merusak 2.000 buku kerja secara acak dan memastikan pembacanya bertahan, menata 300 pohon
# acak yang simpulnya sampai 3.000, lalu merusak setiap sel buku kerja yang baik
fuzz: $(TEST_READY)
	@MUTAN=2000 $(BIN)/python -m pytest tests/test_fuzz.py
	@POHON=300 $(BIN)/python -m pytest tests/test_page_plan.py
	@SIRAM=semua $(BIN)/python -m pytest -n 2 --dist load tests/test_spoil.py -k named_or_said

# memeriksa gaya kode dan tipe
lint: $(TEST_READY)
	@$(BIN)/ruff check src tests bench
	@$(BIN)/ruff format --check src tests bench
	@$(BIN)/mypy

# mengukur kecepatan: perbandingan dalam satu kali jalan
bench: $(BENCH_READY)
	@$(BIN)/python bench/bench.py
	@$(BIN)/python bench/trees.py
	@$(BIN)/python bench/pages.py
	@$(BIN)/python bench/batch.py

# menghapus lingkungan dan hasil
clean:
	rm -rf $(VENV) output/*/ output/manifest.json

help:
	@sed -n 's/^# //p' Makefile

$(READY): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Perlu Python 3.11 atau lebih baru; pasang dari python.org."; exit 2; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Lingkungan Python tidak dapat dibuat; pasang paket python3-venv."; exit 2; }
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.lock \
	  && $(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e . \
	  || { echo "Paket Python tidak dapat dipasang; periksa sambungan internet, lalu ulangi."; exit 2; }
	@touch $@

$(TEST_READY): $(READY) requirements-test.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-test.lock \
	  || { echo "Paket uji tidak dapat dipasang; periksa sambungan internet, lalu ulangi."; exit 2; }
	@sh tests/install-tools.sh
	@touch $@

$(BENCH_READY): $(READY) pyproject.toml
	@$(BIN)/pip install --quiet --disable-pip-version-check -e '.[bench,cluster]' \
	  || echo "Pembanding docxtpl atau Dask tidak dapat dipasang; barisnya dilewati."
	@touch $@
