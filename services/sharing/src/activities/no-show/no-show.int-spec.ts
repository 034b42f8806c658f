import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { eligibilityContract } from '@gongxiang/contracts/sharing/activities/eligibility.contract';
import { type MyNoShowView, noShowContract } from '@gongxiang/contracts/sharing/activities/no-show.contract';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { AttendanceFactRow, CheckInOperationRow } from '../../attendance/attendance.entity.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { NoShowRow } from './no-show.entity.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
});
beforeEach(async () => {
  host = await stage.union();
});
afterAll(() => sharing.stop());

const policy = { effect: 'blocked', countFrom: 2, withinDays: 60, blockedDays: 30 } as const;

interface SentNotice {
  readonly activityId: string;
  readonly people: readonly Actor[];
  readonly views: readonly RegistrationView[];
}

async function signedUp(count: number, seats = count, union = host): Promise<SentNotice> {
  const activityId = await stage.activity(union);
  await stage.pool(activityId, union, seats);
  const people = await stage.members(union, count);
  return { activityId, people, views: await stage.line(activityId, people) };
}

/** Checks in the people at these places, and closes after the start. */
async function heldWith(
  { activityId, views }: SentNotice,
  present: readonly number[],
  union = host,
): Promise<void> {
  const at = sharing.clock.now().toISOString();
  const items = present.map((place) => ({
    operationId: newId(),
    at,
    registrationId: views[place]?.id ?? '',
  }));
  if (items.length > 0) await sharing.ask(checkInContract.checkIn, { activityId, items }, union.officer);
  sharing.clock.advance(dayMs + 1);
  await sharing.ask(checkInContract.close, { activityId }, union.officer);
}

async function recorded(activityId: string): Promise<string[]> {
  const rows = await sharing.dataSource.manager.findBy(NoShowRow, { activityId });
  return rows.map(({ personId }) => personId).sort();
}

/** Waits until a later closed activity is recorded: due work runs in time order. */
async function settled(): Promise<void> {
  const later = await signedUp(2);
  await heldWith(later, [0]);
  await eventually(async () => expect(await recorded(later.activityId)).toHaveLength(1));
}

function idsOf(people: readonly (Actor | undefined)[]): string[] {
  return people.flatMap((person) => person?.personId ?? []).sort();
}

function mine(person: Actor): Promise<MyNoShowView[]> {
  return sharing.ask(noShowContract.mine, {}, person).then(({ items }) => items);
}

/** A person who had a seat at so many activities of a union and came to none. */
async function absentee(times: number, union = host): Promise<Actor> {
  const [person, other] = (await stage.members(union, 2)) as [Actor, Actor];
  for (let time = 0; time < times; time += 1) {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 2);
    const views = await stage.line(activityId, [person, other]);
    await heldWith({ activityId, people: [person, other], views }, [1], union);
    await eventually(async () => expect(await recorded(activityId)).toEqual([person.personId]));
  }
  return person;
}

async function activityWithPolicy(union = host): Promise<string> {
  const activityId = await stage.activity(union);
  await stage.pool(activityId, union, 5);
  const request = { activityId, unionIds: [], sizeClasses: [], noShow: policy };
  await sharing.ask(eligibilityContract.set, request, union.officer, { ifMatch: 1 });
  return activityId;
}

