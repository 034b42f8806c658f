import { describe, expect, it } from '@jest/globals';
import { actOf, pathOf } from './bookkeeping.model.js';

describe('what was done for another union', () => {
  it.each([
    ['settlement.cost-pool.approve', 'approve'],
    ['settlement.payment.confirm-sent', 'sent'],
    ['settlement.cost-pool.something-new', 'other'],
    ['constructor', 'other'],
  ])('%s is called %s', (action, act) => {
    expect(actOf(action)).toBe(act);
  });

  it.each([
    ['costPool', '/cost-pools/1'],
    ['activity', '/activities/1'],
    ['payment', '/payments'],
  ] as const)('to a %s leads to %s', (kind, path) => {
    expect(pathOf({ kind, aboutId: '1' })).toBe(path);
  });
});
