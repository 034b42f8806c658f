import { randomUUID } from 'node:crypto';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { MyCouponView } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import type { RedeemingView } from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import { until } from '../demo/tools/world.js';
import { type AccessRow, type AccessWorld, idOf, type RowRequest } from './access-world.js';
import { ask } from './ask.js';
import { inDays, publishActivity } from './fixtures.js';

const signedIn = [401, 200, 200, 200] as const;
const organisers = [401, 403, 403, 200] as const;
const anybody = [200, 200, 200, 200] as const;

/** An activity in which the keeper has a seat. */
async function aSeat(world: AccessWorld): Promise<void> {
  const { client } = world.people.keeper;
  const { id } = await publishActivity(client, world.network.near, 2);
  await client.post(`/activities/${id}/registrations`);
  world.ids.set('givingActivityId', id);
}

const ofActivity = (world: AccessWorld): Pick<RowRequest, 'params'> => ({
  params: { activityId: idOf(world, 'givingActivityId') },
});

async function hasCoupon(world: AccessWorld): Promise<void> {
  const coupon = await until(async () => {
    const { items } = await world.people.keeper.client.get<Page<MyCouponView>>('/me/coupons');
    return items[0];
  }, 'the coupon');
  world.ids.set('couponId', coupon.id);
  world.ids.set('couponCode', coupon.code ?? '');
}

const scanOf = (world: AccessWorld): { body: object } => ({
  body: { operationId: randomUUID(), code: idOf(world, 'couponCode') },
});

/** Somebody at the counter scans it, whoever asks. */
async function isRedeemed(world: AccessWorld): Promise<void> {
  const address = `/redeeming/${idOf(world, 'redeemToken')}`;
  await ask(world.platform.gatewayUrl, 'POST', `${address}/redemptions`, scanOf(world));
  const { recent } = await world.people.keeper.client.get<RedeemingView>(address);
  world.ids.set('redemptionId', recent[0]?.redemptionId ?? '');
}

/** What is given away is its organiser's to say; a counter needs its address alone, whoever stands there. */
export const giveAwayRows: readonly AccessRow[] = [
  {
    route: 'PUT /activities/{activityId}/give-away',
    expected: organisers,
    before: aSeat,
    request: (world) => ({
      ...ofActivity(world),
      body: {
        title: '电影通兑券',
        merchantName: '星光影城',
        howTo: '到柜台换票',
        redeemFrom: inDays(-1),
        redeemUntil: inDays(9),
      },
      ifMatch: 0,
    }),
  },
  { route: 'GET /activities/{activityId}/give-away', expected: signedIn, request: ofActivity },
  { route: 'GET /me/coupons', expected: signedIn, before: hasCoupon },
  { route: 'GET /activities/{activityId}/coupons', expected: organisers, request: ofActivity },
  {
    route: 'POST /activities/{activityId}/redeeming-points',
    expected: [401, 403, 403, 201],
    request: (world) => ({ ...ofActivity(world), body: { name: '一号柜台' } }),
    keep: 'pointId',
    after: (world, { address }) => world.ids.set('redeemToken', address?.replace('/redeem/', '') ?? ''),
  },
  { route: 'GET /activities/{activityId}/redeeming-points', expected: organisers, request: ofActivity },
  { route: 'GET /redeeming/{redeemToken}', expected: anybody },
  {
    route: 'POST /redeeming/{redeemToken}/redemptions',
    expected: anybody,
    before: isRedeemed,
    request: scanOf,
  },
  { route: 'POST /redeeming/{redeemToken}/redemptions/{redemptionId}/undo', expected: anybody },
  {
    route: 'POST /activities/{activityId}/coupons/{couponId}/undo-redemption',
    expected: organisers,
    before: isRedeemed,
    request: (world) => ({ ...ofActivity(world), body: { reason: '收银台误扫，未兑换' } }),
  },
  {
    route: 'POST /activities/{activityId}/redeeming-points/{pointId}/revoke',
    expected: organisers,
    request: ofActivity,
  },
  { route: 'DELETE /activities/{activityId}/give-away', expected: organisers, request: ofActivity },
];
