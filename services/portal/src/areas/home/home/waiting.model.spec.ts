import { describe, expect, it } from '@jest/globals';
import type { components } from '../../../api/schema.js';
import {
  byDeadline,
  inOrder,
  ofConfirmations,
  ofDamages,
  ofDisputes,
  ofEfficacySurveys,
  ofHandovers,
  ofIntake,
  ofLoanRequests,
  ofMyLoans,
  ofPayments,
  ofPendingChanges,
  ofQuestions,
  ofRegistrations,
  type Waiting,
} from './waiting.model.js';

type Views = components['schemas'];

const now = new Date('2026-11-20T12:00:00Z');
const registration = {
  id: 'r',
  activityId: 'a',
  activityTitle: 'Badminton',
  startsAt: '2026-11-21T01:00:00Z',
  endsAt: '2026-11-21T09:00:00Z',
  state: 'confirmed',
  heads: 2,
  waitlistPlace: null,
} as Views['MyRegistrationView'];
const loan = {
  id: 'l',
  resourceTitle: 'Hall',
  borrowerUnionName: 'Books',
  state: 'requested',
  decideBy: '2026-11-23T00:00:00Z',
  startsAt: '2026-12-01T00:00:00Z',
  endsAt: '2026-12-02T00:00:00Z',
  overdue: false,
} as Views['LoanView'];
const payment = {
  id: 'p',
  payer: { kind: 'union', id: 'b', name: 'Books' },
  payee: { kind: 'union', id: 'm', name: 'Moulds' },
  amount: { amount: '100', currency: 'CNY' },
  sentAt: null,
  createdAt: '2026-11-19T00:00:00Z',
  mayConfirm: ['sent'],
} as unknown as Views['PaymentView'];

describe('registrations', () => {
  it.each([
    [{}, { key: 'confirmed', count: 2 }],
    [{ state: 'held' }, { key: 'held', count: 2 }],
    [
      { state: 'waitlisted', waitlistPlace: 3 },
      { key: 'waitlisted', place: 3 },
    ],
    [{ state: 'cancelled' }, undefined],
    [{ state: 'expired' }, undefined],
    [{ endsAt: '2026-11-20T11:00:00Z' }, undefined], // over
    [{ startsAt: '2026-11-20T11:00:00Z' }, { key: 'confirmed', count: 2 }], // in progress: they may stand at the door
  ])('%j: %j', (changed, note) => {
    const view = { ...registration, ...changed } as Views['MyRegistrationView'];
    expect(ofRegistrations([view], now)[0]?.note).toEqual(note);
  });
});

it('an offered seat waits until its offer runs out', () => {
  const offerExpiresAt = '2026-11-20T13:00:00Z';
  const view = { ...registration, state: 'held', offerExpiresAt } as Views['MyRegistrationView'];
  expect(ofRegistrations([view], now)[0]?.deadline).toEqual({ kind: 'answerBy', at: offerExpiresAt });
});

describe('loans', () => {
  it.each([
    ['requested', { kind: 'decideBy', at: loan.decideBy }],
    ['approved', { kind: 'starts', at: loan.startsAt }],
    ['handedOver', { kind: 'returnBy', at: loan.endsAt }],
  ] as const)('%s: what comes next by when', (state, deadline) => {
    expect(ofMyLoans([{ ...loan, state }])[0]?.deadline).toEqual(deadline);
  });

  it('that are over wait for nothing', () => {
    const states = ['refused', 'returned', 'cancelled'] as const;
    expect(ofMyLoans(states.map((state) => ({ ...loan, state })))).toEqual([]);
  });

  it('that others ask for name who asks', () => {
    expect(ofLoanRequests([loan])[0]?.note).toEqual({ key: 'requested', union: 'Books' });
  });
});

