import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { useWho } from '../ledger/use-who.js';
import type { NettingRun } from './netting.model.js';

export function RunFacts({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  return (
    <dl className="card facts money-facts">
      <dt>{t('money.state')}</dt>
      <dd>
        <span className={`tag is-${run.state}`}>{t(`money.netting.states.${run.state}`)}</span>
      </dd>
      <dt>{t('money.netting.propose.union')}</dt>
      <dd>{run.unionName}</dd>
      <dt>{t('money.netting.mode')}</dt>
      <dd>
        {t(`money.netting.modes.${run.mode}`)}
        {run.optimal !== null && (
          <>
            {' · '}
            {t(run.optimal ? 'money.netting.optimalYes' : 'money.netting.optimalNo')}
          </>
        )}
      </dd>
      {run.hub !== null && (
        <>
          <dt>{t('money.netting.hub')}</dt>
          <dd>{run.hub.name}</dd>
        </>
      )}
      <dt>{t('money.netting.createdAt')}</dt>
      <dd>{instant(run.createdAt)}</dd>
      <People run={run} />
    </dl>
  );
}

/** Who proposed and who confirmed it. */
function People({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const whoIs = useWho();
  return (
    <>
      <dt>{t('money.netting.createdBy')}</dt>
      <dd>{whoIs(run.createdBy, run.createdByName)}</dd>
      {run.confirmedBy !== null && (
        <>
          <dt>{t('money.netting.confirmedBy')}</dt>
          <dd>{whoIs(run.confirmedBy, run.confirmedByName)}</dd>
          <dt>{t('money.netting.entry')}</dt>
          <dd className="fact-links">
            {run.entryId !== null && (
              <Link to={`/ledger/entries/${run.entryId}`}>{t('money.netting.entryLink')}</Link>
            )}
            <Link to={`/payments?view=open&nettingRunId=${run.id}`}>{t('money.netting.toPayments')}</Link>
          </dd>
        </>
      )}
      {run.withdrawnBy !== null && (
        <>
          <dt>{t('settling.run.withdraw.by')}</dt>
          <dd>{whoIs(run.withdrawnBy, run.withdrawnByName)}</dd>
          <dt>{t('money.reason')}</dt>
          <dd>{run.withdrawReason}</dd>
        </>
      )}
    </>
  );
}
