import '../../../kit/styles/stock.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import { Loaded } from '../../../kit/loaded.js';
import { addMonths, dayAt, spanOfDay } from '../resource/availability.js';
import { useOffices } from '../../../session/use-offices.js';
import type { Resource } from '../resource/resource-filters.js';
import { useAvailability } from '../resource/use-resource.js';
import { useSpanText } from '../resource/use-span-text.js';
import { levelOf, monthsFrom, type YearDay, type YearMonth, yearOf } from './year.js';

/** Twelve months at a glance: by colour, in words, and as a table. Members, who plan nobody's year, find it folded. */
export function YearSection({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  if (holds('officer', 'organiser'))
    return (
      <section className="card" aria-labelledby="year-title">
        <h2 id="year-title">{t('stock.year.title')}</h2>
        <Year resource={resource} />
      </section>
    );
  return (
    <details className="card fold">
      <summary>{t('stock.year.title')}</summary>
      <Year resource={resource} />
    </details>
  );
}

function Year({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const [firsts] = useState(() => monthsFrom(dayAt(Date.now())));
  const [first = '1970-01-01'] = firsts;
  const window = { start: spanOfDay(first).start, end: spanOfDay(addMonths(first, 12)).start };
  const year = useAvailability(resource.id, window);
  return (
    <>
      <p className="hint">{t('stock.year.hint')}</p>
      <Loaded query={year}>
        {({ steps, quantity }) => {
          const spans = steps.map(({ from, to, free }) => ({
            start: Date.parse(from),
            end: Date.parse(to),
            free,
          }));
          return <Months months={yearOf(firsts, spans, quantity)} />;
        }}
      </Loaded>
    </>
  );
}

function Months({ months }: { readonly months: readonly YearMonth[] }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="plain-list year">
        {months.map((month) => (
          <Month key={month.first} month={month} />
        ))}
      </ul>
      <ul className="plain-list legend" aria-label={t('stock.year.legend')}>
        {([0, 1, 2, 3] as const).map((level) => (
          <li key={level}>
            <span className={`swatch level-${level}`} aria-hidden="true" />
            {t(`stock.year.level${level}`)}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('stock.year.table')}</summary>
        <YearTable days={months.flatMap(({ days }) => days)} />
      </details>
    </>
  );
}

function Month({ month }: { readonly month: YearMonth }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const percent = usePercent();
  const [search] = useSearchParams();
  const name = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' });
  const to = new URLSearchParams(search);
  to.set('view', 'month');
  to.set('day', month.first);
  const shown = name.format(new Date(`${month.first}T00:00:00Z`));
  return (
    <li>
      <p>
        <Link to={`?${to.toString()}`} replace preventScrollReset className="text-link">
          {t('stock.year.month', { month: shown, share: percent(month.share) })}
        </Link>
      </p>
      <p className="year-days" aria-hidden="true">
        {month.days.map(({ day, share }) => (
          <span key={day} className={`level-${levelOf(share)}`} />
        ))}
      </p>
      {month.fullDays > 0 && <p className="hint">{t('stock.year.full', { count: month.fullDays })}</p>}
    </li>
  );
}

/** Only the days on which something is lent. */
function YearTable({ days }: { readonly days: readonly YearDay[] }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { dayText } = useSpanText();
  const percent = usePercent();
  return (
    <DataTable<YearDay>
      caption={t('stock.year.caption')}
      rows={days.filter(({ share }) => share > 0)}
      rowKey={({ day }) => day}
      columns={[
        { key: 'day', title: t('stock.year.day'), cell: ({ day }) => dayText(day) },
        { key: 'share', title: t('stock.year.share'), cell: ({ share }) => percent(share), isNumber: true },
        { key: 'least', title: t('stock.year.least'), cell: ({ least }) => number(least), isNumber: true },
      ]}
    />
  );
}

function usePercent(): (share: number) => string {
  const { locale } = useFormat();
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (share) => format.format(share);
}
