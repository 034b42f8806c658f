import { describe, expect, it } from '@jest/globals';
import { likeness, type LineToMatch, matchOf, type OpenSide, reasonText } from './match.model.js';

const line: LineToMatch = {
  direction: 'out',
  amountFen: 150_000n,
  bookedOn: '2026-11-25',
  counterparty: '绿园物业有限公司工会委员会',
  summary: '划拨',
  serial: 'ICBC0001',
};
const side: OpenSide = {
  confirms: 'sent',
  amountFen: 150_000n,
  counterparty: '绿园物业有限公司工会委员会',
  since: '2026-11-20',
  reference: null,
};

describe('how well a line fits a payment', () => {
  it.each<readonly [string, Partial<LineToMatch>, Partial<OpenSide>, number]>([
    ['the same name, five days later', {}, {}, 50 + 30 + 10],
    ['the number of the other side as well', {}, { reference: 'ICBC0001' }, 50 + 30 + 10 + 10],
    ['that number in its words', { serial: null, summary: '轧差 ICBC0001' }, { reference: 'ICBC0001' }, 100],
    // What nearly all are called is left out: 绿园物业 and 绿园物业, which are alike, and not the same.
    ['the company of the union', { counterparty: '绿园物业有限公司' }, {}, 50 + 27 + 10],
    ['another name', { counterparty: '恒达机械' }, {}, 50 + 0 + 10],
    // 45 of the 75 days from the fifteenth to the ninetieth are left: 10 × 45/75 = 6.
    ['45 days later', { bookedOn: '2027-01-04' }, {}, 50 + 30 + 6],
    ['half a year later', { bookedOn: '2027-05-20' }, {}, 50 + 30 + 0],
    ['the day before there was anything to pay', { bookedOn: '2026-11-19' }, {}, 50 + 30 + 0],
  ])('%s', (_what, other, otherSide, score) => {
    expect(matchOf({ ...line, ...other }, { ...side, ...otherSide })?.score).toBe(score);
  });

  it.each<readonly [string, Partial<LineToMatch>]>([
    ['a fen less, as a transfer is paid whole', { amountFen: 149_999n }],
    ['the other direction', { direction: 'in' }],
  ])('not at all with %s', (_what, other) => {
    expect(matchOf({ ...line, ...other }, side)).toBeNull();
  });

  it('is said in words', () => {
    const match = matchOf({ ...line, counterparty: '绿园物业有限公司' }, side);
    expect(match?.reasons.map((one) => reasonText(one, 'zh-CN'))).toEqual([
      '金额相同（50）',
      '户名相似 90%（27）',
      '轧差确认后 5 天（10）',
    ]);
    expect(match?.reasons.map((one) => reasonText(one, 'en'))).toEqual([
      'Same amount (50)',
      'Name alike by 90 % (27)',
      '5 days after the run was confirmed (10)',
    ]);
  });
});

describe('how alike two names are', () => {
  it.each([
    ['绿园物业', '绿园物业', 1],
    ['绿园 物业（工会）', '绿园物业工会', 1],
    // 绿园 园物 物业 and 绿园 园林: one pair of three and two is common, 2/5.
    ['绿园物业', '绿园林', 0.4],
    ['绿园物业', '恒达机械', 0],
    ['', '绿园', 0],
    ['工会', '工会委员会', 0],
  ])('%s and %s', (one, other, expected) => {
    expect(likeness(one, other)).toBeCloseTo(expected, 5);
    expect(likeness(other, one)).toBeCloseTo(expected, 5);
  });
});
