"""Turning text into days, numbers, flags and choices; the order of day and month and the decimal sign are inferred per column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from itertools import product
from math import isfinite

from kpi_desktop.model.problem import Text
from kpi_desktop.model.schema import Field
from kpi_desktop.model.selection import day_number

BLANKS = frozenset({"", "-", "--", "—", "–", "n/a", "na", "null", "none", "nan", "#n/a", "(not set)"})
SPELT_BLANKS = frozenset("".join(letters) for word in BLANKS for letters in product(*({c, c.upper()} for c in word)))
"""Blanks in every mix of capitals, to look for among thousands of texts at once."""
CURRENCY_SIGNS = {"R$": "BRL", "C$": "CAD", "A$": "AUD", "zł": "PLN", "Kč": "CZK", "$": "USD", "€": "EUR", "₽": "RUB", "£": "GBP", "¥": "JPY",
                  "₹": "INR", "₴": "UAH", "₸": "KZT"}
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)")
_PARTS = re.compile(r"^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_MONTHS = {m: i % 12 + 1 for i, m in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
     "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"))} | {"мая": 5}
_WORDED = re.compile(r"^(?:[^\W\d]+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([^\W\d]{3,})\.?,?[\s-]+(\d{4})(?!\d)")
_WORDED_US = re.compile(r"^(?:[^\W\d]+\.?,\s+)?([^\W\d]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_MONTH_YEAR = re.compile(r"^([^\W\d]{3,})\.?,?\s+(\d{4})$")
_COMPACT = re.compile(r"^(19|20)\d{6}$")
_SERIAL = re.compile(r"^\d{5}(\.\d+)?$")
_SPACES = str.maketrans("", "", " \u00a0\u202f\u2009'’_")
_SUFFIX = {"k": 1e3, "к": 1e3, "m": 1e6, "м": 1e6, "b": 1e9}
_PLAIN = re.compile(r"^[+-]?\d+(\.\d+)?$")
_AMOUNT = re.compile(r"^([+-]?)([\d.,]+)$")
_GROUPED = re.compile(r"(?<!\d)[1-9]\d{0,2}([.,])\d{3}(\1\d{3})*(?!\d)")
_EXPONENT = re.compile(r"^[+-]?\d+(\.\d+)?e[+-]?\d+$", re.IGNORECASE)
_CODE = r"(USD|EUR|RUB|GBP|INR|JPY|CHF|UAH|KZT|BRL|PLN|CNY|руб\.?|р\.)"
_CODES = re.compile(rf"^(US(?=\$)|{_CODE})\s*|\s*{_CODE}$", re.IGNORECASE)
_YES = frozenset({"yes", "y", "true", "t", "1", "1.0", "x", "✓", "да", "д", "истина", "attended", "joined", "checked in", "посетил", "был", "присутствовал"})
_WON = re.compile(r"\bwon\b|выигр|успешн")
_LOST = re.compile(r"\blost\b|проигр|провал|не реализ|отказ")
_OVER = re.compile(r"clos|sign|paid|done|complet|finish|cancel|archiv|reject|duplic|dead|expire|закры|заверш|оплач|подпис|отмен|архив|дубл|расторг")
_UNDER_WAY = re.compile(
    r"\bnew\b|\bopen|progress|prospect|\bqualif|discover|\bdemo|present|propos|\bquot|negotia|contract|review|evaluat|decision|meeting|appoint|schedul|"
    r"\bneeds?\b|analysis|pending|working|engag|contact|follow|offer|pilot|trial|verbal|commit|on hold|nurtur|assess|"
    r"\bнов|открыт|в работе|перегов|квалиф|предлож|\bкп\b|соглас|договор|презент|\bдемо|решени|первичн|контакт|встреч|звон|сч[её]т|подготов|отправл|"
    r"ожида|пауз|тестир|пилот|неразобр|потребност|замер|расч[её]т|думает")
"""What the words of a deal's stage tell of its outcome; "contract signed" or "closed" alone tell nothing."""
_NO = frozenset({"no", "n", "false", "f", "0", "0.0", "нет", "н", "ложь", "absent", "no show", "no-show", "not attending", "registered", "не был"})


def is_blank(text: str) -> bool:
    """Whether the text says "nothing here"."""
    return text.strip().casefold() in BLANKS


