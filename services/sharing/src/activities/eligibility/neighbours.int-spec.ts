import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import {
  eligibilityContract,
  type EligibilityView,
  type SetEligibilityRequest,
} from '@gongxiang/contracts/sharing/activities/eligibility.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import {
  ClubMemberRef,
  GroupMemberRef,
  GroupRef,
  MemberRef,
  PartyRef,
  UnionRef,
} from '../../reference/reference.entity.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let park: KnownUnion;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  park = await stage.union();
  host = await stage.union(park.path);
  await sharing.dataSource.manager.update(UnionRef, { id: park.id }, { tier: 'park' });
  await placed(host, 114, 30);
});

afterAll(() => sharing.stop());

const open = { unionIds: [], sizeClasses: [] };
type Rules = Partial<Omit<SetEligibilityRequest, 'activityId'>>;

async function placed(union: KnownUnion, longitude: number, latitude: number): Promise<KnownUnion> {
  await sharing.dataSource.manager.update(UnionRef, { id: union.id }, { longitude, latitude });
  return union;
}

function get(activityId: string, caller: Actor): Promise<EligibilityView> {
  return sharing.ask(eligibilityContract.get, { activityId }, caller);
}

async function set(activityId: string, rules: Rules, organiser = host): Promise<EligibilityView> {
  const { version: ifMatch } = await get(activityId, organiser.officer);
  const request = { activityId, ...open, ...rules };
  return sharing.ask(eligibilityContract.set, request, organiser.officer, { ifMatch });
}

async function withRules(rules: Rules): Promise<string> {
  const activityId = await stage.activity(host); // on 21 November
  await stage.pool(activityId, host, 50);
  await set(activityId, rules);
  return activityId;
}

async function oneMember(union = host, term: Partial<MemberRef> = {}): Promise<Actor> {
  const [person] = await stage.members(union, 1, term);
  return person as Actor;
}

async function club(name: string): Promise<string> {
  const id = newId();
  await sharing.dataSource.manager.insert(PartyRef, {
    kind: 'club',
    id,
    version: 1,
    name,
    unionId: host.id,
    active: true,
  });
  return id;
}

function inClub(clubId: string, { personId }: Actor, validFrom: string, validTo: string | null = null) {
  const row = { clubId, personId, version: 1, validFrom, validTo };
  return sharing.dataSource.manager.insert(ClubMemberRef, row);
}

describe('neighbours', () => {
  it('are of unions within so many kilometres, by where the unions are to be found', async () => {
    const activityId = await withRules({ neighbours: { withinKm: 5 } });
    // 0.04 of a degree of a meridian are 4.4 km, 0.05 are 5.6 km.
    const near = await oneMember(await placed(await stage.union(), 114, 30.04));
    const far = await oneMember(await placed(await stage.union(), 114, 30.05));
    const unknown = await oneMember(await stage.union());
    expect(await stage.register(activityId, near)).toMatchObject({ state: 'confirmed' });
    await expect(stage.register(activityId, far)).rejects.toMatchObject({
      code: 'NOT_ELIGIBLE',
      errors: [{ code: 'NOT_A_NEIGHBOUR', params: { withinKm: 5 } }],
    });
    expect((await get(activityId, unknown)).mine).toMatchObject({
      eligible: false,
      unmet: ['PLACE_UNKNOWN'],
    });
    expect(await get(activityId, near)).toMatchObject({
      neighbours: { withinKm: 5, samePark: false },
      mine: { eligible: true, unmet: [] },
    });
  });

  it('are of unions in the same park', async () => {
    const activityId = await withRules({ neighbours: { samePark: true } });
    const inside = await oneMember(await stage.union(park.path));
    const outside = await oneMember(await stage.union());
    expect(await stage.register(activityId, inside)).toMatchObject({ state: 'confirmed' });
    await expect(stage.register(activityId, outside)).rejects.toMatchObject({
      errors: [{ code: 'NOT_IN_THE_PARK' }],
    });
  });

  it('are asked for only where the organiser can have some', async () => {
    const nowhere = await stage.union();
    const activityId = await stage.activity(nowhere);
    for (const [neighbours, code, pointer] of [
      [{ withinKm: 5 }, 'ORGANISER_PLACE_UNKNOWN', '/neighbours/withinKm'],
      [{ samePark: true }, 'ORGANISER_PARK_UNKNOWN', '/neighbours/samePark'],
      [{}, 'NEIGHBOURS_ONE_OF', '/neighbours'],
    ] as const)
      await expect(set(activityId, { neighbours }, nowhere)).rejects.toMatchObject({
        code,
        errors: [{ pointer }],
      });
    expect(await get(activityId, nowhere.officer)).toMatchObject({ version: 1, neighbours: null });
  });
});

