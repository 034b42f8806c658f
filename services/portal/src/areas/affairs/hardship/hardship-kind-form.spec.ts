import { describe, expect, it } from '@jest/globals';
import { bodyOf, standingOf, valuesOf } from './hardship-kind-form.js';

const kind = {
  id: 'a',
  version: 1,
  label: '深度困难职工',
  incomeMax: { amount: '106505', currency: 'CNY' as const },
  source: '8 号文',
  validFrom: '2026-01-01',
  validUntil: null,
  used: false,
};

describe('a row of the table of hardship', () => {
  it('is sent as it is there when nothing is changed, to the fen', () => {
    expect(bodyOf(valuesOf(kind))).toEqual({
      label: '深度困难职工',
      incomeMax: { amount: '106505', currency: 'CNY' },
      source: '8 号文',
      validFrom: '2026-01-01',
      validUntil: null,
    });
  });

  it.each([
    ['', null],
    ['1,065', { amount: '106500', currency: 'CNY' }],
  ])('has %j as its limit', (incomeMax, expected) => {
    expect(bodyOf({ ...valuesOf(kind), incomeMax })?.incomeMax).toEqual(expected);
  });

  it('is not sent with a limit that is no amount', () => {
    expect(bodyOf({ ...valuesOf(kind), incomeMax: '一千' })).toBeNull();
  });

  it.each([
    ['2025-12-31', 'ahead'],
    ['2026-01-01', 'valid'],
    ['2026-06-30', 'valid'],
    ['2026-07-01', 'over'],
  ] as const)('on %s is %s', (today, expected) => {
    expect(standingOf({ validFrom: '2026-01-01', validUntil: '2026-06-30' }, today)).toBe(expected);
  });
});
