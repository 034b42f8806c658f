import type { Grant } from './grant/grant-values.js';
import type { Damage, Extension, Handover, Handovers } from './handover/handover.js';
import type { Loan } from './loan/loan.js';

const hourMs = 3_600_000;

/** A moment so many hours from now, on the full minute. */
export function hoursFromNow(hours: number): string {
  const at = Date.now() + hours * hourMs;
  return new Date(at - (at % 60_000)).toISOString();
}

export const loan: Loan = {
  id: 'loan-1',
  version: 4,
  resourceId: 'resource-1',
  resourceTitle: 'Projector',
  ownerUnionId: 'union-owner',
  ownerUnionName: 'Harbour union',
  borrowerUnionId: 'union-borrower',
  borrowerUnionName: 'Mill union',
  requestedBy: 'person-1',
  state: 'requested',
  startsAt: hoursFromNow(24),
  endsAt: hoursFromNow(48),
  purpose: 'A film evening',
  activityId: null,
  needId: null,
  right: 'grant',
  grantId: 'grant-1',
  grantVersion: 1,
  business: null,
  fee: null,
  deposit: null,
  conditionsVersion: null,
  priceText: null,
  decideBy: hoursFromNow(12),
  onSilence: 'refuse',
  reasonCode: null,
  reason: null,
  overrideReason: null,
  handedOverAt: null,
  returnedAt: null,
  closedAt: null,
  heldUntil: null,
  overdue: false,
  createdAt: hoursFromNow(-24),
  quantity: 1,
  requesterLeft: false,
};

export const handover: Handover = {
  id: 'handover-1',
  version: 2,
  loanId: 'loan-1',
  direction: 'back',
  at: hoursFromNow(-1),
  recordedAt: hoursFromNow(-1),
  recordedBy: 'borrower',
  recordedByName: 'Li Na',
  quantity: 1,
  pieces: [],
  grade: 'good',
  condition: null,
  state: 'waiting',
  counts: false,
  answerBy: hoursFromNow(47),
  answeredBy: null,
  answeredByName: null,
  answeredAt: null,
  dispute: null,
  pictures: [],
  mayAnswer: true,
};

export const noHandovers: Handovers = { items: [], outNow: 0, toHandOver: 1 };

export const damage: Damage = {
  id: 'damage-1',
  loanId: 'loan-1',
  version: 3,
  handoverId: 'handover-1',
  note: 'The lens is scratched',
  amount: { amount: '12000', currency: 'CNY' },
  owed: null,
  state: 'claimed',
  claimedAt: hoursFromNow(-1),
  answerBy: '2026-12-01T09:00:00+08:00',
  objection: null,
  reason: null,
  settledAt: null,
  mayAnswer: false,
  mayDecide: false,
  mayWithdraw: false,
};

export const extension: Extension = {
  id: 'extension-1',
  version: 5,
  loanId: 'loan-1',
  endsAt: '2026-12-05T18:00:00+08:00',
  reason: 'The film is long',
  state: 'asked',
  askedAt: hoursFromNow(-1),
  decideBy: '2026-12-01T09:00:00+08:00',
  decidedAt: null,
  refusal: null,
};

export const grant: Grant = {
  id: 'grant-1',
  version: 6,
  resourceId: 'resource-1',
  to: { kind: 'union', unionId: 'union-borrower' },
  from: hoursFromNow(-240),
  until: hoursFromNow(2400),
  approval: 'custodian',
  price: { kind: 'free' },
  businesses: [],
  times: null,
  quota: null,
  decideWithinHours: 48,
  onSilence: 'refuse',
  revokedAt: null,
  revokeReason: null,
  futureLoans: null,
};
