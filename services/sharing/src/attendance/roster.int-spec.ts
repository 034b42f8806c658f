import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type CheckInAnswer,
  checkInContract,
  type CheckInItem,
} from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import {
  rosterContract,
  type RosterLineView,
  type RosterPage,
  type RosterView,
} from '@gongxiang/contracts/sharing/attendance/roster.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { judgeByRoster, presenceAfter, type PresenceHere } from '@gongxiang/domain/door';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { ActivityRow } from '../activities/activity/activity.entity.js';
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

const key = randomBytes(32);
const hashOf = (text: string): string => createHmac('sha256', key).update(text).digest('base64url');

interface Roster {
  readonly head: RosterView;
  readonly entries: readonly RosterLineView[];
}

/** All pages, as a device loads them. */
async function rosterOf(activityId: string, caller: Actor | null = host.officer, limit = 3): Promise<Roster> {
  const entries: RosterLineView[] = [];
  let head: RosterView | null = null;
  for (let cursor: string | undefined = undefined; ;) {
    const request = {
      activityId,
      limit,
      key: key.toString('base64url'),
      ...(cursor === undefined ? {} : { cursor }),
    };
    const page: RosterPage = await sharing.ask(rosterContract.read, request, caller);
    head ??= page.roster;
    entries.push(...page.items);
    if (page.nextCursor === null) return { head, entries };
    cursor = page.nextCursor;
  }
}

/** Everybody a door can meet in one activity of the host: two seats, one of them a party of three. */
interface Cast {
  readonly activityId: string;
  readonly party: { readonly id: string; readonly checkInCode: string | null; readonly personId: string };
  readonly cancelled: { readonly id: string; readonly checkInCode: string | null };
  readonly waiting: { readonly id: string; readonly checkInCode: string | null };
  readonly present: { readonly id: string; readonly checkInCode: string | null };
  readonly stranger: string;
}

async function cast(): Promise<Cast> {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, 5);
  const [first, second, third, fourth, fifth] = (await stage.members(host, 5)) as [
    Actor,
    Actor,
    Actor,
    Actor,
    Actor,
  ];
  const party = await stage.register(activityId, first, 2);
  const cancelled = await stage.register(activityId, second);
  const present = await stage.register(activityId, third);
  await stage.cancel(cancelled, second);
  await stage.register(activityId, (await stage.members(host, 1))[0] as Actor);
  const waiting = await stage.register(activityId, fourth, 4);
  await send(activityId, [itemOf({ registrationId: present.id })]);
  return { activityId, party, cancelled, waiting, present, stranger: fifth.personId };
}

function itemOf(target: Partial<CheckInItem>): CheckInItem {
  return { operationId: newId(), at: sharing.clock.now().toISOString(), ...target };
}

async function send(
  activityId: string,
  items: CheckInItem[],
  caller: Actor = host.officer,
): Promise<CheckInAnswer[]> {
  return (await sharing.ask(checkInContract.checkIn, { activityId, items }, caller)).items;
}

/** The verdict of an offline device by its roster alone. */
function offline(
  { head, entries }: Roster,
  item: CheckInItem,
  since: ReadonlyMap<string, PresenceHere> = new Map(),
) {
  const hashed = (text: string | null | undefined): string | null => (text ? hashOf(text) : null);
  return judgeByRoster(
    { gate: head, entries },
    {
      codeHash: hashed(item.code),
      registrationId: item.registrationId ?? null,
      personHash: hashed(item.personId),
      direction: item.direction ?? 'in',
      heads: item.heads ?? null,
      walkIn: item.walkIn === true,
      confirmed: item.confirm === true,
    },
    since,
  );
}

function leaving(target: Partial<CheckInItem>): Partial<CheckInItem> {
  return { ...target, direction: 'out' };
}

type Named = (people: Cast) => Partial<CheckInItem>;
const walkIn = { walkIn: true, confirm: true } as const;

const scans: readonly (readonly [what: string, named: Named, result: string, code: string | null])[] = [
  ['a party, by code', ({ party }) => ({ code: party.checkInCode }), 'checkedIn', null],
  ['two of a party', ({ party }) => ({ registrationId: party.id, heads: 2 }), 'checkedIn', null],
  ['a party, by person', ({ party }) => ({ personId: party.personId }), 'checkedIn', null],
  [
    'more than a party',
    ({ party }) => ({ code: party.checkInCode, heads: 4 }),
    'refused',
    'HEADS_ABOVE_REGISTERED',
  ],
  ['somebody inside', ({ present }) => ({ code: present.checkInCode }), 'already', 'ALREADY_CHECKED_IN'],
  [
    'a cancelled ticket',
    ({ cancelled }) => ({ code: cancelled.checkInCode }),
    'refused',
    'REGISTRATION_CANCELLED',
  ],
  [
    'somebody who waits',
    ({ waiting }) => ({ registrationId: waiting.id }),
    'refused',
    'REGISTRATION_WAITLISTED',
  ],
  ['a code that nobody has', () => ({ code: '7F3K9Q2WZX' }), 'refused', 'REGISTRATION_UNKNOWN'],
  [
    'a registration of elsewhere',
    () => ({ registrationId: newId(), ...walkIn }),
    'refused',
    'REGISTRATION_UNKNOWN',
  ],
  [
    'a walk-in whom nobody has confirmed',
    ({ stranger }) => ({ personId: stranger, walkIn: true }),
    'refused',
    'WALK_IN_NOT_CONFIRMED',
  ],
  ['a walk-in, confirmed', ({ stranger }) => ({ personId: stranger, ...walkIn }), 'checkedIn', null],
  [
    'a walk-in who waits for a seat',
    ({ waiting }) => ({ registrationId: waiting.id, ...walkIn }),
    'checkedIn',
    null,
  ],
  [
    'a walk-in who gave the seat back, by code',
    ({ cancelled }) => ({ code: cancelled.checkInCode, ...walkIn }),
    'checkedIn',
    null,
  ],
  ['a scan that names nobody', () => ({}), 'refused', 'CHECK_IN_TARGET'],
];

