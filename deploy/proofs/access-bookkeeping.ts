import type { Page } from '@gongxiang/contracts/core/contract';
import type { BookkeepingMandateView } from '@gongxiang/contracts/settlement/ledger/bookkeeping.contract';
import type { MandateView } from '@gongxiang/contracts/sharing/reference/mandate.contract';
import { until } from '../demo/tools/world.js';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { inDays } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const hidden = [401, 404, 404, 200] as const;
const yuan = (amount: string): object => ({ amount, currency: 'CNY' });

/** `near` lets `next` keep its books, until settlement knows. */
async function mandated({ people, network, ids }: AccessWorld): Promise<void> {
  const { client } = people.keeper;
  const { id } = await client.post<MandateView>('/mandates', {
    fromUnionId: network.near.id,
    toUnionId: network.next.id,
    scopes: ['bookkeeping'],
    until: inDays(90),
    entryLimit: yuan('500000'),
  });
  ids.set('mandateId', id);
  await until(async () => {
    const { items } = await client.get<Page<BookkeepingMandateView>>('/bookkeeping-mandates');
    return items.some((one) => one.id === id);
  }, 'the mandate to keep books');
}

const partyOf = (world: AccessWorld) => ({ params: { party: `union:${world.network.near.id}` } });
const ofNear = (path: string) => (world: AccessWorld) => ({
  query: `union=${world.network.near.id}${path}`,
});

/** What the finance of `next` sees of `near` is by the mandate alone; all others see no more than before. */
export const bookkeepingRows: readonly AccessRow[] = [
  { route: 'GET /bookkeeping-mandates', expected: signedIn, before: mandated },
  { route: 'GET /bookkeeping-mandates/{mandateId}', expected: hidden },
  { route: 'GET /bookkeeping-mandates/{mandateId}', expected: hidden, right: 'coHost' },
  { route: 'GET /bookkeeping-mandates/{mandateId}/uses', expected: hidden },
  {
    route: 'GET /statements',
    expected: hidden,
    right: 'coHost',
    request: ofNear('&from=2026-01-01&to=2026-12-31'),
  },
  { route: 'GET /accounts/{accountId}', expected: hidden, right: 'coHost' },
  {
    route: 'GET /statements',
    expected: [401, 404, 404, 404],
    right: 'coHost',
    why: 'the mandate has ended, and with it what was to be seen',
    before: async (world) => {
      const { client } = world.people.keeper;
      const id = idOf(world, 'mandateId');
      await client.decide(`/mandates/${id}/revoke`, { reason: '已有专人负责' });
      const known = async (): Promise<boolean> =>
        (await client.get<BookkeepingMandateView>(`/bookkeeping-mandates/${id}`)).state === 'revoked';
      await until(known, 'the end of the mandate');
    },
    request: ofNear('&from=2026-01-01&to=2026-12-31'),
  },
];

/** Why a party bears what it bears; whether the facts behind it are whole. */
export const explanationRows: readonly AccessRow[] = [
  {
    route: 'POST /previews/split-tree',
    expected: signedIn,
    request: () => ({
      body: { total: yuan('100'), parties: [{ id: 'A' }, { id: 'B' }], rule: { kind: 'equal' } },
    }),
  },
  { route: 'GET /cost-pools/{costPoolId}/shares/{party}', expected: hidden, request: partyOf },
  { route: 'GET /fact-checks', expected: signedIn },
  { route: 'POST /fact-checks/{activityId}/repeat', expected: hidden },
];
