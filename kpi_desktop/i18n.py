"""Languages: sentences, plurals, numbers, money and dates as the person reads them. QtCore only.

A language is one catalogue `resources/i18n/kpi_desktop_<code>.qm`; English is the source and has one for its plurals. Qt brings its own
`qtbase_<code>.qm` for the buttons of its dialogs.
"""

from __future__ import annotations

import math
import re
import threading
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

from kpi_desktop import paths
from kpi_desktop.metrics.result import Unit
from kpi_desktop.model.plans import Range
from kpi_desktop.model.problem import Brought, Money, Share, Text, UserError
from kpi_desktop.model.schema import BY_NAME
from kpi_desktop.model.selection import Grain, Period

_COUNTRY = {"en": QLocale.Country.UnitedKingdom, "ru": QLocale.Country.Russia}
_NAMES = {"en": "English", "ru": "Русский"}
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "RUB": "₽", "JPY": "¥", "INR": "₹", "CHF": "CHF"}
NONE = "—"
_SHORT = (("млрд", 1e9), ("млн", 1e6), ("тыс.", 1e3), ("тыс", 1e3), ("m", 1e6), ("k", 1e3))

_state: dict[str, Any] = {"language": "en", "translator": None, "qt": None, "locale": QLocale(QLocale.Language.English, _COUNTRY["en"])}
_here = threading.local()
"""What a thread speaks for itself, where it does: (language, translator, locale)."""


def languages() -> dict[str, str]:
    """Language code -> its own name, for every catalogue that is there."""
    codes = sorted(p.stem.rsplit("_", 1)[1] for p in paths.resource("i18n").glob("kpi_desktop_*.qm"))
    return {c: _NAMES.get(c) or QLocale(c).nativeLanguageName() for c in sorted({"en", *codes})}


def language() -> str:
    """The code of the language in force."""
    own = getattr(_here, "own", None)
    return str(own[0] if own is not None else _state["language"])


def system_language() -> str:
    """The system's language where there is a catalogue for it, else English."""
    code = QLocale.system().name().split("_")[0]
    return code if code in languages() else "en"


def set_language(code: str) -> None:
    """Speak this language from now on; UserError where there is no catalogue for it."""
    _known(code)
    app = QCoreApplication.instance() or QCoreApplication([])
    _state["app"] = app  # a translator needs an application that lives as long as it does
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for key, catalogue in (("qt", qt / f"qtbase_{code}.qm"), ("translator", paths.resource("i18n", f"kpi_desktop_{code}.qm"))):
        if _state[key] is not None:
            app.removeTranslator(_state[key])
        _state[key] = QTranslator()
        if _state[key].load(str(catalogue)):
            app.installTranslator(_state[key])
    _state.update(language=code, locale=_locale(code))
    QLocale.setDefault(_state["locale"])


def _known(code: str) -> None:
    if code not in languages():
        raise UserError(Text("There is no language “{code}”.", code=code),
                        Text("Choose one of {codes}.", codes=", ".join(languages())))


def _locale(code: str) -> QLocale:
    return QLocale(QLocale(code).language(), _COUNTRY.get(code, QLocale(code).territory()))


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language in this thread alone, for the time being: a report in Russian while the window stays English. UserError where there is
    no catalogue for it."""
    if code == language():
        yield
        return
    _known(code)
    translator, before = QTranslator(), getattr(_here, "own", None)
    translator.load(str(paths.resource("i18n", f"kpi_desktop_{code}.qm")))
    _here.own = (code, translator, _locale(code))
    try:
        yield
    finally:
        _here.own = before


def locale() -> QLocale:
    """The locale of the language in force."""
    own = getattr(_here, "own", None)
    return own[2] if own is not None else _state["locale"]


def _translated(source: str, comment: str, n: int | None) -> str:
    own = getattr(_here, "own", None)
    if own is None:
        return QCoreApplication.translate("", source, comment or None, -1 if n is None else n)
    found = own[1].translate("", source, comment or None, -1 if n is None else n) or source
    return found if n is None else found.replace("%n", str(n))


def tr(source: str, comment: str = "", n: int | None = None, /, **values: Any) -> str:
    """A sentence in the language in force. `%n` is the plural count `n`, `{name}` a value (formatted for the locale); a period at its start is capital."""
    text = _translated(source, comment, n)
    if n is not None:
        text = text.replace(str(n), number(n)) if abs(n) >= 1000 else text
    if not values:
        return text
    first = values.get(text[1:].partition("}")[0]) if text.startswith("{") else None
    said = text.format(**{k: shown(v) for k, v in values.items()})
    return first_up(said) if isinstance(first, Period) else said


def say(text: Text | str) -> str:
    """Render a Text of the core (a plain string, such as a name the person gave, stays as it is)."""
    if isinstance(text, str):
        return text
    return tr(text.source, text.comment, text.n, **dict(text.values))


def say_all(*texts: Text | str | None) -> str:
    """Sentences in one line, those that are there: what is wrong, and what to do."""
    return " ".join(say(t) for t in texts if t is not None)


@cache
def _brought(code: str) -> dict[str, str]:
    """What the data files of the formats say in a language besides English: English words -> theirs."""
    told: dict[str, str] = {}
    for path in paths.resource("formats").glob("*.toml"):
        data = tomllib.loads(path.read_text("utf-8"))
        told |= {data[key]: words for key, words in data.get(code, {}).items()}
    return told


def read_as(name: Text | str) -> str:
    """The name of a format that a file was read as; one without a name of its own is called as its table."""
    if isinstance(name, Text):
        return say(name)
    return say(BY_NAME[name].label) if name in BY_NAME else shown(Brought(name))


def shown(value: Any) -> str:
    """One value inside a sentence, formatted by its type."""
    if isinstance(value, Text):
        return say(value)
    if isinstance(value, Money):
        return money(value.amount, value.currency)
    if isinstance(value, Share):
        return percent(value.fraction)
    if isinstance(value, Brought):
        return _brought(language()).get(value.words, value.words)
    if isinstance(value, Period):
        return _period(value)
    if isinstance(value, datetime):
        return f"{day(value)}, {value:%H:%M}"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return number(value, None if isinstance(value, int) else 1)
    return str(value)


def number(value: float | None, decimals: int | None = None) -> str:
    """A number with the locale's separators; `decimals` None: none for whole numbers, else one. A true minus sign."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return NONE
    if decimals is None:
        decimals = 0 if float(value).is_integer() else 1
    text = locale().toString(abs(float(value)), "f", decimals)
    negative = value < 0 and any(c in "123456789" for c in text)
    return ("−" if negative else "") + text


