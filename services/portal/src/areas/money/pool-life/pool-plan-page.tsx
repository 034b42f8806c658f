import '../../../kit/styles/ledger.css';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import type { CostPool } from '../cost-pool/cost-pool.model.js';
import { useCostPool } from '../cost-pool/use-cost-pool.js';
import { PlanComparison } from './plan-comparison.js';
import { PlannedItems } from './planned-items.js';
import type { PoolSummary } from './pool-life.model.js';
import { PoolChain } from './pool-chain.js';
import { SelfPayments } from './self-payments.js';

/** The planned and the actual costs of an activity, and what participants paid themselves. */
export function PoolPlanPage() {
  const { t } = useTranslation();
  const { costPoolId = '' } = useParams();
  const pool = useCostPool(costPoolId);
  const summary = useRead('costPool', '/cost-pools/{costPoolId}/summary', { costPoolId });
  return (
    <>
      <PageHead title={t('money.poolLife.plan.title')} back={`/cost-pools/${costPoolId}`} />
      <Loaded query={pool}>
        {(found) => (
          <>
            <p className="hint">{found.title}</p>
            <Loaded query={summary}>{(known) => <Whole summary={known} pool={found} />}</Loaded>
            <PlannedItems pool={found} />
            <SelfPayments pool={found} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Whole({ summary, pool }: { readonly summary: PoolSummary; readonly pool: CostPool }) {
  return (
    <>
      <SummaryFacts summary={summary} />
      {summary.comparison.length > 0 && <PlanComparison summary={summary} />}
      {summary.chain.length > 1 && <PoolChain chain={summary.chain} ownId={pool.id} />}
    </>
  );
}

function SummaryFacts({ summary }: { readonly summary: PoolSummary }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const orNone = (amount: PoolSummary['costPerHead']): string =>
    amount === null ? t('money.poolLife.plan.headsUnknown') : money(amount);
  const people = t('money.poolLife.plan.peopleOf', { count: summary.selfPaidHeads });
  const facts: readonly (readonly [string, string])[] = [
    [t('money.poolLife.plan.planned'), money(summary.planned)],
    [t('money.poolLife.plan.actual'), money(summary.actual)],
    [t('money.poolLife.plan.difference'), money(summary.difference)],
    [t('money.costPool.subsidy'), money(summary.subsidy)],
    [t('money.poolLife.selfPaid.title'), `${money(summary.selfPaid)} · ${people}`],
    [t('money.costPool.shares.headcount'), String(summary.heads ?? t('money.poolLife.plan.headsUnknown'))],
    [t('money.poolLife.plan.costPerHead'), orNone(summary.costPerHead)],
    [t('money.poolLife.plan.wholePerHead'), orNone(summary.wholePerHead)],
  ];
  return (
    <dl className="card facts money-facts">
      {facts.map(([name, value]) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
