import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import {
  activityContract,
  type ActivityView,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import {
  agreementContract,
  type AgreementView,
} from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { coHostContract } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId } from '@gongxiang/domain';
import { Transactions } from '@gongxiang/persistence';
import { eventually, type HeardHint, hearHints, type ServiceFixture } from '@gongxiang/testing';
import {
  draftOf,
  memberOf,
  publishedWithSeats,
  type TestUnion,
  unionAt,
  withRole,
} from './activities/activity/activity.fixture.js';
import { RoleRef } from './reference/reference.entity.js';
import { RoleHints } from './reference/role-hints.js';
import { knownMembers, knownRole, startSharing } from './sharing.fixture.js';

let sharing: ServiceFixture;
let above: TestUnion;
let host: TestUnion;
let guest: TestUnion;
let heard: readonly HeardHint[];
/** The expected recipients: each with a role at a union, none of them an actor in the tests. */
let people: Record<'aboveOfficer' | 'hostOrganiser' | 'guestOfficer' | 'guestFinance' | 'farOfficer', string>;

beforeAll(async () => {
  sharing = await startSharing();
  const [far, ...others] = await Promise.all(
    ['1.9.', '1.4.', '1.4.2.', '1.5.'].map((path) => unionAt(sharing, path)),
  );
  [above, host, guest] = others as [TestUnion, TestUnion, TestUnion];
  people = {
    aboveOfficer: await knownRole(sharing, 'officer', above.id),
    hostOrganiser: await knownRole(sharing, 'organiser', host.id),
    guestOfficer: await knownRole(sharing, 'officer', guest.id),
    guestFinance: await knownRole(sharing, 'finance', guest.id),
    farOfficer: await knownRole(sharing, 'officer', far?.id ?? ''),
  };
  // A second role at a second union causes no second hint.
  await knownRole(sharing, 'officer', host.id, people.aboveOfficer);
});

afterAll(() => sharing.stop());

beforeEach(async () => {
  heard = await hearHints(sharing.nats);
});

/** The recipients of hints at an object, by name, with the versions. */
function hearersOf(resource: string, id: string): Record<string, number[]> {
  const names = new Map(Object.entries(people).map(([name, personId]) => [personId, name]));
  const found: Record<string, number[]> = {};
  for (const hint of heard) {
    if (hint.resource !== resource || hint.id !== id) continue;
    const name = names.get(hint.personId) ?? hint.personId;
    found[name] = [...(found[name] ?? []), hint.version];
  }
  return found;
}

/** A hint sent after all others: one that has not arrived by then was never sent. */
async function allHeard(): Promise<void> {
  const { id } = await draftOf(sharing, host);
  await eventually(() => expect(hearersOf('activity', id)).not.toEqual({}));
}

async function published(): Promise<ActivityView> {
  const { id: activityId } = await draftOf(sharing, host, { startsAt: '2099-11-21T09:00:00+08:00' });
  return publishedWithSeats(sharing, host, activityId);
}

function edit(activityId: string, ifMatch: number, key = newId()): Promise<ActivityView> {
  const call = { ifMatch, idempotencyKey: key };
  return sharing.ask(activityContract.edit, { activityId, venue: '二楼礼堂' }, host.officer, call);
}

async function invited(): Promise<{ activity: ActivityView; invitationId: string }> {
  const activity = await draftOf(sharing, host);
  const request = { activityId: activity.id, party: { kind: 'union' as const, id: guest.id } };
  const { id: invitationId } = await sharing.ask(coHostContract.invite, request, host.officer);
  return { activity, invitationId };
}