async function group(unionId: string, name: string): Promise<string> {
  const id = newId();
  await sharing.dataSource.manager.insert(GroupRef, { id, version: 1, unionId, name, active: true });
  return id;
}

describe('people in groups', () => {
  it('E23: are those who are in any of them on the day of the activity, once or again', async () => {
    const [first, second] = [await group(host.id, '装配一班'), await group(host.id, '装配二班')];
    const activityId = await withRules({ groupIds: [first, second] });
    const [stayer, leaver, stranger] = (await stage.members(host, 3)) as [Actor, Actor, Actor];
    const inGroup = (groupId: string, { personId }: Actor, validTo: string | null = null) => {
      const row = { id: newId(), version: 1, groupId, personId, validFrom: '2026-01-01', validTo };
      return sharing.dataSource.manager.insert(GroupMemberRef, row);
    };
    await inGroup(first, stayer, '2026-03-01'); // left, and came back to the other
    await inGroup(second, stayer);
    await inGroup(first, leaver, '2026-11-21'); // the day itself is outside
    expect(await stage.register(activityId, stayer)).toMatchObject({ state: 'confirmed' });
    for (const person of [leaver, stranger])
      await expect(stage.register(activityId, person)).rejects.toMatchObject({
        errors: [{ code: 'NOT_IN_THESE_GROUPS', params: {} }],
      });
    expect(await get(activityId, stayer)).toMatchObject({
      groups: [
        { id: first, name: '装配一班' },
        { id: second, name: '装配二班' },
      ],
      mine: { eligible: true },
    });
  });

  it('are of groups of the hosts, that are known', async () => {
    const activityId = await stage.activity(host);
    const others = await group((await stage.union()).id, '外单位班组');
    const own = await group(host.id, '本会班组');
    await expect(set(activityId, { groupIds: [own, others] })).rejects.toMatchObject({
      code: 'ELIGIBLE_GROUP_OF_OTHERS',
      errors: [{ pointer: '/groupIds/1' }],
    });
    await expect(set(activityId, { groupIds: [newId()] })).rejects.toMatchObject({
      code: 'REFERENCE_PENDING',
      errors: [{ pointer: '/groupIds/0' }],
    });
  });
});

