import type { MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { type AccessRow, type AccessWorld, idOf } from './access-world.js';
import { newResident } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const ofUnion = [401, 403, 403, 200] as const;
const hidden = [401, 404, 404, 200] as const;
const made = [401, 403, 403, 201] as const;
const hiddenMade = [401, 404, 404, 201] as const;

const near = (world: AccessWorld): string => world.network.near.id;
const ofNear = (world: AccessWorld) => ({ query: `union=${near(world)}` });
const amount = { amount: '2835', currency: 'CNY' };
const paidOn = '2026-01-15';

/** Somebody new of the union, whose dues nobody else looks at. */
async function addMember(world: AccessWorld): Promise<void> {
  const body = { unionId: near(world), ...newResident() };
  const { id } = await world.people.keeper.client.post<MemberView>('/members', body);
  world.ids.set('memberId', id);
}

/** Somebody who has been a member for long and has paid nothing. */
async function addLapsing(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const rule = { fromMonth: '2020-01', kind: 'flat', amount };
  await client.post('/dues-rules', { unionId: near(world), ...rule });
  const body = { unionId: near(world), validFrom: '2020-01-05', ...newResident() };
  const { id } = await client.post<MemberView>('/members', body);
  await client.put(`/members/${id}/dues`, {
    fromMonth: '2026-01',
    monthlyBaseWage: { amount: '567890', currency: 'CNY' },
  });
  world.ids.set('memberId', id);
}

/** What a member owes is between them and the officers of their union; the rule is known to all. */
export const duesRows: readonly AccessRow[] = [
  {
    route: 'POST /dues-rules',
    expected: made,
    request: (world) => ({
      body: { unionId: near(world), fromMonth: '2026-01', kind: 'rate', percent: '0.5' },
    }),
  },
  { route: 'GET /dues-rules', expected: signedIn, request: ofNear },
  {
    route: 'PUT /members/{memberId}/dues',
    expected: hidden,
    before: addMember,
    request: () => ({
      body: { fromMonth: '2026-01', monthlyBaseWage: { amount: '567890', currency: 'CNY' } },
    }),
  },
  { route: 'GET /members/{memberId}/dues', expected: hidden },
  { route: 'GET /me/dues', expected: signedIn },
  { route: 'GET /me/dues-account', expected: signedIn },
  { route: 'GET /dues', expected: ofUnion, request: ofNear },
  { route: 'GET /dues-sums', expected: ofUnion, request: ofNear },
  {
    route: 'POST /members/{memberId}/dues-payments',
    expected: hiddenMade,
    request: () => ({ body: { amount, paidOn } }),
    keep: 'paymentId',
  },
  {
    route: 'POST /dues-payments',
    expected: made,
    request: (world) => ({
      body: { unionId: near(world), paidOn, payments: [{ memberId: idOf(world, 'memberId'), amount }] },
    }),
  },
  { route: 'GET /dues-payments', expected: ofUnion, request: ofNear },
  { route: 'GET /lapses', expected: ofUnion, request: ofNear },
  {
    route: 'POST /members/{memberId}/lapse-warnings',
    expected: hiddenMade,
    before: addLapsing,
    keep: 'warningId',
  },
  { route: 'GET /lapse-warnings/{warningId}', expected: hidden },
  { route: 'POST /lapse-warnings/{warningId}/withdraw', expected: hidden },
  { route: 'GET /me/lapse-warning', expected: signedIn },
  {
    route: 'POST /me/lapse-warning/answer',
    expected: [401, 409, 409, 409],
    request: () => ({ body: { words: '去年底住院' } }),
    why: 'nobody of them was warned',
  },
  {
    route: 'POST /dues-payments/{paymentId}/reverse',
    expected: hiddenMade,
    request: () => ({ body: { reason: '金额录错' } }),
  },
];
