import '../../../kit/styles/recurrence.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { dayWords } from '../../../kit/recurrence-words.model.js';
import { reasonKey } from './series-wish.js';
import type { LoanSeriesPreview } from './lending.model.js';

/** The days that can be borrowed, and for each other day of the rule why not. */
export function LoanSeriesDays({ plan }: { readonly plan: LoanSeriesPreview }) {
  const { t } = useTranslation();
  const { period } = useFormat();
  const { created } = plan;
  return (
    <div className="series-days" role="status" aria-live="polite">
      {created.length === 0 ? (
        <p>{t('lending.series.none')}</p>
      ) : (
        <>
          <p>
            <strong>{t('lending.series.created', { count: created.length })}</strong>
          </p>
          <ol tabIndex={0} aria-label={t('lending.series.list')}>
            {created.map(({ date, startsAt, endsAt, state }) => {
              const time = period(startsAt, endsAt);
              return <li key={date}>{state === 'requested' ? t('lending.series.waits', { time }) : time}</li>;
            })}
          </ol>
        </>
      )}
      <LoanSeriesNotes notes={plan} />
    </div>
  );
}

type Notes = Pick<LoanSeriesPreview, 'skipped' | 'moved' | 'holidaysUnknown'>;

/** Are there notes beside the loans themselves? */
export function hasNotes({ skipped, moved, holidaysUnknown }: Notes): boolean {
  return skipped.length + moved.length + holidaysUnknown.length > 0;
}

export function LoanSeriesNotes({ notes }: { readonly notes: Notes }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { skipped, moved, holidaysUnknown } = notes;
  return (
    <>
      {moved.map(({ date, to }) => (
        <p key={date}>
          {t('lending.series.moved', { date: dayWords(date, locale), to: dayWords(to, locale) })}
        </p>
      ))}
      {skipped.length > 0 && (
        <>
          <p id="skipped-title">
            <strong>{t('lending.series.skippedTitle')}</strong>
          </p>
          <ul tabIndex={0} aria-labelledby="skipped-title">
            {skipped.map((skip) => (
              <li key={`${skip.date}${skip.reason}`}>
                {t('lending.series.skipped', {
                  date: dayWords(skip.date, locale),
                  reason: t(`lending.series.reason.${reasonKey(skip)}`),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
      {holidaysUnknown.map((year) => (
        <p key={year} className="hint">
          {t('lending.series.unknown', { year: String(year) })}
        </p>
      ))}
    </>
  );
}
