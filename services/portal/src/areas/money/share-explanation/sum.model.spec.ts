import { describe, expect, it } from '@jest/globals';
import { differenceOf } from './sum.model.js';

describe('what a party owes, as a sum', () => {
  it.each([
    // 8,093.97 − 5,200.00 = 2,893.97
    { bears: '520000', paid: '809397', said: '809397 − 520000 = 289397', direction: 'isOwed' },
    // 5,200.00 − 0.00 = 5,200.00
    { bears: '520000', paid: '0', said: '520000 − 0 = 520000', direction: 'owes' },
    { bears: '100', paid: '100', said: '100 − 100 = 0', direction: 'even' },
  ])('$said', ({ bears, paid, said, direction }) => {
    const found = differenceOf({ amount: bears }, { amount: paid });
    expect(`${found.minuend.amount} − ${found.subtrahend.amount} = ${found.rest.amount}`).toBe(said);
    expect(found.direction).toBe(direction);
  });
});
