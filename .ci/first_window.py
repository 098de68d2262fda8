"""Seconds from a command to its first visible window on an X screen: first_window.py DISPLAY COMMAND..."""

import ctypes
import subprocess
import sys
import time

X = ctypes.CDLL("libX11.so.6")
X.XOpenDisplay.restype = X.XDefaultRootWindow.restype = ctypes.c_void_p


class Attributes(ctypes.Structure):
    """XWindowAttributes as far as map_state."""

    _fields_ = [(n, ctypes.c_int) for n in ("x", "y", "width", "height", "border", "depth")] + [("visual", ctypes.c_void_p), ("root", ctypes.c_ulong)] + [
        (n, ctypes.c_int) for n in ("kind", "bit_gravity", "win_gravity", "backing_store")] + [("planes", ctypes.c_ulong), ("pixel", ctypes.c_ulong),
        ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int), ("rest", ctypes.c_long * 16)]


def visible(display: ctypes.c_void_p) -> bool:
    """Whether a window larger than a tooltip stands on the screen."""
    root, parent, children, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    X.XQueryTree(display, ctypes.c_ulong(X.XDefaultRootWindow(display)), ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children), ctypes.byref(count))
    for at in range(count.value):
        told = Attributes()
        X.XGetWindowAttributes(display, ctypes.c_ulong(children[at]), ctypes.byref(told))
        if told.map_state == 2 and told.width > 400:
            return True
    return False


def main() -> int:
    """Start, wait for the window, say how long it took, and end the program."""
    display = ctypes.c_void_p(X.XOpenDisplay(sys.argv[1].encode()))
    began = time.monotonic()
    program = subprocess.Popen(sys.argv[2:])
    try:
        while not visible(display) and program.poll() is None and time.monotonic() - began < 60:
            time.sleep(0.01)
        if not visible(display):
            print("no window came")
            return 1
        print(f"first window after {time.monotonic() - began:.2f} s")
        time.sleep(6)
        return 0
    finally:
        program.terminate()
        program.wait()


if __name__ == "__main__":
    sys.exit(main())
