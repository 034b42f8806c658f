import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { consentContract as contract } from '@gongxiang/contracts/membership/privacy/consent.contract';
import { type ChosenPurpose, consentEvents } from '@gongxiang/contracts/words/consent';
import { type Actor, rootPath } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { plantPerson, plantUnions, startMembership } from '../../membership.fixture.js';

let membership: ServiceFixture;
let officer: Actor;
let trees: Awaited<ReturnType<typeof plantUnions>>;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  officer = actorWith({
    personId: await plantPerson(membership),
    roles: [['officer', trees.root.id, rootPath]],
  });
});
afterAll(() => membership.stop());

async function person(): Promise<Actor> {
  return actorWith({ personId: await plantPerson(membership) });
}

async function inUse(who: Actor): Promise<Record<string, boolean>> {
  const { items } = await membership.ask(contract.list, {}, who);
  return Object.fromEntries(items.map(({ purpose, inUse: used }) => [purpose, used]));
}

const decide = (who: Actor, purpose: ChosenPurpose, given: boolean, textVersion = 1) =>
  membership.ask(contract.decide, { purpose, given, textVersion }, who);

async function decisionsOf(who: Actor): Promise<unknown[]> {
  return membership.dataSource.query(
    'SELECT purpose, text_version AS version, given FROM consent_decision WHERE person_id = $1 ORDER BY at, id',
    [who.personId],
  );
}

describe('consents', () => {
  it('are asked of nobody for what the law asks for, and beforehand for what it does not', async () => {
    const who = await person();
    expect(await inUse(who)).toEqual({
      membership: true,
      accounts: true,
      mutualInterest: false,
      proposals: true,
      occasions: true,
    });
    const { items } = await membership.ask(contract.list, {}, who);
    expect(items.map(({ basis }) => basis)).toEqual(['law', 'law', 'consent', 'objection', 'objection']);
    expect(items.filter(({ isSensitive }) => isSensitive).map(({ purpose }) => purpose)).toEqual([
      'mutualInterest',
    ]);
    expect(items.every(({ text }) => text.length > 20)).toBe(true);
  });

  it('are given and withdrawn with the version of the text, told to others, and kept as evidence', async () => {
    const who = await person();
    await decide(who, 'mutualInterest', true);
    await decide(who, 'mutualInterest', true);
    expect((await inUse(who))['mutualInterest']).toBe(true);
    membership.clock.advance(1_000);
    await decide(who, 'mutualInterest', false);
    expect((await inUse(who))['mutualInterest']).toBe(false);
    await decide(who, 'proposals', false);
    expect((await inUse(who))['proposals']).toBe(false);
    expect(await decisionsOf(who)).toEqual([
      { purpose: 'mutualInterest', version: 1, given: true },
      { purpose: 'mutualInterest', version: 1, given: false },
      { purpose: 'proposals', version: 1, given: false },
    ]);
    const told = (await membership.recorded(consentEvents.changed)).filter(
      ({ personId }) => personId === who.personId,
    );
    expect(told.map(({ purpose, given }) => [purpose, given])).toEqual([
      ['mutualInterest', true],
      ['mutualInterest', false],
      ['proposals', false],
    ]);
  });

  it('count by the time of the decision, in whichever order they are told', async () => {
    const who = await person();
    const { personId } = who;
    const early = membership.clock.now().toISOString();
    membership.clock.advance(1_000);
    await decide(who, 'mutualInterest', false);
    const given = { personId, purpose: 'mutualInterest', textVersion: 1, given: true, at: early } as const;
    await membership.emit(consentEvents.given, given);
    await eventually(async () => expect(await decisionsOf(who)).toHaveLength(2));
    expect((await inUse(who))['mutualInterest']).toBe(false);
  });

  it('E120: are the person’s own: an officer of everything above sees how many agree, and not who', async () => {
    const who = await person();
    await decide(who, 'proposals', false);
    const { items } = await membership.ask(contract.texts, {}, officer);
    expect(items.find(({ purpose }) => purpose === 'proposals')?.withdrawnCount).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toContain(who.personId);
    const local = actorWith({
      personId: await plantPerson(membership),
      roles: [['officer', trees.left.id, trees.left.path]],
    });
    await expect(membership.ask(contract.texts, {}, local)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('are asked for again with a new text, and withdrawn without reading it', async () => {
    const [agreeing, leaving] = [await person(), await person()];
    await decide(agreeing, 'mutualInterest', true);
    await decide(leaving, 'mutualInterest', true);
    const text = { purpose: 'mutualInterest', textZh: '新的说明', textEn: 'A new text' } as const;
    const published = await membership.ask(contract.publishText, { ...text, replaces: 1 }, officer);
    expect(published.items.find(({ purpose }) => purpose === 'mutualInterest')).toMatchObject({
      version: 2,
      textZh: '新的说明',
    });
    expect(await membership.recorded(consentEvents.textPublished)).toContainEqual({
      purpose: 'mutualInterest',
      version: 2,
    });
    await expect(
      membership.ask(contract.publishText, { ...text, replaces: 1 }, officer),
    ).rejects.toMatchObject({
      code: 'CONSENT_TEXT_CHANGED',
    });
    expect((await inUse(agreeing))['mutualInterest']).toBe(false);
    await expect(decide(agreeing, 'mutualInterest', true)).rejects.toMatchObject({
      code: 'CONSENT_TEXT_CHANGED',
      errors: [{ pointer: '/textVersion' }],
    });
    await decide(agreeing, 'mutualInterest', true, 2);
    expect((await inUse(agreeing))['mutualInterest']).toBe(true);
    await decide(leaving, 'mutualInterest', false);
    expect((await inUse(leaving))['mutualInterest']).toBe(false);
  });
});
