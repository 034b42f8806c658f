import { describe, expect, it } from '@jest/globals';
import { type OwnParties, ownPartOf, partiesWithin } from './own-part.model.js';

const debts = ['A>B', 'B>C', 'C>A'] as const;
const endsOf = (debt: string): [string, string] => [debt.slice(0, 1), debt.slice(-1)];

describe('the part of a run that a reader sees', () => {
  it.each<{ who: string; own: OwnParties; seen: readonly string[] }>([
    { who: 'whoever sees the whole run', own: null, seen: debts },
    { who: 'a party, as payer and as payee', own: new Set(['A']), seen: ['A>B', 'C>A'] },
    { who: 'two parties of one union', own: new Set(['A', 'B']), seen: debts },
    { who: 'nobody in it', own: new Set(['D']), seen: [] },
  ])('$who', ({ own, seen }) => {
    expect(ownPartOf(debts, own, endsOf)).toEqual(seen);
  });

  it.each<{ what: string; reach: readonly string[]; own: readonly string[] }>([
    { what: 'those of a district and below it', reach: ['1.2.'], own: ['A', 'B'] },
    { what: 'a union whose books are kept, without those below it', reach: ['1.2.$'], own: ['A'] },
    { what: 'nobody, by the beginning of a number', reach: ['1.4.'], own: [] },
    { what: 'nobody without a role', reach: [], own: [] },
  ])('$what', ({ reach, own }) => {
    const known = new Map([
      ['A', { unionPath: '1.2.' }],
      ['B', { unionPath: '1.2.3.' }],
      ['C', { unionPath: '1.40.' }],
    ]);
    expect([...partiesWithin(['A', 'B', 'C', 'unknown'], known, reach)]).toEqual(own);
  });
});
