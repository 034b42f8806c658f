import { describe, expect, it } from '@jest/globals';
import { basisOf, figureOf, filtersOf, searchOf } from './party.model.js';

describe('the filters in the address', () => {
  it('are read, and what is wrong counts as not said', () => {
    expect(filtersOf(new URLSearchParams('kind=club&q= run '))).toEqual({
      kind: 'club',
      q: 'run',
      size: undefined,
    });
    expect(filtersOf(new URLSearchParams('kind=x&size=huge'))).toEqual({
      kind: 'enterprise',
      q: '',
      size: undefined,
    });
  });

  it('leave out the size where it means nothing', () => {
    expect(searchOf({ kind: 'club', q: '', size: 'large' })).toEqual({ kind: 'club' });
    expect(searchOf({ kind: 'enterprise', q: 'a', size: 'large' })).toEqual({
      kind: 'enterprise',
      q: 'a',
      size: 'large',
    });
  });
});

describe('a figure', () => {
  it.each([
    ['', null],
    [undefined, null],
    ['1,200', 1200],
    ['1 200.5', 1200.5],
    ['0', 0],
    ['-1', undefined],
    ['1e3', undefined],
    ['many', undefined],
  ])('%p is %p', (text, figure) => {
    expect(figureOf(text)).toBe(figure);
  });
});

describe('what decided the size', () => {
  it.each([
    [
      'employees 300 >= 300 medium',
      { figure: 'employees', value: 300, isMet: true, bound: 300, size: 'medium' },
    ],
    [
      'revenueWan 90.5 < 100 small',
      { figure: 'revenueWan', value: 90.5, isMet: false, bound: 100, size: 'small' },
    ],
    ['sector other not in table', { figure: null }],
  ])('%s', (line, basis) => {
    expect(basisOf(line)).toEqual(basis);
  });
});
