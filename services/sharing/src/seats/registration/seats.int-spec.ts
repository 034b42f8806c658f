import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { Actor } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { startSharing } from '../../sharing.fixture.js';
import { type KnownUnion, Stage } from './registration.fixture.js';
import { SeatWatch } from './seat-watch.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

async function now(people: readonly Actor[], views: readonly RegistrationView[]): Promise<string[]> {
  const found = await Promise.all(views.map((view, index) => stage.get(view, people[index] as Actor)));
  return found.map(({ state, waitlistPlace }) => (waitlistPlace === null ? state : `${waitlistPlace}`));
}

describe('the sums that are kept of a line', () => {
  const wrongLines = (): Promise<number> =>
    sharing.app.get(SeatWatch, { strict: false }).wrongSums(sharing.dataSource, sharing.clock.now());

  it('E11: are what counting finds, whatever was done; where they are not, the watch says so', async () => {
    const activityId = await stage.activity(host);
    const union = await stage.union(host.path);
    const common = await stage.pool(activityId, host, 3);
    await stage.pool(activityId, host, 2, union);
    const people = [...(await stage.members(host, 6)), ...(await stage.members(union, 4))];
    const views = await Promise.all(
      people.map((person, index) => stage.register(activityId, person, index % 3)),
    );
    const cancelled = [0, 7].map((index) =>
      stage.cancel(views[index] as RegistrationView, people[index] as Actor),
    );
    await Promise.all(cancelled);
    await stage.cancel(views[2] as RegistrationView, people[2] as Actor, ['同行1']);
    const raised = await stage.resize(common, host, 8);
    const again = await stage.register(activityId, people[0] as Actor, 2);
    await stage.resize(raised, host, 1);
    await stage.cancel(again, people[0] as Actor);
    expect(await wrongLines()).toBe(0);
    const drift = (by: number): Promise<unknown> =>
      sharing.dataSource.query('UPDATE pool_line SET confirmed = confirmed + $2 WHERE activity_id = $1', [
        activityId,
        by,
      ]);
    await drift(1);
    expect(await wrongLines()).toBe(2);
    await drift(-1);
    expect(await wrongLines()).toBe(0);
  });

  it('follow a statement that no code of ours makes, and are read instead of the registrations', async () => {
    const activityId = await stage.activity(host);
    const pool = await stage.pool(activityId, host, 3);
    await stage.line(activityId, await stage.members(host, 5));
    await sharing.dataSource.query(
      `DELETE FROM registration WHERE activity_id = $1 AND state = 'confirmed' AND rank < 3`,
      [activityId],
    );
    expect(await wrongLines()).toBe(0);
    const [line] = await sharing.dataSource.query(
      'SELECT confirmed, waiting_heads, last_rank FROM pool_line WHERE pool_id = $1',
      [pool.id],
    );
    expect(line).toEqual({ confirmed: 1, waiting_heads: 2, last_rank: 5 });
  });
});

describe('a capacity that changes', () => {
  it('E12: raised, it serves the waitlist in order, and a newcomer stands behind', async () => {
    const activityId = await stage.activity(host);
    const pool = await stage.pool(activityId, host, 1);
    const people = await stage.members(host, 5);
    const views = await stage.line(activityId, people.slice(0, 4));
    // While the seats are being added, a newcomer signs up.
    const [raised, newcomer] = await Promise.all([
      stage.resize(pool, host, 3),
      stage.register(activityId, people[4] as Actor),
    ]);
    expect(raised.version).toBe(2);
    expect(await now(people, [...views, newcomer])).toEqual([
      'confirmed',
      'confirmed',
      'confirmed',
      '1',
      '2',
    ]);
  });

  it('E14: lowered, the last in stand at the front of the waitlist in their order', async () => {
    const activityId = await stage.activity(host);
    const pool = await stage.pool(activityId, host, 3);
    const people = await stage.members(host, 4);
    const views = await stage.line(activityId, people);
    const lowered = await stage.resize(pool, host, 1);
    expect(await now(people, views)).toEqual(['confirmed', '1', '2', '3']);
    expect(lowered.seats).toMatchObject({ capacity: 1, confirmed: 1, free: 0, waitingParties: 3 });
    await stage.resize(lowered, host, 3);
    expect(await now(people, views)).toEqual(['confirmed', 'confirmed', 'confirmed', '1']);
  });

  it('needs the version that was seen, and the activity not begun', async () => {
    const activityId = await stage.activity(host);
    const pool = await stage.pool(activityId, host, 3);
    await stage.resize(pool, host, 4);
    await expect(stage.resize(pool, host, 5)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const begun = { startsAt: new Date(sharing.clock.now().getTime() + 1_000) };
    const late = await stage.activity(host, begun);
    const latePool = await stage.pool(late, host, 3);
    sharing.clock.advance(2_000);
    await expect(stage.resize(latePool, host, 5)).rejects.toMatchObject({ code: 'ACTIVITY_STARTED' });
  });
});

describe('pools', () => {
  it('E08: their lines sum to the total, and who waits stands outside', async () => {
    const activityId = await stage.activity(host);
    const below = await stage.union(host.path);
    await stage.pool(activityId, host, 2, below);
    await stage.pool(activityId, host, 3);
    const people = [...(await stage.members(below, 3)), ...(await stage.members(host, 1))];
    await stage.line(activityId, people);
    const { items, total } = await sharing.ask(poolContract.list, { activityId }, people[0] as Actor);
    expect(items.map(({ seats }) => [seats.confirmed, seats.free, seats.waiting])).toEqual([
      [2, 0, 1],
      [1, 2, 0],
    ]);
    expect(total).toEqual({
      capacity: 5,
      confirmed: 3,
      held: 0,
      free: 2,
      over: 0,
      waiting: 1,
      waitingParties: 1,
    });
  });

  it('are one for a union and one for all', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 2);
    await expect(stage.pool(activityId, host, 2)).rejects.toMatchObject({ code: 'POOL_EXISTS' });
  });

  it('are made and changed by the organiser’s union alone; a draft is hidden', async () => {
    const stranger = await stage.union();
    const [member] = (await stage.members(host, 1)) as [Actor];
    const organiser = {
      ...host.officer,
      roles: host.officer.roles.map((role) => ({ ...role, role: 'organiser' as const })),
    };
    const callers = [null, member, stranger.officer, organiser];
    const attempt = async (changes: { state: 'draft'; publishedAt: null } | object): Promise<string[][]> => {
      const activityId = await stage.activity(host, changes);
      const code = (error: { code: string }): string => error.code;
      const create = { activityId, name: '名额', capacity: 3 };
      const outcomes: string[][] = [];
      for (const caller of callers) {
        outcomes.push([
          await sharing.ask(poolContract.create, create, caller).then(() => 'OK', code),
          await sharing.ask(poolContract.list, { activityId }, caller).then(() => 'OK', code),
        ]);
      }
      return outcomes;
    };
    const nobody = ['NOT_SIGNED_IN', 'NOT_SIGNED_IN'];
    expect(await attempt({})).toEqual([
      nobody,
      ['NOT_PERMITTED', 'OK'],
      ['NOT_PERMITTED', 'OK'],
      ['OK', 'OK'],
    ]);
    const hidden = ['NOT_FOUND', 'NOT_FOUND'];
    expect(await attempt({ state: 'draft', publishedAt: null })).toEqual([
      nobody,
      hidden,
      hidden,
      ['OK', 'OK'],
    ]);
  });
});
