@echo off
rem Klik dua kali: membuat semua dokumen dari folder input ke folder output.
chcp 65001 >nul
set PYTHONUTF8=1
cd /d "%~dp0"
set "POHON_DOCS=pohon-docs"
where py >nul 2>&1 && set "POHON_DOCS=py -3 -m pohon_docs"
if exist ".venv\Scripts\python.exe" set "POHON_DOCS=.venv\Scripts\python.exe -m pohon_docs"
%POHON_DOCS% --version >nul 2>&1
if errorlevel 1 (
  echo pohon-docs belum terpasang. Lihat langkah 1 pada panduan, lalu klik lagi.
  pause
  exit /b 2
)
%POHON_DOCS% build input --output output --nomor-halaman
set HASIL=%errorlevel%
if exist "output\index.html" start "" "output\index.html"
echo.
if %HASIL%==0 echo Selesai.
if %HASIL%==1 echo Selesai; ada galat yang perlu diperbaiki, lihat daftar temuan.
pause
exit /b %HASIL%