describe('a no-show', () => {
  it('E35: is whoever kept their seat and did not come, and nobody else', async () => {
    const received = await signedUp(6, 4);
    const { activityId, people, views } = received;
    // 0 comes, 1 and 2 do not, 3 cancels, so that 4 moves up; 5 waits to the end.
    await stage.cancel(views[3] as RegistrationView, people[3] as Actor);
    await heldWith(received, [0]);
    await eventually(async () => expect(await recorded(activityId)).toHaveLength(3));
    expect(await recorded(activityId)).toEqual(idsOf([people[1], people[2], people[4]]));
    expect(await mine(people[1] as Actor)).toMatchObject([{ activityId, state: 'counted', version: 1 }]);
    expect(await mine(people[3] as Actor)).toEqual([]);
    expect(await mine(people[5] as Actor)).toEqual([]);
  });

  it('E35: is nobody who came and left early, but whoever was scanned by mistake', async () => {
    const { activityId, people, views } = await signedUp(3);
    const at = sharing.clock.now().toISOString();
    const items = views.map(({ id }) => ({ operationId: newId(), at, registrationId: id }));
    await sharing.ask(checkInContract.checkIn, { activityId, items }, host.officer);
    sharing.clock.advance(60_000);
    const now = sharing.clock.now().toISOString();
    const leaving = [0, 2].map((place) => ({
      operationId: newId(),
      at: now,
      registrationId: views[place]?.id ?? '',
      direction: 'out' as const,
      admitted: true, // no exit scan without an entry
    }));
    await sharing.ask(checkInContract.checkIn, { activityId, items: leaving }, host.officer);
    const wrong = { activityId, operationId: items[2]?.operationId ?? '', reason: '扫错了人' };
    await sharing.ask(checkInContract.undo, wrong, host.officer);
    sharing.clock.advance(dayMs);
    await sharing.ask(checkInContract.close, { activityId }, host.officer);
    await eventually(async () => expect(await recorded(activityId)).toHaveLength(1));
    expect(await recorded(activityId)).toEqual(idsOf([people[2]]));
    const counts = await sharing.ask(noShowContract.byActivity, { unionId: host.id }, host.officer);
    expect(counts.items.find((one) => one.activityId === activityId)).toMatchObject({
      registered: 3,
      noShows: 1,
    });
  });

  it('E35: is nobody who left the waitlist, let an offer pass, or whose activity was cancelled', async () => {
    const offered = await stage.activity(host);
    await stage.pool(offered, host, 1, undefined, { offerHours: 1 });
    const people = await stage.members(host, 3);
    const views = await stage.line(offered, people);
    await stage.cancel(views[2] as RegistrationView, people[2] as Actor); // leaves the waitlist
    await stage.cancel(views[0] as RegistrationView, people[0] as Actor); // 1 is offered the seat and lets it expire
    const [late] = (await stage.members(host, 1)) as [Actor];
    sharing.clock.advance(2 * 3_600_000);
    await eventually(async () =>
      expect(await stage.get(views[1] as RegistrationView, people[1] as Actor)).toMatchObject({
        state: 'expired',
      }),
    );
    const came = await stage.register(offered, late);
    await heldWith({ activityId: offered, people: [late], views: [came] }, [0]);
    const cancelled = await signedUp(1);
    const cancel = { activityId: cancelled.activityId, reason: '台风' };
    await sharing.ask(activityContract.cancel, cancel, host.officer);
    await settled();
    expect([await recorded(offered), await recorded(cancelled.activityId)]).toEqual([[], []]);
  });

  it('E35: is nobody where nobody was checked in at all: there was no door', async () => {
    const received = await signedUp(2);
    await heldWith(received, []);
    await settled();
    expect(await recorded(received.activityId)).toEqual([]);
  });

  it('E31: is nobody whom the door let in against its rule', async () => {
    const received = await signedUp(2);
    const { activityId, people, views } = received;
    await sharing.dataSource.manager.insert(CheckInOperationRow, {
      activityId,
      operationId: newId(),
      personId: people[1]?.personId,
      registrationId: views[1]?.id,
      scannedAt: sharing.clock.now(),
      receivedAt: sharing.clock.now(),
      receivedFrom: newId(),
      doorLinkId: null,
      admitted: true,
      result: 'refused',
      code: 'CLOSED',
      heads: 1,
    });
    await heldWith(received, [0]);
    await settled();
    expect(await recorded(activityId)).toEqual([]);
  });

  it('E35: is excused by a fact of attendance that comes later', async () => {
    const person = await absentee(2);
    const activityId = await activityWithPolicy();
    await expect(stage.register(activityId, person)).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' });
    const [latest] = await mine(person);
    const operationId = newId();
    const at = sharing.clock.now();
    const where = { activityId: latest?.activityId ?? '', operationId };
    const { manager } = sharing.dataSource;
    await manager.insert(CheckInOperationRow, {
      ...where,
      scannedAt: at,
      receivedAt: at,
      receivedFrom: newId(),
      doorLinkId: null,
      result: 'checkedIn',
    });
    const fact = { ...where, personId: person.personId, unionId: host.id, heads: 1, walkIn: false };
    await manager.insert(AttendanceFactRow, { ...fact, checkedInAt: at });
    expect((await mine(person))[0]).toMatchObject({ state: 'attended' });
    expect(await stage.register(activityId, person)).toMatchObject({ state: 'confirmed' });
  });
});

