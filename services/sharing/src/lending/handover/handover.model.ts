import type {
  HandoverDirection,
  HandoverSide,
  HandoverState,
} from '@gongxiang/contracts/sharing/lending/handover.contract';
import { DomainError } from '@gongxiang/domain';

const hourMs = 3_600_000;
/** Whoever has not answered a handover by then counts as having confirmed it. */
const handoverAnswerHours = 48;
/** So long after the return a side may object; after that the loan is closed. */
const objectionDays = 14;

/** What the rules look at of a handover. */
export interface Handed {
  readonly direction: HandoverDirection;
  readonly recordedSide: HandoverSide;
  readonly quantity: number;
  readonly state: HandoverState;
  readonly happenedAt: Date;
  /** The ids of the pieces, where they have labels. */
  readonly pieces?: readonly string[];
}

/** How much of a loan is where. */
export interface Standing {
  /** With the borrower, by the handovers that count. */
  readonly outNow: number;
  /** Not handed over yet. */
  readonly toHandOver: number;
}

/**
 * A loan goes by what its owner says; what the borrower says counts once the owner, or the time, has confirmed it. The
 * handovers of a loan are facts of their own, so that what came back in part is never told by one state of the whole (E54).
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

/** What a handover asks for, before it is written down. */
export interface Wish {
  readonly direction: HandoverDirection;
  readonly side: HandoverSide;
  /** Null: all that is left. */
  readonly quantity: number | null;
  /** The ids of the pieces that are named; absent where none is. */
  readonly pieces?: readonly string[];
  readonly at: Date;
}

/** What the rules look at of a loan. */
export interface HandedLoan {
  readonly quantity: number;
  readonly createdAt: Date;
  readonly startsAt: Date;
}

/**
 * How much changes hands. What waits for its answer counts as handed over already: nothing can be written down twice.
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
 * Is there still as much left as a handover says that does not count yet? Others may have been written down in its stead since,
 * while it waited or was disputed.
 */
export function isLeft(one: Pick<Handed, 'direction' | 'quantity'>, standing: Standing): boolean {
  return one.quantity <= leftOf(one, standing);
}

/** How much more may go its way. */
export function leftOf({ direction }: Pick<Handed, 'direction'>, { outNow, toHandOver }: Standing): number {
  return Math.max(0, direction === 'out' ? toHandOver : outNow);
}

/** The pieces that the borrower says he has given back, and that wait for the owner's word. */
export function awaitedPieces(handovers: readonly Handed[]): Set<string> {
  const waiting = handovers.filter(
    (one) => one.direction === 'back' && one.state === 'waiting' && !counts(one),
  );
  return new Set(waiting.flatMap(({ pieces }) => pieces ?? []));
}

/** Nothing comes back before it went out; and only its owner lends something before its time. */
function earliestOf({ direction, side }: Wish, loan: HandedLoan, handovers: readonly Handed[]): Date {
  if (direction === 'out') return side === 'owner' ? loan.createdAt : loan.startsAt;
  const outs = handovers.filter((one) => one.direction === 'out' && counts(one));
  return outs[0]?.happenedAt ?? loan.createdAt;
}

/** The same handover that the other side has written down, and that waits: both have said so. */
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

/** After this nobody objects any more. */
export function objectionUntil(returnedAt: Date): Date {
  return new Date(returnedAt.getTime() + objectionDays * 24 * hourMs);
}

/**
 * A loan is closed when all is back, no damage is open, and both sides agree on every handover, or may not object any more.
 */
export function mayClose(
  loan: { readonly returnedAt: Date | null; readonly closedAt: Date | null },
  handovers: readonly Pick<Handed, 'state'>[],
  { hasOpenDamage, now }: { readonly hasOpenDamage: boolean; readonly now: Date },
): boolean {
  if (loan.returnedAt === null || loan.closedAt !== null || hasOpenDamage) return false;
  return handovers.every(({ state }) => state === 'confirmed') || now >= objectionUntil(loan.returnedAt);
}
