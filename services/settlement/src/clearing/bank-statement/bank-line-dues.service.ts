import { Injectable } from '@nestjs/common';
import type { DuesLineAnswered } from '@gongxiang/contracts/membership/membership-events';
import {
  type AssignBankLineDues,
  type AssignedDuesView,
  bankStatementContract,
  type BankLineOfDues,
  type BankLineView,
  type GetBankStatementRequest,
  type RefundBankLineDues,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { type CallContext, DomainError, findDuesReference, newId, toWire } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import { actions } from '../actions.js';
import { bankLineDuesAwaitsDue } from '../awaits-due.js';
import { answeredDues, type DuesLineAct, requireAct } from './bank-line-dues.model.js';
import { BankMatching } from './bank-matching.service.js';
import type { BankLineDuesRow, BankLineRow, BankStatementRow } from './bank-statement.entity.js';
import { BankStatementRepository } from './bank-statement.repository.js';

interface DuesOfLine {
  readonly statement: BankStatementRow;
  readonly line: BankLineRow;
  readonly dues: BankLineDuesRow | null;
}

/**
 * Lines of the bank that are dues of members. Membership, which knows the members, books them by what is told here, and
 * answers; of a member there is the reference alone.
 */
@Injectable()
export class BankLineDues {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: BankStatementRepository,
    private readonly references: ReferenceRepository,
    private readonly matching: BankMatching,
    private readonly hints: RoleHints,
  ) {}

  /** @throws DomainError `BANK_LINE_USED`, 422 `BANK_LINE_NO_INCOME`, `DUES_REFERENCE_WRONG` */
  @Handles(bankStatementContract.assignDues)
  assign(request: AssignBankLineDues, call: CallContext): Promise<Outcome<BankLineView>> {
    return this.transactions.command(call, bankStatementContract.assignDues, request, async (tx) => {
      const { statement, line, dues } = await this.lock(tx, request);
      if (line.paymentId !== null || dues !== null)
        throw new DomainError('BANK_LINE_USED', { pointer: '/number' });
      if (line.direction === 'out') throw new DomainError('BANK_LINE_NO_INCOME', { pointer: '/number' });
      const reference = findDuesReference(request.reference);
      if (reference === null) throw new DomainError('DUES_REFERENCE_WRONG', { pointer: '/reference' });
      await this.assignLines(tx, statement, [{ line, reference }]);
      return this.view(tx, line);
    });
  }

  /** A reference with right check figures says whose dues they are; a name never does by itself. */
  @Handles(bankStatementContract.assignAllDues)
  assignAll(request: GetBankStatementRequest, call: CallContext): Promise<Outcome<AssignedDuesView>> {
    return this.transactions.command(call, bankStatementContract.assignAllDues, request, async (tx) => {
      const statement = await this.lockStatement(tx, request.bankStatementId);
      const lines = await this.statements.unusedIncome(tx, statement.id);
      const found = lines.flatMap((line) => {
        const reference = findDuesReference(line.summary);
        return reference === null ? [] : [{ line, reference }];
      });
      await this.assignLines(tx, statement, found);
      return { assigned: found.length };
    });
  }

  @Handles(bankStatementContract.releaseDues)
  release(request: BankLineOfDues, call: CallContext): Promise<Outcome<BankLineView>> {
    return this.transactions.command(call, bankStatementContract.releaseDues, request, async (tx) => {
      const { statement, line, dues } = await this.lockDues(tx, request, 'release');
      await this.tell(tx, [{ line, dues: { ...dues, version: dues.version + 1 }, reference: null }]);
      await this.statements.deleteDues(tx, dues.id);
      await this.count(tx, statement, -1);
      await awaitsMayChange(tx, bankLineDuesAwaitsDue, dues.id);
      tx.audit({
        noun: 'bankStatement',
        id: statement.id,
        before: { line: line.number, dues: dues.reference, state: dues.state },
        after: { line: line.number, dues: null },
      });
      return this.view(tx, line);
    });
  }

  @Handles(bankStatementContract.keepDues)
  keep(request: BankLineOfDues, call: CallContext): Promise<Outcome<BankLineView>> {
    return this.transactions.command(call, bankStatementContract.keepDues, request, async (tx) => {
      const { line, dues } = await this.lockDues(tx, request, 'keep');
      const kept = await this.change(tx, dues, { state: 'waiting', reason: null, keepsExcess: true });
      await this.tell(tx, [{ line, dues: kept, reference: kept.reference }]);
      return this.view(tx, line);
    });
  }

  /** Membership has booked nothing, so it need not hear of it. */
  @Handles(bankStatementContract.refundDues)
  refund(request: RefundBankLineDues, call: CallContext): Promise<Outcome<BankLineView>> {
    return this.transactions.command(call, bankStatementContract.refundDues, request, async (tx) => {
      const { line, dues } = await this.lockDues(tx, request, 'refund');
      await this.change(tx, dues, { state: 'refunded', refundReference: request.bankReference });
      return this.view(tx, line);
    });
  }

  /** An answer to what was said before, or about a line that was released since, says nothing. */
  async answered(tx: Transaction, answer: DuesLineAnswered): Promise<void> {
    const before = await this.statements.lockDues(tx, { id: answer.lineId });
    const changes = before && answeredDues(before, answer);
    if (before === null || changes === null) return;
    await this.statements.updateDues(tx, { ...before, ...changes, changedAt: tx.now });
    await awaitsMayChange(tx, bankLineDuesAwaitsDue, before.id);
    const { path } = await this.references.union(tx, before.unionId);
    const hint = { resource: 'bankStatement', id: before.statementId, version: before.version };
    await this.hints.send(tx, hint, { rule: ledgerActions.seeLedger, paths: [path] });
  }

  private async assignLines(
    tx: Transaction,
    statement: BankStatementRow,
    found: readonly { readonly line: BankLineRow; readonly reference: string }[],
  ): Promise<void> {
    if (found.length === 0) return;
    const assigned = found.map(({ line, reference }) => ({
      line,
      reference,
      dues: duesOf(tx, line, reference),
    }));
    await this.statements.insertDues(
      tx,
      assigned.map(({ dues }) => dues),
    );
    await this.tell(tx, assigned);
    await this.count(tx, statement, assigned.length);
    for (const { line, reference } of found)
      tx.audit({ noun: 'bankStatement', id: statement.id, after: { line: line.number, dues: reference } });
  }

  /** @param reference null where the line is no dues after all */
  private async tell(
    tx: Transaction,
    told: readonly {
      readonly line: BankLineRow;
      readonly dues: BankLineDuesRow;
      readonly reference: string | null;
    }[],
  ): Promise<void> {
    await recordEvents(
      tx,
      settlementEvents.duesLineChanged,
      told.map(({ line, dues: { id, version, unionId, keepsExcess }, reference }) => ({
        about: id,
        data: {
          lineId: id,
          version,
          unionId,
          reference,
          amount: toWire(line.amountFen),
          paidOn: line.bookedOn,
          keepsExcess,
          changedBy: tx.personId,
        },
      })),
    );
  }

  private async change(
    tx: Transaction,
    before: BankLineDuesRow,
    changes: Partial<BankLineDuesRow>,
  ): Promise<BankLineDuesRow> {
    const hands = { version: before.version + 1, answer: 0, changedBy: tx.personId, changedAt: tx.now };
    const row = { ...before, ...changes, ...hands };
    await this.statements.updateDues(tx, row);
    await awaitsMayChange(tx, bankLineDuesAwaitsDue, row.id);
    const { number: line, reference: dues } = row;
    tx.audit({
      noun: 'bankStatement',
      id: row.statementId,
      before: { line, dues, state: before.state },
      after: { line, dues, state: row.state, refundReference: row.refundReference },
    });
    return row;
  }

  /** Lines that are dues count as used: their import is not undone. */
  private async count(tx: Transaction, statement: BankStatementRow, by: number): Promise<void> {
    const counts = { version: statement.version + 1, usedCount: statement.usedCount + by };
    await this.statements.update(tx, { ...statement, ...counts });
  }

  private async view(tx: Transaction, line: BankLineRow): Promise<BankLineView> {
    const [view] = await this.matching.views(tx, line.unionId, [line]);
    if (view === undefined) throw new Error('a line has a view');
    return view;
  }

  private async lockDues(
    tx: Transaction,
    request: BankLineOfDues,
    act: DuesLineAct,
  ): Promise<DuesOfLine & { readonly dues: BankLineDuesRow }> {
    const { dues, ...rest } = await this.lock(tx, request);
    return { ...rest, dues: requireAct(dues, act) };
  }

  /** The import first, as an undo and a confirmation do, then the line, then its dues. */
  private async lock(tx: Transaction, { bankStatementId, number }: BankLineOfDues): Promise<DuesOfLine> {
    const statement = await this.lockStatement(tx, bankStatementId);
    const line = await this.statements.lockLine(tx, statement.id, number);
    if (line === null) throw new DomainError('NOT_FOUND', { pointer: '/number' });
    const dues = await this.statements.lockDues(tx, { statementId: statement.id, number });
    return { statement, line, dues };
  }

  private async lockStatement(tx: Transaction, id: string): Promise<BankStatementRow> {
    const row = await this.statements.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const { path } = await this.references.union(tx, row.unionId);
    const visible = maySee(tx.call.actor, ledgerActions.seeLedger, [path]);
    tx.authorise(actions.importBankStatement, { paths: [path], visible });
    return row;
  }
}

function duesOf(tx: Transaction, line: BankLineRow, reference: string): BankLineDuesRow {
  return {
    id: newId(),
    statementId: line.statementId,
    number: line.number,
    unionId: line.unionId,
    version: 1,
    reference,
    keepsExcess: false,
    state: 'waiting',
    reason: null,
    receipt: null,
    refundReference: null,
    answer: 0,
    changedBy: tx.personId,
    changedAt: tx.now,
  };
}
