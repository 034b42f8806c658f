import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { copiesOfMembers, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../affairs.fixture.js';
import { plantTree } from '../matters/matters.fixture.js';

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
