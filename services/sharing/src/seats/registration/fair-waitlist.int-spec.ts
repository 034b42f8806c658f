import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { draftContract } from '@gongxiang/contracts/sharing/organising/draft.contract';
import {
  registrationContract,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, hourMs } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { startSharing } from '../../sharing.fixture.js';
import { type KnownUnion, type PoolTerms, Stage } from './registration.fixture.js';
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

/** People who attended so many times each. */
async function peopleWho(...came: readonly number[]): Promise<Actor[]> {
  const people = await stage.members(host, came.length);
  for (const [index, times] of came.entries()) await stage.cameBefore(host, people[index] as Actor, times);
  return people;
}

/** An activity with one pool whose waitlist looks back 90 days. */
async function fair(capacity: number, terms: PoolTerms = {}) {
  const activityId = await stage.activity(host, { waitlistFairShareDays: 90 });
  return { activityId, pool: await stage.pool(activityId, host, capacity, undefined, terms) };
}

async function places(people: readonly Actor[], views: readonly RegistrationView[]): Promise<string[]> {
  const found = await Promise.all(views.map((view, index) => stage.get(view, people[index] as Actor)));
  return found.map(({ state, waitlistPlace }) => (waitlistPlace === null ? state : `${waitlistPlace}`));
}

describe('E07: a waitlist by fair share', () => {
  it('goes by who came to fewer activities of the network, then by sign-up, and says so to each', async () => {
    const { activityId } = await fair(1);
    const people = await peopleWho(5, 2, 0, 1, 0);
    await stage.cameBefore(host, people[2] as Actor, 3, 91); // outside the period looked back on
    const views = await stage.line(activityId, people);
    // The first has the seat: nobody waited. The places at sign-up: 1, 1, 2 (behind 0), 2.
    expect(views.map(({ waitlistPlace }) => waitlistPlace)).toEqual([null, 1, 1, 2, 2]);
    expect(await places(people, views)).toEqual(['confirmed', '4', '1', '3', '2']);
    const received = await Promise.all(views.map((view, index) => stage.get(view, people[index] as Actor)));
    expect(received.map(({ waitlistCame }) => waitlistCame)).toEqual([null, 2, 0, 1, 0]);
    const own = await sharing.ask(registrationContract.mine, { activityId }, people[3] as Actor);
    expect(own.items).toMatchObject([{ waitlistPlace: 3 }]);
    const ask = { activityId, state: 'waitlisted' as const };
    const first = await sharing.ask(registrationContract.list, { ...ask, limit: 2 }, host.officer);
    const cursor = first.nextCursor ?? '';
    const rest = await sharing.ask(registrationContract.list, { ...ask, limit: 2, cursor }, host.officer);
    expect([...first.items, ...rest.items].map((line) => [line.waitlistPlace, line.waitlistCame])).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 2],
    ]);
    const whole = await sharing.ask(registrationContract.list, { activityId, limit: 3 }, host.officer);
    const next = { activityId, cursor: whole.nextCursor ?? '' };
    const after = await sharing.ask(registrationContract.list, next, host.officer);
    expect([...whole.items, ...after.items].map(({ id }) => id)).toEqual(views.map(({ id }) => id));
  });

  it('gives seats along that order, and offers them along it', async () => {
    const { activityId } = await fair(1, { offerHours: 2 });
    const people = await peopleWho(0, 3, 1, 0);
    const views = await stage.line(activityId, people);
    await stage.cancel(views[0] as RegistrationView, people[0] as Actor);
    expect(await places(people, views)).toEqual(['cancelled', '2', '1', 'held']);
    sharing.clock.advance(2 * hourMs + 1_000);
    await eventually(async () =>
      expect(await places(people, views)).toEqual(['cancelled', '1', 'held', 'expired']),
    );
    // Out of order it needs a reason: the person who came three times is last.
    await stage.cancel(views[2] as RegistrationView, people[2] as Actor);
    expect(await places(people, views)).toEqual(['cancelled', 'held', 'cancelled', 'expired']);
  });

  it('E17: a party at its front is waited for by those behind it, and not by who came less often', async () => {
    const { activityId } = await fair(3);
    const people = await peopleWho(0, 2, 2, 1, 0);
    const [seated, family, often, once, never] = people as [Actor, Actor, Actor, Actor, Actor];
    await stage.register(activityId, seated);
    const party = await stage.register(activityId, family, 2); // 3 heads for 2 free seats
    expect(party).toMatchObject({
      state: 'waitlisted',
      waitlistPlace: 1,
      waitlistReason: 'PARTY_DOES_NOT_FIT',
    });
    expect(await stage.register(activityId, often)).toMatchObject({ state: 'waitlisted', waitlistPlace: 2 });
    expect((await stage.register(activityId, once)).state).toBe('confirmed');
    expect((await stage.register(activityId, never)).state).toBe('confirmed');
    expect(await stage.get(party, family)).toMatchObject({ waitlistPlace: 1, waitlistReason: 'POOL_FULL' });
  });

  it('E01: of forty who press at once each has one place, and who came less often stands first', async () => {
    const { activityId, pool } = await fair(10);
    const people = await peopleWho(...Array.from({ length: 40 }, (_, index) => index % 3));
    const views = await Promise.all(people.map((person) => stage.register(activityId, person)));
    const waiting = await Promise.all(
      views.map(async (view, index) => ({
        ...(await stage.get(view, people[index] as Actor)),
        came: index % 3,
      })),
    );
    const line = waiting
      .filter(({ waitlistPlace }) => waitlistPlace !== null)
      .sort((left, right) => (left.waitlistPlace ?? 0) - (right.waitlistPlace ?? 0));
    expect(line.map(({ waitlistPlace }) => waitlistPlace)).toEqual(line.map((_, index) => index + 1));
    expect(line.map(({ came }) => came)).toEqual([...line.map(({ came }) => came)].sort());
    expect(waiting.filter(({ state }) => state === 'confirmed')).toHaveLength(10);
    await stage.resize(pool, host, 25);
    const [next] = line.slice(15);
    const { total } = await sharing.ask(poolContract.list, { activityId }, host.officer);
    expect(total).toMatchObject({ capacity: 25, confirmed: 25, free: 0, waiting: 15 });
    const at = views.findIndex(({ id }) => id === next?.id);
    expect(await stage.get(views[at] as RegistrationView, people[at] as Actor)).toMatchObject({
      waitlistPlace: 1,
    });
    const watch = sharing.app.get(SeatWatch, { strict: false });
    expect(await watch.wrongSums(sharing.dataSource, sharing.clock.now())).toBe(0);
  });

  it('E14: whose seat was taken back stands first, however often they came', async () => {
    const { activityId, pool } = await fair(2);
    const people = await peopleWho(0, 4, 0);
    const views = await stage.line(activityId, people);
    const lowered = await stage.resize(pool, host, 1);
    expect(await places(people, views)).toEqual(['confirmed', '1', '2']);
    expect((await stage.get(views[1] as RegistrationView, people[1] as Actor)).waitlistCame).toBe(0);
    await stage.resize(lowered, host, 2);
    expect(await places(people, views)).toEqual(['confirmed', 'confirmed', '1']);
  });

  it('E15: who comes with the seats of a released pool stands before those of the common pool who came as often', async () => {
    const activityId = await stage.activity(host, { waitlistFairShareDays: 90 });
    const union = await stage.union(host.path);
    await stage.pool(activityId, host, 0, union, { releasesAt: stage.inHours(1) });
    await stage.pool(activityId, host, 0);
    const [ownOften, own] = (await stage.members(union, 2)) as [Actor, Actor];
    await stage.cameBefore(host, ownOften, 1);
    const [common, commonOften] = (await peopleWho(0, 1)) as [Actor, Actor];
    const people = [ownOften, common, own, commonOften];
    const views = await stage.line(activityId, people);
    expect(await places(people, views)).toEqual(['2', '1', '1', '2']);
    sharing.clock.advance(hourMs);
    await eventually(async () => expect(await places(people, views)).toEqual(['3', '2', '1', '4']));
  });

  it('counts anew for who comes again, and keeps the place of a party that grows', async () => {
    const { activityId } = await fair(1);
    const people = await peopleWho(0, 0, 1);
    const views = await stage.line(activityId, people);
    const [, first, second] = people as [Actor, Actor, Actor];
    await stage.cancel(views[1] as RegistrationView, first);
    await stage.cameBefore(host, first, 2);
    const again = await stage.register(activityId, first);
    expect(again).toMatchObject({ waitlistPlace: 2, waitlistCame: 2 });
    const request = { registrationId: (views[2] as RegistrationView).id, companions: [{ name: '同行' }] };
    expect(await sharing.ask(registrationContract.addCompanions, request, second)).toMatchObject({
      heads: 2,
      waitlistPlace: 1,
      waitlistCame: 1,
    });
  });
});

