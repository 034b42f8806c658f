import { describe, expect, it } from '@jest/globals';
import {
  type CostItem,
  partyOfKey,
  payersOf,
  poolStateOf,
  sidesOf,
  splitsByUsage,
  stepOf,
} from './cost-pool.model.js';
import { anyOrganisation, type ItemForm, itemOf } from '../cost-item/item-form.js';

const union = (id: string) => ({ kind: 'union' as const, id, name: `name of ${id}` });
const fen = (amount: string) => ({ amount, currency: 'CNY' as const });

describe('what stands before a person at a pool', () => {
  const me = { id: 'me', isFinance: true, isApprover: true };
  it.each([
    { state: 'open', total: null, preparedBy: [], hasItems: false, step: 'items' },
    { state: 'open', total: null, preparedBy: [], hasItems: true, step: 'compute' },
    { state: 'open', total: fen('1'), preparedBy: [], hasItems: true, step: 'submit' },
    { state: 'submitted', total: fen('1'), preparedBy: ['other'], hasItems: true, step: 'approve' },
    { state: 'submitted', total: fen('1'), preparedBy: ['other', 'me'], hasItems: true, step: 'own' },
    { state: 'approved', total: fen('1'), preparedBy: ['other'], hasItems: true, step: 'none' },
    { state: 'reversed', total: fen('1'), preparedBy: ['other'], hasItems: true, step: 'none' },
  ] as const)('E83: $state, prepared by $preparedBy → $step', ({ hasItems, step, ...pool }) => {
    expect(stepOf(pool, hasItems, me)).toBe(step);
  });

  it.each([
    { state: 'open', preparedBy: [], step: 'awaitSubmit' },
    { state: 'submitted', preparedBy: ['other'], step: 'awaitApproval' },
  ] as const)('who holds neither office waits: $state → $step', ({ step, ...pool }) => {
    const nobody = { id: 'me', isFinance: false, isApprover: false };
    expect(stepOf({ ...pool, total: fen('1') }, true, nobody)).toBe(step);
  });
});

describe('whether a rule asks for usages', () => {
  it.each([
    { rule: { kind: 'usage' }, asks: true },
    { rule: { kind: 'equal' }, asks: false },
    { rule: { kind: 'subsidyFirst', rest: { kind: 'usage' } }, asks: true },
    { rule: { kind: 'headcount', else: { kind: 'usage' } }, asks: true },
    { rule: { kind: 'tiers', tiers: [{ upTo: null, rule: { kind: 'usage' } }] }, asks: true },
    { rule: { kind: 'fixed', rest: { kind: 'equal' }, else: null }, asks: false },
  ] as const)('$rule: $asks', ({ rule, asks }) => {
    expect(splitsByUsage(rule as unknown as Parameters<typeof splitsByUsage>[0])).toBe(asks);
  });
});

describe('who paid beside who bears', () => {
  const pool = {
    shares: [
      { party: union('a'), amount: fen('700'), returned: fen('0'), headcount: 7, trace: [] },
      { party: union('b'), amount: fen('200'), returned: fen('0'), headcount: 2, trace: [] },
    ],
    subsidy: fen('100'),
    subsidySource: union('above'),
  };
  const items = [{ payer: union('a'), amount: fen('1000') }] as CostItem[];

  it('E77: makes the same total on both sides', () => {
    const sides = sidesOf(pool, items);
    expect(sides.map(({ party, difference }) => [party.id, difference.amount])).toEqual([
      ['a', '300'],
      ['b', '-200'],
      ['above', '-100'],
    ]);
  });

  it('keeps who paid without bearing', () => {
    const sides = sidesOf({ ...pool, shares: [], subsidy: null }, items);
    expect(sides).toHaveLength(1);
    expect(sides[0]?.paid.amount).toBe('1000');
  });
});

describe('the parties', () => {
  it.each([
    { key: 'union:1', party: { kind: 'union', id: '1' } },
    { key: 'organisation', party: null },
    { key: 'nonsense:1', party: null },
    { key: '', party: null },
  ])('of “$key”', ({ key, party }) => {
    expect(partyOfKey(key)).toEqual(party);
  });

  it('that may pay are those of the agreement and the source of its subsidy, each once', () => {
    const parties = [union('a'), union('b')];
    const of = (key: string) => ({ key: `union:${key}`, name: `name of ${key}` });
    expect(payersOf({ parties, subsidySource: union('above') })).toEqual([of('a'), of('b'), of('above')]);
    expect(payersOf({ parties, subsidySource: union('b') })).toEqual([of('a'), of('b')]);
    expect(payersOf({ parties, subsidySource: null })).toEqual([of('a'), of('b')]);
  });
});

describe('who paid a bill', () => {
  const bill: ItemForm = {
    title: 'Hall',
    amount: '12.50',
    incomeKind: 'dues',
    expenseCode: '1.1',
    receipt: { invoiceNumber: '7', fileKey: { key: 'k', sha256: 's', name: 'a.pdf' } },
  };
  const organisation = { kind: 'organisation' as const, id: 'o', name: 'Caterer' };

  it.each<[string, ItemForm, object | undefined]>([
    ['a party of the agreement', { payer: 'union:a' }, { kind: 'union', id: 'a' }],
    [
      'the organisation that was found',
      { payer: anyOrganisation, organisation },
      { kind: 'organisation', id: 'o' },
    ],
    ['nobody as long as none is found', { payer: anyOrganisation }, undefined],
    [
      'not one found before a party was chosen',
      { payer: 'union:a', organisation },
      { kind: 'union', id: 'a' },
    ],
  ])('is %s', (_name, form, payer) => {
    expect(itemOf({ ...bill, ...form })?.payer).toEqual(payer);
  });
});

describe('the state in the address', () => {
  it.each([
    { address: 'state=submitted', state: 'submitted' },
    { address: 'state=lost', state: undefined },
  ])('“$address” is $state', ({ address, state }) => {
    expect(poolStateOf(new URLSearchParams(address))).toBe(state);
  });
});