const out = { direction: 'out' } as const;
const leavings: typeof scans = [
  ['somebody who leaves', ({ present }) => ({ code: present.checkInCode, ...out }), 'checkedOut', null],
  [
    'more than are inside',
    ({ present }) => ({ code: present.checkInCode, heads: 2, ...out }),
    'refused',
    'HEADS_ABOVE_INSIDE',
  ],
  [
    'a party that never came',
    ({ party }) => ({ personId: party.personId, ...out }),
    'refused',
    'NOT_CHECKED_IN',
  ],
  [
    'E31: somebody who left the waitlist at home',
    ({ waiting }) => ({ registrationId: waiting.id, ...out }),
    'refused',
    'NOT_CHECKED_IN',
  ],
  ['a stranger who leaves', ({ stranger }) => ({ personId: stranger, ...out }), 'refused', 'NOT_CHECKED_IN'],
  ['a code that nobody has', () => ({ code: '7F3K9Q2WZX', ...out }), 'refused', 'REGISTRATION_UNKNOWN'],
];

describe('E32: a device without a network says what the platform says of the same snapshot', () => {
  it.each([...scans, ...leavings])('of %s', async (_what, named, result, code) => {
    const people = await cast();
    const roster = await rosterOf(people.activityId);
    const item = itemOf(named(people));
    const { verdict } = offline(roster, item);
    expect([verdict.result, verdict.code]).toEqual([result, code]);
    const [answer] = await send(people.activityId, [item]);
    expect([answer?.result, answer?.code]).toEqual([result, code]);
    const rows: { heads: number }[] = await sharing.dataSource.query(
      'SELECT heads FROM check_in_operation WHERE operation_id = $1',
      [item.operationId],
    );
    expect(rows[0]?.heads).toBe(verdict.heads);
  });

  it('of a whole evening by one snapshot, in which everybody comes, is scanned twice, leaves, and comes back', async () => {
    const people = await cast();
    const roster = await rosterOf(people.activityId);
    const ways = [...scans, ...scans].map(([, named]) => named(people));
    const begins = sharing.clock.now().getTime();
    const evening = [...ways, ...ways.map(leaving), ...ways, ...ways.map(leaving)].map((target, index) =>
      itemOf({ ...target, at: new Date(begins + index * 1_000).toISOString() }),
    );
    sharing.clock.advance(evening.length * 1_000);
    const since = new Map<string, PresenceHere>();
    const said = evening.map((item) => {
      const { verdict, entry, before } = offline(roster, item, since);
      const personHash = entry?.personHash ?? (item.personId ? hashOf(item.personId) : null);
      const done = { direction: item.direction ?? 'in', admitted: false } as const;
      if (personHash !== null) since.set(personHash, presenceAfter(before, done, verdict));
      return [verdict.result, verdict.code];
    });
    const answers = await send(people.activityId, evening);
    expect(answers.map(({ result, code }) => [result, code])).toEqual(said);
    expect(new Set(said.map(([result]) => result))).toEqual(
      new Set(['checkedIn', 'already', 'refused', 'checkedOut', 'cameBack']),
    );
    // The platform has everybody the device has counted.
    const { entries } = await rosterOf(people.activityId);
    for (const { personHash, cameHeads, awayHeads } of entries) {
      const { came, away } = since.get(personHash) ?? { came: 0, away: 0 };
      expect([personHash, cameHeads, awayHeads]).toEqual([personHash, came, away]);
    }
  });

  it('of a walk-in at the door of a co-host, and of anybody after the close', async () => {
    const coHost = await stage.union();
    const startsAt = new Date(sharing.clock.now().getTime() + 1_000);
    const activityId = await stage.activity(host, {
      startsAt,
      coHosts: [{ kind: 'union', id: coHost.id, name: '合办工会', unionId: coHost.id }],
    });
    const [person] = await stage.members(host, 1);
    const item = itemOf({ personId: person?.personId ?? '', ...walkIn });
    const theirs = await rosterOf(activityId, coHost.officer);
    const [answer] = await send(activityId, [item], coHost.officer);
    expect([offline(theirs, item).verdict.code, answer?.code]).toEqual([
      'WALK_IN_NOT_PERMITTED',
      'WALK_IN_NOT_PERMITTED',
    ]);
    sharing.clock.advance(2_000);
    await sharing.ask(checkInContract.close, { activityId }, host.officer);
    const late = itemOf({ ...item, operationId: newId() });
    const [refused] = await send(activityId, [late]);
    expect([offline(await rosterOf(activityId), late).verdict.code, refused?.code]).toEqual([
      'ACTIVITY_NOT_OPEN',
      'ACTIVITY_NOT_OPEN',
    ]);
  });
});

