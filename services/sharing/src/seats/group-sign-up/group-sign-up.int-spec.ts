import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { groupSignUpContract } from '@gongxiang/contracts/sharing/seats/group-sign-up.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { GroupMemberRef, GroupRef } from '../../reference/reference.entity.js';
import { startSharing } from '../../sharing.fixture.js';
import { Stage } from '../registration/registration.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
});
afterAll(() => sharing.stop());

const signUpsOf = (groupId: string, by: Actor) => sharing.ask(groupSignUpContract.get, { groupId }, by);

it('are counted for the leader and the union, never who, and not in a group of fewer than five', async () => {
  const union = await stage.union();
  const people = await stage.members(union, 6);
  const [leader, second, third] = people as [Actor, Actor, Actor];
  const id = newId();
  const { manager } = sharing.dataSource;
  await manager.insert(GroupRef, {
    id,
    version: 1,
    unionId: union.id,
    name: '装配一班',
    leaderId: leader.personId,
    active: true,
  });
  const put = (members: readonly Actor[]) =>
    manager.insert(
      GroupMemberRef,
      members.map(({ personId }) => ({
        id: newId(),
        version: 1,
        groupId: id,
        personId,
        validFrom: '2026-01-01',
        validTo: null,
      })),
    );
  await put(people.slice(0, 4));
  const activityId = await stage.activity(union);
  await stage.pool(activityId, union, 2);
  // One has a seat, one waits; the sixth is in no group.
  await stage.line(activityId, [second, third, people[5] as Actor]);
  expect(await signUpsOf(id, leader)).toEqual({ groupId: id, people: 4, isCounted: false, activities: [] });
  await put(people.slice(4, 5));
  const found = await signUpsOf(id, leader);
  expect(found).toMatchObject({
    people: 5,
    isCounted: true,
    activities: [{ activityId, activityTitle: '健步走', signedUp: 2 }],
  });
  expect(await signUpsOf(id, union.officer)).toEqual(found);
  for (const nobody of [second, (await stage.union()).officer, actorWith({})])
    await expect(signUpsOf(id, nobody)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(signUpsOf(newId(), union.officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await sharing.dataSource.query(`UPDATE activity SET state = 'closing' WHERE id = $1`, [activityId]);
  expect(await signUpsOf(id, leader)).toMatchObject({ isCounted: true, activities: [] });
});
