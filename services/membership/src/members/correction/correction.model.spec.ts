import { describe, expect, it } from '@jest/globals';
import type { CorrectedField } from '@gongxiang/contracts/membership/members/correction.contract';
import { recordCorrectionStates } from '@gongxiang/contracts/membership/members/correction.contract';
import {
  awaitsOfCorrection,
  decidedAt,
  erasureTime,
  isDelayed,
  needsSecondPerson,
  nextState,
  readValues,
} from './correction.model.js';

const now = new Date('2026-11-25T00:00:00Z');

describe('the values of a correction', () => {
  it('E111: takes a lower-case x of a resident number as X', () => {
    expect(readValues({ residentNumber: '11010519491231002x' }, now)).toEqual({
      residentNumber: '11010519491231002X',
    });
  });

  it('E113: takes names with dots of any kind, long ones and rare characters', () => {
    expect(readValues({ name: '阿依古丽•买买提' }, now)).toEqual({ name: '阿依古丽·买买提' });
    expect(readValues({ name: '𠮷 三' }, now)).toEqual({ name: '𠮷三' });
  });

  it.each([
    ['E112: a number of 15 digits', { residentNumber: '110105491231002' }, 'RESIDENT_NUMBER_FIFTEEN'],
    [
      'a number with a wrong check character',
      { residentNumber: '110105194912310021' },
      'RESIDENT_NUMBER_CHECK_CHARACTER',
    ],
    ['a name with characters that no name has', { name: '王??' }, 'NAME_CHARACTERS'],
    ['a landline', { phone: '027-86861200' }, 'PHONE_FORMAT'],
  ])('are refused: %s', (_what, request, code) => {
    expect(() => readValues(request, now)).toThrow(expect.objectContaining({ code }));
  });

  it('leave out what is absent, null or empty', () => {
    expect(readValues({ name: null, residentNumber: '', phone: '+86 138-0000-1234' }, now)).toEqual({
      phone: '13800001234',
    });
  });
});

describe('whether a second person decides', () => {
  const rows: readonly [
    string,
    readonly CorrectedField[],
    { byPerson?: true; hasAccount?: true; hasOffice?: true },
    boolean,
  ][] = [
    ['a plain name, by an officer', ['name'], {}, false],
    [
      'a plain name of somebody with an account and an office',
      ['name'],
      { hasAccount: true, hasOffice: true },
      false,
    ],
    ['a phone of somebody without an account', ['phone'], {}, false],
    ['a phone of somebody with an account', ['phone'], { hasAccount: true }, true],
    ['a phone of somebody to whom an office is offered', ['phone'], { hasOffice: true }, true],
    ['a resident number', ['residentNumber'], {}, true],
    ['name and number together', ['name', 'residentNumber'], {}, true],
    ['a name, asked for by the person', ['name'], { byPerson: true }, true],
  ];
  it.each(rows)('%s', (_what, fields, part, expected) => {
    const facts = { byPerson: false, hasAccount: false, hasOffice: false, ...part };
    expect(needsSecondPerson({ fields, ...facts })).toBe(expected);
  });
});

describe('where the decider holds office', () => {
  const rows: readonly [string, readonly CorrectedField[], readonly string[], string][] = [
    ['at the union of the person', ['name', 'residentNumber'], ['1.'], '1.4.2.'],
    ['at the union, for the phone of somebody without roles', ['phone'], [], '1.4.2.'],
    ['at the union, for the phone of an officer of it', ['phone'], ['1.4.2.'], '1.4.2.'],
    ['above both, for the phone of an officer of the union above', ['phone'], ['1.4.'], '1.'],
    ['above both, for the phone of an officer elsewhere', ['phone'], ['1.4.3.'], '1.4.'],
    ['at the root, for the phone of an officer of the root', ['phone'], ['1.'], '1.'],
  ];
  it.each(rows)('%s', (_what, fields, rolePaths, expected) => {
    expect(decidedAt({ fields, unionPath: '1.4.2.', rolePaths })).toBe(expected);
  });
});

it('is decided once; what is delayed takes effect or is stopped', () => {
  const table = {
    waiting: { apply: 'applied', delay: 'delayed', refuse: 'refused', withdraw: 'withdrawn' },
    delayed: { apply: 'applied', stop: 'stopped' },
  } as const;
  for (const state of recordCorrectionStates)
    for (const step of ['apply', 'delay', 'refuse', 'withdraw', 'stop'] as const) {
      const allowed: Partial<Record<string, string>> =
        state in table ? table[state as keyof typeof table] : {};
      const next = allowed[step];
      if (next === undefined)
        expect(() => nextState(state, step)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
      else expect(nextState(state, step)).toBe(next);
    }
});

it.each([
  ['a phone that signs somebody in', { phone: '13900001234' }, true, true, true],
  ['a phone where none is on record', { phone: '13900001234' }, true, false, false],
  ['a phone of somebody without an account', { phone: '13900001234' }, false, true, false],
  ['a name', { name: '章三' }, true, true, false],
])('waits for the old phone or does not: %s', (_case, values, hasAccount, hasPhone, delayed) => {
  expect(isDelayed(values, { hasAccount, hasPhone })).toBe(delayed);
});

it('erases values and papers 30 days after the decision', () => {
  // 25 November + 30 days: 5 remain in November after the 25th, so 25 December.
  expect(erasureTime(now)).toEqual(new Date('2026-12-25T00:00:00Z'));
});

it.each(recordCorrectionStates)('waits in the state %s for an officer, or for nobody', (state) => {
  const correction = { id: 'correction-1', state, unionId: 'union-1', unionName: '滨江工会' };
  const told = awaitsOfCorrection(correction, { personIds: ['officer-1'] });
  const whom = { personIds: ['officer-1'], kind: 'correctionAsked', why: 'decidesHere' };
  const expected = { ...whom, about: { correctionId: 'correction-1' }, title: '滨江工会', slot: 'union-1' };
  expect(told).toEqual(state === 'waiting' ? [expected] : []);
});
