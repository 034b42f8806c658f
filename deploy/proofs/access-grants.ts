import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { inDays } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const byKeeper = [401, 403, 403, 200] as const;

/** A right beside the one by which loans come: what is done with it touches none. */
async function grantIsThere(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const right = {
    to: { kind: 'union', unionId: world.network.next.id },
    from: inDays(100),
    until: inDays(120),
    approval: 'custodian',
    price: { kind: 'free' },
  };
  const grant = await client.post<GrantView>(`/resources/${idOf(world, 'resourceId')}/grants`, right);
  world.ids.set('grantId', grant.id);
}

async function revocationIsAhead(world: AccessWorld): Promise<void> {
  await grantIsThere(world);
  const sees = `/resources/${idOf(world, 'resourceId')}/grants`;
  const path = `${sees}/${idOf(world, 'grantId')}/revoke`;
  await world.people.keeper.client.decide<GrantView>(path, { effectiveFrom: inDays(110) }, { sees });
}

/** What is done with a right once it is given: its owner's matter. Which rights there are, and how they stood, all may see. */
export const grantRows: readonly AccessRow[] = [
  {
    route: 'POST /resources/{resourceId}/grants/preview',
    expected: byKeeper,
    request: () => ({ body: { to: { kind: 'everyone', onlySizes: ['small'] } } }),
  },
  {
    route: 'PATCH /resources/{resourceId}/grants/{grantId}',
    expected: byKeeper,
    before: grantIsThere,
    request: async (world) => {
      const path = `/resources/${idOf(world, 'resourceId')}/grants`;
      const { items } = await world.people.keeper.client.get<{ items: GrantView[] }>(path);
      const version = items.find(({ id }) => id === idOf(world, 'grantId'))?.version ?? 1;
      return { body: { quota: { hoursPerMonth: 8 } }, ifMatch: version };
    },
  },
  { route: 'GET /resources/{resourceId}/grants/{grantId}/versions', expected: signedIn },
  {
    route: 'POST /resources/{resourceId}/grants/{grantId}/revoke/preview',
    expected: byKeeper,
    request: () => ({ body: { futureLoans: 'cancel' } }),
  },
  {
    route: 'DELETE /resources/{resourceId}/grants/{grantId}/revocation',
    expected: byKeeper,
    before: revocationIsAhead,
  },
  {
    route: 'GET /resources/{resourceId}/my-right',
    expected: signedIn,
    request: () => ({
      query: `from=${encodeURIComponent(inDays(3))}&to=${encodeURIComponent(inDays(3.1))}`,
    }),
  },
];