it.each([
  // what there is to do about it now: to accept, to bring back
  ['a seat on offer', ofRegistrations([{ ...registration, state: 'held' }], now), false],
  ['a seat that is mine', ofRegistrations([registration], now), true],
  ['a place in the line', ofRegistrations([{ ...registration, state: 'waitlisted' }], now), true],
  ['a loan that the owner is to decide', ofMyLoans([loan]), true],
  ['a loan that is agreed', ofMyLoans([{ ...loan, state: 'approved' }]), true],
  ['a loan that is out', ofMyLoans([{ ...loan, state: 'handedOver' }]), false],
])('%s lies ahead, with nothing to do: %s', (_what, [waiting], isAhead) => {
  expect(waiting?.isAhead === true).toBe(isAhead);
});

it.each([
  ['owner', 'back', 'takenBack'],
  ['owner', 'out', 'handedOut'],
  ['borrower', 'back', 'givenBack'],
  ['borrower', 'out', 'fetched'],
] as const)(
  'what the %s says went %s waits for the other side until it is assumed',
  (recordedBy, direction, key) => {
    const view = {
      id: 'h',
      loanId: 'l',
      resourceTitle: 'Microphones',
      direction,
      recordedBy,
      unionName: 'Moulds',
      answerBy: '2026-11-24T00:00:00Z',
    } as Views['WaitingHandoverView'];
    expect(ofHandovers([view])).toMatchObject([
      {
        to: '/loans/l',
        title: 'Microphones',
        note: { key, union: 'Moulds' },
        deadline: { kind: 'assumedBy', at: '2026-11-24T00:00:00Z' },
      },
    ]);
  },
);

it('a damage is what the borrower would owe, with the amount, who asks and until when', () => {
  const view = {
    id: 'd',
    loanId: 'l',
    resourceTitle: 'Microphones',
    note: 'dented',
    amount: { amount: '12000', currency: 'CNY' },
    ownerUnionName: 'Moulds',
    borrowerUnionName: 'Books',
    answerBy: '2026-12-06T00:00:00Z',
    toDecide: false,
  } as Views['WaitingDamageView'];
  expect(ofDamages([{ ...view, toDecide: true }])).toMatchObject([
    { note: { key: 'damageToDecide', party: 'Books', owner: 'Moulds' }, deadline: null },
  ]);
  expect(ofDamages([view])).toMatchObject([
    {
      to: '/loans/l',
      money: { amount: '12000' },
      note: { key: 'damage', party: 'Books', owner: 'Moulds' },
      deadline: { kind: 'answerBy', at: '2026-12-06T00:00:00Z' },
    },
  ]);
});

describe('payments', () => {
  it('are named by the other side, and say since when', () => {
    expect(ofPayments([payment])[0]).toMatchObject({
      to: '/payments?view=toSend',
      title: 'Moulds',
      note: { key: 'send' },
    });
    const sent = { ...payment, sentAt: '2026-11-20T00:00:00Z', mayConfirm: ['received' as const] };
    expect(ofPayments([sent])[0]).toMatchObject({
      to: '/payments?view=toReceive',
      title: 'Books',
      note: { key: 'receive' },
      deadline: { kind: 'since', at: sent.sentAt },
    });
  });
});

it.each([
  // owes, is owed: what is shown, and which way it goes
  ['4000', '0', '4000', 'owes'],
  ['0', '8000', '8000', 'owed'],
])(
  'a share that owes %s and is owed %s is asked for by its deadline, with %s: %s',
  (owes, owed, amount, key) => {
    const share = {
      id: 'c',
      title: 'Sports day',
      party: { name: 'Books' },
      confirmBy: '2026-11-27T00:00:00Z',
    };
    const view = {
      ...share,
      owes: { amount: owes },
      owed: { amount: owed },
    } as Views['ConfirmationSummaryView'];
    expect(ofConfirmations([view])).toMatchObject([
      {
        to: '/confirmations/c',
        money: { amount },
        note: { key, party: 'Books' },
        deadline: { kind: 'answerBy', at: '2026-11-27T00:00:00Z' },
      },
    ]);
  },
);

