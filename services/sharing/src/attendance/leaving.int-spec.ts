import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type AttendancePage,
  type AttendanceTotals,
  checkInContract,
  type CheckInItem,
  type CheckInView,
} from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { rosterContract } from '@gongxiang/contracts/sharing/attendance/roster.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { type ServiceFixture } from '@gongxiang/testing';
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

interface Evening {
  readonly activityId: string;
  readonly people: readonly Actor[];
  /** The first is a party of three. */
  readonly views: readonly RegistrationView[];
}

async function evening(count = 3): Promise<Evening> {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, count + 2);
  const people = await stage.members(host, count);
  const party = await stage.register(activityId, people[0] as Actor, 2);
  const others = await stage.line(activityId, people.slice(1));
  return { activityId, people, views: [party, ...others] };
}

/** A scan so many minutes from now, as a device stamps it. */
function scan(view: RegistrationView | undefined, more: Partial<CheckInItem> = {}, minutes = 0): CheckInItem {
  const at = new Date(sharing.clock.now().getTime() + minutes * 60_000).toISOString();
  return { operationId: newId(), at, registrationId: view?.id ?? '', ...more };
}

const out = { direction: 'out' } as const;

function send(activityId: string, items: CheckInItem[], caller = host.officer): Promise<CheckInView> {
  return sharing.ask(checkInContract.checkIn, { activityId, items }, caller);
}

async function answersTo(activityId: string, ...items: CheckInItem[]): Promise<[string, string | null][]> {
  return (await send(activityId, items)).items.map(({ result, code }) => [result, code]);
}

function attendance(activityId: string): Promise<AttendancePage> {
  return sharing.ask(checkInContract.attendance, { activityId }, host.officer);
}

async function totals(activityId: string): Promise<AttendanceTotals> {
  return (await attendance(activityId)).totals;
}

function undo(activityId: string, { operationId }: CheckInItem, caller: Actor | null = host.officer) {
  return sharing.ask(checkInContract.undo, { activityId, operationId, reason: '扫错了人' }, caller);
}

async function refused(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'OK',
    (error: { code: string }) => error.code,
  );
}