def percent(fraction: float | None, decimals: int = 1) -> str:
    """A fraction as a percentage: 0.255 -> 25.5 %."""
    return NONE if fraction is None else f"{number(100 * fraction, decimals)}\u00a0%"


def money(value: float | None, currency: str, *, compact: bool = False, decimals: int | None = None) -> str:
    """An amount: whole units from 100 on, cents below; `compact` shortens thousands (86.2 k) and millions for cards."""
    if value is None or math.isnan(value):
        return NONE
    suffix = ""
    size = abs(value)
    if compact and size >= 100_000:
        value, suffix = (value / 1e6, tr("M", "million, after a shortened number")) if size >= 1e6 else (
            value / 1e3, tr("k", "thousand, after a shortened number"))
        text = f"{number(value, 1)}\u00a0{suffix}"
    else:
        text = number(value, decimals if decimals is not None else (0 if size >= 100 or not size else 2))
    return _signed(text, currency)


def _signed(text: str, currency: str) -> str:
    """A number with the sign of its currency where the language has it."""
    sign = _SIGNS.get(currency.upper(), currency)
    if language() == "en" and len(sign) == 1:
        return f"−{sign}{text[1:]}" if text.startswith("−") else f"{sign}{text}"
    return f"{text}\u00a0{sign}"


def moneys(values: Sequence[float], currency: str) -> list[str]:
    """Amounts of one scale, all in the same way: from 100,000 on in thousands, from a million on in millions, with as many decimals as one of them needs."""
    most = max(map(abs, values), default=0.0)
    if most < 100_000:
        cents = 2 if most < 100 and any(not float(v).is_integer() for v in values) else 0
        return [money(v, currency, decimals=cents) for v in values]
    size, suffix = (1e6, tr("M", "million, after a shortened number")) if most >= 1e6 else (1e3, tr("k", "thousand, after a shortened number"))
    decimals = next((d for d in (0, 1) if all(abs(round(v / size, d) - v / size) < 1e-9 for v in values)), 2)
    return [_signed(f"{number(v / size, decimals)}\u00a0{suffix}" if v else number(0), currency) for v in values]


def between(low: float, high: float) -> str:
    """Two ends of an interval in as little room as they can take: 1,239–2,081, 67–455 k, 0.9–1.4 M."""
    if high < 10_000:
        return f"{number(low, 0)}–{number(high, 0)}"
    size, suffix = (1e6, tr("M", "million, after a shortened number")) if high >= 1e6 else (1e3, tr("k", "thousand, after a shortened number"))
    decimals = 1 if high < 10 * size or size > 1e3 else 0
    return f"{number(low / size, decimals)}–{number(high / size, decimals)}\u00a0{suffix}"


def figure(value: float | None, unit: Unit, currency: str, *, compact: bool = False) -> str:
    """A KPI's value in its unit."""
    if value is None or math.isnan(value):
        return NONE
    if unit is Unit.MONEY:
        return money(value, currency, compact=compact)
    if unit is Unit.RATE:
        return percent(value)
    if unit is Unit.POINTS:
        return number(value, 0)
    if unit is Unit.DAYS:
        return tr("%n day(s)", "", round(value)) if float(value).is_integer() else tr("{days} days", days=number(value, 1))
    return number(value, 2 if unit is Unit.FACTOR else None)


