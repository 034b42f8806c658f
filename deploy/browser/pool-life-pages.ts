import type { Page } from '@gongxiang/contracts/core/contract';
import type { CostPoolSummaryView } from '@gongxiang/contracts/settlement/bills/cost-pool.contract';
import type { Client } from '../demo/tools/client.js';
import { pagesAs, type PortalPage } from './portal-page.js';

/** The further pages of the cost pool that the demo has supplemented and refunded. */
export async function poolLifePages(officer: Client): Promise<PortalPage[]> {
  const { items } = await officer.get<Page<CostPoolSummaryView>>('/cost-pools?limit=200');
  const supplement = items.find(({ supplementOf }) => supplementOf !== null);
  if (!supplement?.supplementOf) throw new Error('the demo network has no supplement of a cost pool');
  const pool = `/cost-pools/${supplement.supplementOf}`;
  return pagesAs('officer', {
    'cost-pool-supplement': `/cost-pools/${supplement.id}`,
    'cost-pool-plan': `${pool}/plan`,
    'cost-pool-refunds': `${pool}/refunds`,
    'cost-pool-trail': `${pool}/trail`,
  });
}