describe('members of clubs', () => {
  it('E23: are those who are in any of them on the day of the activity', async () => {
    const [runners, readers, others] = [await club('跑友'), await club('读书'), await club('摄影')];
    const activityId = await withRules({ clubIds: [runners, readers] });
    const [stays, leaves, comes, elsewhere] = await stage.members(host, 4);
    const [stayer, leaver, comer, stranger] = [stays, leaves, comes, elsewhere] as [
      Actor,
      Actor,
      Actor,
      Actor,
    ];
    await inClub(readers, stayer, '2026-01-01');
    await inClub(runners, leaver, '2026-01-01', '2026-11-21'); // the day itself is outside
    await inClub(runners, comer, '2026-11-22');
    await inClub(others, stranger, '2026-01-01');
    expect(await stage.register(activityId, stayer)).toMatchObject({ state: 'confirmed' });
    for (const person of [leaver, comer, stranger])
      await expect(stage.register(activityId, person)).rejects.toMatchObject({
        errors: [{ code: 'NOT_IN_THESE_CLUBS', params: {} }],
      });
    expect(await get(activityId, stayer)).toMatchObject({
      clubs: [
        { id: runners, name: '跑友' },
        { id: readers, name: '读书' },
      ],
    });
  });

  it('are known by what membership tells, the newest of it', async () => {
    const clubId = await club('羽毛球');
    const { personId } = await oneMember();
    const change = { clubId, personId, validFrom: '2026-01-01' };
    await sharing.emit(membershipEvents.clubMemberChanged, { ...change, version: 2, validTo: '2026-02-01' });
    await sharing.emit(membershipEvents.clubMemberChanged, { ...change, version: 1, validTo: null });
    const last = await oneMember();
    await sharing.emit(membershipEvents.clubMemberChanged, {
      clubId,
      personId: last.personId,
      version: 1,
      validFrom: '2026-01-01',
      validTo: null,
    });
    const row = (id: string) =>
      sharing.dataSource.manager.findOneByOrFail(ClubMemberRef, { clubId, personId: id });
    await eventually(() => row(last.personId));
    expect(await row(personId)).toMatchObject({ version: 2, validTo: '2026-02-01' });
  });

  it('are of clubs that are known', async () => {
    const activityId = await stage.activity(host);
    await expect(set(activityId, { clubIds: [await club('书法'), newId()] })).rejects.toMatchObject({
      code: 'REFERENCE_PENDING',
      errors: [{ pointer: '/clubIds/1' }],
    });
  });
});

describe('kinds of employment', () => {
  it('decide who may come, and nothing of the person is told', async () => {
    const activityId = await withRules({ employmentKinds: ['newForm', 'partTime'] });
    const rider = await oneMember(host, { employmentKind: 'newForm' });
    const agency = await oneMember(host, { employmentKind: 'dispatched' });
    expect(await stage.register(activityId, rider)).toMatchObject({ state: 'confirmed' });
    await expect(stage.register(activityId, agency)).rejects.toMatchObject({
      errors: [{ code: 'NOT_OF_THESE_EMPLOYMENT_KINDS', params: {} }],
    });
    await expect(stage.register(activityId, await oneMember())).rejects.toMatchObject({
      errors: [{ code: 'EMPLOYMENT_UNKNOWN' }],
    });
    const seen = await get(activityId, agency);
    expect(seen).toMatchObject({ employmentKinds: ['newForm', 'partTime'] });
    expect(JSON.stringify(seen)).not.toContain('dispatched');
  });

  it('are told with the place and the tier of a union, and gone where news says nothing of them', async () => {
    const union = { parentId: null, path: '1.zz.', name: '园区工会', uscc: null, enterpriseId: null };
    const id = newId();
    const state = { ...union, id, sizeClass: null, active: true };
    const place = { longitude: 114, latitude: 30, address: '一号' };
    await sharing.emit(membershipEvents.unionChanged, { ...state, version: 1, tier: 'park', place });
    const row = () => sharing.dataSource.manager.findOneByOrFail(UnionRef, { id });
    await eventually(async () =>
      expect(await row()).toMatchObject({ tier: 'park', longitude: 114, latitude: 30 }),
    );
    await sharing.emit(membershipEvents.unionChanged, { ...state, version: 2 });
    await eventually(async () =>
      expect(await row()).toMatchObject({ version: 2, tier: null, longitude: null }),
    );
  });
});

describe('all of these rules together', () => {
  it('cost a statement for neighbours and one for clubs, however many come', async () => {
    const clubId = await club('乒乓');
    const rules = { neighbours: { withinKm: 5 }, clubIds: [clubId], employmentKinds: ['regular' as const] };
    const activityId = await withRules(rules);
    const people = await stage.members(host, 3, { employmentKind: 'regular' });
    for (const person of people) await inClub(clubId, person, '2026-01-01');
    const queries = await recordQueries(sharing.dataSource, () =>
      stage.group(activityId, host.officer, people),
    );
    // What membership tells of a union may still arrive meanwhile.
    const asked = queries.filter(
      ({ sql }) => /club_member_ref|tier, longitude|member_ref WHERE/.test(sql) && !/^\s*INSERT/.test(sql),
    );
    expect(asked).toHaveLength(3); // the applicants themselves, the neighbourhood, the clubs
  });
});
