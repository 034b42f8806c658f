import { describe, expect, it } from '@jest/globals';
import {
  boardFilterOf,
  type DisclosureItem,
  disclosureYearOf,
  itemContentOf,
  itemValuesOf,
  periodWordsOf,
  writePathOf,
} from './disclosure.model.js';

const item = {
  unionId: 'u1',
  title: 'Training funds',
  owedBy: 'enterprise',
  department: 'HR',
  basis: 'The rule',
  rhythm: 'quarterly',
  firstDueOn: '2026-03-31',
} as unknown as DisclosureItem;

describe('the words of a period', () => {
  it.each([
    ['2026', 'year', ''],
    ['2026-H1', 'firstHalf', 'H1'],
    ['2026-H2', 'secondHalf', 'H2'],
    ['2026-Q3', 'quarter', '3'],
    ['2026-07', 'month', '7'],
  ])('%s', (period, key, part) => {
    expect(periodWordsOf(period)).toEqual({ key, year: '2026', part });
  });
});

describe('the filters of the pages', () => {
  it('are read from the address: a year that is counted, and what is shown', () => {
    const of = (search: string) => disclosureYearOf(new URLSearchParams(search), 2026);
    expect([of(''), of('year=2025'), of('year=1999')]).toEqual(['2026', '2025', '2026']);
    expect(boardFilterOf(new URLSearchParams('only=missing'))).toBe('missing');
    expect(boardFilterOf(new URLSearchParams('only=all'))).toBeUndefined();
  });
});

describe('what is sent of an item', () => {
  it('is what was read, with a department where the enterprise owes it alone', () => {
    const values = itemValuesOf(item);
    expect(itemContentOf(values)).toMatchObject({ title: 'Training funds', department: 'HR' });
    expect(itemContentOf({ ...values, owedBy: 'union' }).department).toBeNull();
    expect(itemContentOf({ ...values, department: ' ' }).department).toBeNull();
  });

  it('leads to a bulletin of the right union, kind and title', () => {
    expect(writePathOf(item, ' (2026)')).toBe(
      '/bulletins/new?unionId=u1&kind=disclosure&title=Training+funds+%282026%29',
    );
  });
});
