import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { familyContract } from '@gongxiang/contracts/sharing/seats/family.contract';
import {
  registrationContract,
  type RelativeView,
} from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, newId } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { startSharing } from '../../sharing.fixture.js';
import { type KnownUnion, Stage } from '../registration/registration.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let union: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  union = await stage.union();
});

afterAll(() => sharing.stop());

async function parent(): Promise<Actor> {
  const [one] = await stage.members(union, 1);
  return one as Actor;
}

/** Signs up with these companions, who are named from then on. */
async function bring(actor: Actor, ...names: string[]): Promise<void> {
  const activityId = await stage.activity(union);
  await stage.pool(activityId, union, 10);
  const companions = names.map((name) => ({ name }));
  await sharing.ask(registrationContract.register, { activityId, companions }, actor);
}

const family = async (actor: Actor): Promise<readonly RelativeView[]> =>
  (await sharing.ask(registrationContract.family, {}, actor)).items;
const names = async (actor: Actor): Promise<string[]> => (await family(actor)).map(({ name }) => name);
const keep = (actor: Actor, name: string) => sharing.ask(familyContract.keep, { name }, actor);
const idOf = ({ id }: RelativeView): string => id ?? '';

describe('the family that a person keeps for sign-ups', () => {
  it('is entered, changed and removed by that person, with no sign-up', async () => {
    const [mother, stranger] = [await parent(), await parent()];
    const child = { name: ' 小明 ', ageBand: 'child7to13' as const, guardianConsent: true };
    const kept = await sharing.ask(familyContract.keep, child, mother);
    expect(await family(mother)).toEqual([{ id: kept.id, name: '小明', ageBand: 'child7to13' }]);
    expect(await family(stranger)).toEqual([]);
    const relativeId = idOf(kept);
    const changed = { relativeId, name: '王小明', ageBand: 'youth14to17' as const };
    await sharing.ask(familyContract.change, changed, mother);
    expect(await family(mother)).toEqual([{ id: kept.id, name: '王小明', ageBand: 'youth14to17' }]);
    await sharing.ask(familyContract.remove, { relativeId }, mother);
    expect(await family(mother)).toEqual([]);
  });

  it('is nobody else’s: their ids name nothing to others', async () => {
    const [mother, stranger] = [await parent(), await parent()];
    const relativeId = idOf(await keep(mother, '小红'));
    const missing = { code: 'NOT_FOUND' };
    const theirs = { relativeId, name: '别人' };
    await expect(sharing.ask(familyContract.change, theirs, stranger)).rejects.toMatchObject(missing);
    await expect(sharing.ask(familyContract.remove, { relativeId }, stranger)).rejects.toMatchObject(missing);
    const none = { relativeId: newId() };
    await expect(sharing.ask(familyContract.remove, none, mother)).rejects.toMatchObject(missing);
    await expect(sharing.ask(familyContract.keep, { name: '甲' }, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    expect(await names(mother)).toEqual(['小红']);
  });

  it('has a child under 14 with the consent of the guardian alone, and is stored sealed', async () => {
    const mother = await parent();
    const child = { name: '小刚', ageBand: 'child3to6' as const };
    await expect(sharing.ask(familyContract.keep, child, mother)).rejects.toMatchObject({
      code: 'GUARDIAN_CONSENT_REQUIRED',
      errors: [{ pointer: '/guardianConsent' }],
    });
    const relativeId = idOf(await keep(mother, '小刚'));
    await expect(sharing.ask(familyContract.change, { relativeId, ...child }, mother)).rejects.toMatchObject({
      code: 'GUARDIAN_CONSENT_REQUIRED',
    });
    await sharing.ask(familyContract.change, { relativeId, ...child, guardianConsent: true }, mother);
    const [row] = await sharing.dataSource.query<Record<string, unknown>[]>(
      'SELECT sealed_name, guardian_consent_at FROM relative WHERE id = $1',
      [relativeId],
    );
    expect(row?.['guardian_consent_at']).toEqual(sharing.clock.now());
    expect(String(row?.['sealed_name'])).not.toContain('小刚');
  });

  it('has each name once, and no more than twenty', async () => {
    const mother = await parent();
    const kept = idOf(await keep(mother, '小明'));
    await expect(keep(mother, '小明')).rejects.toMatchObject({
      code: 'RELATIVE_THERE',
      errors: [{ pointer: '/name' }],
    });
    // Both at once: one of them waits for the other.
    const both = await Promise.allSettled([keep(mother, '小红'), keep(mother, '小红')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (let number = 3; number <= 20; number += 1) await keep(mother, `家人${number}`);
    await expect(keep(mother, '又一位')).rejects.toMatchObject({ code: 'RELATIVES_TOO_MANY' });
    await sharing.ask(familyContract.remove, { relativeId: kept }, mother);
    expect(idOf(await keep(mother, '又一位'))).not.toBe('');
  });

  it('offers whoever came along before beside those who are kept, until they are dismissed', async () => {
    const mother = await parent();
    await bring(mother, '小明', '外婆');
    await keep(mother, '小明');
    expect(await names(mother)).toEqual(['小明', '外婆']);
    await sharing.ask(familyContract.dismiss, { name: '外婆' }, mother);
    expect(await names(mother)).toEqual(['小明']);
    // Once more does no harm; who is kept is removed, and who was never there is not known.
    await sharing.ask(familyContract.dismiss, { name: '外婆' }, mother);
    await expect(sharing.ask(familyContract.dismiss, { name: '小明' }, mother)).rejects.toMatchObject({
      code: 'RELATIVE_THERE',
    });
    await expect(sharing.ask(familyContract.dismiss, { name: '没有' }, mother)).rejects.toMatchObject({
      code: 'COMPANIONS_NOT_THERE',
    });
    await keep(mother, '外婆');
    expect(await names(mother)).toEqual(['小明', '外婆']);
  });

  it('offers whoever is kept under a better name no more under the one they came along with', async () => {
    const mother = await parent();
    await bring(mother, '小明', '外婆');
    const kept = { ageBand: null, broughtAs: '外婆' } as const;
    await sharing.ask(familyContract.keep, { name: '王秀英', ...kept }, mother);
    expect(await names(mother)).toEqual(['王秀英', '小明']);
    // A name that somebody else is kept under stays theirs.
    await sharing.ask(familyContract.keep, { name: '李明', ...kept, broughtAs: '王秀英' }, mother);
    expect(await names(mother)).toEqual(['王秀英', '李明', '小明']);
  });

  it('does not offer an old name again once it was put right or removed', async () => {
    const mother = await parent();
    await bring(mother, '小名');
    const relativeId = idOf(await keep(mother, '小名'));
    await sharing.ask(familyContract.change, { relativeId, name: '小明' }, mother);
    expect(await names(mother)).toEqual(['小明']);
    await bring(mother, '小明');
    await sharing.ask(familyContract.remove, { relativeId }, mother);
    expect(await names(mother)).toEqual([]);
  });
});
