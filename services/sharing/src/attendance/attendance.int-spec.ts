import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AttendancePage,
  checkInContract,
  type CheckInItem,
  type CheckInView,
} from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import {
  registrationContract,
  type RegistrationView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, ownerOf, rowsRead, type ServiceFixture } from '@gongxiang/testing';
import { type KnownUnion, Stage } from '../seats/registration/registration.fixture.js';
import { startSharing } from '../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

function scan(target: Partial<CheckInItem>): CheckInItem {
  return { operationId: newId(), at: sharing.clock.now().toISOString(), ...target };
}

function checkIn(
  activityId: string,
  items: CheckInItem[],
  caller: Actor | null = host.officer,
): Promise<CheckInView> {
  return sharing.ask(checkInContract.checkIn, { activityId, items }, caller);
}

function attendance(activityId: string, caller: Actor | null = host.officer): Promise<AttendancePage> {
  return sharing.ask(checkInContract.attendance, { activityId }, caller);
}

async function withSeats(count: number): Promise<{ activityId: string; people: Actor[] }> {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, count);
  return { activityId, people: await stage.members(host, count) };
}

describe('check-in', () => {
  it('takes a code, typed as it may be, or a registration', async () => {
    const { activityId, people } = await withSeats(2);
    const [first, second] = await stage.line(activityId, people);
    const code = ` ${(first?.checkInCode ?? '').toLowerCase().slice(0, 5)}-${(first?.checkInCode ?? '').slice(5)}`;
    const { items } = await checkIn(activityId, [scan({ code }), scan({ registrationId: second?.id ?? '' })]);
    expect(items.map(({ result, code: reason }) => [result, reason])).toEqual([
      ['checkedIn', null],
      ['checkedIn', null],
    ]);
  });

  it('E29: a person who is scanned three times is inside once; people and scans are both told', async () => {
    const { activityId, people } = await withSeats(4);
    const party = await stage.register(activityId, people[0] as Actor, 2);
    const items = [1, 2, 3].map(() => scan({ registrationId: party.id }));
    const answer = await checkIn(activityId, items);
    expect(answer.items.map(({ result }) => result)).toEqual(['checkedIn', 'already', 'already']);
    const { totals } = await attendance(activityId);
    expect(totals).toMatchObject({
      parties: 1,
      heads: 3,
      inside: 3,
      scans: 3,
      registeredHeads: 3,
      missing: 0,
    });
  });

  it('E29: two doors that scan the same ticket at once let it in once', async () => {
    const { activityId, people } = await withSeats(1);
    const [one] = await stage.line(activityId, people);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => checkIn(activityId, [scan({ registrationId: one?.id ?? '' })])),
    );
    const results = answers.flatMap(({ items }) => items.map(({ result }) => result)).sort();
    expect(results).toEqual(['already', 'already', 'already', 'checkedIn']);
  });

  it('reads no more for the thousandth scan than for the tenth', async () => {
    const { activityId, people } = await withSeats(2);
    const [early, late] = await stage.line(activityId, people);
    const readBy = (registrationId: string): Promise<number> =>
      rowsRead(sharing.dataSource, ['attendance', 'check_in_operation', 'registration'], () =>
        checkIn(activityId, [scan({ registrationId })]),
      );
    const few = await readBy(early?.id ?? '');
    await sharing.dataSource.query(
      `INSERT INTO check_in_operation SELECT (jsonb_populate_record(o, jsonb_build_object('operation_id', gen_random_uuid()))).*
       FROM check_in_operation o CROSS JOIN generate_series(1, 1000) WHERE o.activity_id = $1`,
      [activityId],
    );
    const owner = await ownerOf(sharing);
    await owner.query('ANALYZE');
    await owner.destroy();
    expect(await readBy(late?.id ?? '')).toBeLessThanOrEqual(few + 5);
  });

  it('E30: what was scanned is in the list, and the list says whose headcount it is', async () => {
    const { activityId, people } = await withSeats(2);
    const [first] = await stage.line(activityId, people);
    await checkIn(activityId, [scan({ registrationId: first?.id ?? '' })]);
    const { items, totals } = await attendance(activityId);
    expect(items).toMatchObject([
      { personId: people[0]?.personId, unionId: host.id, heads: 1, walkIn: false },
    ]);
    expect(totals.missing).toBe(1);
  });

  it('counts for the union whose seat it was, and from the common pool for the person’s own', async () => {
    const activityId = await stage.activity(host);
    const below = await stage.union(host.path);
    const lower = await stage.union(below.path);
    const other = await stage.union();
    await stage.pool(activityId, host, 2, below);
    await stage.pool(activityId, host, 2);
    const people = [...(await stage.members(lower, 1)), ...(await stage.members(other, 1))];
    const views = await stage.line(activityId, people);
    await checkIn(
      activityId,
      views.map(({ id }) => scan({ registrationId: id })),
    );
    const { items } = await attendance(activityId);
    const unionOf = new Map(items.map((item) => [item.personId, item.unionId]));
    expect(people.map(({ personId }) => unionOf.get(personId))).toEqual([below.id, other.id]);
  });

  it('E31: a cancelled ticket that the door let in offline is kept with both: what happened, and what the rule said', async () => {
    const { activityId, people } = await withSeats(1);
    const [one] = await stage.line(activityId, people);
    await sharing.ask(registrationContract.cancel, { registrationId: one?.id ?? '' }, people[0] as Actor);
    const item = scan({ code: one?.checkInCode ?? '', admitted: true });
    expect((await checkIn(activityId, [item])).items).toMatchObject([
      { result: 'refused', code: 'REGISTRATION_CANCELLED' },
    ]);
    const { items, totals } = await attendance(activityId);
    expect(items).toEqual([]);
    expect(totals).toMatchObject({ heads: 0, admittedAgainstRule: 1, inside: 1, scans: 1 });
  });

  it('E33: a scan that is sent again gets the same answer, whatever has changed, and is counted once', async () => {
    const { activityId, people } = await withSeats(1);
    const [member] = await stage.members(host, 1);
    const waiting = await stage.line(activityId, [...people, member as Actor]);
    const items = [
      scan({ registrationId: waiting[1]?.id ?? '' }),
      scan({ registrationId: waiting[0]?.id ?? '' }),
    ];
    const first = await checkIn(activityId, items);
    expect(first.items.map(({ result, code }) => [result, code])).toEqual([
      ['refused', 'REGISTRATION_WAITLISTED'],
      ['checkedIn', null],
    ]);
    // The connection broke before the answer came: the device repeats everything, with a new scan added.
    const again = await checkIn(activityId, [...items, scan({ registrationId: waiting[0]?.id ?? '' })]);
    expect(again.items.slice(0, 2)).toEqual(first.items);
    expect(again.items[2]).toMatchObject({ result: 'already', code: 'ALREADY_CHECKED_IN' });
    expect((await attendance(activityId)).totals).toMatchObject({ heads: 1, scans: 3 });
  });

  it('E34: a walk-in needs the organiser’s confirmation and is marked', async () => {
    const { activityId } = await withSeats(1);
    const [stranger] = await stage.members(host, 1);
    const personId = stranger?.personId ?? '';
    const unknown = newId();
    const answers = await checkIn(activityId, [
      scan({ personId }),
      scan({ personId, walkIn: true }),
      scan({ personId, walkIn: true, confirm: true, heads: 2 }),
      scan({ personId: unknown, walkIn: true, confirm: true }),
    ]);
    expect(answers.items.map(({ code }) => code)).toEqual([
      'REGISTRATION_UNKNOWN',
      'WALK_IN_NOT_CONFIRMED',
      null,
      'PERSON_UNKNOWN',
    ]);
    const { items, totals } = await attendance(activityId);
    expect(items).toMatchObject([{ personId, walkIn: true, heads: 2 }]);
    expect(totals).toMatchObject({ walkInHeads: 2, heads: 2 });
  });

  it('fewer than registered may come, more may not', async () => {
    const { activityId, people } = await withSeats(4);
    const party = await stage.register(activityId, people[0] as Actor, 2);
    const answers = await checkIn(activityId, [
      scan({ registrationId: party.id, heads: 4 }),
      scan({ registrationId: party.id, heads: 2 }),
    ]);
    expect(answers.items.map(({ code }) => code)).toEqual(['HEADS_ABOVE_REGISTERED', null]);
    expect((await attendance(activityId)).totals.heads).toBe(2);
  });

  it('facts cannot be changed, not even by the service', async () => {
    for (const table of ['attendance_fact', 'check_in_operation']) {
      await expect(sharing.dataSource.query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
    }
  });
});

