import { randomUUID } from 'node:crypto';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { ActivityView } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { CouponPage, MyCouponView } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import type { DrawView } from '@gongxiang/contracts/sharing/seats/draw.contract';
import type { GiveAwayView } from '@gongxiang/contracts/sharing/seats/give-away.contract';
import type {
  CreatedRedeemingPointView,
  RedemptionView,
} from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import type { MyRegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Account, forEachLimit, idOf, officerOf, until, type World } from '../tools/world.js';
import { findOrMake, peopleOf } from './draw.js';

/** By this the pages of the portal find it. */
export const giveAwayTitle = '江城影城电影通兑券';

const seats = 8;
const claimHours = 48;
const dayMs = 86_400_000;

/** Cinema tickets: drawn, claimed within two days, and redeemed by QR code at the cinema. */
export async function giveAway(world: World): Promise<void> {
  await world.report.step(
    '赠票：摇号、领取、到商家扫码核销 / Tickets: drawn, claimed, redeemed',
    async () => {
      const { client } = officerOf(world, 'officer');
      const activity = await findOrMake(world, giveAwayTitle, seats);
      if (activity.draw !== null) return world.report.figure('kept', giveAwayTitle);
      const path = `/activities/${activity.id}`;
      await sayWhat(world, activity);
      const members = await peopleOf(world);
      await draw(world, activity, members);
      const offered = await offeredAmong(members, activity.id);
      // One lets it wait: it goes on to the next when the time is up.
      const claimed = offered.slice(0, -1);
      await forEachLimit(claimed, 4, ({ account, registrationId }) =>
        account.client.post(`/registrations/${registrationId}/accept-offer`),
      );
      const coupons = await until(async () => {
        const { totals } = await client.get<CouponPage>(`${path}/coupons?limit=1`);
        return totals.issued === claimed.length && totals;
      }, 'a coupon for each who has claimed');
      world.report.figure('drawn', offered.length);
      world.report.figure('claimed', coupons.issued);
      const last = claimed.at(-1);
      if (last !== undefined) await redeem(world, activity, last.account);
    },
  );
}

async function sayWhat(world: World, { id }: ActivityView): Promise<void> {
  const terms = {
    title: '电影通兑券',
    howTo: '凭二维码到一楼售票台换票，场次任选。',
    faceValue: { amount: '4000', currency: 'CNY' },
    merchantId: idOf(world, 'merchant'),
    claimHours,
    redeemFrom: new Date(Date.now() - dayMs).toISOString(),
    redeemUntil: new Date(Date.now() + 60 * dayMs).toISOString(),
  };
  const { client } = officerOf(world, 'officer');
  await client.put<GiveAwayView>(`/activities/${id}/give-away`, terms, { ifMatch: 0 });
}

async function draw(world: World, { id }: ActivityView, members: readonly Account[]): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const opensAt = new Date(Date.now() + 1_000).toISOString();
  const closesAt = new Date(Date.now() + 6_000).toISOString();
  const made = await client.post<DrawView>(`/activities/${id}/draws`, { opensAt, closesAt });
  await until(async () => new Date() > new Date(opensAt), 'the opening of the draw');
  await forEachLimit(members, 4, ({ client: own }) => own.post(`/draws/${made.id}/entries`));
  await until(async () => (await client.get<DrawView>(`/draws/${made.id}`)).state === 'drawn', 'the draw');
}

interface Offered {
  readonly account: Account;
  readonly registrationId: string;
}

/** The demo's worker first, where drawn, so that whoever signs in as this worker has a coupon. */
async function offeredAmong(members: readonly Account[], activityId: string): Promise<Offered[]> {
  const offered: Offered[] = [];
  for (const account of members) {
    const query = `activityId=${activityId}&state=held`;
    const { items } = await account.client.get<Page<MyRegistrationView>>(`/me/registrations?${query}`);
    offered.push(...items.map(({ id: registrationId }) => ({ account, registrationId })));
  }
  return offered;
}

/** The last of them goes to the cinema, where the same code is scanned at two counters. */
async function redeem(world: World, { id }: ActivityView, holder: Account): Promise<void> {
  const [one, two] = [await counterOf(world, id, '一号售票台'), await counterOf(world, id, '二号售票台')];
  const { items } = await holder.client.get<Page<MyCouponView>>(`/me/coupons?activityId=${id}`);
  const code = items[0]?.code ?? '';
  const scan = (address: string): Promise<RedemptionView> =>
    world.nobody.post(`${address}/redemptions`, { operationId: randomUUID(), code });
  const results = (await Promise.all([scan(one), scan(two), scan(one), scan(two)])).map((one) => one.result);
  world.report.prove(
    'a coupon that is scanned at two counters at once is redeemed once',
    results.filter((result) => result === 'redeemed').length === 1 &&
      results.filter((result) => result === 'already').length === 3,
  );
}

async function counterOf(world: World, activityId: string, name: string): Promise<string> {
  const { client } = officerOf(world, 'officer');
  const path = `/activities/${activityId}/redeeming-points`;
  const { address } = await client.post<CreatedRedeemingPointView>(path, { name });
  return `/redeeming/${address?.replace('/redeem/', '') ?? ''}`;
}
