import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents, type MemberState } from '@gongxiang/contracts/membership/membership-events';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { Actor } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { ActivityRow } from '../../activities/activity/activity.entity.js';
import { noticesTo } from '../../reference/notice/notice.fixture.js';
import { MemberRef } from '../../reference/reference.entity.js';
import { startSharing } from '../../sharing.fixture.js';
import { RegistrationRow } from './registration.entity.js';
import { SignUpData } from './sign-up-data.js';
import { type KnownUnion, Stage } from './registration.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

function memberChanged(person: Actor, change: Partial<MemberState>): Promise<void> {
  const state = { maskedName: '张*', unionId: host.id, state: 'active', validFrom: '2020-01-01' } as const;
  return sharing.emit(membershipEvents.memberChanged, {
    personId: person.personId,
    version: 2,
    validTo: null,
    ...state,
    ...change,
  });
}

async function activityWithPool(capacity: number): Promise<string> {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, capacity);
  return activityId;
}

async function members(count: number, term: Partial<MemberRef> = {}): Promise<Actor[]> {
  return stage.members(host, count, term);
}

describe('a membership that changes', () => {
  it('takes nothing along by older news than are known', async () => {
    const activityId = await activityWithPool(2);
    const [stays, leaves] = (await members(2)) as [Actor, Actor];
    const [stored, lost] = await stage.line(activityId, [stays, leaves]);
    await memberChanged(stays, { version: 9 });
    await memberChanged(stays, { version: 3, state: 'ended', validTo: '2026-11-20' });
    await memberChanged(leaves, { state: 'ended', validTo: '2026-11-20' });
    await eventually(async () => expect(await stateOf(lost?.id)).toBe('cancelled'));
    expect(await stateOf(stored?.id)).toBe('confirmed');
  });

  it('takes the seats of all who leave by one list', async () => {
    const activityId = await activityWithPool(3);
    const people = (await members(3)) as [Actor, Actor, Actor];
    const [stays, ...lost] = await stage.line(activityId, people);
    const term = { version: 2, maskedName: '张*', unionId: host.id, validFrom: '2020-01-01' } as const;
    await sharing.emit(membershipEvents.membersChanged, {
      members: people.map(({ personId }, place): MemberState => ({
        ...term,
        personId,
        state: place === 0 ? 'active' : 'ended',
        validTo: place === 0 ? null : '2026-11-20',
      })),
    });
    await eventually(async () => {
      for (const one of lost) expect(await stateOf(one.id)).toBe('cancelled');
    });
    expect(await stateOf(stays?.id)).toBe('confirmed');
  });

  it('makes a sign-up wait that comes at the same moment, and then counts for it', async () => {
    const activityId = await activityWithPool(1);
    const [person] = (await members(1)) as [Actor];
    const change = sharing.dataSource.createQueryRunner();
    await change.startTransaction();
    await change.manager.update(MemberRef, { personId: person.personId }, { state: 'ended', version: 2 });
    const signUp = stage.register(activityId, person).then(
      () => 'registered',
      (error: unknown) => (error as { code?: string }).code,
    );
    const first = await Promise.race([signUp, new Promise((resolve) => setTimeout(resolve, 150, 'waits'))]);
    await change.commitTransaction();
    await change.release();
    expect([first, await signUp]).toEqual(['waits', 'NOT_A_MEMBER_ON_THE_DAY']);
  });
});

describe('a member who is transferred to another union', () => {
  it('keeps the seat on the day, and loses it if the new membership begins later', async () => {
    const elsewhere = await stage.union();
    const activityId = await activityWithPool(3);
    const [moves, later] = (await members(2)) as [Actor, Actor];
    const [kept, lost] = await stage.line(activityId, [moves, later]);
    const today = sharing.clock.now().toISOString().slice(0, 10);
    const nextYear = `${Number(today.slice(0, 4)) + 1}-12-31`;
    await memberChanged(moves, { unionId: elsewhere.id, validFrom: today });
    await memberChanged(later, { unionId: elsewhere.id, validFrom: nextYear });
    await eventually(async () => expect(await stateOf(lost?.id)).toBe('cancelled'));
    expect(await stateOf(kept?.id)).toBe('confirmed');
    const { unionId } = await sharing.dataSource.manager.findOneByOrFail(MemberRef, {
      personId: moves.personId,
    });
    expect(unionId).toBe(elsewhere.id);
  });
});