def span(low: float, high: float, unit: Unit, currency: str) -> str:
    """An interval in its unit; an end at infinity is open."""
    if math.isinf(high):
        return tr("at least {value}", value=figure(low, unit, currency))
    last = figure(high, unit, currency)
    return tr("at most {value}", value=last) if math.isinf(low) else f"{figure(low, unit, currency)} – {last}"


def ranged(r: Range | None, said: Callable[[float], str], none: str = NONE) -> str:
    """An expectation with its range, each figure as `said` tells it."""
    return none if r is None else f"{said(r.value)} ({said(r.low)} – {said(r.high)})"


def change(value: float | None, unit: Unit, currency: str) -> str:
    """A difference in its unit, without a sign: points for rates and NPS."""
    if value is None:
        return NONE
    if unit is Unit.RATE:
        return tr("{value} pt", "percentage points", None, value=number(abs(100 * value), 1))
    return figure(abs(value), unit, currency, compact=True)


def day_format() -> str:
    """How a day is written, as Qt spells it."""
    return "dd.MM.yyyy" if language() == "ru" else "d MMM yyyy"


def day(value: date) -> str:
    """A calendar day, spelled for the language: 5 Feb 2024, 05.02.2024."""
    if isinstance(value, datetime):
        value = value.date()
    return locale().toString(QDate(value.year, value.month, value.day), day_format())


def month_name(value: date, *, short: bool = True) -> str:
    """The month's name standing alone (Jan, янв.)."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    name = locale().standaloneMonthName(value.month, form)
    return name.rstrip(".") if short else name


def period(value: Period, *, short: bool = False) -> str:
    """A period as people write it where it stands alone: 2024, Q3 2024, March 2024, 5 Feb 2024 – 3 Mar 2024. `short` is for axes.

    Inside a sentence the Period itself is the value: Russian writes a month small there.
    """
    return _period(value, short=True) if short else first_up(_period(value))


def first_up(text: str) -> str:
    """A text as a sentence begins."""
    return text[:1].upper() + text[1:]


def _period(value: Period, *, short: bool = False) -> str:
    year = value.first.year
    if value.grain is Grain.YEAR:
        return str(year)
    if value.grain is Grain.QUARTER:
        return tr("Q{quarter} {year}", quarter=str((value.first.month + 2) // 3), year=str(year)[2:] if short else str(year))
    if value.grain is Grain.MONTH:
        name = month_name(value.first, short=short)
        return f"{name} {str(year)[2:] if short else year}"
    return day(value.last) if short else _days(value)


def _days(value: Period) -> str:
    """From a day to a day, what both have in common said once: 1–12 Nov 2025, 3 Feb – 12 Nov 2025."""
    first, last = value.first, value.last
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    same = first.month == last.month
    if language() == "ru":
        start, dash = (f"{first:%d}", "–") if same else (f"{first:%d.%m}", " – ")
    else:
        start, dash = (str(first.day), "–") if same else (locale().toString(QDate(first.year, first.month, first.day), "d MMM"), " – ")
    return day(last) if first == last else f"{start}{dash}{day(last)}"


def read_figure(text: str, unit: Unit) -> float:
    """A figure as a person typed it, in its unit: 1,250.50 or 1 250,50, €12 k, 25 % (the sign may be left out), 3 M. UserError on anything else.

    A comma or a point parts thousands where three digits follow it and the language writes it so, else decimals.
    """
    bare = re.sub(r"[\s'’%€$£₽¥₹]|eur|usd|gbp|rub|chf|руб\.?", "", text.casefold()).replace("−", "-")
    factor = next((times for word, times in _SHORT if bare.endswith(word)), 1.0)
    bare = re.sub("|".join(re.escape(word) + "$" for word, _ in _SHORT), "", bare)
    point = locale().decimalPoint()
    if "," in bare and "." in bare:
        point = max(",.", key=bare.rindex)
    group = "," if point == "." else "."
    if re.fullmatch(rf"-?\d{{1,3}}({re.escape(group)}\d{{3}})+({re.escape(point)}\d+)?", bare):
        bare = bare.replace(group, "")
    bare = bare.replace(",", ".")
    if not re.fullmatch(r"-?(\d+\.?\d*|\.\d+)", bare):
        example = percent(0.25, 0) if unit is Unit.RATE else number(1250, 0)
        raise UserError(Text("“{value}” is no number.", value=text.strip()), Text("Write it as {example}.", example=example))
    return float(bare) * factor / (100 if unit is Unit.RATE else 1)


def typed(value: float, unit: Unit) -> str:
    """A figure as a person would type it, to be edited."""
    shown_value = 100 * value if unit is Unit.RATE else value
    text = number(shown_value, 0 if float(shown_value).is_integer() else 2)
    return f"{text}\u00a0%" if unit is Unit.RATE else text