describe('what follows from no-shows', () => {
  it('E35: is nothing without a policy; with one it says until when, and ends', async () => {
    const person = await absentee(2);
    const [latest] = await mine(person);
    const plain = await stage.activity(host);
    await stage.pool(plain, host, 1);
    expect(await stage.register(plain, person)).toMatchObject({ state: 'confirmed' });
    const activityId = await activityWithPolicy();
    const until = new Date(Date.parse(latest?.occurredAt ?? '') + 30 * dayMs);
    await expect(stage.register(activityId, person)).rejects.toMatchObject({
      code: 'NOT_ELIGIBLE',
      errors: [{ code: 'NO_SHOW_BLOCKED', params: { until: until.toISOString() } }],
    });
    const { mine: own } = await sharing.ask(eligibilityContract.get, { activityId }, person);
    expect(own).toEqual({
      eligible: false,
      unmet: ['NO_SHOW_BLOCKED'],
      blockedUntil: until.toISOString(),
    });
    sharing.clock.set(until);
    const afterwards = await activityWithPolicy();
    expect(await stage.register(afterwards, person)).toMatchObject({ state: 'confirmed' });
  });

  it('E35: counts from the number that the policy names, at activities of the same union alone', async () => {
    const other = await stage.union();
    const [once, elsewhere] = [await absentee(1), await absentee(2, other)];
    const activityId = await activityWithPolicy();
    expect(await stage.register(activityId, once)).toMatchObject({ state: 'confirmed' });
    expect(await stage.register(activityId, elsewhere)).toMatchObject({ state: 'confirmed' });
  });
});

