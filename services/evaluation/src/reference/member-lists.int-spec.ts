import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { copiesOfMembers, type ServiceFixture } from '@gongxiang/testing';
import { knownUnion, startEvaluation } from '../evaluation.fixture.js';

let evaluation: ServiceFixture;

beforeAll(async () => {
  evaluation = await startEvaluation();
});
afterAll(() => evaluation.stop());

it('keeps the same of members who are told of in lists as of those told of one by one, in whichever order', async () => {
  const union = await knownUnion(evaluation, '1.7.');
  const { single, listed } = await copiesOfMembers(evaluation, union.id, {
    member_ref: 'version, union_id, state, standing, birth_decade',
    member_activation: 'admitter',
  });
  expect(listed).toEqual(single);
  expect(listed.member_ref?.map((row) => (row as { version: number }).version)).toEqual([6, 5, 5, 5, 5, 5]);
});
