import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  bankStatementContract,
  type BankStatementView,
  type GetBankStatementRequest,
  type ImportBankStatementRequest,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { type CallContext, DomainError, newId } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { actions } from '../actions.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { scheduleDeletion } from './bank-file-retention.js';
import { BankFile } from './bank-file.js';
import type { BankFileContent } from './bank-file-reading.js';
import { distinctOf } from './bank-line.model.js';
import { BankStatementViews } from './bank-statement.view.js';
import type { BankLineRow, BankStatementRow } from './bank-statement.entity.js';
import { BankStatementRepository } from './bank-statement.repository.js';

const skippedShownMax = 50;

/** Imports bank statements, and undoes imports. */
@Injectable()
export class BankImportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: BankStatementRepository,
    private readonly references: ReferenceRepository,
    private readonly file: BankFile,
    private readonly bankViews: BankStatementViews,
  ) {}

  /**
   * Stores the lines of a file that are new to the account. The file is read before the transaction, because that
   * needs the network; a caller without permission learns nothing about the file.
   */
  @Handles(bankStatementContract.import)
  async import(request: ImportBankStatementRequest, call: CallContext): Promise<Outcome<BankStatementView>> {
    await this.transactions.read(call, (tx) => this.authoriseAt(tx, request.unionId, '/unionId'));
    const content = await this.file.read(request.fileKey, call);
    return this.transactions.command(call, bankStatementContract.import, request, async (tx) => {
      await this.authoriseAt(tx, request.unionId, '/unionId');
      const draft = statementOf(tx, request, content);
      await this.statements.insert(tx, draft);
      const added = new Set(await this.statements.insertLines(tx, linesOf(draft, content)));
      const dates = content.lines.filter(({ number }) => added.has(number)).map(({ bookedOn }) => bookedOn);
      dates.sort();
      const counts = { lineCount: added.size, knownCount: content.lines.length - added.size };
      const row = { ...draft, ...counts, firstOn: dates[0] ?? null, lastOn: dates.at(-1) ?? null };
      await this.statements.update(tx, row);
      await scheduleDeletion(tx, row.id);
      const { unionId, account } = row;
      tx.audit({ noun: 'bankStatement', id: row.id, after: { unionId, account, ...counts } });
      return this.bankViews.view(tx, row);
    });
  }

  /** Undoes an import while none of its lines has confirmed a payment; the file can then be imported again. */
  @Handles(bankStatementContract.undo)
  undo(request: GetBankStatementRequest, call: CallContext): Promise<Outcome<BankStatementView>> {
    return this.transactions.command(call, bankStatementContract.undo, request, async (tx) => {
      const before = await this.statements.lockById(tx, request.bankStatementId);
      if (before === null) throw new DomainError('NOT_FOUND');
      await this.authoriseAt(tx, before.unionId);
      requireVersion(tx, before.version);
      if (before.state === 'undone') throw new DomainError('BANK_STATEMENT_UNDONE');
      if (before.usedCount > 0) throw new DomainError('BANK_STATEMENT_USED');
      await this.statements.deleteLines(tx, before.id);
      const undone = { state: 'undone' as const, undoneBy: tx.personId, undoneAt: tx.now };
      const row = { ...before, ...undone, version: before.version + 1 };
      await this.statements.update(tx, row);
      const { lineCount } = row;
      tx.audit({ noun: 'bankStatement', id: row.id, before: { lineCount }, after: { state: row.state } });
      return this.bankViews.view(tx, row);
    });
  }

  private async authoriseAt(tx: Transaction, unionId: string, pointer?: string): Promise<void> {
    const { path } = await this.references.union(tx, unionId, pointer);
    const visible = maySee(tx.call.actor, ledgerActions.seeLedger, [path]);
    tx.authorise(actions.importBankStatement, { paths: [path], visible });
  }
}

function statementOf(
  tx: Transaction,
  { unionId, account, fileKey }: ImportBankStatementRequest,
  { encoding, skipped }: BankFileContent,
): BankStatementRow {
  return {
    id: newId(),
    version: 1,
    unionId,
    account: account.trim(),
    fileKey,
    encoding,
    state: 'imported',
    lineCount: 0,
    knownCount: 0,
    usedCount: 0,
    skippedCount: skipped.length,
    skipped: skipped.slice(0, skippedShownMax).map((one) => ({ ...one })),
    firstOn: null,
    lastOn: null,
    importedBy: tx.personId,
    importedAt: tx.now,
    undoneBy: null,
    undoneAt: null,
  };
}

function linesOf(statement: BankStatementRow, { lines }: BankFileContent): BankLineRow[] {
  const distinct = distinctOf(lines.map(({ identity }) => identity));
  const { id: statementId, unionId, account } = statement;
  return lines.map(({ identity: _identity, ...line }, index) => ({
    statementId,
    unionId,
    account,
    ...line,
    hash: hashOf(distinct[index] ?? ''),
    paymentId: null,
    usedAt: null,
    usedBy: null,
  }));
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
