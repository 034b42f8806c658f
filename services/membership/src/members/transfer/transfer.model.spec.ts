import { describe, expect, it } from '@jest/globals';
import type { TransferAct, TransferState } from '@gongxiang/contracts/membership/members/transfer.contract';
import {
  actsOf,
  concealedState,
  decidedAt,
  isAgreed,
  lapsesAt,
  objectUntil,
  type Side,
} from './transfer.model.js';

const askedAt = new Date('2026-11-01T00:00:00Z');
const later = (days: number): Date => new Date(askedAt.getTime() + days * 86_400_000);
const at = later(1);
const agreed = { personAgreedAt: at, newUnionAgreedAt: at, oldUnionAgreedAt: at };

it('gives the old union 7 days, and the person and the new union 30', () => {
  expect(objectUntil({ askedAt })).toEqual(new Date('2026-11-08T00:00:00Z'));
  expect(lapsesAt({ askedAt })).toEqual(new Date('2026-12-01T00:00:00Z'));
});

describe('whether everybody has agreed', () => {
  it.each<[string, Partial<typeof agreed> | { [key: string]: null }, number, boolean]>([
    ['all three', {}, 1, true],
    ['the old union is silent, within 7 days', { oldUnionAgreedAt: null }, 6.9, false],
    ['the old union is silent, after 7 days', { oldUnionAgreedAt: null }, 7, true],
    ['the person has not', { personAgreedAt: null }, 20, false],
    ['the new union has not', { newUnionAgreedAt: null }, 20, false],
  ])('%s', (_what, part, days, expected) => {
    expect(isAgreed({ askedAt, ...agreed, ...part }, later(days))).toBe(expected);
  });
});

it.each([
  ['1.1.2.', '1.1.3.', '1.1.'],
  ['1.1.2.', '1.2.3.', '1.'],
  ['1.1.', '1.1.3.', '1.'],
  ['1.1.3.', '1.1.', '1.'],
  ['1.', '1.1.', '1.'],
  ['1.12.', '1.1.', '1.'],
])('decides a dispute between %s and %s at %s', (from, to, expected) => {
  expect(decidedAt(from, to)).toBe(expected);
});

describe('what each side may do', () => {
  const none = { person: false, newUnion: false, oldUnion: false, above: false };
  const pending = { askedAt, personAgreedAt: null, newUnionAgreedAt: null, oldUnionAgreedAt: null };
  const rows: readonly [
    string,
    TransferState,
    Side,
    Partial<typeof none>,
    Partial<typeof agreed>,
    number,
    TransferAct[],
  ][] = [
    [
      'who asked waits, or withdraws',
      'asked',
      'person',
      { person: true },
      { personAgreedAt: at },
      1,
      ['withdraw'],
    ],
    ['the person is asked by a union', 'asked', 'newUnion', { person: true }, {}, 1, ['agree', 'refuse']],
    ['the new union', 'asked', 'person', { newUnion: true }, {}, 1, ['agree', 'refuse']],
    ['the old union, in time', 'asked', 'person', { oldUnion: true }, {}, 1, ['agree', 'object']],
    ['the old union, too late', 'asked', 'person', { oldUnion: true }, {}, 8, ['agree']],
    ['above both, before a dispute', 'asked', 'person', { above: true }, {}, 1, []],
    ['above both, in a dispute', 'disputed', 'person', { above: true }, {}, 1, ['decide']],
    ['the person, in a dispute', 'disputed', 'person', { person: true }, {}, 1, ['withdraw']],
    [
      'everybody, once it is done',
      'done',
      'person',
      { person: true, newUnion: true, oldUnion: true, above: true },
      {},
      1,
      [],
    ],
  ];
  it.each(rows)('%s', (_what, state, askedBy, sides, part, days, expected) => {
    expect(actsOf({ ...pending, state, askedBy, ...part }, { ...none, ...sides }, later(days))).toEqual(
      expected,
    );
  });
});

it.each<[TransferState, number, TransferState]>([
  ['asked', 1, 'asked'],
  ['refused', 1, 'asked'],
  ['disputed', 1, 'asked'],
  ['refused', 30, 'lapsed'],
  ['withdrawn', 1, 'withdrawn'],
])('conceals %s after %d days as %s', (state, days, expected) => {
  expect(concealedState({ state, askedAt }, later(days))).toBe(expected);
});
