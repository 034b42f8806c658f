import type { Await } from '@gongxiang/messaging/events';
import { type Whom, without } from '../../reference/whom.model.js';
import type { DamageRow } from '../loan-damage/loan-damage.entity.js';
import type { ExtensionRequestRow } from '../loan/extension-request.entity.js';
import type { LoanRow } from '../loan/loan.entity.js';
import type { HandoverRow } from '../handover/handover.entity.js';

/** A loan with all about it that somebody may have to answer. */
export interface LoanToAnswer {
  readonly loan: LoanRow;
  /** What is lent, as others are told. */
  readonly title: string | null;
  readonly borrowerName: string;
  /** Who decides for the owner; who borrows; who answers for the borrower's money; who settles a dispute, if there is one. */
  readonly owner: Whom;
  readonly borrower: Whom;
  readonly payer: Whom;
  readonly decider: Whom | null;
  readonly extension: ExtensionRequestRow | null;
  readonly handovers: readonly HandoverRow[];
  readonly damages: readonly DamageRow[];
  readonly now: Date;
}

/** Everything that a loan waits for at the moment. */
export function awaitsOfLoan(facts: LoanToAnswer): Await[] {
  return [
    ...requested(facts),
    ...extension(facts),
    ...facts.handovers.flatMap((row) => handover(facts, row)),
    ...facts.damages.flatMap((row) => damage(facts, row)),
  ];
}

function requested({ loan, title, owner, borrowerName }: LoanToAnswer): Await[] {
  if (loan.state !== 'requested') return [];
  return [
    {
      ...owner,
      kind: 'loanRequested',
      why: 'lends',
      about: { loanId: loan.id },
      title,
      values: { partyName: borrowerName, startsAt: loan.startsAt.toISOString() },
      // Asked again about another time, it is another request.
      slot: String(loan.requestedAt?.getTime() ?? ''),
      dueAt: loan.decideBy,
      linkVersion: isFree(loan) ? loan.version : null,
    },
  ];
}

function isFree({ feeFen, depositFen, priceText }: LoanRow): boolean {
  return feeFen === null && depositFen === null && priceText === null;
}

function extension({ loan, title, owner, extension: row }: LoanToAnswer): Await[] {
  if (row === null) return [];
  return [
    {
      ...owner,
      kind: 'extensionAsked',
      why: 'lends',
      about: { loanId: loan.id },
      title,
      values: { at: row.endsAt.toISOString(), reason: row.reason },
      slot: row.id,
      dueAt: row.decideBy,
    },
  ];
}

function handover({ loan, title, owner, borrower }: LoanToAnswer, row: HandoverRow): Await[] {
  if (row.state !== 'waiting') return [];
  const isForBorrower = row.recordedSide === 'owner';
  return [
    {
      ...(isForBorrower ? borrower : owner),
      kind: 'handoverWaiting',
      why: isForBorrower ? 'borrows' : 'lends',
      about: { loanId: loan.id },
      title,
      values: { at: row.answerBy.toISOString() },
      slot: row.id,
      dueAt: row.answerBy,
    },
  ];
}

/** Whoever has claimed it does not answer it; whoever has claimed or disputed it does not decide on it. */
function damage(facts: LoanToAnswer, row: DamageRow): Await[] {
  if (row.state === 'claimed') {
    return facts.now < row.answerBy ? [claimed(facts, row)] : [claimed(facts, row), ...referred(facts, row)];
  }
  return row.state === 'disputed' ? referred(facts, row) : [];
}

function claimed({ loan, title, payer }: LoanToAnswer, row: DamageRow): Await {
  const { id: slot, note: reason, answerBy: dueAt, amountFen } = row;
  return {
    ...without(payer, [row.claimedBy]),
    kind: 'damageClaimed',
    why: 'borrows',
    about: { loanId: loan.id },
    title,
    values: { reason, at: dueAt.toISOString(), fen: String(amountFen), direction: 'owes' },
    slot,
    dueAt,
  };
}

function referred({ loan, title, decider }: LoanToAnswer, row: DamageRow): Await[] {
  if (decider === null) return [];
  const answer = row.state === 'claimed' ? 'none' : null;
  return [
    {
      ...without(decider, [row.claimedBy, row.answeredBy]),
      kind: 'damageReferred',
      why: 'decidesDamage',
      about: { loanId: loan.id },
      title,
      values: { reason: row.objection, fen: String(row.amountFen), answer },
      slot: row.id,
    },
  ];
}

/** When it will wait for more than it does now without anybody's doing; null if that is not to be expected. */
export function nextLookAt(damages: readonly DamageRow[], now: Date): Date | null {
  const open = damages.filter(({ state, answerBy }) => state === 'claimed' && answerBy > now);
  return open.reduce<Date | null>(
    (first, { answerBy }) => (first === null || answerBy < first ? answerBy : first),
    null,
  );
}
