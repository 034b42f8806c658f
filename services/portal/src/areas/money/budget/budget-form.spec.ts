import { describe, expect, it } from '@jest/globals';
import { isPlanned, linesOf, stepOf, valuesOf } from './budget-form.js';

const cny = (amount: string) => ({ amount, currency: 'CNY' as const });

describe('the lines of a budget’s form', () => {
  it('are a request once all are whole', () => {
    expect(linesOf([{ expenseCode: '1.2', amount: '30000.5', note: ' 运动会 ' }])).toEqual([
      { expenseCode: '1.2', amount: cny('3000050'), note: '运动会' },
    ]);
  });

  it.each([
    ['no line', []],
    ['no code', [{ amount: '1' }]],
    ['no amount', [{ expenseCode: '1.2' as const }]],
    ['something that is no amount', [{ expenseCode: '1.2' as const, amount: '1e3' }]],
    ['a line that is not begun', [undefined]],
  ])('are none with %s', (_name, values) => {
    expect(linesOf(values)).toBeNull();
  });

  it('begin with what is planned, without the codes that are no longer', () => {
    const line = (expenseCode: '1.1' | '1.2', amount: string) => ({
      expenseCode,
      amount: cny(amount),
      before: null,
      difference: cny('0'),
    });
    expect(valuesOf({ lines: [line('1.1', '0'), line('1.2', '12345')] })).toEqual([
      { expenseCode: '1.2', amount: '123.45' },
    ]);
  });

  it.each([
    ['0', true],
    ['12.34', true],
    ['-1', false],
    ['', false],
    ['十', false],
  ])('%j is an amount: %s', (text, expected) => {
    expect(isPlanned(text)).toBe(expected);
  });
});

describe('what comes next', () => {
  const me = { id: 'me', drafts: true, adopts: true };
  it.each([
    ['draft', null, me, 'submit'],
    ['draft', null, { ...me, drafts: false }, 'none'],
    ['submitted', 'other', me, 'adopt'],
    ['submitted', 'me', me, 'own'],
    ['submitted', 'other', { ...me, adopts: false }, 'wait'],
    ['adopted', 'other', me, 'amend'],
    ['adopted', 'other', { ...me, drafts: false }, 'none'],
    ['superseded', 'other', me, 'none'],
  ] as const)('of one that is %s, submitted by %s', (state, submittedBy, person, expected) => {
    expect(stepOf({ state, submittedBy }, person)).toBe(expected);
  });
});
