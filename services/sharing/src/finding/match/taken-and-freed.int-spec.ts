import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { matchContract, type MatchView } from '@gongxiang/contracts/sharing/finding/match.contract';
import {
  needContract,
  type NeedView,
  type PostNeedRequest,
} from '@gongxiang/contracts/sharing/lending/need.contract';
import { resourceContract } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { eventually } from '@gongxiang/testing';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';

let lending: Lending;
let stage: Stage;

beforeAll(async () => {
  lending = await startLending();
  stage = new Stage(lending.sharing);
});
afterAll(() => lending.sharing.stop());

const window = { from: at(1, '10:00'), to: at(1, '12:00') };

function post(changes: Partial<PostNeedRequest> = {}): Promise<NeedView> {
  const { borrower, borrowerOfficer, sharing } = lending;
  const request: PostNeedRequest = {
    party: { kind: 'union', id: borrower.id },
    title: '找场地',
    wants: [{ function: 'facility', business: 'culture' }],
    windows: [window],
    headcount: 20,
    ...changes,
  };
  return sharing.ask(needContract.post, request, borrowerOfficer);
}

async function matchOf(need: NeedView, offerId: string): Promise<MatchView | undefined> {
  const listed = { needId: need.id, limit: 200 };
  const { items } = await lending.sharing.ask(matchContract.list, listed, lending.borrowerOfficer);
  return items.find(({ offer }) => offer.id === offerId);
}

/** Waits until it is in the list of the need. */
function matched(need: NeedView, offerId: string): Promise<MatchView> {
  return eventually(async () => {
    const match = await matchOf(need, offerId);
    if (match === undefined) throw new Error('not matched yet');
    return match;
  });
}

async function isLost(need: NeedView, offerId: string): Promise<void> {
  await eventually(async () => expect(await matchOf(need, offerId)).toBeUndefined());
}

describe('a standing need', () => {
  it('E62: loses what is out of service for all of its time, also by the whole that it is a part of, and finds it again', async () => {
    const { sharing, ownerOfficer } = lending;
    const whole = await hall(lending);
    const part = await hall(lending, { partOfId: whole.id });
    const need = await post();
    await matched(need, whole.id);
    await matched(need, part.id);
    const block = await sharing.ask(
      resourceContract.block,
      { resourceId: whole.id, from: at(1, '00:00'), to: at(3, '00:00'), reason: '维修' },
      ownerOfficer,
    );
    await isLost(need, whole.id);
    await isLost(need, part.id);
    await sharing.ask(resourceContract.unblock, { resourceId: whole.id, blockId: block.id }, ownerOfficer);
    const { reasons } = await matched(need, whole.id);
    expect(reasons.map(({ code }) => code)).toContain('AVAILABLE');
    await matched(need, part.id);
  });

  it('keeps what is only lent to somebody else then, and says so', async () => {
    const { id } = await hall(lending, { district: '青山区' });
    await grantFor(lending, id);
    const need = await post({ district: '青山区' });
    await matched(need, id);
    await borrow(lending, id);
    await eventually(async () => {
      const codes = (await matchOf(need, id))?.reasons.map(({ code }) => code);
      expect(codes).toContain('NOT_AVAILABLE');
    });
  });

  it('weighs its budget against the fee of the right by which it would borrow', async () => {
    const { id } = await hall(lending, { district: '汉阳区' });
    const fee = { amount: '5000', currency: 'CNY' } as const;
    await grantFor(lending, id, { price: { kind: 'fee', fee, per: 'hour' } });
    const codesFor = async (amount: string) => {
      const need = await post({ district: '汉阳区', budget: { amount, currency: 'CNY' } });
      return (await matched(need, id)).reasons.map(({ code }) => code);
    };
    expect(await codesFor('10000')).toContain('WITHIN_BUDGET'); // two hours
    expect(await codesFor('9999')).toContain('OVER_BUDGET');
  });

  it('E09: loses an activity when its last seat is taken, and finds it again when one is given back', async () => {
    const { sharing } = lending;
    const host = await stage.union();
    const need = await post({ headcount: 2 });
    const activityId = await publishedWith(host, 2);
    await matched(need, activityId);
    const [one, two] = await stage.members(host, 2);
    if (one === undefined || two === undefined) throw new Error('two members were made');
    await stage.register(activityId, one);
    const last = await stage.register(activityId, two);
    // Sign-ups of half a minute are processed together.
    sharing.clock.advance(60_000);
    await isLost(need, activityId);
    await stage.cancel(last, two);
    sharing.clock.advance(60_000);
    const { reasons } = await matched(need, activityId);
    expect(reasons.find(({ code }) => code === 'SEATS_SHORT')?.params).toEqual({ seats: 1, needed: 2 });
  });

  it('E15: counts once the seats that the pool of another union gives to everybody', async () => {
    const { sharing } = lending;
    const host = await stage.union();
    const need = await post({ headcount: 3 });
    const activityId = await publishedWith(host, 1);
    await stage.pool(activityId, host, 2, host, { releasesAt: stage.inHours(1) });
    await matched(need, activityId);
    sharing.clock.advance(2 * 3_600_000);
    await eventually(async () => {
      sharing.clock.advance(60_000);
      const { reasons } = await matched(need, activityId);
      expect(reasons.find(({ code }) => code === 'SEATS_FREE')?.params).toEqual({ seats: 3, needed: 3 }); // 1 + 2
    });
  });
});

/** An activity at the time of the need, with so many seats for everybody. */
async function publishedWith(host: KnownUnion, capacity: number): Promise<string> {
  const { sharing } = lending;
  const draft = await sharing.ask(
    activityContract.create,
    {
      organiser: { kind: 'union', id: host.id },
      ...({ title: '趣味运动会', kind: 'sports', function: 'facility', business: 'culture' } as const),
      startsAt: window.from,
      endsAt: window.to,
    },
    host.officer,
  );
  const pool = { activityId: draft.id, name: '公共名额', capacity };
  await sharing.ask(poolContract.create, pool, host.officer);
  await sharing.ask(activityContract.publish, { activityId: draft.id }, host.officer);
  return draft.id;
}
