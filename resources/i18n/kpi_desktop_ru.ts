<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> or </source>
        <translation> или </translation>
    </message>
    <message numerus="yes">
        <source>%n SQL(s) for {spend}: one costs between {low} and {high}, which is too wide to judge against a ceiling of {ceiling}.</source>
        <translation>
            <numerusform>%n SQL за {spend}: один стоит от {low} до {high}; разброс слишком велик, чтобы судить относительно потолка {ceiling}.</numerusform>
            <numerusform>%n SQL за {spend}: один стоит от {low} до {high}; разброс слишком велик, чтобы судить относительно потолка {ceiling}.</numerusform>
            <numerusform>%n SQL за {spend}: один стоит от {low} до {high}; разброс слишком велик, чтобы судить относительно потолка {ceiling}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n active salesperson(s), {won} deals won</source>
        <translation>
            <numerusform>%n активный продавец, выиграно сделок: {won}</numerusform>
            <numerusform>%n активных продавца, выиграно сделок: {won}</numerusform>
            <numerusform>%n активных продавцов, выиграно сделок: {won}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n ответ</numerusform>
            <numerusform>%n ответа</numerusform>
            <numerusform>%n ответов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n не читается</numerusform>
            <numerusform>%n не читаются</numerusform>
            <numerusform>%n не читаются</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n клиент</numerusform>
            <numerusform>%n клиента</numerusform>
            <numerusform>%n клиентов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s), {share} of revenue</source>
        <translation>
            <numerusform>%n клиент, {share} выручки</numerusform>
            <numerusform>%n клиента, {share} выручки</numerusform>
            <numerusform>%n клиентов, {share} выручки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n date(s) inferred</source>
        <translation>
            <numerusform>%n дата выведена</numerusform>
            <numerusform>%n даты выведены</numerusform>
            <numerusform>%n дат выведено</numerusform>
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
        <translation>
            <numerusform>%n сделка создана раньше предыдущего этапа своего лида; в днях не учтена.</numerusform>
            <numerusform>%n сделки созданы раньше предыдущего этапа своего лида; в днях не учтены.</numerusform>
            <numerusform>%n сделок создано раньше предыдущего этапа своего лида; в днях не учтены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) beside the exports not read: {names}</source>
        <translation>
            <numerusform>Рядом с выгрузками лежит %n файл, он не прочитан: {names}</numerusform>
            <numerusform>Рядом с выгрузками лежат %n файла, они не прочитаны: {names}</numerusform>
            <numerusform>Рядом с выгрузками лежат %n файлов, они не прочитаны: {names}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hold(s) nothing known</source>
        <translation>
            <numerusform>%n без известных данных</numerusform>
            <numerusform>%n без известных данных</numerusform>
            <numerusform>%n без известных данных</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n imported</source>
        <translation>
            <numerusform>%n импортирован</numerusform>
            <numerusform>%n импортировано</numerusform>
            <numerusform>%n импортировано</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) became MQL before they were created; left out of the days per stage.</source>
        <translation>
            <numerusform>%n лид стал MQL раньше своего создания; в днях не учтён.</numerusform>
            <numerusform>%n лида стали MQL раньше своего создания; в днях не учтены.</numerusform>
            <numerusform>%n лидов стали MQL раньше своего создания; в днях не учтены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) became SQL before their earlier stage; left out of the days per stage.</source>
        <translation>
            <numerusform>%n лид стал SQL раньше предыдущего этапа; в днях не учтён.</numerusform>
            <numerusform>%n лида стали SQL раньше предыдущего этапа; в днях не учтены.</numerusform>
            <numerusform>%n лидов стали SQL раньше предыдущего этапа; в днях не учтены.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lead(s) of the period name no practice of this kind and stand in none.</source>
        <translation>
            <numerusform>%n лид периода не относится ни к одной практике этого вида.</numerusform>
            <numerusform>%n лида периода не относятся ни к одной практике этого вида.</numerusform>
            <numerusform>%n лидов периода не относятся ни к одной практике этого вида.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n не учтена</numerusform>
            <numerusform>%n не учтены</numerusform>
            <numerusform>%n не учтено</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out: totals, or rows of another kind</source>
        <translation>
            <numerusform>не взята %n строка: итоги или строки другого вида</numerusform>
            <numerusform>не взяты %n строки: итоги или строки другого вида</numerusform>
            <numerusform>не взято %n строк: итоги или строки другого вида</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) with spend; it takes 24 to tell a season from money.</source>
        <translation>
            <numerusform>%n месяц с расходами; чтобы отличить сезон от действия денег, нужно 24.</numerusform>
            <numerusform>%n месяца с расходами; чтобы отличить сезон от действия денег, нужно 24.</numerusform>
            <numerusform>%n месяцев с расходами; чтобы отличить сезон от действия денег, нужно 24.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) without rows</source>
        <translation>
            <numerusform>%n месяц без строк</numerusform>
            <numerusform>%n месяца без строк</numerusform>
            <numerusform>%n месяцев без строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more line(s) cannot be read either.</source>
        <translation>
            <numerusform>Ещё %n строка тоже не читается.</numerusform>
            <numerusform>Ещё %n строки тоже не читаются.</numerusform>
            <numerusform>Ещё %n строк тоже не читаются.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more practice(s) go on as so far.</source>
        <translation>
            <numerusform>Ещё %n практика идёт как раньше.</numerusform>
            <numerusform>Ещё %n практики идут как раньше.</numerusform>
            <numerusform>Ещё %n практик идут как раньше.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more row(s) are in the program.</source>
        <translation>
            <numerusform>Ещё %n строка в программе.</numerusform>
            <numerusform>Ещё %n строки в программе.</numerusform>
            <numerusform>Ещё %n строк в программе.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n name(s).</source>
        <translation>
            <numerusform>%n название.</numerusform>
            <numerusform>%n названия.</numerusform>
            <numerusform>%n названий.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a decision</source>
        <translation>
            <numerusform>%n ждёт решения</numerusform>
            <numerusform>%n ждут решения</numerusform>
            <numerusform>%n ждут решения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n observation(s) tell this apart from now.</source>
        <translation>
            <numerusform>Чтобы отличить это от нынешнего значения, хватит %n наблюдения.</numerusform>
            <numerusform>Чтобы отличить это от нынешнего значения, нужно %n наблюдения.</numerusform>
            <numerusform>Чтобы отличить это от нынешнего значения, нужно %n наблюдений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older cop(y/ies) beside the workspace went the same way.</source>
        <translation>
            <numerusform>%n старая копия рядом с рабочей книгой обработана так же.</numerusform>
            <numerusform>%n старые копии рядом с рабочей книгой обработаны так же.</numerusform>
            <numerusform>%n старых копий рядом с рабочей книгой обработаны так же.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older cop(y/ies) beside the workspace will go the same way.</source>
        <translation>
            <numerusform>%n старая копия рядом с рабочей книгой будет обработана так же.</numerusform>
            <numerusform>%n старые копии рядом с рабочей книгой будут обработаны так же.</numerusform>
            <numerusform>%n старых копий рядом с рабочей книгой будут обработаны так же.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n прочий</numerusform>
            <numerusform>%n прочих</numerusform>
            <numerusform>%n прочих</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are forgotten and kept out of files to come.</source>
        <translation>
            <numerusform>%n человек забыт и не попадёт из новых файлов.</numerusform>
            <numerusform>%n человека забыты и не попадут из новых файлов.</numerusform>
            <numerusform>%n человек забыты и не попадут из новых файлов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) cannot be judged yet; no spend of theirs is known.</source>
        <translation>
            <numerusform>%n практику пока нельзя оценить: расходы на неё неизвестны.</numerusform>
            <numerusform>%n практики пока нельзя оценить: расходы на них неизвестны.</numerusform>
            <numerusform>%n практик пока нельзя оценить: расходы на них неизвестны.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n practice(s) cannot be judged yet; {spend} was spent on them.</source>
        <translation>
            <numerusform>%n практику пока нельзя оценить; на неё потрачено {spend}.</numerusform>
            <numerusform>%n практики пока нельзя оценить; на них потрачено {spend}.</numerusform>
            <numerusform>%n практик пока нельзя оценить; на них потрачено {spend}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n proposal(s) to merge.</source>
        <translation>
            <numerusform>%n предложение объединить.</numerusform>
            <numerusform>%n предложения объединить.</numerusform>
            <numerusform>%n предложений объединить.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ready</source>
        <translation>
            <numerusform>%n готов</numerusform>
            <numerusform>%n готовы</numerusform>
            <numerusform>%n готовы</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n строка</numerusform>
            <numerusform>%n строки</numerusform>
            <numerusform>%n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) came in.</source>
        <translation>
            <numerusform>Импортирована %n строка.</numerusform>
            <numerusform>Импортированы %n строки.</numerusform>
            <numerusform>Импортировано %n строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read. Correct a row and try it again, or export them all.</source>
        <translation>
            <numerusform>%n строку не удалось прочитать. Исправьте строку и повторите попытку или экспортируйте все.</numerusform>
            <numerusform>%n строки не удалось прочитать. Исправьте строку и повторите попытку или экспортируйте все.</numerusform>
            <numerusform>%n строк не удалось прочитать. Исправьте строку и повторите попытку или экспортируйте все.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could still not be read.</source>
        <translation>
            <numerusform>%n строку прочитать по-прежнему не удалось.</numerusform>
            <numerusform>%n строки прочитать по-прежнему не удалось.</numerusform>
            <numerusform>%n строк прочитать по-прежнему не удалось.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out, of persons forgotten on request</source>
        <translation>
            <numerusform>%n строка пропущена: человек забыт по его просьбе</numerusform>
            <numerusform>%n строки пропущены: люди забыты по их просьбе</numerusform>
            <numerusform>%n строк пропущены: люди забыты по их просьбе</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) left out: {reason}</source>
        <translation>
            <numerusform>%n строка не учтена: {reason}</numerusform>
            <numerusform>%n строки не учтены: {reason}</numerusform>
            <numerusform>%n строк не учтено: {reason}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {files}.</source>
        <translation>
            <numerusform>%n строка записана: {files}.</numerusform>
            <numerusform>%n строки записаны: {files}.</numerusform>
            <numerusform>%n строк записано: {files}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stage date(s) are missing of leads that reached a later stage; they count as passed.</source>
        <translation>
            <numerusform>Не хватает %n даты этапа у лидов, дошедших дальше; этап считается пройденным.</numerusform>
            <numerusform>Не хватает %n дат этапов у лидов, дошедших дальше; этапы считаются пройденными.</numerusform>
            <numerusform>Не хватает %n дат этапов у лидов, дошедших дальше; этапы считаются пройденными.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n в работе</numerusform>
            <numerusform>%n в работе</numerusform>
            <numerusform>%n в работе</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n verdict(s) turn:</source>
        <translation>
            <numerusform>Меняется %n вердикт:</numerusform>
            <numerusform>Меняются %n вердикта:</numerusform>
            <numerusform>Меняются %n вердиктов:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) there for more than {days} days on {day}.</source>
        <translation>
            <numerusform>%n ждёт там дольше {days} дн. на {day}.</numerusform>
            <numerusform>%n ждут там дольше {days} дн. на {day}.</numerusform>
            <numerusform>%n ждут там дольше {days} дн. на {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) there for more than {days} days.</source>
        <translation>
            <numerusform>%n ждёт там дольше {days} дн.</numerusform>
            <numerusform>%n ждут там дольше {days} дн.</numerusform>
            <numerusform>%n ждут там дольше {days} дн.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won deal(s) name no salesperson; their revenue counts for the team.</source>
        <translation>
            <numerusform>В %n выигранной сделке не указан продавец; её выручка засчитана команде.</numerusform>
            <numerusform>В %n выигранных сделках не указан продавец; их выручка засчитана команде.</numerusform>
            <numerusform>В %n выигранных сделках не указан продавец; их выручка засчитана команде.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n won deal(s) were closed before they were created; left out of the days per stage.</source>
        <translation>
            <numerusform>%n выигранная сделка закрыта раньше создания; в днях не учтена.</numerusform>
            <numerusform>%n выигранные сделки закрыты раньше создания; в днях не учтены.</numerusform>
            <numerusform>%n выигранных сделок закрыто раньше создания; в днях не учтены.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>(Margin less spend) / spend</source>
        <translation>(Маржа минус расходы) / расходы</translation>
    </message>
    <message>
        <source>(net revenue − cost) / customers with revenue</source>
        <translation>(чистая выручка − себестоимость) / клиенты с выручкой</translation>
    </message>
    <message>
        <source>({added} + {spend}) / ({shape} + {sqls}) = {cost} per SQL is to be expected, between {low} and {high} (95 %).</source>
        <translation>({added} + {spend}) / ({shape} + {sqls}) = {cost} за SQL — ожидаемая стоимость, от {low} до {high} (95 %).</translation>
    </message>
    <message>
        <source>+ Filter</source>
        <translation>+ Фильтр</translation>
    </message>
    <message>
        <source>+{amount}</source>
        <translation>+{amount}</translation>
    </message>
    <message numerus="yes">
        <source>, about %n week(s) at the present pace.</source>
        <translation>
            <numerusform>, около %n недели при нынешнем темпе.</numerusform>
            <numerusform>, около %n недель при нынешнем темпе.</numerusform>
            <numerusform>, около %n недель при нынешнем темпе.</numerusform>
        </translation>
    </message>
    <message>
        <source>--salespeople needs --hash on.</source>
        <translation>--salespeople работает только с --hash on.</translation>
    </message>
    <message>
        <source>10 % more money brings {value} more SQLs ({low} to {high})</source>
        <translation>на 10 % больше денег — на {value} больше SQL (от {low} до {high})</translation>
    </message>
    <message>
        <source>100 × (promoters − detractors) / answers</source>
        <translation>100 × (промоутеры − критики) / ответы</translation>
    </message>
    <message>
        <source>31 to 90 days</source>
        <translation>от 31 до 90 дней</translation>
    </message>
    <message>
        <source>8 to 30 days</source>
        <translation>от 8 до 30 дней</translation>
    </message>
    <message>
        <source>80 % of days</source>
        <translation>80 % дней</translation>
    </message>
    <message>
        <source>80 % range</source>
        <translation>80 % диапазон</translation>
    </message>
    <message>
        <source>80 % range of days</source>
        <translation>Дни, 80 %-й диапазон</translation>
    </message>
    <message>
        <source>90 % of purchases follow within</source>
        <translation>90 % покупок повторяют в течение</translation>
    </message>
    <message>
        <source>95 %</source>
        <comment>interval</comment>
        <translation>95 %</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 %-й интервал</translation>
    </message>
    <message>
        <source>95 % interval of the rate expected at maturity</source>
        <translation>95 %-й интервал ожидаемой конверсии</translation>
    </message>
    <message>
        <source>95 % interval of the rate from the stage before</source>
        <translation>95 %-й интервал конверсии от предыдущего этапа</translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation>95 %-й интервал от {low} до {high}</translation>
    </message>
    <message>
        <source>95 % interval, high</source>
        <translation>95%-ный интервал, верх</translation>
    </message>
    <message>
        <source>95 % interval, low</source>
        <translation>95%-ный интервал, низ</translation>
    </message>
    <message>
        <source>95 % interval: {interval}</source>
        <translation>95 %-й интервал: {interval}</translation>
    </message>
    <message>
        <source>A SQL cannot cost {value} at most.</source>
        <translation>SQL не может стоить не больше {value}.</translation>
    </message>
    <message>
        <source>A SQL costs at least {low} (95 %); there is no upper end.</source>
        <translation>SQL стоит не меньше {low} (95 %); верхней границы нет.</translation>
    </message>
    <message>
        <source>A SQL costs between {low} and {high} (95 %), {times} to 1; too wide is more than {widest} to 1.</source>
        <translation>SQL стоит от {low} до {high} (95 %), {times} к 1; слишком широко — больше {widest} к 1.</translation>
    </message>
    <message>
        <source>A SQL may cost at most</source>
        <translation>SQL может стоить не больше</translation>
    </message>
    <message>
        <source>A SQL may cost at most (empty: as computed)</source>
        <translation>SQL может стоить не больше (пусто: как вычислено)</translation>
    </message>
    <message>
        <source>A SQL may cost at most {ceiling} (set by you).</source>
        <translation>SQL может стоить не больше {ceiling} (задано вами).</translation>
    </message>
    <message>
        <source>A SQL may cost at most {ceiling}.</source>
        <translation>SQL может стоить не больше {ceiling}.</translation>
    </message>
    <message>
        <source>A blank can be right: a lead that is no SQL yet has no SQL date. Fields that no row fills are named with the KPI that needs them.</source>
        <translation>Пустое поле бывает верным: у лида, ещё не ставшего SQL, нет даты SQL. Поля, не заполненные ни в одной строке, названы у KPI, которому они нужны.</translation>
    </message>
    <message>
        <source>A budget cannot be planned: no practice had both spend and SQLs from {first} to {last}.</source>
        <translation>Бюджет не спланировать: с {first} по {last} ни у одной практики не было и расходов, и SQL.</translation>
    </message>
    <message>
        <source>A budget cannot be {amount} ({practice}).</source>
        <translation>Бюджет не может быть {amount} ({practice}).</translation>
    </message>
    <message>
        <source>A budget is not below 0.</source>
        <translation>Бюджет не бывает меньше 0.</translation>
    </message>
    <message>
        <source>A budget of {total} cannot be split.</source>
        <translation>Бюджет {total} не распределить.</translation>
    </message>
    <message>
        <source>A click on a member filters everything by it.</source>
        <translation>Щелчок по названию отфильтрует всё по нему.</translation>
    </message>
    <message>
        <source>A draft.</source>
        <translation>Черновик.</translation>
    </message>
    <message>
        <source>A file of rates has the columns currency, month and rate. To change a rate, choose it below and set it again.</source>
        <translation>В файле курсов должны быть столбцы currency, month и rate (валюта, месяц, курс). Чтобы изменить курс, выберите его ниже и задайте снова.</translation>
    </message>
    <message>
        <source>A goal for one practice:</source>
        <translation>Цель для одной практики:</translation>
    </message>
    <message>
        <source>A group needs a name.</source>
        <translation>Группе нужно название.</translation>
    </message>
    <message>
        <source>A group needs two practices or more.</source>
        <translation>В группе должно быть не меньше двух практик.</translation>
    </message>
    <message>
        <source>A hypothesis needs a practice and what is to be changed.</source>
        <translation>Гипотезе нужны практика и то, что нужно изменить.</translation>
    </message>
    <message>
        <source>A name that</source>
        <translation>Название, которое</translation>
    </message>
    <message>
        <source>A new plan for</source>
        <translation>Новый план на</translation>
    </message>
    <message>
        <source>A note needs a few words.</source>
        <translation>Заметке нужно несколько слов.</translation>
    </message>
    <message>
        <source>A quotation mark may be missing there; mend the line and try again.</source>
        <translation>Возможно, там не хватает кавычки; исправьте строку и повторите.</translation>
    </message>
    <message>
        <source>A revenue goal of {goal} needs no plan.</source>
        <translation>Цель по выручке {goal} не требует плана.</translation>
    </message>
    <message>
        <source>A rule proposes merges for the names that are there and for those of later imports. Nothing changes before you apply it.</source>
        <translation>Правило предлагает объединения для имеющихся названий и для следующих импортов. Пока вы его не примените, ничего не меняется.</translation>
    </message>
    <message>
        <source>A saved mapping is applied by itself when a file with the same columns comes again.</source>
        <translation>Сохранённое сопоставление применяется само, когда снова приходит файл с теми же столбцами.</translation>
    </message>
    <message>
        <source>A scenario needs a name.</source>
        <translation>Сценарию нужно название.</translation>
    </message>
    <message>
        <source>A sheet of {file} reaches too far: its cells span more than {limit} million places.</source>
        <translation>Лист файла {file} слишком велик: его ячейки занимают больше {limit} млн мест.</translation>
    </message>
    <message>
        <source>A split needs a budget.</source>
        <translation>Чтобы распределить бюджет, нужна его сумма.</translation>
    </message>
    <message>
        <source>A step is weak below this share of the portfolio&apos;s rate</source>
        <translation>Этап слабый, если ниже такой доли показателя портфеля</translation>
    </message>
    <message>
        <source>A template needs a name.</source>
        <translation>Шаблону нужно название.</translation>
    </message>
    <message>
        <source>A verdict for each practice, with its reasons and what would turn it.</source>
        <translation>Вердикт по каждой практике с причинами и тем, что его изменит.</translation>
    </message>
    <message>
        <source>A view needs a name.</source>
        <translation>Представлению нужно название.</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Accent colour</source>
        <translation>Цвет акцента</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Accepted by sales</source>
        <translation>Принято продажами</translation>
    </message>
    <message>
        <source>Account manager</source>
        <translation>Менеджер клиента</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Действия</translation>
    </message>
    <message>
        <source>Actions, verdicts and hypotheses</source>
        <translation>Действия, вердикты и гипотезы</translation>
    </message>
    <message>
        <source>Active means: bought within</source>
        <translation>Активный — покупал за последние</translation>
    </message>
    <message>
        <source>Active salespeople</source>
        <translation>Активные продавцы</translation>
    </message>
    <message>
        <source>Add a note …</source>
        <translation>Добавить заметку…</translation>
    </message>
    <message>
        <source>Add a table</source>
        <translation>Добавить таблицу</translation>
    </message>
    <message>
        <source>Add a table that the file feeds.</source>
        <translation>Добавьте таблицу, которую заполняет файл.</translation>
    </message>
    <message>
        <source>Add a table …</source>
        <translation>Добавить таблицу…</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>Добавить действие</translation>
    </message>
    <message>
        <source>Add the goal</source>
        <translation>Добавить цель</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>Against the default</source>
        <translation>Разница с умолчанием</translation>
    </message>
    <message>
        <source>Against the targets</source>
        <translation>Относительно целей</translation>
    </message>
    <message>
        <source>Against the version before:</source>
        <translation>По сравнению с прежней версией:</translation>
    </message>
    <message>
        <source>Ages of won leads</source>
        <translation>Возраст выигранных лидов</translation>
    </message>
    <message>
        <source>All active salespeople are counted: who sells what is not known.</source>
        <translation>Учтены все активные продавцы: кто что продаёт, неизвестно.</translation>
    </message>
    <message>
        <source>All practices together pay {average} per SQL. A small number of SQLs is partly luck, so each practice is judged as if {shape} average SQLs for {added} were added to its own; how many follows from how much the practices differ.</source>
        <translation>Все практики вместе платят {average} за SQL. Малое число SQL — отчасти случайность, поэтому к каждой практике при оценке добавляются {shape} средних SQL за {added}; сколько добавить, следует из того, насколько практики различаются.</translation>
    </message>
    <message>
        <source>Allow writing to the file and its folder, or work with a copy.</source>
        <translation>Разрешите запись в файл и его папку или работайте с копией.</translation>
    </message>
    <message>
        <source>Also changed</source>
        <translation>Также изменились</translation>
    </message>
    <message>
        <source>Also names of salespeople</source>
        <translation>Также имена продавцов</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Сумма</translation>
    </message>
    <message>
        <source>Amounts in other currencies are turned into {currency} with the rate of their month. A cost without a rate is kept aside.</source>
        <translation>Суммы в других валютах переводятся в {currency} по курсу их месяца. Расход без курса откладывается.</translation>
    </message>
    <message>
        <source>An action needs a few words.</source>
        <translation>Действию нужно несколько слов.</translation>
    </message>
    <message>
        <source>An elasticity lies between 0 (more money brings nothing) and 1 (twice the money brings twice the SQLs).</source>
        <translation>Эластичность — от 0 (больше денег ничего не даёт) до 1 (вдвое больше денег — вдвое больше SQL).</translation>
    </message>
    <message>
        <source>An elasticity of 0.7 says: 10 % more money brings about 7 % more SQLs. It is assumed where the data cannot tell it.</source>
        <translation>Эластичность 0,7 значит: на 10 % больше денег дают примерно на 7 % больше SQL. Она принимается там, где данные её не показывают.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответ</translation>
    </message>
    <message>
        <source>Answer the question, then the whole file is counted.</source>
        <translation>Ответьте на вопрос, и файл будет подсчитан целиком.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>Answers by score</source>
        <translation>Ответы по баллам</translation>
    </message>
    <message>
        <source>Apply the chosen rule</source>
        <translation>Применить выбранное правило</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Утвердить</translation>
    </message>
    <message>
        <source>Approved on {day}: it does not change any more.</source>
        <translation>Утверждён {day}: больше не меняется.</translation>
    </message>
    <message>
        <source>As a picture</source>
        <translation>Графиком</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Таблицей</translation>
    </message>
    <message>
        <source>As last year</source>
        <translation>Как в прошлом году</translation>
    </message>
    <message>
        <source>As much as so far.</source>
        <translation>Столько же, сколько раньше.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message numerus="yes">
        <source>Ask again about %n name(s) called different</source>
        <translation>
            <numerusform>Снова спросить о %n названии, признанном другим</numerusform>
            <numerusform>Снова спросить о %n названиях, признанных разными</numerusform>
            <numerusform>Снова спросить о %n названиях, признанных разными</numerusform>
        </translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>Принято</translation>
    </message>
    <message>
        <source>Assumed elasticity</source>
        <translation>Принятая эластичность</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Не меньше</translation>
    </message>
    <message>
        <source>At maturity</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>At the end, 80 % range</source>
        <translation>К концу, 80 % диапазон</translation>
    </message>
    <message numerus="yes">
        <source>At the present pace %n week(s) more are needed.</source>
        <translation>
            <numerusform>При нынешнем темпе нужна ещё %n неделя.</numerusform>
            <numerusform>При нынешнем темпе нужны ещё %n недели.</numerusform>
            <numerusform>При нынешнем темпе нужно ещё %n недель.</numerusform>
        </translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Посещаемость</translation>
    </message>
    <message>
        <source>Attendance per event</source>
        <translation>Посещений на мероприятие</translation>
    </message>
    <message>
        <source>Attendance to leads</source>
        <translation>Участники и лиды</translation>
    </message>
    <message>
        <source>Attendances</source>
        <translation>Посещения</translation>
    </message>
    <message>
        <source>Attended</source>
        <translation>Присутствовал</translation>
    </message>
    <message>
        <source>Attended</source>
        <comment>people</comment>
        <translation>Пришли</translation>
    </message>
    <message>
        <source>Attendees whose fit is unknown</source>
        <translation>Участники с неизвестным соответствием</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Автор</translation>
    </message>
    <message>
        <source>Average deal</source>
        <translation>Средняя сделка</translation>
    </message>
    <message>
        <source>Average won deal</source>
        <translation>Средняя выигранная сделка</translation>
    </message>
    <message>
        <source>Back to the columns</source>
        <translation>Назад к столбцам</translation>
    </message>
    <message>
        <source>Back to those in force</source>
        <translation>Вернуть действующие</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Сделать копию сейчас</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Резервное копирование</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Резервные копии</translation>
    </message>
    <message>
        <source>Backups with date and size</source>
        <translation>Резервные копии с датой и размером</translation>
    </message>
    <message>
        <source>Backups …</source>
        <translation>Резервные копии…</translation>
    </message>
    <message>
        <source>Backwards from a revenue goal</source>
        <translation>От цели по выручке назад</translation>
    </message>
    <message>
        <source>Base period</source>
        <translation>Базовый период</translation>
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
        <source>Because</source>
        <translation>Потому что</translation>
    </message>
    <message>
        <source>Becomes keep at {turn} or less per SQL, now {now}.</source>
        <translation>Станет «оставить» при {turn} за SQL или дешевле, сейчас {now}.</translation>
    </message>
    <message>
        <source>Becomes keep at {turn} or less per SQL.</source>
        <translation>Станет «оставить» при {turn} за SQL или дешевле.</translation>
    </message>
    <message>
        <source>Becomes keep when its SQLs close as well as the portfolio&apos;s.</source>
        <translation>Станет «оставить», когда её SQL будут закрываться не хуже портфеля.</translation>
    </message>
    <message>
        <source>Becomes optimise at {turn} or less per SQL.</source>
        <translation>Станет «улучшить» при {turn} за SQL или дешевле.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Было</translation>
    </message>
    <message>
        <source>Begins on {start}.</source>
        <translation>Начинается {start}.</translation>
    </message>
    <message>
        <source>Behind the rest by more than noise: {steps}.</source>
        <translation>Отстают от остальных сверх шума: {steps}.</translation>
    </message>
    <message>
        <source>Best split</source>
        <translation>Лучшее распределение</translation>
    </message>
    <message>
        <source>Bets from weak steps, with figure, threshold and date; it needs leads with their stages.</source>
        <translation>Ставки из слабых шагов: показатель, порог, дата; нужны лиды с этапами.</translation>
    </message>
    <message>
        <source>Beyond noise: {steps}.</source>
        <translation>За пределами шума: {steps}.</translation>
    </message>
    <message>
        <source>Blank</source>
        <translation>Пусто</translation>
    </message>
    <message>
        <source>Blank fields</source>
        <translation>Пустые поля</translation>
    </message>
    <message>
        <source>Both cohorts are looked at the same number of days after their start.</source>
        <translation>Обе когорты показаны через одинаковое число дней после их начала.</translation>
    </message>
    <message>
        <source>Break down by</source>
        <translation>Разбить по</translation>
    </message>
    <message>
        <source>Breakdown</source>
        <translation>Разбивка</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Бюджет</translation>
    </message>
    <message>
        <source>Budget by month</source>
        <translation>Бюджет по месяцам</translation>
    </message>
    <message>
        <source>Budget of {practice}</source>
        <translation>Бюджет: {practice}</translation>
    </message>
    <message>
        <source>Budget of {practice} is fixed</source>
        <translation>Бюджет закреплён: {practice}</translation>
    </message>
    <message>
        <source>Budget to split</source>
        <translation>Бюджет для распределения</translation>
    </message>
    <message>
        <source>By company</source>
        <translation>По компании</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>По эл. почте</translation>
    </message>
    <message>
        <source>By id or name</source>
        <translation>По id или имени</translation>
    </message>
    <message>
        <source>By id or name first, else by e-mail, else by company without its legal form. Someone of a lead&apos;s company who attended is not taken for that lead: the company gives the segment and the country alone.</source>
        <translation>Сначала по id или имени, затем по эл. почте, затем по компании без правовой формы. Участник из компании лида не считается этим лидом: от компании берутся только сегмент и страна.</translation>
    </message>
    <message>
        <source>By salesperson (10 answers or more, no ranking)</source>
        <translation>По продавцам (от 10 ответов, без рейтинга)</translation>
    </message>
    <message>
        <source>By team (three people or more)</source>
        <translation>По командам (от трёх человек)</translation>
    </message>
    <message>
        <source>By the column</source>
        <translation>По столбцу</translation>
    </message>
    <message>
        <source>By what the cost that names no channel, campaign or event is spread over the members.</source>
        <translation>По какому признаку распределяются расходы, в которых не указаны ни канал, ни кампания, ни мероприятие.</translation>
    </message>
    <message>
        <source>CRM, web analytics, ad costs, webinars, invoices, NPS answers: in English or Russian, from the tools that you use. What the program knows comes in without a question; of everything else it asks what it means, once.</source>
        <translation>CRM, веб-аналитика, расходы на рекламу, вебинары, счета, ответы NPS: на русском или английском, из ваших инструментов. Знакомое программе загружается без вопросов; об остальном она один раз спросит, что это значит.</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Calendar of the actions (*.ics)</source>
        <translation>Календарь действий (*.ics)</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Кампания</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Кампании</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Cancel what is going on</source>
        <translation>Прервать выполняемое</translation>
    </message>
    <message>
        <source>Cannot be told</source>
        <translation>Нельзя сказать</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменение</translation>
    </message>
    <message>
        <source>Change the note “{text}”</source>
        <translation>Изменить заметку «{text}»</translation>
    </message>
    <message>
        <source>Change the target</source>
        <translation>Изменить цель</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Каналы</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Проверьте имя и папку.</translation>
    </message>
    <message>
        <source>Check the name, the folder and your permissions.</source>
        <translation>Проверьте имя, папку и права доступа.</translation>
    </message>
    <message>
        <source>Choose a .kpi file.</source>
        <translation>Выберите файл .kpi.</translation>
    </message>
    <message>
        <source>Choose a colour …</source>
        <translation>Выбрать цвет…</translation>
    </message>
    <message>
        <source>Choose a field, or drag a column onto it; with Ctrl it is joined to what is there.</source>
        <translation>Выберите поле или перетащите на него столбец; с Ctrl столбец добавляется к уже выбранному.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Выбор папки</translation>
    </message>
    <message>
        <source>Choose a folder …</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>Choose a later day.</source>
        <translation>Выберите более поздний день.</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Выбор логотипа</translation>
    </message>
    <message>
        <source>Choose a longer or later period, or a lower goal.</source>
        <translation>Выберите период длиннее или позже либо цель ниже.</translation>
    </message>
    <message>
        <source>Choose a period after the base period.</source>
        <translation>Выберите период после базового.</translation>
    </message>
    <message>
        <source>Choose a period to compare with to see why it changed.</source>
        <translation>Чтобы увидеть, почему показатель изменился, выберите период для сравнения.</translation>
    </message>
    <message>
        <source>Choose a picture that ends in .png or .svg.</source>
        <translation>Выберите картинку с окончанием .png или .svg.</translation>
    </message>
    <message>
        <source>Choose a picture …</source>
        <translation>Выбрать картинку…</translation>
    </message>
    <message>
        <source>Choose a proposal to read it.</source>
        <translation>Выберите предложение, чтобы прочитать его.</translation>
    </message>
    <message>
        <source>Choose a table for it.</source>
        <translation>Выберите для него таблицу.</translation>
    </message>
    <message>
        <source>Choose a table …</source>
        <translation>Выберите таблицу…</translation>
    </message>
    <message>
        <source>Choose another PNG or SVG.</source>
        <translation>Выберите другой PNG или SVG.</translation>
    </message>
    <message>
        <source>Choose another folder, or close the file where it is open.</source>
        <translation>Выберите другую папку или закройте файл там, где он открыт.</translation>
    </message>
    <message>
        <source>Choose another name, or select that practice too.</source>
        <translation>Выберите другое название или выделите и эту практику.</translation>
    </message>
    <message>
        <source>Choose another one; the workspace is as it was.</source>
        <translation>Выберите другую; рабочая книга осталась прежней.</translation>
    </message>
    <message>
        <source>Choose another picture, or none.</source>
        <translation>Выберите другую картинку или уберите логотип.</translation>
    </message>
    <message>
        <source>Choose another, or the period that it was made for.</source>
        <translation>Выберите другой или период, для которого он сделан.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Выберите хотя бы один.</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Выбор файлов</translation>
    </message>
    <message>
        <source>Choose files for {table}</source>
        <translation>Выберите файлы: {table}</translation>
    </message>
    <message>
        <source>Choose files …</source>
        <translation>Выбрать файлы…</translation>
    </message>
    <message>
        <source>Choose one of the practices of the review.</source>
        <translation>Выберите одну из практик обзора.</translation>
    </message>
    <message>
        <source>Choose one of {codes}.</source>
        <translation>Выберите из: {codes}.</translation>
    </message>
    <message>
        <source>Choose one of: {fields}.</source>
        <translation>Выберите одно из: {fields}.</translation>
    </message>
    <message>
        <source>Choose one of: {names}.</source>
        <translation>Выберите из списка: {names}.</translation>
    </message>
    <message>
        <source>Choose one of: {sheets}.</source>
        <translation>Выберите один из: {sheets}.</translation>
    </message>
    <message>
        <source>Choose one of: {tables}.</source>
        <translation>Выберите одну из: {tables}.</translation>
    </message>
    <message>
        <source>Choose one that no other plan has.</source>
        <translation>Выберите название, которого нет у других планов.</translation>
    </message>
    <message>
        <source>Choose one that no other view has.</source>
        <translation>Выберите название, которого нет у других представлений.</translation>
    </message>
    <message>
        <source>Choose which rows of the file are taken</source>
        <translation>Выберите, какие строки файла брать</translation>
    </message>
    <message>
        <source>Churn</source>
        <translation>Отток</translation>
    </message>
    <message>
        <source>Churn as a yearly rate</source>
        <translation>Отток в пересчёте на год</translation>
    </message>
    <message>
        <source>Click a name, or press Enter on a row, to look at it alone</source>
        <translation>Щёлкните по названию или нажмите Enter на строке, чтобы смотреть только её</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Close it in other programs and check your permissions.</source>
        <translation>Закройте его в других программах и проверьте права доступа.</translation>
    </message>
    <message>
        <source>Close it there and do it again.</source>
        <translation>Закройте его там и повторите.</translation>
    </message>
    <message>
        <source>Close rate</source>
        <translation>Доля выигранных сделок</translation>
    </message>
    <message>
        <source>Close rate by lead source</source>
        <translation>Доля выигранных по источнику лида</translation>
    </message>
    <message>
        <source>Close rate by value</source>
        <translation>Доля выигранных по сумме</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыта</translation>
    </message>
    <message>
        <source>Cohort: the leads created in the period</source>
        <translation>Когорта: лиды, созданные за период</translation>
    </message>
    <message>
        <source>Column for {field}</source>
        <translation>Столбец для поля «{field}»</translation>
    </message>
    <message>
        <source>Column that tells which rows are taken</source>
        <translation>Столбец, по которому отбираются строки</translation>
    </message>
    <message>
        <source>Column {number}</source>
        <translation>Столбец {number}</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Столбцы файла</translation>
    </message>
    <message>
        <source>Columns of {file}</source>
        <translation>Столбцы файла {file}</translation>
    </message>
    <message>
        <source>Columns …</source>
        <translation>Столбцы…</translation>
    </message>
    <message>
        <source>Columns: {columns}</source>
        <translation>Столбцы: {columns}</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Комментарий</translation>
    </message>
    <message>
        <source>Companies and customers</source>
        <translation>Компании и клиенты</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Compared period</source>
        <translation>Период сравнения</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Сравнивается с</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Computing</source>
        <translation>Вычисление</translation>
    </message>
    <message>
        <source>Computing …</source>
        <translation>Вычисление…</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Уверенность</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Подтверждена</translation>
    </message>
    <message>
        <source>Contact e-mail</source>
        <translation>Эл. почта контакта</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Contract ended</source>
        <translation>Договор закончился</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation>Копировать как картинку</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Скопировать подробности</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Копировать рисунок</translation>
    </message>
    <message>
        <source>Copy the chosen rows, or all that are shown</source>
        <translation>Копировать выбранные строки или все показанные</translation>
    </message>
    <message>
        <source>Copy them in the spreadsheet, with their column names.</source>
        <translation>Скопируйте их в таблице вместе с названиями столбцов.</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>Исправьте и повторите.</translation>
    </message>
    <message>
        <source>Correct the mapping.</source>
        <translation>Исправьте сопоставление.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Затраты</translation>
    </message>
    <message>
        <source>Cost and quality</source>
        <translation>Стоимость и качество</translation>
    </message>
    <message>
        <source>Cost per MQL</source>
        <translation>Стоимость MQL</translation>
    </message>
    <message>
        <source>Cost per SQL</source>
        <translation>Стоимость SQL</translation>
    </message>
    <message>
        <source>Cost per SQL and quality of SQLs, as large as the spend</source>
        <translation>Стоимость и качество SQL, размер — расходы</translation>
    </message>
    <message>
        <source>Cost per SQL to be expected</source>
        <translation>Ожидаемая стоимость SQL</translation>
    </message>
    <message>
        <source>Cost per SQL with its 95 % interval</source>
        <translation>Стоимость SQL с 95 %-м интервалом</translation>
    </message>
    <message>
        <source>Cost per customer</source>
        <translation>Затраты на клиента</translation>
    </message>
    <message>
        <source>Cost per lead</source>
        <translation>Стоимость лида</translation>
    </message>
    <message>
        <source>Cost per target attendee</source>
        <translation>Стоимость целевого участника</translation>
    </message>
    <message>
        <source>Cost per won customer (CAC)</source>
        <translation>Стоимость привлечения клиента (CAC)</translation>
    </message>
    <message>
        <source>Costs are there, but nothing that they brought.</source>
        <translation>Расходы есть, а того, что они принесли, нет.</translation>
    </message>
    <message>
        <source>Costs dated after {day} are in the figure, but not in its comparison.</source>
        <translation>Расходы с датой после {day} входят в показатель, но не в сравнение.</translation>
    </message>
    <message>
        <source>Costs name {paid}, SQLs name {brought}: if they are the same, merge the names on the page “Names”.</source>
        <translation>В расходах названы {paid}, в SQL — {brought}: если это одно и то же, объедините названия на странице «Названия».</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Подсчитать снова</translation>
    </message>
    <message>
        <source>Count in the compared period</source>
        <translation>Число в периоде сравнения</translation>
    </message>
    <message>
        <source>Counted as</source>
        <translation>Считается как</translation>
    </message>
    <message>
        <source>Counted per</source>
        <translation>Считается за</translation>
    </message>
    <message>
        <source>Counting the whole file …</source>
        <translation>Файл подсчитывается целиком…</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Страна</translation>
    </message>
    <message>
        <source>Counts in the period</source>
        <translation>Засчитывается в период</translation>
    </message>
    <message>
        <source>Covers</source>
        <translation>Охват</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создан</translation>
    </message>
    <message>
        <source>Created to won, 80th percentile</source>
        <translation>От создания до выигрыша, 80-й процентиль</translation>
    </message>
    <message>
        <source>Created to won, median</source>
        <translation>От создания до выигрыша, медиана</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>Сквозная</translation>
    </message>
    <message>
        <source>Cumulative share</source>
        <translation>Накопленная доля</translation>
    </message>
    <message>
        <source>Currencies</source>
        <translation>Валюты</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Произвольный</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Customer retention</source>
        <translation>Удержание клиентов</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Customers at the end</source>
        <translation>Клиентов в конце</translation>
    </message>
    <message>
        <source>Customers at the start</source>
        <translation>Клиентов в начале</translation>
    </message>
    <message>
        <source>Customers below zero</source>
        <translation>Убыточных клиентов</translation>
    </message>
    <message>
        <source>Customers by gross profit (first 20)</source>
        <translation>Клиенты по валовой прибыли (первые 20)</translation>
    </message>
    <message>
        <source>Customers kept</source>
        <translation>Удержание клиентов</translation>
    </message>
    <message>
        <source>Customers lost</source>
        <translation>Ушедшие клиенты</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмный</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Data from {first} to {last}</source>
        <translation>Данные с {first} по {last}</translation>
    </message>
    <message>
        <source>Data health</source>
        <translation>Состояние данных</translation>
    </message>
    <message>
        <source>Data import</source>
        <translation>Импорт данных</translation>
    </message>
    <message>
        <source>Data notes</source>
        <translation>Сведения о данных</translation>
    </message>
    <message>
        <source>Data up to {day}: {share} of the period has passed.</source>
        <translation>Данные до {day}: прошло {share} периода.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Дата</translation>
    </message>
    <message>
        <source>Dates out of order</source>
        <translation>Даты не по порядку</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Day first</source>
        <translation>Сначала день</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дней</translation>
    </message>
    <message>
        <source>Days from MQL to SQL, median</source>
        <translation>Дней от MQL до SQL, медиана</translation>
    </message>
    <message>
        <source>Days from lead to SQL, median (proposed lag)</source>
        <translation>Дней от лида до SQL, медиана (предлагаемый лаг)</translation>
    </message>
    <message>
        <source>Days from spend to SQL</source>
        <translation>Дней от расхода до SQL</translation>
    </message>
    <message>
        <source>Days from the stage before to</source>
        <translation>Дней от предыдущего этапа до</translation>
    </message>
    <message>
        <source>Days from {before} to {stage}</source>
        <translation>Дней от этапа «{before}» до этапа «{stage}»</translation>
    </message>
    <message>
        <source>Days per step</source>
        <translation>Дни по шагам</translation>
    </message>
    <message>
        <source>Days to SQL</source>
        <translation>Дней до SQL</translation>
    </message>
    <message>
        <source>Days waiting</source>
        <translation>Дней ждёт</translation>
    </message>
    <message>
        <source>Days, {side}</source>
        <translation>Дни, {side}</translation>
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
        <translation>Сделки, созданные за период</translation>
    </message>
    <message>
        <source>Deals to customers</source>
        <translation>Сделки и клиенты</translation>
    </message>
    <message>
        <source>Deals to leads</source>
        <translation>Сделки и лиды</translation>
    </message>
    <message>
        <source>Deals: no lead is found by id, e-mail or company</source>
        <translation>Сделки: лид не найден ни по id, ни по эл. почте, ни по компании</translation>
    </message>
    <message>
        <source>Decimal comma</source>
        <translation>Десятичная запятая</translation>
    </message>
    <message>
        <source>Decimal point</source>
        <translation>Десятичная точка</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Десятичный знак</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Определения</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Delete it, and do this again.</source>
        <translation>Удалите её и повторите.</translation>
    </message>
    <message>
        <source>Delete template</source>
        <translation>Удалить шаблон</translation>
    </message>
    <message>
        <source>Delete the chosen one</source>
        <translation>Удалить выбранный</translation>
    </message>
    <message>
        <source>Delete the saved mapping {name}? Files with these columns will be guessed again.</source>
        <translation>Удалить сопоставление «{name}»? Файлы с такими столбцами снова будут распознаваться автоматически.</translation>
    </message>
    <message>
        <source>Delete the stray cells at its far end, or save the table as CSV.</source>
        <translation>Удалите случайные ячейки в дальнем конце листа или сохраните таблицу как CSV.</translation>
    </message>
    <message>
        <source>Demo company</source>
        <translation>Демо-компания</translation>
    </message>
    <message>
        <source>Detractors</source>
        <translation>Критики</translation>
    </message>
    <message>
        <source>Detractors (0–6)</source>
        <translation>Критики (0–6)</translation>
    </message>
    <message>
        <source>Detractors still customers 12 months later</source>
        <translation>Критики, оставшиеся клиентами через 12 месяцев</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Разница</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Разрез</translation>
    </message>
    <message>
        <source>Direct and loaded cost per SQL by channel</source>
        <translation>Прямая и полная стоимость SQL по каналам</translation>
    </message>
    <message>
        <source>Direct cost per SQL</source>
        <translation>Прямая стоимость SQL</translation>
    </message>
    <message>
        <source>Direct spend</source>
        <translation>Прямые расходы</translation>
    </message>
    <message>
        <source>Direct, never an MQL</source>
        <translation>Напрямую, без MQL</translation>
    </message>
    <message>
        <source>Discount depth</source>
        <translation>Глубина скидки</translation>
    </message>
    <message>
        <source>Discount, 10th percentile</source>
        <translation>Скидка, 10-й процентиль</translation>
    </message>
    <message>
        <source>Discount, 90th percentile</source>
        <translation>Скидка, 90-й процентиль</translation>
    </message>
    <message>
        <source>Discounts by team</source>
        <translation>Скидки по командам</translation>
    </message>
    <message>
        <source>Done, and the file is written anew so that nothing stays in its bytes. {copies}</source>
        <translation>Готово; файл записан заново, так что в его байтах ничего не осталось. {copies}</translation>
    </message>
    <message>
        <source>Dots: months, at the pace of the whole period</source>
        <translation>Точки: месяцы в темпе всего периода</translation>
    </message>
    <message>
        <source>Drop CSV, Excel or OpenDocument files here, or a folder of them, or</source>
        <translation>Перетащите сюда файлы CSV, Excel или OpenDocument или папку с ними, или</translation>
    </message>
    <message>
        <source>Due by now</source>
        <translation>По плану к этому дню</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Each visitor once: in the one place where they were seen, or under “several”.</source>
        <translation>Каждый посетитель учтён один раз: там, где его видели, или в группе «несколько».</translation>
    </message>
    <message>
        <source>Earlier period</source>
        <translation>Предыдущий период</translation>
    </message>
    <message>
        <source>Ease</source>
        <translation>Лёгкость</translation>
    </message>
    <message>
        <source>Elasticity of {practice}</source>
        <translation>Эластичность: {practice}</translation>
    </message>
    <message>
        <source>Elasticity where the data cannot tell</source>
        <translation>Эластичность, где данные её не показывают</translation>
    </message>
    <message>
        <source>Eliminate</source>
        <translation>Отказаться</translation>
    </message>
    <message>
        <source>Eliminate only where so many of its leads have had their time</source>
        <translation>Отказаться, только если столько её лидов прожили свой срок</translation>
    </message>
    <message>
        <source>Eliminate where it is at least so likely far above the ceiling</source>
        <translation>Отказаться, если вероятность быть намного выше потолка не ниже</translation>
    </message>
    <message>
        <source>Eliminate: it is at least {eliminate} likely that its cost per SQL is above {too_dear} times the ceiling, at least {mature} of its leads have had the time in which most leads become SQLs, and no single step mended to the portfolio&apos;s level would bring it under the ceiling.</source>
        <translation>Отказаться: с вероятностью не ниже {eliminate} стоимость SQL выше потолка более чем в {too_dear} раза, не менее {mature} лидов прожили срок, за который лиды обычно становятся SQL, и ни один этап, доведённый до уровня портфеля, не вернёт её под потолок.</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>В остальных</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Окончание</translation>
    </message>
    <message>
        <source>Ending it frees {spend}.</source>
        <translation>Отказ от неё высвободит {spend}.</translation>
    </message>
    <message>
        <source>Enter sets it, Escape leaves it, an empty field removes it.</source>
        <translation>Enter — сохранить, Escape — оставить как есть, пустое поле — убрать цель.</translation>
    </message>
    <message>
        <source>Equal persons get equal hashes, so figures, links and repeated imports stay as they are. The key never leaves this workspace; whoever has the workspace can try whether a name they know is in it. Names of companies and teams stay; comments lose e-mail addresses and phone numbers.</source>
        <translation>У одного человека всегда один и тот же хеш, поэтому показатели, связи и повторные загрузки не меняются. Ключ остаётся в рабочей книге; у кого есть книга, тот может проверить, есть ли в нём известное ему имя. Названия компаний и команд остаются; из комментариев уходят адреса и телефоны.</translation>
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
        <translation>Мероприятия периода</translation>
    </message>
    <message>
        <source>Events × target attendances per event; people who came to several count once.</source>
        <translation>Мероприятия × целевые посещения на мероприятие; пришедшие на несколько учтены один раз.</translation>
    </message>
    <message>
        <source>Every row that was read is in.</source>
        <translation>Все прочитанные строки импортированы.</translation>
    </message>
    <message>
        <source>Every row: {field}</source>
        <translation>Каждая строка: {field}</translation>
    </message>
    <message>
        <source>Everyone at the stage under the filters, not only those of the period</source>
        <translation>Все, кто на этапе с учётом фильтров, а не только из этого периода</translation>
    </message>
    <message>
        <source>Excel sheet “{sheet}”</source>
        <translation>лист Excel «{sheet}»</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Книга Excel (*.xlsx)</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Ожидается</translation>
    </message>
    <message>
        <source>Expected SQLs by month with their 80 % range</source>
        <translation>Ожидаемые SQL по месяцам с 80 % диапазоном</translation>
    </message>
    <message>
        <source>Expected at maturity</source>
        <translation>Ожидается по зрелости</translation>
    </message>
    <message>
        <source>Expected gross profit</source>
        <translation>Ожидаемая валовая прибыль</translation>
    </message>
    <message>
        <source>Expected gross profit with its 80 % range</source>
        <translation>Ожидаемая валовая прибыль с 80 % диапазоном</translation>
    </message>
    <message>
        <source>Expected revenue with its 80 % range</source>
        <translation>Ожидаемая выручка с 80 % диапазоном</translation>
    </message>
    <message>
        <source>Expected, with the range that holds 80 times of 100</source>
        <translation>Ожидается; в скобках диапазон для 80 случаев из 100</translation>
    </message>
    <message>
        <source>Export PDF</source>
        <translation>Сохранить PDF</translation>
    </message>
    <message>
        <source>Export PDF …</source>
        <translation>Сохранить PDF…</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Экспорт в CSV</translation>
    </message>
    <message>
        <source>Export as CSV …</source>
        <translation>Экспорт в CSV…</translation>
    </message>
    <message>
        <source>Export it again with its rows.</source>
        <translation>Выгрузите его снова вместе со строками.</translation>
    </message>
    <message>
        <source>Export it again with one row per line.</source>
        <translation>Выгрузите его снова по одной записи в строке.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Выгрузите его снова.</translation>
    </message>
    <message>
        <source>Export it again; the program that made it may have asked to log in.</source>
        <translation>Выгрузите его заново: программа, из которой он выгружен, могла попросить войти в систему.</translation>
    </message>
    <message>
        <source>Export it as CSV.</source>
        <translation>Выгрузите в CSV.</translation>
    </message>
    <message>
        <source>Export mapping …</source>
        <translation>Экспорт сопоставления…</translation>
    </message>
    <message>
        <source>Export rows</source>
        <translation>Выгрузка строк</translation>
    </message>
    <message>
        <source>Export tables</source>
        <translation>Экспорт таблиц</translation>
    </message>
    <message>
        <source>Export tables (XLSX) …</source>
        <translation>Экспорт таблиц (XLSX)…</translation>
    </message>
    <message>
        <source>Export the plan</source>
        <translation>Выгрузить план</translation>
    </message>
    <message>
        <source>Export them, mend them there and import the file.</source>
        <translation>Экспортируйте их, исправьте в файле и импортируйте его.</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Выгрузить…</translation>
    </message>
    <message>
        <source>Exports ({endings});;All files (*)</source>
        <translation>Выгрузки ({endings});;Все файлы (*)</translation>
    </message>
    <message>
        <source>Exports that hold it: {exports}. A table of your own does as well.</source>
        <translation>Подойдут выгрузки: {exports}. Подойдёт и собственная таблица.</translation>
    </message>
    <message>
        <source>Far above the ceiling means more than</source>
        <translation>Намного выше потолка — это больше чем</translation>
    </message>
    <message>
        <source>Fetching rows</source>
        <translation>Выборка строк</translation>
    </message>
    <message>
        <source>Fewer than 30 observations: {n}.</source>
        <translation>Меньше 30 наблюдений: {n}.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Field for {column}</source>
        <translation>Поле для {column}</translation>
    </message>
    <message>
        <source>Fields of the table</source>
        <translation>Поля таблицы</translation>
    </message>
    <message>
        <source>Fields, the needed ones (*) first</source>
        <translation>Поля, сначала обязательные (*)</translation>
    </message>
    <message>
        <source>Figures of</source>
        <translation>По данным за</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Files and imports</source>
        <translation>Файлы и импорты</translation>
    </message>
    <message>
        <source>Files come in with the e-mails and names that they hold.</source>
        <translation>Файлы загружаются с адресами и именами, которые в них есть.</translation>
    </message>
    <message>
        <source>Fill in “if we …”.</source>
        <translation>Заполните «если мы …».</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>First member</source>
        <translation>Первая воронка</translation>
    </message>
    <message>
        <source>First rows</source>
        <translation>Первые строки</translation>
    </message>
    <message>
        <source>Fit the target</source>
        <translation>Целевые</translation>
    </message>
    <message>
        <source>Fit the target customer (where known)</source>
        <translation>Соответствуют целевому клиенту (где известно)</translation>
    </message>
    <message>
        <source>Fits the target customer</source>
        <translation>Целевой клиент</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Закреплён</translation>
    </message>
    <message>
        <source>Forget a person</source>
        <translation>Забыть человека</translation>
    </message>
    <message>
        <source>Forget this person …</source>
        <translation>Забыть этого человека…</translation>
    </message>
    <message>
        <source>Forget “{person}”, here and in the older copies beside the workspace? This cannot be undone.</source>
        <translation>Забыть «{person}» здесь и в старых копиях рядом с рабочей книгой? Отменить это нельзя.</translation>
    </message>
    <message>
        <source>Forgetting a person</source>
        <translation>Удаление человека</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>Forward ›</source>
        <translation>Вперёд ›</translation>
    </message>
    <message>
        <source>Four in five took between these days</source>
        <translation>Четверо из пяти уложились в эти дни</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>From</source>
        <comment>interval</comment>
        <translation>От</translation>
    </message>
    <message>
        <source>From leads already there</source>
        <translation>От уже имеющихся лидов</translation>
    </message>
    <message>
        <source>From new leads</source>
        <translation>От новых лидов</translation>
    </message>
    <message>
        <source>From the first stage</source>
        <translation>От первого этапа</translation>
    </message>
    <message>
        <source>From the stage before</source>
        <translation>От предыдущего этапа</translation>
    </message>
    <message>
        <source>From won deals: there are no invoices.</source>
        <translation>По выигранным сделкам: счетов нет.</translation>
    </message>
    <message>
        <source>From {first} {first_stage} to {last} {last_stage}.</source>
        <translation>От {first} ({first_stage}) до {last} ({last_stage}).</translation>
    </message>
    <message>
        <source>Funnel</source>
        <translation>Воронка</translation>
    </message>
    <message>
        <source>Funnel, cohort</source>
        <translation>Воронка, когорта</translation>
    </message>
    <message>
        <source>Funnel, period</source>
        <translation>Воронка, период</translation>
    </message>
    <message>
        <source>Funnel: {stage}</source>
        <translation>Воронка: {stage}</translation>
    </message>
    <message>
        <source>GAMMA.DIST(({added} + {spend}) / {limit}; {shape} + {sqls}; 1; TRUE) = {p} likely above {times} times the ceiling.</source>
        <translation>ГАММА.РАСП(({added} + {spend}) / {limit}; {shape} + {sqls}; 1; ИСТИНА) = {p} — вероятность быть выше потолка более чем в {times} раза.</translation>
    </message>
    <message>
        <source>Give &quot;table&quot; and &quot;columns&quot;, for example from a saved mapping.</source>
        <translation>Укажите &quot;table&quot; и &quot;columns&quot;, например из сохранённого сопоставления.</translation>
    </message>
    <message>
        <source>Give --dates dmy or --dates mdy.</source>
        <translation>Укажите --dates dmy или --dates mdy.</translation>
    </message>
    <message>
        <source>Give --decimal comma or --decimal point.</source>
        <translation>Укажите --decimal comma или --decimal point.</translation>
    </message>
    <message>
        <source>Give 0 % or more and less than 100 %.</source>
        <translation>Укажите от 0 % до 100 %, но меньше 100 %.</translation>
    </message>
    <message>
        <source>Give 0 or more.</source>
        <translation>Укажите 0 или больше.</translation>
    </message>
    <message>
        <source>Give a lower limit of 0 or more and an upper one that is not below it.</source>
        <translation>Укажите нижнюю границу не меньше 0 и верхнюю не ниже нижней.</translation>
    </message>
    <message>
        <source>Give a number above 0.</source>
        <translation>Укажите число больше 0.</translation>
    </message>
    <message>
        <source>Give a number such as 0.7.</source>
        <translation>Укажите число, например 0,7.</translation>
    </message>
    <message>
        <source>Give a range that holds it.</source>
        <translation>Укажите диапазон, в который она входит.</translation>
    </message>
    <message>
        <source>Give an amount above 0.</source>
        <translation>Укажите сумму больше 0.</translation>
    </message>
    <message>
        <source>Give rates for the other ones.</source>
        <translation>Задайте курсы для других валют.</translation>
    </message>
    <message>
        <source>Give the amount to split.</source>
        <translation>Укажите, какую сумму распределить.</translation>
    </message>
    <message>
        <source>Give the earlier day first.</source>
        <translation>Сначала укажите более ранний день.</translation>
    </message>
    <message>
        <source>Go back to this one</source>
        <translation>Вернуться к этой копии</translation>
    </message>
    <message>
        <source>Go on where you were</source>
        <translation>Продолжить с того же места</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>Goal of {kpi}: {before} became {after}.</source>
        <translation>Цель «{kpi}»: было {before}, стало {after}.</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Цели</translation>
    </message>
    <message>
        <source>Goals against fact</source>
        <translation>Цели и факт</translation>
    </message>
    <message>
        <source>Goals and what the budget should bring</source>
        <translation>Цели и что должен принести бюджет</translation>
    </message>
    <message>
        <source>Going back</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Going back to a backup</source>
        <translation>Возврат к резервной копии</translation>
    </message>
    <message>
        <source>Good traffic, few leads: {own} of visitors against {portfolio}.</source>
        <translation>Трафик есть, лидов мало: {own} посетителей против {portfolio}.</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>Валовая маржа</translation>
    </message>
    <message>
        <source>Gross profit</source>
        <translation>Валовая прибыль</translation>
    </message>
    <message>
        <source>Gross profit per customer</source>
        <translation>Валовая прибыль на клиента</translation>
    </message>
    <message>
        <source>Gross profit that one more unit of money should bring, whenever the deals close</source>
        <translation>Валовая прибыль, которую должна принести ещё одна денежная единица, когда бы ни закрылись сделки</translation>
    </message>
    <message>
        <source>Gross profit: {value} ({low} to {high}).</source>
        <translation>Валовая прибыль: {value} (от {low} до {high}).</translation>
    </message>
    <message>
        <source>Gross revenue retention</source>
        <translation>Валовое удержание выручки</translation>
    </message>
    <message>
        <source>Group as one practice</source>
        <translation>Объединить в одну практику</translation>
    </message>
    <message>
        <source>Grouped by you: {names}.</source>
        <translation>Объединены вами: {names}.</translation>
    </message>
    <message>
        <source>Half took {median} days or less, four in five between {low} and {high}.</source>
        <translation>Половина уложилась в {median} дн., четверо из пяти — от {low} до {high}.</translation>
    </message>
    <message>
        <source>Hashes in place of persons</source>
        <translation>Хеши вместо людей</translation>
    </message>
    <message>
        <source>Hashes stand for e-mails and names of contacts in files that come in.</source>
        <translation>В загружаемых файлах адреса и имена контактов заменяются хешами.</translation>
    </message>
    <message>
        <source>Hashes stand for e-mails, names of contacts and names of salespeople in files that come in.</source>
        <translation>В загружаемых файлах адреса, имена контактов и имена продавцов заменяются хешами.</translation>
    </message>
    <message>
        <source>Hatched: expected at maturity.</source>
        <translation>Штриховка: ожидается по зрелости.</translation>
    </message>
    <message>
        <source>Held by their limits: {practices}.</source>
        <translation>Упёрлись в пределы: {practices}.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Справка</translation>
    </message>
    <message>
        <source>Help on what is in front</source>
        <translation>Справка о том, что на экране</translation>
    </message>
    <message>
        <source>How SQLs answer to money</source>
        <translation>Как SQL откликаются на деньги</translation>
    </message>
    <message>
        <source>How far the data reach</source>
        <translation>Какой период покрывают данные</translation>
    </message>
    <message>
        <source>How it is told</source>
        <translation>Как это посчитано</translation>
    </message>
    <message>
        <source>How its SQLs close: p = ({won} + {others_won}) / ({closed} + {others_closed}) = {pooled}; z = |{won}/{closed} − {others_won}/{others_closed}| / √(p × (1 − p) × (1/{closed} + 1/{others_closed})); 2 × (1 − NORM.S.DIST(z; TRUE)) = {chance}.</source>
        <translation>Как закрываются её SQL: p = ({won} + {others_won}) / ({closed} + {others_closed}) = {pooled}; z = |{won}/{closed} − {others_won}/{others_closed}| / √(p × (1 − p) × (1/{closed} + 1/{others_closed})); 2 × (1 − НОРМ.СТ.РАСП(z; ИСТИНА)) = {chance}.</translation>
    </message>
    <message>
        <source>How old leads are when they are won: share of a quarter&apos;s leads, by how many quarters later</source>
        <translation>В каком возрасте лиды становятся сделками: доля лидов квартала по числу кварталов спустя</translation>
    </message>
    <message>
        <source>How rows find each other</source>
        <translation>Как строки связаны между собой</translation>
    </message>
    <message>
        <source>How the rule looks at a name</source>
        <translation>Как правило проверяет название</translation>
    </message>
    <message>
        <source>How this verdict came about</source>
        <translation>Как получился этот вердикт</translation>
    </message>
    <message>
        <source>Hypotheses</source>
        <translation>Гипотезы</translation>
    </message>
    <message>
        <source>If we</source>
        <translation>Если мы</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Влияние</translation>
    </message>
    <message>
        <source>Impact × confidence × ease = {score}</source>
        <translation>Влияние × уверенность × лёгкость = {score}</translation>
    </message>
    <message>
        <source>Impact × confidence × ease, each from 1 to 10</source>
        <translation>Влияние × уверенность × лёгкость, каждое от 1 до 10</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Импортировать</translation>
    </message>
    <message>
        <source>Import a file into it first, or check the name.</source>
        <translation>Сначала импортируйте в неё файл или проверьте имя.</translation>
    </message>
    <message>
        <source>Import all that is ready</source>
        <translation>Импортировать всё готовое</translation>
    </message>
    <message>
        <source>Import deals with amount and cost, or invoices with cost.</source>
        <translation>Импортируйте сделки с суммой и себестоимостью или счета с себестоимостью.</translation>
    </message>
    <message>
        <source>Import deals with their amount, their outcome and their lead.</source>
        <translation>Импортируйте сделки с суммой, исходом и лидом.</translation>
    </message>
    <message>
        <source>Import files …</source>
        <translation>Импортировать файлы…</translation>
    </message>
    <message>
        <source>Import leads with their source and the day on which they became SQLs (an export of the CRM), or choose another base period.</source>
        <translation>Импортируйте лиды с источником и днём, когда они стали SQL (выгрузку из CRM), либо выберите другой базовый период.</translation>
    </message>
    <message>
        <source>Import leads with their source and the day on which they became SQLs (an export of the CRM).</source>
        <translation>Импортируйте лиды с источником и днём, когда они стали SQL (выгрузку из CRM).</translation>
    </message>
    <message>
        <source>Import mapping …</source>
        <translation>Импорт сопоставления…</translation>
    </message>
    <message>
        <source>Import marketing costs and leads first.</source>
        <translation>Сначала импортируйте расходы на маркетинг и лиды.</translation>
    </message>
    <message>
        <source>Import marketing costs that name a channel, campaign or event, and leads with their source and the day on which they became SQLs, or choose another base period.</source>
        <translation>Импортируйте расходы с указанием канала, кампании или мероприятия и лиды с источником и днём, когда они стали SQL, либо выберите другой базовый период.</translation>
    </message>
    <message>
        <source>Import marketing costs that name a channel, campaign or event, or choose another base period.</source>
        <translation>Импортируйте расходы с указанием канала, кампании или мероприятия либо выберите другой базовый период.</translation>
    </message>
    <message>
        <source>Import the cost of won deals, or split for the most SQLs.</source>
        <translation>Импортируйте себестоимость выигранных сделок или распределяйте по числу SQL.</translation>
    </message>
    <message>
        <source>Import {number} is taken back: {rows} rows are as they were without it.</source>
        <translation>Импорт {number} отменён: строк, ставших такими, какими были без него, — {rows}.</translation>
    </message>
    <message>
        <source>Import {table}</source>
        <translation>Импорт: {table}</translation>
    </message>
    <message>
        <source>Import {table} to see this figure.</source>
        <translation>Импортируйте таблицу «{table}», чтобы увидеть показатель.</translation>
    </message>
    <message>
        <source>Import {table} with “{field}” to see this figure.</source>
        <translation>Импортируйте таблицу «{table}» с полем «{field}», чтобы увидеть показатель.</translation>
    </message>
    <message>
        <source>Import {table} …</source>
        <translation>Импортировать: {table}…</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Импортировано</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>Импорт {file}</translation>
    </message>
    <message>
        <source>Importing …</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Imports</source>
        <translation>Импорты</translation>
    </message>
    <message>
        <source>In a spreadsheet: 1 − GAMMA.DIST(({added} + {spend}) / {limit}; {shape} + {sqls}; 1; TRUE) = {p} likely within the ceiling.</source>
        <translation>В таблице: 1 − ГАММА.РАСП(({added} + {spend}) / {limit}; {shape} + {sqls}; 1; ИСТИНА) = {p} — вероятность уложиться в потолок.</translation>
    </message>
    <message>
        <source>In brackets: where the figure lies 80 times of 100.</source>
        <translation>В скобках: где значение окажется в 80 случаях из 100.</translation>
    </message>
    <message>
        <source>In {currency}</source>
        <translation>В {currency}</translation>
    </message>
    <message>
        <source>Influenced leads</source>
        <translation>Лиды под влиянием</translation>
    </message>
    <message>
        <source>Invoices</source>
        <translation>Счета</translation>
    </message>
    <message>
        <source>Invoices to customers</source>
        <translation>Счета и клиенты</translation>
    </message>
    <message>
        <source>It describes the columns of other files and holds no data of its own.</source>
        <translation>Это описание столбцов других файлов, своих данных в нём нет.</translation>
    </message>
    <message>
        <source>It ends on {until}, before it has begun.</source>
        <translation>Она заканчивается {until}, раньше, чем началась.</translation>
    </message>
    <message>
        <source>It has no weak step whose mending would help.</source>
        <translation>Слабого этапа, исправление которого помогло бы, нет.</translation>
    </message>
    <message>
        <source>It is not likely enough to be within the ceiling.</source>
        <translation>Вероятность уложиться в потолок недостаточна.</translation>
    </message>
    <message>
        <source>It is not yet clear what {file} holds.</source>
        <translation>Пока неясно, что содержит {file}.</translation>
    </message>
    <message>
        <source>It is watched again as soon as it is there; choose another one if it has moved.</source>
        <translation>Наблюдение продолжится, как только она появится; если она переехала, выберите другую.</translation>
    </message>
    <message>
        <source>It is {p} likely that its cost per SQL is above {times} times the ceiling, {limit}; needed: {least} or more.</source>
        <translation>С вероятностью {p} стоимость SQL выше потолка более чем в {times} раза ({limit}); нужно не меньше {least}.</translation>
    </message>
    <message>
        <source>It is {p} likely that its cost per SQL is within the ceiling; needed: {least} or more.</source>
        <translation>С вероятностью {p} стоимость SQL в пределах потолка; нужно не меньше {least}.</translation>
    </message>
    <message>
        <source>It must tell: {fields}.</source>
        <translation>Нужны поля: {fields}.</translation>
    </message>
    <message>
        <source>It needs a line of column names and rows below it.</source>
        <translation>Нужна строка с названиями столбцов и строки под ней.</translation>
    </message>
    <message>
        <source>It needs the columns currency, month and rate.</source>
        <translation>Нужны столбцы «валюта», «месяц» и «курс».</translation>
    </message>
    <message>
        <source>It needs the columns kpi, period and value; dimension and member where a target is for one channel, campaign …</source>
        <translation>Нужны столбцы kpi, period и value; dimension и member — если цель задана для одного канала, кампании…</translation>
    </message>
    <message>
        <source>It says how much one unit is worth, and is above zero.</source>
        <translation>Курс показывает, сколько стоит единица валюты, и больше нуля.</translation>
    </message>
    <message>
        <source>It should bring {sqls} SQLs ({low} to {high}).</source>
        <translation>Должен принести {sqls} SQL (от {low} до {high}).</translation>
    </message>
    <message>
        <source>It takes {leads} new leads ({low} to {high}) and {budget} ({least} to {most}); leads already there bring {carried}.</source>
        <translation>Нужно {leads} новых лидов (от {low} до {high}) и {budget} (от {least} до {most}); уже имеющиеся лиды принесут {carried}.</translation>
    </message>
    <message>
        <source>Its best step mended: {reached} of {begun} leads of the period took it, {own}; all practices {portfolio}. {sqls} × {portfolio} / {own} = {mended} SQLs, {spend} / {mended} = {cost} each.</source>
        <translation>Исправлен лучший этап: его прошли {reached} из {begun} лидов периода, {own}; по всем практикам {portfolio}. {sqls} × {portfolio} / {own} = {mended} SQL, {spend} / {mended} = {cost} за каждый.</translation>
    </message>
    <message>
        <source>Its columns are none of those that visitors, leads, events, costs, deals, customers, invoices or survey answers need.</source>
        <translation>В нём нет столбцов, нужных для посетителей, лидов, мероприятий, расходов, сделок, клиентов, счетов или ответов на опрос.</translation>
    </message>
    <message>
        <source>Its own elasticity</source>
        <translation>Собственная эластичность</translation>
    </message>
    <message>
        <source>Its spend is known ({spend}), and so is the ceiling ({ceiling}).</source>
        <translation>Расходы известны ({spend}), потолок тоже ({ceiling}).</translation>
    </message>
    <message>
        <source>Its spend varied too little from month to month: by {share} of its average; it takes {needed}.</source>
        <translation>Расходы слишком мало менялись от месяца к месяцу: на {share} от среднего, нужно {needed}.</translation>
    </message>
    <message>
        <source>Join another column to {field}</source>
        <translation>Добавить столбец к полю «{field}»</translation>
    </message>
    <message>
        <source>Join, split or translate what feeds {field}</source>
        <translation>Соединить, разделить или перевести значения для поля «{field}»</translation>
    </message>
    <message>
        <source>KPI</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>KPI Desktop</source>
        <translation>KPI Desktop</translation>
    </message>
    <message>
        <source>KPI of the goal</source>
        <translation>Показатель цели</translation>
    </message>
    <message>
        <source>KPI overview</source>
        <translation>Обзор KPI</translation>
    </message>
    <message>
        <source>KPIs</source>
        <translation>KPI</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Оставить</translation>
    </message>
    <message>
        <source>Keep my verdict</source>
        <translation>Сохранить мой вердикт</translation>
    </message>
    <message>
        <source>Keep the hypothesis</source>
        <translation>Сохранить гипотезу</translation>
    </message>
    <message>
        <source>Keep the note</source>
        <translation>Сохранить заметку</translation>
    </message>
    <message>
        <source>Keep the rule</source>
        <translation>Сохранить правило</translation>
    </message>
    <message>
        <source>Keep these thresholds</source>
        <translation>Сохранить эти пороги</translation>
    </message>
    <message>
        <source>Keep this budget as a scenario</source>
        <translation>Сохранить бюджет как сценарий</translation>
    </message>
    <message>
        <source>Keep where the cost per SQL is at least so likely within the ceiling</source>
        <translation>Оставить, если вероятность уложиться в потолок не ниже</translation>
    </message>
    <message>
        <source>Keep {keep}, optimise {optimise}, eliminate {eliminate}, not enough data {unknown}.</source>
        <translation>Оставить: {keep}, улучшить: {optimise}, отказаться: {eliminate}, мало данных: {unknown}.</translation>
    </message>
    <message>
        <source>Keep: it is at least {keep} likely that its cost per SQL is within the ceiling, and its SQLs close no worse than the portfolio&apos;s.</source>
        <translation>Оставить: с вероятностью не ниже {keep} стоимость SQL в пределах потолка, и её SQL закрываются не хуже портфеля.</translation>
    </message>
    <message>
        <source>Keeping names apart</source>
        <translation>Разделение названий</translation>
    </message>
    <message>
        <source>Keeping the note</source>
        <translation>Сохранение заметки</translation>
    </message>
    <message>
        <source>Keeping the plan</source>
        <translation>План сохраняется</translation>
    </message>
    <message>
        <source>Keeping the privacy setting</source>
        <translation>Сохранение настройки приватности</translation>
    </message>
    <message>
        <source>Keeping the rates</source>
        <translation>Сохранение курсов</translation>
    </message>
    <message>
        <source>Keeping the rules</source>
        <translation>Сохранение правил</translation>
    </message>
    <message>
        <source>Keeping the target</source>
        <translation>Сохранение цели</translation>
    </message>
    <message>
        <source>Keeping the view</source>
        <translation>Сохранение представления</translation>
    </message>
    <message>
        <source>Keeping the watched folder</source>
        <translation>Сохранение папки наблюдения</translation>
    </message>
    <message>
        <source>Keeping your verdict</source>
        <translation>Сохранение вердикта</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Сохранённые</translation>
    </message>
    <message>
        <source>Kept aside</source>
        <translation>Отложено</translation>
    </message>
    <message>
        <source>Kept aside: {count}</source>
        <translation>Отложено: {count}</translation>
    </message>
    <message>
        <source>Kept for tests</source>
        <translation>Оставлено на тесты</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Вид файла</translation>
    </message>
    <message>
        <source>Kind of names</source>
        <translation>Вид названий</translation>
    </message>
    <message>
        <source>Kind of period</source>
        <translation>Вид периода</translation>
    </message>
    <message>
        <source>Kind of practice</source>
        <translation>Вид практики</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>Альбомная</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Последние 12 месяцев</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>Последняя покупка</translation>
    </message>
    <message>
        <source>Later period</source>
        <translation>Следующий период</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Лид</translation>
    </message>
    <message>
        <source>Lead → MQL</source>
        <translation>Лид → MQL</translation>
    </message>
    <message>
        <source>Lead → SQL</source>
        <translation>Лид → SQL</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Лиды</translation>
    </message>
    <message>
        <source>Leads already there are expected to bring the goal by themselves.</source>
        <translation>Уже имеющиеся лиды, по расчёту, сами принесут эту цель.</translation>
    </message>
    <message>
        <source>Leads created</source>
        <translation>Создано лидов</translation>
    </message>
    <message>
        <source>Leads created in the period × the share that became MQLs, by where the leads come from.</source>
        <translation>Созданные за период лиды × доля ставших MQL, по источникам лидов.</translation>
    </message>
    <message>
        <source>Leads created × leads to MQLs × MQLs to SQLs, as they happened in the period, by where the leads come from.</source>
        <translation>Созданные лиды × из лидов в MQL × из MQL в SQL, как это было за период, по источникам лидов.</translation>
    </message>
    <message>
        <source>Leads do not carry this dimension, so the funnel cannot be split by it.</source>
        <translation>У лидов нет этого измерения, воронку нельзя по нему разбить.</translation>
    </message>
    <message>
        <source>Leads of this period are not won within it: {carried} comes of leads already there, and more cannot be reached.</source>
        <translation>Лиды этого периода не успевают стать сделками внутри него: {carried} принесут уже имеющиеся лиды, большего не достичь.</translation>
    </message>
    <message>
        <source>Leads of {quarter} hardly help any more: less than a tenth of what they bring falls into the period.</source>
        <translation>Лиды периода {quarter} уже почти не помогут: в план попадёт меньше десятой части того, что они принесут.</translation>
    </message>
    <message>
        <source>Leads that marketing qualified in the period (MQL), with what sales made of them.</source>
        <translation>Лиды, квалифицированные маркетингом за период (MQL), и что с ними сделали продажи.</translation>
    </message>
    <message>
        <source>Leads that sales accepted as an opportunity worth working on (SQL) in the period.</source>
        <translation>Лиды, принятые продажами в работу за период (SQL).</translation>
    </message>
    <message>
        <source>Leads who become MQLs</source>
        <translation>Лиды, ставшие MQL</translation>
    </message>
    <message>
        <source>Leads who become SQLs</source>
        <translation>Лиды, ставшие SQL</translation>
    </message>
    <message>
        <source>Leads, but few MQLs: {own} against {portfolio}.</source>
        <translation>Лиды есть, MQL мало: {own} против {portfolio}.</translation>
    </message>
    <message>
        <source>Leads, but few SQLs: {own} against {portfolio}.</source>
        <translation>Лиды есть, SQL мало: {own} против {portfolio}.</translation>
    </message>
    <message>
        <source>Least cost for SQLs</source>
        <translation>Наименьшие расходы на SQL</translation>
    </message>
    <message>
        <source>Least elasticity</source>
        <translation>Наименьшая эластичность</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Left is cheap, high up is often won; a bubble is as large as the spend. Figures are drawn toward the portfolio&apos;s (+) where there are few SQLs; the thin lines are 95 % intervals.</source>
        <translation>Левее — дешевле, выше — чаще выигрываются; размер круга — расходы. Где SQL мало, показатели сдвинуты к портфелю (+); тонкие линии — 95 %-е интервалы.</translation>
    </message>
    <message>
        <source>Lengths are drawn on a square root scale, so that the last stages can be seen.</source>
        <translation>Длины показаны в шкале квадратного корня, чтобы были видны последние этапы.</translation>
    </message>
    <message>
        <source>Less than two years of data do not tell how far one year differs from another: the ranges suppose {share}. In a market that moves more, they are too narrow.</source>
        <translation>Данных менее чем за два года мало, чтобы сказать, насколько один год отличается от другого: для диапазонов принято {share}. Если рынок меняется сильнее, они слишком узки.</translation>
    </message>
    <message>
        <source>Let its name end with .pdf, .xlsx or .ics.</source>
        <translation>Пусть имя кончается на .pdf, .xlsx или .ics.</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлый</translation>
    </message>
    <message>
        <source>Limit of {practice}</source>
        <translation>Предел: {practice}</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Связано</translation>
    </message>
    <message>
        <source>List amount</source>
        <translation>Сумма по прайсу</translation>
    </message>
    <message>
        <source>Loaded cost per SQL</source>
        <translation>Полная стоимость SQL</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Логотип</translation>
    </message>
    <message>
        <source>Logo: {title}</source>
        <translation>Логотип: {title}</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Look at one channel, campaign … only</source>
        <translation>Смотреть только один канал, кампанию…</translation>
    </message>
    <message>
        <source>Look at the demo</source>
        <translation>Посмотреть демо</translation>
    </message>
    <message>
        <source>Looking for a person</source>
        <translation>Поиск человека</translation>
    </message>
    <message>
        <source>Looking into {folder}</source>
        <translation>Просмотр папки {folder}</translation>
    </message>
    <message>
        <source>Looking up the exports</source>
        <translation>Подбираем выгрузки</translation>
    </message>
    <message>
        <source>Loss reason</source>
        <translation>Причина проигрыша</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Проиграно</translation>
    </message>
    <message>
        <source>Lost deals</source>
        <translation>Проигранные сделки</translation>
    </message>
    <message>
        <source>Lower a limit or a fixed amount, keep less for tests, or raise the budget.</source>
        <translation>Снизьте границу или закреплённую сумму, уменьшите резерв на тесты или увеличьте бюджет.</translation>
    </message>
    <message>
        <source>M</source>
        <comment>million, after a shortened number</comment>
        <translation>млн</translation>
    </message>
    <message>
        <source>MQL</source>
        <translation>MQL</translation>
    </message>
    <message>
        <source>MQL to SQL</source>
        <translation>Из MQL в SQL</translation>
    </message>
    <message>
        <source>MQL to SQL (so far)</source>
        <translation>Из MQL в SQL (на сегодня)</translation>
    </message>
    <message>
        <source>MQL to won</source>
        <translation>Из MQL в выигранные</translation>
    </message>
    <message>
        <source>MQL to won (so far)</source>
        <translation>Из MQL в выигранные (на сегодня)</translation>
    </message>
    <message>
        <source>MQL → SQL</source>
        <translation>MQL → SQL</translation>
    </message>
    <message>
        <source>MQLs</source>
        <translation>MQL</translation>
    </message>
    <message>
        <source>MQLs of the period that became SQL</source>
        <translation>MQL периода, ставшие SQL</translation>
    </message>
    <message>
        <source>MQLs who become SQLs</source>
        <translation>MQL, ставшие SQL</translation>
    </message>
    <message>
        <source>MQLs, but few SQLs: {own} against {portfolio}.</source>
        <translation>MQL есть, SQL мало: {own} против {portfolio}.</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>Составлен из</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>Составлено</translation>
    </message>
    <message>
        <source>Make a new version and change that.</source>
        <translation>Сделайте новую версию и меняйте её.</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>Сделать план</translation>
    </message>
    <message>
        <source>Make it first, or choose another place.</source>
        <translation>Сначала создайте её или выберите другое место.</translation>
    </message>
    <message>
        <source>Make room on the disk and try again; the workspace is as it was.</source>
        <translation>Освободите место на диске и повторите; рабочая книга осталась прежней.</translation>
    </message>
    <message>
        <source>Make room on the disk, close the file in other programs, and do it again.</source>
        <translation>Освободите место на диске, закройте файл в других программах и повторите.</translation>
    </message>
    <message>
        <source>Make room on the disk, close the file in other programs, and open it again.</source>
        <translation>Освободите место на диске, закройте файл в других программах и откройте его снова.</translation>
    </message>
    <message>
        <source>Make room on the disk, or look after it, and try again; the workspace is as it was.</source>
        <translation>Освободите место на диске или проверьте его и повторите; рабочая книга осталась прежней.</translation>
    </message>
    <message>
        <source>Make room on the disk; the workspace is as it was.</source>
        <translation>Освободите место на диске; рабочая книга осталась прежней.</translation>
    </message>
    <message>
        <source>Making the demo company</source>
        <translation>Создание демо-компании</translation>
    </message>
    <message>
        <source>Mappings (*.json);;All files (*)</source>
        <translation>Сопоставления (*.json);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Маржа</translation>
    </message>
    <message>
        <source>Margin leakage</source>
        <translation>Потери маржи</translation>
    </message>
    <message>
        <source>Margin of error</source>
        <translation>Погрешность</translation>
    </message>
    <message>
        <source>Marketing KPIs, funnel and plan</source>
        <translation>Показатели маркетинга, воронка и план</translation>
    </message>
    <message>
        <source>Marketing plan</source>
        <translation>План маркетинга</translation>
    </message>
    <message>
        <source>Marketing spend</source>
        <translation>Расходы на маркетинг</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Пометки</translation>
    </message>
    <message>
        <source>Meaning of {word}</source>
        <translation>Значение слова «{word}»</translation>
    </message>
    <message>
        <source>Measured by</source>
        <translation>Чем измеряем</translation>
    </message>
    <message>
        <source>Median days</source>
        <translation>Медиана, дней</translation>
    </message>
    <message>
        <source>Median days from the stage before</source>
        <translation>Медиана дней от предыдущего этапа</translation>
    </message>
    <message>
        <source>Median days from the stage before to SQL</source>
        <translation>Медиана дней от предыдущего этапа до SQL</translation>
    </message>
    <message numerus="yes">
        <source>Mended to that level it would bring about %n SQL(s) more, {cost} each.</source>
        <translation>
            <numerusform>Доведя до этого уровня, получим примерно на %n SQL больше, по {cost}.</numerusform>
            <numerusform>Доведя до этого уровня, получим примерно на %n SQL больше, по {cost}.</numerusform>
            <numerusform>Доведя до этого уровня, получим примерно на %n SQL больше, по {cost}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mended to that level it would bring about %n SQL(s) more, {cost} each; at the portfolio&apos;s gross profit per SQL that is worth about {worth}.</source>
        <translation>
            <numerusform>Доведя до этого уровня, получим примерно на %n SQL больше, по {cost}; при валовой прибыли портфеля с SQL это около {worth}.</numerusform>
            <numerusform>Доведя до этого уровня, получим примерно на %n SQL больше, по {cost}; при валовой прибыли портфеля с SQL это около {worth}.</numerusform>
            <numerusform>Доведя до этого уровня, получим примерно на %n SQL больше, по {cost}; при валовой прибыли портфеля с SQL это около {worth}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mended to that level it would bring about {won} won deals more, worth about {worth} of gross profit.</source>
        <translation>Доведя до этого уровня, получим примерно на {won} выигранных сделок больше — около {worth} валовой прибыли.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message numerus="yes">
        <source>Merge all %n spelled alike</source>
        <translation>
            <numerusform>Объединить %n написанное одинаково</numerusform>
            <numerusform>Объединить все %n, написанные одинаково</numerusform>
            <numerusform>Объединить все %n, написанные одинаково</numerusform>
        </translation>
    </message>
    <message>
        <source>Merges in force</source>
        <translation>Действующие объединения</translation>
    </message>
    <message>
        <source>Merges, rules, notes and mappings</source>
        <translation>Объединения, правила, заметки и сопоставления</translation>
    </message>
    <message>
        <source>Merging names</source>
        <translation>Объединение названий</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минуты</translation>
    </message>
    <message>
        <source>Mix of answers</source>
        <translation>Структура ответов</translation>
    </message>
    <message>
        <source>Mix of customers</source>
        <translation>Структура клиентов</translation>
    </message>
    <message>
        <source>Mix of deals</source>
        <translation>Структура сделок</translation>
    </message>
    <message>
        <source>Mix of events</source>
        <translation>Структура мероприятий</translation>
    </message>
    <message>
        <source>Mix of leads</source>
        <translation>Структура лидов</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>Month first</source>
        <translation>Сначала месяц</translation>
    </message>
    <message>
        <source>Monthly recurring revenue</source>
        <translation>Ежемесячная выручка (MRR)</translation>
    </message>
    <message>
        <source>Monthly recurring revenue at the start</source>
        <translation>Месячная регулярная выручка в начале</translation>
    </message>
    <message>
        <source>Months without rows</source>
        <translation>Месяцы без строк</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>More than 1.2 times what it ever had: nobody has seen what that brings.</source>
        <translation>Больше чем в 1,2 раза выше прежнего максимума: никто не видел, что это даёт.</translation>
    </message>
    <message>
        <source>More won or SQLs</source>
        <translation>Ещё сделок или SQL</translation>
    </message>
    <message>
        <source>Most SQLs</source>
        <translation>Больше всего SQL</translation>
    </message>
    <message>
        <source>Most SQLs are expected in {month}: {count}.</source>
        <translation>Больше всего SQL ожидается за {month}: {count}.</translation>
    </message>
    <message>
        <source>Most elasticity</source>
        <translation>Наибольшая эластичность</translation>
    </message>
    <message>
        <source>Most gross profit</source>
        <translation>Больше всего валовой прибыли</translation>
    </message>
    <message>
        <source>Move a threshold to see which verdicts turn.</source>
        <translation>Подвиньте порог, чтобы увидеть, какие вердикты изменятся.</translation>
    </message>
    <message>
        <source>NPS</source>
        <translation>NPS</translation>
    </message>
    <message>
        <source>NPS answers</source>
        <translation>Ответы NPS</translation>
    </message>
    <message>
        <source>NPS answers to customers</source>
        <translation>Ответы NPS и клиенты</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Name files, or a folder that holds some.</source>
        <translation>Укажите файлы или папку с файлами.</translation>
    </message>
    <message>
        <source>Name it with --name.</source>
        <translation>Назовите его через --name.</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Название группы</translation>
    </message>
    <message>
        <source>Name of the mapping</source>
        <translation>Название сопоставления</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>Название плана</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Название сценария</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Название шаблона</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Название представления</translation>
    </message>
    <message>
        <source>Name or e-mail</source>
        <translation>Имя или эл. почта</translation>
    </message>
    <message>
        <source>Name or e-mail of the person to forget</source>
        <translation>Имя или эл. почта человека, которого нужно забыть</translation>
    </message>
    <message>
        <source>Name the member, or leave both blank.</source>
        <translation>Укажите значение разреза или оставьте оба поля пустыми.</translation>
    </message>
    <message>
        <source>Name the table with --table or the columns with --mapping.</source>
        <translation>Укажите таблицу через --table или столбцы через --mapping.</translation>
    </message>
    <message>
        <source>Name their meaning under &quot;values&quot; in a --mapping file.</source>
        <translation>Укажите их значение в разделе «values» файла для --mapping.</translation>
    </message>
    <message>
        <source>Name to give</source>
        <translation>Новое название</translation>
    </message>
    <message>
        <source>Name to merge under</source>
        <translation>Общее название</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Названия</translation>
    </message>
    <message>
        <source>Names that may be one</source>
        <translation>Похожие названия</translation>
    </message>
    <message>
        <source>Names to change</source>
        <translation>Изменится названий</translation>
    </message>
    <message>
        <source>Names to merge</source>
        <translation>Названия для объединения</translation>
    </message>
    <message>
        <source>Names with their rows</source>
        <translation>Названия и число строк</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Нужно</translation>
    </message>
    <message>
        <source>Net promoter score: the share of 9 and 10 minus the share of 0 to 6, over each respondent&apos;s latest answer.</source>
        <translation>Индекс потребительской лояльности: доля оценок 9–10 минус доля 0–6 по последнему ответу каждого респондента.</translation>
    </message>
    <message>
        <source>Net revenue of all customers</source>
        <translation>Чистая выручка всех клиентов</translation>
    </message>
    <message>
        <source>Net revenue retention</source>
        <translation>Чистое удержание выручки</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>Новое действие</translation>
    </message>
    <message>
        <source>New action: {action}</source>
        <translation>Новое действие: {action}</translation>
    </message>
    <message>
        <source>New hypothesis</source>
        <translation>Новая гипотеза</translation>
    </message>
    <message>
        <source>New in the period</source>
        <translation>Новые за период</translation>
    </message>
    <message>
        <source>New leads</source>
        <translation>Новые лиды</translation>
    </message>
    <message>
        <source>New site went live</source>
        <translation>Запущен новый сайт</translation>
    </message>
    <message>
        <source>New version</source>
        <translation>Новая версия</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Новая рабочая книга</translation>
    </message>
    <message>
        <source>New workspace …</source>
        <translation>Новая рабочая книга…</translation>
    </message>
    <message>
        <source>Next page of the tab</source>
        <translation>Следующая страница вкладки</translation>
    </message>
    <message>
        <source>No SQL for {spend}: a SQL costs at least {least}, and more cannot be told yet.</source>
        <translation>Ни одного SQL за {spend}: SQL стоит не меньше {least}, большего пока не сказать.</translation>
    </message>
    <message>
        <source>No SQL in the twelve months.</source>
        <translation>За двенадцать месяцев ни одного SQL.</translation>
    </message>
    <message>
        <source>No ceiling for the cost of a SQL can be computed: it needs gross profit per customer and won deals that name their leads. Or write your own ceiling under “Rules and thresholds”.</source>
        <translation>Потолок стоимости SQL вычислить нельзя: нужны валовая прибыль на клиента и выигранные сделки с указанием лидов. Или задайте свой потолок в разделе «Правила и пороги».</translation>
    </message>
    <message>
        <source>No column dates “{stage}”: where “{status}” says that it was reached or passed, “{date}” stands for its date.</source>
        <translation>Даты этапа «{stage}» в файле нет: где по «{status}» он достигнут или пройден, его датой считается «{date}».</translation>
    </message>
    <message>
        <source>No column holds dates, and every figure needs them; export it again with the date of each row.</source>
        <translation>Ни в одном столбце нет дат, а они нужны каждому показателю; выгрузите файл снова с датой каждой строки.</translation>
    </message>
    <message>
        <source>No column says when customers left; each counts as a customer to this day.</source>
        <translation>Ни один столбец не говорит, когда клиенты ушли; каждый считается клиентом по сей день.</translation>
    </message>
    <message>
        <source>No column says which channel or campaign the costs belong to; name one for the whole file among its columns.</source>
        <translation>Ни один столбец не говорит, к какому каналу или кампании относятся расходы; укажите его для всего файла в настройке столбцов.</translation>
    </message>
    <message>
        <source>No columns of a table were recognised. Choose the table and its columns, or remove the file.</source>
        <translation>Столбцы не распознаны. Выберите таблицу и её столбцы или уберите файл.</translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation>Без сравнения</translation>
    </message>
    <message>
        <source>No contracts: a customer who bought in the last {days} days counts as active.</source>
        <translation>Договоров нет: активным считается клиент, купивший за последние {days} дней.</translation>
    </message>
    <message>
        <source>No data of {period} yet: import exports of its first weeks, and every figure is held against the plan.</source>
        <translation>Данных за {period} ещё нет: импортируйте выгрузки первых недель, и каждый показатель сравнится с планом.</translation>
    </message>
    <message>
        <source>No days are known of any step.</source>
        <translation>Дни не известны ни для одного шага.</translation>
    </message>
    <message>
        <source>No deal names its lead, so the leads cannot be followed to their deals.</source>
        <translation>Ни в одной сделке не указан лид, поэтому путь лидов до сделок не проследить.</translation>
    </message>
    <message>
        <source>No event lies in the period.</source>
        <translation>В периоде нет мероприятий.</translation>
    </message>
    <message>
        <source>No exports, and not read: {files}</source>
        <translation>Не выгрузки, не прочитаны: {files}</translation>
    </message>
    <message>
        <source>No gross profit is known: won deals carry no cost, and there are no invoices with one.</source>
        <translation>Валовая прибыль неизвестна: у выигранных сделок нет себестоимости, счетов с себестоимостью тоже нет.</translation>
    </message>
    <message>
        <source>No lead and no cost of the period names a practice of this kind: choose another period, or import leads that say where they came from (an export of the CRM with its column of sources or campaigns).</source>
        <translation>Ни один лид и ни один расход периода не называет практику этого вида: выберите другой период или импортируйте лиды с указанием, откуда они пришли (выгрузку из CRM со столбцом источников или кампаний).</translation>
    </message>
    <message>
        <source>No longer: {action}</source>
        <translation>Больше нет: {action}</translation>
    </message>
    <message>
        <source>No member is behind the rest by more than noise.</source>
        <translation>Никто не отстаёт от остальных сверх шума.</translation>
    </message>
    <message>
        <source>No plan yet. Make one from a budget: its goals, its actions and its months can then be changed.</source>
        <translation>Плана ещё нет. Сделайте его из бюджета: потом можно менять цели, действия и месяцы.</translation>
    </message>
    <message>
        <source>No rate is set yet.</source>
        <translation>Курсы пока не заданы.</translation>
    </message>
    <message>
        <source>No row has the {dimension} “{member}”.</source>
        <translation>Ни в одной строке нет {dimension} «{member}».</translation>
    </message>
    <message>
        <source>No rows had to be changed. {copies}</source>
        <translation>Менять строки не пришлось. {copies}</translation>
    </message>
    <message>
        <source>No rows: nothing in the data speaks of it.</source>
        <translation>Строк нет: в данных об этом ничего не сказано.</translation>
    </message>
    <message>
        <source>No rule before this one holds.</source>
        <translation>Ни одно правило до этого не выполнено.</translation>
    </message>
    <message>
        <source>No spend is known for it, so its cost per SQL cannot be told.</source>
        <translation>Расходы на неё неизвестны, поэтому стоимость SQL не определить.</translation>
    </message>
    <message>
        <source>No spend is known for it.</source>
        <translation>Её расходы неизвестны.</translation>
    </message>
    <message>
        <source>No step differs by more than noise.</source>
        <translation>Ни один шаг не отличается сверх шума.</translation>
    </message>
    <message>
        <source>No step of a practice is weak in this period, so nothing is proposed.</source>
        <translation>В этом периоде ни у одной практики нет слабого шага, поэтому предложений нет.</translation>
    </message>
    <message>
        <source>No tool&apos;s export is known for it; a table of your own does.</source>
        <translation>Готовых выгрузок для этого нет; подойдёт собственная таблица.</translation>
    </message>
    <message>
        <source>No two of them look like one.</source>
        <translation>Похожих названий нет.</translation>
    </message>
    <message>
        <source>No verdict turns.</source>
        <translation>Ни один вердикт не меняется.</translation>
    </message>
    <message>
        <source>No won deal tells what revenue a lead brings.</source>
        <translation>Ни одна выигранная сделка не показывает, какую выручку приносит лид.</translation>
    </message>
    <message>
        <source>No workspace is open to take the files.</source>
        <translation>Нет открытой рабочей книги, в которую можно импортировать файлы.</translation>
    </message>
    <message>
        <source>Nobody can be said to be stuck: nobody came in the period, or the data show no days from one stage to the next.</source>
        <translation>Кто застрял, сказать нельзя: за период никто не пришёл, или в данных нет дней от этапа к этапу.</translation>
    </message>
    <message>
        <source>Nobody&apos;s fit with the target customer is known; import attendance with a target column.</source>
        <translation>Соответствие целевому клиенту ни у кого не известно; импортируйте участие со столбцом «целевой».</translation>
    </message>
    <message>
        <source>None is saved yet: give the mapping a name above and save it.</source>
        <translation>Пока ничего не сохранено: дайте сопоставлению имя вверху и сохраните его.</translation>
    </message>
    <message>
        <source>Not counted.</source>
        <translation>Не подсчитано.</translation>
    </message>
    <message>
        <source>Not enough data</source>
        <translation>Мало данных</translation>
    </message>
    <message>
        <source>Not enough data where the interval of the cost per SQL is wider than</source>
        <translation>Мало данных, если интервал стоимости SQL шире чем</translation>
    </message>
    <message>
        <source>Not enough data: neither is likely enough, and the 95 % interval of its cost per SQL is wider than {widest} to 1.</source>
        <translation>Мало данных: ни то, ни другое не достаточно вероятно, и 95 %-й интервал стоимости SQL шире, чем {widest} к 1.</translation>
    </message>
    <message>
        <source>Not enough data: no spend is known for it, or no ceiling for the cost of a SQL.</source>
        <translation>Мало данных: неизвестны её расходы или потолок стоимости SQL.</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Не связано</translation>
    </message>
    <message>
        <source>Not projected: a rate, a price or a score stands at its value to date.</source>
        <translation>Без прогноза: доля, цена или оценка показана на сегодняшний день.</translation>
    </message>
    <message>
        <source>Not projected: it does not grow evenly by days, and fewer than three whole earlier periods tell how it grows.</source>
        <translation>Без прогноза: показатель растёт неравномерно по дням, а полных прошлых периодов меньше трёх.</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>Это разное</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Пока нет</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>Note on the plan</source>
        <translation>Заметка к плану</translation>
    </message>
    <message>
        <source>Nothing can be compared: one of the two has no data.</source>
        <translation>Сравнить нечего: у одной из двух нет данных.</translation>
    </message>
    <message>
        <source>Nothing can be judged: no lead of the period names a channel, a campaign or an event.</source>
        <translation>Оценивать нечего: ни у одного лида периода не указан канал, кампания или мероприятие.</translation>
    </message>
    <message>
        <source>Nothing falls into this period: the data reach from {first} to {last}.</source>
        <translation>В этот период ничего не попадает: данные есть с {first} по {last}.</translation>
    </message>
    <message>
        <source>Nothing imported yet</source>
        <translation>Пока ничего не импортировано</translation>
    </message>
    <message>
        <source>Nothing is wrong with what was looked at: order of dates, rows that belong to others, months without rows, sudden changes.</source>
        <translation>Проверено и всё в порядке: последовательность дат, связи строк, месяцы без строк, резкие изменения.</translation>
    </message>
    <message>
        <source>Nothing of the data falls into this period and these filters.</source>
        <translation>В этот период с этими фильтрами не попадает ни одна строка.</translation>
    </message>
    <message>
        <source>Nothing to measure it by came in from {start} to {until}.</source>
        <translation>С {start} по {until} не пришло данных, по которым её можно измерить.</translation>
    </message>
    <message>
        <source>Nothing was imported; choose it in the mapping.</source>
        <translation>Ничего не импортировано; выберите это в сопоставлении.</translation>
    </message>
    <message>
        <source>Nothing was imported; choose one in the mapping, and rows that do not fit it are kept aside.</source>
        <translation>Ничего не импортировано; выберите один вариант в сопоставлении, и неподходящие строки будут отложены.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>Наблюдения</translation>
    </message>
    <message>
        <source>Observations that tell the change from noise, 80 times of 100</source>
        <translation>Сколько наблюдений отличат изменение от шума в 80 случаях из 100</translation>
    </message>
    <message>
        <source>Of it shared</source>
        <translation>В том числе общие</translation>
    </message>
    <message>
        <source>Of its SQLs that have had their time {won} of {closed} were won, of the others&apos; {others_won} of {others_closed}: a difference that chance alone shows in {p} of cases. It counts as worse under 5 %.</source>
        <translation>Из её SQL, проживших свой срок, выиграны {won} из {closed}, у остальных — {others_won} из {others_closed}: такую разницу сам случай даёт в {p} случаев. Хуже — если меньше 5 %.</translation>
    </message>
    <message>
        <source>Of the customers on the period&apos;s first day, the share that is still there on its last day.</source>
        <translation>Доля клиентов первого дня периода, оставшихся в его последний день.</translation>
    </message>
    <message>
        <source>Of the deals decided in the period, the share that was won, by number of deals.</source>
        <translation>Доля выигранных среди сделок, решённых за период, по числу сделок.</translation>
    </message>
    <message>
        <source>Of the first {read} rows {out} are left out.</source>
        <translation>Из первых {read} строк пропускается {out}.</translation>
    </message>
    <message>
        <source>Of the period&apos;s leads {count} more are expected to be won after it.</source>
        <translation>Из лидов периода ещё {count} станут сделками после него.</translation>
    </message>
    <message>
        <source>Of these still open</source>
        <translation>Из них ещё открыты</translation>
    </message>
    <message>
        <source>Of these won so far</source>
        <translation>Из них выиграно на сегодня</translation>
    </message>
    <message>
        <source>Of these won, expected at maturity</source>
        <translation>Из них будет выиграно (ожидание)</translation>
    </message>
    <message>
        <source>Of use as well: {fields}.</source>
        <translation>Пригодятся также: {fields}.</translation>
    </message>
    <message>
        <source>Of {read} rows in the file: {counts}; {aside} kept aside.</source>
        <translation>Строк в файле: {read}; {counts}; отложено: {aside}.</translation>
    </message>
    <message>
        <source>Of {read} rows {out} are left out.</source>
        <translation>Из {read} строк пропускается {out}.</translation>
    </message>
    <message>
        <source>On {day}: still open at a stage, and longer than 80 % of all took who went on from it.</source>
        <translation>На {day}: всё ещё на этапе и дольше, чем понадобилось 80 % тех, кто пошёл дальше.</translation>
    </message>
    <message>
        <source>One name for those ticked:</source>
        <translation>Одно название для отмеченных:</translation>
    </message>
    <message>
        <source>Online against offline</source>
        <translation>Онлайн и офлайн</translation>
    </message>
    <message>
        <source>Only aggregated visits are known: distinct visitors of the period lie between the largest part and the sum.</source>
        <translation>Известны только агрегированные визиты: число уникальных посетителей лежит между наибольшей частью и суммой.</translation>
    </message>
    <message>
        <source>Only aggregated visits are known: who of them is counted twice is not, so the change cannot be split.</source>
        <translation>Известны только агрегированные визиты: кто из посетителей учтён дважды, неизвестно, поэтому изменение нельзя разложить.</translation>
    </message>
    <message numerus="yes">
        <source>Only the %n largest member(s) are shown.</source>
        <translation>
            <numerusform>Показан только %n самый крупный.</numerusform>
            <numerusform>Показаны только %n самых крупных.</numerusform>
            <numerusform>Показаны только %n самых крупных.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a workspace …</source>
        <translation>Открыть рабочую книгу…</translation>
    </message>
    <message>
        <source>Open deals at the period&apos;s end</source>
        <translation>Открытые сделки на конец периода</translation>
    </message>
    <message>
        <source>Open it again: what can be read of it is brought over into a new file, and the damaged one kept.</source>
        <translation>Откройте его снова: всё, что читается, будет перенесено в новый файл, а повреждённый сохранён.</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet and save it as XLSX.</source>
        <translation>Откройте его в табличном редакторе и сохраните как XLSX.</translation>
    </message>
    <message>
        <source>Open it in a spreadsheet and save its table as CSV.</source>
        <translation>Откройте его в редакторе таблиц и сохраните таблицу как CSV.</translation>
    </message>
    <message>
        <source>Open one or make a new one first.</source>
        <translation>Сначала откройте рабочую книгу или создайте новую.</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>Открытая воронка сделок</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Открыть демо</translation>
    </message>
    <message>
        <source>Open workspace</source>
        <translation>Открыть рабочую книгу</translation>
    </message>
    <message>
        <source>Open workspace …</source>
        <translation>Открыть рабочую книгу…</translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation>Открытие {file}</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>Улучшить</translation>
    </message>
    <message>
        <source>Optimise: everything else; the step to mend is named.</source>
        <translation>Улучшить: всё остальное; назван этап, который нужно исправить.</translation>
    </message>
    <message>
        <source>Or drop files, a folder or a workspace (.kpi) anywhere on this window.</source>
        <translation>Или перетащите файлы, папку или рабочую книгу (.kpi) в любое место окна.</translation>
    </message>
    <message>
        <source>Order of day and month</source>
        <translation>Порядок дня и месяца</translation>
    </message>
    <message>
        <source>Orientation</source>
        <translation>Ориентация</translation>
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
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PDF standard</source>
        <translation>стандарт PDF</translation>
    </message>
    <message>
        <source>PDF/A-2a and PDF/UA-1, for archives</source>
        <translation>PDF/A-2a и PDF/UA-1, для архивов</translation>
    </message>
    <message>
        <source>PDF/A-2b, for archives</source>
        <translation>PDF/A-2b, для архивов</translation>
    </message>
    <message>
        <source>PDF/UA-1, for screen readers</source>
        <translation>PDF/UA-1, для экранных дикторов</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Страница</translation>
    </message>
    <message>
        <source>Pages of the data</source>
        <translation>Разделы данных</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Страницы справки</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Бумага</translation>
    </message>
    <message>
        <source>Passives (7–8)</source>
        <translation>Нейтральные (7–8)</translation>
    </message>
    <message>
        <source>Paste from a spreadsheet</source>
        <translation>Вставить из таблицы</translation>
    </message>
    <message>
        <source>Pay for it out of what is kept for tests.</source>
        <translation>Оплатите её из резерва на тесты.</translation>
    </message>
    <message>
        <source>People who fit the target customer and attended the period&apos;s events, each counted once. Unknown fit is counted apart.</source>
        <translation>Целевые люди, посетившие мероприятия периода, каждый один раз. С неизвестным соответствием — отдельно.</translation>
    </message>
    <message>
        <source>People who visited in the period, each counted once however often they came. A quarter is not the sum of its months.</source>
        <translation>Люди, посетившие сайт за период, каждый один раз. Квартал — не сумма своих месяцев.</translation>
    </message>
    <message>
        <source>Per further unit</source>
        <translation>На ещё единицу</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Период</translation>
    </message>
    <message>
        <source>Period of the view</source>
        <translation>Период представления</translation>
    </message>
    <message>
        <source>Period to plan</source>
        <translation>Плановый период</translation>
    </message>
    <message>
        <source>Period: what happened in the period</source>
        <translation>Период: что произошло за период</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>Persons are not replaced in this workspace.</source>
        <translation>В этой рабочей книге люди не заменяются.</translation>
    </message>
    <message>
        <source>Picked up by sales (have a deal)</source>
        <translation>Взяты продажами (есть сделка)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Диаграмма</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Рисунок (*.png)</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Картинки (*.png *.svg)</translation>
    </message>
    <message>
        <source>Pipeline coverage of the open quota</source>
        <translation>Покрытие оставшегося плана</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Plan against fact</source>
        <translation>План и факт</translation>
    </message>
    <message>
        <source>Plan and version</source>
        <translation>План и версия</translation>
    </message>
    <message>
        <source>Plan for</source>
        <translation>План на</translation>
    </message>
    <message>
        <source>Plan for {period}</source>
        <translation>План на {period}</translation>
    </message>
    <message>
        <source>Plan for {period} from the figures of {base}</source>
        <translation>План на {period} по данным за {base}</translation>
    </message>
    <message>
        <source>Points nowhere</source>
        <translation>Никуда не ведёт</translation>
    </message>
    <message>
        <source>Portfolio</source>
        <translation>Портфель</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>Книжная</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Практика</translation>
    </message>
    <message>
        <source>Practice of the goal</source>
        <translation>Практика цели</translation>
    </message>
    <message>
        <source>Practices</source>
        <translation>Практики</translation>
    </message>
    <message>
        <source>Practices against fact</source>
        <translation>Практики и факт</translation>
    </message>
    <message>
        <source>Practices and verdicts</source>
        <translation>Практики и вердикты</translation>
    </message>
    <message>
        <source>Practices: {kind}</source>
        <translation>Практики: {kind}</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Предпросмотр</translation>
    </message>
    <message>
        <source>Previous page of the tab</source>
        <translation>Предыдущая страница вкладки</translation>
    </message>
    <message>
        <source>Print preview</source>
        <translation>Предпросмотр печати</translation>
    </message>
    <message>
        <source>Print preview …</source>
        <translation>Предпросмотр печати…</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Печать…</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Приватность</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
    </message>
    <message numerus="yes">
        <source>Projected by the share that had come by this day in the last %n period(s).</source>
        <translation>
            <numerusform>Прогноз по доле, набранной к этому дню в прошлом периоде (%n).</numerusform>
            <numerusform>Прогноз по доле, набранной к этому дню в %n прошлых периодах.</numerusform>
            <numerusform>Прогноз по доле, набранной к этому дню в %n прошлых периодах.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Projected by the share that had come by this day in the same period of %n earlier year(s).</source>
        <translation>
            <numerusform>Прогноз по доле, набранной к этому дню в том же периоде прошлого года (%n).</numerusform>
            <numerusform>Прогноз по доле, набранной к этому дню в том же периоде %n прошлых лет.</numerusform>
            <numerusform>Прогноз по доле, набранной к этому дню в том же периоде %n прошлых лет.</numerusform>
        </translation>
    </message>
    <message>
        <source>Projected evenly by days: there is no year of earlier periods to tell the season from.</source>
        <translation>Прогноз равномерно по дням: нет года прошлых периодов, чтобы учесть сезонность.</translation>
    </message>
    <message>
        <source>Promoters</source>
        <translation>Промоутеры</translation>
    </message>
    <message>
        <source>Promoters (9–10)</source>
        <translation>Промоутеры (9–10)</translation>
    </message>
    <message>
        <source>Promoters still customers 12 months later</source>
        <translation>Промоутеры, оставшиеся клиентами через 12 месяцев</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Предложения</translation>
    </message>
    <message>
        <source>Proposed from weak steps</source>
        <translation>Предложения по слабым шагам</translation>
    </message>
    <message>
        <source>Quality of MQLs by channel</source>
        <translation>Качество MQL по каналам</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Квартал</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выход</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Квота</translation>
    </message>
    <message>
        <source>Quota attainment</source>
        <translation>Выполнение плана</translation>
    </message>
    <message>
        <source>Quota of the period</source>
        <translation>План периода</translation>
    </message>
    <message>
        <source>Q{quarter} {year}</source>
        <translation>{quarter} кв. {year}</translation>
    </message>
    <message>
        <source>ROI</source>
        <translation>ROI</translation>
    </message>
    <message>
        <source>ROMI</source>
        <translation>ROMI</translation>
    </message>
    <message>
        <source>ROMI needs the cost of every won deal.</source>
        <translation>Для ROMI нужна себестоимость каждой выигранной сделки.</translation>
    </message>
    <message>
        <source>ROMI needs the gross profit of won deals.</source>
        <translation>Для ROMI нужна валовая прибыль выигранных сделок.</translation>
    </message>
    <message>
        <source>Raise a limit, keep more for tests, or lower the budget.</source>
        <translation>Поднимите границу, увеличьте резерв на тесты или уменьшите бюджет.</translation>
    </message>
    <message>
        <source>Raise the budget, keep less for tests or plan for fewer SQLs.</source>
        <translation>Увеличьте бюджет, уменьшите резерв на тесты или планируйте меньше SQL.</translation>
    </message>
    <message>
        <source>Raise the limits or plan for fewer SQLs.</source>
        <translation>Поднимите границы или планируйте меньше SQL.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Курс</translation>
    </message>
    <message>
        <source>Rate, {side}</source>
        <translation>Конверсия, {side}</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Курсы</translation>
    </message>
    <message>
        <source>Rates in force</source>
        <translation>Действующие курсы</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитано</translation>
    </message>
    <message>
        <source>Read a file …</source>
        <translation>Прочитать файл…</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>Прочитано как</translation>
    </message>
    <message>
        <source>Read rates</source>
        <translation>Чтение курсов</translation>
    </message>
    <message>
        <source>Read targets</source>
        <translation>Загрузить цели</translation>
    </message>
    <message>
        <source>Read targets from a file …</source>
        <translation>Загрузить цели из файла…</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Прочтение</translation>
    </message>
    <message>
        <source>Reading the saved mappings</source>
        <translation>Чтение сохранённых сопоставлений</translation>
    </message>
    <message>
        <source>Reading the workspace</source>
        <translation>Чтение рабочей книги</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>Чтение {file}</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Чтение…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Reason of rejection</source>
        <translation>Причина отклонения</translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation>Недавние рабочие книги</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>Вернуть: {step}</translation>
    </message>
    <message>
        <source>Refuted</source>
        <translation>Опровергнута</translation>
    </message>
    <message>
        <source>Registered</source>
        <comment>people</comment>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Зарегистрирован</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Rejected by sales</source>
        <translation>Отклонён продажами</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message>
        <source>Remove the chosen action</source>
        <translation>Убрать выбранное действие</translation>
    </message>
    <message>
        <source>Remove the chosen rate</source>
        <translation>Удалить выбранный курс</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Убрать логотип</translation>
    </message>
    <message>
        <source>Remove the note “{text}”</source>
        <translation>Убрать заметку «{text}»</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>Удалить правило</translation>
    </message>
    <message>
        <source>Remove this table</source>
        <translation>Убрать эту таблицу</translation>
    </message>
    <message>
        <source>Remove what cannot be used</source>
        <translation>Убрать непригодные</translation>
    </message>
    <message>
        <source>Remove what is done</source>
        <translation>Убрать импортированные</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Repeat attendance</source>
        <translation>Повторные посещения</translation>
    </message>
    <message>
        <source>Replace e-mails and names of contacts by hashes when files come in</source>
        <translation>При загрузке заменять адреса и имена контактов хешами</translation>
    </message>
    <message>
        <source>Replace the persons in all rows of this workspace, and in the older copies beside it? This cannot be undone.</source>
        <translation>Заменить людей во всех строках этой рабочей книги и в старых копиях рядом с ней? Отменить это нельзя.</translation>
    </message>
    <message>
        <source>Replace them in the rows that are here, too …</source>
        <translation>Заменить и в уже загруженных строках…</translation>
    </message>
    <message>
        <source>Replacing persons</source>
        <translation>Замена людей хешами</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Required return</source>
        <translation>Требуемая отдача</translation>
    </message>
    <message>
        <source>Reset to the program&apos;s</source>
        <translation>Пороги программы</translation>
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
        <source>Revenue and cost per customer of each part, and the parts’ shares in the customers.</source>
        <translation>Выручка и затраты на клиента в каждой части и доли частей среди клиентов.</translation>
    </message>
    <message>
        <source>Revenue goal</source>
        <translation>Цель по выручке</translation>
    </message>
    <message>
        <source>Revenue goal of the period</source>
        <translation>Цель по выручке за период</translation>
    </message>
    <message>
        <source>Revenue less the cost of what was sold</source>
        <translation>Выручка минус себестоимость проданного</translation>
    </message>
    <message>
        <source>Revenue per customer</source>
        <translation>Выручка на клиента</translation>
    </message>
    <message>
        <source>Revenue with a known cost</source>
        <translation>Выручка с известной себестоимостью</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Оценка практик</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строк</translation>
    </message>
    <message>
        <source>Rows behind {title}</source>
        <translation>Строки показателя «{title}»</translation>
    </message>
    <message>
        <source>Rows for {table}</source>
        <translation>Строки: {table}</translation>
    </message>
    <message>
        <source>Rows held</source>
        <translation>Строки в книге</translation>
    </message>
    <message>
        <source>Rows held: {tables}</source>
        <translation>В книге: {tables}</translation>
    </message>
    <message>
        <source>Rows kept aside</source>
        <translation>Отложенные строки</translation>
    </message>
    <message>
        <source>Rows lie further apart than can be drawn: only the 20 years around most of them are shown. Look for wild dates.</source>
        <translation>Строки разбросаны шире, чем можно показать: видны только 20 лет вокруг большинства из них. Проверьте странные даты.</translation>
    </message>
    <message>
        <source>Rows of {file}</source>
        <translation>Строки файла {file}</translation>
    </message>
    <message>
        <source>Rows or months</source>
        <translation>Строк или месяцев</translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation>Прочитано строк</translation>
    </message>
    <message>
        <source>Rows that a figure could not take</source>
        <translation>Строки, которые показатель не смог учесть</translation>
    </message>
    <message>
        <source>Rows that cannot be read (a date that does not exist, a number that is a word) wait here with their file, line and reason, to be corrected. They are in no figure until then.</source>
        <translation>Строки, которые не удалось прочитать (несуществующая дата, слово вместо числа), ждут здесь исправления: с файлом, номером строки и причиной. До этого они не входят ни в один показатель.</translation>
    </message>
    <message>
        <source>Rows that were there before may still name persons.</source>
        <translation>В строках, загруженных раньше, люди ещё могут быть названы.</translation>
    </message>
    <message>
        <source>Rows to change</source>
        <translation>Изменится строк</translation>
    </message>
    <message>
        <source>Rows: all of the file</source>
        <translation>Строки: весь файл</translation>
    </message>
    <message>
        <source>Rows: {filters}</source>
        <translation>Строки: {filters}</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>Rules and thresholds</source>
        <translation>Правила и пороги</translation>
    </message>
    <message>
        <source>SQL</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>SQL / lead</source>
        <translation>SQL / лид</translation>
    </message>
    <message>
        <source>SQL since</source>
        <translation>SQL с</translation>
    </message>
    <message>
        <source>SQLs</source>
        <translation>SQL</translation>
    </message>
    <message>
        <source>SQLs by month over a year; what a SQL costs, the last six months against the six before</source>
        <translation>SQL по месяцам за год; стоимость SQL: последние шесть месяцев против предыдущих шести</translation>
    </message>
    <message>
        <source>SQLs by month: {counts}</source>
        <translation>SQL по месяцам: {counts}</translation>
    </message>
    <message>
        <source>SQLs due</source>
        <translation>SQL по плану</translation>
    </message>
    <message>
        <source>SQLs expected</source>
        <translation>Ожидается SQL</translation>
    </message>
    <message>
        <source>SQLs expected, with their 80 % range</source>
        <translation>Ожидаемые SQL с 80-процентным диапазоном</translation>
    </message>
    <message>
        <source>SQLs for less and more money: {practice}</source>
        <translation>SQL при меньших и больших деньгах: {practice}</translation>
    </message>
    <message>
        <source>SQLs that are won</source>
        <translation>SQL, ставшие сделкой</translation>
    </message>
    <message>
        <source>SQLs that are won, to be expected</source>
        <translation>Ожидаемая доля выигранных SQL</translation>
    </message>
    <message>
        <source>SQLs that have waited longest for sales</source>
        <translation>SQL, которые дольше всего ждут отдел продаж</translation>
    </message>
    <message>
        <source>SQLs to reach</source>
        <translation>Сколько SQL нужно</translation>
    </message>
    <message>
        <source>SQLs waiting for sales, by age</source>
        <translation>SQL в ожидании отдела продаж, по сроку</translation>
    </message>
    <message>
        <source>SQLs, but few won deals: {own} against {portfolio}.</source>
        <translation>SQL есть, выигранных сделок мало: {own} против {portfolio}.</translation>
    </message>
    <message>
        <source>Sales team effectiveness</source>
        <translation>Эффективность команды продаж</translation>
    </message>
    <message>
        <source>Sales velocity per day</source>
        <translation>Скорость продаж в день</translation>
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
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save it as CSV or XLSX.</source>
        <translation>Сохраните его как CSV или XLSX.</translation>
    </message>
    <message>
        <source>Save it as CSV, TSV, TXT or XLSX.</source>
        <translation>Сохраните его как CSV, TSV, TXT или XLSX.</translation>
    </message>
    <message>
        <source>Save it as CSV.</source>
        <translation>Сохраните его как CSV.</translation>
    </message>
    <message>
        <source>Save it smaller, or as SVG.</source>
        <translation>Сохраните её меньшего размера или в SVG.</translation>
    </message>
    <message>
        <source>Save one in the window: Export PDF, Save template.</source>
        <translation>Сохраните его в окне программы: «Экспорт PDF», «Сохранить шаблон».</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>Сохранить рисунок</translation>
    </message>
    <message>
        <source>Save picture …</source>
        <translation>Сохранить рисунок…</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>Сохранить шаблон</translation>
    </message>
    <message>
        <source>Save this mapping under its name</source>
        <translation>Сохранить сопоставление под этим названием</translation>
    </message>
    <message>
        <source>Save this view …</source>
        <translation>Сохранить представление…</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Saved as {name}; it is applied by itself when the same columns come again.</source>
        <translation>Сохранено как «{name}»; применится само, когда снова придут те же столбцы.</translation>
    </message>
    <message>
        <source>Saved mappings</source>
        <translation>Сохранённые сопоставления</translation>
    </message>
    <message>
        <source>Saved mappings …</source>
        <translation>Сохранённые сопоставления…</translation>
    </message>
    <message>
        <source>Saving the mapping</source>
        <translation>Сохранение сопоставления</translation>
    </message>
    <message>
        <source>Say from which value on it is true.</source>
        <translation>Укажите, с какого значения она верна.</translation>
    </message>
    <message>
        <source>Say in the mapping which column holds it.</source>
        <translation>Укажите в сопоставлении, в каком столбце это находится.</translation>
    </message>
    <message>
        <source>Say what they mean …</source>
        <translation>Указать, что они значат…</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Сценарий</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
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
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Сезон</translation>
    </message>
    <message>
        <source>Second member</source>
        <translation>Вторая воронка</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Разделы</translation>
    </message>
    <message>
        <source>See the list of imports.</source>
        <translation>Посмотрите список импортов.</translation>
    </message>
    <message>
        <source>See the names with “kpi-desktop funnel --by {dimension}”.</source>
        <translation>Названия покажет «kpi-desktop funnel --by {dimension}».</translation>
    </message>
    <message>
        <source>See the names with “kpi-desktop kpis --by {dimension}”.</source>
        <translation>Имена покажет «kpi-desktop kpis --by {dimension}».</translation>
    </message>
    <message>
        <source>See “kpi-desktop --help”.</source>
        <translation>См. «kpi-desktop --help».</translation>
    </message>
    <message>
        <source>See “kpi-desktop plans --workspace FILE”.</source>
        <translation>См. «kpi-desktop plans --workspace FILE».</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Сегмент</translation>
    </message>
    <message>
        <source>Select several rows (Ctrl) to review them as one practice.</source>
        <translation>Выделите несколько строк (Ctrl), чтобы оценить их как одну практику.</translation>
    </message>
    <message>
        <source>Select their rows, holding Ctrl, then group them.</source>
        <translation>Выделите их строки, удерживая Ctrl, и объедините.</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Сеансы</translation>
    </message>
    <message>
        <source>Set a target …</source>
        <translation>Задать цель…</translation>
    </message>
    <message>
        <source>Set rate</source>
        <translation>Задать курс</translation>
    </message>
    <message>
        <source>Sets of visitors</source>
        <translation>Наборы посетителей</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Доля</translation>
    </message>
    <message>
        <source>Share of revenue of those who answered</source>
        <translation>Доля выручки ответивших</translation>
    </message>
    <message>
        <source>Share of revenue with a known cost</source>
        <translation>Доля выручки с известной себестоимостью</translation>
    </message>
    <message>
        <source>Share of what the quarter&apos;s new leads will bring that still falls into the period</source>
        <translation>Какая часть того, что принесут новые лиды квартала, ещё попадёт в период</translation>
    </message>
    <message>
        <source>Shared cost is spread by</source>
        <translation>Общие расходы распределять</translation>
    </message>
    <message>
        <source>Shared cost of {shared} names no practice: it is not split and comes on top.</source>
        <translation>Общие расходы {shared} не относятся ни к одной практике: они не распределяются и идут сверх бюджета.</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Показать ещё %n</numerusform>
            <numerusform>Показать ещё %n</numerusform>
            <numerusform>Показать ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Show all {count}</source>
        <translation>Показать все {count}</translation>
    </message>
    <message>
        <source>Show rate</source>
        <translation>Доходимость</translation>
    </message>
    <message>
        <source>Show rows</source>
        <translation>Показать строки</translation>
    </message>
    <message>
        <source>Show rows: {stage}</source>
        <translation>Показать строки: {stage}</translation>
    </message>
    <message>
        <source>Show the first rows and those that are kept aside</source>
        <translation>Показать первые и отложенные строки</translation>
    </message>
    <message>
        <source>Show the first {count}</source>
        <translation>Показать первые {count}</translation>
    </message>
    <message>
        <source>Show the rows</source>
        <translation>Показать строки</translation>
    </message>
    <message>
        <source>Show the rows that are blank</source>
        <translation>Показать строки с пустым полем</translation>
    </message>
    <message>
        <source>Show the rows that are not linked</source>
        <translation>Показать несвязанные строки</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Show what would go</source>
        <translation>Показать, что уйдёт</translation>
    </message>
    <message>
        <source>Shrunk toward the team</source>
        <translation>Сглажено к команде</translation>
    </message>
    <message>
        <source>Shrunk toward the whole</source>
        <translation>Сглажено к общему</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Рядом</translation>
    </message>
    <message>
        <source>Significant</source>
        <translation>Значимо</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>С какого дня</translation>
    </message>
    <message>
        <source>Small multiples</source>
        <translation>Малые воронки</translation>
    </message>
    <message>
        <source>Small sample: fewer than 30 observations.</source>
        <translation>Малая выборка: меньше 30 наблюдений.</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Пока</translation>
    </message>
    <message>
        <source>Something went wrong in the program. It is written, without your data, in {file}.</source>
        <translation>В программе произошла ошибка. Она записана без ваших данных в {file}.</translation>
    </message>
    <message>
        <source>Sorted by its lower end</source>
        <translation>Сортируется по нижней границе</translation>
    </message>
    <message>
        <source>Spend</source>
        <translation>Расходы</translation>
    </message>
    <message>
        <source>Spend / (leads × leads to MQLs × MQLs to SQLs), as they happened in the period, by where the leads come from.</source>
        <translation>Расходы / (лиды × из лидов в MQL × из MQL в SQL), как это было за период, по источникам лидов.</translation>
    </message>
    <message>
        <source>Spend is compared with the SQLs of so many days later.</source>
        <translation>Расходы сравниваются с SQL, появившимися через столько дней.</translation>
    </message>
    <message>
        <source>Spend over the period</source>
        <translation>Расходы за период</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Потрачено</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Разбивка</translation>
    </message>
    <message>
        <source>Split by</source>
        <translation>Разбить по</translation>
    </message>
    <message>
        <source>Split for</source>
        <translation>Цель распределения</translation>
    </message>
    <message>
        <source>Spreading shared cost by SQLs adds the same amount to every member: the ranking stays as it is without it.</source>
        <translation>Распределение общих расходов по SQL добавляет всем поровну: порядок не меняется.</translation>
    </message>
    <message>
        <source>Spreading shared cost by direct spend multiplies every member alike: the ranking stays as it is without it.</source>
        <translation>Распределение общих расходов по прямым умножает всех одинаково: порядок не меняется.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Этап</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Этапы</translation>
    </message>
    <message>
        <source>Stale deals (open over twice the median cycle)</source>
        <translation>Зависшие сделки (открыты дольше двух медианных циклов)</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>Положение</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Started in</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Запуск…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Stays keep up to {turn} per SQL, now {now}.</source>
        <translation>Останется «оставить» до {turn} за SQL, сейчас {now}.</translation>
    </message>
    <message>
        <source>Step rate</source>
        <translation>Конверсия</translation>
    </message>
    <message>
        <source>Steps of planning</source>
        <translation>Шаги планирования</translation>
    </message>
    <message>
        <source>Still open at this stage, and longer than 80 % of those took who went on</source>
        <translation>Всё ещё на этапе и дольше, чем понадобилось 80 % тех, кто пошёл дальше</translation>
    </message>
    <message>
        <source>Still there, by the month they started and the months since</source>
        <translation>Остались, по месяцу начала и числу месяцев с него</translation>
    </message>
    <message>
        <source>Still without a column: {fields}</source>
        <translation>Ещё без столбца: {fields}</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Остановить подсчёт</translation>
    </message>
    <message>
        <source>Strategy planner</source>
        <translation>Планировщик стратегии</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Застряли</translation>
    </message>
    <message>
        <source>Stuck at</source>
        <translation>Застряли на этапе</translation>
    </message>
    <message>
        <source>Stuck at {stage}</source>
        <translation>Застряли на этапе «{stage}»</translation>
    </message>
    <message>
        <source>Sudden change</source>
        <translation>Резкое изменение</translation>
    </message>
    <message>
        <source>Suggested name</source>
        <translation>Предлагаемое название</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Резюме</translation>
    </message>
    <message>
        <source>Switch that on first.</source>
        <translation>Сначала включите замену.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Таблица</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Таблицы</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx)</source>
        <translation>Таблицы (*.csv *.tsv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>Tables ({endings})</source>
        <translation>Таблицы ({endings})</translation>
    </message>
    <message>
        <source>Tables that the file feeds</source>
        <translation>Таблицы, которые заполняет файл</translation>
    </message>
    <message>
        <source>Take back the import of {file}? The rows will be as if it had never come.</source>
        <translation>Отменить импорт {file}? Строки станут такими, как если бы его не было.</translation>
    </message>
    <message>
        <source>Take the chosen import back</source>
        <translation>Отменить выбранный импорт</translation>
    </message>
    <message>
        <source>Take the filter off: {filter}</source>
        <translation>Снять фильтр: {filter}</translation>
    </message>
    <message>
        <source>Take up the chosen proposal</source>
        <translation>Взять выбранное предложение</translation>
    </message>
    <message>
        <source>Take {column} away</source>
        <translation>Убрать столбец «{column}»</translation>
    </message>
    <message>
        <source>Taken for {tables}, but these fields have no column: {fields}.</source>
        <translation>Распознано как {tables}, но для этих полей нет столбца: {fields}.</translation>
    </message>
    <message>
        <source>Taken for {tables}.</source>
        <translation>Распознано как {tables}.</translation>
    </message>
    <message>
        <source>Taking an import back</source>
        <translation>Отмена импорта</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Цель</translation>
    </message>
    <message>
        <source>Target attendees</source>
        <translation>Целевые участники</translation>
    </message>
    <message>
        <source>Target event attendance</source>
        <translation>Целевые участники мероприятий</translation>
    </message>
    <message>
        <source>Target for {period}, {member}:</source>
        <translation>Цель на {period}, {member}:</translation>
    </message>
    <message>
        <source>Target for {period}:</source>
        <translation>Цель на {period}:</translation>
    </message>
    <message>
        <source>Target share</source>
        <translation>Доля целевых</translation>
    </message>
    <message>
        <source>Target share (where known)</source>
        <translation>Доля целевых (где известно)</translation>
    </message>
    <message>
        <source>Target {target}</source>
        <translation>Цель {target}</translation>
    </message>
    <message>
        <source>Target {target}, a share by days of that for {period}</source>
        <translation>Цель {target} — доля по дням от цели на {period}</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Шаблон</translation>
    </message>
    <message>
        <source>Ten KPIs at a glance</source>
        <translation>Десять KPI коротко</translation>
    </message>
    <message>
        <source>Ten marketing KPIs, a funnel, verdicts and a PDF plan from a folder of exports.</source>
        <translation>Десять KPI маркетинга, воронка, вердикты и план в PDF из папки с выгрузками.</translation>
    </message>
    <message numerus="yes">
        <source>Test: {step} more spend for %n month(s), {cost} in all. Expect about {after} SQLs in that time instead of {before}.</source>
        <translation>
            <numerusform>Тест: на {step} больше расходов в течение %n месяца, всего {cost}. Ожидайте за это время около {after} SQL вместо {before}.</numerusform>
            <numerusform>Тест: на {step} больше расходов в течение %n месяцев, всего {cost}. Ожидайте за это время около {after} SQL вместо {before}.</numerusform>
            <numerusform>Тест: на {step} больше расходов в течение %n месяцев, всего {cost}. Ожидайте за это время около {after} SQL вместо {before}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Text at which the value is split</source>
        <translation>Текст, по которому значение делится</translation>
    </message>
    <message>
        <source>Text between joined columns</source>
        <translation>Текст между соединёнными столбцами</translation>
    </message>
    <message>
        <source>Text to look for</source>
        <translation>Искомый текст</translation>
    </message>
    <message>
        <source>That is {times} times the leads of the base period: at such a pace nobody knows what a lead costs or brings.</source>
        <translation>Это в {times} раза больше лидов, чем в базовом периоде: при таком темпе никто не знает, сколько лид стоит и приносит.</translation>
    </message>
    <message>
        <source>The KPIs in detail</source>
        <translation>KPI подробно</translation>
    </message>
    <message>
        <source>The assumed elasticity {value} is outside its range {low} to {high}.</source>
        <translation>Принятая эластичность {value} вне своего диапазона от {low} до {high}.</translation>
    </message>
    <message>
        <source>The backup {file} cannot be read.</source>
        <translation>Резервную копию {file} прочитать нельзя.</translation>
    </message>
    <message>
        <source>The bottleneck of this period&apos;s leads is the step to {stage}: {rate}, {best} at best; mended it would win about {more} more deals.</source>
        <translation>Узкое место у лидов этого периода — переход в {stage}: {rate}, лучшее — {best}; если его исправить, выигранных сделок будет примерно на {more} больше.</translation>
    </message>
    <message>
        <source>The change is no larger than chance alone may bring.</source>
        <translation>Изменение не больше того, что может дать случай.</translation>
    </message>
    <message>
        <source>The chosen one is</source>
        <translation>Выбранное:</translation>
    </message>
    <message>
        <source>The clipboard holds no cells.</source>
        <translation>В буфере обмена нет ячеек.</translation>
    </message>
    <message>
        <source>The close rate of each part, and the parts’ shares in the deals closed.</source>
        <translation>Доля выигранных сделок в каждой части и доли частей среди закрытых сделок.</translation>
    </message>
    <message>
        <source>The copy {file} cannot be read, so persons may still be in it.</source>
        <translation>Копию {file} не удалось прочитать, в ней ещё могут быть люди.</translation>
    </message>
    <message>
        <source>The damaged file is kept as {file}.</source>
        <translation>Повреждённый файл сохранён как {file}.</translation>
    </message>
    <message>
        <source>The data cannot tell it:</source>
        <translation>Данные этого не показывают:</translation>
    </message>
    <message>
        <source>The data cannot tell whether this split is better than today&apos;s: the gain lies between {low} and {high}. Move in small steps and watch.</source>
        <translation>По данным не сказать, лучше ли такое распределение нынешнего: выигрыш — от {low} до {high}. Переносите деньги понемногу и следите за результатом.</translation>
    </message>
    <message>
        <source>The data hold no names of this kind yet.</source>
        <translation>Таких названий в данных пока нет.</translation>
    </message>
    <message>
        <source>The difference of each step&apos;s rate is tested (two proportions, p &lt; 0.05); the rest is noise.</source>
        <translation>Разница конверсий каждого шага проверена (тест двух долей, p &lt; 0,05); остальное — шум.</translation>
    </message>
    <message>
        <source>The file is as it was. Import your files into a new workspace.</source>
        <translation>Файл не изменён. Импортируйте ваши файлы в новую рабочую книгу.</translation>
    </message>
    <message>
        <source>The first line holds values, not column names; export the file with its column names or write them above.</source>
        <translation>В первой строке не названия столбцов, а значения; выгрузите файл с названиями столбцов или допишите их сверху.</translation>
    </message>
    <message>
        <source>The first rows as they would come in</source>
        <translation>Первые строки, какими они будут импортированы</translation>
    </message>
    <message>
        <source>The first {shown} are listed.</source>
        <translation>Показаны первые {shown}.</translation>
    </message>
    <message numerus="yes">
        <source>The first {shown} of %n row(s)</source>
        <translation>
            <numerusform>Первые {shown} из %n строки</numerusform>
            <numerusform>Первые {shown} из %n строк</numerusform>
            <numerusform>Первые {shown} из %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>The forecast to the end: what came so far, and what the plan has for the rest, raised or lowered by half of how it went.</source>
        <translation>Прогноз до конца: то, что уже пришло, и остаток плана, сдвинутый на половину отклонения.</translation>
    </message>
    <message>
        <source>The funnel by {dimension}</source>
        <translation>Воронка в разрезе «{dimension}»</translation>
    </message>
    <message>
        <source>The funnel shows where visitors, leads, MQLs and SQLs are lost on their way to a won deal. It needs leads with their dates; visits and deals make it whole.</source>
        <translation>Воронка показывает, где посетители, лиды, MQL и SQL теряются на пути к выигранной сделке. Для неё нужны лиды с датами; визиты и сделки делают её полной.</translation>
    </message>
    <message>
        <source>The gross profit that a unit of spend has to bring; the ceiling is divided by it.</source>
        <translation>Валовая прибыль, которую должна приносить единица расходов; на неё делится потолок.</translation>
    </message>
    <message>
        <source>The last 12 periods</source>
        <translation>Последние 12 периодов</translation>
    </message>
    <message>
        <source>The leads created in the period, as far as they have come</source>
        <translation>Лиды, созданные за период, и как далеко они дошли</translation>
    </message>
    <message>
        <source>The least cost needs a number of SQLs to reach.</source>
        <translation>Для наименьших затрат нужно число SQL, которого надо достичь.</translation>
    </message>
    <message>
        <source>The least that the limits allow brings about {least} SQLs already: fewer cost no less. Widen the limits, or plan for more SQLs.</source>
        <translation>Уже наименьший бюджет в пределах ограничений приносит около {least} SQL: меньшее число не дешевле. Расширьте пределы или планируйте больше SQL.</translation>
    </message>
    <message>
        <source>The limits and fixed amounts take at least {least}, but {money} is there to split.</source>
        <translation>Границы и закреплённые суммы требуют не меньше {least}, а распределить можно {money}.</translation>
    </message>
    <message>
        <source>The limits of {practice} cannot be kept: from {low} to {high} times its spend.</source>
        <translation>Границы для «{practice}» невозможны: от {low} до {high} её расходов.</translation>
    </message>
    <message>
        <source>The logo {file} cannot be read: {why}.</source>
        <translation>Логотип {file} не читается: {why}.</translation>
    </message>
    <message>
        <source>The logo {file} is neither PNG nor SVG.</source>
        <translation>Логотип {file} – не PNG и не SVG.</translation>
    </message>
    <message>
        <source>The logo {file} is no picture that can be drawn.</source>
        <translation>Логотип {file} – не картинка или повреждён.</translation>
    </message>
    <message>
        <source>The logo {file} is too large: {size} MB, {most} at most.</source>
        <translation>Логотип {file} слишком большой: {size} МБ при пределе {most} МБ.</translation>
    </message>
    <message>
        <source>The logo {file} is too large: {wide} × {high} pixels, {most} at most.</source>
        <translation>Логотип {file} слишком большой: {wide} × {high} пикселей при пределе {most}.</translation>
    </message>
    <message>
        <source>The mapping {file} cannot be opened.</source>
        <translation>Сопоставление {file} не открывается.</translation>
    </message>
    <message>
        <source>The mapping {file} does not say which columns feed which table.</source>
        <translation>В сопоставлении {file} не сказано, какие столбцы заполняют какую таблицу.</translation>
    </message>
    <message>
        <source>The mapping {file} is not valid JSON.</source>
        <translation>Сопоставление {file} — не корректный JSON.</translation>
    </message>
    <message>
        <source>The mapping {file} names “{field}”, which is no field of {table}.</source>
        <translation>В сопоставлении {file} указано «{field}», такого поля нет в таблице {table}.</translation>
    </message>
    <message>
        <source>The most a SQL may cost</source>
        <translation>Потолок стоимости SQL</translation>
    </message>
    <message>
        <source>The overview shows ten KPIs with their change and trend. Drop exports of your web analytics, CRM, ad costs, events, invoices or NPS answers on the window.</source>
        <translation>Обзор показывает десять KPI с изменением и динамикой. Перетащите в окно выгрузки веб-аналитики, CRM, расходов на рекламу, мероприятий, счетов или ответов NPS.</translation>
    </message>
    <message>
        <source>The parts do not add up to the total: someone may count in several of them, or in none.</source>
        <translation>Части не складываются в итог: кто-то может входить в несколько из них или ни в одну.</translation>
    </message>
    <message>
        <source>The period ends on {last}, before it begins on {first}.</source>
        <translation>Период кончается {last}, раньше своего начала {first}.</translation>
    </message>
    <message>
        <source>The period has not ended: customers are counted on {day}, the last day in the data.</source>
        <translation>Период не закончился: клиенты посчитаны на {day}, последний день в данных.</translation>
    </message>
    <message>
        <source>The period has not ended: the data reach to {day}.</source>
        <translation>Период не закончен: данные есть по {day}.</translation>
    </message>
    <message>
        <source>The period has not ended: {now} is compared with {then}.</source>
        <translation>Период не закончен: {now} сравнивается с {then}.</translation>
    </message>
    <message>
        <source>The person&apos;s attendance, survey answers and quotas go, with rows kept aside, merges and rules that name them. Leads, deals and invoices stay without the person, so that their figures hold. Files that come in later do not bring the person back. Older copies that the program left beside the workspace are treated alike; copies that you made yourself are not.</source>
        <translation>Уходят посещения мероприятий, ответы на опросы и планы продаж этого человека, а также отложенные строки, объединения и правила, где он назван. Лиды, сделки и счета остаются без него, чтобы их показатели не изменились. Новые файлы его не вернут. Старые копии, которые программа оставила рядом с рабочей книгой, обрабатываются так же; копии, сделанные вами, — нет.</translation>
    </message>
    <message>
        <source>The plan is in {file}.</source>
        <translation>План сохранён в {file}.</translation>
    </message>
    <message>
        <source>The plan&apos;s period begins before the data do.</source>
        <translation>Период плана начинается раньше данных.</translation>
    </message>
    <message>
        <source>The planner says for each channel, campaign and event: keep, optimise or eliminate, and why. It needs leads with their channel, marketing costs, and deals or invoices.</source>
        <translation>Планировщик говорит о каждом канале, кампании и мероприятии: оставить, улучшить или отказаться — и почему. Для него нужны лиды с каналом, расходы на маркетинг и сделки или счета.</translation>
    </message>
    <message>
        <source>The present value rests on too few observations: no number of new ones could tell the two apart for sure.</source>
        <translation>Нынешнее значение держится на слишком немногих наблюдениях: никакое число новых не отличит одно от другого наверняка.</translation>
    </message>
    <message>
        <source>The program backs a workspace up once a day and before it goes back to a backup, and keeps the last ten. Going back keeps what is there now as a backup, and Undo brings it back.</source>
        <translation>Программа делает резервную копию раз в день и перед возвратом к копии и хранит последние десять. При возврате нынешнее состояние сохраняется как копия, а «Отменить» возвращает его.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly the last time. What happened is written, without your data, in {file}.</source>
        <translation>В прошлый раз программа завершилась неожиданно. Что произошло, записано без ваших данных в {file}.</translation>
    </message>
    <message>
        <source>The rate once everybody has had their time (Kaplan-Meier)</source>
        <translation>Конверсия, когда у каждого выйдет его срок (Каплан — Мейер)</translation>
    </message>
    <message>
        <source>The report has no section.</source>
        <translation>В отчёте нет ни одного раздела.</translation>
    </message>
    <message numerus="yes">
        <source>The report is in {file}: %n page(s).</source>
        <translation>
            <numerusform>Отчёт записан в {file}: %n страница.</numerusform>
            <numerusform>Отчёт записан в {file}: %n страницы.</numerusform>
            <numerusform>Отчёт записан в {file}: %n страниц.</numerusform>
        </translation>
    </message>
    <message>
        <source>The report is of {period} alone, so it tells no changes.</source>
        <translation>Отчёт только за {period}, поэтому об изменениях ничего не сказано.</translation>
    </message>
    <message>
        <source>The retention of each part, and the parts’ shares in the customers at the start.</source>
        <translation>Удержание в каждой части и доли частей среди клиентов на начало.</translation>
    </message>
    <message>
        <source>The row has more cells than there are column names; quote or remove the surplus.</source>
        <translation>В строке больше ячеек, чем названий столбцов; возьмите лишнее в кавычки или уберите.</translation>
    </message>
    <message>
        <source>The rules, the first that holds decides</source>
        <translation>Правила: решает первое выполненное</translation>
    </message>
    <message>
        <source>The rules, the first that holds decides:</source>
        <translation>Правила: решает первое выполненное:</translation>
    </message>
    <message>
        <source>The same verdict under {share} of the settings for shared cost and lag.</source>
        <translation>Тот же вердикт при {share} настроек общих расходов и лага.</translation>
    </message>
    <message>
        <source>The scenario “{name}” is not of this period and kind of practice.</source>
        <translation>Сценарий «{name}» не для этого периода и вида практик.</translation>
    </message>
    <message>
        <source>The season cannot be told from less than 12 months: all months are taken alike.</source>
        <translation>По данным менее чем за 12 месяцев сезонность не определить: все месяцы считаются одинаковыми.</translation>
    </message>
    <message>
        <source>The share kept for tests cannot be {share}.</source>
        <translation>Доля резерва на тесты не может быть {share}.</translation>
    </message>
    <message>
        <source>The shares of promoters and of detractors in each part, and the parts’ shares in the answers.</source>
        <translation>Доли промоутеров и критиков в каждой части и доли частей среди ответов.</translation>
    </message>
    <message>
        <source>The table of {file} has more than {limit} million cells.</source>
        <translation>В таблице файла {file} больше {limit} млн ячеек.</translation>
    </message>
    <message numerus="yes">
        <source>The total holds %n practice(s) without cost of their own as well, with {leads} leads and {sqls} SQLs.</source>
        <translation>
            <numerusform>В итог входит и %n практика без собственных расходов: лидов {leads}, SQL {sqls}.</numerusform>
            <numerusform>В итог входят и %n практики без собственных расходов: лидов {leads}, SQL {sqls}.</numerusform>
            <numerusform>В итог входят и %n практик без собственных расходов: лидов {leads}, SQL {sqls}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The value now rests on too few observations for any number to tell.</source>
        <translation>Нынешнее значение держится на слишком немногих наблюдениях: никакое число новых не даст уверенного ответа.</translation>
    </message>
    <message>
        <source>The values of “{column}” contradict one another: some begin with the day, others with the month.</source>
        <translation>Значения столбца «{column}» противоречат друг другу: одни начинаются с дня, другие — с месяца.</translation>
    </message>
    <message>
        <source>The values of “{column}” contradict one another: some have a decimal comma, others a decimal point.</source>
        <translation>Значения столбца «{column}» противоречат друг другу: в одних десятичная запятая, в других — точка.</translation>
    </message>
    <message>
        <source>The watched folder {folder} cannot be looked into: {why}.</source>
        <translation>Папку наблюдения {folder} не удалось прочитать: {why}.</translation>
    </message>
    <message>
        <source>The way to the goal by quarter</source>
        <translation>Путь к цели по кварталам</translation>
    </message>
    <message>
        <source>The workspace holds nothing yet.</source>
        <translation>Рабочая книга пока пуста.</translation>
    </message>
    <message>
        <source>The workspace is as it was when the backup was made.</source>
        <translation>Рабочая книга такая, какой была в момент создания копии.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>То</translation>
    </message>
    <message>
        <source>There are no older copies beside the workspace.</source>
        <translation>Старых копий рядом с рабочей книгой нет.</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Резервных копий пока нет.</translation>
    </message>
    <message>
        <source>There is no ceiling to hold its cost per SQL against.</source>
        <translation>Нет потолка, с которым сравнить стоимость SQL.</translation>
    </message>
    <message>
        <source>There is no data in the period.</source>
        <translation>За период нет данных.</translation>
    </message>
    <message>
        <source>There is no display: Qt&apos;s offscreen platform is used.</source>
        <translation>Дисплея нет: используется платформа Qt offscreen.</translation>
    </message>
    <message>
        <source>There is no file {file}.</source>
        <translation>Нет файла {file}.</translation>
    </message>
    <message>
        <source>There is no folder {folder}.</source>
        <translation>Нет папки {folder}.</translation>
    </message>
    <message>
        <source>There is no import number {number}.</source>
        <translation>Нет импорта с номером {number}.</translation>
    </message>
    <message>
        <source>There is no language “{code}”.</source>
        <translation>Языка «{code}» нет.</translation>
    </message>
    <message>
        <source>There is no name that it would change now.</source>
        <translation>Сейчас оно не изменит ни одного названия.</translation>
    </message>
    <message>
        <source>There is no plan yet.</source>
        <translation>Плана ещё нет.</translation>
    </message>
    <message>
        <source>There is no plan yet: make one on the page before.</source>
        <translation>Плана ещё нет: сделайте его на предыдущей странице.</translation>
    </message>
    <message>
        <source>There is no plan “{name}”.</source>
        <translation>Плана «{name}» нет.</translation>
    </message>
    <message>
        <source>There is no rate from {code} to {currency} for that month; add it to the rates</source>
        <translation>Нет курса {code} к {currency} за этот месяц; добавьте его в курсы</translation>
    </message>
    <message>
        <source>There is no report template “{name}”.</source>
        <translation>Нет шаблона отчёта «{name}».</translation>
    </message>
    <message>
        <source>There is no table “{table}”.</source>
        <translation>Нет таблицы «{table}».</translation>
    </message>
    <message>
        <source>There is no workspace {file}.</source>
        <translation>Нет рабочей книги {file}.</translation>
    </message>
    <message>
        <source>There is no {what} “{value}”.</source>
        <translation>Нет такого варианта – {what} «{value}».</translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation>Нечего импортировать.</translation>
    </message>
    <message>
        <source>There is nothing to plan from yet.</source>
        <translation>Планировать пока не из чего.</translation>
    </message>
    <message>
        <source>These rows come from an older version of the program that did not keep how they were read.</source>
        <translation>Эти строки импортировала более старая версия программы, которая не хранила, как они прочитаны.</translation>
    </message>
    <message>
        <source>They are not proposed together again</source>
        <translation>Вместе больше не предлагаются</translation>
    </message>
    <message>
        <source>This budget</source>
        <translation>Этот бюджет</translation>
    </message>
    <message>
        <source>This expression cannot be read.</source>
        <translation>Это выражение не удалось прочитать.</translation>
    </message>
    <message>
        <source>This is what goes. {copies}</source>
        <translation>Вот что уйдёт. {copies}</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Порог</translation>
    </message>
    <message>
        <source>Tick the values that matter.</source>
        <translation>Отметьте нужные значения.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>По</translation>
    </message>
    <message>
        <source>To</source>
        <comment>interval</comment>
        <translation>До</translation>
    </message>
    <message>
        <source>To date</source>
        <translation>На сегодня</translation>
    </message>
    <message numerus="yes">
        <source>To tell: %n observation(s)</source>
        <translation>
            <numerusform>Для ответа: %n наблюдение</numerusform>
            <numerusform>Для ответа: %n наблюдения</numerusform>
            <numerusform>Для ответа: %n наблюдений</numerusform>
        </translation>
    </message>
    <message>
        <source>Too early to say how it goes: {share} of the period has passed.</source>
        <translation>Рано говорить, как идёт план: прошло {share} периода.</translation>
    </message>
    <message>
        <source>Too early: no lead since {start} has had its time.</source>
        <translation>Рано: ни у одного лида с {start} ещё не прошло нужное время.</translation>
    </message>
    <message>
        <source>Too few SQLs have had their time to say that they are won less often than the others&apos;.</source>
        <translation>Слишком мало SQL прожили свой срок, чтобы сказать, что они выигрываются реже остальных.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Итого</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Динамика</translation>
    </message>
    <message>
        <source>Trials are left out, as “{column}” tells them.</source>
        <translation>Пробные периоды не учитываются; их показывает «{column}».</translation>
    </message>
    <message>
        <source>Try again when that is done.</source>
        <translation>Повторите, когда она закончит.</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Повторить для всех</translation>
    </message>
    <message>
        <source>Try this row again</source>
        <translation>Повторить для этой строки</translation>
    </message>
    <message>
        <source>Trying the columns of {file}</source>
        <translation>Проверка столбцов файла {file}</translation>
    </message>
    <message>
        <source>Trying the rows again</source>
        <translation>Повторное чтение строк</translation>
    </message>
    <message>
        <source>Two-proportion test, p &lt; 0.05</source>
        <translation>Тест двух долей, p &lt; 0,05</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Без изменений</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Не решено</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Undo brings back what was there before.</source>
        <translation>«Отменить» вернёт то, что было до этого.</translation>
    </message>
    <message>
        <source>Undo the chosen merge</source>
        <translation>Отменить выбранное объединение</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>Отменить: {step}</translation>
    </message>
    <message>
        <source>Undoing a merge</source>
        <translation>Отмена объединения</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>Разделить группу</translation>
    </message>
    <message>
        <source>Unique visitors</source>
        <translation>Уникальные посетители</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Update the program to open it.</source>
        <translation>Обновите программу, чтобы её открыть.</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Обновлено</translation>
    </message>
    <message>
        <source>Upright mark: {period}.</source>
        <translation>Вертикальная отметка: {period}.</translation>
    </message>
    <message>
        <source>Use for this file</source>
        <translation>Применить к этому файлу</translation>
    </message>
    <message>
        <source>Use these columns</source>
        <translation>Использовать эти столбцы</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Значение</translation>
    </message>
    <message>
        <source>Value of the goal</source>
        <translation>Значение цели</translation>
    </message>
    <message>
        <source>Values found in the column</source>
        <translation>Значения, найденные в столбце</translation>
    </message>
    <message>
        <source>Vector picture (*.svg)</source>
        <translation>Векторный рисунок (*.svg)</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>Поставщик</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Вердикт</translation>
    </message>
    <message>
        <source>Verdict now</source>
        <translation>Вердикт теперь</translation>
    </message>
    <message>
        <source>Verdict then</source>
        <translation>Вердикт тогда</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>Вердикты</translation>
    </message>
    <message>
        <source>Verdicts need marketing costs: import an export of the advertising accounts, or a table of days, channels and amounts.</source>
        <translation>Для вердиктов нужны расходы на маркетинг: импортируйте выгрузку из рекламных кабинетов или таблицу с днями, каналами и суммами.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Version {version} of “{name}” was approved on {day} and does not change any more.</source>
        <translation>Версия {version} плана «{name}» утверждена {day} и больше не меняется.</translation>
    </message>
    <message>
        <source>Via MQL</source>
        <translation>Через MQL</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Представления</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Посетитель</translation>
    </message>
    <message>
        <source>Visitors</source>
        <translation>Посетители</translation>
    </message>
    <message>
        <source>Visitors (count)</source>
        <translation>Посетители (число)</translation>
    </message>
    <message>
        <source>Visitors by channel (not additive)</source>
        <translation>Посетители по каналам (не складываются)</translation>
    </message>
    <message>
        <source>Visitors who become leads</source>
        <translation>Посетители, ставшие лидами</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Визиты</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Waiting for sales</source>
        <translation>Ждут продаж</translation>
    </message>
    <message>
        <source>Waiting since, median</source>
        <translation>Ждут, медиана</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Наблюдать за папкой</translation>
    </message>
    <message>
        <source>Watch a folder …</source>
        <translation>Наблюдать за папкой…</translation>
    </message>
    <message>
        <source>Watch it no longer</source>
        <translation>Прекратить наблюдение</translation>
    </message>
    <message>
        <source>Watching {folder}: files that the program knows how to read come in by themselves, others wait here.</source>
        <translation>Наблюдение за {folder}: знакомые файлы импортируются сами, остальные ждут здесь.</translation>
    </message>
    <message>
        <source>We believe</source>
        <translation>Мы считаем</translation>
    </message>
    <message>
        <source>Weak step</source>
        <translation>Слабый шаг</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Недель</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
    <message>
        <source>What a SQL costs (95 %), in a spreadsheet: from {spend} / (CHISQ.INV(0.975; 2 × ({sqls} + 1)) / 2) = {low} to {spend} / (CHISQ.INV(0.025; 2 × {sqls}) / 2) = {high}.</source>
        <translation>Сколько стоит SQL (95 %), в таблице: от {spend} / (ХИ2.ОБР(0,975; 2 × ({sqls} + 1)) / 2) = {low} до {spend} / (ХИ2.ОБР(0,025; 2 × {sqls}) / 2) = {high}.</translation>
    </message>
    <message>
        <source>What a SQL may cost at most</source>
        <translation>Сколько может стоить SQL, не больше</translation>
    </message>
    <message>
        <source>What a customer leaves after direct cost: net revenue minus cost, divided by the customers with revenue in the period.</source>
        <translation>Что остаётся с клиента после прямых затрат: чистая выручка минус себестоимость на клиента с выручкой за период.</translation>
    </message>
    <message>
        <source>What another split of the money should bring; it needs a year of marketing costs and leads.</source>
        <translation>Что даст другое распределение денег; нужен год расходов на маркетинг и лидов.</translation>
    </message>
    <message>
        <source>What changed, and why</source>
        <translation>Что изменилось и почему</translation>
    </message>
    <message>
        <source>What does it take?</source>
        <translation>Что для этого нужно?</translation>
    </message>
    <message>
        <source>What each KPI needs</source>
        <translation>Что нужно каждому KPI</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Что уйдёт</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Что произошло</translation>
    </message>
    <message>
        <source>What happened in the period</source>
        <translation>Что произошло за период</translation>
    </message>
    <message>
        <source>What is looked at, kept under a name</source>
        <translation>То, что сейчас на экране, под своим названием</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Что это?</translation>
    </message>
    <message>
        <source>What is this? {kpi}</source>
        <translation>Что это? {kpi}</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Что это значит</translation>
    </message>
    <message>
        <source>What it rests on</source>
        <translation>На чём он основан</translation>
    </message>
    <message>
        <source>What more money brought cannot be told from the season.</source>
        <translation>Что дали дополнительные деньги, не отличить от действия сезона.</translation>
    </message>
    <message>
        <source>What more money brought is too uncertain: an elasticity between {low} and {high}.</source>
        <translation>Что дали дополнительные деньги, слишком неясно: эластичность от {low} до {high}.</translation>
    </message>
    <message>
        <source>What one sales-qualified lead cost: all marketing spend of the period, shared cost included, divided by its SQLs.</source>
        <translation>Во что обошёлся один SQL: все расходы на маркетинг за период, включая общие, делённые на число SQL.</translation>
    </message>
    <message>
        <source>What qualifies it</source>
        <translation>Пояснение</translation>
    </message>
    <message>
        <source>What the period would have brought with the step as good as elsewhere: SQLs, for the step to won won deals</source>
        <translation>Что дал бы период, будь шаг не хуже, чем в остальных практиках: SQL, а для шага к сделке – выигранные сделки</translation>
    </message>
    <message>
        <source>What the split shall be best for</source>
        <translation>Для чего распределение должно быть лучшим</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Что делать</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>На что обратить внимание</translation>
    </message>
    <message>
        <source>What was assumed</source>
        <translation>Что принято</translation>
    </message>
    <message>
        <source>What was planned beside what came; it needs a plan whose period has begun.</source>
        <translation>Что планировали и что вышло; нужен план, период которого начался.</translation>
    </message>
    <message>
        <source>What we said</source>
        <translation>Что мы говорили</translation>
    </message>
    <message>
        <source>What we said and what happened</source>
        <translation>Что мы говорили и что вышло</translation>
    </message>
    <message>
        <source>What you decide applies to {files}.</source>
        <translation>Решение применится к файлам {files}.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Где</translation>
    </message>
    <message>
        <source>Where the data come from</source>
        <translation>Откуда данные</translation>
    </message>
    <message>
        <source>Where the note shows</source>
        <translation>Где видна заметка</translation>
    </message>
    <message>
        <source>Which part is taken</source>
        <translation>Какая часть берётся</translation>
    </message>
    <message>
        <source>Which plan shall be written?</source>
        <translation>Какой план записать?</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Какие строки</translation>
    </message>
    <message>
        <source>Which rows are taken</source>
        <translation>Какие строки брать</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>Who does what until when, and what it should bring; it needs a budget.</source>
        <translation>Кто что делает и к какому сроку и что это даст; нужен бюджет.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Why deals were lost</source>
        <translation>Почему сделки проиграны</translation>
    </message>
    <message>
        <source>Why it changed</source>
        <translation>Почему изменилось</translation>
    </message>
    <message>
        <source>Why it changed cannot be told: there is no figure for {period}.</source>
        <translation>Почему показатель изменился, сказать нельзя: нет значения за период «{period}».</translation>
    </message>
    <message>
        <source>Why it is kept aside</source>
        <translation>Почему отложена</translation>
    </message>
    <message>
        <source>Why sales rejected them</source>
        <translation>Почему продажи отклонили</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Доля выигранных</translation>
    </message>
    <message>
        <source>With its best step mended a SQL would cost {mended}, still above the ceiling of {ceiling}.</source>
        <translation>С исправленным лучшим этапом SQL стоил бы {mended} — всё ещё выше потолка {ceiling}.</translation>
    </message>
    <message>
        <source>With its best step mended a SQL would cost {mended}, within the ceiling of {ceiling}.</source>
        <translation>С исправленным лучшим этапом SQL стоил бы {mended} — в пределах потолка {ceiling}.</translation>
    </message>
    <message>
        <source>With its part of shared cost</source>
        <translation>С долей общих расходов</translation>
    </message>
    <message>
        <source>With shared cost</source>
        <translation>С общими расходами</translation>
    </message>
    <message>
        <source>With what</source>
        <translation>С чем</translation>
    </message>
    <message>
        <source>With {share} kept for tests on top: {total}.</source>
        <translation>Вместе с {share} на тесты: {total}.</translation>
    </message>
    <message>
        <source>Within noise</source>
        <translation>В пределах шума</translation>
    </message>
    <message>
        <source>Within noise: {sentence}</source>
        <translation>В пределах шума: {sentence}</translation>
    </message>
    <message>
        <source>Within the limits at most {most} can be spent, but {money} is there to split.</source>
        <translation>В заданных границах можно потратить не больше {most}, а распределить нужно {money}.</translation>
    </message>
    <message>
        <source>Without contracts a customer is active who bought in so many days.</source>
        <translation>Без договоров активен клиент, купивший за столько дней.</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Выиграно</translation>
    </message>
    <message>
        <source>Won deals</source>
        <translation>Выигранные сделки</translation>
    </message>
    <message>
        <source>Won deals × average deal of each part / active salespeople.</source>
        <translation>Выигранные сделки × средняя сделка каждой части / активные продавцы.</translation>
    </message>
    <message>
        <source>Won revenue</source>
        <translation>Выигранная выручка</translation>
    </message>
    <message>
        <source>Won revenue per salesperson</source>
        <translation>Выигранная выручка на продавца</translation>
    </message>
    <message>
        <source>Won revenue per salesperson active in the period. It describes the team; persons are never ranked.</source>
        <translation>Выигранная выручка на активного продавца за период. Описывает команду; людей не ранжируем.</translation>
    </message>
    <message>
        <source>Work on the chosen one</source>
        <translation>Работать с выбранным</translation>
    </message>
    <message>
        <source>Workspaces (*.kpi)</source>
        <translation>Рабочие книги (*.kpi)</translation>
    </message>
    <message>
        <source>Would change: {names}</source>
        <translation>Изменятся: {names}</translation>
    </message>
    <message>
        <source>Write 2024, 2024-Q3, 2024-03 or 2024-01-15..2024-02-20.</source>
        <translation>Напишите 2024, 2024-Q3, 2024-03 или 2024-01-15..2024-02-20.</translation>
    </message>
    <message>
        <source>Write DIMENSION=MEMBER twice; the dimensions are {names}.</source>
        <translation>Напишите РАЗРЕЗ=НАЗВАНИЕ дважды; разрезы: {names}.</translation>
    </message>
    <message>
        <source>Write DIMENSION=MEMBER; the dimensions are {names}.</source>
        <translation>Пишите ИЗМЕРЕНИЕ=ЗНАЧЕНИЕ; измерения: {names}.</translation>
    </message>
    <message>
        <source>Write a KPI, a period and a value on each line.</source>
        <translation>Напишите в каждой строке показатель, период и значение.</translation>
    </message>
    <message>
        <source>Write a few words.</source>
        <translation>Напишите несколько слов.</translation>
    </message>
    <message>
        <source>Write a hypothesis …</source>
        <translation>Написать гипотезу…</translation>
    </message>
    <message>
        <source>Write a number from {least} to {most}.</source>
        <translation>Введите число от {least} до {most}.</translation>
    </message>
    <message>
        <source>Write a whole number from {least} to {most}.</source>
        <translation>Введите целое число от {least} до {most}.</translation>
    </message>
    <message>
        <source>Write all of them as CSV or XLSX</source>
        <translation>Записать всех в CSV или XLSX</translation>
    </message>
    <message>
        <source>Write all rows as CSV or XLSX</source>
        <translation>Записать все строки в CSV или XLSX</translation>
    </message>
    <message>
        <source>Write it as #2F5FD0: red, green and blue, two digits each.</source>
        <translation>Запишите его как #2F5FD0: красный, зелёный и синий, по две цифры.</translation>
    </message>
    <message>
        <source>Write it as 0.92.</source>
        <translation>Запишите как 0.92.</translation>
    </message>
    <message>
        <source>Write it as 2024-03.</source>
        <translation>Запишите как 2024-03.</translation>
    </message>
    <message>
        <source>Write it as 25 % or 0.25.</source>
        <translation>Напишите 25 % или 0,25.</translation>
    </message>
    <message>
        <source>Write it as 450 or 25 %.</source>
        <translation>Напишите 450 или 25 %.</translation>
    </message>
    <message>
        <source>Write it as {example}.</source>
        <translation>Напишите, например, {example}.</translation>
    </message>
    <message>
        <source>Write its three letters, as USD.</source>
        <translation>Укажите три буквы, например USD.</translation>
    </message>
    <message>
        <source>Write more than 0, or leave the field empty.</source>
        <translation>Напишите больше 0 или оставьте поле пустым.</translation>
    </message>
    <message>
        <source>Write one of {names}.</source>
        <translation>Напишите одно из: {names}.</translation>
    </message>
    <message>
        <source>Write the whole name or the e-mail address.</source>
        <translation>Напишите полное имя или адрес эл. почты.</translation>
    </message>
    <message>
        <source>Write what happened.</source>
        <translation>Напишите, что произошло.</translation>
    </message>
    <message>
        <source>Write what is to be done.</source>
        <translation>Напишите, что нужно сделать.</translation>
    </message>
    <message>
        <source>Write what the practices have in common.</source>
        <translation>Напишите, что общего у этих практик.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Составление отчёта</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>Запись {file}</translation>
    </message>
    <message>
        <source>Written to {file}; “kpi-desktop import --mapping” takes it.</source>
        <translation>Записано в {file}; подходит для «kpi-desktop import --mapping».</translation>
    </message>
    <message>
        <source>Written: {files}. Mend them there and import them again; the last column is left out.</source>
        <translation>Записано: {files}. Исправьте строки в файле и импортируйте его снова; последний столбец не учитывается.</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ваш ответ</translation>
    </message>
    <message>
        <source>Your data are as they were.</source>
        <translation>Ваши данные не изменились.</translation>
    </message>
    <message>
        <source>Your note: {note}</source>
        <translation>Ваша заметка: {note}</translation>
    </message>
    <message>
        <source>Your reason</source>
        <translation>Ваша причина</translation>
    </message>
    <message>
        <source>Your verdict</source>
        <translation>Ваш вердикт</translation>
    </message>
    <message>
        <source>Your verdict; computed was: {verdict}.</source>
        <translation>Ваш вердикт; посчитанный: {verdict}.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>a PNG or SVG for the first page</source>
        <translation>PNG или SVG для первой страницы</translation>
    </message>
    <message>
        <source>a SQL costs at most {threshold}</source>
        <translation>SQL будет стоить не больше {threshold}</translation>
    </message>
    <message>
        <source>a name or an e-mail; this cannot be undone</source>
        <translation>имя или адрес эл. почты; отменить нельзя</translation>
    </message>
    <message>
        <source>a part of the money reaches people who never become SQLs</source>
        <translation>часть денег уходит на людей, которые никогда не становятся SQL</translation>
    </message>
    <message>
        <source>a range: only aggregated visits</source>
        <translation>диапазон: только агрегированные визиты</translation>
    </message>
    <message>
        <source>a sudden change</source>
        <translation>резкое изменение</translation>
    </message>
    <message>
        <source>a template that was saved in the window</source>
        <translation>шаблон, сохранённый в окне программы</translation>
    </message>
    <message>
        <source>active salespeople</source>
        <translation>активные продавцы</translation>
    </message>
    <message numerus="yes">
        <source>after %n month(s)</source>
        <translation>
            <numerusform>через %n месяц</numerusform>
            <numerusform>через %n месяца</numerusform>
            <numerusform>через %n месяцев</numerusform>
        </translation>
    </message>
    <message>
        <source>against</source>
        <comment>two funnels</comment>
        <translation>против</translation>
    </message>
    <message>
        <source>against the previous period</source>
        <translation>к предыдущему периоду</translation>
    </message>
    <message>
        <source>against the same period last year</source>
        <translation>к тому же периоду год назад</translation>
    </message>
    <message>
        <source>agree with sales on what an MQL is and call each within one working day</source>
        <translation>договоримся с продажами, что такое MQL, и будем звонить каждому в течение рабочего дня</translation>
    </message>
    <message>
        <source>ahead</source>
        <translation>с опережением</translation>
    </message>
    <message>
        <source>all leads</source>
        <translation>по всем лидам</translation>
    </message>
    <message>
        <source>all months alike: too few months to tell one</source>
        <translation>все месяцы одинаковы: месяцев слишком мало, чтобы его увидеть</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>все остальные</translation>
    </message>
    <message>
        <source>always {period}</source>
        <translation>всегда {period}</translation>
    </message>
    <message>
        <source>an earlier answer of the same respondent</source>
        <translation>более ранний ответ того же респондента</translation>
    </message>
    <message>
        <source>an interval wider than {widest} to 1</source>
        <translation>интервал шире {widest} к 1</translation>
    </message>
    <message>
        <source>and</source>
        <translation>и</translation>
    </message>
    <message numerus="yes">
        <source>and %n more column(s), to be chosen at the field</source>
        <translation>
            <numerusform>и ещё %n столбец, выбирается у поля</numerusform>
            <numerusform>и ещё %n столбца, выбираются у поля</numerusform>
            <numerusform>и ещё %n столбцов, выбираются у поля</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more; see --json</source>
        <translation>
            <numerusform>и ещё %n; см. --json</numerusform>
            <numerusform>и ещё %n; см. --json</numerusform>
            <numerusform>и ещё %n; см. --json</numerusform>
        </translation>
    </message>
    <message>
        <source>another program is writing to it</source>
        <translation>в него сейчас пишет другая программа</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>ответы</translation>
    </message>
    <message>
        <source>approved on {day}</source>
        <translation>утверждён {day}</translation>
    </message>
    <message>
        <source>around {usual} in the months before and after</source>
        <translation>в соседние месяцы — около {usual}</translation>
    </message>
    <message>
        <source>as computed</source>
        <translation>как посчитано</translation>
    </message>
    <message>
        <source>as in the window: {comparison}</source>
        <translation>как в окне: {comparison}</translation>
    </message>
    <message>
        <source>as in the window: {language}</source>
        <translation>как в окне: {language}</translation>
    </message>
    <message>
        <source>as in the window: {period}</source>
        <translation>как в окне: {period}</translation>
    </message>
    <message>
        <source>as the data say</source>
        <translation>как говорят данные</translation>
    </message>
    <message>
        <source>as you said</source>
        <translation>как вы указали</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>принято</translation>
    </message>
    <message>
        <source>at least {least}</source>
        <translation>не меньше {least}</translation>
    </message>
    <message>
        <source>at least {threshold} of its MQLs become SQLs</source>
        <translation>SQL станут не менее {threshold} MQL</translation>
    </message>
    <message>
        <source>at least {threshold} of its SQLs are won</source>
        <translation>сделкой закончатся не менее {threshold} SQL</translation>
    </message>
    <message>
        <source>at least {threshold} of its leads become MQLs</source>
        <translation>MQL станут не менее {threshold} лидов</translation>
    </message>
    <message>
        <source>at least {threshold} of its leads become SQLs</source>
        <translation>SQL станут не менее {threshold} лидов</translation>
    </message>
    <message>
        <source>at least {threshold} of its visitors become leads</source>
        <translation>лидами станут не менее {threshold} посетителей</translation>
    </message>
    <message>
        <source>at least {value}</source>
        <translation>не менее {value}</translation>
    </message>
    <message>
        <source>at maturity {rate}</source>
        <translation>ожидается по зрелости {rate}</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>не более {value}</translation>
    </message>
    <message>
        <source>at {share} likely above {times} times the ceiling, with {mature} of the leads mature</source>
        <translation>если с вероятностью {share} выше потолка в {times} раза и {mature} лидов прожили свой срок</translation>
    </message>
    <message>
        <source>at {share} likely within the ceiling</source>
        <translation>если с вероятностью {share} в пределах потолка</translation>
    </message>
    <message>
        <source>attendees</source>
        <translation>участники</translation>
    </message>
    <message>
        <source>bar</source>
        <translation>вертикальная черта</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>начинается с</translation>
    </message>
    <message>
        <source>begins with the day, while the dates of its column begin with the month; write it as 2024-03-31</source>
        <translation>начинается с дня, а даты этого столбца — с месяца; запишите как 2024-03-31</translation>
    </message>
    <message>
        <source>begins with the month, while the dates of its column begin with the day; write it as 2024-03-31</source>
        <translation>начинается с месяца, а даты этого столбца — с дня; запишите как 2024-03-31</translation>
    </message>
    <message>
        <source>behind</source>
        <translation>с отставанием</translation>
    </message>
    <message>
        <source>below {share} of the portfolio&apos;s rate</source>
        <translation>ниже {share} от уровня портфеля</translation>
    </message>
    <message>
        <source>better</source>
        <translation>лучше</translation>
    </message>
    <message>
        <source>better than the target</source>
        <translation>лучше цели</translation>
    </message>
    <message>
        <source>between</source>
        <translation>от</translation>
    </message>
    <message>
        <source>between {least} (month {weak}) and {most} (month {strong})</source>
        <translation>от {least} (месяц {weak}) до {most} (месяц {strong})</translation>
    </message>
    <message>
        <source>bottleneck</source>
        <translation>узкое место</translation>
    </message>
    <message>
        <source>bring files into a workspace</source>
        <translation>импортировать файлы в рабочую книгу</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>бюджет</translation>
    </message>
    <message>
        <source>by</source>
        <translation>по виду</translation>
    </message>
    <message>
        <source>cannot be read; correct it</source>
        <translation>не читается; исправьте</translation>
    </message>
    <message>
        <source>ceiling</source>
        <translation>потолок</translation>
    </message>
    <message>
        <source>choose a stage</source>
        <translation>выберите этап</translation>
    </message>
    <message>
        <source>closed without a closing date</source>
        <translation>закрыта без даты закрытия</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>запятая</translation>
    </message>
    <message>
        <source>compared period</source>
        <translation>период сравнения</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>сравнение</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>содержит</translation>
    </message>
    <message>
        <source>counted by visitor for these days already</source>
        <translation>за эти дни уже посчитаны по посетителям</translation>
    </message>
    <message>
        <source>covers all rows</source>
        <translation>учтены все строки</translation>
    </message>
    <message>
        <source>covers {share} of revenue</source>
        <translation>охват: {share} выручки</translation>
    </message>
    <message>
        <source>covers {share} of rows</source>
        <translation>охват: {share} строк</translation>
    </message>
    <message>
        <source>customers</source>
        <translation>клиенты</translation>
    </message>
    <message>
        <source>customers active on both days / customers active on the first day</source>
        <translation>клиенты, активные в оба дня / клиенты, активные в первый день</translation>
    </message>
    <message>
        <source>customers at the start</source>
        <translation>клиенты в начале</translation>
    </message>
    <message>
        <source>customers bought less</source>
        <translation>клиенты покупали меньше</translation>
    </message>
    <message>
        <source>customers bought more</source>
        <translation>клиенты покупали больше</translation>
    </message>
    <message>
        <source>customers cost less to serve</source>
        <translation>клиенты обходились дешевле</translation>
    </message>
    <message>
        <source>customers cost more to serve</source>
        <translation>клиенты обходились дороже</translation>
    </message>
    <message>
        <source>customers for one to two years</source>
        <translation>клиенты от одного до двух лет</translation>
    </message>
    <message>
        <source>customers for over two years</source>
        <translation>клиенты более двух лет</translation>
    </message>
    <message>
        <source>customers for under a year</source>
        <translation>клиенты менее года</translation>
    </message>
    <message>
        <source>customers kept</source>
        <translation>оставшиеся клиенты</translation>
    </message>
    <message>
        <source>date</source>
        <translation>дата</translation>
    </message>
    <message>
        <source>dates as they show</source>
        <translation>даты — как в файле</translation>
    </message>
    <message>
        <source>day</source>
        <translation>день</translation>
    </message>
    <message>
        <source>day first</source>
        <translation>сначала день</translation>
    </message>
    <message>
        <source>day first: 31.12.2024</source>
        <translation>сначала день: 31.12.2024</translation>
    </message>
    <message>
        <source>deals closed</source>
        <translation>закрытые сделки</translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation>десятичная запятая</translation>
    </message>
    <message>
        <source>decimal comma: 1,50</source>
        <translation>десятичная запятая: 1,50</translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation>десятичная точка</translation>
    </message>
    <message>
        <source>decimal point: 1.50</source>
        <translation>десятичная точка: 1.50</translation>
    </message>
    <message>
        <source>decimals as they show</source>
        <translation>десятичный знак — как в файле</translation>
    </message>
    <message>
        <source>denominator</source>
        <translation>знаменатель</translation>
    </message>
    <message>
        <source>detractors became more frequent</source>
        <translation>критиков стало больше</translation>
    </message>
    <message>
        <source>detractors became rarer</source>
        <translation>критиков стало меньше</translation>
    </message>
    <message>
        <source>dimension “{value}” is not known.</source>
        <translation>dimension: разрез «{value}» неизвестен.</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>прямые</translation>
    </message>
    <message>
        <source>direct spend</source>
        <translation>по прямым расходам</translation>
    </message>
    <message>
        <source>distinct people with attended = yes and target = yes at the period&apos;s events</source>
        <translation>разные люди с «посетил = да» и «целевой = да» на мероприятиях периода</translation>
    </message>
    <message>
        <source>distinct visitors over the visits of the period</source>
        <translation>разные посетители по визитам периода</translation>
    </message>
    <message>
        <source>done</source>
        <translation>сделано</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>отменено</translation>
    </message>
    <message>
        <source>e-mails and names of contacts in files to come</source>
        <translation>адреса и имена контактов в новых файлах</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>equals</source>
        <translation>равно</translation>
    </message>
    <message>
        <source>evenly</source>
        <translation>поровну</translation>
    </message>
    <message>
        <source>few rows</source>
        <translation>мало строк</translation>
    </message>
    <message>
        <source>few words</source>
        <translation>несколько слов</translation>
    </message>
    <message>
        <source>fewer deals were won</source>
        <translation>выиграно меньше сделок</translation>
    </message>
    <message>
        <source>fewer events were held</source>
        <translation>проведено меньше мероприятий</translation>
    </message>
    <message>
        <source>fewer leads came in</source>
        <translation>пришло меньше лидов</translation>
    </message>
    <message>
        <source>fewer of the MQLs became SQLs</source>
        <translation>меньшая доля MQL стала SQL</translation>
    </message>
    <message>
        <source>fewer of the customers stayed</source>
        <translation>осталась меньшая доля клиентов</translation>
    </message>
    <message>
        <source>fewer of the deals were won</source>
        <translation>выиграна меньшая доля сделок</translation>
    </message>
    <message>
        <source>fewer of the leads became MQLs</source>
        <translation>меньшая доля лидов стала MQL</translation>
    </message>
    <message>
        <source>fewer of the leads became SQLs</source>
        <translation>меньшая доля лидов стала SQL</translation>
    </message>
    <message>
        <source>fewer people came</source>
        <translation>пришло меньше людей</translation>
    </message>
    <message>
        <source>fewer people came to several events</source>
        <translation>меньше людей пришло на несколько мероприятий</translation>
    </message>
    <message>
        <source>fewer salespeople were active</source>
        <translation>активных продавцов стало меньше</translation>
    </message>
    <message>
        <source>fewer target customers came</source>
        <translation>пришло меньше целевых посетителей</translation>
    </message>
    <message>
        <source>fewer target customers came to an event</source>
        <translation>на мероприятие приходило меньше целевых посетителей</translation>
    </message>
    <message>
        <source>finishing …</source>
        <translation>завершаем…</translation>
    </message>
    <message>
        <source>fit known for {share} of attendances</source>
        <translation>соответствие известно для {share} посещений</translation>
    </message>
    <message>
        <source>fixed at {amount}</source>
        <translation>закреплено: {amount}</translation>
    </message>
    <message>
        <source>from</source>
        <translation>из</translation>
    </message>
    <message>
        <source>from the figures of</source>
        <translation>по данным за</translation>
    </message>
    <message>
        <source>from {low}</source>
        <translation>от {low}</translation>
    </message>
    <message>
        <source>give each landing page one offer (a checklist, a calculator, a demo) and a form of three fields</source>
        <translation>дадим на каждой посадочной странице одно предложение (чек-лист, калькулятор, демо) и форму из трёх полей</translation>
    </message>
    <message>
        <source>gross profit</source>
        <translation>валовая прибыль</translation>
    </message>
    <message>
        <source>gross profit {value} ({low} to {high})</source>
        <translation>валовая прибыль {value} (от {low} до {high})</translation>
    </message>
    <message>
        <source>group of practices</source>
        <translation>группа практик</translation>
    </message>
    <message>
        <source>has a decimal comma, while the numbers of its column have a decimal point; write it as 1234.56</source>
        <translation>содержит десятичную запятую, а в числах этого столбца десятичная точка; запишите как 1234.56</translation>
    </message>
    <message>
        <source>has a decimal point, while the numbers of its column have a decimal comma; write it as 1234,56</source>
        <translation>содержит десятичную точку, а в числах этого столбца десятичная запятая; запишите как 1234,56</translation>
    </message>
    <message>
        <source>hypotheses with their answers, and proposals from weak steps</source>
        <translation>гипотезы с ответами и предложения по слабым шагам</translation>
    </message>
    <message>
        <source>hypothesis</source>
        <translation>гипотеза</translation>
    </message>
    <message>
        <source>in</source>
        <translation>за</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>в работе</translation>
    </message>
    <message>
        <source>is called</source>
        <translation>называется</translation>
    </message>
    <message>
        <source>is neither yes nor no; write yes or no</source>
        <translation>не «да» и не «нет»; напишите да или нет</translation>
    </message>
    <message>
        <source>is not a date; write it as 2024-03-31</source>
        <translation>не дата; напишите в виде 2024-03-31</translation>
    </message>
    <message>
        <source>is not a number; write it as 1234.56</source>
        <translation>не число; напишите в виде 1234.56</translation>
    </message>
    <message>
        <source>is not a score from 0 to 10; correct it</source>
        <translation>не оценка от 0 до 10; исправьте</translation>
    </message>
    <message>
        <source>is not one of the known words; translate it in the mapping</source>
        <translation>неизвестное слово; переведите его в сопоставлении</translation>
    </message>
    <message>
        <source>it cannot be opened</source>
        <translation>его не удаётся открыть</translation>
    </message>
    <message>
        <source>it draws people who are not our target customers, or we ask too little to tell</source>
        <translation>приходят не наши целевые клиенты, или мы спрашиваем слишком мало, чтобы это понять</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>он повреждён</translation>
    </message>
    <message>
        <source>it may only be read</source>
        <translation>он доступен только для чтения</translation>
    </message>
    <message>
        <source>it raises expectations that the offer does not meet, or deals stall after the first talk</source>
        <translation>ожидания выше того, что даёт предложение, или сделки застревают после первой встречи</translation>
    </message>
    <message>
        <source>its leads reach sales too late or without what sales needs to know</source>
        <translation>лиды попадают в продажи слишком поздно или без нужных сведений</translation>
    </message>
    <message>
        <source>its own</source>
        <translation>собственная</translation>
    </message>
    <message>
        <source>join another …</source>
        <translation>добавить ещё…</translation>
    </message>
    <message>
        <source>joined by</source>
        <translation>через</translation>
    </message>
    <message>
        <source>k</source>
        <comment>thousand, after a shortened number</comment>
        <translation>тыс.</translation>
    </message>
    <message>
        <source>kept-aside</source>
        <translation>otlozheno</translation>
    </message>
    <message>
        <source>kpi “{value}” is none of the ten.</source>
        <translation>kpi: «{value}» — не из десяти показателей.</translation>
    </message>
    <message>
        <source>last part</source>
        <translation>последняя часть</translation>
    </message>
    <message>
        <source>last part but one</source>
        <translation>предпоследняя часть</translation>
    </message>
    <message>
        <source>leads with an MQL date in the period</source>
        <translation>лиды с датой MQL в периоде</translation>
    </message>
    <message>
        <source>leads with an SQL date in the period</source>
        <translation>лиды с датой SQL в периоде</translation>
    </message>
    <message>
        <source>leave blank</source>
        <translation>оставить пустым</translation>
    </message>
    <message>
        <source>leave out rows with a ticked value</source>
        <translation>пропускать строки с отмеченными</translation>
    </message>
    <message>
        <source>less revenue was won</source>
        <translation>выиграно меньше выручки</translation>
    </message>
    <message>
        <source>less was spent</source>
        <translation>потрачено меньше</translation>
    </message>
    <message>
        <source>line {line}, {field} “{value}”: {reason}</source>
        <translation>строка {line}, {field} «{value}»: {reason}</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>проиграна</translation>
    </message>
    <message>
        <source>make a plan for this period from last year&apos;s spend</source>
        <translation>сделать план на этот период по расходам прошлого года</translation>
    </message>
    <message>
        <source>many rows</source>
        <translation>много строк</translation>
    </message>
    <message>
        <source>marketing and sales do not mean the same by an MQL, or MQLs wait too long for the first call</source>
        <translation>маркетинг и продажи понимают MQL по-разному, или MQL слишком долго ждут первого звонка</translation>
    </message>
    <message>
        <source>marketing spend</source>
        <translation>расходы на маркетинг</translation>
    </message>
    <message>
        <source>marketing spend of the period / SQLs of the period</source>
        <translation>расходы на маркетинг за период / SQL за период</translation>
    </message>
    <message>
        <source>matches the expression</source>
        <translation>соответствует выражению</translation>
    </message>
    <message>
        <source>median {days} days</source>
        <translation>медиана {days} дн.</translation>
    </message>
    <message>
        <source>member is blank, though the dimension is {dimension}.</source>
        <translation>member: пусто, хотя разрез — {dimension}.</translation>
    </message>
    <message>
        <source>merge of names</source>
        <translation>объединение названий</translation>
    </message>
    <message>
        <source>merge undone</source>
        <translation>отмена объединения</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>не достигнута</translation>
    </message>
    <message>
        <source>month</source>
        <translation>месяц</translation>
    </message>
    <message>
        <source>month first</source>
        <translation>сначала месяц</translation>
    </message>
    <message>
        <source>month first: 12/31/2024</source>
        <translation>сначала месяц: 12/31/2024</translation>
    </message>
    <message>
        <source>more deals were won</source>
        <translation>выиграно больше сделок</translation>
    </message>
    <message>
        <source>more events were held</source>
        <translation>проведено больше мероприятий</translation>
    </message>
    <message>
        <source>more leads came in</source>
        <translation>пришло больше лидов</translation>
    </message>
    <message>
        <source>more of the MQLs became SQLs</source>
        <translation>большая доля MQL стала SQL</translation>
    </message>
    <message>
        <source>more of the customers stayed</source>
        <translation>осталась большая доля клиентов</translation>
    </message>
    <message>
        <source>more of the deals were won</source>
        <translation>выиграна большая доля сделок</translation>
    </message>
    <message>
        <source>more of the leads became MQLs</source>
        <translation>большая доля лидов стала MQL</translation>
    </message>
    <message>
        <source>more of the leads became SQLs</source>
        <translation>большая доля лидов стала SQL</translation>
    </message>
    <message>
        <source>more people came</source>
        <translation>пришло больше людей</translation>
    </message>
    <message>
        <source>more people came to several events</source>
        <translation>больше людей пришло на несколько мероприятий</translation>
    </message>
    <message>
        <source>more revenue was won</source>
        <translation>выиграно больше выручки</translation>
    </message>
    <message>
        <source>more salespeople were active</source>
        <translation>активных продавцов стало больше</translation>
    </message>
    <message>
        <source>more target customers came</source>
        <translation>пришло больше целевых посетителей</translation>
    </message>
    <message>
        <source>more target customers came to an event</source>
        <translation>на мероприятие приходило больше целевых посетителей</translation>
    </message>
    <message>
        <source>more was spent</source>
        <translation>потрачено больше</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>n = {count}</source>
        <translation>n = {count}</translation>
    </message>
    <message>
        <source>n = {n}</source>
        <translation>n = {n}</translation>
    </message>
    <message>
        <source>names kept apart</source>
        <translation>разные названия</translation>
    </message>
    <message>
        <source>nearly alike</source>
        <translation>почти одинаково</translation>
    </message>
    <message>
        <source>next year</source>
        <translation>следующий год</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>no SQL for {spend}, at least {least} each</source>
        <translation>ни одного SQL за {spend}, не меньше {least} за каждый</translation>
    </message>
    <message>
        <source>no ceiling</source>
        <translation>нет потолка</translation>
    </message>
    <message>
        <source>no comparison</source>
        <translation>без сравнения</translation>
    </message>
    <message>
        <source>no customer is named</source>
        <translation>клиент не указан</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>нет данных</translation>
    </message>
    <message>
        <source>no dates</source>
        <translation>нет дат</translation>
    </message>
    <message>
        <source>no forecast</source>
        <translation>без прогноза</translation>
    </message>
    <message>
        <source>no rate for the row&apos;s currency in its month</source>
        <translation>нет курса валюты строки за её месяц</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>нет строк</translation>
    </message>
    <message>
        <source>no test</source>
        <translation>не проверено</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>нет значения</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>не распределять</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>не указано</translation>
    </message>
    <message>
        <source>not known: keep aside</source>
        <translation>неизвестно: отложить</translation>
    </message>
    <message>
        <source>not measured so far</source>
        <translation>пока не измерено</translation>
    </message>
    <message>
        <source>note</source>
        <translation>заметка</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>nothing to decide</source>
        <translation>решать нечего</translation>
    </message>
    <message numerus="yes">
        <source>now {value}, on %n observation(s)</source>
        <translation>
            <numerusform>сейчас {value}, на %n наблюдении</numerusform>
            <numerusform>сейчас {value}, на %n наблюдениях</numerusform>
            <numerusform>сейчас {value}, на %n наблюдениях</numerusform>
        </translation>
    </message>
    <message>
        <source>number</source>
        <translation>число</translation>
    </message>
    <message>
        <source>numerator</source>
        <translation>числитель</translation>
    </message>
    <message>
        <source>of</source>
        <translation>из</translation>
    </message>
    <message>
        <source>of {all} attendees</source>
        <translation>из {all} участников</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>офлайн</translation>
    </message>
    <message>
        <source>on charts of {member} only</source>
        <translation>только на графиках «{member}»</translation>
    </message>
    <message>
        <source>on every chart</source>
        <translation>на всех графиках</translation>
    </message>
    <message>
        <source>on pace</source>
        <translation>в темпе</translation>
    </message>
    <message>
        <source>on the charts of “{kpi}”</source>
        <translation>на графиках «{kpi}»</translation>
    </message>
    <message>
        <source>on track</source>
        <translation>по плану</translation>
    </message>
    <message>
        <source>online</source>
        <translation>онлайн</translation>
    </message>
    <message>
        <source>only these rows; may be given several times</source>
        <translation>только эти строки; можно указать несколько раз</translation>
    </message>
    <message>
        <source>only {column} = {words}</source>
        <translation>только {column} = {words}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыта</translation>
    </message>
    <message>
        <source>open the demo company; without a screen, write its report</source>
        <translation>открыть демо-компанию; без экрана — записать её отчёт</translation>
    </message>
    <message>
        <source>or {fields}</source>
        <translation>или {fields}</translation>
    </message>
    <message>
        <source>other</source>
        <translation>другие</translation>
    </message>
    <message>
        <source>over 90 days</source>
        <translation>больше 90 дней</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>бумага</translation>
    </message>
    <message>
        <source>part {number}</source>
        <translation>часть {number}</translation>
    </message>
    <message>
        <source>pass every lead to sales within one working day, with what it looked at</source>
        <translation>будем передавать каждый лид в продажи за один рабочий день вместе с тем, что он смотрел</translation>
    </message>
    <message>
        <source>pasted-{number}.tsv</source>
        <translation>vstavka-{number}.tsv</translation>
    </message>
    <message>
        <source>period “{value}” cannot be read.</source>
        <translation>period: «{value}» не читается как период.</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>план</translation>
    </message>
    <message>
        <source>practices with their verdicts</source>
        <translation>практики и их вердикты</translation>
    </message>
    <message>
        <source>projected {value} ({low}–{high})</source>
        <translation>прогноз {value} ({low}–{high})</translation>
    </message>
    <message>
        <source>promoters became more frequent</source>
        <translation>промоутеров стало больше</translation>
    </message>
    <message>
        <source>promoters became rarer</source>
        <translation>промоутеров стало меньше</translation>
    </message>
    <message>
        <source>promoters − detractors</source>
        <translation>промоутеры − критики</translation>
    </message>
    <message>
        <source>proposed: {days}</source>
        <translation>предлагается: {days}</translation>
    </message>
    <message>
        <source>quarter</source>
        <translation>квартал</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>доля</translation>
    </message>
    <message>
        <source>rates of a file</source>
        <translation>курсы из файла</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>достигнута</translation>
    </message>
    <message>
        <source>replace persons by hashes; forget a person</source>
        <translation>заменить людей хешами; забыть человека</translation>
    </message>
    <message>
        <source>replace them in the rows that are there, too; this cannot be undone</source>
        <translation>заменить и в уже загруженных строках; отменить нельзя</translation>
    </message>
    <message>
        <source>restored backup</source>
        <translation>восстановленная копия</translation>
    </message>
    <message>
        <source>rule for names</source>
        <translation>правило названий</translation>
    </message>
    <message>
        <source>same quarter</source>
        <translation>тот же квартал</translation>
    </message>
    <message>
        <source>section</source>
        <translation>раздел</translation>
    </message>
    <message>
        <source>seen before the period</source>
        <translation>были и до периода</translation>
    </message>
    <message>
        <source>seen for the first time</source>
        <translation>пришли впервые</translation>
    </message>
    <message>
        <source>semicolon</source>
        <translation>точка с запятой</translation>
    </message>
    <message>
        <source>send a case of the same segment and a price frame before the first talk, and review every lost deal</source>
        <translation>до первой встречи пришлём кейс из того же сегмента и ценовой ориентир и будем разбирать каждую проигранную сделку</translation>
    </message>
    <message>
        <source>set by you</source>
        <translation>задано вами</translation>
    </message>
    <message>
        <source>several</source>
        <translation>несколько</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>общие</translation>
    </message>
    <message>
        <source>shared cost</source>
        <translation>общие расходы</translation>
    </message>
    <message>
        <source>shared cost that is not spread</source>
        <translation>нераспределённые общие расходы</translation>
    </message>
    <message>
        <source>short of the target</source>
        <translation>хуже цели</translation>
    </message>
    <message>
        <source>small sample</source>
        <translation>малая выборка</translation>
    </message>
    <message>
        <source>spelled alike</source>
        <translation>написано одинаково</translation>
    </message>
    <message>
        <source>split at</source>
        <translation>делить по</translation>
    </message>
    <message>
        <source>still maturing</source>
        <translation>ещё зреет</translation>
    </message>
    <message>
        <source>still maturing: {stages}</source>
        <translation>ещё зреет: {stages}</translation>
    </message>
    <message>
        <source>stop the tenth of the spend that brings the fewest SQLs and leave the rest as it is</source>
        <translation>остановим десятую часть расходов, которая даёт меньше всего SQL, а остальное не тронем</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>табуляция</translation>
    </message>
    <message>
        <source>take every row</source>
        <translation>брать все строки</translation>
    </message>
    <message>
        <source>take only rows with a ticked value</source>
        <translation>брать только строки с отмеченными</translation>
    </message>
    <message>
        <source>target</source>
        <translation>цель</translation>
    </message>
    <message>
        <source>target attendees</source>
        <translation>целевые участники</translation>
    </message>
    <message>
        <source>target customers came less often</source>
        <translation>целевые посетители приходили реже</translation>
    </message>
    <message>
        <source>target customers came more often</source>
        <translation>целевые посетители приходили чаще</translation>
    </message>
    <message>
        <source>target only segments like our best customers and ask one qualifying question in the form</source>
        <translation>оставим в таргетинге только сегменты, похожие на лучших клиентов, и добавим в форму один уточняющий вопрос</translation>
    </message>
    <message>
        <source>target {target}</source>
        <translation>цель {target}</translation>
    </message>
    <message>
        <source>target {target}: {standing}</source>
        <translation>цель {target}: {standing}</translation>
    </message>
    <message>
        <source>target {value}</source>
        <translation>цель {value}</translation>
    </message>
    <message>
        <source>targets of a file</source>
        <translation>цели из файла</translation>
    </message>
    <message>
        <source>test</source>
        <translation>тест</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>the average deal was larger</source>
        <translation>средняя сделка стала крупнее</translation>
    </message>
    <message>
        <source>the average deal was smaller</source>
        <translation>средняя сделка стала меньше</translation>
    </message>
    <message>
        <source>the budget at hand</source>
        <translation>текущий бюджет</translation>
    </message>
    <message>
        <source>the channel {channel}: {rate}</source>
        <translation>канал {channel}: {rate}</translation>
    </message>
    <message>
        <source>the colour of charts and lines</source>
        <translation>цвет графиков и линий</translation>
    </message>
    <message>
        <source>the compared period</source>
        <translation>период сравнения</translation>
    </message>
    <message>
        <source>the current month</source>
        <translation>текущий месяц</translation>
    </message>
    <message>
        <source>the current quarter</source>
        <translation>текущий квартал</translation>
    </message>
    <message>
        <source>the current year</source>
        <translation>текущий год</translation>
    </message>
    <message>
        <source>the customer has rows without a cost</source>
        <translation>у клиента есть строки без себестоимости</translation>
    </message>
    <message>
        <source>the decimal sign where the file does not tell it</source>
        <translation>десятичный знак, если его не видно из файла</translation>
    </message>
    <message>
        <source>the disk does not take or give the data</source>
        <translation>диск не принимает или не отдаёт данные</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>на диске нет места</translation>
    </message>
    <message>
        <source>the event is not in the events table, so its date is unknown</source>
        <translation>мероприятия нет в таблице, его дата неизвестна</translation>
    </message>
    <message>
        <source>the funnel: {why}</source>
        <translation>воронка: {why}</translation>
    </message>
    <message>
        <source>the imports of a workspace; take one back</source>
        <translation>импорты рабочего пространства; отменить один из них</translation>
    </message>
    <message>
        <source>the last whole month</source>
        <translation>последний полный месяц</translation>
    </message>
    <message>
        <source>the last whole quarter</source>
        <translation>последний полный квартал</translation>
    </message>
    <message>
        <source>the last whole year</source>
        <translation>последний полный год</translation>
    </message>
    <message>
        <source>the mix of customers changed</source>
        <translation>изменилась структура клиентов</translation>
    </message>
    <message>
        <source>the mix of deals changed</source>
        <translation>изменилась структура сделок</translation>
    </message>
    <message>
        <source>the mix of events changed</source>
        <translation>изменилась структура мероприятий</translation>
    </message>
    <message>
        <source>the mix of leads changed</source>
        <translation>изменилась структура лидов</translation>
    </message>
    <message>
        <source>the mix of those who answered changed</source>
        <translation>изменилась структура ответивших</translation>
    </message>
    <message>
        <source>the most that a SQL may cost</source>
        <translation>сколько самое большее может стоить SQL</translation>
    </message>
    <message>
        <source>the order of day and month where the file does not tell it</source>
        <translation>порядок дня и месяца, если его не видно из файла</translation>
    </message>
    <message>
        <source>the plans of a workspace and how they stand; write one as PDF, XLSX or calendar</source>
        <translation>планы рабочего пространства и как они идут; запись в PDF, XLSX или календарь</translation>
    </message>
    <message>
        <source>the quarter {quarter}: {rate}</source>
        <translation>{quarter}: {rate}</translation>
    </message>
    <message>
        <source>the same for every row</source>
        <translation>одно для всех строк</translation>
    </message>
    <message>
        <source>the scenario “{name}”</source>
        <translation>сценария «{name}»</translation>
    </message>
    <message>
        <source>the spend of those figures</source>
        <translation>расходов за то же время</translation>
    </message>
    <message>
        <source>the targets of a workspace; take those of a file over</source>
        <translation>цели рабочей области; загрузить цели из файла</translation>
    </message>
    <message>
        <source>the ten KPIs of a period</source>
        <translation>десять KPI за период</translation>
    </message>
    <message>
        <source>the won deal has no amount</source>
        <translation>у выигранной сделки нет суммы</translation>
    </message>
    <message>
        <source>the workspace&apos;s name</source>
        <translation>название рабочей книги</translation>
    </message>
    <message>
        <source>there were fewer MQLs</source>
        <translation>MQL стало меньше</translation>
    </message>
    <message>
        <source>there were fewer SQLs</source>
        <translation>SQL стало меньше</translation>
    </message>
    <message>
        <source>there were more MQLs</source>
        <translation>MQL стало больше</translation>
    </message>
    <message>
        <source>there were more SQLs</source>
        <translation>SQL стало больше</translation>
    </message>
    <message>
        <source>this plan only, its latest version</source>
        <translation>только этот план, последняя версия</translation>
    </message>
    <message>
        <source>thresholds</source>
        <translation>пороги</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>нужно решить</translation>
    </message>
    <message>
        <source>told by its data</source>
        <translation>по данным</translation>
    </message>
    <message>
        <source>too early</source>
        <translation>рано судить</translation>
    </message>
    <message>
        <source>two members side by side, their difference tested</source>
        <translation>два значения разреза рядом, разница проверена</translation>
    </message>
    <message>
        <source>two of: {dimension}</source>
        <translation>два значения: {dimension}</translation>
    </message>
    <message>
        <source>up to a week</source>
        <translation>до недели</translation>
    </message>
    <message>
        <source>value “{value}” is no number.</source>
        <translation>value: «{value}» — не число.</translation>
    </message>
    <message>
        <source>value “{value}” is no share.</source>
        <translation>value: «{value}» — не доля.</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>вердикт</translation>
    </message>
    <message>
        <source>view</source>
        <translation>представление</translation>
    </message>
    <message>
        <source>visitors</source>
        <translation>посетители</translation>
    </message>
    <message>
        <source>visitors do not find what brought them, or the form asks for too much</source>
        <translation>посетители не находят то, за чем пришли, или форма спрашивает слишком много</translation>
    </message>
    <message>
        <source>visitors to won deals</source>
        <translation>от посетителей до выигранных сделок</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>слабо</translation>
    </message>
    <message>
        <source>week</source>
        <translation>неделя</translation>
    </message>
    <message>
        <source>what it tells: {names}</source>
        <translation>разделы: {names}</translation>
    </message>
    <message>
        <source>what may be spent in the year after the period: how to split it best</source>
        <translation>сколько можно потратить за год после периода: как это лучше распределить</translation>
    </message>
    <message>
        <source>whenever they came</source>
        <translation>за всё время</translation>
    </message>
    <message>
        <source>who waits at a stage for longer than four in five who went on</source>
        <translation>кто ждёт на этапе дольше, чем четверо из пяти пошедших дальше</translation>
    </message>
    <message>
        <source>why each figure changed against the compared period</source>
        <translation>почему каждый показатель изменился относительно периода сравнения</translation>
    </message>
    <message>
        <source>with --budget what the split is best for (sqls, gross_profit); a revenue in numbers: the leads and the budget that it takes</source>
        <translation>с --budget: для чего распределение лучшее (sqls, gross_profit); выручка числом: сколько нужно лидов и денег</translation>
    </message>
    <message>
        <source>with --hash on: also names of salespeople</source>
        <translation>вместе с --hash on: также имена продавцов</translation>
    </message>
    <message>
        <source>within noise</source>
        <translation>в пределах шума</translation>
    </message>
    <message>
        <source>within noise of the target</source>
        <translation>у цели, в пределах шума</translation>
    </message>
    <message>
        <source>without {column} = {words}</source>
        <translation>без {column} = {words}</translation>
    </message>
    <message>
        <source>won</source>
        <translation>выиграна</translation>
    </message>
    <message>
        <source>won / (won + lost) of the deals closed in the period</source>
        <translation>выигранные / (выигранные + проигранные) среди сделок, закрытых за период</translation>
    </message>
    <message>
        <source>won deals</source>
        <translation>выигранные сделки</translation>
    </message>
    <message>
        <source>won revenue</source>
        <translation>выигранная выручка</translation>
    </message>
    <message>
        <source>won revenue of the period / salespeople active in the period</source>
        <translation>выигранная выручка за период / активные за период продавцы</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>хуже</translation>
    </message>
    <message>
        <source>write it as .pdf, .xlsx or .ics</source>
        <translation>записать как .pdf, .xlsx или .ics</translation>
    </message>
    <message>
        <source>write the PDF report</source>
        <translation>записать отчёт в PDF</translation>
    </message>
    <message>
        <source>year</source>
        <translation>год</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>yes/no</source>
        <translation>да/нет</translation>
    </message>
    <message>
        <source>your mapping</source>
        <translation>ваше сопоставление</translation>
    </message>
    <message>
        <source>your rule</source>
        <translation>ваше правило</translation>
    </message>
    <message>
        <source>{advice} {more}</source>
        <translation>{advice} {more}</translation>
    </message>
    <message>
        <source>{amount} (set by you)</source>
        <translation>{amount} (задано вами)</translation>
    </message>
    <message>
        <source>{amount} less than so far.</source>
        <translation>На {amount} меньше, чем раньше.</translation>
    </message>
    <message>
        <source>{amount} more than so far.</source>
        <translation>На {amount} больше, чем раньше.</translation>
    </message>
    <message>
        <source>{answer}: {why}</source>
        <translation>{answer}: {why}</translation>
    </message>
    <message>
        <source>{base}, data up to {day}</source>
        <translation>{base}, данные по {day}</translation>
    </message>
    <message>
        <source>{because} – we believe: {believe}. If we {change}, then {then}.</source>
        <translation>{because} – мы считаем: {believe}. Если мы {change}, то {then}.</translation>
    </message>
    <message>
        <source>{cause} ({amount})</source>
        <translation>{cause} ({amount})</translation>
    </message>
    <message>
        <source>{cause} ({amount}, most of it {member})</source>
        <translation>{cause} ({amount}, больше всего — {member})</translation>
    </message>
    <message>
        <source>{chance} % likely to be reached</source>
        <translation>вероятность достичь {chance} %</translation>
    </message>
    <message>
        <source>{change} (your own verdict stays in force)</source>
        <translation>{change} (действует ваш вердикт)</translation>
    </message>
    <message>
        <source>{change}, and so is all that it is made of.</source>
        <translation>{change}, как и всё, из чего складывается показатель.</translation>
    </message>
    <message>
        <source>{change}, better</source>
        <translation>{change}, лучше</translation>
    </message>
    <message>
        <source>{change}, mostly because {reasons}.</source>
        <translation>{change}; главное: {reasons}.</translation>
    </message>
    <message>
        <source>{change}, mostly by {reasons}.</source>
        <translation>{change}; главное: {reasons}.</translation>
    </message>
    <message>
        <source>{change}, within noise</source>
        <translation>{change}, в пределах шума</translation>
    </message>
    <message>
        <source>{change}, worse</source>
        <translation>{change}, хуже</translation>
    </message>
    <message>
        <source>{column} (not in this file)</source>
        <translation>{column} (нет в этом файле)</translation>
    </message>
    <message>
        <source>{cost} per SQL against a ceiling of {ceiling}, but its leads have not had their time yet.</source>
        <translation>{cost} за SQL при потолке {ceiling}, но у лидов ещё не вышел срок.</translation>
    </message>
    <message>
        <source>{cost} per SQL against a ceiling of {ceiling}: only {probability} likely to be within it.</source>
        <translation>{cost} за SQL при потолке {ceiling}: вероятность уложиться лишь {probability}.</translation>
    </message>
    <message>
        <source>{cost} per SQL against a ceiling of {ceiling}: {probability} likely to be within it, and its SQLs close no worse than the portfolio&apos;s.</source>
        <translation>{cost} за SQL при потолке {ceiling}: вероятность уложиться {probability}, и её SQL закрываются не хуже портфеля.</translation>
    </message>
    <message>
        <source>{cost} per SQL is far above the ceiling of {ceiling}, but its weak step mended would bring it to {mended}.</source>
        <translation>{cost} за SQL — намного выше потолка {ceiling}, но исправленный слабый этап довёл бы до {mended}.</translation>
    </message>
    <message>
        <source>{cost} per SQL is within the ceiling of {ceiling}, but its SQLs are won less often than the portfolio&apos;s.</source>
        <translation>{cost} за SQL — в пределах потолка {ceiling}, но её SQL выигрываются реже портфеля.</translation>
    </message>
    <message>
        <source>{cost} per SQL, {probability} likely to be above {times} times the ceiling of {ceiling}; no single step mended would bring it under.</source>
        <translation>{cost} за SQL, с вероятностью {probability} выше потолка {ceiling} более чем в {times} раза; ни один исправленный этап не вернёт под потолок.</translation>
    </message>
    <message>
        <source>{currency} is the workspace&apos;s own currency.</source>
        <translation>{currency} — собственная валюта рабочего пространства.</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} дн.</translation>
    </message>
    <message>
        <source>{day} · {name}</source>
        <translation>{day} · {name}</translation>
    </message>
    <message>
        <source>{dimension}: {member}</source>
        <translation>{dimension}: {member}</translation>
    </message>
    <message>
        <source>{each} SQLs a month; it takes {needed}.</source>
        <translation>{each} SQL в месяц, нужно {needed}.</translation>
    </message>
    <message>
        <source>{elasticity}, {told_by}</source>
        <translation>{elasticity}, {told_by}</translation>
    </message>
    <message>
        <source>{encoding}, separated by {delimiter}</source>
        <translation>{encoding}, разделитель: {delimiter}</translation>
    </message>
    <message>
        <source>{encoding}, table of a web page</source>
        <translation>{encoding}, таблица веб-страницы</translation>
    </message>
    <message>
        <source>{event}: the event&apos;s own cost and its spend rows differ; the larger is used.</source>
        <translation>{event}: собственная стоимость и строки расходов расходятся; взята большая.</translation>
    </message>
    <message>
        <source>{field} is blank; fill it in</source>
        <translation>{field}: пусто; заполните</translation>
    </message>
    <message>
        <source>{field}, hashed</source>
        <translation>{field}, хеш</translation>
    </message>
    <message numerus="yes">
        <source>{file} and %n more file(s) with the same columns</source>
        <translation>
            <numerusform>{file} и ещё %n файл с теми же столбцами</numerusform>
            <numerusform>{file} и ещё %n файла с теми же столбцами</numerusform>
            <numerusform>{file} и ещё %n файлов с теми же столбцами</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} cannot be opened: {why}.</source>
        <translation>{file} не открывается: {why}.</translation>
    </message>
    <message>
        <source>{file} cannot be read beyond line {line}.</source>
        <translation>{file} не читается дальше строки {line}.</translation>
    </message>
    <message>
        <source>{file} cannot be used: {why}.</source>
        <translation>С файлом {file} нельзя работать: {why}.</translation>
    </message>
    <message>
        <source>{file} cannot be written: {why}.</source>
        <translation>Не удалось записать {file}: {why}.</translation>
    </message>
    <message>
        <source>{file} could not be backed up: {why}.</source>
        <translation>Не удалось сделать резервную копию {file}: {why}.</translation>
    </message>
    <message>
        <source>{file} could not be written anew: {why}. What was deleted may still be in its bytes.</source>
        <translation>{file} не удалось записать заново: {why}. Удалённое ещё может оставаться в его байтах.</translation>
    </message>
    <message>
        <source>{file} gives no {field} for {table}.</source>
        <translation>{file} не даёт поля «{field}» для таблицы «{table}».</translation>
    </message>
    <message>
        <source>{file} has column names and no rows.</source>
        <translation>В {file} есть названия столбцов, но нет строк.</translation>
    </message>
    <message>
        <source>{file} has no column “{column}”.</source>
        <translation>В {file} нет столбца «{column}».</translation>
    </message>
    <message>
        <source>{file} has no sheet “{sheet}”.</source>
        <translation>В {file} нет листа «{sheet}».</translation>
    </message>
    <message>
        <source>{file} holds no table.</source>
        <translation>В {file} нет таблицы.</translation>
    </message>
    <message>
        <source>{file} holds no targets.</source>
        <translation>В {file} нет целей.</translation>
    </message>
    <message>
        <source>{file} is a web page without a table.</source>
        <translation>{file} — веб-страница без таблицы.</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be recovered here: {why}.</source>
        <translation>Файл {file} повреждён, и восстановить его здесь нельзя: {why}.</translation>
    </message>
    <message>
        <source>{file} is damaged, and nothing in it can be read.</source>
        <translation>Файл {file} повреждён, и прочитать в нём нельзя ничего.</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} пуст.</translation>
    </message>
    <message>
        <source>{file} is no workspace of this program.</source>
        <translation>{file} — не рабочая книга этой программы.</translation>
    </message>
    <message>
        <source>{file} is none of the files that a plan can be written to.</source>
        <translation>В {file} план записать нельзя.</translation>
    </message>
    <message>
        <source>{file} is not a text file.</source>
        <translation>{file} — не текстовый файл.</translation>
    </message>
    <message>
        <source>{file} is not an Excel workbook, or it is damaged.</source>
        <translation>{file} — не книга Excel или повреждена.</translation>
    </message>
    <message>
        <source>{file} is of a type that cannot be read.</source>
        <translation>Тип файла {file} не читается.</translation>
    </message>
    <message>
        <source>{file} is one gigantic line, not a table.</source>
        <translation>{file} — одна гигантская строка, а не таблица.</translation>
    </message>
    <message>
        <source>{file} is open in another program; what was deleted may still be in its bytes.</source>
        <translation>{file} открыт в другой программе; удалённое ещё может оставаться в его байтах.</translation>
    </message>
    <message>
        <source>{file} is there already; it was opened as it is.</source>
        <translation>{file} уже существует; книга открыта без изменений.</translation>
    </message>
    <message>
        <source>{file} is too large for a web page or an XML workbook.</source>
        <translation>{file} слишком велик для веб-страницы или книги XML.</translation>
    </message>
    <message>
        <source>{file} repeats long texts so often that its table would not fit the memory.</source>
        <translation>{file} повторяет длинные тексты так часто, что таблица не поместится в память.</translation>
    </message>
    <message>
        <source>{file} was damaged and nothing in it could be read; the backup of {day} took its place.</source>
        <translation>Файл {file} был повреждён, и прочитать в нём не удалось ничего; его заменила резервная копия от {day}.</translation>
    </message>
    <message>
        <source>{file} was damaged. It held no rows; what was decided in it came over as far as it could be read.</source>
        <translation>Файл {file} был повреждён. Строк в нём не было; решения перенесены, насколько их удалось прочитать.</translation>
    </message>
    <message>
        <source>{file} was damaged. What could be read came over into a new file: {rows}.</source>
        <translation>Файл {file} был повреждён. Всё, что удалось прочитать, перенесено в новый файл: {rows}.</translation>
    </message>
    <message>
        <source>{file} was made by a newer version of this program.</source>
        <translation>{file} создан более новой версией программы.</translation>
    </message>
    <message>
        <source>{file} was taken for {table}, but no column holds “{field}”.</source>
        <translation>{file} распознан как {table}, но нет столбца для «{field}».</translation>
    </message>
    <message>
        <source>{file} would unpack to {size} MB or more, far more than a table needs.</source>
        <translation>{file} при распаковке займёт {size} МБ или больше — намного больше, чем нужно таблице.</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, строка {line}</translation>
    </message>
    <message>
        <source>{file}, line {line}: {what}</source>
        <translation>{file}, строка {line}: {what}</translation>
    </message>
    <message>
        <source>{file}, mended</source>
        <translation>{file}, исправлено</translation>
    </message>
    <message>
        <source>{file}: {question}</source>
        <translation>{file}: {question}</translation>
    </message>
    <message>
        <source>{file}: {table}, {read} read, {added} added, {updated} updated, {unchanged} unchanged, {aside} kept aside</source>
        <translation>{file}: {table}, прочитано {read}, добавлено {added}, обновлено {updated}, без изменений {unchanged}, отложено {aside}</translation>
    </message>
    <message>
        <source>{finding} The last period has not ended.</source>
        <translation>{finding} Последний период не закончен.</translation>
    </message>
    <message>
        <source>{finding} {worth}</source>
        <translation>{finding} {worth}</translation>
    </message>
    <message>
        <source>{first}; {next}</source>
        <translation>{first}; {next}</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}; {second}</translation>
    </message>
    <message>
        <source>{format} feeds no table: {reason}.</source>
        <translation>«{format}» не заполняет таблиц: {reason}.</translation>
    </message>
    <message>
        <source>{gain} more {what} than today&apos;s split of the same money should bring (80 % range {low} to {high}).</source>
        <translation>На {gain} больше ({what}), чем при нынешнем распределении тех же денег (80 % диапазон от {low} до {high}).</translation>
    </message>
    <message>
        <source>{kept} of {all} customers</source>
        <translation>{kept} из {all} клиентов</translation>
    </message>
    <message>
        <source>{kpi} by {dimension}</source>
        <translation>{kpi}: разбивка — {dimension}</translation>
    </message>
    <message>
        <source>{kpi} by {dimension}: the highest is {member} with {value}.</source>
        <translation>{kpi}, разбивка — {dimension}: больше всего у {member} — {value}.</translation>
    </message>
    <message>
        <source>{kpi}, {member}</source>
        <translation>{kpi}, {member}</translation>
    </message>
    <message>
        <source>{kpi}: from {first} ({from_period}) to {last} ({to_period}).</source>
        <translation>{kpi}: от {first} ({from_period}) до {last} ({to_period}).</translation>
    </message>
    <message>
        <source>{left} against {right}</source>
        <translation>{left} против {right}</translation>
    </message>
    <message>
        <source>{low} to {high} of what it had</source>
        <translation>от {low} до {high} прежнего</translation>
    </message>
    <message>
        <source>{member}: {stage}</source>
        <translation>{member}: {stage}</translation>
    </message>
    <message>
        <source>{message}.</source>
        <translation>{message}.</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>осталось {minutes} мин</translation>
    </message>
    <message numerus="yes">
        <source>{months} and %n more</source>
        <translation>
            <numerusform>{months} и ещё %n</numerusform>
            <numerusform>{months} и ещё %n</numerusform>
            <numerusform>{months} и ещё %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{names} and %n more</source>
        <translation>
            <numerusform>{names} и ещё %n</numerusform>
            <numerusform>{names} и ещё %n</numerusform>
            <numerusform>{names} и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} has more rows than a sheet can hold.</source>
        <translation>{name}: строк больше, чем вмещает лист.</translation>
    </message>
    <message>
        <source>{name} should bring the most: {value}.</source>
        <translation>Больше всего должен принести вариант «{name}»: {value}.</translation>
    </message>
    <message>
        <source>{name}, version {version}</source>
        <translation>{name}, версия {version}</translation>
    </message>
    <message>
        <source>{name}, {period}, version {version}: {state}.</source>
        <translation>{name}, {period}, версия {version}: {state}.</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %n row(s)</source>
        <translation>
            <numerusform>{name}: %n строка</numerusform>
            <numerusform>{name}: %n строки</numerusform>
            <numerusform>{name}: %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: the first {members} bring {share}</source>
        <translation>{name}: первые {members} приносят {share}</translation>
    </message>
    <message>
        <source>{name}: {cost} per SQL ({low} to {high}), {won} of SQLs won ({least} to {most}), spend {spend}. {verdict}</source>
        <translation>{name}: {cost} за SQL ({low}–{high}), выиграно {won} SQL ({least}–{most}), расходы {spend}. {verdict}</translation>
    </message>
    <message>
        <source>{note} · {mark}</source>
        <translation>{note} · {mark}</translation>
    </message>
    <message>
        <source>{now}; {period}: {then}.</source>
        <translation>{now}; {period}: {then}.</translation>
    </message>
    <message>
        <source>{one} against {other}</source>
        <translation>{one} против {other}</translation>
    </message>
    <message>
        <source>{open} open deals × {rate} win rate × {deal} average won deal / {cycle} days median cycle = {velocity} a day</source>
        <translation>{open} открытых сделок × {rate} доля выигранных × {deal} средняя выигранная сделка / {cycle} дн. медианный цикл = {velocity} в день</translation>
    </message>
    <message>
        <source>{part} ({rows})</source>
        <translation>{part} ({rows})</translation>
    </message>
    <message>
        <source>{part} of the customers bring {share}</source>
        <translation>{part} клиентов приносят {share}</translation>
    </message>
    <message>
        <source>{part} of {columns}</source>
        <translation>{part} из {columns}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>{period}, a SQL may cost at most {ceiling}</source>
        <translation>{period}, SQL может стоить не больше {ceiling}</translation>
    </message>
    <message>
        <source>{period}, amounts in {currency}</source>
        <translation>{period}, суммы в {currency}</translation>
    </message>
    <message>
        <source>{period}, the leads created in the period and how far they have come</source>
        <translation>{period}, лиды, созданные за период, и как далеко они дошли</translation>
    </message>
    <message>
        <source>{period}, what happened in the period</source>
        <translation>{period}, что произошло за период</translation>
    </message>
    <message>
        <source>{period}, which has not ended: {days}</source>
        <translation>{period}, не закончен: {days}</translation>
    </message>
    <message>
        <source>{period}: {amount} in all.</source>
        <translation>{period}: всего {amount}.</translation>
    </message>
    <message>
        <source>{place}: {field} “{value}”</source>
        <translation>{place}: {field} «{value}»</translation>
    </message>
    <message>
        <source>{points}, better</source>
        <translation>{points}, лучше</translation>
    </message>
    <message>
        <source>{points}, not tested</source>
        <translation>{points}, не проверено</translation>
    </message>
    <message>
        <source>{points}, within noise</source>
        <translation>{points}, в пределах шума</translation>
    </message>
    <message>
        <source>{points}, worse</source>
        <translation>{points}, хуже</translation>
    </message>
    <message>
        <source>{practice} had no spend of its own in the base period, so nothing tells what money brings there.</source>
        <translation>У «{practice}» в базовом периоде не было своих расходов, поэтому неизвестно, что там дают деньги.</translation>
    </message>
    <message>
        <source>{practice}: a SQL costs {own} and may cost {portfolio}</source>
        <translation>{practice}: SQL стоит {own}, а может стоить не больше {portfolio}</translation>
    </message>
    <message>
        <source>{practice}: good traffic, but only {own} of visitors become leads against {portfolio} elsewhere</source>
        <translation>{practice}: трафик хороший, но лидами становятся только {own} посетителей против {portfolio} в остальных практиках</translation>
    </message>
    <message>
        <source>{practice}: make its SQLs cheaper. {what}</source>
        <translation>{practice}: удешевить SQL. {what}</translation>
    </message>
    <message>
        <source>{practice}: mend the weak step. {what}</source>
        <translation>{practice}: исправить слабый шаг. {what}</translation>
    </message>
    <message>
        <source>{practice}: only {own} of MQLs become SQLs against {portfolio} elsewhere</source>
        <translation>{practice}: SQL становятся только {own} MQL против {portfolio} в остальных практиках</translation>
    </message>
    <message>
        <source>{practice}: only {own} of SQLs are won against {portfolio} elsewhere</source>
        <translation>{practice}: сделкой заканчиваются только {own} SQL против {portfolio} в остальных практиках</translation>
    </message>
    <message>
        <source>{practice}: only {own} of leads become MQLs against {portfolio} elsewhere</source>
        <translation>{practice}: MQL становятся только {own} лидов против {portfolio} в остальных практиках</translation>
    </message>
    <message>
        <source>{practice}: only {own} of leads become SQLs against {portfolio} elsewhere</source>
        <translation>{practice}: SQL становятся только {own} лидов против {portfolio} в остальных практиках</translation>
    </message>
    <message>
        <source>{practice}: stop the spend and tell the team and the agency</source>
        <translation>{practice}: остановить расходы и предупредить команду и агентство</translation>
    </message>
    <message>
        <source>{practice}: {before} became {after}.</source>
        <translation>{practice}: было {before}, стало {after}.</translation>
    </message>
    <message>
        <source>{practice}: {before} → {after}</source>
        <translation>{practice}: {before} → {after}</translation>
    </message>
    <message>
        <source>{practice}: {change}</source>
        <translation>{practice}: {change}</translation>
    </message>
    <message>
        <source>{practice}: {least} for {less}, {most} for {more}.</source>
        <translation>{practice}: {least} за {less}, {most} за {more}.</translation>
    </message>
    <message>
        <source>{quarter}: {leads} new leads for {budget}; {counts} of what they bring falls into the period</source>
        <translation>{quarter}: {leads} новых лидов за {budget}; в период попадёт {counts} того, что они принесут</translation>
    </message>
    <message>
        <source>{range} of an average month</source>
        <translation>{range} среднего месяца</translation>
    </message>
    <message>
        <source>{rate}</source>
        <translation>{rate}</translation>
    </message>
    <message>
        <source>{rate} still maturing, {expected} expected ({low} to {high}) · median {days} days</source>
        <translation>{rate}, ещё зреет: ожидается {expected} (от {low} до {high}) · медиана {days} дн.</translation>
    </message>
    <message>
        <source>{rate} · median {days} days</source>
        <translation>{rate} · медиана {days} дн.</translation>
    </message>
    <message>
        <source>{ratio} sessions per visitor</source>
        <translation>сеансов на посетителя: {ratio}</translation>
    </message>
    <message>
        <source>{read} read, {added} added, {updated} updated, {unchanged} unchanged, {aside} kept aside</source>
        <translation>прочитано {read}, добавлено {added}, обновлено {updated}, без изменений {unchanged}, отложено {aside}</translation>
    </message>
    <message>
        <source>{reserve} is kept for tests.</source>
        <translation>{reserve} оставлено на тесты.</translation>
    </message>
    <message numerus="yes">
        <source>{rows} from %n file(s)</source>
        <translation>
            <numerusform>{rows} из %n файла</numerusform>
            <numerusform>{rows} из %n файлов</numerusform>
            <numerusform>{rows} из %n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>{rows} rows/s</source>
        <translation>{rows} строк/с</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>осталось {seconds} с</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <source>{share} % of it</source>
        <translation>{share} % цели</translation>
    </message>
    <message>
        <source>{share} % of it at {elapsed} % of the month</source>
        <translation>{share} % цели за {elapsed} % месяца</translation>
    </message>
    <message>
        <source>{share} % of it at {elapsed} % of the period</source>
        <translation>{share} % цели за {elapsed} % периода</translation>
    </message>
    <message>
        <source>{share} % of it at {elapsed} % of the quarter</source>
        <translation>{share} % цели за {elapsed} % квартала</translation>
    </message>
    <message>
        <source>{share} % of it at {elapsed} % of the year</source>
        <translation>{share} % цели за {elapsed} % года</translation>
    </message>
    <message>
        <source>{share} accepted by sales</source>
        <translation>{share} принято продажами</translation>
    </message>
    <message>
        <source>{share} of its leads have had the time in which most leads become SQLs, {days} days; needed: {least} or more.</source>
        <translation>{share} её лидов прожили срок, за который лиды обычно становятся SQL, {days} дн.; нужно не меньше {least}.</translation>
    </message>
    <message>
        <source>{sign}{points} pt</source>
        <translation>{sign}{points} п. п.</translation>
    </message>
    <message>
        <source>{size} higher</source>
        <translation>на {size} выше</translation>
    </message>
    <message>
        <source>{size} lower</source>
        <translation>на {size} ниже</translation>
    </message>
    <message numerus="yes">
        <source>{spend} for %n SQL(s)</source>
        <translation>
            <numerusform>{spend} за %n SQL</numerusform>
            <numerusform>{spend} за %n SQL</numerusform>
            <numerusform>{spend} за %n SQL</numerusform>
        </translation>
    </message>
    <message>
        <source>{sqls} SQLs ({low} to {high})</source>
        <translation>{sqls} SQL (от {low} до {high})</translation>
    </message>
    <message>
        <source>{sqls} SQLs cannot be reached within the limits: at most about {most}.</source>
        <translation>{sqls} SQL в заданных границах не достичь: самое большее около {most}.</translation>
    </message>
    <message>
        <source>{sqls} SQLs cost at least {cost} with what is kept for tests, more than the {ceiling} that may be spent.</source>
        <translation>{sqls} SQL вместе с резервом на тесты стоят не меньше {cost}, а потратить можно {ceiling}.</translation>
    </message>
    <message>
        <source>{sqls}. Cost per SQL: {before} in the first half of these twelve months, {now} in the second.</source>
        <translation>{sqls}. Стоимость SQL: {before} в первой половине этих двенадцати месяцев, {now} во второй.</translation>
    </message>
    <message>
        <source>{stage} ({people})</source>
        <translation>{stage} ({people})</translation>
    </message>
    <message>
        <source>{stage} {difference}</source>
        <translation>{stage} {difference}</translation>
    </message>
    <message>
        <source>{state}, late since {day}</source>
        <translation>{state}, просрочено с {day}</translation>
    </message>
    <message>
        <source>{tables}: not linked</source>
        <translation>{tables}: не связано</translation>
    </message>
    <message>
        <source>{tables}: {added} added, {updated} updated, {unchanged} unchanged, {aside} kept aside.</source>
        <translation>{tables}: добавлено {added}, обновлено {updated}, без изменений {unchanged}, отложено {aside}.</translation>
    </message>
    <message numerus="yes">
        <source>{table} %n row(s)</source>
        <translation>
            <numerusform>{table}: %n строка</numerusform>
            <numerusform>{table}: %n строки</numerusform>
            <numerusform>{table}: %n строк</numerusform>
        </translation>
    </message>
    <message>
        <source>{table} cannot be filtered by {dimension}: the rows do not carry it.</source>
        <translation>{table}: отобрать по полю «{dimension}» нельзя — в строках его нет.</translation>
    </message>
    <message>
        <source>{table} {added} added, {updated} changed, {unchanged} unchanged</source>
        <translation>{table}: добавлено {added}, изменено {updated}, без изменений {unchanged}</translation>
    </message>
    <message>
        <source>{table}, left out: {reason}</source>
        <translation>{table}, не учтено: {reason}</translation>
    </message>
    <message numerus="yes">
        <source>{table}, {month}: %n row(s)</source>
        <translation>
            <numerusform>{table}, {month}: %n строка</numerusform>
            <numerusform>{table}, {month}: %n строки</numerusform>
            <numerusform>{table}, {month}: %n строк</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{table}: %n row(s), no dates</source>
        <translation>
            <numerusform>{table}: %n строка, без дат</numerusform>
            <numerusform>{table}: %n строки, без дат</numerusform>
            <numerusform>{table}: %n строк, без дат</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{table}: %n row(s), {first} to {last}</source>
        <translation>
            <numerusform>{table}: %n строка, с {first} по {last}</numerusform>
            <numerusform>{table}: %n строки, с {first} по {last}</numerusform>
            <numerusform>{table}: %n строк, с {first} по {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{table}: no rows in %n month(s), the first {first}, the last {last}</source>
        <translation>
            <numerusform>{table}: %n месяц без строк, первый — {first}, последний — {last}</numerusform>
            <numerusform>{table}: %n месяца без строк, первый — {first}, последний — {last}</numerusform>
            <numerusform>{table}: %n месяцев без строк, первый — {first}, последний — {last}</numerusform>
        </translation>
    </message>
    <message>
        <source>{table}: no rows in {month}</source>
        <translation>{table}: нет строк за {month}</translation>
    </message>
    <message>
        <source>{table}: rows kept without the person</source>
        <translation>{table}: строки оставлены без этого человека</translation>
    </message>
    <message>
        <source>{table}: rows removed</source>
        <translation>{table}: строки удалены</translation>
    </message>
    <message>
        <source>{table}: {rows} rows in {month}, around {usual} in the months before and after</source>
        <translation>{table}: строк за {month} — {rows}, в соседние месяцы — около {usual}</translation>
    </message>
    <message>
        <source>{table}: “{field}” is blank</source>
        <translation>{table}: поле «{field}» пустое</translation>
    </message>
    <message>
        <source>{table}: “{field}” is not among the {parent}</source>
        <translation>{table}: «{field}» нет в таблице «{parent}»</translation>
    </message>
    <message>
        <source>{table}: “{late}” before “{early}”</source>
        <translation>{table}: «{late}» раньше, чем «{early}»</translation>
    </message>
    <message>
        <source>{test} Even so the rise would be noticed with a chance of only {power}: too few SQLs to tell within a year.</source>
        <translation>{test} Но и тогда вероятность заметить рост — лишь {power}: SQL слишком мало, чтобы за год это выяснить.</translation>
    </message>
    <message>
        <source>{test} Such a rise would be noticed with a chance of {power}.</source>
        <translation>{test} Вероятность заметить такой рост — {power}.</translation>
    </message>
    <message>
        <source>{text} (counting again …)</source>
        <translation>{text} (подсчёт обновляется…)</translation>
    </message>
    <message>
        <source>{times} times</source>
        <translation>{times} раза</translation>
    </message>
    <message>
        <source>{times} to 1</source>
        <translation>{times} к 1</translation>
    </message>
    <message>
        <source>{title} (continued)</source>
        <translation>{title} (продолжение)</translation>
    </message>
    <message>
        <source>{title}, {figure}: the highest is {member} with {value}.</source>
        <translation>{title}, {figure}: больше всего у {member}: {value}.</translation>
    </message>
    <message>
        <source>{title}: after {months} {value} are left of the first row that is as old.</source>
        <translation>{title}: через {months} мес. в первой строке такого возраста осталось {value}.</translation>
    </message>
    <message>
        <source>{title}: the first {name} brings {share}.</source>
        <translation>{title}: первый, {name}, приносит {share}.</translation>
    </message>
    <message>
        <source>{title}: {figure}</source>
        <translation>{title}: {figure}</translation>
    </message>
    <message>
        <source>{value} (95 % interval {low} to {high}): {threshold} lies outside of it.</source>
        <translation>{value} (95 % интервал от {low} до {high}): {threshold} лежит вне его.</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} (от {low} до {high})</translation>
    </message>
    <message>
        <source>{value} against {baseline} before, and {threshold} was set: more than noise.</source>
        <translation>{value} против {baseline} раньше при пороге {threshold}: это больше, чем шум.</translation>
    </message>
    <message>
        <source>{value} assumed ({low} to {high})</source>
        <translation>принято {value} (от {low} до {high})</translation>
    </message>
    <message>
        <source>{value} is short of {threshold}, but the interval of {low} to {high} holds both.</source>
        <translation>{value} не дотягивает до {threshold}, но интервал от {low} до {high} вмещает оба значения.</translation>
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
        <source>{value} reaches {threshold}, but it may be noise: the interval is {low} to {high}.</source>
        <translation>{value} достигает порога {threshold}, но это может быть шум: интервал от {low} до {high}.</translation>
    </message>
    <message>
        <source>{value} set by you ({low} to {high})</source>
        <translation>задано вами {value} (от {low} до {high})</translation>
    </message>
    <message numerus="yes">
        <source>{value} so far on %n observation(s) of {needed} needed.</source>
        <translation>
            <numerusform>Пока {value} на %n наблюдении из {needed} нужных.</numerusform>
            <numerusform>Пока {value} на %n наблюдениях из {needed} нужных.</numerusform>
            <numerusform>Пока {value} на %n наблюдениях из {needed} нужных.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{value} so far on %n observation(s); answered on {until}.</source>
        <translation>
            <numerusform>Пока {value} на %n наблюдении; ответ {until}.</numerusform>
            <numerusform>Пока {value} на %n наблюдениях; ответ {until}.</numerusform>
            <numerusform>Пока {value} на %n наблюдениях; ответ {until}.</numerusform>
        </translation>
    </message>
    <message>
        <source>{value} told by its data ({low} to {high})</source>
        <translation>по данным {value} (от {low} до {high})</translation>
    </message>
    <message>
        <source>{verdict} (yours)</source>
        <translation>{verdict} (ваш)</translation>
    </message>
    <message>
        <source>{verdict}: does not hold.</source>
        <translation>{verdict}: не выполнено.</translation>
    </message>
    <message>
        <source>{verdict}: holds too, but an earlier rule has decided.</source>
        <translation>{verdict}: тоже выполнено, но решило более раннее правило.</translation>
    </message>
    <message>
        <source>{verdict}: this rule holds and decides.</source>
        <translation>{verdict}: это правило выполнено и решает.</translation>
    </message>
    <message>
        <source>{via} via MQL, {direct} direct</source>
        <translation>{via} через MQL, {direct} напрямую</translation>
    </message>
    <message>
        <source>{way}: inferred from the other columns of the file</source>
        <translation>{way}: видно по другим столбцам файла</translation>
    </message>
    <message>
        <source>{way}: inferred from the whole column</source>
        <translation>{way}: видно по всему столбцу</translation>
    </message>
    <message>
        <source>{what}: {sqls} SQLs for {amount}</source>
        <translation>{what}: SQL {sqls} за {amount}</translation>
    </message>
    <message>
        <source>{when} · {size}</source>
        <translation>{when} · {size}</translation>
    </message>
    <message>
        <source>{won} of {closed} SQLs that have had their time were won; to be expected: {value} ({low} to {high}).</source>
        <translation>Из SQL, проживших свой срок, выиграны {won} из {closed}; ожидаемая доля: {value} (от {low} до {high}).</translation>
    </message>
    <message>
        <source>{won} won of {all} closed</source>
        <translation>выиграно {won} из {all} закрытых</translation>
    </message>
    <message>
        <source>±{amount}</source>
        <translation>±{amount}</translation>
    </message>
    <message>
        <source>—</source>
        <comment>no denominator</comment>
        <translation>—</translation>
    </message>
    <message>
        <source>“{code}” is not a period.</source>
        <translation>«{code}» — не период.</translation>
    </message>
    <message>
        <source>“{column}” holds words that do not tell “{field}”: {words}. Say for each what it means.</source>
        <translation>В столбце «{column}» есть слова, по которым не понять «{field}»: {words}. Укажите, что значит каждое.</translation>
    </message>
    <message>
        <source>“{ended}” counts only where “{left}” says that the customer left.</source>
        <translation>«{ended}» учитывается только там, где по «{left}» клиент ушёл.</translation>
    </message>
    <message>
        <source>“{example}” in “{column}”: {first} or {second}? Say which comes first, day or month.</source>
        <translation>«{example}» в столбце «{column}»: {first} или {second}? Укажите, что стоит первым — день или месяц.</translation>
    </message>
    <message>
        <source>“{example}” in “{column}”: {first} or {second}? Say which sign parts the decimals.</source>
        <translation>«{example}» в столбце «{column}»: {first} или {second}? Укажите, какой знак отделяет десятичные.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the plan&apos;s name.</source>
        <translation>«{name}» не может быть названием плана.</translation>
    </message>
    <message>
        <source>“{name}” cannot be the view&apos;s name.</source>
        <translation>Представление нельзя назвать «{name}».</translation>
    </message>
    <message>
        <source>“{name}” is the name of another practice.</source>
        <translation>«{name}» — название другой практики.</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” are not two members of one dimension.</source>
        <translation>«{one}» и «{other}» — не два значения одного разреза.</translation>
    </message>
    <message>
        <source>“{person}” is too short to tell a person by.</source>
        <translation>«{person}» — слишком коротко, чтобы узнать человека.</translation>
    </message>
    <message>
        <source>“{person}” stands nowhere in this workspace. Forgetting keeps the person out of files to come. {copies}</source>
        <translation>«{person}» в этой рабочей книге не встречается. Если забыть, человек не попадёт и из новых файлов. {copies}</translation>
    </message>
    <message>
        <source>“{practice}” has neither spend nor leads in the base period.</source>
        <translation>У «{practice}» в базовом периоде нет ни расходов, ни лидов.</translation>
    </message>
    <message>
        <source>“{text}” is not a filter.</source>
        <translation>«{text}» — не фильтр.</translation>
    </message>
    <message>
        <source>“{value}” does not fit.</source>
        <translation>«{value}» не подходит.</translation>
    </message>
    <message>
        <source>“{value}” is no currency.</source>
        <translation>«{value}» — не валюта.</translation>
    </message>
    <message>
        <source>“{value}” is no day.</source>
        <translation>«{value}» – не дата.</translation>
    </message>
    <message>
        <source>“{value}” is no month.</source>
        <translation>«{value}» — не месяц.</translation>
    </message>
    <message>
        <source>“{value}” is no number.</source>
        <translation>«{value}» — не число.</translation>
    </message>
    <message>
        <source>“{value}” is no rate.</source>
        <translation>«{value}» — не курс.</translation>
    </message>
    <message>
        <source>“{value}” is not a colour.</source>
        <translation>«{value}» – не цвет.</translation>
    </message>
    <message>
        <source>‹ All KPIs</source>
        <translation>‹ Все KPI</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Назад</translation>
    </message>
    <message>
        <source>↑ dearer</source>
        <translation>↑ дороже</translation>
    </message>
    <message>
        <source>→ steady</source>
        <translation>→ ровно</translation>
    </message>
    <message>
        <source>↓ cheaper</source>
        <translation>↓ дешевле</translation>
    </message>
    <message>
        <source>−{amount}</source>
        <translation>−{amount}</translation>
    </message>
    <message>
        <source>✓ Can be computed: {kpis}</source>
        <translation>✓ Можно вычислить: {kpis}</translation>
    </message>
</context>
</TS>
