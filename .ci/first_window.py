"""Seconds from a command to its first visible window on an X screen, and to the window that takes its place: first_window.py DISPLAY COMMAND...

The processor's seconds are told beside them: they stay the same on a machine that has other things to do.
"""

import ctypes
import os
import subprocess
import sys
import time
from pathlib import Path

X = ctypes.CDLL("libX11.so.6")
X.XOpenDisplay.restype = X.XDefaultRootWindow.restype = ctypes.c_void_p
PATIENCE, AFTER = 60, 4  # s for a window to come; s for the program to settle before it is ended


class Attributes(ctypes.Structure):
    """XWindowAttributes as far as map_state."""

    _fields_ = [(n, ctypes.c_int) for n in ("x", "y", "width", "height", "border", "depth")] + [("visual", ctypes.c_void_p), ("root", ctypes.c_ulong)] + [
        (n, ctypes.c_int) for n in ("kind", "bit_gravity", "win_gravity", "backing_store")] + [("planes", ctypes.c_ulong), ("pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int), ("rest", ctypes.c_long * 16)]


# a window may be gone between being listed and being asked about: no reason to end
_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda display, error: 0)
X.XSetErrorHandler(_HANDLER)


def visible(display: ctypes.c_void_p) -> set[int]:
    """The windows larger than a tooltip that stand on the screen."""
    root, parent, children, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    X.XQueryTree(display, ctypes.c_ulong(X.XDefaultRootWindow(display)), ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children), ctypes.byref(count))
    found = set()
    for at in range(count.value):
        told = Attributes()
        X.XGetWindowAttributes(display, ctypes.c_ulong(children[at]), ctypes.byref(told))
        if told.map_state == 2 and told.width > 400:
            found.add(children[at])
    X.XFree(children)
    return found


def worked(process: int) -> float:
    """Seconds that the processor gave to a process."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """Start, wait for the windows, say how long they took, and end the program."""
    display = ctypes.c_void_p(X.XOpenDisplay(sys.argv[1].encode()))
    before = visible(display)
    began = time.monotonic()
    program = subprocess.Popen(sys.argv[2:])
    seen: set[int] = set()
    try:
        while len(seen) < 2 and program.poll() is None and time.monotonic() - began < PATIENCE:
            fresh = visible(display) - before - seen
            if fresh:
                what = "the program's" if seen else "first"
                print(f"{what} window after {time.monotonic() - began:.2f} s ({worked(program.pid):.2f} s of the processor)", flush=True)
                seen |= fresh
            time.sleep(0.01)
        time.sleep(AFTER)
        return 0 if len(seen) >= 2 and program.poll() is None else 1
    finally:
        program.terminate()
        program.wait()


if __name__ == "__main__":
    sys.exit(main())
