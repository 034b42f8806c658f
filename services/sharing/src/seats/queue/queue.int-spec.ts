import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { drawContract } from '@gongxiang/contracts/sharing/seats/draw.contract';
import { queueContract } from '@gongxiang/contracts/sharing/seats/queue.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import type { Actor } from '@gongxiang/domain';
import { cutWhoWaits, eventually, type ServiceFixture } from '@gongxiang/testing';
import type { KnownUnion } from '../registration/registration.fixture.js';
import { noticesOf, untilNotified } from '../../reference/notice/notice.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { commitmentOf } from './commitment.js';
import { placeKeyOf } from './place-key.js';
import { QueueRow } from './queue.entity.js';
import { orderBy, QueueStage, rankCorrelation } from './queue.fixture.js';

let sharing: ServiceFixture;
let stage: QueueStage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 2 });
  stage = new QueueStage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

const frozen = (activityId: string, person: Actor) =>
  eventually(async () => createdQueue(await stage.queue(activityId, person)));

function createdQueue<Queue extends { readonly frozenAt: string | null }>(queue: Queue): Queue {
  if (queue.frozenAt === null) throw new Error('the order is not made yet');
  return queue;
}

describe('a queue before the opening', () => {
  it('E26: who was there before is in the order of the keys, whatever the order of arrival; who comes later stands behind', async () => {
    const { activityId, queue, members } = await stage.queued(host, 10, 520);
    const early = members.slice(0, 500);
    const arrival: string[] = [];
    for (let from = 0; from < 500; from += 50)
      await Promise.all(
        early.slice(from, from + 50).map(async (person) => {
          expect(await stage.join(activityId, person)).toMatchObject({ state: 'waiting', place: null });
          arrival.push(person.personId);
        }),
      );
    stage.opens();
    const late = members.slice(500);
    // Two replicas receive requests while the due work draws the order.
    const behind = await Promise.all(late.map((person) => stage.join(activityId, person)));

    const { secret, early: count, joined, commitment } = await frozen(activityId, members[0] as Actor);
    expect([count, joined, commitment]).toEqual([500, 520, queue.commitment]);
    expect(commitmentOf(secret ?? '')).toBe(queue.commitment);
    const places = await stage.places(activityId);
    const order = [...places.keys()];
    const ids = early.map(({ personId }) => personId);
    expect(order.slice(0, 500)).toEqual(orderBy(secret ?? '', ids));
    expect([...places.values()]).toEqual(Array.from({ length: 520 }, (_one, index) => index + 1));
    expect(behind.map(({ place }) => place).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
      Array.from({ length: 20 }, (_one, index) => 501 + index),
    );
    expect(behind.every((one) => one.order === 'arrival' && one.key === null)).toBe(true);
    // For 500 random places it lies outside ±0.2 once in a hundred thousand times: 4.4 ÷ √499.
    expect(Math.abs(rankCorrelation(arrival, order.slice(0, 500)))).toBeLessThan(0.2);
    const first = early.find(({ personId }) => personId === order[0]) as Actor;
    expect(await stage.mine(activityId, first)).toMatchObject({
      state: 'turn',
      place: 1,
      ahead: 0,
      order: 'lot',
      key: placeKeyOf(secret ?? '', first.personId),
    });
  });

  it('the secret is committed to before anybody joins, and nothing of it can be read before the order is made', async () => {
    const { activityId, queue, members } = await stage.queued(host, 1, 2);
    await stage.join(activityId, members[0] as Actor);
    expect(await stage.queue(activityId, members[1] as Actor)).toMatchObject({
      secret: null,
      early: null,
      frozenAt: null,
      joined: 1,
      letIn: 0,
      commitment: queue.commitment,
    });
    const row = await sharing.dataSource.manager.findOneByOrFail(QueueRow, { activityId });
    expect(row).toMatchObject({ secret: null, sealedSecret: expect.stringMatching(/^aes-256-gcm\./) });
    stage.opens();
    const { secret } = await frozen(activityId, members[0] as Actor);
    const trail: { action: string; after: object }[] = await sharing.dataSource.query(
      `SELECT action, after FROM audit_record WHERE subject_id = $1 AND noun = 'queue' ORDER BY id`,
      [activityId],
    );
    expect(trail.map(({ after }) => after)).toEqual([{ commitment: queue.commitment }, { early: 1 }]);
    expect(JSON.stringify(trail)).not.toContain(secret);
  });

  it('E18: whoever presses twice, at once or later, has one place', async () => {
    const { activityId, members } = await stage.queued(host, 1, 1);
    const [person] = members as [Actor];
    await Promise.all([stage.join(activityId, person), stage.join(activityId, person)]);
    await stage.join(activityId, person);
    expect(await stage.queue(activityId, person)).toMatchObject({ joined: 1 });
    expect(await stage.places(activityId)).toEqual(new Map([[person.personId, null]]));
  });

  it('is joined from its time on, by whoever sees the activity, and by officers for their members', async () => {
    const activityId = await stage.activity(host, { signUpOpensAt: new Date(stage.inHours(2)) });
    const [person, other] = (await stage.members(host, 2)) as [Actor, Actor];
    await expect(stage.join(activityId, person)).rejects.toMatchObject({ code: 'QUEUE_NONE' });
    await expect(stage.mine(activityId, person)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { joinFrom } = await stage.set(activityId, host, { perMinute: 60 });
    await expect(stage.join(activityId, person)).rejects.toMatchObject({
      code: 'QUEUE_NOT_OPEN_YET',
      params: { joinFrom },
    });
    expect(await stage.mine(activityId, person)).toMatchObject({
      state: 'none',
      joinedAt: null,
      place: null,
    });
    // Half an hour before the opening in two hours.
    sharing.clock.advance(90 * 60_000);
    await expect(stage.join(activityId, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(stage.join(activityId, person, other.personId)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const stranger = await stage.union();
    await expect(stage.join(activityId, stranger.officer, other.personId)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await stage.join(activityId, host.officer, other.personId);
    expect(await stage.mine(activityId, other)).toMatchObject({ state: 'waiting' });
    expect(await stage.mine(activityId, host.officer)).toMatchObject({ state: 'none' });
  });

  it('and a draw exclude each other', async () => {
    const { activityId } = await stage.queued(host, 1, 0);
    const window = { opensAt: stage.inHours(2), closesAt: stage.inHours(3) };
    const refusal = { code: 'QUEUE_AND_DRAW' };
    await expect(
      sharing.ask(drawContract.create, { activityId, ...window }, host.officer),
    ).rejects.toMatchObject(refusal);
    const drawn = await stage.activity(host, { signUpOpensAt: new Date(stage.inHours(1)) });
    await sharing.ask(drawContract.create, { activityId: drawn, ...window }, host.officer);
    await expect(stage.set(drawn, host, { perMinute: 60 })).rejects.toMatchObject(refusal);
  });
});

describe('sign-up by a queue', () => {
  it('E26: at each one’s turn, and not before; without a place not at all', async () => {
    // One a second: the turn of the third is 2 s after the opening.
    const { activityId, members } = await stage.queued(host, 10, 4, 60);
    const outside = members[3] as Actor;
    for (const person of members.slice(0, 3)) await stage.join(activityId, person);
    await expect(stage.register(activityId, members[0] as Actor)).rejects.toMatchObject({
      code: 'NOT_OPEN_YET',
    });
    stage.opens();
    await frozen(activityId, outside);
    const order = [...(await stage.places(activityId)).keys()];
    const [first, second, third] = order.map((id) => members.find(({ personId }) => personId === id)) as [
      Actor,
      Actor,
      Actor,
    ];
    expect((await stage.register(activityId, first)).state).toBe('confirmed');
    const { turnAt, ahead, pollAfter } = await stage.mine(activityId, third);
    expect([ahead, pollAfter]).toEqual([1, 2]);
    const refusal = { code: 'QUEUE_TURN_NOT_YET', params: { opensAt: turnAt } };
    await expect(stage.register(activityId, third)).rejects.toMatchObject(refusal);
    // An officer who signs the person up gets the same answer, alone or in a group.
    const request = { activityId, personId: third.personId };
    await expect(sharing.ask(registrationContract.register, request, host.officer)).rejects.toMatchObject(
      refusal,
    );
    await expect(stage.group(activityId, host.officer, [third])).rejects.toMatchObject(refusal);
    await expect(stage.register(activityId, outside)).rejects.toMatchObject({ code: 'QUEUE_PLACE_MISSING' });
    sharing.clock.advance(1_000);
    expect((await stage.register(activityId, second)).state).toBe('confirmed');
    await expect(stage.register(activityId, third)).rejects.toMatchObject(refusal);
    sharing.clock.advance(1_000);
    expect((await stage.register(activityId, third)).state).toBe('confirmed');
    // Nobody is ahead: a newcomer has their turn, 3 s after the opening at the latest.
    sharing.clock.advance(1_000);
    expect(await stage.join(activityId, outside)).toMatchObject({
      state: 'turn',
      place: 4,
      order: 'arrival',
    });
    expect((await stage.register(activityId, outside)).state).toBe('confirmed');
  });

  it('everybody is notified once when it comes, and nobody who has a seat by then', async () => {
    const { activityId, members } = await stage.queued(host, 10, 4, 2);
    for (const person of members.slice(0, 3)) await stage.join(activityId, person);
    stage.opens();
    await frozen(activityId, members[0] as Actor);
    const [first, second, third] = [...(await stage.places(activityId)).keys()].map((personId) =>
      members.find((one) => one.personId === personId),
    ) as [Actor, Actor, Actor];
    const told = (person: Actor, kinds: readonly string[]) =>
      untilNotified(sharing, person, activityId, kinds);
    await told(first, ['queueTurn']);
    await told(second, []);
    const request = { activityId, personId: second.personId, override: { reason: '随队医生' } };
    await sharing.ask(registrationContract.register, request, host.officer);
    // Somebody who comes while turns are still ahead is told as well.
    await stage.join(activityId, members[3] as Actor);
    sharing.clock.advance(60_000);
    await told(third, ['queueTurn']);
    sharing.clock.advance(60_000);
    await told(members[3] as Actor, ['queueTurn']);
    expect((await noticesOf(sharing, second, activityId)).map(({ kind }) => kind)).not.toContain('queueTurn');
    const raised = await sharing.recorded(noticeRaisedEvents.sharing);
    const turns = raised.filter((one) => one.kind === 'queueTurn' && one.about['activityId'] === activityId);
    expect(turns.flatMap(({ personIds }) => personIds).toSorted()).toEqual(
      [first, third, members[3] as Actor].map(({ personId }) => personId).toSorted(),
    );
  });

  it('for a reason an officer lets somebody in whose turn has not come', async () => {
    const { activityId, members } = await stage.queued(host, 1, 1);
    stage.opens();
    const request = {
      activityId,
      personId: (members[0] as Actor).personId,
      override: { reason: '随队医生' },
    };
    const seat = await sharing.ask(registrationContract.register, request, host.officer);
    expect(seat.state).toBe('confirmed');
  });

  it('a pool that opens later than the queue still opens then', async () => {
    const { activityId, members } = await stage.queued(host, 0, 1);
    const [person] = members as [Actor];
    const opensAt = stage.inHours(2);
    await stage.pool(activityId, host, 5, host, { opensAt });
    await stage.join(activityId, person);
    stage.opens();
    await expect(stage.register(activityId, person)).rejects.toMatchObject({
      code: 'NOT_OPEN_YET',
      params: { opensAt },
    });
    stage.opens();
    expect((await stage.register(activityId, person)).state).toBe('confirmed');
  });
});

describe('the order', () => {
  it('is made once, though the work that is due, those who join and those who sign up come together', async () => {
    const { activityId, members } = await stage.queued(host, 60, 60, 60_000);
    const early = members.slice(0, 40);
    await Promise.all(early.map((person) => stage.join(activityId, person)));
    stage.opens(60);
    const [views] = await Promise.all([
      Promise.all(early.map((person) => stage.register(activityId, person))),
      Promise.all(members.slice(40).map((person) => stage.join(activityId, person))),
    ]);
    expect(views.every(({ state }) => state === 'confirmed')).toBe(true);
    const { secret, early: count } = await frozen(activityId, host.officer);
    expect(count).toBe(40);
    const order = [...(await stage.places(activityId)).keys()];
    const ids = early.map(({ personId }) => personId);
    expect(order.slice(0, 40)).toEqual(orderBy(secret ?? '', ids));
    const audited: unknown[] = await sharing.dataSource.query(
      `SELECT 1 FROM audit_record WHERE subject_id = $1 AND noun = 'queue' AND after ? 'early'`,
      [activityId],
    );
    expect(audited).toHaveLength(1);
  });

  it('is whole or not there, when the process dies in the middle of making it', async () => {
    const { activityId, members } = await stage.queued(host, 5, 30);
    await Promise.all(members.map((person) => stage.join(activityId, person)));
    const runner = sharing.dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query('SELECT 1 FROM activity WHERE id = $1 FOR UPDATE', [activityId]);
    stage.opens();
    // The work has begun and waits for the lock; its connection is cut as if killed.
    await cutWhoWaits(sharing.dataSource);
    expect([...(await stage.places(activityId)).values()].every((place) => place === null)).toBe(true);
    await runner.rollbackTransaction();
    await runner.release();
    // Failed work is retried after a pause, counted from when the failure was noticed.
    const { secret, early } = await eventually(async () => {
      sharing.clock.advance(1_000);
      return createdQueue(await stage.queue(activityId, members[0] as Actor));
    });
    expect(early).toBe(30);
    const ids = members.map(({ personId }) => personId);
    expect([...(await stage.places(activityId)).keys()]).toEqual(orderBy(secret ?? '', ids));
  });

  it('a place that was given stands, whoever writes to the table', async () => {
    const { activityId, members } = await stage.queued(host, 1, 1);
    await stage.join(activityId, members[0] as Actor);
    stage.opens();
    await frozen(activityId, members[0] as Actor);
    await expect(
      sharing.dataSource.query('UPDATE queue_place SET place = 9 WHERE activity_id = $1', [activityId]),
    ).rejects.toThrow('a place that was given stands');
  });
});

describe('an opening that is moved', () => {
  it('later, before it: they wait on, and the order is made at the new one', async () => {
    const { activityId, members } = await stage.queued(host, 5, 2);
    const [person, later] = members as [Actor, Actor];
    await stage.join(activityId, person);
    const { queue, signUpOpensAt } = await stage.moveOpening(activityId, host, 3);
    expect(queue?.opensAt).toBe(signUpOpensAt);
    stage.opens();
    expect(await stage.mine(activityId, person)).toMatchObject({ state: 'waiting', place: null });
    await stage.join(activityId, later);
    stage.opens();
    stage.opens();
    expect(await frozen(activityId, person)).toMatchObject({ early: 2 });
  });

  it('earlier, even into the past: it opens now, for who is there', async () => {
    const { activityId, members } = await stage.queued(host, 5, 2, 60);
    for (const person of members) await stage.join(activityId, person);
    const { queue } = await stage.moveOpening(activityId, host, -1);
    expect(queue?.opensAt).toBe(sharing.clock.now().toISOString());
    expect(await frozen(activityId, host.officer)).toMatchObject({ early: 2, letIn: 1 });
  });

  it('later, after the order was made: it stands, and turns are counted from the new opening', async () => {
    const { activityId, members } = await stage.queued(host, 5, 3, 60);
    const [person, , late] = members as [Actor, Actor, Actor];
    for (const one of members.slice(0, 2)) await stage.join(activityId, one);
    stage.opens();
    await frozen(activityId, person);
    const before = await stage.places(activityId);
    await stage.moveOpening(activityId, host, 1);
    // One more joins meanwhile and stands behind: the order is drawn once.
    expect(await stage.join(activityId, late)).toMatchObject({
      place: 3,
      state: 'waiting',
      order: 'arrival',
    });
    await expect(stage.register(activityId, person)).rejects.toMatchObject({ code: 'NOT_OPEN_YET' });
    stage.opens();
    expect(await stage.places(activityId)).toEqual(new Map([...before, [late.personId, 3]]));
    sharing.clock.advance(2_000);
    expect((await stage.register(activityId, late)).state).toBe('confirmed');
  });
});

describe('the organiser', () => {
  it('changes it until people join, makes it only faster once the order is made, and never takes it away then', async () => {
    const { activityId, members } = await stage.queued(host, 5, 1, 60);
    await expect(
      stage.set(activityId, host, { perMinute: 60, joinFrom: stage.inHours(0.5) }),
    ).rejects.toMatchObject({ code: 'QUEUE_JOINING' });
    expect(await stage.set(activityId, host, { perMinute: 30 })).toMatchObject({ perMinute: 30 });
    stage.opens();
    await frozen(activityId, members[0] as Actor);
    await expect(stage.set(activityId, host, { perMinute: 29 })).rejects.toMatchObject({
      code: 'QUEUE_ONLY_FASTER',
      params: { perMinute: 30 },
    });
    expect(await stage.set(activityId, host, { perMinute: 60_000 })).toMatchObject({ perMinute: 60_000 });
    await expect(sharing.ask(queueContract.remove, { activityId }, host.officer)).rejects.toMatchObject({
      code: 'QUEUE_OPENED',
    });
  });

  it('takes it away before, and brings it back with its commitment and with who had joined', async () => {
    const { activityId, queue, members } = await stage.queued(host, 5, 2);
    const [person] = members as [Actor];
    await stage.join(activityId, person);
    const removed = await sharing.ask(queueContract.remove, { activityId }, host.officer);
    expect(await stage.see(activityId, person)).toMatchObject({ version: removed.version, queue: null });
    await expect(stage.queue(activityId, person)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(sharing.ask(queueContract.remove, { activityId }, host.officer)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const again = await stage.set(activityId, host, { perMinute: 300 });
    expect(again).toMatchObject({ commitment: queue.commitment, joined: 1, state: 'ahead' });
    expect(await stage.mine(activityId, person)).toMatchObject({ state: 'waiting' });
  });

  it('without it everybody signs up at the opening', async () => {
    const { activityId, members } = await stage.queued(host, 5, 1);
    await sharing.ask(queueContract.remove, { activityId }, host.officer);
    stage.opens();
    expect((await stage.register(activityId, members[0] as Actor)).state).toBe('confirmed');
    await expect(stage.set(activityId, host, { perMinute: 60 })).rejects.toMatchObject({
      code: 'QUEUE_TOO_LATE',
    });
  });

  it('alone sets it: a member and the officer of another union see it, and may not', async () => {
    const { activityId, members } = await stage.queued(host, 5, 1);
    const { officer } = await stage.union();
    for (const person of [members[0] as Actor, officer]) {
      expect(await stage.queue(activityId, person)).toMatchObject({ state: 'joining' });
      const request = { activityId, perMinute: 1 };
      await expect(sharing.ask(queueContract.set, request, person, { ifMatch: 2 })).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
      await expect(sharing.ask(queueContract.remove, { activityId }, person)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    }
  });

  it('of a draft nobody hears but who prepares it', async () => {
    const changes = { state: 'draft', publishedAt: null } as const;
    const activityId = await stage.activity(host, { ...changes, signUpOpensAt: new Date(stage.inHours(1)) });
    await stage.set(activityId, host, { perMinute: 60, joinFrom: stage.inHours(0) });
    const [person] = (await stage.members(host, 1)) as [Actor];
    for (const look of [stage.queue(activityId, person), stage.mine(activityId, person)])
      await expect(look).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(stage.join(activityId, person)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(stage.join(activityId, host.officer)).rejects.toMatchObject({ code: 'ACTIVITY_NOT_OPEN' });
  });
});

it('a sign-up for an activity without a queue looks into no table of queues', async () => {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, 5);
  const [person] = (await stage.members(host, 1)) as [Actor];
  const runner = sharing.dataSource.createQueryRunner();
  await runner.startTransaction();
  // Any read would wait for the end of this transaction.
  await runner.query('LOCK TABLE queue, queue_place IN ACCESS EXCLUSIVE MODE');
  expect((await stage.register(activityId, person)).state).toBe('confirmed');
  await runner.rollbackTransaction();
  await runner.release();
  expect((await stage.see(activityId, person)).queue).toBeNull();
});

describe('one’s own places', () => {
  it('are listed with their activities, the latest first, page by page, and nobody else’s', async () => {
    const { activityId: first, members } = await stage.queued(host, 5, 2);
    const [person, other] = members as [Actor, Actor];
    const { activityId: second } = await stage.queued(host, 5, 0);
    const { activityId: third } = await stage.queued(host, 5, 0);
    for (const activityId of [first, second, third]) {
      await stage.join(activityId, person);
      sharing.clock.advance(1_000);
    }
    const mine = (page: { limit?: number; cursor?: string } = {}, actor: Actor | null = person) =>
      sharing.ask(queueContract.listMine, page, actor);
    const { items } = await mine();
    expect(items.map(({ activityId }) => activityId)).toEqual([third, second, first]);
    expect(items[2]).toMatchObject({
      activityState: 'published',
      state: 'waiting',
      place: null,
      ahead: null,
      turnAt: null,
    });

    const page = await mine({ limit: 2 });
    const rest = await mine({ limit: 2, cursor: page.nextCursor ?? '' });
    expect([...page.items, ...rest.items]).toEqual(items);
    expect(rest.nextCursor).toBeNull();
    expect(await mine({}, other)).toEqual({ items: [], nextCursor: null });
    await expect(mine({}, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });

    // A queue that is switched off gives nobody a place.
    await sharing.ask(queueContract.remove, { activityId: second }, host.officer);
    expect((await mine()).items.map(({ activityId }) => activityId)).toEqual([third, first]);

    stage.opens();
    await frozen(first, person);
    const [after] = (await mine()).items.filter(({ activityId }) => activityId === first);
    const { place, ahead, turnAt, state } = await stage.mine(first, person);
    expect(after).toMatchObject({ state, place, ahead, turnAt });
    expect(after).toMatchObject({ state: 'turn', place: 1, ahead: 0 });
  });
});
