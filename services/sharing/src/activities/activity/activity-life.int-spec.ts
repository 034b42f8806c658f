import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { activityLifeContract } from '@gongxiang/contracts/sharing/activities/activity-life.contract';
import {
  type ActivityPhase,
  activityPhases,
  activityStages,
} from '@gongxiang/contracts/sharing/activities/activity-phase.contract';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { coHostContract } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { seatCapContract } from '@gongxiang/contracts/sharing/seats/seat-cap.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { hostedBy, versionInForce } from '../agreement/agreement.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { draftOf, memberOf, type TestUnion, unionAt } from './activity.fixture.js';
import type { ActivityRow } from './activity.entity.js';
import { phasesOfStage } from './activity-phase.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: TestUnion;
let guest: TestUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  [host, guest] = await Promise.all([unionAt(sharing, '1.4.'), unionAt(sharing, '1.5.')]);
});

afterAll(() => sharing.stop());

const hours = (count: number): Date => new Date(sharing.clock.now().getTime() + count * 3_600_000);

const phaseNow = async (activityId: string, actor: Actor = host.officer): Promise<ActivityPhase> =>
  (await sharing.ask(activityContract.get, { activityId }, actor)).phase;

const listed = async (filter: object, actor: Actor = host.officer): Promise<string[]> =>
  (await sharing.ask(activityContract.list, { limit: 200, ...filter }, actor)).items.map(({ id }) => id);

const known = (union: TestUnion): KnownUnion => union;

/** A published activity that took place and is closed. */
function closed(changes: Partial<ActivityRow> = {}): Promise<string> {
  const times = {
    signUpOpensAt: hours(-30),
    signUpClosesAt: hours(-24),
    startsAt: hours(-24),
    endsAt: hours(-22),
  };
  return stage.activity(known(host), { ...times, state: 'closed', closedAt: hours(-20), ...changes });
}

const archive = (activityId: string, actor: Actor = host.officer) =>
  sharing.ask(activityLifeContract.archive, { activityId }, actor);
const unarchive = (activityId: string, actor: Actor = host.officer) =>
  sharing.ask(activityLifeContract.unarchive, { activityId }, actor);