it.each([
  [false, { kind: 'answerBy', at: '2026-11-27T00:00:00Z' }],
  [true, { kind: 'since', at: '2026-11-22T00:00:00Z' }],
])('a dispute that the reader decides (%s) has the deadline %j', (mayDismiss, deadline) => {
  const dispute = {
    id: 'd',
    title: 'Sports day',
    party: { name: 'Books' },
    owes: { amount: '1' },
    owed: { amount: '0' },
    talkUntil: '2026-11-27T00:00:00Z',
    referredAt: '2026-11-22T00:00:00Z',
    mayDismiss,
  } as Views['DisputeView'];
  expect(ofDisputes([dispute])).toMatchObject([{ to: '/disputes/d', note: { key: 'dispute' }, deadline }]);
});

it('shortens what somebody wrote by whole characters, rare ones too', () => {
  const entry = {
    id: 'i',
    kind: 'complaint',
    text: '𠮷'.repeat(70),
    dueAt: '',
  } as Views['IntakeSummaryView'];
  expect(ofIntake([entry])[0]?.title).toBe(`${'𠮷'.repeat(59)}…`);
  expect(ofIntake([{ ...entry, text: ' a\n b ' }])[0]?.title).toBe('a b');
});

it('says what waits for the union above, and who proposed it', () => {
  const view = {
    id: 'change',
    kind: 'role',
    unionName: '江城重工工会',
    subjectName: '张*',
    proposerName: '李*',
    proposedAt: '2026-11-20T01:00:00Z',
  } as Parameters<typeof ofPendingChanges>[0][number];
  expect(ofPendingChanges([view, { ...view, kind: 'union' }])).toMatchObject([
    { to: '/pending-changes', title: '张* · 江城重工工会', note: { key: 'pendingChange', name: '李*' } },
    { title: '江城重工工会' },
  ]);
});

describe('the order', () => {
  const waiting = (id: string, at: string | null): Waiting => ({
    id,
    to: '/',
    title: id,
    note: { key: 'survey' },
    money: null,
    isOverdue: false,
    deadline: at === null ? null : { kind: 'closes', at },
  });
  const late = waiting('late', '2026-12-01T00:00:00Z');
  const soon = waiting('soon', '2026-11-21T00:00:00Z');
  const never = waiting('never', null);

  it('of things is that of their deadlines, and what has none is last', () => {
    expect(byDeadline([never, late, soon]).map(({ id }) => id)).toEqual(['soon', 'late', 'never']);
  });

  it('of cards is that of their earliest thing', () => {
    const cards = [{ items: [never] }, { items: [] }, { items: [late] }, { items: [late, soon] }];
    expect(inOrder(cards)).toEqual([
      { items: [late, soon] },
      { items: [late] },
      { items: [never] },
      { items: [] },
    ]);
  });

  it('of cards does not change as long as one is on its way', () => {
    const cards = [{ items: undefined }, { items: [late] }, { items: [soon] }];
    expect(inOrder(cards)).toEqual(cards);
  });
});

it('a question waits since it was asked, and is answered at its activity', () => {
  const question = {
    id: 'q',
    activityId: 'a',
    activityTitle: 'Badminton',
    text: 'May I\nbring a friend?',
    createdAt: '2026-11-20T09:00:00Z',
  };
  expect(ofQuestions([question])).toMatchObject([
    {
      to: '/activities/a',
      title: 'Badminton',
      note: { key: 'question', text: 'May I bring a friend?' },
      deadline: { kind: 'since', at: '2026-11-20T09:00:00Z' },
    },
  ]);
});

it('waits for what a party of mine has not answered, and no more for what it has', () => {
  const invitation = {
    kind: 'union',
    manner: null,
    efficacySurveyId: 's',
    name: '第四季度',
    answeringUnion: '工会A',
    from: '2026-10-01',
    to: '2026-12-31',
    closesAt: '2026-12-31T10:00:00Z',
    pool: null,
  } as const;
  const party = { kind: 'union', id: 'u', name: '工会A' } as const;
  const waiting = ofEfficacySurveys([
    { ...invitation, id: 'open', party, answered: false },
    { ...invitation, id: 'done', party, answered: true, manner: 'pooled' },
  ]);
  expect(waiting).toMatchObject([
    {
      id: 'open',
      to: '/efficacy-surveys/s/answer',
      note: { key: 'efficacySurvey', party: '工会A', role: 'union' },
    },
  ]);
});
