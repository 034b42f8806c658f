import { describe, expect, it } from '@jest/globals';
import { coHostStates } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { isLive, requireTransition } from './co-host.model.js';

const allowed = new Set([
  'invited → accepted',
  'invited → declined',
  'invited → withdrawn',
  'invited → countered',
  'countered → accepted',
  'countered → declined',
  'countered → withdrawn',
  'accepted → withdrawn',
  'accepted → left',
]);
const everyPair = coHostStates.flatMap((from) =>
  coHostStates.map((to) => ({ from, to, arrow: `${from} → ${to}` })),
);

describe('the life of an invitation', () => {
  it.each(everyPair.filter(({ arrow }) => allowed.has(arrow)))('allows $arrow', ({ from, to }) => {
    expect(() => requireTransition(from, to)).not.toThrow();
  });

  it.each(everyPair.filter(({ arrow }) => !allowed.has(arrow)))('refuses $arrow', ({ from, to }) => {
    expect(() => requireTransition(from, to)).toThrow('ILLEGAL_TRANSITION');
  });

  it('takes part in the draft while it is open or accepted', () => {
    expect(coHostStates.filter((state) => isLive({ state }))).toEqual(['invited', 'countered', 'accepted']);
  });
});
