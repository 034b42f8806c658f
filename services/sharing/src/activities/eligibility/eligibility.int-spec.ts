import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { operationsContract } from '@gongxiang/contracts/operations/operations.contract';
import {
  eligibilityContract,
  type EligibilityView,
  type SetEligibilityRequest,
} from '@gongxiang/contracts/sharing/activities/eligibility.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, eventually, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import { ActivityRow } from '../activity/activity.entity.js';
import { MemberRef, UnionRef } from '../../reference/reference.entity.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

const open = { unionIds: [], sizeClasses: [] };
/** 2026-11-21 in China: the test clock is on the day before. */
const youth = { birthDate: '2000-05-04', sex: 'female' } as const;

type Rules = Omit<SetEligibilityRequest, 'activityId'>;

function get(activityId: string, caller: Actor | null = host.officer): Promise<EligibilityView> {
  return sharing.ask(eligibilityContract.get, { activityId }, caller);
}

async function set(activityId: string, rules: Rules, caller: Actor | null = host.officer) {
  const { version: ifMatch } = await get(activityId);
  return sharing.ask(eligibilityContract.set, { activityId, ...rules }, caller, { ifMatch });
}

async function withRules(rules: Rules): Promise<string> {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, 50);
  await set(activityId, rules);
  return activityId;
}

async function oneMember(term: Partial<MemberRef> = {}, union = host): Promise<Actor> {
  const [person] = await stage.members(union, 1, term);
  return person as Actor;
}

