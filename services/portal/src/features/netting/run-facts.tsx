import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import { useUnionName } from '../ledger/use-unions.js';
import { useMe } from '../session/use-session.js';
import type { NettingRun } from './netting.model.js';

export function RunFacts({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const unionName = useUnionName(run.unionId);
  return (
    <dl className="card facts money-facts">
      <dt>{t('money.state')}</dt>
      <dd>
        <span className={`tag is-${run.state}`}>{t(`money.netting.states.${run.state}`)}</span>
      </dd>
      <dt>{t('money.netting.propose.union')}</dt>
      <dd>{unionName ?? t('common.loading')}</dd>
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
      <dt>{t('money.netting.createdAt')}</dt>
      <dd>{instant(run.createdAt)}</dd>
      <People run={run} />
    </dl>
  );
}

/** The views name persons by id alone: told is whether it was oneself. */
function People({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const whoIs = (personId: string): string => t(personId === me?.personId ? 'money.you' : 'money.someone');
  return (
    <>
      <dt>{t('money.netting.createdBy')}</dt>
      <dd>{whoIs(run.createdBy)}</dd>
      {run.confirmedBy !== null && (
        <>
          <dt>{t('money.netting.confirmedBy')}</dt>
          <dd>{whoIs(run.confirmedBy)}</dd>
          <dt>{t('money.netting.entry')}</dt>
          <dd className="fact-links">
            {run.entryId !== null && (
              <Link to={`/ledger/entries/${run.entryId}`}>{t('money.netting.entryLink')}</Link>
            )}
            <Link to={`/payments?nettingRunId=${run.id}`}>{t('money.netting.toPayments')}</Link>
          </dd>
        </>
      )}
    </>
  );
}
