import { expect, it } from '@jest/globals';
import { alikeBut, capacityChange, capacityOf } from './pool.model.js';

const seats = { capacity: 20, confirmed: 10, held: 2, free: 8, over: 0, waiting: 0, waitingParties: 0 };

it.each([
  [20, 0, { kind: 'same', heads: 0 }],
  [25, 0, { kind: 'raise', heads: 5 }],
  [15, 0, { kind: 'lower', heads: 5 }],
  [12, 0, { kind: 'lower', heads: 8 }], // 10 confirmed + 2 held still fit
  [9, 0, { kind: 'lowerMoves', heads: 3 }], // 12 − 9
  [25, 30, { kind: 'raiseServes', heads: 13 }], // 25 − 12
  [25, 4, { kind: 'raiseServes', heads: 4 }],
])('says what %d seats mean where %d wait', (capacity, waiting, change) => {
  expect(capacityChange({ ...seats, waiting }, capacity)).toEqual(change);
});

it.each([
  ['12', 12],
  [' 0 ', 0],
  ['1000001', null],
  ['-1', null],
  ['1.5', null],
  ['', null],
])('reads %j as %p seats', (text, capacity) => {
  expect(capacityOf(text)).toBe(capacity);
});

it('finds the pools that ask the same of people, in whatever order sizes were ticked', () => {
  const women = { sex: 'female', sizeClasses: [] } as const;
  const small = { sex: null, sizeClasses: ['small' as const, 'micro' as const] };
  const all = { sex: null, sizeClasses: [] };
  const pools = [women, small, all].map((one) => ({ ...one, sizeClasses: [...one.sizeClasses] }));
  const asked = { sex: null, sizeClasses: ['micro', 'small'] } as const;
  expect(alikeBut(pools, asked)).toEqual([small]);
  expect(alikeBut(pools, { sex: null, sizeClasses: ['small'] })).toEqual([]);
  expect(alikeBut(pools, { sex: null, sizeClasses: [] })).toEqual([all]);
});