describe('a hint at an activity', () => {
  it('reaches once whoever prepares it, at its union or above, for each change of it', async () => {
    const { id } = await draftOf(sharing, host);
    await edit(id, 1);
    await publishedWithSeats(sharing, host, id);
    await sharing.ask(activityContract.cancel, { activityId: id, reason: '场地检修' }, host.officer);
    await allHeard();
    expect(hearersOf('activity', id)).toEqual({ aboveOfficer: [1, 2, 3, 4], hostOrganiser: [1, 2, 3, 4] });
  });

  it('reaches those who are registered, and no longer whoever cancelled', async () => {
    const { id: activityId, version } = await published();
    const [stays = '', leaves = ''] = await knownMembers(sharing, host.id, 2);
    const as = (personId: string): Actor => ({ ...memberOf(host), personId });
    await sharing.ask(registrationContract.register, { activityId }, as(stays));
    const { id } = await sharing.ask(registrationContract.register, { activityId }, as(leaves));
    await sharing.ask(registrationContract.cancel, { registrationId: id }, as(leaves));
    await edit(activityId, version);
    await eventually(() => expect(hearersOf('activity', activityId)[stays]).toContain(version + 1));
    expect(hearersOf('activity', activityId)[leaves] ?? []).not.toContain(version + 1);
  });

  it('reaches all who are registered, though they are more than are told in one step', async () => {
    const { id: activityId, version } = await published();
    const [pool] = (await sharing.ask(poolContract.list, { activityId }, host.officer)).items;
    const crowd = 2_001;
    await sharing.dataSource.query(
      `INSERT INTO registration (activity_id, person_id, id, version, pool_id, state, heads, rank, check_in_code,
         registered_by, registered_at)
       SELECT $1, gen_random_uuid(), gen_random_uuid(), 1, $2, 'waitlisted', 1, n, n::text, gen_random_uuid(), now()
       FROM generate_series(1, $3::int) AS n`,
      [activityId, pool?.id, crowd],
    );
    await edit(activityId, version);
    const received = (): number =>
      Object.values(hearersOf('activity', activityId)).filter((versions) => versions.includes(version + 1))
        .length;
    await eventually(() => expect(received()).toBe(crowd + 2)); // and the two who prepare it
  });

  it('is sent by the transaction that changes it: not by a refused edit, and not again by a repeated one', async () => {
    const { id } = await draftOf(sharing, host);
    const key = newId();
    await edit(id, 1, key);
    await edit(id, 1, key);
    await expect(edit(id, 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await allHeard();
    expect(hearersOf('activity', id)['hostOrganiser']).toEqual([1, 2]);
  });

  it('is not sent by a transaction that is rolled back', async () => {
    const hints = sharing.app.get(RoleHints, { strict: false });
    const transactions = sharing.app.get(Transactions, { strict: false });
    const id = newId();
    const rolledBack = transactions.system('', async (tx) => {
      const audience = { rule: { roles: ['organiser'] }, unionIds: [host.id] } as const;
      await hints.send(tx, { resource: 'activity', id, version: 1 }, audience);
      throw new Error('too late');
    });
    await expect(rolledBack).rejects.toThrow('too late');
    await allHeard();
    expect(hearersOf('activity', id)).toEqual({});
  });

  it('reaches nobody by a role that was taken back', async () => {
    const personId = await knownRole(sharing, 'organiser', host.id);
    const grant = await sharing.dataSource.manager.findOneByOrFail(RoleRef, { personId });
    const revokedAt = sharing.clock.now().toISOString();
    await sharing.emit(membershipEvents.roleChanged, { ...grant, version: 2, revokedAt });
    await eventually(async () =>
      expect(await sharing.dataSource.manager.findOneBy(RoleRef, { id: grant.id })).toMatchObject({
        version: 2,
      }),
    );
    const { id } = await draftOf(sharing, host);
    await allHeard();
    expect(hearersOf('activity', id)[personId]).toBeUndefined();
  });
});

describe('a hint at an invitation', () => {
  it('reaches both sides once, when it is sent and when it is answered', async () => {
    const { activity, invitationId } = await invited();
    await sharing.ask(coHostContract.accept, { invitationId }, guest.officer);
    await allHeard();
    expect(hearersOf('coHost', invitationId)).toEqual({
      aboveOfficer: [1, 2],
      hostOrganiser: [1, 2],
      guestOfficer: [1, 2],
      guestFinance: [1, 2],
    });
    expect(hearersOf('activity', activity.id)['guestOfficer']).toEqual([2]);
  });
});

describe('a hint at an agreement', () => {
  async function opened(): Promise<AgreementView> {
    const { activity, invitationId } = await invited();
    await sharing.ask(coHostContract.accept, { invitationId }, guest.officer);
    const terms = { rule: { kind: 'equal' }, fundCategory: 'allotment', expenseCode: '1.2' } as const;
    const request = { activityId: activity.id, ...terms };
    const { id: agreementId, hash } = await sharing.ask(agreementContract.propose, request, host.officer);
    const verdict = { agreementId, activityId: activity.id, hash, accepted: true, problems: [] };
    await sharing.emit(settlementEvents.agreementJudged, verdict);
    const get = (): Promise<AgreementView> =>
      sharing.ask(agreementContract.get, { agreementId }, host.officer);
    await eventually(async () => expect((await get()).state).toBe('open'));
    return get();
  }

  it('reaches those who see and sign it once for each step: proposed, open, signed by one, in force', async () => {
    const { id: agreementId, hash } = await opened();
    await sharing.ask(agreementContract.sign, { agreementId, hash }, host.officer);
    await sharing.ask(agreementContract.sign, { agreementId, hash }, withRole('finance', guest));
    await allHeard();
    const steps = [1, 2, 2, 3];
    expect(hearersOf('agreement', agreementId)).toEqual({
      aboveOfficer: steps,
      hostOrganiser: steps,
      guestOfficer: steps,
      guestFinance: steps,
    });
  });
});

describe('a hint at the door', () => {
  it('reaches once for each batch those who work there, with what they may see', async () => {
    const activity = await published();
    const activityId = activity.id;
    const [personId = ''] = await knownMembers(sharing, host.id, 1);
    await sharing.ask(registrationContract.register, { activityId }, { ...memberOf(host), personId });
    const at = sharing.clock.now().toISOString();
    const scan = { operationId: newId(), personId, at };
    await sharing.ask(checkInContract.checkIn, { activityId, items: [scan] }, host.officer);
    const first = sharing.clock.now().getTime();
    sharing.clock.advance(1_000);
    const again = { operationId: newId(), personId, at };
    await sharing.ask(checkInContract.checkIn, { activityId, items: [scan, again] }, host.officer);
    // The replay gets the original answer, and nothing has changed.
    await sharing.ask(checkInContract.checkIn, { activityId, items: [scan] }, host.officer);
    await allHeard();
    const times = [first, first + 1_000];
    expect(hearersOf('attendance', activityId)).toEqual({ aboveOfficer: times, hostOrganiser: times });
    expect(
      (await sharing.recorded(sharingEvents.activityChanged)).filter(({ id }) => id === activityId),
    ).toHaveLength(2);
  });
});
