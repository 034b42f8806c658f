import { expect, it } from '@jest/globals';
import { endOf, initialExtension } from './extension.model.js';

it.each([
  [{ count: 10 }, { ends: 'count', count: '15', until: '', except: [] }],
  [{ count: 198 }, { ends: 'count', count: '200', until: '', except: [] }], // E45: no more than that
  [{ count: null }, { ends: 'until', count: '', until: '', except: [] }],
] as const)('proposes five more where a series ends by their number: %j', (rule, form) => {
  expect(initialExtension(rule)).toEqual(form);
});

const form = { ends: 'count', count: '15', until: '2027-06-30', except: ['2027-05-04'] } as const;

it.each([
  [form, { count: 15, except: ['2027-05-04'] }],
  [
    { ...form, ends: 'until' },
    { until: '2027-06-30', except: ['2027-05-04'] },
  ],
  [{ ...form, ends: 'until', until: '' }, null],
  [
    { ...form, count: ' 20 ' },
    { count: 20, except: ['2027-05-04'] },
  ],
  [{ ...form, count: '' }, null],
  [{ ...form, count: '0' }, null],
  [{ ...form, count: '201' }, null],
  [{ ...form, count: '1.5' }, null],
] as const)('asks for the end that was chosen: %j', (chosen, end) => {
  expect(endOf(chosen)).toEqual(end);
});
