"""The ten tables that hold what comes from files: fields, kinds, keys and the header synonyms they are known by.

One `Field(...)` line gives a field everywhere: the column of a new workspace, the header guess, the preview and the checks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kpi_desktop.model.problem import Text

VISIT_CELLS = "visit_cells"
"""Names the sets of visitors (one per import, day, channel and campaign) among tables whose rows can be asked for."""
NO_DAY = -(2**31)
"""A missing date in an integer-coded frame."""


class Kind(StrEnum):
    """How a value is read, stored and loaded."""

    ID = "id"            # names this row itself; stored as text, never loaded into frames
    REF = "ref"          # names a row of another table (`links`); loaded as that row's number, -1 where there is none
    NAME = "name"        # a name out of many rows: integer code into the workspace's vocabulary, -1 missing
    TEXT = "text"        # free text; stored, not loaded
    EMAIL = "email"      # whose row it is: stored as text, loaded as a number that is equal for equal addresses, -1 where there is none
    DAY = "day"          # calendar day: integer days since 1970-01-01, NO_DAY missing
    NUMBER = "number"    # float, NaN missing (money too, in the row's currency)
    FLAG = "flag"        # yes 1, no 0, unknown -1
    CHOICE = "choice"    # index into `choices`, -1 missing


@dataclass(frozen=True)
class Choice:
    """One allowed value of a CHOICE field and the words that mean it."""

    value: str
    label: Text
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Field:
    """One column of a table."""

    name: str
    kind: Kind
    label: Text
    synonyms: tuple[str, ...] = ()
    required: bool = False
    choices: tuple[Choice, ...] = ()
    links: str = ""
    dimension: bool = False
    money: bool = False
    help: Text | None = None
    person: str = ""
    """Whom it names or reaches: "contact", "sales" (the company's own people), or nobody."""


@dataclass(frozen=True)
class Table:
    """One of the ten tables. `key` empty: rows are known by their content (source line)."""

    name: str
    label: Text
    key: tuple[str, ...]
    fields: tuple[Field, ...]
    any_of: tuple[tuple[str, ...], ...] = ()
    """Groups of which at least one field must be there, besides the required ones."""
    by_name: Mapping[str, Field] = field(init=False, repr=False, hash=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {f.name: f for f in self.fields})


def _f(name: str, kind: Kind, label: Text, *synonyms: str, **more: Any) -> Field:
    return Field(name, kind, label, synonyms, **more)


def _money(name: str, label: Text, *synonyms: str, **more: Any) -> Field:
    return Field(name, Kind.NUMBER, label, synonyms, money=True, **more)


GRAINS = (
    Choice("day", Text("day"), ("daily", "день", "дни")), Choice("week", Text("week"), ("weekly", "неделя")),
    Choice("month", Text("month"), ("monthly", "месяц")), Choice("quarter", Text("quarter"), ("quarterly", "квартал")),
    Choice("year", Text("year"), ("yearly", "annual", "год")),
)
FORMATS = (
    Choice("online", Text("online"), ("webinar", "virtual", "онлайн", "вебинар", "zoom", "digital", "web")),
    Choice("offline", Text("offline"), ("in person", "in-person", "onsite", "on-site", "trade show", "conference", "exhibition", "офлайн",
                                       "оффлайн", "очно", "выставка", "конференция", "семинар")),
)
SPEND_KINDS = (
    Choice("direct", Text("direct"), ("прямые", "прямой", "прямая")),
    Choice("shared", Text("shared"), ("common", "brand", "overhead", "общие", "общий", "общая", "бренд")),
)
OUTCOMES = (
    Choice("open", Text("open"), ("in progress", "new", "engaging", "prospecting", "открыта", "в работе", "открыт")),
    Choice("won", Text("won"), ("closed won", "closed-won", "closedwon", "win", "success", "успешно реализовано", "выиграна", "выиграно",
                                "сделка успешна", "успех", "продажа", "оплачено")),
    Choice("lost", Text("lost"), ("closed lost", "closed-lost", "closedlost", "loss", "failed", "закрыто и не реализовано", "проиграна",
                                  "проиграно", "сделка провалена", "провал", "отказ")),
)

_CONTACT = ("contact email", "contact e-mail", "associated contact email", "primary contact email", "contact: email", "person - email", "customer email",
            "client email", "email address", "email контакта", "эл. почта контакта", "почта контакта", "рабочий email (контакт)", "email клиента",
            "эл. почта клиента", "почта клиента", "эл. почта", "почта")
"""How exports call the e-mail of the person behind a deal or a contract."""

TABLES: tuple[Table, ...] = (
    Table("visits", Text("Visits"),
          ("date", "visitor", "grain", "channel", "campaign"), (
        _f("date", Kind.DAY, Text("Date"), "day", "visit date", "session date", "date of visit", "дата", "дата визита", "день",
           "date of session", "дата сеанса", "дата посещения", required=True),
        _f("visitor", Kind.ID, Text("Visitor"), "visitor id", "client id", "clientid", "user id", "user pseudo id", "user_pseudo_id", "cookie",
           "fullvisitorid", "посетитель", "id посетителя", "clientid посетителя", "идентификатор посетителя"),
        _f("visitors", Kind.NUMBER, Text("Visitors (count)"), "unique visitors", "users", "total users", "active users", "unique users",
           "nb_uniq_visitors", "посетители", "уникальные посетители", "пользователи", "кол-во посетителей",
           "uniques", "unique visits", "monthly active users", "посетителей", "пользователей"),
        _f("grain", Kind.CHOICE, Text("Counted per"), "granularity", "period type", "детализация", "период", choices=GRAINS),
        _f("sessions", Kind.NUMBER, Text("Sessions"), "visits", "nb_visits", "session count", "визиты", "сеансы", "сессии",
           "total sessions", "визитов", "кол-во визитов"),
        _f("channel", Kind.NAME, Text("Channel"), "source", "traffic source", "source / medium", "source/medium", "session source / medium",
           "default channel group", "session default channel group", "session primary channel group", "channel grouping", "utm_source",
           "medium", "origin", "канал", "источник", "источник трафика", "источник визита", "последний значимый источник", dimension=True),
        _f("campaign", Kind.NAME, Text("Campaign"), "campaign name", "session campaign", "utm_campaign", "utm campaign", "кампания",
           "рекламная кампания", "название кампании", dimension=True),
    ), any_of=(("visitor", "visitors"),)),
    Table("leads", Text("Leads"), ("lead",), (
        _f("lead", Kind.ID, Text("Lead"), "lead id", "leadid", "lead number", "prospect id", "contact id", "record id", "record id - contact",
           "mql_id", "mql id", "external id", "id", "лид", "id лида", "номер лида", "ид лида", "id контакта",
           "lead no", "application id", "inquiry id", "enquiry id", "request id", "submission id", "номер", "номер заявки", "id заявки",
           "номер обращения", required=True),
        _f("created", Kind.DAY, Text("Created"), "created date", "create date", "created at", "created time", "creation date", "date created",
           "createdate", "createddate", "lead date", "first contact date", "first_contact_date", "lead created", "дата создания", "создан", "дата лида",
           "дата заявки", "дата обращения", "дата",
           "created on", "date added", "added on", "submitted at", "submitted on", "submission date", "inquiry date", "enquiry date", "entry date",
           "registered on", "opened", "дата и время создания", "дата добавления", "дата поступления", "дата регистрации", "создано", "время создания",
           required=True),
        _f("mql", Kind.DAY, Text("Became MQL"), "mql date", "mql at", "mql_date", "became mql", "date became mql", "became a marketing qualified lead date",
           "marketing qualified", "marketing qualified date", "lifecycle mql date", "дата mql", "mql дата", "стал mql",
           "маркетинговая квалификация", "дата квалификации маркетингом",
           "date of mql", "mql since", "mql on", "дата перехода в mql"),
        _f("sql", Kind.DAY, Text("Became SQL"), "sql date", "sql at", "sql_date", "became sql", "date became sql", "became a sales qualified lead date",
           "sales qualified", "sales qualified date", "converteddate", "converted date", "дата sql", "sql дата", "стал sql",
           "квалифицирован продажами", "дата квалификации продажами",
           "date of sql", "sql since", "sql on", "date qualified", "qualified date", "qualified on", "дата перехода в sql", "дата конвертации"),
        _f("rejected", Kind.DAY, Text("Rejected by sales"), "rejected date", "rejected at", "disqualified date", "date rejected", "disqualified",
           "отклонён", "отклонен", "дата отклонения", "дата отказа"),
        _f("reject_reason", Kind.NAME, Text("Reason of rejection"), "rejection reason", "reject reason", "disqualification reason", "lost reason",
           "причина отклонения", "причина отказа", "причина брака"),
        _f("channel", Kind.NAME, Text("Channel"), "source", "lead source", "leadsource", "original source", "original traffic source", "origin", "utm_source",
           "lead channel", "marketing channel", "канал", "источник", "источник лида", "источник обращения",
           "first touch channel", "acquisition channel", "acquisition source", "traffic source", "how did you hear about us", "referral source",
           "источник трафика", "рекламный канал", "канал привлечения", "utm source", "откуда узнали", dimension=True),
        _f("campaign", Kind.NAME, Text("Campaign"), "campaign name", "utm_campaign", "utm campaign", "lead campaign", "campaign id", "кампания", "рекламная кампания",
           "название кампании", dimension=True),
        _f("event", Kind.NAME, Text("Event"), "event name", "event id", "webinar", "source event", "мероприятие", "событие", "вебинар", dimension=True),
        _f("company", Kind.NAME, Text("Company"), "company name", "account", "account name", "organization", "organisation", "associated company",
           "компания", "организация", "название компании",
           "company account", "client company", "employer", "business name", "юрлицо", "название организации", "наименование организации"),
        _f("segment", Kind.NAME, Text("Segment"), "industry", "sector", "business segment", "customer segment", "company size", "сегмент", "отрасль",
           "company industry", "employees", "number of employees", "размер компании", "вертикаль",
           dimension=True),
        _f("country", Kind.NAME, Text("Country"), "country/region", "region", "billing country", "страна", "регион", dimension=True),
        _f("product", Kind.NAME, Text("Product"), "product interest", "product name", "продукт", "товар", "услуга", dimension=True),
        _f("owner", Kind.NAME, Text("Owner"), "lead owner", "contact owner", "assigned to", "responsible", "salesperson", "sales rep",
           "ответственный", "менеджер", "ответственный менеджер",
           "owner name", "responsible user", "responsible person", "assigned user", "assignee", "agent", "rep", "account executive",
           "ответственный сотрудник", dimension=True, person="sales"),
        _f("score", Kind.NUMBER, Text("Score"), "lead score", "hubspot score", "rating score", "скоринг", "балл", "оценка лида"),
        _f("target", Kind.FLAG, Text("Fits the target customer"), "target customer", "icp", "ideal customer", "fit", "is target", "целевой",
           "целевой клиент", "целевой лид"),
        _f("email", Kind.EMAIL, Text("E-mail"), "email", "e-mail address", "email address", "mail", "эл. почта", "почта", "электронная почта", "рабочий e-mail",
           "рабочий email",
           "work email", "business email", "e mail", "email адрес", "e mail адрес", "адрес эл почты", person="contact"),
    )),
    Table("events", Text("Events"), ("event",), (
        _f("event", Kind.NAME, Text("Event"), "event id", "event code", "webinar id", "мероприятие", "id мероприятия", "код мероприятия",
           required=True, dimension=True),
        _f("name", Kind.NAME, Text("Name"), "event name", "title", "topic", "event title", "название", "название мероприятия", "тема"),
        _f("date", Kind.DAY, Text("Date"), "event date", "start date", "actual start time", "start time", "held on", "дата", "дата мероприятия",
           "дата проведения", "дата начала",
           "held", "event start", "start", "дата и время", "дата и время начала", required=True),
        _f("format", Kind.CHOICE, Text("Format"), "event format", "event type", "type", "online/offline", "формат", "тип", "формат мероприятия",
           choices=FORMATS, required=True, dimension=True),
        _money("cost", Text("Cost"), "event cost", "actual cost", "budget", "total cost", "стоимость", "затраты", "расходы", "бюджет",
           "spend", "расход"),
    )),
    Table("attendance", Text("Attendance"), ("event", "person"), (
        _f("event", Kind.NAME, Text("Event"), "event id", "event name", "event code", "webinar", "webinar id", "topic", "мероприятие", "вебинар", "событие",
           "webinar name", "session name", "session", "название мероприятия", "название вебинара",
           required=True, dimension=True),
        _f("person", Kind.NAME, Text("Person"), "email", "e-mail", "attendee", "attendee email", "email address", "participant", "user name", "name",
           "user email", "участник", "эл. почта", "почта", "фио", "имя участника",
           "work email", "guest", "e mail участника", "фио участника", "электронная почта", required=True, person="contact"),
        _f("company", Kind.NAME, Text("Company"), "company name", "organization", "organisation", "account", "компания", "организация"),
        _f("registered", Kind.DAY, Text("Registered"), "registration time", "registration date", "registered at", "order date", "registered on",
           "дата регистрации", "зарегистрирован", "регистрация",
           "registration", "signed up", "sign up date"),
        _f("attended", Kind.FLAG, Text("Attended"), "attendance", "attended?", "checked in", "check-in", "joined", "show", "status", "посетил", "участвовал",
           "присутствовал", "явка", "пришёл", "пришел",
           "attendance status", "участие", "статус участия", "посещение"),
        _f("target", Kind.FLAG, Text("Fits the target customer"), "target visitor", "target customer", "icp", "is target", "fit", "целевой",
           "целевой посетитель", "целевой клиент"),
        _f("lead", Kind.REF, Text("Lead"), "lead id", "leadid", "contact id", "лид", "id лида", links="leads"),
        _f("minutes", Kind.NUMBER, Text("Minutes"), "time in session (minutes)", "duration", "duration (minutes)", "minutes attended",
           "attendance duration", "минуты", "длительность", "время участия"),
    )),
    Table("spend", Text("Spend"), (), (
        _f("date", Kind.DAY, Text("Date"), "day", "cost date", "spend date", "invoice date", "start date (in utc)", "month", "c_date", "дата", "день", "дата расхода",
           "месяц",
           "report date", "week", "week starting", "дата отчета", "неделя"),
        _f("from", Kind.DAY, Text("From"), "start date", "date from", "period start", "reporting starts", "start", "начало", "дата начала", "с"),
        _f("to", Kind.DAY, Text("To"), "end date", "date to", "period end", "reporting ends", "end", "окончание", "дата окончания", "по"),
        _money("amount", Text("Amount"), "cost", "spend", "spent", "amount spent", "total spent", "ad spend", "total cost", "costs", "expense", "mark_spent",
           "сумма", "расход", "расходы", "затраты", "стоимость", "расход (руб.)", "потрачено",
           "investment", "media cost", "media spend", "net cost", "gross cost", "budget spent", "расход с ндс", "расход без ндс", "затраты на рекламу",
           "рекламный бюджет", "потрачено всего", "списано", required=True),
        _f("channel", Kind.NAME, Text("Channel"), "source", "platform", "traffic source", "marketing channel", "category", "utm_source", "канал",
           "источник", "площадка",
           "media source", "network", "ad network", "ad platform", "publisher", "advertising channel", "сеть", "рекламная система", "рекламный канал",
           "система", dimension=True),
        _f("campaign", Kind.NAME, Text("Campaign"), "campaign name", "campaign group name", "utm_campaign", "utm campaign", "кампания", "название кампании",
           "рекламная кампания", dimension=True),
        _f("event", Kind.NAME, Text("Event"), "event id", "event name", "мероприятие", "событие", dimension=True),
        _f("kind", Kind.CHOICE, Text("Kind"), "cost kind", "cost type", "type", "direct/shared", "вид", "тип", "вид затрат", "тип расхода", choices=SPEND_KINDS),
        _f("currency", Kind.NAME, Text("Currency"), "currency code", "валюта", "код валюты"),
        _f("vendor", Kind.NAME, Text("Vendor"), "supplier", "agency", "payee", "поставщик", "подрядчик", "контрагент"),
    ), any_of=(("date", "from"),)),
    Table("deals", Text("Deals"), ("deal",), (
        _f("deal", Kind.ID, Text("Deal"), "deal id", "dealid", "opportunity id", "opportunityid", "opportunity", "record id", "external id", "id", "сделка",
           "id сделки", "номер сделки", "ид сделки",
           "deal no", "deal number", "opportunity no", "opportunity number", "contract number", "contract id", "номер", "номер договора",
           "id договора", required=True),
        _f("created", Kind.DAY, Text("Created"), "created date", "create date", "created at", "created time", "creation date", "date created",
           "open date", "engage date", "engage_date", "deal created", "datetimecreated", "дата создания", "создана", "дата создания сделки", "дата открытия",
           "date opened", "opened", "opened on", "created on", "entered pipeline", "создано", "дата заведения", "дата начала", required=True),
        _f("closed", Kind.DAY, Text("Closed"), "close date", "closed date", "closedate", "closing date", "closed at", "won date", "won_date", "won time",
           "дата закрытия", "закрыта", "дата закрытия сделки", "дата завершения",
           "actual close date", "date closed", "closed on", "date won", "signed date", "дата выигрыша", "дата успешного завершения"),
        _f("outcome", Kind.CHOICE, Text("Outcome"), "status", "deal status", "result", "deal stage", "stage", "stagename", "opportunity stage", "deal_stage", "итог",
           "статус", "результат", "исход", "этап сделки", "стадия сделки",
           "deal state", "state", "won lost", "pipeline stage", "этап", "стадия", "статус сделки", "этап воронки", choices=OUTCOMES, required=True),
        _money("amount", Text("Amount"), "deal value", "value", "deal amount", "close value", "close_value", "revenue", "total amount", "price",
           "сумма", "бюджет", "сумма сделки", "стоимость",
           "estimated value", "estimated amount", "opportunity amount", "opportunity value", "contract value", "deal size", "tcv", "acv", "budget",
           "total", "сумма контракта", "сумма договора", "цена"),
        _money("list_amount", Text("List amount"), "list price", "list value", "gross amount", "amount before discount", "сумма по прайсу",
           "цена по прайсу", "сумма без скидки"),
        _money("cost", Text("Cost"), "deal cost", "cogs", "cost of sales", "себестоимость", "затраты"),
        _f("lead", Kind.REF, Text("Lead"), "lead id", "leadid", "mql_id", "mql id", "contact id", "associated contact", "лид", "id лида", "номер лида", links="leads"),
        _f("customer", Kind.NAME, Text("Customer"), "customer id", "account", "account name", "account id", "company", "client", "associated company",
           "associated company domain", "seller_id", "клиент", "заказчик", "компания", "контрагент",
           "customer name", "client name", "organization", "organisation", "buyer", "организация", "название компании", "покупатель"),
        _f("owner", Kind.NAME, Text("Salesperson"), "deal owner", "opportunity owner", "potential owner", "sales agent", "sales_agent", "salesperson", "sales rep",
           "rep", "sr_id", "assigned to", "ответственный", "менеджер", "продавец",
           "responsible user", "responsible person", "account executive", "responsible", dimension=True, person="sales"),
        _f("team", Kind.NAME, Text("Team"), "sales team", "region team", "department", "manager", "regional office", "команда", "отдел", "группа", dimension=True),
        _f("product", Kind.NAME, Text("Product"), "product name", "item", "plan", "продукт", "товар", "услуга", dimension=True),
        _f("channel", Kind.NAME, Text("Channel"), "source", "lead source", "leadsource", "deal source", "origin", "utm_source", "канал", "источник",
           dimension=True),
        _f("loss_reason", Kind.NAME, Text("Loss reason"), "lost reason", "closed lost reason", "reason lost", "reason", "причина проигрыша",
           "причина отказа", "причина потери",
           "loss reason", "reason for loss", "why lost", "closed reason", "причина закрытия", dimension=True),
        _f("stage", Kind.NAME, Text("Stage"), "deal stage", "opportunity stage", "pipeline stage", "stagename", "этап", "стадия", "этап сделки",
           "stage name", "этап воронки", "статус"),
        _f("email", Kind.EMAIL, Text("Contact e-mail"), *_CONTACT, person="contact"),
    )),
    Table("customers", Text("Customers"), ("customer", "started"), (
        _f("customer", Kind.NAME, Text("Customer"), "customer id", "customer name", "account", "account id", "account name", "client", "company", "клиент", "заказчик",
           "контрагент", "id клиента",
           "client name", "organization", "organisation", "company name", "customerid", "организация", "название компании", required=True),
        _f("started", Kind.DAY, Text("Started"), "start date", "start", "contract start", "customer since", "signup date", "signed on", "start_date",
           "start date 1", "дата начала", "начало", "начало договора", "клиент с",
           "start of contract", "subscription start", "subscription start date", "subscribed on", "activation date", "activated on", "contract date",
           "onboarding date", "signed", "дата договора", "дата подключения", "дата старта", required=True),
        _f("ended", Kind.DAY, Text("Ended"), "end date", "end", "contract end", "churn date", "churned on", "cancelled at", "end_date", "end date 1", "дата окончания",
           "окончание", "конец договора", "дата ухода",
           "churn", "cancellation date", "cancelled on", "canceled at", "canceled on", "termination date", "subscription end", "subscription end date",
           "дата отключения", "дата расторжения", "дата завершения"),
        _f("segment", Kind.NAME, Text("Segment"), "industry", "sector", "customer segment", "customer size", "plan", "plan tier", "сегмент", "отрасль", dimension=True),
        _f("manager", Kind.NAME, Text("Account manager"), "account manager", "owner", "account owner", "csm", "sales person", "менеджер", "ответственный",
           dimension=True, person="sales"),
        _money("mrr", Text("Monthly recurring revenue"), "mrr amount", "mrr_amount", "monthly revenue", "monthly recurring revenue",
           "абонентская плата", "ежемесячный платёж", "ежемесячная выручка",
           "monthly fee", "monthly charge", "monthly charges", "monthly price", "recurring revenue", "ежемесячный платеж", "стоимость в месяц"),
        _f("email", Kind.EMAIL, Text("Contact e-mail"), *_CONTACT, person="contact"),
    )),
    Table("invoices", Text("Invoices"), (), (
        _f("customer", Kind.NAME, Text("Customer"), "customer id", "customer name", "account", "account id", "account name", "client", "bill to", "company", "контрагент",
           "клиент", "покупатель", "заказчик",
           "client name", "buyer", "bill to name", "organization", "customer company", "организация", required=True),
        _f("date", Kind.DAY, Text("Date"), "invoice date", "order date", "issued", "issue date", "invoicedate", "date issued", "created time", "дата", "дата счёта",
           "дата счета", "дата документа",
           "billing date", "billed on", "posting date", "transaction date", "txn date", "sale date", "sales date", "дата продажи", "дата реализации",
           required=True),
        _money("revenue", Text("Revenue"), "amount", "net amount", "net revenue", "sales", "total", "sub total", "subtotal", "line total",
           "выручка", "сумма", "сумма без ндс", "доход",
           "net sales", "invoice total", "invoice amount", "total amount", "amount net", "line amount", "сумма продажи", "сумма реализации",
           "сумма оплаты", "стоимость", required=True),
        _money("cost", Text("Cost"), "cogs", "cost of goods", "cost of sales", "direct cost", "себестоимость", "затраты"),
        _f("product", Kind.NAME, Text("Product"), "product name", "item", "description", "номенклатура", "товар", "продукт", "услуга",
           "sku", "product service", "item name", "item description", "наименование", "номенклатурная позиция", dimension=True),
        _f("quantity", Kind.NUMBER, Text("Quantity"), "qty", "units", "количество", "кол-во"),
    )),
    Table("nps", Text("NPS answers"), ("respondent", "date"), (
        _f("date", Kind.DAY, Text("Date"), "response date", "response_date", "survey date", "answered at", "submitted at", "surveyed at", "surveyed_at",
           "created at", "дата", "дата ответа", "дата опроса",
           "timestamp", "submitted", "submitted on", "submission date", "completed at", "completed", "date submitted", "response time",
           "отметка времени", "дата прохождения", "дата заполнения", required=True),
        _f("score", Kind.NUMBER, Text("Score (0 to 10)"), "nps", "nps score", "nps_score", "nps rating", "nps_rating", "rating", "likelihood to recommend",
           "оценка", "балл", "оценка nps", "готовность рекомендовать",
           "recommendation score", "рекомендация", "оценка от 0 до 10", required=True),
        _f("respondent", Kind.NAME, Text("Respondent"), "respondent id", "email", "person", "contact", "user id", "user_id", "customer email", "id", "респондент",
           "почта", "контакт",
           "email address", "respondent email", "contact email", "email респондента", "e mail", person="contact"),
        _f("customer", Kind.NAME, Text("Customer"), "customer id", "company", "account", "customer name", "клиент", "компания", "заказчик"),
        _f("owner", Kind.NAME, Text("Salesperson"), "salesperson", "sales rep", "account manager", "manager", "sales person", "rep", "менеджер",
           "ответственный", dimension=True, person="sales"),
        _f("comment", Kind.TEXT, Text("Comment"), "feedback", "reason", "verbatim", "answer text", "комментарий", "отзыв"),
    )),
    Table("reps", Text("Salespeople"), ("rep", "from"), (
        _f("rep", Kind.NAME, Text("Salesperson"), "salesperson", "sales rep", "sales agent", "sales_agent", "name", "owner", "owner name", "ownername", "user",
           "менеджер", "продавец", "сотрудник",
           "full name", "employee", "фио", "имя", required=True, person="sales"),
        _f("team", Kind.NAME, Text("Team"), "sales team", "region", "office", "regional office", "regional_office", "manager", "команда", "отдел", dimension=True),
        _money("quota", Text("Quota"), "target", "quota amount", "quotaamount", "sales target", "plan", "квота", "план", "план продаж",
           "sales quota", "goal", "sales goal", "норма"),
        _f("from", Kind.DAY, Text("From"), "start date", "startdate", "period start", "date from", "active from", "month", "с", "начало", "дата начала"),
        _f("to", Kind.DAY, Text("To"), "end date", "enddate", "period end", "date to", "active to", "по", "окончание", "дата окончания"),
    )),
)

BY_NAME: Mapping[str, Table] = {t.name: t for t in TABLES}

DIMENSIONS: Mapping[str, Text] = {
    "channel": Text("Channel"), "campaign": Text("Campaign"), "event": Text("Event"), "format": Text("Event format"), "segment": Text("Segment"),
    "country": Text("Country"), "product": Text("Product"), "owner": Text("Salesperson"), "team": Text("Team"), "manager": Text("Account manager"),
    "loss_reason": Text("Loss reason"),
}
"""Every dimension a figure can be broken down or filtered by, in the order menus show it."""

_CHOICES = {(f.name, c.value): c.label for t in TABLES for f in t.fields if f.dimension for c in f.choices}


def called(member: str, dimension: str) -> Text | str:
    """What a member of a dimension is called: a name as the person gave it, a choice by its label."""
    return _CHOICES.get((dimension, member), member) or Text("not given")
