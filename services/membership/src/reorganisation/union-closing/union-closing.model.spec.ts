import { describe, expect, it } from '@jest/globals';
import { unionClosingStates } from '@gongxiang/contracts/membership/unions/union-closing.contract';
import { dayMs } from '@gongxiang/domain';
import {
  actsOf,
  awaitsOfClosing,
  checkDocumentDate,
  checkRegistration,
  checkSuccessor,
  type Counts,
  reopenUntil,
  requireNothingLeft,
  successorOf,
} from './union-closing.model.js';

const codeOf = (act: () => unknown): string | null => {
  try {
    act();
    return null;
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};

describe('the filing to close a union', () => {
  it.each([
    ['employerEnded', null, 'above'], // disposed of by the union above
    ['employerEnded', 'sister', 'sister'],
    ['membersDecided', null, 'above'],
    ['duplicate', null, 'above'],
    ['merged', 'sister', 'sister'],
    ['split', 'sister', 'sister'],
  ] as const)('on the ground %s, naming %s, hands over to %s', (ground, named, expected) => {
    expect(successorOf(ground, named, 'above')).toBe(expected);
  });

  it.each(['merged', 'split'] as const)('%s has to name who takes over', (ground) => {
    expect(codeOf(() => successorOf(ground, null, 'above'))).toBe('UNION_CLOSING_SUCCESSOR');
  });

  it.each([
    ['1.4.', true, null], // the union above
    ['1.5.', true, null], // a sister
    ['1.5.', false, 'UNION_CLOSING_SUCCESSOR_CLOSED'],
    ['1.4.2.', true, 'UNION_CLOSING_SUCCESSOR_WITHIN'], // itself
    ['1.4.2.1.', true, 'UNION_CLOSING_SUCCESSOR_WITHIN'], // below it
    ['1.4.21.', true, null], // a sister whose number begins alike
  ])('of 1.4.2. in favour of %s, in use %s: %s', (path, active, code) => {
    expect(codeOf(() => checkSuccessor({ path, active }, '1.4.2.'))).toBe(code);
  });

  it.each([
    [null, 'none', null],
    [null, 'cancelled', null],
    ['81420000MC0000000X', 'toCancel', null],
    ['81420000MC0000000X', 'cancelled', null],
    ['81420000MC0000000X', 'none', 'UNION_CLOSING_REGISTRATION'],
  ] as const)('of a union with the code %s and its registration %s: %s', (uscc, registration, code) => {
    expect(codeOf(() => checkRegistration(uscc, registration))).toBe(code);
  });

  it.each([
    ['2026-11-20', null],
    ['2026-11-19', null],
    ['2026-11-21', 'UNION_CLOSING_DATE'],
  ])('on 20 November with a document of %s: %s', (date, code) => {
    expect(codeOf(() => checkDocumentDate(date, '2026-11-20'))).toBe(code);
  });
});

describe('what is left of a union', () => {
  it.each<[Counts, string | null]>([
    [{}, null],
    [{ applications: 3, offices: 2, invitations: 1, groups: 1 }, null], // go up, end or stay
    [{ unionsBelow: 1, members: 4 }, 'UNION_CLOSING_UNIONS'],
    [{ members: 4 }, 'UNION_CLOSING_MEMBERS'],
    [{ clubs: 1 }, 'UNION_CLOSING_PARTIES'],
    [{ organisations: 1 }, 'UNION_CLOSING_PARTIES'],
    [{ foundings: 1 }, 'UNION_CLOSING_FOUNDINGS'],
    [{ imports: 1 }, 'UNION_CLOSING_IMPORTS'],
  ])('%j: %s', (counts, code) => {
    expect(codeOf(() => requireNothingLeft(counts))).toBe(code);
  });

  it('is told with its number: two clubs and an organisation are three', () => {
    try {
      requireNothingLeft({ clubs: 2, organisations: 1 });
    } catch (error) {
      expect(error).toMatchObject({ code: 'UNION_CLOSING_PARTIES', params: { count: 3 } });
    }
    expect.assertions(1);
  });
});

describe('the acts on a filing', () => {
  const decidedAt = new Date('2026-08-22T04:00:00Z');
  const after = (days: number): Date => new Date(decidedAt.getTime() + days * dayMs);

  it.each([
    ['waiting', true, true, ['withdraw']],
    ['waiting', true, false, ['withdraw']],
    ['waiting', false, true, ['confirm', 'refuse']],
    ['waiting', false, false, []],
    ['closed', false, true, ['reopen']],
    ['closed', true, false, []],
    ['refused', false, true, []],
    ['withdrawn', true, true, []],
    ['reopened', false, true, []],
  ] as const)('%s, proposer %s, above %s: %j', (state, isProposer, isAbove, acts) => {
    expect(actsOf({ state, decidedAt }, { isProposer, isAbove }, after(1))).toEqual(acts);
  });

  it('end after 90 days: then a new union is founded', () => {
    const by = { isProposer: false, isAbove: true };
    expect(reopenUntil('closed', decidedAt)).toEqual(new Date('2026-11-20T04:00:00Z')); // 9 + 30 + 31 + 20 days
    expect(actsOf({ state: 'closed', decidedAt }, by, after(90))).toEqual(['reopen']);
    expect(actsOf({ state: 'closed', decidedAt }, by, after(91))).toEqual([]);
    expect(reopenUntil('reopened', decidedAt)).toBeNull();
  });
});

it.each(unionClosingStates)('waits in the state %s for another officer above, or for nobody', (state) => {
  const told = awaitsOfClosing({ id: 'filed-1', state, unionName: '一分会' }, { personIds: ['officer-1'] });
  const whom = { personIds: ['officer-1'], kind: 'unionClosingProposed', why: 'decidesHere' };
  const expected = { ...whom, about: { unionClosingId: 'filed-1' }, title: '一分会' };
  expect(told).toEqual(state === 'waiting' ? [expected] : []);
});
