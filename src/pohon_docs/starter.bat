@echo off
rem Klik dua kali: membuat semua dokumen dari folder input ke folder output.
setlocal
chcp 65001 >nul
set "PYTHONUTF8=1"
rem pushd, bukan cd: folder bersama di jaringan (\\server\...) hanya terbuka dengan itu.
pushd "%~dp0"
if errorlevel 1 goto tertutup
set "POHON_DOCS=.venv\Scripts\python.exe -m pohon_docs"
%POHON_DOCS% --version >nul 2>&1 && goto ada
set "POHON_DOCS=py -3 -m pohon_docs"
%POHON_DOCS% --version >nul 2>&1 && goto ada
set "POHON_DOCS=pohon-docs"
%POHON_DOCS% --version >nul 2>&1 && goto ada
set "POHON_DOCS=python -m pohon_docs"
%POHON_DOCS% --version >nul 2>&1 && goto ada
echo pohon-docs belum terpasang. Lihat langkah 1 pada panduan, lalu klik lagi.
set HASIL=2
goto selesai
:tertutup
echo Folder berkas ini tidak dapat dibuka. Salin foldernya ke komputer ini, lalu klik lagi.
pause
exit /b 2
:ada
%POHON_DOCS% build input --output output --nomor-halaman
set HASIL=%errorlevel%
echo.
if %HASIL%==0 echo Selesai.
if %HASIL%==1 echo Selesai; ada galat yang perlu diperbaiki, lihat daftar temuan.
if %HASIL% GEQ 2 echo Belum selesai; ikuti pesan di atas, lalu klik lagi.
if %HASIL% LEQ 1 if exist "output\index.html" start "" "output\index.html"
:selesai
pause
popd
exit /b %HASIL%