describe('somebody who belongs to another union', () => {
  it('E23: goes on to the seats of that union, and theirs go to who waits for them', async () => {
    const [from, to] = [await stage.union(), await stage.union()];
    const activityId = await stage.activity(host);
    const [seats, seatsThere] = [
      await stage.pool(activityId, host, 2, from),
      await stage.pool(activityId, host, 1, to),
    ];
    const [first, second, waiting] = (await stage.members(from, 3)) as [Actor, Actor, Actor];
    const [one, two, three] = await stage.line(activityId, [first, second, waiting]);
    expect(three?.state).toBe('waitlisted');
    await memberChanged(first, { unionId: to.id });
    await eventually(async () => expect(await placeOf(one?.id)).toEqual([seatsThere.id, 'confirmed']));
    expect(await placeOf(three?.id)).toEqual([seats.id, 'confirmed']);
    // The one seat there is taken: they wait for it, and are told.
    await memberChanged(second, { unionId: to.id });
    await eventually(async () => expect(await placeOf(two?.id)).toEqual([seatsThere.id, 'waitlisted']));
    expect(await toldOf(second)).toEqual([['seatMoved', undefined]]);
    expect(await toldOf(first)).toEqual([]);
    await stage.cancel(await stage.get(one as RegistrationView, first), first);
    expect(await placeOf(two?.id)).toEqual([seatsThere.id, 'confirmed']);
  });

  it('waits behind those who wait there', async () => {
    const [from, to] = [await stage.union(), await stage.union()];
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1, from);
    const there = await stage.pool(activityId, host, 1, to);
    const [seated, moves] = (await stage.members(from, 2)) as [Actor, Actor];
    const [, line] = await stage.line(activityId, [seated, moves]);
    const [ahead] = (await stage.line(activityId, await stage.members(to, 2))).slice(1);
    await memberChanged(moves, { unionId: to.id });
    await eventually(async () => expect(await placeOf(line?.id)).toEqual([there.id, 'waitlisted']));
    expect(await stage.get(line as RegistrationView, moves)).toMatchObject({ waitlistPlace: 2 });
    await stage.resize(there, host, 2);
    expect(await placeOf(ahead?.id)).toEqual([there.id, 'confirmed']);
    expect(await placeOf(line?.id)).toEqual([there.id, 'waitlisted']);
  });

  it('E23: gives back what is not for that union, and is told by which rule', async () => {
    const [from, to] = [await stage.union(host.path), await stage.union()];
    const rules = { sizeClasses: [], ageFrom: null, ageTo: null, sex: null, noShow: null };
    const forFrom = await stage.activity(host, { eligibility: { ...rules, unionIds: [from.id] } });
    await stage.pool(forFrom, host, 3);
    const ofFrom = await stage.activity(host);
    await stage.pool(ofFrom, host, 3, from);
    const [leaves, served] = (await stage.members(from, 2)) as [Actor, Actor];
    const lost = [await stage.register(forFrom, leaves), await stage.register(ofFrom, leaves)];
    const kept = [await stage.register(forFrom, served), await stage.register(ofFrom, served)];
    // The union they came from serves them still: what holds for its members holds for them.
    await memberChanged(served, { unionId: to.id, servedByUnionId: from.id });
    await memberChanged(leaves, { unionId: to.id });
    await eventually(async () => {
      for (const { id } of lost) expect(await stateOf(id)).toBe('cancelled');
    });
    expect((await toldOf(leaves)).sort()).toEqual([
      ['registrationCancelled', 'noPool'],
      ['registrationCancelled', 'otherUnions'],
    ]);
    for (const { id } of kept) expect(await stateOf(id)).toBe('confirmed');
    await memberChanged(served, { unionId: to.id, version: 3 });
    await eventually(async () => {
      for (const { id } of kept) expect(await stateOf(id)).toBe('cancelled');
    });
  });

  it('keeps a seat by override, and one that nobody would move up into', async () => {
    const [from, to] = [await stage.union(), await stage.union()];
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1, from);
    const over = await stage.activity(host);
    await stage.pool(over, host, 1, from, { promotionUntil: stage.inHours(0) });
    const [person] = (await stage.members(from, 1)) as [Actor];
    const kept = [await stage.register(activityId, person), await stage.register(over, person)];
    const lost = await stage.activity(host);
    await stage.pool(lost, host, 1, from);
    const ends = await stage.register(lost, person);
    const { manager } = sharing.dataSource;
    await manager.update(RegistrationRow, { id: kept[0]?.id ?? '' }, { overrideReason: '嘉宾' });
    await memberChanged(person, { unionId: to.id });
    await eventually(async () => expect(await stateOf(ends.id)).toBe('cancelled'));
    await eventually(async () => expect(await reviewsOf(person)).toBe(0));
    for (const { id } of kept) expect(await stateOf(id)).toBe('confirmed');
  });

  it('is not judged again where something else about them changes', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1);
    const [person] = (await members(1)) as [Actor];
    const { id } = await stage.register(activityId, person);
    const elsewhere = await stage.union();
    const rules = { unionIds: [elsewhere.id], sizeClasses: [], ageFrom: null, ageTo: null, sex: null };
    const { manager } = sharing.dataSource;
    await manager.update(ActivityRow, { id: activityId }, { eligibility: { ...rules, noShow: null } });
    await memberChanged(person, { maskedName: '李*' });
    await eventually(async () => {
      const { version } = await manager.findOneByOrFail(MemberRef, { personId: person.personId });
      expect([version, await reviewsOf(person)]).toEqual([2, 0]);
    });
    expect(await stateOf(id)).toBe('confirmed');
  });
});

