import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { dayWords } from '../../../kit/recurrence-words.model.js';
import type { SeriesPreview } from './use-series.js';

type Notes = Pick<SeriesPreview, 'skipped' | 'moved' | 'holidaysUnknown'>;

/** The days on which the activity is held, and for each other day of the rule why not. */
export function SeriesDays({ plan }: { readonly plan: SeriesPreview }) {
  const { t } = useTranslation();
  const hasPattern = plan.created.some(({ isPattern }) => isPattern);
  return <Days plan={plan}>{!hasPattern && <p className="hint">{t('series.days.patternOut')}</p>}</Days>;
}

/** The days that an extension adds; the activity that is copied belongs to the series already. */
export function AddedDays({ plan }: { readonly plan: SeriesPreview }) {
  return <Days plan={plan} />;
}

interface DaysProps {
  readonly plan: SeriesPreview;
  readonly children?: ReactNode;
}

function Days({ plan, children }: DaysProps) {
  const { t } = useTranslation();
  const format = useFormat(plan.timeZone);
  const { created } = plan;
  return (
    <div className="series-days" role="status" aria-live="polite">
      {created.length === 0 ? (
        <p>{t('series.days.nothing')}</p>
      ) : (
        <>
          <p>
            <strong>{t('series.days.created', { count: created.length })}</strong>
          </p>
          <ol tabIndex={0} aria-label={t('series.days.preview')}>
            {created.map(({ date, startsAt, endsAt, isPattern }) => {
              const time = format.period(startsAt, endsAt);
              return <li key={date}>{isPattern ? t('series.days.pattern', { time }) : time}</li>;
            })}
          </ol>
        </>
      )}
      {children}
      <SeriesNotes notes={plan} />
      {plan.exceptUnmatched.map((date) => (
        <p key={date} className="hint">
          {t('series.days.unmatched', { date: dayWords(date, format.locale) })}
        </p>
      ))}
    </div>
  );
}

/** The moved days and the days on which the activity is not held. */
export function SeriesNotes({ notes }: { readonly notes: Notes }) {
  const { skipped, moved, holidaysUnknown } = notes;
  const { t } = useTranslation();
  const { locale } = useFormat();
  const nameOf = (holiday: Notes['skipped'][number]['holiday']): string =>
    holiday === null ? '' : t(`copying.holiday.${holiday}`);
  const words = (date: string): string => dayWords(date, locale);
  return (
    <>
      <Lines
        title={t('series.days.movedTitle')}
        lines={moved.map(({ date, to, holiday }) =>
          t('series.days.moved', { date: words(date), to: words(to), holiday: nameOf(holiday) }),
        )}
      />
      <Lines
        title={t('series.days.notHeld')}
        lines={skipped.map(({ date, reason, holiday }) =>
          t(`series.days.skip.${reason}`, { date: words(date), holiday: nameOf(holiday) }),
        )}
      />
      {holidaysUnknown.map((year) => (
        <p key={year} className="hint">
          {t('series.days.unknown', { year: String(year) })}
        </p>
      ))}
    </>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <>
      <p id={id}>
        <strong>{title}</strong>
      </p>
      <ul tabIndex={0} aria-labelledby={id}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
