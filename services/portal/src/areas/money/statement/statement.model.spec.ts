import { describe, expect, it } from '@jest/globals';
import {
  headingTotals,
  periodOf,
  runningLines,
  searchOfStatement,
  type StatementLine,
  statementQueryOf,
} from './statement.model.js';

describe('what a statement is asked by', () => {
  it('is read out of the address', () => {
    const search = new URLSearchParams('union=u&from=2026-01-01&to=2026-03-31');
    expect(statementQueryOf(search)).toEqual({
      union: 'u',
      party: '',
      from: '2026-01-01',
      to: '2026-03-31',
    });
  });

  it.each([
    { address: 'party=enterprise:e', union: '', party: 'enterprise:e', asked: { party: 'enterprise:e' } },
    {
      address: 'party=organisation:o&union=u',
      union: '',
      party: 'organisation:o',
      asked: { party: 'organisation:o' },
    },
    { address: 'party=union:u', union: 'u', party: '', asked: { union: 'u' } },
  ])('names one party, be it a union or another: $address', ({ address, union, party, asked }) => {
    const query = statementQueryOf(new URLSearchParams(address));
    expect(query).toEqual({ union, party, from: '', to: '' });
    expect(searchOfStatement(query)).toEqual({ ...asked, from: '', to: '' });
  });

  it('leaves out what is no day', () => {
    const search = new URLSearchParams('from=yesterday&to=2026-3-1');
    expect(statementQueryOf(search)).toEqual({ union: '', party: '', from: '', to: '' });
  });
});

describe('the usual periods', () => {
  it.each([
    { preset: 'month', today: '2026-11-20', from: '2026-11-01', to: '2026-11-30' },
    { preset: 'month', today: '2028-02-29', from: '2028-02-01', to: '2028-02-29' },
    { preset: 'month', today: '2026-12-31', from: '2026-12-01', to: '2026-12-31' },
    { preset: 'quarter', today: '2026-11-20', from: '2026-10-01', to: '2026-12-31' },
    { preset: 'quarter', today: '2026-03-31', from: '2026-01-01', to: '2026-03-31' },
    { preset: 'year', today: '2026-06-15', from: '2026-01-01', to: '2026-12-31' },
    { preset: 'lastYear', today: '2026-06-15', from: '2025-01-01', to: '2025-12-31' },
  ] as const)('$preset on $today is $from to $to', ({ preset, today, from, to }) => {
    expect(periodOf(preset, today)).toEqual({ from, to });
  });
});

describe('the lines of a statement', () => {
  it('E69: carry the balance on from the opening to the fen', () => {
    const lines = ['200', '-9007199254740993'].map(
      (amount) => ({ amount: { amount, currency: 'CNY' } }) as StatementLine,
    );
    const found = runningLines({ opening: { amount: '-100', currency: 'CNY' }, lines });
    expect(found.map(({ balance }) => balance.amount)).toEqual(['100', '-9007199254740893']);
  });
});

describe('the headings of a statement', () => {
  const line = (fen: string, of: Partial<StatementLine>): StatementLine =>
    ({ activityId: null, loanId: null, amount: { amount: fen, currency: 'CNY' }, ...of }) as StatementLine;

  it('keep loans apart from activities and transfers, and leave out what has no lines', () => {
    const lines = [
      line('-20000', { loanId: 'l' }),
      line('500', { activityId: 'a' }),
      line('20000', { loanId: 'l' }),
      line('-6000', { loanId: 'm' }),
    ];
    // −200.00 + 200.00 − 60.00
    expect(headingTotals(lines)).toEqual([
      { heading: 'activities', total: { amount: '500' } },
      { heading: 'loans', total: { amount: '-6000' } },
    ]);
  });
});
