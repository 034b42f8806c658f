import '../../../kit/styles/ledger.css';
import '../../../kit/styles/cost-pool.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { DetailPage } from '../../../kit/detail-page.js';
import { Loaded } from '../../../kit/loaded.js';
import { ActingFor } from '../bookkeeping/acting-for.js';
import type { CostPool } from '../cost-pool/cost-pool.model.js';
import { ItemList } from './item-list.js';
import { PoolFacts } from '../cost-pool/pool-facts.js';
import { PoolSteps } from './pool-steps.js';
import { Shares } from '../cost-pool/shares.js';
import { useCostItems, useCostPool } from '../cost-pool/use-cost-pool.js';

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
  const { t } = useTranslation();
  return (
    <DetailPage
      title={pool.title}
      back="/cost-pools"
      state={<span className={`tag is-${pool.state}`}>{t(`money.costPool.states.${pool.state}`)}</span>}
      notices={<ActingFor unionId={pool.unionId} />}
      aside={<PoolSteps pool={pool} items={items.items ?? []} />}
      judged={
        <>
          {(pool.approvedAt !== null || pool.kind === 'shared') && <PoolConfirmations costPoolId={pool.id} />}
          <ItemList pool={pool} list={items} />
          <RuleCheck pool={pool} />
          <Shares pool={pool} items={items.items ?? []} isPartial={items.hasNextPage} />
        </>
      }
      below={<PoolLinks pool={pool} />}
    >
      <PoolFacts pool={pool} />
    </DetailPage>
  );
}
