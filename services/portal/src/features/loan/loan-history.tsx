import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { useMe } from '../session/use-session.js';
import { historyOf, type Loan, type Step } from './loan-desk.js';

/** What has happened to a loan, and what comes next. */
export function LoanHistory({ loan }: { readonly loan: Loan }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="history-title">
      <h2 id="history-title">{t('loan.history')}</h2>
      <ol className="plain-list loan-history">
        {historyOf(loan).map((step) => (
          <li key={step.name} className={step.isComing ? 'is-coming' : undefined}>
            <HistoryStep loan={loan} step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function HistoryStep({ loan, step }: { readonly loan: Loan; readonly step: Step }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { data: me } = useMe();
  const isMine = step.name === 'requested' && loan.requestedBy === me?.personId;
  const tellsWhy = ['refused', 'cancelled'].includes(step.name) && loan.reason !== null;
  return (
    <>
      <p>
        <strong>{t(`loan.step.${step.name}`)}</strong>
        {isMine && ` ${t('loan.byYou')}`}
      </p>
      {step.at !== null && <p className="hint">{instant(step.at)}</p>}
      {tellsWhy && <p>{t('loan.because', { reason: loan.reason ?? '' })}</p>}
      {step.name === 'expired' && <p>{t('loan.expiredHint')}</p>}
    </>
  );
}