describe('the roster', () => {
  it('has everybody once over its pages, no code and no id of a person, and says until when it may be kept', async () => {
    const people = await cast();
    await send(people.activityId, [itemOf({ personId: people.stranger, ...walkIn })]);
    const { head, entries } = await rosterOf(people.activityId, host.officer, 2);
    expect(entries).toHaveLength(6); // five registrations and a walk-in
    expect(new Set(entries.map(({ personHash }) => personHash)).size).toBe(6);
    expect(head).toMatchObject({ count: 6, isOpen: true, mayAdmitWalkIns: true, activityTitle: '健步走' });
    const { endsAt } = await sharing.dataSource.manager.findOneByOrFail(ActivityRow, {
      id: people.activityId,
    });
    expect(Date.parse(head.validUntil)).toBe(endsAt.getTime() + 86_400_000);
    const text = JSON.stringify(entries);
    for (const secret of [people.party.checkInCode, people.party.personId, people.stranger])
      expect(text).not.toContain(secret);
    const walkedIn = entries.find(({ personHash }) => personHash === hashOf(people.stranger));
    expect(walkedIn).toMatchObject({ registrationId: null, codeHash: null, state: null, isPresent: true });
  });

  it('of ten thousand people comes in fifty pages, and fits on a phone', async () => {
    const count = 10_000;
    const activityId = await stage.activity(host);
    const { id: poolId } = await stage.pool(activityId, host, count);
    await sharing.dataSource.query(
      `INSERT INTO registration (activity_id, person_id, id, version, pool_id, state, heads, rank, check_in_code,
                                 registered_by, registered_at)
       SELECT $1, gen_random_uuid(), gen_random_uuid(), 1, $2, 'confirmed', 1, n, lpad(n::text, 10, '0'), $3, now()
       FROM generate_series(1, $4::int) AS s(n)`,
      [activityId, poolId, host.officer.personId, count],
    );
    await sharing.dataSource.query('ANALYZE registration');
    const roster = await rosterOf(activityId, host.officer, 200);
    expect(roster.head.count).toBe(count);
    expect(new Set(roster.entries.map(({ registrationId }) => registrationId)).size).toBe(count);
    const bytesMax = 5_000_000;
    expect(JSON.stringify(roster.entries).length).toBeLessThan(bytesMax);
    const { verdict } = offline(roster, itemOf({ code: '0000009999' }));
    expect(verdict).toMatchObject({ result: 'checkedIn', heads: 1 });
  });

  it('E29: tells of somebody whom two doors let in, each without knowing of the other', async () => {
    const { activityId, party } = await cast();
    const doors = [1, 2].map(() => itemOf({ code: party.checkInCode, admitted: true }));
    const answers = await Promise.all(doors.map((item) => send(activityId, [item])));
    expect(answers.map(([answer]) => answer?.result).sort()).toEqual(['already', 'checkedIn']);
    const { entries } = await rosterOf(activityId);
    const line = entries.find(({ registrationId }) => registrationId === party.id);
    expect(line).toMatchObject({ isPresent: true, admissions: 2 });
    const { totals } = await sharing.ask(checkInContract.attendance, { activityId }, host.officer);
    expect(totals).toMatchObject({ heads: 4, inside: 4, scans: 3 }); // three of the party and one before
  });

  it('E31: whom a device sent away is not checked in later, whatever the rule says by then', async () => {
    const { activityId, party, cancelled } = await cast();
    const answers = await send(activityId, [
      itemOf({ code: party.checkInCode, admitted: false }),
      itemOf({ code: cancelled.checkInCode, admitted: false }),
    ]);
    expect(answers.map(({ code }) => code)).toEqual(['TURNED_AWAY', 'REGISTRATION_CANCELLED']);
    const { totals } = await sharing.ask(checkInContract.attendance, { activityId }, host.officer);
    expect(totals).toMatchObject({ heads: 1, inside: 1, admittedAgainstRule: 0 });
  });

  it('is for those who may check in', async () => {
    const { activityId } = await cast();
    const [member] = (await stage.members(host, 1)) as [Actor];
    const stranger = await stage.union();
    const outcomes: string[] = [];
    for (const caller of [null, member, actorWith({}), stranger.officer, host.officer])
      outcomes.push(
        await rosterOf(activityId, caller).then(
          () => 'OK',
          (error: { code: string }) => error.code,
        ),
      );
    expect(outcomes).toEqual(['NOT_SIGNED_IN', 'NOT_PERMITTED', 'NOT_PERMITTED', 'NOT_PERMITTED', 'OK']);
  });
});
