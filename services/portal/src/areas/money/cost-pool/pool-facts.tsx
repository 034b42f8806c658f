import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Refusal } from '../../../kit/states.js';
import { useWho } from '../ledger/use-who.js';
import { useOffices } from '../../../session/use-offices.js';
import type { CostPool } from './cost-pool.model.js';

/** The facts of the pool and its progress. */
export function PoolFacts({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  return (
    <>
      <Notices pool={pool} />
      <dl className="card facts money-facts">
        <dt>{t(pool.kind === 'shared' ? 'money.costPool.sharing.payer' : 'money.costPool.organiser')}</dt>
        <dd>{pool.unionName}</dd>
        <dt>{t('money.costPool.parties')}</dt>
        <dd>{pool.parties.map(({ name }) => name).join(t('common.separator'))}</dd>
        <Origin pool={pool} />
        <PoolAmounts pool={pool} />
        <PoolPeople pool={pool} />
      </dl>
    </>
  );
}

/** The activity and its agreement, or the day of a shared bill. */
function Origin({ pool: { activityId, title, agreementVersion, spentOn } }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  if (activityId === null)
    return (
      <>
        <dt>{t('money.costPool.sharing.kind')}</dt>
        <dd>
          <span className="tag">{t('money.costPool.sharing.tag')}</span>
        </dd>
        <dt>{t('money.costPool.sharing.day')}</dt>
        <dd>{spentOn === null ? t('common.none') : date(spentOn)}</dd>
      </>
    );
  return (
    <>
      <dt>{t('money.costPool.activity')}</dt>
      <dd className="fact-links">
        <Link to={`/activities/${activityId}`}>{title}</Link>
        <Link to={`/activities/${activityId}/statement`}>{t('money.costPool.activityCosts')}</Link>
      </dd>
      <dt>{t('money.costPool.agreement')}</dt>
      <dd>
        <Link to={`/activities/${activityId}/agreement`}>
          {t('money.costPool.agreementVersion', { version: agreementVersion ?? 1 })}
        </Link>
      </dd>
    </>
  );
}

function PoolAmounts({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { total, subsidy, subsidySource } = pool;
  return (
    <>
      <dt>{t('money.costPool.total')}</dt>
      <dd>{total === null ? t('money.costPool.totalOpen') : money(total)}</dd>
      {subsidy !== null && subsidySource !== null && (
        <>
          <dt>{t('money.costPool.subsidy')}</dt>
          <dd>{t('money.costPool.subsidyBy', { amount: money(subsidy), source: subsidySource.name })}</dd>
        </>
      )}
    </>
  );
}

/** The persons who submitted and approved, and the entry. */
function PoolPeople({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const whoIs = useWho();
  return (
    <>
      {pool.submittedBy !== null && (
        <>
          <dt>{t('money.costPool.submitter')}</dt>
          <dd>{whoIs(pool.submittedBy, pool.submittedByName)}</dd>
        </>
      )}
      {pool.approvedBy !== null && (
        <>
          <dt>{t('money.costPool.approver')}</dt>
          <dd>
            {whoIs(pool.approvedBy, pool.approvedByName)}
            {pool.approvedAt !== null && ` · ${instant(pool.approvedAt)}`}
          </dd>
          <dt>{t('money.costPool.entry')}</dt>
          <dd>
            {pool.entryId === null ? (
              t(pool.approvedAt === null ? 'money.costPool.sharing.notPosted' : 'money.costPool.noEntry')
            ) : (
              <Link to={`/ledger/entries/${pool.entryId}`}>{t('money.costPool.entryLink')}</Link>
            )}
          </dd>
        </>
      )}
    </>
  );
}

function Notices({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  if (pool.state === 'reversed' && pool.activityId === null)
    return <Alert type="info" showIcon title={t('money.costPool.sharing.over')} className="notice" />;
  if (pool.state === 'reversed') return <ReversedNotice activityId={pool.activityId} />;
  if (pool.state !== 'open' || pool.returnReason === null) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('money.costPool.returned')}
      description={t('money.costPool.returnedBecause', { reason: pool.returnReason })}
      className="notice"
    />
  );
}

function ReversedNotice({ activityId }: { readonly activityId: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { holds } = useOffices();
  const open = useCommand('costPool', 'post', '/cost-pools');
  const again = (): void => {
    if (activityId === null) return;
    open.mutate({ body: { activityId } }, { onSuccess: ({ id }) => void navigate(`/cost-pools/${id}`) });
  };
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={t('money.costPool.reversedHint')}
        action={
          holds('finance', 'officer', 'organiser') && (
            <Button loading={open.isPending} onClick={again}>
              {t('money.costPool.openAnew')}
            </Button>
          )
        }
        className="notice"
      />
      {open.isError && <Refusal title={t('money.costPool.opening.refused')} error={open.error} />}
    </>
  );
}