describe('the phase of an activity', () => {
  it('is the same on its page, in the list and in the filter of the list, for every phase', async () => {
    const title = `阶段${newId()}`;
    const at = (signUp: [number, number], start: number, end: number): Partial<ActivityRow> => ({
      title,
      signUpOpensAt: hours(signUp[0]),
      signUpClosesAt: hours(signUp[1]),
      startsAt: hours(start),
      endsAt: hours(end),
    });
    const over = { ...at([-9, -8], -7, -6), state: 'closed', closedAt: hours(-5) } as const;
    const drafted = { ...at([1, 2], 3, 4), state: 'draft', publishedAt: null } as const;
    const asGuest = { kind: 'union', id: guest.id, name: guest.name, unionId: guest.id } as const;
    const joined = { ...drafted, coHosts: [asGuest], agreementRequired: true };
    const rows: readonly Partial<ActivityRow>[] = [
      drafted,
      joined,
      { ...drafted, openInvitations: 1 },
      at([1, 2], 3, 4),
      at([-1, 2], 3, 4),
      at([-2, -1], 3, 4),
      at([-2, 4], -1, 4),
      at([-4, -3], -2, -1),
      { ...over, state: 'closing', closedAt: null },
      over,
      { ...over, settledAt: hours(-1) },
      { ...over, archivedAt: hours(-1) },
      { ...at([1, 2], 3, 4), state: 'cancelled', cancelReason: '暴雨' },
    ];
    const ids = [];
    for (const row of rows) ids.push(await stage.activity(known(host), row));
    // Of the open activities, one has a free seat.
    await stage.pool(ids[4] ?? '', known(host), 2);
    const { activity: agreed } = await hostedBy(sharing, [host, guest], { title });
    await versionInForce(sharing, agreed.id, [host, guest]);
    // Another has none: a member with a companion took both.
    const full = await stage.activity(known(host), at([-1, 2], 3, 4));
    await stage.pool(full, known(host), 2);
    const [member] = await stage.members(known(host), 1);
    await stage.register(full, member as Actor, 1);

    const all = await sharing.ask(activityContract.list, { q: title, limit: 200 }, host.officer);
    const put = await sharing.ask(activityContract.list, { q: title, phase: 'archived' }, host.officer);
    const views = [...all.items, ...put.items];
    expect(views).toHaveLength(rows.length + 2);
    expect(new Set(views.map(({ phase }) => phase))).toEqual(new Set(activityPhases));
    for (const { id, phase } of views) expect([id, await phaseNow(id)]).toEqual([id, phase]);
    for (const phase of activityPhases) {
      const wanted = views.filter((view) => view.phase === phase).map(({ id }) => id);
      expect((await listed({ q: title, phase })).sort()).toEqual(wanted.sort());
    }
    for (const stage of activityStages) {
      const wanted = views.filter(({ phase }) => phasesOfStage[stage].includes(phase)).map(({ id }) => id);
      expect((await listed({ q: title, stage })).sort()).toEqual(wanted.sort());
    }
    const staged = Object.values(phasesOfStage).flat();
    expect(staged.sort()).toEqual(activityPhases.filter((phase) => phase !== 'archived').sort());
    // Of two seats: one is taken nowhere, two in the full one; without open sign-up none are counted.
    const free = views
      .filter(({ seatsFree }) => seatsFree !== null)
      .map(({ id, seatsFree }) => [id, seatsFree]);
    expect(free.sort()).toEqual(
      [
        [ids[4], 2],
        [full, 0],
      ].sort(),
    );
  });

  it('E09: is full where a cap leaves no seat, and open again when one comes free', async () => {
    const activityId = await stage.activity(known(host));
    await stage.pool(activityId, known(host), 9);
    await sharing.ask(seatCapContract.create, { activityId, name: '车间限员', capacity: 1 }, host.officer);
    const [member] = await stage.members(known(host), 1);
    const open = await sharing.ask(activityContract.get, { activityId }, host.officer);
    expect(open).toMatchObject({ phase: 'signUpOpen', seatsFree: 1 }); // of nine, as the cap leaves one
    const registration = await stage.register(activityId, member as Actor);
    expect(await phaseNow(activityId)).toBe('full');
    expect(await sharing.ask(activityContract.getPublic, { activityId }, null)).toMatchObject({
      phase: 'full',
    });
    await stage.cancel(registration, member as Actor);
    expect(await phaseNow(activityId)).toBe('signUpOpen');
  });

  it('follows invitations, signatures and whoever joins after them', async () => {
    const { id: activityId } = await draftOf(sharing, host);
    expect(await phaseNow(activityId)).toBe('draft');
    const party = { kind: 'union', id: guest.id } as const;
    const { id: invitationId } = await sharing.ask(
      coHostContract.invite,
      { activityId, party },
      host.officer,
    );
    expect(await phaseNow(activityId)).toBe('proposed');
    await sharing.ask(coHostContract.decline, { invitationId, reason: '另有安排' }, guest.officer);
    expect(await phaseNow(activityId)).toBe('draft');

    const { activity } = await hostedBy(sharing, [host, guest]);
    expect(await phaseNow(activity.id)).toBe('proposed');
    await versionInForce(sharing, activity.id, [host, guest]);
    expect(await phaseNow(activity.id)).toBe('agreed');
    const third = await unionAt(sharing, '1.6.');
    const invite = { activityId: activity.id, party: { kind: 'union' as const, id: third.id } };
    const { id } = await sharing.ask(coHostContract.invite, invite, host.officer);
    await sharing.ask(coHostContract.accept, { invitationId: id }, third.officer);
    expect(await phaseNow(activity.id)).toBe('proposed');
  });

  it('is what the public list is filtered by', async () => {
    const union = await stage.union();
    const later = await stage.activity(union, { signUpOpensAt: hours(2) });
    const open = await stage.activity(union);
    for (const id of [later, open]) await stage.pool(id, union, 2);
    const shown = async (phase?: 'published' | 'signUpOpen') =>
      (await sharing.ask(activityContract.listPublic, { unionId: union.id, ...(phase && { phase }) }, null))
        .items;
    expect(await shown()).toHaveLength(2);
    expect(await shown('published')).toMatchObject([{ id: later, phase: 'published' }]);
    expect(await shown('signUpOpen')).toMatchObject([{ id: open, phase: 'signUpOpen' }]);
  });
});

