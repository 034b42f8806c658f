import type {
  HandoverDirection,
  HandoverSide,
  HandoverState,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import { DomainError, hourMs } from '@gongxiang/domain';

/** Hours after which an unanswered handover counts as confirmed. */
const handoverAnswerHours = 48;
/** Days after the return in which a side may object; then the loan is closed. */
const objectionDays = 14;

/** The facts of a handover that the rules use. */
export interface Handed {
  readonly direction: HandoverDirection;
  readonly recordedSide: HandoverSide;
  readonly quantity: number;
  readonly state: HandoverState;
  readonly happenedAt: Date;
  /** Piece ids, for labelled things. */
  readonly pieces?: readonly string[];
}

/** How much of a loan is where. */
interface Standing {
  /** With the borrower, according to the handovers that count. */
  readonly outNow: number;
  /** Not handed over yet. */
  readonly toHandOver: number;
}

/**
 * The owner's records count; the borrower's count once the owner, or the deadline, has confirmed them. Handovers are
 * facts of their own, as one state of the whole loan cannot express a partial return (E54).
 */
export function counts({ recordedSide, state }: Pick<Handed, 'recordedSide' | 'state'>): boolean {
  return recordedSide === 'owner' || state === 'confirmed';
}

/** @param quantity of the whole loan */
export function standingOf(handovers: readonly Handed[], quantity: number): Standing {
  const total = (direction: HandoverDirection): number =>
    handovers
      .filter((one) => one.direction === direction && counts(one))
      .reduce((sum, one) => sum + one.quantity, 0);
  return { outNow: total('out') - total('back'), toHandOver: quantity - total('out') };
}

/** A handover as requested, before it is recorded. */
export interface Wish {
  readonly direction: HandoverDirection;
  readonly side: HandoverSide;
  /** Null: all that is left. */
  readonly quantity: number | null;
  /** The ids of the named pieces; absent if none is named. */
  readonly pieces?: readonly string[];
  readonly at: Date;
}

/** The facts of a loan that the rules use. */
interface HandedLoan {
  readonly quantity: number;
  readonly createdAt: Date;
  readonly startsAt: Date;
}

/**
 * The quantity that changes hands. Pending handovers count as done: nothing can be recorded twice.
 * @throws DomainError `HANDOVER_TOO_EARLY`, `HANDOVER_TOO_MUCH` with what is left
 */
export function quantityOf(wish: Wish, loan: HandedLoan, handovers: readonly Handed[]): number {
  const earliest = earliestOf(wish, loan, handovers);
  if (wish.at < earliest) throw new DomainError('HANDOVER_TOO_EARLY', { pointer: '/at' });
  const { outNow, toHandOver } = standingOf(handovers, loan.quantity);
  const waiting = handovers
    .filter((one) => one.direction === wish.direction && one.state === 'waiting' && !counts(one))
    .reduce((sum, one) => sum + one.quantity, 0);
  const left = (wish.direction === 'out' ? toHandOver : outNow) - waiting;
  const quantity = wish.quantity ?? left;
  if (quantity < 1 || quantity > left) {
    throw new DomainError('HANDOVER_TOO_MUCH', { pointer: '/lines', params: { left: Math.max(0, left) } });
  }
  return quantity;
}

/**
 * Whether the quantity of a pending handover is still left. Others may have been recorded instead since, while it
 * waited or was disputed.
 */
export function isLeft(one: Pick<Handed, 'direction' | 'quantity'>, standing: Standing): boolean {
  return one.quantity <= leftOf(one, standing);
}

/** How much more may move in its direction. */
export function leftOf({ direction }: Pick<Handed, 'direction'>, { outNow, toHandOver }: Standing): number {
  return Math.max(0, direction === 'out' ? toHandOver : outNow);
}

/** The pieces the borrower says they have returned, pending the owner's confirmation. */
export function awaitedPieces(handovers: readonly Handed[]): Set<string> {
  const waiting = handovers.filter(
    (one) => one.direction === 'back' && one.state === 'waiting' && !counts(one),
  );
  return new Set(waiting.flatMap(({ pieces }) => pieces ?? []));
}

/** Nothing returns before it went out; and only the owner hands out before the agreed time. */
function earliestOf({ direction, side }: Wish, loan: HandedLoan, handovers: readonly Handed[]): Date {
  if (direction === 'out') return side === 'owner' ? loan.createdAt : loan.startsAt;
  const outs = handovers.filter((one) => one.direction === 'out' && counts(one));
  return outs[0]?.happenedAt ?? loan.createdAt;
}

/** The matching handover recorded by the other side, still pending: both sides have then said so. */
export function twinOf<Row extends Handed>(wish: Wish, handovers: readonly Row[]): Row | null {
  const same = handovers.find(
    (one) =>
      one.state === 'waiting' &&
      one.direction === wish.direction &&
      one.recordedSide !== wish.side &&
      (wish.quantity === null || one.quantity === wish.quantity) &&
      (wish.pieces === undefined || isSame(wish.pieces, one.pieces ?? [])),
  );
  return same ?? null;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}

export function answerBy(recordedAt: Date): Date {
  return new Date(recordedAt.getTime() + handoverAnswerHours * hourMs);
}

/** After this no side may object. */
export function objectionUntil(returnedAt: Date): Date {
  return new Date(returnedAt.getTime() + objectionDays * 24 * hourMs);
}

/**
 * Closes a loan when everything is back, no damage is open, and both sides agree on every handover, or may no longer
 * object.
 */
export function mayClose(
  loan: { readonly returnedAt: Date | null; readonly closedAt: Date | null },
  handovers: readonly Pick<Handed, 'state'>[],
  { hasOpenDamage, now }: { readonly hasOpenDamage: boolean; readonly now: Date },
): boolean {
  if (loan.returnedAt === null || loan.closedAt !== null || hasOpenDamage) return false;
  return handovers.every(({ state }) => state === 'confirmed') || now >= objectionUntil(loan.returnedAt);
}
