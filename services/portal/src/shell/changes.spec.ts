import { describe, expect, it } from '@jest/globals';
import { changesBetween } from './changes.js';

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
