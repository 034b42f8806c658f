import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { awaitEvents } from '@gongxiang/contracts/notification/awaits';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import {
  registrationContract,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, hourMs, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
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

async function stateOf(view: RegistrationView, person: Actor): Promise<string> {
  return (await stage.get(view, person)).state;
}

/** An activity with one seat offered for two hours, and a waitlist for it. */
async function waitlistForOne(count: number) {
  const activityId = await stage.activity(host);
  const pool = await stage.pool(activityId, host, 1, undefined, { offerHours: 2 });
  const people = await stage.members(host, count);
  const views = await stage.line(activityId, people);
  const at = (index: number) => [views[index] as RegistrationView, people[index] as Actor] as const;
  return { activityId, pool, people, views, at };
}

describe('a seat that is offered', () => {
  it('E02, E04: counts as taken until it is accepted, and says by when that is to be', async () => {
    const { activityId, at } = await waitlistForOne(2);
    await stage.cancel(...at(0));
    const held = await stage.get(...at(1));
    expect(held).toMatchObject({ state: 'held', waitlistPlace: null });
    expect(Date.parse(held.offerExpiresAt ?? '') - sharing.clock.now().getTime()).toBeLessThanOrEqual(
      2 * hourMs,
    );
    const [newcomer] = (await stage.members(host, 1)) as [Actor];
    expect(await stage.register(activityId, newcomer)).toMatchObject({
      state: 'waitlisted',
      waitlistPlace: 1,
    });
    const { total } = await sharing.ask(poolContract.list, { activityId }, newcomer);
    expect(total).toMatchObject({ capacity: 1, confirmed: 0, held: 1, free: 0, waiting: 1 });
    const { items } = await sharing.ask(registrationContract.mine, { activityId }, at(1)[1]);
    expect(items).toMatchObject([{ state: 'held', offerExpiresAt: held.offerExpiresAt }]);
    expect(await stage.accept(...at(1))).toMatchObject({ state: 'confirmed', offerExpiresAt: null });
    const again = { registrationId: held.id };
    expect(await sharing.send(registrationContract.acceptOffer, again, at(1)[1])).toMatchObject({
      existing: true,
      body: { state: 'confirmed' },
    });
  });

  it('E06: is free at once when it is declined, and offered to the next one', async () => {
    const { at } = await waitlistForOne(3);
    await stage.cancel(...at(0));
    await stage.cancel(...at(1));
    expect([await stateOf(...at(1)), await stateOf(...at(2))]).toEqual(['cancelled', 'held']);
  });

  it('E24: runs out once in three replicas, goes to the next one, and can be had again where one is free', async () => {
    const { activityId, pool, at } = await waitlistForOne(3);
    await stage.cancel(...at(0));
    const { offerExpiresAt } = await stage.get(...at(1));
    sharing.clock.advance(2 * hourMs + 1_000);
    await eventually(async () => expect(await stateOf(...at(2))).toBe('held'));
    const expired = await stage.get(...at(1));
    expect(expired).toMatchObject({ state: 'expired', offerExpiresAt, version: 3 });
    await expect(stage.accept(...at(1))).rejects.toMatchObject({
      code: 'OFFER_EXPIRED',
      params: { expiredAt: offerExpiresAt },
    });
    // The same work scheduled once more finds nothing to do.
    await sharing.dataSource.query(
      `INSERT INTO due (kind, key, due_at, payload) VALUES ('registration-offers', $1, $2, '{}')`,
      [`${activityId}/again`, sharing.clock.now()],
    );
    await eventually(async () =>
      expect(
        await sharing.dataSource.query(`SELECT 1 FROM due WHERE key = $1`, [`${activityId}/again`]),
      ).toEqual([]),
    );
    expect((await stage.get(...at(1))).version).toBe(3);
    expect(await stateOf(...at(2))).toBe('held');
    // The person signs up again: with a free seat and nobody ahead, the same registration is revived.
    await stage.accept(...at(2));
    await stage.resize(pool, host, 2);
    const revived = await stage.register(activityId, at(1)[1], 0);
    expect(revived).toMatchObject({ id: expired.id, state: 'confirmed', offerExpiresAt: null });
    const watch = sharing.app.get(SeatWatch, { strict: false });
    expect([
      await watch.wrongSums(sharing.dataSource, sharing.clock.now()),
      await watch.oversold(sharing.dataSource, sharing.clock.now()),
    ]).toEqual([0, 0]);
  });

  it('E24: whoever let it pass and signs up with others keeps nobody named before', async () => {
    const activityId = await stage.activity(host);
    const pool = await stage.pool(activityId, host, 1, undefined, { offerHours: 1 });
    const [first, second] = (await stage.members(host, 2)) as [Actor, Actor];
    await stage.register(activityId, first);
    const waiting = await stage.register(activityId, second, 2);
    await stage.resize(pool, host, 4);
    expect(await stateOf(waiting, second)).toBe('held');
    sharing.clock.advance(hourMs + 1_000);
    await eventually(async () => expect(await stateOf(waiting, second)).toBe('expired'));
    expect(await stage.register(activityId, second, 1)).toMatchObject({
      id: waiting.id,
      state: 'confirmed',
      heads: 2,
      companions: [{ name: '同行1' }],
    });
  });

  it('E10: is there when it is accepted, whoever signs up meanwhile and however the pool is lowered', async () => {
    const { activityId, pool, at } = await waitlistForOne(2);
    await stage.cancel(...at(0));
    await expect(stage.resize(pool, host, 0)).rejects.toMatchObject({ code: 'SEATS_OFFERED' });
    const crowd = await stage.members(host, 10);
    const [accepted] = await Promise.all([
      stage.accept(...at(1)),
      ...crowd.map((person) => stage.register(activityId, person)),
    ]);
    expect(accepted.state).toBe('confirmed');
    const { total } = await sharing.ask(poolContract.list, { activityId }, host.officer);
    expect(total).toMatchObject({ confirmed: 1, held: 0, over: 0, waiting: 10 });
  });

  it('is accepted by the person or their officers, and by nobody who has none', async () => {
    const { at } = await waitlistForOne(2);
    await stage.cancel(...at(0));
    const [stranger, other] = [await stage.union(), at(0)[1]];
    const [view, person] = at(1);
    for (const [caller, code] of [
      [null, 'NOT_SIGNED_IN'],
      [other, 'NOT_FOUND'],
      [stranger.officer, 'NOT_FOUND'],
    ] as const) {
      await expect(
        sharing.ask(registrationContract.acceptOffer, { registrationId: view.id }, caller),
      ).rejects.toMatchObject({ code });
    }
    await expect(stage.accept(...at(0))).rejects.toMatchObject({ code: 'REGISTRATION_CANCELLED' });
    expect((await stage.accept(view, host.officer)).state).toBe('confirmed');
    expect(await stateOf(view, person)).toBe('confirmed');
  });
});

describe('whom an offered seat waits for', () => {
  const awaits = ({ id }: RegistrationView, ...kinds: string[]) => untilAwaits(sharing, 'sharing', id, kinds);

  it('is the person by name, until they accept it or let it go', async () => {
    const { activityId, at } = await waitlistForOne(3);
    await stage.cancel(...at(0));
    const { offerExpiresAt } = await stage.get(...at(1));
    const [awaited] = await awaits(at(1)[0], 'seatOffered');
    expect(awaited).toMatchObject({
      why: 'waited',
      personIds: [at(1)[1].personId],
      offices: null,
      about: { activityId },
      values: { expiresAt: offerExpiresAt },
      dueAt: offerExpiresAt,
    });
    await stage.cancel(...at(1));
    await awaits(at(1)[0]);
    await awaits(at(2)[0], 'seatOffered');
    await stage.accept(...at(2));
    await awaits(at(2)[0]);
  });

  it('is nobody once it has expired, and the next one then', async () => {
    const { at } = await waitlistForOne(3);
    await stage.cancel(...at(0));
    await awaits(at(1)[0], 'seatOffered');
    sharing.clock.advance(2 * hourMs + 1_000);
    await awaits(at(1)[0]);
    await awaits(at(2)[0], 'seatOffered');
  });

  it('is nobody at its deadline where they are inside without having accepted it', async () => {
    const { activityId, at } = await waitlistForOne(2);
    await stage.cancel(...at(0));
    await awaits(at(1)[0], 'seatOffered');
    const item = { operationId: newId(), at: sharing.clock.now().toISOString(), registrationId: at(1)[0].id };
    await sharing.ask(checkInContract.checkIn, { activityId, items: [item] }, host.officer);
    sharing.clock.advance(2 * hourMs + 1_000);
    await awaits(at(1)[0]);
    expect(await stateOf(...at(1))).toBe('held');
  });

  it('is told of nobody who signs up, waits or gives a seat back without an offer', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1);
    const people = await stage.members(host, 3);
    const views = await stage.line(activityId, people);
    await stage.cancel(views[0] as RegistrationView, people[0] as Actor);
    const ids = views.map(({ id }) => id);
    const told = await sharing.recorded(awaitEvents.sharing);
    expect(told.filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  it('is told again of all offers of an activity where that is due', async () => {
    const { activityId, at } = await waitlistForOne(2);
    await stage.cancel(...at(0));
    await sharing.dataSource.query(`DELETE FROM awaited WHERE subject = 'registration' AND id = $1`, [
      at(1)[0].id,
    ]);
    const count = async () =>
      (await sharing.recorded(awaitEvents.sharing)).filter(({ id }) => id === at(1)[0].id).length;
    const before = await count();
    await sharing.dataSource.query(
      `INSERT INTO due (kind, key, due_at, payload) VALUES ('offer-awaits', $1, $2, '{}')`,
      [activityId, sharing.clock.now()],
    );
    await eventually(async () => expect(await count()).toBe(before + 1));
    await awaits(at(1)[0], 'seatOffered');
  });
});

describe('the end of moving up', () => {
  it('E25: after it a free seat waits for an officer, who goes along the line or says why not', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 2, undefined, { promotionUntil: stage.inHours(1) });
    const people = await stage.members(host, 5);
    const views = await stage.line(activityId, people);
    const at = (index: number) => [views[index] as RegistrationView, people[index] as Actor] as const;
    sharing.clock.advance(hourMs);
    await expect(stage.promote(at(2)[0], host.officer)).rejects.toMatchObject({
      code: 'NO_FREE_SEATS',
    });
    await stage.cancel(...at(0));
    await stage.cancel(...at(1));
    expect(await stage.get(...at(2))).toMatchObject({ waitlistPlace: 1, waitlistReason: 'PROMOTION_OVER' });
    await expect(stage.promote(at(3)[0], host.officer)).rejects.toMatchObject({ code: 'REASON_REQUIRED' });
    await expect(stage.promote(...at(3))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect((await stage.promote(at(3)[0], host.officer, '随队翻译')).state).toBe('confirmed');
    expect((await stage.promote(at(2)[0], host.officer)).state).toBe('confirmed');
    expect(await stateOf(...at(4))).toBe('waitlisted');
    const [trail] = await sharing.dataSource.query(
      `SELECT after->>'reason' AS reason, actor_id AS by FROM audit_record
       WHERE noun = 'registration' AND subject_id = $1 AND before->>'state' = 'waitlisted'`,
      [at(3)[0].id],
    );
    expect(trail).toEqual({ reason: '随队翻译', by: host.officer.personId });
  });
});

describe('looking and pressing', () => {
  it('E03: whoever pressed after the seats were taken away is told, and waits', async () => {
    const activityId = await stage.activity(host);
    const pool = await stage.pool(activityId, host, 3);
    const people = await stage.members(host, 3);
    const seen = await sharing.ask(poolContract.list, { activityId }, people[0] as Actor);
    expect(seen.total.free).toBe(3);
    const [, ...views] = await Promise.all([
      stage.resize(pool, host, 1),
      ...people.map((person) => stage.register(activityId, person)),
    ]);
    const now = await Promise.all(views.map((view, index) => stage.get(view, people[index] as Actor)));
    expect(now.map(({ state }) => state).sort()).toEqual(['confirmed', 'waitlisted', 'waitlisted']);
    expect(now.flatMap(({ waitlistReason }) => waitlistReason ?? [])).toEqual(['POOL_FULL', 'POOL_FULL']);
  });

  it('E13: the place is that in the person’s own pool, and the same wherever it is shown', async () => {
    const activityId = await stage.activity(host);
    const [district, elsewhere] = [await stage.union(host.path), await stage.union(host.path)];
    const branch = await stage.union(district.path);
    const wanted = await stage.pool(activityId, host, 0, district);
    await stage.pool(activityId, host, 0, elsewhere);
    await stage.pool(activityId, host, 0);
    const crowd = [
      ...(await stage.members(elsewhere, 2)),
      ...(await stage.members(district, 1)),
      ...(await stage.members(host, 2)),
      ...(await stage.members(branch, 1)),
    ];
    const views = await stage.line(activityId, crowd);
    const [mine, person] = [views[5] as RegistrationView, crowd[5] as Actor];
    // Of the branch below the district: second on the district's waitlist, whoever waits in the others.
    const expected = { id: mine.id, pool: wanted.id, waitlistPlace: 2 };
    expect(await stage.get(mine, person)).toMatchObject(expected);
    const own = await sharing.ask(registrationContract.mine, { activityId }, person);
    expect(own.items).toMatchObject([expected]);
    const list = await sharing.ask(registrationContract.list, { activityId }, district.officer);
    expect(list.items.map(({ waitlistPlace }) => waitlistPlace)).toEqual([1, 2]);
    expect(list.items[1]).toMatchObject(expected);
  });
});