def to_day(text: str, order: str = "dmy") -> int:
    """The day number of a date as text; `order` (dmy or mdy) decides 03/04/2024. ValueError when it is no date."""
    text = text.strip()
    if m := _ISO.match(text):
        if len(text) > 16 and (text.endswith(("Z", "z")) or "+" in text or text.count("-") == 3):
            return day_number(_zoned(text))
        return day_number(date(int(m[1]), int(m[2]), int(m[3] or 1)))
    if m := _PARTS.match(text):
        first, second, year = int(m[1]), int(m[3]), int(m[4])
        year += 0 if year > 99 else 2000 if year < 70 else 1900
        return day_number(date(year, first, second) if order == "mdy" else date(year, second, first))
    if m := _WORDED.match(text):
        return day_number(date(int(m[3]), _month(m[2]), int(m[1])))
    if m := _WORDED_US.match(text):
        return day_number(date(int(m[3]), _month(m[1]), int(m[2])))
    if m := _MONTH_YEAR.match(text):
        return day_number(date(int(m[2]), _month(m[1]), 1))
    if _COMPACT.match(text):
        return day_number(date(int(text[:4]), int(text[4:6]), int(text[6:])))
    if _SERIAL.match(text):
        return int(float(text)) - 25569
    raise ValueError(text)


def is_day(text: str) -> bool:
    """Whether the text is a date in any of the forms that `to_day` reads, bare numbers apart."""
    if text.strip().isdigit():
        return False
    try:
        to_day(text, date_order([text])[0])
    except ValueError:
        return False
    return True


def _zoned(text: str) -> date:
    moment = datetime.fromisoformat(text.replace("z", "Z"))
    try:
        return (moment.astimezone() if moment.tzinfo else moment).date()
    except OverflowError:  # the last hours of the year 9999 elsewhere
        raise ValueError(text) from None


def _month(word: str) -> int:
    number = _MONTHS.get(word[:3].casefold())
    if number is None:
        raise ValueError(word)
    return number


class DateTally:
    """What the dates of a column show of their order, text by text: which of the two first figures is ever above 12."""

    def __init__(self) -> None:
        self.dmy = self.mdy = self.slashes = 0

    def add(self, texts: Iterable[str]) -> None:
        """Take in more texts of the column."""
        for text in texts:
            if m := _PARTS.match(text.strip()):
                self.dmy += int(m[1]) > 12 >= int(m[3])
                self.mdy += int(m[3]) > 12 >= int(m[1])
                self.slashes += m[2] != "."

    def found(self) -> tuple[str, bool]:
        """"dmy" or "mdy", as most of the telling dates say, and whether that is certain (days above 12 in one place only, or nothing to tell)."""
        torn = min(self.dmy, self.mdy) > 0.02 * max(self.dmy, self.mdy)  # some days stand first and some second
        if self.mdy != self.dmy:
            return ("mdy" if self.mdy > self.dmy else "dmy"), not torn
        return "dmy", not torn and not self.slashes


class DecimalTally:
    """What the numbers of a column show of the sign before their decimals, text by text.

    One sign before exactly three digits parts thousands, unless the column shows otherwise.
    """

    def __init__(self) -> None:
        self.comma = self.point = self.grouped_by_comma = self.grouped_by_point = 0

    def add(self, texts: Iterable[str]) -> None:
        """Take in more texts of the column."""
        for text in texts:
            if "," in text or "." in text:
                self._add(_CODES.sub("", text.strip()).translate(_SPACES))

    def _add(self, text: str) -> None:
        c, p = text.rfind(","), text.rfind(".")
        if c >= 0 and p >= 0:
            self._show(c > p)
            return
        by_comma = c >= 0
        grouped = _GROUPED.search(text) is not None
        if text.count("," if by_comma else ".") > 1:
            if grouped:
                self._show(not by_comma)
        elif grouped:
            self.grouped_by_comma += by_comma
            self.grouped_by_point += not by_comma
        else:
            self._show(by_comma)

    def _show(self, comma: bool) -> None:
        self.comma += comma
        self.point += not comma

    def found(self) -> tuple[str, bool]:
        """"comma" or "point", as most of the telling numbers say, and whether that is certain."""
        if self.comma != self.point:
            return ("comma" if self.comma > self.point else "point"), True
        return ("comma" if self.grouped_by_point > self.grouped_by_comma else "point"), not (self.grouped_by_comma or self.grouped_by_point)


