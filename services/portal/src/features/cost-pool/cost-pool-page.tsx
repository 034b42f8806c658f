import '../ledger/ledger.css';
import './cost-pool.css';
import { useParams } from 'react-router';
import { lazyPart } from '../../shell/lazy-part.js';
import { PageHead } from '../../shell/page-head.js';
import { Loaded } from '../../shell/loaded.js';
import { ActingFor } from '../bookkeeping/acting-for.js';
import type { CostPool } from './cost-pool.model.js';
import { ItemList } from './item-list.js';
import { PoolFacts } from './pool-facts.js';
import { PoolSteps } from './pool-steps.js';
import { Shares } from './shares.js';
import { useCostItems, useCostPool } from './use-cost-pool.js';

const PoolConfirmations = lazyPart(
  'PoolConfirmations',
  () => import('../confirmation/pool-confirmations.js'),
  { rows: 4, texts: ['confirmation'] },
);
const RuleCheck = lazyPart('RuleCheck', () => import('../fund-rule/rule-check.js'), {
  rows: 2,
  texts: ['fundRule'],
});
const PoolLinks = lazyPart('PoolLinks', () => import('../pool-life/pool-links.js'), { rows: 4 });

export function CostPoolPage() {
  const { costPoolId = '' } = useParams();
  const pool = useCostPool(costPoolId);
  const items = useCostItems(costPoolId);
  return <Loaded query={pool}>{(found) => <OnePool key={found.id} pool={found} items={items} />}</Loaded>;
}

interface OnePoolProps {
  readonly pool: CostPool;
  readonly items: ReturnType<typeof useCostItems>;
}

function OnePool({ pool, items }: OnePoolProps) {
  return (
    <>
      <PageHead title={pool.activityTitle} back="/cost-pools" />
      <ActingFor unionId={pool.unionId} />
      <PoolFacts pool={pool} />
      <PoolSteps pool={pool} items={items.items ?? []} />
      {pool.approvedAt !== null && <PoolConfirmations costPoolId={pool.id} />}
      <ItemList pool={pool} list={items} />
      <RuleCheck pool={pool} />
      <Shares pool={pool} items={items.items ?? []} isPartial={items.hasNextPage} />
      <PoolLinks pool={pool} />
    </>
  );
}