describe('the rule of a waitlist', () => {
  const edit = (activityId: string, waitlistFairShareDays: number | null) =>
    sharing.ask(activityContract.edit, { activityId, waitlistFairShareDays }, host.officer, { ifMatch: 1 });

  it('is changed until sign-up opens, and goes with the copy', async () => {
    const opensAt = new Date(sharing.clock.now().getTime() + hourMs);
    const activityId = await stage.activity(host, { signUpOpensAt: opensAt });
    expect(await edit(activityId, 90)).toMatchObject({ waitlistFairShareDays: 90, version: 2 });
    const plain = await stage.activity(host, { signUpOpensAt: opensAt, waitlistFairShareDays: 30 });
    expect(await edit(plain, null)).toMatchObject({ waitlistFairShareDays: null });
    const startsAt = stage.inHours(24 * 30);
    const { activity } = await sharing.ask(draftContract.copy, { activityId, startsAt }, host.officer);
    expect(activity.waitlistFairShareDays).toBe(90);
  });

  it('is fixed once people sign up, though the opening be moved; saying the same again is no change', async () => {
    const refusal = { code: 'WAITLIST_ORDER_FIXED' };
    const open = await stage.activity(host, { waitlistFairShareDays: 90 });
    await expect(edit(open, 30)).rejects.toMatchObject(refusal);
    expect(await edit(open, 90)).toMatchObject({ waitlistFairShareDays: 90 });
    const moved = await stage.activity(host);
    await stage.pool(moved, host, 1);
    await stage.line(moved, await stage.members(host, 1));
    await sharing.dataSource.query('UPDATE activity SET sign_up_opens_at = $2 WHERE id = $1', [
      moved,
      new Date(sharing.clock.now().getTime() + hourMs),
    ]);
    await expect(edit(moved, 90)).rejects.toMatchObject(refusal);
  });
});
