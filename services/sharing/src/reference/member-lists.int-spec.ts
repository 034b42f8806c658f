import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { copiesOfMembers, type ServiceFixture } from '@gongxiang/testing';
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
