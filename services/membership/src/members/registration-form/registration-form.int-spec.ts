import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { registrationFormContract } from '@gongxiang/contracts/membership/members/registration-form.contract';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { type Actor, birthDateOf, newId, sexOf } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import {
  callersOf,
  plantPerson,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let callers: ReturnType<typeof callersOf>;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  callers = callersOf(trees);
  callers.officer = { ...callers.officer, personId: await plantPerson(membership) };
});

afterAll(() => membership.stop());

const admit = (name: string, number: number) =>
  membership.ask(
    memberContract.create,
    {
      unionId: trees.left.id,
      name,
      residentNumber: residentNumber(number),
      phone: `1380000${number}`,
      employmentKind: 'regular',
    },
    callers.officer,
  );
const print = (memberIds: string[], actor: Actor = callers.officer) =>
  membership.ask(registrationFormContract.print, { memberIds, reason: 'filing' }, actor);

describe('the registration form of a member', () => {
  it('shows officers the whole number, and what it tells, in the order asked for', async () => {
    const [one, other] = [await admit('洪登记', 9101), await admit('蓝登记', 9102)];
    const { forms } = await print([other.id, one.id]);
    const number = residentNumber(9101);
    expect(forms.map(({ name }) => name)).toEqual(['蓝登记', '洪登记']);
    expect(forms[1]).toMatchObject({
      memberId: one.id,
      residentNumber: number,
      sex: sexOf(number),
      birthDate: birthDateOf(number),
      phone: '13800009101',
      unionName: trees.left.name,
      employmentKind: 'regular',
      standing: 'full',
      validFrom: one.validFrom,
    });
    expect(forms[1]).not.toHaveProperty('personId');
  });

  it('is a look of which the person is told, with the reason', async () => {
    const one = await admit('查登记', 9103);
    await print([one.id]);
    const self = actorWith({ personId: one.personId });
    const { looks } = await membership.ask(personDataContract('membership').looks, {}, self);
    expect(looks.map(({ what }) => what)).toContain('formForFiling');
  });

  it('is printed by officers of the union alone, with no API key, and of everybody or nobody', async () => {
    const one = await admit('独登记', 9104);
    for (const actor of [callers.stranger, actorWith({ personId: one.personId })])
      await expect(print([one.id], actor)).rejects.toMatchObject({ code: expect.stringMatching(/NOT_/) });
    const byKey = { ...callers.officer, apiKeyId: newId() };
    await expect(print([one.id], byKey)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(print([one.id, newId()])).rejects.toMatchObject({
      code: 'NOT_FOUND',
      errors: [{ pointer: '/memberIds' }],
    });
  });
});
