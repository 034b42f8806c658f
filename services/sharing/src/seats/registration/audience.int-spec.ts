import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { poolContract, type PoolView } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { draftContract } from '@gongxiang/contracts/sharing/organising/draft.contract';
import type { RegistrationView } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { seatCapContract } from '@gongxiang/contracts/sharing/seats/seat-cap.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { ClubMemberRef, MemberRef, PartyRef, UnionRef } from '../../reference/reference.entity.js';
import { startSharing } from '../../sharing.fixture.js';
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

async function club(): Promise<string> {
  const id = newId();
  const row = { kind: 'club' as const, id, version: 1, name: '跑友', unionId: host.id, active: true };
  await sharing.dataSource.manager.insert(PartyRef, row);
  return id;
}

function join(clubId: string, { personId }: Actor, validFrom: string, validTo: string | null = null) {
  const row = { clubId, personId, version: 1, validFrom, validTo };
  return sharing.dataSource.manager.insert(ClubMemberRef, row);
}

async function oneOf(union: KnownUnion): Promise<Actor> {
  const [person] = await stage.members(union, 1);
  return person as Actor;
}

async function poolsOf(activityId: string): Promise<PoolView[]> {
  return (await sharing.ask(poolContract.list, { activityId }, host.officer)).items;
}

describe('seats of a club', () => {
  it('E23: are for those who are in it on the day of the activity, before those of their union', async () => {
    const clubId = await club();
    const activityId = await stage.activity(host); // on 21 November, the clock stands on the 20th
    const [ofUnion, ofClub] = [
      await stage.pool(activityId, host, 9, host),
      await stage.pool(activityId, host, 1, undefined, { clubId }),
    ];
    const [member, leaver, comer] = [await oneOf(host), await oneOf(host), await oneOf(host)];
    await join(clubId, member, '2026-01-01');
    await join(clubId, leaver, '2026-01-01', '2026-11-21'); // the day itself is outside
    await join(clubId, comer, '2026-11-21');
    const poolOf = async (person: Actor): Promise<string> => (await stage.register(activityId, person)).pool;
    expect(await poolOf(member)).toBe(ofClub.id);
    expect(await poolOf(leaver)).toBe(ofUnion.id);
    // E13: second on the waitlist of the club, though others sit in another pool.
    expect(await stage.register(activityId, comer)).toMatchObject({
      pool: ofClub.id,
      state: 'waitlisted',
      waitlistPlace: 1,
      waitlistReason: 'POOL_FULL',
    });
  });

  it('E15: go to everybody at their time, with who waits for them', async () => {
    const clubId = await club();
    const activityId = await stage.activity(host);
    const terms = { clubId, releasesAt: stage.inHours(2) };
    await stage.pool(activityId, host, 1, undefined, terms);
    await stage.pool(activityId, host, 1);
    const [first, second] = [await oneOf(host), await oneOf(host)];
    for (const person of [first, second]) await join(clubId, person, '2026-01-01');
    await stage.register(activityId, first);
    const waiting = await stage.register(activityId, second);
    expect(waiting.state).toBe('waitlisted');
    sharing.clock.advance(2 * 3_600_000);
    await eventually(async () =>
      expect(await stage.get(waiting, second)).toMatchObject({ state: 'confirmed' }),
    );
  });

  it('are of a club that is known, of a club or a union, and there once', async () => {
    const clubId = await club();
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 1, undefined, { clubId });
    await expect(stage.pool(activityId, host, 1, undefined, { clubId })).rejects.toMatchObject({
      code: 'POOL_EXISTS',
      errors: [{ pointer: '/clubId' }],
    });
    await expect(stage.pool(activityId, host, 1, host, { clubId })).rejects.toMatchObject({
      code: 'POOL_FOR_ONE',
      errors: [{ pointer: '/clubId' }],
    });
    await expect(stage.pool(activityId, host, 1, undefined, { clubId: newId() })).rejects.toMatchObject({
      code: 'REFERENCE_PENDING',
      errors: [{ pointer: '/clubId' }],
    });
  });
});

