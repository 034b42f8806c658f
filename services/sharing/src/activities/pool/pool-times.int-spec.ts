import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { poolContract, type PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { activitySeriesContract } from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { draftOf, type TestUnion, unionAt } from '../activity/activity.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let host: TestUnion;
let guest: TestUnion;

beforeAll(async () => {
  sharing = await startSharing();
  [host, guest] = await Promise.all([unionAt(sharing, '1.4.'), unionAt(sharing, '1.5.')]);
});
beforeEach(() => sharing.clock.set('2026-01-05T09:00:00+08:00'));
afterAll(() => sharing.stop());

/** On 10 February at 19:00, with guest seats released four days before, and promotion until the day before. */
async function planned(timeZone = 'Asia/Shanghai'): Promise<ActivityView> {
  const activity = await draftOf(sharing, host, {
    startsAt: '2026-02-10T19:00:00+08:00',
    endsAt: '2026-02-10T21:00:00+08:00',
    timeZone,
    signUpOpensAt: '2026-01-05T08:00:00+08:00',
    signUpClosesAt: '2026-02-09T18:00:00+08:00',
  });
  const { id: activityId } = activity;
  const times = {
    opensAt: '2026-01-06T08:00:00+08:00',
    releasesAt: '2026-02-06T20:00:00+08:00',
    promotionUntil: '2026-02-09T12:00:00+08:00',
  };
  const pool = { activityId, name: '友会名额', unionId: guest.id, capacity: 8, ...times };
  await sharing.ask(poolContract.create, pool, host.officer);
  await sharing.ask(poolContract.create, { activityId, name: '公共名额', capacity: 5 }, host.officer);
  return activity;
}

async function guestsPool(activityId: string): Promise<PoolView | undefined> {
  const { items } = await sharing.ask(poolContract.list, { activityId }, host.officer);
  return items.find(({ unionId }) => unionId === guest.id);
}

function move(activity: ActivityView, startsAt: string, endsAt: string): Promise<ActivityView> {
  const request = { activityId: activity.id, startsAt, endsAt };
  return sharing.ask(activityContract.edit, request, host.officer, { ifMatch: activity.version });
}

describe('the times of pools', () => {
  it('go along with the start of their activity, and so does the release itself', async () => {
    const activity = await planned();
    await move(activity, '2026-02-12T18:30:00+08:00', '2026-02-12T21:00:00+08:00');
    expect(await guestsPool(activity.id)).toMatchObject({
      opensAt: '2026-01-06T00:00:00.000Z', // announced
      releasesAt: '2026-02-08T11:30:00.000Z', // two days later, half an hour earlier
      promotionUntil: '2026-02-11T03:30:00.000Z',
      version: 2,
    });
    sharing.clock.set('2026-02-06T20:01:00+08:00');
    expect((await guestsPool(activity.id))?.releasedAt).toBeNull();
    sharing.clock.set('2026-02-08T19:31:00+08:00');
    await eventually(async () => expect((await guestsPool(activity.id))?.releasedAt).not.toBeNull());
  });

  it('never lie after a start that was moved ahead', async () => {
    const activity = await planned();
    await sharing.ask(
      activityContract.edit,
      {
        activityId: activity.id,
        signUpClosesAt: '2026-01-20T12:00:00+08:00',
        startsAt: '2026-01-21T19:00:00+08:00',
        endsAt: '2026-01-21T21:00:00+08:00',
      },
      host.officer,
      { ifMatch: 1 },
    );
    expect(await guestsPool(activity.id)).toMatchObject({
      releasesAt: '2026-01-17T12:00:00.000Z',
      promotionUntil: '2026-01-20T04:00:00.000Z',
    });
  });

  it('E36: go along by the clock of the zone, whatever its offset is then', async () => {
    const activity = await planned('America/New_York');
    // From 6 o'clock on 10 February to 6 o'clock on 10 March, two days after the clocks went forward there.
    await move(activity, '2026-03-10T06:00:00-04:00', '2026-03-10T08:00:00-04:00');
    expect(await guestsPool(activity.id)).toMatchObject({
      releasesAt: '2026-03-06T12:00:00.000Z', // 7 o'clock there, 28 days later, before the clocks change
      promotionUntil: '2026-03-09T03:00:00.000Z', // 23 o'clock the day before, by the new offset
    });
  });

  it('stay where they are with everything else that is edited, and once they have happened', async () => {
    const activity = await planned();
    const request = { activityId: activity.id, venue: '二楼', endsAt: '2026-02-10T22:00:00+08:00' };
    await sharing.ask(activityContract.edit, request, host.officer, { ifMatch: 1 });
    expect(await guestsPool(activity.id)).toMatchObject({ version: 1 });
    sharing.clock.set('2026-02-07T09:00:00+08:00');
    await eventually(async () => expect((await guestsPool(activity.id))?.releasedAt).not.toBeNull());
    await move({ ...activity, version: 2 }, '2026-02-17T19:00:00+08:00', '2026-02-17T21:00:00+08:00');
    expect(await guestsPool(activity.id)).toMatchObject({
      releasesAt: '2026-02-06T12:00:00.000Z',
      promotionUntil: '2026-02-16T04:00:00.000Z',
    });
  });

  it('go along with each occurrence when "this and following" begin at another time', async () => {
    const { id: activityId } = await planned();
    const rule = 'FREQ=WEEKLY;COUNT=3';
    const series = await sharing.ask(activitySeriesContract.create, { activityId, rule }, host.officer);
    const [, second, third] = series.created.map((one) => one.activityId);
    const changes = { startTime: '18:00' };
    const from = { seriesId: series.id, fromActivityId: second ?? '' };
    await sharing.ask(activitySeriesContract.edit, { ...from, changes }, host.officer, { ifMatch: 1 });
    const times = await Promise.all([activityId, second ?? '', third ?? ''].map((id) => guestsPool(id)));
    expect(times.map((pool) => [pool?.releasesAt, pool?.promotionUntil])).toEqual([
      ['2026-02-06T12:00:00.000Z', '2026-02-09T04:00:00.000Z'],
      ['2026-02-13T11:00:00.000Z', '2026-02-16T03:00:00.000Z'], // an hour earlier than the others would be
      ['2026-02-20T11:00:00.000Z', '2026-02-23T03:00:00.000Z'],
    ]);
  });
});
