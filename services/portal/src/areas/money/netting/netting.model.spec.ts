import { describe, expect, it } from '@jest/globals';
import {
  arrowsOf,
  circleOf,
  confirmStepOf,
  hubIn,
  largestOf,
  namedDebts,
  partiesIn,
  runFiltersOf,
  spokesOf,
  widthOf,
} from './netting.model.js';

const fen = (amount: string) => ({ amount });
const union = (id: string, name: string) => ({ kind: 'union' as const, id, name });

describe('the picture of the debts', () => {
  it('turns the names of many with their places, none of them upside down', () => {
    expect(spokesOf(4)).toEqual([
      { rotate: 90, align: 'left' },
      { rotate: 0, align: 'left' },
      { rotate: -90, align: 'left' },
      { rotate: 0, align: 'right' },
    ]);
    for (const { rotate } of spokesOf(60)) expect(Math.abs(rotate)).toBeLessThanOrEqual(90);
  });

  it('E73: keeps two parties of the same name apart', () => {
    const [a, b] = [union('1', '一分会'), union('2', '一分会')];
    expect(namedDebts([{ from: a, to: b, amount: fen('5') }])).toEqual([
      { from: '一分会', to: '一分会 (2)', amount: fen('5') },
    ]);
  });

  it('draws all debts of one to another as one arrow, and those the other way as another', () => {
    const debts = [
      { from: 'a', to: 'b', amount: fen('100') },
      { from: 'b', to: 'a', amount: fen('30') },
      { from: 'a', to: 'b', amount: fen('9007199254740993') },
    ];
    expect(arrowsOf(debts)).toEqual([
      { from: 'a', to: 'b', amount: fen('9007199254741093'), count: 2 },
      { from: 'b', to: 'a', amount: fen('30'), count: 1 },
    ]);
  });

  it('names everybody once, in one order', () => {
    const debts = [
      { from: 'c', to: 'a', amount: fen('1') },
      { from: 'a', to: 'b', amount: fen('1') },
    ];
    expect(partiesIn(debts)).toEqual(['a', 'b', 'c']);
  });

  it('puts them on a circle, the first on top', () => {
    expect(circleOf(4, 100)).toEqual([
      { x: 0, y: -100 },
      { x: 100, y: 0 },
      { x: 0, y: 100 },
      { x: -100, y: 0 },
    ]);
  });

  it.each([
    { amount: '100', largest: '100', width: 7 },
    { amount: '0', largest: '100', width: 1.5 },
    { amount: '50', largest: '100', width: 4.25 },
    { amount: '0', largest: '0', width: 1.5 },
  ])('draws $amount of $largest $width wide', ({ amount, largest, width }) => {
    expect(widthOf(fen(amount), fen(largest))).toBe(width);
  });

  it('knows the largest beyond what a float tells apart', () => {
    expect(largestOf([fen('9007199254740992'), fen('9007199254740993')])).toEqual(fen('9007199254740993'));
    expect(largestOf([])).toEqual(fen('0'));
  });
});

describe('the party in the middle', () => {
  const transfer = (from: string, to: string) => ({ from, to, amount: fen('1') });
  it.each([
    { transfers: [transfer('a', 'hub'), transfer('hub', 'b')], hub: 'hub' },
    { transfers: [transfer('a', 'b'), transfer('c', 'd')], hub: undefined },
    { transfers: [], hub: undefined },
  ])('of $transfers is $hub', ({ transfers, hub }) => {
    expect(hubIn(transfers)).toBe(hub);
  });
});

describe('E83: confirming a run', () => {
  it.each([
    { state: 'proposed', createdBy: 'me', isApprover: true, step: 'own' },
    { state: 'proposed', createdBy: 'other', isApprover: true, step: 'confirm' },
    { state: 'proposed', createdBy: 'other', isApprover: false, step: 'wait' },
    { state: 'confirmed', createdBy: 'other', isApprover: true, step: 'none' },
  ] as const)('$state by $createdBy, approver: $isApprover → $step', ({ isApprover, step, ...run }) => {
    expect(confirmStepOf(run, 'me', isApprover)).toBe(step);
  });
});

describe('what is to be seen, by the address', () => {
  it.each([
    { address: 'state=proposed&q=工会A', filters: { state: 'proposed', q: '工会A' } },
    { address: 'state=lost&q=', filters: {} },
    { address: '', filters: {} },
  ])('“$address” is $filters', ({ address, filters }) => {
    expect(runFiltersOf(new URLSearchParams(address))).toEqual(filters);
  });
});
