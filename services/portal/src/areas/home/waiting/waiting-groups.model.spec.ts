import { expect, it } from '@jest/globals';
import { groupsOf } from './waiting-groups.model.js';

type Items = Parameters<typeof groupsOf>[0];
type Counts = Parameters<typeof groupsOf>[1];

const items = [
  { id: '1', kind: 'handoverWaiting' },
  { id: '2', kind: 'loanRequested' },
  { id: '3', kind: 'handoverWaiting' },
] as unknown as Items;
const counts = [
  { kind: 'damageClaimed', heading: 'Damage', count: 4 },
  { kind: 'loanRequested', heading: 'Request', count: 1 },
  { kind: 'handoverWaiting', heading: 'Handover', count: 2 },
] as Counts;

it('groups what waits by kind, what is due first at the top, and keeps kinds of which nothing is shown yet', () => {
  const groups = groupsOf(items, counts);
  expect(groups.map(({ kind, count, items: shown }) => [kind, count, shown.map(({ id }) => id)])).toEqual([
    ['handoverWaiting', 2, ['1', '3']],
    ['loanRequested', 1, ['2']],
    ['damageClaimed', 4, []],
  ]);
});

it('is nothing where nothing waits', () => {
  expect(groupsOf([], [])).toEqual([]);
});
