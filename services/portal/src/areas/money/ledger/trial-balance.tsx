import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useMe } from '../../../session/use-session.js';

const readers: readonly string[] = ['officer', 'finance', 'approver', 'auditor'];
const rootPath = '1.';

function useTrialBalance(isWanted: boolean, asOf: string | undefined) {
  const query = asOf === undefined ? {} : { asOf };
  return useRead('account', '/ledger/trial-balance', isWanted ? query : undefined);
}

/** The debits and credits of the whole network, now or at the end of a day; only readers of all its books see them. */
export function TrialBalance({ asOf }: { readonly asOf: string | undefined }) {
  const { t } = useTranslation();
  const { money, date } = useFormat();
  const { data: me } = useMe();
  const isOfRoot = me?.roles.some(({ role, path }) => path === rootPath && readers.includes(role)) ?? false;
  const trial = useTrialBalance(isOfRoot, asOf);
  if (!isOfRoot) return null;
  if (trial.isPending) return <LoadingState rows={1} />;
  if (trial.data === undefined)
    return <ErrorState error={trial.error} onRetry={() => void trial.refetch()} />;
  const { debits, credits, difference, balanced } = trial.data;
  return (
    <section className="card" aria-labelledby="trial-title">
      <h2 id="trial-title">{t('money.trial.title')}</h2>
      {asOf !== undefined && <p className="hint">{t('strictLedger.trialAsOf', { day: date(asOf) })}</p>}
      <dl className="figures">
        <div>
          <dt>{t('money.trial.debits')}</dt>
          <dd className="big-figure">{money(debits)}</dd>
        </div>
        <div>
          <dt>{t('money.trial.credits')}</dt>
          <dd className="big-figure">{money(credits)}</dd>
        </div>
        <div>
          <dt>{t('money.trial.difference')}</dt>
          <dd className="big-figure">{money(difference)}</dd>
        </div>
      </dl>
      <Alert
        type={balanced ? 'success' : 'error'}
        showIcon
        title={t(balanced ? 'money.trial.balanced' : 'money.trial.unbalanced')}
      />
    </section>
  );
}
