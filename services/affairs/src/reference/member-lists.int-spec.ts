import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { membershipEvents, type MemberState } from '@gongxiang/contracts/membership/membership-events';
import { newId } from '@gongxiang/domain';
import { copiesOfMembers, eventually, recordQueries, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../affairs.fixture.js';
import { plantTree } from '../matters/matters.fixture.js';
import { MemberRef } from './reference.entity.js';

let affairs: ServiceFixture;

beforeAll(async () => {
  affairs = await startAffairs();
});
afterAll(() => affairs.stop());

it('keeps the same of members who are told of in lists as of those told of one by one, in whichever order', async () => {
  const { left: union } = await plantTree(affairs);
  const { single, listed } = await copiesOfMembers(affairs, union.id, {
    member_ref: 'version, masked_name, union_id, state',
    occasion_day: 'version, union_id, birth_month, birth_day, retired_on',
  });
  expect(listed).toEqual(single);
  expect(listed.member_ref?.map((row) => (row as { version: number }).version)).toEqual([6, 5, 5, 5, 5, 5]);
});

it('reads the rows of a roster once, and writes each copy of them in one statement', async () => {
  const { left: union } = await plantTree(affairs);
  const members = Array.from({ length: 200 }, (): MemberState => ({
    personId: newId(),
    version: 1,
    maskedName: '李*',
    unionId: union.id,
    state: 'imported',
    validFrom: '2020-01-01',
    validTo: null,
    birthDate: '1990-03-04',
  }));
  const id = newId();
  const queries = await recordQueries(affairs.dataSource, async () => {
    await affairs.emit(membershipEvents.membersChanged, { members }, id);
    // Events of one consumer are heard in order: after another one, all that the first has led to is done.
    const last = newId();
    await affairs.emit(membershipEvents.memberChanged, { ...members[0], personId: last } as MemberState);
    await eventually(async () => {
      await affairs.dataSource.manager.findOneByOrFail(MemberRef, { personId: last });
    });
  });
  const rowsInto = (table: string): number[] =>
    queries
      .filter(({ sql }) => sql.startsWith(`INSERT INTO ${table} `))
      .map(({ params }) => (Array.isArray(params[0]) ? params[0].length : 1));
  expect(rowsInto('member_ref')).toEqual([200, 1]);
  expect(rowsInto('occasion_day')).toEqual([200, 1]);
  const marks = queries.filter(({ params: [, ids] }) => Array.isArray(ids) && ids.includes(id));
  expect(marks).toHaveLength(1);
});
