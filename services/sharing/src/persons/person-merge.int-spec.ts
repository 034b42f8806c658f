import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { membershipEvents, type MemberState } from '@gongxiang/contracts/membership/membership-events';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { personMergeEvents, sharingPersonMerge } from '@gongxiang/contracts/words/person-merge';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { type KnownUnion, Stage } from '../seats/registration/registration.fixture.js';
import { startSharing } from '../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let union: KnownUnion;
let from: Actor;
let into: Actor;
let others: Actor[];

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  union = await stage.union();
});
afterAll(() => sharing.stop());
beforeEach(async () => {
  const [first, second, ...rest] = await stage.members(union, 6);
  if (first === undefined || second === undefined) throw new Error('six people');
  [from, into] = [first, second];
  others = rest;
});

const mergeOf = (mergeId: string) => ({ mergeId, from: from.personId, into: into.personId, version: 9 });
const rows = (text: string, values: unknown[]): Promise<Record<string, unknown>[]> =>
  sharing.dataSource.query(text, values);
const standing = (activityId: string, persons: readonly Actor[]) =>
  rows(
    'SELECT person_id, state FROM registration WHERE activity_id = $1 AND person_id = ANY($2) ORDER BY state DESC',
    [activityId, persons.map(({ personId }) => personId)],
  );

async function merge(): Promise<string> {
  const mergeId = newId();
  await sharing.emit(personMergeEvents.merged, mergeOf(mergeId));
  await eventually(async () =>
    expect(await rows('SELECT 1 AS one FROM person_alias WHERE from_id = $1', [from.personId])).toHaveLength(
      1,
    ),
  );
  return mergeId;
}

async function acknowledged(mergeId: string): Promise<void> {
  sharing.clock.advance(6_000);
  await eventually(async () =>
    expect((await sharing.recorded(sharingPersonMerge.applied)).map((one) => one.mergeId)).toContain(mergeId),
  );
}

async function undo(mergeId: string): Promise<void> {
  await sharing.emit(personMergeEvents.unmerged, mergeOf(mergeId));
  await eventually(async () =>
    expect((await sharing.recorded(sharingPersonMerge.undone)).map((one) => one.mergeId)).toContain(mergeId),
  );
}

describe('the registrations of two records of one person', () => {
  it('E97: move, with companions whose names still open, and move back', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 10);
    const registration = await stage.register(activityId, from, 2);
    const counted = await sharing.ask(
      sharingPersonMerge.count,
      { from: from.personId, into: into.personId },
      union.officer,
    );
    expect(counted.counts).toContainEqual({ kind: 'registrations', moving: 1, resolving: 0, clashing: 0 });
    const mergeId = await merge();
    const view = await sharing.ask(registrationContract.get, { registrationId: registration.id }, into);
    expect(view).toMatchObject({
      personId: into.personId,
      companions: [{ name: '同行1' }, { name: '同行2' }],
    });
    await acknowledged(mergeId);
    await undo(mergeId);
    const back = await sharing.ask(registrationContract.get, { registrationId: registration.id }, from);
    expect(back).toMatchObject({
      personId: from.personId,
      companions: [{ name: '同行1' }, { name: '同行2' }],
    });
    expect(await rows('SELECT state FROM member_ref WHERE person_id = $1', [from.personId])).toEqual([
      { state: 'active' },
    ]);
  });

  it('E97: for one activity, leave the earlier seat; the other is given to the waitlist', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 2);
    const kept = await stage.register(activityId, from);
    await stage.register(activityId, into);
    const waiting = await stage.register(activityId, others[0] ?? from);
    expect(waiting.state).toBe('waitlisted');
    const asked = { from: from.personId, into: into.personId };
    expect((await sharing.ask(sharingPersonMerge.count, asked, union.officer)).warnings).toEqual([
      { warning: 'twoSeats', count: 1 },
    ]);
    const mergeId = await merge();
    expect(await standing(activityId, [into, from])).toEqual([
      { person_id: into.personId, state: 'confirmed' },
    ]);
    expect(await sharing.ask(registrationContract.get, { registrationId: kept.id }, into)).toMatchObject({
      state: 'confirmed',
    });
    expect(await standing(activityId, others.slice(0, 1))).not.toEqual([
      { person_id: others[0]?.personId, state: 'waitlisted' },
    ]);
    await acknowledged(mergeId);
    await undo(mergeId);
    expect(await standing(activityId, [into, from])).toEqual([
      { person_id: from.personId, state: 'confirmed' },
      { person_id: into.personId, state: 'cancelled' },
    ]);
  });

  it('stay beside the attendance once the person has come', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 10);
    await stage.register(activityId, from);
    await stage.attend(activityId, {
      personId: from.personId,
      unionId: union.id,
      heads: 1,
      at: sharing.clock.now(),
    });
    await rows(`UPDATE activity SET state = 'closed', closed_at = starts_at WHERE id = $1`, [activityId]);
    await merge();
    expect(await standing(activityId, [from])).toEqual([{ person_id: from.personId, state: 'confirmed' }]);
    const own = await sharing.ask(registrationContract.mine, {}, into);
    expect(own.items.map((one) => one.activityId)).toContain(activityId);
  });
});

