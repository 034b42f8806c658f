import type { Client } from '../demo/tools/client.js';
import { type FindFirst, pagesAs, type PortalPage } from './portal-page.js';

/** Experts who judge by link, and what their weights would change. The address of a judge is shown once, so it is a new one. */
export async function judgingPages(first: FindFirst, officer: Client): Promise<PortalPage[]> {
  const system = await first('/indicator-systems?state=published&limit=1');
  const version = await first(`/indicator-systems/${system}/weight-versions?limit=1`);
  const open = await first('/judgement-rounds?state=open&limit=1');
  const name = `王工 ${Date.now() % 1_000_000}`;
  const path = `/judgement-rounds/${open}/judges`;
  const { address } = await officer.post<{ readonly address: string | null }>(path, { name });
  return [
    ...pagesAs('nobody', { judge: address ?? '' }),
    ...pagesAs('officer', {
      'judgement-rounds': `/indicator-systems/${system}/judgement-rounds`,
      'judgement-round': `/judgement-rounds/${await first('/judgement-rounds?state=closed&limit=1')}`,
      'judgement-round-open': `/judgement-rounds/${open}`,
      'weight-studio': `/weight-versions/${version}/studio`,
    }),
  ];
}