describe('who may come', () => {
  it('E23: is judged for the day of the activity, and names every condition that is not met', async () => {
    // Begins a day after the clock: on 21 November.
    const activityId = await withRules({ ...open, ageFrom: 18, ageTo: 35, sex: 'female' });
    const birthday = await oneMember({ ...youth, birthDate: '2008-11-21' }); // 18 on that very day
    expect(await get(activityId, birthday)).toMatchObject({ mine: { eligible: true, unmet: [] } });
    expect(await stage.register(activityId, birthday)).toMatchObject({ state: 'confirmed' });
    const dayLater = await oneMember({ sex: 'male', birthDate: '2008-11-22' });
    await expect(stage.register(activityId, dayLater)).rejects.toMatchObject({
      code: 'NOT_ELIGIBLE',
      errors: [
        { pointer: '', code: 'AGE_OUTSIDE', params: { ageFrom: 18, ageTo: 35 } },
        { pointer: '', code: 'SEX_DIFFERENT', params: {} },
      ],
    });
    const { mine } = await get(activityId, dayLater);
    expect(mine).toEqual({ eligible: false, unmet: ['AGE_OUTSIDE', 'SEX_DIFFERENT'], blockedUntil: null });
  });

  it('says where to complete what is not known', async () => {
    const activityId = await withRules({ ...open, ageTo: 35, sex: 'female' });
    await expect(stage.register(activityId, await oneMember())).rejects.toMatchObject({
      errors: [{ code: 'AGE_UNKNOWN' }, { code: 'SEX_UNKNOWN' }],
    });
  });

  it('is of any of the unions or below, and of their size, by where the union stands now', async () => {
    const below = await stage.union(host.path);
    const elsewhere = await stage.union();
    const activityId = await withRules({ unionIds: [below.id], sizeClasses: ['small', 'micro'] });
    const { manager } = sharing.dataSource;
    await manager.update(UnionRef, { id: below.id }, { sizeClass: 'micro' });
    await manager.update(UnionRef, { id: elsewhere.id }, { sizeClass: 'large' });
    const [inside, outside] = [await oneMember({}, below), await oneMember({}, elsewhere)];
    expect(await stage.register(activityId, inside)).toMatchObject({ state: 'confirmed' });
    await expect(stage.register(activityId, outside)).rejects.toMatchObject({
      errors: [{ code: 'NOT_OF_THESE_UNIONS' }, { code: 'NOT_OF_THESE_SIZE_CLASSES' }],
    });
    await manager.update(UnionRef, { id: elsewhere.id }, { path: `${below.path}9.`, sizeClass: 'small' });
    expect(await stage.register(activityId, outside)).toMatchObject({ state: 'confirmed' });
  });

  it('E22: follows from the signed-in membership, whatever the request says', async () => {
    const activityId = await withRules({ ...open, ageTo: 35 });
    const over = await oneMember({ ...youth, validTo: '2026-11-21' }); // over on the day of the activity
    const request = { activityId, answers: { memberNumber: newId(), birthDate: '2000-01-01' } };
    await expect(sharing.ask(registrationContract.register, request, over)).rejects.toMatchObject({
      code: 'NOT_A_MEMBER_ON_THE_DAY',
    });
    const old = await oneMember({ ...youth, birthDate: '1960-01-01' });
    await expect(sharing.ask(registrationContract.register, request, old)).rejects.toMatchObject({
      code: 'NOT_ELIGIBLE',
    });
  });

  it('E18: tells whoever is registered what they have, though they could not sign up any more', async () => {
    const activityId = await withRules({ ...open, ageTo: 35 });
    const person = await oneMember(youth);
    const { id } = await stage.register(activityId, person);
    const changed = await set(activityId, { ...open, ageFrom: 60 });
    expect(changed).toMatchObject({ kept: 1, ageFrom: 60, ageTo: null });
    const again = await sharing.send(registrationContract.register, { activityId }, person);
    expect(again).toMatchObject({ existing: true, body: { id, state: 'confirmed' } });
  });

  it('is passed over by an officer of the organiser for a reason, which is kept', async () => {
    const activityId = await withRules({ ...open, ageFrom: 60 });
    const person = await oneMember(youth);
    const request = { activityId, personId: person.personId };
    await expect(sharing.ask(registrationContract.register, request, host.officer)).rejects.toMatchObject({
      code: 'NOT_ELIGIBLE',
    });
    await expect(
      sharing.ask(
        registrationContract.registerGroup,
        { activityId, personIds: [person.personId] },
        host.officer,
      ),
    ).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' });
    const override = { reason: '陪同年长会员' };
    const seated = await sharing.ask(registrationContract.register, { ...request, override }, host.officer);
    expect(seated).toMatchObject({ state: 'confirmed' });
    const rows: { override_reason: string }[] = await sharing.dataSource.query(
      'SELECT override_reason FROM registration WHERE id = $1',
      [seated.id],
    );
    expect(rows).toEqual([{ override_reason: override.reason }]);
  });

  it('costs an activity without rules no statement, and one with rules two for all who come', async () => {
    const lower = await stage.union(host.path);
    const noShow = { effect: 'blocked', countFrom: 1, withinDays: 30, blockedDays: 30 } as const;
    const statementsOf = async (rules: Rules): Promise<number> => {
      const activityId = await withRules(rules);
      const people = await stage.members(lower, 3, youth);
      const personIds = people.map(({ personId }) => personId);
      const group = { activityId, personIds };
      await eventually(async () => {
        const known: unknown[] = await sharing.dataSource.query(
          'SELECT 1 FROM member_ref WHERE person_id = ANY($1)',
          [personIds],
        );
        expect(known).toHaveLength(personIds.length);
        // Background matching reads unions as well.
        const matching: unknown[] = await sharing.dataSource.query(
          `SELECT 1 FROM due WHERE kind LIKE 'match-%' AND due_at <= $1`,
          [sharing.clock.now()],
        );
        expect(matching).toEqual([]);
      });
      return (
        await recordQueries(sharing.dataSource, async () => {
          await sharing.ask(registrationContract.registerGroup, group, host.officer);
        })
      ).filter((statement) =>
        /union_ref WHERE id = ANY|FROM no_show|FROM member_ref/.test(JSON.stringify(statement)),
      ).length;
    };
    expect(await statementsOf(open)).toBe(1); // the applicants themselves
    expect(await statementsOf({ ...open, ageTo: 60, sex: 'female' })).toBe(1);
    expect(await statementsOf({ unionIds: [host.id], sizeClasses: [], noShow })).toBe(3);
  });
});

