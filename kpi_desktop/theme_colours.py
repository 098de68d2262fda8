"""The palette that window, charts and report share (one name per role), for light and dark screens and for paper."""

from __future__ import annotations

from dataclasses import dataclass

OKABE_ITO = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#B8A800")
"""Seven categories that colour-blind eyes tell apart (Okabe and Ito 2008; the yellow darkened to be seen on white)."""


@dataclass(frozen=True)
class Palette:
    """Colours by role, as #RRGGBB."""

    ground: str
    surface: str
    line: str
    text: str
    quiet: str
    accent: str
    soft: str
    comparison: str
    better: str
    worse: str
    categories: tuple[str, ...] = OKABE_ITO

    def role(self, name: str, index: int = 0) -> str:
        """The colour of a chart's role; "category" takes the next of the seven."""
        return self.categories[index % len(self.categories)] if name == "category" else str(getattr(self, name))


def blended(top: str, ground: str, share: float) -> str:
    """A colour laid over another, covering `share` (0 to 1) of it."""
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02X}" for a, b in zip(_parts(top), _parts(ground), strict=True))


def readable(ground: str, *inks: str) -> str:
    """The ink that stands out most on a ground (contrast as WCAG 2.2 defines it)."""
    return max(inks, key=lambda ink: contrast(ink, ground))


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [c / 12.92 if (c := part / 255) <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for part in _parts(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


_LIGHT = Palette("#F6F7F9", "#FFFFFF", "#E2E5EA", "#1B2330", "#5F6B7A", "#2F5FD0", "#E9EEFA", "#A9B4C4", "#0B7A5C", "#B4461F")
_DARK = Palette("#14181F", "#1C222B", "#2C3440", "#E8ECF2", "#9AA6B6", "#7EA2FF", "#232D42", "#56627A", "#4CC3A0", "#F08A5D")
PALETTES: dict[str, Palette] = {"light": _LIGHT, "dark": _DARK, "print": Palette("#FFFFFF", *(getattr(_LIGHT, n) for n in (
    "surface", "line", "text", "quiet", "accent", "soft", "comparison", "better", "worse")))}
"""Palette by name; "print" is for paper."""
