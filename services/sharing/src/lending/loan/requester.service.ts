import { Injectable } from '@nestjs/common';
import { schedule, scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { mandatesFor, placesFor } from '../../reference/mandate/acting.js';
import { type Move, ReferenceRepository } from '../../reference/reference.repository.js';
import { LoanRepository } from './loan.repository.js';
import { loanChanged } from './loan.view.js';
import { hasMovedOut, isOfAny } from './requester.model.js';

/** Due work: review a person's open requested loans. */
export const requesterDue = 'loan-requester';
/** Due work: the same for a person who belongs to another union now. Its key names the person and the version of their copy. */
export const requesterMovedDue = 'loan-requester-moved';
const keySeparator = '/';
/** Loans marked per step. */
const loansPerStep = 200;

/** Where somebody belonged before a move. */
export type Left = Pick<Move, 'fromUnionId' | 'fromServedByUnionId'>;

/**
 * A loan belongs to the union: when the requester's membership ends, or they move out of the borrower, it stays, marked for
 * the officers of both sides.
 */
@Injectable()
export class RequesterService {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly loans: LoanRepository,
  ) {}

  /**
   * Schedules the review of the loans of people whose new memberships are saved in this transaction: after its commit, so
   * that it waits for none of their locks.
   */
  reviewLater(tx: Transaction, personIds: readonly string[]): void {
    tx.writeLast(this.scheduleReviews, personIds);
  }

  /**
   * The same for people who belong to another union now. Each move is its own work: who moves twice before the first is
   * looked at has left both unions.
   */
  async reviewMovesLater(tx: Transaction, moves: readonly Move[]): Promise<void> {
    const personIds = moves.map(({ personId }) => personId);
    const found = new Set(await this.loans.requestersAmong(tx, personIds));
    const works = moves
      .filter(({ personId }) => found.has(personId))
      .map(({ personId, version, fromUnionId, fromServedByUnionId }) => ({
        kind: requesterMovedDue,
        key: [personId, version].join(keySeparator),
        at: tx.now,
        payload: { fromUnionId, fromServedByUnionId } satisfies Left,
      }));
    await scheduleAll(tx, works);
  }

  /** Of all members of a transaction at a time: a roster has thousands. */
  private readonly scheduleReviews = async (tx: Transaction, personIds: readonly string[]): Promise<void> => {
    const found = await this.loans.requestersAmong(tx, personIds);
    await scheduleAll(
      tx,
      found.map((key) => ({ kind: requesterDue, key, at: tx.now })),
    );
  };

  /** Marks all open loans of a person who is no member any more, or removes the mark where they are one again. */
  async review(tx: Transaction, personId: string): Promise<void> {
    const member = await this.references.member(tx, personId);
    const requesterLeft = member.state === 'ended';
    const now = requesterLeft ? [] : await this.references.pathsOfMember(tx, member);
    const borrowers = await this.borrowersOf(tx, personId, (places) => requesterLeft || isOfAny(places, now));
    const isDone = await this.mark(tx, { personId, requesterLeft, borrowers });
    if (!isDone) await schedule(tx, { kind: requesterDue, key: personId, at: tx.now });
  }

  /** Marks the open loans of the unions that a person has moved out of. */
  async reviewMove(tx: Transaction, key: string, left: Left): Promise<void> {
    const [personId = ''] = key.split(keySeparator);
    const now = await this.references.pathsOfMember(tx, await this.references.member(tx, personId));
    const { fromUnionId: unionId, fromServedByUnionId: servedByUnionId } = left;
    const before = await this.references.pathsOfMember(tx, { unionId, servedByUnionId });
    const borrowers = await this.borrowersOf(tx, personId, (places) => hasMovedOut(places, before, now));
    const isDone = await this.mark(tx, { personId, requesterLeft: true, borrowers });
    if (!isDone) await schedule(tx, { kind: requesterMovedDue, key, at: tx.now, payload: { ...left } });
  }

  /** The borrowers among a person's open loans whose places fit: their own, and those of whom they have mandated. */
  private async borrowersOf(
    tx: Transaction,
    personId: string,
    fits: (places: readonly string[]) => boolean,
  ): Promise<string[]> {
    const borrowers = await this.loans.openBorrowersOf(tx, personId);
    const forPaths = borrowers.map(({ path }) => path);
    const mandates = await mandatesFor(tx, { scope: 'lending', forPaths });
    return borrowers.flatMap(({ id, path }) => (fits(placesFor(path, mandates)) ? id : []));
  }

  /** @returns whether none is left to mark */
  private async mark(
    tx: Transaction,
    { requesterLeft, ...of }: { personId: string; requesterLeft: boolean; borrowers: readonly string[] },
  ): Promise<boolean> {
    const unlike = await this.loans.lockOpenOf(tx, { ...of, requesterLeft: !requesterLeft }, loansPerStep);
    for (const before of unlike) {
      const row = { ...before, requesterLeft, version: before.version + 1 };
      await this.loans.update(tx, row);
      await loanChanged(tx, row, before);
    }
    return unlike.length < loansPerStep;
  }
}
