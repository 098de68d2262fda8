#!/usr/bin/env bash
# Makes, from the folder that PyInstaller built, a .deb and a portable archive: linux.sh PROGRAM_FOLDER OUT_FOLDER
set -euo pipefail
program=$(realpath "$1") out=$(mkdir -p "$2" && realpath "$2")
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' kpi_desktop/version.py)
arch=$(dpkg --print-architecture)
packaging=resources/packaging
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

root=$work/root
install -d "$root"/DEBIAN "$root"/opt "$root"/usr/bin "$root"/usr/share/applications "$root"/usr/share/mime/packages "$root"/usr/share/doc/kpi-desktop \
  "$root"/usr/share/icons/hicolor/scalable/apps "$root"/usr/share/icons/hicolor/128x128/apps
cp -a "$program" "$root/opt/kpi-desktop"
ln -s /opt/kpi-desktop/kpi-desktop "$root/usr/bin/kpi-desktop"
install -m 644 $packaging/kpi-desktop.desktop "$root/usr/share/applications/"
install -m 644 $packaging/kpi-desktop.xml "$root/usr/share/mime/packages/"
install -m 644 resources/icons/app.svg "$root/usr/share/icons/hicolor/scalable/apps/kpi-desktop.svg"
install -m 644 $packaging/app.png "$root/usr/share/icons/hicolor/128x128/apps/kpi-desktop.png"
install -m 644 LICENSE "$root/usr/share/doc/kpi-desktop/copyright"
cat >"$root/DEBIAN/control" <<END
Package: kpi-desktop
Version: $version
Architecture: $arch
Maintainer: KPI Desktop <kpi-desktop@localhost>
Installed-Size: $(du -sk "$root" | cut -f1)
Depends: libc6 (>= $(getconf GNU_LIBC_VERSION | cut -d" " -f2)), libdbus-1-3, libegl1, libfontconfig1, libfreetype6, libgl1, libglib2.0-0 | libglib2.0-0t64, libxkbcommon0
Recommends: libcups2 | libcups2t64, shared-mime-info, desktop-file-utils
Section: utils
Priority: optional
Description: ten marketing KPIs, a funnel, verdicts and a plan
 Reads exports of web analytics, CRM, ad costs, events, invoices and NPS
 answers, and keeps everything on this machine.
END
# desktop-file-utils and shared-mime-info refresh their lists by triggers of their own
dpkg-deb -Zxz -z"${XZ_LEVEL:-6}" --root-owner-group --build "$root" "$out/kpi-desktop_${version}_$arch.deb" >/dev/null

portable=kpi-desktop-$version
install -d "$work/$portable"
mv "$root/opt/kpi-desktop" "$work/$portable/program"
install -m 755 $packaging/kpi-desktop.sh "$work/$portable/kpi-desktop"
install -m 644 LICENSE README.md "$work/$portable/"
tar -C "$work" --owner=0 --group=0 -cf - "$portable" | xz -T2 -"${XZ_LEVEL:-6}" >"$out/$portable-linux-$arch.tar.xz"
echo "unpacked $(du -sb --apparent-size "$work/$portable/program" | cut -f1) bytes"
(cd "$out" && ls -l ./*"$version"* | awk '{print $5, $9}')