describe('what is archived', () => {
  it('leaves the list and its search, stays by its address, and comes back as what it was', async () => {
    const title = `归档${newId()}`;
    const activityId = await closed({ title });
    expect(await listed({ q: title })).toEqual([activityId]);
    const away = await archive(activityId);
    expect(away).toMatchObject({ version: 2, state: 'closed', phase: 'archived' });
    expect(away.archivedAt).not.toBeNull();
    expect(await listed({ q: title })).toEqual([]);
    expect(await listed({ q: title, state: 'closed' })).toEqual([]);
    expect(await listed({ q: title, phase: 'archived' })).toEqual([activityId]);
    expect(await phaseNow(activityId, memberOf(guest))).toBe('archived');
    expect(await archive(activityId)).toMatchObject({ version: 2 }); // a second time changes nothing
    expect(await unarchive(activityId)).toMatchObject({ version: 3, phase: 'closed', archivedAt: null });
    expect(await unarchive(activityId)).toMatchObject({ version: 3 });
    expect(await listed({ q: title })).toEqual([activityId]);
    const received = (await sharing.recorded(sharingEvents.activityChanged)).filter(
      ({ id }) => id === activityId,
    );
    expect(received.map(({ archivedAt }) => archivedAt !== null)).toEqual([true, false]);
    const trail = await sharing.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_record WHERE subject_id = $1 ORDER BY id`,
      [activityId],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'sharing.activity.archive',
      'sharing.activity.unarchive',
    ]);
  });

  it('is over, and put away by who manages it alone', async () => {
    const open = await stage.activity(known(host));
    await expect(archive(open)).rejects.toMatchObject({ code: 'ACTIVITY_NOT_OVER' });
    const activityId = await closed();
    await expect(archive(activityId, memberOf(host))).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(unarchive(activityId, guest.officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const cancelled = await stage.activity(known(host), { state: 'cancelled', cancelReason: '暴雨' });
    expect(await archive(cancelled)).toMatchObject({ phase: 'archived' });
    expect(await unarchive(cancelled)).toMatchObject({ phase: 'cancelled' });
  });

  it('goes by itself two years after it ended, unless it was got out again', async () => {
    const [left, stored] = [await stage.activity(known(host)), await stage.activity(known(host))];
    for (const activityId of [left, stored])
      await sharing.ask(activityContract.cancel, { activityId, reason: '暴雨' }, host.officer);
    await archive(stored);
    await unarchive(stored);
    const due = await sharing.dataSource.query<{ due_at: Date }[]>(
      `SELECT due_at FROM due WHERE kind = 'activity-archive' AND key = ANY($1)`,
      [[left, stored]],
    );
    const end = hours(26); // as the fixture plans it
    end.setUTCFullYear(end.getUTCFullYear() + 2);
    expect(due.map(({ due_at: at }) => at)).toEqual([end]);
    sharing.clock.advance(end.getTime() - sharing.clock.now().getTime());
    await eventually(async () => expect(await phaseNow(left)).toBe('archived'));
    expect(await phaseNow(stored)).toBe('cancelled');
  });
});

describe('the settlement of an activity', () => {
  const zero = { amount: '0', currency: 'CNY' } as const;
  const approvalOf = (activityId: string, costPoolId: string) => ({
    costPoolId,
    activityId,
    version: 4,
    total: zero,
    subsidy: zero,
    shares: [],
    approvedAt: sharing.clock.now().toISOString(),
  });
  const reversalOf = (sourceId: string) => ({
    sourceId,
    entryId: newId(),
    reversalId: newId(),
    reversedAt: sharing.clock.now().toISOString(),
  });

  it('is told by the approval of its cost pool, taken back by a reversal, and told by the next one', async () => {
    const activityId = await closed();
    const [first, second] = [newId(), newId()];
    await sharing.emit(settlementEvents.costPoolApproved, approvalOf(activityId, first));
    await eventually(async () => expect(await phaseNow(activityId)).toBe('settled'));
    await sharing.emit(settlementEvents.entryReversed, reversalOf(first));
    await eventually(async () => expect(await phaseNow(activityId)).toBe('closed'));
    await sharing.emit(settlementEvents.costPoolApproved, approvalOf(activityId, second));
    await eventually(async () => expect(await phaseNow(activityId)).toBe('settled'));
    const received = (await sharing.recorded(sharingEvents.activityChanged)).filter(
      ({ id }) => id === activityId,
    );
    expect(received.map(({ version, settledAt }) => [version, settledAt !== null])).toEqual([
      [2, true],
      [3, false],
      [4, true],
    ]);
  });

  it('is none where the reversal comes before the approval that it takes back', async () => {
    const [activityId, other] = [await closed(), await closed()];
    const pool = newId();
    await sharing.emit(settlementEvents.entryReversed, reversalOf(pool));
    const isKnown = async (): Promise<number> =>
      (await sharing.dataSource.query<unknown[]>('SELECT 1 FROM told_cost_pool WHERE id = $1', [pool]))
        .length;
    await eventually(async () => expect(await isKnown()).toBe(1));
    await sharing.emit(settlementEvents.costPoolApproved, approvalOf(activityId, pool));
    await sharing.emit(settlementEvents.costPoolApproved, approvalOf(other, newId()));
    await eventually(async () => expect(await phaseNow(other)).toBe('settled'));
    expect(await phaseNow(activityId)).toBe('closed');
  });
});
