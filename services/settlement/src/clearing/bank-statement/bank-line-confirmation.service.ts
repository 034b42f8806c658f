import { Injectable } from '@nestjs/common';
import {
  bankStatementContract,
  type ConfirmBankLineRequest,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import type { PaymentView } from '@gongxiang/contracts/settlement/clearing/payment.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { actions } from '../actions.js';
import { PaymentActs, type PaymentStatement } from '../payment/payment-acts.service.js';
import { PaymentRepository } from '../payment/payment.repository.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { BankLineRow, BankStatementRow } from './bank-statement.entity.js';
import { BankStatementRepository } from './bank-statement.repository.js';

const referenceMax = 100;

/** Confirms one side of a payment by a bank line, under the same rules as a manual confirmation. */
@Injectable()
export class BankLineConfirmation {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: BankStatementRepository,
    private readonly references: ReferenceRepository,
    private readonly payments: PaymentRepository,
    private readonly acts: PaymentActs,
  ) {}

  /** Locks the import (as an undo does), then the line, then the payment. A line confirms at most one payment. */
  @Handles(bankStatementContract.confirmLine)
  confirm(request: ConfirmBankLineRequest, call: CallContext): Promise<Outcome<PaymentView>> {
    return this.transactions.command(call, bankStatementContract.confirmLine, request, async (tx) => {
      const statement = await this.lock(tx, request.bankStatementId);
      const line = await this.statements.lockLine(tx, statement.id, request.number);
      if (line === null) throw new DomainError('NOT_FOUND', { pointer: '/number' });
      const isDues =
        (await this.statements.lockDues(tx, { statementId: statement.id, number: line.number })) !== null;
      if (line.paymentId !== null || isDues) throw new DomainError('BANK_LINE_USED');
      const confirms = await this.sideOf(tx, line, request.paymentId);
      const paymentStatement: PaymentStatement = {
        paymentId: request.paymentId,
        bankReference: referenceOf(line),
        amount: line.amountFen,
        by: 'bankLine',
      };
      const view =
        confirms === 'sent'
          ? await this.acts.send(tx, paymentStatement)
          : await this.acts.receive(tx, paymentStatement);
      const used = { paymentId: request.paymentId, usedAt: tx.now, usedBy: tx.personId };
      await this.statements.updateLine(tx, { ...line, ...used });
      const counts = { version: statement.version + 1, usedCount: statement.usedCount + 1 };
      await this.statements.update(tx, { ...statement, ...counts });
      tx.audit({
        noun: 'bankStatement',
        id: statement.id,
        after: { line: line.number, paymentId: request.paymentId, confirms },
      });
      return view;
    });
  }

  /** @throws DomainError 422 `BANK_LINE_DIFFERS`, or `NOT_FOUND` if the union is on neither side */
  private async sideOf(tx: Transaction, line: BankLineRow, paymentId: string): Promise<'sent' | 'received'> {
    const payment = await this.payments.findById(tx, paymentId);
    const [pays, isPaid] = [payment?.payerUnionId === line.unionId, payment?.payeeUnionId === line.unionId];
    if (!pays && !isPaid) throw new DomainError('NOT_FOUND', { pointer: '/paymentId' });
    if (line.direction === 'out' ? !pays : !isPaid)
      throw new DomainError('BANK_LINE_DIFFERS', { pointer: '/paymentId' });
    return line.direction === 'out' ? 'sent' : 'received';
  }

  private async lock(tx: Transaction, id: string): Promise<BankStatementRow> {
    const row = await this.statements.lockById(tx, id);
    if (row === null) throw new DomainError('NOT_FOUND');
    const { path } = await this.references.union(tx, row.unionId);
    const visible = maySee(tx.call.actor, ledgerActions.seeLedger, [path]);
    tx.authorise(actions.importBankStatement, { paths: [path], visible });
    return row;
  }
}

/** The bank's serial number, or else the position of the line; an auditor can find the line by either. */
function referenceOf({ serial, account, bookedOn, number }: BankLineRow): string {
  return serial ?? `${account} ${bookedOn} #${number}`.slice(0, referenceMax);
}
