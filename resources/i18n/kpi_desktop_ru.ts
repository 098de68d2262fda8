<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>A quotation mark may be missing there; mend the line and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account manager</source>
        <translation>Менеджер клиента</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Посещаемость</translation>
    </message>
    <message>
        <source>Attended</source>
        <translation>Присутствовал</translation>
    </message>
    <message>
        <source>Became MQL</source>
        <translation>Стал MQL</translation>
    </message>
    <message>
        <source>Became SQL</source>
        <translation>Стал SQL</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Кампания</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a .kpi file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of {codes}.</source>
        <translation>Выберите из: {codes}.</translation>
    </message>
    <message>
        <source>Choose one of: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {sheets}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of: {tables}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it in other programs and check your permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыта</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Затраты</translation>
    </message>
    <message>
        <source>Counted per</source>
        <translation>Считается за</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Сделка</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Сделки</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Окончание</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Мероприятие</translation>
    </message>
    <message>
        <source>Event format</source>
        <translation>Формат мероприятия</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Мероприятия</translation>
    </message>
    <message>
        <source>Export it again with its rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it again with one row per line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits the target customer</source>
        <translation>Целевой клиент</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Give &quot;table&quot; and &quot;columns&quot;, for example from a saved mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the earlier day first.</source>
        <translation>Сначала укажите более ранний день.</translation>
    </message>
    <message>
        <source>Import a file into it first, or check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>It needs a line of column names and rows below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Лид</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Лиды</translation>
    </message>
    <message>
        <source>List amount</source>
        <translation>Сумма по прайсу</translation>
    </message>
    <message>
        <source>Loss reason</source>
        <translation>Причина проигрыша</translation>
    </message>
    <message>
        <source>M</source>
        <comment>million, after a shortened number</comment>
        <translation>млн</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минуты</translation>
    </message>
    <message>
        <source>Monthly recurring revenue</source>
        <translation>Ежемесячная выручка (MRR)</translation>
    </message>
    <message>
        <source>NPS answers</source>
        <translation>Ответы NPS</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet and save it as XLSX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Исход</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Ответственный</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Квота</translation>
    </message>
    <message>
        <source>Q{quarter} {year}</source>
        <translation>{quarter} кв. {year}</translation>
    </message>
    <message>
        <source>Reason of rejection</source>
        <translation>Причина отклонения</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Зарегистрирован</translation>
    </message>
    <message>
        <source>Rejected by sales</source>
        <translation>Отклонён продажами</translation>
    </message>
    <message>
        <source>Respondent</source>
        <translation>Респондент</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Выручка</translation>
    </message>
    <message>
        <source>Salespeople</source>
        <translation>Продавцы</translation>
    </message>
    <message>
        <source>Salesperson</source>
        <translation>Продавец</translation>
    </message>
    <message>
        <source>Save it as CSV or XLSX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as CSV, TSV, TXT or XLSX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in the mapping which column holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Балл</translation>
    </message>
    <message>
        <source>Score (0 to 10)</source>
        <translation>Оценка (от 0 до 10)</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Сегмент</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Сеансы</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Расходы</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>The dates in “{column}” may be day/month or month/day; they are read as day/month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {file} cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {file} does not say which columns feed which table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {file} is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping {file} names “{field}”, which is no field of {table}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period ends on {last}, before it begins on {first}.</source>
        <translation>Период кончается {last}, раньше своего начала {first}.</translation>
    </message>
    <message>
        <source>The row has more cells than there are column names; quote or remove the surplus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no import number {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no language “{code}”.</source>
        <translation>Языка «{code}» нет.</translation>
    </message>
    <message>
        <source>There is no rate from {code} to {currency} for that month; add it to the rates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no table “{table}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workspace {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation>По</translation>
    </message>
    <message>
        <source>Update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Поставщик</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Посетитель</translation>
    </message>
    <message>
        <source>Visitors (count)</source>
        <translation>Посетители (число)</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Визиты</translation>
    </message>
    <message>
        <source>Write 2024, 2024-Q3, 2024-03 or 2024-01-15..2024-02-20.</source>
        <translation>Напишите 2024, 2024-Q3, 2024-03 или 2024-01-15..2024-02-20.</translation>
    </message>
    <message>
        <source>cannot be read; correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day</source>
        <translation>день</translation>
    </message>
    <message>
        <source>denominator</source>
        <translation>знаменатель</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>прямые</translation>
    </message>
    <message>
        <source>is neither yes nor no; write yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a date; write it as 2024-03-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a number; write it as 1234.56</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a score from 0 to 10; correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not one of the known words; translate it in the mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k</source>
        <comment>thousand, after a shortened number</comment>
        <translation>тыс.</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>проиграна</translation>
    </message>
    <message>
        <source>month</source>
        <translation>месяц</translation>
    </message>
    <message>
        <source>numerator</source>
        <translation>числитель</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>офлайн</translation>
    </message>
    <message>
        <source>one cost</source>
        <translation>один расход</translation>
    </message>
    <message>
        <source>one customer contract</source>
        <translation>один договор с клиентом</translation>
    </message>
    <message>
        <source>one invoice line</source>
        <translation>одна строка счёта</translation>
    </message>
    <message>
        <source>one lead</source>
        <translation>один лид</translation>
    </message>
    <message>
        <source>one marketing event</source>
        <translation>одно маркетинговое мероприятие</translation>
    </message>
    <message>
        <source>one opportunity</source>
        <translation>одна сделка</translation>
    </message>
    <message>
        <source>one person at one event</source>
        <translation>один человек на одном мероприятии</translation>
    </message>
    <message>
        <source>one salesperson in one period</source>
        <translation>один продавец за один период</translation>
    </message>
    <message>
        <source>one survey answer</source>
        <translation>один ответ на опрос</translation>
    </message>
    <message>
        <source>one visitor on one day, or one line of an aggregated export</source>
        <translation>один посетитель за один день или одна строка сводной выгрузки</translation>
    </message>
    <message>
        <source>online</source>
        <translation>онлайн</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыта</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>квартал</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>общие</translation>
    </message>
    <message>
        <source>week</source>
        <translation>неделя</translation>
    </message>
    <message>
        <source>won</source>
        <translation>выиграна</translation>
    </message>
    <message>
        <source>year</source>
        <translation>год</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} дн.</translation>
    </message>
    <message>
        <source>{field} is blank; fill it in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be opened: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be read beyond line {line}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} gives no {field} for {table}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has column names and no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no column “{column}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has no sheet “{sheet}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no workspace of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not an Excel workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is of a type that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is one gigantic line, not a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was made by a newer version of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} cannot be filtered by {dimension}: the rows do not carry it.</source>
        <translation>{table}: отобрать по полю «{dimension}» нельзя — в строках его нет.</translation>
    </message>
    <message numerus="yes">
        <source>{value} pt</source>
        <comment>percentage points</comment>
        <translation>
            <numerusform>{value} п. п.</numerusform>
            <numerusform>{value} п. п.</numerusform>
            <numerusform>{value} п. п.</numerusform>
        </translation>
    </message>
    <message>
        <source>“{code}” is not a period.</source>
        <translation>«{code}» — не период.</translation>
    </message>
</context>
</TS>
