import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import type { DamageNote } from '@gongxiang/contracts/sharing/lending/handover.contract';
import {
  type ClaimDamageRequest,
  type DamageIdRequest,
  damagesMax,
  type DamagesRequest,
  type DamagesView,
  type DamageView,
  type DecideDamageRequest,
  type ListWaitingDamagesRequest,
  loanDamageContract,
  type ReasonedDamageRequest,
  type WaitingDamageView,
} from '@gongxiang/contracts/sharing/lending/loan-damage.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type CallContext, DomainError, fromWire, newId, reachOf, toWire } from '@gongxiang/domain';
import { recordEvents, Republishes, schedule } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import type { LoanSides } from '../loan/loan-sides.js';
import { loanClosingDue, LoanSteps } from '../loan/loan-steps.js';
import type { DamageRow } from './loan-damage.entity.js';
import {
  answerBy,
  decidingPath,
  type DamageStep,
  nextDamageState,
  requireAmount,
  requireDecidable,
} from './loan-damage.model.js';
import { DamageNotices } from './loan-damage-notices.js';
import { DamageRepository } from './loan-damage.repository.js';
import { damageChanged, damageState, damageView, isPartisan } from './loan-damage.view.js';

type DamageToClaim = DamageNote & {
  readonly handoverId: string | null;
  /** The pointer of the damage within the request. */
  readonly within?: '' | '/damage';
};

/**
 * Damages during a loan: the owner claims, the borrower answers, a superior officer decides if they disagree. The
 * resulting debt becomes a posting in settlement, by event. Silence never creates a debt.
 */
@Injectable()
export class DamageService {
  constructor(
    private readonly transactions: Transactions,
    private readonly steps: LoanSteps,
    private readonly damages: DamageRepository,
    private readonly notices: DamageNotices,
  ) {}

