import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { membershipEvents, type MemberState } from '@gongxiang/contracts/membership/membership-events';
import { newId } from '@gongxiang/domain';
import { copiesOfMembers, eventually, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import { MemberRef } from '../reference/reference.entity.js';
import { knownUnion, startSharing } from '../sharing.fixture.js';

let sharing: ServiceFixture;

beforeAll(async () => {
  sharing = await startSharing();
});
afterAll(() => sharing.stop());

it('keeps the same of members who are told of in lists as of those told of one by one, in whichever order', async () => {
  const union = await knownUnion(sharing, '1.7.');
  const { single, listed } = await copiesOfMembers(sharing, union.id, {
    member_ref:
      'version, masked_name, union_id, state, valid_from, valid_to, sex, birth_date, employment_kind',
  });
  expect(listed).toEqual(single);
  expect(listed.member_ref?.map((row) => (row as { version: number }).version)).toEqual([6, 5, 5, 5, 5, 5]);
});

it('writes the rows of a roster once, in one statement, whatever rests on a membership', async () => {
  const union = await knownUnion(sharing, '1.8.');
  const members = Array.from({ length: 200 }, (): MemberState => ({
    personId: newId(),
    version: 1,
    maskedName: '李*',
    unionId: union.id,
    state: 'imported',
    validFrom: '2020-01-01',
    validTo: null,
  }));
  const id = newId();
  const queries = await recordQueries(sharing.dataSource, async () => {
    await sharing.emit(membershipEvents.membersChanged, { members }, id);
    // Events of one consumer are heard in order: after another one, all that the first has led to is done.
    const last = newId();
    await sharing.emit(membershipEvents.memberChanged, { ...members[0], personId: last } as MemberState);
    await eventually(async () => {
      await sharing.dataSource.manager.findOneByOrFail(MemberRef, { personId: last });
    });
  });
  const writes = queries.filter(({ sql }) => sql.startsWith('INSERT INTO member_ref'));
  expect(writes.map(({ params }) => (Array.isArray(params[0]) ? params[0].length : 1))).toEqual([200, 1]);
  const marks = queries.filter(({ params: [, ids] }) => Array.isArray(ids) && ids.includes(id));
  expect(marks).toHaveLength(1);
});
