import { describe, expect, it } from '@jest/globals';
import { canonical, changesBetween } from './changes.model.js';

describe('changesBetween', () => {
  const before = { title: '多功能厅', place: null, wants: [{ capacity: 200 }] };
  it.each([
    ['nothing', before, {}],
    ['nothing, though made anew', { ...before, wants: [{ capacity: 200 }] }, {}],
    ['one field', { ...before, title: '报告厅' }, { title: '报告厅' }],
    ['a field that is filled', { ...before, place: '二楼' }, { place: '二楼' }],
    ['a list', { ...before, wants: [{ capacity: 100 }] }, { wants: [{ capacity: 100 }] }],
  ])('%s', (_what, after, changes) => {
    expect(changesBetween<object>(before, after)).toEqual(changes);
  });

  it('a field that is emptied', () => {
    expect(changesBetween<{ place: string | null }>({ place: '二楼' }, { place: null })).toEqual({
      place: null,
    });
  });
});

describe('canonical', () => {
  it.each([
    ['the order of keys', { a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 }, true],
    ['a field that is absent and one that is null', { a: 1 }, { a: 1, b: null, c: undefined }, true],
    ['the order of a list', [1, 2], [2, 1], false],
    ['a value', { a: 1 }, { a: 2 }, false],
  ])('%s', (_what, one, other, isSame) => {
    expect(canonical(one) === canonical(other)).toBe(isSame);
  });
});
