#!/bin/sh
# Starts the program from the folder that this archive was unpacked to.
exec "$(dirname "$(readlink -f "$0")")/program/kpi-desktop" "$@"
