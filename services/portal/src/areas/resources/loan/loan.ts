import type { components } from '../../../api/schema.js';
import { instantOf, localTimeOf } from '../../../i18n/format.js';

export type Loan = components['schemas']['LoanView'];
type LoanState = Loan['state'];

export const roles = ['borrower', 'owner'] as const;
/** The side of a loan from which the list is read. */
export type Role = (typeof roles)[number];

/** Loans that are over have a list of their own. */
export const pastStates = ['returned', 'refused', 'cancelled'] as const satisfies LoanState[];
export type PastState = (typeof pastStates)[number];

export interface LoanAddress {
  readonly role: Role;
  /** undefined: the loans that are not over. */
  readonly past: PastState | undefined;
}

export function addressOf(search: URLSearchParams): LoanAddress {
  return {
    role: roles.find((one) => one === search.get('role')) ?? 'borrower',
    past: pastStates.find((one) => one === search.get('state')),
  };
}

export function searchOf({ role, past }: LoanAddress): string {
  return new URLSearchParams({ role, ...(past === undefined ? {} : { state: past }) }).toString();
}

/** The groups of the list, the most urgent first. */
const groups = ['overdue', 'waiting', 'today', 'out', 'unsettled', 'later'] as const;
type Group = (typeof groups)[number];

const dayMs = 86_400_000;

/** The group of a loan; null for one that is over. */
export function groupOf({ state, overdue, startsAt, closedAt }: Loan, now: number): Group | null {
  if (state === 'requested') return 'waiting';
  if (state === 'handedOver') return overdue ? 'overdue' : 'out';
  if (state === 'returned') return closedAt === null ? 'unsettled' : null;
  if (state !== 'approved') return null;
  return Date.parse(startsAt) < endOfDay(now) ? 'today' : 'later';
}

function endOfDay(now: number): number {
  const day = localTimeOf(new Date(now).toISOString()).slice(0, 10);
  return Date.parse(instantOf(`${day}T00:00`)) + dayMs;
}

/** Each group with its loans, the most urgent first; empty groups are left out. */
export function groupsOf(loans: readonly Loan[], now: number): { group: Group; loans: Loan[] }[] {
  const urgency = (group: Group) => (loan: Loan) =>
    Date.parse(
      group === 'waiting'
        ? (loan.decideBy ?? loan.startsAt)
        : group === 'out' || group === 'overdue' || group === 'unsettled'
          ? loan.endsAt
          : loan.startsAt,
    );
  return groups
    .map((group) => {
      const at = urgency(group);
      const found = loans.filter((loan) => groupOf(loan, now) === group);
      return { group, loans: found.sort((left, right) => at(left) - at(right)) };
    })
    .filter(({ loans: found }) => found.length > 0);
}

export interface Sides {
  readonly isOwner: boolean;
  readonly isBorrower: boolean;
  /** By acting for the party in whose name its union borrows, and not for that union. */
  readonly isForParty?: boolean;
}

const acts = ['approve', 'refuse', 'handOver', 'giveBack', 'extend', 'cancel'] as const;
export type Act = (typeof acts)[number];

/** The acts that the state of a loan leaves to a person on these sides, as far as the page can know. */
export function actsOf({ state, endsAt }: Pick<Loan, 'state' | 'endsAt'>, sides: Sides, now: number): Act[] {
  const isOver = Date.parse(endsAt) <= now;
  const byOwner: Readonly<Partial<Record<LoanState, readonly Act[]>>> = {
    requested: ['approve', 'refuse'],
    approved: isOver ? ['cancel'] : ['handOver', 'extend', 'cancel'],
    handedOver: isOver ? ['giveBack'] : ['giveBack', 'extend'],
  };
  const byBorrower: Readonly<Partial<Record<LoanState, readonly Act[]>>> = {
    requested: ['cancel'],
    approved: isOver ? ['cancel'] : ['extend', 'cancel'],
    handedOver: isOver ? [] : ['extend'],
  };
  const may = new Set([
    ...((sides.isOwner && byOwner[state]) || []),
    ...((sides.isBorrower && byBorrower[state]) || []),
  ]);
  return acts.filter((act) => may.has(act));
}

export type StepName =
  | 'requested'
  | 'waiting'
  | 'approved'
  | 'refused'
  | 'expired'
  | 'handOverDue'
  | 'handedOver'
  | 'returnDue'
  | 'overdue'
  | 'returned'
  | 'cancelled'
  | 'calledOff';

/** A step of a loan's history. */
export interface Step {
  readonly name: StepName;
  /** null where the platform has no time of it. */
  readonly at: string | null;
  /** It lies ahead. */
  readonly isComing: boolean;
  /** The side that took it, where the step leaves that open. */
  readonly by?: string;
}

/** The steps so far, and the next one. */
export function historyOf(loan: Loan): Step[] {
  const done = (name: StepName, at: string | null): Step => ({ name, at, isComing: false });
  const coming = (name: StepName, at: string | null): Step => ({ name, at, isComing: true });
  const asked = [done('requested', loan.createdAt)];
  const approved = decided('approved', loan);
  switch (loan.state) {
    case 'requested':
      return [...asked, coming('waiting', loan.decideBy)];
    case 'refused':
      return [...asked, decided(loan.reasonCode === 'DECISION_DEADLINE' ? 'expired' : 'refused', loan)];
    case 'cancelled':
      return [...asked, done(loan.reasonCode === 'ACTIVITY_CANCELLED' ? 'calledOff' : 'cancelled', null)];
    case 'approved':
      return [...asked, approved, coming('handOverDue', loan.startsAt)];
    case 'handedOver': {
      const due = loan.overdue ? done('overdue', loan.endsAt) : coming('returnDue', loan.endsAt);
      return [...asked, approved, done('handedOver', loan.handedOverAt), due];
    }
    case 'returned': {
      const out = done('handedOver', loan.handedOverAt);
      return [...asked, approved, out, done('returned', loan.returnedAt)];
    }
  }
}

/** The owner's answer. Where nobody had to answer, the loan was agreed on as it was asked for. */
function decided(
  name: 'approved' | 'refused' | 'expired',
  { decidedAt, createdAt, reasonCode, ownerUnionName }: Loan,
): Step {
  const at = decidedAt ?? (name === 'approved' ? createdAt : null);
  const isAnswered = decidedAt !== null && reasonCode !== 'DECISION_DEADLINE' && ownerUnionName !== '';
  return { name, at, isComing: false, ...(isAnswered ? { by: ownerUnionName } : {}) };
}
