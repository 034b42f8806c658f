import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { drawContract, drawEvents, type DrawView } from '@gongxiang/contracts/sharing/seats/draw.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { seatCapContract } from '@gongxiang/contracts/sharing/seats/seat-cap.contract';
import { type Actor, hourMs } from '@gongxiang/domain';
import { cutWhoWaits, eventually, hearHints, type ServiceFixture } from '@gongxiang/testing';
import { ActivityRow } from '../../activities/activity/activity.entity.js';
import { noticesOf } from '../../reference/notice/notice.fixture.js';
import { MemberRef } from '../../reference/reference.entity.js';
import type { KnownUnion } from '../registration/registration.fixture.js';
import { SeatWatch } from '../registration/seat-watch.js';
import { startSharing } from '../../sharing.fixture.js';
import { DrawEntryRow, DrawRow } from './draw.entity.js';
import { DrawStage } from './draw.fixture.js';
import { commitmentOf, listHashOf, seedOf } from './draw-hash.js';

let sharing: ServiceFixture;
let stage: DrawStage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 3 });
  stage = new DrawStage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

/** An activity with seats for everybody, and members of its union. */
async function ready(seats: number, people: number): Promise<{ activityId: string; members: Actor[] }> {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, seats);
  return { activityId, members: await stage.members(host, people) };
}

async function seatsOf(activityId: string): Promise<{ confirmed: number; waiting: number; free: number }> {
  const { total } = await sharing.ask(poolContract.list, { activityId }, host.officer);
  return { confirmed: total.confirmed, waiting: total.waiting, free: total.free };
}

const registrationOf = async (person: Actor, activityId: string) =>
  (await sharing.ask(registrationContract.mine, { activityId }, person)).items[0];

