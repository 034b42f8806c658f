import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import {
  activitySeriesContract,
  type ActivitySeriesView,
  type CreatedSeriesView,
} from '@gongxiang/contracts/sharing/organising/activity-series.contract';
import {
  type ExtendedSeriesView,
  seriesExtensionContract,
} from '@gongxiang/contracts/sharing/organising/series-extension.contract';
import type { Actor } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import {
  draftOf,
  memberOf,
  type TestUnion,
  unionAt,
  withRole,
} from '../../activities/activity/activity.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let host: TestUnion;
let other: TestUnion;

const today = '2026-01-05T09:00:00+08:00';

beforeAll(async () => {
  sharing = await startSharing();
  [host, other] = await Promise.all([unionAt(sharing, '1.4.'), unionAt(sharing, '1.6.')]);
});
beforeEach(() => sharing.clock.set(today));
afterAll(() => sharing.stop());

/** Tuesday 13 January 2026, weekly; the Spring Festival is from 15 to 23 February. */
async function made(rule = 'FREQ=WEEKLY;COUNT=4', except: string[] = []): Promise<CreatedSeriesView> {
  const { id: activityId } = await draftOf(sharing, host, {
    title: '周二合唱团',
    kind: 'training',
    venue: '三楼排练厅',
    startsAt: '2026-01-13T19:00:00+08:00',
    endsAt: '2026-01-13T21:00:00+08:00',
    signUpOpensAt: '2026-01-06T08:00:00+08:00',
    signUpClosesAt: '2026-01-12T18:00:00+08:00',
  });
  await sharing.ask(poolContract.create, { activityId, name: '公共名额', capacity: 12 }, host.officer);
  const request = { activityId, rule, except, holidays: 'skip' as const };
  return sharing.ask(activitySeriesContract.create, request, host.officer);
}

interface End {
  readonly count?: number;
  readonly until?: string;
  readonly except?: string[];
}

function extend(seriesId: string, end: End, actor: Actor | null = host.officer): Promise<ExtendedSeriesView> {
  return sharing.ask(seriesExtensionContract.extend, { seriesId, ...end }, actor);
}

function seriesOf(seriesId: string): Promise<ActivitySeriesView> {
  return sharing.ask(activitySeriesContract.get, { seriesId }, host.officer);
}

function activityOf(activityId: string): Promise<ActivityView> {
  return sharing.ask(activityContract.get, { activityId }, host.officer);
}

async function outcome(answer: Promise<unknown>, code: string, pointer?: string): Promise<void> {
  const expected =
    pointer === undefined ? { code } : { code, errors: [expect.objectContaining({ pointer })] };
  await expect(answer).rejects.toMatchObject(expected);
}