describe('the close', () => {
  it('freezes the facts, tells them in pages, and takes nothing afterwards', async () => {
    const { activityId, people } = await withSeats(5);
    const views = await stage.line(activityId, people.slice(0, 3));
    const third = views[2] as RegistrationView;
    await checkIn(
      activityId,
      views.slice(0, 2).map(({ id }) => scan({ registrationId: id })),
    );
    await expect(sharing.ask(checkInContract.close, { activityId }, host.officer)).rejects.toMatchObject({
      code: 'ACTIVITY_NOT_STARTED',
    });
    sharing.clock.advance(25 * 3_600_000);
    await expect(stage.cancel(third, people[2] as Actor)).rejects.toMatchObject({ code: 'ACTIVITY_STARTED' });
    const closed = await sharing.ask(checkInContract.close, { activityId }, host.officer);
    const lines = people
      .slice(0, 2)
      .map(({ personId }) => `${personId}:${host.id}:1\n`)
      .sort();
    const factsHash = createHash('sha256').update(lines.join('')).digest('hex');
    expect(closed).toMatchObject({
      version: 2,
      factCount: 2,
      heads: 2,
      registeredHeads: 3,
      capacity: 5,
      factsHash,
    });
    const recorded = async <T extends { activityId: string }>(events: Promise<T[]>): Promise<T[]> =>
      (await events).filter((one) => one.activityId === activityId);
    const pages = await recorded(sharing.recorded(sharingEvents.attendanceRecorded));
    expect(pages.map(({ pageNumber, facts }) => [pageNumber, facts.length])).toEqual([[1, 2]]);
    expect(await recorded(sharing.recorded(sharingEvents.activityClosed))).toMatchObject([
      { factCount: 2, factsHash },
    ]);
    const states = (await sharing.recorded(sharingEvents.activityChanged)).filter(
      ({ id }) => id === activityId,
    );
    expect(states.map(({ state, version }) => [state, version])).toEqual([['closed', 2]]);

    const late = await checkIn(activityId, [scan({ registrationId: third.id })]);
    expect(late.items).toMatchObject([{ result: 'refused', code: 'ACTIVITY_NOT_OPEN' }]);
    await expect(stage.register(activityId, people[3] as Actor)).rejects.toMatchObject({
      code: 'ACTIVITY_NOT_OPEN',
    });
    await expect(stage.cancel(third, people[2] as Actor)).rejects.toMatchObject({
      code: 'ACTIVITY_NOT_OPEN',
    });
    await expect(sharing.ask(checkInContract.close, { activityId }, host.officer)).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
  });
});

