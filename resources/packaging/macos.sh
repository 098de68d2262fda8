#!/usr/bin/env bash
# Makes a disk image from the bundle that PyInstaller built on macOS: macos.sh OUT_FOLDER
# NOT RUN HERE: it was written on Linux and has never met macOS. It signs with CODESIGN_IDENTITY where that is set, else ad hoc.
set -euo pipefail
out=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' kpi_desktop/version.py)
app="dist/KPI Desktop.app"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$app" "$work/"
codesign --force --deep --sign "${CODESIGN_IDENTITY:--}" "$work/KPI Desktop.app"
ln -s /Applications "$work/Applications"
hdiutil create -volname "KPI Desktop" -srcfolder "$work" -format ULMO -ov "$out/kpi-desktop-$version-macos.dmg"
