import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type BankLineView,
  bankStatementContract,
  type BankStatementView,
  type GetBankStatementRequest,
  type ListBankLinesRequest,
  type ListBankStatementsRequest,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { type CallContext, DomainError, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as referenceActions } from '../../reference/actions.js';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { BankMatching } from './bank-matching.service.js';
import { BankStatementViews } from './bank-statement.view.js';
import type { BankStatementRow } from './bank-statement.entity.js';
import { BankStatementRepository } from './bank-statement.repository.js';

@Injectable()
export class BankReadingService {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: BankStatementRepository,
    private readonly references: ReferenceRepository,
    private readonly matching: BankMatching,
    private readonly bankViews: BankStatementViews,
  ) {}

  @Handles(bankStatementContract.list)
  list(request: ListBankStatementsRequest, call: CallContext): Promise<Page<BankStatementView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.statements.list(tx, request, reachOf(call.actor, ledgerActions.seeLedger));
      const views = await this.bankViews.views(tx, rows);
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  @Handles(bankStatementContract.get)
  get(request: GetBankStatementRequest, call: CallContext): Promise<BankStatementView> {
    return this.transactions.read(call, async (tx) =>
      this.bankViews.view(tx, await this.see(tx, request.bankStatementId)),
    );
  }

  /** Lists lines with suggestions from the current payments. */
  @Handles(bankStatementContract.listLines)
  listLines(request: ListBankLinesRequest, call: CallContext): Promise<Page<BankLineView>> {
    return this.transactions.read(call, async (tx) => {
      const { unionId } = await this.see(tx, request.bankStatementId);
      const rows = await this.statements.pageOfLines(tx, request);
      const views = await this.matching.views(tx, unionId, rows);
      return toPage(views, { limit: request.limit, cursorOf: ({ number }) => [number] });
    });
  }

  private async see(tx: Transaction, id: string): Promise<BankStatementRow> {
    const row = await this.statements.findById(tx, id);
    const paths = row === null ? [] : [(await this.references.union(tx, row.unionId)).path];
    tx.authorise(ledgerActions.seeLedger, { paths });
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }
}