describe('an appeal', () => {
  async function oneNoShow(): Promise<{ person: Actor; noShowId: string; activityId: string }> {
    const person = await absentee(1);
    const [found] = await mine(person);
    return { person, noShowId: found?.id ?? '', activityId: found?.activityId ?? '' };
  }

  it('E35: is the person’s own, once; an officer of the organiser accepts it for a reason', async () => {
    const { person, noShowId, activityId } = await oneNoShow();
    const appeal = { noShowId, text: '当天临时加班' };
    const stranger = await stage.union();
    for (const caller of [host.officer, stranger.officer])
      await expect(sharing.ask(noShowContract.appeal, appeal, caller)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    expect(await sharing.ask(noShowContract.appeal, appeal, person)).toMatchObject({
      state: 'appealed',
      appealText: appeal.text,
      version: 2,
    });
    await expect(sharing.ask(noShowContract.appeal, appeal, person)).rejects.toMatchObject({
      code: 'APPEAL_TWICE',
    });
    const [awaited] = await untilAwaits(sharing, 'sharing', noShowId, ['noShowAppealed']);
    expect(awaited?.offices).toMatchObject({
      roles: ['officer'],
      unionIds: [host.id],
      exceptIds: [person.personId],
    });
    const decision = { noShowId, excused: true, reason: '班组长已证实' };
    await expect(sharing.ask(noShowContract.decide, decision, stranger.officer)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(sharing.ask(noShowContract.decide, decision, person)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    expect(await sharing.ask(noShowContract.decide, decision, host.officer)).toMatchObject({
      state: 'excused',
      decisionReason: decision.reason,
      maskedName: '张*',
    });
    await expect(sharing.ask(noShowContract.decide, decision, host.officer)).rejects.toMatchObject({
      code: 'DECIDED_ALREADY',
    });
    await untilAwaits(sharing, 'sharing', noShowId, []);
    const excused = await sharing.ask(noShowContract.list, { activityId, state: 'excused' }, host.officer);
    expect(excused.items).toMatchObject([{ id: noShowId, appealText: appeal.text }]);
  });

  it('waits for who decides at the organiser’s union, never for the person themselves', async () => {
    const { person, noShowId, activityId } = await oneNoShow();
    await sharing.ask(noShowContract.appeal, { noShowId, text: '当天临时加班' }, person);
    const [awaited] = await untilAwaits(sharing, 'sharing', noShowId, ['noShowAppealed']);
    expect(awaited).toMatchObject({
      why: 'decidesAttendance',
      personIds: [],
      offices: { roles: ['officer'], unionIds: [host.id], isNearest: true, exceptIds: [person.personId] },
      about: { activityId },
      values: {},
    });
    await sharing.ask(noShowContract.decide, { noShowId, excused: false, reason: '核实' }, host.officer);
    await untilAwaits(sharing, 'sharing', noShowId, []);
  });

  it('E35: that is accepted lets the person sign up again; one that is refused does not', async () => {
    const person = await absentee(2);
    const [first, second] = await mine(person);
    const decide = (noShowId: string | undefined, excused: boolean) =>
      sharing.ask(noShowContract.decide, { noShowId: noShowId ?? '', excused, reason: '核实' }, host.officer);
    const activityId = await activityWithPolicy();
    expect(await decide(first?.id, false)).toMatchObject({ state: 'upheld' });
    await expect(stage.register(activityId, person)).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' });
    expect(await decide(second?.id, true)).toMatchObject({ state: 'excused' });
    expect(await stage.register(activityId, person)).toMatchObject({ state: 'confirmed' });
  });

  it('is decided by nobody about themselves, and leaves nobody’s words in the trail', async () => {
    const { person, noShowId } = await oneNoShow();
    const alsoOfficer = actorWith({ personId: person.personId, roles: [['officer', host.id, host.path]] });
    const decision = { noShowId, excused: true, reason: '自己决定' };
    await expect(sharing.ask(noShowContract.decide, decision, alsoOfficer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await sharing.ask(noShowContract.appeal, { noShowId, text: '孩子发烧' }, person);
    const trail: unknown[] = await sharing.dataSource.query(
      `SELECT t::text FROM audit_record t WHERE t::text LIKE '%noShow%'`,
    );
    expect(trail.length).toBeGreaterThan(0);
    expect(JSON.stringify(trail)).not.toMatch(/孩子发烧|班组长已证实/);
  });
});

describe('the lists', () => {
  it('page through an activity’s no-shows, for the organiser’s officers alone', async () => {
    const received = await signedUp(4);
    const { activityId, people } = received;
    await heldWith(received, [0]);
    await eventually(async () => expect(await recorded(activityId)).toHaveLength(3));
    const first = await sharing.ask(noShowContract.list, { activityId, limit: 2 }, host.officer);
    const cursor = first.nextCursor ?? undefined;
    const rest = await sharing.ask(noShowContract.list, { activityId, limit: 2, cursor }, host.officer);
    expect([...first.items, ...rest.items].map(({ personId }) => personId)).toEqual(idsOf(people.slice(1)));
    const stranger = await stage.union();
    for (const caller of [people[1] as Actor, stranger.officer])
      await expect(sharing.ask(noShowContract.list, { activityId }, caller)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    await expect(sharing.ask(noShowContract.list, { activityId }, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });

  it('count from one closed activity of a union to the next, the latest first', async () => {
    const earlier = await signedUp(3);
    await heldWith(earlier, [0]);
    const next = await signedUp(2);
    await heldWith(next, [0, 1]);
    await eventually(async () => expect(await recorded(earlier.activityId)).toHaveLength(2));
    const [someone] = await mine(earlier.people[1] as Actor);
    const decision = { noShowId: someone?.id ?? '', excused: true, reason: '请假' };
    await sharing.ask(noShowContract.decide, decision, host.officer);
    const unionId = host.id;
    const { items } = await sharing.ask(noShowContract.byActivity, { unionId }, host.officer);
    expect(items).toMatchObject([
      { activityId: next.activityId, registered: 2, noShows: 0, excused: 0 },
      { activityId: earlier.activityId, registered: 3, noShows: 2, excused: 1 },
    ]);
    const page = await sharing.ask(noShowContract.byActivity, { unionId, limit: 1 }, host.officer);
    const cursor = page.nextCursor ?? undefined;
    const second = await sharing.ask(noShowContract.byActivity, { unionId, limit: 1, cursor }, host.officer);
    expect(second.items).toMatchObject([{ activityId: earlier.activityId }]);
    const stranger = await stage.union();
    await expect(sharing.ask(noShowContract.byActivity, { unionId }, stranger.officer)).rejects.toMatchObject(
      { code: 'NOT_PERMITTED' },
    );
  });
});