describe('a draw of seats', () => {
  it('E26: being fast gives nobody a seat while a draw decides, neither alone nor as a group', async () => {
    const { activityId, members } = await ready(5, 2);
    const draw = await stage.create(activityId, host);
    const refusal = { code: 'DRAW_DECIDES', params: { opensAt: draw.opensAt, closesAt: draw.closesAt } };
    await expect(stage.register(activityId, members[0] as Actor)).rejects.toMatchObject(refusal);
    const personIds = members.map(({ personId }) => personId);
    await expect(
      sharing.ask(registrationContract.registerGroup, { activityId, personIds }, host.officer),
    ).rejects.toMatchObject(refusal);
    const activity = await sharing.ask(activityContract.get, { activityId }, members[0] as Actor);
    expect(activity.draw).toEqual({
      id: draw.id,
      opensAt: draw.opensAt,
      closesAt: draw.closesAt,
      decides: true,
    });
    const request = { drawId: draw.id, reason: '改为先到先得' };
    await sharing.ask(drawContract.cancel, request, host.officer);
    expect((await stage.register(activityId, members[0] as Actor)).state).toBe('confirmed');
  });

  it('E26: the secret is committed to before anybody can enter, and nothing of it can be read before the freeze', async () => {
    const { activityId, members } = await ready(1, 2);
    const draw = await stage.create(activityId, host);
    expect(draw.commitment).toMatch(/^[0-9a-f]{64}$/);
    await expect(stage.enter(draw, members[0] as Actor)).rejects.toMatchObject({
      code: 'DRAW_NOT_OPEN_YET',
      params: { opensAt: draw.opensAt },
    });
    const row = await sharing.dataSource.manager.findOneByOrFail(DrawRow, { id: draw.id });
    expect(row).toMatchObject({ secret: null, sealedSecret: expect.stringMatching(/^aes-256-gcm\./) });
    await expect(stage.proof(draw, members[0] as Actor)).rejects.toMatchObject({ code: 'DRAW_NOT_DRAWN' });
    sharing.clock.advance(60_000);
    await stage.enter(draw, members[0] as Actor);
    await stage.drawn(draw, members[0] as Actor);
    const proof = await stage.proof(draw, members[1] as Actor);
    expect(commitmentOf(proof.secret)).toBe(draw.commitment);
    expect(listHashOf(proof.list)).toBe(proof.listHash);
    expect(seedOf(proof.secret, proof.listHash)).toBe(proof.seed);
    const trail: { after: { commitment: string } }[] = await sharing.dataSource.query(
      `SELECT after FROM audit_record WHERE noun = 'draw' AND subject_id = $1 ORDER BY id`,
      [draw.id],
    );
    expect(trail.map(({ after }) => after.commitment)).toEqual([1, 2, 3].map(() => draw.commitment));
    expect(JSON.stringify(trail)).not.toContain(proof.secret);
    const published = (await sharing.recorded(drawEvents.drawChanged)).filter(({ id }) => id === draw.id);
    expect(published.map(({ state }) => state)).toEqual(['open', 'frozen', 'drawn']);
  });

  it('E26: one entry per person, however often they press; out and in again until the close', async () => {
    const { activityId, members } = await ready(3, 1);
    const [person] = members as [Actor];
    const draw = await stage.opened(activityId, host);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => sharing.send(drawContract.enter, { drawId: draw.id }, person)),
    );
    expect(outcomes.filter(({ existing }) => !existing)).toHaveLength(1);
    expect(new Set(outcomes.map(({ body }) => body.token)).size).toBe(1);
    expect((await stage.see(draw, person)).entries).toBe(1);
    const out = await stage.withdraw(draw, person);
    expect(out).toMatchObject({ state: 'withdrawn', token: outcomes[0]?.body.token });
    expect(await sharing.send(drawContract.withdraw, { drawId: draw.id }, person)).toMatchObject({
      existing: true,
    });
    expect((await stage.see(draw, person)).entries).toBe(0);
    // The token is the same: nobody can try repeatedly for a better one.
    expect(await stage.enter(draw, person)).toMatchObject({ state: 'entered', token: out.token });
    sharing.clock.advance(2 * hourMs);
    await eventually(async () => expect((await stage.see(draw, person)).state).toBe('drawn'));
    await expect(stage.withdraw(draw, person)).rejects.toMatchObject({ code: 'DRAW_CLOSED' });
  });

  it('E26: an entry that was acknowledged is in the frozen list, however close to the close it came', async () => {
    const { activityId, members } = await ready(10, 50);
    const draw = await stage.opened(activityId, host);
    const half = members.slice(0, 25);
    await Promise.all(half.map((person) => stage.enter(draw, person)));
    const late = members.slice(25).map((person) =>
      stage.enter(draw, person).then(
        ({ token }) => token,
        (error: { code: string }) => {
          expect(error.code).toBe('DRAW_CLOSED');
          return null;
        },
      ),
    );
    sharing.clock.advance(hourMs);
    const tokens = (await Promise.all(late)).filter((token) => token !== null);
    await stage.drawn(draw, members[0] as Actor);
    const { list } = await stage.proof(draw, members[0] as Actor);
    for (const token of tokens) expect(list).toContain(` ${token} `);
    expect(list.match(/^entry /gm)).toHaveLength(half.length + tokens.length);
    expect(await seatsOf(activityId)).toEqual({ confirmed: 10, waiting: 15 + tokens.length, free: 0 });
  });

  it('gives seats along the drawn order, whole parties or nobody, and everybody else a place in the line', async () => {
    const { activityId, members } = await ready(4, 4);
    const draw = await stage.opened(activityId, host);
    for (const [index, person] of members.entries()) await stage.enterWith(draw, person, index); // 1 to 4 heads
    const heard = await hearHints(sharing.nats);
    await stage.drawn(draw, members[0] as Actor);
    const entries = await Promise.all(members.map(async (person) => (await stage.see(draw, person)).mine));
    const registrations = await Promise.all(members.map((person) => registrationOf(person, activityId)));
    let free = 4;
    const inOrder = entries
      .map((entry, index) => ({ entry, registration: registrations[index], heads: index + 1 }))
      .sort((left, right) => (left.entry?.place ?? 0) - (right.entry?.place ?? 0));
    let waits = 0;
    for (const { entry, registration, heads } of inOrder) {
      const fits = heads <= free;
      if (fits) free -= heads;
      expect(entry).toMatchObject({ result: fits ? 'seat' : 'line', weight: 1, timesCame: null });
      expect(registration).toMatchObject({
        state: fits ? 'confirmed' : 'waitlisted',
        heads,
        waitlistPlace: fits ? null : (waits += 1),
      });
    }
    expect(inOrder.map(({ entry }) => entry?.place)).toEqual([1, 2, 3, 4]);
    expect(
      await sharing.app.get(SeatWatch, { strict: false }).wrongSums(sharing.dataSource, sharing.clock.now()),
    ).toBe(0);
    const first = inOrder[0]?.registration;
    const { companions } = await sharing.ask(
      registrationContract.get,
      { registrationId: first?.id ?? '' },
      members[(first?.heads ?? 1) - 1] as Actor,
    );
    expect(companions.map(({ name }) => name)).toEqual(
      Array.from({ length: (first?.heads ?? 1) - 1 }, (_, index) => `同行${index + 1}`),
    );
    // Whoever was not drawn is told so, once, and nobody else.
    for (const [index, person] of members.entries()) {
      const lost = (await noticesOf(sharing, person, activityId)).filter(({ kind }) => kind === 'drawLost');
      expect(lost.map(({ values }) => values)).toEqual(
        registrations[index]?.state === 'waitlisted' ? [{ result: 'waiting' }] : [],
      );
    }
    // Whoever was drawn is told that, and not that somebody has left.
    for (const [index, person] of members.entries()) {
      const kinds = (await noticesOf(sharing, person, activityId)).map(({ kind }) => kind);
      expect(kinds).toEqual([registrations[index]?.state === 'confirmed' ? 'drawWon' : 'drawLost']);
    }
    // Names of companions are stored in the registration only.
    const rows = await sharing.dataSource.manager.findBy(DrawEntryRow, { drawId: draw.id });
    expect(rows.map(({ sealedSignUp }) => sealedSignUp)).toEqual([null, null, null, null]);
    await eventually(() => {
      const published = heard.filter(({ resource, id }) => resource === 'draw' && id === draw.id);
      for (const { personId } of members) expect(published.map((hint) => hint.personId)).toContain(personId);
    });
    // After the draw, sign-up is normal again: at the end of the waitlist.
    const [latecomer] = (await stage.members(host, 1)) as [Actor];
    expect(await stage.register(activityId, latecomer)).toMatchObject({ state: 'waitlisted' });
  });

  it('E26: is done once, though its work is broken off and run again', async () => {
    const { activityId, members } = await ready(60, 230); // more than one step
    const draw = await stage.opened(activityId, host);
    await Promise.all(members.map((person) => stage.enter(draw, person)));
    const blocker = sharing.dataSource.createQueryRunner();
    const lockActivity = async (): Promise<void> => {
      await blocker.startTransaction();
      await blocker.manager.findOne(ActivityRow, {
        where: { id: activityId },
        lock: { mode: 'pessimistic_write' },
      });
    };
    await lockActivity();
    sharing.clock.advance(hourMs);
    await cutWhoWaits(sharing.dataSource);
    await blocker.rollbackTransaction();
    await blocker.release();
    await eventually(async () => {
      sharing.clock.advance(1_000);
      expect((await stage.see(draw, host.officer)).state).toBe('drawn');
    });
    expect(await stage.see(draw, host.officer)).toMatchObject({ entries: 230, winners: 60, settled: 230 });
    expect(await seatsOf(activityId)).toEqual({ confirmed: 60, waiting: 170, free: 0 });
    const steps: { count: number }[] = await sharing.dataSource.query(
      'SELECT count(*)::int AS count FROM draw_entry WHERE draw_id = $1 GROUP BY xmin::text ORDER BY 1',
      [draw.id],
    );
    expect(steps.map(({ count }) => count)).toEqual([30, 200]);
    const proof = await stage.proof(draw, host.officer);
    for (const kind of ['draw-freeze', 'draw-results']) {
      await sharing.dataSource.query(
        `INSERT INTO due (kind, key, due_at, payload) VALUES ($1, $2, $3, '{}') ON CONFLICT (kind, key) DO NOTHING`,
        [kind, draw.id, sharing.clock.now()],
      );
    }
    await eventually(async () =>
      expect(
        await sharing.dataSource.query(`SELECT 1 FROM due WHERE key = $1 AND kind <> 'draw-entrants'`, [
          draw.id,
        ]),
      ).toEqual([]),
    );
    expect(await stage.proof(draw, host.officer)).toEqual(proof);
    expect(await seatsOf(activityId)).toEqual({ confirmed: 60, waiting: 170, free: 0 });
    const { manager } = sharing.dataSource;
    const line: { place: number; rank: number }[] = await manager.query(
      `SELECT e.place, r.rank FROM draw_entry e JOIN registration r ON r.activity_id = $2 AND r.person_id = e.person_id
       WHERE e.draw_id = $1 ORDER BY e.place`,
      [draw.id, activityId],
    );
    expect(line.map(({ rank }) => rank)).toEqual(Array.from({ length: 230 }, (_, index) => index + 1));
  });

  it('E26: who came less often has more tickets, counted once and told to each', async () => {
    const { activityId, members } = await ready(1, 3);
    const [never, once, often] = members as [Actor, Actor, Actor];
    await stage.cameBefore(host, once, 1);
    await stage.cameBefore(host, often, 3);
    const draw = await stage.opened(activityId, host, 365);
    for (const person of members) await stage.enter(draw, person);
    await stage.drawn(draw, never);
    const published = await Promise.all(
      [never, once, often].map(async (one) => (await stage.see(draw, one)).mine),
    );
    expect(published).toMatchObject([
      { timesCame: 0, weight: 3 },
      { timesCame: 1, weight: 2 },
      { timesCame: 3, weight: 1 },
    ]);
    const { list } = await stage.proof(draw, never);
    expect(list).toContain(` ${published[0]?.token} 3 1 1\n`);
  });

  it('keeps to pools, caps and the offers of a pool', async () => {
    const activityId = await stage.activity(host);
    const union = await stage.union(host.path);
    await stage.pool(activityId, host, 3, union, { offerHours: 2 });
    await stage.pool(activityId, host, 3);
    await sharing.ask(seatCapContract.create, { activityId, name: '大巴', capacity: 4 }, host.officer);
    const draw = await stage.opened(activityId, host);
    const theirs = await stage.members(union, 4);
    const others = await stage.members(host, 4);
    for (const person of [...theirs, ...others]) await stage.enter(draw, person);
    expect(await stage.drawn(draw, host.officer)).toMatchObject({ entries: 8, winners: 4 });
    const states = await Promise.all(
      theirs.map(async (person) => (await registrationOf(person, activityId))?.state),
    );
    expect(states.filter((state) => state === 'confirmed')).toEqual([]); // those of this pool are offers, to be accepted
    expect(
      await sharing.app.get(SeatWatch, { strict: false }).oversold(sharing.dataSource, sharing.clock.now()),
    ).toBe(0);
    const proof = await stage.proof(draw, host.officer);
    expect(proof.list).toContain('pool 1 3\npool 2 3\ncap 4 1 2\n');
  });

  it('looks at each anew when the list is frozen, and says why somebody is out', async () => {
    const { activityId, members } = await ready(5, 3);
    const [stays, leaves, seated] = members as [Actor, Actor, Actor];
    const draw = await stage.opened(activityId, host);
    for (const person of members) await stage.enter(draw, person);
    await sharing.dataSource.manager.update(MemberRef, { personId: leaves.personId }, { state: 'ended' });
    await sharing.ask(
      registrationContract.register,
      { activityId, personId: seated.personId, override: { reason: '领队' } },
      host.officer,
    );
    expect(await stage.drawn(draw, stays)).toMatchObject({ entries: 1, winners: 1 });
    expect((await stage.see(draw, leaves)).mine).toMatchObject({
      state: 'out',
      outReason: 'NOT_A_MEMBER_ON_THE_DAY',
      place: null,
      result: null,
    });
    expect((await stage.see(draw, seated)).mine).toMatchObject({
      state: 'out',
      outReason: 'REGISTERED_ALREADY',
    });
    expect(await noticesOf(sharing, leaves, activityId)).toMatchObject([
      { kind: 'drawLost', values: { result: 'out' } },
    ]);
    expect((await noticesOf(sharing, seated, activityId)).map(({ kind }) => kind)).toEqual(['signedUp']);
    await expect(stage.enter(draw, stays)).rejects.toMatchObject({ code: 'DRAW_CLOSED' });
  });
});