describe('seats of a union that serves dispatched people', () => {
  it('are for them as for its members, count to its cap, and are theirs until they are served there no longer', async () => {
    const [factory, agency] = [await stage.union(), await stage.union()];
    const activityId = await stage.activity(host, {
      eligibility: {
        unionIds: [factory.id],
        sizeClasses: [],
        ageFrom: null,
        ageTo: null,
        sex: null,
        noShow: null,
      },
    });
    const seats = await stage.pool(activityId, host, 5, factory);
    await stage.pool(activityId, host, 5, agency);
    const cap = { activityId, name: '厂内限员', unionId: factory.id, capacity: 2 };
    await sharing.ask(seatCapContract.create, cap, host.officer);
    const [first, second, third] = (await stage.members(agency, 3, { servedByUnionId: factory.id })) as [
      Actor,
      Actor,
      Actor,
    ];
    expect(await stage.register(activityId, first)).toMatchObject({ pool: seats.id, state: 'confirmed' });
    // An officer of the serving union signs them up for its seats, as its members.
    expect(await stage.group(activityId, factory.officer, [second])).toMatchObject([{ state: 'confirmed' }]);
    expect(await stage.register(activityId, third)).toMatchObject({
      pool: seats.id,
      state: 'waitlisted',
      waitlistReason: 'CAP_FULL',
    });
    await expect(stage.register(activityId, await oneOf(agency))).rejects.toMatchObject({
      code: 'NOT_ELIGIBLE',
      errors: [{ code: 'NOT_OF_THESE_UNIONS' }],
    });
    const [other] = (await stage.members(agency, 1, { servedByUnionId: factory.id })) as [Actor];
    const state = {
      maskedName: '吴*',
      unionId: agency.id,
      state: 'active',
      validFrom: '2020-01-01',
    } as const;
    const told = { personId: other.personId, version: 2, validTo: null, ...state };
    await sharing.emit(membershipEvents.memberChanged, told); // it names no serving union any more
    await eventually(async () => {
      const { manager } = sharing.dataSource;
      const copy = await manager.findOneByOrFail(MemberRef, { personId: other.personId });
      expect(copy).toMatchObject({ version: 2, servedByUnionId: null });
    });
    await expect(stage.register(activityId, other)).rejects.toMatchObject({ code: 'NOT_ELIGIBLE' });
  });
});

describe('seats of small enterprises', () => {
  it('are for their people, whichever size was named first, and go along with a copy', async () => {
    const [small, large] = [await stage.union(), await stage.union()];
    const { manager } = sharing.dataSource;
    await manager.update(UnionRef, { id: small.id }, { sizeClass: 'micro' });
    await manager.update(UnionRef, { id: large.id }, { sizeClass: 'large' });
    const activityId = await stage.activity(host);
    const common = await stage.pool(activityId, host, 5);
    const reserved = await stage.pool(activityId, host, 5, undefined, { sizeClasses: ['micro', 'small'] });
    expect(reserved).toMatchObject({ sizeClasses: ['small', 'micro'], unionId: null, clubId: null });
    const again = { sizeClasses: ['small', 'micro'] } as const;
    await expect(
      stage.pool(activityId, host, 1, undefined, { sizeClasses: [...again.sizeClasses] }),
    ).rejects.toMatchObject({ code: 'POOL_EXISTS' });
    const seats: RegistrationView[] = [];
    for (const union of [small, large]) seats.push(await stage.register(activityId, await oneOf(union)));
    expect(seats.map(({ pool }) => pool)).toEqual([reserved.id, common.id]);
    const copy = await sharing.ask(draftContract.copy, { activityId }, host.officer);
    expect(
      (await poolsOf(copy.activity.id)).map(({ sizeClasses, seats: of }) => [sizeClasses, of.capacity]),
    ).toEqual([
      [[], 5],
      [['small', 'micro'], 5],
    ]);
  });
});
