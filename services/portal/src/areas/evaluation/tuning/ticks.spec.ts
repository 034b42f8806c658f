import { expect, it } from '@jest/globals';
import { droppable, requestOf } from './ticks.model.js';

const named = (key: string) => ({ key, name: key.toUpperCase() });

it('lists every indicator once, with why one should go', () => {
  const finding = {
    kind: 'itemWeak',
    keys: ['b'],
    advice: '区分不出',
    text: '区分不出',
    figures: {},
    suggestion: 'drop',
  } as const;
  const report = {
    items: [named('b')] as never,
    drifts: [named('a'), named('b')] as never,
    findings: [{ ...finding, keys: ['b'] }],
  };
  expect(droppable(report)).toEqual([
    { key: 'a', name: 'A', why: null },
    { key: 'b', name: 'B', why: '区分不出' },
  ]);
});

it('sends an indicator that is merged away and ticked, too, once', () => {
  const merges = new Map([['a b', { keep: 'a', drop: 'b', name: ' 合并 ' }]]);
  expect(requestOf(new Set(['b', 'c']), merges)).toEqual({
    drops: ['c'],
    merges: [{ keep: 'a', drop: 'b', name: '合并' }],
  });
});
