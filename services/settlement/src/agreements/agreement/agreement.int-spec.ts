import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { newId, toWire } from '@gongxiang/domain';
import { eventually, type ServiceFixture, unionState } from '@gongxiang/testing';
import { keyOf, termsOf } from '../../network.fixture.js';
import { knownUnion, startSettlement } from '../../settlement.fixture.js';

let settlement: ServiceFixture;
let [a, b, source]: UnionState[] = [];

beforeAll(async () => {
  settlement = await startSettlement();
  [a, b, source] = [
    await knownUnion(settlement, '1.1.'),
    await knownUnion(settlement, '1.2.'),
    await knownUnion(settlement, '1.'),
  ];
});
afterAll(() => settlement.stop());

async function propose(terms: Record<string, unknown>): Promise<string> {
  const agreementId = newId();
  await settlement.emit(sharingEvents.agreementProposed, {
    agreementId,
    activityId: newId(),
    versionNumber: 1,
    hash: `hash of ${agreementId}`,
    terms,
  });
  return agreementId;
}

async function verdict(agreementId: string) {
  return eventually(async () => {
    const judged = await settlement.recorded(settlementEvents.agreementJudged);
    const found = judged.find((one) => one.agreementId === agreementId);
    if (found === undefined) throw new Error('no verdict yet');
    return found;
  });
}

const parties = (): UnionState[] => [a, b].filter((union) => union !== undefined);

describe('the verdict on an agreement', () => {
  it('accepts terms by which a cost can be split, and names the hash it judged', async () => {
    const rule = {
      kind: 'subsidyFirst',
      source: keyOf(source ?? { id: '' }),
      percent: '50',
      upTo: null,
      rest: { kind: 'headcount' },
    };
    const agreementId = await propose(termsOf(parties(), rule));
    expect(await verdict(agreementId)).toMatchObject({
      accepted: true,
      hash: `hash of ${agreementId}`,
      problems: [],
    });
  });

  it.each([
    {
      what: 'a rule of no kind',
      change: { rule: { kind: 'magic' } },
      problems: [{ pointer: '/rule/kind', code: 'NOT_ONE_OF' }],
    },
    {
      what: 'weights of a stranger',
      change: { rule: { kind: 'ratio', weights: { 'union:x': 1 } } },
      problems: [{ pointer: '/rule/weights/union:x', code: 'UNKNOWN_PARTY' }],
    },
    {
      what: 'a fund category and an expense code that are unknown',
      change: { fundCategory: 'gold', expenseCode: '9.9' },
      problems: [
        { pointer: '/fundCategory', code: 'FUND_CATEGORY_UNKNOWN' },
        { pointer: '/expenseCode', code: 'EXPENSE_CODE_UNKNOWN' },
      ],
    },
    {
      what: 'a party that bears no costs',
      change: { parties: [{ kind: 'club', id: newId() }] },
      problems: [{ pointer: '/parties/0', code: 'PARTY_KIND_NOT_PAYING' }],
    },
    {
      what: 'a source of subsidy that is no party at all',
      change: {
        rule: { kind: 'subsidyFirst', source: 'D', percent: '5', upTo: null, rest: { kind: 'equal' } },
      },
      problems: [{ pointer: '/rule/source', code: 'PARTY_FORMAT' }],
    },
  ])('refuses $what', async ({ change, problems }) => {
    const agreementId = await propose({ ...termsOf(parties(), { kind: 'equal' }), ...change });
    expect(await verdict(agreementId)).toMatchObject({ accepted: false, problems });
  });

  it('refuses a floor above its cap, with its place', async () => {
    const [first] = parties();
    const key = keyOf(first ?? { id: '' });
    const terms = {
      ...termsOf(parties(), { kind: 'equal' }),
      caps: { [key]: toWire(1n) },
      floors: { [key]: toWire(2n) },
    };
    expect(await verdict(await propose(terms))).toMatchObject({
      accepted: false,
      problems: [{ pointer: `/floors/${key}`, code: 'FLOOR_ABOVE_CAP' }],
    });
  });

  it('waits for a party whose copy comes minutes late, and accepts it then', async () => {
    const id = newId();
    const late = { kind: 'union', id };
    const agreementId = await propose({
      ...termsOf(parties(), { kind: 'equal' }),
      parties: [...parties().map((union) => ({ kind: 'union', id: union.id })), late],
    });
    await isLookedAtFor(agreementId, 10 * 60_000);
    expect(await verdicts(agreementId)).toEqual([]);
    await settlement.emit(membershipEvents.unionChanged, { ...unionState('1.9.'), id });
    settlement.clock.advance(60_000);
    expect(await verdict(agreementId)).toMatchObject({ accepted: true, problems: [] });
  });

  it('waits no longer for the party of a proposal that was taken back', async () => {
    const terms = { ...termsOf(parties(), { kind: 'equal' }), parties: [{ kind: 'union', id: newId() }] };
    const agreementId = await propose(terms);
    await isLookedAtFor(agreementId, 1_000);
    await settlement.emit(sharingEvents.agreementChanged, {
      agreementId,
      version: 2,
      activityId: newId(),
      versionNumber: 1,
      hash: `hash of ${agreementId}`,
      state: 'superseded',
      terms,
    });
    await eventually(async () => {
      settlement.clock.advance(60_000);
      expect(await waitingOf(agreementId)).toEqual([]);
    });
    expect(await verdicts(agreementId)).toEqual([]);
  });

  it('refuses at once what no party could mend, though another is not known yet', async () => {
    const stranger = { kind: 'union', id: newId() };
    const terms = { ...termsOf(parties(), { kind: 'equal' }), parties: [stranger], fundCategory: 'gold' };
    expect(await verdict(await propose(terms))).toMatchObject({
      accepted: false,
      problems: [{ pointer: '/fundCategory', code: 'FUND_CATEGORY_UNKNOWN' }],
    });
  });
});

async function verdicts(agreementId: string): Promise<unknown[]> {
  const judged = await settlement.recorded(settlementEvents.agreementJudged);
  return judged.filter((one) => one.agreementId === agreementId);
}

function waitingOf(agreementId: string): Promise<{ waiting_since: Date | null; due_at: Date }[]> {
  return settlement.dataSource.query('SELECT waiting_since, due_at FROM due WHERE key = $1', [agreementId]);
}

/** Lets so much time pass, in steps in which the proposal is looked at and waits on. */
async function isLookedAtFor(agreementId: string, forMs: number): Promise<void> {
  const until = settlement.clock.now().getTime() + forMs;
  await eventually(async () => {
    const [row] = await waitingOf(agreementId);
    expect(row?.waiting_since).toBeInstanceOf(Date);
    const now = settlement.clock.now();
    if (row !== undefined && row.due_at > now) settlement.clock.set(row.due_at);
    expect(now.getTime()).toBeGreaterThanOrEqual(until);
  });
}
