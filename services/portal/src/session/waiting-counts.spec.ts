import { expect, it } from '@jest/globals';
import { waitingAt } from './waiting-counts.js';

it('counts what waits at the page to which it leads, kinds of one page together', () => {
  const items = [
    { kind: 'loanRequested', link: '/loans/1?from=mail' },
    { kind: 'shareWaiting', link: '/confirmations' },
    { kind: 'loanApproved', link: '/loans/2' },
  ] as const;
  const counts = [
    { kind: 'loanRequested', count: 4 },
    { kind: 'loanApproved', count: 2 },
    { kind: 'shareWaiting', count: 1 },
    { kind: 'notRead', count: 9 },
  ];
  expect([...waitingAt(items as never, counts as never)]).toEqual([
    ['loans', 6],
    ['confirmations', 1],
  ]);
});
