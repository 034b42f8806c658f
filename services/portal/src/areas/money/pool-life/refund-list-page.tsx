import '../../../kit/styles/ledger.css';
import '../../../kit/styles/cost-pool.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import type { CostPool } from '../cost-pool/cost-pool.model.js';
import { useCostPool } from '../cost-pool/use-cost-pool.js';
import { useOffices } from '../../../session/use-offices.js';
import { OneRefund } from './one-refund.js';

const NewRefund = lazyPart('NewRefund', () => import('./new-refund.js'), { rows: 6 });

/** The refunds on the bills of a pool. */
export function RefundListPage() {
  const { t } = useTranslation();
  const { costPoolId = '' } = useParams();
  const pool = useCostPool(costPoolId);
  return (
    <>
      <PageHead title={t('money.poolLife.refund.title')} back={`/cost-pools/${costPoolId}`} />
      <p className="hint">{t('money.poolLife.refund.hint')}</p>
      <Loaded query={pool}>{(found) => <Refunds key={found.id} pool={found} />}</Loaded>
    </>
  );
}

function Refunds({ pool }: { readonly pool: CostPool }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [isOpen, setOpen] = useState(false);
  const list = useList('costPool', '/cost-pools/{costPoolId}/refunds', { costPoolId: pool.id });
  const mayPropose = pool.state === 'approved' && holds('finance');
  return (
    <>
      <p className="hint">{pool.title}</p>
      {mayPropose && isOpen && <NewRefund pool={pool} onClose={() => setOpen(false)} />}
      {mayPropose && !isOpen && (
        <>
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('money.poolLife.refund.open')}
          </Button>
          <Preload part={NewRefund} />
        </>
      )}
      <PagedList list={list} empty={{ text: t('money.poolLife.refund.empty') }}>
        {(refunds) => (
          <ul className="plain-list">
            {refunds.map((refund) => (
              <li key={refund.id}>
                <OneRefund refund={refund} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </>
  );
}
