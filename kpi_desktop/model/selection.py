"""What is looked at: a period, what to compare it with, filters and a breakdown. Hashable values, no data."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from kpi_desktop.model.problem import Text, UserError

EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Days since 1970-01-01, the unit of every stored date."""
    return day.toordinal() - EPOCH.toordinal()


def day_of(number: int) -> date:
    """The calendar day of a day number."""
    return date.fromordinal(int(number) + EPOCH.toordinal())


class Grain(StrEnum):
    """The kind of a period."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    CUSTOM = "custom"


class Compare(StrEnum):
    """What a period is compared with."""

    PREVIOUS = "previous"
    YEAR = "year"
    NONE = "none"


_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}


@dataclass(frozen=True, order=True)
class Period:
    """Calendar days from `first` to `last`, both included."""

    first: date
    last: date
    grain: Grain = field(default=Grain.CUSTOM, compare=False)

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise UserError(Text("The period ends on {last}, before it begins on {first}.", first=self.first, last=self.last),
                            Text("Give the earlier day first."))

    @property
    def lo(self) -> int:
        """First day as a day number."""
        return day_number(self.first)

    @property
    def hi(self) -> int:
        """Last day as a day number (included)."""
        return day_number(self.last)

    @property
    def days(self) -> int:
        """Number of days."""
        return self.hi - self.lo + 1

    @property
    def code(self) -> str:
        """The period as the command line writes it: 2024, 2024-Q3, 2024-03 or first..last."""
        if self.grain is Grain.YEAR:
            return f"{self.first.year:04d}"
        if self.grain is Grain.QUARTER:
            return f"{self.first.year:04d}-Q{(self.first.month + 2) // 3}"
        if self.grain is Grain.MONTH:
            return f"{self.first.year:04d}-{self.first.month:02d}"
        return f"{self.first.isoformat()}..{self.last.isoformat()}"

    @staticmethod
    def of(grain: Grain, day: date) -> Period:
        """The month, quarter or year that holds `day`."""
        months = _MONTHS[grain]
        start = (day.month - 1) // months * months + 1
        end = start + months - 1
        return Period(date(day.year, start, 1), date(day.year, end, monthrange(day.year, end)[1]), grain)

    @staticmethod
    def parse(code: str) -> Period:
        """Read `2024`, `2024-Q3`, `2024-03` or `2024-01-15..2024-02-20`; UserError on anything else."""
        text = code.strip()
        try:
            if re.fullmatch(r"\d{4}", text):
                return Period.of(Grain.YEAR, date(int(text), 1, 1))
            if m := re.fullmatch(r"(\d{4})-[Qq]([1-4])", text):
                return Period.of(Grain.QUARTER, date(int(m[1]), 3 * int(m[2]), 1))
            if m := re.fullmatch(r"(\d{4})-(\d{2})", text):
                return Period.of(Grain.MONTH, date(int(m[1]), int(m[2]), 1))
            if m := re.fullmatch(r"(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})", text):
                return Period(date.fromisoformat(m[1]), date.fromisoformat(m[2]))
        except ValueError:
            pass  # a month 13 or a day 32: the same advice as for any other text that is no period
        raise UserError(Text("“{code}” is not a period.", code=code),
                        Text("Write 2024, 2024-Q3, 2024-03 or 2024-01-15..2024-02-20."))

    def shift(self, steps: int) -> Period:
        """The period `steps` periods later (negative: earlier) of the same kind; a custom one moves by its own length."""
        if self.grain is Grain.CUSTOM:
            move = timedelta(days=self.days * steps)
            try:
                return Period(self.first + move, self.last + move)
            except OverflowError:
                return self
        index = self.first.year * 12 + self.first.month - 1 + _MONTHS[self.grain] * steps
        year, month = divmod(index, 12)
        if not 1 <= year <= 9999:
            return self
        return Period.of(self.grain, date(year, month + 1, 1))

    def year_before(self) -> Period:
        """The same days one year earlier (29 February becomes 28)."""
        if self.grain is not Grain.CUSTOM:
            return Period.of(self.grain, _year_back(self.first))
        return Period(_year_back(self.first), _year_back(self.last))

    def trend(self, count: int = 12) -> tuple[Period, ...]:
        """The last `count` periods of the same kind, the oldest first, this one last."""
        return tuple(self.shift(k) for k in range(1 - count, 1))

    def unfinished(self, today: int) -> bool:
        """Whether the period has begun but not ended by `today` (a day number)."""
        return self.lo <= today < self.hi

    def so_far(self, today: int) -> Period:
        """The part up to `today` (a day number) of a period that has not ended; any other as it is."""
        return Period(self.first, day_of(today)) if self.unfinished(today) else self

    def compared(self, how: Compare, today: int | None = None) -> Period | None:
        """The period this one is compared with. One that has not ended by `today` (a day number) is compared with the same number of days of the
        other one: its first days (the same calendar days of last year), never more than have passed and never beyond its end."""
        then = self.shift(-1) if how is Compare.PREVIOUS else self.year_before() if how is Compare.YEAR else None
        if then is None or today is None or not self.unfinished(today):
            return then
        passed = today - self.lo + 1
        last = then.lo + passed - 1
        if how is Compare.YEAR:
            last = min(last, day_number(_year_back(day_of(today))))
        last = max(then.lo, min(last, then.hi))
        return then if last == then.hi else Period(then.first, day_of(last))


def _year_back(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28) if day.year > 1 else day


class Driver(StrEnum):
    """By what shared cost is spread over the members of a breakdown."""

    LEADS = "leads"
    MQLS = "mqls"
    SQLS = "sqls"
    SPEND = "spend"
    REVENUE = "revenue"
    EVEN = "even"
    NONE = "none"


@dataclass(frozen=True)
class Filter:
    """Only rows whose `dimension` is `member` (compared without case and surrounding space)."""

    dimension: str
    member: str


@dataclass(frozen=True)
class Options:
    """Settings that change a figure; each screen and report prints the ones in force."""

    driver: Driver = Driver.LEADS
    lag_days: int = 0
    required_return: float = 1.3
    retention_gap_days: int | None = None
    target_cost_per_sql: float | None = None


@dataclass(frozen=True)
class Selection:
    """All that decides what the screens show."""

    period: Period
    compare: Compare = Compare.PREVIOUS
    by: str | None = None
    filters: tuple[Filter, ...] = ()
    options: Options = Options()

    def with_period(self, period: Period) -> Selection:
        """The same selection at another period."""
        return replace(self, period=period)

    def narrowed(self, to: Filter) -> Selection:
        """The same selection at one member of a dimension, in place of another of it."""
        return replace(self, filters=(*(f for f in self.filters if f.dimension != to.dimension), to))

    def with_option(self, option: str, value: object) -> Selection:
        """The same selection with one option set; None sets its default."""
        return replace(self, options=replace(self.options, **{option: getattr(Options(), option) if value is None else value}))
