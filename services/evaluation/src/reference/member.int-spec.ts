import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type MemberState, membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { newId } from '@gongxiang/domain';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { knownUnion, startEvaluation } from '../evaluation.fixture.js';
import { MemberActivation, MemberRef } from './reference.entity.js';

let evaluation: ServiceFixture;

beforeAll(async () => {
  evaluation = await startEvaluation();
});
afterAll(() => evaluation.stop());

it('keeps where a member belongs, and nothing of the age of one who has left, in whichever order that is told', async () => {
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

it('keeps who first admitted a member as soon as that is told, also where they were one before it was', async () => {
  const union = await knownUnion(evaluation, '1.6.');
  const personId = newId();
  const kept = () => evaluation.dataSource.manager.findOneByOrFail(MemberActivation, { personId });
  const told = async (version: number, admitter?: string): Promise<void> => {
    const news: MemberState = {
      personId,
      version,
      maskedName: '李*',
      unionId: union.id,
      state: 'active',
      validFrom: '2026-01-01',
      validTo: null,
      ...(admitter === undefined ? {} : { admitter }),
    };
    await evaluation.emit(membershipEvents.memberChanged, news);
    await eventually(() => evaluation.dataSource.manager.findOneByOrFail(MemberRef, { personId, version }));
  };
  await told(1);
  const { knownAt, admitter } = await eventually(kept);
  expect(admitter).toBeNull();
  evaluation.clock.advance(1_000);
  // The same state is published again, with a field that older events lacked.
  await told(1, 'first');
  await eventually(async () => expect(await kept()).toEqual({ personId, knownAt, admitter: 'first' }));
  // Admitted again by somebody else: they were a member before.
  await told(2, 'second');
  expect(await kept()).toEqual({ personId, knownAt, admitter: 'first' });
});