describe('an activity that moves to another day', () => {
  it('E23: keeps those who are members then, and gives the other seats to who waits', async () => {
    const activityId = await activityWithPool(1);
    const now = sharing.clock.now();
    const inDays = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString();
    const [soonOut] = (await members(1, { validTo: inDays(5).slice(0, 10) })) as [Actor];
    const [waits] = (await members(1)) as [Actor];
    const [first, second] = await stage.line(activityId, [soonOut, waits]);
    const edit = {
      activityId,
      startsAt: inDays(10),
      endsAt: inDays(11),
      signUpClosesAt: inDays(10),
    };
    await sharing.ask(activityContract.edit, edit, host.officer, { ifMatch: 1 });
    await eventually(async () => expect(await stateOf(first?.id)).toBe('cancelled'));
    expect(await stateOf(second?.id)).toBe('confirmed');
  });
});

describe('a registration that is given up', () => {
  it('E123: keeps neither companions nor answers', async () => {
    const activityId = await activityWithPool(3);
    const [person] = (await members(1)) as [Actor];
    const registration = await stage.register(activityId, person, 2);
    const { manager } = sharing.dataSource;
    const answers = { all: { allergy: '花生' }, heads: [] };
    const sealedAnswers = sharing.app
      .get(SignUpData, { strict: false })
      .sealAnswers({ activityId, personId: person.personId }, answers);
    await manager.update(RegistrationRow, { id: registration.id }, { sealedAnswers });
    await stage.cancel(registration, person);
    const stored = await manager.findOneByOrFail(RegistrationRow, { id: registration.id });
    expect([stored.sealedAnswers, (await stage.get(registration, person)).companions]).toEqual([null, []]);
  });
});

async function stateOf(id: string | undefined): Promise<string> {
  return (await sharing.dataSource.manager.findOneByOrFail(RegistrationRow, { id: id ?? '' })).state;
}

async function placeOf(id: string | undefined): Promise<[pool: string, state: string]> {
  const row = await sharing.dataSource.manager.findOneByOrFail(RegistrationRow, { id: id ?? '' });
  return [row.poolId, row.state];
}

/** The notices to a person, with the rule that they name. */
async function toldOf(person: Actor): Promise<[kind: string, cause: string | undefined][]> {
  return (await noticesTo(sharing, person)).map(({ kind, values }) => [kind, values['cause']]);
}

/** How many reviews of a person's registrations have not been done yet. */
async function reviewsOf({ personId }: Actor): Promise<number> {
  const rows: unknown[] = await sharing.dataSource.query(
    `SELECT 1 FROM due WHERE kind LIKE 'registration-%' AND key = $1`,
    [personId],
  );
  return rows.length;
}
