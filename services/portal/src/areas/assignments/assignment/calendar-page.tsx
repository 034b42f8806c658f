import './calendar.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import {
  addressOf,
  type CalendarLine,
  linesByDay,
  monthAfter,
  monthName,
  monthOf,
  todayIn,
  weeksOf,
} from './month.js';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** What is due in a month: what my unions owe, and what they gave. */
export function CalendarPage() {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const [search] = useSearchParams();
  const now = new Date();
  const month = monthOf(search, now);
  const query = useRead('assignmentCalendar', '/assignment-calendar', { month });
  const at = (months: number): string => `/assignments/calendar?month=${monthAfter(month, months)}`;
  return (
    <>
      <PageHead title={t('app.page.assignmentCalendar')}>
        <ButtonLink to={at(-1)} isPlain>
          {t('assignment.calendar.previous')}
        </ButtonLink>
        <ButtonLink to="/assignments/calendar" isPlain>
          {t('assignment.calendar.now')}
        </ButtonLink>
        <ButtonLink to={at(1)} isPlain>
          {t('assignment.calendar.next')}
        </ButtonLink>
      </PageHead>
      <Loaded query={query}>
        {({ items, isPartial }) => (
          <section aria-labelledby="month-title">
            <h2 id="month-title">{monthName(month, locale)}</h2>
            {isPartial && (
              <Alert type="info" showIcon className="notice" title={t('assignment.calendar.partial')} />
            )}
            {items.length === 0 && <p className="hint">{t('assignment.calendar.none')}</p>}
            <MonthTable month={month} today={todayIn(now)} lines={items} />
            <DayList lines={items} />
          </section>
        )}
      </Loaded>
    </>
  );
}

interface MonthTableProps {
  readonly month: string;
  readonly today: string;
  readonly lines: readonly CalendarLine[];
}

/** A month as a calendar on the wall has it; a phone has the list of days in its place. */
function MonthTable({ month, today, lines }: MonthTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const byDay = linesByDay(lines);
  return (
    <table className="month-table" aria-labelledby="month-title">
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {format.weekday(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week, index) => (
          <tr key={index}>
            {week.map((day, column) => (
              <td key={day ?? column} className={day === today ? 'is-today' : undefined}>
                {day !== null && (
                  <>
                    <span className="month-day">
                      {Number(day.slice(8))}
                      {day === today && <span className="tag">{t('assignment.calendar.today')}</span>}
                    </span>
                    <Lines lines={byDay.get(day) ?? []} />
                  </>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayList({ lines }: { readonly lines: readonly CalendarLine[] }) {
  const format = useFormat();
  return (
    <div className="month-days">
      {[...linesByDay(lines)].map(([day, due]) => (
        <section key={day} className="card">
          <h3>{format.date(day)}</h3>
          <Lines lines={due} />
        </section>
      ))}
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly CalendarLine[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <ul className="plain-list month-lines">
      {lines.map((line) => (
        <li key={line.id} className={line.isDone ? 'is-done' : undefined}>
          <Link to={addressOf(line)}>{line.title}</Link>
          <span className="hint">{line.unionName}</span>
          <span className="tags">
            <span className="tag">{t(`assignment.calendar.${line.role}`)}</span>
            {line.isDone && <span className="tag is-published">{t('assignment.calendar.done')}</span>}
            {!line.isDone && line.role === 'given' && (
              <span className="tag is-closing">{t('assignment.calendar.owing', { count: line.owing })}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
