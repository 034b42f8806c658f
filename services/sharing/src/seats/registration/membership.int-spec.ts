import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents, type MemberState } from '@gongxiang/contracts/membership/membership-events';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import type { Actor } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
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