  /** Unanswered claims against the caller's own unions, and damages the caller is to decide. */
  @Handles(loanDamageContract.waiting)
  waiting(request: ListWaitingDamagesRequest, call: CallContext): Promise<Page<WaitingDamageView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const waitedFor = {
        personId: tx.personId,
        answering: reachOf(call.actor, actions.answerDamage),
        deciding: reachOf(call.actor, actions.decideDamage),
      };
      const rows = await this.damages.waitingFor(tx, waitedFor, request);
      const page = toPage(rows, {
        limit: request.limit,
        cursorOf: ({ answerBy: until, id }) => [until.toISOString(), id],
      });
      const items = page.items.map(({ amountFen, answerBy: until, ...row }) => ({
        ...row,
        amount: toWire(amountFen),
        answerBy: until.toISOString(),
      }));
      return { ...page, items };
    });
  }

  @Handles(loanDamageContract.claim)
  claim(request: ClaimDamageRequest, call: CallContext): Promise<Outcome<DamageView>> {
    return this.transactions.command(call, loanDamageContract.claim, request, async (tx) => {
      const sides = await this.steps.lock(tx, request.loanId);
      tx.authorise(actions.claimDamage, sides.owner);
      const row = await this.claimIn(tx, sides, { ...request, handoverId: request.handoverId ?? null });
      return damageView(tx, row, sides);
    });
  }

  /**
   * Claims a damage within a return that is being recorded. The caller is on the owner's side, and holds the loan's
   * lock.
   * @throws DomainError `DAMAGE_OWN_LOAN`, `LOAN_NOT_OUT`, `LOAN_CLOSED`, `DAMAGES_TOO_MANY`, `DAMAGE_AMOUNT`
   */
  async claimIn(
    tx: Transaction,
    sides: LoanSides,
    { note, amount, handoverId, within = '' }: DamageToClaim,
  ): Promise<DamageRow> {
    const { loan } = sides;
    if (loan.ownerUnionId === loan.borrowerUnionId) throw new DomainError('DAMAGE_OWN_LOAN');
    if (loan.handedOverAt === null) throw new DomainError('LOAN_NOT_OUT');
    if (loan.closedAt !== null) throw new DomainError('LOAN_CLOSED');
    const amountFen = fromWire(amount, `${within}/amount`);
    requireAmount(amountFen, `${within}/amount`);
    if ((await this.damages.listOf(tx, loan.id)).length >= damagesMax) {
      throw new DomainError('DAMAGES_TOO_MANY', { params: { max: damagesMax } });
    }
    if (handoverId !== null) await this.damages.requireReturn(tx, loan.id, handoverId);
    const row: DamageRow = {
      loanId: loan.id,
      id: newId(),
      version: 1,
      handoverId,
      note,
      amountFen,
      owedFen: null,
      state: 'claimed',
      claimedBy: tx.personId,
      claimedAt: tx.now,
      answerBy: answerBy(tx.now),
      answeredBy: null,
      objection: null,
      settledBy: null,
      settledAt: null,
      reason: null,
    };
    await this.damages.insert(tx, row);
    await damageChanged(tx, row, sides, null);
    await this.notices.claimed(tx, sides, row);
    return row;
  }

  @Handles(loanDamageContract.list)
  list(request: DamagesRequest, call: CallContext): Promise<DamagesView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.listLoans, {});
      const sides = await this.steps.look(tx, request.loanId);
      const rows = await this.damages.listOf(tx, sides.loan.id);
      return { items: rows.map((row) => damageView(tx, row, sides)) };
    });
  }

  /** By the borrower's officers: it is their union's money. */
  @Handles(loanDamageContract.accept)
  accept(request: DamageIdRequest, call: CallContext): Promise<Outcome<DamageView>> {
    return this.transactions.command(call, loanDamageContract.accept, request, async (tx) => {
      const { sides, row } = await this.take(tx, request);
      this.authoriseAnswer(tx, sides);
      requireVersion(tx, row.version);
      if (row.claimedBy === tx.personId) throw new DomainError('SAME_PERSON');
      return this.settle(tx, sides, row, { step: 'accept', owedFen: row.amountFen, reason: null });
    });
  }

  @Handles(loanDamageContract.dispute)
  dispute(request: ReasonedDamageRequest, call: CallContext): Promise<Outcome<DamageView>> {
    return this.transactions.command(call, loanDamageContract.dispute, request, async (tx) => {
      const { sides, row } = await this.take(tx, request);
      this.authoriseAnswer(tx, sides);
      requireVersion(tx, row.version);
      const state = nextDamageState(row.state, 'dispute');
      const answer = { state, answeredBy: tx.personId, objection: request.reason };
      const disputed = await this.write(tx, sides, row, answer);
      await this.notices.disputed(tx, sides, disputed);
      return damageView(tx, disputed, sides);
    });
  }

  /** By a superior officer, who neither claimed nor disputed it. */
  @Handles(loanDamageContract.decide)
  decide(request: DecideDamageRequest, call: CallContext): Promise<Outcome<DamageView>> {
    return this.transactions.command(call, loanDamageContract.decide, request, async (tx) => {
      const { sides, row } = await this.take(tx, request);
      const paths = [decidingPath(sides.ownerPath, sides.borrower.path)];
      tx.authorise(actions.decideDamage, { paths, visible: true });
      requireVersion(tx, row.version);
      if (isPartisan(row, tx.personId)) throw new DomainError('SAME_PERSON');
      const owedFen = fromWire(request.amount, '/amount');
      nextDamageState(row.state, 'decide');
      requireDecidable(row, owedFen, tx.now);
      return this.settle(tx, sides, row, { step: 'decide', owedFen, reason: request.reason });
    });
  }

  /** The owner waives it, also once it is owed. */
  @Handles(loanDamageContract.withdraw)
  withdraw(request: ReasonedDamageRequest, call: CallContext): Promise<Outcome<DamageView>> {
    return this.transactions.command(call, loanDamageContract.withdraw, request, async (tx) => {
      const { sides, row } = await this.take(tx, request);
      tx.authorise(actions.claimDamage, sides.owner);
      requireVersion(tx, row.version);
      return this.settle(tx, sides, row, { step: 'withdraw', owedFen: 0n, reason: request.reason });
    });
  }

  /** Publishes a page of states again. @returns the last id, or null at the end */
  @Republishes('loan-damage')
  async republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    const rows = await this.damages.after(tx, afterId, limit);
    const loans = await this.damages.loansOf(tx, rows);
    const states = rows.flatMap((row) => {
      const loan = loans.get(row.loanId);
      return loan === undefined ? [] : [{ about: row.id, data: damageState(row, loan) }];
    });
    await recordEvents(tx, sharingEvents.loanDamageChanged, states);
    return rows.at(-1)?.id ?? null;
  }

  private async take(
    tx: Transaction,
    { loanId, damageId }: DamageIdRequest,
  ): Promise<{ sides: LoanSides; row: DamageRow }> {
    const sides = await this.steps.lock(tx, loanId);
    if (!sides.owner.visible) throw new DomainError('NOT_FOUND');
    const row = await this.damages.find(tx, loanId, damageId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return { sides, row };
  }

  private authoriseAnswer(tx: Transaction, { borrower }: LoanSides): void {
    tx.authorise(actions.answerDamage, { paths: [borrower.path], visible: true });
  }

  private async settle(
    tx: Transaction,
    sides: LoanSides,
    row: DamageRow,
    by: { readonly step: DamageStep; readonly owedFen: bigint; readonly reason: string | null },
  ): Promise<DamageView> {
    const state = nextDamageState(row.state, by.step);
    const { owedFen, reason } = by;
    const settledBy = tx.personId;
    const settled = await this.write(tx, sides, row, {
      state,
      owedFen,
      reason,
      settledBy,
      settledAt: tx.now,
    });
    await this.notices.settled(tx, sides, settled, toWire(owedFen).amount);
    // Perhaps nothing is open any more: due work checks whether the loan is over.
    await schedule(tx, { kind: loanClosingDue, key: sides.loan.id, at: tx.now });
    return damageView(tx, settled, sides);
  }

  private async write(
    tx: Transaction,
    sides: LoanSides,
    before: DamageRow,
    changes: Partial<DamageRow>,
  ): Promise<DamageRow> {
    const row = { ...before, ...changes, version: before.version + 1 };
    await this.damages.update(tx, row);
    await damageChanged(tx, row, sides, before);
    this.steps.hint(tx, sides.loan);
    return row;
  }
}
