#!/bin/sh
# What only the tests need and pip can't bring: LibreOffice, poppler-utils, Chromium.
# Tests that lack them are skipped and say so; this step only tries.
need=""
command -v soffice >/dev/null 2>&1 || need="$need libreoffice-writer-nogui libreoffice-calc-nogui"
command -v pdftotext >/dev/null 2>&1 || need="$need poppler-utils"
command -v chromium >/dev/null 2>&1 || need="$need chromium"
command -v chromedriver >/dev/null 2>&1 || need="$need chromium-driver"
[ -z "$need" ] && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "memasang untuk uji:$need"
    if apt-get update -qq >/dev/null 2>&1 \
        && apt-get install -y -qq --no-install-recommends $need >/dev/null 2>&1; then
        exit 0
    fi
fi
echo "tidak dapat memasang:$need; uji yang memerlukannya dilewati." \
    "Pasang sendiri dengan: sudo apt-get install$need"