describe('leaving', () => {
  it('takes people out of those inside, lets them come back, and changes nothing of who came', async () => {
    const { activityId, views } = await evening();
    expect(await answersTo(activityId, scan(views[0]), scan(views[1]))).toEqual([
      ['checkedIn', null],
      ['checkedIn', null],
    ]);
    expect(await totals(activityId)).toMatchObject({ came: 4, left: 0, inside: 4, seats: 5, missing: 1 });
    sharing.clock.advance(60_000);
    expect(await answersTo(activityId, scan(views[0], { ...out, heads: 1 }), scan(views[1], out))).toEqual([
      ['checkedOut', null],
      ['checkedOut', null],
    ]);
    expect(await totals(activityId)).toMatchObject({ came: 4, left: 2, inside: 2, parties: 2, heads: 4 });
    sharing.clock.advance(60_000);
    expect(await answersTo(activityId, scan(views[0]), scan(views[0]), scan(views[1], out))).toEqual([
      ['cameBack', null],
      ['already', 'ALREADY_CHECKED_IN'],
      ['already', 'ALREADY_LEFT'],
    ]);
    const { items, totals: now } = await attendance(activityId);
    expect(now).toMatchObject({ came: 4, left: 1, inside: 3, missing: 1, scans: 7 });
    expect(items.map(({ heads, awayHeads }) => [heads, awayHeads]).sort()).toEqual([
      [1, 1],
      [3, 0],
    ]);
  });

  it('E31: of somebody whom no door has let in is kept as it happened, and counts once they are known to have come', async () => {
    const { activityId, views } = await evening();
    expect(await answersTo(activityId, scan(views[1], out, -5))).toEqual([['refused', 'NOT_CHECKED_IN']]);
    expect(await totals(activityId)).toMatchObject({ came: 0, left: 0, inside: 0, scans: 1 });
    // The device of the other entrance was offline and sends its earlier scan only now.
    expect(await answersTo(activityId, scan(views[1], {}, -10))).toEqual([['checkedIn', null]]);
    expect(await totals(activityId)).toMatchObject({ came: 1, left: 1, inside: 0, missing: 2 });
  });

  it('E31: of somebody let in against the rule counts, too', async () => {
    const { activityId, people, views } = await evening();
    await stage.cancel(views[2] as RegistrationView, people[2] as Actor);
    const letIn = scan(views[2], { admitted: true });
    expect(await answersTo(activityId, letIn, scan(views[2], out, 0))).toEqual([
      ['refused', 'REGISTRATION_CANCELLED'],
      ['checkedOut', null],
    ]);
    expect(await totals(activityId)).toMatchObject({ admittedAgainstRule: 1, came: 1, left: 1, inside: 0 });
  });

  it('E32: what two entrances have seen counts in the order in which it was made, whenever it arrives', async () => {
    const { activityId, views } = await evening();
    await send(activityId, [scan(views[0], {}, -60)]);
    // One entrance is online: it sees the person come in when they return, and does not know that they ever left.
    expect(await answersTo(activityId, scan(views[0], {}, -20))).toEqual([['already', 'ALREADY_CHECKED_IN']]);
    expect(await answersTo(activityId, scan(views[0], out, -40))).toEqual([['checkedOut', null]]);
    expect(await totals(activityId)).toMatchObject({ inside: 3, left: 0 });
    expect(await answersTo(activityId, scan(views[0], out, -10))).toEqual([['checkedOut', null]]);
    expect(await totals(activityId)).toMatchObject({ inside: 0, left: 3 });
    // And one earlier than all of them changes nothing.
    expect(await answersTo(activityId, scan(views[0], {}, -50))).toEqual([['already', 'ALREADY_CHECKED_IN']]);
    expect(await totals(activityId)).toMatchObject({ inside: 0, left: 3, came: 3 });
  });

  it('E29: two doors that scan the same people out at once count them once; E33: each answer stays the same', async () => {
    const { activityId, views } = await evening();
    await send(activityId, [scan(views[0], {}, -1)]);
    const leavings = [1, 2, 3].map(() => scan(views[0], out));
    const answers = await Promise.all(leavings.map((one) => answersTo(activityId, one)));
    expect(answers.map(([answer]) => answer?.[0]).sort()).toEqual(['already', 'already', 'checkedOut']);
    expect(await totals(activityId)).toMatchObject({ came: 3, left: 3, inside: 0 });
    const again = await Promise.all(leavings.map((one) => answersTo(activityId, one)));
    expect(again).toEqual(answers);
  });

  it('is shown over time, by steps of five minutes', async () => {
    const { activityId, views } = await evening();
    const begins = Date.parse('2027-05-01T09:00:00+08:00');
    sharing.clock.set('2027-05-01T10:00:00+08:00');
    const at = (minutes: number) => ({ at: new Date(begins + minutes * 60_000).toISOString() });
    const way = (place: number, minutes: number, more: Partial<CheckInItem> = {}): CheckInItem =>
      scan(views[place], { ...more, ...at(minutes) });
    // In no order, as devices send them; duplicates too.
    await send(activityId, [
      way(1, 2),
      way(0, 31, { ...out, heads: 1 }),
      way(0, 1),
      way(0, 3),
      way(2, 12),
      way(1, 33, out),
      way(1, 47),
    ]);
    const flow = await sharing.ask(checkInContract.flow, { activityId }, host.officer);
    expect(flow.stepMinutes).toBe(5);
    expect(flow.points.map(({ at: time, ...heads }) => [time.slice(11, 16), heads])).toEqual([
      ['01:00', { inside: 4, came: 4 }], // three and one
      ['01:10', { inside: 5, came: 5 }],
      ['01:30', { inside: 3, came: 5 }], // one of three, and the one
      ['01:45', { inside: 4, came: 5 }], // the returned person
    ]);
    expect(await totals(activityId)).toMatchObject({ inside: 4, came: 5, left: 1 });
  });
});

