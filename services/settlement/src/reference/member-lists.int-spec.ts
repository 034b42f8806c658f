import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { personErasureEvents, settlementErasure } from '@gongxiang/contracts/words/person-erasure';
import { newId } from '@gongxiang/domain';
import { storeDeadLetter } from '@gongxiang/messaging/events';
import { copiesOfMembers, eventually, type ServiceFixture } from '@gongxiang/testing';
import { knownUnion, startSettlement } from '../settlement.fixture.js';

let settlement: ServiceFixture;

beforeAll(async () => {
  settlement = await startSettlement();
});
afterAll(() => settlement.stop());

it('keeps the same of members who are told of in lists as of those told of one by one, in whichever order', async () => {
  const union = await knownUnion(settlement, '1.7.');
  const { single, listed } = await copiesOfMembers(settlement, union.id, {
    member_ref: 'version, masked_name, union_id, state',
  });
  expect(listed).toEqual(single);
  expect(listed.member_ref?.map((row) => (row as { version: number }).version)).toEqual([6, 5, 5, 5, 5, 5]);
});

it('E123: takes somebody who is erased out of the lists that could not be read, and leaves the others', async () => {
  const [goes, stays] = [newId(), newId()];
  const members = [goes, stays].map((personId) => ({ personId, maskedName: '猋*' }));
  const subject = membershipEvents.membersChanged.subject;
  const letter = { consumer: 'reference-consumer', subject, reason: 'planted' };
  const { manager } = settlement.dataSource;
  await storeDeadLetter(manager, { ...letter, envelope: { id: newId(), data: { members } } });
  await storeDeadLetter(manager, { ...letter, envelope: { id: newId(), data: 'no list' } });
  const erasureId = newId();
  await settlement.emit(personErasureEvents.erased, { erasureId, personId: goes });
  await eventually(async () =>
    expect((await settlement.recorded(settlementErasure.applied)).map((one) => one.erasureId)).toContain(
      erasureId,
    ),
  );
  const letters: { data: unknown }[] = await manager.query(
    `SELECT envelope->'data' AS data FROM dead_letter ORDER BY created_at`,
  );
  expect(letters.map(({ data }) => data)).toEqual([{ members: members.slice(1) }, 'no list']);
});
