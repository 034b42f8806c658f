import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { memberNameContract } from '@gongxiang/contracts/membership/members/member-name.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import {
  callersOf,
  plantPerson,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';

let membership: ServiceFixture;
let trees: Awaited<ReturnType<typeof plantUnions>>;
let officer: Actor;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  officer = { ...callersOf(trees).officer, personId: await plantPerson(membership) };
});
afterAll(() => membership.stop());

it('names of members are for those who may see them, and whoever is named sees who has looked', async () => {
  const entry = { unionId: trees.left.id, name: '钱多多', residentNumber: residentNumber(1) };
  const { personId } = await membership.ask(
    memberContract.create,
    { ...entry, validFrom: '2001-05-01' },
    officer,
  );
  const namesFor = async (actor: Actor) =>
    (await membership.ask(memberNameContract.list, { personIds: [personId, newId()] }, actor)).items;
  expect(await namesFor(officer)).toEqual([{ personId, name: '钱多多', phoneEnding: null }]);
  const stranger = actorWith({
    personId: await plantPerson(membership),
    roles: [['officer', trees.right.id, trees.right.path]],
  });
  expect(await namesFor(stranger)).toEqual([]);
  expect(await namesFor(actorWith({ personId: await plantPerson(membership) }))).toEqual([]);
  const looks: unknown[] = await membership.dataSource.query(
    `SELECT 1 FROM person_look WHERE person_id = $1 AND what = 'record' AND viewer_id = $2`,
    [personId, officer.personId],
  );
  expect(looks).toHaveLength(1);
});

it('two members of one name are told apart by how their phones end, and nobody else is', async () => {
  const add = async (name: string, serial: number, phone: string) => {
    const entry = { unionId: trees.left.id, name, phone, residentNumber: residentNumber(serial) };
    return (await membership.ask(memberContract.create, { ...entry, validFrom: '2001-05-01' }, officer))
      .personId;
  };
  const first = await add('孙小二', 11, '13800001111');
  const second = await add('孙小二', 12, '13800002222');
  const other = await add('孙小三', 13, '13800003333');
  const personIds = [first, second, other];
  const { items } = await membership.ask(memberNameContract.list, { personIds }, officer);
  const endings = new Map(items.map((one) => [one.personId, one.phoneEnding]));
  expect(personIds.map((personId) => endings.get(personId))).toEqual(['1111', '2222', null]);
  const alone = await membership.ask(memberNameContract.list, { personIds: [first] }, officer);
  expect(alone.items).toEqual([{ personId: first, name: '孙小二', phoneEnding: null }]);
});