describe('the rules', () => {
  it('are nothing at first, are kept as they were said, and go again', async () => {
    const activityId = await stage.activity(host);
    const nothing = { unions: [], sizeClasses: [], ageFrom: null, ageTo: null, sex: null, noShow: null };
    expect(await get(activityId)).toMatchObject({ ...nothing, day: '2026-11-21', mine: { eligible: true } });
    const noShow = { effect: 'blocked', countFrom: 3, withinDays: 180, blockedDays: 30 } as const;
    const said = { sizeClasses: ['micro' as const], ageFrom: 18, ageTo: 35, sex: 'male' as const, noShow };
    const stored = await set(activityId, { unionIds: [host.id, host.id], ...said });
    expect(stored).toMatchObject({ unions: [{ id: host.id }], ...said, kept: 0 });
    expect(await set(activityId, open)).toMatchObject(nothing);
    const row = await sharing.dataSource.manager.findOneByOrFail(ActivityRow, { id: activityId });
    expect(row.eligibility).toBeNull();
  });

  it('are refused where they make no sense, and change nothing', async () => {
    const activityId = await stage.activity(host);
    await expect(set(activityId, { ...open, ageFrom: 35, ageTo: 18 })).rejects.toMatchObject({
      code: 'AGE_RANGE_EMPTY',
      errors: [{ pointer: '/ageTo' }],
    });
    await expect(set(activityId, { ...open, unionIds: [host.id, newId()] })).rejects.toMatchObject({
      code: 'REFERENCE_PENDING',
      errors: [{ pointer: '/unionIds/1' }],
    });
    expect(await get(activityId)).toMatchObject({ version: 1 });
    const stale = { activityId, ...open };
    const ask = (ifMatch: number | null) =>
      sharing.ask(eligibilityContract.set, stale, host.officer, { ifMatch });
    await expect(ask(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(ask(7)).rejects.toMatchObject({ code: 'VERSION_STALE' });
  });

  it('are said by who manages the seats, until the activity is over', async () => {
    const activityId = await stage.activity(host);
    const stranger = await stage.union();
    await expect(get(activityId, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    for (const caller of [await oneMember(), stranger.officer])
      await expect(set(activityId, open, caller)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const [first, second, third] = [new Date(0), new Date(1), new Date(2)];
    const past = { signUpOpensAt: first, signUpClosesAt: second, startsAt: second, endsAt: third };
    const closed = { state: 'closed', closedAt: first, factCount: 0, factsHash: '0' } as const;
    const cancelled = { state: 'cancelled', cancelReason: '台风' } as const;
    for (const changes of [past, closed, cancelled])
      await expect(set(await stage.activity(host, changes), open)).rejects.toMatchObject({
        code: 'ELIGIBILITY_OVER',
      });
    const draft = await stage.activity(host, { state: 'draft', publishedAt: null });
    await expect(get(draft, stranger.officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await set(draft, { ...open, ageFrom: 18 })).toMatchObject({ ageFrom: 18 });
  });
});

describe('sex and birth date', () => {
  it('are taken over from news of a member, and stand in no answer, event or audit record', async () => {
    const person = actorWith({ personId: newId(), unionId: host.id, unionPath: host.path });
    const birthDate = '1987-06-05';
    const known = { unionId: host.id, state: 'active', validFrom: '2020-01-01', validTo: null } as const;
    const change = { personId: person.personId, version: 1, maskedName: '张*', ...known };
    await sharing.emit(membershipEvents.memberChanged, { ...change, sex: 'male', birthDate });
    await eventually(async () => {
      const where = { personId: person.personId };
      expect(await sharing.dataSource.manager.findOneByOrFail(MemberRef, where)).toMatchObject({
        birthDate,
        sex: 'male',
      });
    });
    const activityId = await withRules({ ...open, ageFrom: 60, sex: 'female' });
    const refusal: unknown = await stage.register(activityId, person).catch((error: unknown) => error);
    const override = { reason: '领队' };
    const seated = await sharing.ask(
      registrationContract.register,
      { activityId, personId: person.personId, override },
      host.officer,
    );
    const shown = [refusal, seated, await get(activityId, person), await stage.get(seated, host.officer)];
    const events = await sharing.recorded(sharingEvents.activityChanged);
    const { listAudit } = operationsContract('sharing');
    const auditor = actorWith({
      roles: [
        ['auditor', host.id, '1.'],
        ['operator', host.id, '1.'],
      ],
    });
    const trail = await sharing.ask(listAudit, {}, auditor);
    for (const text of [...shown, events, trail].map((one) => JSON.stringify(one))) {
      expect(text).not.toContain('1987-06');
      expect(text).not.toContain('birthDate');
    }
  });

  it('are not forgotten by news from before they were told, which is older', async () => {
    const person = await oneMember({ ...youth, version: 5 });
    const change = { personId: person.personId, version: 4, maskedName: '张*', unionId: host.id };
    await sharing.emit(membershipEvents.memberChanged, {
      ...change,
      state: 'active',
      validFrom: '2020-01-01',
      validTo: null,
    });
    const last = await oneMember();
    await sharing.emit(membershipEvents.memberChanged, {
      personId: last.personId,
      version: 2,
      maskedName: '李*',
      unionId: host.id,
      state: 'active',
      validFrom: '2020-01-01',
      validTo: null,
    });
    const row = (personId: string) => sharing.dataSource.manager.findOneByOrFail(MemberRef, { personId });
    await eventually(async () => expect((await row(last.personId)).maskedName).toBe('李*'));
    expect(await row(person.personId)).toMatchObject({ version: 5, ...youth });
  });
});
