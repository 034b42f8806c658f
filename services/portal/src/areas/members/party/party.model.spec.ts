import { describe, expect, it } from '@jest/globals';
import { basisOf, figureOf, filtersOf, searchOf } from './party.model.js';

describe('the filters in the address', () => {
  it('are read, and what is wrong counts as not said', () => {
    expect(filtersOf(new URLSearchParams('kind=club&q= run '))).toEqual({
      kind: 'club',
      q: 'run',
      size: undefined,
      closed: false,
    });
    expect(filtersOf(new URLSearchParams('kind=x&size=huge'))).toEqual({
      kind: 'enterprise',
      q: '',
      size: undefined,
      closed: false,
    });
  });

  it('leave out what means nothing', () => {
    expect(searchOf({ kind: 'club', q: '', size: 'large', closed: true })).toEqual({
      kind: 'club',
      closed: 'true',
    });
    expect(searchOf({ kind: 'enterprise', q: 'a', size: 'large', closed: true })).toEqual({
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
