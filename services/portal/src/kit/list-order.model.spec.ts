import { describe, expect, it } from '@jest/globals';
import { inOrder, nextOrder, orderOf, type OrderValue, wordOf } from './list-order.model.js';

describe('the order of a list', () => {
  it.each([
    ['dueOn', { key: 'dueOn', isDown: false }],
    ['-dueOn', { key: 'dueOn', isDown: true }],
    ['secret', null],
    ['', null],
    [null, null],
  ])('is read from the address: %s', (word, order) => {
    expect(orderOf(word, ['dueOn'])).toEqual(order);
  });

  it('stands in the address as it was read', () => {
    expect(wordOf({ key: 'dueOn', isDown: true })).toBe('-dueOn');
    expect(wordOf({ key: 'dueOn', isDown: false })).toBe('dueOn');
  });

  it('goes up, down and back to that of the platform, press by press', () => {
    const up = nextOrder(null, 'a');
    const down = nextOrder(up, 'a');
    expect([up, down, nextOrder(down, 'a'), nextOrder(down, 'b')]).toEqual([
      { key: 'a', isDown: false },
      { key: 'a', isDown: true },
      null,
      { key: 'b', isDown: false },
    ]);
  });

  it.each<[string, OrderValue[], boolean, OrderValue[]]>([
    ['money by its value', [900n, 10_000n, 25n], false, [25n, 900n, 10_000n]],
    ['what has none last', [2, null, 1], false, [1, 2, null]],
    ['what has none last, also downwards', [2, null, 3], true, [3, 2, null]],
    ['numbers in words by their value', ['第10届', '第9届'], false, ['第9届', '第10届']],
    ['Chinese by its sounds', ['张', '安', '李'], false, ['安', '李', '张']],
  ])('puts %s', (_what, values, isDown, expected) => {
    const rows = values.map((value) => ({ value }));
    const ordered = inOrder(rows, ({ value }) => value, { isDown }, 'zh-CN');
    expect(ordered.map(({ value }) => value)).toEqual(expected);
  });

  it('leaves equal rows as they were, both ways', () => {
    const rows = [
      { id: 1, state: 'b' },
      { id: 2, state: 'a' },
      { id: 3, state: 'b' },
    ];
    const ids = (isDown: boolean): number[] =>
      inOrder(rows, ({ state }) => state, { isDown }, 'en').map(({ id }) => id);
    expect([ids(false), ids(true)]).toEqual([
      [2, 1, 3],
      [1, 3, 2],
    ]);
  });
});
