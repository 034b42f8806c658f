import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { UnionName } from '../../../session/union-name.js';

const hoursOfDay = 24;

/** How fast a union decides, within a year. Nothing where none has come to it. */
export function ApplicationStatistics({ unionId }: { readonly unionId: string | undefined }) {
  const { t } = useTranslation();
  const { number, share } = useFormat();
  const { data } = useRead(
    'application',
    '/unions/{unionId}/application-statistics',
    unionId === undefined ? undefined : { unionId },
  );
  if (data === undefined || unionId === undefined || data.received === 0) return null;
  const { received, decided, waiting, overdue, escalated, medianHours, withinDeadline } = data;
  const days = medianHours === null ? null : Math.round((medianHours / hoursOfDay) * 10) / 10;
  return (
    <section className="card" aria-label={t('application.statistics')}>
      <p>
        <UnionName unionId={unionId} /> · {t('application.received', { count: received })} ·{' '}
        {t('application.decided', { count: decided })} · {t('application.waiting', { count: waiting })} ·{' '}
        {t('application.late', { count: overdue })} · {t('application.escalated', { count: escalated })}
      </p>
      {days !== null && (
        <p>
          {t('application.median', { days: number(days) })}
          {withinDeadline !== null && ` · ${t('application.within', { share: share(withinDeadline) })}`}
        </p>
      )}
    </section>
  );
}