describe('a series that goes on', () => {
  it('E43: adds what the preview shows, numbers on from the last, and leaves what was there', async () => {
    const series = await made('FREQ=WEEKLY;COUNT=4', ['2026-01-27']); // 13, 20 January, 3 February
    const before = await seriesOf(series.id);
    const end = { count: 8, except: ['2026-03-03', '2026-04-07'] };
    const preview = await sharing.ask(
      seriesExtensionContract.previewExtension,
      { seriesId: series.id, ...end },
      host.officer,
    );
    const { created, size, version, ...notes } = await extend(series.id, end);
    expect(created.map(({ date, number }) => [date, number])).toEqual([
      ['2026-02-10', 4],
      ['2026-02-24', 5], // the 17th is in the Spring Festival
    ]);
    expect([size, version]).toEqual([5, 2]);
    const days = created.map(({ activityId: _id, number: _number, ...day }) => day);
    expect(days).toEqual(preview.created);
    expect(notes.skipped).toEqual(preview.skipped);
    expect(notes.skipped.map(({ date, reason }) => [date, reason])).toEqual([
      ['2026-02-17', 'HOLIDAY'],
      ['2026-03-03', 'EXCEPTED'],
    ]);
    expect(notes.exceptUnmatched).toEqual(['2026-04-07']);
    const after = await seriesOf(series.id);
    expect(after).toMatchObject({ ruleText: 'FREQ=WEEKLY;COUNT=8', size: 5, version: 2 });
    expect(after.occurrences.slice(0, 3)).toEqual(before.occurrences);
    expect(after.skipped.map(({ date }) => date)).toEqual(['2026-01-27', '2026-02-17', '2026-03-03']);
    const all = await Promise.all(after.occurrences.map(({ activityId }) => activityOf(activityId)));
    expect(all.map(({ seriesNumber, seriesSize }) => [seriesNumber, seriesSize])).toEqual(
      [1, 2, 3, 4, 5].map((number) => [number, 5]),
    );
    const last = all.at(-1);
    expect(last).toMatchObject({
      state: 'draft',
      venue: '三楼排练厅',
      startsAt: '2026-02-24T11:00:00.000Z',
      signUpClosesAt: '2026-02-23T10:00:00.000Z', // the evening before, as with the others
    });
    const pools = await sharing.ask(poolContract.list, { activityId: last?.id ?? '' }, host.officer);
    expect(pools.items.map(({ name, seats }) => [name, seats.capacity])).toEqual([['公共名额', 12]]);
  });

  it('goes on as lately: "this and following" is taken over, what was changed for one alone is not and stays', async () => {
    const series = await made();
    const ids = series.created.map(({ activityId }) => activityId);
    await sharing.ask(
      activitySeriesContract.edit,
      { seriesId: series.id, fromActivityId: ids[1] ?? '', changes: { venue: '二楼', startTime: '18:30' } },
      host.officer,
      { ifMatch: 1 },
    );
    const alone = { activityId: ids[3] ?? '', title: '期末演出', venue: '礼堂' };
    await sharing.ask(activityContract.edit, alone, host.officer, { ifMatch: 2 });
    const { created, version } = await extend(series.id, { until: '2026-02-14' });
    expect(version).toBe(3);
    expect(await activityOf(created[0]?.activityId ?? '')).toMatchObject({
      title: '周二合唱团',
      venue: '二楼',
      startsAt: '2026-02-10T10:30:00.000Z',
    });
    expect(await activityOf(ids[3] ?? '')).toMatchObject({ title: '期末演出', venue: '礼堂', version: 3 });
  });

  it('E41: gives way to one that was moved onto one of its days; a cancelled one takes no day', async () => {
    const series = await made();
    const ids = series.created.map(({ activityId }) => activityId);
    const moved = {
      activityId: ids[3] ?? '',
      startsAt: '2026-02-10T20:00:00+08:00',
      endsAt: '2026-02-10T22:00:00+08:00',
    };
    await sharing.ask(activityContract.edit, moved, host.officer, { ifMatch: 1 });
    await outcome(extend(series.id, { count: 5 }), 'SERIES_EMPTY', '/count');
    await sharing.ask(activityContract.cancel, { activityId: ids[3] ?? '', reason: '停电' }, host.officer);
    const { created } = await extend(series.id, { count: 5 });
    expect(created.map(({ date, number }) => [date, number])).toEqual([['2026-02-10', 5]]);
  });

  it('E45: has one end, which is later than the present one, within its bounds', async () => {
    const series = await made();
    await outcome(extend(series.id, {}), 'SERIES_WITHOUT_END', '/count');
    await outcome(extend(series.id, { count: 6, until: '2026-03-01' }), 'SERIES_TWO_ENDS', '/until');
    await outcome(extend(series.id, { count: 4 }), 'SERIES_NOT_LONGER', '/count');
    await outcome(extend(series.id, { until: '2026-02-09' }), 'SERIES_NOT_LONGER', '/until');
    await outcome(extend(series.id, { until: '2031-02-01' }), 'SERIES_TOO_LONG', '/until');
    expect((await seriesOf(series.id)).version).toBe(1);
    const ids = series.created.map(({ activityId }) => activityId);
    const off = { seriesId: series.id, fromActivityId: ids[0] ?? '', reason: '停办' };
    await sharing.ask(activitySeriesContract.cancel, off, host.officer);
    await outcome(extend(series.id, { count: 6 }), 'ACTIVITY_CANCELLED');
  });

  it('E86: goes on once for a key, and once for an end', async () => {
    const series = await made();
    const request = { seriesId: series.id, count: 5 };
    const call = { idempotencyKey: 'longer once' };
    const first = await sharing.send(seriesExtensionContract.extend, request, host.officer, call);
    const again = await sharing.send(seriesExtensionContract.extend, request, host.officer, call);
    expect(again).toEqual({ ...first, replayed: true });
    await outcome(extend(series.id, { count: 5 }), 'SERIES_NOT_LONGER');
    const both = await Promise.allSettled([1, 2].map(() => extend(series.id, { count: 7 })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await seriesOf(series.id)).occurrences.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('is for whoever manages it', async () => {
    const { id: seriesId } = await made();
    const rows: [Actor | null, string][] = [
      [null, 'NOT_SIGNED_IN'],
      [memberOf(host), 'NOT_FOUND'],
      [other.officer, 'NOT_FOUND'],
      [withRole('auditor', host), 'NOT_PERMITTED'],
    ];
    for (const [actor, code] of rows) {
      await outcome(extend(seriesId, { count: 5 }, actor), code);
      const request = { seriesId, count: 5 };
      await outcome(sharing.ask(seriesExtensionContract.previewExtension, request, actor), code);
    }
  });
});
