import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { poolContract, type PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { draftContract } from '@gongxiang/contracts/sharing/organising/draft.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { seatCapContract } from '@gongxiang/contracts/sharing/seats/seat-cap.contract';
import { type Actor, hourMs, newId } from '@gongxiang/domain';
import { cutWhoWaits, eventually, type ServiceFixture } from '@gongxiang/testing';
import { ActivityRow } from '../../activities/activity/activity.entity.js';
import { startSharing } from '../../sharing.fixture.js';
import { type KnownUnion, Stage } from './registration.fixture.js';
import { SeatWatch } from './seat-watch.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 3 });
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

async function seatsOf(activityId: string): Promise<Record<string, number[]>> {
  const { items } = await sharing.ask(poolContract.list, { activityId }, host.officer);
  return Object.fromEntries(
    items.map(({ name, seats }) => [name, [seats.capacity, seats.confirmed, seats.free, seats.waiting]]),
  );
}

async function pools(activityId: string): Promise<PoolView[]> {
  return (await sharing.ask(poolContract.list, { activityId }, host.officer)).items;
}

async function isReleased(activityId: string): Promise<void> {
  await eventually(async () =>
    expect((await pools(activityId)).some(({ releasedAt }) => releasedAt !== null)).toBe(true),
  );
}

describe('a pool with times of its own', () => {
  it('opens for its people when it says, and for the others with the activity', async () => {
    const activityId = await stage.activity(host);
    const union = await stage.union(host.path);
    const opensAt = stage.inHours(1);
    await stage.pool(activityId, host, 5, union, { opensAt });
    await stage.pool(activityId, host, 5);
    const [theirs, other] = [...(await stage.members(union, 1)), ...(await stage.members(host, 1))] as [
      Actor,
      Actor,
    ];
    await expect(stage.register(activityId, theirs)).rejects.toMatchObject({
      code: 'NOT_OPEN_YET',
      params: { opensAt },
    });
    expect((await stage.register(activityId, other)).state).toBe('confirmed');
    sharing.clock.advance(hourMs);
    expect((await stage.register(activityId, theirs)).state).toBe('confirmed');
  });

  it('E15: gives what is free to the common pool once, though the work is run twice and a server is killed in it', async () => {
    const activityId = await stage.activity(host);
    const union = await stage.union(host.path);
    const reserved = await stage.pool(activityId, host, 5, union, { releasesAt: stage.inHours(2) });
    await stage.pool(activityId, host, 1);
    const others = await stage.members(host, 5);
    const theirs = await stage.members(union, 3);
    const lines = await stage.line(activityId, [...theirs.slice(0, 2), ...others]);
    expect(await seatsOf(activityId)).toEqual({ 工会名额: [5, 2, 3, 0], 公共名额: [1, 1, 0, 4] });
    // Another transaction locks the activity, so that the work begins and has to wait; then its connection breaks.
    const blocker = sharing.dataSource.createQueryRunner();
    await blocker.startTransaction();
    await blocker.manager.findOne(ActivityRow, {
      where: { id: activityId },
      lock: { mode: 'pessimistic_write' },
    });
    sharing.clock.advance(2 * hourMs);
    await cutWhoWaits(sharing.dataSource);
    await blocker.rollbackTransaction();
    await blocker.release();
    // Failed work is retried a little later.
    await eventually(async () => {
      sharing.clock.advance(1_000);
      expect((await pools(activityId)).some(({ releasedAt }) => releasedAt !== null)).toBe(true);
    });
    // 5 − 2 = 3 seats go: three of the four who wait get one
    expect(await seatsOf(activityId)).toEqual({ 工会名额: [2, 2, 0, 0], 公共名额: [4, 4, 0, 1] });
    const key = `${activityId}/${reserved.id}`;
    await sharing.dataSource.query(
      `INSERT INTO due (kind, key, due_at, payload) VALUES ('pool-release', $1, $2, '{}')
       ON CONFLICT (kind, key) DO UPDATE SET due_at = excluded.due_at`,
      [key, sharing.clock.now()],
    );
    await eventually(async () =>
      expect(await sharing.dataSource.query('SELECT 1 FROM due WHERE key = $1', [key])).toEqual([]),
    );
    expect(await seatsOf(activityId)).toEqual({ 工会名额: [2, 2, 0, 0], 公共名额: [4, 4, 0, 1] });
    // Its latecomers stand on the common waitlist; a seat given back goes there, too.
    const late = await stage.register(activityId, theirs[2] as Actor);
    expect(late).toMatchObject({ state: 'waitlisted', waitlistPlace: 2, poolName: '公共名额' });
    await stage.cancel(lines[0] as RegistrationView, theirs[0] as Actor);
    expect(await seatsOf(activityId)).toEqual({ 工会名额: [1, 1, 0, 0], 公共名额: [5, 5, 0, 1] });
    const [released] = (await pools(activityId)).filter(({ id }) => id === reserved.id) as [PoolView];
    await expect(stage.resize(released, host, 9)).rejects.toMatchObject({ code: 'POOL_RELEASED' });
    expect(
      await sharing.app.get(SeatWatch, { strict: false }).wrongSums(sharing.dataSource, sharing.clock.now()),
    ).toBe(0);
  });

  it('E15: who waits in it goes along, ahead of those who wait for the common pool', async () => {
    const activityId = await stage.activity(host);
    const union = await stage.union(host.path);
    await stage.pool(activityId, host, 3, union, { releasesAt: stage.inHours(1) });
    await stage.pool(activityId, host, 1);
    const [one, two] = (await stage.members(union, 2)) as [Actor, Actor];
    const [seated, waiter] = (await stage.members(host, 2)) as [Actor, Actor];
    await stage.register(activityId, one, 1);
    const party = await stage.register(activityId, two, 1); // two heads for 3 − 2 = 1 seat
    await stage.register(activityId, seated);
    const other = await stage.register(activityId, waiter);
    expect([party.waitlistPlace, other.waitlistPlace]).toEqual([1, 1]);
    sharing.clock.advance(hourMs);
    await isReleased(activityId);
    expect(await seatsOf(activityId)).toEqual({ 工会名额: [2, 2, 0, 0], 公共名额: [2, 1, 1, 3] });
    expect(await stage.get(party, two)).toMatchObject({ poolName: '公共名额', waitlistPlace: 1 });
    expect(await stage.get(other, waiter)).toMatchObject({
      waitlistPlace: 2,
      waitlistReason: 'OTHERS_AHEAD',
    });
  });

  it('E15: hundreds who go along keep their order at once, and are published no more than 200 in one transaction', async () => {
    const waiting = 450;
    const activityId = await stage.activity(host);
    const union = await stage.union(host.path);
    const reserved = await stage.pool(activityId, host, 1, union, { releasesAt: stage.inHours(1) });
    const common = await stage.pool(activityId, host, 1);
    await sharing.dataSource.query(
      `INSERT INTO registration (activity_id, person_id, id, version, pool_id, state, heads, rank, check_in_code, registered_by, registered_at)
       SELECT $1, gen_random_uuid(), uuidv7(), 1, p.id, 'waitlisted', 1, n, p.id::text || '-' || n, gen_random_uuid(), now()
       FROM generate_series(1, $4::int) AS n, unnest($2::uuid[], $3::int[]) AS p(id, waiting) WHERE n <= p.waiting`,
      [activityId, [reserved.id, common.id], [waiting, 3], waiting],
    );
    const order = (): Promise<{ poolId: string; version: number }[]> =>
      sharing.dataSource.query(
        `SELECT pool_id AS "poolId", version FROM registration WHERE activity_id = $1 ORDER BY state, rank`,
        [activityId],
      );
    sharing.clock.advance(hourMs);
    await isReleased(activityId);
    // One gets the seat of each pool; the others of the union stand before the three who waited for the common pool.
    const versions = (await order()).map(({ version }) => version);
    expect(versions).toEqual([...Array<number>(2).fill(3), ...Array<number>(waiting - 2).fill(2), 1, 1, 1]);
    await eventually(async () => {
      const steps: { count: number }[] = await sharing.dataSource.query(
        `SELECT count(*)::int AS count FROM audit_record
         WHERE noun = 'registration' AND after->>'activityId' = $1 GROUP BY xmin::text ORDER BY 1`,
        [activityId],
      );
      expect(steps.map(({ count }) => count)).toEqual([2, 48, 200, 200]);
    });
    expect(await seatsOf(activityId)).toMatchObject({ 公共名额: [2, 2, 0, waiting - 2 + 3] });
  });

  it('E15: where there is no common pool, one is made', async () => {
    const activityId = await stage.activity(host);
    const union = await stage.union(host.path);
    await stage.pool(activityId, host, 2, union, { releasesAt: stage.inHours(1) });
    const [theirs] = (await stage.members(union, 1)) as [Actor];
    const [stranger] = (await stage.members(await stage.union(), 1)) as [Actor];
    await stage.register(activityId, theirs);
    await expect(stage.register(activityId, stranger)).rejects.toMatchObject({ code: 'NO_POOL_FOR_YOU' });
    sharing.clock.advance(hourMs);
    await isReleased(activityId);
    expect((await stage.register(activityId, stranger)).state).toBe('confirmed');
    expect(await seatsOf(activityId)).toEqual({ 工会名额: [1, 1, 0, 0], 通用名额: [1, 1, 0, 0] });
  });

  it('is copied as it was planned: times as far from the start, seats back in their pool, caps too', async () => {
    const activityId = await stage.activity(host);
    const union = await stage.union(host.path);
    const releasesAt = stage.inHours(1);
    await stage.pool(activityId, host, 4, union, { releasesAt, offerHours: 3 });
    await sharing.ask(seatCapContract.create, { activityId, name: '礼堂限员', capacity: 9 }, host.officer);
    sharing.clock.advance(hourMs);
    await isReleased(activityId);
    const startsAt = stage.inHours(24 * 14);
    const { activity } = await sharing.ask(
      draftContract.copy,
      { activityId, startsAt, keepDay: true },
      host.officer,
    );
    const toId = activity.id;
    const copied = await pools(toId);
    expect(copied).toMatchObject([
      { unionId: union.id, offerHours: 3, releasedAt: null, seats: { capacity: 4 } },
    ]);
    // Its release was an hour after its creation, which was a day before its start: 24 − 1
    expect(Date.parse(startsAt) - Date.parse(copied[0]?.releasesAt ?? '')).toBe(23 * hourMs);
    const caps = await sharing.ask(seatCapContract.list, { activityId: toId }, host.officer);
    expect(caps.items).toMatchObject([{ name: '礼堂限员', capacity: 9, taken: 0 }]);
  });
});

describe('a cap over several pools', () => {
  it('E09: holds in a rush on all of its pools at once; lifted, it lets in who waited because of it', async () => {
    const activityId = await stage.activity(host);
    const unions = [await stage.union(host.path), await stage.union(host.path)];
    for (const union of unions) await stage.pool(activityId, host, 4, union);
    const cap = await sharing.ask(
      seatCapContract.create,
      { activityId, name: '礼堂消防限员', capacity: 5 },
      host.officer,
    );
    const people = [
      ...(await stage.members(unions[0] as KnownUnion, 8)),
      ...(await stage.members(unions[1] as KnownUnion, 8)),
    ];
    const views = await Promise.all(people.map((person) => stage.register(activityId, person)));
    expect(views.filter(({ state }) => state === 'confirmed')).toHaveLength(5);
    const caps = await sharing.ask(seatCapContract.list, { activityId }, people[0] as Actor);
    expect(caps.items).toMatchObject([{ id: cap.id, taken: 5, free: 0 }]);
    expect(await sharing.ask(activityContract.getPublic, { activityId }, null)).toMatchObject({
      seats: 8,
      seatsFree: 0, // 3 are free of the pools, none of the cap
    });
    const bound = (await pools(activityId)).filter(({ seats }) => seats.free > 0);
    for (const { boundBy } of bound) expect(boundBy).toEqual({ name: '礼堂消防限员', free: 0 });
    const now = await Promise.all(views.map((view, index) => stage.get(view, people[index] as Actor)));
    const reasons = now.flatMap(({ waitlistReason, waitlistCap }) =>
      waitlistReason === 'CAP_FULL' ? [waitlistCap] : [],
    );
    expect(new Set(reasons)).toEqual(new Set(['礼堂消防限员']));
    expect(
      await sharing.app.get(SeatWatch, { strict: false }).oversold(sharing.dataSource, sharing.clock.now()),
    ).toBe(0);
    await expect(
      sharing.ask(seatCapContract.create, { activityId, name: '大巴', capacity: 4 }, host.officer),
    ).rejects.toMatchObject({ code: 'CAP_BELOW_TAKEN', params: { taken: 5 } });
    await sharing.ask(seatCapContract.remove, { activityId, capId: cap.id }, host.officer);
    const { total } = await sharing.ask(poolContract.list, { activityId }, host.officer);
    expect(total).toMatchObject({ confirmed: 8, free: 0, waiting: 8 });
  });

  it('E09: a seat that comes free in one pool goes to who has waited longest in another', async () => {
    const activityId = await stage.activity(host);
    const unions = [await stage.union(host.path), await stage.union(host.path)] as [KnownUnion, KnownUnion];
    for (const union of unions) await stage.pool(activityId, host, 2, union);
    await sharing.ask(
      seatCapContract.create,
      { activityId, name: '大巴', unionId: host.id, capacity: 2 },
      host.officer,
    );
    const [a, b] = [await stage.members(unions[0], 3), await stage.members(unions[1], 1)];
    const order = [a[0], a[1], b[0], a[2]] as Actor[];
    const views: RegistrationView[] = [];
    for (const person of order) {
      views.push(await stage.register(activityId, person));
      sharing.clock.advance(1_000);
    }
    await stage.cancel(views[0] as RegistrationView, order[0] as Actor);
    const now = await Promise.all(views.map((view, index) => stage.get(view, order[index] as Actor)));
    expect(now.map(({ state }) => state)).toEqual(['cancelled', 'confirmed', 'confirmed', 'waitlisted']);
  });

  it('is set and lifted by the organiser’s union alone, and seen by who sees the activity', async () => {
    const activityId = await stage.activity(host);
    const stranger = await stage.union();
    const [member] = (await stage.members(host, 1)) as [Actor];
    const said = (attempt: Promise<unknown>): Promise<string> =>
      attempt.then(
        () => 'OK',
        (error: { code: string }) => error.code,
      );
    const request = { activityId, name: '大巴', capacity: 40 };
    const outcomes: string[][] = [];
    for (const caller of [null, member, stranger.officer, host.officer]) {
      outcomes.push([
        await said(sharing.ask(seatCapContract.create, request, caller)),
        await said(sharing.ask(seatCapContract.list, { activityId }, caller)),
        await said(sharing.ask(seatCapContract.remove, { activityId, capId: newId() }, caller)),
      ]);
    }
    expect(outcomes).toEqual([
      ['NOT_SIGNED_IN', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'],
      ['NOT_PERMITTED', 'OK', 'NOT_PERMITTED'],
      ['NOT_PERMITTED', 'OK', 'NOT_PERMITTED'],
      ['OK', 'OK', 'NOT_FOUND'],
    ]);
  });
});
