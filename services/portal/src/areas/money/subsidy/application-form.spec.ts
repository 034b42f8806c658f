import { describe, expect, it } from '@jest/globals';
import { applicationOf, valuesOf } from './application-form.js';
import type { Application } from './subsidy.model.js';

const cny = (amount: string) => ({ amount, currency: 'CNY' as const });
const file = { name: '方案.pdf', sha256: 'a'.repeat(64) };
const terms = {
  title: '健步走',
  plan: '约120人',
  useUntil: '2026-12-31',
  activityId: 'a1',
  requested: cny('150000'),
  planned: cny('300050'),
  files: [{ ...file, fileKey: 'k' }],
};

describe('the form of an application', () => {
  it('gives back what it was given', () => {
    expect(applicationOf(valuesOf(terms as unknown as Application))).toEqual(terms);
  });

  it('is for no activity where none is chosen, and is not sent without its amounts', () => {
    const values = { title: ' 健步走 ', plan: 'x', useUntil: '2026-12-31', requested: '1', planned: '2' };
    expect(applicationOf(values)).toEqual({
      title: '健步走',
      plan: 'x',
      useUntil: '2026-12-31',
      requested: cny('100'),
      planned: cny('200'),
      files: [],
    });
    expect(applicationOf({ ...values, planned: '' })).toBeNull();
  });
});