describe('one’s own entries', () => {
  it('are listed with their activities, the latest first, page by page, and nobody else’s', async () => {
    const [person, other] = (await stage.members(host, 2)) as [Actor, Actor];
    const draws: DrawView[] = [];
    for (let count = 0; count < 3; count++) {
      const activityId = await stage.activity(host);
      await stage.pool(activityId, host, 2);
      draws.push(await stage.opened(activityId, host));
      await stage.enter(draws[count] as DrawView, person);
    }
    const [first, second, third] = draws as [DrawView, DrawView, DrawView];
    await stage.withdraw(second, person);
    await stage.drawn(first, person);
    const mine = (page: { limit?: number; cursor?: string } = {}, actor: Actor | null = person) =>
      sharing.ask(drawContract.mine, page, actor);
    const { items, nextCursor } = await mine();
    expect(items.map(({ drawId }) => drawId)).toEqual([third.id, second.id, first.id]);
    expect(nextCursor).toBeNull();
    expect(items[1]).toMatchObject({ state: 'withdrawn' });
    expect(items[2]).toMatchObject({
      activityId: first.activityId,
      activityTitle: first.activityTitle,
      activityState: 'published',
      drawState: 'drawn',
      state: 'entered',
      heads: 1,
      place: 1,
      result: 'seat',
      outReason: null,
    });

    const page = await mine({ limit: 2 });
    const rest = await mine({ limit: 2, cursor: page.nextCursor ?? '' });
    expect([...page.items, ...rest.items]).toEqual(items);
    expect(rest.nextCursor).toBeNull();
    expect(await mine({}, other)).toEqual({ items: [], nextCursor: null });
    await expect(mine({}, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('say that a draw is cancelled as soon as its activity is', async () => {
    const { activityId, members } = await ready(2, 1);
    const [person] = members as [Actor];
    await stage.enter(await stage.opened(activityId, host), person);
    await sharing.ask(activityContract.cancel, { activityId, reason: '暴雨' }, host.officer);
    const { items } = await sharing.ask(drawContract.mine, {}, person);
    expect(items).toMatchObject([
      { activityState: 'cancelled', drawState: 'cancelled', place: null, result: null },
    ]);
  });
});
