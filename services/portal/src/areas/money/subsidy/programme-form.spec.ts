import { describe, expect, it } from '@jest/globals';
import { type ProgrammeValues, startValues, termsOf } from './programme-form.js';

const values: ProgrammeValues = {
  ...startValues,
  title: ' 社区共建 ',
  text: '补助',
  conditions: '专款专用',
  expenseCodes: ['1.2'],
  budget: '10,000',
};
const cny = (amount: string) => ({ amount, currency: 'CNY' });

describe('the form of a programme', () => {
  it('leaves out grades without an amount', () => {
    const grades = [{ name: 'A', amount: '2000' }, { name: 'B' }, undefined];
    expect(termsOf({ ...values, grades })).toMatchObject({
      title: '社区共建',
      budget: cny('1000000'),
      grades: [{ name: 'A', amount: cny('200000') }],
      noticeDays: 5,
      reportDays: 30,
    });
  });

  it('says a percentage and its cap without grades, and when it ends in China', () => {
    const terms = termsOf({ ...values, basis: 'percent', percent: '50', cap: '800', closesAt: '2026-12-31' });
    expect(terms).toMatchObject({ grades: [], percent: '50', cap: cny('80000') });
    expect(terms?.closesAt).toBe('2026-12-31T10:00:00.000Z');
  });

  it.each([{ budget: '' }, { noticeDays: '61' }, { reportDays: 'x' }])('is not sent with %j', (wrong) => {
    expect(termsOf({ ...values, ...wrong })).toBeNull();
  });
});