def date_order(texts: Iterable[str]) -> tuple[str, bool]:
    """"dmy" or "mdy" as the dates of a column show it, and whether that is certain (a day above 12, or nothing to tell)."""
    tally = DateTally()
    tally.add(texts)
    return tally.found()


def decimal_sign(texts: Iterable[str]) -> tuple[str, bool]:
    """"comma" or "point": which sign marks the decimals in a column of numbers, and whether that is certain."""
    tally = DecimalTally()
    tally.add(texts)
    return tally.found()


def to_number(text: str, decimal: str = "point") -> float:
    """The number in a text: thousands signs, currency, (negative), %, K and M understood. ValueError when it is none."""
    if _PLAIN.match(text) and decimal == "point":
        return _finite(float(text), text)
    t = text.strip()
    negative = t.startswith("(") and t.endswith(")")
    t = t[1:-1] if negative else t
    t = _CODES.sub("", t.strip()).translate(_SPACES).replace("−", "-")
    for sign in CURRENCY_SIGNS:
        t = t.replace(sign, "")
    scale = 1.0
    if t[-1:] == "%":
        t = t[:-1]
    elif t[-1:].casefold() in _SUFFIX:
        scale, t = _SUFFIX[t[-1:].casefold()], t[:-1]
    if _EXPONENT.match(t):
        return _finite(float(t), text)
    m = _AMOUNT.match(t)
    if m is None:
        raise ValueError(text)
    own, other = (",", ".") if decimal == "comma" else (".", ",")
    whole, _, rest = m[2].partition(own)
    if other in whole and not re.fullmatch(rf"\d{{1,3}}(\{other}\d{{2,3}})*\{other}\d{{3}}", whole):
        raise ValueError(text)
    value = _finite(float(f"{whole.replace(other, '') or '0'}.{rest or '0'}") * scale, text)
    return -value if negative or m[1] == "-" else value


def _finite(value: float, text: str) -> float:
    """The value, unless it is beyond what a number can be."""
    if not isfinite(value):
        raise ValueError(text)
    return value


def currency_in(text: str) -> str | None:
    """The currency code that stands in the text, as a sign or as its code."""
    by_sign = next((code for sign, code in CURRENCY_SIGNS.items() if sign in text), None)
    if by_sign is not None or not any(c.isalpha() for c in text):
        return by_sign
    found = _CODES.search(text.strip())
    word = next((g for g in found.groups() if g), "").upper() if found else ""
    return "RUB" if word.startswith("Р") else word or None


def can_read(read: Callable[[str], object], text: str) -> bool:
    """Whether a reader of this module takes a text."""
    try:
        read(text)
    except (ValueError, OverflowError):
        return False
    return True


def to_flag(text: str) -> int:
    """1 for yes, 0 for no; ValueError for anything else."""
    word = text.strip().casefold()
    if word in _YES:
        return 1
    if word in _NO:
        return 0
    raise ValueError(text)


def to_choice(field: Field, text: str) -> int:
    """The index of the choice that the text means. ValueError where the word gives no hint: a stage of a deal is open only where it says so."""
    word = text.strip().casefold()
    for index, choice in enumerate(field.choices):
        if word == choice.value or word == str(choice.label).casefold() or word in choice.words:
            return index
    if field.name == "outcome":
        if _WON.search(word) and not re.search(r"\bnot\b|\bне\b", word):
            return 1
        if _LOST.search(word):
            return 2
        if _UNDER_WAY.search(word) and not _OVER.search(word):
            return 0
        raise ValueError(text)
    for index, choice in enumerate(field.choices):
        if any(w in word for w in choice.words if len(w) > 3):
            return index
    raise ValueError(text)


ADVICE = {
    "day": Text("is not a date; write it as 2024-03-31"),
    "number": Text("is not a number; write it as 1234.56"),
    "flag": Text("is neither yes nor no; write yes or no"),
    "choice": Text("is not one of the known words; translate it in the mapping"),
}
"""What to do about a value that cannot be read, by the field's kind."""

CONTRARY = {
    "dmy": Text("begins with the month, while the dates of its column begin with the day; write it as 2024-03-31"),
    "mdy": Text("begins with the day, while the dates of its column begin with the month; write it as 2024-03-31"),
    "comma": Text("has a decimal point, while the numbers of its column have a decimal comma; write it as 1234,56"),
    "point": Text("has a decimal comma, while the numbers of its column have a decimal point; write it as 1234.56"),
}
"""The same about a value that could be read the other way, by the way that its column is read."""
