import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type MemberState, membershipEvents } from '@gongxiang/contracts';
import { newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { knownUnion, startEvaluation } from '../evaluation.fixture.js';
import { MemberRef } from './reference.entity.js';

let evaluation: ServiceFixture;

beforeAll(async () => {
  evaluation = await startEvaluation();
});
afterAll(() => evaluation.stop());

it('keeps where a member belongs, and after he has left nothing of his age, in whichever order that is told', async () => {
  const union = await knownUnion(evaluation, '1.5.');
  const member: MemberState = {
    personId: newId(),
    version: 1,
    maskedName: '李*',
    unionId: union.id,
    state: 'active',
    validFrom: '2026-01-01',
    validTo: null,
    birthDate: '1979-12-31',
  };
  const kept = () => evaluation.dataSource.manager.findOneBy(MemberRef, { personId: member.personId });
  await evaluation.emit(membershipEvents.memberChanged, member);
  await eventually(async () => expect(await kept()).toMatchObject({ unionId: union.id, birthDecade: 1970 }));
  await evaluation.emit(membershipEvents.memberChanged, { ...member, version: 3, state: 'ended' });
  await eventually(async () => expect(await kept()).toMatchObject({ state: 'ended', birthDecade: null }));
  await evaluation.emit(membershipEvents.memberChanged, { ...member, version: 2 });
  const other = { ...member, personId: newId(), birthDate: null };
  await evaluation.emit(membershipEvents.memberChanged, other);
  await eventually(async () =>
    evaluation.dataSource.manager.findOneByOrFail(MemberRef, { personId: other.personId }),
  );
  expect(await kept()).toMatchObject({ version: 3, state: 'ended', birthDecade: null });
});
