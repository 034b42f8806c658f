import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { DataTable } from '../../../kit/data-table.js';
import type { NettingRun } from './netting.model.js';

/** What of the period is not in the run, by its reasons. */
export function StayedOut({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="stayed-out-title">
      <h2 id="stayed-out-title">{t('settling.run.stayedOut')}</h2>
      <p className="hint">{t('settling.run.stayedOutHint')}</p>
      {run.stayedOut.length === 0 ? (
        <p>{t('settling.run.stayedOutNone')}</p>
      ) : (
        <StayedOutTable stayedOut={run.stayedOut} />
      )}
    </section>
  );
}

/** The debts that are left out, also of a run that is not proposed yet. */
export function StayedOutTable({ stayedOut }: Pick<NettingRun, 'stayedOut'>) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  return (
    <DataTable
      caption={t('settling.run.stayedOut')}
      rows={stayedOut}
      rowKey={({ reason }) => reason}
      columns={[
        {
          key: 'reason',
          title: t('settling.run.reason'),
          cell: ({ reason }) => <Reason reason={reason} />,
        },
        {
          key: 'whose',
          title: t('settling.run.whose'),
          cell: ({ parties }) => parties.map(({ name }) => name).join('、') || '—',
        },
        {
          key: 'count',
          title: t('settling.run.count'),
          isNumber: true,
          cell: ({ count }) => number(count),
        },
        {
          key: 'amount',
          title: t('money.amount'),
          isNumber: true,
          cell: ({ amount }) => money(amount),
        },
      ]}
    />
  );
}

/** A link to what keeps a debt out. */
const places: Partial<Record<NettingRun['stayedOut'][number]['reason'], string>> = {
  frozen: '/party-freezes',
  disputed: '/disputes?view=all&state=open',
  unconfirmed: '/confirmations?view=all&state=waiting',
};

function Reason({ reason }: Pick<NettingRun['stayedOut'][number], 'reason'>) {
  const { t } = useTranslation();
  const words = t(`settling.run.reasons.${reason}`);
  const place = places[reason];
  if (place === undefined) return words;
  return (
    <Link to={place} className="cell-link">
      {words}
    </Link>
  );
}

/** Other proposals with the same debts, shown before somebody confirms one in vain. */
export function Overlaps({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  if (run.overlaps.length === 0) return null;
  return (
    <section className="card" aria-labelledby="overlaps-title">
      <h2 id="overlaps-title">{t('settling.run.overlaps')}</h2>
      <ul>
        {run.overlaps.map(({ nettingRunId, unionName, lineCount, amount }, place) => (
          <li key={nettingRunId ?? `${place}.${unionName}`}>
            {t('settling.run.overlap', { union: unionName, count: lineCount, amount: money(amount) })}{' '}
            {nettingRunId !== null && (
              <Link to={`/netting-runs/${nettingRunId}`} className="cell-link">
                {t('settling.run.overlapLink')}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <p className="hint">{t('settling.run.overlapHint')}</p>
    </section>
  );
}
