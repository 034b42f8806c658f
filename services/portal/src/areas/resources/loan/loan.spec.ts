import { describe, expect, it } from '@jest/globals';
import { actsOf, addressOf, groupsOf, groupOf, historyOf, type Loan, searchOf } from './loan.js';

/** Nine in the morning in Shanghai. */
const now = Date.parse('2026-11-20T01:00:00Z');

function loan(more: Partial<Loan>): Loan {
  return {
    id: 'l',
    version: 1,
    resourceId: 'r',
    resourceTitle: 'Hall',
    ownerUnionId: 'o',
    ownerUnionName: 'O',
    borrowerUnionId: 'b',
    borrowerUnionName: 'B',
    requestedBy: 'p',
    state: 'approved',
    purpose: 'x',
    startsAt: '2026-11-20T02:00:00Z',
    endsAt: '2026-11-20T04:00:00Z',
    activityId: null,
    needId: null,
    right: 'grant',
    grantId: 'g',
    decideBy: null,
    reasonCode: null,
    reason: null,
    overrideReason: null,
    handedOverAt: null,
    returnedAt: null,
    overdue: false,
    createdAt: '2026-11-19T00:00:00Z',
    requesterLeft: false,
    ...more,
  } as Loan;
}

describe('the heap on which a loan lies', () => {
  it.each([
    { state: 'requested', heap: 'waiting' },
    { state: 'approved', startsAt: '2026-11-20T15:59:00Z', heap: 'today' },
    { state: 'approved', startsAt: '2026-11-20T16:00:00Z', heap: 'later' },
    { state: 'approved', startsAt: '2026-11-18T00:00:00Z', heap: 'today' },
    { state: 'handedOver', heap: 'out' },
    { state: 'handedOver', overdue: true, heap: 'overdue' },
    { state: 'returned', heap: null },
    { state: 'refused', heap: null },
    { state: 'cancelled', heap: null },
    { state: 'returned', closedAt: null, heap: 'unsettled' },
    { state: 'returned', closedAt: '2026-11-19T00:00:00Z', heap: null },
  ] as const)('$state $startsAt → $heap', ({ heap, ...more }) => {
    expect(groupOf(loan(more), now)).toBe(heap);
  });

  it('E63: what is overdue comes first, the most urgent of each heap too', () => {
    const desk = groupsOf(
      [
        loan({ id: 'late', state: 'requested', decideBy: '2026-11-22T00:00:00Z' }),
        loan({ id: 'soon', state: 'requested', decideBy: '2026-11-21T00:00:00Z' }),
        loan({ id: 'missing', state: 'handedOver', overdue: true }),
        loan({ id: 'over', state: 'returned' }),
      ],
      now,
    );
    expect(desk.map(({ group, loans }) => [group, loans.map(({ id }) => id)])).toEqual([
      ['overdue', ['missing']],
      ['waiting', ['soon', 'late']],
    ]);
  });
});

describe('what may be done', () => {
  const owner = { isOwner: true, isBorrower: false };
  const borrower = { isOwner: false, isBorrower: true };
  const past = '2026-11-20T00:00:00Z';
  it.each([
    { state: 'requested', sides: owner, acts: ['approve', 'refuse'] },
    { state: 'requested', sides: borrower, acts: ['cancel'] },
    { state: 'approved', sides: owner, acts: ['handOver', 'extend', 'cancel'] },
    { state: 'approved', sides: owner, endsAt: past, acts: ['cancel'] },
    { state: 'approved', sides: borrower, acts: ['extend', 'cancel'] },
    { state: 'handedOver', sides: owner, acts: ['giveBack', 'extend'] },
    { state: 'handedOver', sides: owner, endsAt: past, acts: ['giveBack'] },
    { state: 'handedOver', sides: borrower, endsAt: past, acts: [] },
    { state: 'returned', sides: owner, acts: [] },
    { state: 'approved', sides: { isOwner: false, isBorrower: false }, acts: [] },
    { state: 'approved', sides: { isOwner: true, isBorrower: true }, acts: ['handOver', 'extend', 'cancel'] },
  ] as const)('E47: $state, $sides → $acts', ({ state, sides, acts, ...more }) => {
    expect(actsOf(loan({ state, ...more }), sides, now)).toEqual(acts);
  });
});

describe('the history', () => {
  it.each([
    { more: { state: 'requested' }, names: ['requested', 'waiting'] },
    { more: { state: 'refused', reasonCode: 'DECIDED' }, names: ['requested', 'refused'] },
    { more: { state: 'refused', reasonCode: 'DECISION_DEADLINE' }, names: ['requested', 'expired'] },
    { more: { state: 'cancelled', reasonCode: 'ACTIVITY_CANCELLED' }, names: ['requested', 'calledOff'] },
    { more: { state: 'cancelled' }, names: ['requested', 'cancelled'] },
    { more: { state: 'approved' }, names: ['requested', 'approved', 'handOverDue'] },
    { more: { state: 'handedOver' }, names: ['requested', 'approved', 'handedOver', 'returnDue'] },
    {
      more: { state: 'handedOver', overdue: true },
      names: ['requested', 'approved', 'handedOver', 'overdue'],
    },
    { more: { state: 'returned' }, names: ['requested', 'approved', 'handedOver', 'returned'] },
  ] as const)('of a loan that is $more.state', ({ more, names }) => {
    expect(historyOf(loan(more)).map(({ name }) => name)).toEqual(names);
  });
});

describe('the answer of the owner', () => {
  const at = '2026-11-18T02:00:00Z';
  it.each([
    [
      { state: 'approved', decidedAt: at },
      { at, by: '甲工会' },
    ],
    [
      { state: 'refused', decidedAt: at },
      { at, by: '甲工会' },
    ],
    // Nobody answered.
    [{ state: 'approved', decidedAt: at, reasonCode: 'DECISION_DEADLINE' }, { at }],
    [{ state: 'refused', decidedAt: at, reasonCode: 'DECISION_DEADLINE' }, { at }],
    // Nobody had to.
    [
      { state: 'approved', decidedAt: null, createdAt: '2026-11-17T02:00:00Z' },
      { at: '2026-11-17T02:00:00Z' },
    ],
  ] as const)('of %j has a time, and whose it was', (more, expected) => {
    const { at: when, by } = historyOf(loan({ ownerUnionName: '甲工会', ...more }))[1] ?? {};
    expect({ at: when, ...(by === undefined ? {} : { by }) }).toEqual(expected);
  });
});

describe('the address', () => {
  it.each(['role=owner&state=refused', 'role=borrower'])('keeps “%s”', (search) => {
    expect(searchOf(addressOf(new URLSearchParams(search)))).toBe(search);
  });

  it('shows the borrower’s side where it says nothing that is known', () => {
    expect(addressOf(new URLSearchParams('role=thief&state=lost'))).toEqual({
      role: 'borrower',
      past: undefined,
    });
  });
});
