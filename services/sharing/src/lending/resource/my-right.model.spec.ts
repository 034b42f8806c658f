import { describe, expect, it } from '@jest/globals';
import { explainRefusal, explainRight } from './my-right.model.js';
import { free, period, right } from './right.fixture.js';
import { rightWords } from './right-words.model.js';

const asked = { period: period(5, 6), horizon: period(5, 6), business: null, shortage: null };
const codes = (steps: readonly { readonly code: string }[]): string[] => steps.map(({ code }) => code);

describe('a right that allows a loan', () => {
  it('is told in the order of what the borrower meets', () => {
    const charge = { ...free, kind: 'fee', feeFen: 500n, per: 'hour', depositFen: 20_000n } as const;
    const steps = explainRight(
      right({
        charge,
        businesses: ['culture', 'education'],
        times: { weekdays: ['SA', 'SU'], from: '09:00', until: '18:00' },
      }),
      { fee: 1_000n, left: { hours: 6, loans: 2, pieces: 30 } },
    );
    expect(steps.map((step) => rightWords(step, 'zh-CN'))).toEqual([
      '由所属方在 72 小时内决定，这段时间为您保留；逾期未决定视为未批准',
      '使用费每小时 ¥5.00，本次共 ¥10.00',
      '押金 ¥200.00，全部归还后退回',
      '仅用于：文体、教育',
      '仅限：周六、周日 09:00–18:00',
      '当月还可用 6 小时',
      '当月还可借 2 次',
      '当月还可借 30 件',
      '使用权到 2026-12-20 08:00 为止',
    ]);
    expect(steps.map((step) => rightWords(step, 'en'))).toEqual([
      'The owner decides within 72 hours, and the time is kept for you; undecided by then, it is refused',
      'A fee of ¥5.00 an hour, ¥10.00 in all',
      'A deposit of ¥200.00, given back when all is back',
      'Only for: culture and sports, education',
      'Only at: Sat, Sun 09:00–18:00',
      '6 hours left in that month',
      '2 loans left in that month',
      '30 pieces left in that month',
      'The right ends at 2026-12-20 08:00',
    ]);
  });
});

describe('what would have to happen', () => {
  it.each([
    ['somebody gives a right', null, asked, ['NO_GRANT']],
    ['it begins', right({ term: period(8, 20) }), asked, ['STARTS_LATER']],
    ['it is prolonged', right({ term: period(1, 5) }), asked, ['TERM_TOO_SHORT']],
    ['the purpose is said', right({ businesses: ['culture'] }), asked, ['SAY_WHAT_FOR']],
    [
      'the purpose is another',
      right({ businesses: ['culture'] }),
      { ...asked, business: 'education' as const },
      ['OTHER_PURPOSE'],
    ],
    [
      'another day, in a longer term',
      right({ term: period(1, 5), times: { weekdays: ['MO'], from: null, until: null } }),
      asked,
      ['TERM_TOO_SHORT', 'OTHER_TIME'],
    ],
    [
      'the month ends',
      right(),
      { ...asked, shortage: { unit: 'hours', of: 8, left: 1, resetsAt: period(31, 31).end } as const },
      ['QUOTA_USED'],
    ],
  ])('%s', (_name, nearest, question, expected) => {
    expect(codes(explainRefusal(nearest, question))).toEqual(expected);
  });
});