/** That somebody is a member no more, newer than all that is known of them. */
function endedState(personId: string): MemberState {
  return {
    personId,
    version: 99,
    maskedName: '王*',
    unionId: union.id,
    state: 'ended',
    validFrom: '2020-01-01',
    validTo: '2021-01-01',
  };
}

describe('what comes late', () => {
  it('E97: lands at the record that stayed, whether a call or an event', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 10);
    await merge();
    // The replica may not have heard of it for a second: then the second look moves what it wrote.
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const registration = await stage.register(activityId, from);
    expect(registration.personId).toBe(into.personId);
    const role = { id: newId(), version: 1, unionId: union.id, role: 'organiser' as const, revokedAt: null };
    await sharing.emit(membershipEvents.roleChanged, { ...role, personId: from.personId });
    await eventually(async () =>
      expect(await rows('SELECT person_id FROM role_ref WHERE id = $1', [role.id])).toEqual([
        { person_id: into.personId },
      ]),
    );
  });

  it('E97: the state of the record that is no more changes nothing, in any order', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 10);
    await stage.register(activityId, into);
    await merge();
    const ended = endedState(from.personId);
    await sharing.emit(membershipEvents.memberChanged, ended);
    const mark = { ...ended, personId: newId(), state: 'active' as const, validTo: null };
    await sharing.emit(membershipEvents.memberChanged, mark);
    await eventually(async () =>
      expect(await rows('SELECT 1 FROM member_ref WHERE person_id = $1', [mark.personId])).toHaveLength(1),
    );
    expect(await rows('SELECT state, version FROM member_ref WHERE person_id = $1', [into.personId])).toEqual(
      [{ state: 'active', version: 1 }],
    );
  });

  it('E97: nor does it in a list, of which the others are read', async () => {
    await merge();
    const other = newId();
    await sharing.emit(membershipEvents.membersChanged, {
      members: [endedState(from.personId), endedState(other)],
    });
    await eventually(async () =>
      expect(await rows('SELECT state FROM member_ref WHERE person_id = $1', [other])).toEqual([
        { state: 'ended' },
      ]),
    );
    const kept = await rows('SELECT state FROM member_ref WHERE person_id = $1', [into.personId]);
    expect(kept).toEqual([{ state: 'active' }]);
  });

  it('is moved by the second look if it was written under the old id meanwhile', async () => {
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 10);
    const registration = await stage.register(activityId, from);
    const mergeId = await merge();
    await rows('UPDATE registration SET person_id = $2 WHERE id = $1', [
      registration.id,
      from.personId,
    ]).catch(() => undefined);
    await acknowledged(mergeId);
    expect(await standing(activityId, [from, into])).toEqual([
      { person_id: into.personId, state: 'confirmed' },
    ]);
  });
});