describe('access to the door', () => {
  it('is for the organiser’s union and its co-hosts; walk-ins and the close are the organiser’s', async () => {
    const coHost = await stage.union();
    const stranger = await stage.union();
    const now = sharing.clock.now();
    const activityId = await stage.activity(host, {
      startsAt: new Date(now.getTime() + 1_000),
      coHosts: [{ kind: 'union', id: coHost.id, name: '合办工会', unionId: coHost.id }],
    });
    const [member] = (await stage.members(host, 1)) as [Actor];
    sharing.clock.advance(2_000);
    const callers = [null, member, actorWith({}), stranger.officer, coHost.officer, host.officer];
    const outcomes = async (attempt: (caller: Actor | null) => Promise<string>): Promise<string[]> => {
      const found: string[] = [];
      for (const caller of callers)
        found.push(await attempt(caller).catch((error: { code: string }) => error.code));
      return found;
    };
    const walkIn = async (caller: Actor | null): Promise<string> => {
      const item = scan({ personId: member.personId, walkIn: true, confirm: true });
      return (await checkIn(activityId, [item], caller)).items[0]?.code ?? 'OK';
    };
    const refused = ['NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_PERMITTED', 'NOT_PERMITTED'];
    expect(await outcomes(walkIn)).toEqual([...refused, 'WALK_IN_NOT_PERMITTED', 'OK']);
    expect(await outcomes((caller) => attendance(activityId, caller).then(() => 'OK'))).toEqual([
      ...refused,
      'OK',
      'OK',
    ]);
    const close = (caller: Actor | null): Promise<string> =>
      sharing.ask(checkInContract.close, { activityId }, caller).then(() => 'OK');
    expect(await outcomes(close)).toEqual([...refused, 'NOT_PERMITTED', 'OK']);
  });
});
