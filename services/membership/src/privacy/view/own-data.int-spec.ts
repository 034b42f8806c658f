import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { consentContract } from '@gongxiang/contracts/membership/privacy/consent.contract';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { shanghaiDate, syntheticResidentNumber } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { plantPerson, plantSession, plantUnions, startMembership } from '../../membership.fixture.js';

let membership: ServiceFixture;
let trees: Awaited<ReturnType<typeof plantUnions>>;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
});
afterAll(() => membership.stop());

async function countsOf(personId: string): Promise<Record<string, number>> {
  const { items } = await membership.ask(personDataContract('membership').count, {}, actorWith({ personId }));
  return Object.fromEntries(items.map(({ kind, count }) => [kind, count]));
}

describe('what is kept of me', () => {
  it('E120: is my own alone, also for the officer who has made my record', async () => {
    const { id, path } = trees.left;
    const officerId = await plantPerson(membership);
    const officer = actorWith({ personId: officerId, roles: [['officer', id, path]] });
    const member = await membership.ask(
      memberContract.create,
      {
        unionId: id,
        name: '李四',
        residentNumber: syntheticResidentNumber({ area: '420106', birthDate: '1990-03-09', sequence: 7 }),
      },
      officer,
    );
    await plantSession(membership, member.personId);
    const person = actorWith({ personId: member.personId, unionId: id, unionPath: path });
    await membership.ask(
      consentContract.decide,
      { purpose: 'proposals', given: false, textVersion: 1 },
      person,
    );
    expect(await countsOf(member.personId)).toEqual({
      looks: 1,
      record: 1,
      memberships: 1,
      consents: 1,
      signIn: 1,
    });
    expect(await countsOf(officerId)).toEqual({ record: 1 });
  });

  it('E97: is found under all ids that ever stood for the person', async () => {
    const [survivor, merged] = [await plantPerson(membership), await plantPerson(membership)];
    await plantSession(membership, merged);
    await membership.dataSource.query(
      `INSERT INTO person_alias (from_id, into_id, merge_id, created_at) VALUES ($1, $2, gen_random_uuid(), now())`,
      [merged, survivor],
    );
    expect(await countsOf(survivor)).toEqual({ record: 2, signIn: 1 });
  });

  it('says who has looked: an officer, once a day, and not the person themselves or who saw a mask', async () => {
    const { id, path } = trees.left;
    const [officerId, auditorId] = [await plantPerson(membership), await plantPerson(membership)];
    const officer = actorWith({ personId: officerId, roles: [['officer', id, path]] });
    const residentNumber = syntheticResidentNumber({ area: '420106', birthDate: '1991-04-09', sequence: 9 });
    const { id: memberId, personId } = await membership.ask(
      memberContract.create,
      { unionId: id, name: '王五', residentNumber },
      officer,
    );
    const self = actorWith({ personId, unionId: id, unionPath: path });
    await membership.ask(memberContract.get, { memberId }, officer);
    await membership.ask(memberContract.get, { memberId }, self);
    const auditor = actorWith({ personId: auditorId, roles: [['auditor', id, path]] });
    const { items } = await membership.ask(memberContract.list, {}, auditor);
    expect(items.find((one) => one.id === memberId)?.name).toContain('*');
    const { looks } = await membership.ask(personDataContract('membership').looks, {}, self);
    const day = shanghaiDate(membership.clock.now());
    expect(looks).toEqual([{ day, what: 'record', viewerName: '张*', unionName: null }]);
    const atOfficer = await membership.ask(personDataContract('membership').looks, {}, officer);
    expect(atOfficer.looks).toEqual([]);
  });
});
