import { expect, it } from '@jest/globals';
import { searchOf, withFilter, withoutBlanks } from './filters.model.js';

interface Filters {
  readonly q?: string;
  readonly state?: 'open' | 'closed';
}

it('leaves out what has no value', () => {
  expect(withoutBlanks<Filters>({ q: '', state: undefined })).toEqual({});
  expect(searchOf<Filters>({ q: 'a&b', state: 'open' }).toString()).toBe('q=a%26b&state=open');
  expect(searchOf<Filters>({ q: '' }).toString()).toBe('');
});

it('takes a filter away where it has no value any more', () => {
  expect(withFilter<Filters, 'q'>({ state: 'closed', q: 'a' }, 'q', '')).toEqual({ state: 'closed' });
  expect(withFilter<Filters, 'state'>({}, 'state', 'open')).toEqual({ state: 'open' });
});