describe('undoing a scan', () => {
  it('takes whoever was scanned by mistake off the list, keeps both rows, and lets the person come later', async () => {
    const { activityId, people, views } = await evening();
    const wrong = scan(views[1], {}, -3);
    await send(activityId, [wrong, scan(views[2], {}, -2)]);
    const undone = await undo(activityId, wrong);
    expect(undone).toMatchObject({
      undoes: wrong.operationId,
      personId: people[1]?.personId,
      isPresent: false,
    });
    expect(await undo(activityId, wrong)).toEqual(undone);
    const page = await attendance(activityId);
    expect(page.items.map(({ personId }) => personId)).toEqual([people[2]?.personId]);
    expect(page.totals).toMatchObject({ came: 1, inside: 1, missing: 2, scans: 2 });
    const rows: { result: string }[] = await sharing.dataSource.query(
      'SELECT result FROM check_in_operation WHERE activity_id = $1 AND person_id = $2 ORDER BY received_at, result',
      [activityId, people[1]?.personId],
    );
    expect(rows.map(({ result }) => result)).toEqual(['checkedIn', 'undone']);
    // E33: a repeated scan gets its original answer and is not counted again.
    expect(await answersTo(activityId, wrong)).toEqual([['checkedIn', null]]);
    expect(await answersTo(activityId, scan(views[1], out))).toEqual([['refused', 'NOT_CHECKED_IN']]);
    expect(await totals(activityId)).toMatchObject({ came: 1, inside: 1 });
    expect(await answersTo(activityId, scan(views[1]))).toEqual([['checkedIn', null]]);
    expect((await attendance(activityId)).items.map(({ personId }) => personId)).toContain(
      people[1]?.personId,
    );
  });

  it('E29: leaves the person there by the other scan, where another door let them in, too', async () => {
    const { activityId, views } = await evening();
    const [first, second] = [scan(views[0], {}, -9), scan(views[0], {}, -5)];
    await send(activityId, [first, second]);
    expect(await undo(activityId, first)).toMatchObject({ isPresent: true });
    expect((await attendance(activityId)).items).toMatchObject([
      { heads: 3, operationId: second.operationId, checkedInAt: second.at },
    ]);
    expect(await undo(activityId, second)).toMatchObject({ isPresent: false });
    expect(await totals(activityId)).toMatchObject({ came: 0, inside: 0 });
  });

  it('brings back inside who was scanned out by mistake, and takes out who was let in against the rule', async () => {
    const { activityId, people, views } = await evening();
    await stage.cancel(views[2] as RegistrationView, people[2] as Actor);
    const leaving = scan(views[0], out, -1);
    const against = scan(views[2], { admitted: true }, -1);
    await send(activityId, [scan(views[0], {}, -2), leaving, against]);
    expect(await totals(activityId)).toMatchObject({ came: 4, left: 3, inside: 1 });
    await undo(activityId, leaving);
    expect(await totals(activityId)).toMatchObject({ came: 4, left: 0, inside: 4 });
    await undo(activityId, against);
    expect(await totals(activityId)).toMatchObject({ came: 3, admittedAgainstRule: 0, inside: 3 });
  });

  it('of what counts for nothing is refused, and so is any of a closed activity; the close tells who is left', async () => {
    const { activityId, people, views } = await evening();
    const [wrong, right] = [scan(views[1], {}, -3), scan(views[2], {}, -3)];
    const strange = scan(undefined, { registrationId: newId() });
    await send(activityId, [wrong, right, strange]);
    expect(await refused(undo(activityId, strange))).toBe('CHECK_IN_COUNTS_NOT');
    expect(await refused(undo(activityId, scan(views[0])))).toBe('NOT_FOUND');
    const { operationId } = await undo(activityId, wrong);
    expect(await refused(undo(activityId, { ...wrong, operationId }))).toBe('NOT_FOUND');
    expect(await answersTo(activityId, scan(views[0], { operationId }))).toEqual([
      ['refused', 'CHECK_IN_TARGET'],
    ]);
    sharing.clock.advance(25 * 3_600_000);
    const closed = await sharing.ask(checkInContract.close, { activityId }, host.officer);
    expect(closed).toMatchObject({ factCount: 1, heads: 1 });
    expect(await refused(undo(activityId, right))).toBe('ACTIVITY_NOT_OPEN');
    const received = (await sharing.recorded(sharingEvents.attendanceRecorded)).filter(
      (page) => page.activityId === activityId,
    );
    const facts = received.flatMap((page) => page.facts);
    expect(new Map(facts.map(({ personId, heads }) => [personId, heads]))).toEqual(
      new Map([
        [people[1]?.personId, 0],
        [people[2]?.personId, 1],
      ]),
    );
  });

  it('is for those who may check in', async () => {
    const { activityId, people, views } = await evening();
    const wrong = scan(views[1]);
    await send(activityId, [wrong]);
    const stranger = await stage.union();
    const outcomes: string[] = [];
    for (const caller of [null, people[1] ?? null, stranger.officer, host.officer])
      outcomes.push(await refused(undo(activityId, wrong, caller)));
    expect(outcomes).toEqual(['NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_PERMITTED', 'OK']);
  });

  it('E32: a door without a network learns of it with its next roster', async () => {
    const { activityId, views } = await evening();
    const wrong = scan(views[1], {}, -1);
    await send(activityId, [wrong]);
    await undo(activityId, wrong);
    const key = Buffer.alloc(32, 7).toString('base64url');
    const { items, roster } = await sharing.ask(rosterContract.read, { activityId, key }, host.officer);
    expect(items.find(({ registrationId }) => registrationId === views[1]?.id)).toMatchObject({
      isPresent: false,
      cameHeads: 0,
      awayHeads: 0,
      admissions: 0,
    });
    expect(roster.seats).toBe(5);
  });
});
