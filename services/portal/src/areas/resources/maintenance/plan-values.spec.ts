import { describe, expect, it } from '@jest/globals';
import { createOf, editOf, newValues } from './plan-values.js';

describe('a plan as it is typed', () => {
  const typed = { ...newValues(null), title: ' 更换滤网 ', firstOn: '2026-12-31' };

  it('is sent with what was filled in alone', () => {
    expect(createOf(typed)).toEqual({
      title: '更换滤网',
      every: 3,
      unit: 'month',
      firstOn: '2026-12-31',
      byWhom: null,
      blockHours: null,
      blockFrom: '09:00',
    });
  });

  it('has no first day where loans are counted', () => {
    expect(createOf({ ...typed, unit: 'loan' })).not.toHaveProperty('firstOn');
  });

  it('is about the piece from which one came', () => {
    expect(createOf({ ...typed, ...newValues('0192') })).toMatchObject({ pieceId: '0192' });
  });

  it('gives up its time out of service where the hours are emptied', () => {
    expect(editOf({ ...typed, blockHours: '' })).toMatchObject({ blockHours: null });
    expect(editOf({ ...typed, blockHours: '4' })).toMatchObject({ blockHours: 4 });
  });
});
