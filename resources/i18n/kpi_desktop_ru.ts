<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n SQL(s) for {spend}: one costs between {low} and {high}, which is too wide to judge against a ceiling of {ceiling}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active salesperson(s), {won} deals won</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s), {share} of revenue</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) inferred</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) were created before their lead&apos;s earlier stage; left out of the days per stage.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) became MQL before they were created; left out of the days per stage.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) became SQL before their earlier stage; left out of the days per stage.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) of the period name no practice of this kind and stand in none.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are in the program.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stage date(s) are missing of leads that reached a later stage; they count as passed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won deal(s) name no salesperson; their revenue counts for the team.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won deal(s) were closed before they were created; left out of the days per stage.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(net revenue − cost) / customers with revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 × (promoters − detractors) / answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 % range of days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A SQL may cost at most {ceiling}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark may be missing there; mend the line and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account manager</source>
        <translation>Менеджер клиента</translation>
    </message>
    <message>
        <source>Active means: bought within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active salespeople</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All active salespeople are counted: who sells what is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers by score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
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
        <source>Attendees whose fit is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average won deal</source>
        <translation type="unfinished"></translation>
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
        <source>Becomes keep at {turn} or less per SQL, now {now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Becomes keep at {turn} or less per SQL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Becomes keep when its SQLs close as well as the portfolio&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Becomes optimise at {turn} or less per SQL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break down by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By salesperson (10 answers or more, no ranking)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By team (three people or more)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Кампания</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
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
        <source>Choose a table for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder, or close the file where it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files …</source>
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
        <source>Churn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Churn as a yearly rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it in other programs and check your permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close rate by lead source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close rate by value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыта</translation>
    </message>
    <message>
        <source>Cohort: the leads created in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns …</source>
        <translation type="unfinished"></translation>
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
        <source>Compared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Computed from %n row(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Computing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
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
        <source>Cost per MQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost per SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost per SQL with its 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost per lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost per target attendee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost per won customer (CAC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
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
        <source>Created to won, 80th percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created to won, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cumulative share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Customer retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Customers at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers below zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers by gross profit (first 20)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Days from MQL to SQL, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days from lead to SQL, median (proposed lag)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days to SQL</source>
        <translation type="unfinished"></translation>
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
        <source>Deals created in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detractors (0–6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detractors still customers 12 months later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct and loaded cost per SQL by channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct cost per SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct, never an MQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount depth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount, 10th percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount, 90th percentile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discounts by team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop CSV, TSV or Excel files here, or</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Each column of the file feeds a field of {table}, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eliminate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eliminate: it is at least 90 % likely that its cost per SQL is above 1.5 times the ceiling, at least 80 % of its leads have had the time in which most leads become SQLs, and no single step mended to the portfolio&apos;s level would bring it under the ceiling.</source>
        <translation type="unfinished"></translation>
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
        <source>Events of the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel sheet “{sheet}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected at maturity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected gross profit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export PDF …</source>
        <translation type="unfinished"></translation>
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
        <source>Exports (*.csv *.tsv *.txt *.xlsx);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field for {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the target customer (where known)</source>
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
        <source>From the first stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the stage before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From won deals: there are no invoices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From {first} {first_stage} to {last} {last_stage}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation type="unfinished"></translation>
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
        <source>Good traffic, few leads: {own} of visitors against {portfolio}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross profit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross profit per customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gross revenue retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hatched: expected at maturity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a file into it first, or check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import all that is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import marketing costs to see verdicts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {table} to see this figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {table} with “{field}” to see this figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influenced leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>It is not yet clear what {file} holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs a line of column names and rows below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KPI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KPI Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KPI overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep my verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {keep}, optimise {optimise}, eliminate {eliminate}, not enough data {unknown}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep: it is at least 80 % likely that its cost per SQL is within the ceiling, and its SQLs close no worse than the portfolio&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping your verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Kind of period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later period</source>
        <translation type="unfinished"></translation>
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
        <source>Leads created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads do not carry this dimension, so the funnel cannot be split by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads that marketing qualified in the period (MQL), with what sales made of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads that sales accepted as an opportunity worth working on (SQL) in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads, but few MQLs: {own} against {portfolio}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leads, but few SQLs: {own} against {portfolio}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lengths are drawn on a square root scale, so that the last stages can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List amount</source>
        <translation>Сумма по прайсу</translation>
    </message>
    <message>
        <source>Loaded cost per SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss reason</source>
        <translation>Причина проигрыша</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost deals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <comment>million, after a shortened number</comment>
        <translation>млн</translation>
    </message>
    <message>
        <source>MQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MQL to SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MQL to SQL (so far)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MQL to won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MQL to won (so far)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MQLs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MQLs of the period that became SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MQLs, but few SQLs: {own} against {portfolio}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it first, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the demo company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin leakage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin of error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing KPIs, funnel and plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Median days from the stage before to SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Mended to that level it would bring about %n SQL(s) more, {cost} each.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минуты</translation>
    </message>
    <message>
        <source>Month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Monthly recurring revenue</source>
        <translation>Ежемесячная выручка (MRR)</translation>
    </message>
    <message>
        <source>Monthly recurring revenue at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NPS</source>
        <translation type="unfinished"></translation>
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
        <source>Name the table with --table or the columns with --mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net promoter score: the share of 9 and 10 minus the share of 0 to 6, over each respondent&apos;s latest answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net revenue of all customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net revenue retention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No SQL for {spend}: a SQL costs at least {least}, and more cannot be told yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No breakdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ceiling for the cost of a SQL: it needs gross profit per customer and won deals that name their leads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contracts: a customer who bought in the last {days} days counts as active.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No deal names its lead, so the leads cannot be followed to their deals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No spend is known for it, so its cost per SQL cannot be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody&apos;s fit with the target customer is known; import attendance with a target column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough data: neither is likely enough, and the 95 % interval of its cost per SQL is wider than 4 to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough data: no spend is known for it, or no ceiling for the cost of a SQL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing imported yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of it shared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the customers on the period&apos;s first day, the share that is still there on its last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the deals decided in the period, the share that was won, by number of deals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these won so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of these won, expected at maturity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online against offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only aggregated visits are known: distinct visitors of the period lie between the largest part and the sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only the %n largest member(s) are shown.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open a workspace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open deals at the period&apos;s end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in a spreadsheet and save it as XLSX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open workspace …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optimise: everything else; the step to mend is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of day and month</source>
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
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passives (7–8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who fit the target customer and attended the period&apos;s events, each counted once. Unknown fit is counted apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who visited in the period, each counted once however often they came. A quarter is not the sum of its months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period: what happened in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Picked up by sales (have a deal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipeline coverage of the open quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practices and verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print preview …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
    </message>
    <message>
        <source>Promoters (9–10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Promoters still customers 12 months later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality of MQLs by channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Квота</translation>
    </message>
    <message>
        <source>Quota attainment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quota of the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Q{quarter} {year}</source>
        <translation>{quarter} кв. {year}</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROMI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROMI needs the cost of every won deal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
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
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected by sales</source>
        <translation>Отклонён продажами</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation type="unfinished"></translation>
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
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows behind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows behind {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows held: {tables}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows that a figure could not take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQL / lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SQLs, but few won deals: {own} against {portfolio}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales team effectiveness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales velocity per day</source>
        <translation type="unfinished"></translation>
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
        <source>See “kpi-desktop --help”.</source>
        <translation type="unfinished"></translation>
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
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of revenue of those who answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of revenue with a known cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shrunk toward the team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small sample: fewer than 30 observations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Расходы</translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreading shared cost by SQLs adds the same amount to every member: the ranking stays as it is without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreading shared cost by direct spend multiplies every member alike: the ranking stays as it is without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale deals (open over twice the median cycle)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Started in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stays keep up to {turn} per SQL, now {now}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still there, by the month they started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy planner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the import of {file}? The rows will be as if it had never come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the chosen import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken for {tables}, but these fields have no column: {fields}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken for {tables}. The first rows as they would come in:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking an import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target attendees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target event attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target share (where known)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Ten KPIs at a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten marketing KPIs, a funnel, verdicts and a PDF plan from a folder of exports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The KPIs in detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bottleneck is the step to {stage}: {rate} now, {best} at best; mended it would win about {more} more deals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dates in “{column}” may be day/month or month/day; they are read as day/month.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first {shown} of %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The last 12 periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The leads created in the period, as far as they have come</source>
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
        <source>The most a SQL may cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overview shows ten KPIs with their change and trend. Drop exports of your web analytics, CRM, ad costs, events, invoices or NPS answers on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period ends on {last}, before it begins on {first}.</source>
        <translation>Период кончается {last}, раньше своего начала {first}.</translation>
    </message>
    <message>
        <source>The period has not ended: customers are counted on {day}, the last day in the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period has not ended: the data reach to {day}, and it is compared with a whole one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report cannot be written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The report is in {file}: %n page(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The row has more cells than there are column names; quote or remove the surplus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules, the first that holds decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rules, the first that holds decides:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same verdict under {share} of the settings for shared cost and lag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace holds nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no ceiling to hold its cost per SQL against.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no data in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display: Qt&apos;s offscreen platform is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
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
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unique visitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upright mark: {period}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Поставщик</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Via MQL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Посетитель</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitors (count)</source>
        <translation>Посетители (число)</translation>
    </message>
    <message>
        <source>Visitors by channel (not additive)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visitors who become leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Визиты</translation>
    </message>
    <message>
        <source>Waiting for sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting since, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a customer leaves after direct cost: net revenue minus cost, divided by the customers with revenue in the period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one sales-qualified lead cost: all marketing spend of the period, shared cost included, divided by its SQLs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What qualifies it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the data come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why deals were lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why sales rejected them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its part of shared cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With shared cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won deals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won revenue per salesperson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won revenue per salesperson active in the period. It describes the team; persons are never ranked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspaces (*.kpi)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 2024, 2024-Q3, 2024-03 or 2024-01-15..2024-02-20.</source>
        <translation>Напишите 2024, 2024-Q3, 2024-03 или 2024-01-15..2024-02-20.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data are as they were.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your note: {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your verdict; computed was: {verdict}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a range: only aggregated visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active salespeople</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>after %n month(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>against the previous period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>against the same period last year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an earlier answer of the same respondent</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more; see --json</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {least}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attendees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bring files into a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read; correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed without a closing date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted by visitor for these days already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customers active on both days / customers active on the first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customers at the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customers kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dates as they show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day</source>
        <translation>день</translation>
    </message>
    <message>
        <source>day first: 31.12.2024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deals closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal comma: 1,50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal point: 1.50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimals as they show</source>
        <translation type="unfinished"></translation>
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
        <source>distinct people with attended = yes and target = yes at the period&apos;s events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distinct visitors over the visits of the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gross profit</source>
        <translation type="unfinished"></translation>
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
        <source>leads with an MQL date in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads with an SQL date in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line {line}, {field} “{value}”: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation>проиграна</translation>
    </message>
    <message>
        <source>marketing spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marketing spend of the period / SQLs of the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month</source>
        <translation>месяц</translation>
    </message>
    <message>
        <source>month first: 12/31/2024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no SQL for {spend}, at least {least} each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no customer is named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rate for the row&apos;s currency in its month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numerator</source>
        <translation>числитель</translation>
    </message>
    <message>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {all} attendees</source>
        <translation type="unfinished"></translation>
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
        <source>open the demo company; without a screen, write its report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>practices with their verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>promoters − detractors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>квартал</translation>
    </message>
    <message>
        <source>rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared</source>
        <translation>общие</translation>
    </message>
    <message>
        <source>still maturing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>target attendees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the channel {channel}: {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the customer has rows without a cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the event is not in the events table, so its date is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the quarter {quarter}: {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the ten KPIs of a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visitors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visitors to won deals</source>
        <translation type="unfinished"></translation>
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
        <source>won / (won + lost) of the deals closed in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>won deals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>won revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>won revenue of the period / salespeople active in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the PDF report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year</source>
        <translation>год</translation>
    </message>
    <message>
        <source>your mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{change}, better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{change}, within noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{change}, worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cost} per SQL against a ceiling of {ceiling}, but its leads have not had their time yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cost} per SQL against a ceiling of {ceiling}: only {probability} likely to be within it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cost} per SQL against a ceiling of {ceiling}: {probability} likely to be within it, and its SQLs close no worse than the portfolio&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cost} per SQL is far above the ceiling of {ceiling}, but its weak step mended would bring it to {mended}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cost} per SQL is within the ceiling of {ceiling}, but its SQLs are won less often than the portfolio&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cost} per SQL, {probability} likely to be above 1.5 times the ceiling of {ceiling}; no single step mended would bring it under.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} дн.</translation>
    </message>
    <message>
        <source>{encoding}, separated by {delimiter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{event}: the event&apos;s own cost and its spend rows differ; the larger is used.</source>
        <translation type="unfinished"></translation>
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
        <source>{file} was taken for {table}, but no column holds “{field}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {table}, {read} read, {added} added, {updated} updated, {unchanged} unchanged, {aside} kept aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{finding} {worth}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {all} customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kpi} by {dimension}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kpi} by {dimension}: the highest is {member} with {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kpi}: from {first} ({from_period}) to {last} ({to_period}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{message}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{period}, a SQL may cost at most {ceiling}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{period}, amounts in {currency}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{period}, the leads created in the period and how far they have come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{period}, what happened in the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate} · median {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate}, {expected} expected at maturity · median {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ratio} sessions per visitor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} accepted by sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{spend} for %n SQL(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{tables}: {added} added, {updated} updated, {unchanged} unchanged, {aside} kept aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table} cannot be filtered by {dimension}: the rows do not carry it.</source>
        <translation>{table}: отобрать по полю «{dimension}» нельзя — в строках его нет.</translation>
    </message>
    <message>
        <source>{used} {left}</source>
        <translation type="unfinished"></translation>
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
        <source>{verdict} (yours)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{via} via MQL, {direct} direct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{won} won of {all} closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>—</source>
        <comment>no denominator</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{code}” is not a period.</source>
        <translation>«{code}» — не период.</translation>
    </message>
    <message>
        <source>‹ All KPIs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>i18n</name>
    <message>
        <source>Demo company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
