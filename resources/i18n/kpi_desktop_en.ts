<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name></name>
    <message numerus="yes">
        <source>%n SQL(s) for {spend}: one costs between {low} and {high}, which is too wide to judge against a ceiling of {ceiling}.</source>
        <translation>
            <numerusform>%n SQL for {spend}: one costs between {low} and {high}, which is too wide to judge against a ceiling of {ceiling}.</numerusform>
            <numerusform>%n SQLs for {spend}: one costs between {low} and {high}, which is too wide to judge against a ceiling of {ceiling}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active salesperson(s), {won} deals won</source>
        <translation>
            <numerusform>%n active salesperson, {won} deals won</numerusform>
            <numerusform>%n active salespersons, {won} deals won</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n cannot be read</numerusform>
            <numerusform>%n cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s), {share} of revenue</source>
        <translation>
            <numerusform>%n customer, {share} of revenue</numerusform>
            <numerusform>%n customers, {share} of revenue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) inferred</source>
        <translation>
            <numerusform>%n date inferred</numerusform>
            <numerusform>%n dates inferred</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n deal(s) were created before their lead&apos;s earlier stage; left out of the days per stage.</source>
        <translation>
            <numerusform>%n deal was created before their lead&apos;s earlier stage; left out of the days per stage.</numerusform>
            <numerusform>%n deals were created before their lead&apos;s earlier stage; left out of the days per stage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) beside the exports not read: {names}</source>
        <translation>
            <numerusform>%n file beside the exports not read: {names}</numerusform>
            <numerusform>%n files beside the exports not read: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hold(s) nothing known</source>
        <translation>
            <numerusform>%n holds nothing known</numerusform>
            <numerusform>%n hold nothing known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n imported</numerusform>
            <numerusform>%n imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) became MQL before they were created; left out of the days per stage.</source>
        <translation>
            <numerusform>%n lead became MQL before it was created; left out of the days per stage.</numerusform>
            <numerusform>%n leads became MQL before they were created; left out of the days per stage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) became SQL before their earlier stage; left out of the days per stage.</source>
        <translation>
            <numerusform>%n lead became SQL before their earlier stage; left out of the days per stage.</numerusform>
            <numerusform>%n leads became SQL before their earlier stage; left out of the days per stage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) of the period name no practice of this kind and stand in none.</source>
        <translation>
            <numerusform>%n lead of the period names no practice of this kind and stands in none.</numerusform>
            <numerusform>%n leads of the period name no practice of this kind and stand in none.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out: totals, or rows of another kind</source>
        <translation>
            <numerusform>%n line left out: totals, or rows of another kind</numerusform>
            <numerusform>%n lines left out: totals, or rows of another kind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) with spend; it takes 24 to tell a season from money.</source>
        <translation>
            <numerusform>%n month with spend; it takes 24 to tell a season from money.</numerusform>
            <numerusform>%n months with spend; it takes 24 to tell a season from money.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) without rows</source>
        <translation>
            <numerusform>%n month without rows</numerusform>
            <numerusform>%n months without rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) cannot be read either.</source>
        <translation>
            <numerusform>%n more line cannot be read either.</numerusform>
            <numerusform>%n more lines cannot be read either.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more practice(s) go on as so far.</source>
        <translation>
            <numerusform>%n more practice goes on as so far.</numerusform>
            <numerusform>%n more practices go on as so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are in the program.</source>
        <translation>
            <numerusform>%n more row is in the program.</numerusform>
            <numerusform>%n more rows are in the program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s).</source>
        <translation>
            <numerusform>%n name.</numerusform>
            <numerusform>%n names.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a decision</source>
        <translation>
            <numerusform>%n needs a decision</numerusform>
            <numerusform>%n need a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n observation(s) tell this apart from now.</source>
        <translation>
            <numerusform>%n observation tells this apart from now.</numerusform>
            <numerusform>%n observations tell this apart from now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older cop(y/ies) beside the workspace went the same way.</source>
        <translation>
            <numerusform>%n older copy beside the workspace went the same way.</numerusform>
            <numerusform>%n older copies beside the workspace went the same way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older cop(y/ies) beside the workspace will go the same way.</source>
        <translation>
            <numerusform>%n older copy beside the workspace will go the same way.</numerusform>
            <numerusform>%n older copies beside the workspace will go the same way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are forgotten and kept out of files to come.</source>
        <translation>
            <numerusform>%n person is forgotten and kept out of files to come.</numerusform>
            <numerusform>%n persons are forgotten and kept out of files to come.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) cannot be judged yet; no spend of theirs is known.</source>
        <translation>
            <numerusform>%n practice cannot be judged yet; no spend of its own is known.</numerusform>
            <numerusform>%n practices cannot be judged yet; no spend of theirs is known.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) cannot be judged yet; {spend} was spent on them.</source>
        <translation>
            <numerusform>%n practice cannot be judged yet; {spend} was spent on it.</numerusform>
            <numerusform>%n practices cannot be judged yet; {spend} was spent on them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) to merge.</source>
        <translation>
            <numerusform>%n proposal to merge.</numerusform>
            <numerusform>%n proposals to merge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n ready</numerusform>
            <numerusform>%n ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) came in.</source>
        <translation>
            <numerusform>%n row came in.</numerusform>
            <numerusform>%n rows came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read. Correct a row and try it again, or export them all.</source>
        <translation>
            <numerusform>%n row could not be read. Correct it and try it again, or export it.</numerusform>
            <numerusform>%n rows could not be read. Correct a row and try it again, or export them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could still not be read.</source>
        <translation>
            <numerusform>%n row could still not be read.</numerusform>
            <numerusform>%n rows could still not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out, of persons forgotten on request</source>
        <translation>
            <numerusform>%n row left out, of persons forgotten on request</numerusform>
            <numerusform>%n rows left out, of persons forgotten on request</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out: {reason}</source>
        <translation>
            <numerusform>%n row left out: {reason}</numerusform>
            <numerusform>%n rows left out: {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {files}.</source>
        <translation>
            <numerusform>%n row written to {files}.</numerusform>
            <numerusform>%n rows written to {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stage date(s) are missing of leads that reached a later stage; they count as passed.</source>
        <translation>
            <numerusform>%n stage date is missing of leads that reached a later stage; it counts as passed.</numerusform>
            <numerusform>%n stage dates are missing of leads that reached a later stage; they count as passed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n under way</numerusform>
            <numerusform>%n under way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) turn:</source>
        <translation>
            <numerusform>%n verdict turns:</numerusform>
            <numerusform>%n verdicts turn:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) there for more than {days} days on {day}.</source>
        <translation>
            <numerusform>%n waits there for more than {days} days on {day}.</numerusform>
            <numerusform>%n wait there for more than {days} days on {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) there for more than {days} days.</source>
        <translation>
            <numerusform>%n waits there for more than {days} days.</numerusform>
            <numerusform>%n wait there for more than {days} days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won deal(s) name no salesperson; their revenue counts for the team.</source>
        <translation>
            <numerusform>%n won deal names no salesperson; their revenue counts for the team.</numerusform>
            <numerusform>%n won deals name no salesperson; their revenue counts for the team.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won deal(s) were closed before they were created; left out of the days per stage.</source>
        <translation>
            <numerusform>%n won deal was closed before it was created; left out of the days per stage.</numerusform>
            <numerusform>%n won deals were closed before they were created; left out of the days per stage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, about %n week(s) at the present pace.</source>
        <translation>
            <numerusform>, about %n week at the present pace.</numerusform>
            <numerusform>, about %n weeks at the present pace.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Ask again about %n name(s) called different</source>
        <translation>
            <numerusform>Ask again about %n name called different</numerusform>
            <numerusform>Ask again about %n names called different</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At the present pace %n week(s) more are needed.</source>
        <translation>
            <numerusform>At the present pace %n week more is needed.</numerusform>
            <numerusform>At the present pace %n weeks more are needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mended to that level it would bring about %n SQL(s) more, {cost} each.</source>
        <translation>
            <numerusform>Mended to that level it would bring about %n SQL more, {cost} each.</numerusform>
            <numerusform>Mended to that level it would bring about %n SQLs more, {cost} each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mended to that level it would bring about %n SQL(s) more, {cost} each; at the portfolio&apos;s gross profit per SQL that is worth about {worth}.</source>
        <translation>
            <numerusform>Mended to that level it would bring about %n SQL more, {cost} each; at the portfolio&apos;s gross profit per SQL that is worth about {worth}.</numerusform>
            <numerusform>Mended to that level it would bring about %n SQLs more, {cost} each; at the portfolio&apos;s gross profit per SQL that is worth about {worth}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge all %n spelled alike</source>
        <translation>
            <numerusform>Merge the one spelled alike</numerusform>
            <numerusform>Merge all %n spelled alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the %n largest member(s) are shown.</source>
        <translation>
            <numerusform>Only the %n largest member is shown.</numerusform>
            <numerusform>Only the %n largest members are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Projected by the share that had come by this day in the last %n period(s).</source>
        <translation>
            <numerusform>Projected by the share that had come by this day in the period before.</numerusform>
            <numerusform>Projected by the share that had come by this day in the last %n periods.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Projected by the share that had come by this day in the same period of %n earlier year(s).</source>
        <translation>
            <numerusform>Projected by the share that had come by this day in the same period of the year before.</numerusform>
            <numerusform>Projected by the share that had come by this day in the same period of %n earlier years.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Test: {step} more spend for %n month(s), {cost} in all. Expect about {after} SQLs in that time instead of {before}.</source>
        <translation>
            <numerusform>Test: {step} more spend for %n month, {cost} in all. Expect about {after} SQLs in that time instead of {before}.</numerusform>
            <numerusform>Test: {step} more spend for %n months, {cost} in all. Expect about {after} SQLs in that time instead of {before}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first {shown} of %n row(s)</source>
        <translation>
            <numerusform>The first {shown} of %n row</numerusform>
            <numerusform>The first {shown} of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The report is in {file}: %n page(s).</source>
        <translation>
            <numerusform>The report is in {file}: %n page.</numerusform>
            <numerusform>The report is in {file}: %n pages.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The total holds %n practice(s) without cost of their own as well, with {leads} leads and {sqls} SQLs.</source>
        <translation>
            <numerusform>The total holds %n practice without cost of its own as well, with {leads} leads and {sqls} SQLs.</numerusform>
            <numerusform>The total holds %n practices without cost of their own as well, with {leads} leads and {sqls} SQLs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To tell: %n observation(s)</source>
        <translation>
            <numerusform>To tell: %n observation</numerusform>
            <numerusform>To tell: %n observations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>after %n month(s)</source>
        <translation>
            <numerusform>after %n month</numerusform>
            <numerusform>after %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more column(s), to be chosen at the field</source>
        <translation>
            <numerusform>and %n more column, to be chosen at the field</numerusform>
            <numerusform>and %n more columns, to be chosen at the field</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; see --json</source>
        <translation>
            <numerusform>and %n more; see --json</numerusform>
            <numerusform>and %n more; see --json</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>now {value}, on %n observation(s)</source>
        <translation>
            <numerusform>now {value}, on %n observation</numerusform>
            <numerusform>now {value}, on %n observations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{file} and %n more file(s) with the same columns</source>
        <translation>
            <numerusform>{file} and %n more file with the same columns</numerusform>
            <numerusform>{file} and %n more files with the same columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{months} and %n more</source>
        <translation>
            <numerusform>{months} and %n more</numerusform>
            <numerusform>{months} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} and %n more</numerusform>
            <numerusform>{names} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n row(s)</source>
        <translation>
            <numerusform>{name}: %n row</numerusform>
            <numerusform>{name}: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{rows} from %n file(s)</source>
        <translation>
            <numerusform>{rows} from %n file</numerusform>
            <numerusform>{rows} from %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{spend} for %n SQL(s)</source>
        <translation>
            <numerusform>{spend} for %n SQL</numerusform>
            <numerusform>{spend} for %n SQLs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{table} %n row(s)</source>
        <translation>
            <numerusform>{table} %n row</numerusform>
            <numerusform>{table} %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{table}, {month}: %n row(s)</source>
        <translation>
            <numerusform>{table}, {month}: %n row</numerusform>
            <numerusform>{table}, {month}: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{table}: %n row(s), no dates</source>
        <translation>
            <numerusform>{table}: %n row, no dates</numerusform>
            <numerusform>{table}: %n rows, no dates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{table}: %n row(s), {first} to {last}</source>
        <translation>
            <numerusform>{table}: %n row, {first} to {last}</numerusform>
            <numerusform>{table}: %n rows, {first} to {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{table}: no rows in %n month(s), the first {first}, the last {last}</source>
        <translation>
            <numerusform>{table}: no rows in %n month, {first} to {last}</numerusform>
            <numerusform>{table}: no rows in %n months, the first {first}, the last {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{value} pt</source>
        <comment>percentage points</comment>
        <translation>
            <numerusform>{value} pt</numerusform>
            <numerusform>{value} pt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{value} so far on %n observation(s) of {needed} needed.</source>
        <translation>
            <numerusform>{value} so far on %n observation of {needed} needed.</numerusform>
            <numerusform>{value} so far on %n observations of {needed} needed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{value} so far on %n observation(s); answered on {until}.</source>
        <translation>
            <numerusform>{value} so far on %n observation; answered on {until}.</numerusform>
            <numerusform>{value} so far on %n observations; answered on {until}.</numerusform>
        </translation>
    </message>
</context>
</TS>
