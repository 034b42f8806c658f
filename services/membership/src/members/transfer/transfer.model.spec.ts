import { describe, expect, it } from '@jest/globals';
import type { TransferAct, TransferState } from '@gongxiang/contracts/membership/members/transfer.contract';
import {
  actsOf,
  awaitsOfTransfer,
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

describe('whom a transfer waits for', () => {
  const transfer = {
    id: 'transfer-1',
    personId: 'person-1',
    toUnionName: '江岸区总工会',
    needsSuccessor: false,
    askedAt,
    ...agreed,
  };
  const whom = {
    person: { personIds: ['person'] },
    newUnion: { personIds: ['newUnion'] },
    oldUnion: { personIds: ['oldUnion'] },
    above: { personIds: ['above'] },
  };
  const byPerson = { newUnionAgreedAt: null, oldUnionAgreedAt: null };
  const byNewUnion = { personAgreedAt: null, oldUnionAgreedAt: null };

  it.each([
    ['asked by the person', 'asked', byPerson, 1, ['newUnion transferAsked', 'oldUnion transferLeaving']],
    ['asked by the new union', 'asked', byNewUnion, 1, ['person transferAsked', 'oldUnion transferLeaving']],
    ['after the silence of the old union', 'asked', byPerson, 7, ['newUnion transferAsked']],
    [
      'agreed to by all but the old one',
      'asked',
      { oldUnionAgreedAt: null },
      6,
      ['oldUnion transferLeaving'],
    ],
    ['agreed to, of an only officer', 'asked', { needsSuccessor: true }, 1, ['person transferHeldUp']],
    ['agreed to', 'asked', {}, 1, []],
    ['of nobody on record', 'asked', { ...byNewUnion, personId: null }, 1, []],
    ['disputed', 'disputed', byPerson, 9, ['above transferDisputed']],
    ['done', 'done', {}, 9, []],
    ['refused', 'refused', byPerson, 9, []],
    ['withdrawn', 'withdrawn', byPerson, 1, []],
    ['lapsed', 'lapsed', byPerson, 31, []],
  ] as const)('%s', (_case, state, part, days, expected) => {
    const told = awaitsOfTransfer({ ...transfer, state, ...part }, whom, later(days));
    expect(told.map(({ personIds = [], kind }) => `${personIds.join()} ${kind}`)).toEqual(expected);
    for (const { values } of told) expect(values).toMatchObject({ partyName: '江岸区总工会' });
  });

  it('is told until when it is asked', () => {
    const told = awaitsOfTransfer({ ...transfer, state: 'asked', ...byPerson }, whom, at);
    expect(told.map(({ dueAt }) => dueAt)).toEqual([lapsesAt({ askedAt }), objectUntil({ askedAt })]);
  });
});
