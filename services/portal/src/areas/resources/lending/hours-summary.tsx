import './lending.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { rangesOf, type Span } from './hours.model.js';
import type { Hours } from './lending.model.js';

const exceptionsShown = 8;

/** Opening hours as a person reads them. */
export function HoursSummary({ hours }: { readonly hours: Hours }) {
  const { t } = useTranslation();
  const isAlways = hours.weekly === null && hours.exceptions.length === 0 && hours.holidays === 'asUsual';
  if (isAlways) return <p>{t('lending.hours.always')}</p>;
  return (
    <>
      {hours.ofWholeId !== null && <p className="hint">{t('lending.ofWhole')}</p>}
      <ul className="lending-lines">
        <Week weekly={hours.weekly} />
        <li>
          {t(hours.holidays === 'closed' ? 'lending.hours.holidaysClosed' : 'lending.hours.holidaysUsual')}
        </li>
        {hours.weekly !== null && (
          <li>
            {t(
              hours.makeUpDays === 'asWorkday' ? 'lending.hours.makeUpWorkday' : 'lending.hours.makeUpUsual',
            )}
          </li>
        )}
        <li>{t(hours.overnight ? 'lending.hours.overnight' : 'lending.hours.within')}</li>
      </ul>
      <Exceptions hours={hours} />
      {hours.holidays === 'closed' &&
        hours.holidaysUnknown.map((year) => (
          <p key={year} className="hint">
            {t('lending.hours.unknown', { year: String(year) })}
          </p>
        ))}
    </>
  );
}

function Week({ weekly }: { readonly weekly: Hours['weekly'] }) {
  const { t } = useTranslation();
  const { weekday } = useFormat();
  const timesOf = useTimes();
  if (weekly === null) return <li>{t('lending.hours.always')}</li>;
  const ranges = rangesOf(weekly);
  if (ranges.length === 0) return <li>{t('lending.hours.closedWeek')}</li>;
  return ranges.map(({ first, last, spans }) => {
    const [from, to] = [weekday(first), weekday(last)];
    const days = first === last ? from : t('lending.hours.range', { from, to });
    return <li key={first}>{t('lending.hours.line', { days, times: timesOf(spans) })}</li>;
  });
}

/** The next dates that differ from their weekday. */
function Exceptions({ hours }: { readonly hours: Hours }) {
  const { t } = useTranslation();
  const { date: dateText } = useFormat();
  const timesOf = useTimes();
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const ahead = hours.exceptions.filter(({ date }) => date >= today);
  if (ahead.length === 0) return null;
  return (
    <>
      <p>
        <strong>{t('lending.hours.exceptions')}</strong>
      </p>
      <ul className="lending-lines">
        {ahead.slice(0, exceptionsShown).map(({ date, spans, note }) => {
          const words = { date: dateText(date), times: timesOf(spans), note: note ?? '' };
          return (
            <li key={date}>{t(note ? 'lending.hours.exceptionNote' : 'lending.hours.exception', words)}</li>
          );
        })}
      </ul>
      {ahead.length > exceptionsShown && (
        <p className="hint">{t('lending.hours.moreExceptions', { more: ahead.length - exceptionsShown })}</p>
      )}
    </>
  );
}

/** Hours of a day in words. */
export function useTimes(): (spans: readonly Span[]) => string {
  const { t } = useTranslation();
  return (spans) =>
    spans.length === 0
      ? t('lending.hours.closed')
      : spans.map((span) => t('lending.hours.span', { ...span })).join(t('common.separator'));
}
