import { expect, it } from '@jest/globals';
import { awaitsOfYears } from './disclosure-awaits.model.js';

const union = { id: 'a', name: '工会A' };

it.each([
  [[], []],
  [[2025], ['工会A 2025']],
  [
    [2024, 2025],
    ['工会A 2024', '工会A 2025'],
  ],
])('each year that is not disclosed waits for who discloses it: %j', (years, titles) => {
  const awaits = awaitsOfYears(union, years, { roles: ['officer'] });
  expect(awaits.map(({ title }) => title)).toEqual(titles);
  expect(awaits.map(({ slot }) => slot)).toEqual(years.map(String));
  for (const { kind, offices } of awaits)
    expect({ kind, offices }).toMatchObject({
      kind: 'disclosureDue',
      offices: { roles: ['officer'], unionIds: ['a'], isNearest: true },
    });
});
